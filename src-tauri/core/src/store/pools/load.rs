//! Pools with their calls as they stood on a day, in four queries however many there are.

use std::cmp::Reverse;
use std::collections::HashMap;

use chrono::NaiveDate;
use rusqlite::Connection;

use crate::calendar::PartialDate;
use crate::catalogue::{CallState, CanApply, Deadline};
use crate::error::Result;
use crate::money::Money;
use crate::pools::{call_state, deadline_in_force, is_known, together};
use crate::store::row;
use crate::views::{CallView, EarlierDeadline, PoolInitiative, PoolView, PoolYear, Text};

/// Which pools.
#[derive(Clone, Copy)]
pub enum Of {
    /// Every pool there is.
    All,
    /// Those of an agreement, and those of none.
    Agreement(u32),
    /// Those of an initiative.
    Initiative(u32),
    /// One.
    Pool(u32),
}

impl Of {
    /// What a query on `pool` asks for, and its parameter.
    fn matches(self) -> (&'static str, u32) {
        match self {
            // Each query has a parameter; here it says nothing.
            Of::All => ("WHERE ?1 = 0", 0),
            Of::Agreement(id) => ("WHERE (pool.agreement_id = ?1 OR pool.agreement_id IS NULL)", id),
            Of::Initiative(id) => ("WHERE pool.initiative_id = ?1", id),
            Of::Pool(id) => ("WHERE pool.id = ?1", id),
        }
    }
}

/// Pools by initiative number, those of no initiative after them, those of no agreement last.
pub fn load_pools(conn: &Connection, of: Of, as_of: NaiveDate) -> Result<Vec<PoolView>> {
    const COLUMNS: &str = "SELECT pool.id, pool.key, initiative.id, initiative.number, parent_id, pool.title_da, pool.title_en, \
                       amount_oere, price_level, account, pool.authority, pool.applicants_da, pool.applicants_en, pool.can_apply, \
                       place, note_da, note_en, initiative.can_apply, pool.version, own \
                       FROM pool LEFT JOIN initiative ON initiative.id = initiative_id";
    const ORDER: &str =
        "ORDER BY pool.agreement_id IS NULL, initiative.number IS NULL, initiative.number, pool.own, pool.position, pool.id";
    let (matches, id) = of.matches();
    let mut years = years(conn, of)?;
    let mut calls = calls(conn, of, as_of)?;
    let mut statement = conn.prepare_cached(&format!("{COLUMNS} {matches} {ORDER}"))?;
    let mut rows = statement.query([id])?;
    let mut pools = Vec::new();
    while let Some(r) = rows.next()? {
        let id: u32 = r.get(0)?;
        let of_initiative = match (r.get(2)?, r.get(3)?) {
            (Some(id), Some(number)) => Some(PoolInitiative { id, number }),
            _ => None,
        };
        let of_pool = calls.remove(&id).unwrap_or_default();
        let (states, calls): (Vec<CallState>, Vec<CallView>) = of_pool.known.into_iter().unzip();
        // The pool says what its call says; before the call was published only the agreement had spoken.
        let can_apply = if calls.is_empty() && of_pool.some_later {
            row::optional_code(r, 17, CanApply::from_code)?.unwrap_or(CanApply::Unclear)
        } else {
            row::code(r, 13, CanApply::from_code)?
        };
        pools.push(PoolView {
            id,
            version: r.get(18)?,
            own: r.get(19)?,
            key: r.get(1)?,
            initiative: of_initiative,
            parent_id: r.get(4)?,
            title: row::text(r, 5)?,
            amount: row::money(r, 7)?,
            years: years.remove(&id).unwrap_or_default(),
            price_level: r.get(8)?,
            account: r.get(9)?,
            authority: r.get(10)?,
            applicants: row::text(r, 11)?,
            can_apply,
            place: r.get(14)?,
            note: row::text(r, 15)?,
            call_state: together(states),
            calls,
        });
    }
    Ok(pools)
}

fn years(conn: &Connection, of: Of) -> Result<HashMap<u32, Vec<PoolYear>>> {
    const SQL: &str = "SELECT pool_id, year, pool_year_amount.amount_oere FROM pool_year_amount \
                       JOIN pool ON pool.id = pool_id";
    let mut by_pool: HashMap<u32, Vec<PoolYear>> = HashMap::new();
    let (matches, id) = of.matches();
    let mut statement = conn.prepare_cached(&format!("{SQL} {matches} ORDER BY pool_id, year"))?;
    let mut rows = statement.query([id])?;
    while let Some(r) = rows.next()? {
        by_pool.entry(r.get(0)?).or_default().push(PoolYear { year: r.get(1)?, amount: Money::from_oere(r.get(2)?) });
    }
    Ok(by_pool)
}

