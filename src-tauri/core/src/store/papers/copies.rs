//! Copies that were handed in.

use std::collections::HashSet;

use chrono::NaiveDate;
use rusqlite::{Connection, params};

use crate::calendar::parse_iso;
use crate::committee::{CommitteeCase, PaperCopy};
use crate::error::{Error, ErrorCode, Result};
use crate::ops::Op;
use crate::record::{Cell, Columns, Record, filled};
use crate::report::case::{CaseFacts, figures, said_in};
use crate::report::{HandedIn, Report};
use crate::store::Store;
use crate::store::blame::changed;
use crate::store::environment::stamp;
use crate::store::papers::forms::{forms, of_case};
use crate::store::papers::texts::{after, to_json};
use crate::store::papers::view::report_now;
use crate::store::records::{record, records, save};
use crate::views::{Changed, CopyView, PaperView, TakeBack};

pub fn hand_in(store: &mut Store, case: u32, today: NaiveDate) -> Result<Changed<PaperView>> {
    let (at, by) = (stamp(store.environment.now()), store.environment.known_actor().to_owned());
    let committed = store.transact(Op::PaperHandIn, |tx| {
        not_handed_in(tx.connection(), case)?;
        let facts = CaseFacts::load(tx.connection(), case, today)?;
        let form = of_case(tx.connection(), &facts.case, None)?;
        let before = copies(tx.connection(), case)?;
        let number = before.last().map_or(1, |copy| copy.number.saturating_add(1));
        let handed_in = HandedIn { at: at.clone(), by: by.clone(), number };
        let report = Report { handed_in: Some(handed_in), ..report_now(tx.connection(), &facts, &form)? };
        let said = said_in(report.sections.iter().flat_map(|section| &section.blocks), &figures(&facts));
        let copy = PaperCopy {
            id: 0,
            version: 0,
            committee_case_id: case,
            number,
            handed_in_at: at.clone(),
            handed_in_by: by.clone(),
            form: form.form.key,
            report: to_json(&report)?,
            figures: to_json(&said)?,
            withdrawn_on: None,
            reason: String::new(),
        };
        save(tx, &copy)?;
        Ok(case)
    })?;
    after(store, committed, today)
}

pub fn take_back(store: &mut Store, draft: &TakeBack, today: NaiveDate) -> Result<Changed<PaperView>> {
    let committed = store.transact(Op::PaperTakeBack, |tx| {
        filled("reason", &draft.reason)?;
        let copy: PaperCopy = record(tx.connection(), draft.id)?;
        if copy.withdrawn_on.is_some() {
            // Somebody has, and the day and the reason they gave stay.
            let case: CommitteeCase = record(tx.connection(), copy.committee_case_id)?;
            return Err(changed(tx.connection(), PaperCopy::TABLE, i64::from(copy.id), case.title)?);
        }
        let columns = [("withdrawn_on", today.to_cell()), ("reason", draft.reason.to_cell())];
        let columns = Columns::from_iter(columns.map(|(column, value)| (column.to_owned(), value)));
        tx.update(PaperCopy::TABLE, i64::from(copy.id), i64::from(draft.version), columns)?;
        Ok(copy.committee_case_id)
    })?;
    after(store, committed, today)
}

/// The copies of a case, oldest first.
pub(super) fn copies(conn: &Connection, case: u32) -> Result<Vec<PaperCopy>> {
    records(conn, "WHERE committee_case_id = ?1 ORDER BY number", [case])
}

/// The copies of a case there were on a day, as they were then.
pub(super) fn copies_by(conn: &Connection, case: u32, as_of: NaiveDate) -> Result<Vec<PaperCopy>> {
    let mut all = copies(conn, case)?;
    all.retain(|copy| handed_in_on(copy).is_none_or(|day| day <= as_of));
    for copy in all.iter_mut().filter(|copy| copy.withdrawn_on.is_some_and(|day| day > as_of)) {
        (copy.withdrawn_on, copy.reason) = (None, String::new());
    }
    Ok(all)
}

/// The day in the moment it was handed in. By Danish time it may be the next one, never an earlier.
fn handed_in_on(copy: &PaperCopy) -> Option<NaiveDate> {
    copy.handed_in_at.get(..10).and_then(parse_iso)
}

/// The copy that stands, of those that do.
pub(super) fn standing(copies: &[PaperCopy]) -> Option<&PaperCopy> {
    copies.iter().rev().find(|copy| copy.withdrawn_on.is_none())
}

/// Says in a paper of a case that it is not the copy that is with the committee, where one is: the one that stood on the day, else the
/// one that stands. Nothing is said of a case that was not handed in or was taken back.
pub(super) fn not_the_one(conn: &Connection, case: &CommitteeCase, report: &mut Report, as_of: NaiveDate) -> Result<()> {
    let (by_then, all) = (copies_by(conn, case.id, as_of)?, copies(conn, case.id)?);
    let Some(copy) =
        standing(&by_then).or_else(|| standing(&all).filter(|copy| handed_in_on(copy).is_none_or(|day| day > as_of)))
    else {
        return Ok(());
    };
    let forms = forms(conn, case.municipality_id)?.forms;
    let name = forms.iter().find(|form| form.form.key == copy.form).map_or(copy.form.as_str(), |form| &form.form.name);
    report.is_not_the_one(&shown(copy).handed_in, name);
    Ok(())
}

/// What a copy says.
pub(super) fn kept(copy: &PaperCopy) -> Result<Report> {
    serde_json::from_str(&copy.report).map_err(|error| Error::new(ErrorCode::Unforeseen).because(error))
}

/// A copy on the screen.
pub(super) fn shown(copy: &PaperCopy) -> CopyView {
    CopyView {
        id: copy.id,
        version: copy.version,
        handed_in: HandedIn { at: copy.handed_in_at.clone(), by: copy.handed_in_by.clone(), number: copy.number },
        withdrawn_on: copy.withdrawn_on,
        reason: copy.reason.clone(),
    }
}

/// That the paper of a case is not with the committee.
///
/// # Errors
/// `paper_handed_in`, naming the case; `record_changed` where the case is gone.
pub(in crate::store) fn not_handed_in(conn: &Connection, case: u32) -> Result<()> {
    let found: CommitteeCase = record(conn, case)?;
    if is_handed_in(conn, case)? { Err(Error::new(ErrorCode::PaperHandedIn).with("record", found.title)) } else { Ok(()) }
}

/// The cases of a municipality whose paper was with the committee on a day.
pub(in crate::store) fn handed_in_by(conn: &Connection, municipality: u32, as_of: NaiveDate) -> Result<HashSet<u32>> {
    const STAND: &str = "SELECT committee_case_id FROM paper_copy JOIN committee_case ON committee_case.id = committee_case_id \
                         WHERE municipality_id = ?1 AND substr(handed_in_at, 1, 10) <= ?2 \
                         AND (withdrawn_on IS NULL OR withdrawn_on > ?2)";
    let mut statement = conn.prepare_cached(STAND)?;
    let found = statement.query_map(params![municipality, as_of.to_string()], |row| row.get(0))?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}

/// Whether the paper of a case is with the committee.
pub(in crate::store) fn is_handed_in(conn: &Connection, case: u32) -> Result<bool> {
    let stands = "SELECT 1 FROM paper_copy WHERE committee_case_id = ?1 AND withdrawn_on IS NULL";
    Ok(conn.prepare_cached(stands)?.exists([case])?)
}
