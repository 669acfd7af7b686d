//! A budget out of a sheet: what each column, row and cell is understood as, before anything is kept.

mod columns;
mod headings;
mod line;
mod rows;
mod values;

#[cfg(test)]
mod tests;

pub use line::ReadLine;

use crate::budgets::{Budget, Category, Side};
use crate::error::ErrorCode;
use crate::import::Row;
use crate::import::budget::columns::{Columns, columns};
use crate::import::budget::headings::words;
use crate::import::budget::line::{Target, plain, read};
use crate::import::budget::rows::{Sums, figures_in, is_aside, is_heading_again, is_sum, label, section};
use crate::import::sheet::{Cell, Places, place_name};
use crate::money::Money;
use crate::views::{
    BudgetColumn, BudgetImport, BudgetImportCell, BudgetImportColumn, BudgetImportRow, BudgetRowKind, SheetNotice, SheetRemark,
};
use crate::words::say::Value;

/// Rows of a budget that are read at most.
pub const MOST_LINES: usize = 5_000;
/// Cells of a budget that are read at most, the empty ones between them counted.
pub const MOST_CELLS: usize = 1_000_000;

/// How a sheet was understood.
pub struct Reading {
    /// Its columns.
    pub columns: Vec<BudgetImportColumn>,
    /// Its rows under the headings.
    pub rows: Vec<BudgetImportRow>,
    /// The lines that come of it.
    pub lines: Vec<ReadLine>,
    /// Their sum; the largest amount there is where it cannot be held.
    pub total: Money,
    /// Cells with a problem that is not mild.
    pub problems: u32,
    /// Whether parts of a year were added up.
    pub summed: bool,
}

/// Sums of a sheet that are told of one by one.
const MOST_SUMS: usize = 3;

impl Reading {
    /// What is to be known of what was read: its own sums that are not the sums of its lines, and parts of a year that were added up.
    pub fn remarks(&self) -> Vec<SheetRemark> {
        let summed = self.summed.then(|| SheetRemark::of(SheetNotice::Summed));
        self.sums_differ().into_iter().chain(summed).collect()
    }

    fn sums_differ(&self) -> Option<SheetRemark> {
        let cells = self.rows.iter().flat_map(|row| row.cells.iter().zip(0..).map(move |(cell, column)| (row.row, column, cell)));
        let mut differing = cells.filter_map(|(row, column, cell)| {
            let error = cell.problem.as_ref().filter(|error| error.code == ErrorCode::SheetSumDiffers)?;
            Some((place_name(row.saturating_sub(1), column), &error.params))
        });
        let first: Vec<_> = differing.by_ref().take(MOST_SUMS).collect();
        let mut more = Places::default();
        differing.for_each(|(cell, _)| more.add(|| cell));
        let said = first.iter().fold(None, |said: Option<SheetRemark>, (cell, figures)| {
            let figure = |name| Value::Name(figures.get(name).map_or("", String::as_str));
            let values = [("cell", Value::Name(cell)), ("stated", figure("stated")), ("computed", figure("computed"))];
            let values = [&values[..], &[("difference", figure("difference"))]].concat();
            let said = said.unwrap_or_else(|| SheetRemark::of(SheetNotice::SumsDiffer));
            Some(said.and("sheet_remark.sum", &values))
        })?;
        Some(if more.count > 0 { more.told(said) } else { said })
    }
}

