//! A line with a date in it: `tirsdag den 12. marts 2019 kl. 16.30, Rådhuset`.

use std::path::Path;

use chrono::{Datelike, NaiveDate};

use crate::calendar::{PartialDate, weekday_mismatch};
use crate::error::{Error, ErrorCode, Result};
use crate::import::intake::cells::{calendar_day, clock, weekday_named};
use crate::import::meetings::{Found, MOST, ReadMeeting, shown, too_long, unclear};
use crate::words::Language;

/// Reads a meeting in each line that is not empty. A line that only names a year (»Mødeplan 2019«) says which year the dates under it
/// are of where they have none.
pub fn lines(path: &Path, text: &str) -> Result<Vec<Found>> {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let mut found = Vec::new();
    let mut year = None;
    for (number, line) in (1..).zip(text.split('\n')) {
        let line = line.trim_start_matches('\u{feff}').trim();
        if line.is_empty() {
            continue;
        }
        if let Some(named) = only_year(line) {
            year = Some(named);
            continue;
        }
        if found.len() >= MOST {
            return Err(too_long(path));
        }
        found.push(row(number, line, year));
    }
    Ok(found)
}

/// One line.
pub fn row(line: u32, text: &str, year: Option<i32>) -> Found {
    let remarks = weekday_mismatch(text).map(|mismatch| mismatch.text()).into_iter().collect();
    let meeting = meeting(text, year);
    Found { line, found: shown(text), meeting, remarks }
}

/// The day a text states, and its time.
pub fn dated(text: &str) -> Option<(NaiveDate, Option<String>)> {
    meeting(text, None).ok().map(|meeting| (meeting.held_on, meeting.held_time))
}

/// The time of day a text states by itself: `16.30`, `kl. 16`, `16`, `16.30-18.00`.
pub fn time(text: &str) -> Option<String> {
    let words = words(text);
    let (time, _) =
        time_at(text, &words, 0).or_else(|| time_at(&format!("kl {text}"), &self::words(&format!("kl {text}")), 0))?;
    time
}

/// A run of letters or of digits, in lower case, and where it stands.
struct Word {
    text: String,
    start: usize,
    end: usize,
}

impl Word {
    fn is_number(&self) -> bool {
        self.text.bytes().all(|byte| byte.is_ascii_digit())
    }
}

fn words(text: &str) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    for (at, c) in text.char_indices() {
        if !c.is_alphanumeric() {
            continue;
        }
        let end = at + c.len_utf8();
        let lower = c.to_lowercase();
        match words.last_mut() {
            Some(word) if word.end == at && word.is_number() == c.is_ascii_digit() => {
                word.text.extend(lower);
                word.end = end;
            }
            _ => words.push(Word { text: lower.collect(), start: at, end }),
        }
    }
    words
}

/// The year of a line that has no other number and no name of a month.
fn only_year(line: &str) -> Option<i32> {
    let words = words(line);
    let mut numbers = words.iter().filter(|word| word.is_number());
    let year = numbers.next().filter(|word| word.text.len() == 4)?.text.parse().ok()?;
    let is_month = |word: &Word| calendar_day(&format!("1 {} 2000", word.text)).is_some();
    let is_plain = numbers.next().is_none() && !words.iter().any(|word| !word.is_number() && is_month(word));
    (is_plain && crate::deadlines::YEARS.contains(&year)).then_some(year)
}

/// A date and the words it is made of.
struct Dated {
    day: NaiveDate,
    first: usize,
    after: usize,
}

/// The date that begins with a word; without a year of its own, of the year given.
fn date_at(text: &str, words: &[Word], first: usize, year: Option<i32>) -> Option<Dated> {
    let part = |at: usize| words.get(at).map(|word| word.text.as_str());
    let joined = |at: usize| {
        let gap = text.get(words.get(at)?.end..words.get(at + 1)?.start)?;
        let bare: String = gap.chars().filter(|c| !c.is_whitespace()).collect();
        Some(matches!(bare.as_str(), "" | "." | "-" | "/" | "," | ".,"))
    };
    let (one, two) = (part(first)?, part(first + 1)?);
    let joined_to_second = joined(first)?;
    if let Some(three) = part(first + 2).filter(|_| joined_to_second && joined(first + 1) == Some(true))
        && let Some(day) = calendar_day(&format!("{one} {two} {three}"))
    {
        // The T of an ISO moment.
        let glued =
            words.get(first + 2).zip(words.get(first + 3)).is_some_and(|(day, next)| day.end == next.start && next.text == "t");
        return Some(Dated { day, first, after: first + 3 + usize::from(glued) });
    }
    let year = year.filter(|_| joined_to_second)?;
    let day = calendar_day(&format!("{one} {two} {year}"))?;
    // A time of day (16.30) is no date.
    (!two.bytes().all(|byte| byte.is_ascii_digit()) || two.len() <= 2).then_some(Dated { day, first, after: first + 2 })
}

