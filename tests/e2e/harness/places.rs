//! Going from screen to screen, and looking at each.

use super::{Done, Window};
use serde_json::{Value, json};

/// What sticks out of the page to the right, where the page as a whole can be scrolled sideways; a table may be, in its own frame.
const TOO_WIDE: &str = "
    const page = document.scrollingElement;
    if (page.scrollWidth <= innerWidth) return null;
    const out = [...document.body.querySelectorAll('*')].filter((one) => one.getBoundingClientRect().right > innerWidth + 1);
    return `${page.scrollWidth} px: ${out.slice(0, 6).map((one) => one.outerHTML.slice(0, 90)).join('; ')}`;";

impl Window {
    /// Goes to a place of the rail, by its address: `overview`, `pools`, `applications`.
    pub async fn go(&self, place: &str) -> Done {
        self.css(&format!("nav a[href$='#/{place}']")).await?.click().await?;
        let here = "return location.hash.split('?')[0] === `#/${arguments[0]}`";
        self.until_with(place, here, vec![json!(place)]).await?;
        self.settled().await
    }

    /// Waits until the screen has its heading and nothing of it is still to be loaded.
    pub async fn settled(&self) -> Done {
        let script = "return document.querySelector('main :is(h1, h2)') !== null
            && !/Henter|Loading/.test(document.body.innerText) && document.querySelector('main [aria-busy=true]') === null
            && [...document.querySelectorAll('[role=tab][aria-selected=true]')].every((tab) => {
                // What is not drawn still has the text it had.
                const panel = document.getElementById(tab.getAttribute('aria-controls'));
                return panel !== null && panel.offsetHeight > 0 && panel.innerText.trim() !== '';
            });";
        self.until("the screen, with nothing to be loaded", script).await
    }

    /// Looks at what is on the screen: nothing sticks out, axe finds nothing, and a picture is kept.
    pub async fn look(&self, name: &str) -> Done {
        self.settled().await?;
        let wide = self.script(TOO_WIDE, vec![]).await?;
        if wide != Value::Null {
            return Err(format!("{name} scrolls sideways: {wide}").into());
        }
        self.axe().await.map_err(|error| format!("{name}: {error}"))?;
        self.picture(name).await.map(drop)
    }

    /// Opens the example from the menu.
    pub async fn open_example(&self) -> Done {
        self.menu("Fil", "Åbn eksempel").await?;
        self.sees("Åbn egen fil").await?;
        self.settled().await
    }

    /// Makes every screen stand on a day, as a person types it; `shown` is how the screen says it.
    pub async fn stand_on(&self, typed: &str, shown: &str) -> Done {
        self.click("button", "Pr. i dag").await?;
        self.role("textbox", "Vis pr.").await?.click().await?;
        self.type_text(typed).await?;
        self.press("Enter").await?;
        self.sees(&format!("Vist pr. {shown}. Der kan ikke rettes.")).await?;
        self.settled().await
    }

    /// The text of everything a selector finds, each with its spaces made single.
    pub async fn texts(&self, selector: &str) -> Done<Vec<String>> {
        let script = "return [...document.querySelectorAll(arguments[0])]
            .map((one) => one.innerText.replaceAll('\\u00ad', '').replace(/\\s+/g, ' ').trim())";
        Ok(serde_json::from_value(self.script(script, vec![json!(selector)]).await?)?)
    }
}
