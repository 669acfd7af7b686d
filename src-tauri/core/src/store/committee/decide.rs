//! What a committee decided, and the applications that follow from it.

use chrono::NaiveDate;

use crate::applications::{Application, Approval, Stage};
use crate::calendar::PartialDate;
use crate::committee::{CasePoint, CommitteeCase, PointDecision};
use crate::error::Result;
use crate::record::Cell;
use crate::store::Tx;
use crate::store::applications::create;
use crate::store::blame::gone;
use crate::store::committee::part::put_reading;
use crate::store::records::{only, record, records, remove, save};
use crate::store::refuse::has_come;
use crate::store::schema::SCHEMA;
use crate::views::{ApplicationDraft, DecisionDraft};

/// Writes the reading and its decisions, and begins an application to each named pool that has none; gives the case.
pub fn decide(tx: &mut Tx<'_>, draft: &DecisionDraft, actor: &str, today: NaiveDate) -> Result<u32> {
    let held = draft.reading.meeting_date;
    if !draft.decisions.is_empty() || !draft.applications_for.is_empty() {
        has_come("meeting_date", held, today)?;
    }
    let case_id = put_reading(tx, &draft.reading, today)?;
    let reading = draft.reading.id;
    let was: Vec<PointDecision> = records(tx.connection(), "WHERE case_reading_id = ?1", [reading])?;
    for decision in was.iter().filter(|was| draft.decisions.iter().all(|kept| kept.id != was.id)) {
        remove::<PointDecision>(tx, decision.id, decision.version, &[])?;
    }
    let points: Vec<CasePoint> = records(tx.connection(), "WHERE committee_case_id = ?1", [case_id])?;
    for decision in &draft.decisions {
        if points.iter().all(|point| point.id != decision.case_point_id) {
            return Err(gone(tx.connection(), &SCHEMA, "case_point", i64::from(decision.case_point_id))?);
        }
        save(tx, &PointDecision { case_reading_id: reading, ..decision.clone() })?;
    }
    let municipality = record::<CommitteeCase>(tx.connection(), case_id)?.municipality_id;
    let approval = if draft.reading.chairman { Approval::Chairman } else { Approval::Committee };
    for &pool in &draft.applications_for {
        let has: Vec<Application> =
            records(tx.connection(), "WHERE pool_id = ?1 AND municipality_id = ?2 LIMIT 1", [pool, municipality])?;
        if has.is_empty() {
            let id = create(tx, &application_to(pool, held.unwrap_or(today)), municipality, actor, today)?;
            let begun: Application = record(tx.connection(), id)?;
            tx.update("application", i64::from(id), i64::from(begun.version), only("approval", approval.to_cell()))?;
        }
    }
    Ok(case_id)
}

/// An application that is being assessed from a day on.
fn application_to(pool: u32, from: NaiveDate) -> ApplicationDraft {
    ApplicationDraft {
        pool_id: Some(pool),
        funder: String::new(),
        copy_of: None,
        title: String::new(),
        stage: Stage::Assessing,
        taken_on: Some(PartialDate::Day(from)),
        department_id: None,
        owner_id: None,
        committee_ids: Vec::new(),
    }
}
