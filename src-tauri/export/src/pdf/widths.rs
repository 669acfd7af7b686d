//! How wide the columns of a table are, and which rows fit a page whole.

use tilsagn_core::report::{Cell, ColumnKind, Table};
use tilsagn_core::words::Language;

use crate::columns::{self, Need};

/// Between the text and the edge of an upright and a lying page, points.
pub const MARGIN: f64 = 62.0;
/// Between the edges of an upright page's text, points: A4 less its margins.
pub const UPRIGHT: f64 = 595.27 - 2.0 * MARGIN;
/// Of a lying one.
pub const LYING: f64 = 841.88 - 2.0 * MARGIN;

/// How wide a letter is on the average, in its size.
const LETTER: f64 = 0.55;
/// Text no smaller than this, points: what still does not fit is broken.
const SMALLEST: f64 = 5.0;
/// A row of no more lines stays on one page.
pub const WHOLE: usize = 12;
/// A table of no more lines does.
pub const SMALL: usize = 16;

/// How a table is drawn.
#[derive(Debug, Clone, PartialEq)]
pub struct Drawn {
    /// Size of its text, points.
    pub size: f64,
    /// Between a cell's edge and its text at either side, points.
    pub inset: f64,
    /// The width of each column, points.
    pub widths: Vec<f64>,
    /// What of each is on both sides of its text, points.
    air: Vec<f64>,
}

impl Drawn {
    /// Smaller the more columns there are; as wide as was asked, but for numbers, days and years, that are never broken, and words
    /// where there is room.
    pub fn of(table: &Table, room: f64, language: Language) -> Drawn {
        let (size, inset) = match table.columns.len() {
            0..=7 => (9.5, 5.0),
            8..=11 => (8.5, 5.0),
            _ => (7.5, 3.0),
        };
        let needs = columns::needs(table, language);
        let is_number = |at: usize| table.columns.get(at).is_some_and(|column| column.kind == ColumnKind::Number);
        // Text after numbers has more air before it, as the template draws it.
        let before = |at: usize| if at > 0 && is_number(at - 1) && !is_number(at) { 2.0 * inset } else { 0.0 };
        let air: Vec<f64> = (0..table.columns.len()).map(|at| 2.0 * inset + before(at)).collect();
        let wide = |ems: f64, air: f64, size: f64| ems * size + air + 1.0;
        let figures: f64 = needs.iter().zip(&air).map(|(need, air)| wide(need.figures, *air, size)).sum();
        let size = (size * room / figures).clamp(SMALLEST, size);
        let needs = needs
            .iter()
            .zip(&air)
            .map(|(need, air)| Need { figures: wide(need.figures, *air, size), words: wide(need.words, *air, size) });
        let least = columns::fitting(&needs.collect::<Vec<_>>(), room);
        let shares: Vec<f64> = table.columns.iter().map(|column| f64::from(column.width.max(1))).collect();
        let widths = divided(&shares, &least, room);
        let widths = columns::shared(table, language, widths, &least, |width| (width - 2.0 * inset).max(0.0) / size);
        Drawn { size, inset, widths, air }
    }

    /// How much text of its size fits a line of so many columns from one on.
    pub fn room(&self, from: usize, columns: usize) -> f64 {
        let width: f64 = self.widths.iter().skip(from).take(columns.max(1)).sum();
        (width - self.air.get(from).copied().unwrap_or(2.0 * self.inset)).max(0.0) / self.size
    }

    /// How many lines a row takes, as many as its longest cell.
    pub fn lines(&self, cells: &[Cell], language: Language) -> usize {
        let tall = |(at, cell): (usize, &Cell)| {
            // A count of letters: whole and small.
            let room = ((self.room(at, 1) / LETTER).floor() as usize).max(1);
            let lines = |line: &str| line.chars().count() / room + 1;
            match cell {
                Cell::Text { .. } => cell.shown(language).lines().map(lines).sum(),
                _ => 1,
            }
        };
        cells.iter().enumerate().map(tall).max().unwrap_or(0)
    }
}

/// Room divided by shares, but none less than it needs while there is room.
fn divided(shares: &[f64], needs: &[f64], room: f64) -> Vec<f64> {
    let needed: f64 = needs.iter().sum();
    if needed >= room {
        return needs.iter().map(|need| need * room / needed).collect();
    }
    let mut fixed = vec![false; shares.len()];
    loop {
        let taken: f64 = needs.iter().zip(&fixed).filter(|(_, fixed)| **fixed).map(|(need, _)| need).sum();
        let all: f64 = shares.iter().zip(&fixed).filter(|(_, fixed)| !**fixed).map(|(share, _)| share).sum();
        let width = |at: usize| if fixed[at] { needs[at] } else { (room - taken) * shares[at] / all };
        let widths: Vec<f64> = (0..shares.len()).map(width).collect();
        let too_narrow: Vec<usize> = (0..shares.len()).filter(|at| !fixed[*at] && widths[*at] < needs[*at]).collect();
        if too_narrow.is_empty() {
            return widths;
        }
        too_narrow.into_iter().for_each(|at| fixed[at] = true);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_column_is_as_wide_as_asked_but_never_too_narrow_for_its_numbers() {
        assert_eq!(divided(&[1.0, 3.0], &[10.0, 10.0], 100.0), [25.0, 75.0]);
        assert_eq!(divided(&[1.0, 3.0], &[40.0, 10.0], 100.0), [40.0, 60.0]);
        assert_eq!(divided(&[1.0, 1.0, 8.0], &[20.0, 12.0, 0.0], 100.0), [20.0, 12.0, 68.0]);
        assert_eq!(divided(&[1.0, 1.0], &[150.0, 50.0], 100.0), [75.0, 25.0]);
    }
}
