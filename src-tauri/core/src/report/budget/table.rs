//! A budget laid out in columns and rows, before it has a format: what stands in each place and how a figure is made of others.

use std::collections::BTreeSet;

use crate::budgets::{Method, Missing, Side, Source, is_summed};
use crate::error::{Error, ErrorCode, Result};
use crate::money::Money;
use crate::views::{BudgetColumn, BudgetSheet, BudgetView, CellView, LineView};
use rust_decimal::Decimal;

use crate::report::budget::told::{account, told};
use crate::report::budget::words::{of_place, place, said};
use crate::words::Language;

/// What a column has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    /// The line's number.
    Number,
    /// A text of the line.
    Text(BudgetColumn),
    /// What is told of the line after its amounts; it is not read in again.
    Told(Told),
    /// How many, in a year and a part of it.
    Quantity(i32, u32),
    /// Kroner for one.
    Rate(i32, u32),
    /// The amount.
    Amount(i32, u32),
    /// The sum of a year that is split.
    Year(i32),
    /// The sum of all years.
    Total,
}

/// What is told of a line besides what a sheet is read for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Told {
    /// The partner who pays.
    Partner,
    /// Whether it is paid in work or things.
    InKind,
    /// The municipality's own account.
    Account,
}

/// What a row is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowKind {
    /// The heading of a side.
    Heading,
    /// A line.
    Line,
    /// A sum.
    Sum,
    /// A part of a sum.
    Part,
}

/// How a figure is made of others; columns and rows by their place in the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum How {
    /// As it is.
    Typed,
    /// Two columns of its row multiplied, rounded half away from zero to the øre.
    Product(usize, usize),
    /// Columns of its row added up.
    Across(Vec<usize>),
    /// Its column added up from one row to another.
    Down(usize, usize),
    /// The same, only of rows where a column says a word.
    Where(usize, usize, usize, String),
    /// One row of its column less another.
    Less(usize, usize),
}

/// What stands in a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Content {
    /// Nothing: what is not known is not zero.
    Empty,
    /// A text.
    Text(String),
    /// A number that is no amount.
    Number(Decimal),
    /// An amount.
    Amount(Money, How),
    /// A sum that is not known: none of what it would be of has an amount.
    Unknown,
}

/// A row.
#[derive(Clone, Debug)]
pub struct Row {
    /// What it is.
    pub kind: RowKind,
    /// What stands in it, by column.
    pub cells: Vec<Content>,
}

/// The whole of it.
#[derive(Clone, Debug)]
pub struct Table {
    /// Its columns.
    pub columns: Vec<Column>,
    /// What they are called.
    pub headings: Vec<String>,
    /// Its rows.
    pub rows: Vec<Row>,
}

/// Lays out the version a view looks at.
///
/// # Errors
/// `export_failed` where it looks at none, or a sum is too large to hold.
pub fn table(view: &BudgetView, language: Language) -> Result<Table> {
    let sheet = view.sheet.as_ref().ok_or_else(|| Error::new(ErrorCode::ExportFailed).because("no version"))?;
    let columns = columns(sheet);
    let mut table =
        Table { headings: columns.iter().map(|it| heading(*it, sheet, language)).collect(), columns, rows: Vec::new() };
    let [costs, financing] = [Side::Cost, Side::Financing].map(|side| table.side(view, sheet, side, language));
    let ((_, _, costs), (first, last, financing)) = (costs?, financing?);
    let payer = table.columns.iter().position(|column| *column == Column::Text(BudgetColumn::Source));
    let mut of_which = |code: &'static str, source: Source| {
        let Some(payer) = payer else { return Ok(None) };
        let word = source.word(language);
        let is_it = |line: &LineView| line.line.source == Some(source);
        let how = |_| How::Where(first, last, payer, word.to_owned());
        table.sum(RowKind::Part, said(code, language), sheet, &lines_of(sheet, Side::Financing, is_it), how).map(Some)
    };
    if let Some(grant) = of_which("of_which_grant", Source::Grant)? {
        let others = lines_of(sheet, Side::Financing, |line| line.line.source != Some(Source::Grant));
        let granted = table.rows.get(grant).is_some_and(|row| row.cells.iter().any(|cell| matches!(cell, Content::Amount(..))));
        // Nothing can be taken from a sum by one that is not known: all that has an amount is then of the others.
        let how = |_| if granted { How::Less(financing, grant) } else { How::Down(first, last) };
        table.sum(RowKind::Part, said("of_which_co_financing", language), sheet, &others, how)?;
        of_which_own(&mut table, sheet, (first, last), language)?;
    }
    table.missing(said("financing_missing", language), sheet, (costs, financing))?;
    Ok(table)
}

