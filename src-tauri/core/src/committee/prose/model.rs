//! The tree of a text.

use serde::{Deserialize, Serialize};
use specta::Type;

/// A text.
pub type Prose = Vec<ProseBlock>;

/// A piece of a text that stands on lines of its own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase", tag = "type")]
pub enum ProseBlock {
    /// A paragraph.
    Paragraph {
        /// Its text.
        content: Vec<Inline>,
    },
    /// A sub-heading.
    Heading {
        /// Its text.
        content: Vec<Inline>,
    },
    /// A list with dots.
    BulletList {
        /// Its items.
        content: Vec<ProseItem>,
    },
    /// A numbered list.
    OrderedList {
        /// Its items.
        content: Vec<ProseItem>,
    },
    /// A table or list that follows the data.
    Live {
        /// Which.
        code: String,
    },
}

/// An item of a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ProseItem {
    /// Paragraphs and lists.
    pub content: Vec<ProseBlock>,
}

/// A piece of a line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase", tag = "type")]
pub enum Inline {
    /// Text.
    Text {
        /// The text.
        text: String,
        /// Bold.
        bold: bool,
        /// Italic.
        italic: bool,
    },
    /// A figure that follows the data.
    Figure {
        /// Which.
        code: String,
    },
    /// A new line in the same paragraph.
    HardBreak,
}
