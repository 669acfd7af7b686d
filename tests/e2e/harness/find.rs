//! Finding things as a person names them, and waiting for them.

use super::window::package;
use super::{Done, LIMIT, Window};
use serde_json::{Value, json};
use std::time::{Duration, Instant};
use thirtyfour::ElementRect;
use thirtyfour::prelude::*;

/// How often the page is asked again.
const AGAIN: Duration = Duration::from_millis(50);

/// Elements with a role and, unless it is empty, exactly this accessible name; hidden ones do not count. Only letters
/// count: a name is put together of parts, and not every reader puts the same space between them.
const BY_ROLE: &str = "
    const [role, name] = arguments;
    const letters = (text) => text.replace(/[\\s\\u00ad]+/g, '');
    const same = (found) => letters(found) === letters(name);
    return TestingLibraryDom.queryAllByRole(document.body, role, name === '' ? {} : { name: same });";

/// The text on the page, where spaces that keep words together are spaces and places to break a word are nothing.
const HAS_TEXT: &str = "document.body.innerText.replaceAll('\\u00a0', ' ').replaceAll('\\u00ad', '').includes(arguments[0])";

impl Window {
    /// The one element with this role and accessible name.
    pub async fn role(&self, role: &str, name: &str) -> Done<WebElement> {
        let start = Instant::now();
        loop {
            let mut found = self.roles(role, name).await?;
            match found.len() {
                1 => return Ok(found.remove(0)),
                count if start.elapsed() > LIMIT => return Err(self.not_one(role, name, count).await),
                _ => tokio::time::sleep(AGAIN).await,
            }
        }
    }

    /// Every element with this role and accessible name as the page is now; with an empty name, whatever its name.
    pub async fn roles(&self, role: &str, name: &str) -> Done<Vec<WebElement>> {
        if self.script("return typeof TestingLibraryDom", vec![]).await? == json!("undefined") {
            self.script(&package("@testing-library/dom/dist/@testing-library/dom.umd.min.js")?, vec![]).await?;
        }
        Ok(self.driver.execute(BY_ROLE, vec![json!(role), json!(name)]).await?.elements()?)
    }

    /// Scrolls the one element with this role and name into view, and says where it stands.
    pub async fn bring(&self, role: &str, name: &str) -> Done<ElementRect> {
        let start = Instant::now();
        loop {
            let found = self.role(role, name).await?;
            // Between finding and asking the page may have drawn the element anew.
            match async {
                found.scroll_into_view().await.map(drop)?;
                found.rect().await
            }
            .await
            {
                Ok(place) => return Ok(place),
                Err(error) if start.elapsed() > LIMIT => return Err(error.into()),
                Err(_) => tokio::time::sleep(AGAIN).await,
            }
        }
    }

    /// Waits until no element has this role and name.
    pub async fn gone(&self, role: &str, name: &str) -> Done {
        let start = Instant::now();
        while !self.roles(role, name).await?.is_empty() {
            if start.elapsed() > LIMIT {
                return Err(format!("{role} »{name}« is still there").into());
            }
            tokio::time::sleep(AGAIN).await;
        }
        Ok(())
    }

    /// The first element a CSS selector finds.
    pub async fn css(&self, selector: &str) -> Done<WebElement> {
        Ok(self.driver.query(By::Css(selector)).wait(LIMIT, AGAIN).desc(selector).first().await?)
    }

    /// The first element with this `data-testid`.
    pub async fn test_id(&self, id: &str) -> Done<WebElement> {
        self.css(&format!("[data-testid={id:?}]")).await
    }

    /// Waits until a script returns true; `what` names it when it never does.
    pub async fn until(&self, what: &str, script: &str) -> Done {
        self.until_with(what, script, vec![]).await
    }

    /// Waits until this text can be read anywhere on the page.
    pub async fn sees(&self, text: &str) -> Done {
        self.until_with(&format!("the text »{text}«"), &format!("return {HAS_TEXT}"), vec![json!(text)]).await
    }

    /// Waits until this text can be read nowhere on the page.
    pub async fn sees_no(&self, text: &str) -> Done {
        self.until_with(&format!("»{text}« to go"), &format!("return !{HAS_TEXT}"), vec![json!(text)]).await
    }

    /// The same, with arguments for the script.
    pub async fn until_with(&self, what: &str, script: &str, arguments: Vec<Value>) -> Done {
        let start = Instant::now();
        while self.script(script, arguments.clone()).await? != json!(true) {
            if start.elapsed() > LIMIT {
                return Err(format!("waited {} s in vain for {what}", LIMIT.as_secs()).into());
            }
            tokio::time::sleep(AGAIN).await;
        }
        Ok(())
    }

    /// Says what was looked for and which names that role has instead.
    async fn not_one(&self, role: &str, name: &str, count: usize) -> Box<dyn std::error::Error> {
        let script = "
            const names = new Set();
            TestingLibraryDom.queryAllByRole(document.body, arguments[0], { name: (found) => !names.add(found) });
            return [...names].slice(0, 30).join(' | ');";
        let others = self.script(script, vec![json!(role)]).await.unwrap_or_default();
        format!(
            "{count} elements are {role} »{name}« after {} s; that role has: {}",
            LIMIT.as_secs(),
            others.as_str().unwrap_or_default()
        )
        .into()
    }
}
