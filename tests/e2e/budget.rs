//! A budget by keyboard: typed, pasted, judged, undone, frozen, compared, read in and written out.

use crate::harness::{Done, Home, Start, Window, journey};
use chrono::Local;
use std::path::PathBuf;
use tilsagn_core::applications::Stage;
use tilsagn_core::budgets::Vat;
use tilsagn_core::calendar::PartialDate;

const TITLE: &str = "Rådgiver på hjul";
/// The nine costs of the project description: text, and kroner in 2009 and 2010 as a person types them.
const COSTS: [(&str, &str, &str); 9] = [
    ("Lønudgifter, to konsulenter", "850.000", "850000"),
    ("Projektkoordination", "200.000 kr.", "kr. 200.000,-"),
    ("Overhead", "50.000", "50.000"),
    ("Uddannelse", "75000,00", "75.000"),
    ("To cykler", "20.000", "3.000"),
    ("Kampagne", "50.000", "25.000"),
    ("Kursusforløb", "355.104", "355\u{2009}104"),
    ("Publicering", "75.000", "75.000"),
    ("Evaluering", "0,05 mio.", "50.000"),
];
/// What the papers of the case leave unsaid and contradict, as it is worded.
const CONTRADICTIONS: [&str; 3] = ["forskel 30.000 kr.", "forskel 244.208 kr.", "Mangler 274.208 kr. i finansiering"];

/// A data file in which the project is being written, with the figures the case states, without value added tax.
fn with_stated_figures(home: &Home) -> Done<PathBuf> {
    let path = home.with_applications(&[(TITLE, Stage::Drafting)])?;
    let error = |error: tilsagn_core::Error| format!("{error:?}");
    let today = Local::now().date_naive();
    let mut store =
        tilsagn_core::store::Store::open(&path, tilsagn_core::views::OpenMode::Write, &home.environment()).map_err(error)?;
    let lyngby = store.municipality_named("Lyngby-Taarbæk").map_err(error)?.id;
    let id = store.applications(lyngby, today).map_err(error)?.applications[0].id;
    let mut application = store.application(id, today).map_err(error)?.application;
    application.requested = Some("2336000".parse().map_err(error)?);
    application.total = Some("3164000".parse().map_err(error)?);
    application.vat = Vat::Excl;
    application.period_start = PartialDate::parse("2009-01-01");
    application.period_end = PartialDate::parse("2010-12-31");
    store.application_save(&application, today).map_err(error)?;
    Ok(path)
}

impl Window {
    /// Goes to the budget of the project, by the palette and the arrows.
    async fn to_budget(&self) -> Done {
        self.palette(TITLE, TITLE).await?;
        self.role("tablist", "").await?;
        self.turn_to("Budget").await
    }

    /// Presses Tab until the focus is in the sheet.
    async fn tab_until_in_sheet(&self) -> Done {
        for _ in 0..90 {
            if self.script("return document.activeElement.closest('[role=grid]') !== null", vec![]).await?
                == serde_json::json!(true)
            {
                return Ok(());
            }
            self.press("Tab").await?;
        }
        Err("Tab does not come into the sheet".into())
    }

    /// Waits until a cell says this, its name being row, column, value and what is to be known of it.
    async fn cell_says(&self, begins: &str, holds: &str) -> Done {
        let script = "return [...document.querySelectorAll('[role=grid] [role=gridcell], [role=grid] [role=rowheader]')]
            .some((cell) => { const name = cell.getAttribute('aria-label') ?? '';
                return name.startsWith(arguments[0]) && name.includes(arguments[1]); });";
        self.until_with(&format!("»{begins}« with »{holds}«"), script, vec![begins.into(), holds.into()]).await
    }

    /// Goes to a cell by the arrows, from wherever the focus is in the sheet.
    async fn to_cell(&self, begins: &str) -> Done {
        const WAY: &str = "
            const place = (cell) => [Number(cell.closest('[data-line]').dataset.line), Number(cell.dataset.column)];
            const here = document.activeElement.closest('[role=grid] [data-column]');
            const there = [...document.querySelectorAll('[role=grid] [data-column]')]
                .find((cell) => (cell.getAttribute('aria-label') ?? '').startsWith(arguments[0]));
            return here && there ? [place(here), place(there)] : null;";
        self.until_with(
            &format!("a way to »{begins}«"),
            &WAY.replace("[place(here), place(there)] : null", "true : false"),
            vec![begins.into()],
        )
        .await?;
        let way = self.script(WAY, vec![begins.into()]).await?;
        let [from, to]: [[i64; 2]; 2] = serde_json::from_value(way)?;
        let steps = |by: i64, back: &'static str, on: &'static str| (if by < 0 { back } else { on }, by.unsigned_abs() as usize);
        let (key, times) = steps(to[0] - from[0], "ArrowUp", "ArrowDown");
        self.press_times(key, times).await?;
        let (key, times) = steps(to[1] - from[1], "ArrowLeft", "ArrowRight");
        self.press_times(key, times).await?;
        let there = "return (document.activeElement.getAttribute('aria-label') ?? '').startsWith(arguments[0])";
        self.until_with(&format!("the focus at »{begins}«"), there, vec![begins.into()]).await
    }
}

#[test]
fn typed_by_keyboard_to_the_oere_with_what_contradicts() {
    let home = Home::default();
    let file = with_stated_figures(&home).expect("a file can be made");
    journey("budget", Start { home, ..Start::on(&file) }, async |window| {
        window.to_budget().await?;
        window.look("budget-empty").await?;
        window.push("Begynd budgettet").await?;
        window.until("the sheet", "return document.querySelector('[role=grid]') !== null").await?;
        window.settled().await?;
        window.tab_until_in_sheet().await?;

        // The line with nothing in it is where a cost begins.
        window.to_cell("Ny udgiftslinje, Nr.").await?;
        window.press("ArrowRight").await?;
        for (text, first, second) in COSTS {
            window.type_text(text).await?;
            window.press_times("Tab", 2).await?;
            window.type_text(first).await?;
            window.press("Tab").await?;
            window.type_text(second).await?;
            window.press("Enter").await?;
        }
        window.cell_says("Udgifter i alt, 2009", "1.725.104").await?;
        window.cell_says("Udgifter i alt, 2010", "1.683.104").await?;
        window.cell_says("Udgifter i alt, I alt", "3.408.208").await?;
        window.look("budget-costs").await
    });
}
