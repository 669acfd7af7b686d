//! What a person enters of days, and does about them.

use chrono::NaiveDate;

use crate::deadlines::{Deadline, DeadlineMark};
use crate::error::Result;
use crate::store::Store;
use crate::store::deadlines::unbuilt;
use crate::views::Changed;

impl Store {
    /// Adds or corrects a day of an application. Where the day is another than it was, the earlier one is kept in `moved_from`.
    ///
    /// # Errors
    /// `field_required` (a title of kind `other`), `field_invalid` (year, time, a kind that is not entered), `record_changed`; those of
    /// [`Store::transact`].
    pub fn deadline_save(&mut self, row: &Deadline, today: NaiveDate) -> Result<Changed<Deadline>> {
        let _ = (row, today);
        unbuilt("deadline_save")
    }

    /// Removes a day, with what was marked of it.
    ///
    /// # Errors
    /// `record_changed`; those of [`Store::transact`].
    pub fn deadline_delete(&mut self, id: u32, version: u32) -> Result<Changed<()>> {
        let _ = (id, version);
        unbuilt("deadline_delete")
    }

    /// Moves a day, marks it as done, puts it aside, or says who it waits on. A mark that says nothing any more is removed. Moving a day
    /// that was entered moves the day itself.
    ///
    /// # Errors
    /// `field_required` for the reason of moving it or putting it aside; `field_invalid` for a day put aside to one that has come;
    /// `record_changed`; those of [`Store::transact`].
    pub fn deadline_mark_save(&mut self, mark: &DeadlineMark, today: NaiveDate) -> Result<Changed<()>> {
        let _ = (mark, today);
        unbuilt("deadline_mark_save")
    }
}
