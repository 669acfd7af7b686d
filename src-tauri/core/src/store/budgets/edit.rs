//! What is typed in the sheet.

use crate::error::Result;
use crate::store::Store;
use crate::store::budgets::unbuilt;
use crate::views::{BudgetEdit, BudgetPatch, Changed};

impl Store {
    /// Types, pastes, fills or clears: all of it as one operation, or nothing where something is not understood.
    ///
    /// # Errors
    /// `budget_frozen`; those of [`Store::transact`].
    pub fn budget_edit(&mut self, _edit: &BudgetEdit) -> Result<Changed<BudgetPatch>> {
        unbuilt("budget_edit")
    }
}
