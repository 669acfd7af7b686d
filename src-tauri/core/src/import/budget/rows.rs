//! What rows are besides lines: headings between them, sums to hold against what was read, and what is neither.

use crate::budgets::Side;
use crate::error::ErrorCode;
use crate::import::Cell;
use crate::import::budget::columns::{Columns, is_of_figures};
use crate::import::budget::headings::{heading, words};
use crate::import::budget::line::{ReadLine, differs, note, plain};
use crate::import::budget::values::{amount, is_blank};
use crate::money::Money;
use crate::views::{BudgetColumn, BudgetImportCell};

/// What a row is called: its text, or the first text in it.
pub fn label(columns: &Columns, cells: &[Cell]) -> String {
    let said = |cell: &&Cell| matches!(cell, Cell::Text(_)) && !is_blank(cell);
    let text = columns.place(BudgetColumn::Text).and_then(|at| cells.get(at)).filter(said);
    text.or_else(|| cells.iter().find(said)).map(Cell::shown).unwrap_or_default()
}

/// Whether a row has anything in its columns of figures.
pub fn figures_in(columns: &Columns, cells: &[Cell]) -> bool {
    columns
        .all
        .iter()
        .enumerate()
        .any(|(at, column)| is_of_figures(column.choice.reads) && cells.get(at).is_some_and(|cell| !is_blank(cell)))
}

/// Whether a row has the headings once more.
pub fn is_heading_again(columns: &Columns, headings: &[Cell], cells: &[Cell]) -> bool {
    let mut amounts =
        columns.read_as(BudgetColumn::Amount).filter(|(at, _)| headings.get(*at).is_some_and(|cell| heading(cell).is_some()));
    let again = |at: usize| cells.get(at).zip(headings.get(at)).is_some_and(|(cell, heading)| cell.shown() == heading.shown());
    match amounts.next() {
        Some((first, _)) => again(first) && amounts.all(|(at, _)| again(at)),
        None => false,
    }
}

/// Whether a text names a sum.
pub fn is_sum(text: &str) -> bool {
    let words = words(text);
    let word = |at: usize| words.get(at).map(String::as_str);
    let total =
        |word: Option<&str>| matches!(word, Some("total" | "totalt" | "totaler" | "subtotal" | "sum" | "ialt" | "delsum"));
    let samlet = matches!(word(0), Some("samlet" | "samlede"));
    let of_all =
        matches!(word(1), None | Some("budget" | "udgifter" | "udgift" | "sum" | "belob" | "omkostninger" | "finansiering"));
    words.windows(2).any(|pair| pair == ["i", "alt"])
        || total(word(0))
        || total(words.last().map(String::as_str))
        || (samlet && of_all)
}

/// Whether a text names what is in the lines already, or what is left between sums.
pub fn is_aside(text: &str) -> bool {
    let words = words(text);
    let first = words.first().map(String::as_str);
    matches!(first, Some("heraf" | "difference" | "forskel" | "balance" | "saldo" | "gap" | "mangler"))
        || words.windows(2).any(|pair| pair == ["of", "which"])
        || words.windows(2).any(|pair| pair == ["financing", "missing"])
        || words.iter().any(|word| word == "minus")
}

/// The side a heading names.
pub fn section(text: &str) -> Option<Side> {
    let words = words(text);
    let any = |parts: &[&str]| words.iter().any(|word| parts.iter().any(|part| word.contains(part)));
    if any(&["udgift", "omkostning", "expens", "expenditure"]) || words == ["costs"] {
        Some(Side::Cost)
    } else if any(&["finansiering", "indtaegt", "financing", "funding", "income"]) {
        Some(Side::Financing)
    } else {
        None
    }
}

/// What was read so far, by column.
pub struct Sums {
    /// Since the last heading, the last sum, the last heading of a side, and from the beginning.
    since: [Vec<Money>; 4],
    /// Lines since the last sum, and since the last heading of a side.
    lines: [u32; 2],
}

