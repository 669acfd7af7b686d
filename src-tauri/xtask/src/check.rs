//! `test`: every check, in the order in which a failure shows soonest.

use crate::tools::{self, Done, say};
use crate::{install, run, ui};
use std::time::Instant;

/// Two windows at a time: each is three processes, and a journey should meet a machine that answers.
const JOURNEYS_AT_ONCE: &str = "--test-threads=2";

/// Runs every check and ends with how many tests passed.
///
/// Every call to Cargo names the whole workspace and the same profile: with another set of packages some shared library
/// would get other features, and the whole window would be compiled again.
pub fn test() -> Done {
    let start = Instant::now();
    install::rust_components()?;
    install::system(&[install::BUILD, install::JOURNEYS, install::OFFICE, install::READERS])?;
    if cfg!(target_os = "linux") {
        install::readers()?;
    }
    ui::packages()?;
    let mend = "Mend what is named above and run this again.";
    tools::run(
        "Format and lints of the screen, its texts and types",
        ui::npm().args(["run", "--silent", "check"]),
        "Run `npm run format` in ui, mend what is left, and run this again.",
    )?;
    ui::build()?;

    let mut count = Count::default();
    tools::run_reading("Tests of the screen", ui::npm().args(["run", "--silent", "test"]), mend, |line| count.read(line))
        .map_err(|e| count.failed(e))?;
    tools::run(
        "Format of the Rust code",
        tools::cargo().args(["fmt", "--all", "--check"]),
        "Run `cargo fmt --all` and run this again.",
    )?;
    let clippy = ["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"];
    tools::run("Lints of the Rust code", tools::cargo().args(clippy), mend)?;
    run::build()?;
    let rust = ["test", "--workspace", "--lib", "--bins", "--test", "it", "--no-fail-fast"];
    tools::run_reading("Tests of the Rust code", tools::cargo().args(rust), mend, |line| count.read(line))
        .map_err(|e| count.failed(e))?;
    if cfg!(target_os = "linux") {
        let journeys = ["test", "--workspace", "--test", "e2e", "--", JOURNEYS_AT_ONCE];
        tools::run_reading("Journeys in the real window", tools::cargo().args(journeys), mend, |line| count.read(line))
            .map_err(|e| count.failed(e))?;
    } else {
        say("Journeys in the real window: only on Linux, where the web view has a driver");
    }
    println!("\nEvery check passed in {}.\n{count}", tools::time(start));
    Ok(())
}

/// Tests counted from what the test programs print.
#[derive(Debug, Default, PartialEq)]
struct Count {
    passed: u32,
    failed: u32,
}

impl Count {
    /// Adds up `test result: ok. 3 passed; 0 failed; …` (Cargo) and `Tests  1 failed | 3 passed (4)` (Vitest).
    fn read(&mut self, line: &str) {
        let line = line.trim_start();
        if !line.starts_with("test result: ") && !line.starts_with("Tests  ") {
            return;
        }
        let words: Vec<&str> = line.split([' ', ';']).collect();
        for pair in words.windows(2) {
            if let (Ok(number), what) = (pair[0].parse::<u32>(), pair[1]) {
                match what {
                    "passed" => self.passed += number,
                    "failed" => self.failed += number,
                    _ => {}
                }
            }
        }
    }

    /// The sentence of a failure, after the count so far.
    fn failed(&self, error: String) -> String {
        format!("{error}\n{self}")
    }
}

impl std::fmt::Display for Count {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} passed, {} failed", self.passed, self.failed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_what_both_test_runners_print() {
        let mut count = Count::default();
        for line in [
            "running 12 tests",
            "test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.02s",
            " Test Files  2 passed (2)",
            "      Tests  1 failed | 30 passed (31)",
            "test result: FAILED. 2 passed; 3 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.02s",
        ] {
            count.read(line);
        }
        assert_eq!(count, Count { passed: 44, failed: 4 });
    }
}
