//! A date that is given with a weekday: real calls have given the wrong one (»mandag den 15. maj 2020« was a Friday).

use chrono::{Datelike, NaiveDate};

use crate::calendar::{MONTHS_DA, MONTHS_EN};
use crate::views::Text;
use crate::words::say::{Value, sentence};

const WEEKDAYS_DA: [&str; 7] = ["mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag"];
const WEEKDAYS_EN: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/// What may stand between a weekday and its date, or between the day and its month.
const BETWEEN: [&str; 4] = ["den", "d", "the", "of"];
/// What English puts after a number.
const ORDINALS: [&str; 4] = ["st", "nd", "rd", "th"];
/// How far a date can lie from its weekday, in words and numbers: »mandag den 15 th of May 2020«.
const REACH: usize = 8;

/// A weekday that does not fit its date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WeekdayMismatch {
    /// As it is written: `mandag den 15. maj 2020`.
    pub written: String,
    /// The date in it.
    pub date: NaiveDate,
    /// The weekday that is written, 0 for Monday.
    pub said: u32,
    /// The weekday that date has, 0 for Monday.
    pub weekday: u32,
}

impl WeekdayMismatch {
    /// »15. maj 2020 er en fredag, ikke en mandag«.
    pub fn text(&self) -> Text {
        let values = [
            ("date", Value::Date(self.date)),
            ("weekday", Value::Text(weekday_name(self.weekday))),
            ("said", Value::Text(weekday_name(self.said))),
        ];
        sentence("calendar.weekday_mismatch", &values).unwrap_or_default()
    }
}

/// What a weekday is called, 0 for Monday.
pub fn weekday_name(weekday: u32) -> Text {
    let at = weekday as usize % 7;
    Text::new(WEEKDAYS_DA[at], WEEKDAYS_EN[at])
}

/// The first date in a text, Danish or English, whose weekday does not fit; none where all do. A date without its year, or one that is
/// no date, has no weekday to hold it against.
pub fn weekday_mismatch(text: &str) -> Option<WeekdayMismatch> {
    let words = words_of(text);
    (0..words.len()).find_map(|at| {
        let said = weekday_of(text, &words, at)?;
        let (date, first, last) = match date_after(text, &words, at) {
            Some((date, last)) => (date, at, last),
            None => date_before(text, &words, at)?,
        };
        let weekday = date.weekday().num_days_from_monday();
        let written = text.get(words[first].start..words[last].end)?.to_owned();
        (said != weekday).then_some(WeekdayMismatch { written, date, said, weekday })
    })
}

/// A run of letters or of digits, and where it stands.
struct Word<'a> {
    text: &'a str,
    start: usize,
    end: usize,
}

fn words_of(text: &str) -> Vec<Word<'_>> {
    let kind = |c: char| if c.is_ascii_digit() { 1 } else { i32::from(c.is_alphabetic()) * 2 };
    let mut words = Vec::new();
    let mut start = 0;
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let end = at + c.len_utf8();
        if chars.peek().is_some_and(|(_, next)| kind(*next) == kind(c)) {
            continue;
        }
        if kind(c) != 0 {
            words.push(Word { text: &text[start..end], start, end });
        }
        start = end;
    }
    words
}