/// The time that begins with a word, and the word after it. None where there is none; some none where what stands there is no time.
fn time_at(text: &str, words: &[Word], at: usize) -> Option<(Option<String>, usize)> {
    let gap = |at: usize| text.get(words.get(at)?.end..words.get(at + 1)?.start);
    let named = matches!(words.get(at)?.text.as_str(), "kl" | "klokken");
    let hour = if named { at + 1 } else { at };
    let is_hour = |word: &Word| word.is_number() && word.text.len() <= 2;
    if !words.get(hour).is_some_and(is_hour) {
        return named.then_some((None, hour));
    }
    let minutes = words.get(hour + 1).filter(|word| word.is_number() && word.text.len() == 2);
    let parted = gap(hour).is_some_and(|gap| gap == ":" || gap == ".");
    let hours = words.get(hour)?.text.as_str();
    match minutes.filter(|_| parted) {
        Some(minutes) => Some((clock(&format!("{hours}:{}", minutes.text)), hour + 2)),
        None => named.then(|| (clock(hours), hour + 1)),
    }
}

/// What is wrong with a line: a day its month does not have, or no date at all.
fn no_date(text: &str, words: &[Word], year: Option<i32>) -> Error {
    let day = |first: usize| {
        let named = words.get(first)?;
        let rest: Vec<&str> = words.get(first + 1..)?.iter().take(2).map(|word| word.text.as_str()).collect();
        let (month, own) = (rest.first()?, rest.get(1).and_then(|word| word.parse().ok()).or(year)?);
        let first_of = calendar_day(&format!("1 {month} {own}")).filter(|_| named.is_number() && named.text.len() <= 2)?;
        let month = PartialDate::Month(first_of.year(), first_of.month());
        let days = month.last_day().day();
        (named.text.parse::<u32>().ok()? > days).then(|| {
            let named = month.long(Language::Da);
            Error::new(ErrorCode::DayNotInMonth).with("found", shown(text)).with("month", named).with("days", days)
        })
    };
    (0..words.len()).find_map(day).unwrap_or_else(|| unclear(text))
}

fn meeting(text: &str, year: Option<i32>) -> Result<ReadMeeting> {
    let words = words(text);
    let mut dates: Vec<Dated> = Vec::new();
    let mut times: Vec<(Option<String>, usize, usize)> = Vec::new();
    let mut at = 0;
    while at < words.len() {
        if let Some(dated) = date_at(text, &words, at, year) {
            at = dated.after;
            dates.push(dated);
        } else if let Some((time, after)) = time_at(text, &words, at) {
            times.push((time, at, after));
            at = after;
        } else {
            at += 1;
        }
    }
    // A word before a date says whose it is: »frist 26. februar«.
    let mut meeting: Option<ReadMeeting> = None;
    let (mut paper_due_on, mut agenda_meeting_on) = (None, None);
    let mut spans: Vec<(usize, usize)> = Vec::new();
    let mut from = 0;
    for dated in &dates {
        let between = words.get(from..dated.first).unwrap_or_default();
        let before: Vec<&str> = between.iter().map(|word| word.text.as_str()).collect();
        let says = |roots: &[&str]| before.iter().any(|word| roots.iter().any(|root| word.contains(root)));
        if says(&["frist", "aflever", "deadline"]) {
            paper_due_on = Some(dated.day);
        } else if says(&["dagsordensmøde", "dagsordenmøde", "formøde"]) {
            agenda_meeting_on = Some(dated.day);
        } else if meeting.is_none() {
            meeting = Some(ReadMeeting::on(dated.day));
            let leads = between.iter().rev().take_while(|word| leads_to_date(&word.text)).count();
            spans.push((dated.first - leads, dated.after));
        }
        from = dated.after;
    }
    let mut meeting = meeting.ok_or_else(|| no_date(text, &words, year))?;
    if let Some((time, first, after)) = times.first() {
        let Some(time) = time else { return Err(no_time(text, &words, *first, *after)) };
        meeting.held_time = Some(time.clone());
        // »16.30-18.00«: when it ends is not kept.
        let after = times.get(1).filter(|(_, next, _)| next == after).map_or(*after, |(_, _, end)| *end);
        spans.push((*first, after));
    }
    meeting.paper_due_on = paper_due_on;
    meeting.agenda_meeting_on = agenda_meeting_on;
    meeting.note = rest(text, &words, spans);
    Ok(meeting.described(text))
}

/// That what stands where a time of day does is none: `time_not_in_day`.
fn no_time(text: &str, words: &[Word], first: usize, after: usize) -> Error {
    let stands = words.get(first).zip(words.get(after.saturating_sub(1))).and_then(|(from, to)| text.get(from.start..to.end));
    Error::new(ErrorCode::TimeNotInDay).with("found", shown(text)).with("time", stands.unwrap_or(text))
}

fn leads_to_date(word: &str) -> bool {
    matches!(word, "den" | "d" | "the" | "dato" | "møde") || weekday_named(word).is_some()
}

