//! The rows of an appendix of pools, in a fixed number of queries however many there are.

use std::collections::{BTreeMap, HashMap};

use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension};

use crate::catalogue::Period;
use crate::error::Result;
use crate::money::Money;
use crate::report::{AppendixPool, AppendixRow, People};
use crate::store::pools::{Of, PoolsOfCommittees, load_pools, standings};
use crate::store::reference::population_of;
use crate::store::row;
use crate::views::{PoolStanding, PoolView, Text};

/// An initiative as the table needs it.
struct Initiative {
    title: Text,
    area: Text,
    number: u32,
    summary: String,
    price_level: i32,
    years: Vec<(i32, Money)>,
    total: Option<Money>,
    permanent: Option<Money>,
}

/// What a row is about: pools of one initiative share it, and so do those that lie inside one of no initiative.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Subject {
    Initiative(u32),
    Pool(u32),
}

/// The rows of the pools named, in their order; where none are, of those that the municipality has assessed by the day: by number,
/// pools of no initiative after them. Of those only a committee's, where one is named: then as the appendices of its cases have them,
/// and others after. A pool that rests on the one it lies inside stands with it.
///
/// # Errors
/// Those of reading the file.
pub fn pool_rows(
    conn: &Connection,
    municipality: u32,
    named: &[u32],
    of: Option<(u32, &PoolsOfCommittees)>,
    as_of: NaiveDate,
) -> Result<Vec<AppendixRow>> {
    let pools = load_pools(conn, Of::All, as_of)?;
    let standings = standings(conn, &pools, municipality, as_of)?;
    let by_id: HashMap<u32, usize> = pools.iter().enumerate().map(|(at, pool)| (pool.id, at)).collect();
    let chosen: Vec<usize> = if named.is_empty() {
        // One that has no stance of its own is covered by the pool it lies inside.
        let assessed = (0..pools.len()).filter(|at| standings[*at].stance.is_some() && standings[*at].rests_on.is_none());
        match of {
            Some((committee, of_committees)) => theirs(assessed, &pools, committee, of_committees),
            None => assessed.collect(),
        }
    } else {
        named.iter().filter_map(|id| by_id.get(id).copied()).collect()
    };
    let subject = |pool: &PoolView| match &pool.initiative {
        Some(initiative) => Subject::Initiative(initiative.id),
        None => Subject::Pool(outermost(pool, &pools, &by_id).id),
    };
    let mut of_subject: HashMap<Subject, Vec<usize>> = HashMap::new();
    let mut order = Vec::new();
    for at in chosen {
        let subject = subject(&pools[at]);
        let together = of_subject.entry(subject).or_default();
        if together.is_empty() {
            order.push(subject);
        }
        if !together.contains(&at) {
            together.push(at);
        }
    }
    let initiatives = initiatives(conn)?;
    let people = people(conn, municipality, as_of)?;
    let rows = order.into_iter().filter_map(|subject| {
        let mut row = match subject {
            Subject::Initiative(id) => of_initiative(initiatives.get(&id)?),
            Subject::Pool(id) => of_pool(by_id.get(&id).map(|at| &pools[*at])?),
        };
        let together = of_subject.remove(&subject)?;
        row.pools = together.iter().map(|at| pool(&pools[*at], &standings[*at], &row)).collect();
        row.people.clone_from(&people);
        Some(row)
    });
    Ok(rows.collect())
}

/// The titles of all pools, by the Danish one.
///
/// # Errors
/// Those of reading the file.
pub fn pool_titles(conn: &Connection) -> Result<HashMap<String, Text>> {
    let mut statement = conn.prepare_cached("SELECT title_da, title_en FROM pool")?;
    let titles = statement.query_map([], |r| Ok((r.get(0)?, row::text(r, 0)?)))?;
    Ok(titles.collect::<rusqlite::Result<_>>()?)
}

/// Those of a committee, in the order of the appendices of its cases. A pool stands also for those inside it.
fn theirs(
    assessed: impl Iterator<Item = usize>,
    pools: &[PoolView],
    committee: u32,
    of_committees: &PoolsOfCommittees,
) -> Vec<usize> {
    let has_inside =
        |outer: u32| pools.iter().any(|inner| inner.parent_id == Some(outer) && of_committees.is_of(inner, committee));
    let is_theirs = |at: &usize| of_committees.is_of(&pools[*at], committee) || has_inside(pools[*at].id);
    let mut theirs: Vec<usize> = assessed.filter(is_theirs).collect();
    theirs.sort_by_key(|at| of_committees.place(pools[*at].id, committee));
    theirs
}

