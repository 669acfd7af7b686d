//! Tables 2 and 3.

use rusqlite::Connection;

use crate::catalogue::{Difference, Period};
use crate::error::Result;
use crate::money::Money;
use crate::store::catalogue::agreements::agreement;
use crate::store::catalogue::amounts::amounts;
use crate::store::row;
use crate::views::{AppropriationRow, FinancingView, SavingRow, Text};

/// Where an agreement, or the newest, takes money it hands out again.
pub fn financing(conn: &Connection, agreement_id: Option<u32>) -> Result<FinancingView> {
    let (agreement, _) = agreement(conn, agreement_id)?;
    let periods = appropriation_periods(conn, agreement.id)?;
    let (appropriations, appropriations_stated) = appropriations(conn, agreement.id, &periods)?;
    let (savings, savings_stated) = savings(conn, agreement.id)?;
    let savings_computed = savings.iter().filter_map(|row| row.amount).sum();
    let savings_note = differences(conn, agreement.id)?
        .into_iter()
        .find(|d| d.place.starts_with("tabel 3") && Some(d.stated) == savings_stated)
        .map_or_else(Text::default, |difference| difference.reason);
    Ok(FinancingView {
        years: periods.iter().filter_map(|period| period.year()).collect(),
        price_level: agreement.price_level,
        appropriations,
        appropriations_stated,
        savings,
        savings_stated,
        savings_computed,
        savings_note,
    })
}

/// The columns of table 2: its years, then the total.
pub fn appropriation_periods(conn: &Connection, agreement: u32) -> Result<Vec<Period>> {
    const SQL: &str = "SELECT DISTINCT period FROM reprioritised_appropriation_amount \
                       JOIN reprioritised_appropriation ON reprioritised_appropriation.id = reprioritised_appropriation_id \
                       WHERE agreement_id = ?1";
    let mut statement = conn.prepare_cached(SQL)?;
    let mut periods = statement.query_map([agreement], |r| row::period(r, 0))?.collect::<rusqlite::Result<Vec<_>>>()?;
    periods.sort();
    Ok(periods)
}

/// The numbered rows, and the printed total.
fn appropriations(conn: &Connection, agreement: u32, periods: &[Period]) -> Result<(Vec<AppropriationRow>, Vec<Option<Money>>)> {
    const AMOUNTS: &str = "SELECT reprioritised_appropriation_id, period, amount_oere FROM reprioritised_appropriation_amount \
                           JOIN reprioritised_appropriation ON reprioritised_appropriation.id = reprioritised_appropriation_id \
                           WHERE agreement_id = ?1";
    const SQL: &str =
        "SELECT id, number, account, title FROM reprioritised_appropriation WHERE agreement_id = ?1 ORDER BY number";
    let mut amounts = amounts(conn, AMOUNTS, [agreement], periods)?;
    let mut statement = conn.prepare_cached(SQL)?;
    let mut rows = statement.query([agreement])?;
    let mut numbered = Vec::new();
    let mut stated = vec![None; periods.len()];
    while let Some(r) = rows.next()? {
        let of_row = amounts.remove(&r.get(0)?).unwrap_or_else(|| vec![None; periods.len()]);
        match r.get(1)? {
            Some(number) => {
                numbered.push(AppropriationRow { number, account: r.get(2)?, title: r.get(3)?, amounts: of_row });
            }
            None => stated = of_row,
        }
    }
    Ok((numbered, stated))
}

/// The numbered rows, and the printed total.
fn savings(conn: &Connection, agreement: u32) -> Result<(Vec<SavingRow>, Option<Money>)> {
    const SQL: &str = "SELECT number, account, title, amount_oere, below_oere FROM reprioritised_saving WHERE agreement_id = ?1 \
                       ORDER BY number";
    let mut statement = conn.prepare_cached(SQL)?;
    let mut rows = statement.query([agreement])?;
    let mut numbered = Vec::new();
    let mut stated = None;
    while let Some(r) = rows.next()? {
        let (amount, below) = (row::money(r, 3)?, row::money(r, 4)?);
        match r.get(0)? {
            Some(number) => numbered.push(SavingRow { number, account: r.get(1)?, title: r.get(2)?, amount, below }),
            None => stated = amount,
        }
    }
    Ok((numbered, stated))
}

/// The differences the agreement is known to have.
pub fn differences(conn: &Connection, agreement: u32) -> Result<Vec<Difference>> {
    const SQL: &str = "SELECT place, stated_oere, computed_oere, reason_da, reason_en FROM declared_difference \
                       WHERE agreement_id = ?1 ORDER BY id";
    let mut statement = conn.prepare_cached(SQL)?;
    let rows = statement.query_map([agreement], |r| {
        Ok(Difference {
            line: 0,
            place: r.get(0)?,
            stated: Money::from_oere(r.get(1)?),
            computed: Money::from_oere(r.get(2)?),
            reason: row::text(r, 3)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
