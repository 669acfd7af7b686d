//! How soon the grid answers a key; `cargo xtask bench` runs this on the release program, and on a bare window's field.

use crate::harness::{Done, Start, Window, journey};

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
        eprintln!("each, in ms: {times:.1?}");
        times.sort_by(f64::total_cmp);
        println!("keystroke median ms: {:.1}", times[times.len() / 2]);
        println!("keystroke slowest ms: {:.1}", times[times.len() - 1]);
        Ok(())
    });
}

async fn milliseconds(window: &Window, key: char) -> Done<f64> {
    window.script(LISTEN, vec![]).await?;
    window.type_text(&key.to_string()).await?;
    Ok(window.script_later(PAINTED, vec![]).await?.as_f64().ok_or("no time was measured")?)
}
