//! The item of a case: as it was handed in, or as it is now.

use chrono::{DateTime, NaiveDate};
use rusqlite::Connection;

use crate::calendar::in_copenhagen;
use crate::committee::{CaseReading, CaseText, CommitteeCase, PaperCopy};
use crate::error::{Error, ErrorCode, Result};
use crate::office::Committee;
use crate::report::case::{CaseFacts, case_report};
use crate::report::{Report, file_name};
use crate::store::Store;
use crate::store::records::{record, records};
use crate::views::FormView;

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

/// The item of a case in a form or as a copy; where neither is asked for, the copy that stands, else as it is now. With what its file
/// is called, without its ending.
///
/// # Errors
/// `record_missing`, `record_changed`; `case_closed`; `paper_form_not_found`; those of reading the file.
pub fn case_item(
    store: &Store,
    id: u32,
    (form, copy): (Option<&str>, Option<u32>),
    (as_of, closed): (NaiveDate, bool),
) -> Result<(Report, String)> {
    let case: CommitteeCase = store.query(|connection| record(connection, id))?;
    may_stand(&case, closed)?;
    let file_name = store.query(|connection| name(connection, &case, ""))?;
    let kept = match (copy, form) {
        (Some(copy), _) => Some(store.query(|connection| kept(connection, id, copy))?),
        (None, None) => store.query(|connection| standing(connection, id, as_of))?,
        (None, Some(_)) => None,
    };
    if let Some(copy) = kept {
        return Ok((read(&copy)?, file_name));
    }
    let forms = store.paper_forms(case.municipality_id)?;
    let wanted = form.or(Some(case.form.as_str()).filter(|key| !key.is_empty())).unwrap_or(&forms.usual);
    let form = forms.forms.iter().find(|form| form.form.key == wanted).ok_or_else(|| unknown(wanted, &forms.forms))?;
    let report = store.query(|connection| {
        let facts = CaseFacts::load(connection, id, as_of)?;
        let by_then = rusqlite::params![id, as_of.to_string()];
        let texts: Vec<CaseText> =
            records(connection, "WHERE committee_case_id = ?1 AND accepted_on <= ?2 ORDER BY id", by_then)?;
        Ok(case_report(&facts, form, &texts))
    })?;
    Ok((report, file_name))
}

fn unknown(wanted: &str, forms: &[FormView]) -> Error {
    let expected = forms.iter().map(|form| form.form.key.as_str()).collect::<Vec<_>>().join(", ");
    Error::new(ErrorCode::PaperFormNotFound).with("found", wanted).with("expected", expected)
}

/// A copy of a case.
fn kept(connection: &Connection, case: u32, copy: u32) -> Result<PaperCopy> {
    let found: PaperCopy = record(connection, copy)?;
    if found.committee_case_id == case {
        return Ok(found);
    }
    Err(Error::new(ErrorCode::RecordMissing).with("record", copy).because("a copy of another case"))
}

/// The copy that stood on a day: handed in by then, and not taken back by then.
///
/// # Errors
/// Those of reading the file.
pub fn standing(connection: &Connection, case: u32, as_of: NaiveDate) -> Result<Option<PaperCopy>> {
    let copies: Vec<PaperCopy> = records(connection, "WHERE committee_case_id = ?1 ORDER BY number DESC", [case])?;
    let by_then = |copy: &PaperCopy| {
        DateTime::parse_from_rfc3339(&copy.handed_in_at).is_ok_and(|at| in_copenhagen(at.to_utc()).date() <= as_of)
    };
    Ok(copies.into_iter().find(|copy| by_then(copy) && copy.withdrawn_on.is_none_or(|day| day > as_of)))
}

/// What a copy says.
///
/// # Errors
/// `unforeseen` where it is no report.
pub fn read(copy: &PaperCopy) -> Result<Report> {
    serde_json::from_str(&copy.report).map_err(|error| Error::new(ErrorCode::Unforeseen).because(error))
}

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
        if case.closed { "LUKKET" } else { "" },
        committee.as_ref().map_or("", |committee| &committee.short_name),
        &day,
        &item.map(|item| format!("Punkt {item}")).unwrap_or_default(),
        part,
        &case.title,
    ]))
}
