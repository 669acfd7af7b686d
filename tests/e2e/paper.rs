//! The paper of a case: begun from chosen pools, written, previewed, exported, handed in and taken back.

use crate::harness::{CASE, Done, Home, POOL, Start, Window, is_written, journey};
use chrono::{Days, Local};
use serde_json::json;

const OTHER: &str = "Motion og fællesskab på recept";
const DRAFT: &str = "Udkast fra data, ikke godkendt";
const PREVIEW: &str = "section[aria-label='Papiret, som det er nu']";
const HANDED_IN: &str = "section[aria-label='Papiret, som det er afleveret']";
const WRITING: &str = "return document.activeElement.getAttribute('contenteditable') === 'true'";

/// Shows the case's paper.
async fn paper(window: &Window) -> Done {
    window.palette(CASE, CASE).await?;
    window.css("section[aria-label^='Papiret, som det er']").await.map(drop)
}

/// Sets another amount aside for the pool.
async fn amount(window: &Window, amount: &str) -> Done {
    window.go("pools").await?;
    window.click("link", POOL).await?;
    window.click("button", "Ret").await?;
    window.role("form", "Ret pulje").await?;
    window.write("Afsat beløb", amount).await?;
    window.press("Control+Enter").await?;
    window.gone("form", "Ret pulje").await
}

/// What stands in the preview.
async fn preview(window: &Window, which: &str) -> Done<String> {
    window.css(which).await?;
    Ok(window.texts(which).await?.join(" "))
}

#[test]
fn begun_from_chosen_pools_written_and_exported() {
    let home = Home::default();
    let file = home.with_pool().expect("a file with a pool can be made");
    let (word, pdf) = (home.file("punkt.docx"), home.file("punkt.pdf"));
    journey("paper-written", Start { home, ..Start::on(&file) }, async |window| {
        window.go("pools").await?;
        for pool in [POOL, OTHER] {
            window.click("checkbox", &format!("Vælg »{pool}«")).await?;
        }
        window.sees("2 valgt").await?;
        window.look("paper-chosen").await?;
        window.press("Alt+i").await?;
        window.role("form", "Ny sag").await?;
        window.write("Titel", CASE).await?;
        window.pick("Udvalg", "Beskæftigelsesudvalget").await?;
        let meeting = Local::now().date_naive() + Days::new(60);
        window.write("Møde", &meeting.format("%d.%m.%Y").to_string()).await?;
        window.press("Control+Enter").await?;
        window.sees("Sagen er oprettet.").await?;
        window.css(PREVIEW).await?;
        window.sees(DRAFT).await?;
        window.look("paper-drafts").await?;

        // A text of one's own, by keyboard: bold, a list, a figure that follows the data.
        window
            .css("[data-part=summary] button[aria-label='Skriv »Resumé«'], [data-part=summary] button[aria-label='Ret »Resumé«']")
            .await?;
        let write =
            if window.roles("button", "Skriv »Resumé«").await?.is_empty() { "Ret »Resumé«" } else { "Skriv »Resumé«" };
        window.push(write).await?;
        window.until("the keyboard in the text", WRITING).await?;
        window.press("Control+a").await?;
        window.type_text("Udvalget skal ").await?;
        window.press("Control+b").await?;
        window.type_text("prioritere").await?;
        window.press("Control+b").await?;
        window.type_text(" puljerne. Der er afsat ").await?;
        window.press("Alt+t").await?;
        window.until("the figures", "return document.activeElement.getAttribute('aria-expanded') === 'true'").await?;
        window.type_text(POOL).await?;
        window.look("paper-figures").await?;
        window.press("Enter").await?;
        window.until("the keyboard back in the text", WRITING).await?;
        window.type_text(":").await?;
        window.press("Enter").await?;
        window.press("Control+Shift+8").await?;
        window.type_text("Børnene først").await?;
        window.press("Enter").await?;
        window.type_text("De ældre siden").await?;
        window.look("paper-writing").await?;
        window.press("Control+Enter").await?;
        window.sees("»Resumé« er gemt og godkendt.").await?;
        let text = "[data-part=summary] [lang=da]";
        for part in ["strong", "ul > li", "[data-code^='pool.']"] {
            window.css(&format!("{text} {part}")).await?;
        }
        let shown = preview(window, PREVIEW).await?;
        for words in [CASE, "Resumé", "Udvalget skal prioritere puljerne. Der er afsat 2,0 mio. kr.", "De ældre siden"] {
            assert!(shown.contains(words), "no »{words}« in {shown}");
        }
        window.look("paper-written").await?;

        // The whole of it is accepted, and that can be taken back.
        window.palette("Godkend alle udkast", "Godkend alle udkast i papiret").await?;
        window.sees("Alle udkast i papiret er godkendt.").await?;
        window.sees_no(DRAFT).await?;
        window.look("paper-accepted").await?;
        window.press("Control+z").await?;
        window.sees(DRAFT).await?;
        window.press("Control+y").await?;
        window.sees_no(DRAFT).await?;

        // Previewed and written.
        window.export("Dagsordenspunkt").await?;
        let shown = window.export_says().await?;
        for words in [CASE, "Indstilling", POOL, OTHER, "2,0 mio. kr."] {
            assert!(shown.contains(words), "no »{words}« in the preview: {shown}");
        }
        window.look("paper-export").await?;
        window.in_format("Word").await?;
        window.save_to(&word).await?;
        is_written(&word)?;
        window.look("paper-exported").await?;
        window.in_format("PDF").await?;
        window.save_to(&pdf).await?;
        is_written(&pdf)?;
        window.export_done().await
    });
}

