//! What the municipality has promised, by budget year.

use crate::money::Money;
use crate::report::made::{blocks, body, filled, heading, index, kroner, numbers, paragraphs, reckoned, said, sum, texts};
use crate::report::{Block, Cell, Column, Reckoned, Row, Section, Table};
use crate::scaled::Quantity;
use crate::views::{Ending, ExposureFigures, ExposureGroup, ExposureView};
use crate::words::Language;
use crate::words::say::Value;

/// The sheets: all of it, by committee, by department, by application, and what ends when.
pub fn exposure(view: &ExposureView, language: Language) -> Vec<Section> {
    if view.rows.is_empty() && view.ends.is_empty() && view.without_budget.is_empty() {
        return vec![Section { landscape: true, blocks: vec![Block::paragraph(said("no_exposure", language))] }];
    }
    let note = prices(view, language);
    let mut blocks = vec![Block::heading(2, said("by_budget_year", language))];
    if view.rows.is_empty() {
        blocks.push(Block::paragraph(said("no_budgets", language)));
    } else {
        blocks.push(Block::Table(total(view, &note, language)));
        for (code, groups, none) in
            [("by_committee", &view.by_committee, "no_committee"), ("by_department", &view.by_department, "no_department")]
        {
            if !groups.is_empty() {
                blocks.push(Block::heading(2, said(code, language)));
                blocks.push(Block::Table(by_group(groups, (said(code, language), said(none, language)), &note, language)));
            }
        }
        blocks.extend([Block::heading(2, said("by_application", language)), Block::Table(by_application(view, &note, language))]);
    }
    blocks.push(Block::heading(2, said("what_ends", language)));
    if view.ends.is_empty() {
        blocks.push(Block::paragraph(said("nothing_ends", language)));
    } else {
        blocks.push(Block::Table(ends(&view.ends, language)));
    }
    blocks.extend(left_out(view, language));
    vec![Section { landscape: true, blocks }]
}

/// A budget year, or that it is not allotted to one.
pub(crate) fn year(year: i32, language: Language) -> String {
    if year == 0 { said("not_allotted", language).to_owned() } else { year.to_string() }
}

/// In which prices the amounts are, by which index, and where they are not.
pub(crate) fn prices(view: &ExposureView, language: Language) -> String {
    let Some(level) = view.price_level else { return said("running_prices", language).to_owned() };
    let values = [
        ("level", Value::Year(level)),
        ("vintage", Value::Name(&view.price_index.vintage)),
        ("source", Value::Name(&view.price_index.source)),
    ];
    let mut note = filled("converted_prices", &values, language);
    let not: Vec<String> = view.not_converted.iter().map(|it| year(*it, language)).collect();
    if !not.is_empty() {
        note = format!("{note} {}", filled("not_converted", &[("years", Value::Name(&not.join(", ")))], language));
    }
    note
}

/// The amounts of a year, in the order of the columns.
fn amounts(figures: &ExposureFigures) -> [Money; 7] {
    let it = figures;
    [it.granted, it.pending, it.own_cash, it.own_cash_pending, it.own_staff, it.own_staff_pending, it.gap]
}

/// The columns of figures after the first one.
fn columns(first: Column, language: Language) -> Vec<Column> {
    let codes = [
        "col_granted",
        "col_pending",
        "col_own_cash",
        "col_own_cash_pending",
        "col_own_staff",
        "col_own_staff_pending",
        "col_gap",
        "col_hours",
        "col_fte",
    ];
    std::iter::once(first).chain(codes.iter().map(|code| numbers(said(code, language), 11))).collect()
}

fn quantity(quantity: Quantity) -> Cell {
    let value = quantity.value().normalize();
    let decimals = value.scale();
    Cell::number(value, decimals)
}

fn figures(figures: &ExposureFigures) -> Vec<Cell> {
    let mut cells: Vec<Cell> = amounts(figures).into_iter().map(kroner).collect();
    cells.extend([quantity(figures.own_hours), quantity(figures.own_fte)]);
    cells
}

/// A year of a table, with what stands before its figures.
fn year_row(first: String, of_year: &ExposureFigures) -> Row {
    body(std::iter::once(Cell::text(first)).chain(figures(of_year)).collect())
}

/// The amounts of years added up, as cells of rows; hours and full-time years are not: a full-time year lasts one.
fn sum_row(name: &str, of: &[ExposureFigures], how: &Reckoned, language: Language) -> Row {
    let mut all = [Money::ZERO; 7];
    let mut hours = Quantity::default();
    for of_year in of {
        for (sum, amount) in all.iter_mut().zip(amounts(of_year)) {
            *sum += amount;
        }
        hours = Quantity::from_scaled(hours.scaled().saturating_add(of_year.own_hours.scaled()));
    }
    let money = |amount: &Money| reckoned(amount.kroner(), if amount.oere() % 100 == 0 { 0 } else { 2 }, how.clone());
    let hours = hours.value().normalize();
    let mut cells = vec![Cell::text(if name.is_empty() { said("sum", language) } else { name })];
    cells.extend(all.iter().map(money));
    cells.extend([reckoned(hours, hours.scale(), how.clone()), Cell::Empty]);
    sum(cells)
}

