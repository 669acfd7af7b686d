//! The lines of a draft.

use crate::budgets::BudgetLine;
use crate::error::Result;
use crate::store::Store;
use crate::store::budgets::unbuilt;
use crate::views::{BudgetPatch, Changed, LineDraft};

impl Store {
    /// Adds an empty line.
    ///
    /// # Errors
    /// `budget_frozen`; those of [`Store::transact`].
    pub fn budget_line_add(&mut self, _draft: &LineDraft) -> Result<Changed<BudgetPatch>> {
        unbuilt("budget_line_add")
    }

    /// Changes a line; a method that reckons makes its amounts anew.
    ///
    /// # Errors
    /// `budget_frozen`; `field_invalid`; those of [`Store::transact`].
    pub fn budget_line_save(&mut self, _line: &BudgetLine) -> Result<Changed<BudgetPatch>> {
        unbuilt("budget_line_save")
    }

    /// Removes lines of a version with their cells.
    ///
    /// # Errors
    /// `budget_frozen`; those of [`Store::transact`].
    pub fn budget_lines_delete(&mut self, _budget: u32, _ids: &[u32]) -> Result<Changed<BudgetPatch>> {
        unbuilt("budget_lines_delete")
    }

    /// Moves a line up (less than zero) or down among those of its side.
    ///
    /// # Errors
    /// `budget_frozen`; those of [`Store::transact`].
    pub fn budget_line_move(&mut self, _id: u32, _by: i32) -> Result<Changed<BudgetPatch>> {
        unbuilt("budget_line_move")
    }
}
