//! Committees' meetings and the cases planned for them.

mod coming;
mod import;

use chrono::NaiveDate;

use crate::deadlines::Meeting;
use crate::error::Result;
use crate::store::Store;
use crate::store::deadlines::unbuilt;
use crate::views::{Changed, MeetingsView};

impl Store {
    /// The meetings of a municipality's committees, with the days that follow from each.
    ///
    /// # Errors
    /// Those of reading the file.
    pub fn meetings(&self, municipality: u32) -> Result<MeetingsView> {
        let _ = municipality;
        unbuilt("meetings")
    }

    /// Adds or changes a meeting.
    ///
    /// # Errors
    /// `field_taken` where the committee meets that day already; `field_invalid` (a paper due after the meeting, a time, a year out of
    /// reach); those of [`Store::transact`].
    pub fn meeting_save(&mut self, meeting: &Meeting, today: NaiveDate) -> Result<Changed<MeetingsView>> {
        let _ = (meeting, today);
        unbuilt("meeting_save")
    }

    /// Removes a meeting nothing is planned for.
    ///
    /// # Errors
    /// `record_conflicts` where something is; those of [`Store::transact`].
    pub fn meeting_delete(&mut self, id: u32, version: u32) -> Result<Changed<MeetingsView>> {
        let _ = (id, version);
        unbuilt("meeting_delete")
    }
}