fn total(view: &ExposureView, note: &str, language: Language) -> Table {
    let mut rows: Vec<Row> = view.total.iter().map(|it| year_row(year(it.year, language), it)).collect();
    if rows.len() > 1 {
        rows.push(sum_row("", &view.total, &Reckoned::Down { from: 0, to: index(rows.len() - 1) }, language));
    }
    Table {
        title: said("by_budget_year", language).to_owned(),
        columns: columns(texts(said("col_year", language), 14), language),
        groups: Vec::new(),
        rows,
        note: note.to_owned(),
    }
}

fn by_group(groups: &[ExposureGroup], (title, none): (&str, &str), note: &str, language: Language) -> Table {
    let mut rows = Vec::new();
    for group in groups {
        rows.push(heading(if group.name.is_empty() { none } else { group.name.as_str() }));
        years_of(&mut rows, &group.years, language);
    }
    Table {
        title: title.to_owned(),
        columns: columns(texts(said("col_year", language), 14), language),
        groups: Vec::new(),
        rows,
        note: note.to_owned(),
    }
}

/// The years that have anything, and their sum where there are several.
fn years_of(rows: &mut Vec<Row>, years: &[ExposureFigures], language: Language) {
    let from = rows.len();
    let held: Vec<ExposureFigures> = years.iter().filter(|it| has_anything(it)).cloned().collect();
    rows.extend(held.iter().map(|it| year_row(year(it.year, language), it)));
    if held.is_empty() {
        rows.push(body(
            std::iter::once(Cell::text(said("nothing_these_years", language))).chain((0..9).map(|_| Cell::Empty)).collect(),
        ));
    } else if held.len() > 1 {
        rows.push(sum_row("", &held, &Reckoned::Down { from: index(from), to: index(rows.len() - 1) }, language));
    }
}

fn has_anything(figures: &ExposureFigures) -> bool {
    *figures != ExposureFigures { year: figures.year, ..ExposureFigures::default() }
}

fn by_application(view: &ExposureView, note: &str, language: Language) -> Table {
    let mut rows = Vec::new();
    for row in &view.rows {
        let mut facts = vec![row.title.clone(), row.stage.word(language).to_owned()];
        facts
            .extend([row.funder.clone(), row.department.clone().unwrap_or_default()].into_iter().filter(|fact| !fact.is_empty()));
        if row.undated {
            facts.push(said("undated_budget", language).to_owned());
        }
        rows.push(heading(facts.join(" · ")));
        years_of(&mut rows, &row.years, language);
    }
    Table {
        title: said("by_application", language).to_owned(),
        columns: columns(texts(said("col_year", language), 14), language),
        groups: Vec::new(),
        rows,
        note: note.to_owned(),
    }
}

fn ends(ends: &[Ending], language: Language) -> Table {
    let columns = vec![
        texts(said("col_ends", language), 14),
        texts(said("col_application", language), 26),
        numbers(said("col_days", language), 8),
        numbers(said("col_fte", language), 8),
        numbers(said("col_last_grant", language), 12),
        texts(said("col_activities", language), 24),
        texts(said("col_embedding", language), 26),
    ];
    let row = |it: &Ending| {
        let embedding = if it.embedding_decided { it.embedding.clone() } else { said("not_settled", language).to_owned() };
        body(vec![
            Cell::day(it.ends, language),
            Cell::text(format!("{} ({})", it.title, it.stage.word(language))),
            Cell::number(it.days.into(), 0),
            if it.fte == Quantity::default() { Cell::Empty } else { quantity(it.fte) },
            if it.yearly_grant_of.is_some() { kroner(it.yearly_grant) } else { Cell::Empty },
            Cell::text(it.activities.join("; ")),
            blocks(paragraphs(&embedding)),
        ])
    };
    Table {
        title: said("what_ends", language).to_owned(),
        columns,
        groups: Vec::new(),
        rows: ends.iter().map(row).collect(),
        note: said("what_ends_note", language).to_owned(),
    }
}

/// What stands in no sum, and why.
fn left_out(view: &ExposureView, language: Language) -> Vec<Block> {
    let undated: Vec<&str> = view.rows.iter().filter(|row| row.undated).map(|row| row.title.as_str()).collect();
    let mut all = Vec::new();
    if !undated.is_empty() {
        all.push(Block::paragraph(filled("undated_named", &[("titles", Value::Name(&undated.join("; ")))], language)));
    }
    if !view.without_budget.is_empty() {
        let columns = vec![
            texts(said("col_application", language), 30),
            texts(said("col_stage", language), 16),
            numbers(said("col_requested", language), 14),
            numbers(said("col_total", language), 14),
        ];
        let row = |it: &crate::views::ExposureMissing| {
            body(vec![
                Cell::text(it.title.clone()),
                Cell::text(it.stage.word(language)),
                it.requested.map_or(Cell::Empty, kroner),
                it.total.map_or(Cell::Empty, kroner),
            ])
        };
        let title = said("without_budget", language);
        all.push(Block::heading(2, title));
        all.push(Block::Table(Table {
            title: title.to_owned(),
            columns,
            groups: Vec::new(),
            rows: view.without_budget.iter().map(row).collect(),
            note: said("without_budget_note", language).to_owned(),
        }));
    }
    all
}
