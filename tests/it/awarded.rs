//! A grant that runs: an application, its granted budget, and the money after the award.

use tilsagn_core::Error;
use tilsagn_core::applications::{Application, Stage};
use tilsagn_core::budgets::*;
use tilsagn_core::calendar::PartialDate;
use tilsagn_core::money::Money;
use tilsagn_core::store::Store;
use tilsagn_core::views::*;

use crate::grants::{ApplicationBuilder, date};
use crate::register::day;
use crate::sheet::{draft, new_lines, typed, types};

pub const TODAY: &str = "2026-03-01";

pub fn kroner(kroner: i64) -> Money {
    Money::from_oere(kroner * 100)
}

/// A running project of May 2019 to 2020 with 750.000 kr. granted of 1.000.000 kr., and what it costs: Løn and Kørsel. The budget is
/// in force from 3 May 2019.
pub struct Awarded {
    pub id: u32,
    pub budget: Budget,
    pub wages: u32,
    pub travel: u32,
}

pub fn awarded(store: &mut Store, municipality: u32, title: &str) -> Awarded {
    let granted = |application: Application| Application {
        awarded: Some(kroner(750_000)),
        period_start: PartialDate::parse("2019-05"),
        period_end: PartialDate::parse("2020-12-31"),
        ..application
    };
    let since = date("2019-05-03");
    let id = ApplicationBuilder::to_fund("Fonden", title)
        .at(Stage::Running, since)
        .with(granted)
        .make(store, municipality)
        .application
        .id;
    let view = store.budget_create(&draft(id, BudgetKind::Granted, None), day(TODAY)).unwrap().view;
    let budget = view.sheet.unwrap().budget.id;
    let costs =
        types(store, budget, Side::Cost, new_lines(&[("Løn", &["600.000", "300.000"]), ("Kørsel", &["60.000", "40.000"])]));
    let (wages, travel) = (costs.lines[0].line.id, costs.lines[1].line.id);
    types(store, budget, Side::Financing, new_lines(&[("Tilskud", &["500.000", "250.000"])]));
    let own = types(store, budget, Side::Financing, new_lines(&[("Egne", &["200.000", "50.000"])])).lines[0].line.id;
    types(store, budget, Side::Financing, vec![typed(Some(own), 0, LineField::Source, 0, "Egenfinansiering")]);
    let budget = takes_effect(store, id, budget, "2019-05-03");
    Awarded { id, budget, wages, travel }
}

/// Lets a version of an application's budget take effect on a day.
pub fn takes_effect(store: &mut Store, application: u32, id: u32, on: &str) -> Budget {
    let budget = store.budget(application, Some(id), day(TODAY)).unwrap().sheet.unwrap().budget;
    let freeze = BudgetFreeze {
        id,
        version: budget.version,
        in_force_on: PartialDate::parse(on),
        letter: "Tilskudsbrev".to_owned(),
        document_id: None,
        indexed: false,
    };
    let view = store.budget_freeze(&freeze, day(TODAY)).unwrap().view;
    view.versions.into_iter().find(|version| version.budget.id == id).unwrap().budget
}

pub fn spent(application_id: u32, line: u32, on: &str, voucher: &str, kroner: i64) -> Spending {
    Spending {
        id: 0,
        version: 0,
        application_id,
        budget_line_id: line,
        booked_on: day(on),
        voucher: voucher.to_owned(),
        voucher_total: None,
        text: "Udgift".to_owned(),
        ledger: String::new(),
        amount: self::kroner(kroner),
        hours: None,
    }
}

pub fn instalment(
    application_id: u32,
    title: &str,
    requested_on: Option<&str>,
    received_on: Option<&str>,
    amount: i64,
) -> Instalment {
    Instalment {
        id: 0,
        version: 0,
        application_id,
        position: 0,
        title: title.to_owned(),
        due_on: None,
        requested_on: requested_on.map(day),
        requested: Some(kroner(amount)),
        received_on: received_on.map(day),
        received: Some(kroner(amount)),
        withheld: None,
        note: String::new(),
    }
}

pub fn account(application_id: u32, title: &str) -> Account {
    Account {
        id: 0,
        version: 0,
        application_id,
        position: 0,
        title: title.to_owned(),
        period_start: None,
        period_end: None,
        due_on: None,
        spent: None,
        grant: None,
        to_auditor_on: None,
        sent_on: None,
        approved_on: None,
        approved: None,
        document_id: None,
        note: String::new(),
    }
}

pub fn repayment(application_id: u32, paid_on: Option<&str>, amount: i64) -> Repayment {
    let (reason, note, paid_on) = ("Uforbrugt".to_owned(), String::new(), paid_on.map(day));
    Repayment { id: 0, version: 0, application_id, position: 0, reason, amount: kroner(amount), claimed_on: None, paid_on, note }
}

pub fn carry_over(application_id: u32, from_year: i32, to_year: i32) -> CarryOver {
    let (asked_on, approved_on, note) = (Some(day("2019-11-01")), None, String::new());
    CarryOver { id: 0, version: 0, application_id, from_year, to_year, amount: kroner(100_000), asked_on, approved_on, note }
}

pub fn save(store: &mut Store, part: MoneyPart) -> Result<MoneyView, Error> {
    store.money_part_save(&part, day(TODAY)).map(|changed| changed.view)
}

pub fn charge(store: &mut Store, spending: Spending) -> Result<MoneyView, Error> {
    save(store, MoneyPart::Spending(spending))
}
