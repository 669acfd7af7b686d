//! A municipality with any number of budgets, for measuring.

use serde_json::{Value, json};

use crate::error::{Error, ErrorCode, Result};
use crate::import::example::Example;

/// Budget years of each application.
const YEARS: std::ops::RangeInclusive<i32> = 2019..=2022;
/// Cost lines of each, beside a grant and two lines of own financing.
const COSTS: u32 = 7;
/// The largest budget a person works in: lines by years by months.
const LARGE: (u32, std::ops::RangeInclusive<i32>, u32) = (500, 2019..=2028, 12);

/// København with this many granted or sent applications, each with a budget of ten lines and four years, and before them one with
/// 500 lines, ten years and twelve months, a draft. The same every time.
///
/// # Errors
/// None that are foreseen.
pub fn budgets(count: u32) -> Result<Vec<Example>> {
    let mut applications = vec![large()];
    applications.extend((1..=count).map(application));
    let committee = |name: &str| json!({ "name": format!("Udvalg {name}"), "shortName": name, "covers": "" });
    let department = |name: &str| json!({ "name": format!("Forvaltning {name}"), "shortName": name });
    let names: Vec<String> = (1..=7).map(|number| format!("U{number}")).collect();
    let example = json!({
        "municipality": "101",
        "committees": names.iter().map(|name| committee(name)).collect::<Vec<Value>>(),
        "departments": names.iter().map(|name| department(name)).collect::<Vec<Value>>(),
        "applications": applications,
    });
    let example = serde_json::from_value(example).map_err(|error| Error::new(ErrorCode::Unforeseen).because(error))?;
    Ok(vec![example])
}

fn application(number: u32) -> Value {
    let granted = !number.is_multiple_of(3);
    let name = number % 7 + 1;
    let cell = |year: i32, kroner: u32| json!({ "year": year, "amount": format!("{kroner}.00") });
    let cost = |line: u32| {
        let cells: Vec<Value> = YEARS.map(|year| cell(year, 10_000 + 100 * line + number)).collect();
        json!({ "side": "cost", "text": format!("Udgift {line}"), "method": "amount", "cells": cells })
    };
    let paid = |text: &str, source: &str, kroner: u32| {
        let cells: Vec<Value> = YEARS.map(|year| cell(year, kroner)).collect();
        let own_form = (source == "own").then_some("existing_budget");
        json!({ "side": "financing", "text": text, "method": "amount", "source": source, "ownForm": own_form, "cells": cells })
    };
    let staff = {
        let cells: Vec<Value> = YEARS.map(|year| json!({ "year": year, "quantity": "370", "rate": "250" })).collect();
        json!({
            "side": "financing", "text": "Medarbejdere", "method": "hours", "source": "own", "ownForm": "existing_staff", "cells": cells,
        })
    };
    let mut lines: Vec<Value> = (1..=COSTS).map(cost).collect();
    lines.extend([paid("Tilskud", "grant", 60_000), paid("Egne penge", "own", 15_000), staff]);
    let mut steps = vec![json!({ "stage": "submitted", "on": "2018-10-01" })];
    if granted {
        steps.push(json!({ "stage": "granted", "on": "2018-12-01" }));
    }
    json!({
        "key": number.to_string(),
        "funder": "En fond",
        "title": format!("Projekt {number}"),
        "department": format!("Forvaltning U{name}"),
        "role": "recipient",
        "periodStart": "2019-01-01",
        "periodEnd": "2022-12-31",
        "committees": [format!("U{name}")],
        "steps": steps,
        "budgets": [{
            "kind": if granted { "granted" } else { "applied" }, "firstYear": YEARS.start(), "lastYear": YEARS.end(),
            "vat": "excl", "financingVat": "excl", "inForce": true, "inForceOn": "2018-12-01", "lines": lines,
        }],
    })
}

fn large() -> Value {
    let (lines, years, months) = LARGE;
    let line = |line: u32| {
        let cells: Vec<Value> = years
            .clone()
            .flat_map(|year| (1..=months).map(move |month| (year, month)))
            .map(|(year, month)| json!({ "year": year, "period": month, "amount": format!("{}.00", 100 + line + month) }))
            .collect();
        json!({ "side": "cost", "text": format!("Udgift {line}"), "method": "amount", "cells": cells })
    };
    json!({
        "key": "large",
        "funder": "En fond",
        "title": "Det største budget",
        "role": "recipient",
        "steps": [{ "stage": "drafting", "on": "2018-09-01" }],
        "budgets": [{
            "kind": "applied", "firstYear": years.start(), "lastYear": years.end(), "vat": "excl", "financingVat": "excl",
            "period": "month", "lines": (1..=lines).map(line).collect::<Vec<Value>>(),
        }],
    })
}
