//! What every journey stands on: one real window of its own, and ways to find, do and see things in it.
#![allow(dead_code, reason = "a box of tools: a journey takes those it needs")]

mod act;
mod axe;
mod find;
mod grid;
mod home;
mod keys;
mod places;
mod sheet;
mod window;

pub use grid::Line;
pub use home::Home;
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

/// Opens a window, walks through it, and closes it. A journey that fails leaves `target/journeys/<name>-failed.png`, and one
/// during which the page reported an error fails.
pub fn journey(name: &str, start: Start, walk: impl AsyncFnOnce(&mut Window) -> Done) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime starts");
    let mut window =
        runtime.block_on(Window::open(start)).unwrap_or_else(|error| panic!("{name}: the window did not open: {error}"));
    let walked = catch_unwind(AssertUnwindSafe(|| {
        runtime.block_on(async {
            tokio::time::timeout(JOURNEY, walk(&mut window))
                .await
                .map_err(|_| format!("not finished within {} s", JOURNEY.as_secs()))??;
            window.no_errors().await
        })
    }));
    if !matches!(walked, Ok(Ok(()))) {
        let saved = runtime.block_on(window.picture(&format!("{name}-failed")));
        eprintln!(
            "{name}: the window when it failed: {}",
            saved.map_or_else(|error| error.to_string(), |path| path.display().to_string())
        );
        eprintln!("{}", window.log());
    }
    let closed = runtime.block_on(window.close());
    match walked {
        Err(panic) => resume_unwind(panic),
        Ok(Err(error)) => panic!("{name}: {error}"),
        Ok(Ok(())) => closed.unwrap_or_else(|error| panic!("{name}: the window did not close: {error}")),
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
