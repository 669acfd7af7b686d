//! The item of a case, and what its papers are called.

use chrono::NaiveDate;
use rusqlite::Connection;

use crate::committee::{CaseReading, CommitteeCase, PaperCopy};
use crate::error::{Error, ErrorCode, Result};
use crate::office::Committee;
use crate::report::file_name;
use crate::store::papers::reports::Made;
use crate::store::papers::view;
use crate::store::records::{record, records};

/// That a case may stand in a paper.
///
/// # Errors
/// `case_closed`.
pub fn may_stand(case: &CommitteeCase, closed: bool) -> Result<()> {
    if case.closed && !closed {
        return Err(Error::new(ErrorCode::CaseClosed).with("record", case.title.as_str()));
    }
    Ok(())
}

/// The item of a case in a form or as a copy; where neither is asked for, the copy that stands, else as it is now.
///
/// # Errors
/// `record_missing`, `record_changed`; `case_closed`; `paper_form_not_found`; those of reading the file.
pub fn case_item(
    connection: &Connection,
    id: u32,
    (form, copy): (Option<&str>, Option<u32>),
    (as_of, closed): (NaiveDate, bool),
) -> Result<Made> {
    let case: CommitteeCase = record(connection, id)?;
    may_stand(&case, closed)?;
    if let Some(copy) = copy
        && record::<PaperCopy>(connection, copy)?.committee_case_id != id
    {
        return Err(Error::new(ErrorCode::RecordMissing).with("record", copy).because("a copy of another case"));
    }
    let (report, remarks) = view::report(connection, id, form, copy, as_of)?;
    Ok(Made { report, file_name: name(connection, &case, "")?, left_out: 0, remarks })
}

/// Stands first in the name of a file that is not for the public.
pub const CLOSED: &str = "LUKKET";

/// »BIU 2019-03-12 Punkt 3 Udmøntning af satspuljemidler 2019«; a closed one says so first. `part` stands before the title.
///
/// # Errors
/// Those of reading the file.
pub fn name(connection: &Connection, case: &CommitteeCase, part: &str) -> Result<String> {
    let readings: Vec<CaseReading> =
        records(connection, "WHERE committee_case_id = ?1 ORDER BY position, id LIMIT 1", [case.id])?;
    let reading = readings.first();
    let committee: Option<Committee> = reading.map(|reading| record(connection, reading.committee_id)).transpose()?;
    let day = reading.and_then(|reading| reading.meeting_date).map(|day| day.to_string()).unwrap_or_default();
    let item = reading.map(|reading| reading.item_number.trim()).filter(|item| !item.is_empty());
    Ok(file_name(&[
        if case.closed { CLOSED } else { "" },
        committee.as_ref().map_or("", |committee| &committee.short_name),
        &day,
        &item.map(|item| format!("Punkt {item}")).unwrap_or_default(),
        part,
        &case.title,
    ]))
}
