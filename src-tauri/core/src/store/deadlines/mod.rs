//! Days to keep: every one of a municipality, what a person did about them, and what a change moves.

mod edit;
mod replan;
mod rules;

use chrono::NaiveDate;
use rusqlite::Connection;

use crate::error::{Error, ErrorCode, Result};
use crate::store::Store;
use crate::views::{DeadlineItem, DeadlinesView, Notice};

impl Store {
    /// Every day to keep of a municipality, on a day.
    ///
    /// # Errors
    /// Those of reading the file.
    pub fn deadlines(&self, municipality: u32, as_of: NaiveDate) -> Result<DeadlinesView> {
        let _ = (municipality, as_of);
        unbuilt("deadlines")
    }

    /// What is to be told on a day: what is overdue, today, near or at risk, the gravest first; of all or of one person.
    ///
    /// # Errors
    /// Those of reading the file.
    pub fn notices(&self, municipality: u32, person: Option<u32>, as_of: NaiveDate) -> Result<Vec<Notice>> {
        let _ = (municipality, person, as_of);
        unbuilt("notices")
    }
}

/// Every day to keep, soonest first, in a fixed number of queries however many there are.
pub(in crate::store) fn items(conn: &Connection, municipality: u32, as_of: NaiveDate) -> Result<Vec<DeadlineItem>> {
    let _ = (conn, municipality, as_of);
    Ok(Vec::new())
}

pub(in crate::store) fn unbuilt<T>(name: &str) -> Result<T> {
    Err(Error::new(ErrorCode::Unforeseen).because(format!("{name} is not built")))
}