fn of_which_own(table: &mut Table, sheet: &BudgetSheet, (first, last): (usize, usize), language: Language) -> Result<()> {
    let Some(payer) = table.columns.iter().position(|column| *column == Column::Text(BudgetColumn::Source)) else {
        return Ok(());
    };
    let own = lines_of(sheet, Side::Financing, |line| line.line.source == Some(Source::Own));
    let how = |_| How::Where(first, last, payer, Source::Own.word(language).to_owned());
    table.sum(RowKind::Part, said("of_which_own", language), sheet, &own, how).map(drop)
}

fn lines_of(sheet: &BudgetSheet, side: Side, is_it: impl Fn(&LineView) -> bool) -> Vec<&LineView> {
    sheet.lines.iter().filter(|line| line.line.side == side && is_it(line)).collect()
}

/// The columns a version needs: those of texts only where some line has one, quantities and rates only of places
/// where some line is reckoned.
fn columns(sheet: &BudgetSheet) -> Vec<Column> {
    let any = |has: fn(&LineView) -> bool| sheet.lines.iter().any(has);
    let texts: [(BudgetColumn, bool); 6] = [
        (BudgetColumn::Text, true),
        (BudgetColumn::Category, any(|line| !line.line.category.is_empty())),
        (BudgetColumn::Source, any(|line| line.line.source.is_some())),
        (BudgetColumn::OwnForm, any(|line| line.line.own_form.is_some())),
        (BudgetColumn::Origin, any(|line| !line.line.origin.is_empty())),
        (BudgetColumn::Unit, any(|line| line.line.method != Method::Amount || !line.line.unit.is_empty())),
    ];
    let reckoned = |year: i32, part: u32| {
        let cells = sheet.lines.iter().flat_map(|line| &line.cells).filter(|cell| (cell.year, cell.period) == (year, part));
        cells.into_iter().any(|cell| cell.quantity.is_some() || cell.rate.is_some())
    };
    let parts = sheet.budget.period.parts();
    let mut columns = vec![Column::Number];
    columns.extend(texts.iter().filter(|(_, used)| *used).map(|(column, _)| Column::Text(*column)));
    for &year in &sheet.years {
        let mut places: BTreeSet<u32> =
            sheet.lines.iter().flat_map(|line| &line.cells).filter(|cell| cell.year == year).map(|cell| cell.period).collect();
        let split = year != 0 && parts > 0;
        places.extend(if split { 1..=parts } else { 0..=0 });
        for part in places {
            if reckoned(year, part) {
                columns.extend([Column::Quantity(year, part), Column::Rate(year, part)]);
            }
            columns.push(Column::Amount(year, part));
        }
        columns.extend(split.then_some(Column::Year(year)));
    }
    columns.push(Column::Total);
    columns.extend(any(|line| !line.line.note.is_empty()).then_some(Column::Text(BudgetColumn::Note)));
    let told = [
        (Told::Partner, any(|line| line.line.partner_id.is_some())),
        (Told::InKind, any(|line| line.line.in_kind)),
        (Told::Account, any(|line| !account(line, Language::Da).is_empty())),
    ];
    columns.extend(told.into_iter().filter(|(_, used)| *used).map(|(told, _)| Column::Told(told)));
    columns
}

fn heading(column: Column, sheet: &BudgetSheet, language: Language) -> String {
    let at = |year: i32, part: u32| place(year, part, sheet.budget.period, language);
    match column {
        Column::Number => said("number", language).to_owned(),
        Column::Text(column) => column.word(language).to_owned(),
        Column::Told(Told::Partner) => said("partner", language).to_owned(),
        Column::Told(Told::InKind) => said("in_kind", language).to_owned(),
        Column::Told(Told::Account) => said("account", language).to_owned(),
        Column::Quantity(year, part) => of_place(BudgetColumn::Quantity, &at(year, part), year, language),
        Column::Rate(year, part) => of_place(BudgetColumn::Rate, &at(year, part), year, language),
        Column::Amount(year, part) => at(year, part),
        Column::Year(year) => format!("{} {year}", BudgetColumn::Total.word(language)),
        Column::Total => BudgetColumn::Total.word(language).to_owned(),
    }
}

