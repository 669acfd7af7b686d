//! The parts of an application: saving and removing them.

use chrono::NaiveDate;

use crate::applications::*;
use crate::committee::Discrepancy;
use crate::error::{Error, ErrorCode, Result};
use crate::office::Committee;
use crate::ops::Op;
use crate::record::Record;
use crate::store::Tx;
use crate::store::applications::detail::of;
use crate::store::applications::step::correct;
use crate::store::records::{only, record, records, remove_where, untaken, write};
use crate::store::refuse::invalid;
use crate::views::{ApplicationPart, ApplicationPartKind};
use crate::words::Language;

/// The tables of what belongs to an application, each before those it refers to.
pub(super) const TABLES: [&str; 24] = [
    "deadline",
    "plan",
    "planned_case",
    "spending",
    "budget",
    "terms",
    "instalment",
    "account",
    "repayment",
    "carry_over",
    "effect",
    "checklist_item",
    "document",
    "appropriation",
    "application_committee",
    "application_partner",
    "application_step",
    "application_condition",
    "application_target",
    "application_activity",
    "application_milestone",
    "application_task",
    "application_note",
    "discrepancy",
];

/// What hangs on those parts, each after the part its rows name.
pub(super) const NESTED: [(&str, &str); 7] = [
    ("appropriation_year", "appropriation"),
    ("budget_line", "budget"),
    ("budget_cell", "budget_line"),
    ("spending_forecast", "budget_line"),
    ("terms_rule", "terms"),
    ("date_rule", "terms"),
    ("effect_year", "effect"),
];

/// What saving a part is called in the history.
pub(super) const fn op(part: &ApplicationPart) -> Op {
    match part {
        ApplicationPart::Committee(_) => Op::ApplicationCommittee,
        ApplicationPart::Partner(_) => Op::ApplicationPartner,
        ApplicationPart::Step(_) => Op::ApplicationStep,
        ApplicationPart::Condition(_) => Op::ApplicationCondition,
        ApplicationPart::Target(_) => Op::ApplicationTarget,
        ApplicationPart::Activity(_) => Op::ApplicationActivity,
        ApplicationPart::Milestone(_) => Op::ApplicationMilestone,
        ApplicationPart::Task(_) => Op::ApplicationTask,
        ApplicationPart::Note(_) => Op::ApplicationNote,
        ApplicationPart::Appropriation(_) | ApplicationPart::AppropriationYear(_) => Op::ApplicationAppropriation,
        ApplicationPart::Document(_) => Op::DocumentSave,
        ApplicationPart::Checklist(_) => Op::ApplicationChecklist,
        ApplicationPart::Discrepancy(_) => Op::DiscrepancySave,
    }
}

/// What removing a part is called in the history.
pub(super) const fn op_of_kind(kind: ApplicationPartKind) -> Op {
    match kind {
        ApplicationPartKind::Committee => Op::ApplicationCommittee,
        ApplicationPartKind::Partner => Op::ApplicationPartner,
        ApplicationPartKind::Condition => Op::ApplicationCondition,
        ApplicationPartKind::Target => Op::ApplicationTarget,
        ApplicationPartKind::Activity => Op::ApplicationActivity,
        ApplicationPartKind::Milestone => Op::ApplicationMilestone,
        ApplicationPartKind::Task => Op::ApplicationTask,
        ApplicationPartKind::Note => Op::ApplicationNote,
        ApplicationPartKind::Appropriation | ApplicationPartKind::AppropriationYear => Op::ApplicationAppropriation,
        ApplicationPartKind::Document => Op::DocumentSave,
        ApplicationPartKind::Checklist => Op::ApplicationChecklist,
        ApplicationPartKind::Discrepancy => Op::DiscrepancySave,
    }
}