fn outermost<'a>(pool: &'a PoolView, pools: &'a [PoolView], by_id: &HashMap<u32, usize>) -> &'a PoolView {
    let mut outer = pool;
    // Pools nest a level or two; a file that has them in a ring must not keep anybody waiting.
    for _ in 0..pools.len() {
        let Some(next) = outer.parent_id.and_then(|id| by_id.get(&id)).map(|at| &pools[*at]) else { break };
        outer = next;
    }
    outer
}

fn of_initiative(initiative: &Initiative) -> AppendixRow {
    AppendixRow {
        title: initiative.title.clone(),
        number: Some(initiative.number),
        area: initiative.area.clone(),
        years: initiative.years.clone(),
        total: initiative.total,
        permanent: initiative.permanent,
        price_level: Some(initiative.price_level),
        summary: initiative.summary.clone(),
        ..AppendixRow::default()
    }
}

fn of_pool(pool: &PoolView) -> AppendixRow {
    let years: Vec<(i32, Money)> = pool.years.iter().map(|year| (year.year, year.amount)).collect();
    let of_years = || (!years.is_empty()).then(|| years.iter().map(|(_, amount)| *amount).sum());
    AppendixRow {
        title: pool.title.clone(),
        area: Text::new(pool.authority.clone(), ""),
        total: pool.amount.or_else(of_years),
        years,
        price_level: pool.price_level,
        summary: pool.note.da.clone(),
        ..AppendixRow::default()
    }
}

fn pool(pool: &PoolView, standing: &PoolStanding, row: &AppendixRow) -> AppendixPool {
    // The call that is open, else the newest with a deadline.
    let call = pool.calls.iter().filter(|call| call.deadline.is_some()).max_by_key(|call| call.deadline);
    let (last, last_time) = call.map_or((None, None), |call| (call.deadline, call.deadline_time.clone()));
    let (deadline, deadline_time) = match standing.deadline {
        Some(ahead) => (Some(ahead), standing.deadline_time.clone()),
        None => (last, last_time),
    };
    AppendixPool {
        id: pool.id,
        title: pool.title.clone(),
        amount: pool.amount.filter(|amount| Some(*amount) != row.total),
        applicants: pool.applicants.clone(),
        deadline,
        deadline_time,
        stance: standing.stance,
        reason: standing.reason,
        assessment: standing.text.clone(),
    }
}

fn initiatives(conn: &Connection) -> Result<HashMap<u32, Initiative>> {
    const SQL: &str = "SELECT initiative.id, initiative.title_da, initiative.title_en, name_da, name_en, number, summary, price_level \
                       FROM initiative JOIN area ON area.id = area_id JOIN agreement ON agreement.id = initiative.agreement_id";
    let mut all = HashMap::new();
    let mut amounts = amounts(conn)?;
    let mut statement = conn.prepare_cached(SQL)?;
    let mut rows = statement.query([])?;
    while let Some(r) = rows.next()? {
        let id: u32 = r.get(0)?;
        let of_initiative = amounts.remove(&id).unwrap_or_default();
        let years = of_initiative.iter().filter_map(|(period, amount)| Some((period.year()?, *amount))).collect();
        let initiative = Initiative {
            title: row::text(r, 1)?,
            area: row::text(r, 3)?,
            number: r.get(5)?,
            summary: r.get(6)?,
            price_level: r.get(7)?,
            years,
            total: of_initiative.get(&Period::Total).copied(),
            permanent: of_initiative.get(&Period::Permanent).copied(),
        };
        all.insert(id, initiative);
    }
    Ok(all)
}

fn amounts(conn: &Connection) -> Result<HashMap<u32, BTreeMap<Period, Money>>> {
    let mut all: HashMap<u32, BTreeMap<Period, Money>> = HashMap::new();
    let mut statement = conn.prepare_cached("SELECT initiative_id, period, amount_oere FROM year_amount")?;
    let mut rows = statement.query([])?;
    while let Some(r) = rows.next()? {
        all.entry(r.get(0)?).or_default().insert(row::period(r, 1)?, Money::from_oere(r.get(2)?));
    }
    Ok(all)
}

/// The figures an estimated share rests on, no later than the day.
fn people(conn: &Connection, municipality: u32, as_of: NaiveDate) -> Result<Option<People>> {
    let code: Option<String> =
        conn.prepare_cached("SELECT code FROM municipality WHERE id = ?1")?.query_row([municipality], |r| r.get(0)).optional()?;
    let Some(figures) = code.map(|code| population_of(conn, &code, as_of)).transpose()?.flatten() else { return Ok(None) };
    Ok(Some(People { municipality: figures.population, country: figures.country, date: figures.date }))
}
