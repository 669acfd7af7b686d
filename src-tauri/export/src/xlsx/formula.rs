//! Numbers that follow from others, in the words of a spreadsheet.

use rust_decimal::Decimal;
use rust_xlsxwriter::utility::row_col_to_cell;
use rust_xlsxwriter::{ColNum, RowNum};
use tilsagn_core::report::{Cell, Reckoned, Table};

/// The most a sum may name: fewer than the 255 a spreadsheet takes.
const MOST: usize = 200;

/// What a reckoned number comes to from the cells it names; text and empty cells count nothing, as in a spreadsheet.
fn comes_to(table: &Table, how: &Reckoned, (row, column): (usize, usize)) -> Option<Decimal> {
    let at = |row: usize, column: usize| match table.rows.get(row)?.cells.get(column) {
        Some(Cell::Number { value, .. }) => Some(*value),
        Some(_) => Some(Decimal::ZERO),
        None => None,
    };
    let add = |sum: Decimal, next: Option<Decimal>| sum.checked_add(next?);
    match how {
        Reckoned::Down { from, to } => (*from..=*to).try_fold(Decimal::ZERO, |sum, row| add(sum, at(row as usize, column))),
        Reckoned::Rows { rows } => rows.iter().try_fold(Decimal::ZERO, |sum, row| add(sum, at(*row as usize, column))),
        Reckoned::Across { columns } => columns.iter().try_fold(Decimal::ZERO, |sum, column| add(sum, at(row, *column as usize))),
        Reckoned::Less { row, less } => at(*row as usize, column)?.checked_sub(at(*less as usize, column)?),
    }
}

/// The formula of a number, where reckoning it gives just that number: a sheet never comes to something else than the paper says.
/// `rows` has the place in the sheet of each row of the table.
pub fn formula(table: &Table, how: &Reckoned, value: Decimal, (row, column): (usize, usize), rows: &[RowNum]) -> Option<String> {
    if comes_to(table, how, (row, column)) != Some(value) {
        return None;
    }
    let cell =
        |row: usize, column: usize| rows.get(row).and_then(|row| Some(row_col_to_cell(*row, ColNum::try_from(column).ok()?)));
    let down = |from: u32, to: u32| Some(format!("{}:{}", cell(from as usize, column)?, cell(to as usize, column)?));
    Some(match how {
        Reckoned::Down { from, to } => format!("=SUM({})", down(*from, *to)?),
        Reckoned::Rows { rows } => {
            let parts: Option<Vec<String>> = rows.iter().map(|row| cell(*row as usize, column)).collect();
            sum(&parts?)
        }
        Reckoned::Across { columns } => {
            // A run of columns is a range; what has others between is named one by one.
            let is_run = columns.windows(2).all(|pair| matches!(pair, [one, next] if one + 1 == *next));
            match (columns.first(), columns.last()) {
                (Some(first), Some(last)) if is_run => {
                    format!("=SUM({}:{})", cell(row, *first as usize)?, cell(row, *last as usize)?)
                }
                _ => sum(&columns.iter().map(|column| cell(row, *column as usize)).collect::<Option<Vec<_>>>()?),
            }
        }
        // Without rounding a spreadsheet would leave a trace of binary fractions.
        Reckoned::Less { row, less } => {
            format!("=ROUND({}-{},{})", cell(*row as usize, column)?, cell(*less as usize, column)?, value.scale())
        }
    })
}

fn sum(cells: &[String]) -> String {
    if cells.is_empty() {
        return "=0".to_owned();
    }
    format!("={}", cells.chunks(MOST).map(|cells| format!("SUM({})", cells.join(","))).collect::<Vec<_>>().join("+"))
}
