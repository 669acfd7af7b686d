//! What becomes of the plan.

use chrono::NaiveDate;

use crate::error::Result;
use crate::store::Store;
use crate::store::budgets::unbuilt;
use crate::views::{Scenario, WhatIfView};

impl Store {
    /// What becomes of the version in force (else the newest) when own money, spending, hours or the grant fall or the start slips.
    ///
    /// # Errors
    /// `record_changed` where the application is gone.
    pub fn what_if(&self, _application: u32, _scenario: &Scenario, _as_of: NaiveDate) -> Result<WhatIfView> {
        unbuilt("what_if")
    }
}
