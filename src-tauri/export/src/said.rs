//! What stands in files besides the texts of their papers.

use chrono::{DateTime, NaiveDate};
use tilsagn_core::report::HandedIn;
use tilsagn_core::words::word;
use tilsagn_core::{Language, calendar};

/// A word of a file: `export.<code>`.
pub fn said(code: &'static str, language: Language) -> &'static str {
    word("export", code, language)
}

/// A sentence of a file with its values put in: `{name}`.
pub fn filled(code: &'static str, values: &[(&str, &str)], language: Language) -> String {
    values.iter().fold(said(code, language).to_owned(), |text, (name, value)| text.replace(&format!("{{{name}}}"), value))
}

/// That a paper was handed in: »Afleveret 8. marts 2019 af Anne Holm, nr. 1«.
pub fn handed_in(of: &HandedIn, language: Language) -> String {
    let day = DateTime::parse_from_rfc3339(&of.at).ok().map(|at| at.date_naive());
    let day = day.or_else(|| of.at.get(..10).and_then(|day| day.parse::<NaiveDate>().ok()));
    let day = day.map_or_else(|| of.at.clone(), |day| calendar::long(day, language));
    filled("handed_in", &[("day", &day), ("by", &of.by), ("number", &of.number.to_string())], language)
}