impl Table {
    /// The place of the texts.
    fn text(&self) -> usize {
        self.columns.iter().position(|column| *column == Column::Text(BudgetColumn::Text)).unwrap_or_default()
    }

    fn empty(&self, kind: RowKind, text: &str) -> Row {
        let mut cells = vec![Content::Empty; self.columns.len()];
        if let Some(cell) = cells.get_mut(self.text()) {
            *cell = Content::Text(text.to_owned());
        }
        Row { kind, cells }
    }

    /// The lines of a side between its heading and its sum; gives the places of the first and last line and of the sum. Where there
    /// is no line, an empty row stands for them, so that the sums have something to add up.
    fn side(&mut self, view: &BudgetView, sheet: &BudgetSheet, side: Side, language: Language) -> Result<(usize, usize, usize)> {
        self.rows.push(self.empty(RowKind::Heading, side.word(language)));
        let first = self.rows.len();
        let lines = lines_of(sheet, side, |_| true);
        for line in &lines {
            let cells = (0..self.columns.len()).map(|at| self.content(view, line, at, language)).collect::<Result<_>>()?;
            self.rows.push(Row { kind: RowKind::Line, cells });
        }
        if lines.is_empty() {
            self.rows.push(Row { kind: RowKind::Line, cells: vec![Content::Empty; self.columns.len()] });
        }
        let last = self.rows.len() - 1;
        let name = if side == Side::Cost { "costs_total" } else { "financing_total" };
        let sum = self.sum(RowKind::Sum, said(name, language), sheet, &lines, |_| How::Down(first, last))?;
        Ok((first, last, sum))
    }

    /// What stands in a column of a line.
    fn content(&self, view: &BudgetView, line: &LineView, at: usize, language: Language) -> Result<Content> {
        let Some(column) = self.columns.get(at) else { return Ok(Content::Empty) };
        let cell = |year: i32, part: u32| line.cells.iter().find(|cell| (cell.year, cell.period) == (year, part));
        let number = |number: Option<Decimal>| number.map_or(Content::Empty, Content::Number);
        Ok(match *column {
            Column::Number => Content::Number(Decimal::from(line.line.number)),
            Column::Text(column) => match text(view, line, column, language) {
                text if text.is_empty() => Content::Empty,
                text => Content::Text(text),
            },
            Column::Told(what) => match told(view, line, what, language) {
                text if text.is_empty() => Content::Empty,
                text => Content::Text(text),
            },
            Column::Quantity(year, part) => {
                number(cell(year, part).and_then(|cell| cell.quantity).map(|it| it.value().normalize()))
            }
            Column::Rate(year, part) => number(cell(year, part).and_then(|cell| cell.rate).map(|it| it.value().normalize())),
            Column::Amount(year, part) => match cell(year, part) {
                Some(CellView { amount: Some(amount), quantity: Some(_), rate: Some(_), .. }) => {
                    Content::Amount(*amount, How::Product(at.saturating_sub(2), at.saturating_sub(1)))
                }
                Some(CellView { amount: Some(amount), .. }) => Content::Amount(*amount, How::Typed),
                _ => Content::Empty,
            },
            Column::Year(_) | Column::Total => match self.figure(&[line], *column)? {
                Some(amount) => Content::Amount(amount, How::Across(self.parts(*column))),
                None => Content::Empty,
            },
        })
    }

    /// The columns a sum is made of.
    fn parts(&self, sum: Column) -> Vec<usize> {
        let is_part = |column: &Column| match (sum, *column) {
            (Column::Year(of), Column::Amount(year, _)) => year == of,
            (Column::Total, Column::Year(_)) => true,
            (Column::Total, Column::Amount(year, _)) => !self.columns.contains(&Column::Year(year)),
            _ => false,
        };
        self.columns.iter().enumerate().filter(|(_, column)| is_part(column)).map(|(at, _)| at).collect()
    }

