//! A budget as a paper.

mod table;
mod words;

/// The sheet of a budget as the spreadsheet and the text file have it too.
pub mod budget_table {
    pub use super::table::*;
    pub use super::words::said;
}

use crate::budgets::{Finding, Remark, Vat};
use crate::error::Result;
use crate::money::Money;
use crate::report::budget::table::{Column as Place, Content, How, RowKind as PlaceKind, Table as Sheet};
use crate::report::made::{body, filled, index, kroner, numbers, said, texts};
use crate::report::{Block, Cell, Column, Item, ListStyle, Reckoned, Row, RowKind, Run, Section, Table, exposure, number};
use crate::views::{BudgetVersion, BudgetView};
use crate::words::Language;
use crate::words::say::Value;

/// The most columns a page has room for. A sheet with more leaves out months, quantities and rates; the spreadsheet has them all.
const MOST_COLUMNS: usize = 14;

/// The version the view looks at, the versions there are, and what is found about it.
///
/// # Errors
/// `export_failed` where a sum is too large to hold.
pub fn budget(view: &BudgetView, language: Language) -> Result<Vec<Section>> {
    let mut blocks = vec![Block::paragraph(facts(view, language))];
    let title = said("budget_sheet", language);
    blocks.push(Block::heading(2, title));
    match &view.sheet {
        None => blocks.push(Block::paragraph(said("no_budget", language))),
        Some(sheet) => {
            blocks.push(Block::paragraph(version_facts(view, sheet.budget.id, language)));
            blocks.push(Block::Table(sheet_table(&table::table(view, language)?, (title, basis(view, language)), language)));
            if !sheet.budget.note.trim().is_empty() {
                blocks.push(Block::paragraph(sheet.budget.note.trim()));
            }
        }
    }
    if view.versions.len() > 1 {
        let title = said("versions", language);
        blocks.extend([Block::heading(2, title), Block::Table(versions(view, title, language))]);
    }
    if !view.findings.is_empty() {
        blocks.push(Block::heading(2, said("findings", language)));
        let items = view.findings.iter().map(|finding| {
            let state = finding.state.word(language);
            let mut runs = vec![Run::bold(format!("{state}:")), Run::plain(format!(" {}", finding.text.in_language(language)))];
            runs.extend(source(finding, language).map(|source| Run::plain(format!(" {source}"))));
            Item { runs, inside: Vec::new() }
        });
        blocks.push(Block::List { style: ListStyle::Bullets, items: items.collect() });
    }
    Ok(vec![Section { landscape: true, blocks }])
}

/// Where the rule of a finding stands, and that it is the funder's usual one where nobody has read the pool's own.
fn source(finding: &Finding, language: Language) -> Option<String> {
    let source = finding.source.as_ref()?;
    let on = source.on.map(|on| crate::calendar::long(on, language)).unwrap_or_default();
    let stands = [source.title.as_str(), &on, &source.place].into_iter().filter(|part| !part.is_empty());
    let stands = stands.collect::<Vec<_>>().join(", ");
    let usual = finding.remarks.contains(&Remark::FromPreset);
    let code = if usual { "finding_usual_rule" } else { "finding_source" };
    (!stands.is_empty()).then(|| filled(code, &[("source", Value::Name(&stands))], language))
}

/// The application: who gives, its stage, and its period.
fn facts(view: &BudgetView, language: Language) -> String {
    let it = &view.application;
    let mut facts = Vec::new();
    if !it.funder.is_empty() {
        facts.push(it.funder.clone());
    }
    facts.push(it.stage.word(language).to_owned());
    match (it.period_start, it.period_end) {
        (Some(from), Some(to)) => facts.push(format!("{} – {}", from.long(language), to.long(language))),
        (Some(one), None) | (None, Some(one)) => facts.push(one.long(language)),
        (None, None) => {}
    }
    facts.join(" · ")
}

fn name(version: &BudgetVersion, language: Language) -> String {
    let budget = &version.budget;
    let kind = budget.kind.word(language);
    let named = if budget.title.is_empty() { kind.to_owned() } else { format!("{kind} – {}", budget.title) };
    format!("{}. {named}", budget.position)
}

