//! The register: everything the list of initiatives shows, in a fixed number of queries whatever its size.

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;
use rusqlite::Connection;

use crate::catalogue::price_level::{Conversion, available};
use crate::catalogue::{Amounts, CallState, CanApply, Mechanism, Period, periods};
use crate::error::{Error, ErrorCode, Result};
use crate::money::Money;
use crate::pools::{best, is_for_municipalities, together};
use crate::store::catalogue::agreements::{agreement, agreements};
use crate::store::catalogue::amounts::amounts;
use crate::store::pools::{Of, initiative_status, load_pools, standings};
use crate::store::reference::{PriceIndexSource, price_index};
use crate::store::row;
use crate::views::{
    AgreementView, AreaView, CallPlan, InitiativeRow, PoolStanding, PoolView, PriceLevelView, RegisterView, Text, ThemeView,
};
use crate::words::{self, Language};

/// The register of an agreement, or of the newest, in a price level, or its own, with calls as they stood on a day.
///
/// # Errors
/// `agreement_not_found`; `price_level_unreachable` where the index has a gap on the way.
pub fn register(
    conn: &Connection,
    agreement_id: Option<u32>,
    price_level: Option<i32>,
    as_of: NaiveDate,
    municipality: Option<u32>,
) -> Result<RegisterView> {
    let (agreement, has_permanent) = agreement(conn, agreement_id)?;
    let periods = periods(agreement.first_year, agreement.last_year, has_permanent);
    let index = price_index(conn)?;
    let year = price_level.unwrap_or(agreement.price_level);
    let conversion = conversion(&agreement, &index, year)?;
    let levels = PriceLevelView {
        year,
        converted: conversion.is_some(),
        available: available(&index.rises, agreement.price_level),
        index_name: Text::new(
            words::word("reference", "price_index", Language::Da),
            words::word("reference", "price_index", Language::En),
        ),
        vintage: index.vintage,
        source: index.source,
    };
    let id = agreement.id;
    // Nothing is printed in a converted level.
    let printed = |amounts: Option<Amounts>| match conversion {
        Some(_) => Vec::new(),
        None => amounts.unwrap_or_else(|| vec![None; periods.len()]),
    };
    let total = "SELECT agreement_id, period, amount_oere FROM agreement_amount WHERE agreement_id = ?1";
    let stated = printed(amounts(conn, total, [id], &periods)?.remove(&id));
    let areas = areas(conn, id, &periods)?.into_iter().map(|a| AreaView { stated: printed(Some(a.stated)), ..a }).collect();
    let themes = themes(conn, id, &periods)?.into_iter().map(|t| ThemeView { stated: printed(Some(t.stated)), ..t }).collect();
    let mut initiatives = initiatives(conn, id, &periods, as_of, municipality)?;
    if let Some(conversion) = conversion {
        for initiative in &mut initiatives {
            initiative.amounts = conversion
                .apply_to_row(&periods, &initiative.amounts)
                .ok_or_else(|| Error::new(ErrorCode::PriceLevelUnreachable).with("year", year))?;
        }
    }
    Ok(RegisterView {
        agreements: agreements(conn)?,
        periods: periods.iter().map(|period| period.view()).collect(),
        price_level: levels,
        as_of,
        areas,
        themes,
        stated,
        initiatives,
        agreement,
    })
}

/// None where the amounts are shown as they are.
fn conversion(agreement: &AgreementView, index: &PriceIndexSource, year: i32) -> Result<Option<Conversion>> {
    if year == agreement.price_level {
        return Ok(None);
    }
    let years = available(&index.rises, agreement.price_level);
    match Conversion::between(&index.rises, agreement.price_level, year).filter(|_| years.contains(&year)) {
        Some(conversion) => Ok(Some(conversion)),
        None => {
            let (first, last) = (years.first().copied().unwrap_or(year), years.last().copied().unwrap_or(year));
            Err(Error::new(ErrorCode::PriceLevelUnreachable).with("year", year).with("expected", format!("{first}–{last}")))
        }
    }
}

