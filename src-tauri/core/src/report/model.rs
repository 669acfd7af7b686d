//! The parts of a report. As JSON it is what `docs/report.schema.json` describes.

use chrono::NaiveDate;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use specta::Type;

use crate::calendar::PartialDate;
use crate::report::{ColumnKind, ListStyle, PaperKind, RowKind};
use crate::words::Language;

/// The version of this shape, as it stands in every JSON file.
pub const SCHEMA: &str = "tilsagn-report-1";

/// A paper.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Report {
    /// [`SCHEMA`].
    pub schema: String,
    /// What it is.
    pub kind: PaperKind,
    /// Title, as a reader knows the file by and as its metadata has it.
    pub title: String,
    /// The language it is in.
    pub language: Language,
    /// The municipality's name.
    pub municipality: String,
    /// The day everything in it is seen from.
    pub as_of: NaiveDate,
    /// When it was handed in; null while it follows the data.
    pub handed_in: Option<HandedIn>,
    /// A closed item: not for the public.
    pub closed: bool,
    /// Its parts.
    pub sections: Vec<Section>,
}

/// When and by whom a paper was handed in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct HandedIn {
    /// The moment, RFC 3339.
    pub at: String,
    /// Who; empty where nobody knows.
    pub by: String,
    /// Which copy, from 1.
    pub number: u32,
}

/// Pages that lie the same way.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Section {
    /// Whether the pages lie on their side.
    pub landscape: bool,
    /// What stands on them.
    pub blocks: Vec<Block>,
}

/// Something that stands on a page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase", tag = "block")]
pub enum Block {
    /// A line above the title: »Punkt 3«.
    Label {
        /// The line.
        text: String,
    },
    /// A heading. The title is of level 1, and a paper has one.
    Heading {
        /// From 1 to 4; no level is left out.
        level: u8,
        /// The heading.
        text: String,
    },
    /// A paragraph.
    Paragraph {
        /// Its text.
        runs: Vec<Run>,
    },
    /// A list.
    List {
        /// How its items are marked.
        style: ListStyle,
        /// The items.
        items: Vec<Item>,
    },
    /// A table.
    Table(Table),
    /// Text drafted from data that nobody has accepted: it is marked as such in every format.
    Draft {
        /// The text.
        blocks: Vec<Block>,
    },
    /// What follows begins on a new page.
    PageBreak,
}

/// An item of a list.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Item {
    /// Its text.
    pub runs: Vec<Run>,
    /// Paragraphs and lists under it.
    pub inside: Vec<Block>,
}

/// Text that looks the same throughout.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Run {
    /// The text; a line break is `\n`.
    pub text: String,
    /// Bold.
    pub bold: bool,
    /// Italic.
    pub italic: bool,
    /// The code of the figure it is; empty for plain text.
    pub figure: String,
}

impl Run {
    /// Plain text.
    pub fn plain(text: impl Into<String>) -> Run {
        Run { text: text.into(), ..Run::default() }
    }

    /// Bold text.
    pub fn bold(text: impl Into<String>) -> Run {
        Run { text: text.into(), bold: true, ..Run::default() }
    }
}

impl Block {
    /// A paragraph of plain text.
    pub fn paragraph(text: impl Into<String>) -> Block {
        Block::Paragraph { runs: vec![Run::plain(text)] }
    }

    /// A heading.
    pub fn heading(level: u8, text: impl Into<String>) -> Block {
        Block::Heading { level, text: text.into() }
    }
}

/// A table.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Table {
    /// What it shows: the name of its sheet, and what is said of it to those who cannot see it.
    pub title: String,
    /// Its columns.
    pub columns: Vec<Column>,
    /// Headings over several columns, in a row of their own above.
    pub groups: Vec<ColumnGroup>,
    /// Its rows.
    pub rows: Vec<Row>,
    /// What is to be said of it: price level, source, rounding. Empty for nothing.
    pub note: String,
}

/// A column.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Column {
    /// Its heading, with the unit of its numbers.
    pub heading: String,
    /// What it holds.
    pub kind: ColumnKind,
    /// How wide it is beside the others: parts of their sum.
    pub width: u32,
}

/// A heading over several columns.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ColumnGroup {
    /// The heading.
    pub heading: String,
    /// The first column, from 0.
    pub from: u32,
    /// How many.
    pub columns: u32,
}

/// A row: a cell for each column; of a heading only the first.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Row {
    /// What it is.
    pub kind: RowKind,
    /// Its cells.
    pub cells: Vec<Cell>,
}

/// What stands in a place of a table.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase", tag = "cell")]
pub enum Cell {
    /// Nothing: what is not known is not zero.
    Empty,
    /// Text: paragraphs and lists.
    Text {
        /// The text.
        blocks: Vec<Block>,
    },
    /// A number.
    Number {
        /// Exactly, in the unit of its column.
        value: Decimal,
        /// How many decimals of it are shown, rounded half away from zero.
        decimals: u32,
        /// How it follows from other cells; null where it is given.
        reckoned: Option<Reckoned>,
        /// The code of the figure it is; empty for none.
        figure: String,
    },
    /// A day.
    Date {
        /// The day.
        date: NaiveDate,
    },
}

impl Cell {
    /// One paragraph of plain text; nothing where it is empty.
    pub fn text(text: impl Into<String>) -> Cell {
        match text.into() {
            text if text.is_empty() => Cell::Empty,
            text => Cell::Text { blocks: vec![Block::paragraph(text)] },
        }
    }

    /// A day as the days of a table are written; where only its month or year is known, that.
    pub fn day(day: PartialDate, language: Language) -> Cell {
        match day {
            PartialDate::Day(date) => Cell::Date { date },
            PartialDate::Month(..) | PartialDate::Year(_) => Cell::text(day.long(language)),
        }
    }

    /// A number that is given.
    pub fn number(value: Decimal, decimals: u32) -> Cell {
        Cell::Number { value, decimals, reckoned: None, figure: String::new() }
    }
}

/// How a number follows from others of its table; rows and columns from 0, headings not counted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase", tag = "reckoned")]
pub enum Reckoned {
    /// Cells of its column added up, from one row to another, both included.
    Down {
        /// The first row.
        from: u32,
        /// The last.
        to: u32,
    },
    /// Rows of its column added up.
    Rows {
        /// The rows.
        rows: Vec<u32>,
    },
    /// Cells of its row added up.
    Across {
        /// The columns.
        columns: Vec<u32>,
    },
    /// One row of its column less another.
    Less {
        /// The row.
        row: u32,
        /// What is taken from it.
        less: u32,
    },
}
