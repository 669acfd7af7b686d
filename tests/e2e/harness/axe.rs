//! Whether everyone can use the screen, by the rules that axe can check.

use super::window::package;
use super::{Done, Window};
use serde_json::json;

/// WCAG 2.2 at levels A and AA; what each broken rule found, with the first places.
const RUN: &str = "
    const done = arguments[arguments.length - 1];
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
    axe.run(document, { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] }).then(
        ({ violations }) => done(violations.map((rule) =>
            `${rule.id} (${rule.help}):\\n` + rule.nodes.slice(0, 8).map((node) =>
                `    ${node.target.join(' ')}  ${node.html.slice(0, 120)}`).join('\\n'))),
        (error) => done([String(error)]));";

impl Window {
    /// Fails with every rule the page breaks and where.
    pub async fn axe(&self) -> Done {
        if self.script("return typeof axe", vec![]).await? == json!("undefined") {
            self.script(&package("axe-core/axe.min.js")?, vec![]).await?;
        }
        let broken: Vec<String> = serde_json::from_value(self.script_later(RUN, vec![]).await?)?;
        if broken.is_empty() { Ok(()) } else { Err(format!("axe found {}:\n{}", broken.len(), broken.join("\n")).into()) }
    }
}
