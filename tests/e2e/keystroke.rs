//! How soon the grid answers a key; `cargo xtask bench` runs this on the release program, and on a bare window's field.

use crate::harness::{Done, Start, Window, journey};
use thirtyfour::Key;

/// Words that narrow the list letter by letter and then, taken back one by one, widen it again: the first letters leave many rows.
const WORDS: [&str; 3] = ["unge", "børn", "støt"];
const DELETE: char = '\u{e003}';

/// Starts to listen for one key. Painted is the end of the first frame after the last change on the page: a message sent from
/// the frame's callback is delivered when the frame has been drawn. The page is at rest 300 ms after that.
const LISTEN: &str = "
    window.keyPainted = new Promise((resolve) => {
        addEventListener('keydown', (key) => {
            let rest = null;
            const drawn = new MessageChannel();
            drawn.port1.onmessage = () => {
                const painted = performance.now();
                clearTimeout(rest);
                rest = setTimeout(() => { changes.disconnect(); resolve(painted - key.timeStamp); }, 300);
            };
            const changed = () => {
                clearTimeout(rest);
                requestAnimationFrame(() => drawn.port2.postMessage(null));
            };
            const changes = new MutationObserver(changed);
            changes.observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
            changed();
        }, { capture: true, once: true });
    });";
const PAINTED: &str = "const done = arguments[arguments.length - 1]; window.keyPainted.then(done);";

#[test]
#[ignore = "a measurement, not a check"]
fn to_painted_grid() {
    let file = std::env::var_os("TILSAGN_DB");
    let start = Start { file: file.clone().map(Into::into), ..Start::default() };
    journey("keystroke", start, async |window| {
        if file.is_some() {
            window.role("grid", "Initiativer").await?;
        }
        window.css("[type=search]").await?.click().await?;
        let keys = WORDS.iter().flat_map(|word| word.chars().chain(word.chars().map(|_| DELETE)));
        // The first letter finds code that was never run, and a page that may still be loading its last parts.
        milliseconds(window, 'x').await?;
        milliseconds(window, DELETE).await?;
        let mut times = Vec::new();
        for key in keys {
            times.push(milliseconds(window, key).await?);
        }
        told(times);
        Ok(())
    });
}

/// The largest budget a person works in, 500 lines in 120 months: figures typed in one cell after the other, each ended by Enter.
#[test]
#[ignore = "a measurement, not a check"]
fn to_painted_sheet() {
    let file = std::env::var_os("TILSAGN_DB");
    journey("keystroke-sheet", Start { file: file.map(Into::into), ..Start::default() }, async |window| {
        window.palette("Det største budget", "Det største budget").await?;
        window.role("tablist", "").await?;
        window.turn_to("Budget").await?;
        window.until("a cell of a month", "return document.querySelectorAll('[role=grid] [role=gridcell]').length > 50").await?;
        window.settled().await?;
        window.script(INTO_A_MONTH, vec![]).await?;
        for key in ['1', '\u{e007}'] {
            milliseconds(window, key).await?;
        }
        let mut times = Vec::new();
        for key in "1234\u{e007}".repeat(5).chars() {
            times.push(milliseconds(window, key).await?);
        }
        told(times);
        Ok(())
    });
}

/// Puts the focus into the first cell that can be typed a figure in.
const INTO_A_MONTH: &str = "
    const cells = [...document.querySelectorAll('[role=grid] [role=gridcell]')];
    const cell = cells.find((cell) => /^[\\d.]+$/.test(cell.textContent.trim()) && cell.getAttribute('aria-readonly') !== 'true');
    cell.click(); cell.focus();";

/// The page about what 2,000 applications promise, from nothing to painted. Other years each time, so that nothing is at hand.
#[test]
#[ignore = "a measurement, not a check"]
fn to_painted_economy() {
    let file = std::env::var_os("TILSAGN_DB");
    journey("keystroke-economy", Start { file: file.map(Into::into), ..Start::default() }, async |window| {
        let mut times = Vec::new();
        for to in 2019..=2030 {
            window.go("history").await?;
            let time = window.script_later(OPENED, vec![to.into()]).await?.as_f64().ok_or("no time was measured")?;
            times.push(time);
        }
        // The first finds code that was never run.
        told(times.split_off(1));
        Ok(())
    });
}