fn areas(conn: &Connection, agreement: u32, periods: &[Period]) -> Result<Vec<AreaView>> {
    let sql = "SELECT area_id, period, amount_oere FROM area_amount JOIN area ON area.id = area_id WHERE agreement_id = ?1";
    let mut stated = amounts(conn, sql, [agreement], periods)?;
    let mut statement =
        conn.prepare_cached("SELECT id, title, name_da, name_en FROM area WHERE agreement_id = ?1 ORDER BY position")?;
    let rows = statement.query_map([agreement], |r| {
        Ok(AreaView { id: r.get(0)?, title: r.get(1)?, name: row::text(r, 2)?, stated: Vec::new() })
    })?;
    let mut areas = rows.collect::<rusqlite::Result<Vec<_>>>()?;
    for area in &mut areas {
        area.stated = stated.remove(&area.id).unwrap_or_else(|| vec![None; periods.len()]);
    }
    Ok(areas)
}

fn themes(conn: &Connection, agreement: u32, periods: &[Period]) -> Result<Vec<ThemeView>> {
    let sql = "SELECT theme_id, period, amount_oere FROM theme_amount JOIN theme ON theme.id = theme_id \
               JOIN area ON area.id = theme.area_id WHERE agreement_id = ?1";
    let mut stated = amounts(conn, sql, [agreement], periods)?;
    let mut statement = conn.prepare_cached(
        "SELECT theme.id, theme.area_id, theme.title_da, theme.title_en FROM theme JOIN area ON area.id = theme.area_id \
         WHERE agreement_id = ?1 ORDER BY theme.position",
    )?;
    let rows = statement.query_map([agreement], |r| {
        Ok(ThemeView { id: r.get(0)?, area_id: r.get(1)?, title: row::text(r, 2)?, stated: Vec::new() })
    })?;
    let mut themes = rows.collect::<rusqlite::Result<Vec<_>>>()?;
    for theme in &mut themes {
        theme.stated = stated.remove(&theme.id).unwrap_or_else(|| vec![None; periods.len()]);
    }
    Ok(themes)
}

fn initiatives(
    conn: &Connection,
    agreement: u32,
    periods: &[Period],
    as_of: NaiveDate,
    municipality: Option<u32>,
) -> Result<Vec<InitiativeRow>> {
    const SQL: &str = "SELECT id, number, dut, title_da, title_en, area_id, theme_id, can_apply, authority, search_spelt, \
                       search_plain FROM initiative WHERE agreement_id = ?1 ORDER BY number";
    const AMOUNTS: &str = "SELECT initiative_id, period, amount_oere FROM year_amount \
                           JOIN initiative ON initiative.id = initiative_id WHERE agreement_id = ?1";
    let mut amounts = amounts(conn, AMOUNTS, [agreement], periods)?;
    let mut mechanisms = mechanisms(conn, agreement)?;
    let mut pools = pools(conn, agreement, as_of, municipality)?;
    let mut statement = conn.prepare_cached(SQL)?;
    let mut rows = statement.query([agreement])?;
    let mut initiatives = Vec::new();
    while let Some(r) = rows.next()? {
        let id: u32 = r.get(0)?;
        let (of_initiative, standings) = pools.remove(&id).unwrap_or_default();
        let summary = PoolSummary::of(&of_initiative, as_of);
        initiatives.push(InitiativeRow {
            id,
            number: r.get(1)?,
            dut: r.get(2)?,
            title: row::text(r, 3)?,
            area_id: r.get(5)?,
            theme_id: r.get(6)?,
            mechanisms: mechanisms.remove(&id).unwrap_or_default(),
            can_apply: row::code(r, 7, CanApply::from_code)?,
            pool_can_apply: summary.can_apply,
            authority: r.get(8)?,
            amounts: amounts.remove(&id).unwrap_or_else(|| vec![None::<Money>; periods.len()]),
            pools: summary.pools,
            pools_can_apply: summary.pools_can_apply,
            call_state: summary.call_state,
            days_left: summary.next_deadline.and_then(|day| i32::try_from((day - as_of).num_days()).ok()),
            plan: next_plan(&standings, summary.next_deadline),
            next_deadline: summary.next_deadline,
            status: initiative_status(&of_initiative, &standings),
            applications: standings.into_iter().flat_map(|standing| standing.applications).collect(),
            search: [r.get(9)?, r.get(10)?],
        });
    }
    Ok(initiatives)
}

