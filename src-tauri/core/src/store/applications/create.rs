//! Beginning an application.

use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension};

use crate::applications::*;
use crate::budgets::Vat;
use crate::calendar::PartialDate;
use crate::error::{Error, ErrorCode, Result};
use crate::record::filled;
use crate::store::Tx;
use crate::store::applications::detail::of;
use crate::store::records::{record, save};
use crate::store::refuse::invalid;
use crate::views::ApplicationDraft;

/// A blank application of a municipality.
pub(in crate::store) fn blank(municipality_id: u32) -> Application {
    Application {
        id: 0,
        version: 0,
        municipality_id,
        pool_id: None,
        funder: String::new(),
        title: String::new(),
        purpose: String::new(),
        target_group: String::new(),
        department_id: None,
        owner_id: None,
        role: ApplicationRole::Recipient,
        period_start: None,
        period_end: None,
        journal_number: String::new(),
        funder_reference: String::new(),
        requested: None,
        requested_note: String::new(),
        awarded: None,
        awarded_note: String::new(),
        total: None,
        total_note: String::new(),
        vat: Vat::NotStated,
        approval: None,
        approval_on: None,
        approval_by: String::new(),
        reservation: String::new(),
        embedding: String::new(),
    }
}

/// What a new application takes from an earlier one: what it is about, not what came of it.
fn from_earlier(earlier: Application) -> Application {
    Application {
        id: 0,
        version: 0,
        period_start: None,
        period_end: None,
        journal_number: String::new(),
        funder_reference: String::new(),
        awarded: None,
        awarded_note: String::new(),
        approval_on: None,
        approval_by: String::new(),
        reservation: String::new(),
        ..earlier
    }
}

/// Writes a new application with its first step; gives its id.
pub(in crate::store) fn create(
    tx: &mut Tx<'_>,
    draft: &ApplicationDraft,
    municipality: u32,
    actor: &str,
    today: NaiveDate,
) -> Result<u32> {
    let earlier: Option<Application> = draft.copy_of.map(|id| record(tx.connection(), id)).transpose()?;
    let mut application = earlier.map_or_else(|| blank(municipality), from_earlier);
    application.municipality_id = municipality;
    if draft.pool_id.is_some() || !draft.funder.trim().is_empty() {
        application.pool_id = draft.pool_id;
        application.funder.clone_from(&draft.funder);
    }
    let pool_title = pool_title(tx.connection(), application.pool_id)?;
    if application.pool_id.is_none() {
        filled("funder", &application.funder)?;
    }
    if !draft.title.trim().is_empty() {
        application.title.clone_from(&draft.title);
    } else if draft.copy_of.is_none() {
        application.title = pool_title;
    }
    application.department_id = draft.department_id.or(application.department_id);
    application.owner_id = draft.owner_id.or(application.owner_id);
    certain_by("taken_on", draft.taken_on, today)?;
    let id = save(tx, &application)?;

    let step = ApplicationStep {
        id: 0,
        version: 0,
        application_id: id,
        position: 1,
        stage: draft.stage,
        taken_on: draft.taken_on,
        taken_time: None,
        person: actor.to_owned(),
        reason: String::new(),
        journalised: false,
        record_number: String::new(),
        taken_back_on: None,
        taken_back_reason: String::new(),
    };
    save(tx, &step)?;
    let mut committees = draft.committee_ids.clone();
    if let Some(earlier) = draft.copy_of {
        copy_parts(tx, earlier, id)?;
        if committees.is_empty() {
            let of_earlier: Vec<ApplicationCommittee> = of(tx.connection(), earlier, "id")?;
            committees = of_earlier.iter().map(|committee| committee.committee_id).collect();
        }
    }
    for (index, &committee_id) in committees.iter().enumerate() {
        if !committees[..index].contains(&committee_id) {
            save(tx, &ApplicationCommittee { id: 0, version: 0, application_id: id, committee_id })?;
        }
    }
    Ok(id)
}

/// Partners, targets, activities, milestones and what is to be enclosed, without what came of them.
fn copy_parts(tx: &mut Tx<'_>, earlier: u32, application_id: u32) -> Result<()> {
    for partner in of::<ApplicationPartner>(tx.connection(), earlier, "id")? {
        save(tx, &ApplicationPartner { id: 0, application_id, awarded: None, ..partner })?;
    }
    for target in of::<ApplicationTarget>(tx.connection(), earlier, "id")? {
        save(tx, &ApplicationTarget { id: 0, application_id, due: None, result: String::new(), ..target })?;
    }
    for activity in of::<ApplicationActivity>(tx.connection(), earlier, "id")? {
        save(tx, &ApplicationActivity { id: 0, application_id, ..activity })?;
    }
    for milestone in of::<ApplicationMilestone>(tx.connection(), earlier, "id")? {
        save(tx, &ApplicationMilestone { id: 0, application_id, starts: None, ends: None, done_on: None, ..milestone })?;
    }
    for item in of::<ChecklistItem>(tx.connection(), earlier, "id")? {
        save(tx, &ChecklistItem { id: 0, application_id, document_id: None, ..item })?;
    }
    Ok(())
}

/// The title of a pool; empty where none is named.
fn pool_title(conn: &Connection, pool: Option<u32>) -> Result<String> {
    let Some(pool) = pool else { return Ok(String::new()) };
    let title = conn.query_row("SELECT title_da FROM pool WHERE id = ?1", [pool], |row| row.get(0)).optional()?;
    title.ok_or_else(|| Error::new(ErrorCode::RecordChanged).with("record", format!("pool {pool}")))
}

/// Refuses a day that is not certain to have come.
pub(in crate::store) fn certain_by(field: &str, day: Option<PartialDate>, today: NaiveDate) -> Result<()> {
    match day {
        Some(day) if day.last_day() > today => Err(invalid(field, day, today)),
        _ => Ok(()),
    }
}
