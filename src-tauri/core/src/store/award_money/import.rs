//! Spending read from a ledger's sheet.

use std::collections::{HashMap, HashSet};
use std::path::Path;

use chrono::NaiveDate;
use rusqlite::Connection;

use crate::applications::Application;
use crate::budgets::{BudgetLine, Chargeable, Spending, VoucherPart, voucher_free};
use crate::error::{Error, ErrorCode, Result};
use crate::import::{Ledger, LedgerRow, Sheet, ledger, line_of, read_sheet};
use crate::money::Money;
use crate::ops::Op;
use crate::store::applications::of;
use crate::store::award_money::load::chargeable;
use crate::store::award_money::vouchers::{VoucherKey, Vouchers, key, vouchers};
use crate::store::records::{record, save};
use crate::store::refuse::has_come;
use crate::store::{Committed, Store};
use crate::views::{SpendingImport, SpendingImportPreview, SpendingImportRow};

/// What a sheet says, and what is to be written of it.
pub struct Read {
    /// As a person sees it.
    pub preview: SpendingImportPreview,
    /// The rows to write.
    ready: Vec<Spending>,
}

/// Reads a sheet beside what is in the file.
pub fn read(store: &Store, import: &SpendingImport, today: NaiveDate) -> Result<Read> {
    let path = Path::new(import.path.trim());
    let sheet = read_sheet(path, import.sheet.as_deref())?;
    let ledger = ledger(&sheet)?;
    let file = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    store.query(|connection| {
        let mut reader = Reader::load(connection, import, &ledger, today)?;
        let rows = ledger.rows.iter().map(|row| reader.row(row)).collect();
        Ok(reader.preview(file, sheet, &ledger, rows))
    })
}

/// Writes the rows that are new, or none where one has a problem.
pub fn run(store: &mut Store, import: &SpendingImport, today: NaiveDate) -> Result<Committed<u32>> {
    let read = read(store, import, today)?;
    if read.preview.problems > 0 {
        return Err(Error::new(ErrorCode::SheetCellsBad).with("found", read.preview.problems));
    }
    store.transact(Op::MoneyImport, |tx| {
        for spending in &read.ready {
            save(tx, spending)?;
        }
        Ok(import.application_id)
    })
}

/// What makes two bookings the same: day, voucher and amount.
type Booking<'a> = (NaiveDate, &'a str, Money);

/// Reads the rows one by one beside what is in the file.
struct Reader {
    application: Application,
    chargeable: Chargeable,
    choices: HashMap<u32, Option<u32>>,
    /// Rows that are in the file already.
    known: HashSet<u32>,
    /// What is charged in the municipality, without what this sheet says again.
    vouchers: Vouchers,
    /// What the rows before this one charge, by voucher.
    added: HashMap<VoucherKey, Vec<VoucherPart>>,
    ready: Vec<Spending>,
    today: NaiveDate,
}

impl Reader {
    fn load(conn: &Connection, import: &SpendingImport, ledger: &Ledger, today: NaiveDate) -> Result<Reader> {
        let application: Application = record(conn, import.application_id)?;
        let spending: Vec<Spending> = of(conn, application.id, "id DESC")?;
        let mut there: HashMap<Booking<'_>, Vec<u32>> = HashMap::new();
        for spending in &spending {
            let booking = (spending.booked_on, spending.voucher.as_str(), spending.amount);
            there.entry(booking).or_default().push(spending.id);
        }
        // A booking the ledger has twice is known as often as the file has it.
        let (mut known, mut again) = (HashSet::new(), HashSet::new());
        for row in &ledger.rows {
            let booking = row.booked_on.zip(row.amount).map(|(day, amount)| (day, row.voucher.as_str(), amount));
            let booking = booking.filter(|_| row.problem.is_none());
            if let Some(id) = booking.and_then(|booking| there.get_mut(&booking)).and_then(Vec::pop) {
                known.insert(row.row);
                again.insert(id);
            }
        }
        let mut vouchers = vouchers(conn, application.id, None)?;
        vouchers.values_mut().for_each(|parts| parts.retain(|(id, _)| !again.contains(id)));
        Ok(Reader {
            chargeable: chargeable(conn, application.id)?,
            choices: import.lines.iter().map(|choice| (choice.row, choice.line_id)).collect(),
            known,
            vouchers,
            added: HashMap::new(),
            ready: Vec::new(),
            application,
            today,
        })
    }

