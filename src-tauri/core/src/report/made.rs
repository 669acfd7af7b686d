//! Small pieces the reports are put together from.

use chrono::NaiveDate;
use rust_decimal::Decimal;

use crate::money::Money;
use crate::report::{Block, Cell, Column, ColumnKind, PaperKind, Reckoned, Report, Row, RowKind, Run, SCHEMA, Section, Table};
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

/// Stands where an amount cannot be said of a year, because money is not allotted to years.
pub(crate) fn not_said() -> Cell {
    Cell::text("–")
}

/// A table of one row of headings, without the columns that no row has anything in.
pub(crate) fn filled_in(title: &str, columns: Vec<Column>, mut rows: Vec<Row>, note: String) -> Table {
    let said = |at: usize| rows.iter().any(|row| row.cells.get(at).is_some_and(|cell| *cell != Cell::Empty));
    let kept: Vec<bool> = (0..columns.len()).map(said).collect();
    for row in &mut rows {
        let mut kept = kept.iter();
        row.cells.retain(|_| kept.next().copied().unwrap_or(true));
    }
    let columns = columns.into_iter().zip(&kept).filter_map(|(column, kept)| kept.then_some(column)).collect();
    Table { title: title.to_owned(), columns, groups: Vec::new(), rows, note }
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

/// An area as a paper names it in brackets: »Beskæftigelse« of »Beskæftigelsesområdet«.
pub(crate) fn area_label(name: &str) -> &str {
    ["sområdet", "området"].into_iter().find_map(|ending| name.strip_suffix(ending)).unwrap_or(name)
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

fn opening(municipality: &str, as_of: NaiveDate, language: Language) -> String {
    filled("opening", &[("municipality", Value::Name(municipality)), ("day", Value::Date(as_of))], language)
}

impl Report {
    /// The line under the title of every paper that is no case: whose it is and the day it is seen from.
    pub fn opening(&self) -> String {
        opening(&self.municipality, self.as_of, self.language)
    }
}

/// What stands first in every paper that is no case: its title, whose it is and the day it is seen from.
pub(crate) struct Front<'a> {
    /// What it is.
    pub kind: PaperKind,
    /// Title.
    pub title: String,
    /// The municipality's name.
    pub municipality: &'a str,
    /// The day.
    pub as_of: NaiveDate,
    /// The language.
    pub language: Language,
}

impl Front<'_> {
    /// The title and the line under it.
    pub(crate) fn blocks(&self) -> Vec<Block> {
        let opening = opening(self.municipality, self.as_of, self.language);
        vec![Block::heading(1, self.title.clone()), Block::paragraph(opening)]
    }

    /// The report, its first section beginning with the title.
    pub(crate) fn report(self, mut sections: Vec<Section>) -> Report {
        match sections.first_mut() {
            Some(first) => first.blocks.splice(0..0, self.blocks()).for_each(drop),
            None => sections.push(Section { landscape: false, blocks: self.blocks() }),
        }
        Report {
            schema: SCHEMA.to_owned(),
            kind: self.kind,
            title: self.title,
            language: self.language,
            municipality: self.municipality.to_owned(),
            as_of: self.as_of,
            handed_in: None,
            closed: false,
            sections,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_area_in_brackets_is_its_bare_name() {
        let named = ["Beskæftigelsesområdet", "Ældreområdet", "Socialområdet", "Employment", "Helhedsorienteret indsats"];
        let expected = ["Beskæftigelse", "Ældre", "Social", "Employment", "Helhedsorienteret indsats"];
        assert_eq!(named.map(area_label), expected);
    }

    #[test]
    fn a_column_that_no_row_has_anything_in_is_left_out() {
        let columns = || vec![texts("a", 1), texts("b", 1), texts("c", 1)];
        let of = |rows: Vec<Row>| {
            let table = filled_in("t", columns(), rows, String::new());
            let headings: Vec<String> = table.columns.into_iter().map(|column| column.heading).collect();
            (headings.join(""), table.rows.iter().map(|row| row.cells.len()).collect::<Vec<_>>())
        };
        let row = |b: Cell| body(vec![Cell::text("1"), b, Cell::text("3")]);
        assert_eq!(of(vec![row(Cell::Empty), row(Cell::Empty)]), ("ac".to_owned(), vec![2, 2]));
        assert_eq!(of(vec![row(Cell::Empty), row(Cell::text("2"))]), ("abc".to_owned(), vec![3, 3]));
    }
}
