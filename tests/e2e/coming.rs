//! Kommende sager: what a committee is told is coming, moved and dropped with a reason, and taken up again.

use crate::harness::{Start, journey};
use crate::register::opened;

const REPORT: &str = "Slutrapport på satspuljeprojektet Håndholdt Ressourceforløb";

#[test]
fn the_final_report_is_coming_is_moved_dropped_and_brought_back() {
    journey("coming", Start::default(), async |window| {
        opened(window).await?;
        window.open_example().await?;
        window.go("cases").await?;
        window.click("link", "Kommende sager").await?;
        window.sees("Næste møde efter 12. marts 2019").await?;
        window.sees(REPORT).await?;
        window.look("coming-day").await?;

        window.click("button", "Tilbage til i dag").await?;
        window.sees_no("Der kan ikke rettes.").await?;
        window.menu(&format!("Mere for »{REPORT}«"), "Til et andet møde …").await?;
        window.role("form", "Til et andet møde").await?;
        window.write("Det første møde efter", "9.4.2019").await?;
        window.write("Begrundelse", "Rapporten er ikke færdig").await?;
        window.look("coming-move").await?;
        window.press("Control+Enter").await?;
        window.sees("Sagen er flyttet.").await?;
        window.sees("Næste møde efter 9. april 2019").await?;
        window.look("coming-moved").await?;

        window.menu(&format!("Mere for »{REPORT}«"), "Sagen kommer ikke …").await?;
        window.role("form", "Sagen kommer ikke").await?;
        window.press("Control+Enter").await?;
        window.sees("Skriv hvorfor.").await?;
        window.write("Begrundelse", "Udvalget har fået den").await?;
        window.press("Control+Enter").await?;
        window.sees("Sagen er udeladt.").await?;
        window.sees("Udeladt eller flyttet").await?;
        window.look("coming-dropped").await?;
        window.click("button", &format!("Tag med igen: »{REPORT}«")).await?;
        window.sees("Sagen er på listen igen.").await?;
        window.look("coming-back").await
    });
}
