//! Doing things as a person does them.

use super::keys::Chord;
use super::{Done, LIMIT, Window};
use serde_json::json;
use std::time::{Duration, Instant};
use thirtyfour::action_chain::ActionChain;

impl Window {
    /// Clicks the one element with this role and name, once it stands still: what is loaded above it moves it.
    pub async fn click(&self, role: &str, name: &str) -> Done {
        let start = Instant::now();
        let mut stood = None;
        loop {
            // Between finding and clicking the page may have drawn the element anew, or something may still lie over it.
            let found = self.role(role, name).await?;
            let stands = found.rect().await.ok().map(|place| (place.x, place.y));
            if stands.is_none() || stood != stands && start.elapsed() < LIMIT {
                stood = stands;
                tokio::time::sleep(Duration::from_millis(30)).await;
                continue;
            }
            match found.click().await {
                Ok(()) => return Ok(()),
                Err(error) if start.elapsed() > LIMIT => {
                    return Err(format!("{role} »{name}« could not be clicked: {error}").into());
                }
                Err(_) => tokio::time::sleep(Duration::from_millis(50)).await,
            }
        }
    }

    /// Opens a form by its button; pressed again where what was loaded meanwhile took the button away from under the pointer.
    pub async fn open_form(&self, button: &str, form: &str) -> Done {
        for _ in 0..3 {
            self.click("button", button).await?;
            let start = Instant::now();
            while start.elapsed() < Duration::from_secs(5) {
                if !self.roles("form", form).await?.is_empty() {
                    return Ok(());
                }
                tokio::time::sleep(Duration::from_millis(50)).await;
            }
        }
        self.role("form", form).await.map(drop)
    }

    /// Replaces what stands in a field, found by role and name.
    pub async fn fill(&self, role: &str, name: &str, text: &str) -> Done {
        self.click(role, name).await?;
        self.press("Control+a").await?;
        if text.is_empty() { self.press("Delete").await } else { self.type_text(text).await }
    }

    /// Types into whatever has the focus.
    pub async fn type_text(&self, text: &str) -> Done {
        Ok(self.keyboard().send_keys(text).perform().await?)
    }

    /// Presses keys together, written as `Control+k`, `Shift+Tab`, `ArrowDown`.
    pub async fn press(&self, keys: &str) -> Done {
        let chord = Chord::read(keys)?;
        let mut chain = self.keyboard();
        for key in &chord.0 {
            chain = chain.key_down(*key);
        }
        for key in chord.0.iter().rev() {
            chain = chain.key_up(*key);
        }
        Ok(chain.perform().await?)
    }

    /// Presses the same keys several times.
    pub async fn press_times(&self, keys: &str, times: usize) -> Done {
        for _ in 0..times {
            self.press(keys).await?;
        }
        Ok(())
    }

    /// Opens the palette, types, takes the first it finds when that holds these words, and waits until the palette is gone.
    pub async fn palette(&self, text: &str, first: &str) -> Done {
        self.palette_takes(text, first).await?;
        self.until("the palette to close", "return document.querySelector('[role=dialog]') === null").await
    }

    /// The same for what opens a dialog of its own.
    pub async fn palette_into(&self, action: &str) -> Done {
        self.palette_takes(action, action).await?;
        let other = "return document.querySelector('[role=dialog]') !== null && document.querySelector('[role=dialog] [role=listbox]') === null";
        self.until(&format!("the dialog of »{action}«"), other).await
    }

    async fn palette_takes(&self, text: &str, first: &str) -> Done {
        self.settled().await?;
        self.press("Control+k").await?;
        self.until("the palette", "return document.activeElement.getAttribute('role') === 'combobox'").await?;
        self.type_text(text).await?;
        let chosen = "const one = document.querySelector('[role=dialog] [role=option][aria-selected=true]');
            return one !== null && one.innerText.includes(arguments[0]);";
        self.until_with(&format!("»{first}« first in the palette"), chosen, vec![json!(first)]).await?;
        self.press("Enter").await
    }

    /// Chooses one option of a button that opens a list.
    pub async fn choose(&self, button: &str, option: &str) -> Done {
        self.click("button", button).await?;
        self.click("option", option).await
    }

    /// Takes one item of a button that opens a menu.
    pub async fn menu(&self, button: &str, item: &str) -> Done {
        self.click("button", button).await?;
        self.click("menuitem", item).await
    }

    /// Presses Tab until this has the focus.
    pub async fn tab_to(&self, wanted: &str) -> Done {
        let mut met = Vec::new();
        for _ in 0..60 {
            let here = self.focused().await?;
            if here == wanted {
                return Ok(());
            }
            met.push(here);
            self.press("Tab").await?;
        }
        Err(format!("Tab does not come to {wanted}; it met: {}", met.join(", ")).into())
    }

