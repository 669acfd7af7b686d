//! Documents: added by a typed path, put where the call demands them, refused when too large, missed when gone, and redacted.

use crate::harness::{Done, Home, Start, Window, journey};
use std::fs;
use std::path::Path;
use tilsagn_core::applications::Stage;

const TITLE: &str = "Aktive børn";

/// A file with one application and the person's papers beside it.
fn start() -> Start {
    let home = Home::default();
    let file = home.with_applications(&[(TITLE, Stage::Drafting)]).expect("a file with an application can be made");
    fs::write(home.file("budget.txt"), "Løn 200.000\n").expect("a paper can be written");
    fs::write(home.file("budget uden navne.txt"), "Løn\n").expect("a paper can be written");
    // As large as that without taking the room.
    let large = fs::File::create(home.file("film.mp4")).and_then(|film| film.set_len(2 << 30));
    large.expect("a sparse file can be made");
    Start { home, ..Start::on(&file) }
}

/// Opens the application's documents.
async fn documents(window: &Window) -> Done {
    window.palette(TITLE, TITLE).await?;
    window.role("tablist", "").await?;
    window.css("[role=tab][id$='-documents']").await?.click().await?;
    window.sees("Hvad opslaget kræver").await
}

/// Adds a document by its path.
async fn add(window: &Window, path: &Path) -> Done {
    window.css("[role=tabpanel] button").await?;
    window.click("button", "Tilføj dokument").await?;
    window.role("form", "Tilføj dokument").await?;
    window.fill("textbox", "Fil", &path.display().to_string()).await?;
    window.press("Control+Enter").await
}

#[test]
fn added_demanded_refused_and_gone() {
    journey("documents", start(), async |window| {
        documents(window).await?;
        window.look("documents-empty").await?;

        // What cannot be added is refused, and what was typed stays.
        let film = window.home().file("film.mp4");
        add(window, &film).await?;
        window.sees("et dokument kan højst fylde").await?;
        window.holds("Fil", &film.display().to_string()).await?;
        window.look("documents-too-large").await?;
        let gone = window.home().file("slettet i går.pdf");
        window.fill("textbox", "Fil", &gone.display().to_string()).await?;
        window.press("Control+Enter").await?;
        window.sees_no("et dokument kan højst fylde").await?;
        window.sees("findes ikke").await?;
        window.holds("Fil", &gone.display().to_string()).await?;
        window.look("documents-no-file").await?;
        window.fill("textbox", "Fil", &window.home().file("budget.txt").display().to_string()).await?;
        window.press("Control+Enter").await?;
        window.gone("form", "Tilføj dokument").await?;
        window.role("button", "Åbn »budget.txt«").await?;

        // What the call demands is missing until the document is put to it.
        window.click("button", "Tilføj krav").await?;
        window.role("form", "Tilføj krav").await?;
        window.write("Bilag", "Budget").await?;
        window.press("Control+Enter").await?;
        window.gone("form", "Tilføj krav").await?;
        window.sees("mangler").await?;
        window.look("documents-demanded").await?;
        window.click("button", "Ret Budget").await?;
        window.role("form", "Budget").await?;
        window.tab_into("Bilag").await?;
        window.pick("Opfyldt af", "budget.txt").await?;
        window.press("Control+Enter").await?;
        window.gone("form", "Budget").await?;
        let met = "return !document.querySelector('[role=tabpanel]').innerText.includes('mangler')";
        window.until("the demand to be met", met).await?;
        window.look("documents-met").await?;

        // The content vanishes from the folder: it is said, and what is recorded stays.
        for folder in contents(window.home().path()) {
            fs::remove_file(folder)?;
        }
        window.restart().await?;
        documents(window).await?;
        window.sees("indholdet mangler i mappen").await?;
        window.look("documents-lost").await
    });
}

#[test]
fn redacted() {
    journey("documents-redacted", start(), async |window| {
        documents(window).await?;
        add(window, &window.home().file("budget.txt")).await?;
        window.gone("form", "Tilføj dokument").await?;
        window.menu("Mere for »budget.txt«", "Erstat med en anonymiseret udgave …").await?;
        window.role("dialog", "Erstat »budget.txt« med en anonymiseret udgave").await?;
        window.look("documents-redact").await?;
        let clean = window.home().file("budget uden navne.txt");
        window.fill("textbox", "Fil", &clean.display().to_string()).await?;
        window.press("Control+Enter").await?;
        window.gone("dialog", "").await?;
        window.sees("anonymiseret udgave").await?;
        window.sees("indholdet fjernet").await?;
        window.look("documents-redacted").await?;
        let kept: Vec<String> = contents(window.home().path()).iter().filter_map(|file| fs::read_to_string(file).ok()).collect();
        assert!(!kept.iter().any(|text| text.contains("200.000")), "the content is still there: {kept:?}");
        Ok(())
    });
}

/// The contents in the folders of documents.
fn contents(home: &Path) -> Vec<std::path::PathBuf> {
    let mut found = Vec::new();
    for path in fs::read_dir(home).into_iter().flatten().flatten().map(|entry| entry.path()) {
        let papers = path.is_dir() && path.to_string_lossy().contains("ansøgninger");
        if papers {
            found.extend(files(&path));
        }
    }
    found
}

fn files(folder: &Path) -> Vec<std::path::PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    entries.flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] }).collect()
}

impl Window {
    /// Waits until a field holds this text.
    pub async fn holds(&self, field: &str, text: &str) -> Done {
        let script = "return [...document.querySelectorAll('input, textarea')]
            .some((one) => one.labels[0]?.innerText === arguments[0] && one.value === arguments[1])";
        self.until_with(&format!("»{field}« to hold »{text}«"), script, vec![field.into(), text.into()]).await
    }
}
