//! What a person plans for a meeting, moves or drops.

use chrono::NaiveDate;
use rusqlite::params;

use crate::deadlines::{Meeting, PlannedCase};
use crate::error::{Error, ErrorCode, Result};
use crate::office::Committee;
use crate::record::filled;
use crate::store::Tx;
use crate::store::meetings::coming::planned_for;
use crate::store::records::{record, save};
use crate::store::refuse::{invalid, taken};

/// Saves a planned case; gives its municipality. What it was moved from is kept by the program.
pub(super) fn save_planned(tx: &mut Tx<'_>, row: &PlannedCase, as_of: NaiveDate) -> Result<u32> {
    let committee: Committee = record(tx.connection(), row.committee_id)?;
    let municipality = committee.municipality_id;
    let meeting: Option<Meeting> = row.meeting_id.map(|id| record(tx.connection(), id)).transpose()?;
    if let Some(meeting) = meeting.filter(|meeting| meeting.committee_id != committee.id) {
        return Err(invalid("meeting_id", meeting.held_on, committee.short_name));
    }
    if row.meeting_id.is_none() && row.after_on.is_none() && !row.dropped {
        return Err(Error::new(ErrorCode::FieldRequired).in_field("meeting_id"));
    }
    let before: Option<PlannedCase> = (row.id != 0).then(|| record(tx.connection(), row.id)).transpose()?;
    let place = |row: &PlannedCase| (row.committee_id, row.meeting_id, row.after_on);
    let moves = match &before {
        Some(before) => !row.dropped && place(before) != place(row),
        None => !row.replaces.is_empty() && !row.dropped,
    };
    if moves || row.dropped {
        filled("reason", &row.reason)?;
    }
    if !row.replaces.is_empty() && before.is_none() {
        let sql = "SELECT 1 FROM planned_case JOIN committee ON committee.id = committee_id WHERE replaces = ?1 AND municipality_id = ?2";
        if tx.connection().prepare_cached(sql)?.exists(params![row.replaces, municipality])? {
            return Err(taken("replaces", &row.title));
        }
    }
    let key = before.as_ref().filter(|row| row.replaces.is_empty()).map(|row| format!("planned_case:{}", row.id));
    let key = key.unwrap_or_else(|| row.replaces.clone());
    let moved_from = match before.as_ref().and_then(|before| before.moved_from) {
        // Moved again, it is still said where it was first.
        Some(first) => Some(first),
        None if moves || row.dropped => planned_for(tx.connection(), municipality, as_of, &key)?,
        None => None,
    };
    let id = save(tx, &PlannedCase { moved_from, ..row.clone() })?;
    // Brought back to where it was first, it was never moved.
    let same_committee = before.is_some_and(|before| before.committee_id == row.committee_id);
    let comes_back = moved_from.filter(|_| same_committee && !row.dropped);
    if comes_back.is_some() && planned_for(tx.connection(), municipality, as_of, &key)? == comes_back {
        let saved: PlannedCase = record(tx.connection(), id)?;
        save(tx, &PlannedCase { moved_from: None, ..saved })?;
    }
    Ok(municipality)
}