    fn row(&mut self, row: &LedgerRow) -> SpendingImportRow {
        let choice = self.choices.get(&row.row).copied();
        let known = choice != Some(None) && self.known.contains(&row.row);
        let charged = if known || choice == Some(None) { Ok(None) } else { self.charge(row, choice.flatten()).map(Some) };
        SpendingImportRow {
            row: row.row,
            booked_on: row.booked_on,
            voucher: row.voucher.clone(),
            text: row.text.clone(),
            ledger: row.ledger.clone(),
            amount: row.amount,
            line_id: charged.as_ref().ok().copied().flatten(),
            chosen: choice.is_some(),
            known,
            problem: charged.err(),
        }
    }

    /// Charges a row to the line a person chose, else to the one its account fits; gives the line.
    fn charge(&mut self, row: &LedgerRow, chosen: Option<u32>) -> Result<u32> {
        if let Some(problem) = &row.problem {
            return Err(problem.clone());
        }
        let (Some(booked_on), Some(amount)) = (row.booked_on, row.amount) else {
            return Err(Error::new(ErrorCode::FieldRequired));
        };
        has_come("booked_on", Some(booked_on), self.today)?;
        let line = self.line(row, booked_on, chosen)?;
        let (line_id, number) = (line.id, line.number);
        if let Some(voucher) = key(&row.voucher, booked_on) {
            let part = VoucherPart {
                application_id: self.application.id,
                application: self.application.title.clone(),
                line: number,
                voucher: row.voucher.clone(),
                amount,
                total: None,
            };
            self.free(&voucher, &part)?;
            self.added.entry(voucher).or_default().push(part);
        }
        self.ready.push(Spending {
            id: 0,
            version: 0,
            application_id: self.application.id,
            budget_line_id: line_id,
            booked_on,
            voucher: row.voucher.clone(),
            voucher_total: None,
            text: row.text.clone(),
            ledger: row.ledger.clone(),
            amount,
            hours: row.hours,
        });
        Ok(line_id)
    }

    fn line(&self, row: &LedgerRow, booked_on: NaiveDate, chosen: Option<u32>) -> Result<&BudgetLine> {
        if let Some(chosen) = chosen {
            return self.chargeable.line(chosen, booked_on);
        }
        if self.chargeable.budget(booked_on).is_none() {
            return Err(Error::new(ErrorCode::LineNotApproved).with("record", &row.text));
        }
        let found = line_of(self.chargeable.lines(booked_on), &row.ledger)?;
        found.ok_or_else(|| Error::new(ErrorCode::LedgerLineUnknown).with("found", &row.ledger))
    }

    /// That a voucher can be charged. Several rows of one sheet on one voucher are several bookings, not one charged twice; they are
    /// only held to the whole of it where that is said.
    fn free(&self, voucher: &VoucherKey, part: &VoucherPart) -> Result<()> {
        let there = self.vouchers.get(voucher).map(Vec::as_slice).unwrap_or_default();
        let mut others: Vec<&VoucherPart> = there.iter().map(|(_, part)| part).collect();
        if others.iter().any(|other| other.total.is_some()) {
            others.extend(self.added.get(voucher).into_iter().flatten());
        }
        voucher_free(part, &others, false)
    }

    fn preview(self, file: String, sheet: Sheet, ledger: &Ledger, rows: Vec<SpendingImportRow>) -> Read {
        let count = |counts: fn(&SpendingImportRow) -> bool| u32::try_from(rows.iter().filter(|row| counts(row)).count());
        let preview = SpendingImportPreview {
            file,
            notices: sheet.facts.notices(&sheet.names),
            sheets: sheet.names,
            sheet: sheet.name,
            headings: ledger.headings.clone(),
            total: self.ready.iter().map(|spending| spending.amount).sum(),
            ready: u32::try_from(self.ready.len()).unwrap_or(u32::MAX),
            known: count(|row| row.known).unwrap_or(u32::MAX),
            problems: count(|row| row.problem.is_some()).unwrap_or(u32::MAX),
            rows,
        };
        Read { preview, ready: self.ready }
    }
}
