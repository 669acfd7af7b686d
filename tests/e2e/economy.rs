//! What a municipality has promised, the rules of a pool, and what own staff is reckoned by.

use crate::harness::{Done, Home, Start, Window, journey};
use crate::register::opened;
use tilsagn_core::applications::Stage;

/// Chooses a year of the economy.
async fn year(window: &Window, which: &str, year: &str) -> Done {
    window.pick(which, year).await?;
    window.settled().await
}

#[test]
fn promised_in_2009_and_2010_by_copenhagen() {
    journey("economy", Start::default(), async |window| {
        opened(window).await?;
        window.open_example().await?;
        window.menu("Kommune: Lyngby-Taarbæk", "København").await?;
        window.sees("København").await?;
        window.go("economy").await?;
        window.look("economy-copenhagen").await?;
        year(window, "Fra", "2009").await?;
        year(window, "Til", "2010").await?;
        let table = window.texts("main table").await?.join(" ");
        for heading in ["2009", "2010", "I alt"] {
            assert!(table.contains(heading), "no »{heading}« in {table}");
        }
        window.look("economy-2009").await
    });
}

#[test]
fn the_rules_of_a_pool_and_the_wages_of_own_staff() {
    let home = Home::default();
    let file = home.with_project("Rådgiver på hjul", Stage::Drafting).expect("a file can be made");
    journey("economy-rules", Start { home, ..Start::on(&file) }, async |window| {
        window.go("pools").await?;
        window.css("main [data-pool]").await?.click().await?;
        window.sees("Sædvanlige vilkår fra").await?;
        window.pick("Sædvanlige vilkår fra", "Socialstyrelsen (Social- og Boligstyrelsen)").await?;
        window.sees("sædvanligt").await?;
        window.look("economy-rules").await?;
        window.css("button[aria-label^='Ændr: ']").await?.click().await?;
        window.look("economy-rule").await?;
        window.write("Hvor det står, eller hvorfor", "Tilsagnet af 12. marts").await?;
        window.press("Control+Enter").await?;
        window.sees("sat for puljen").await?;
        window.look("economy-rule-set").await?;

        window.click("link", "Indstillinger").await?;
        window.click("link", "Løn og årsværk").await?;
        window.fill("textbox", "Timer i et årsværk", "1.628").await?;
        window.press("Enter").await?;
        window.css("form[aria-label='Tilføj et lønskøn'] input").await?.click().await?;
        window.write("År", "2010").await?;
        window.write("Stigning, pct.", "2,1").await?;
        window.write("Skøn", "Budget 2010").await?;
        window.press("Enter").await?;
        window.role("button", "Slet 2010").await?;
        window.look("economy-wages").await
    });
}
