//! The example: whether a file is it, and writing it.

use crate::error::Result;
use crate::store::{Store, unbuilt};

impl Store {
    /// Whether the file is the example.
    ///
    /// # Errors
    /// Those of reading the file.
    pub fn is_example(&self) -> Result<bool> {
        unbuilt(())
    }
}
