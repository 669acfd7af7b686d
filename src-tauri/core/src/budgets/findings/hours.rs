//! The same employee cannot be promised for more hours than a full-time year has.

use std::collections::BTreeMap;

use crate::budgets::findings::found::Found;
use crate::budgets::findings::input::{FindingInput, LineFigures, LineYear};
use crate::budgets::{Finding, FindingCode, FindingState, Method, OwnForm, Side};
use crate::scaled::Quantity;

pub(super) fn hours(input: &FindingInput<'_>, out: &mut Vec<Finding>) {
    let Some(limit) = hours_of(Quantity::from_value(1.into()), input.fte_hours) else { return };
    // By employee and year: what it is called here, and the hours promised here.
    let mut here: BTreeMap<(String, i32), (&str, i64)> = BTreeMap::new();
    let staff =
        |line: &&LineFigures<'_>| line.line.own_form == Some(OwnForm::ExistingStaff) && !line.line.origin.trim().is_empty();
    for line in input.side(Side::Financing).filter(staff) {
        for year in line.years.iter().filter(|year| year.year != 0) {
            if let Some(hours) = promised(line, year, input.fte_hours) {
                let origin = line.line.origin.trim();
                here.entry((key(origin), year.year)).or_insert((origin, 0)).1 += hours.scaled();
            }
        }
    }
    for ((origin, year), (name, own)) in here {
        let elsewhere: Vec<_> = input.promised.iter().filter(|it| it.year == year && key(&it.origin) == origin).collect();
        let total = Quantity::from_scaled(elsewhere.iter().map(|it| it.hours.scaled()).sum::<i64>() + own);
        if total <= limit {
            continue;
        }
        let others: Vec<&str> = elsewhere.iter().map(|it| it.application.as_str()).collect();
        let found = Found::new(FindingCode::HoursPromisedTwice, FindingState::Broken).year(year).facts(|facts| {
            facts.line = Some(name.to_owned());
            facts.other = (!others.is_empty()).then(|| others.join(", "));
            facts.hours = Some(total);
            facts.limit_hours = Some(limit);
        });
        let found =
            found.value("over", crate::words::say::Value::Quantity(Quantity::from_scaled(total.scaled() - limit.scaled())));
        out.push(found.variant(if others.is_empty() { "" } else { "elsewhere" }).said());
    }
}

/// Names that differ only in case and blanks are the same employee.
fn key(origin: &str) -> String {
    origin.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

/// The hours a line promises in a year.
fn promised(line: &LineFigures<'_>, year: &LineYear, fte_hours: u32) -> Option<Quantity> {
    match line.line.method {
        Method::Hours => year.quantity,
        Method::Fte => hours_of(year.quantity, fte_hours),
        Method::Amount | Method::Units => None,
    }
}

/// Full-time years as hours.
fn hours_of(fte: Option<Quantity>, fte_hours: u32) -> Option<Quantity> {
    fte?.scaled().checked_mul(i64::from(fte_hours)).map(Quantity::from_scaled)
}