/// The plan towards the next deadline, of the pool whose it is.
fn next_plan(standings: &[PoolStanding], deadline: Option<NaiveDate>) -> Option<CallPlan> {
    let next = standings.iter().find(|standing| standing.deadline.is_some() && standing.deadline == deadline)?;
    next.plans.first().cloned()
}

/// The pools of each initiative, and where the municipality stands with them.
type Pools = HashMap<u32, (Vec<PoolView>, Vec<PoolStanding>)>;

fn pools(conn: &Connection, agreement: u32, as_of: NaiveDate, municipality: Option<u32>) -> Result<Pools> {
    let mut pools = load_pools(conn, Of::Agreement(agreement), as_of)?;
    pools.retain(|pool| pool.initiative.is_some());
    let standings = match municipality {
        Some(municipality) => standings(conn, &pools, municipality, as_of)?.into_iter().map(Some).collect(),
        None => vec![None; pools.len()],
    };
    let mut by_initiative = Pools::new();
    for (pool, standing) in pools.into_iter().zip(standings) {
        if let Some(initiative) = &pool.initiative {
            let (pools, standings) = by_initiative.entry(initiative.id).or_default();
            standings.extend(standing);
            pools.push(pool);
        }
    }
    Ok(by_initiative)
}

fn mechanisms(conn: &Connection, agreement: u32) -> Result<HashMap<u32, Vec<Mechanism>>> {
    const SQL: &str = "SELECT initiative_id, mechanism FROM initiative_mechanism JOIN initiative ON initiative.id = initiative_id \
                       WHERE agreement_id = ?1 ORDER BY initiative_id, position";
    let mut by_initiative: HashMap<u32, Vec<Mechanism>> = HashMap::new();
    let mut statement = conn.prepare_cached(SQL)?;
    let mut rows = statement.query([agreement])?;
    while let Some(r) = rows.next()? {
        by_initiative.entry(r.get(0)?).or_default().push(row::code(r, 1, Mechanism::from_code)?);
    }
    Ok(by_initiative)
}

/// What a row of the register says of the initiative's pools. A pool that others lie inside is not counted beside them.
struct PoolSummary {
    pools: u32,
    pools_can_apply: u32,
    can_apply: Option<CanApply>,
    call_state: CallState,
    next_deadline: Option<NaiveDate>,
}

impl PoolSummary {
    fn of(pools: &[PoolView], as_of: NaiveDate) -> PoolSummary {
        let said = |pool: &PoolView| best(std::iter::once(pool.can_apply).chain(pool.calls.iter().map(|call| call.can_apply)));
        let deadlines = pools.iter().flat_map(|pool| &pool.calls).filter_map(|call| call.deadline);
        let outer: HashSet<u32> = pools.iter().filter_map(|pool| pool.parent_id).collect();
        let counted = || pools.iter().filter(|pool| !outer.contains(&pool.id));
        let number = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
        PoolSummary {
            pools: number(counted().count()),
            pools_can_apply: number(counted().filter(|pool| said(pool).is_some_and(is_for_municipalities)).count()),
            can_apply: best(pools.iter().filter_map(said)),
            call_state: together(pools.iter().map(|pool| pool.call_state)),
            next_deadline: deadlines.filter(|&deadline| deadline >= as_of).min(),
        }
    }
}
