//! The ratios as a table.

use std::fmt;
use std::time::Duration;

const HEADING: [&str; 6] = ["", "Tilsagn", "against", "", "ratio", "aim"];

/// Rows of ratios, printed with their columns under each other.
#[derive(Debug, Default)]
pub struct Table {
    rows: Vec<[String; 6]>,
}

impl Table {
    /// Adds a comparison of two times.
    pub fn row(&mut self, what: &str, own: Duration, against: &str, other: Duration, aim: Option<f64>) {
        let ratio = own.as_secs_f64() / other.as_secs_f64();
        self.add(what, time(own), against, time(other), ratio, aim);
    }

    /// Adds a comparison of two amounts of memory in bytes.
    pub fn memory(&mut self, what: &str, own: u64, against: &str, other: u64, aim: Option<f64>) {
        let size = |bytes: u64| format!("{} MB", bytes / 1_000_000);
        self.add(what, size(own), against, size(other), own as f64 / other as f64, aim);
    }

    fn add(&mut self, what: &str, own: String, against: &str, other: String, ratio: f64, aim: Option<f64>) {
        // Judged as it is printed: to two decimals, a small aim to three.
        let (digits, scale) = if aim.is_some_and(|aim| aim < 0.1) { (3, 1000.0) } else { (2, 100.0) };
        let printed = |value: f64| format!("{value:.digits$}");
        let missed = |aim: f64| (ratio * scale).round() > (aim * scale).round();
        let verdict = |aim: f64| format!("at most {}{}", printed(aim), if missed(aim) { ": missed" } else { "" });
        self.rows.push([what.into(), own, against.into(), other, printed(ratio), aim.map_or_else(String::new, verdict)]);
    }
}

fn time(time: Duration) -> String {
    if time < Duration::from_secs(1) {
        format!("{:.1} ms", time.as_secs_f64() * 1000.0)
    } else {
        format!("{:.2} s", time.as_secs_f64())
    }
}

impl fmt::Display for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let heading = HEADING.map(String::from);
        let rows: Vec<_> = std::iter::once(&heading).chain(&self.rows).collect();
        let width = |column: usize| rows.iter().map(|row| row[column].chars().count()).max().unwrap_or_default();
        let widths: [usize; 6] = std::array::from_fn(width);
        for row in rows {
            let cells = row.iter().zip(widths).enumerate().map(|(column, (cell, width))| {
                // Figures stand to the right, words to the left.
                if matches!(column, 1 | 3 | 4) { format!("{cell:>width$}") } else { format!("{cell:<width$}") }
            });
            writeln!(f, "{}", cells.collect::<Vec<_>>().join("  ").trim_end())?;
        }
        Ok(())
    }
}
