//! What the figures in a text say, to be kept beside it and compared with what they say later.

use std::collections::HashMap;

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
    let mut found = Found { known, seen: HashMap::new(), said: Vec::new() };
    blocks.into_iter().for_each(|block| found.block(block));
    found.said
}

/// Every figure there is now, in texts and in tables.
pub fn said_now(facts: &CaseFacts) -> Vec<Figure> {
    let mut all = figures(facts);
    let tables: Vec<Block> = lives(facts).iter().flat_map(|choice| live(&choice.code, facts)).collect();
    let in_tables = said_in(&tables, &all);
    let mut in_tables: HashMap<String, Figure> = in_tables.into_iter().map(|figure| (figure.code.clone(), figure)).collect();
    for figure in &mut all {
        figure.cell = in_tables.remove(&figure.code).map(|there| there.cell).unwrap_or_default();
    }
    let mut rest: Vec<Figure> = in_tables.into_values().collect();
    rest.sort_by(|one, other| one.code.cmp(&other.code));
    all.extend(rest);
    all
}

/// What the figures said when a text was accepted or a paper handed in, as it was kept: a list as JSON. Nothing where it is none: the
/// text itself is whole without it.
pub fn said_then(kept: &str) -> Vec<Figure> {
    serde_json::from_str(kept).unwrap_or_default()
}

/// The figures that say something else now than they did.
pub fn changes(was: &[Figure], now: &[Figure]) -> Vec<FigureChange> {
    let now: HashMap<&str, &Figure> = now.iter().map(|now| (now.code.as_str(), now)).collect();
    let change = |was: &Figure| {
        let now = now.get(was.code.as_str());
        let cells = now.filter(|now| !was.cell.is_empty() && !now.cell.is_empty() && now.cell != was.cell);
        let changed = now.is_none_or(|now| now.shown != was.shown);
        changed.then(|| FigureChange {
            code: was.code.clone(),
            label: was.label.clone(),
            subject: was.subject.clone(),
            was: was.shown.clone(),
            now: now.map(|now| now.shown.clone()),
            was_in_cell: cells.map(|_| was.cell.clone()),
            now_in_cell: cells.map(|now| now.cell.clone()),
        })
    };
    was.iter().filter_map(change).collect()
}

struct Found<'a> {
    known: HashMap<&'a str, &'a Figure>,
    /// Where each stands among those said.
    seen: HashMap<String, usize>,
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
            self.says(&run.figure, (&run.text, ""), || run.figure.clone());
        }
    }

    fn table(&mut self, table: &Table) {
        for row in &table.rows {
            let first = row.cells.first().map(first_line).unwrap_or_default();
            for (cell, column) in row.cells.iter().zip(&table.columns) {
                match cell {
                    Cell::Number { figure, .. } if !figure.is_empty() => {
                        let label = || format!("{first}, {}", column.heading).trim_start_matches(", ").to_owned();
                        let shown = cell.shown(Language::Da);
                        self.says(figure, (&shown, &shown), label);
                    }
                    Cell::Text { blocks } => blocks.iter().for_each(|block| self.block(block)),
                    Cell::Empty | Cell::Number { .. } | Cell::Date { .. } => {}
                }
            }
        }
    }

    /// A figure that stands there; `cell` is what a cell of a table says, else empty.
    fn says(&mut self, code: &str, (shown, cell): (&str, &str), label: impl Fn() -> String) {
        if let Some(said) = self.seen.get(code).and_then(|at| self.said.get_mut(*at)) {
            if said.cell.is_empty() {
                cell.clone_into(&mut said.cell);
            }
            return;
        }
        self.seen.insert(code.to_owned(), self.said.len());
        let cell = cell.to_owned();
        self.said.push(match self.known.get(code) {
            Some(known) => Figure { cell, ..(*known).clone() },
            None => {
                let (code, shown) = (code.to_owned(), shown.to_owned());
                Figure { code, label: Text::new(label(), ""), shown, subject: String::new(), cell }
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
