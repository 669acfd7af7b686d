//! Amounts in whole thousands of kroner, and what is said of it under their table.

use rust_decimal::{Decimal, RoundingStrategy};

use crate::money::Money;
use crate::report::case::figures::kr;
use crate::report::case::say::da;
use crate::report::{Cell, Reckoned, Row};
use crate::views::Text;
use crate::words::say::Value;

/// What an amount is shown in: a thousand kroner, in øre.
const THOUSAND_OERE: i64 = 100_000;

/// Whether anything in a table was rounded.
#[derive(Default)]
pub(super) struct Rounding {
    rounded: bool,
}

impl Rounding {
    /// An amount in whole thousands, rounded half away from zero in what is shown, never in what is summed.
    pub fn cell(&mut self, amount: Money, reckoned: Option<Reckoned>, figure: String) -> Cell {
        self.rounded |= amount.oere() % THOUSAND_OERE != 0;
        Cell::Number { value: Decimal::new(amount.oere(), 5), decimals: 0, reckoned, figure }
    }

    /// That amounts are rounded, what sums are to the krone, and where so that rounded figures do not add up; empty where nothing is.
    pub fn note(&self, rows: &[Row], exact: &[(Text, Money)]) -> String {
        if !self.rounded {
            return String::new();
        }
        let sums: Vec<String> = exact.iter().map(|(label, amount)| format!("{} {}", label.da, kr(*amount))).collect();
        let mut note = da("economy.note_rounded", &[("sums", Value::Name(&sums.join("; ")))]);
        if !adds_up(rows) {
            note = format!("{note} {}", da("economy.note_parts", &[]));
        }
        note
    }
}

fn rounded(cell: Option<&Cell>) -> Decimal {
    match cell {
        Some(Cell::Number { value, .. }) => value.round_dp_with_strategy(0, RoundingStrategy::MidpointAwayFromZero),
        _ => Decimal::ZERO,
    }
}

/// Whether every sum is, as it is shown, what its parts come to as they are shown.
fn adds_up(rows: &[Row]) -> bool {
    let adds = |row: &Row, at: usize, cell: &Cell| {
        let of = |row: u32| rounded(rows.get(row as usize).and_then(|row| row.cells.get(at)));
        let sum: Decimal = match cell {
            Cell::Number { reckoned: Some(Reckoned::Down { from, to }), .. } => (*from..=*to).map(of).sum(),
            Cell::Number { reckoned: Some(Reckoned::Rows { rows }), .. } => rows.iter().map(|row| of(*row)).sum(),
            Cell::Number { reckoned: Some(Reckoned::Across { columns }), .. } => {
                columns.iter().map(|column| rounded(row.cells.get(*column as usize))).sum()
            }
            Cell::Number { reckoned: Some(Reckoned::Less { row, less }), .. } => of(*row) - of(*less),
            _ => return true,
        };
        rounded(Some(cell)) == sum
    };
    rows.iter().all(|row| row.cells.iter().enumerate().all(|(at, cell)| adds(row, at, cell)))
}
