//! Keys typed in the real window, by the journeys' harness.

use crate::tools::{self, Done};
use std::path::Path;
use std::time::Duration;

/// How soon a program answered its keys.
#[derive(Debug, Default)]
pub struct Keys {
    /// The one in the middle.
    pub median: Duration,
    /// The one that took longest.
    pub slowest: Duration,
}

/// Carries out one of the measuring journeys (`to_painted_grid` types in the search) with a program, on a data file if it has one: from
/// each key to the frame that shows the answer.
pub fn typed(program: &Path, file: Option<&Path>, journey: &str) -> Done<Keys> {
    let (mut median, mut slowest) = (None, None);
    let mut command = tools::cargo();
    let test = format!("keystroke::{journey}");
    command.args(["test", "--workspace", "--test", "e2e", "--", "--ignored", "--exact", &test, "--nocapture"]);
    command.env("TILSAGN_PROGRAM", program).env_remove("TILSAGN_DB").envs(file.map(|file| ("TILSAGN_DB", file)));
    let title = format!("Typing in {} ({journey})", tools::shown(file.unwrap_or(program)));
    tools::run_reading(&title, &mut command, "What failed stands above.", |line| {
        median = median.or_else(|| milliseconds(line, "keystroke median ms: "));
        slowest = slowest.or_else(|| milliseconds(line, "keystroke slowest ms: "));
    })?;
    let both = median.zip(slowest).map(|(median, slowest)| Keys { median, slowest });
    both.ok_or_else(|| "The keystroke journey gave no figures.".into())
}

fn milliseconds(line: &str, name: &str) -> Option<Duration> {
    let number: f64 = line.strip_prefix(name)?.parse().ok()?;
    Duration::try_from_secs_f64(number / 1000.0).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_the_journey_prints() {
        assert_eq!(milliseconds("keystroke median ms: 17.5", "keystroke median ms: "), Some(Duration::from_micros(17_500)));
        assert_eq!(milliseconds("keystroke median ms: soon", "keystroke median ms: "), None);
        assert_eq!(milliseconds("test result: ok.", "keystroke median ms: "), None);
    }
}
