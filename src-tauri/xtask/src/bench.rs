//! `bench`: how fast Tilsagn starts, how much memory it takes and how soon it answers a key, as ratios taken in one run.
//!
//! Three programs show the register or as little as possible, in turn, each on a fresh virtual display of 1280×800: Tilsagn,
//! LibreOffice Calc with the same register as .xlsx, and a bare Tauri window (`src-tauri/examples/bare-window`), which is the
//! floor. One round warms the disk and is thrown away; five count, and their median is printed.
//! - *Start*: from starting the process to the last time a visible part of the screen changed ([`start`]). The same clock and
//!   the same eyes for all three.
//! - *Memory*: PSS of every process the program started, when it no longer changes.
//! - *Keystroke*: from the key to the end of the frame that shows the filtered grid, measured in the page, keys coming through
//!   the driver. A key waits half a frame on average until the next one begins, whatever it changes: a bare window's field says
//!   how much of the time that is. The median of 24 keys, and the slowest of them.
//! - *Budget sheet*: the same in a budget of 500 lines, ten years and twelve months, figures typed and ended by Enter.
//! - *Økonomi*: the page about what 2,000 applications promise, from going there to its last frame, against the time it may take and
//!   against Calc reckoning the same sums over the same rows ([`calc`]).
//! - *Deadlines*: the same in the list, the month and the timeline of 10,000 days to keep: arrow keys, and letters in the search.
//! - *Papers*: the pack of the example's meeting (item, appendix, decision list, what is promised; Word, PDF and Excel), as of a day
//!   later each time in one process and once in a new one, against LibreOffice making PDFs of those Word and Excel files; and an
//!   appendix of every initiative ([`papers`]).
//! - *Built-in data*: `tilsagn totals`, which reads it all and adds it up, against a start that does nothing.

mod calc;
mod keys;
mod papers;
mod start;
mod table;

use crate::tools::{self, Done, built, say};
use crate::{install, package, ui};
use start::Shown;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};
use table::Table;

/// One screen refresh.
const FRAME: Duration = Duration::from_millis(16);
/// How soon a large register answers a key.
const LARGE: Duration = Duration::from_millis(50);
/// How soon the page about what is promised opens.
const PAGE: Duration = Duration::from_millis(100);
/// Applications it is about.
const APPLICATIONS: &str = "2000";
/// Days to keep in one file, with what they are shown as and the journey that types in it.
const DAYS: &str = "10000";
const SHOWN: [(&str, &str); 3] =
    [("list", "to_painted_deadlines"), ("month", "to_painted_month"), ("timeline", "to_painted_timeline")];
const ROUNDS: usize = 5;

/// What to measure.
#[derive(Debug, PartialEq)]
pub struct Options {
    /// Rows in the large register.
    rows: u32,
    /// Measure the programs as the tests build them; for trying the bench itself.
    debug: bool,
}

impl Options {
    /// Reads what stands after `bench`.
    pub fn read(words: &[&str]) -> Done<Self> {
        let mut options = Self { rows: 100_000, debug: false };
        let mut words = words.iter();
        while let Some(&word) = words.next() {
            match word {
                "--debug" => options.debug = true,
                "--rows" => {
                    let rows = words.next().and_then(|number| number.parse().ok());
                    options.rows = rows.ok_or("--rows takes a number, as in: cargo xtask bench --rows 100000")?;
                }
                _ => return Err(format!("bench takes --rows N and --debug, not `{word}`.")),
            }
        }
        Ok(options)
    }
}

/// Builds, measures and prints the table.
pub fn bench(options: &Options) -> Done {
    install::system(&[install::BUILD, install::JOURNEYS, install::OFFICE])?;
    ui::packages()?;
    ui::build()?;
    let profile = package::build(options.debug)?;
    let floor = ["build", "--workspace", "--example", "bare-window"];
    let mut command = tools::cargo();
    command.args(floor).args((!options.debug).then_some("--release"));
    tools::run("Building the bare window", &mut command, "Mend what is named above and run this again.")?;

    let folder = tools::target().join(format!("bench-{}", std::process::id()));
    std::fs::create_dir_all(folder.join("home")).map_err(|error| format!("{} cannot be made: {error}.", folder.display()))?;
    let table = measure(options, profile, &folder);
    let _ = std::fs::remove_dir_all(&folder);
    println!("\n{}", table?);
    Ok(())
}

