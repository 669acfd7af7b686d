//! Versions of a budget: looking at them, beginning, freezing and removing them.

use chrono::NaiveDate;

use crate::budgets::Budget;
use crate::error::Result;
use crate::store::Store;
use crate::store::budgets::unbuilt;
use crate::views::{BudgetDraft, BudgetFreeze, BudgetView, Changed};

impl Store {
    /// The budget of an application on a day: one version as a sheet, the newest where none is named.
    ///
    /// # Errors
    /// `record_changed` where the application or the version is gone.
    pub fn budget(&self, _application: u32, _budget: Option<u32>, _as_of: NaiveDate) -> Result<BudgetView> {
        unbuilt("budget")
    }

    /// Begins a version: empty, or with the lines of another. Its line numbers are those of the other.
    ///
    /// # Errors
    /// `record_changed`; those of [`Store::transact`].
    pub fn budget_create(&mut self, _draft: &BudgetDraft, _today: NaiveDate) -> Result<Changed<BudgetView>> {
        unbuilt("budget_create")
    }

    /// Changes a version: its title, years, split, bases and notes; of one that took effect only title, note and document.
    ///
    /// # Errors
    /// `field_invalid`; `budget_frozen`; `record_conflicts` where cells lie outside the new years; those of [`Store::transact`].
    pub fn budget_save(&mut self, _budget: &Budget, _today: NaiveDate) -> Result<Changed<BudgetView>> {
        unbuilt("budget_save")
    }

    /// Lets a version take effect: its lines stay as they are from now on.
    ///
    /// # Errors
    /// `budget_frozen`; `field_invalid` for a day that has not come; those of [`Store::transact`].
    pub fn budget_freeze(&mut self, _freeze: &BudgetFreeze, _today: NaiveDate) -> Result<Changed<BudgetView>> {
        unbuilt("budget_freeze")
    }

    /// Removes a draft.
    ///
    /// # Errors
    /// `budget_frozen`; those of [`Store::transact`].
    pub fn budget_delete(&mut self, _id: u32, _version: u32, _today: NaiveDate) -> Result<Changed<BudgetView>> {
        unbuilt("budget_delete")
    }
}
