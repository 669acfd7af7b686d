//! Every screen as it looks: small and large, light and dark, Danish and English. Each picture is to be looked at.

use crate::harness::{Done, Start, Window, journey};
use crate::register::opened;

/// The screens by the names of their links.
const DANISH: [(&str, &str); 5] = [
    ("register", "Initiativer"),
    ("pools", "Puljer"),
    ("financing", "Finansiering"),
    ("history", "Historik"),
    ("settings", "Indstillinger"),
];
const ENGLISH: [(&str, &str); 5] = [
    ("register", "Initiatives"),
    ("pools", "Pools"),
    ("financing", "Financing"),
    ("history", "History"),
    ("settings", "Settings"),
];

/// Goes through the screens; each passes axe, nothing sticks out of the window, and a picture is kept.
async fn through(window: &Window, screens: &[(&str, &str)], look: &str) -> Done {
    for (screen, link) in screens {
        window.click("link", link).await?;
        window.until_with("the screen", "return document.title.includes(arguments[0])", vec![(*link).into()]).await?;
        window.look(&format!("look-{look}-{screen}")).await?;
    }
    Ok(())
}

#[test]
fn large_and_light_then_dark_in_danish() {
    journey("look-large", Start { size: (1920, 1080), ..Start::default() }, async |window| {
        opened(window).await?;
        through(window, &DANISH, "da-light-1920").await?;
        window.click("switch", "Mørke farver").await?;
        window.resize(1280, 800).await?;
        through(window, &DANISH, "da-dark-1280").await
    });
}

#[test]
fn english_light_and_then_large_and_dark() {
    journey("look-english", Start::default(), async |window| {
        opened(window).await?;
        window.click("button", "EN – English").await?;
        window.role("grid", "Initiatives").await?;
        through(window, &ENGLISH, "en-light-1280").await?;
        window.click("switch", "Dark colours").await?;
        window.resize(1920, 1080).await?;
        through(window, &ENGLISH, "en-dark-1920").await?;
        window.palette("91", "Sport as a path").await?;
        window.sees("31 October 2019").await?;
        window.picture("look-en-dark-1920-detail").await.map(drop)
    });
}

/// A window of 1280 × 800 at 200 % zoom has room for 640 × 400; the program's smallest is 640 × 480.
#[test]
fn at_twice_the_size_everything_can_still_be_reached() {
    journey("look-zoomed", Start { size: (640, 480), ..Start::default() }, async |window| {
        opened(window).await?;
        through(window, &DANISH, "da-light-640").await?;
        window.click("link", "Initiativer").await?;
        window.palette("91", "Idræt som vej").await?;
        window.sees("31. oktober 2019, klokkeslæt ikke oplyst").await?;
        window.axe().await?;
        window.picture("look-da-light-640-detail").await?;
        window.click("button", "Luk detaljen (Escape)").await?;
        window.gone("article", "").await?;
        for name in ["Kolonner", "Filtre", "Visninger", "Kommunen kan søge"] {
            let at = window.bring("button", name).await?;
            let room = window.script("return innerWidth", vec![]).await?.as_f64().ok_or("no width")?;
            assert!(at.x >= 0.0 && at.x + at.width <= room, "»{name}« is cut off");
        }
        Ok(())
    });
}