/// Measures the built programs, with files and settings in a folder of this run's own.
fn measure(options: &Options, profile: &str, folder: &Path) -> Done<Table> {
    let home = folder.join("home");
    let program = |name: &str| built(profile, name);
    let mut table = Table::default();

    let book = spreadsheet(&program("tilsagn"), folder)?;
    let (small, large) = (folder.join("small.tilsagn"), folder.join("large.tilsagn"));
    quietly(Command::new(program("tilsagn")).arg("init").arg(&small))?;
    quietly(Command::new(program("tilsagn")).arg("init").arg(&large).arg("--rows").arg(options.rows.to_string()))?;

    let [own, calc, bare] = in_turn([
        &|| {
            start::shown(
                &home,
                program("tilsagn-desktop").as_os_str(),
                &["--db".as_ref(), small.as_os_str()],
                Some("register painted"),
            )
        },
        &|| {
            start::shown(
                &home,
                "soffice".as_ref(),
                &[&profile_of(folder), "--norestore".as_ref(), "--calc".as_ref(), book.as_os_str()],
                None,
            )
        },
        &|| start::shown(&home, program("examples/bare-window").as_os_str(), &[], None),
    ])?;
    table.row("Start to register on screen", own.painted, "Calc", calc.painted, Some(1.0));
    table.row("", own.painted, "bare window", bare.painted, Some(1.1));
    table.memory("Memory, all processes", own.memory, "bare window", bare.memory, Some(1.15));
    table.memory("", own.memory, "Calc", calc.memory, None);

    let field = keys::typed(&program("examples/bare-window"), None, "to_painted_grid")?;
    for (rows, file, against, aim) in [(117, &small, "one frame", FRAME), (options.rows, &large, "three frames", LARGE)] {
        let keys = keys::typed(&program("tilsagn-desktop"), Some(file), "to_painted_grid")?;
        table.row(&format!("Keystroke to grid, {rows} rows"), keys.median, against, aim, Some(1.0));
        table.row("", keys.median, "bare field", field.median, None);
        table.row("  the slowest key", keys.slowest, "bare field", field.slowest, None);
    }
    let budgets = folder.join("budgets.tilsagn");
    quietly(Command::new(program("tilsagn")).arg("init").arg(&budgets).args(["--budgets", APPLICATIONS]))?;
    let keys = keys::typed(&program("tilsagn-desktop"), Some(&budgets), "to_painted_sheet")?;
    table.row("Keystroke in a budget, 60000 cells", keys.median, "one frame", FRAME, Some(1.0));
    table.row("", keys.median, "bare field", field.median, None);
    table.row("  the slowest key", keys.slowest, "bare field", field.slowest, None);
    let page = keys::typed(&program("tilsagn-desktop"), Some(&budgets), "to_painted_economy")?;
    let reckoned = calc::reckoned(&program("tilsagn"), &budgets, folder)?;
    table.row("Økonomi of 2000 applications opened", page.median, "100 ms", PAGE, Some(1.0));
    table.row("", page.median, "Calc, same sums", reckoned, None);
    table.row("  the slowest time", page.slowest, "100 ms", PAGE, None);

    let days = folder.join("days.tilsagn");
    quietly(Command::new(program("tilsagn")).arg("init").arg(&days).args(["--deadlines", DAYS]))?;
    for (shown, journey) in SHOWN {
        let keys = keys::typed(&program("tilsagn-desktop"), Some(&days), journey)?;
        table.row(&format!("Keystroke in the {shown} of {DAYS} days"), keys.median, "one frame", FRAME, Some(1.0));
        table.row("", keys.median, "bare field", field.median, None);
        table.row("  the slowest key", keys.slowest, "bare field", field.slowest, None);
    }

    let [load, nothing] = in_turn([&|| timed(Command::new(program("tilsagn")).arg("totals")), &|| {
        timed(Command::new(program("tilsagn")).arg("--version"))
    }])?;
    papers::papers(&program("tilsagn"), folder, &mut table)?;
    table.row("Built-in data loaded", load, "empty start", nothing, None);
    Ok(table)
}

