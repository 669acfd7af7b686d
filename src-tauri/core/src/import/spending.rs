//! Spending as a ledger's sheet has it: which column is what, and what each row says.

use chrono::NaiveDate;
use rust_decimal::Decimal;

use crate::error::{Error, ErrorCode, Result};
use crate::fold::fold;
use crate::import::intake::cells;
use crate::import::sheet::{Cell, Sheet};
use crate::money::Money;
use crate::record::tidy;
use crate::scaled::Quantity;

/// What a column holds, in the order they are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Column {
    Day,
    Voucher,
    Text,
    Account,
    Amount,
    Hours,
}

/// What each is called, best first: as ledgers and the offices' own sheets have it.
const NAMES: [(Column, &[&str]); 6] = [
    (
        Column::Day,
        &[
            "bogføringsdato",
            "posteringsdato",
            "bogført",
            "bogført den",
            "dato",
            "bilagsdato",
            "valørdato",
            "posting date",
            "date",
        ],
    ),
    (
        Column::Voucher,
        &["bilagsnummer", "bilagsnr", "bilag nr", "bilag", "dokumentnummer", "dokumentnr", "fakturanr", "voucher", "voucher no"],
    ),
    (Column::Text, &["posteringstekst", "bogføringstekst", "tekst", "beskrivelse", "betegnelse", "text", "description"]),
    (
        Column::Account,
        &[
            "kontostreng",
            "konto",
            "kontonummer",
            "kontonr",
            "art",
            "funktion",
            "dranst",
            "psp",
            "psp element",
            "pspelement",
            "projekt",
            "projektnummer",
            "projektnr",
            "omkostningssted",
            "ordre",
            "account",
            "project",
        ],
    ),
    (Column::Amount, &["beløb", "nettobeløb", "beløb ekskl moms", "bogført beløb", "forbrug", "amount"]),
    (Column::Hours, &["timer", "antal timer", "hours"]),
];

/// A row of the sheet.
#[derive(Clone, Debug, PartialEq)]
pub struct LedgerRow {
    /// Its number in the sheet.
    pub row: u32,
    /// The day it was booked.
    pub booked_on: Option<NaiveDate>,
    /// Voucher; may be empty.
    pub voucher: String,
    /// What.
    pub text: String,
    /// The account, of as many columns as the sheet has for it.
    pub ledger: String,
    /// How much; less than zero where it was taken back.
    pub amount: Option<Money>,
    /// Hours.
    pub hours: Option<Quantity>,
    /// What cannot be read, with row and column.
    pub problem: Option<Error>,
}

/// What a sheet of spending says.
#[derive(Clone, Debug, PartialEq)]
pub struct Ledger {
    /// The headings of day, voucher, text, account, amount and hours; empty where there is none.
    pub headings: Vec<String>,
    /// Its rows.
    pub rows: Vec<LedgerRow>,
}

/// Reads the rows of a sheet by its headings.
///
/// # Errors
/// `sheet_column_missing` where there is no column for the day or the amount.
pub fn ledger(sheet: &Sheet) -> Result<Ledger> {
    let columns = columns(&sheet.headings);
    let has = |column: Column| columns.contains(&Some(column));
    let missing: Vec<&str> = [(Column::Day, "dato"), (Column::Amount, "beløb")]
        .into_iter()
        .filter(|(column, _)| !has(*column))
        .map(|(_, name)| name)
        .collect();
    if !missing.is_empty() {
        return Err(Error::new(ErrorCode::SheetColumnMissing).with("expected", missing.join(", ")));
    }
    let called = |column: Column| {
        let found = sheet.headings.iter().zip(&columns).filter(|(_, found)| **found == Some(column));
        found.map(|(heading, _)| heading.as_str()).collect::<Vec<_>>().join(" + ")
    };
    let headings = NAMES.iter().map(|(column, _)| called(*column)).collect();
    let rows = sheet.rows.iter().map(|(number, cells)| read_row(*number, cells, &columns, &sheet.headings)).collect();
    Ok(Ledger { headings, rows })
}

