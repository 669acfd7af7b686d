//! What the figures in a text say, to be kept beside it and compared with what they say later.

use std::collections::{HashMap, HashSet};

use crate::committee::prose::ProseBlock;
use crate::report::case::{CaseFacts, figures, live, lives, resolve};
use crate::report::{Block, Cell, Item, Run, Table, plain};
use crate::views::{Figure, FigureChange, Text};
use crate::words::Language;

/// What each figure in a text says now, those of its tables and lists too; each once, in the order they stand there.
pub fn said(prose: &[ProseBlock], facts: &CaseFacts) -> Vec<Figure> {
    said_in(&resolve(prose, facts), &figures(facts))
}

/// What each figure in blocks says; what one of those `known` says elsewhere counts as that.
pub fn said_in<'a>(blocks: impl IntoIterator<Item = &'a Block>, known: &[Figure]) -> Vec<Figure> {
    let known = known.iter().map(|figure| (figure.code.as_str(), figure)).collect();
    let mut found = Found { known, seen: HashSet::new(), said: Vec::new() };
    blocks.into_iter().for_each(|block| found.block(block));
    found.said
}

/// Every figure there is now, in texts and in tables.
pub fn said_now(facts: &CaseFacts) -> Vec<Figure> {
    let mut all = figures(facts);
    let tables: Vec<Block> = lives(facts).iter().flat_map(|choice| live(&choice.code, facts)).collect();
    let in_tables = said_in(&tables, &all);
    let known: HashSet<String> = all.iter().map(|figure| figure.code.clone()).collect();
    all.extend(in_tables.into_iter().filter(|figure| !known.contains(&figure.code)));
    all
}

/// What the figures said when a text was accepted or a paper handed in, as it was kept: a list as JSON. Nothing where it is none: the
/// text itself is whole without it.
pub fn said_then(kept: &str) -> Vec<Figure> {
    serde_json::from_str(kept).unwrap_or_default()
}

/// The figures that say something else now than they did.
pub fn changes(was: &[Figure], now: &[Figure]) -> Vec<FigureChange> {
    let shown: HashMap<&str, &str> = now.iter().map(|now| (now.code.as_str(), now.shown.as_str())).collect();
    let change = |was: &Figure| {
        let now = shown.get(was.code.as_str()).map(|shown| (*shown).to_owned());
        let changed = now.as_deref() != Some(was.shown.as_str());
        changed.then(|| FigureChange { code: was.code.clone(), label: was.label.clone(), was: was.shown.clone(), now })
    };
    was.iter().filter_map(change).collect()
}

struct Found<'a> {
    known: HashMap<&'a str, &'a Figure>,
    seen: HashSet<String>,
    said: Vec<Figure>,
}

impl Found<'_> {
    fn block(&mut self, block: &Block) {
        match block {
            Block::Paragraph { runs } => self.runs(runs),
            Block::List { items, .. } => items.iter().for_each(|item| self.item(item)),
            Block::Table(table) => self.table(table),
            Block::Draft { blocks } => blocks.iter().for_each(|block| self.block(block)),
            Block::Label { .. } | Block::Heading { .. } | Block::PageBreak => {}
        }
    }

    fn item(&mut self, item: &Item) {
        self.runs(&item.runs);
        item.inside.iter().for_each(|block| self.block(block));
    }

    fn runs(&mut self, runs: &[Run]) {
        for run in runs.iter().filter(|run| !run.figure.is_empty()) {
            self.says(&run.figure, &run.text, || run.figure.clone());
        }
    }

    fn table(&mut self, table: &Table) {
        for row in &table.rows {
            let first = row.cells.first().map(first_line).unwrap_or_default();
            for (cell, column) in row.cells.iter().zip(&table.columns) {
                match cell {
                    Cell::Number { figure, .. } if !figure.is_empty() => {
                        let label = || format!("{first}, {}", column.heading).trim_start_matches(", ").to_owned();
                        self.says(figure, &cell.shown(Language::Da), label);
                    }
                    Cell::Text { blocks } => blocks.iter().for_each(|block| self.block(block)),
                    Cell::Empty | Cell::Number { .. } | Cell::Date { .. } => {}
                }
            }
        }
    }

    fn says(&mut self, code: &str, shown: &str, label: impl Fn() -> String) {
        if !self.seen.insert(code.to_owned()) {
            return;
        }
        self.said.push(match self.known.get(code) {
            Some(known) => (*known).clone(),
            None => {
                Figure { code: code.to_owned(), label: Text::new(label(), ""), shown: shown.to_owned(), subject: String::new() }
            }
        });
    }
}

fn first_line(cell: &Cell) -> String {
    match cell {
        Cell::Text { blocks } => match blocks.first() {
            Some(Block::Paragraph { runs }) => plain(runs),
            _ => String::new(),
        },
        other => other.shown(Language::Da),
    }
}
