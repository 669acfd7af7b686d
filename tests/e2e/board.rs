//! The board: cards go on by keys and by pointer, a step that is held back says why, and one taken back says why too.

use crate::harness::{Done, Home, Start, Window, journey};
use tilsagn_core::applications::Stage;

const APPLICATIONS: [(&str, Stage); 3] =
    [("Aktive børn", Stage::Idea), ("Bedre overgange", Stage::Assessing), ("Café for alle", Stage::Submitted)];

/// Opens the applications of a new file as a board.
async fn board(window: &Window) -> Done {
    window.go("applications").await?;
    window.role("radio", "Tavle").await?.click().await?;
    window.role("region", "Ansøgninger efter status").await.map(drop)
}

impl Window {
    /// Waits until the card of this title stands under this stage.
    async fn card_at(&self, title: &str, stage: &str) -> Done {
        let script = "return [...document.querySelectorAll(`section[data-stage=\"${arguments[1]}\"] [data-card]`)]
            .some((card) => card.innerText.includes(arguments[0]))";
        self.until_with(&format!("»{title}« at {stage}"), script, vec![title.into(), stage.into()]).await
    }

    /// Waits until the keyboard is on the card of this title.
    async fn on_card(&self, title: &str) -> Done {
        let script = "return document.activeElement.closest('[data-card]')?.innerText.includes(arguments[0]) === true";
        self.until_with(&format!("the keyboard on »{title}«"), script, vec![title.into()]).await
    }
}

#[test]
fn by_keys() {
    let home = Home::default();
    let file = home.with_applications(&APPLICATIONS).expect("a file with applications can be made");
    journey("board-keys", Start { home, ..Start::on(&file) }, async |window| {
        board(window).await?;
        window.look("board").await?;
        window.tab_into("Aktive børn").await?;
        window.press("m").await?;
        window.role("menu", "Flyt »Aktive børn«").await?;
        window.look("board-menu").await?;
        window.press("Enter").await?;
        // A step that asks for nothing but its day is taken with it; the keyboard follows the card.
        window.press_if_form().await?;
        window.card_at("Aktive børn", "assessing").await?;
        window.on_card("Aktive børn").await?;

        // Arrows go from card to card; what a step asks for is asked beside the board.
        window.press("ArrowRight").await?;
        window.on_card("Café for alle").await?;
        window.press("m").await?;
        window.role("menu", "Flyt »Café for alle«").await?;
        window.arrow_to("Tilsagn").await?;
        window.press("Enter").await?;
        window.role("heading", "Flyt til »Tilsagn«").await?;
        window.press("Control+Enter").await?;
        let wrong = "return document.activeElement.getAttribute('aria-invalid') === 'true'";
        window.until("the amount to be asked for at its field", wrong).await?;
        window.look("board-form").await?;
        window.write("Bevilget beløb, kr.", "250.000").await?;
        window.press("Control+Enter").await?;
        window.card_at("Café for alle", "granted").await?;
        window.on_card("Café for alle").await?;
        window.look("board-moved").await?;

        // Taken back with its reason, from the application's own page.
        window.press("Enter").await?;
        window.role("region", "Statusforløb").await?;
        window.push("Tag trinnet tilbage …").await?;
        window.press("Control+Enter").await?;
        window.sees("Skriv hvorfor.").await?;
        window.write("Hvorfor det tages tilbage", "Brevet var til en anden ansøgning.").await?;
        window.look("board-back").await?;
        window.press("Control+Enter").await?;
        window.sees("Trinnet til »Tilsagn« er taget tilbage.").await?;
        window.turn_to("Historik").await?;
        window.sees("Brevet var til en anden ansøgning.").await?;
        window.look("board-history").await
    });
}

#[test]
fn by_pointer_and_held_back() {
    let home = Home::default();
    let file = home.with_applications(&APPLICATIONS).expect("a file with applications can be made");
    journey("board-pointer", Start { home, ..Start::on(&file) }, async |window| {
        // The municipality demands approval before anything is sent.
        window.click("link", "Indstillinger").await?;
        window.role("heading", "Regler").await?;
        window.css("label:has(+ *) input[type=checkbox], main label input[type=checkbox]").await?.click().await?;
        board(window).await?;
        window.drag("Aktive børn", "assessing").await?;
        window.press_if_form().await?;
        window.card_at("Aktive børn", "assessing").await?;
        window.drag("Bedre overgange", "drafting").await?;
        window.press_if_form().await?;
        window.card_at("Bedre overgange", "drafting").await?;

        // Where it may not go, it stays, and why is said.
        window.drag("Bedre overgange", "submitted").await?;
        window.sees("Politisk godkendelse mangler").await?;
        window.look("board-held-back").await?;
        window.press("Escape").await?;
        window.card_at("Bedre overgange", "drafting").await?;
        window.drag("Café for alle", "running").await?;
        window.sees("kan ikke flyttes").await?;
        window.card_at("Café for alle", "submitted").await?;
        window.look("board-no-way").await
    });
}

impl Window {
    /// Takes the step that a form asks about, where there is a form.
    async fn press_if_form(&self) -> Done {
        let script = "return document.querySelector('form [aria-keyshortcuts=\"Control+Enter\"]') !== null
            || document.querySelector('[role=status]')?.innerText.includes('nu »') === true
            || document.body.innerText.includes(': nu »')";
        self.until("the step's form, or the step taken", script).await?;
        if self.css_now("form [aria-keyshortcuts='Control+Enter']").await? { self.press("Control+Enter").await } else { Ok(()) }
    }

    async fn css_now(&self, selector: &str) -> Done<bool> {
        let found = self.script("return document.querySelector(arguments[0]) !== null", vec![selector.into()]).await?;
        Ok(found == serde_json::json!(true))
    }

    /// Goes down a menu to the item of this name.
    async fn arrow_to(&self, item: &str) -> Done {
        for _ in 0..12 {
            if self.focused().await?.starts_with(&format!("menuitem »{item}«")) {
                return Ok(());
            }
            self.press("ArrowDown").await?;
        }
        Err(format!("the menu has no »{item}«").into())
    }

    /// Drags the card of this title to a stage.
    async fn drag(&self, title: &str, stage: &str) -> Done {
        let card =
            "const card = [...document.querySelectorAll('[data-card]')].find((one) => one.innerText.includes(arguments[0]));
            return card === undefined ? null : card.dataset.card;";
        let card = self.script(card, vec![title.into()]).await?;
        let card = card.as_str().ok_or_else(|| format!("no card »{title}«"))?;
        self.take_over(&format!("[data-card='{card}']"), &format!("[data-stage='{stage}']")).await?;
        let over = "return document.querySelector(`[data-stage=\"${arguments[0]}\"]`)?.dataset.takes !== undefined";
        self.until_with("the stage to say whether it takes it", over, vec![stage.into()]).await?;
        self.picture(&format!("board-drag-{stage}")).await?;
        self.let_go().await
    }
}
