//! Budgets and lines for the tests of the rules.

use crate::budgets::{Budget, BudgetKind, BudgetLine, Method, Period, Side, Source, Vat};

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
    BudgetLine {
        id,
        version: 1,
        budget_id: 1,
        number,
        position: 0,
        side: Side::Cost,
        category: String::new(),
        text: format!("Linje {number}"),
        method: Method::Amount,
        unit: String::new(),
        note: String::new(),
        source: None,
        own_form: None,
        in_kind: false,
        origin: String::new(),
        partner_id: None,
        committee_id: None,
        department_id: None,
        ledger_function: String::new(),
        ledger_dranst: String::new(),
        ledger_art: String::new(),
        ledger_project: String::new(),
        construction: false,
        service_frame: None,
    }
}

/// A financing line whose number is its id.
pub fn financing(id: u32, source: Source) -> BudgetLine {
    BudgetLine { side: Side::Financing, ..line(id, id) }.paid_by(Some(source), None)
}