/// What stands between a word and the next.
fn gap<'a>(text: &'a str, words: &[Word<'_>], at: usize) -> &'a str {
    let end = words.get(at + 1).map_or(text.len(), |next| next.start);
    words.get(at).and_then(|word| text.get(word.end..end)).unwrap_or_default()
}

/// Whether a gap joins what stands on its sides: at most one of these marks, and one space or end of line.
fn joins(gap: &str, marks: &str) -> bool {
    let bare: String = gap.chars().filter(|c| !c.is_whitespace()).collect();
    bare.is_empty() || bare.chars().count() == 1 && marks.contains(bare.as_str())
}

/// The weekday a word names: written out, or its first three letters with a full stop.
fn weekday_of(text: &str, words: &[Word<'_>], at: usize) -> Option<u32> {
    let word = words.get(at)?.text.to_lowercase();
    let short = word.chars().count() == 3 && gap(text, words, at).starts_with('.');
    let named = |name: &str| {
        let name = name.to_lowercase();
        name == word || short && name.starts_with(&word)
    };
    let day = (0..7).find(|day| named(WEEKDAYS_DA[*day]) || named(WEEKDAYS_EN[*day]))?;
    let marks = if short { ".," } else { ",(" };
    let apart = joins(gap(text, words, at).trim_start_matches(if short { '.' } else { ',' }), marks);
    // Before its date it must lead to it; after it, stand in brackets.
    (apart || gap(text, words, at).trim_start().starts_with(')')).then(|| u32::try_from(day).ok()).flatten()
}

/// The date that follows a weekday, and its last word.
fn date_after(text: &str, words: &[Word<'_>], weekday: usize) -> Option<(NaiveDate, usize)> {
    if gap(text, words, weekday).contains(')') {
        return None;
    }
    let mut first = weekday + 1;
    while words.get(first).is_some_and(|word| BETWEEN.contains(&word.text.to_lowercase().as_str())) {
        if !joins(gap(text, words, first), ".") {
            return None;
        }
        first += 1;
    }
    date_at(text, words, first)
}

/// The date before a weekday in brackets: `15. maj 2020 (mandag)`; its first word, and the weekday.
fn date_before(text: &str, words: &[Word<'_>], weekday: usize) -> Option<(NaiveDate, usize, usize)> {
    let before = weekday.checked_sub(1)?;
    if gap(text, words, before).trim() != "(" {
        return None;
    }
    (weekday.saturating_sub(REACH)..weekday).find_map(|first| {
        let (date, last) = date_at(text, words, first)?;
        (last == before).then_some((date, first, weekday))
    })
}

/// The date that begins with a word: `15. maj 2020`, `15.5.2020`, `15/5-2020`, `2020-05-15`, `May 15, 2020`, `15th of May 2020`.
fn date_at(text: &str, words: &[Word<'_>], first: usize) -> Option<(NaiveDate, usize)> {
    let mut parts = Vec::new();
    let mut at = first;
    while parts.len() < 3 {
        let word = words.get(at)?.text;
        let lower = word.to_lowercase();
        let filler = !parts.is_empty() && (lower == "of" || ORDINALS.contains(&lower.as_str()));
        if !filler {
            parts.push(part(word)?);
        }
        if parts.len() < 3 && !joins(gap(text, words, at), ".,/-") {
            return None;
        }
        at += 1;
    }
    let date = match parts.as_slice() {
        [Part::Number(year, 4), Part::Number(month, _), Part::Number(day, _)] => on(*year, *month, *day),
        [Part::Number(day, 1 | 2), Part::Number(month, 1 | 2) | Part::Month(month), Part::Number(year, 4)]
        | [Part::Month(month), Part::Number(day, 1 | 2), Part::Number(year, 4)] => on(*year, *month, *day),
        // A year of two digits is one of this century: the program knows no older calls.
        [Part::Number(day, 1 | 2), Part::Number(month, 1 | 2), Part::Number(year, 2)] => on(2000 + *year, *month, *day),
        _ => None,
    };
    Some((date?, at - 1))
}

fn on(year: u32, month: u32, day: u32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day)
}

/// A part of a date.
enum Part {
    /// A number, and how many digits it has.
    Number(u32, usize),
    /// A month, from 1.
    Month(u32),
}

fn part(word: &str) -> Option<Part> {
    if let Ok(number) = word.parse() {
        return Some(Part::Number(number, word.len()));
    }
    let word = word.to_lowercase();
    let named = |month: &str| {
        let month = month.to_lowercase();
        month == word || (3..=4).contains(&word.chars().count()) && month.starts_with(&word)
    };
    let month = (0..12).find(|at| named(MONTHS_DA[*at]) || named(MONTHS_EN[*at]))?;
    u32::try_from(month + 1).ok().map(Part::Month)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_weekday_that_does_not_fit_is_pointed_out() {
        for (text, written, date, weekday) in [
            ("mandag den 15. maj 2020", "mandag den 15. maj 2020", "2020-05-15", 4),
            ("Fristen er onsdag den 26. maj 2020 kl. 12.00.", "onsdag den 26. maj 2020", "2020-05-26", 1),
            ("onsdag d. 26.5.2020", "onsdag d. 26.5.2020", "2020-05-26", 1),
            ("Onsdag, d. 26/5-20 kl. 12", "Onsdag, d. 26/5-20", "2020-05-26", 1),
            ("man. 15. maj 2020", "man. 15. maj 2020", "2020-05-15", 4),
            ("mandag\nden 15. maj\u{a0}2020", "mandag\nden 15. maj\u{a0}2020", "2020-05-15", 4),
            ("LØRDAG DEN 3. MARTS 2019", "LØRDAG DEN 3. MARTS 2019", "2019-03-03", 6),
            ("Monday 15 May 2020", "Monday 15 May 2020", "2020-05-15", 4),
            ("by Monday, May 15, 2020 at noon", "Monday, May 15, 2020", "2020-05-15", 4),
            ("Monday the 15th of May 2020", "Monday the 15th of May 2020", "2020-05-15", 4),
            ("Monday 2020-05-15", "Monday 2020-05-15", "2020-05-15", 4),
            ("15. maj 2020 (mandag)", "15. maj 2020 (mandag", "2020-05-15", 4),
            ("fredag den 15. maj 2020, dog mandag den 16. maj 2020", "mandag den 16. maj 2020", "2020-05-16", 5),
        ] {
            let found = weekday_mismatch(text).unwrap_or_else(|| panic!("{text}"));
            assert_eq!(
                (found.written.as_str(), found.date.to_string().as_str(), found.weekday),
                (written, date, weekday),
                "{text}"
            );
        }
        let text = weekday_mismatch("mandag den 15. maj 2020").unwrap().text();
        assert_eq!(text.da, "15. maj 2020 er en fredag, ikke en mandag");
        assert_eq!(text.en, "15 May 2020 is a Friday, not a Monday");
    }

    #[test]
    fn what_fits_or_says_no_date_is_left_alone() {
        for text in [
            "",
            "fredag den 15. maj 2020",
            "tirsdag d. 26.5.2020",
            "Friday, May 15, 2020",
            "15. maj 2020 (fredag)",
            "mandag den 15. maj",
            "mandag den 31. februar 2020",
            "Udvalget mødes hver mandag. 15. maj 2020 er fristen",
            "fra mandag til fredag den 15. maj 2020",
            "natten mellem mandag den 15. og tirsdag den 16. maj",
            "hver mandag",
            "man 15. maj 2020 kan søges",
            "mandag den 15. maj 20200",
            "mandag 99999999999999999999. maj 2020",
        ] {
            assert_eq!(weekday_mismatch(text), None, "{text}");
        }
    }
}
