//! The parts of a case: readings, points and what they are about, follow-ups, differences between sources.

use chrono::NaiveDate;
use rusqlite::params;

use crate::committee::{CaseAppendix, CasePoint, CaseReading, Discrepancy, FollowUp, PointSubject};
use crate::deadlines::PlannedCase;
use crate::error::{Error, ErrorCode, Result};
use crate::ops::Op;
use crate::record::Record;
use crate::store::Tx;
use crate::store::records::{only, record, records, remove, remove_where, save};
use crate::store::refuse::{has_come, invalid};
use crate::views::{CasePart, CasePartKind};

/// The kind of operation a part is saved by.
pub fn op(kind: CasePartKind) -> Op {
    match kind {
        CasePartKind::Reading | CasePartKind::Point | CasePartKind::Subject => Op::CaseSave,
        CasePartKind::FollowUp => Op::CaseFollowUp,
        CasePartKind::Discrepancy => Op::DiscrepancySave,
    }
}

/// Which kind a part is.
pub fn kind(part: &CasePart) -> CasePartKind {
    match part {
        CasePart::Reading(_) => CasePartKind::Reading,
        CasePart::Point(_) => CasePartKind::Point,
        CasePart::Subject(_) => CasePartKind::Subject,
        CasePart::FollowUp(_) => CasePartKind::FollowUp,
        CasePart::Discrepancy(_) => CasePartKind::Discrepancy,
    }
}

/// Adds or changes a part, which stays with the case it has; gives the case. A new reading or point takes the place it asks for,
/// those after it move on.
pub fn put(tx: &mut Tx<'_>, part: &CasePart, today: NaiveDate) -> Result<u32> {
    match part {
        CasePart::Reading(row) => put_reading(tx, row, today),
        CasePart::Point(row) => put_point(tx, row),
        CasePart::Subject(row) => put_subject(tx, row),
        CasePart::FollowUp(row) => {
            let case =
                if row.id == 0 { row.committee_case_id } else { record::<FollowUp>(tx.connection(), row.id)?.committee_case_id };
            has_come("reported_on", row.reported_on, today)?;
            save(tx, &FollowUp { committee_case_id: case, ..row.clone() })?;
            Ok(case)
        }
        CasePart::Discrepancy(row) => {
            let case = if row.id == 0 {
                row.committee_case_id
            } else {
                record::<Discrepancy>(tx.connection(), row.id)?.committee_case_id
            };
            has_come("settled_on", row.settled_on, today)?;
            save(tx, &Discrepancy { application_id: None, committee_case_id: case, ..row.clone() })?;
            case.ok_or_else(|| Error::new(ErrorCode::FieldRequired).in_field("committee_case_id"))
        }
    }
}

/// Saves a reading; what came of a meeting is not known before its day. Gives the case.
pub fn put_reading(tx: &mut Tx<'_>, row: &CaseReading, today: NaiveDate) -> Result<u32> {
    let case =
        if row.id == 0 { row.committee_case_id } else { record::<CaseReading>(tx.connection(), row.id)?.committee_case_id };
    if [&row.remark, &row.votes, &row.minority_statement].iter().any(|text| !text.trim().is_empty()) {
        has_come("meeting_date", row.meeting_date, today)?;
    }
    let id = save(tx, &CaseReading { committee_case_id: case, ..row.clone() })?;
    let others: Vec<CaseReading> =
        records(tx.connection(), "WHERE committee_case_id = ?1 AND id <> ?2 ORDER BY position, id", params![case, id])?;
    arrange(tx, others, Some((id, row.position)), |reading| reading.position)?;
    Ok(case)
}

fn put_point(tx: &mut Tx<'_>, row: &CasePoint) -> Result<u32> {
    let was: Option<CasePoint> = if row.id == 0 { None } else { Some(record(tx.connection(), row.id)?) };
    let case = was.as_ref().map_or(row.committee_case_id, |was| was.committee_case_id);
    if let Some(parent) = row.parent_id {
        let parent: CasePoint = record(tx.connection(), parent)?;
        let inside: Vec<CasePoint> = records(tx.connection(), "WHERE parent_id = ?1", [row.id])?;
        if parent.committee_case_id != case || parent.parent_id.is_some() || parent.id == row.id || !inside.is_empty() {
            return Err(invalid("parent_id", &parent.text, "–"));
        }
    }
    // What a person writes is theirs; one that is only moved stays as it was.
    let drafted = was.as_ref().is_some_and(|was| was.drafted && was.text == row.text && was.condition == row.condition);
    let id = save(tx, &CasePoint { committee_case_id: case, drafted, ..row.clone() })?;
    let others = siblings(tx, case, row.parent_id, id)?;
    arrange(tx, others, Some((id, row.position)), |point| point.position)?;
    if let Some(was) = was.filter(|was| was.parent_id != row.parent_id) {
        let left = siblings(tx, case, was.parent_id, id)?;
        arrange(tx, left, None, |point| point.position)?;
    }
    Ok(case)
}

/// The points of a case inside the same point, or inside none, but for one.
fn siblings(tx: &Tx<'_>, case: u32, parent: Option<u32>, but: u32) -> Result<Vec<CasePoint>> {
    let rest = "WHERE committee_case_id = ?1 AND parent_id IS ?2 AND id <> ?3 ORDER BY position, id";
    records(tx.connection(), rest, params![case, parent, but])
}

