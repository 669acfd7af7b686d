//! Days to keep as a calendar file (RFC 5545) that Outlook and others read again and again: a day that moved moves there instead of
//! standing twice. Written here, not by a library, because what has not changed must stay byte for byte as it was.

mod earlier;
mod entry;
mod fold;

use std::collections::{BTreeMap, HashMap, HashSet};
use std::path::{Path, PathBuf};

use chrono::{DateTime, TimeDelta, Utc};
use tilsagn_core::deadlines::DeadlineKind;
use tilsagn_core::views::{CalendarScope, CalendarWritten, DeadlineItem, DeadlinesView, MeetingDay, Revision};
use tilsagn_core::{Error, ErrorCode, Language, Result};

use crate::file;
use crate::ics::earlier::{Earlier, earlier};
use crate::ics::entry::{Content, Stamp, cancelled, entry, key};
use crate::ics::fold::{escaped, folded};

/// Days an entry that is called off is still said to be.
const CALLED_OFF_DAYS: i64 = 30;

/// Who wrote the file: another program's is never written over.
const PRODUCT: &str = "PRODID:-//Tilsagn//Frister//DA";

/// Danish time since 1996, for readers that do not know it by its name.
const ZONE: &str = "BEGIN:VTIMEZONE\r\nTZID:Europe/Copenhagen\r\nX-LIC-LOCATION:Europe/Copenhagen\r\n\
BEGIN:DAYLIGHT\r\nTZNAME:CEST\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\nDTSTART:19960331T020000\r\n\
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\nEND:DAYLIGHT\r\n\
BEGIN:STANDARD\r\nTZNAME:CET\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\nDTSTART:19961027T030000\r\n\
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n";

/// What a calendar file is made with, besides the days.
#[derive(Clone, Debug)]
pub struct CalendarMaking<'a> {
    /// Whose days.
    pub scope: CalendarScope,
    /// What the calendar is called.
    pub name: &'a str,
    /// The data file it is made from: its identity makes the entries' UIDs, its newest operation their SEQUENCE and DTSTAMP.
    pub revision: &'a Revision,
    /// The time: when an entry was called off, and when that need not be said any more.
    pub now: DateTime<Utc>,
    /// The reader's language.
    pub language: Language,
}

/// The days of a scope as a calendar that nobody has read before. The same days of the same file are the same bytes.
pub fn calendar(view: &DeadlinesView, making: &CalendarMaking<'_>) -> Vec<u8> {
    made(view, making, &HashMap::new()).0.into_bytes()
}

/// The same after what lies where it is to be written: a calendar of this program is carried on, as [`write_calendar`] does.
pub fn calendar_after(view: &DeadlinesView, making: &CalendarMaking<'_>, before: &[u8]) -> Vec<u8> {
    let text = String::from_utf8_lossy(before);
    let known = if text.contains(PRODUCT) { earlier(&text) } else { HashMap::new() };
    made(view, making, &known).0.into_bytes()
}

/// Writes the calendar to a path, with `.ics` added where it ends otherwise. Entries of the earlier file there that have not changed stay
/// as they are; one that has changed gets a higher SEQUENCE; one that is gone is called off, and left out after 30 days. Where nothing
/// has changed the file is not touched.
///
/// # Errors
/// `file_exists` where another program's calendar, or no calendar, lies there; `folder_missing`, `file_read_only`, `disk_full`,
/// `file_unreadable`, `export_failed`. What lay there is then as it was.
pub fn write_calendar(view: &DeadlinesView, making: &CalendarMaking<'_>, path: &Path) -> Result<CalendarWritten> {
    let path = with_ending(path);
    let before = match std::fs::read(&path) {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Vec::new(),
        Err(error) => return Err(Error::new(ErrorCode::FileUnreadable).with("file", path.display()).because(error)),
    };
    let text = String::from_utf8_lossy(&before);
    if !before.is_empty() && !text.contains(PRODUCT) {
        return Err(Error::new(ErrorCode::FileExists).with("file", path.display()).because("not a calendar of this program"));
    }
    let (made, mut written) = made(view, making, &earlier(&text));
    if made.as_bytes() != before {
        file::write(&path, made.as_bytes())?;
    }
    written.path = path.display().to_string();
    Ok(written)
}

fn with_ending(path: &Path) -> PathBuf {
    if path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("ics")) {
        return path.to_owned();
    }
    let mut name = path.as_os_str().to_owned();
    name.push(".ics");
    name.into()
}

