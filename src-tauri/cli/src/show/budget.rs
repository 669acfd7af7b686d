//! The budget of an application: its versions, line by line and year by year.

use serde_json::{Map, Value, json};
use tilsagn_core::budgets::{Budget, Finding, Side};
use tilsagn_core::report::{budget_blank_lines as blank_lines, budget_requested_note, budget_version_state};
use tilsagn_core::views::{BudgetView, CellView, LineView, SumKind, YearSums};
use tilsagn_core::{Language, Money};

use crate::failure::Failure;
use crate::output::{self, Format, money};
use crate::show::{kroner, of};
use crate::table::{self, Table};
use crate::words::words;

/// Versions of one application's budget, each looked at on its own.
pub fn budget(versions: &[BudgetView], format: Format, language: Language) -> Result<String, Failure> {
    match format {
        Format::Table => Ok(versions.iter().map(|view| table(view, language)).collect::<Vec<_>>().join("\n")),
        Format::Json => json_of(versions),
        Format::Csv => csv(versions),
    }
}

fn json_of(versions: &[BudgetView]) -> Result<String, Failure> {
    let application = versions.first().map(|view| &view.application);
    output::json(&json!({
        "applicationId": application.map(|it| it.id),
        "application": application.map(|it| &it.title),
        "stated": application.map(|it| json!({
            "requested": money(it.requested), "requestedNote": it.requested_note, "awarded": money(it.awarded), "total": money(it.total), "vat": it.vat,
        })),
        "versions": versions.iter().filter_map(version).collect::<Vec<Value>>(),
        // What is found where there is nothing to look at.
        "findings": versions.iter().filter(|view| view.sheet.is_none()).flat_map(findings).collect::<Vec<Value>>(),
    }))
}

fn version(view: &BudgetView) -> Option<Value> {
    let sheet = view.sheet.as_ref()?;
    let budget = &sheet.budget;
    let current = view.versions.iter().any(|version| version.current && version.budget.id == budget.id);
    let of_side = |side: Side| sheet.lines.iter().filter(move |line| line.line.side == side);
    Some(json!({
        "id": budget.id,
        "position": budget.position,
        "kind": budget.kind,
        "title": budget.title,
        "current": current,
        "inForce": budget.in_force,
        "inForceOn": budget.in_force_on,
        "letter": budget.letter,
        "vat": budget.vat,
        "financingVat": budget.financing_vat,
        "period": budget.period,
        "years": sheet.years,
        "lines": of_side(Side::Cost).map(line).collect::<Vec<Value>>(),
        "financing": of_side(Side::Financing).map(line).collect::<Vec<Value>>(),
        "totals": sums(&sheet.total),
        "totalsByYear": sheet.sums.iter().map(sums).collect::<Vec<Value>>(),
        "findings": findings(view).collect::<Vec<Value>>(),
    }))
}

/// The amounts stand by year, as the years are summed; the parts of a year that is split stand beside them.
fn line(view: &LineView) -> Value {
    let line = &view.line;
    let mut years: Map<String, Value> = Map::new();
    for (year, amount) in by_year(&view.cells) {
        years.insert(year_key(year), money(amount));
    }
    let cell = |cell: &CellView| {
        json!({
            "year": known_year(cell.year), "period": cell.period, "quantity": cell.quantity, "rate": cell.rate,
            "amount": money(cell.amount),
        })
    };
    json!({
        "number": line.number,
        "text": line.text,
        "category": line.category,
        "source": line.source,
        "ownForm": line.own_form,
        "inKind": line.in_kind,
        "origin": line.origin,
        "method": line.method,
        "unit": line.unit,
        "note": line.note,
        "years": years,
        "total": money(view.total),
        "cells": view.cells.iter().map(cell).collect::<Vec<Value>>(),
    })
}

/// The sum of each year's parts; none where no part has an amount.
fn by_year(cells: &[CellView]) -> Vec<(i32, Option<Money>)> {
    let mut years: Vec<(i32, Option<Money>)> = Vec::new();
    for cell in cells {
        match years.last_mut().filter(|(year, _)| *year == cell.year) {
            Some((_, sum)) => {
                *sum = match (*sum, cell.amount) {
                    (Some(sum), Some(amount)) => Some(sum + amount),
                    (sum, amount) => sum.or(amount),
                };
            }
            None => years.push((cell.year, cell.amount)),
        }
    }
    years
}

fn sums(sums: &YearSums) -> Value {
    json!({
        "year": sums.year.map(known_year),
        "cost": money(sums.known(SumKind::Cost)),
        "financing": money(sums.known(SumKind::Financing)),
        "grant": money(sums.known(SumKind::Grant)),
        "coFinancing": money(sums.known(SumKind::CoFinancing)),
        "own": money(sums.known(SumKind::Own)),
        "ownCash": money(sums.known(SumKind::OwnCash)),
        "ownKind": money(sums.known(SumKind::OwnKind)),
        "ownHours": sums.own_hours,
        "ownFte": sums.own_fte,
        "gap": money(sums.known(SumKind::Gap)),
        "blankCosts": sums.blank_costs,
        "blankFinancing": sums.blank_financing,
    })
}