/// Whether a version is a draft, or the day it counts from.
pub(crate) fn version_state(version: &BudgetVersion, language: Language) -> String {
    match (version.budget.in_force, version.budget.in_force_on) {
        (false, _) => said("version_draft", language).to_owned(),
        (true, Some(on)) => filled("version_in_force_on", &[("day", Value::Name(&on.long(language)))], language),
        (true, None) => said("version_in_force", language).to_owned(),
    }
}

fn version_facts(view: &BudgetView, id: u32, language: Language) -> String {
    let Some(version) = view.versions.iter().find(|it| it.budget.id == id) else { return String::new() };
    let mut facts = vec![name(version, language), version_state(version, language)];
    if !version.budget.letter.is_empty() {
        facts.push(version.budget.letter.clone());
    }
    facts.join(" · ")
}

/// The unit, the basis of value added tax and the prices.
fn basis(view: &BudgetView, language: Language) -> String {
    let Some(sheet) = &view.sheet else { return String::new() };
    let vat = |vat: Vat| vat.word(language);
    let (costs, financing) = (vat(sheet.budget.vat), vat(sheet.budget.financing_vat));
    let values = [("costs", Value::Name(costs)), ("financing", Value::Name(financing))];
    let code = if sheet.budget.vat == sheet.budget.financing_vat { "budget_basis" } else { "budget_bases" };
    let mut note = filled(code, &values, language);
    if sheet.budget.indexed {
        note = format!("{note} {}", said("budget_indexed", language));
    }
    note
}

fn versions(view: &BudgetView, title: &str, language: Language) -> Table {
    let columns = vec![
        texts(said("col_version", language), 30),
        texts(said("col_state", language), 24),
        texts(said("col_letter", language), 24),
        numbers(said("col_costs", language), 14),
        numbers(said("col_financing", language), 14),
        numbers(said("col_grant", language), 14),
    ];
    let row = |version: &BudgetVersion| {
        body(vec![
            Cell::text(name(version, language)),
            Cell::text(version_state(version, language)),
            Cell::text(version.budget.letter.clone()),
            kroner(version.cost),
            kroner(version.financing),
            kroner(version.grant),
        ])
    };
    let rows = view.versions.iter().map(row).collect();
    Table { title: title.to_owned(), columns, groups: Vec::new(), rows, note: String::new() }
}

/// The sheet as a table of a paper: what a page has room for, and how each sum follows from what stands there.
fn sheet_table(sheet: &Sheet, (title, note): (&str, String), language: Language) -> Table {
    let kept = kept(sheet);
    let place = |old: usize| kept.iter().position(|at| *at == old).map(index);
    let columns = kept.iter().filter_map(|at| Some(column(*sheet.columns.get(*at)?, sheet.headings.get(*at)?)));
    let mut columns: Vec<Column> = columns.collect();
    let hidden = hidden(sheet, &kept);
    if !hidden.is_empty() {
        columns.push(texts(said("col_made_of", language), 16));
    }
    let rows = sheet.rows.iter().map(|row| {
        let cells = kept.iter().map(|at| match row.cells.get(*at) {
            Some(Content::Text(text)) => Cell::text(text.clone()),
            Some(Content::Number(number)) => Cell::number(*number, number.scale()),
            Some(Content::Amount(amount, how)) => amount_cell(*amount, how_of(sheet, how, &place)),
            Some(Content::Empty) | None => Cell::Empty,
        });
        let made_of = (!hidden.is_empty()).then(|| made_of(row, &hidden, language));
        of_kind(row.kind, cells.chain(made_of).collect())
    });
    let rows = rows.collect();
    Table { title: title.to_owned(), columns, groups: Vec::new(), rows, note }
}

/// The places of quantities and their rates that have no room, with the year.
fn hidden(sheet: &Sheet, kept: &[usize]) -> Vec<(i32, usize, usize)> {
    let of = |(at, place): (usize, &Place)| match place {
        Place::Quantity(year, _) if !kept.contains(&at) => Some((*year, at, at + 1)),
        _ => None,
    };
    sheet.columns.iter().enumerate().filter_map(of).collect()
}