/// Goes to the page, and gives the time until the last change on it was painted.
const OPENED: &str = "
    const [to, done] = arguments;
    const start = performance.now();
    let rest = null;
    const drawn = new MessageChannel();
    drawn.port1.onmessage = () => {
        const painted = performance.now();
        clearTimeout(rest);
        const ready = document.querySelector('main table') !== null && !/Henter|Loading/.test(document.body.innerText);
        if (ready) rest = setTimeout(() => { changes.disconnect(); done(painted - start); }, 300);
    };
    const changes = new MutationObserver(() => requestAnimationFrame(() => drawn.port2.postMessage(null)));
    changes.observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
    location.hash = `#/economy?from=2019&to=${to}`;";

/// The list of 10,000 days: from row to row, then letters in its search.
#[test]
#[ignore = "a measurement, not a check"]
fn to_painted_deadlines() {
    let file = std::env::var_os("TILSAGN_DB");
    journey("keystroke-deadlines", Start { file: file.map(Into::into), ..Start::default() }, async |window| {
        days(window, "Liste", "[role=grid] [data-line]").await?;
        window.script("document.querySelector('[role=grid] [tabindex=\"0\"]').focus()", vec![]).await?;
        let mut times = arrows(window, &[Key::Down.value(); 12]).await?;
        window.press("Control+f").await?;
        for key in WORDS.iter().flat_map(|word| word.chars().chain(word.chars().map(|_| DELETE))) {
            times.push(milliseconds(window, key).await?);
        }
        told(times);
        Ok(())
    });
}

/// A month of the 10,000 days: from day to day and from month to month.
#[test]
#[ignore = "a measurement, not a check"]
fn to_painted_month() {
    let file = std::env::var_os("TILSAGN_DB");
    journey("keystroke-month", Start { file: file.map(Into::into), ..Start::default() }, async |window| {
        days(window, "Måned", "[data-view=month] [data-day]").await?;
        window.script("document.querySelector('[data-view=month] [tabindex=\"0\"][data-day]').focus()", vec![]).await?;
        told(
            arrows(
                window,
                &[Key::Right, Key::Down, Key::Down, Key::Left, Key::PageDown, Key::Up].map(|key| key.value()).repeat(4),
            )
            .await?,
        );
        Ok(())
    });
}

/// The timeline of the 10,000 days: from application to application, and along the marks of one.
#[test]
#[ignore = "a measurement, not a check"]
fn to_painted_timeline() {
    let file = std::env::var_os("TILSAGN_DB");
    journey("keystroke-timeline", Start { file: file.map(Into::into), ..Start::default() }, async |window| {
        days(window, "Tidslinje", "[data-view=timeline] [data-row]").await?;
        window.script("document.querySelector('[data-view=timeline] [data-row] [tabindex=\"0\"]').focus()", vec![]).await?;
        told(
            arrows(
                window,
                &[Key::Down, Key::Right, Key::Right, Key::Down, Key::Down, Key::Left].map(|key| key.value()).repeat(4),
            )
            .await?,
        );
        Ok(())
    });
}

/// Shows the days as a list, a month or a timeline, and waits for what is drawn of it.
async fn days(window: &Window, view: &str, drawn: &str) -> Done {
    window.go("deadlines").await?;
    window.click("radio", view).await?;
    window.css(drawn).await?;
    window.settled().await
}

/// What each key took; the first finds code that was never run, and is not counted.
async fn arrows(window: &Window, keys: &[char]) -> Done<Vec<f64>> {
    milliseconds(window, Key::Down.value()).await?;
    let mut times = Vec::new();
    for key in keys {
        times.push(milliseconds(window, *key).await?);
    }
    Ok(times)
}

/// What `cargo xtask bench` reads.
fn told(mut times: Vec<f64>) {
    eprintln!("each, in ms: {times:.1?}");
    times.sort_by(f64::total_cmp);
    println!("keystroke median ms: {:.1}", times[times.len() / 2]);
    println!("keystroke slowest ms: {:.1}", times[times.len() - 1]);
}

async fn milliseconds(window: &Window, key: char) -> Done<f64> {
    window.script(LISTEN, vec![]).await?;
    window.type_text(&key.to_string()).await?;
    Ok(window.script_later(PAINTED, vec![]).await?.as_f64().ok_or("no time was measured")?)
}