/// Which column holds what. Each is one column, the one whose name is best, but an account may be spread over several.
fn columns(headings: &[String]) -> Vec<Option<Column>> {
    let headings: Vec<String> = headings.iter().map(|heading| bare(heading)).collect();
    let mut found = vec![None; headings.len()];
    for (column, names) in NAMES {
        let places = names.iter().filter_map(|name| {
            let name = bare(name);
            headings.iter().position(|heading| *heading == name)
        });
        let wanted = if column == Column::Account { headings.len() } else { 1 };
        for place in places.take(wanted) {
            if let Some(column_found) = found.get_mut(place).filter(|found| found.is_none()) {
                *column_found = Some(column);
            }
        }
    }
    found
}

/// A heading to compare: folded, without marks, units and what stands in brackets.
fn bare(heading: &str) -> String {
    let outside = heading.split(['(', '[']).next().filter(|outside| !outside.trim().is_empty()).unwrap_or(heading);
    let [folded, _] = fold(outside);
    let words = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !matches!(*word, "" | "i" | "kr" | "dkk"));
    words.collect::<Vec<_>>().join(" ")
}

fn read_row(row: u32, cells: &[Cell], columns: &[Option<Column>], headings: &[String]) -> LedgerRow {
    let mut read = LedgerRow {
        row,
        booked_on: None,
        voucher: String::new(),
        text: String::new(),
        ledger: String::new(),
        amount: None,
        hours: None,
        problem: None,
    };
    for ((cell, column), heading) in cells.iter().zip(columns).zip(headings) {
        let Some(column) = column else { continue };
        if let Err(error) = read.take(*column, cell) {
            let error = error.in_field(heading).with("row", row).with("column", heading);
            read.problem = read.problem.or(Some(error));
        }
    }
    for (column, lacks) in [(Column::Day, read.booked_on.is_none()), (Column::Amount, read.amount.is_none())] {
        if lacks && read.problem.is_none() {
            let heading =
                headings.iter().zip(columns).find(|(_, found)| **found == Some(column)).map(|(heading, _)| heading.as_str());
            let error = Error::new(ErrorCode::FieldRequired).in_field(heading.unwrap_or_default());
            read.problem = Some(error.with("row", row).with("column", heading.unwrap_or_default()));
        }
    }
    read
}

impl LedgerRow {
    /// Takes what a cell says; an empty one says nothing.
    fn take(&mut self, column: Column, cell: &Cell) -> Result<()> {
        if *cell == Cell::Empty {
            return Ok(());
        }
        let shown = cell.shown();
        cell.reckoned()?;
        match column {
            Column::Day => {
                let wrong = |expected| Error::new(ErrorCode::FieldInvalid).with("found", cell.shown()).with("expected", expected);
                self.booked_on = Some(cells::day(cell).map_err(wrong)?.0);
            }
            Column::Voucher => self.voucher = tidy(&shown),
            Column::Text => self.text = tidy(&shown),
            Column::Account => self.ledger = tidy(&format!("{} {shown}", self.ledger)),
            Column::Amount => self.amount = Some(amount(cell)?),
            Column::Hours => self.hours = Some(hours(cell)?),
        }
        Ok(())
    }
}

/// How far from whole øre a number reckoned by a sheet may be: the sheet's own arithmetic leaves less.
const NOISE: Decimal = Decimal::from_parts(1, 0, 0, false, 6);

/// An amount in whole øre, with its sign.
fn amount(cell: &Cell) -> Result<Money> {
    let wrong = || Error::new(ErrorCode::NotAnAmount).with("found", cell.shown());
    match cell {
        Cell::Number(number) => {
            let exact: Decimal = number.parse().map_err(|_| wrong())?;
            let money =
                Money::from_kroner(exact).filter(|money| money.oere().abs() <= Money::LARGEST.oere()).ok_or_else(wrong)?;
            if (money.kroner() - exact).abs() > NOISE {
                return Err(Error::new(ErrorCode::SheetAmountTooFine).with("found", cell.shown()));
            }
            Ok(money)
        }
        Cell::Text(text) => Money::parse_signed(text),
        _ => Err(wrong()),
    }
}

