//! Doing things as a person does them.

use super::keys::Chord;
use super::{Done, LIMIT, Window};
use std::time::{Duration, Instant};

impl Window {
    /// Clicks the one element with this role and name.
    pub async fn click(&self, role: &str, name: &str) -> Done {
        let start = Instant::now();
        loop {
            // Between finding and clicking the page may have drawn the element anew, or something may still lie over it.
            match self.role(role, name).await?.click().await {
                Ok(()) => return Ok(()),
                Err(error) if start.elapsed() > LIMIT => {
                    return Err(format!("{role} »{name}« could not be clicked: {error}").into());
                }
                Err(_) => tokio::time::sleep(Duration::from_millis(50)).await,
            }
        }
    }

    /// Replaces what stands in a field, found by role and name.
    pub async fn fill(&self, role: &str, name: &str, text: &str) -> Done {
        self.role(role, name).await?.click().await?;
        self.press("Control+a").await?;
        if text.is_empty() { self.press("Delete").await } else { self.type_text(text).await }
    }

    /// Types into whatever has the focus.
    pub async fn type_text(&self, text: &str) -> Done {
        Ok(self.driver.action_chain().send_keys(text).perform().await?)
    }

    /// Presses keys together, written as `Control+k`, `Shift+Tab`, `ArrowDown`.
    pub async fn press(&self, keys: &str) -> Done {
        let chord = Chord::read(keys)?;
        let mut chain = self.driver.action_chain();
        for key in &chord.0 {
            chain = chain.key_down(*key);
        }
        for key in chord.0.iter().rev() {
            chain = chain.key_up(*key);
        }
        Ok(chain.perform().await?)
    }

    /// What has the focus, as `role »name«`; as a screen reader would say it.
    pub async fn focused(&self) -> Done<String> {
        let element = self.driver.active_element().await?;
        let role = element.attr("role").await?.unwrap_or(element.tag_name().await?);
        let name = match element.attr("aria-label").await? {
            Some(name) => name,
            None => element.text().await?.lines().next().unwrap_or_default().to_owned(),
        };
        Ok(format!("{role} »{name}«"))
    }
}