/// »2 × 425.000«, with the years where they differ.
fn made_of(row: &table::Row, hidden: &[(i32, usize, usize)], language: Language) -> Cell {
    let shown = |at: usize| match row.cells.get(at) {
        Some(Content::Number(value)) => Some(number(*value, value.scale(), language)),
        _ => None,
    };
    let all: Vec<(i32, String)> = hidden
        .iter()
        .filter_map(|(year, how_many, rate)| Some((*year, format!("{} × {}", shown(*how_many)?, shown(*rate)?))))
        .collect();
    match all.first() {
        None => Cell::Empty,
        Some((_, first)) if all.iter().all(|(_, one)| one == first) => Cell::text(first.clone()),
        Some(_) => {
            let mut told: Vec<String> =
                all.iter().map(|(year, one)| format!("{}: {one}", exposure::year(*year, language))).collect();
            told.dedup();
            Cell::text(told.join("; "))
        }
    }
}

/// The columns a page has room for.
fn kept(sheet: &Sheet) -> Vec<usize> {
    let all: Vec<usize> = (0..sheet.columns.len()).collect();
    if all.len() <= MOST_COLUMNS {
        return all;
    }
    let is_kept = |at: &usize| match sheet.columns.get(*at) {
        Some(Place::Quantity(..) | Place::Rate(..)) | None => false,
        Some(Place::Amount(year, _)) => !sheet.columns.contains(&Place::Year(*year)),
        Some(_) => true,
    };
    all.into_iter().filter(is_kept).collect()
}

fn column(place: Place, heading: &str) -> Column {
    match place {
        Place::Number => numbers(heading, 4),
        Place::Text(crate::views::BudgetColumn::Text) => texts(heading, 24),
        Place::Text(_) | Place::Told(_) => texts(heading, 13),
        Place::Quantity(..) | Place::Rate(..) => numbers(heading, 9),
        Place::Amount(..) | Place::Year(_) | Place::Total => numbers(heading, 11),
    }
}

fn amount_cell(amount: Money, how: Option<Reckoned>) -> Cell {
    let decimals = if amount.oere() % 100 == 0 { 0 } else { 2 };
    Cell::Number { value: amount.kroner(), decimals, reckoned: how, figure: String::new() }
}

/// How an amount follows from what stands in the table; none where it was given, or what it follows from has no room.
fn how_of(sheet: &Sheet, how: &How, place: &impl Fn(usize) -> Option<u32>) -> Option<Reckoned> {
    match how {
        How::Typed | How::Product(..) => None,
        How::Across(columns) => {
            let columns: Option<Vec<u32>> = columns.iter().map(|at| place(*at)).collect();
            columns.filter(|columns| columns.len() > 1).map(|columns| Reckoned::Across { columns })
        }
        How::Down(from, to) => Some(Reckoned::Down { from: index(*from), to: index(*to) }),
        How::Where(from, to, column, word) => {
            let says = |row: &usize| match sheet.rows.get(*row).and_then(|row| row.cells.get(*column)) {
                Some(Content::Text(text)) => text == word,
                _ => false,
            };
            Some(Reckoned::Rows { rows: (*from..=*to).filter(says).map(index).collect() })
        }
        How::Less(row, less) => Some(Reckoned::Less { row: index(*row), less: index(*less) }),
    }
}

fn of_kind(kind: PlaceKind, cells: Vec<Cell>) -> Row {
    match kind {
        // A heading is one cell over the whole width.
        PlaceKind::Heading => Row {
            kind: RowKind::Heading,
            cells: vec![cells.into_iter().find(|cell| *cell != Cell::Empty).unwrap_or(Cell::Empty)],
        },
        PlaceKind::Line => Row { kind: RowKind::Body, cells },
        PlaceKind::Sum => Row { kind: RowKind::Sum, cells },
        PlaceKind::Part => Row { kind: RowKind::Part, cells },
    }
}