impl Sums {
    /// Nothing yet.
    pub fn new(columns: usize) -> Sums {
        Sums { since: std::array::from_fn(|_| vec![Money::ZERO; columns]), lines: [0; 2] }
    }

    /// A heading: sums under it are of what follows it.
    pub fn begin(&mut self, of_side: bool) {
        let [heading, sum, side, _] = &mut self.since;
        heading.fill(Money::ZERO);
        if of_side {
            sum.fill(Money::ZERO);
            side.fill(Money::ZERO);
            self.lines = [0; 2];
        }
    }

    /// A line that was read.
    pub fn add(&mut self, columns: &Columns, cells: &[Cell], line: &ReadLine) {
        for (at, column) in columns.all.iter().enumerate() {
            let figure = match column.choice.reads {
                BudgetColumn::Amount => cells.get(at).and_then(|cell| amount(cell, column.unit).ok()),
                BudgetColumn::Total => {
                    let of_year = |year: i32| column.choice.year.is_none_or(|wanted| wanted == year);
                    line.cells
                        .iter()
                        .filter(|cell| of_year(cell.year))
                        .filter_map(|cell| cell.amount)
                        .try_fold(Money::ZERO, Money::checked_add)
                }
                _ => None,
            };
            for sum in self.since.iter_mut().filter_map(|sums| sums.get_mut(at)) {
                *sum = figure.and_then(|figure| sum.checked_add(figure)).unwrap_or(*sum);
            }
        }
        self.lines = self.lines.map(|lines| lines + 1);
    }

    /// Whether every figure of a row is the sum of what stands above it.
    pub fn come_to(&self, columns: &Columns, cells: &[Cell]) -> bool {
        let mut stated = stated(columns, cells).peekable();
        self.lines[1] > 0
            && stated.peek().is_some()
            && stated.all(|(at, figure)| figure.is_ok_and(|figure| self.is_sum(at, figure)))
    }

    fn is_sum(&self, at: usize, figure: Money) -> bool {
        self.since.iter().any(|sums| sums.get(at) == Some(&figure))
    }

    /// Holds a sum against what was read.
    pub fn hold(&mut self, columns: &Columns, cells: &[Cell]) -> Vec<BudgetImportCell> {
        let mut shown: Vec<BudgetImportCell> = (0..columns.all.len()).map(|at| plain(cells.get(at))).collect();
        let [_, since_sum, since_side, _] = &self.since;
        let nearest = if self.lines[0] > 0 { since_sum } else { since_side };
        for (at, figure) in stated(columns, cells) {
            match figure {
                Ok(figure) => {
                    note(&mut shown, at, Some(figure.kroner_da()), None);
                    let computed = nearest.get(at).copied().unwrap_or_default();
                    if self.lines[1] > 0 && !self.is_sum(at, figure) {
                        differs(&mut shown, at, ErrorCode::SheetSumDiffers, figure, computed);
                    }
                }
                Err(error) => {
                    note(&mut shown, at, None, Some(error));
                    shown.iter_mut().skip(at).take(1).for_each(|cell| cell.mild = true);
                }
            }
        }
        let [heading, sum, ..] = &mut self.since;
        heading.fill(Money::ZERO);
        sum.fill(Money::ZERO);
        self.lines[0] = 0;
        shown
    }
}

/// The figures of a row in columns of amounts and sums.
fn stated<'a>(columns: &'a Columns, cells: &'a [Cell]) -> impl Iterator<Item = (usize, crate::error::Result<Money>)> + 'a {
    let sums = |reads: BudgetColumn| matches!(reads, BudgetColumn::Amount | BudgetColumn::Total);
    let filled = columns.all.iter().enumerate().filter(move |(_, column)| sums(column.choice.reads));
    filled.filter_map(|(at, column)| {
        let cell = cells.get(at).filter(|cell| !is_blank(cell))?;
        Some((at, amount(cell, column.unit)))
    })
}