#[test]
fn a_changed_figure_is_marked_until_it_is_accepted_again() {
    let home = Home::default();
    let file = home.with_case().expect("a file with a case can be made");
    journey("paper-changed", Start { home, ..Start::on(&file) }, async |window| {
        paper(window).await?;
        assert!(preview(window, PREVIEW).await?.contains("2,0 mio. kr."));
        amount(window, "3,5 mio.").await?;
        paper(window).await?;
        window.sees("1 tal er ændret, siden teksten blev godkendt").await?;
        window.sees("var 2,0 mio. kr.").await?;
        assert!(preview(window, PREVIEW).await?.contains("3,5 mio. kr."));
        window.look("paper-changed").await?;
        // Each of the texts it stands in is accepted by itself.
        for part in ["summary", "body"] {
            window
                .script(
                    "document.querySelector(`[data-part=${arguments[0]}]`).querySelector('button:not([aria-label])').focus()",
                    vec![json!(part)],
                )
                .await?;
            window.press("Enter").await?;
            let accepted = "return document.querySelector(`[data-part=${arguments[0]}] [data-changed]`) === null";
            window.until_with("the text without a mark", accepted, vec![json!(part)]).await?;
        }
        window.sees_no("var 2,0 mio. kr.").await?;
        window.look("paper-accepted-again").await?;
        // All of it back: the marks are there, and then there is nothing to mark.
        for _ in 0..2 {
            window.press("Control+z").await?;
            window.sees("var 2,0 mio. kr.").await?;
        }
        window.press("Control+z").await?;
        window.sees_no("1 tal er ændret").await?;
        assert!(preview(window, PREVIEW).await?.contains("2,0 mio. kr."));
        Ok(())
    });
}

#[test]
fn handed_in_it_never_changes_and_is_taken_back_with_a_reason() {
    let home = Home::default();
    let file = home.with_case().expect("a file with a case can be made");
    let (first, again) = (home.file("afleveret.docx"), home.file("igen.docx"));
    journey("paper-handed-in", Start { home, ..Start::on(&file) }, async |window| {
        paper(window).await?;
        window.push("Aflevér …").await?;
        window.role("dialog", "").await?;
        window.look("paper-handing-in").await?;
        window.push("Aflevér").await?;
        window.sees("Papiret er afleveret. Det ændrer sig ikke mere.").await?;
        window.css(HANDED_IN).await?;
        window.sees("Teksterne er lukket.").await?;
        window.sees("af anna (udgave 1)").await?;
        assert!(window.roles("button", "Ret »Resumé«").await?.is_empty(), "a text that is handed in can be written");
        window.look("paper-handed-in").await?;
        window.export("Dagsordenspunkt").await?;
        window.save_to(&first).await?;
        window.export_done().await?;

        // What changes afterwards is told, and does not come into it.
        amount(window, "3,5 mio.").await?;
        paper(window).await?;
        window.sees("1 tal er ændret, siden papiret blev afleveret").await?;
        let shown = preview(window, HANDED_IN).await?;
        assert!(shown.contains("2,0 mio. kr. nu 3,5 mio. kr."), "the copy has changed, or says not what is changed: {shown}");
        window.look("paper-handed-in-changed").await?;
        window.export("Dagsordenspunkt").await?;
        window.save_to(&again).await?;
        window.export_done().await?;
        assert!(std::fs::read(&first)? == std::fs::read(&again)?, "the same paper is two files");

        // Back, with a reason; the copy stays and can be seen.
        window.push("Tag tilbage …").await?;
        window.role("dialog", "").await?;
        window.press("Control+Enter").await?;
        window.until("the missing reason", "return document.querySelector('[role=dialog] [aria-invalid=true]') !== null").await?;
        window.write("Hvorfor", "Fonden har sat mere af").await?;
        window.look("paper-taking-back").await?;
        window.press("Control+Enter").await?;
        window.sees("Papiret er taget tilbage og kan ændres. Udgaven er gemt.").await?;
        window.sees("Fonden har sat mere af").await?;
        window.role("button", "Ret »Resumé«").await?;
        window.push("Vis udgave 1").await?;
        let copy = "section[aria-label='Udgave 1, som den blev afleveret']";
        window.until_with(
            "the copy",
            "return document.querySelector(arguments[0])?.innerText.replaceAll('\\u00a0', ' ').includes('2,0 mio. kr.') === true",
            vec![json!(copy)],
        )
        .await?;
        window.look("paper-copy").await?;

        // Taken back by mistake: handed in again as it was; and the handing in itself can be taken back, too.
        window.press("Control+z").await?;
        window.css(HANDED_IN).await?;
        for _ in 0..2 {
            window.press("Control+z").await?;
        }
        window.role("button", "Aflevér …").await?;
        window.sees_no("Afleverede udgaver").await
    });
}
