//! The paper of a case of the example: its appendices and accepted texts.

use std::collections::HashMap;

use crate::committee::prose::read;
use crate::committee::{AppendixPool, CaseAppendix};
use crate::error::{Error, ErrorCode, Result};
use crate::import::example::Case;
use crate::report::case::CaseFacts;
use crate::store::Tx;
use crate::store::example::{Keys, named};
use crate::store::papers::accepted_text;
use crate::store::records::save;

/// Writes it, as the committees had it.
pub fn write(tx: &mut Tx<'_>, keys: &Keys, committee_case_id: u32, case: &Case) -> Result<()> {
    for (position, it) in (0..).zip(&case.appendices) {
        let (kind, title) = (it.kind, it.title.clone());
        let columns = String::new();
        let row = CaseAppendix { id: 0, version: 0, committee_case_id, position, kind, title, document_id: None, columns };
        let case_appendix_id = save(tx, &row)?;
        for (position, key) in (0..).zip(&it.pools) {
            let pool_id = named(&keys.pools, key)?;
            save(tx, &AppendixPool { id: 0, version: 0, case_appendix_id, pool_id, position })?;
        }
    }
    let Some(accepted_on) = case.accepted_on else { return Ok(()) };
    let facts = CaseFacts::load(tx.connection(), committee_case_id, accepted_on)?;
    for (key, lines) in &case.texts {
        let prose = read(&by_id(&lines.join("\n"), keys)?);
        save(tx, &accepted_text(&facts, key.clone(), &prose, accepted_on)?)?;
    }
    Ok(())
}

/// A text with its figures by the ids of what they are about, where it has them by keys: `{{pool.91.total}}`.
fn by_id(text: &str, keys: &Keys) -> Result<String> {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("{{") {
        out.push_str(before);
        out.push_str("{{");
        rest = after;
        let Some((noun, of)) = split(after) else { continue };
        let ids: &HashMap<String, u32> = match noun {
            "pool" => &keys.pools,
            "application" => &keys.applications,
            "agreement" => &keys.agreements,
            _ => return Err(Error::new(ErrorCode::Unforeseen).because(format!("the example has no figure of a {noun}"))),
        };
        out.push_str(&format!("{noun}.{}", named(ids, of)?));
        rest = &after[noun.len() + 1 + of.len()..];
    }
    out.push_str(rest);
    Ok(out)
}

/// What a figure is of, and the key of it.
fn split(code: &str) -> Option<(&str, &str)> {
    let (code, _) = code.split_once("}}")?;
    let (noun, rest) = code.split_once('.')?;
    Some((noun, rest.split_once('.')?.0))
}