/// Reads the rows of a sheet as lines of one side of a budget. What a person said of columns and rows goes before what is found.
pub fn read_budget(rows: &[Row], import: &BudgetImport, budget: &Budget, categories: &[Category]) -> Reading {
    let columns = columns(rows, budget, &import.columns);
    let target = Target { budget, categories, side: import.side, source: import.source };
    let body = rows.get(columns.heading.map_or(0, |place| place + 1)..).unwrap_or_default();
    let headings = columns.heading.and_then(|place| rows.get(place)).map(|(_, cells)| cells.as_slice()).unwrap_or_default();
    let first = body.iter().find_map(|(_, cells)| section_of(&columns, cells));
    // Lines above the first heading of a side are of the other.
    let mut side = match first {
        Some(Side::Financing) => Side::Cost,
        Some(Side::Cost) => Side::Financing,
        None => import.side,
    };
    let mut sums = Sums::new(columns.all.len());
    let mut reading = Reading {
        columns: columns
            .all
            .iter()
            .map(|it| BudgetImportColumn { heading: it.heading.clone(), choice: it.choice.clone() })
            .collect(),
        rows: Vec::new(),
        lines: Vec::new(),
        total: Money::ZERO,
        problems: 0,
        summed: columns.are_summed(budget),
    };
    for (number, cells) in body {
        if let Some(now) = section_of(&columns, cells) {
            side = now;
        }
        let chosen = import.rows.iter().find(|choice| choice.row == *number).map(|choice| choice.reads);
        let kind = chosen.unwrap_or_else(|| match kind(&columns, headings, cells, &sums) {
            BudgetRowKind::Line | BudgetRowKind::Sum if side != import.side => BudgetRowKind::Ignored,
            kind => kind,
        });
        let shown: Vec<BudgetImportCell> = match kind {
            BudgetRowKind::Line => {
                let (line, shown) = read(&columns, cells, &target);
                sums.add(&columns, cells, &line);
                let amounts = line.cells.iter().filter_map(|cell| cell.amount);
                reading.total = amounts.fold(reading.total, |sum, amount| sum.checked_add(amount).unwrap_or(Money::LARGEST));
                reading.lines.push(line);
                shown
            }
            BudgetRowKind::Sum => sums.hold(&columns, cells),
            BudgetRowKind::Heading | BudgetRowKind::Ignored => {
                if kind == BudgetRowKind::Heading {
                    sums.begin(section_of(&columns, cells).is_some());
                }
                (0..columns.all.len()).map(|at| plain(cells.get(at))).collect()
            }
        };
        let bad = shown.iter().filter(|cell| cell.problem.is_some() && !cell.mild).count();
        reading.problems = reading.problems.saturating_add(u32::try_from(bad).unwrap_or(u32::MAX));
        reading.rows.push(BudgetImportRow { row: *number, reads: kind, cells: shown });
    }
    reading
}

/// The side a heading between lines begins.
fn section_of(columns: &Columns, cells: &[Cell]) -> Option<Side> {
    let label = label(columns, cells);
    (!figures_in(columns, cells) && !is_sum(&label) && !is_aside(&label)).then(|| section(&label)).flatten()
}

/// What a row is, where nobody says.
fn kind(columns: &Columns, headings: &[Cell], cells: &[Cell], sums: &Sums) -> BudgetRowKind {
    let label = label(columns, cells);
    let text = columns.place(BudgetColumn::Text).and_then(|at| cells.get(at)).is_some_and(|cell| *cell != Cell::Empty);
    let others = columns.all.iter().enumerate().filter(|(at, column)| {
        let said = cells.get(*at).is_some_and(|cell| *cell != Cell::Empty);
        said && !matches!(column.choice.reads, BudgetColumn::Text)
    });
    if is_heading_again(columns, headings, cells) {
        return BudgetRowKind::Heading;
    }
    if is_aside(&label) {
        return BudgetRowKind::Ignored;
    }
    if is_sum(&label) {
        return BudgetRowKind::Sum;
    }
    match (text, figures_in(columns, cells), others.count()) {
        (false, true, _) if sums.come_to(columns, cells) => BudgetRowKind::Sum,
        (_, true, _) | (true, false, 1..) => BudgetRowKind::Line,
        (_, false, _) if words(&label).is_empty() => BudgetRowKind::Ignored,
        (_, false, _) => BudgetRowKind::Heading,
    }
}