    /// Presses Tab until the field, button or link of this name has the focus, whatever its role.
    pub async fn tab_into(&self, name: &str) -> Done {
        self.tab_until(name, |here| here.ends_with(&format!("»{name}«"))).await
    }

    /// Goes round and round, for what is loaded late may come into its place behind the keyboard.
    async fn tab_until(&self, name: &str, found: impl Fn(&str) -> bool) -> Done {
        let start = Instant::now();
        let mut met = Vec::new();
        while start.elapsed() < LIMIT {
            let here = self.focused().await?;
            if found(&here) {
                return Ok(());
            }
            if !met.contains(&here) {
                met.push(here);
            }
            self.press("Tab").await?;
        }
        Err(format!("Tab does not come to »{name}«; it met: {}", met.join(", ")).into())
    }

    /// Goes to a field by Tab and writes in it. What takes the keyboard away meanwhile takes what a person writes, too.
    pub async fn write(&self, field: &str, text: &str) -> Done {
        self.tab_into(field).await?;
        self.press("Control+a").await?;
        self.type_text(text).await?;
        let here = self.focused().await?;
        let still = here.ends_with(&format!("»{field}«"));
        if still { Ok(()) } else { Err(format!("»{field}« lost the keyboard to {here} while »{text}« was written").into()) }
    }

    /// Goes to a button by Tab and presses it.
    pub async fn push(&self, button: &str) -> Done {
        self.tab_into(button).await?;
        self.press("Enter").await
    }

    /// Goes to a button that opens a list by Tab, and takes one of its options with the arrows. The button says what holds behind
    /// its name.
    pub async fn pick(&self, button: &str, option: &str) -> Done {
        self.tab_until(button, |here| here.starts_with(&format!("button »{button} "))).await?;
        self.press("Enter").await?;
        let in_list = "return document.activeElement.closest('[role=listbox]') !== null";
        self.until(&format!("the list of »{button}«"), in_list).await?;
        self.press("Home").await?;
        for _ in 0..60 {
            if self.focused().await? == format!("option »{option}«") {
                self.press("Enter").await?;
                let back = "return document.activeElement.getAttribute('aria-haspopup') === 'listbox'";
                return self.until("the focus back at the button", back).await;
            }
            self.press("ArrowDown").await?;
        }
        Err(format!("»{button}« has no »{option}«").into())
    }

    /// Goes to one of several tabs by the arrows.
    pub async fn turn_to(&self, tab: &str) -> Done {
        let in_tabs = "return document.activeElement.getAttribute('role') === 'tab'";
        for _ in 0..90 {
            if self.script(in_tabs, vec![]).await? == json!(true) {
                break;
            }
            self.press("Tab").await?;
        }
        for _ in 0..20 {
            if self.focused().await?.starts_with(&format!("tab »{tab}")) {
                return self.settled().await;
            }
            self.press("ArrowRight").await?;
        }
        Err(format!("the arrows do not come to the tab »{tab}«").into())
    }

    /// Takes hold of what the first selector finds and moves it over what the second finds, a little below its top.
    pub async fn take_over(&self, from: &str, to: &str) -> Done {
        let from = self.css(from).await?;
        from.scroll_into_view().await?;
        let goal = self.css(to).await?.rect().await?;
        let hold = self.driver.action_chain().move_to_element_center(&from).click_and_hold().move_by_offset(12, 4);
        let (x, y) = (goal.x + goal.width / 2.0, goal.y + goal.height.min(120.0) / 2.0);
        Ok(hold.move_to(x as i64, y as i64).move_by_offset(2, 2).perform().await?)
    }

    /// Lets go of what was taken hold of.
    pub async fn let_go(&self) -> Done {
        Ok(self.driver.action_chain().release().perform().await?)
    }

    /// Keys without the pause a pointer would need.
    fn keyboard(&self) -> ActionChain {
        self.driver.action_chain_with_delay(Some(Duration::ZERO), Some(Duration::ZERO))
    }

    /// What has the focus, as `role »name«`; as a screen reader would say it.
    pub async fn focused(&self) -> Done<String> {
        let script = "
            const one = document.activeElement;
            const named = (one.getAttribute('aria-labelledby') ?? '').split(' ').filter(Boolean)
                .map((id) => document.getElementById(id)?.innerText ?? '').join(' ');
            const label = one.labels?.[0]?.innerText;
            const name = one.getAttribute('aria-label') ?? (named || label || one.innerText);
            return `${one.getAttribute('role') ?? one.localName} »${name.trim().split('\\n')[0]}«`;";
        Ok(self.script(script, vec![]).await?.as_str().unwrap_or_default().to_owned())
    }
}
