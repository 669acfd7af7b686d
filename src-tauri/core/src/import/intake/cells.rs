//! What stands in a cell: amounts, dates, times, codes.

use chrono::{Datelike, NaiveDate, Weekday};
use rust_decimal::Decimal;

use crate::calendar::{self, PartialDate};
use crate::fold::fold;
use crate::import::sheet::Cell;
use crate::money::{Money, parse_danish};
use crate::words::Language;

const MONTHS: [[&str; 2]; 12] = [
    ["januar", "january"],
    ["februar", "february"],
    ["marts", "march"],
    ["april", "april"],
    ["maj", "may"],
    ["juni", "june"],
    ["juli", "july"],
    ["august", "august"],
    ["september", "september"],
    ["oktober", "october"],
    ["november", "november"],
    ["december", "december"],
];

const WEEKDAYS: [[&str; 2]; 7] = [
    ["mandag", "monday"],
    ["tirsdag", "tuesday"],
    ["onsdag", "wednesday"],
    ["torsdag", "thursday"],
    ["fredag", "friday"],
    ["lørdag", "saturday"],
    ["søndag", "sunday"],
];

/// Why a cell cannot be read: an example of what could stand there.
pub type Expected = String;

/// An amount in kroner, or in the unit its heading gives; in whole øre, a number reckoned by the sheet rounded half away from zero.
pub fn amount(cell: &Cell, unit: u32) -> Result<Money, Expected> {
    let in_unit = |value: Decimal| value.checked_mul(Decimal::from(unit)).and_then(Money::from_kroner);
    let found = match cell {
        Cell::Number(number) => number.parse().ok().and_then(in_unit),
        Cell::Text(text) if unit > 1 && !text.chars().any(char::is_alphabetic) => {
            let digits: String = text.chars().filter(|c| !c.is_whitespace()).collect();
            parse_danish(&digits).and_then(in_unit)
        }
        Cell::Text(text) => Money::parse_typed(text).ok(),
        Cell::Empty | Cell::Day(..) | Cell::Fault(_) | Cell::Unsaved(_) => None,
    };
    found.filter(|amount| (Money::ZERO..=Money::LARGEST).contains(amount)).ok_or_else(|| "1.725.104".to_owned())
}

/// A day, with a time of day where one is given.
pub fn day(cell: &Cell) -> Result<(NaiveDate, Option<String>), Expected> {
    match cell {
        Cell::Day(day, time) => Ok((*day, time.clone())),
        Cell::Text(text) => typed_day(text),
        Cell::Empty | Cell::Number(_) | Cell::Fault(_) | Cell::Unsaved(_) => Err(expected_day()),
    }
}

/// A day, a month or a year.
pub fn partial(cell: &Cell) -> Result<PartialDate, Expected> {
    let text = match cell {
        Cell::Text(text) | Cell::Number(text) => text.trim().to_lowercase(),
        Cell::Day(day, _) => return Ok(PartialDate::Day(*day)),
        Cell::Empty | Cell::Fault(_) | Cell::Unsaved(_) => return Err(expected_day()),
    };
    let numbers: Vec<&str> = text.split(['.', '-', '/', ' ']).filter(|part| !part.is_empty()).collect();
    let month_of = |year: &str, month: u32| PartialDate::parse(&format!("{year}-{month:02}"));
    let found = match numbers[..] {
        [year] => PartialDate::parse(year),
        [month, year] if year.len() == 4 => {
            month_named(month).or_else(|| month.parse().ok()).and_then(|month| month_of(year, month))
        }
        [year, month] if year.len() == 4 => month.parse().ok().and_then(|month| month_of(year, month)),
        _ => None,
    };
    match found {
        Some(date) => Ok(date),
        None => day(cell)
            .map(|(day, _)| PartialDate::Day(day))
            .map_err(|expected| if expected == expected_day() { "12.03.2019 / 03.2019 / 2019".to_owned() } else { expected }),
    }
}

/// The number of an initiative, as it is or as `nr. 91`, `bilag 91`.
pub fn number(cell: &Cell) -> Result<u32, Expected> {
    let found = match cell {
        Cell::Number(number) => number.parse().ok(),
        Cell::Text(text) => {
            let folded = fold(text);
            let digits = folded[0].trim_start_matches(|c: char| c.is_alphabetic() || c == '.' || c.is_whitespace());
            digits.parse().ok()
        }
        Cell::Empty | Cell::Day(..) | Cell::Fault(_) | Cell::Unsaved(_) => None,
    };
    found.ok_or_else(|| "91".to_owned())
}

