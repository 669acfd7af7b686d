//! Days to keep: every one of a municipality, what a person did about them, and what a change moves.

mod edit;
mod load;
mod mark;
mod replan;
mod rules;
mod view;

pub(in crate::store) use load::applications::{Steps, committees, steps};

use chrono::NaiveDate;
use rusqlite::Connection;

use crate::deadlines::Flag;
use crate::deadlines::list::{gravest, raised};
use crate::error::Result;
use crate::store::Store;
use crate::views::{DeadlineItem, DeadlinesView, Notice};

impl Store {
    /// Every day to keep of a municipality, on a day.
    ///
    /// # Errors
    /// Those of reading the file.
    pub fn deadlines(&self, municipality: u32, as_of: NaiveDate) -> Result<DeadlinesView> {
        let loaded = self.query(|connection| load::load(connection, municipality, as_of))?;
        Ok(view::view(loaded, as_of))
    }

    /// What is to be told on a day: what is overdue, today, near or at risk, the gravest first; of all or of one person.
    ///
    /// # Errors
    /// Those of reading the file.
    pub fn notices(&self, municipality: u32, person: Option<u32>, as_of: NaiveDate) -> Result<Vec<Notice>> {
        let items = self.query(|connection| items(connection, municipality, as_of))?;
        let is_theirs = |item: &DeadlineItem| person.is_none() || item.person_id == person;
        let is_told = |item: &&DeadlineItem| is_theirs(item) && gravest(item) != Some(Flag::Contradictory);
        let mut told: Vec<&DeadlineItem> = raised(&items).filter(is_told).collect();
        // Of what is equally grave the soonest first, as the list has it.
        told.sort_by_key(|item| gravest(item));
        let notice = |item: &DeadlineItem| {
            let flag = item.flags.first()?.clone();
            Some(Notice { key: item.key.clone(), kind: item.kind, step: item.step, title: item.title.clone(), flag })
        };
        Ok(told.into_iter().filter_map(notice).collect())
    }
}

/// Every day to keep, soonest first, in a fixed number of queries however many there are.
pub(in crate::store) fn items(conn: &Connection, municipality: u32, as_of: NaiveDate) -> Result<Vec<DeadlineItem>> {
    Ok(load::load(conn, municipality, as_of)?.items)
}
