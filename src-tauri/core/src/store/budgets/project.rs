//! Wages of later years.

use crate::budgets::*;
use crate::error::{Error, ErrorCode, Result};
use crate::ops::Op;
use crate::store::budgets::found::rules_of;
use crate::store::budgets::patch::Done;
use crate::store::budgets::sheet::Summed;
use crate::store::budgets::write::{draft, put, stored};
use crate::store::records::records;
use crate::store::refuse::invalid;
use crate::store::{Store, Tx};
use crate::views::{BudgetPatch, Changed, WageProjection};

impl Store {
    /// Fills the wages of the years after one from it by the municipality's own estimates: rates of hours and full-time years, amounts
    /// typed. Each year is rounded to the øre from the year before it. Years without an estimate, and lines that are no wages, stay as
    /// they are.
    ///
    /// # Errors
    /// `budget_frozen`; `field_invalid` where there is no estimate for any year after, or no line of wages; `sum_too_large`; those of
    /// [`Store::transact`].
    pub fn budget_project(&mut self, projection: &WageProjection) -> Result<Changed<BudgetPatch>> {
        let committed = self.transact(Op::BudgetProject, |tx| project_all(tx, projection))?;
        self.patch(committed)
    }
}

fn project_all(tx: &mut Tx<'_>, projection: &WageProjection) -> Result<Done> {
    let budget = draft(tx.connection(), projection.budget_id)?;
    let estimates: Vec<WageEstimate> = records(
        tx.connection(),
        "WHERE municipality_id = (SELECT municipality_id FROM application WHERE id = ?1) ORDER BY year",
        [budget.application_id],
    )?;
    let later = (projection.from_year + 1).max(budget.first_year)..=budget.last_year;
    if !estimates.iter().any(|estimate| later.contains(&estimate.year)) {
        return Err(invalid("from_year", projection.from_year, budget.first_year));
    }
    let categories = category_list(&rules_of(tx.connection(), budget.application_id)?);
    let mut touched = Vec::new();
    let mut wages = false;
    for (id, line) in stored(tx.connection(), budget.id, Some(&projection.line_ids))? {
        if !is_wage(&line.content, categories) {
            continue;
        }
        wages = true;
        let mut now = line.content.clone();
        let changed = project(&mut now, &budget, projection.from_year, &estimates);
        if changed.ok_or_else(|| Error::new(ErrorCode::SumTooLarge))? {
            put(tx, &line, &now)?;
            touched.push(id);
        }
    }
    if !wages {
        return Err(invalid("line_ids", projection.line_ids.len(), Method::Fte.word(crate::words::Language::Da)));
    }
    Ok(Done { problems: Vec::new(), touched, removed: Vec::new(), now: Summed::load(tx.connection(), budget)? })
}
