//! The manager's page.

use chrono::NaiveDate;

use crate::error::Result;
use crate::store::{Store, unbuilt};
use crate::views::OverviewView;

impl Store {
    /// What needs action, the pipeline, the hit rate and the decisions since a day (all of them where none is named), as they stood
    /// on a day; for all committees or one.
    ///
    /// # Errors
    /// Those of reading the file.
    pub fn overview(
        &self,
        municipality: u32,
        committee: Option<u32>,
        as_of: NaiveDate,
        since: Option<NaiveDate>,
    ) -> Result<OverviewView> {
        unbuilt((municipality, committee, as_of, since))
    }
}
