//! A version of a budget as it lies in the file: its lines, its cells and what they come to. A version's cells are read only where
//! they are shown or changed; its sums come from the file itself.

use std::collections::{BTreeMap, HashMap};

use rusqlite::{Connection, Row};

use crate::budgets::*;
use crate::error::{Error, ErrorCode, Result};
use crate::money::Money;
use crate::scaled::{Quantity, Rate};
use crate::store::exposure;
use crate::store::records::records;
use crate::views::YearSums;

/// The lines of version `?1`.
const LINES_OF: &str = "budget_line_id IN (SELECT id FROM budget_line WHERE budget_id = ?1)";

/// A version and what it comes to.
pub(in crate::store) struct Summed {
    /// The version.
    pub budget: Budget,
    /// Its lines, costs first, each side in order.
    pub lines: Vec<BudgetLine>,
    /// What each line says of each year.
    pub years_of_lines: HashMap<u32, Vec<LineYear>>,
    /// Its years.
    pub years: Vec<i32>,
    /// Sums by year.
    pub sums: Vec<YearSums>,
    /// Sums of all years.
    pub total: YearSums,
}

impl Summed {
    /// A version as it is now.
    ///
    /// # Errors
    /// `sum_too_large`; those of reading the file.
    pub fn load(conn: &Connection, budget: Budget) -> Result<Summed> {
        let years_of_lines = line_years_of(conn, budget.id)?;
        Summed::of(conn, budget, years_of_lines)
    }

    /// A version whose lines come to so much by year.
    ///
    /// # Errors
    /// `sum_too_large`; those of reading the file.
    pub fn of(conn: &Connection, budget: Budget, years_of_lines: HashMap<u32, Vec<LineYear>>) -> Result<Summed> {
        let lines = lines(conn, budget.id)?;
        let fte_hours = fte_hours(conn, budget.application_id)?;
        let mut summed =
            Summed { lines, years_of_lines, years: Vec::new(), sums: Vec::new(), total: YearSums::default(), budget };
        let figures = summed.figures();
        let years = years_of(summed.budget.first_year, summed.budget.last_year, &figures);
        let (by_year, total) = sums(&figures, &years, fte_hours).ok_or_else(|| Error::new(ErrorCode::SumTooLarge))?;
        (summed.years, summed.sums, summed.total) = (years, by_year, total);
        Ok(summed)
    }

    /// Its lines with what they say of each year.
    pub fn figures(&self) -> Vec<LineFigures<'_>> {
        let years = |line: &BudgetLine| self.years_of_lines.get(&line.id).cloned().unwrap_or_default();
        self.lines.iter().map(|line| LineFigures { line, years: years(line) }).collect()
    }
}

/// The lines of a version, costs first, each side in order.
pub(in crate::store) fn lines(conn: &Connection, budget: u32) -> Result<Vec<BudgetLine>> {
    records(conn, "WHERE budget_id = ?1 ORDER BY side, position, id", [budget])
}

/// What the lines of a version say of each year.
pub(in crate::store) fn line_years_of(conn: &Connection, budget: u32) -> Result<HashMap<u32, Vec<LineYear>>> {
    let sql = format!(
        "SELECT budget_line_id, year, sum(quantity_e4), min(rate_e4), max(rate_e4), sum(amount_oere) \
         FROM budget_cell WHERE {LINES_OF} GROUP BY budget_line_id, year ORDER BY budget_line_id, year"
    );
    let mut statement = conn.prepare_cached(&sql)?;
    let mut rows = statement.query([budget])?;
    let mut found: HashMap<u32, Vec<LineYear>> = HashMap::new();
    while let Some(row) = rows.next()? {
        let year = LineYear {
            year: row.get(1)?,
            quantity: row.get::<_, Option<i64>>(2)?.map(Quantity::from_scaled),
            lowest_rate: row.get::<_, Option<i64>>(3)?.map(Rate::from_scaled),
            highest_rate: row.get::<_, Option<i64>>(4)?.map(Rate::from_scaled),
            amount: row.get::<_, Option<i64>>(5)?.map(Money::from_oere),
        };
        found.entry(row.get(0)?).or_default().push(year);
    }
    Ok(found)
}

/// What stands in the cells of the lines of a version.
pub(in crate::store) fn cells(conn: &Connection, budget: u32) -> Result<HashMap<u32, BTreeMap<CellPlace, Figures>>> {
    let sql = format!("SELECT budget_line_id, year, period, quantity_e4, rate_e4, amount_oere FROM budget_cell WHERE {LINES_OF}");
    let mut statement = conn.prepare_cached(&sql)?;
    let mut rows = statement.query([budget])?;
    let mut found: HashMap<u32, BTreeMap<CellPlace, Figures>> = HashMap::new();
    while let Some(row) = rows.next()? {
        found.entry(row.get(0)?).or_default().insert((row.get(1)?, row.get(2)?), figures(row, 3)?);
    }
    Ok(found)
}

/// Quantity, rate and amount, which stand beside each other.
pub(super) fn figures(row: &Row<'_>, column: usize) -> rusqlite::Result<Figures> {
    Ok(Figures {
        quantity: row.get::<_, Option<i64>>(column)?.map(Quantity::from_scaled),
        rate: row.get::<_, Option<i64>>(column + 1)?.map(Rate::from_scaled),
        amount: row.get::<_, Option<i64>>(column + 2)?.map(Money::from_oere),
    })
}

/// Hours a full-time year is counted as in the municipality of an application.
pub(in crate::store) fn fte_hours(conn: &Connection, application: u32) -> Result<u32> {
    let mut statement = conn.prepare_cached("SELECT municipality_id FROM application WHERE id = ?1")?;
    exposure::fte_hours(conn, statement.query_row([application], |row| row.get(0))?)
}
