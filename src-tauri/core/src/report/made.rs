//! Small pieces the reports are put together from.

use rust_decimal::Decimal;

use crate::money::Money;
use crate::report::{Block, Cell, Column, ColumnKind, Reckoned, Row, RowKind, Run};
use crate::words::say::{Value, sentence};
use crate::words::{Language, word};

/// A word or sentence of the reports, from the group `report`.
pub(crate) fn said(code: &'static str, language: Language) -> &'static str {
    word("report", code, language)
}

/// A sentence of the reports with its places filled.
pub(crate) fn filled(code: &str, values: &[(&str, Value<'_>)], language: Language) -> String {
    sentence(&format!("report.{code}"), values).map(|text| text.in_language(language).to_owned()).unwrap_or_default()
}

/// A column of text.
pub(crate) fn texts(heading: impl Into<String>, width: u32) -> Column {
    Column { heading: heading.into(), kind: ColumnKind::Text, width }
}

/// A column of numbers.
pub(crate) fn numbers(heading: impl Into<String>, width: u32) -> Column {
    Column { heading: heading.into(), kind: ColumnKind::Number, width }
}

/// A column of days.
pub(crate) fn dates(heading: impl Into<String>, width: u32) -> Column {
    Column { heading: heading.into(), kind: ColumnKind::Date, width }
}

/// A row of cells.
pub(crate) fn body(cells: Vec<Cell>) -> Row {
    Row { kind: RowKind::Body, cells }
}

/// A row that sums.
pub(crate) fn sum(cells: Vec<Cell>) -> Row {
    Row { kind: RowKind::Sum, cells }
}

/// A heading of the rows below it.
pub(crate) fn heading(text: impl Into<String>) -> Row {
    Row { kind: RowKind::Heading, cells: vec![Cell::text(text)] }
}

/// Whole kroner, the øre where there are any.
pub(crate) fn kroner(amount: Money) -> Cell {
    Cell::number(amount.kroner(), if amount.oere() % 100 == 0 { 0 } else { 2 })
}

/// A number that follows from others.
pub(crate) fn reckoned(value: Decimal, decimals: u32, how: Reckoned) -> Cell {
    Cell::Number { value, decimals, reckoned: Some(how), figure: String::new() }
}

/// A count.
pub(crate) fn count(number: usize) -> Cell {
    Cell::number(Decimal::from(number), 0)
}

/// The index of a row or column.
pub(crate) fn index(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

/// A paragraph for each line that says something.
pub(crate) fn paragraphs(text: &str) -> Vec<Block> {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).map(Block::paragraph).collect()
}

/// A paragraph in bold.
pub(crate) fn strong(text: impl Into<String>) -> Block {
    Block::Paragraph { runs: vec![Run::bold(text)] }
}

/// A cell of paragraphs; nothing where there are none.
pub(crate) fn blocks(blocks: Vec<Block>) -> Cell {
    if blocks.is_empty() { Cell::Empty } else { Cell::Text { blocks } }
}