    /// What lines come to in a column; none where none has an amount there.
    fn figure(&self, lines: &[&LineView], column: Column) -> Result<Option<Money>> {
        let is_in = |cell: &&CellView| match column {
            Column::Amount(year, part) => (cell.year, cell.period) == (year, part),
            Column::Year(year) => cell.year == year,
            Column::Total => true,
            Column::Number | Column::Text(_) | Column::Told(_) | Column::Quantity(..) | Column::Rate(..) => false,
        };
        let mut amounts = lines.iter().flat_map(|line| &line.cells).filter(is_in).filter_map(|cell| cell.amount);
        let Some(first) = amounts.next() else { return Ok(None) };
        let sum = amounts.try_fold(first, Money::checked_add);
        sum.map(Some).ok_or_else(|| Error::new(ErrorCode::ExportFailed).because("a sum is too large"))
    }

    /// A row of sums of lines; gives its place.
    fn sum(
        &mut self,
        kind: RowKind,
        text: &str,
        sheet: &BudgetSheet,
        lines: &[&LineView],
        how: impl Fn(usize) -> How,
    ) -> Result<usize> {
        let mut row = self.empty(kind, text);
        let known = is_summed(lines.iter().map(|line| line.total.is_some()), sheet.lines.iter().any(|line| line.total.is_some()));
        for (at, (column, cell)) in self.columns.iter().zip(&mut row.cells).enumerate() {
            if matches!(column, Column::Amount(..) | Column::Year(_) | Column::Total) {
                *cell = match self.figure(lines, *column)? {
                    _ if !known => Content::Unknown,
                    sum => Content::Amount(sum.unwrap_or_default(), how(at)),
                };
            }
        }
        self.rows.push(row);
        Ok(self.rows.len() - 1)
    }

    /// The row of what is missing: costs less financing, in all and of the years it can be said of.
    fn missing(&mut self, text: &str, sheet: &BudgetSheet, (costs, financing): (usize, usize)) -> Result<()> {
        let cells = |line: &LineView| -> Vec<(Side, i32, Money)> {
            line.cells.iter().filter_map(|cell| Some((line.line.side, cell.year, cell.amount?))).collect()
        };
        let is_allotted = Missing::of(sheet.lines.iter().flat_map(cells)).is_allotted();
        let mut row = self.empty(RowKind::Sum, text);
        let amount = |row: usize, at: usize| match self.rows.get(row).and_then(|row| row.cells.get(at)) {
            Some(Content::Amount(amount, _)) => Some(*amount),
            _ => None,
        };
        for (at, (column, cell)) in self.columns.iter().zip(&mut row.cells).enumerate() {
            if let (Some(costs_of), Some(financing_of)) = (amount(costs, at), amount(financing, at)) {
                let missing = costs_of
                    .checked_add(-financing_of)
                    .ok_or_else(|| Error::new(ErrorCode::ExportFailed).because("a sum is too large"))?;
                let is_said = is_allotted || *column == Column::Total;
                *cell =
                    if is_said { Content::Amount(missing, How::Less(costs, financing)) } else { Content::Text("–".to_owned()) };
            }
        }
        self.rows.push(row);
        Ok(())
    }
}

/// A text of a line.
fn text(view: &BudgetView, line: &LineView, column: BudgetColumn, language: Language) -> String {
    let line = &line.line;
    match column {
        BudgetColumn::Text => line.text.clone(),
        BudgetColumn::Category => {
            let known = view.categories.iter().find(|category| category.code == line.category);
            known.map_or(line.category.as_str(), |known| known.name.in_language(language)).to_owned()
        }
        BudgetColumn::Source => line.source.map(|source| source.word(language).to_owned()).unwrap_or_default(),
        BudgetColumn::OwnForm => line.own_form.map(|form| form.word(language).to_owned()).unwrap_or_default(),
        BudgetColumn::Origin => line.origin.clone(),
        BudgetColumn::Unit => match line.method {
            Method::Hours => said("hours", language).to_owned(),
            Method::Fte => said("full_time_years", language).to_owned(),
            Method::Amount | Method::Units => line.unit.clone(),
        },
        BudgetColumn::Note => line.note.clone(),
        _ => String::new(),
    }
}
