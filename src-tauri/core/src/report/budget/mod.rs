//! A budget as a paper.

mod table;
mod told;
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
use crate::report::made::{blocks, body, filled, index, kroner, numbers, said, texts};
use crate::report::{Block, Cell, Column, Item, ListStyle, Reckoned, Row, RowKind, Run, Section, Table, exposure, number};
use crate::views::{BudgetColumn, BudgetVersion, BudgetView};
use crate::words::Language;
use crate::words::say::Value;

/// The most columns a page has room for. A sheet with more leaves out months, quantities and rates; the spreadsheet has them all.
const MOST_COLUMNS: usize = 10;

/// The version the view looks at, the versions there are, and what is found about it.
///
/// # Errors
/// `export_failed` where a sum is too large to hold.
pub fn budget(view: &BudgetView, language: Language) -> Result<Vec<Section>> {
    let mut blocks = vec![Block::paragraph(facts(view, language))];
    let title = said("budget_sheet", language);
    if !view.application.requested_note.is_empty() {
        blocks.insert(1, Block::paragraph(requested_note(&view.application.requested_note, language)));
    }
    blocks.push(Block::heading(2, title));
    match &view.sheet {
        None => blocks.push(Block::paragraph(said("no_budget", language))),
        Some(sheet) => {
            blocks.push(Block::paragraph(version_facts(view, sheet.budget.id, language)));
            blocks.push(Block::Table(sheet_table(&table::table(view, language)?, (title, basis(view, language)), language)));
            blocks.extend(blank_lines(view, language).into_iter().map(Block::paragraph));
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
    let undated = if source.title.is_empty() { "" } else { said("source_undated", language) };
    let on = source.on.map_or_else(|| undated.to_owned(), |on| crate::calendar::long(on, language));
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
pub fn version_state(version: &BudgetVersion, language: Language) -> String {
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
    if sheet.years.contains(&0) {
        note = format!("{note} {}", said("gap_not_said", language));
    }
    note
}

/// The application's own note on the amount.
pub fn requested_note(note: &str, language: Language) -> String {
    filled("requested_note", &[("note", Value::Name(note))], language)
}

/// A sum, or a dash where it is not known.
fn known(sum: Option<Money>) -> Cell {
    sum.map_or_else(|| Cell::text("–"), kroner)
}

/// How many lines of each side have no amount, where any has none: what the sums leave out.
pub fn blank_lines(view: &BudgetView, language: Language) -> Vec<String> {
    let Some(sheet) = &view.sheet else { return Vec::new() };
    let sides = [("blank_costs", sheet.total.blank_costs), ("blank_financing", sheet.total.blank_financing)];
    let said = |(code, lines): (&'static str, u32)| {
        let lines = lines.to_string();
        filled(code, &[("lines", Value::Name(&lines))], language)
    };
    sides.into_iter().filter(|(_, lines)| *lines > 0).map(said).collect()
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
            known(version.cost),
            known(version.financing),
            known(version.grant),
        ])
    };
    let rows = view.versions.iter().map(row).collect();
    Table { title: title.to_owned(), columns, groups: Vec::new(), rows, note: String::new() }
}

/// The sheet as a table of a paper: what a page has room for, and how each sum follows from what stands there. What few lines have
/// stands under the text of the line, so that no column is all but empty.
fn sheet_table(sheet: &Sheet, (title, note): (&str, String), language: Language) -> Table {
    let (kept, hidden) = (kept(sheet), hidden(sheet));
    let place = |old: usize| kept.iter().position(|at| *at == old).map(index);
    let columns = kept.iter().filter_map(|at| Some(column(*sheet.columns.get(*at)?, sheet.headings.get(*at)?)));
    let columns: Vec<Column> = columns.collect();
    let rows = sheet.rows.iter().map(|row| {
        let cells = kept.iter().map(|at| match (row.cells.get(*at), sheet.columns.get(*at)) {
            (Some(Content::Text(text)), Some(Place::Text(BudgetColumn::Text))) if row.kind == PlaceKind::Line => {
                let under = under(sheet, row, (&kept, &hidden), language);
                blocks([text.clone()].into_iter().chain(under).map(Block::paragraph).collect())
            }
            (Some(Content::Text(text)), _) => Cell::text(text.clone()),
            (Some(Content::Number(number)), _) => Cell::number(*number, number.scale()),
            (Some(Content::Amount(amount, how)), _) => amount_cell(*amount, how_of(sheet, how, &place)),
            (Some(Content::Unknown), _) => known(None),
            (Some(Content::Empty) | None, _) => Cell::Empty,
        });
        of_kind(row.kind, cells.collect())
    });
    let rows = rows.collect();
    Table { title: title.to_owned(), columns, groups: Vec::new(), rows, note }
}

