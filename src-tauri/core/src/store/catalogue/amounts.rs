//! Amounts of many owners, read at once.

use std::collections::HashMap;

use rusqlite::{Connection, Params};

use crate::catalogue::{Amounts, Period};
use crate::error::Result;
use crate::money::Money;
use crate::store::row;

/// Reads rows of `owner id, period, øre` into one row of amounts per owner, in the order of `periods`. An owner without a row is
/// missing. Periods that are not asked for are left out.
pub fn amounts(conn: &Connection, sql: &str, params: impl Params, periods: &[Period]) -> Result<HashMap<u32, Amounts>> {
    let mut by_owner: HashMap<u32, Amounts> = HashMap::new();
    let mut statement = conn.prepare_cached(sql)?;
    let mut rows = statement.query(params)?;
    while let Some(r) = rows.next()? {
        let amounts = by_owner.entry(r.get(0)?).or_insert_with(|| vec![None; periods.len()]);
        let period = row::period(r, 1)?;
        if let Some(index) = periods.iter().position(|&p| p == period) {
            amounts[index] = Some(Money::from_oere(r.get(2)?));
        }
    }
    Ok(by_owner)
}
