//! After the award: what is spent and what came, what if it falls short, and what it is meant to bring.

use crate::harness::{Done, Home, Start, Window, journey};
use tilsagn_core::applications::Stage;

const TITLE: &str = "Rådgiver på hjul";
const COSTS: [(&str, [&str; 2]); 2] = [("Løn", ["850.000", "850.000"]), ("Kampagne", ["50.000", "25.000"])];

fn start() -> Start {
    let home = Home::default();
    let file = home.with_project(TITLE, Stage::Running).expect("a file can be made");
    home.budget(&file, &COSTS, true).expect("a budget can be made");
    Start { home, ..Start::on(&file) }
}

/// Opens a part of the project.
async fn to(window: &Window, tab: &str) -> Done {
    window.palette(TITLE, TITLE).await?;
    window.role("tablist", "").await?;
    window.turn_to(tab).await
}

/// Keeps the form of this name.
async fn kept(window: &Window, form: &str) -> Done {
    window.press("Control+Enter").await?;
    window.gone("form", form).await?;
    window.settled().await
}

#[test]
fn spent_received_and_what_if() {
    journey("money", start(), async |window| {
        to(window, "Tilskud og forbrug").await?;
        window.look("money-begun").await?;
        window.push("Bogfør").await?;
        window.role("form", "Bogfør").await?;
        window.write("Dag", "15.3.2009").await?;
        window.pick("Budgetlinje", "Kampagne").await?;
        window.write("Beløb, kr.", "80.000,50").await?;
        window.write("Bilag", "4711").await?;
        window.write("Tekst", "Annoncer").await?;
        window.look("money-spending").await?;
        kept(window, "Bogfør").await?;
        window.sees("80.000,50").await?;
        // More than the line has.
        window.sees("Overskredet").await?;

        window.push("Tilføj rate").await?;
        window.role("form", "Tilføj rate").await?;
        window.write("Rate", "1. rate").await?;
        window.write("Modtaget den", "1.2.2009").await?;
        window.write("Modtaget, kr.", "0,5 mio.").await?;
        window.look("money-instalment").await?;
        kept(window, "Tilføj rate").await?;
        window.sees("500.000").await?;
        window.look("money-standing").await?;

        window.push("Hvad nu hvis …").await?;
        window.write("Forbruget falder", "20").await?;
        window.until("the reckoning", "return document.querySelector('main [aria-busy=true]') === null").await?;
        window.sees("1.420.000").await?;
        window.look("money-what-if").await?;
        window.press("Escape").await?;
        window.sees_no("intet her gemmes").await
    });
}

#[test]
fn meant_to_bring() {
    journey("effect", start(), async |window| {
        to(window, "Forventet effekt").await?;
        window.look("effect-begun").await?;
        window.push("Tilføj effekt").await?;
        window.role("form", "Tilføj effekt").await?;
        window.write("Hvad bruges der mindre på?", "Kontanthjælp").await?;
        window.write("Budgetområde", "Forsørgelse").await?;
        window.write("Statens refusion, pct.", "20").await?;
        window.write("Antagelse", "77 helårspersoner i arbejde").await?;
        window.look("effect-form").await?;
        kept(window, "Tilføj effekt").await?;

        window.push("Tilføj år").await?;
        window.role("form", "Tilføj år").await?;
        window.write("År", "2009").await?;
        window.write("Personer", "77").await?;
        window.write("Måneder pr. person", "12").await?;
        window.write("Kr. pr. person pr. måned", "10.000").await?;
        window.look("effect-year").await?;
        kept(window, "Tilføj år").await?;
        // 77 persons for 12 months at 10.000 kr., of which the state pays a fifth.
        window.sees("9.240.000").await?;
        window.sees("7.392.000").await?;
        window.look("effect").await
    });
}
