//! The text of a paper as it is written: paragraphs, sub-headings and lists, with figures and tables that follow the data. Kept as
//! Markdown, so that history can be read; edited as a tree.

mod model;
mod read;
mod write;

pub use model::{Inline, Prose, ProseBlock, ProseItem};
pub use read::read;
pub use write::write;
