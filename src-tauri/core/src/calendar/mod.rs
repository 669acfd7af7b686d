//! Dates as a reader has them, the Danish holidays, and how days are counted.

mod counted;
mod days;
mod holidays;
#[cfg(test)]
mod test_days;
mod weekday;
mod zone;

pub use days::{ClosedDays, Closing, DayUnit, WorkCalendar};
pub use holidays::{Holiday, easter, holiday, holidays};
pub use weekday::{WeekdayMismatch, weekday_mismatch, weekday_name};
pub use zone::{copenhagen, in_copenhagen};

use std::fmt;

use chrono::{Datelike, Days, Months, NaiveDate};

use crate::views::Text;
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

/// A day of any year: `12. marts`, or in English `12 March`. The month counts from 1.
pub fn day_and_month(month: u32, day: u32) -> Text {
    let month = (month as usize + 11) % 12;
    Text::new(format!("{day}. {}", MONTHS_DA[month]), format!("{day} {}", MONTHS_EN[month]))
}

/// Reads an ISO date, `2019-03-12`, and nothing else.
pub fn parse_iso(text: &str) -> Option<NaiveDate> {
    // chrono also reads 2019-3-2 and a sign before the year; and lists of thousands of days are read by this.
    let number =
        |part: &str| -> Option<u32> { part.bytes().all(|byte| byte.is_ascii_digit()).then(|| part.parse().ok()).flatten() };
    let (year, month, day) = (text.get(..4)?, text.get(5..7)?, text.get(8..10)?);
    let is_iso = text.len() == 10 && text.get(4..5) == Some("-") && text.get(7..8) == Some("-");
    let year = i32::try_from(number(year)?).ok()?;
    NaiveDate::from_ymd_opt(year, number(month)?, number(day)?).filter(|_| is_iso)
}

/// A year, a month or a day, as far as a source says: `2019`, `2019-06`, `2019-06-30`. Crosses to the screen and the file as that
/// text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PartialDate {
    /// Only the year is known.
    Year(i32),
    /// The year and the month, from 1.
    Month(i32, u32),
    /// The day.
    Day(NaiveDate),
}

impl PartialDate {
    /// Reads what `Display` writes, and nothing else.
    pub fn parse(text: &str) -> Option<PartialDate> {
        match text.len() {
            4 => parse_iso(&format!("{text}-01-01")).map(|day| PartialDate::Year(day.year())),
            7 => parse_iso(&format!("{text}-01")).map(|day| PartialDate::Month(day.year(), day.month())),
            _ => parse_iso(text).map(PartialDate::Day),
        }
    }

    /// The earliest day it can be.
    pub fn first_day(self) -> NaiveDate {
        match self {
            PartialDate::Year(year) => NaiveDate::from_ymd_opt(year, 1, 1),
            PartialDate::Month(year, month) => NaiveDate::from_ymd_opt(year, month, 1),
            PartialDate::Day(day) => Some(day),
        }
        .unwrap_or(NaiveDate::MIN)
    }

    /// The latest day it can be: from then on it is certain to have come.
    pub fn last_day(self) -> NaiveDate {
        let months = match self {
            PartialDate::Year(_) => 12,
            PartialDate::Month(..) => 1,
            PartialDate::Day(day) => return day,
        };
        let next = self.first_day().checked_add_months(Months::new(months));
        next.and_then(|day| day.checked_sub_days(Days::new(1))).unwrap_or(NaiveDate::MAX)
    }

    /// Whether only the year or the month is known.
    pub fn is_partial(self) -> bool {
        !matches!(self, PartialDate::Day(_))
    }

    /// `2019`, `juni 2019` or `30. juni 2019`; in English `June 2019`.
    pub fn long(self, language: Language) -> String {
        match self {
            PartialDate::Year(year) => year.to_string(),
            PartialDate::Month(year, month) => {
                let months = if language == Language::Da { MONTHS_DA } else { MONTHS_EN };
                format!("{} {year}", months[(month as usize + 11) % 12])
            }
            PartialDate::Day(day) => long(day, language),
        }
    }
}

impl From<NaiveDate> for PartialDate {
    fn from(day: NaiveDate) -> PartialDate {
        PartialDate::Day(day)
    }
}

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            PartialDate::Year(year) => write!(f, "{year:04}"),
            PartialDate::Month(year, month) => write!(f, "{year:04}-{month:02}"),
            PartialDate::Day(day) => day.fmt(f),
        }
    }
}

impl serde::Serialize for PartialDate {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> serde::Deserialize<'de> for PartialDate {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<PartialDate, D::Error> {
        let text = <String as serde::Deserialize>::deserialize(deserializer)?;
        PartialDate::parse(&text).ok_or_else(|| serde::de::Error::custom(format!("{text} is no date")))
    }
}

impl specta::Type for PartialDate {
    fn definition(types: &mut specta::Types) -> specta::datatype::DataType {
        String::definition(types)
    }
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
    fn a_partial_date_is_as_exact_as_its_source() {
        for text in ["2019", "2019-06", "2019-06-30"] {
            assert_eq!(PartialDate::parse(text).unwrap().to_string(), text);
        }
        for text in ["19", "2019-13", "2019-6", "2019-02-30", "juni", "", "+201", "2019-06-30T"] {
            assert_eq!(PartialDate::parse(text), None, "{text}");
        }
        let year = PartialDate::parse("2020").unwrap();
        assert_eq!((year.first_day().to_string(), year.last_day().to_string()), ("2020-01-01".into(), "2020-12-31".into()));
        assert_eq!(PartialDate::parse("2020-02").unwrap().last_day().to_string(), "2020-02-29");
        assert_eq!(PartialDate::parse("2020-12").unwrap().long(Language::Da), "december 2020");
        assert_eq!(PartialDate::parse("2020-12-01").unwrap().long(Language::En), "1 December 2020");
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
