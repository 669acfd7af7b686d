//! The whole way of one pool, from the register to a running project, by keyboard alone, and all of it back again.

use crate::harness::{Done, Start, Window, journey};
use crate::register::opened;
use rusqlite::types::ValueRef;
use rusqlite::{Connection, OpenFlags};
use std::collections::BTreeMap;
use std::path::Path;

const TITLE: &str = "Idræt som vej til inklusion, integration, beskæftigelse og sundhed";
const CONDITION: &str = "hvis forvaltningen vurderer dem relevante";

/// Everything in a data file but its history: each table's rows, each row its columns, without versions and times of saving.
fn content(file: &Path) -> Done<BTreeMap<String, Vec<String>>> {
    let file = Connection::open_with_flags(file, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    let names = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'";
    let tables: Vec<String> = file.prepare(names)?.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
    let mut content = BTreeMap::new();
    for table in tables.into_iter().filter(|table| !table.starts_with("operation")) {
        let mut rows = file.prepare(&format!("SELECT * FROM {table}"))?;
        let columns: Vec<String> = rows.column_names().into_iter().map(str::to_owned).collect();
        let mut found = Vec::new();
        let mut rows = rows.query([])?;
        while let Some(row) = rows.next()? {
            let kept = columns.iter().enumerate().filter(|(_, column)| !matches!(column.as_str(), "version" | "saved_at"));
            let values = kept.map(|(at, column)| Ok(format!("{column}: {}", shown(row.get_ref(at)?))));
            found.push(values.collect::<Result<Vec<_>, rusqlite::Error>>()?.join(", "));
        }
        found.sort();
        content.insert(table, found);
    }
    Ok(content)
}

fn shown(value: ValueRef<'_>) -> String {
    match value {
        ValueRef::Null => "null".to_owned(),
        ValueRef::Integer(number) => number.to_string(),
        ValueRef::Real(number) => number.to_string(),
        ValueRef::Text(text) => String::from_utf8_lossy(text).into_owned(),
        ValueRef::Blob(bytes) => format!("{bytes:?}"),
    }
}

/// How many operations the file's history has.
fn operations(file: &Path) -> Done<u32> {
    let file = Connection::open_with_flags(file, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    Ok(file.query_row("SELECT count(*) FROM operation", [], |row| row.get(0))?)
}

/// A place by the palette.
async fn to(window: &Window, typed: &str, first: &str) -> Done {
    window.palette(typed, first).await?;
    window.settled().await
}

/// The municipality and its committee, as settings.
async fn who_we_are(window: &Window) -> Done {
    to(window, "Indstillinger", "Indstillinger").await?;
    window.tab_into("Din kommune").await?;
    window.type_text("lyngby").await?;
    window.press("Enter").await?;
    window.sees("indbyggere den 1. januar").await?;
    // The organisation is loaded once the municipality is known.
    window.role("form", "Tilføj et udvalg").await?;
    window.tab_to_form("Tilføj et udvalg").await?;
    window.write("Navn", "Beskæftigelses- og Integrationsudvalget").await?;
    window.write("Kort navn", "BIU").await?;
    window.push("Tilføj").await?;
    window.role("button", "Slet Beskæftigelses- og Integrationsudvalget").await.map(drop)
}

impl Window {
    /// Presses Tab until the focus is in the form of this name.
    async fn tab_to_form(&self, name: &str) -> Done {
        let inside = "return document.activeElement.closest('form')?.getAttribute('aria-label') === arguments[0]";
        for _ in 0..120 {
            if self.script(inside, vec![name.into()]).await? == serde_json::json!(true) {
                return Ok(());
            }
            self.press("Tab").await?;
        }
        Err(format!("Tab does not come to the form »{name}«").into())
    }

    /// Takes the application a step further from its page, with what is filled in between.
    async fn step(&self, stage: &str, fields: &[(&str, &str)]) -> Done {
        self.tab_into(stage).await?;
        self.press("Enter").await?;
        self.role("heading", &format!("Flyt til »{stage}«")).await?;
        for (field, text) in fields {
            self.write(field, text).await?;
        }
        self.picture(&format!("way-to-{}", stage.to_lowercase().replace(' ', "-"))).await?;
        self.press("Control+Enter").await?;
        self.stands_at(stage).await
    }

    /// Waits until the page of the application says that it stands at this stage, and looks at it.
    async fn stands_at(&self, stage: &str) -> Done {
        let current = "return document.querySelector('[aria-current=step]')?.innerText.startsWith(arguments[0]) === true
            && document.querySelector('main form') === null";
        self.until_with(&format!("the application at »{stage}«"), current, vec![stage.into()]).await?;
        self.look(&format!("way-{}", stage.to_lowercase().replace(' ', "-"))).await
    }
}

#[test]
fn from_the_register_to_a_running_project_and_back() {
    journey("way", Start::default(), async |window| {
        opened(window).await?;
        let before = content(&window.file())?;
        let history = operations(&window.file())?;
        who_we_are(window).await?;

        // Assess.
        to(window, "91", "Idræt som vej").await?;
        window.css("article [data-action=assess]").await?;
        window.press("Alt+v").await?;
        window.role("form", "Vurdér").await?;
        window.pick("Vurdering", "Afventer detaljer").await?;
        window.write("Vurderingen i ord", "Beskrivelsen foreligger ikke endnu.").await?;
        // A day that is none is not kept as the one that stood there before.
        window.write("Vurderet den", "31.2.2019").await?;
        window.press("Control+Enter").await?;
        window.sees("Det er ikke en dato endnu.").await?;
        assert_eq!(window.focused().await?, "input »Vurderet den«");
        window.write("Vurderet den", "1.3.2019").await?;
        window.look("way-1-assess").await?;
        window.press("Control+Enter").await?;
        window.sees("Vurderingen er gemt.").await?;
        window.look("way-1-assessed").await?;

        // Recommend, on a condition.
        window.press("Alt+i").await?;
        window.role("form", "Ny sag").await?;
        window.write("Titel", "Udmøntning af satspuljen").await?;
        window.pick("Udvalg", "Beskæftigelses- og Integrationsudvalget").await?;
        window.write("Møde", "12.3.2019").await?;
        window.write("Betingelse", CONDITION).await?;
        window.look("way-2-recommend").await?;
        window.press("Control+Enter").await?;
        window.sees("Sagen er oprettet.").await?;
        window.look("way-2-recommended").await?;

        // Decide: the pool becomes an application.
        window.press("Alt+b").await?;
        window.role("form", "Registrér beslutningen").await?;
        window.push("Alt godkendt").await?;
        window.sees("De afkrydsede oprettes som ansøgninger under vurdering").await?;
        window.look("way-3-decide").await?;
        window.press("Control+Enter").await?;
        window.sees("Beslutningen er registreret.").await?;
        window.look("way-3-decided").await?;

        // Until the condition is answered it is applied for only if it proves relevant.
        to(window, "91", "Idræt som vej").await?;
        window.sees("Søges, hvis relevant").await?;
        window.look("way-4-if-relevant").await?;
        window.css("article [data-action=choose]").await?;
        window.press("Alt+b").await?;
        window.role("form", "Besvar betingelsen").await?;
        window.pick("Endeligt valg", "Søges").await?;
        window.write("Svar på betingelsen", "Beskrivelsen foreligger, og puljen er relevant.").await?;
        window.write("Valgt den", "1.4.2019").await?;
        window.press("Control+Enter").await?;
        window.sees("Det endelige valg er gemt.").await?;
        window.sees_no("Søges, hvis relevant").await?;
        window.look("way-4-chosen").await?;

        // The application, stage by stage.
        window.push(TITLE).await?;
        window.stands_at("Under vurdering").await?;
        window.step("Under udarbejdelse", &[("Dato", "2.4.2019")]).await?;
        window.step("Indsendt", &[("Dato", "30.10.2019"), ("Klokkeslæt", "11:30"), ("Ansøgt beløb, kr.", "1,7 mio.")]).await?;

        window.push("Betinget tilsagn").await?;
        window.role("heading", "Flyt til »Betinget tilsagn«").await?;
        window.write("Dato", "15.12.2019").await?;
        window.write("Bevilget beløb, kr.", "1.500.000").await?;
        window.push("Tilføj betingelse").await?;
        window.write("Betingelse 1", "Samarbejdsaftale med idrætsforeningerne").await?;
        window.look("way-to-betinget-tilsagn").await?;
        window.press("Control+Enter").await?;
        window.stands_at("Betinget tilsagn").await?;
        window.turn_to("Betingelser").await?;
        window.push("Besvar …").await?;
        window.write("Svar", "Aftalen er underskrevet.").await?;
        window.press("Control+Enter").await?;
        window.sees("Aftalen er underskrevet.").await?;
        window.look("way-condition-met").await?;
        window.step("Tilsagn", &[("Dato", "10.1.2020")]).await?;
        window.step("Tilsagn accepteret", &[("Dato", "15.1.2020")]).await?;

        // The permission to spend it.
        window.turn_to("Politik og bevilling").await?;
        window.push("Registrér bevillingen").await?;
        window.write("Givet", "30.1.2020").await?;
        window.press("Control+Enter").await?;
        window.sees("Givet").await?;
        window.push("Tilføj budgetår").await?;
        window.write("Indtægt", "1.500.000").await?;
        window.write("Udgift", "1.500.000").await?;
        window.look("way-appropriation").await?;
        window.press("Control+Enter").await?;
        window.step("I gang", &[("Dato", "1.2.2020")]).await?;

        // And all of it back.
        to(window, "overblik", "Overblik").await?;
        window.look("way-overview").await?;
        let taken = operations(&window.file())? - history;
        assert!(taken >= 14, "{taken}");
        for step in 1..=taken {
            window.press("Control+z").await?;
            let start = std::time::Instant::now();
            while operations(&window.file())? < history + taken + step {
                assert!(start.elapsed() < crate::harness::LIMIT, "step {step} of {taken} was not taken back");
                tokio::time::sleep(std::time::Duration::from_millis(20)).await;
            }
        }
        window.press("Control+z").await?;
        window.sees("Der er ikke noget at fortryde").await?;
        window.look("way-back").await?;
        assert_eq!(content(&window.file())?, before);
        Ok(())
    });
}
