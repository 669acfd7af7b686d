//! A budget read from a sheet or the clipboard.

use std::path::Path;

use rusqlite::Connection;

use crate::budgets::*;
use crate::error::{Error, ErrorCode, Result};
use crate::import::budget::{MOST_CELLS, MOST_LINES, ReadLine, Reading, read_budget};
use crate::import::{Cell, Grid, Row, grid_of_text, read_grid, width};
use crate::ops::Op;
use crate::record::Record;
use crate::store::budgets::found::rules_of;
use crate::store::budgets::patch::Done;
use crate::store::budgets::sheet::{Summed, lines};
use crate::store::budgets::write::{add, draft, next_number, next_position};
use crate::store::records::{record, remove_where};
use crate::store::{Store, Tx};
use crate::views::{BudgetColumn, BudgetImport, BudgetImportPreview, BudgetPatch, Changed};
use crate::words::Language;

impl Store {
    /// What reading a sheet would do, cell by cell. Writes nothing.
    ///
    /// # Errors
    /// `file_missing`, `file_unreadable`, `sheet_not_found`, `sheet_empty`, `sheet_too_long`; `sheet_locked`, `sheet_is_archive`,
    /// `sheet_is_page`, `sheet_is_old`, `sheet_unreadable` where it is no sheet the program reads.
    pub fn budget_import_preview(&self, import: &BudgetImport) -> Result<BudgetImportPreview> {
        let grid = grid(import)?;
        let reading = self.query(|connection| {
            let budget: Budget = record(connection, import.budget_id)?;
            read(connection, &grid, import, &budget)
        })?;
        let mut notices = grid.facts.notices(&grid.names);
        notices.extend(reading.remarks());
        let name = |path: &String| Path::new(path.trim()).file_name().map(|name| name.to_string_lossy().into_owned());
        Ok(BudgetImportPreview {
            file: import.path.as_ref().filter(|_| import.text.is_none()).and_then(name).unwrap_or_default(),
            sheets: grid.names,
            sheet: grid.name,
            notices,
            lines: u32::try_from(reading.lines.len()).unwrap_or(u32::MAX),
            columns: reading.columns,
            rows: reading.rows,
            total: reading.total,
            problems: reading.problems,
        })
    }

    /// Reads it in: all of it as one operation, or nothing.
    ///
    /// # Errors
    /// As [`Store::budget_import_preview`]; `budget_frozen`; `sheet_cells_bad`; `sheet_column_missing`; `sum_too_large`;
    /// `record_conflicts` where something was spent on a line that would be replaced; those of [`Store::transact`].
    pub fn budget_import(&mut self, import: &BudgetImport) -> Result<Changed<BudgetPatch>> {
        let grid = grid(import)?;
        let committed = self.transact(Op::BudgetImport, |tx| read_in(tx, &grid, import))?;
        self.patch(committed)
    }
}

/// The rows of the file or of the clipboard.
fn grid(import: &BudgetImport) -> Result<Grid> {
    let path = import.path.as_deref().unwrap_or_default().trim();
    let grid = match &import.text {
        Some(text) => grid_of_text(text)?,
        None => read_grid(Path::new(path), import.sheet.as_deref(), is_table)?,
    };
    if grid.rows.len() > MOST_LINES || grid.rows.len() * width(&grid.rows) > MOST_CELLS {
        return Err(Error::new(ErrorCode::SheetTooLong).with("file", path).with("limit", MOST_LINES));
    }
    Ok(grid)
}

/// At least two rows with something beside something: a front page is none.
fn is_table(rows: &[Row]) -> bool {
    let filled = |cells: &[Cell]| cells.iter().filter(|cell| **cell != Cell::Empty).count();
    rows.iter().filter(|(_, cells)| filled(cells) >= 2).count() >= 2
}

fn read(connection: &Connection, grid: &Grid, import: &BudgetImport, budget: &Budget) -> Result<Reading> {
    let rules = rules_of(connection, budget.application_id)?;
    Ok(read_budget(&grid.rows, import, budget, category_list(&rules)))
}

fn read_in(tx: &mut Tx<'_>, grid: &Grid, import: &BudgetImport) -> Result<Done> {
    let budget = draft(tx.connection(), import.budget_id)?;
    let reading = read(tx.connection(), grid, import, &budget)?;
    if reading.problems > 0 {
        return Err(Error::new(ErrorCode::SheetCellsBad).with("found", reading.problems));
    }
    if reading.lines.is_empty() {
        let expected = [BudgetColumn::Text, BudgetColumn::Amount].map(|column| column.word(Language::Da)).join(", ");
        return Err(Error::new(ErrorCode::SheetColumnMissing).with("expected", expected));
    }
    let mut removed = Vec::new();
    if import.replace {
        for line in lines(tx.connection(), budget.id)?.into_iter().filter(|line| line.side == import.side) {
            remove_where(tx, BudgetCell::TABLE, "budget_line_id", line.id)?;
            tx.delete(BudgetLine::TABLE, i64::from(line.id), i64::from(line.version))?;
            removed.push(line.id);
        }
    }
    let number = next_number(tx.connection(), budget.application_id)?;
    let position = next_position(tx.connection(), budget.id, import.side)?;
    let mut touched = Vec::new();
    for (place, line) in (0..).zip(reading.lines) {
        let line = content(line, BudgetLine::empty(budget.id, number + place, position + place, import.side));
        touched.push(add(tx, &line)?);
    }
    Ok(Done { problems: Vec::new(), touched, removed, now: Summed::load(tx.connection(), budget)? })
}

/// What was read, as a line with its cells.
fn content(read: ReadLine, empty: BudgetLine) -> LineCells {
    let ReadLine { text, category, method, unit, note, source, own_form, origin, cells } = read;
    let line = BudgetLine { text, category, method, unit, note, origin, ..empty }.paid_by(source, own_form);
    let figures = |cell: crate::views::CellView| {
        ((cell.year, cell.period), Figures { quantity: cell.quantity, rate: cell.rate, amount: cell.amount })
    };
    LineCells { line, cells: cells.into_iter().map(figures).collect() }
}
