//! What the municipality has promised of its own.

use chrono::NaiveDate;

use crate::error::Result;
use crate::store::Store;
use crate::store::budgets::unbuilt;
use crate::views::{ExposureFilter, ExposureView};

impl Store {
    /// The municipality's exposure on a day, in a fixed number of queries.
    ///
    /// # Errors
    /// `field_invalid` for years that cannot be; those of reading the file.
    pub fn exposure(&self, _municipality: u32, _filter: &ExposureFilter, _as_of: NaiveDate) -> Result<ExposureView> {
        unbuilt("exposure")
    }
}
