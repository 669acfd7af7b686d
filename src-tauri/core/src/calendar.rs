//! Dates as a reader has them.

use chrono::{Datelike, NaiveDate};

use crate::words::Language;

const MONTHS_DA: [&str; 12] =
    ["januar", "februar", "marts", "april", "maj", "juni", "juli", "august", "september", "oktober", "november", "december"];
const MONTHS_EN: [&str; 12] =
    ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

/// `12. marts 2019`, or in English `12 March 2019`.
pub fn long(date: NaiveDate, language: Language) -> String {
    let (day, month, year) = (date.day(), date.month0() as usize, date.year());
    match language {
        Language::Da => format!("{day}. {} {year}", MONTHS_DA[month]),
        Language::En => format!("{day} {} {year}", MONTHS_EN[month]),
    }
}

/// Reads an ISO date, `2019-03-12`, and nothing else.
pub fn parse_iso(text: &str) -> Option<NaiveDate> {
    // chrono also reads 2019-3-2 and a sign before the year.
    let date = NaiveDate::parse_from_str(text, "%Y-%m-%d").ok()?;
    (date.to_string() == text).then_some(date)
}

/// Reads a time of day, `12:00`, and nothing else.
pub fn parse_time(text: &str) -> Option<String> {
    let time = chrono::NaiveTime::parse_from_str(text, "%H:%M").ok()?;
    let written = time.format("%H:%M").to_string();
    (written == text).then_some(written)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn writes_dates_out() {
        let date = parse_iso("2019-03-12").unwrap();
        assert_eq!(long(date, Language::Da), "12. marts 2019");
        assert_eq!(long(date, Language::En), "12 March 2019");
    }

    #[test]
    fn reads_only_iso() {
        for text in ["12.03.2019", "2019-3-12", "2019-02-30", "", "+2019-03-12", "2019-03-12 "] {
            assert_eq!(parse_iso(text), None, "{text}");
        }
        assert_eq!(parse_time("12:00").as_deref(), Some("12:00"));
        for text in ["24:00", "9:00", "12.00", "12:60", ""] {
            assert_eq!(parse_time(text), None, "{text}");
        }
    }
}
