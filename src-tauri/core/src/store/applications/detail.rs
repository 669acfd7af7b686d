//! One application with all that belongs to it.

use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension};

use crate::applications::*;
use crate::error::{Error, ErrorCode, Result};
use crate::record::Record;
use crate::store::applications::mandate::Mandates;
use crate::store::applications::rows::{live, rows};
use crate::store::pools::{Of, load_pools, standings};
use crate::store::records::{record, records};
use crate::views::{ApplicationView, DocumentContent, DocumentView, NextStep};

/// An application as it stood on a day, but for its history, what needs action, and whether its documents' content is there. What
/// was written or added later is left out.
///
/// # Errors
/// `record_changed` where it is gone.
pub(super) fn detail(conn: &Connection, id: u32, as_of: NaiveDate) -> Result<ApplicationView> {
    let application: Application = record(conn, id)?;
    let municipality = application.municipality_id;
    let row = rows(conn, municipality, Some(id), as_of)?.pop();
    let row = row.ok_or_else(|| Error::new(ErrorCode::RecordChanged).with("record", &application.title))?;
    let mandates = Mandates::load(conn, municipality, as_of)?;
    let mandate = mandates.of((&application).into(), parent_of(conn, application.pool_id)?, as_of);
    let known = |day: Option<NaiveDate>| day.is_some_and(|day| day <= as_of);

    let mut steps: Vec<ApplicationStep> = of(conn, id, "position")?;
    // The grant is not known before the day it was given.
    let granted_later = !row.stage.is_granted()
        && live(&steps).any(|step| step.stage.is_granted() && step.taken_on.is_some_and(|day| day.last_day() > as_of));
    steps.retain(|step| step.taken_on.is_none_or(|day| day.last_day() <= as_of));
    let mut notes: Vec<ApplicationNote> = of(conn, id, "written_on DESC, id DESC")?;
    notes.retain(|note| known(Some(note.written_on)));
    let mut documents: Vec<Document> = of(conn, id, "added_on DESC, id DESC")?;
    documents.retain(|document| known(Some(document.added_on)) || known(document.dated_on));
    let appropriation_row: Option<Appropriation> = of(conn, id, "id")?.pop();
    let appropriation_years = match &appropriation_row {
        Some(appropriation) => records(conn, "WHERE appropriation_id = ?1 ORDER BY year", [appropriation.id])?,
        None => Vec::new(),
    };
    let standing = match application.pool_id {
        Some(pool) => standings(conn, &load_pools(conn, Of::Pool(pool), as_of)?, municipality, as_of)?.pop(),
        None => None,
    };
    let mut view = ApplicationView {
        as_of,
        standing,
        puts: mandate.puts.iter().rev().map(|put| (*put).clone()).collect(),
        mandate_condition: mandate.condition.cloned(),
        steps,
        next: Vec::new(),
        committees: of(conn, id, "id")?,
        partners: of(conn, id, "id")?,
        conditions: of(conn, id, "due_on IS NULL, due_on, id")?,
        targets: of(conn, id, "position, id")?,
        activities: of(conn, id, "position, id")?,
        milestones: of(conn, id, "position, id")?,
        tasks: of(conn, id, "done_on IS NOT NULL, due_on IS NULL, due_on, id")?,
        notes,
        appropriation_row,
        appropriation_years,
        documents: documents.into_iter().map(|document| document_view(document, as_of)).collect(),
        checklist: of(conn, id, "position, id")?,
        discrepancies: of(conn, id, "id")?,
        attention: Vec::new(),
        history: Vec::new(),
        application: Application { awarded: application.awarded.filter(|_| !granted_later), ..application },
        row,
    };
    let facts = facts(conn, &view)?;
    view.next = next_stages(view.row.stage).iter().map(|&stage| NextStep { stage, lacks: lacks(stage, &facts) }).collect();
    Ok(view)
}

/// What belongs to an application, in order.
pub(in crate::store) fn of<R: Record>(conn: &Connection, application: u32, order: &str) -> Result<Vec<R>> {
    records(conn, &format!("WHERE application_id = ?1 ORDER BY {order}"), [application])
}

/// The pool a pool lies inside.
pub(super) fn parent_of(conn: &Connection, pool: Option<u32>) -> Result<Option<u32>> {
    let parent =
        conn.prepare_cached("SELECT parent_id FROM pool WHERE id = ?1")?.query_row([pool], |row| row.get(0)).optional()?;
    Ok(parent.flatten())
}

fn document_view(document: Document, as_of: NaiveDate) -> DocumentView {
    let removed = document.content_removed_on.is_some_and(|day| day <= as_of);
    let content = if removed { DocumentContent::Removed } else { DocumentContent::Present };
    let retention_due = document.content_removed_on.is_none() && document.keep_until.is_some_and(|day| day < as_of);
    DocumentView { document, content, retention_due }
}

/// What is known of an application for its next step, before the step's own form is filled in.
pub(super) fn facts(conn: &Connection, view: &ApplicationView) -> Result<Facts> {
    let approval_before_submission: Option<bool> = conn
        .prepare_cached("SELECT approval_before_submission FROM office_rules WHERE municipality_id = ?1")?
        .query_row([view.application.municipality_id], |row| row.get(0))
        .optional()?;
    let count = |all: usize| u32::try_from(all).unwrap_or(u32::MAX);
    let has = |kind: DocumentKind| view.documents.iter().any(|found| found.document.kind == kind);
    let open = |closed: Option<NaiveDate>| closed.is_none_or(|day| day > view.as_of);
    Ok(Facts {
        dated: false,
        reasoned: false,
        approval: view.row.approval,
        approval_before_submission: approval_before_submission.unwrap_or_default(),
        mandate_open: view.mandate_condition.is_some(),
        requested: view.application.requested.is_some(),
        awarded: view.application.awarded.is_some(),
        proof_of_sending: has(DocumentKind::ProofOfSending),
        award_letter: has(DocumentKind::AwardLetter),
        checklist_missing: count(view.checklist.iter().filter(|item| item.required && item.document_id.is_none()).count()),
        conditions: count(view.conditions.len()),
        conditions_open: count(view.conditions.iter().filter(|condition| open(condition.closed_on)).count()),
        appropriation: view.row.appropriation,
        journalised: false,
        tasks_open: view.row.tasks_open,
    })
}

/// What a step lacks that its form does not ask for.
fn lacks(stage: Stage, facts: &Facts) -> Vec<Requirement> {
    let filled_in =
        Facts { dated: true, reasoned: true, awarded: true, conditions: facts.conditions.max(1), journalised: true, ..*facts };
    missing(stage, &filled_in)
}
