//! One initiative beside the register: its pools, what DUT says, language and colours.

use crate::harness::{Done, Start, Window, journey};
use crate::register::{SEARCH, opened, search};

/// Opens an initiative by its number, from wherever one is.
pub async fn open_initiative(window: &Window, number: u32, title: &str) -> Done {
    window.palette(&number.to_string(), title).await?;
    window.sees(&format!("Initiativ {number} ")).await?;
    window.sees("Sådan gives pengene").await
}

#[test]
fn the_two_pools_of_91() {
    journey("pools-of-91", Start::default(), async |window| {
        opened(window).await?;
        search(window, "idræt som vej").await?;
        window.shows(1).await?;
        window.click("rowheader", "Idræt som vej til inklusion, integration, beskæftigelse og sundhed").await?;
        window.role("article", "Idræt som vej til inklusion, integration, beskæftigelse og sundhed").await?;
        window.role("heading", "Puljer og opslag (2), mio. kr. (2019-pl)").await?;
        let pools = "return [...document.querySelectorAll('section[aria-labelledby=detail-pools] h4')]
            .map((one) => one.innerText.trim().split(/\\s*\\n\\s*/))";
        let pools: Vec<Vec<String>> = serde_json::from_value(window.script(pools, vec![]).await?)?;
        assert_eq!(
            pools,
            [
                ["Idræt som vej til inklusion, integration, beskæftigelse og sundhed", "35,0"],
                ["Pulje til partnerskabsprojekter om idræt og inklusion", "11,3"],
                ["Motion og fællesskab på recept", "23,7"]
            ]
        );
        window.sees("21,7 mio. kr.").await?;
        window.sees("31. oktober 2019, klokkeslæt ikke oplyst").await?;
        window
            .until("the title of the window", "return document.title === '91 – Initiativer – Satspuljen 2019 – Tilsagn'")
            .await?;
        window.amounts_in_sight().await?;
        window.axe().await?;
        window.picture("pools-of-91").await?;
        window.bring("heading", "Sådan gives pengene").await?;
        window.picture("pools-of-91-lower").await?;
        // Escape peels one layer: first the detail, then the search.
        window.click("button", "Luk detaljen (Escape)").await?;
        window.gone("article", "").await?;
        window.until("the focus back in the grid", "return document.activeElement.closest('[role=grid]') !== null").await
    });
}

#[test]
fn english_and_dark_at_one_switch_each() {
    journey("language", Start::default(), async |window| {
        opened(window).await?;
        window.page_is("lang", "da").await?;
        window.page_is("data-theme", "light").await?;
        window.click("button", "EN – English").await?;
        window.page_is("lang", "en").await?;
        window.role("grid", "Initiatives").await?;
        window.sees("matches the agreement").await?;
        window.click("switch", "Dark colours").await?;
        window.page_is("data-theme", "dark").await?;
        window.axe().await?;
        window.picture("language").await?;

        window.palette("91", "Sport as a path").await?;
        window.sees("How the money is handed out").await?;
        // The official title is Danish and is said to be; the English one stands under it.
        let title = "const heading = document.querySelector('article h2');
            return heading?.querySelector('[lang=da]')?.innerText === 'Idræt som vej til inklusion, integration, beskæftigelse og sundhed'
                && heading.nextElementSibling.innerText.startsWith('Sport as a path')
                && heading.nextElementSibling.closest('[lang=da]') === null;";
        window.until("the Danish title with its English one", title).await?;
        window.sees("31 October 2019").await?;
        window.amounts_in_sight().await?;
        window.axe().await?;
        window.picture("language-detail").await?;

        window.restart().await?;
        window.page_is("lang", "en").await?;
        window.page_is("data-theme", "dark").await?;
        window.click("button", "DA – Dansk").await?;
        window.role("grid", "Initiativer").await?;
        window.click("switch", "Mørke farver").await?;
        window.page_is("data-theme", "light").await?;
        window.role("searchbox", SEARCH).await.map(drop)
    });
}

#[test]
fn a_share_is_estimated_only_where_the_agreement_allows_it() {
    journey("share", Start::default(), async |window| {
        opened(window).await?;
        open_initiative(window, 82, "Konkurser i ældreplejen").await?;
        window.sees("Der er ikke valgt en kommune.").await?;
        window.click("link", "Vælg den i Indstillinger").await?;
        window.fill("combobox", "Din kommune", "lyngby").await?;
        window.press("Enter").await?;
        window.sees("indbyggere den 1. januar 2024").await?;
        window.axe().await?;
        window.picture("share-municipality").await?;

        open_initiative(window, 82, "Konkurser i ældreplejen").await?;
        window.sees("Lyngby-Taarbæk har 56.214 af Danmarks 5.822.763 indbyggere pr. 1. januar 2020.").await?;
        window.role("table", "Anslået andel for Lyngby-Taarbæk, kr. (2019-pl)").await?;
        window.axe().await?;
        window.picture("share").await?;

        open_initiative(window, 52, "").await?;
        window.sees("Kommunal andel ikke oplyst").await?;
        window.sees_no("Anslået andel").await?;
        window.axe().await?;
        window.picture("share-regional").await?;
        open_initiative(window, 61, "").await?;
        window.sees("Kommunal andel ikke oplyst").await
    });
}
