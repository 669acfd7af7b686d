//! A report taken apart: its tables, each with the name of its sheet, and the lines outside them.

use tilsagn_core::Language;
use tilsagn_core::report::{Block, Item, ListStyle, Report, Table, draft_mark, plain};

use super::names::Names;
use crate::said::{filled, said};

/// A report taken apart.
pub struct Pieces<'a> {
    /// Its tables, in order.
    pub tables: Vec<Placed<'a>>,
    /// What stands outside them, in order.
    pub lines: Vec<Line>,
}

/// A table and where it stands.
pub struct Placed<'a> {
    /// The table.
    pub table: &'a Table,
    /// The name of its sheet.
    pub name: String,
    /// The nearest heading above it; empty for none but the title.
    pub heading: String,
    /// Whether its pages lie on their side.
    pub landscape: bool,
    /// Whether nobody has accepted it.
    pub draft: bool,
}

/// A line outside the tables.
pub struct Line {
    /// Its text.
    pub text: String,
    /// How it looks.
    pub look: Look,
}

/// How a line outside the tables looks.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Look {
    /// A heading of that level.
    Heading(u8),
    /// A paragraph or an item of a list, so far in.
    Text(u8),
    /// Where a table stands.
    Pointer,
}

impl Pieces<'_> {
    /// Whether there is more outside the tables than headings.
    pub fn has_something_to_say(&self) -> bool {
        self.lines.iter().any(|line| matches!(line.look, Look::Text(_)))
    }
}

struct Taking<'a> {
    pieces: Pieces<'a>,
    names: Names,
    language: Language,
    landscape: bool,
    heading: String,
    opening: String,
    draft: bool,
}

/// Takes a report apart.
pub fn pieces(report: &Report) -> Pieces<'_> {
    let mut names = Names::default();
    // The first sheet's, also where there is none.
    names.name(said("about", report.language), "");
    let mut taking = Taking {
        pieces: Pieces { tables: Vec::new(), lines: Vec::new() },
        names,
        language: report.language,
        landscape: false,
        heading: String::new(),
        opening: report.opening(),
        draft: false,
    };
    for section in &report.sections {
        taking.landscape = section.landscape;
        taking.blocks(&section.blocks, 0);
    }
    taking.pieces
}

impl<'a> Taking<'a> {
    fn blocks(&mut self, blocks: &'a [Block], deep: u8) {
        for block in blocks {
            self.block(block, deep);
        }
    }

    fn say(&mut self, text: String, look: Look) {
        if !text.trim().is_empty() {
            let text = if self.draft { format!("{} {text}", draft_mark(self.language)) } else { text };
            self.pieces.lines.push(Line { text, look });
        }
    }

    fn block(&mut self, block: &'a Block, deep: u8) {
        match block {
            Block::Label { text } => self.say(text.clone(), Look::Heading(4)),
            Block::Heading { level, text } => {
                self.heading = if *level > 1 { text.clone() } else { String::new() };
                self.say(text.clone(), Look::Heading(*level));
            }
            // Whose it is and of which day stands on every sheet already.
            Block::Paragraph { runs } if plain(runs) == self.opening => {}
            Block::Paragraph { runs } => self.say(plain(runs), Look::Text(deep)),
            Block::List { style, items } => {
                for (at, item) in items.iter().enumerate() {
                    self.item(item, *style, at, deep);
                }
            }
            Block::Table(table) => {
                let name = self.names.name(&table.title, said("sheet", self.language));
                self.say(filled("see_sheet", &[("name", &name)], self.language), Look::Pointer);
                let (heading, landscape, draft) = (self.heading.clone(), self.landscape, self.draft);
                self.pieces.tables.push(Placed { table, name, heading, landscape, draft });
            }
            Block::Draft { blocks } => {
                let before = std::mem::replace(&mut self.draft, true);
                self.blocks(blocks, deep);
                self.draft = before;
            }
            Block::PageBreak => {}
        }
    }

    fn item(&mut self, item: &'a Item, style: ListStyle, at: usize, deep: u8) {
        self.say(format!("{} {}", style.mark(at), plain(&item.runs)), Look::Text(deep + 1));
        self.blocks(&item.inside, deep + 2);
    }
}
