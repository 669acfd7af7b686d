//! A municipality's own form of papers: made of one that ships, used by a case, given a template, and kept while it is in use.

use crate::harness::{CASE, Done, Home, Start, Window, is_written, journey};

const COPENHAGEN: &str = "København";
const OWN: &str = "København, vores egen";
const SOLUTION: &str = "Hvad vi foreslår";

/// Shows the forms.
async fn forms(window: &Window) -> Done {
    window.click("link", "Indstillinger").await?;
    window.click("link", "Papirer").await?;
    window.css("[data-form=koebenhavn]").await.map(drop)
}

/// Shows the paper of the case.
async fn paper(window: &Window) -> Done {
    window.palette(CASE, CASE).await?;
    window.css("[data-part]").await.map(drop)
}

/// Chooses a file as the form's template.
async fn template(window: &Window, path: &std::path::Path) -> Done {
    window.menu(&format!("Mere med »{OWN}«"), "Word-skabelon …").await?;
    window.role("dialog", "").await?;
    window.write("Fil", &path.display().to_string()).await?;
    window.press("Enter").await
}

#[test]
fn made_of_one_that_ships_used_and_kept_while_it_is_in_use() {
    let home = Home::default();
    let file = home.with_case().expect("a file with a case can be made");
    let (letterhead, broken, written) = (home.file("brevpapir.docx"), home.file("intet.docx"), home.file("punkt.docx"));
    std::fs::write(&broken, "ikke et dokument").expect("a file can be written");
    journey("paper-forms", Start { home, ..Start::on(&file) }, async |window| {
        // A Word document with every style a paper uses: one of the program's own.
        paper(window).await?;
        window.export("Dagsordenspunkt").await?;
        window.save_to(&letterhead).await?;
        window.export_done().await?;

        forms(window).await?;
        window.look("paper-forms").await?;
        window.push(&format!("Lav egen ud fra den: »{COPENHAGEN}«")).await?;
        window.role("form", "En ny papirform").await?;
        window.write("Løsning", SOLUTION).await?;
        window.until("the heading in the sample", &sample_says(SOLUTION)).await?;
        window.look("paper-forms-own").await?;
        window.press("Control+Enter").await?;
        window.sees(&format!("»{OWN}« er gemt.")).await?;
        window.gone("form", "En ny papirform").await?;
        window.look("paper-forms-saved").await?;

        // What is no Word document is refused and nothing is lost; one that is becomes the template.
        template(window, &broken).await?;
        window.sees("kan ikke læses som et Word-dokument").await?;
        window.look("paper-forms-broken-template").await?;
        window.write("Fil", &letterhead.display().to_string()).await?;
        window.press("Enter").await?;
        window.gone("dialog", "").await?;
        window.sees("skabelon brevpapir.docx").await?;
        window.look("paper-forms-template").await?;

        // The case is written in it; what stood under headings it does not have is kept, and said.
        paper(window).await?;
        window.pick("Form", OWN).await?;
        window.role("region", "Ikke med i papiret").await?;
        window.sees("De er gemt og kommer tilbage").await?;
        window.look("paper-forms-case").await?;
        window.role("region", "Ikke med i papiret").await?.scroll_into_view().await?;
        window.look("paper-forms-left-over").await?;
        window.export("Dagsordenspunkt").await?;
        window.save_to(&written).await?;
        is_written(&written)?;
        window.export_done().await?;

        // In use it cannot be deleted, and it is said why.
        forms(window).await?;
        window.sees("1 sag").await?;
        window.menu(&format!("Mere med »{OWN}«"), "Slet …").await?;
        window.role("alertdialog", "").await?;
        window.push("Slet").await?;
        window.sees("Den er ikke slettet.").await?;
        window.look("paper-forms-in-use").await?;
        window.press("Escape").await?;
        window.gone("alertdialog", "").await?;

        // Back in the form it had, everything is in the paper again.
        paper(window).await?;
        window.pick("Form", "Lyngby-Taarbæk").await?;
        window.gone("region", "Ikke med i papiret").await?;
        window.sees_no("Udkast fra data, ikke godkendt").await?;
        forms(window).await?;
        window.menu(&format!("Mere med »{OWN}«"), "Slet …").await?;
        window.role("alertdialog", "").await?;
        window.push("Slet").await?;
        window.sees(&format!("Slettet: {OWN}")).await?;
        window.press("Control+z").await?;
        window.sees("skabelon brevpapir.docx").await
    });
}

fn sample_says(text: &str) -> String {
    format!("return document.querySelector('section[aria-label=\"Et papir i denne form\"]').innerText.includes('{text}')")
}