/// The register as a spreadsheet, made by the spreadsheet itself.
fn spreadsheet(tilsagn: &Path, folder: &Path) -> Done<std::path::PathBuf> {
    say("Saving the register as a spreadsheet");
    let csv = tools::output(Command::new(tilsagn).args(["initiatives", "--format", "csv"]))
        .ok_or("`tilsagn initiatives --format csv` failed.")?;
    let file = folder.join("register.csv");
    std::fs::write(&file, &csv).map_err(|error| format!("{} cannot be written: {error}.", file.display()))?;
    let separator = if csv.lines().next().is_some_and(|line| line.contains(';')) { 59 } else { 44 };
    let filter = format!("--infilter=Text - txt - csv (StarCalc):{separator},34,76");
    quietly(
        Command::new("soffice")
            .arg(profile_of(folder))
            .args(["--headless", &filter, "--convert-to", "xlsx", "--outdir"])
            .arg(folder)
            .arg(&file),
    )?;
    Ok(folder.join("register.xlsx"))
}

/// LibreOffice's settings, apart from the person's own.
fn profile_of(folder: &Path) -> std::ffi::OsString {
    format!("-env:UserInstallation=file://{}", folder.join("calc").display()).into()
}

/// Runs each measurement once to warm up and then five times, one after the other, and gives the median of each.
fn in_turn<T: Median, const N: usize>(measures: [&dyn Fn() -> Done<T>; N]) -> Done<[T; N]> {
    let mut all: [Vec<T>; N] = std::array::from_fn(|_| Vec::new());
    for round in 0..=ROUNDS {
        for (measure, values) in measures.iter().zip(&mut all) {
            let value = measure()?;
            if round > 0 {
                values.push(value);
            }
        }
    }
    Ok(all.map(T::median))
}

/// A measurement of which several have a middle.
trait Median: Sized {
    fn median(values: Vec<Self>) -> Self;
}

impl Median for Duration {
    fn median(mut values: Vec<Self>) -> Self {
        values.sort();
        values.get(values.len() / 2).copied().unwrap_or_default()
    }
}

impl Median for Shown {
    fn median(values: Vec<Self>) -> Self {
        let mut memory: Vec<u64> = values.iter().map(|value| value.memory).collect();
        memory.sort_unstable();
        let painted = Duration::median(values.iter().map(|value| value.painted).collect());
        Self { painted, memory: memory.get(memory.len() / 2).copied().unwrap_or_default() }
    }
}

fn timed(command: &mut Command) -> Done<Duration> {
    let start = Instant::now();
    quietly(command)?;
    Ok(start.elapsed())
}

fn quietly(command: &mut Command) -> Done {
    let output = command.stdin(Stdio::null()).output();
    let output = output.map_err(|error| format!("{} could not be started: {error}.", command.get_program().display()))?;
    if output.status.success() {
        return Ok(());
    }
    Err(format!("{} failed:\n{}", command.get_program().display(), String::from_utf8_lossy(&output.stderr)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn options_are_read_and_refused_by_name() {
        assert_eq!(Options::read(&[]), Ok(Options { rows: 100_000, debug: false }));
        assert_eq!(Options::read(&["--rows", "5000", "--debug"]), Ok(Options { rows: 5000, debug: true }));
        assert!(Options::read(&["--rows"]).is_err());
        assert!(Options::read(&["--rows", "many"]).is_err());
        assert!(Options::read(&["--fast"]).is_err());
    }

    #[test]
    fn the_median_is_the_middle_one() {
        let values = [9, 1, 5, 7, 3].map(Duration::from_millis).to_vec();
        assert_eq!(Duration::median(values), Duration::from_millis(5));
    }
}
