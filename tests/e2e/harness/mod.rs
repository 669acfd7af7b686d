//! What every journey stands on: one real window of its own, and ways to find, do and see things in it.
#![allow(dead_code, reason = "a box of tools: a journey takes those it needs")]

mod act;
mod axe;
mod export;
mod find;
mod grid;
mod home;
mod keys;
mod papers;
mod places;
mod sheet;
mod window;

pub use export::is_written;
pub use grid::Line;
pub use home::Home;
pub use papers::{CASE, POOL};
pub use window::{Start, Window};

use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::path::PathBuf;
use std::time::Duration;

/// A journey's result; every error is a sentence that says what was looked for.
pub type Done<T = ()> = Result<T, Box<dyn std::error::Error>>;

/// How long anything may take to show.
pub const LIMIT: Duration = Duration::from_secs(20);
/// How long a whole journey may take.
const JOURNEY: Duration = Duration::from_secs(180);

/// What the driver says when WebKit's own process for the page has died, which is no answer to what a journey asks.
const CRASHED: &str = "page crash or hang";

/// Opens a window, walks through it, and closes it. A journey that fails leaves `target/journeys/<name>-failed.png`, and one
/// during which the page reported an error fails. Where the browser itself crashed it is said, and walked once more from the start.
pub fn journey(name: &str, start: Start, mut walk: impl AsyncFnMut(&mut Window) -> Done) {
    let home = start.home.clone();
    let begun = home.kept().unwrap_or_else(|error| panic!("{name}: the home could not be copied: {error}"));
    match attempt(name, start.clone(), &mut walk) {
        Err(Failure::Crashed(error)) => {
            eprintln!("{name}: the browser crashed; once more. {error}");
            home.put_back(&begun).unwrap_or_else(|error| panic!("{name}: the home could not be put back: {error}"));
            attempt(name, start, &mut walk)
        }
        first => first,
    }
    .unwrap_or_else(|failure| match failure {
        Failure::Panicked(panic) => resume_unwind(panic),
        Failure::Crashed(error) | Failure::Said(error) => panic!("{name}: {error}"),
    });
}

/// Why a journey did not come to its end.
enum Failure {
    Panicked(Box<dyn std::any::Any + Send>),
    Crashed(String),
    Said(String),
}

fn attempt(name: &str, start: Start, walk: &mut impl AsyncFnMut(&mut Window) -> Done) -> Result<(), Failure> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime starts");
    let mut window =
        runtime.block_on(Window::open(start)).map_err(|error| Failure::Said(format!("the window did not open: {error}")))?;
    let walked = catch_unwind(AssertUnwindSafe(|| {
        runtime.block_on(async {
            tokio::time::timeout(JOURNEY, walk(&mut window))
                .await
                .map_err(|_| format!("not finished within {} s", JOURNEY.as_secs()))??;
            window.no_errors().await
        })
    }));
    let mut crash = None;
    if !matches!(walked, Ok(Ok(()))) {
        match runtime.block_on(window.picture(&format!("{name}-failed"))) {
            Ok(path) => {
                eprintln!("{name}: the window when it failed: {}", path.display());
                eprintln!("{}", runtime.block_on(window.says()));
            }
            // Whatever asks first after a crash is told of it; what asks later only that the session is gone.
            Err(error) => crash = Some(error.to_string()).filter(|error| error.contains(CRASHED)),
        }
        eprintln!("{}", window.log());
    }
    let closed = runtime.block_on(window.close());
    match (walked, crash) {
        (Err(panic), _) => Err(Failure::Panicked(panic)),
        (Ok(Err(error)), Some(crash)) => Err(Failure::Crashed(format!("{error} {crash}"))),
        (Ok(Err(error)), None) if error.to_string().contains(CRASHED) => Err(Failure::Crashed(error.to_string())),
        (Ok(Err(error)), None) => Err(Failure::Said(error.to_string())),
        (Ok(Ok(())), _) => closed.map_err(|error| Failure::Said(format!("the window did not close: {error}"))),
    }
}

/// The top of the repository.
fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// Where Cargo builds: this test lies in it, in `debug/deps`.
fn target() -> PathBuf {
    let this = std::env::current_exe().expect("a running test has a path");
    this.ancestors().nth(3).expect("tests are built in target/debug/deps").to_path_buf()
}