fn deadlines(conn: &Connection, of: Of) -> Result<HashMap<u32, Vec<Deadline>>> {
    const SQL: &str = "SELECT call_id, deadline, deadline_time, known_from, call_deadline.note_da, call_deadline.note_en \
                       FROM call_deadline JOIN call ON call.id = call_id JOIN pool ON pool.id = pool_id";
    let mut by_call: HashMap<u32, Vec<Deadline>> = HashMap::new();
    let (matches, id) = of.matches();
    let mut statement = conn.prepare_cached(&format!("{SQL} {matches} ORDER BY call_id, call_deadline.position"))?;
    let mut rows = statement.query([id])?;
    while let Some(r) = rows.next()? {
        by_call.entry(r.get(0)?).or_default().push(Deadline {
            date: row::date(r, 1)?,
            time: r.get(2)?,
            known_from: row::optional_date(r, 3)?,
            note: row::text(r, 4)?,
        });
    }
    Ok(by_call)
}

/// The calls of a pool as they stood on a day.
#[derive(Default)]
struct Calls {
    /// Those known by then, newest first; those without any date last.
    known: Vec<(CallState, CallView)>,
    /// Whether others were published later.
    some_later: bool,
}

fn calls(conn: &Connection, of: Of, as_of: NaiveDate) -> Result<HashMap<u32, Calls>> {
    const SQL: &str = "SELECT call.id, pool_id, call.title, published, call.amount_oere, project_from, project_to, \
                       project_text_da, project_text_en, call.applicants_da, call.applicants_en, call.can_apply, outcome_da, \
                       outcome_en, sources, call.version, call.own, opens_on, questions_until, \
                       answer_expected FROM call JOIN pool ON pool.id = pool_id";
    let mut deadlines = deadlines(conn, of)?;
    let mut by_pool: HashMap<u32, Calls> = HashMap::new();
    let (matches, id) = of.matches();
    let mut statement = conn.prepare_cached(&format!("{SQL} {matches} ORDER BY call.id"))?;
    let mut rows = statement.query([id])?;
    while let Some(r) = rows.next()? {
        let id = r.get(0)?;
        let published = row::optional_date(r, 3)?;
        let of_pool = by_pool.entry(r.get(1)?).or_default();
        if !is_known(published, as_of) {
            of_pool.some_later = true;
            continue;
        }
        let mut earlier = deadlines.remove(&id).unwrap_or_default();
        earlier.truncate(deadline_in_force(&earlier, as_of).map_or(0, |in_force| in_force + 1));
        let in_force = earlier.pop();
        let deadline = in_force.as_ref().map(|deadline| deadline.date);
        let own = r.get(16)?;
        let state = call_state(own || published.is_some(), deadline, as_of);
        let sources: String = r.get(14)?;
        let call = CallView {
            id,
            version: r.get(15)?,
            own,
            title: r.get(2)?,
            published,
            opens_on: row::optional_date(r, 17)?,
            questions_until: row::optional_date(r, 18)?,
            answer_expected: r.get::<_, Option<String>>(19)?.as_deref().and_then(PartialDate::parse),
            deadline,
            deadline_time: in_force.and_then(|deadline| deadline.time),
            earlier_deadlines: earlier.into_iter().map(earlier_deadline).collect(),
            amount: row::money(r, 4)?,
            project_from: row::optional_date(r, 5)?,
            project_to: row::optional_date(r, 6)?,
            project_text: row::text(r, 7)?,
            applicants: row::text(r, 9)?,
            can_apply: row::code(r, 11, CanApply::from_code)?,
            // Nothing can have come of a call whose deadline is ahead.
            outcome: if deadline.is_some_and(|day| day >= as_of) { Text::default() } else { row::text(r, 12)? },
            sources: sources.lines().map(str::to_owned).collect(),
        };
        of_pool.known.push((state, call));
    }
    for calls in by_pool.values_mut() {
        calls.known.sort_by_key(|(_, call)| Reverse(call.published.or(call.deadline)));
    }
    Ok(by_pool)
}

fn earlier_deadline(deadline: Deadline) -> EarlierDeadline {
    EarlierDeadline {
        deadline: deadline.date,
        deadline_time: deadline.time,
        known_from: deadline.known_from,
        note: deadline.note,
    }
}
