//! The next deadline of each pool, in two queries however many there are, and which pools lie inside which.

use std::collections::HashMap;

use chrono::NaiveDate;
use rusqlite::Connection;

use crate::catalogue::Deadline;
use crate::error::Result;
use crate::pools::{deadline_in_force, is_known};
use crate::store::row;
use crate::views::Text;

/// A day and, where it is stated, its time.
pub type DayAndTime = (NaiveDate, Option<String>);

/// By pool, the soonest deadline on or after a day of the calls known by then.
pub fn next_deadlines(conn: &Connection, as_of: NaiveDate) -> Result<HashMap<u32, DayAndTime>> {
    const CALLS: &str = "SELECT id, pool_id, published FROM call";
    const DEADLINES: &str = "SELECT call_id, deadline, deadline_time, known_from FROM call_deadline ORDER BY call_id, position";
    let mut by_call: HashMap<u32, Vec<Deadline>> = HashMap::new();
    let mut statement = conn.prepare_cached(DEADLINES)?;
    let mut rows = statement.query([])?;
    while let Some(r) = rows.next()? {
        let (date, known_from) = (row::date(r, 1)?, row::optional_date(r, 3)?);
        by_call.entry(r.get(0)?).or_default().push(Deadline { date, time: r.get(2)?, known_from, note: Text::default() });
    }
    let mut next: HashMap<u32, DayAndTime> = HashMap::new();
    let mut statement = conn.prepare_cached(CALLS)?;
    let mut rows = statement.query([])?;
    while let Some(r) = rows.next()? {
        let Some(mut deadlines) = by_call.remove(&r.get(0)?) else { continue };
        let in_force = deadline_in_force(&deadlines, as_of).map(|index| deadlines.swap_remove(index));
        let known = is_known(row::optional_date(r, 2)?, as_of);
        if let Some(deadline) = in_force.filter(|deadline| known && deadline.date >= as_of) {
            let found = (deadline.date, deadline.time);
            next.entry(r.get(1)?).and_modify(|soonest| *soonest = found.clone().min(soonest.clone())).or_insert(found);
        }
    }
    Ok(next)
}

/// The pools that lie inside each pool: what one applies for there is found in their calls too.
pub fn inside(conn: &Connection) -> Result<HashMap<u32, Vec<u32>>> {
    let mut statement = conn.prepare_cached("SELECT parent_id, id FROM pool WHERE parent_id IS NOT NULL ORDER BY id")?;
    let mut rows = statement.query([])?;
    let mut inside: HashMap<u32, Vec<u32>> = HashMap::new();
    while let Some(r) = rows.next()? {
        inside.entry(r.get(0)?).or_default().push(r.get(1)?);
    }
    Ok(inside)
}
