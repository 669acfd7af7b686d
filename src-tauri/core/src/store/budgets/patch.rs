//! The reply to a change of a sheet: the lines that were touched, the sums, and what is found now.

use chrono::NaiveDate;

use crate::budgets::*;
use crate::error::Result;
use crate::store::budgets::found::{self, budget_application, rules_of};
use crate::store::budgets::sheet::Summed;
use crate::store::budgets::write::stored;
use crate::store::{Committed, Store};
use crate::views::{BudgetPatch, CellProblem, Changed, LineView};

/// What was done to a version.
pub(super) struct Done {
    /// What was not understood.
    pub problems: Vec<CellProblem>,
    /// The lines that were touched.
    pub touched: Vec<u32>,
    /// Lines that are gone.
    pub removed: Vec<u32>,
    /// The version as it is now.
    pub now: Summed,
}

impl Store {
    /// The reply to a change of a sheet. A change is made on the file as it is today, so the newest stage is the one that holds.
    pub(super) fn patch(&self, committed: Committed<Done>) -> Result<Changed<BudgetPatch>> {
        let Done { problems, touched, removed, now } = committed.value;
        let (mut lines, findings) = self.query(|connection| {
            let found = stored(connection, now.budget.id, Some(&touched))?;
            let lines: Vec<LineView> = found.into_values().map(|stored| line_view(&stored.content)).collect();
            let application = budget_application(connection, now.budget.application_id, NaiveDate::MAX)?;
            let rules = rules_of(connection, now.budget.application_id)?;
            Ok((lines, found::found(connection, Some(&now), &application, &rules)?))
        })?;
        let place = |id: u32| now.lines.iter().position(|line| line.id == id);
        lines.sort_by_key(|view| place(view.line.id));
        let patch = BudgetPatch { problems, lines, removed, years: now.years, sums: now.sums, total: now.total, findings };
        Ok(Changed { view: patch, changed: committed.changed })
    }
}

/// A line as the screen has it.
pub(super) fn line_view(content: &LineCells) -> LineView {
    let total = total_of(content.cells.values().map(|figures| figures.amount));
    LineView { line: content.line.clone(), cells: content.views(), total }
}
