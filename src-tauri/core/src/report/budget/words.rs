//! What stands in the sheet of a budget besides its own texts.

use crate::budgets::Period;
use crate::views::BudgetColumn;
use crate::words::{Language, word};

/// A word of the sheet: `export.<code>`.
pub fn said(code: &'static str, language: Language) -> &'static str {
    word("export", code, language)
}

/// What a place of a sheet is called: `2019`, `jan. 2019`, `1. kvt. 2019`, or that it is not allotted to a year.
pub fn place(year: i32, part: u32, period: Period, language: Language) -> String {
    const MONTHS: [[&str; 12]; 2] = [
        ["jan.", "feb.", "mar.", "apr.", "maj", "jun.", "jul.", "aug.", "sep.", "okt.", "nov.", "dec."],
        ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
    ];
    let danish = language == Language::Da;
    let month = || MONTHS.get(usize::from(!danish)).and_then(|months| months.get(part.checked_sub(1)? as usize)).copied();
    match (year, part, period) {
        (0, ..) => said("not_allotted", language).to_owned(),
        (_, 0, _) | (.., Period::Year) => year.to_string(),
        (.., Period::Quarter) if danish => format!("{part}. kvt. {year}"),
        (.., Period::Quarter) => format!("Q{part} {year}"),
        (.., Period::Month) => format!("{} {year}", month().unwrap_or_default()),
    }
}

/// What a column of quantities or rates of a place is called.
pub fn of_place(column: BudgetColumn, place: &str, year: i32, language: Language) -> String {
    let place = if year == 0 { place.to_lowercase() } else { place.to_owned() };
    format!("{} {place}", column.word(language))
}
