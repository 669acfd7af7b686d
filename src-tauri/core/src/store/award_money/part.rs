//! The records of the money after the award: saving and removing them.

use chrono::NaiveDate;

use crate::applications::Application;
use crate::budgets::*;
use crate::error::{Error, ErrorCode, Result};
use crate::ops::Op;
use crate::record::Record;
use crate::store::Tx;
use crate::store::applications::{put_in_order, put_part};
use crate::store::award_money::load::chargeable;
use crate::store::award_money::vouchers::{key, vouchers};
use crate::store::records::{record, remove, save, untaken};
use crate::store::refuse::{has_come, invalid};
use crate::views::{MoneyPart, MoneyPartKind};

/// The kind of operation a record is saved by.
pub const fn op(kind: MoneyPartKind) -> Op {
    match kind {
        MoneyPartKind::Instalment => Op::MoneyInstalment,
        MoneyPartKind::Account => Op::MoneyAccount,
        MoneyPartKind::Repayment => Op::MoneyRepayment,
        MoneyPartKind::CarryOver => Op::MoneyCarryOver,
        MoneyPartKind::Spending => Op::MoneySpending,
        MoneyPartKind::Forecast => Op::MoneyForecast,
    }
}

/// Which kind a record is.
pub const fn kind(part: &MoneyPart) -> MoneyPartKind {
    match part {
        MoneyPart::Instalment(_) => MoneyPartKind::Instalment,
        MoneyPart::Account(_) => MoneyPartKind::Account,
        MoneyPart::Repayment(_) => MoneyPartKind::Repayment,
        MoneyPart::CarryOver(_) => MoneyPartKind::CarryOver,
        MoneyPart::Spending(_) => MoneyPartKind::Spending,
        MoneyPart::Forecast(_) => MoneyPartKind::Forecast,
    }
}

/// Adds or changes a record; gives its application.
pub fn put(tx: &mut Tx<'_>, part: &MoneyPart, today: NaiveDate) -> Result<u32> {
    match part {
        MoneyPart::Instalment(row) => {
            in_order(&[("requested_on", row.requested_on), ("received_on", row.received_on)], today)?;
            let application = home(tx, row, row.application_id, |row| row.application_id)?;
            put_in_order(tx, row, application)
        }
        MoneyPart::Account(row) => {
            let days = [("to_auditor_on", row.to_auditor_on), ("sent_on", row.sent_on), ("approved_on", row.approved_on)];
            in_order(&days, today)?;
            if let (Some(start), Some(end)) = (row.period_start, row.period_end)
                && end.last_day() < start.first_day()
            {
                return Err(Error::new(ErrorCode::PeriodReversed).in_field("period_end"));
            }
            if let (Some(spent), Some(grant)) = (row.spent, row.grant)
                && grant > spent
            {
                return Err(invalid("grant", grant.kroner_da(), spent.kroner_da()));
            }
            let application = home(tx, row, row.application_id, |row| row.application_id)?;
            put_in_order(tx, row, application)
        }
        MoneyPart::Repayment(row) => {
            in_order(&[("claimed_on", row.claimed_on), ("paid_on", row.paid_on)], today)?;
            let application = home(tx, row, row.application_id, |row| row.application_id)?;
            put_in_order(tx, row, application)
        }
        MoneyPart::CarryOver(row) => {
            in_order(&[("asked_on", row.asked_on), ("approved_on", row.approved_on)], today)?;
            if row.to_year <= row.from_year {
                return Err(invalid("to_year", row.to_year, row.from_year.saturating_add(1)));
            }
            let application = home(tx, row, row.application_id, |row| row.application_id)?;
            put_part(tx, row, application)
        }
        MoneyPart::Spending(row) => put_spending(tx, row, today),
        MoneyPart::Forecast(row) => put_forecast(tx, row, today),
    }
}

/// That days have come, and none is before one that comes before it.
fn in_order(days: &[(&str, Option<NaiveDate>)], today: NaiveDate) -> Result<()> {
    let mut before = None;
    for (field, day) in days {
        has_come(field, *day, today)?;
        match (*day, before) {
            (Some(day), Some(before)) if day < before => return Err(invalid(field, day, before)),
            _ => before = day.or(before),
        }
    }
    Ok(())
}

