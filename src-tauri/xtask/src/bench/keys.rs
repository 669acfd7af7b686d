//! Keys typed in the real window, by the journeys' harness.

use crate::tools::{self, Done};
use std::path::Path;
use std::time::Duration;

/// Types in the search of a program, on a data file if it has one, and gives the median from the key to the frame that shows the
/// answer.
pub fn median(program: &Path, file: Option<&Path>) -> Done<Duration> {
    let mut found = None;
    let mut command = tools::cargo();
    command.args([
        "test",
        "--workspace",
        "--test",
        "e2e",
        "--",
        "--ignored",
        "--exact",
        "keystroke::to_painted_grid",
        "--nocapture",
    ]);
    command.env("TILSAGN_PROGRAM", program).env_remove("TILSAGN_DB").envs(file.map(|file| ("TILSAGN_DB", file)));
    let title = format!("Typing in {}", tools::shown(file.unwrap_or(program)));
    tools::run_reading(&title, &mut command, "What failed stands above.", |line| {
        found = found.or(line.strip_prefix("keystroke median ms: ").and_then(|number| number.parse::<f64>().ok()));
    })?;
    found.map(|ms| Duration::from_secs_f64(ms / 1000.0)).ok_or_else(|| "The keystroke journey gave no figure.".into())
}
