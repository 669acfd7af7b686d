//! The other screens: pools, financing, settings.

use crate::harness::{Start, journey};
use crate::register::opened;

#[test]
fn pools_with_the_one_of_no_initiative() {
    journey("pools", Start::default(), async |window| {
        opened(window).await?;
        window.click("link", "Puljer").await?;
        window.role("table", "Puljer").await?;
        window.sees("uden initiativ").await?;
        window.axe().await?;
        window.picture("pools").await?;
        window.fill("searchbox", "Søg i titel, konto, myndighed …", "motion og").await?;
        window.sees("1 af ").await?;
        window.click("link", "Motion og fællesskab på recept").await?;
        window.role("article", "Motion og fællesskab på recept 23,7 mio. kr.").await?;
        window.sees("31. oktober 2019, klokkeslæt ikke oplyst").await?;
        window.axe().await?;
        window.picture("pools-detail").await?;
        window.press("Escape").await?;
        window.click("button", "Ryd søgningen").await?;
        window.fill("searchbox", "Søg i titel, konto, myndighed …", "repatriering").await?;
        window.sees("uden initiativ").await?;
        window.picture("pools-repatriation").await?;
        Ok(())
    });
}

#[test]
fn financing_shows_both_sums_of_table_3() {
    journey("financing", Start::default(), async |window| {
        opened(window).await?;
        window.click("link", "Finansiering").await?;
        window.sees("Tabel 2: Omprioritering af fremadrettede bevillinger").await?;
        window.sees("stemmer med aftalen").await?;
        window.sees("193,0").await?;
        window.sees("192,8").await?;
        window.sees("<0,1").await?;
        window.axe().await?;
        window.picture("financing").await?;
        window.script("[...document.querySelectorAll('tfoot')].at(-1).scrollIntoView({ block: 'end' })", vec![]).await?;
        window.picture("financing-lower").await?;
        window.fill("searchbox", "Søg i konto eller titel …", "satspulje").await?;
        window.sees_no("192,8").await
    });
}

#[test]
fn settings_at_a_glance() {
    journey("settings", Start::default(), async |window| {
        opened(window).await?;
        window.click("link", "Indstillinger").await?;
        window.role("heading", "Dig og skærmen").await?;
        window.axe().await?;
        window.picture("settings").await?;
        window.fill("textbox", "Dit navn", "Anna Sørensen").await?;
        window.press("Tab").await?;
        for section in ["De 98 kommuner", "Befolkningstal", "Prisindeks", "Datafil"] {
            window.click("link", section).await?;
            window.role("heading", section).await?;
        }
        window.click("button", "Sikkerhedskopiér nu").await?;
        window.sees("Sikkerhedskopieret ").await?;
        window
            .until(
                "the new backup in the list",
                "return document.querySelector('main table button[aria-label^=\"Gendan\"]') !== null",
            )
            .await?;
        window.axe().await?;
        window.picture("settings-file").await?;
        window.restart().await?;
        window.click("link", "Indstillinger").await?;
        window
            .until(
                "the name to be kept",
                "return [...document.querySelectorAll('input')].some((one) => one.value === 'Anna Sørensen')",
            )
            .await
    });
}
