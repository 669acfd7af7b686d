//! The deadlines plans are made from: those of the calls of each pool, and those a person entered for an application.

use std::collections::HashMap;

use chrono::NaiveDate;
use rusqlite::Connection;

use crate::calendar::PartialDate;
use crate::catalogue::Deadline;
use crate::error::Result;
use crate::pools::{deadline_in_force, deadlines_of, is_known};
use crate::store::row;
use crate::views::Text;

/// A deadline to plan from.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::store) struct CallDay {
    /// The day.
    pub on: NaiveDate,
    /// Its time of day.
    pub time: Option<String>,
    /// What it was before it was moved.
    pub earlier: Option<(NaiveDate, Option<String>)>,
    /// When the funder is expected to answer.
    pub answer_expected: Option<PartialDate>,
}

/// The deadlines in force on a day of the calls known by then.
pub(in crate::store) struct Calls {
    by_pool: HashMap<u32, Vec<CallDay>>,
    /// The pools inside each.
    inside: HashMap<u32, Vec<u32>>,
}

impl Calls {
    pub fn load(conn: &Connection, as_of: NaiveDate) -> Result<Calls> {
        const DEADLINES: &str =
            "SELECT call_id, deadline, deadline_time, known_from FROM call_deadline ORDER BY call_id, position";
        const CALLS: &str = "SELECT id, pool_id, published, answer_expected FROM call";
        let mut by_call: HashMap<u32, Vec<Deadline>> = HashMap::new();
        let mut statement = conn.prepare_cached(DEADLINES)?;
        let mut rows = statement.query([])?;
        while let Some(r) = rows.next()? {
            let (date, known_from) = (row::date(r, 1)?, row::optional_date(r, 3)?);
            by_call.entry(r.get(0)?).or_default().push(Deadline { date, time: r.get(2)?, known_from, note: Text::default() });
        }
        let mut calls: HashMap<u32, Vec<CallDay>> = HashMap::new();
        let mut statement = conn.prepare_cached(CALLS)?;
        let mut rows = statement.query([])?;
        while let Some(r) = rows.next()? {
            let Some(deadlines) = by_call.remove(&r.get(0)?) else { continue };
            let known = is_known(row::optional_date(r, 2)?, as_of);
            let Some(index) = deadline_in_force(&deadlines, as_of).filter(|_| known) else { continue };
            let earlier = index.checked_sub(1).map(|index| (deadlines[index].date, deadlines[index].time.clone()));
            let answer_expected = row::optional_code(r, 3, PartialDate::parse)?;
            let Deadline { date, time, .. } = deadlines[index].clone();
            calls.entry(r.get(1)?).or_default().push(CallDay { on: date, time, earlier, answer_expected });
        }
        for days in calls.values_mut() {
            days.sort();
        }
        let mut inside: HashMap<u32, Vec<u32>> = HashMap::new();
        let mut statement = conn.prepare_cached("SELECT parent_id, id FROM pool WHERE parent_id IS NOT NULL ORDER BY id")?;
        let mut rows = statement.query([])?;
        while let Some(r) = rows.next()? {
            inside.entry(r.get(0)?).or_default().push(r.get(1)?);
        }
        Ok(Calls { by_pool: calls, inside })
    }

    /// The pools whose own calls have a deadline ahead, each with the next.
    pub fn ahead(&self, as_of: NaiveDate) -> impl Iterator<Item = (u32, &CallDay)> {
        self.by_pool.iter().filter_map(move |(pool, days)| Some((*pool, days.iter().find(|day| day.on >= as_of)?)))
    }

    /// The first deadline on or after a day, of the calls of a pool (see [`deadlines_of`]) or as a person entered it. What is entered goes
    /// before the call's on the same day.
    pub fn first_from(&self, pool: Option<u32>, typed: Option<&Vec<CallDay>>, from: NaiveDate) -> Option<CallDay> {
        self.of(pool, typed).filter(|day| day.on >= from).min_by_key(|day| day.on).cloned()
    }

    /// The first on or after the day of the view, else the last that passed since the application was begun.
    pub fn ahead_or_missed(
        &self,
        pool: Option<u32>,
        typed: Option<&Vec<CallDay>>,
        as_of: NaiveDate,
        begun: Option<NaiveDate>,
    ) -> Option<CallDay> {
        let missed = || {
            let since = self.of(pool, typed).filter(|day| begun.is_none_or(|begun| day.on >= begun));
            since.max_by_key(|day| day.on).cloned()
        };
        self.first_from(pool, typed, as_of).or_else(missed)
    }

    fn of<'a>(&'a self, pool: Option<u32>, typed: Option<&'a Vec<CallDay>>) -> impl Iterator<Item = &'a CallDay> {
        let inside = |pool| self.inside.get(&pool).map_or(&[][..], Vec::as_slice);
        let dated = |pool| self.by_pool.get(&pool).map_or(&[][..], Vec::as_slice);
        let of_pool = pool.into_iter().flat_map(move |pool| deadlines_of(pool, inside(pool), dated));
        typed.into_iter().flatten().chain(of_pool)
    }
}

/// The application deadlines a person entered, by application.
pub(in crate::store) fn typed_deadlines(conn: &Connection, municipality: u32) -> Result<HashMap<u32, Vec<CallDay>>> {
    let sql = "SELECT application_id, due_on, due_time, moved_from FROM deadline JOIN application ON application.id = application_id \
               WHERE municipality_id = ?1 AND kind = 'call'";
    let mut statement = conn.prepare_cached(sql)?;
    let mut rows = statement.query([municipality])?;
    let mut found: HashMap<u32, Vec<CallDay>> = HashMap::new();
    while let Some(r) = rows.next()? {
        let (on, time) = (row::date(r, 1)?, r.get(2)?);
        let earlier = row::optional_date(r, 3)?.map(|day| (day, None));
        found.entry(r.get(0)?).or_default().push(CallDay { on, time, earlier, answer_expected: None });
    }
    Ok(found)
}
