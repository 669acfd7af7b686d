//! What the paper of a case is made of, in a fixed number of queries however much it is about.

use chrono::NaiveDate;
use rusqlite::Connection;

use crate::error::{Error, ErrorCode, Result};
use crate::report::case::CaseFacts;

impl CaseFacts {
    /// A case as it stood on a day.
    ///
    /// # Errors
    /// `record_changed` where it is gone; those of reading the file.
    pub(in crate::store) fn load(conn: &Connection, case: u32, as_of: NaiveDate) -> Result<CaseFacts> {
        let _ = (conn, case, as_of);
        Err(Error::new(ErrorCode::Unforeseen).because("unbuilt"))
    }
}