/// The application of a record: that of the record that is there, or for a new one the application it names, which must be there.
fn home<R: Record>(tx: &Tx<'_>, row: &R, named: u32, of: fn(&R) -> u32) -> Result<u32> {
    if row.id() == 0 {
        return record::<Application>(tx.connection(), named).map(|application| application.id);
    }
    record(tx.connection(), row.id()).map(|saved| of(&saved))
}

fn put_spending(tx: &mut Tx<'_>, row: &Spending, today: NaiveDate) -> Result<u32> {
    has_come("booked_on", Some(row.booked_on), today)?;
    let was: Option<Spending> = if row.id == 0 { None } else { Some(record(tx.connection(), row.id)?) };
    let named = was.as_ref().map_or(row.application_id, |was| was.application_id);
    let application: Application = record(tx.connection(), named)?;
    let chargeable = chargeable(tx.connection(), application.id)?;
    let line = chargeable.line(row.budget_line_id, row.booked_on)?;
    if let Some(voucher) = key(&row.voucher, row.booked_on) {
        let charged = vouchers(tx.connection(), application.id, Some(&voucher.0))?;
        let others = charged.get(&voucher).map(Vec::as_slice).unwrap_or_default();
        let others: Vec<&VoucherPart> = others.iter().filter(|(id, _)| *id != row.id).map(|(_, part)| part).collect();
        let there = was.as_ref().is_some_and(|was| {
            let number = chargeable.any_line(was.budget_line_id).map(|line| line.number);
            key(&was.voucher, was.booked_on).as_ref() == Some(&voucher) && number == Some(line.number)
        });
        let part = VoucherPart {
            application_id: application.id,
            application: application.title,
            line: line.number,
            voucher: voucher.0,
            amount: row.amount,
            total: row.voucher_total,
        };
        voucher_free(&part, &others, there)?;
    }
    save(tx, &Spending { application_id: application.id, budget_line_id: line.id, ..row.clone() })?;
    Ok(application.id)
}

/// What is expected of a line stands on the line of the approved version in force today.
fn put_forecast(tx: &mut Tx<'_>, row: &SpendingForecast, today: NaiveDate) -> Result<u32> {
    has_come("made_on", Some(row.made_on), today)?;
    let line: BudgetLine = record(tx.connection(), row.budget_line_id)?;
    let application = record::<Budget>(tx.connection(), line.budget_id)?.application_id;
    let line_id = chargeable(tx.connection(), application)?.line(line.id, today)?.id;
    let row = SpendingForecast { budget_line_id: line_id, ..row.clone() };
    untaken(tx.connection(), &row, "budget_line_id", "year")?;
    save(tx, &row)?;
    Ok(application)
}

/// Removes a record; gives its application.
pub fn take(tx: &mut Tx<'_>, kind: MoneyPartKind, id: u32, version: u32) -> Result<u32> {
    match kind {
        MoneyPartKind::Instalment => gone::<Instalment>(tx, id, version, |row| row.application_id),
        MoneyPartKind::Account => gone::<Account>(tx, id, version, |row| row.application_id),
        MoneyPartKind::Repayment => gone::<Repayment>(tx, id, version, |row| row.application_id),
        MoneyPartKind::CarryOver => gone::<CarryOver>(tx, id, version, |row| row.application_id),
        MoneyPartKind::Spending => gone::<Spending>(tx, id, version, |row| row.application_id),
        MoneyPartKind::Forecast => {
            let forecast: SpendingForecast = record(tx.connection(), id)?;
            let line: BudgetLine = record(tx.connection(), forecast.budget_line_id)?;
            remove::<SpendingForecast>(tx, id, version, &[])?;
            Ok(record::<Budget>(tx.connection(), line.budget_id)?.application_id)
        }
    }
}

fn gone<R: Record>(tx: &mut Tx<'_>, id: u32, version: u32, application: fn(&R) -> u32) -> Result<u32> {
    let row: R = record(tx.connection(), id)?;
    remove::<R>(tx, id, version, &[])?;
    Ok(application(&row))
}
