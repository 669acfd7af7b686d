//! Pools and applications read in from a sheet.

use chrono::NaiveDate;

use crate::error::Result;
use crate::store::{Store, unbuilt};
use crate::views::{Changed, IntakeDone, IntakePlan, IntakePreview};

impl Store {
    /// What reading a sheet would do, row by row. Writes nothing.
    ///
    /// # Errors
    /// `file_missing`, `sheet_unreadable`, `sheet_empty`, `sheet_not_found`.
    pub fn intake_preview(&self, plan: &IntakePlan, municipality: u32, today: NaiveDate) -> Result<IntakePreview> {
        unbuilt((plan, municipality, today))
    }

    /// Reads the sheet in: all of it as one operation, or nothing.
    ///
    /// # Errors
    /// As [`Store::intake_preview`]; `intake_field_missing`, `intake_rows_bad`; those of [`Store::transact`].
    pub fn intake_run(&mut self, plan: &IntakePlan, municipality: u32, today: NaiveDate) -> Result<Changed<IntakeDone>> {
        unbuilt((plan, municipality, today))
    }
}
