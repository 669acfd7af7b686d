//! The entries of a calendar file.

use std::path::Path;

use crate::calendar::weekday_mismatch;
use crate::error::{Error, ErrorCode, Result};
use crate::import::meetings::content::{ContentLine, Property, content_lines, plain, property};
use crate::import::meetings::zone::moment;
use crate::import::meetings::{Found, MOST, ReadMeeting, shown, too_long, unclear, unreadable_at};
use crate::views::Text;
use crate::words::say::{Value, sentence};

/// Names without which an entry is another than it says: where such a line is broken the entry is refused.
const NEEDED: [&str; 7] = ["DTSTART", "UID", "RRULE", "RDATE", "STATUS", "RECURRENCE-ID", "SUMMARY"];

/// An entry while it is read.
#[derive(Default)]
struct Entry<'a> {
    line: u32,
    properties: Vec<(Property<'a>, &'a ContentLine)>,
    /// Lines that are none.
    broken: Vec<&'a ContentLine>,
}

/// Reads the entries of a calendar. It must be whole: of one that breaks off, meetings would be missing.
///
/// # Errors
/// `calendar_unreadable` where it is no calendar, or its parts do not begin and end; `calendar_too_long`.
pub fn entries(path: &Path, text: &str) -> Result<Vec<Found>> {
    if text.contains('\0') {
        return Err(unreadable_at(path, 1).because("a NUL in the text"));
    }
    let lines = content_lines(text);
    let mut open: Vec<String> = Vec::new();
    let mut entry: Option<Entry<'_>> = None;
    let mut entries = Vec::new();
    let mut called_off = false;
    for content in &lines {
        let found = property(&content.text);
        let name = found.as_ref().map(|property| property.name.clone()).unwrap_or_default();
        if open.is_empty() && !(name == "BEGIN" && is(&found, "VCALENDAR")) {
            return Err(unreadable_at(path, content.line));
        }
        match (name.as_str(), found) {
            ("BEGIN", Some(begun)) => {
                open.push(begun.value.trim().to_uppercase());
                if open.len() == 2 && is_event(&open) {
                    entry = Some(Entry { line: content.line, ..Entry::default() });
                }
            }
            ("END", Some(ended)) => {
                let was = open.pop();
                if was != Some(ended.value.trim().to_uppercase()) {
                    return Err(unreadable_at(path, content.line));
                }
                if open.len() == 1 {
                    entries.extend(entry.take());
                    if entries.len() > MOST {
                        return Err(too_long(path));
                    }
                }
            }
            // What belongs to an alarm says nothing of the entry.
            (_, Some(property)) if is_event(&open) => {
                if let Some(entry) = &mut entry {
                    entry.properties.push((property, content));
                }
            }
            (_, None) => {
                if let Some(entry) = entry.as_mut().filter(|_| is_event(&open)) {
                    entry.broken.push(content);
                }
            }
            ("METHOD", Some(method)) => called_off |= method.value.trim().eq_ignore_ascii_case("CANCEL"),
            _ => {}
        }
    }
    if !open.is_empty() || lines.is_empty() {
        return Err(unreadable_at(path, lines.last().map_or(1, |last| last.line)).because("not whole"));
    }
    Ok(entries.iter().map(|entry| read(path, entry, called_off)).collect())
}

fn is_event(open: &[String]) -> bool {
    matches!(open, [_, event] if event == "VEVENT")
}

fn is(property: &Option<Property<'_>>, value: &str) -> bool {
    property.as_ref().is_some_and(|property| property.value.trim().eq_ignore_ascii_case(value))
}

fn read(path: &Path, entry: &Entry<'_>, called_off: bool) -> Found {
    let texts = ["SUMMARY", "LOCATION"].map(|name| entry.text(name));
    let of_day = entry.of("DTSTART").map(|(_, content)| content.text.as_str()).unwrap_or_default();
    let title = texts[0].clone();
    let found = if title.is_empty() { shown(of_day) } else { shown(&title) };
    let mut remarks: Vec<Text> = weekday_mismatch(&title).map(|mismatch| mismatch.text()).into_iter().collect();
    for content in &entry.broken {
        remarks.extend(sentence("meeting.line_skipped", &[("line", Value::Name(&content.line.to_string()))]));
    }
    remarks.extend(ends_before_start(entry));
    Found { line: entry.line, meeting: meeting(path, entry, &texts, &found, called_off), found, remarks }
}

/// That an entry ends before it begins, where both can be read.
fn ends_before_start(entry: &Entry<'_>) -> Option<Text> {
    let at = |name| {
        let (property, content) = entry.of(name)?;
        moment(property, &content.text).ok()
    };
    let (start, end) = (at("DTSTART")?, at("DTEND")?);
    (end < start).then_some(())?;
    sentence("meeting.ends_before_start", &[("end", Value::Date(end.0))])
}

fn meeting(path: &Path, entry: &Entry<'_>, texts: &[String; 2], found: &str, called_off: bool) -> Result<ReadMeeting> {
    let is_needed = |content: &&&ContentLine| {
        let upper = content.text.to_uppercase();
        NEEDED.iter().any(|name| upper.starts_with(name))
    };
    if let Some(content) = entry.broken.iter().find(is_needed) {
        return Err(Error::new(ErrorCode::CalendarLineBroken)
            .with("file", path.display())
            .with("line", content.line)
            .with("found", shown(&content.text)));
    }
    if entry.of("RRULE").or_else(|| entry.of("RDATE")).is_some() {
        return Err(Error::new(ErrorCode::MeetingRecurring).with("found", found));
    }
    let Some((start, content)) = entry.of("DTSTART") else { return Err(unclear(found)) };
    let (held_on, held_time) = moment(start, &content.text)?;
    let uid = entry.raw("UID").unwrap_or_default();
    // One of a series that was moved by itself has the series' UID.
    let uid = entry.raw("RECURRENCE-ID").map_or_else(|| uid.clone(), |of| format!("{uid}#{of}"));
    let note: Vec<&str> = texts.iter().map(String::as_str).filter(|text| !text.is_empty()).collect();
    let cancelled = called_off || entry.raw("STATUS").is_some_and(|status| status.eq_ignore_ascii_case("CANCELLED"));
    Ok(ReadMeeting { held_time, cancelled, uid, note: note.join(", "), ..ReadMeeting::on(held_on) }.described(&texts[0]))
}

impl Entry<'_> {
    fn of(&self, name: &str) -> Option<&(Property<'_>, &ContentLine)> {
        self.properties.iter().find(|(property, _)| property.name == name)
    }

    fn raw(&self, name: &str) -> Option<String> {
        self.of(name).map(|(property, _)| property.value.trim().to_owned()).filter(|value| !value.is_empty())
    }

    fn text(&self, name: &str) -> String {
        self.raw(name).map(|value| shown(&plain(&value))).unwrap_or_default()
    }
}
