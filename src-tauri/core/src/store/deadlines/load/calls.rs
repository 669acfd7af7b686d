//! The days of calls.

use std::collections::{HashMap, HashSet};
use std::rc::Rc;

use chrono::NaiveDate;
use rusqlite::Connection;

use crate::calendar::PartialDate;
use crate::catalogue::{CanApply, Deadline};
use crate::deadlines::list::{CallDays, DeadlineSet, Whose, call_of};
use crate::error::Result;
use crate::pools::{PoolStatus, deadline_in_force, deadlines_of, is_for_municipalities, is_known};
use crate::store::deadlines::load::{Gathered, each};
use crate::store::pools::Said;
use crate::store::row;
use crate::views::Text;

/// What an application's rules count from of the call it answers: when it was published, and its deadline.
pub type Answered = HashMap<u32, (Option<NaiveDate>, Option<NaiveDate>)>;

struct Pool {
    id: u32,
    parent: Option<u32>,
    key: String,
    title: String,
}

/// Adds the days of the calls applications answer, and of those that may be answered still: a municipality can, nobody has said no,
/// and no application is on its way.
pub fn load(conn: &Connection, municipality: u32, as_of: NaiveDate, found: &mut Gathered) -> Result<Answered> {
    let calls = calls(conn, as_of)?;
    let pools = pools(conn)?;
    let mut inside: HashMap<u32, Vec<u32>> = HashMap::new();
    for pool in &pools {
        if let Some(parent) = pool.parent {
            inside.entry(parent).or_default().push(pool.id);
        }
    }
    let said = Said::load(conn, municipality, as_of)?;
    let (mut answered, mut taken, mut days) = (Answered::new(), HashSet::new(), Vec::new());
    for work in &found.works {
        let Some(pool) = work.pool_id else { continue };
        let inside = inside.get(&pool).map_or(&[][..], Vec::as_slice);
        let of_pool = deadlines_of(pool, inside, |pool| calls.get(&pool).map_or(&[][..], Vec::as_slice));
        if let Some(call) = call_of(of_pool, work, as_of) {
            days.extend(call.of_application(work));
            answered.insert(work.id, (call.published, call.deadline.as_ref().map(|deadline| deadline.on)));
            taken.insert(call.id);
        }
    }
    let sent: HashSet<u32> = found.works.iter().filter(|work| work.stage.is_sent()).filter_map(|work| work.pool_id).collect();
    for pool in pools.iter().filter(|pool| !sent.contains(&pool.id)) {
        let open = calls.get(&pool.id).into_iter().flatten().filter(|call| !taken.contains(&call.id));
        let refused = || matches!(said.status(pool.id, pool.parent), PoolStatus::DoNotApply | PoolStatus::ExistingPractice);
        if open.clone().next().is_none() || refused() {
            continue;
        }
        let whose = Rc::new(Whose { title: pool.title.clone(), pool_key: Some(pool.key.clone()), ..Whose::default() });
        days.extend(open.flat_map(|call| call.of_pool(&whose, as_of)));
    }
    found.days.extend(days);
    Ok(answered)
}

fn pools(conn: &Connection) -> Result<Vec<Pool>> {
    let mut pools = Vec::new();
    each(conn, "SELECT id, parent_id, key, title_da FROM pool ORDER BY id", [], |r| {
        pools.push(Pool { id: r.get(0)?, parent: r.get(1)?, key: r.get(2)?, title: r.get(3)? });
        Ok(())
    })?;
    Ok(pools)
}

/// The calls known on a day that have a deadline, by pool, each with the one in force.
fn calls(conn: &Connection, as_of: NaiveDate) -> Result<HashMap<u32, Vec<CallDays>>> {
    const SQL: &str = "SELECT pool_id, id, title, published, own, can_apply, opens_on, questions_until, answer_expected FROM call \
                       ORDER BY id";
    let mut deadlines = deadlines(conn)?;
    let mut by_pool: HashMap<u32, Vec<CallDays>> = HashMap::new();
    each(conn, SQL, [], |r| {
        let id = r.get(1)?;
        let published = row::optional_date(r, 3)?;
        let deadline = deadlines.remove(&id).and_then(|set| in_force(set, as_of));
        if is_known(published, as_of) && deadline.is_some() {
            let own: bool = r.get(4)?;
            by_pool.entry(r.get(0)?).or_default().push(CallDays {
                id,
                title: r.get(2)?,
                published,
                // One a person entered was known when it was entered, as a task is.
                dated: own || published.is_some(),
                for_municipalities: is_for_municipalities(row::code(r, 5, CanApply::from_code)?),
                opens_on: row::optional_date(r, 6)?,
                questions_until: row::optional_date(r, 7)?,
                answer_expected: row::optional_code(r, 8, PartialDate::parse)?,
                deadline,
            });
        }
        Ok(())
    })?;
    Ok(by_pool)
}

/// The deadline in force on a day, with the day before it where it was moved to another.
fn in_force(mut set: Vec<Deadline>, as_of: NaiveDate) -> Option<DeadlineSet> {
    set.truncate(deadline_in_force(&set, as_of)? + 1);
    let now = set.pop()?;
    let moved_from = set.pop().map(|earlier| earlier.date).filter(|earlier| *earlier != now.date);
    Some(DeadlineSet { on: now.date, time: now.time, moved_from })
}

fn deadlines(conn: &Connection) -> Result<HashMap<u32, Vec<Deadline>>> {
    const SQL: &str = "SELECT call_id, deadline, deadline_time, known_from FROM call_deadline ORDER BY call_id, position";
    let mut by_call: HashMap<u32, Vec<Deadline>> = HashMap::new();
    each(conn, SQL, [], |r| {
        let (date, known_from) = (row::date(r, 1)?, row::optional_date(r, 3)?);
        let deadline = Deadline { date, time: r.get(2)?, known_from, note: Text::default() };
        by_call.entry(r.get(0)?).or_default().push(deadline);
        Ok(())
    })?;
    Ok(by_call)
}