/// What else stands in the line.
fn rest(text: &str, words: &[Word], mut spans: Vec<(usize, usize)>) -> String {
    spans.sort_unstable();
    let mut parts = Vec::new();
    let mut from = 0;
    for (first, after) in spans {
        let start = words.get(first).map_or(text.len(), |word| word.start);
        parts.push(text.get(from..start).unwrap_or_default());
        from = words.get(after.saturating_sub(1)).map_or(text.len(), |word| word.end);
    }
    parts.push(text.get(from..).unwrap_or_default());
    let bare = |part: &&str| part.trim_matches(|c: char| c.is_whitespace() || ",;:.-–·•*|\t".contains(c)).to_owned();
    parts.iter().map(bare).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<(String, Option<String>, String)> {
        meeting(text, None).ok().map(|it| (it.held_on.to_string(), it.held_time, it.note))
    }

    #[test]
    fn a_date_is_read_as_people_write_it() {
        let march = "2019-03-12";
        for (line, time, note) in [
            ("12.03.2019", None, ""),
            ("12. marts 2019", None, ""),
            ("tirsdag den 12. marts 2019 kl. 16.30", Some("16:30"), ""),
            ("12/3-19", None, ""),
            ("12/3 2019", None, ""),
            ("2019-03-12 16:30", Some("16:30"), ""),
            ("2019-03-12T16:30", Some("16:30"), ""),
            ("Tuesday 12 March 2019", None, ""),
            ("Tirsdag d. 12.3.2019, kl. 16, Rådhuset, lokale 2", Some("16:00"), "Rådhuset, lokale 2"),
            ("kl. 16.30 tirsdag den 12. marts 2019", Some("16:30"), ""),
            ("BIU\t12.03.2019\t16.30-18.00\tRådhuset", Some("16:30"), "BIU, Rådhuset"),
            ("• 12. marts 2019 (budget)", None, "(budget)"),
        ] {
            assert_eq!(read(line), Some((march.into(), time.map(Into::into), note.into())), "{line}");
        }
        for line in
            ["31. februar 2019", "12.03.0019", "12.03.20190", "12. marts", "marts 2019", "12.03.2019 kl. 25", "snart", "kl. 12"]
        {
            assert_eq!(read(line), None, "{line}");
        }
    }

    #[test]
    fn a_line_that_is_refused_says_what_is_wrong() {
        let wrong = |text: &str, year| {
            let error = meeting(text, year).unwrap_err();
            let of = |name: &str| error.params.get(name).cloned().unwrap_or_default();
            (error.code, of("time") + &of("month"), of("days"))
        };
        let time = |stands: &str| (ErrorCode::TimeNotInDay, stands.to_owned(), String::new());
        assert_eq!(wrong("kl. 25.00 den 13. april 2027", None), time("kl. 25.00"));
        assert_eq!(wrong("13.04.2027 16.75", None), time("16.75"));
        let day = |month: &str, days: &str| (ErrorCode::DayNotInMonth, month.to_owned(), days.to_owned());
        assert_eq!(wrong("31. februar 2027", None), day("februar 2027", "28"));
        assert_eq!(wrong("onsdag den 30/2-2028 kl. 16", None), day("februar 2028", "29"));
        assert_eq!(wrong("31. april", Some(2027)), day("april 2027", "30"));
        assert_eq!(wrong("snart", None).0, ErrorCode::MeetingDateUnclear);
    }

    #[test]
    fn a_line_may_state_other_days_of_the_meeting() {
        let read = meeting("12.03.2019 kl. 16.30; frist 26.02.2019; dagsordensmøde 1. marts 2019; ekstraordinært", None).unwrap();
        assert_eq!(read.held_on.to_string(), "2019-03-12");
        assert_eq!(read.paper_due_on.map(|day| day.to_string()).as_deref(), Some("2019-02-26"));
        assert_eq!(read.agenda_meeting_on.map(|day| day.to_string()).as_deref(), Some("2019-03-01"));
        assert!(read.extraordinary && !read.cancelled);
        let off = meeting("12.03.2019 AFLYST", None).unwrap();
        assert!(off.cancelled && off.note.is_empty(), "the kind says it already");
        assert_eq!(meeting("12.03.2019 aflyst: influenza", None).unwrap().note, "aflyst: influenza");
    }

    #[test]
    fn a_heading_says_the_year() {
        let found =
            lines(Path::new("x"), "Mødeplan 2019\n\n15. januar kl. 16.30\ntirsdag 12/3\n16.30\n2020\r\n14. januar").unwrap();
        let days: Vec<_> = found.iter().map(|it| (it.line, it.meeting.as_ref().map(|it| it.held_on.to_string()).ok())).collect();
        assert_eq!(
            days,
            [
                (3, Some("2019-01-15".to_owned())),
                (4, Some("2019-03-12".to_owned())),
                (5, None),
                (7, Some("2020-01-14".to_owned()))
            ]
        );
    }

    #[test]
    fn a_weekday_that_does_not_fit_is_pointed_out() {
        let found = row(1, "mandag den 12. marts 2019", None);
        assert!(found.meeting.is_ok());
        assert_eq!(found.remarks[0].da, "12. marts 2019 er en tirsdag, ikke en mandag");
    }
}
