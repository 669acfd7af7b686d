//! Two versions, line by line.

use rusqlite::Connection;

use crate::budgets::*;
use crate::error::Result;
use crate::store::Store;
use crate::store::applications::of;
use crate::store::budgets::found::rules_of;
use crate::store::budgets::sheet::Summed;
use crate::store::records::record;
use crate::store::refuse::invalid;
use crate::views::{CompareRow, CompareView};

impl Store {
    /// Two versions of one application's budget, by line number.
    ///
    /// # Errors
    /// `record_changed` where one is gone; `field_invalid` where they are of two applications.
    pub fn budget_compare(&self, left: u32, right: u32) -> Result<CompareView> {
        self.query(|connection| {
            let load = |id: u32| -> Result<Summed> { Summed::load(connection, record(connection, id)?) };
            let (left, right) = (load(left)?, load(right)?);
            if left.budget.application_id != right.budget.application_id {
                return Err(invalid("right", right.budget.id, left.budget.id));
            }
            let years = years_of_both(&left.years, &right.years);
            let rows = compare_lines(&left.figures(), &right.figures(), &years);
            let rules = rules_of(connection, right.budget.application_id)?;
            // What was never granted needs nobody's approval to change.
            let findings = match left.budget.kind {
                BudgetKind::Applied => Vec::new(),
                BudgetKind::Granted | BudgetKind::Amendment => change_findings(&rules, &rows, right.budget.in_force),
            };
            Ok(CompareView {
                cost: compare_sums(&rows, Side::Cost, &years),
                financing: compare_sums(&rows, Side::Financing, &years),
                vat_unlike: vat_unlike(&left.budget, &right.budget),
                left: left.budget,
                right: right.budget,
                years,
                rows,
                findings,
            })
        })
    }
}

/// What an amendment changes in the version the funder approved before it; nothing for any other version.
pub(super) fn changes(conn: &Connection, now: &Summed) -> Result<Vec<CompareRow>> {
    if now.budget.kind != BudgetKind::Amendment {
        return Ok(Vec::new());
    }
    let versions: Vec<Budget> = of(conn, now.budget.application_id, "position")?;
    let is_approved =
        |version: &Budget| version.in_force && version.kind != BudgetKind::Applied && version.position < now.budget.position;
    let approved = versions.into_iter().rfind(is_approved);
    let Some(approved) = approved else { return Ok(Vec::new()) };
    let before = Summed::load(conn, approved)?;
    Ok(compare_lines(&before.figures(), &now.figures(), &years_of_both(&before.years, &now.years)))
}