fn hours(cell: &Cell) -> Result<Quantity> {
    let wrong = || Error::new(ErrorCode::NotANumber).with("found", cell.shown());
    match cell {
        Cell::Number(number) => number.parse::<Decimal>().ok().and_then(Quantity::from_value).ok_or_else(wrong),
        Cell::Text(text) => Quantity::parse_typed(text),
        _ => Err(wrong()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::sheet::Facts;

    fn sheet(headings: &[&str], rows: &[&[Cell]]) -> Sheet {
        let rows = (2..).zip(rows).map(|(number, cells)| (number, cells.to_vec())).collect();
        let headings = headings.iter().map(|heading| (*heading).to_owned()).collect();
        Sheet { names: Vec::new(), name: String::new(), headings, rows, facts: Facts::default() }
    }

    fn text(text: &str) -> Cell {
        Cell::Text(text.to_owned())
    }

    #[test]
    fn headings_are_known_in_many_spellings() {
        for (headings, found) in [
            (&["Dato", "Bilag", "Tekst", "Konto", "Beløb", "Timer"][..], ["Dato", "Bilag", "Tekst", "Konto", "Beløb", "Timer"]),
            (
                &["BOGFØRINGSDATO", "Bilagsnr.", "Posteringstekst", "Kontostreng", "Beløb i kr."],
                ["BOGFØRINGSDATO", "Bilagsnr.", "Posteringstekst", "Kontostreng", "Beløb i kr.", ""],
            ),
            (
                &["Beloeb (kr.)", "Dato", "Posteringsdato", "PSP-element", "Art", "noget"],
                ["Posteringsdato", "", "", "PSP-element + Art", "Beloeb (kr.)", ""],
            ),
            (
                &["Date", "Voucher", "Description", "Account", "Amount", "Hours"],
                ["Date", "Voucher", "Description", "Account", "Amount", "Hours"],
            ),
        ] {
            assert_eq!(ledger(&sheet(headings, &[])).unwrap().headings, found);
        }
        let error = ledger(&sheet(&["Bilag", "Tekst"], &[])).unwrap_err();
        assert_eq!((error.code, error.params["expected"].as_str()), (ErrorCode::SheetColumnMissing, "dato, beløb"));
    }

    #[test]
    fn rows_are_read_with_their_sign_and_bad_cells_named() {
        let headings = ["Dato", "Bilag", "Tekst", "Art", "PSP", "Beløb", "Timer"];
        let row = |day: Cell, amount: Cell, hours: Cell| {
            vec![day, text("4711"), text(" Løn "), text("1.4"), text("XG-1"), amount, hours]
        };
        let rows = [
            row(text("03.05.2019"), text("1.000,50"), Cell::Empty),
            row(text("2019-05-03"), text("\u{2212}1.000,-"), text("7,4")),
            row(Cell::Day(NaiveDate::MIN, None), Cell::Number("-12.349999999999998".into()), Cell::Number("7.4".into())),
            row(text("31.02.2019"), text("x"), Cell::Empty),
            row(text("3/5 2019"), text("tusind"), Cell::Empty),
            row(Cell::Empty, text("10"), Cell::Empty),
            row(text("3/5 2019"), Cell::Fault("#REF!".into()), Cell::Empty),
            row(text("3/5 2019"), text("5"), text("mange")),
            row(text("3/5 2019"), Cell::Number("12.345".into()), Cell::Empty),
        ];
        let read = ledger(&sheet(&headings, &rows.iter().map(Vec::as_slice).collect::<Vec<_>>())).unwrap().rows;
        assert_eq!(read[0].amount, Some(Money::from_oere(100_050)));
        assert_eq!((read[0].ledger.as_str(), read[0].text.as_str(), read[0].row), ("1.4 XG-1", "Løn", 2));
        assert_eq!(read[1].amount, Some(Money::from_oere(-100_000)));
        assert_eq!(read[1].booked_on, read[0].booked_on);
        assert_eq!(read[1].hours, Some(Quantity::from_scaled(74_000)));
        assert_eq!(read[2].amount, Some(Money::from_oere(-1_235)));
        assert!(read[..3].iter().all(|row| row.problem.is_none()));
        let problems: Vec<_> = read[3..].iter().map(|row| row.problem.clone().unwrap()).collect();
        let named: Vec<_> =
            problems.iter().map(|it| (it.code, it.params["row"].as_str(), it.params["column"].as_str())).collect();
        assert_eq!(
            named,
            [
                (ErrorCode::FieldInvalid, "5", "Dato"),
                (ErrorCode::NotAnAmount, "6", "Beløb"),
                (ErrorCode::FieldRequired, "7", "Dato"),
                (ErrorCode::SheetFormulaFault, "8", "Beløb"),
                (ErrorCode::NotANumber, "9", "Timer"),
                (ErrorCode::SheetAmountTooFine, "10", "Beløb"),
            ]
        );
    }
}
