//! What a report says, as the body of a Word document.

use tilsagn_core::Language;
use tilsagn_core::report::{Block, Item, ListStyle, Report, Run, draft_mark};

use super::numbering::{Known, LEVELS, Numbering, STEP};
use super::run::{Look, is_leftward, runs};
use super::styles::Styles;
use super::xml::Xml;

/// The size of text in a cell, in twentieths of a point.
pub const CELL_SIZE: f64 = 180.0;
/// How far a level of a list in a cell stands from the one around it, in twentieths of a point.
const CELL_STEP: u32 = 227;

/// Pages that lie one way.
#[derive(Clone, Debug)]
pub struct Side {
    /// Between the margins, in twentieths of a point.
    pub width: u32,
    /// Their `w:sectPr` where the document begins with them.
    pub first: String,
    /// Where they come later.
    pub later: String,
}

/// Both ways pages lie.
#[derive(Clone, Debug)]
pub struct Pages {
    /// Upright.
    pub portrait: Side,
    /// On their side.
    pub landscape: Side,
}

/// Where in a document a report stands.
#[derive(Clone, Copy, Debug, Default)]
pub struct Around {
    /// Something stands before it.
    pub before: bool,
    /// Something stands after it.
    pub after: bool,
    /// In a place whose pages cannot be turned: a cell of a table.
    pub fixed: bool,
}

/// Writes a body.
pub struct Writer<'a> {
    /// What is written so far.
    pub xml: Xml,
    /// The styles of the document.
    pub styles: &'a mut Styles,
    /// Its lists.
    pub numbering: &'a mut Numbering,
    /// The language of the report.
    pub language: Language,
    /// What comes next begins on a new page.
    pub new_page: bool,
    /// Where the properties of the last paragraph end, and where it ends itself.
    last: (usize, usize),
}

/// Where a block stands.
#[derive(Clone, Copy, Debug, Default)]
pub struct Place {
    /// In a cell of a table.
    pub cell: bool,
    /// Bold throughout.
    pub bold: bool,
    /// In a draft.
    pub draft: bool,
    /// Kept on the page of what comes next.
    pub keep: bool,
    /// At the right of its cell.
    pub right: bool,
    /// In the middle of it.
    pub middle: bool,
    /// How wide it is, in twentieths of a point.
    pub width: u32,
    /// In how many lists.
    pub depth: usize,
    /// The list it is in.
    pub list: Option<Known>,
}

/// How a paragraph looks.
#[derive(Clone, Copy, Debug, Default)]
struct Paragraph {
    /// The id of ours of its style; empty for none.
    style: &'static str,
    /// The item it is.
    item: Option<Known>,
    /// How far in it stands, and how much further out its first line.
    indent: (u32, u32),
}

