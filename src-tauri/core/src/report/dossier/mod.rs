//! Everything about an application on paper: facts, steps, budgets, money, days, decisions, tasks, notes, documents and history.

mod facts;
mod index;
mod money;
mod parts;

use crate::report::made::Front;
use crate::report::{Block, Cell, Column, ColumnKind, PaperKind, Report, Row, RowKind, Section, Table};
use crate::views::{ApplicationView, BudgetView, DeadlineItem, EffectView, MoneyView, OfficeView};
use crate::words::{Language, word};

pub use index::{CHECKSUMS, INDEX_FORMATS, IndexLine, dossier_index};

/// What a dossier is made of.
#[derive(Debug)]
pub struct DossierFacts<'a> {
    /// The application, with all that belongs to it by the day.
    pub application: &'a ApplicationView,
    /// The municipality's names of departments, people and committees.
    pub office: &'a OfficeView,
    /// Its budgets.
    pub budget: &'a BudgetView,
    /// The money after the award.
    pub money: &'a MoneyView,
    /// The expected effects.
    pub effect: &'a EffectView,
    /// Its days to keep, soonest first.
    pub days: &'a [DeadlineItem],
    /// Closed cases whose points are in it.
    pub closed: bool,
    /// Closed cases that are left out.
    pub left_out: u32,
}

/// The dossier. It is closed where a closed case stands in it.
pub fn dossier(facts: &DossierFacts<'_>, language: Language) -> Report {
    let application = &facts.application.application;
    let mut blocks = Vec::new();
    if facts.left_out > 0 {
        blocks.push(Block::paragraph(said("left_out", language).replace("{count}", &facts.left_out.to_string())));
    }
    let parts: [fn(&DossierFacts<'_>, Language) -> Vec<Block>; 14] = [
        facts::facts,
        facts::steps,
        facts::people,
        parts::plan,
        parts::conditions,
        money::budgets,
        money::after_award,
        money::effects,
        parts::days,
        parts::decisions,
        parts::tasks,
        parts::documents,
        parts::differences,
        parts::history,
    ];
    let (told, empty) = gathered(parts.iter().flat_map(|part| part(facts, language)));
    blocks.extend(told);
    if !empty.is_empty() {
        blocks.push(Block::paragraph(said("not_registered", language).replace("{parts}", &empty.join(", "))));
    }
    let front = Front {
        kind: PaperKind::Dossier,
        title: application.title.clone(),
        municipality: &facts.office.municipality.name,
        as_of: facts.application.as_of,
        language,
    };
    Report { closed: facts.closed, ..front.report(vec![Section { landscape: false, blocks }]) }
}

/// A word or sentence of the dossier.
fn said(code: &'static str, language: Language) -> &'static str {
    word("dossier", code, language)
}

/// What is told, and the headings that nothing stands under, to be said in a line.
fn gathered(all: impl Iterator<Item = Block>) -> (Vec<Block>, Vec<String>) {
    let (mut told, mut empty): (Vec<Block>, Vec<String>) = Default::default();
    let is_heading = |block: Option<&Block>| matches!(block, None | Some(Block::Heading { .. }));
    let mut all = all.peekable();
    while let Some(block) = all.next() {
        match block {
            Block::Heading { text, .. } if is_heading(all.peek()) => {
                let mut letters = text.chars();
                empty.extend(letters.next().map(|first| first.to_lowercase().chain(letters).collect::<String>()));
            }
            block => told.push(block),
        }
    }
    (told, empty)
}

/// A heading, and a table under it where there is anything.
fn part(heading: &'static str, columns: &[(&'static str, ColumnKind, u32)], rows: Vec<Row>, language: Language) -> Vec<Block> {
    let mut blocks = vec![Block::heading(2, said(heading, language))];
    blocks.extend(table(heading, columns, rows, language));
    blocks
}

/// A table, unless there is nothing in it.
fn table(title: &'static str, columns: &[(&'static str, ColumnKind, u32)], rows: Vec<Row>, language: Language) -> Option<Block> {
    if rows.is_empty() {
        return None;
    }
    let columns = columns.iter().map(|(heading, kind, width)| Column {
        heading: said(heading, language).to_owned(),
        kind: *kind,
        width: *width,
    });
    let title = said(title, language).to_owned();
    Some(Block::Table(Table { title, columns: columns.collect(), groups: Vec::new(), rows, note: String::new() }))
}

fn row(cells: Vec<Cell>) -> Row {
    Row { kind: RowKind::Body, cells }
}

/// A text with its lines as paragraphs.
fn text(text: &str) -> Cell {
    let blocks: Vec<Block> = text.lines().map(str::trim).filter(|line| !line.is_empty()).map(Block::paragraph).collect();
    if blocks.is_empty() { Cell::Empty } else { Cell::Text { blocks } }
}

/// A day, where it is known.
fn day(day: Option<chrono::NaiveDate>) -> Cell {
    day.map_or(Cell::Empty, |date| Cell::Date { date })
}

/// Kroner, where they are known.
fn kroner(amount: Option<crate::Money>) -> Cell {
    amount.map_or(Cell::Empty, crate::report::made::kroner)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_without_anything_under_them_are_gathered() {
        let blocks = [
            Block::heading(2, "Partnere"),
            Block::heading(2, "Udvalg"),
            Block::paragraph("BIU"),
            Block::heading(2, "Mål"),
            Block::heading(2, "Historik"),
        ];
        let (told, empty) = gathered(blocks.into_iter());
        assert_eq!(told, [Block::heading(2, "Udvalg"), Block::paragraph("BIU")]);
        assert_eq!(empty, ["partnere", "mål", "historik"]);
    }
}
