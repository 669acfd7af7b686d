//! Changing the lines and cells of a draft.

use std::collections::{BTreeMap, HashMap};

use rusqlite::{Connection, params};

use crate::budgets::*;
use crate::error::{Error, ErrorCode, Result};
use crate::record::Record;
use crate::store::Tx;
use crate::store::blame::gone;
use crate::store::budgets::sheet::figures;
use crate::store::names::name;
use crate::store::records::{record, records, save};
use crate::store::schema::SCHEMA;

/// A version that has not taken effect.
///
/// # Errors
/// `record_changed` where it is gone; `budget_frozen`.
pub(super) fn draft(conn: &Connection, id: u32) -> Result<Budget> {
    let budget: Budget = record(conn, id)?;
    if budget.in_force {
        return Err(Error::new(ErrorCode::BudgetFrozen).with("record", name_of(conn, &budget)?));
    }
    Ok(budget)
}

/// What a version is called.
pub(in crate::store) fn name_of(conn: &Connection, budget: &Budget) -> Result<String> {
    name(conn, &SCHEMA, Budget::TABLE, &budget.columns())
}

/// A line as it lies in the file.
pub(super) struct Stored {
    /// The line with its cells.
    pub content: LineCells,
    /// Row id and version of each cell.
    rows: HashMap<CellPlace, (i64, i64)>,
}

/// Lines of a version with their cells, all of them or those named.
///
/// # Errors
/// `record_changed` where one that is named is not there.
pub(super) fn stored(conn: &Connection, budget: u32, only: Option<&[u32]>) -> Result<BTreeMap<u32, Stored>> {
    let which = match only {
        Some(ids) => format!("IN ({})", ids.iter().map(u32::to_string).collect::<Vec<_>>().join(", ")),
        None => "IS NOT NULL".to_owned(),
    };
    let lines: Vec<BudgetLine> = records(conn, &format!("WHERE budget_id = ?1 AND id {which}"), [budget])?;
    let with_rows = |line: BudgetLine| (line.id, Stored { content: LineCells::of(line), rows: HashMap::new() });
    let mut found: BTreeMap<u32, Stored> = lines.into_iter().map(with_rows).collect();
    if let Some(missing) = only.into_iter().flatten().find(|id| !found.contains_key(id)) {
        return Err(gone(conn, &SCHEMA, BudgetLine::TABLE, i64::from(*missing))?);
    }
    let mut statement = conn.prepare(&format!(
        "SELECT budget_line_id, year, period, quantity_e4, rate_e4, amount_oere, id, version FROM budget_cell \
         WHERE budget_line_id IN (SELECT id FROM budget_line WHERE budget_id = ?1 AND id {which})"
    ))?;
    let mut rows = statement.query([budget])?;
    while let Some(row) = rows.next()? {
        let place = (row.get(1)?, row.get(2)?);
        if let Some(stored) = found.get_mut(&row.get(0)?) {
            stored.content.cells.insert(place, figures(row, 3)?);
            stored.rows.insert(place, (row.get(6)?, row.get(7)?));
        }
    }
    Ok(found)
}

/// Writes what a line has become; what is as it was is left alone.
pub(super) fn put(tx: &mut Tx<'_>, stored: &Stored, now: &LineCells) -> Result<()> {
    save(tx, &now.line)?;
    for (place, &(id, version)) in &stored.rows {
        if !now.cells.contains_key(place) {
            tx.delete(BudgetCell::TABLE, id, version)?;
        }
    }
    for (place, figures) in &now.cells {
        match stored.rows.get(place) {
            Some(_) if stored.content.cells.get(place) == Some(figures) => {}
            Some(&(id, version)) => {
                tx.update(BudgetCell::TABLE, id, version, cell(now.line.id, *place, *figures).columns())?;
            }
            None => {
                tx.insert(BudgetCell::TABLE, cell(now.line.id, *place, *figures).columns())?;
            }
        }
    }
    Ok(())
}

/// Adds a line with its cells; gives its row id.
pub(super) fn add(tx: &mut Tx<'_>, new: &LineCells) -> Result<u32> {
    let id = save(tx, &BudgetLine { id: 0, version: 0, ..new.line.clone() })?;
    for (place, figures) in &new.cells {
        tx.insert(BudgetCell::TABLE, cell(id, *place, *figures).columns())?;
    }
    Ok(id)
}

fn cell(budget_line_id: u32, (year, period): CellPlace, figures: Figures) -> BudgetCell {
    let Figures { quantity, rate, amount } = figures;
    BudgetCell { id: 0, version: 0, budget_line_id, year, period, quantity, rate, amount }
}

/// The number a new line gets: one more than any version of the application has.
pub(super) fn next_number(conn: &Connection, application: u32) -> Result<u32> {
    const SQL: &str =
        "SELECT coalesce(max(number), 0) + 1 FROM budget_line JOIN budget ON budget.id = budget_id WHERE application_id = ?1";
    Ok(conn.prepare_cached(SQL)?.query_row([application], |row| row.get(0))?)
}

/// The place after the last line of a side.
pub(super) fn next_position(conn: &Connection, budget: u32, side: Side) -> Result<u32> {
    const SQL: &str = "SELECT coalesce(max(position) + 1, 0) FROM budget_line WHERE budget_id = ?1 AND side = ?2";
    Ok(conn.prepare_cached(SQL)?.query_row(params![budget, side.code()], |row| row.get(0))?)
}