/// What stands under the text of a line: how its amounts are made, the texts that have no column, and its note.
fn under(sheet: &Sheet, row: &table::Row, (kept, hidden): (&[usize], &[Hidden]), language: Language) -> Vec<String> {
    let mut facts = Vec::new();
    let mut note = None;
    facts.extend(made_of(sheet, row, hidden, language));
    for (at, place) in sheet.columns.iter().enumerate().filter(|(at, _)| !kept.contains(at)) {
        let Some(Content::Text(text)) = row.cells.get(at) else { continue };
        match place {
            Place::Text(BudgetColumn::Note) => note = Some(text.clone()),
            // The unit stands in how the amounts are made.
            Place::Text(BudgetColumn::Unit) if !facts.is_empty() && !hidden.is_empty() => {}
            Place::Text(_) | Place::Told(_) => {
                let heading = sheet.headings.get(at).map(String::as_str).unwrap_or_default();
                facts.push(format!("{heading}: {text}"));
            }
            _ => {}
        }
    }
    let facts = Some(facts.join(" · ")).filter(|facts| !facts.is_empty());
    facts.into_iter().chain(note).collect()
}

/// The places of a quantity and its rate that have no room, with the year.
type Hidden = (i32, usize, usize);

fn hidden(sheet: &Sheet) -> Vec<Hidden> {
    let kept = kept(sheet);
    let of = |(at, place): (usize, &Place)| match place {
        Place::Quantity(year, _) if !kept.contains(&at) => Some((*year, at, at + 1)),
        _ => None,
    };
    sheet.columns.iter().enumerate().filter_map(of).collect()
}

/// »2 årsværk × 425.000«, with the years where they differ.
fn made_of(sheet: &Sheet, row: &table::Row, hidden: &[Hidden], language: Language) -> Option<String> {
    let shown = |at: usize| match row.cells.get(at) {
        Some(Content::Number(value)) => Some(number(*value, value.scale(), language)),
        _ => None,
    };
    let unit = sheet.columns.iter().position(|place| *place == Place::Text(BudgetColumn::Unit)).and_then(|at| row.cells.get(at));
    let unit = if let Some(Content::Text(unit)) = unit { format!(" {unit}") } else { String::new() };
    let all: Vec<(i32, String)> = hidden
        .iter()
        .filter_map(|(year, how_many, rate)| Some((*year, format!("{}{unit} × {}", shown(*how_many)?, shown(*rate)?))))
        .collect();
    let (_, first) = all.first()?;
    if all.iter().all(|(_, one)| one == first) {
        return Some(first.clone());
    }
    let mut told: Vec<String> = all.iter().map(|(year, one)| format!("{}: {one}", exposure::year(*year, language))).collect();
    told.dedup();
    Some(told.join("; "))
}

/// The columns a page has room for: of texts besides the line's own those that most lines have.
fn kept(sheet: &Sheet) -> Vec<usize> {
    let is_line = |row: &&table::Row| row.kind == PlaceKind::Line;
    let lines = sheet.rows.iter().filter(is_line).count();
    let most_have = |at: usize| {
        let have = sheet.rows.iter().filter(is_line).filter(|row| row.cells.get(at).is_some_and(|it| *it != Content::Empty));
        2 * have.count() > lines
    };
    let is_told = |(at, place): &(usize, &Place)| match place {
        Place::Text(BudgetColumn::Text) => true,
        Place::Text(BudgetColumn::Note) => false,
        Place::Text(_) | Place::Told(_) => most_have(*at),
        _ => true,
    };
    let told: Vec<(usize, &Place)> = sheet.columns.iter().enumerate().filter(is_told).collect();
    let all_fit = told.len() <= MOST_COLUMNS;
    let is_kept = |(_, place): &(usize, &Place)| match place {
        _ if all_fit => true,
        Place::Quantity(..) | Place::Rate(..) => false,
        Place::Amount(year, _) => !sheet.columns.contains(&Place::Year(*year)),
        _ => true,
    };
    told.into_iter().filter(is_kept).map(|(at, _)| at).collect()
}

fn column(place: Place, heading: &str) -> Column {
    match place {
        Place::Number => numbers(heading, 4),
        Place::Text(BudgetColumn::Text) => texts(heading, 40),
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
