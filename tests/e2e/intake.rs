//! A sheet of the office's own is read in: row by row first, then whole, and taken back whole.

use crate::harness::{Done, Home, Start, Window, journey};
use std::path::Path;
use tilsagn_core::applications::Stage;

const SHEET: &str = "Titel;Tilskudsgiver;Status;Ansøgt beløb;Ansøgningsfrist\n\
    Aktive børn;Den Private Fond;Idé;250.000;1.5.2019\n\
    Bøger i alle hjem;Fonden;Under udarbejdelse;1,2 mio.;\n\
    Café for alle;Fonden;Indsendt;mange penge;\n";

/// Goes to where a sheet is read in, and names it.
async fn show(window: &Window, path: &Path) -> Done {
    window.palette("indlæs regneark", "Indlæs regneark").await?;
    window.fill("textbox", "Eller stien til filen", &path.display().to_string()).await?;
    window.press("Enter").await
}

#[test]
fn a_text_file_with_a_bad_row() {
    let home = Home::default();
    let file = home.with_applications(&[("Det, der var", Stage::Idea)]).expect("a file with an application can be made");
    let sheet = home.file("vores ansøgninger.csv");
    std::fs::write(&sheet, SHEET).expect("a sheet can be written");
    journey("intake", Start { home, ..Start::on(&file) }, async |window| {
        window.go("applications").await?;
        window.sees("1 ansøgning").await?;
        show(window, &window.home().file("den findes ikke.csv")).await?;
        window.sees("findes ikke. Intet er ændret.").await?;
        window.look("intake-no-file").await?;
        window.fill("textbox", "Eller stien til filen", &sheet.display().to_string()).await?;
        window.press("Enter").await?;
        window.role("grid", "Arkets rækker").await?;
        window.role("button", "Tilføjes: 2").await?;
        window.role("button", "Kan ikke læses: 1").await?;
        window.sees("1 række kan ikke læses.").await?;
        window.sees("»mange penge« kan ikke forstås").await?;
        window.look("intake-preview").await?;

        // Nothing is kept until it is said, and a row that cannot be read holds all of it back.
        let held = window.role("button", "Indlæs 2 rækker").await?;
        assert!(!held.is_enabled().await?, "a bad row must hold the sheet back");
        window.click("button", "Udelad dem, der ikke kan læses").await?;
        window.role("button", "Udelades: 1").await?;
        window.click("button", "Indlæs 2 rækker").await?;
        window.sees("2 tilføjet").await?;
        window.look("intake-done").await?;
        window.click("button", "Se ansøgningerne").await?;
        window.sees("3 ansøgninger").await?;
        window.look("intake-applications").await?;

        // The same sheet again would change what it made, and add nothing.
        show(window, &sheet).await?;
        window.role("grid", "Arkets rækker").await?;
        window.role("button", "Tilføjes: 0").await?;
        window.look("intake-again").await?;

        // All of it is one step back.
        window.go("applications").await?;
        window.sees("3 ansøgninger").await?;
        window.press("Control+z").await?;
        window.sees("1 ansøgning").await?;
        window.sees_no("Bøger i alle hjem").await
    });
}

#[test]
fn a_workbook() {
    let home = Home::default();
    let file = home.with_applications(&[("Det, der var", Stage::Idea)]).expect("a file with an application can be made");
    let workbook = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/intake.xlsx").canonicalize();
    let workbook = workbook.expect("the workbook is there");
    journey("intake-workbook", Start { home, ..Start::on(&file) }, async |window| {
        window.go("applications").await?;
        show(window, &workbook).await?;
        window.role("grid", "Arkets rækker").await?;
        window.look("intake-workbook").await
    });
}
