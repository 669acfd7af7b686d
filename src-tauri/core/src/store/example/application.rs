//! An application of the example with all that belongs to it.

use crate::applications::{
    Application, ApplicationActivity, ApplicationCommittee, ApplicationCondition, ApplicationMilestone, ApplicationNote,
    ApplicationPartner, ApplicationStep, ApplicationTarget, ApplicationTask, Appropriation, ChecklistItem,
};
use crate::error::Result;
use crate::import::example;
use crate::store::Tx;
use crate::store::example::{Keys, budget, named};
use crate::store::records::save;

/// Writes it; gives its id.
pub fn write(tx: &mut Tx<'_>, keys: &Keys, it: &example::Application) -> Result<u32> {
    let application = Application {
        id: 0,
        version: 0,
        municipality_id: keys.municipality,
        pool_id: it.pool.as_ref().map(|key| named(&keys.pools, key)).transpose()?,
        funder: it.funder.clone(),
        title: it.title.clone(),
        purpose: it.purpose.clone(),
        target_group: it.target_group.clone(),
        department_id: it.department.as_ref().map(|name| named(&keys.departments, name)).transpose()?,
        owner_id: None,
        role: it.role,
        period_start: it.period_start,
        period_end: it.period_end,
        journal_number: it.journal_number.clone(),
        funder_reference: String::new(),
        requested: it.requested,
        requested_note: it.requested_note.clone(),
        awarded: it.awarded,
        awarded_note: it.awarded_note.clone(),
        total: it.total,
        total_note: it.total_note.clone(),
        vat: it.vat,
        approval: it.approval,
        approval_on: None,
        approval_by: String::new(),
        reservation: String::new(),
        embedding: it.embedding.clone(),
    };
    let application_id = save(tx, &application)?;
    for short_name in &it.committees {
        let committee_id = named(&keys.committees, short_name)?;
        save(tx, &ApplicationCommittee { id: 0, version: 0, application_id, committee_id })?;
    }
    course(tx, application_id, it)?;
    plan(tx, application_id, it)?;
    work(tx, application_id, it)?;
    budget::write(tx, application_id, &it.budgets)?;
    for discrepancy in &it.discrepancies {
        save(tx, &super::discrepancy(discrepancy, Some(application_id), None))?;
    }
    Ok(application_id)
}

/// Where it has been, with whom and on what conditions.
fn course(tx: &mut Tx<'_>, application_id: u32, it: &example::Application) -> Result<()> {
    for (position, step) in (1..).zip(&it.steps) {
        let step = ApplicationStep {
            id: 0,
            version: 0,
            application_id,
            position,
            stage: step.stage,
            taken_on: step.on,
            taken_time: None,
            person: String::new(),
            reason: step.reason.clone(),
            journalised: false,
            record_number: String::new(),
            taken_back_on: None,
            taken_back_reason: String::new(),
        };
        save(tx, &step)?;
    }
    for partner in &it.partners {
        let partner = ApplicationPartner {
            id: 0,
            version: 0,
            application_id,
            name: partner.name.clone(),
            part: partner.part.clone(),
            requested: None,
            awarded: None,
            liable: false,
        };
        save(tx, &partner)?;
    }
    for text in &it.conditions {
        let answer = String::new();
        let text = text.clone();
        save(tx, &ApplicationCondition { id: 0, version: 0, application_id, text, due_on: None, closed_on: None, answer })?;
    }
    if let Some(appropriation) = &it.appropriation {
        let appropriation = Appropriation {
            id: 0,
            version: 0,
            application_id,
            kind: appropriation.kind,
            committee_on: None,
            finance_committee_on: None,
            granted_on: None,
            case_number: String::new(),
            note: appropriation.note.clone(),
        };
        save(tx, &appropriation)?;
    }
    Ok(())
}

/// What it is to do and to reach.
fn plan(tx: &mut Tx<'_>, application_id: u32, it: &example::Application) -> Result<()> {
    for (position, target) in (0..).zip(&it.targets) {
        let target = ApplicationTarget {
            id: 0,
            version: 0,
            application_id,
            position,
            title: target.title.clone(),
            measure: target.measure.clone(),
            baseline: target.baseline.clone(),
            goal: target.goal.clone(),
            due: target.due,
            result: String::new(),
        };
        save(tx, &target)?;
    }
    for (position, activity) in (0..).zip(&it.activities) {
        let (title, text) = (activity.title.clone(), activity.text.clone());
        save(tx, &ApplicationActivity { id: 0, version: 0, application_id, position, title, text })?;
    }
    for (position, milestone) in (0..).zip(&it.milestones) {
        let (title, starts, ends) = (milestone.title.clone(), milestone.starts, milestone.ends);
        save(tx, &ApplicationMilestone { id: 0, version: 0, application_id, position, title, starts, ends, done_on: None })?;
    }
    Ok(())
}

/// What is to be done for it.
fn work(tx: &mut Tx<'_>, application_id: u32, it: &example::Application) -> Result<()> {
    for task in &it.tasks {
        let task = ApplicationTask {
            id: 0,
            version: 0,
            application_id,
            title: task.title.clone(),
            person_id: None,
            waiting_for: task.waiting_for.clone(),
            due_on: task.due,
            done_on: None,
        };
        save(tx, &task)?;
    }
    for note in &it.notes {
        let (text, author, written_on) = (note.text.clone(), note.author.clone(), note.on);
        save(tx, &ApplicationNote { id: 0, version: 0, application_id, text, author, written_on })?;
    }
    for (position, title) in (0..).zip(&it.checklist) {
        let title = title.clone();
        save(tx, &ChecklistItem { id: 0, version: 0, application_id, position, title, required: true, document_id: None })?;
    }
    Ok(())
}