fn is_in(item: &DeadlineItem, scope: &CalendarScope) -> bool {
    let whose = match scope {
        CalendarScope::All => true,
        CalendarScope::Person(id) => item.person_id == Some(*id),
        CalendarScope::Committee(id) => item.committee_ids.contains(id),
    };
    // A month or a year is no entry of a calendar, but what is to be done by then must not be forgotten.
    whose && !item.ended && (item.partial.is_none() || item.kind.is_duty())
}

/// What the entries of a scope say: its days, then its committees' meetings that no case of these days is put to.
fn contents(view: &DeadlinesView, scope: &CalendarScope, language: Language) -> Vec<Content> {
    let items: Vec<&DeadlineItem> = view.items.iter().filter(|item| is_in(item, scope)).collect();
    let sessions: HashSet<_> = items
        .iter()
        .filter(|item| item.kind == DeadlineKind::Meeting)
        .flat_map(|item| item.committee_ids.iter().map(|committee| (*committee, item.on)))
        .collect();
    let is_own = |meeting: &&MeetingDay| match scope {
        CalendarScope::All => true,
        CalendarScope::Person(_) => false,
        CalendarScope::Committee(id) => meeting.committee_id == *id,
    };
    let meetings = view.meetings.iter().filter(is_own);
    let bare = meetings.filter(|meeting| !meeting.cancelled && !sessions.contains(&(meeting.committee_id, meeting.on)));
    let mut places: HashMap<String, usize> = HashMap::new();
    let mut same: Vec<Vec<&DeadlineItem>> = Vec::new();
    for item in items {
        let place = *places.entry(key(item)).or_insert(same.len());
        match same.get_mut(place) {
            Some(there) => there.push(item),
            None => same.push(vec![item]),
        }
    }
    let of_items = same.iter().filter_map(|same| Content::of_items(same, language));
    of_items.chain(bare.map(|meeting| Content::of_meeting(meeting, language))).collect()
}

/// The calendar, and what became of its entries.
fn made(view: &DeadlinesView, making: &CalendarMaking<'_>, before: &HashMap<String, Earlier>) -> (String, CalendarWritten) {
    let mut written = CalendarWritten { path: String::new(), entries: 0, added: 0, moved: 0, cancelled: 0 };
    let name = folded(&format!("X-WR-CALNAME:{}", escaped(making.name)));
    let mut text = format!(
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{PRODUCT}\r\nCALSCALE:GREGORIAN\r\nMETHOD:PUBLISH\r\n{name}X-WR-TIMEZONE:Europe/Copenhagen\r\n\
         REFRESH-INTERVAL;VALUE=DURATION:PT1H\r\nX-PUBLISHED-TTL:PT1H\r\n{ZONE}"
    );
    let mut gone: BTreeMap<&String, &Earlier> = before.iter().collect();
    let sequence = |earlier: &Earlier| making.revision.sequence.max(earlier.sequence.saturating_add(1));
    for content in contents(view, &making.scope, making.language) {
        let uid = format!("{}@{}.tilsagn", content.key, making.revision.identity);
        let new = |sequence| entry(&content, &uid, &Stamp { sequence, at: making.revision.at });
        written.entries += 1;
        match before.get(&uid) {
            None => {
                written.added += 1;
                text.push_str(&new(making.revision.sequence));
            }
            // Two days with one key are no two days.
            Some(_) if !gone.contains_key(&uid) => written.entries -= 1,
            Some(earlier) => {
                let same = entry(&content, &uid, &Stamp { sequence: earlier.sequence, at: earlier.stamped });
                if same == earlier.text {
                    text.push_str(&same);
                } else {
                    let block = new(sequence(earlier));
                    written.added += u32::from(earlier.cancelled);
                    written.moved += u32::from(!earlier.cancelled && !block.contains(&earlier.start));
                    text.push_str(&block);
                }
                gone.remove(&uid);
            }
        }
    }
    for (_, earlier) in gone {
        if earlier.cancelled {
            if making.now - earlier.stamped <= TimeDelta::days(CALLED_OFF_DAYS) {
                text.push_str(&earlier.text);
            }
        } else {
            written.cancelled += 1;
            text.push_str(&cancelled(earlier, &Stamp { sequence: sequence(earlier), at: making.now }));
        }
    }
    text.push_str("END:VCALENDAR\r\n");
    (text, written)
}