/// A code by itself, or by its word in either language, or by one of the other words it goes by.
pub fn code<T: Copy + 'static>(
    cell: &Cell,
    all: &[T],
    words: impl Fn(T) -> [&'static str; 3],
    others: &[(&str, T)],
) -> Result<T, Expected> {
    let found = fold(&cell.shown());
    let is = |word: &str| {
        let word = fold(word);
        word[0] == found[0] || word[1] == found[1]
    };
    let named = all.iter().copied().find(|code| words(*code).iter().any(|word| is(word)));
    let named = named.or_else(|| others.iter().find(|(word, _)| is(word)).map(|(_, code)| *code));
    named.ok_or_else(|| all.iter().map(|code| words(*code)[0]).collect::<Vec<_>>().join(", "))
}

fn expected_day() -> Expected {
    "12.03.2019".to_owned()
}

/// `12.03.2019`, `12/3 2019`, `2019-03-12`, `tirsdag den 12. marts 2019 kl. 12` and their like.
fn typed_day(text: &str) -> Result<(NaiveDate, Option<String>), Expected> {
    let lower = text.trim().to_lowercase();
    let (weekday, rest) = match lower.split_once([' ', ',', '.']) {
        Some((first, rest)) if weekday_named(first).is_some() => (weekday_named(first), rest),
        _ => (None, lower.as_str()),
    };
    let (date, time) = split_time(rest).ok_or_else(|| "12.03.2019 kl. 12:00".to_owned())?;
    let date = date.trim_matches(|c: char| c.is_whitespace() || c == ',');
    let date = ["den ", "d. ", "d.", "the "].iter().find_map(|article| date.strip_prefix(article)).unwrap_or(date);
    let day = calendar_day(date).ok_or_else(expected_day)?;
    match weekday {
        // One of the two is a slip, and which cannot be known.
        Some(said) if said != day.weekday() => {
            let [danish, _] = WEEKDAYS[day.weekday().num_days_from_monday() as usize];
            Err(format!("{danish} {}", day.format("%d.%m.%Y")))
        }
        _ => Ok((day, time)),
    }
}

/// The text before a time of day, and the time. None where what stands there is no time.
fn split_time(text: &str) -> Option<(&str, Option<String>)> {
    if let Some((date, time)) = text.split_once("kl") {
        let time = time.trim_start_matches("okken").trim_start_matches('.').trim();
        return Some((date, Some(clock(time)?)));
    }
    // An ISO moment, or a date with a time after it.
    match text.rsplit_once([' ', 't']) {
        Some((date, time)) if time.contains(':') => Some((date, Some(clock(time)?))),
        _ => Some((text, None)),
    }
}

/// `12`, `12:00`, `12.00`, with or without seconds, as `12:00`.
pub fn clock(text: &str) -> Option<String> {
    let text = text.trim_end_matches(['z', '.', ',']).trim();
    let mut parts = text.split([':', '.']);
    let hour: u32 = parts.next()?.trim().parse().ok()?;
    let minute: u32 = parts.next().map_or(Some(0), |minute| minute.parse().ok().filter(|_| minute.len() == 2))?;
    calendar::parse_time(&format!("{hour:02}:{minute:02}"))
}

pub fn calendar_day(text: &str) -> Option<NaiveDate> {
    let parts: Vec<&str> = text.split(['.', '-', '/', ' ', ',']).filter(|part| !part.is_empty()).collect();
    let [first, second, third] = parts[..] else { return None };
    let digits = |part: &str| part.parse::<u32>().ok().filter(|_| part.bytes().all(|byte| byte.is_ascii_digit()));
    let (year, month, day) = match (digits(first), digits(second)) {
        (Some(year), Some(month)) if first.len() == 4 => (i32::try_from(year).ok()?, month, digits(third)?),
        (Some(day), Some(month)) => (full_year(third)?, month, day),
        (Some(day), None) => (full_year(third)?, month_named(second)?, day),
        (None, Some(day)) => (full_year(third)?, month_named(first)?, day),
        (None, None) => return None,
    };
    NaiveDate::from_ymd_opt(year, month, day).filter(|_| (1900..=2200).contains(&year))
}

/// A year of four digits, or of two in this century.
fn full_year(text: &str) -> Option<i32> {
    let year: i32 = text.parse().ok().filter(|_| text.bytes().all(|byte| byte.is_ascii_digit()))?;
    match text.len() {
        4 => Some(year),
        2 => Some(2000 + year),
        _ => None,
    }
}

/// A month by its name or the first three letters of it.
pub fn month_named(text: &str) -> Option<u32> {
    let found = (1..).zip(MONTHS).find(|(_, names)| names.iter().any(|name| text.len() >= 3 && name.starts_with(text)));
    found.map(|(month, _)| month)
}

pub fn weekday_named(text: &str) -> Option<Weekday> {
    let found = (0..).zip(WEEKDAYS).find(|(_, names)| names.iter().any(|name| text.len() >= 3 && name.starts_with(text)));
    found.and_then(|(day, _): (u8, _)| Weekday::try_from(day).ok())
}

