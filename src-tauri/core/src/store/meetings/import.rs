//! Meetings read from a pasted text, an .ics or a sheet.

use std::path::Path;

use chrono::NaiveDate;
use rusqlite::Connection;

use crate::deadlines::Meeting;
use crate::error::{Error, ErrorCode, Result};
use crate::import::meetings::{of_file, of_text, plan};
use crate::office::Committee;
use crate::ops::Op;
use crate::store::Store;
use crate::store::meetings::put;
use crate::store::office::work_calendar;
use crate::store::records::{record, records};
use crate::views::{Changed, MeetingAction, MeetingSource, MeetingsPreview, MeetingsView};

/// What a pasted text is called as a source. Danish, as it stands in the file.
const PASTED: &str = "Indsat tekst";

impl Store {
    /// What reading meetings would do, line by line. A meeting is known again by its calendar entry, else by its day.
    ///
    /// # Errors
    /// Those of the source: `file_missing`, `file_unreadable`, `calendar_unreadable`, `calendar_too_long`; those of a sheet.
    pub fn meetings_preview(&self, source: &MeetingSource) -> Result<MeetingsPreview> {
        self.query(|connection| preview(connection, source))
    }

    /// Reads what was understood but for the lines to leave out; what was not is left out, too. Cases put to a meeting that is moved go with it.
    ///
    /// # Errors
    /// Those of the preview; those of [`Store::transact`].
    pub fn meetings_import(
        &mut self,
        source: &MeetingSource,
        leave_out: &[u32],
        today: NaiveDate,
    ) -> Result<Changed<MeetingsView>> {
        let committed = self.transact(Op::MeetingImport, |tx| {
            for row in preview(tx.connection(), source)?.rows.into_iter().filter(|row| !leave_out.contains(&row.line)) {
                if let (Some(meeting), MeetingAction::Add | MeetingAction::Change) = (&row.meeting, row.action) {
                    put(tx, meeting, today)?;
                }
            }
            Ok(source.committee_id)
        })?;
        self.meetings_after(committed)
    }
}

fn preview(conn: &Connection, source: &MeetingSource) -> Result<MeetingsPreview> {
    let committee: Committee = record(conn, source.committee_id)?;
    let (found, name) = match (&source.path, &source.text) {
        (Some(path), _) => {
            let name = Path::new(path).file_name().map(|name| name.to_string_lossy().into_owned());
            (of_file(Path::new(path))?, name.unwrap_or_default())
        }
        (None, Some(text)) => (of_text(text)?, PASTED.to_owned()),
        (None, None) => return Err(Error::new(ErrorCode::FieldRequired).in_field("text")),
    };
    let there: Vec<Meeting> = records(conn, "WHERE committee_id = ?1 ORDER BY held_on, id", [committee.id])?;
    let rows = plan(found, &there, committee.id, &name, &work_calendar(conn, committee.municipality_id)?);
    let count = |action| u32::try_from(rows.iter().filter(|row| row.action == action).count()).unwrap_or(u32::MAX);
    let (added, changed, refused) = (count(MeetingAction::Add), count(MeetingAction::Change), count(MeetingAction::Refuse));
    Ok(MeetingsPreview { rows, added, changed, refused })
}
