//! What is appended to a paper: a table of pools with its rows, order and columns, and other appendices, moved and taken away.

use crate::harness::{CASE, Done, Home, POOL, Start, Window, journey};
use std::io::Read as _;
use std::path::Path;

const OTHER: &str = "Pulje til partnerskabsprojekter om idræt og inklusion";
const TABLE: &str = "Oversigt over forårets puljer";
const LETTER: &str = "Brev fra fonden";

/// The text of a Word document, its cells and paragraphs one after the other.
fn words(path: &Path) -> Done<String> {
    let mut text = String::new();
    zip::ZipArchive::new(std::fs::File::open(path)?)?.by_name("word/document.xml")?.read_to_string(&mut text)?;
    let mut plain = String::new();
    for piece in text.split('<').skip(1) {
        let (tag, after) = piece.split_once('>').unwrap_or((piece, ""));
        if tag == "/w:p" {
            plain.push('\n');
        }
        plain.push_str(after);
    }
    Ok(plain)
}

/// Fails unless these stand in the text in this order, from the last place the first one stands at.
fn in_order(text: &str, wanted: &[&str]) -> Done {
    let mut from = text.rfind(wanted[0]).ok_or_else(|| format!("no »{}« in {text}", wanted[0]))?;
    for one in wanted {
        from += text[from..].find(one).ok_or_else(|| format!("no »{one}« after the others in {}", &text[from..]))?;
    }
    Ok(())
}

async fn saved(window: &Window) -> Done {
    window.press("Control+Enter").await?;
    window.gone("form", "Nyt bilag").await
}

#[test]
fn rows_order_and_columns_are_chosen_and_stand_in_the_file() {
    let home = Home::default();
    let file = home.with_case().expect("a file with a case can be made");
    let paper = home.file("punkt.docx");
    journey("appendix", Start { home, ..Start::on(&file) }, async |window| {
        window.palette(CASE, CASE).await?;
        window.css("[data-part]").await?;
        window.menu("Tilføj bilag", "Oversigt over puljer").await?;
        window.role("form", "Nyt bilag").await?;
        window.write("Titel", TABLE).await?;
        // Another column, before the description; another order of the pools the case is about.
        window.tab_into("I alt").await?;
        window.press("Space").await?;
        window.push("Flyt I alt op").await?;
        window.push("Tilføj dem, punkterne handler om").await?;
        window.push(&format!("Flyt »91 {OTHER}« op")).await?;
        window.look("appendix-form").await?;
        saved(window).await?;
        window.sees("Bilaget er gemt.").await?;
        window.sees("2 puljer valgt").await?;
        window.look("appendix-saved").await?;

        // A second one, moved before it by Alt and the arrow, and that taken back.
        window.menu("Tilføj bilag", "Andet bilag").await?;
        window.role("form", "Nyt bilag").await?;
        window.write("Titel", LETTER).await?;
        saved(window).await?;
        let first = format!("document.querySelectorAll('[data-appendix]')[0]?.innerText.includes('{LETTER}')");
        window.until("the keyboard at the appendix", "return document.activeElement.dataset.appendix !== undefined").await?;
        window.press("Alt+ArrowUp").await?;
        window.until("the letter first", &format!("return {first} === true")).await?;
        let kept = format!("return document.activeElement.innerText.includes('{LETTER}')");
        window.until("the keyboard at what was moved", &kept).await?;
        window.look("appendix-moved").await?;
        window.press("Control+z").await?;
        window.until("the letter last again", &format!("return {first} === false")).await?;

        // It is in the preview and in the file as it was chosen.
        window.export("Dagsordenspunkt").await?;
        let columns = ["Initiativ og aktivitetsområde", "I alt", "Beskrivelse"];
        in_order(&window.export_says().await?, &[TABLE, columns[0], columns[1], columns[2], OTHER, POOL])?;
        window.script("[...document.querySelectorAll('[role=dialog] section table')].at(-1)?.scrollIntoView()", vec![]).await?;
        window.look("appendix-preview").await?;
        window.in_format("Word").await?;
        window.save_to(&paper).await?;
        window.export_done().await?;
        in_order(&words(&paper)?, &[TABLE, columns[0], columns[1], columns[2], OTHER, POOL])?;

        // Removed by key, and brought back.
        window.script("document.querySelector('[data-appendix]').focus()", vec![]).await?;
        window.press("Enter").await?;
        window.role("form", "Ret bilaget").await?;
        window.look("appendix-correct").await?;
        window.press("Escape").await?;
        window.gone("form", "Ret bilaget").await?;
        window.until("the keyboard at the appendix", "return document.activeElement.dataset.appendix !== undefined").await?;
        window.press("Delete").await?;
        window.until("one appendix", "return document.querySelectorAll('[data-appendix]').length === 1").await?;
        window.press("Control+z").await?;
        window.until("two appendices", "return document.querySelectorAll('[data-appendix]').length === 2").await
    });
}

#[test]
fn the_selected_pools_as_an_appendix_of_their_own() {
    let home = Home::default();
    let file = home.with_case().expect("a file with a case can be made");
    let appendix = home.file("bilag.docx");
    journey("appendix-pools", Start { home, ..Start::on(&file) }, async |window| {
        window.go("pools").await?;
        for pool in [POOL, OTHER] {
            window.click("checkbox", &format!("Vælg »{pool}«")).await?;
        }
        window.click("button", "Eksportér …").await?;
        window.export_shown().await?;
        window.sees("De 2 puljer, du har valgt").await?;
        window.pick("Udvalget i titlen", "BIU").await?;
        window.tab_into("Forvaltningens holdning").await?;
        window.press("Space").await?;
        let shown = "return /Beskæftigelsesudvalget[^]*Forvaltningens holdning/
            .test(document.querySelector('[role=dialog] section[tabindex]').innerText)";
        window.until("the committee and the column in the preview", shown).await?;
        window.look("appendix-pools").await?;
        window.in_format("Word").await?;
        window.save_to(&appendix).await?;
        window.export_done().await?;
        let words = words(&appendix)?;
        for wanted in ["Beskæftigelsesudvalget", "Forvaltningens holdning", POOL, OTHER] {
            assert!(words.contains(wanted), "no »{wanted}« in {words}");
        }
        assert!(!words.contains("Motion og fællesskab på recept"), "a pool that is not selected: {words}");
        Ok(())
    });
}
