//! Codes of figures and tables in a text.

use super::{Inline, ProseBlock};

/// Whether a code can stand between double braces: `pool.91.2019`, `economy`.
pub(super) fn is_code(code: &str) -> bool {
    code.starts_with(|c: char| c.is_ascii_alphabetic()) && code.chars().all(in_code)
}

/// Whether a letter can stand in a code.
pub(super) fn in_code(letter: char) -> bool {
    letter.is_ascii_alphanumeric() || matches!(letter, '.' | '_' | '-')
}

/// A table or list has a code without a dot, a figure one with.
pub(super) fn is_live(code: &str) -> bool {
    is_code(code) && !code.contains('.')
}

/// The codes of the figures and of the tables in a text, in the order they stand there.
pub fn codes(prose: &[ProseBlock]) -> Vec<&str> {
    let mut found = Vec::new();
    for block in prose {
        match block {
            ProseBlock::Paragraph { content } | ProseBlock::Heading { content } => {
                found.extend(content.iter().filter_map(figure))
            }
            ProseBlock::BulletList { content } | ProseBlock::OrderedList { content } => {
                content.iter().for_each(|item| found.extend(codes(&item.content)));
            }
            ProseBlock::Live { code } => found.push(code.as_str()),
        }
    }
    found
}

fn figure(inline: &Inline) -> Option<&str> {
    match inline {
        Inline::Figure { code } => Some(code),
        Inline::Text { .. } | Inline::HardBreak => None,
    }
}