/// `12. marts 2019 kl. 12:00`.
pub fn written(day: NaiveDate, time: Option<&str>) -> String {
    let day = calendar::long(day, Language::Da);
    time.map_or_else(|| day.clone(), |time| format!("{day} kl. {time}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(text: &str) -> Cell {
        Cell::Text(text.to_owned())
    }

    #[test]
    fn days_are_read_as_people_type_them() {
        for typed in [
            "12.03.2019",
            "12-03-2019",
            "12/3 2019",
            "12/3-2019",
            "12/03/2019",
            "2019-03-12",
            "2019/03/12",
            "12. marts 2019",
            "12. mar. 2019",
            "12 March 2019",
            "March 12, 2019",
            "12.3.19",
            "d. 12. marts 2019",
            "tirsdag den 12. marts 2019",
            "tirs. 12.03.2019",
            "Tuesday 12 March 2019",
        ] {
            assert_eq!(day(&text(typed)).map(|(day, time)| (day.to_string(), time)), Ok(("2019-03-12".into(), None)), "{typed}");
        }
        for typed in [
            "12.03.2019 kl. 12",
            "12.03.2019 kl 12.00",
            "12. marts 2019, kl. 12:00",
            "12.03.2019 12:00",
            "2019-03-12T12:00:00",
            "tirsdag den 12. marts 2019 klokken 12",
        ] {
            let (day, time) = day(&text(typed)).unwrap_or_else(|_| panic!("{typed}"));
            assert_eq!((day.to_string().as_str(), time.as_deref()), ("2019-03-12", Some("12:00")), "{typed}");
        }
        for typed in
            ["31.02.2019", "12.13.2019", "snart", "marts 2019", "12.03", "12.03.2019 kl. 25", "12.03.2019 kl. middag", "1.1.0019"]
        {
            assert!(day(&text(typed)).is_err(), "{typed}");
        }
        assert!(day(&Cell::Number("43536".into())).is_err());
    }

    #[test]
    fn a_weekday_must_be_that_of_the_day() {
        assert_eq!(day(&text("mandag den 12.03.2019")), Err("tirsdag 12.03.2019".to_owned()));
    }

    #[test]
    fn a_partial_date_is_as_exact_as_it_is_typed() {
        let read = |typed: &str| partial(&text(typed)).map(|date| date.to_string());
        for (typed, expected) in [
            ("2019", "2019"),
            ("03.2019", "2019-03"),
            ("3/2019", "2019-03"),
            ("2019-03", "2019-03"),
            ("marts 2019", "2019-03"),
            ("Mar. 2019", "2019-03"),
            ("12.03.2019", "2019-03-12"),
            ("12. marts 2019", "2019-03-12"),
        ] {
            assert_eq!(read(typed).as_deref(), Ok(expected), "{typed}");
        }
        assert_eq!(partial(&Cell::Number("2019".into())), Ok(PartialDate::Year(2019)));
        for typed in ["13.2019", "19", "20191", "1. kvartal 2019", "efterår 2019"] {
            assert!(read(typed).is_err(), "{typed}");
        }
    }

    #[test]
    fn amounts_are_read_by_their_heading() {
        let kroner = |cell: &Cell, unit| amount(cell, unit).map(Money::kroner_da);
        for (cell, unit, expected) in [
            (text("1.725.104"), 1, "1.725.104"),
            (text("1,7 mio."), 1, "1.700.000"),
            (text("850 t.kr."), 1, "850.000"),
            (Cell::Number("1725104".into()), 1, "1.725.104"),
            (Cell::Number("1.7".into()), 1_000_000, "1.700.000"),
            (Cell::Number("0.1".into()), 1_000_000, "100.000"),
            (Cell::Number("1725104.004".into()), 1, "1.725.104"),
            (text("12,7"), 1_000_000, "12.700.000"),
            (text("1 850"), 1_000, "1.850.000"),
            (text("1.725.104 kr."), 1_000_000, "1.725.104"),
        ] {
            assert_eq!(kroner(&cell, unit).as_deref(), Ok(expected), "{cell:?}");
        }
        for cell in [
            text("ukendt"),
            text("-5"),
            text("=1+1"),
            Cell::Number("-1".into()),
            Cell::Number("1e30".into()),
            Cell::Fault("#REF!".into()),
        ] {
            assert!(amount(&cell, 1).is_err(), "{cell:?}");
        }
    }

    #[test]
    fn an_initiative_is_known_by_its_number() {
        assert_eq!(
            [text("91"), text("Bilag nr. 91"), Cell::Number("91".into())].map(|cell| number(&cell)),
            [Ok(91), Ok(91), Ok(91)]
        );
        assert!(number(&text("91-b")).is_err() && number(&Cell::Number("91.5".into())).is_err());
    }
}
