//! The text of a paper as it is written: paragraphs, sub-headings and lists, with figures and tables that follow the data. Kept as
//! Markdown, so that history can be read; edited as a tree.

mod codes;
mod escape;
mod model;
mod normal;
mod read;
#[cfg(test)]
mod tests;
mod write;

pub use codes::codes;
pub use model::{Inline, Prose, ProseBlock, ProseItem};
pub use normal::normal;
pub use read::read;
pub use write::write;
