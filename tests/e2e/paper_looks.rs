//! The papers of the example as they look: in both languages and colours, small and large. Each picture is to be looked at.

use crate::harness::{Done, Start, Window, journey};
use crate::register::opened;

/// The item of 12 March 2019.
const AGENDA: &str = "Udmøntning af satspuljemidler 2019 - prioritering af puljeansøgninger";

/// The item about the counsellor on wheels.
const COPENHAGEN: &str = "ansøgning til forebyggelsesfonden";

/// Shows a case's paper and looks at its beginning and its end.
async fn paper(window: &Window, title: &str, name: &str) -> Done {
    window.palette(title, title).await?;
    window.css("[data-part]").await?;
    window.look(&format!("paper-look-{name}")).await?;
    window.script("document.querySelectorAll('[data-part]')[6]?.scrollIntoView()", vec![]).await?;
    window.look(&format!("paper-look-{name}-lower")).await
}

/// Looks at the paper as it is about to be exported.
async fn export(window: &Window, action: &str, name: &str) -> Done {
    window.palette_into(action).await?;
    window.export_shown().await?;
    window.look(&format!("paper-look-{name}-export")).await?;
    window.export_done().await
}

#[test]
fn the_item_of_12_march_small_and_large() {
    journey("paper-look-lyngby", Start::default(), async |window| {
        opened(window).await?;
        window.open_example().await?;
        for (width, height) in [(1280, 800), (1920, 1080), (640, 480)] {
            window.resize(width, height).await?;
            paper(window, AGENDA, &format!("lyngby-{width}")).await?;
            export(window, "Eksportér: Dagsordenspunkt", &format!("lyngby-{width}")).await?;
        }
        Ok(())
    });
}

#[test]
fn copenhagen_in_english_and_dark() {
    journey("paper-look-copenhagen", Start::default(), async |window| {
        opened(window).await?;
        window.open_example().await?;
        window.menu("Kommune: Lyngby-Taarbæk", "København").await?;
        window.click("button", "EN – English").await?;
        window.click("switch", "Dark colours").await?;
        window.page_is("data-theme", "dark").await?;
        for (width, height) in [(1280, 800), (1920, 1080), (640, 480)] {
            window.resize(width, height).await?;
            paper(window, COPENHAGEN, &format!("copenhagen-{width}")).await?;
            export(window, "Export: Agenda item", &format!("copenhagen-{width}")).await?;
        }
        window.resize(1280, 800).await?;
        window.click("link", "Settings").await?;
        window.click("link", "Papers").await?;
        window.css("[data-form=koebenhavn]").await?;
        window.look("paper-look-forms").await
    });
}