fn findings(view: &BudgetView) -> impl Iterator<Item = Value> {
    view.findings.iter().map(|finding: &Finding| {
        json!({
            "code": finding.code,
            "state": finding.state,
            "rule": finding.rule,
            "year": finding.facts.year,
            "line": finding.facts.line,
            "stated": money(finding.facts.stated),
            "computed": money(finding.facts.computed),
            "difference": money(finding.facts.difference),
            "limit": money(finding.facts.limit),
            "remarks": finding.remarks,
            "text": finding.text.da,
            "textEn": finding.text.en,
            "fix": finding.fix.da,
            "fixEn": finding.fix.en,
            "source": finding.source.as_ref().map(|source| json!({
                "title": source.title, "url": source.url, "on": source.on, "place": source.place,
            })),
        })
    })
}

/// A year; null where an amount is not allotted to one.
fn known_year(year: i32) -> Value {
    if year == 0 { Value::Null } else { year.into() }
}

fn year_key(year: i32) -> String {
    if year == 0 { "notAllotted".to_owned() } else { year.to_string() }
}

fn table(view: &BudgetView, language: Language) -> String {
    let words = words(language);
    let mut text = format!("{}\n", view.application.title);
    if !view.application.requested_note.is_empty() {
        text += &format!("{}\n", budget_requested_note(&view.application.requested_note, language));
    }
    if let Some(sheet) = &view.sheet {
        text += &format!("{}\n", heading(view, &sheet.budget, language));
        let year = |year: &i32| if *year == 0 { words.not_allotted.to_owned() } else { year.to_string() };
        let mut columns = vec![table::right(words.col_number), table::left(words.col_what)];
        columns.extend(sheet.years.iter().map(|it| table::right(&format!("{} (kr.)", year(it)))));
        columns.push(table::right(&format!("{} (kr.)", words.col_total)));
        for side in Side::ALL {
            let mut lines = Table::new(&columns);
            for line in sheet.lines.iter().filter(|line| line.line.side == *side) {
                let found = by_year(&line.cells);
                let of_year = |year: &i32| found.iter().find(|(it, _)| it == year).and_then(|(_, amount)| *amount);
                let mut row = vec![line.line.number.to_string(), line.line.text.clone()];
                row.extend(sheet.years.iter().map(|year| kroner(of_year(year), language)));
                row.push(kroner(line.total, language));
                lines.row(row);
            }
            lines.rule();
            let kind = if *side == Side::Cost { SumKind::Cost } else { SumKind::Financing };
            let mut row = vec![String::new(), words.col_total.to_owned()];
            row.extend(sheet.sums.iter().map(|sums| known(sums.known(kind), language)));
            row.push(known(sheet.total.known(kind), language));
            lines.row(row);
            text += &format!("\n{}\n\n{}", side.word(language), lines.text());
        }
    }
    let blank = blank_lines(view, language);
    if !blank.is_empty() {
        text += &format!("\n{}\n", blank.join(" "));
    }
    if !view.findings.is_empty() {
        text.push('\n');
    }
    for finding in &view.findings {
        text += &format!("{}: {}\n", finding.state.word(language), of(&finding.text, language));
    }
    text
}

/// A sum; a dash where it is not known.
fn known(sum: Option<Money>, language: Language) -> String {
    sum.map_or_else(|| "–".to_owned(), |sum| kroner(Some(sum), language))
}

/// `Ansøgt · Moms ikke oplyst · regnes med fra 26. februar 2009`.
fn heading(view: &BudgetView, budget: &Budget, language: Language) -> String {
    let version = view.versions.iter().find(|version| version.budget.id == budget.id);
    let since = version.map(|version| budget_version_state(version, language)).unwrap_or_default();
    let parts = [budget.kind.word(language), budget.vat.word(language), &since];
    parts.join(" · ")
}

/// A row for every cell.
fn csv(versions: &[BudgetView]) -> Result<String, Failure> {
    let heading = [
        "version", "kind", "side", "number", "text", "category", "source", "ownForm", "method", "unit", "year", "period",
        "quantity", "rate", "amount",
    ];
    let mut rows = Vec::new();
    for sheet in versions.iter().filter_map(|view| view.sheet.as_ref()) {
        for line in &sheet.lines {
            let it = &line.line;
            let start = vec![
                sheet.budget.position.to_string(),
                sheet.budget.kind.code().to_owned(),
                it.side.code().to_owned(),
                it.number.to_string(),
                it.text.clone(),
                it.category.clone(),
                it.source.map_or("", |source| source.code()).to_owned(),
                it.own_form.map_or("", |form| form.code()).to_owned(),
                it.method.code().to_owned(),
                it.unit.clone(),
            ];
            if line.cells.is_empty() {
                rows.push([start.clone(), vec![String::new(); 5]].concat());
            }
            for cell in &line.cells {
                let year = if cell.year == 0 { String::new() } else { cell.year.to_string() };
                let quantity = cell.quantity.map_or_else(String::new, |quantity| quantity.to_string());
                let rate = cell.rate.map_or_else(String::new, |rate| rate.to_string());
                rows.push(
                    [start.clone(), vec![year, cell.period.to_string(), quantity, rate, output::cell(cell.amount)]].concat(),
                );
            }
        }
    }
    output::csv(&heading.map(str::to_owned), rows)
}
