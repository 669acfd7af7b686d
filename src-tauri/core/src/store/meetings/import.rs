//! Meetings read from a pasted text, an .ics or a .csv.

use crate::error::Result;
use crate::store::Store;
use crate::store::deadlines::unbuilt;
use crate::views::{Changed, MeetingSource, MeetingsPreview, MeetingsView};

impl Store {
    /// What reading meetings would do, line by line. A meeting is known again by its calendar entry, else by its day.
    ///
    /// # Errors
    /// Those of the source: `file_missing`, `file_unreadable`, `calendar_unreadable`, `calendar_too_long`.
    pub fn meetings_preview(&self, source: &MeetingSource) -> Result<MeetingsPreview> {
        let _ = source;
        unbuilt("meetings_preview")
    }

    /// Reads what was understood; what was not is left out.
    ///
    /// # Errors
    /// Those of the preview; those of [`Store::transact`].
    pub fn meetings_import(&mut self, source: &MeetingSource) -> Result<Changed<MeetingsView>> {
        let _ = source;
        unbuilt("meetings_import")
    }
}
