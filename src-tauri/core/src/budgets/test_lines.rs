//! Budgets and lines for the tests of the rules.

use crate::budgets::{Account, Budget, BudgetKind, BudgetLine, Instalment, Period, Side, Source, Spending, Vat};
use crate::calendar::{PartialDate, parse_iso};
use crate::money::Money;

/// A granted version in force.
pub fn budget(first_year: i32, last_year: i32) -> Budget {
    Budget {
        id: 1,
        version: 1,
        application_id: 1,
        position: 1,
        kind: BudgetKind::Granted,
        title: String::new(),
        period: Period::Year,
        first_year,
        last_year,
        vat: Vat::NotStated,
        financing_vat: Vat::NotStated,
        in_force: true,
        in_force_on: None,
        letter: String::new(),
        document_id: None,
        indexed: false,
        note: String::new(),
    }
}

/// A cost line.
pub fn line(id: u32, number: u32) -> BudgetLine {
    BudgetLine { id, version: 1, text: format!("Linje {number}"), ..BudgetLine::empty(1, number, 0, Side::Cost) }
}

/// A financing line whose number is its id.
pub fn financing(id: u32, source: Source) -> BudgetLine {
    BudgetLine { side: Side::Financing, ..line(id, id) }.paid_by(Some(source), None)
}

/// Something spent on a day.
pub fn spent(on: &str, amount: Money) -> Spending {
    Spending {
        id: 1,
        version: 1,
        application_id: 1,
        budget_line_id: 1,
        booked_on: parse_iso(on).unwrap_or_default(),
        voucher: String::new(),
        voucher_total: None,
        text: String::new(),
        ledger: String::new(),
        amount,
        hours: None,
    }
}

/// An instalment that came on a day.
pub fn instalment(received_on: Option<&str>, received: i64, withheld: i64) -> Instalment {
    Instalment {
        id: 1,
        version: 1,
        application_id: 1,
        position: 0,
        title: "1. rate".into(),
        due_on: None,
        requested_on: None,
        requested: None,
        received_on: received_on.and_then(parse_iso),
        received: Some(Money::from_oere(received * 100)),
        withheld: Some(Money::from_oere(withheld * 100)),
        note: String::new(),
    }
}

/// An account to a day.
pub fn account(period_end: &str, approved_on: Option<&str>, approved: Option<i64>) -> Account {
    Account {
        id: 1,
        version: 1,
        application_id: 1,
        position: 0,
        title: "Regnskab".into(),
        period_start: None,
        period_end: PartialDate::parse(period_end),
        due_on: None,
        spent: None,
        grant: None,
        to_auditor_on: None,
        sent_on: None,
        approved_on: approved_on.and_then(parse_iso),
        approved: approved.map(|kroner| Money::from_oere(kroner * 100)),
        document_id: None,
        note: String::new(),
    }
}
