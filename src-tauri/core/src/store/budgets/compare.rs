//! Two versions, line by line.

use crate::error::Result;
use crate::store::Store;
use crate::store::budgets::unbuilt;
use crate::views::CompareView;

impl Store {
    /// Two versions of one application's budget, by line number.
    ///
    /// # Errors
    /// `record_changed` where one is gone or they are of two applications.
    pub fn budget_compare(&self, _left: u32, _right: u32) -> Result<CompareView> {
        unbuilt("budget_compare")
    }
}
