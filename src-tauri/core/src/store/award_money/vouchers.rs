//! Vouchers that are charged in a municipality.

use std::collections::HashMap;

use chrono::{Datelike, NaiveDate};
use rusqlite::{Connection, params};

use crate::budgets::VoucherPart;
use crate::error::Result;
use crate::money::Money;

/// A voucher: its number and the year it was booked in, for a ledger begins its numbers anew each year.
pub type VoucherKey = (String, i32);

/// The parts of vouchers that are charged, with the spending each is, by voucher.
pub type Vouchers = HashMap<VoucherKey, Vec<(u32, VoucherPart)>>;

/// The key of a voucher booked on a day; none where it has no number.
pub fn key(voucher: &str, booked_on: NaiveDate) -> Option<VoucherKey> {
    let voucher = voucher.trim();
    (!voucher.is_empty()).then(|| (voucher.to_owned(), booked_on.year()))
}

/// What is charged in the municipality of an application: all vouchers, or one.
pub fn vouchers(conn: &Connection, application: u32, only: Option<&str>) -> Result<Vouchers> {
    const SQL: &str = "SELECT spending.id, spending.application_id, title, number, voucher, spending.amount_oere, voucher_oere, \
                       substr(booked_on, 1, 4) \
                       FROM spending JOIN application ON application.id = spending.application_id \
                       JOIN budget_line ON budget_line.id = budget_line_id \
                       WHERE voucher <> '' AND (?2 IS NULL OR voucher = ?2) AND municipality_id = \
                       (SELECT municipality_id FROM application WHERE id = ?1) ORDER BY spending.id";
    let mut statement = conn.prepare_cached(SQL)?;
    let mut rows = statement.query(params![application, only])?;
    let mut found = Vouchers::new();
    while let Some(row) = rows.next()? {
        let part = VoucherPart {
            application_id: row.get(1)?,
            application: row.get(2)?,
            line: row.get(3)?,
            voucher: row.get(4)?,
            amount: Money::from_oere(row.get(5)?),
            total: row.get::<_, Option<i64>>(6)?.map(Money::from_oere),
        };
        let year = row.get::<_, String>(7)?.parse().unwrap_or_default();
        found.entry((part.voucher.clone(), year)).or_default().push((row.get(0)?, part));
    }
    Ok(found)
}
