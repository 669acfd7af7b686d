//! Wages of later years.

use crate::error::Result;
use crate::store::Store;
use crate::store::budgets::unbuilt;
use crate::views::{BudgetPatch, Changed, WageProjection};

impl Store {
    /// Fills the wages of the years after one from it by the municipality's own estimates: rates of hours and full-time years, amounts typed. Each year is rounded to the øre from the year before it. Years without an estimate stay as they are.
    ///
    /// # Errors
    /// `budget_frozen`; `field_invalid` where there is no estimate at all; those of [`Store::transact`].
    pub fn budget_project(&mut self, _projection: &WageProjection) -> Result<Changed<BudgetPatch>> {
        unbuilt("budget_project")
    }
}
