//! The example as of 12 March 2019: every screen of it, in both languages and colours, small and large. Each picture is to be
//! looked at.

use crate::harness::{Done, Start, Window, journey};
use crate::register::opened;

/// Where the nine pools of the meeting stood that day, by the number of their initiative.
const NINE: [(&str, &str); 9] = [
    ("90", "Uklart"),
    ("91", "Søges, hvis relevant"),
    ("92", "Søges ikke"),
    ("93", "Søges, hvis relevant"),
    ("96", "Søges ikke"),
    ("97", "Afventer detaljer"),
    ("107", "Søges, hvis relevant"),
    ("108", "Afventer detaljer"),
    ("uden initiativnummer", "Indgår i praksis"),
];
const CASE: &str = "Udmøntning af satspuljemidler 2019 - prioritering af puljeansøgninger";
/// Those who stand in the example, each with an application to look at.
const COPENHAGEN: &str = "København";
const ISHOEJ: &str = "Ishøj";

/// Opens the example from the menu: it stands on the day of the committee's meeting.
async fn on_the_day(window: &Window) -> Done {
    opened(window).await?;
    window.open_example().await?;
    window.sees("Vist pr. 12. marts 2019. Der kan ikke rettes.").await?;
    window.settled().await
}

/// Shows another municipality of the file.
async fn municipality(window: &Window, now: &str, other: &str) -> Done {
    window.menu(now, other).await?;
    window.sees(other).await?;
    window.settled().await
}

/// Opens an application by its title, and looks at so many of its tabs.
async fn application(window: &Window, title: &str, name: &str, tabs: usize) -> Done {
    window.palette(title, title).await?;
    window.until_with("its page", "return document.title.startsWith(arguments[0])", vec![title.into()]).await?;
    window.role("tablist", "").await?;
    // By what they are, whatever the language and the count beside the name.
    let ids = "return [...document.querySelectorAll('[role=tab]')].map((tab) => tab.id.split('-').at(-1))";
    let ids: Vec<String> = serde_json::from_value(window.script(ids, vec![]).await?)?;
    assert_eq!(ids.len(), 14, "{ids:?}");
    for id in &ids[..tabs] {
        window.css(&format!("[role=tab][id$='-{id}']")).await?.click().await?;
        let shown = "return document.querySelector('[role=tab][aria-selected=true]').id.endsWith(`-${arguments[0]}`)";
        window.until_with(id, shown, vec![id.as_str().into()]).await?;
        window.look(&format!("{name}-{id}")).await?;
    }
    Ok(())
}

/// Looks at the places of the rail, each as it opens.
async fn places(window: &Window, places: &[&str], look: &str) -> Done {
    for place in places {
        window.go(place).await?;
        window.look(&format!("example-{look}-{place}")).await?;
    }
    Ok(())
}

/// Shows the applications as list or board.
async fn show_as(window: &Window, board: bool) -> Done {
    let choice = window.role("radio", if board { "Tavle" } else { "Liste" }).await?;
    choice.click().await?;
    window.role(if board { "region" } else { "grid" }, if board { "Ansøgninger efter status" } else { "" }).await.map(drop)
}

#[test]
fn lyngby_taarbaek_on_the_day_of_the_meeting() {
    journey("example-lyngby", Start::default(), async |window| {
        on_the_day(window).await?;
        window.go("overview").await?;
        window.sees("Udvalgets betingelse er ikke besvaret").await?;
        let figures = window.texts("main").await?.join(" ");
        for figure in ["14 kræver handling", "3 af 3 besvarede imødekommet", "Under vurdering 3 ukendt", "I gang 3 ukendt"] {
            assert!(figures.contains(figure), "no »{figure}« in {figures}");
        }
        window.look("example-da-overview").await?;

        window.go("pools").await?;
        window.sees("29 af 29").await?;
        let rows = window.texts("main tbody tr").await?;
        for (number, status) in NINE {
            let row = rows.iter().find(|row| row.starts_with(number)).ok_or("a pool of the meeting is not there")?;
            assert!(row.contains(status), "{number} is not {status}: {row}");
        }
        // Once for each initiative; the pools inside one stand as it stands.
        let relevant = rows.iter().filter(|row| row.contains("Søges, hvis relevant") && !row.contains("del af"));
        assert_eq!(relevant.count(), 3);
        window.look("example-da-pools").await?;
        window.css("main tr:has([href$='/initiatives/93']) [data-pool]").await?.click().await?;
        window.sees("hvis forvaltningen vurderer dem relevante, når de nærmere beskrivelser foreligger").await?;
        window.look("example-da-pool").await?;

        window.go("applications").await?;
        window.sees("7 ansøgninger").await?;
        window.look("example-da-applications").await?;
        show_as(window, true).await?;
        window.look("example-da-board").await?;
        show_as(window, false).await?;
        application(window, "Et mere rummeligt arbejdsmarked", "example-da-application", 14).await
    });
}

#[test]
fn the_committees_case_and_the_other_screens_of_that_day() {
    journey("example-case", Start::default(), async |window| {
        on_the_day(window).await?;
        // The control of the day, there and back.
        window.click("button", "Tilbage til i dag").await?;
        window.sees_no("Der kan ikke rettes.").await?;
        window.look("example-da-today").await?;
        window.stand_on("12.3.2019", "12. marts 2019").await?;
        window.go("cases").await?;
        window.look("example-da-cases").await?;
        window.click("link", CASE).await?;
        window.sees("Ad 1) ").await?;
        window.sees("Ad 2) ").await?;
        window.sees("hvis forvaltningen vurderer dem relevante, når de nærmere beskrivelser foreligger").await?;
        window.look("example-da-case").await?;

        window.go("initiatives").await?;
        window.role("columnheader", "Status hos os").await?;
        window.look("example-da-initiatives").await?;
        window.palette("91", "Idræt som vej").await?;
        window.sees("Søges, hvis relevant").await?;
        window.look("example-da-initiative").await?;
        places(window, &["economy", "financing", "history"], "da").await?;
        window.click("link", "Indstillinger").await?;
        window.look("example-da-settings").await?;

        // Twice as large: the program's smallest window.
        window.resize(640, 480).await?;
        places(window, &["overview", "pools", "applications", "economy", "cases"], "640").await?;
        window.click("link", CASE).await?;
        window.look("example-640-case").await?;
        application(window, "Et mere rummeligt arbejdsmarked", "example-640-application", 1).await
    });
}

#[test]
fn copenhagen_and_ishoej_in_english_and_dark() {
    journey("example-others", Start::default(), async |window| {
        on_the_day(window).await?;
        municipality(window, "Kommune: Lyngby-Taarbæk", COPENHAGEN).await?;
        places(window, &["overview", "pools", "applications", "economy", "cases"], "copenhagen").await?;
        window.click("button", "EN – English").await?;
        window.click("switch", "Dark colours").await?;
        window.page_is("data-theme", "dark").await?;
        application(window, "Rådgiver på hjul", "example-en-dark-application", 14).await?;
        // Its budget, money and effect, small and large.
        for (width, height) in [(640, 480), (1920, 1080), (1280, 800)] {
            window.resize(width, height).await?;
            application(window, "Rådgiver på hjul", &format!("example-en-dark-{width}"), 4).await?;
        }

        municipality(window, "Municipality: København", ISHOEJ).await?;
        places(window, &["overview", "applications", "economy", "cases"], "en-dark-ishoej").await?;
        window.resize(1920, 1080).await?;
        places(window, &["overview", "initiatives", "pools", "applications", "economy", "history"], "en-dark-1920").await
    });
}
