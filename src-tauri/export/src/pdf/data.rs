//! What the template reads: the report with its numbers written, its lines measured and its letters seen to.

use std::collections::BTreeSet;

use serde::Serialize;
use tilsagn_core::report::{Block, Item, ListStyle, Report, Run, draft_mark};
use tilsagn_core::words::Language;

use super::letters::{Letters, Line, clean};
use super::table::{TableData, table};
use super::widths::{LYING, MARGIN, UPRIGHT};
use crate::measure;
use crate::said::stamp;

/// Of the text of a paper, points.
const SIZE: f64 = 10.5;
/// The size of what stands beneath a page, and what the number of the page takes of it, points.
const FOOT_SIZE: f64 = 8.0;
const NUMBER: f64 = 90.0;
/// The longest title a PDF is known by.
const TITLE: usize = 1000;

/// What the template reads.
#[derive(Debug, Serialize)]
pub struct Paper {
    title: String,
    municipality: Vec<String>,
    lang: &'static str,
    region: &'static str,
    closed: &'static str,
    draft: &'static str,
    margin: f64,
    foot: Foot,
    sections: Vec<Section>,
}

#[derive(Debug, Serialize)]
struct Foot {
    title: String,
    stamp: String,
    page: &'static str,
}

#[derive(Debug, Serialize)]
struct Section {
    first: bool,
    landscape: bool,
    blocks: Vec<BlockData>,
}

/// Something on a page.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase", tag = "block")]
pub enum BlockData {
    /// A paragraph.
    Paragraph(Line),
    /// A line above the title.
    Label(Line),
    /// A heading.
    Heading {
        /// From 1.
        level: u8,
        /// Its text.
        #[serde(flatten)]
        line: Line,
    },
    /// A list.
    List {
        /// As typst counts: `1.`; empty for dots.
        numbering: &'static str,
        /// Whether it is read from the right.
        rtl: bool,
        /// Its items.
        items: Vec<ItemData>,
    },
    /// A table.
    Table(TableData),
    /// Text nobody has accepted.
    Draft {
        /// The text.
        blocks: Vec<BlockData>,
    },
    /// A new page.
    PageBreak,
}

/// An item of a list.
#[derive(Debug, Serialize)]
pub struct ItemData {
    #[serde(flatten)]
    line: Line,
    inside: Vec<BlockData>,
}

/// Where blocks stand.
#[derive(Debug, Clone, Copy)]
pub struct Place {
    /// Points between its sides.
    pub width: f64,
    /// Of its text, points.
    pub size: f64,
    /// In a cell: a heading is bold text there.
    pub cell: bool,
    /// In something that cannot hold a new page.
    pub inside: bool,
}

/// Makes the data of a report.
pub struct Writer<'a> {
    /// The language.
    pub language: Language,
    /// Its letters.
    pub letters: Letters<'a>,
    level: u8,
}

/// The data, and the letters no font has. `unshaped` is what had no glyph when it was laid out before.
pub fn data(report: &Report, unshaped: &BTreeSet<String>) -> (Paper, BTreeSet<String>) {
    let mut writer = Writer { language: report.language, letters: Letters::new(unshaped, report.language), level: 0 };
    let title = one_line(&report.title);
    let title = if title.is_empty() { report.kind.word(report.language).to_owned() } else { title };
    let municipality = one_line(&report.municipality);
    let sections = writer.sections(report);
    let paper = Paper {
        title: cut(&title, TITLE),
        municipality: Some(municipality).filter(|name| !name.is_empty()).into_iter().collect(),
        lang: match report.language {
            Language::Da => "da",
            Language::En => "en",
        },
        region: match report.language {
            Language::Da => "DK",
            Language::En => "GB",
        },
        closed: report.closed_mark().unwrap_or_default(),
        draft: draft_mark(report.language),
        margin: MARGIN,
        foot: Foot {
            title: writer.shown(&measure::shortened(&title, foot(report))),
            stamp: writer.shown(&one_line(&stamp(report))),
            page: report.page_mark(),
        },
        sections,
    };
    (paper, writer.letters.without)
}

