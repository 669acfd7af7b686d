//! Everything again without a mouse.

use crate::harness::{Done, Start, Window, journey};
use crate::register::{SEARCH, opened};

const IN_GRID: &str = "return document.activeElement.closest('[role=grid]') !== null";

#[test]
fn the_register_by_keyboard_alone() {
    journey("keyboard", Start::default(), async |window| {
        opened(window).await?;
        // Tab: from the top of the page to the search, the filters and the grid.
        window.press("Tab").await?;
        window.tab_to("button »Kommunen kan søge«").await?;
        window.press("Space").await?;
        window.sees_no("117 af 117").await?;
        window.press("Space").await?;
        window.shows(117).await?;

        // What is typed in the grid goes to the search; Enter comes back with the first hit.
        window.tab_to_grid().await?;
        window.press("ArrowDown").await?;
        window.type_text("boerneportal").await?;
        window.shows(1).await?;
        assert_eq!(window.focused().await?, format!("input »{SEARCH}«"));
        window.press("Enter").await?;
        window.until("the focus in the grid", IN_GRID).await?;
        window.press("Enter").await?;
        window.role("article", "Børnerådets Børneportal").await?;
        window.picture("keyboard-detail").await?;
        window.press("Escape").await?;
        window.gone("article", "").await?;
        window.press("/").await?;
        window.press("Escape").await?;
        window.shows(117).await?;

        // Sorting from the heading.
        window.press("ArrowDown").await?;
        window.until("the focus in the grid", IN_GRID).await?;
        window.press("Control+Home").await?;
        window.press("ArrowUp").await?;
        window.press("Home").await?;
        to_column(window, "2020").await?;
        window.press("Enter").await?;
        window.sorted("2020", "descending").await?;
        window.axe().await?;
        window.picture("keyboard").await?;
        window.press("Enter").await?;
        window.sorted("2020", "ascending").await?;
        window.press("Enter").await?;
        window.sorted("2020", "none").await?;

        // Groups fold and open, the last line is one key away.
        window.press("ArrowDown").await?;
        window.press("Home").await?;
        window.press("Enter").await?;
        window.until("the group to fold", "return document.activeElement.ariaExpanded === 'false'").await?;
        window.press("Space").await?;
        window.until("the group to open", "return document.activeElement.ariaExpanded === 'true'").await?;
        window.press("Control+End").await?;
        window
            .until("the last initiative", "return document.activeElement.closest('[role=row]').innerText.startsWith('117')")
            .await
    });
}

#[test]
fn pools_prices_look_and_undo_by_keyboard_alone() {
    journey("keyboard-palette", Start::default(), async |window| {
        opened(window).await?;
        window.press("Control+k").await?;
        window.role("dialog", "Søg overalt").await?;
        window.type_text("motion").await?;
        window.sees("Motion og fællesskab på recept").await?;
        window.axe().await?;
        window.picture("palette").await?;
        window.press("Escape").await?;
        window.gone("dialog", "").await?;

        window.palette("91", "Idræt som vej").await?;
        window.sees("31. oktober 2019, klokkeslæt ikke oplyst").await?;
        window.palette("engelsk", "Vis på engelsk").await?;
        window.page_is("lang", "en").await?;
        window.palette("danish", "Show in Danish").await?;
        window.page_is("lang", "da").await?;
        window.palette("mørke", "Mørke farver").await?;
        window.page_is("data-theme", "dark").await?;
        window.picture("keyboard-dark").await?;
        window.palette("lyse", "Lyse farver").await?;
        window.page_is("data-theme", "light").await?;

        // Prices: to the button by Tab, the list by arrows.
        window.palette("luk detaljen", "Luk detaljen").await?;
        window.gone("article", "").await?;
        window.press("Control+f").await?;
        back_to(window, "button »Prisniveau 2019-pl«").await?;
        window.press("Enter").await?;
        window.role("listbox", "Prisniveau").await?;
        window.press("ArrowUp").await?;
        window.press("Enter").await?;
        window.sees("Omregnet til 2020-pl").await?;
        window.picture("keyboard-prices").await?;
        window.tab_to("button »Tilbage til 2019-pl«").await?;
        window.press("Enter").await?;
        window.sees_no("Omregnet til").await?;

        // A correction, kept and taken back.
        window.palette("13", "Driftstilskud til SIND Ungdom").await?;
        window.sees("Sådan gives pengene").await?;
        window.press("Control+e").await?;
        window.role("form", "Ret læsningen").await?;
        window.until("the focus in the form", "return document.activeElement.closest('form') !== null").await?;
        window.tab_to("textarea »Resumé«").await?;
        window.press("Control+End").await?;
        window.type_text(" Rettet med tastaturet.").await?;
        window.axe().await?;
        window.picture("keyboard-correct").await?;
        window.press("Control+s").await?;
        window.sees("Initiativ 13 er rettet.").await?;
        window.sees("Rettet med tastaturet.").await?;
        window.press("Control+z").await?;
        window.sees("Fortrudt: ").await?;
        window.press("Control+y").await?;
        window.sees("Gentaget: ").await?;
        window.press("Escape").await?;
        window.gone("article", "").await?;
        window.until("the focus in the grid", IN_GRID).await
    });
}

/// Moves right along the headings until this one has the focus.
async fn to_column(window: &Window, name: &str) -> Done {
    for _ in 0..20 {
        if window.focused().await? == format!("columnheader »{name}«") {
            return Ok(());
        }
        window.press("ArrowRight").await?;
    }
    Err(format!("the arrow does not come to {name}").into())
}

/// Presses Shift+Tab until this has the focus.
async fn back_to(window: &Window, wanted: &str) -> Done {
    for _ in 0..40 {
        if window.focused().await? == wanted {
            return Ok(());
        }
        window.press("Shift+Tab").await?;
    }
    Err(format!("Shift+Tab does not come to {wanted}").into())
}

impl Window {
    /// Presses Tab until the focus is in the grid.
    async fn tab_to_grid(&self) -> Done {
        for _ in 0..40 {
            if self.script(IN_GRID, vec![]).await? == serde_json::json!(true) {
                return Ok(());
            }
            self.press("Tab").await?;
        }
        Err("Tab does not come to the grid".into())
    }
}
