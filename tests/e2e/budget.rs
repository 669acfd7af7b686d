//! A budget by keyboard: typed and pasted to the øre, judged, mended and taken back.

use crate::harness::{Done, Home, Start, Window, journey};
use tilsagn_core::applications::Stage;

const TITLE: &str = "Rådgiver på hjul";
/// The nine costs of the project description: text, and kroner in 2009 and 2010 as a person types them.
const COSTS: [(&str, &str, &str); 9] = [
    ("Lønudgifter, to konsulenter", "850.000", "850000"),
    ("Projektkoordination", "200.000 kr.", "kr. 200.000,-"),
    ("Overhead", "50.000", "50.000"),
    ("Uddannelse", "75000,00", "75.000"),
    ("To cykler", "20.000", "3.000"),
    ("Kampagne", "50.000", "25.000"),
    ("Kursusforløb", "355.104", "355\u{2009}104"),
    ("Publicering", "75.000", "75.000"),
    ("Evaluering", "0,05 mio.", "50.000"),
];
/// What the papers of the case leave unsaid and contradict, as it is worded.
const CONTRADICTIONS: [&str; 3] = ["forskel 30.000 kr.", "forskel 244.208 kr.", "Mangler 274.208 kr. i finansiering"];
const SILENT: &str = "Sagens beløb er ekskl. moms; budgettet siger ikke, om det er med moms.";
const STAFF: &str = "Egne medarbejdere";

/// The project is being written, and its case states figures.
fn start() -> Start {
    let home = Home::default();
    let file = home.with_project(TITLE, Stage::Drafting).expect("a file can be made");
    Start { home, ..Start::on(&file) }
}

/// Begins the budget of the project, by the palette and the arrows, and goes into its sheet.
async fn begun(window: &Window) -> Done {
    window.palette(TITLE, TITLE).await?;
    window.role("tablist", "").await?;
    window.turn_to("Budget").await?;
    window.look("budget-empty").await?;
    window.push("Begynd budgettet").await?;
    // Where one can type at once.
    window.until_in_sheet().await?;
    window.settled().await
}

/// What the nine costs come to, to the øre.
async fn summed(window: &Window) -> Done {
    window.cell_says("Udgifter i alt, 2009", "1.725.104").await?;
    window.cell_says("Udgifter i alt, 2010", "1.683.104").await?;
    window.cell_says("Udgifter i alt, I alt", "3.408.208").await
}

#[test]
fn typed_by_keyboard_to_the_oere_with_what_contradicts() {
    journey("budget", start(), async |window| {
        begun(window).await?;
        // The line with nothing in it is where a cost begins.
        window.to_cell("Ny udgiftslinje, Ny linje").await?;
        for (text, first, second) in COSTS {
            window.type_text(text).await?;
            window.press_times("Tab", 2).await?;
            window.type_text(first).await?;
            window.press("Tab").await?;
            window.type_text(second).await?;
            window.press("Enter").await?;
        }
        summed(window).await?;
        window.look("budget-costs").await?;

        // The grant is not allotted to years: a column that is shown when it is asked for.
        window.click("button", "Mere med budgettet").await?;
        window.click("menuitemcheckbox", "Vis »Ikke fordelt«").await?;
        window.press("Escape").await?;
        window.tab_until_in_sheet().await?;
        window.to_cell("Ny finansieringslinje, Ny linje").await?;
        window.type_text("Forebyggelsesfonden").await?;
        window.press("Tab").await?;
        window.type_text("Tilsk").await?;
        window.press("Enter").await?;
        window.type_at("Forebyggelsesfonden, Ikke fordelt", "2.336.000").await?;
        window.to_cell("Ny finansieringslinje, Ny linje").await?;
        window.type_text(STAFF).await?;
        window.press("Tab").await?;
        window.type_text("eksisterende med").await?;
        window.press("Tab").await?;
        window.type_text("399.000").await?;
        window.press("Tab").await?;
        window.type_text("399.000").await?;
        window.press("Enter").await?;
        window.cell_says(&format!("{STAFF}, Post"), "Egenfinansiering: eksisterende medarbejdere").await?;
        window.cell_says("Finansiering i alt, I alt", "3.134.000").await?;
        window.sees("Mangler 274.208 kr.").await?;
        // On a small screen the sheet has the room until the rules are asked for.
        window.click("button", "3 overholdes ikke, 2 mangler").await?;
        for words in CONTRADICTIONS {
            window.sees(words).await?;
        }
        let found = window.texts("main li").await?;
        let silent = found.iter().filter(|finding| finding.contains(SILENT)).count();
        assert!(silent >= 2, "{found:?}");
        window.look("budget-contradictions").await?;
        window.tab_until_in_sheet().await?;

        // What is no amount stays where it was typed and is told; Escape lets go of it.
        for wrong in ["1.2.3", "12,345"] {
            window.type_at(&format!("{STAFF}, 2009"), wrong).await?;
            window.cell_says(&format!("{STAFF}, 2009"), wrong).await?;
            window.sees("1 celle er ikke gemt").await?;
            window.cell_says("Finansiering i alt, I alt", "3.134.000").await?;
            window.to_cell(&format!("{STAFF}, 2009")).await?;
            window.look(&format!("budget-wrong-{}", wrong.len())).await?;
            window.press("Escape").await?;
            window.cell_says(&format!("{STAFF}, 2009"), "399.000").await?;
            window.sees_no("1 celle er ikke gemt").await?;
        }

        window.type_at(&format!("{STAFF}, 2009"), "400.000").await?;
        window.cell_says("Finansiering i alt, I alt", "3.135.000").await?;
        window.press("Control+z").await?;
        window.cell_says(&format!("{STAFF}, 2009"), "399.000").await?;
        window.cell_says("Finansiering i alt, I alt", "3.134.000").await
    });
}

#[test]
fn pasted_from_a_sheet_and_taken_back_in_one_step() {
    journey("budget-paste", start(), async |window| {
        begun(window).await?;
        // As LibreOffice Calc copies its cells: as they are shown, amounts with two decimals.
        let line = |(text, first, second): &(&str, &str, &str)| {
            let plain = |amount: &str| match amount {
                "0,05 mio." => "50.000,00".to_owned(),
                other => other.replace('\u{2009}', "."),
            };
            format!("{text}\t\t{}\t{}\n", plain(first), plain(second))
        };
        window.copy(&COSTS.iter().map(line).collect::<String>()).await?;
        window.to_cell("Ny udgiftslinje, Ny linje").await?;
        window.press("Control+v").await?;
        summed(window).await?;
        window.cell_says("Evaluering, 2009", "50.000").await?;
        window.look("budget-pasted").await?;

        window.press("Control+z").await?;
        for (text, ..) in COSTS {
            window.no_row(text).await?;
        }
        window.cell_says("Ny udgiftslinje, Nr.", "").await?;
        window.look("budget-pasted-back").await
    });
}
