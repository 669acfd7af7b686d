//! What is found about a version of a budget.

use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension};

use crate::applications::{Application, ApplicationStep, stage_at};
use crate::budgets::*;
use crate::error::{Error, ErrorCode, Result};
use crate::store::applications::{live, of};
use crate::store::budgets::compare::changes;
use crate::store::budgets::promised::promised;
use crate::store::budgets::sheet::{Summed, fte_hours};
use crate::store::budgets::terms::application_terms;
use crate::store::records::record;
use crate::views::{BudgetApplication, TermsView, YearSums};

/// The rules that hold for an application.
pub(super) fn rules_of(conn: &Connection, application: u32) -> Result<Vec<Rule>> {
    Ok(rules(&application_terms(conn, &record(conn, application)?)?))
}

/// What is found about a version, or about an application without one, on a day.
pub(super) fn found(
    conn: &Connection,
    now: Option<&Summed>,
    application: &BudgetApplication,
    rules: &[Rule],
) -> Result<Vec<Finding>> {
    let figures = now.map(Summed::figures).unwrap_or_default();
    let none = YearSums::default();
    let promised = promised(conn, application.id, &figures)?;
    let changes = now.map(|now| changes(conn, now)).transpose()?.unwrap_or_default();
    Ok(findings(&FindingInput {
        stated: Stated {
            requested: application.requested,
            awarded: application.awarded,
            total: application.total,
            vat: application.vat,
        },
        stage: application.stage,
        budget: now.map(|now| &now.budget),
        lines: &figures,
        years: now.map_or(&[], |now| &now.sums),
        total: now.map_or(&none, |now| &now.total),
        rules,
        categories: category_list(rules),
        fte_hours: fte_hours(conn, application.id)?,
        promised: &promised,
        changes: &changes,
    }))
}

/// The rules of terms that hold.
pub(super) fn rules(terms: &TermsView) -> Vec<Rule> {
    terms.rules.iter().filter_map(|view| view.rule.clone()).collect()
}

/// What a budget needs to know of its application on a day. The grant is not known before the day it was given.
pub(in crate::store) fn budget_application(conn: &Connection, id: u32, as_of: NaiveDate) -> Result<BudgetApplication> {
    const POOL: &str = "SELECT authority FROM pool WHERE id = ?1 AND authority <> ''";
    let application: Application = record(conn, id)?;
    let steps: Vec<ApplicationStep> = of(conn, id, "position")?;
    let steps: Vec<_> = live(&steps).map(|step| (step.stage, step.taken_on)).collect();
    // One that is begun later is shown at its first step.
    let first = steps.first().map(|(stage, _)| *stage);
    let stage = stage_at(steps, as_of).map(|at| at.stage).or(first);
    let stage = stage.ok_or_else(|| Error::new(ErrorCode::RecordChanged).with("record", &application.title))?;
    let authority: Option<String> = conn.prepare_cached(POOL)?.query_row([application.pool_id], |row| row.get(0)).optional()?;
    Ok(BudgetApplication {
        id,
        title: application.title,
        funder: authority.unwrap_or(application.funder),
        pool_id: application.pool_id,
        stage,
        ended: stage.is_end(),
        period_start: application.period_start,
        period_end: application.period_end,
        requested: application.requested,
        requested_note: application.requested_note.trim().to_owned(),
        awarded: application.awarded.filter(|_| stage.is_granted()),
        total: application.total,
        vat: application.vat,
    })
}