/// Adds or changes a part; gives its application.
pub(super) fn save(tx: &mut Tx<'_>, part: &ApplicationPart, actor: &str, today: NaiveDate) -> Result<u32> {
    match part {
        ApplicationPart::Committee(row) => {
            let committee: Committee = record(tx.connection(), row.committee_id)?;
            let named = |error: Error| error.with("found", &committee.name);
            untaken(tx.connection(), row, "application_id", "committee_id").map_err(named)?;
            put(tx, row, row.application_id)
        }
        ApplicationPart::Partner(row) => {
            untaken(tx.connection(), row, "application_id", "name")?;
            put(tx, row, row.application_id)
        }
        ApplicationPart::Step(row) => {
            let step: ApplicationStep = record(tx.connection(), row.id)?;
            correct(tx, &ApplicationStep { application_id: step.application_id, position: step.position, ..row.clone() }, today)?;
            Ok(step.application_id)
        }
        ApplicationPart::Condition(row) => put(tx, row, row.application_id),
        ApplicationPart::Target(row) => put_in_order(tx, row, row.application_id),
        ApplicationPart::Activity(row) => put_in_order(tx, row, row.application_id),
        ApplicationPart::Milestone(row) => {
            if let (Some(starts), Some(ends)) = (row.starts, row.ends)
                && ends.last_day() < starts.first_day()
            {
                return Err(Error::new(ErrorCode::PeriodReversed).in_field("ends"));
            }
            put_in_order(tx, row, row.application_id)
        }
        ApplicationPart::Task(row) => put(tx, row, row.application_id),
        ApplicationPart::Note(row) => {
            if row.written_on > today {
                return Err(invalid("written_on", row.written_on, today));
            }
            let author = if row.author.trim().is_empty() { actor.to_owned() } else { row.author.clone() };
            put(tx, &ApplicationNote { author, ..row.clone() }, row.application_id)
        }
        ApplicationPart::Appropriation(row) => {
            let others: Vec<Appropriation> = of(tx.connection(), row.application_id, "id")?;
            if others.iter().any(|other| other.id != row.id) {
                return Err(Error::new(ErrorCode::FieldTaken).in_field("kind").with("found", row.kind.word(Language::Da)));
            }
            put(tx, row, row.application_id)
        }
        ApplicationPart::AppropriationYear(row) => {
            let appropriation: Appropriation = record(tx.connection(), row.appropriation_id)?;
            untaken(tx.connection(), row, "appropriation_id", "year")?;
            put_but(tx, row, &["appropriation_id"])?;
            Ok(appropriation.application_id)
        }
        ApplicationPart::Document(row) => {
            let document: Document = record(tx.connection(), row.id)?;
            const KEPT: &[&str] = &["application_id", "sha256", "bytes", "added_on", "redacts_id", "content_removed_on"];
            put_but(tx, row, KEPT)?;
            Ok(document.application_id)
        }
        ApplicationPart::Checklist(row) => put_in_order(tx, row, row.application_id),
        ApplicationPart::Discrepancy(row) => match row.application_id {
            Some(application) => put(tx, row, application),
            None => Err(Error::new(ErrorCode::FieldRequired).in_field("application_id")),
        },
    }
}