impl<'a> Writer<'a> {
    /// One that has written nothing.
    pub fn new(styles: &'a mut Styles, numbering: &'a mut Numbering, language: Language) -> Writer<'a> {
        Writer { xml: Xml::default(), styles, numbering, language, new_page: false, last: (0, 0) }
    }

    /// Writes the sections of a report; gives the `w:sectPr` the document ends with where it is another than the upright one it
    /// begins with.
    pub fn report(&mut self, report: &Report, pages: &Pages, around: Around) -> Option<String> {
        let side = |landscape: bool| if landscape && !around.fixed { &pages.landscape } else { &pages.portrait };
        let mut turned = false;
        for (at, section) in report.sections.iter().enumerate() {
            let (landscape, side) = (section.landscape && !around.fixed, side(section.landscape));
            if at == 0 && landscape && around.before {
                self.end_section(&pages.portrait.first);
                turned = true;
            }
            self.blocks(&section.blocks, Place { width: side.width, ..Place::default() });
            let ends = if turned { &side.later } else { &side.first };
            if at + 1 == report.sections.len() && !(landscape && around.after) {
                return (turned || landscape).then(|| ends.clone());
            }
            if around.fixed {
                self.new_page = true;
            } else {
                self.end_section(ends);
                turned = true;
            }
        }
        turned.then(|| pages.portrait.later.clone())
    }

    /// Ends pages that lie one way: in the last paragraph, or in one that cannot be seen.
    fn end_section(&mut self, properties: &str) {
        self.new_page = false;
        if self.last.1 == self.xml.0.len() && self.last.1 > 0 {
            self.xml.0.insert_str(self.last.0, properties);
            self.last = (0, 0);
        } else {
            self.space(20, properties);
        }
    }

    /// A paragraph with nothing in it, so high, in twentieths of a point.
    pub fn space(&mut self, high: u32, section: &str) {
        let new_page = std::mem::take(&mut self.new_page);
        self.xml.inside("w:p", &[], |xml| {
            xml.inside("w:pPr", &[], |xml| {
                if new_page {
                    xml.empty("w:pageBreakBefore", &[]);
                }
                let high = high.to_string();
                xml.empty("w:spacing", &[("w:before", "0"), ("w:after", "0"), ("w:line", &high), ("w:lineRule", "exact")]);
                xml.inside("w:rPr", &[], |xml| {
                    xml.val("w:sz", 2);
                    xml.val("w:szCs", 2);
                });
                xml.0.push_str(section);
            });
        });
        let end = self.xml.0.len();
        self.last = if section.is_empty() { (end - "</w:pPr></w:p>".len(), end) } else { (0, 0) };
    }

    /// Writes blocks.
    pub fn blocks(&mut self, blocks: &[Block], place: Place) {
        let mut first_list = true;
        self.some(blocks, place, &mut first_list);
    }

    fn some(&mut self, blocks: &[Block], place: Place, first_list: &mut bool) {
        for block in blocks {
            match block {
                Block::Label { text } => self.line(if place.cell { "TilsagnCell" } else { "Subtitle" }, text, place),
                Block::Heading { text, .. } if place.cell => self.line("TilsagnHead", text, place),
                Block::Heading { level, text } => {
                    let style = ["Heading1", "Heading2", "Heading3", "Heading4"][usize::from(level.clamp(&1, &4) - 1)];
                    self.line(style, text, place);
                }
                Block::Paragraph { runs } => self.plain(runs, place),
                Block::List { style, items } => self.list(*style, items, place, std::mem::take(first_list)),
                Block::Table(table) => self.table(table, place),
                Block::Draft { blocks } if place.draft => self.some(blocks, place, first_list),
                Block::Draft { blocks } => {
                    let marked = Place { draft: true, keep: true, bold: true, ..place };
                    self.plain(&[Run::plain(draft_mark(self.language))], marked);
                    self.some(blocks, Place { draft: true, ..place }, first_list);
                }
                Block::PageBreak => self.new_page = !place.cell && self.last.1 > 0,
            }
        }
    }

    /// A line in a style.
    pub fn line(&mut self, style: &'static str, text: &str, place: Place) {
        self.paragraph(Paragraph { style, ..Paragraph::of(place) }, &[Run::plain(text)], place);
    }

    /// A paragraph of the kind its place has.
    pub fn plain(&mut self, text: &[Run], place: Place) {
        self.paragraph(Paragraph::of(place), text, place);
    }

    fn list(&mut self, style: ListStyle, items: &[Item], place: Place, first: bool) {
        let known = self.numbering.list(place.list.map(|list| (list, first)), place.depth, style, items);
        let names = match style {
            ListStyle::Bullets => ["ListBullet", "ListBullet2", "ListBullet3", "ListBullet4", "ListBullet5"],
            ListStyle::Numbers | ListStyle::Letters => ["ListNumber", "ListNumber2", "ListNumber3", "ListNumber4", "ListNumber5"],
        };
        let name = if place.cell { "TilsagnCell" } else { names[place.depth.min(names.len() - 1)] };
        let step = if place.cell { CELL_STEP } else { 0 };
        let indent = (step * (place.depth.min(LEVELS - 1) as u32 + 1), step);
        for item in items {
            self.paragraph(Paragraph { style: name, item: Some(known), indent }, &item.runs, place);
            self.blocks(&item.inside, Place { depth: place.depth + 1, list: Some(known), ..place });
        }
    }

    fn paragraph(&mut self, look: Paragraph, text: &[Run], place: Place) {
        let style = if look.style.is_empty() { String::new() } else { self.styles.id(look.style) };
        let drafted = if place.draft { self.styles.id("TilsagnDraftText") } else { String::new() };
        let (new_page, language) = (std::mem::take(&mut self.new_page), self.language);
        let start = self.xml.0.len();
        let mut properties = Xml::default();
        properties.inside("w:pPr", &[], |xml| {
            if !style.is_empty() {
                xml.val("w:pStyle", &style);
            }
            if place.keep {
                xml.empty("w:keepNext", &[]);
            }
            if new_page {
                xml.empty("w:pageBreakBefore", &[]);
            }
            if let Some(list) = look.item {
                xml.inside("w:numPr", &[], |xml| {
                    xml.val("w:ilvl", place.depth.min(LEVELS - 1));
                    xml.val("w:numId", list.id);
                });
            }
            if is_leftward(text) {
                xml.empty("w:bidi", &[]);
            }
            let (left, hanging) = (look.indent.0.to_string(), look.indent.1.to_string());
            match look.indent {
                (0, _) => {}
                (_, 0) => xml.empty("w:ind", &[("w:left", &left)]),
                _ => xml.empty("w:ind", &[("w:left", &left), ("w:hanging", &hanging)]),
            }
            if place.right || place.middle {
                xml.val("w:jc", if place.right { "right" } else { "center" });
            }
        });
        self.xml.inside("w:p", &[], |xml| {
            xml.0.push_str(&properties.0);
            // A heading is bold by its style.
            let size = if look.style == "TilsagnHead" { CELL_SIZE * 1.04 } else { CELL_SIZE };
            let room = place.cell.then(|| (f64::from(place.width.saturating_sub(look.indent.0)) / size, language));
            runs(xml, text, Look { bold: place.bold, style: &drafted, room });
        });
        self.last =
            if place.cell { (0, 0) } else { (start + "<w:p>".len() + properties.0.len() - "</w:pPr>".len(), self.xml.0.len()) };
    }
}

impl Paragraph {
    /// As a paragraph is in its place.
    fn of(place: Place) -> Paragraph {
        let style = match place {
            Place { cell: true, .. } => "TilsagnCell",
            Place { draft: true, depth: 0, .. } => "TilsagnDraft",
            Place { depth: 0, .. } => "",
            _ => "ListParagraph",
        };
        let step = if place.cell { CELL_STEP } else { STEP };
        Paragraph { style, item: None, indent: (step * place.depth.min(LEVELS) as u32, 0) }
    }
}
