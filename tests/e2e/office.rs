//! Who we are: the municipality with its departments, committees, people and rule, who uses the program, and a second municipality.

use crate::harness::{Done, Start, Window, journey};
use crate::register::opened;

/// Goes to a part of the settings by its link.
async fn part(window: &Window, name: &str) -> Done {
    window.click("link", name).await?;
    window.role("heading", name).await.map(drop)
}

/// Chooses the municipality of the window in the settings.
async fn municipality(window: &Window, name: &str) -> Done {
    part(window, "Kommune").await?;
    window.fill("combobox", "Din kommune", name).await?;
    window.press("Enter").await?;
    window.role("button", &format!("Kommune: {name}")).await.map(drop)
}

/// Fills in the line under a table and adds it.
async fn add(window: &Window, form: &str, fields: &[(&str, &str)]) -> Done {
    let first = format!("form[aria-label='{form}'] input");
    window.css(&first).await?.click().await?;
    for (field, text) in fields {
        window.write(field, text).await?;
    }
    window.press("Enter").await
}

#[test]
fn departments_committees_people_and_the_rule() {
    journey("office", Start::default(), async |window| {
        opened(window).await?;
        window.click("link", "Indstillinger").await?;
        window.role("heading", "Dig og skærmen").await?;
        part(window, "Organisation").await?;
        window.sees("Vælg en kommune først").await?;
        window.look("office-nobody").await?;
        municipality(window, "Lyngby-Taarbæk").await?;
        part(window, "Organisation").await?;
        window.sees("Ingen afdelinger endnu").await?;
        window.look("office-empty").await?;

        add(window, "Tilføj en afdeling", &[("Navn", "Center for Arbejdsmarked"), ("Kort navn", "CAM")]).await?;
        window.role("button", "Slet Center for Arbejdsmarked").await?;
        add(window, "Tilføj et udvalg", &[("Navn", "Beskæftigelsesudvalget"), ("Kort navn", "BIU"), ("Dækker", "Jobcenter")])
            .await?;
        window.role("button", "Slet Beskæftigelsesudvalget").await?;
        // A short name is used once in a municipality.
        add(window, "Tilføj et udvalg", &[("Navn", "Børneudvalget"), ("Kort navn", "BIU")]).await?;
        let refused =
            "return document.querySelector('form[aria-label=\"Tilføj et udvalg\"] [aria-invalid=true]')?.value === 'BIU'";
        window.until("the short name to be refused at its field, and kept", refused).await?;
        window.look("office-taken").await?;
        window.fill_in_form("Tilføj et udvalg", "Kort navn", "BUU").await?;
        window.press("Enter").await?;
        window.role("button", "Slet Børneudvalget").await?;
        add(window, "Tilføj en person", &[("Navn", "Anna Sørensen")]).await?;
        window.role("button", "Slet Anna Sørensen").await?;
        window.click("checkbox", "Skal godkendes politisk før indsendelse Er det slået fra, kan godkendelsen komme bagefter: programmet advarer, men holder ikke ansøgningen tilbage.").await?;
        let ruled = "return [...document.querySelectorAll('main input[type=checkbox]')].some((one) => one.checked)";
        window.until("the rule", ruled).await?;
        window.look("office-filled").await?;

        // Deleted, and brought back.
        window.click("button", "Slet Børneudvalget").await?;
        window.sees("Slettet: Børneudvalget").await?;
        window.look("office-deleted").await?;
        window.click("button", "Fortryd").await?;
        window.role("button", "Slet Børneudvalget").await.map(drop)
    });
}

#[test]
fn history_says_who_and_two_municipalities_stand_apart() {
    journey("office-two", Start::default(), async |window| {
        opened(window).await?;
        // Asked for once, in the rail.
        window.click("button", "Hvem er du?").await?;
        window.role("textbox", "Dit navn").await?.click().await?;
        window.type_text("Bodil Østergård").await?;
        window.look("office-who").await?;
        window.press("Enter").await?;
        window.role("link", "Bodil Østergård").await?;

        window.click("link", "Indstillinger").await?;
        window.role("heading", "Dig og skærmen").await?;
        municipality(window, "Lyngby-Taarbæk").await?;
        part(window, "Organisation").await?;
        add(window, "Tilføj et udvalg", &[("Navn", "Beskæftigelsesudvalget"), ("Kort navn", "BIU")]).await?;
        window.role("button", "Slet Beskæftigelsesudvalget").await?;
        municipality(window, "København").await?;
        part(window, "Organisation").await?;
        window.gone("button", "Slet Beskæftigelsesudvalget").await?;
        // The same short name in another municipality is another committee's.
        add(window, "Tilføj et udvalg", &[("Navn", "Beskæftigelses- og Integrationsudvalget"), ("Kort navn", "BIU")]).await?;
        window.role("button", "Slet Beskæftigelses- og Integrationsudvalget").await?;
        window.menu("Kommune: København", "Lyngby-Taarbæk").await?;
        window.role("button", "Slet Beskæftigelsesudvalget").await?;
        window.gone("button", "Slet Beskæftigelses- og Integrationsudvalget").await?;

        window.go("history").await?;
        window.sees("Bodil Østergård").await?;
        window.sees("Beskæftigelsesudvalget").await?;
        window.look("office-history").await
    });
}

impl Window {
    /// Writes in a field of one form among several with fields of that name.
    async fn fill_in_form(&self, form: &str, field: &str, text: &str) -> Done {
        let script = "const fields = [...document.querySelectorAll(`form[aria-label=\"${arguments[0]}\"] input`)];
            fields.find((one) => one.labels[0].innerText === arguments[1])?.focus();";
        self.script(script, vec![form.into(), field.into()]).await?;
        self.press("Control+a").await?;
        self.type_text(text).await
    }
}