/// Removes a part with what hangs on it; gives its application.
pub(super) fn delete(tx: &mut Tx<'_>, kind: ApplicationPartKind, id: u32, version: u32) -> Result<u32> {
    match kind {
        ApplicationPartKind::Committee => take::<ApplicationCommittee>(tx, id, version, |row| Some(row.application_id)),
        ApplicationPartKind::Partner => take::<ApplicationPartner>(tx, id, version, |row| Some(row.application_id)),
        ApplicationPartKind::Condition => take::<ApplicationCondition>(tx, id, version, |row| Some(row.application_id)),
        ApplicationPartKind::Target => take::<ApplicationTarget>(tx, id, version, |row| Some(row.application_id)),
        ApplicationPartKind::Activity => take::<ApplicationActivity>(tx, id, version, |row| Some(row.application_id)),
        ApplicationPartKind::Milestone => take::<ApplicationMilestone>(tx, id, version, |row| Some(row.application_id)),
        ApplicationPartKind::Task => take::<ApplicationTask>(tx, id, version, |row| Some(row.application_id)),
        ApplicationPartKind::Note => take::<ApplicationNote>(tx, id, version, |row| Some(row.application_id)),
        ApplicationPartKind::Checklist => take::<ChecklistItem>(tx, id, version, |row| Some(row.application_id)),
        ApplicationPartKind::Discrepancy => take::<Discrepancy>(tx, id, version, |row| row.application_id),
        ApplicationPartKind::Appropriation => {
            remove_where(tx, "appropriation_year", "appropriation_id", id)?;
            take::<Appropriation>(tx, id, version, |row| Some(row.application_id))
        }
        ApplicationPartKind::AppropriationYear => {
            let row: AppropriationYear = record(tx.connection(), id)?;
            let appropriation: Appropriation = record(tx.connection(), row.appropriation_id)?;
            tx.delete("appropriation_year", i64::from(id), i64::from(version))?;
            Ok(appropriation.application_id)
        }
        ApplicationPartKind::Document => {
            // What it met is met no longer; its redacted version, and what rests on it, stand on their own.
            for table in ["checklist_item", "budget", "account", "terms"] {
                let_go(tx, table, id)?;
            }
            for redacted in records::<Document>(tx.connection(), "WHERE redacts_id = ?1", [id])? {
                tx.update("document", i64::from(redacted.id), i64::from(redacted.version), only("redacts_id", ()))?;
            }
            take::<Document>(tx, id, version, |row| Some(row.application_id))
        }
    }
}

/// Lets the records of a table stand without the document they name.
fn let_go(tx: &mut Tx<'_>, table: &str, document: u32) -> Result<()> {
    let named: Vec<(i64, i64)> = {
        let mut statement = tx.connection().prepare_cached(&format!("SELECT id, version FROM {table} WHERE document_id = ?1"))?;
        statement.query_map([document], |row| Ok((row.get(0)?, row.get(1)?)))?.collect::<rusqlite::Result<_>>()?
    };
    for (id, version) in named {
        tx.update(table, id, version, only("document_id", ()))?;
    }
    Ok(())
}

fn take<R: Record>(tx: &mut Tx<'_>, id: u32, version: u32, application: fn(&R) -> Option<u32>) -> Result<u32> {
    let row: R = record(tx.connection(), id)?;
    tx.delete(R::TABLE, i64::from(id), i64::from(version))?;
    application(&row).ok_or_else(|| Error::new(ErrorCode::RecordChanged).with("record", format!("{} {id}", R::TABLE)))
}

/// Adds a part to an application that must be there, or changes it; it stays with the application it has.
pub(in crate::store) fn put<R: Record>(tx: &mut Tx<'_>, row: &R, application: u32) -> Result<u32> {
    if row.id() == 0 {
        record::<Application>(tx.connection(), application)?;
    }
    put_but(tx, row, &["application_id"])?;
    Ok(application)
}

/// The same for a part that has a place among its like: a new one comes last.
pub(in crate::store) fn put_in_order<R: Record>(tx: &mut Tx<'_>, row: &R, application: u32) -> Result<u32> {
    if row.id() != 0 {
        return put(tx, row, application);
    }
    record::<Application>(tx.connection(), application)?;
    row.check()?;
    let sql = format!("SELECT coalesce(max(position) + 1, 0) FROM {} WHERE application_id = ?1", R::TABLE);
    let position: u32 = tx.connection().query_row(&sql, [application], |found| found.get(0))?;
    let mut columns = row.columns();
    columns.insert("position".to_owned(), position.into());
    write::<R>(tx, 0, 0, columns)?;
    Ok(application)
}

/// Adds or changes a record; a change leaves some columns as they are.
fn put_but<R: Record>(tx: &mut Tx<'_>, row: &R, kept: &[&str]) -> Result<()> {
    row.check()?;
    let mut columns = row.columns();
    columns.retain(|column, _| row.id() == 0 || !kept.contains(&column.as_str()));
    write::<R>(tx, row.id(), row.version(), columns).map(drop)
}
