//! What stands in files besides the texts of their papers.

use tilsagn_core::Language;
use tilsagn_core::report::Report;
use tilsagn_core::words::word;

/// A word of a file: `export.<code>`.
pub fn said(code: &'static str, language: Language) -> &'static str {
    word("export", code, language)
}

/// A sentence of a file with its values put in: `{name}`.
pub fn filled(code: &'static str, values: &[(&str, &str)], language: Language) -> String {
    values.iter().fold(said(code, language).to_owned(), |text, (name, value)| text.replace(&format!("{{{name}}}"), value))
}

/// Whose a paper is and how it stands, as it is said on every page.
pub fn stamp(report: &Report) -> String {
    let parts = [report.municipality.clone(), report.stamp()];
    parts.into_iter().filter(|part| !part.trim().is_empty()).collect::<Vec<_>>().join(" · ")
}
