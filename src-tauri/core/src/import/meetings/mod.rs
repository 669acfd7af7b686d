//! Committees' meetings as people have them: dates pasted as text, a sheet, or the calendar file of another program. Every line or
//! entry is either understood as a whole or refused with the reason.

mod content;
mod entry;
mod line;
mod plan;
mod sheet;
mod zone;

use std::fs::File;
use std::io::{ErrorKind, Read};
use std::path::Path;

use chrono::NaiveDate;

use crate::error::{Error, ErrorCode, Result};
use crate::import::sheet::decoded;
use crate::views::Text;

pub use plan::plan;

/// Lines or entries that are read at most: a municipality's committees hold a few hundred meetings a year.
pub const MOST: usize = 5_000;
/// Bytes of a file that are read at most.
const MOST_BYTES: u64 = 32 * 1024 * 1024;
/// How much of a line is shown.
const SHOWN: usize = 200;

/// One line or entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// Line of the source, from 1.
    pub line: u32,
    /// As it stands there, at most 200 characters.
    pub found: String,
    /// What was understood, or why nothing was.
    pub meeting: Result<ReadMeeting>,
    /// What is odd about it.
    pub remarks: Vec<Text>,
}

/// What a line or entry says of a meeting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadMeeting {
    /// The day.
    pub held_on: NaiveDate,
    /// Its time of day, `16:30`, by the Danish clock.
    pub held_time: Option<String>,
    /// Outside the year's plan.
    pub extraordinary: bool,
    /// It is not held.
    pub cancelled: bool,
    /// The last day to hand in a paper.
    pub paper_due_on: Option<NaiveDate>,
    /// The day its agenda is settled.
    pub agenda_meeting_on: Option<NaiveDate>,
    /// Of the calendar entry; empty for a line.
    pub uid: String,
    /// What else is said of it.
    pub note: String,
}

const EXTRAORDINARY: &[&str] = &["ekstraordin", "extraordin", "ekstra møde", "ekstramøde"];
const CANCELLED: &[&str] = &["aflyst", "aflyses", "udgår", "udgået", "cancelled", "canceled"];

impl ReadMeeting {
    /// A meeting of which only the day is known.
    fn on(held_on: NaiveDate) -> ReadMeeting {
        ReadMeeting {
            held_on,
            held_time: None,
            extraordinary: false,
            cancelled: false,
            paper_due_on: None,
            agenda_meeting_on: None,
            uid: String::new(),
            note: String::new(),
        }
    }

    /// What words say of it: »ekstraordinært møde«, »aflyst«. A note that says no more than that is none.
    fn described(mut self, text: &str) -> ReadMeeting {
        let lower = text.to_lowercase();
        let says = |words: &[&str]| words.iter().any(|word| lower.contains(word));
        self.extraordinary |= says(EXTRAORDINARY);
        self.cancelled |= says(CANCELLED);
        let note = self.note.to_lowercase();
        let known = |word: &str| word == "møde" || [EXTRAORDINARY, CANCELLED].concat().iter().any(|stem| word.starts_with(stem));
        if note.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()).all(known) {
            self.note = String::new();
        }
        self
    }
}

/// Reads a pasted text, a meeting in each line.
///
/// # Errors
/// `calendar_too_long`.
pub fn of_text(text: &str) -> Result<Vec<Found>> {
    if text.trim_start().to_uppercase().starts_with("BEGIN:VCALENDAR") {
        return entry::entries(Path::new("BEGIN:VCALENDAR"), text);
    }
    line::lines(Path::new("…"), text)
}

/// Reads an `.ics`, a sheet (`.csv`, `.xlsx`) or a text (`.txt`).
///
/// # Errors
/// `file_missing`, `file_unreadable`, `calendar_unreadable`, `calendar_too_long`; those of a sheet.
pub fn of_file(path: &Path) -> Result<Vec<Found>> {
    let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase()).unwrap_or_default();
    match ending.as_str() {
        "csv" | "xlsx" => sheet::rows(path),
        "txt" => line::lines(path, &content(path)?),
        // What lies in the file decides, not its name.
        _ => entry::entries(path, &content(path)?),
    }
}

fn content(path: &Path) -> Result<String> {
    let unreadable = |error: std::io::Error| {
        let code = if error.kind() == ErrorKind::NotFound { ErrorCode::FileMissing } else { ErrorCode::FileUnreadable };
        Error::new(code).with("file", path.display()).because(error)
    };
    let file = File::open(path).map_err(unreadable)?;
    if !file.metadata().map_err(unreadable)?.is_file() {
        return Err(unreadable_at(path, 1).because("not a file"));
    }
    let mut bytes = Vec::new();
    file.take(MOST_BYTES + 1).read_to_end(&mut bytes).map_err(unreadable)?;
    if bytes.len() as u64 > MOST_BYTES {
        return Err(too_long(path));
    }
    Ok(decoded(&bytes))
}

fn too_long(path: &Path) -> Error {
    Error::new(ErrorCode::CalendarTooLong).with("file", path.display()).with("limit", MOST)
}

fn unreadable_at(path: &Path, line: u32) -> Error {
    Error::new(ErrorCode::CalendarUnreadable).with("file", path.display()).with("line", line)
}

/// `meeting_date_unclear`, with what stands there.
fn unclear(found: &str) -> Error {
    Error::new(ErrorCode::MeetingDateUnclear).with("found", shown(found))
}

/// A line as it is shown: not more than a person reads, without what would break it.
fn shown(text: &str) -> String {
    let text: String = text.trim().chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    if text.chars().count() <= SHOWN { text } else { text.chars().take(SHOWN - 1).chain(['…']).collect() }
}
