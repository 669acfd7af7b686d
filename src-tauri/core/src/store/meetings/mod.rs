//! Committees' meetings and the cases planned for them.

mod coming;
mod import;

use std::collections::HashMap;

use chrono::NaiveDate;
use rusqlite::{Connection, params};

use crate::calendar::parse_time;
use crate::deadlines::{Meeting, YEARS, agenda_meeting, meeting_remarks, paper_due};
use crate::error::{Error, ErrorCode, Result};
use crate::fold::danish_order;
use crate::office::Committee;
use crate::ops::Op;
use crate::store::office::{lead_times, work_calendar};
use crate::store::records::{only, record, records, remove, save, untaken};
use crate::store::refuse::invalid;
use crate::store::{Committed, Store, Tx};
use crate::views::{Changed, CommitteeMeetings, MeetingView, MeetingsView};

impl Store {
    /// The meetings of a municipality's committees, with the days that follow from each.
    ///
    /// # Errors
    /// Those of reading the file.
    pub fn meetings(&self, municipality: u32) -> Result<MeetingsView> {
        self.query(|connection| meetings(connection, municipality))
    }

    /// Adds or changes a meeting; never whose it is. Cases put to it that have not been read go with it to its new day.
    ///
    /// # Errors
    /// `field_taken` where the committee meets that day already; `field_invalid` (a paper due after the meeting, a time, a year out of
    /// reach); those of [`Store::transact`].
    pub fn meeting_save(&mut self, meeting: &Meeting, today: NaiveDate) -> Result<Changed<MeetingsView>> {
        let committed = self.transact(Op::MeetingSave, |tx| put(tx, meeting, today))?;
        self.meetings_after(committed)
    }

    /// Removes a meeting nothing is planned for.
    ///
    /// # Errors
    /// `record_conflicts` where something is; those of [`Store::transact`].
    pub fn meeting_delete(&mut self, id: u32, version: u32) -> Result<Changed<MeetingsView>> {
        let committed = self.transact(Op::MeetingSave, |tx| {
            let meeting: Meeting = record(tx.connection(), id)?;
            if !readings(tx.connection(), &meeting)?.is_empty() {
                return Err(Error::new(ErrorCode::RecordConflicts).because("cases are put to the meeting"));
            }
            remove::<Meeting>(tx, id, version, &[])?;
            Ok(meeting.committee_id)
        })?;
        self.meetings_after(committed)
    }

    /// The meetings after a change of those of a committee.
    fn meetings_after(&self, committed: Committed<u32>) -> Result<Changed<MeetingsView>> {
        let view = self.query(|connection| {
            let committee: Committee = record(connection, committed.value)?;
            meetings(connection, committee.municipality_id)
        })?;
        Ok(Changed { view, changed: committed.changed })
    }
}

fn meetings(conn: &Connection, municipality: u32) -> Result<MeetingsView> {
    let mut committees: Vec<Committee> = records(conn, "WHERE municipality_id = ?1", [municipality])?;
    committees.sort_by_cached_key(|committee| danish_order(&committee.name));
    let mut held: HashMap<u32, Vec<Meeting>> = HashMap::new();
    for meeting in of_municipality(conn, municipality)? {
        held.entry(meeting.committee_id).or_default().push(meeting);
    }
    let (calendar, lead_times) = (work_calendar(conn, municipality)?, lead_times(conn, municipality)?);
    let cases = cases(conn, municipality)?;
    let committees = committees.into_iter().map(|committee| {
        let view = |meeting: Meeting| MeetingView {
            paper_due: paper_due(&meeting, &committee, &lead_times, &calendar),
            agenda_meeting: agenda_meeting(&meeting, &lead_times, &calendar),
            remarks: meeting_remarks(meeting.held_on, &calendar),
            cases: cases.get(&meeting.id).copied().unwrap_or_default(),
            meeting,
        };
        let meetings = held.remove(&committee.id).unwrap_or_default().into_iter().map(view).collect();
        CommitteeMeetings { committee, meetings }
    });
    Ok(MeetingsView { committees: committees.collect() })
}

/// The meetings of a municipality's committees, soonest first.
pub(in crate::store) fn of_municipality(conn: &Connection, municipality: u32) -> Result<Vec<Meeting>> {
    let of = "JOIN committee ON committee.id = committee_id WHERE municipality_id = ?1 ORDER BY held_on, meeting.id";
    records(conn, of, [municipality])
}

/// How many cases are put to each meeting or planned for it.
fn cases(conn: &Connection, municipality: u32) -> Result<HashMap<u32, u32>> {
    let sql = "SELECT meeting.id, count(*) FROM meeting JOIN committee ON committee.id = meeting.committee_id
               JOIN (SELECT reading.committee_id AS of, meeting_date AS day, NULL AS named FROM case_reading AS reading
                     UNION ALL SELECT NULL, NULL, meeting_id FROM planned_case WHERE dropped = 0 AND meeting_id IS NOT NULL) AS found
               ON found.named = meeting.id OR (found.of = meeting.committee_id AND found.day = meeting.held_on)
               WHERE municipality_id = ?1 GROUP BY meeting.id";
    let mut statement = conn.prepare_cached(sql)?;
    let found = statement.query_map([municipality], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}

/// The readings of cases put to a meeting: id and version.
fn readings(conn: &Connection, meeting: &Meeting) -> Result<Vec<(i64, i64)>> {
    let sql = "SELECT id, version FROM case_reading WHERE committee_id = ?1 AND meeting_date = ?2 ORDER BY id";
    let mut statement = conn.prepare_cached(sql)?;
    let found =
        statement.query_map(params![meeting.committee_id, meeting.held_on.to_string()], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}

/// Adds or changes a meeting; gives its committee.
fn put(tx: &mut Tx<'_>, meeting: &Meeting, today: NaiveDate) -> Result<u32> {
    let before: Option<Meeting> = if meeting.id == 0 { None } else { Some(record(tx.connection(), meeting.id)?) };
    let committee_id = before.as_ref().map_or(meeting.committee_id, |before| before.committee_id);
    let meeting = Meeting { committee_id, ..meeting.clone() };
    check(&meeting)?;
    untaken(tx.connection(), &meeting, "committee_id", "held_on")?;
    save(tx, &meeting)?;
    if let Some(before) = before.filter(|before| before.held_on != meeting.held_on && before.held_on >= today) {
        for (id, version) in readings(tx.connection(), &before)? {
            tx.update("case_reading", id, version, only("meeting_date", meeting.held_on.to_string()))?;
        }
    }
    Ok(committee_id)
}

/// That a meeting's days and time can be meant.
fn check(meeting: &Meeting) -> Result<()> {
    let held = meeting.held_on;
    if !YEARS.contains(&chrono::Datelike::year(&held)) {
        return Err(invalid("held_on", held, "2019-03-12"));
    }
    if let Some(time) = &meeting.held_time
        && parse_time(time).as_ref() != Some(time)
    {
        return Err(invalid("held_time", time, "16:30"));
    }
    for (field, day) in [("paper_due_on", meeting.paper_due_on), ("agenda_meeting_on", meeting.agenda_meeting_on)] {
        // More than a year before is a slip of the hand.
        if let Some(day) = day.filter(|day| *day > held || (held - *day).num_days() > 366) {
            return Err(invalid(field, day, held));
        }
    }
    Ok(())
}
