//! »Kommende sager«.

use chrono::NaiveDate;

use crate::deadlines::PlannedCase;
use crate::error::Result;
use crate::store::Store;
use crate::store::deadlines::unbuilt;
use crate::views::{Changed, ComingView};

impl Store {
    /// What is planned for the meetings ahead: the papers the back-plans call for, reports that are due, what decisions promised, and what
    /// a person entered; of all committees or one.
    ///
    /// # Errors
    /// Those of reading the file.
    pub fn coming(&self, municipality: u32, committee: Option<u32>, as_of: NaiveDate) -> Result<ComingView> {
        let _ = (municipality, committee, as_of);
        unbuilt("coming")
    }

    /// Adds or changes a planned case, or moves or drops one that follows from data (`replaces` names it).
    ///
    /// # Errors
    /// `field_required` for the reason of moving or dropping; `field_invalid` where the meeting is not the committee's; those of
    /// [`Store::transact`].
    pub fn planned_case_save(&mut self, row: &PlannedCase, as_of: NaiveDate) -> Result<Changed<ComingView>> {
        let _ = (row, as_of);
        unbuilt("planned_case_save")
    }

    /// Removes it: what it moved or dropped is planned again as it follows from data.
    ///
    /// # Errors
    /// `record_changed`; those of [`Store::transact`].
    pub fn planned_case_delete(&mut self, id: u32, version: u32, as_of: NaiveDate) -> Result<Changed<ComingView>> {
        let _ = (id, version, as_of);
        unbuilt("planned_case_delete")
    }
}
