//! What reading meetings in would do: each is new, there already, changed, or refused.

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;

use crate::calendar::WorkCalendar;
use crate::deadlines::{Meeting, YEARS, meeting_remarks};
use crate::error::{Error, ErrorCode, Result};
use crate::import::meetings::{Found, ReadMeeting, shown, unclear};
use crate::views::{MeetingAction, MeetingRead, Text};
use crate::words::say::{Value, sentence};

/// Holds what was read against a committee's meetings. A meeting is known again by its calendar entry, else by its day; what a source
/// does not state stays as it was. A day another meeting has, or has earlier in the source, is refused.
pub fn plan(found: Vec<Found>, there: &[Meeting], committee_id: u32, source: &str, calendar: &WorkCalendar) -> Vec<MeetingRead> {
    let by_uid: HashMap<&str, &Meeting> = there
        .iter()
        .filter(|meeting| !meeting.source_uid.is_empty())
        .map(|meeting| (meeting.source_uid.as_str(), meeting))
        .collect();
    let by_day: HashMap<NaiveDate, &Meeting> = there.iter().map(|meeting| (meeting.held_on, meeting)).collect();
    let mut taken = HashSet::new();
    let mut rows: Vec<MeetingRead> = Vec::new();
    for Found { line, found, meeting, mut remarks } in found {
        let understood = meeting.and_then(|read| {
            let known = by_uid.get(read.uid.as_str()).or_else(|| by_day.get(&read.held_on)).copied();
            if !taken.insert(read.held_on) {
                return Err(twice(read.held_on));
            }
            whole(&read, &found)?;
            Ok((known, merged(read, known, committee_id, source, &mut remarks)))
        });
        let (meeting, action, problem) = match understood {
            Ok((known, meeting)) => {
                remarks.extend(meeting_remarks(meeting.held_on, calendar));
                let action = match known {
                    None => MeetingAction::Add,
                    Some(known) if *known == meeting => MeetingAction::Same,
                    Some(_) => MeetingAction::Change,
                };
                (Some(meeting), action, None)
            }
            Err(problem) => (None, MeetingAction::Refuse, Some(problem)),
        };
        rows.push(MeetingRead { line, found: shown(&found), meeting, action, problem, remarks });
    }
    refuse_taken(&mut rows, there);
    rows
}

/// That a meeting's days hang together.
fn whole(read: &ReadMeeting, found: &str) -> Result<()> {
    let reaches = |day: NaiveDate| day <= read.held_on && (read.held_on - day).num_days() <= 366;
    let in_years = YEARS.contains(&chrono::Datelike::year(&read.held_on));
    let days = [read.paper_due_on, read.agenda_meeting_on];
    if in_years && days.into_iter().flatten().all(reaches) { Ok(()) } else { Err(unclear(found)) }
}

fn merged(read: ReadMeeting, known: Option<&Meeting>, committee_id: u32, source: &str, remarks: &mut Vec<Text>) -> Meeting {
    let Some(known) = known else {
        return Meeting {
            id: 0,
            version: 0,
            committee_id,
            held_on: read.held_on,
            held_time: read.held_time,
            extraordinary: read.extraordinary,
            cancelled: read.cancelled,
            agenda_meeting_on: read.agenda_meeting_on,
            paper_due_on: read.paper_due_on,
            source: source.to_owned(),
            source_uid: read.uid,
            note: read.note,
        };
    };
    let moved = known.held_on != read.held_on;
    if moved {
        remarks.extend(sentence("meeting.moved_from", &[("date", Value::Date(known.held_on))]));
    }
    // Days that were given for the day it had say nothing of the day it has.
    let kept = |day: Option<NaiveDate>| day.filter(|_| !moved);
    if moved && read.paper_due_on.is_none() {
        let lost = known.paper_due_on.and_then(|day| sentence("meeting.paper_due_dropped", &[("date", Value::Date(day))]));
        remarks.extend(lost);
    }
    Meeting {
        held_on: read.held_on,
        held_time: read.held_time.or_else(|| known.held_time.clone()),
        extraordinary: known.extraordinary || read.extraordinary,
        cancelled: read.cancelled,
        agenda_meeting_on: read.agenda_meeting_on.or(kept(known.agenda_meeting_on)),
        paper_due_on: read.paper_due_on.or(kept(known.paper_due_on)),
        source_uid: if read.uid.is_empty() { known.source_uid.clone() } else { read.uid },
        note: if known.note.is_empty() { read.note } else { known.note.clone() },
        ..known.clone()
    }
}

/// Refuses a meeting whose day another of the file keeps. One moved away in the same source gives its day free only where it comes
/// before: days that change places are refused, so that each step can be taken back.
fn refuse_taken(rows: &mut [MeetingRead], there: &[Meeting]) {
    let mut held: HashMap<NaiveDate, u32> = there.iter().map(|meeting| (meeting.held_on, meeting.id)).collect();
    let before: HashMap<u32, NaiveDate> = there.iter().map(|meeting| (meeting.id, meeting.held_on)).collect();
    for row in rows {
        let Some(meeting) = &row.meeting else { continue };
        if held.get(&meeting.held_on).is_some_and(|id| *id != meeting.id) {
            row.problem = Some(twice(meeting.held_on));
            row.meeting = None;
            row.action = MeetingAction::Refuse;
            continue;
        }
        if let Some(day) = before.get(&meeting.id) {
            held.remove(day);
        }
        held.insert(meeting.held_on, if meeting.id == 0 { u32::MAX } else { meeting.id });
    }
}

fn twice(day: NaiveDate) -> Error {
    Error::new(ErrorCode::MeetingTwice).with("found", day.format("%d.%m.%Y"))
}