impl Writer<'_> {
    fn sections(&mut self, report: &Report) -> Vec<Section> {
        let mut sections: Vec<Section> = Vec::new();
        for section in &report.sections {
            let width = if section.landscape { LYING } else { UPRIGHT };
            let blocks = self.blocks(&section.blocks, Place { width, size: SIZE, cell: false, inside: false });
            if !blocks.is_empty() {
                sections.push(Section { first: sections.is_empty(), landscape: section.landscape, blocks });
            }
        }
        if sections.is_empty() {
            sections.push(Section { first: true, landscape: false, blocks: Vec::new() });
        }
        sections
    }

    /// Blocks that stand somewhere; those that say nothing are left out.
    pub fn blocks(&mut self, blocks: &[Block], place: Place) -> Vec<BlockData> {
        blocks.iter().filter_map(|block| self.block(block, place)).collect()
    }

    fn block(&mut self, block: &Block, place: Place) -> Option<BlockData> {
        let room = place.width / place.size;
        match block {
            Block::Label { text } => {
                let line = self.letters.text(text, room)?;
                Some(if place.cell { BlockData::Paragraph(line) } else { BlockData::Label(line) })
            }
            Block::Heading { level, text } => self.heading(*level, text, place),
            Block::Paragraph { runs } => Some(BlockData::Paragraph(self.letters.line(runs, room)?)),
            Block::List { style, items } => self.list(*style, items, place),
            Block::Table(it) => (!it.columns.is_empty()).then(|| BlockData::Table(table(self, it, place))),
            Block::Draft { blocks } => {
                let place = Place { width: place.width - 12.0, inside: true, ..place };
                let blocks = self.blocks(blocks, place);
                (!blocks.is_empty()).then_some(BlockData::Draft { blocks })
            }
            Block::PageBreak => (!place.inside).then_some(BlockData::PageBreak),
        }
    }

    /// A heading no more than one level beneath the one before it, as a reader by ear must have it; in a cell bold text.
    fn heading(&mut self, level: u8, text: &str, place: Place) -> Option<BlockData> {
        // Large letters take more room.
        let room = place.width / if level == 1 { 17.0 } else { 12.0 };
        if place.cell {
            let line = self.letters.line(&[Run::bold(text)], room)?;
            return Some(BlockData::Paragraph(line));
        }
        let line = self.letters.text(text, room)?;
        self.level = level.clamp(1, self.level + 1);
        Some(BlockData::Heading { level: self.level, line })
    }

    fn list(&mut self, style: ListStyle, items: &[Item], place: Place) -> Option<BlockData> {
        let numbering = match style {
            ListStyle::Bullets => "",
            ListStyle::Numbers => "1.",
            ListStyle::Letters => "a.",
        };
        let place = Place { width: (place.width - 18.0).max(20.0), inside: true, ..place };
        let room = place.width / place.size;
        let items: Vec<ItemData> = items
            .iter()
            .map(|item| ItemData {
                line: self.letters.line(&item.runs, room).unwrap_or_default(),
                inside: self.blocks(&item.inside, place),
            })
            .collect();
        let rtl = items.first()?.line.rtl;
        Some(BlockData::List { numbering, rtl, items })
    }

    /// A text beneath the page: a box for what no font has.
    fn shown(&mut self, text: &str) -> String {
        self.letters.boxed(text)
    }
}

/// How much of a title fits beneath each page, of its size.
fn foot(report: &Report) -> f64 {
    let lying = !report.sections.is_empty() && report.sections.iter().all(|section| section.landscape);
    ((if lying { LYING } else { UPRIGHT }) - NUMBER) / FOOT_SIZE
}

/// A text on one line.
fn one_line(text: &str) -> String {
    clean(text).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// So many letters of a text at most.
fn cut(text: &str, letters: usize) -> String {
    if text.chars().count() <= letters {
        return text.to_owned();
    }
    let start: String = text.chars().take(letters).collect();
    format!("{} …", start.trim_end())
}