fn put_subject(tx: &mut Tx<'_>, row: &PointSubject) -> Result<u32> {
    let point = if row.id == 0 { row.case_point_id } else { record::<PointSubject>(tx.connection(), row.id)?.case_point_id };
    if row.pool_id.is_some() == row.application_id.is_some() {
        return Err(Error::new(ErrorCode::FieldRequired).in_field("pool_id"));
    }
    // A unique key tells nulls apart, so it does not see this.
    let same = "WHERE case_point_id = ?1 AND pool_id IS ?2 AND application_id IS ?3 AND id <> ?4";
    let same: Vec<PointSubject> = records(tx.connection(), same, params![point, row.pool_id, row.application_id, row.id])?;
    if same.is_empty() {
        save(tx, &PointSubject { case_point_id: point, ..row.clone() })?;
    }
    Ok(record::<CasePoint>(tx.connection(), point)?.committee_case_id)
}

/// Gives records their places from 0 with none left out; `placed` stands among them at the place it asks for.
pub(in crate::store) fn arrange<R: Record>(
    tx: &mut Tx<'_>,
    others: Vec<R>,
    placed: Option<(u32, u32)>,
    position: fn(&R) -> u32,
) -> Result<()> {
    let mut order: Vec<R> = others;
    if let Some((id, place)) = placed {
        let place = order.len().min(place as usize);
        order.insert(place, record(tx.connection(), id)?);
    }
    for (place, record) in (0_u32..).zip(&order) {
        if position(record) != place {
            tx.update(R::TABLE, i64::from(record.id()), i64::from(record.version()), only("position", place))?;
        }
    }
    Ok(())
}

/// Removes a part with what hangs on it; gives the case.
pub fn take(tx: &mut Tx<'_>, kind: CasePartKind, id: u32, version: u32) -> Result<u32> {
    match kind {
        CasePartKind::Reading => {
            let case = record::<CaseReading>(tx.connection(), id)?.committee_case_id;
            remove::<CaseReading>(tx, id, version, &[("case_decision", "case_reading_id")])?;
            let left: Vec<CaseReading> = records(tx.connection(), "WHERE committee_case_id = ?1 ORDER BY position, id", [case])?;
            arrange(tx, left, None, |reading| reading.position)?;
            Ok(case)
        }
        CasePartKind::Point => {
            let CasePoint { committee_case_id: case, parent_id, .. } = record(tx.connection(), id)?;
            for inner in records::<CasePoint>(tx.connection(), "WHERE parent_id = ?1", [id])? {
                take_point(tx, inner.id, inner.version)?;
            }
            take_point(tx, id, version)?;
            let left = siblings(tx, case, parent_id, id)?;
            arrange(tx, left, None, |point| point.position)?;
            Ok(case)
        }
        CasePartKind::Subject => {
            let point = record::<PointSubject>(tx.connection(), id)?.case_point_id;
            remove::<PointSubject>(tx, id, version, &[])?;
            Ok(record::<CasePoint>(tx.connection(), point)?.committee_case_id)
        }
        CasePartKind::FollowUp => {
            let case = record::<FollowUp>(tx.connection(), id)?.committee_case_id;
            remove::<FollowUp>(tx, id, version, &[])?;
            Ok(case)
        }
        CasePartKind::Discrepancy => {
            let case = record::<Discrepancy>(tx.connection(), id)?.committee_case_id;
            remove::<Discrepancy>(tx, id, version, &[])?;
            case.ok_or_else(|| Error::new(ErrorCode::FieldRequired).in_field("committee_case_id"))
        }
    }
}

fn take_point(tx: &mut Tx<'_>, id: u32, version: u32) -> Result<()> {
    remove::<CasePoint>(tx, id, version, &[("case_point_subject", "case_point_id"), ("case_decision", "case_point_id")])
}

/// Removes all that belongs to a case.
pub fn take_all(tx: &mut Tx<'_>, case: u32) -> Result<()> {
    for reading in records::<CaseReading>(tx.connection(), "WHERE committee_case_id = ?1", [case])? {
        remove::<CaseReading>(tx, reading.id, reading.version, &[("case_decision", "case_reading_id")])?;
    }
    // Those inside others first.
    for point in records::<CasePoint>(tx.connection(), "WHERE committee_case_id = ?1 ORDER BY parent_id IS NULL, id", [case])? {
        take_point(tx, point.id, point.version)?;
    }
    // What is planned for a meeting stays planned.
    for planned in records::<PlannedCase>(tx.connection(), "WHERE committee_case_id = ?1", [case])? {
        save(tx, &PlannedCase { committee_case_id: None, ..planned })?;
    }
    for appendix in records::<CaseAppendix>(tx.connection(), "WHERE committee_case_id = ?1", [case])? {
        remove::<CaseAppendix>(tx, appendix.id, appendix.version, &[("case_appendix_pool", "case_appendix_id")])?;
    }
    for table in ["case_text", "paper_copy", "case_follow_up", "discrepancy"] {
        remove_where(tx, table, "committee_case_id", case)?;
    }
    Ok(())
}
