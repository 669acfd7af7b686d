//! The versions of a budget: one takes effect and is closed, an amendment is compared with it, written out and read into.

use crate::harness::{Done, Home, Start, Window, journey};
use calamine::{Data, Reader, Xlsx, open_workbook};
use std::path::Path;
use tilsagn_core::applications::Stage;

const TITLE: &str = "Rådgiver på hjul";
const COSTS: [(&str, [&str; 2]); 3] =
    [("Løn", ["850.000", "850.000"]), ("Kampagne", ["50.000", "25.000"]), ("Kursusforløb", ["355.104,50", "355.104,25"])];
const CLOSED: &str = "og ændres ikke. Begynd en ændring for at rette budgettet.";
const AT_BUDGET: &str = "return document.activeElement.closest('[role=tabpanel]') !== null";

/// Opens the budget of the project, with the focus in its sheet.
async fn to_sheet(window: &Window) -> Done {
    window.palette(TITLE, TITLE).await?;
    window.role("tablist", "").await?;
    window.turn_to("Budget").await?;
    window.until("the sheet", "return document.querySelector('[role=grid]') !== null").await?;
    window.settled().await?;
    window.tab_until_in_sheet().await
}

/// Answers the dialog that is open.
async fn answered(window: &Window) -> Done {
    window.press("Control+Enter").await?;
    window.until("the dialog to close", "return document.querySelector('[role=dialog]') === null").await
}

/// Every number in a sheet, in øre.
fn figures(path: &Path) -> Done<Vec<i64>> {
    let mut book: Xlsx<_> = open_workbook(path)?;
    let name = book.sheet_names().first().cloned().ok_or("the book has no sheet")?;
    let cells = book.worksheet_range(&name)?;
    let number = |cell: &Data| match cell {
        Data::Float(kroner) => Some((kroner * 100.0).round() as i64),
        Data::Int(kroner) => Some(kroner * 100),
        _ => None,
    };
    Ok(cells.rows().flatten().filter_map(number).collect())
}

#[test]
fn takes_effect_is_amended_compared_written_out_and_read_into() {
    let home = Home::default();
    let file = home.with_project(TITLE, Stage::Drafting).expect("a file can be made");
    home.budget(&file, &COSTS, false).expect("a budget can be made");
    let (written, sheet) = (home.file("budget.xlsx"), home.file("flere udgifter.csv"));
    journey("versions", Start { home, ..Start::on(&file) }, async |window| {
        to_sheet(window).await?;
        window.menu("Mere med budgettet", "Lad træde i kraft …").await?;
        window.role("dialog", "").await?;
        window.write("Brevet, den hviler på", "Tilskudsbrev af 3. maj 2009").await?;
        window.look("versions-takes-effect").await?;
        answered(window).await?;
        window.sees("i kraft").await?;

        // What has taken effect is not typed in, and says why. The keyboard is at the budget still, where the menu was or in the sheet.
        window.until("the keyboard at the budget", AT_BUDGET).await?;
        window.tab_until_in_sheet().await?;
        window.to_cell("Kampagne, 2009").await?;
        window.type_text("6").await?;
        window.sees(CLOSED).await?;
        window.cell_says("Kampagne, 2009", "50.000").await?;
        window.look("versions-closed").await?;

        window.click("button", "Ny version …").await?;
        window.role("dialog", "").await?;
        window.pick("Hvad den er", "Ændring").await?;
        window.look("versions-new").await?;
        answered(window).await?;
        window.sees("kladde").await?;
        window.until_in_sheet().await?;
        window.type_at("Kampagne, 2009", "60.000").await?;
        window.cell_says("Udgifter i alt, 2009", "1.265.104,50").await?;
        window.menu("Mere med budgettet", "Sammenlign med en anden version").await?;
        window.sees("1 linje er ændret.").await?;
        window.look("versions-compared").await?;
        window.press("Escape").await?;
        window.until_in_sheet().await?;

        // Out, to a path typed.
        window.click("button", "Eksportér …").await?;
        window.role("dialog", "").await?;
        window.sees("Excel (.xlsx)").await?;
        window.write("Fil", &written.display().to_string()).await?;
        window.press("Control+Enter").await?;
        window.sees("Filen ligger i").await?;
        window.look("versions-export").await?;
        window.press("Escape").await?;
        window.gone("dialog", "").await?;
        let figures = figures(&written)?;
        for sum in [126_510_450, 123_010_425, 249_520_875] {
            assert!(figures.contains(&sum), "{sum} is not in {figures:?}");
        }

        // In, from a path typed: with a cell that is no amount nothing is read in.
        std::fs::write(&sheet, "Tekst;2009;2010\nTo cykler;20.000;3.000\nEvaluering;1.2.3;50.000\n")?;
        window.click("button", "Læs ind …").await?;
        window.role("textbox", "Eller stien til filen").await?;
        window.write("Eller stien til filen", &sheet.display().to_string()).await?;
        window.press("Enter").await?;
        window.sees("1 celle er ikke forstået.").await?;
        window.sees("1.2.3").await?;
        window.look("versions-bad-cell").await?;
        std::fs::write(&sheet, "Tekst;2009;2010\nTo cykler;20.000;3.000\nEvaluering;0,05 mio.;50.000\n")?;
        window.push("Læs filen igen").await?;
        window.sees_no("1 celle er ikke forstået.").await?;
        window.look("versions-mended").await?;
        window.push("Læs 2 linjer ind").await?;
        window.cell_says("Evaluering, 2009", "50.000").await?;
        window.cell_says("Udgifter i alt, 2009", "1.335.104,50").await?;
        window.look("versions-read-in").await?;
        window.press("Control+z").await?;
        window.no_row("Evaluering").await?;
        window.cell_says("Udgifter i alt, 2009", "1.265.104,50").await
    });
}
