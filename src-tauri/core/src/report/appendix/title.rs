//! What the table of pools is called.

use crate::report::made::{filled, said};
use crate::words::Language;
use crate::words::say::Value;

/// »Satspuljer 2019 der kan søges af kommunerne – Beskæftigelses- og Integrationsudvalgets område«; without the year where the pools are
/// of no agreement, without the area where it is of no one committee.
pub fn appendix_title(year: Option<i32>, committee: Option<&str>, language: Language) -> String {
    let year = year.map(|year| year.to_string());
    let title = match &year {
        Some(year) => filled("appendix_title", &[("year", Value::Name(year))], language),
        None => said("appendix_title_own", language).to_owned(),
    };
    match committee {
        None => title,
        Some(committee) => {
            let name = match language {
                Language::Da => genitive(committee),
                Language::En => committee.to_owned(),
            };
            filled("appendix_title_of", &[("title", Value::Name(&title)), ("committee", Value::Name(&name))], language)
        }
    }
}

/// »Socialudvalgets«, »Byrådets«; a name that ends in an s-sound takes an apostrophe.
fn genitive(name: &str) -> String {
    if name.to_lowercase().ends_with(['s', 'x', 'z']) { format!("{name}'") } else { format!("{name}s") }
}
