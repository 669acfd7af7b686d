//! The one tree of those that say the same: what is read back of a text is this one.

use super::codes::{is_code, is_live};
use super::{Inline, Prose, ProseBlock, ProseItem};

/// The same text with neighbours of the same look as one, and without what says nothing: paragraphs, items and lists with nothing but
/// blanks in them, breaks at the edges of a paragraph. A new line inside a text is a break, in a heading a blank. A paragraph that is
/// only the code of a table is that table; in an item it stays a figure. An item begins with a paragraph, which may be empty.
pub fn normal(prose: &[ProseBlock]) -> Prose {
    prose.iter().filter_map(outermost).collect()
}

fn outermost(block: &ProseBlock) -> Option<ProseBlock> {
    match block {
        ProseBlock::Live { code } if is_live(code) => Some(ProseBlock::Live { code: code.clone() }),
        ProseBlock::Heading { content } => {
            let content: Vec<Inline> = content.iter().flat_map(lines).map(on_one_line).collect();
            filled(joined(content)).map(|content| ProseBlock::Heading { content })
        }
        other => match within(other)? {
            ProseBlock::Paragraph { content } => Some(match content.as_slice() {
                [Inline::Figure { code }] if is_live(code) => ProseBlock::Live { code: code.clone() },
                _ => ProseBlock::Paragraph { content },
            }),
            list => Some(list),
        },
    }
}

/// A block as it can stand in an item.
fn within(block: &ProseBlock) -> Option<ProseBlock> {
    match block {
        ProseBlock::Paragraph { content } | ProseBlock::Heading { content } => {
            let content = joined(content.iter().flat_map(lines).collect());
            filled(content).map(|content| ProseBlock::Paragraph { content })
        }
        ProseBlock::BulletList { content } => items(content).map(|content| ProseBlock::BulletList { content }),
        ProseBlock::OrderedList { content } => items(content).map(|content| ProseBlock::OrderedList { content }),
        ProseBlock::Live { code } => within(&ProseBlock::Paragraph { content: vec![Inline::Figure { code: code.clone() }] }),
    }
}

fn items(content: &[ProseItem]) -> Option<Vec<ProseItem>> {
    let items: Vec<ProseItem> = content.iter().filter_map(item).collect();
    Some(items).filter(|items| !items.is_empty())
}

fn item(item: &ProseItem) -> Option<ProseItem> {
    let mut content: Prose = item.content.iter().filter_map(within).collect();
    if !matches!(content.first()?, ProseBlock::Paragraph { .. }) {
        content.insert(0, ProseBlock::Paragraph { content: Vec::new() });
    }
    Some(ProseItem { content })
}

/// A piece with breaks where its text has new lines, and a code that cannot be one as the text it is.
fn lines(inline: &Inline) -> Vec<Inline> {
    match inline {
        Inline::Figure { code } if !is_code(code) => {
            lines(&Inline::Text { text: format!("{{{{{code}}}}}"), bold: false, italic: false })
        }
        Inline::Text { text, bold, italic } => {
            let text = text.replace('\0', "").replace("\r\n", "\n").replace('\r', "\n");
            let mut pieces = Vec::new();
            for (at, line) in text.split('\n').enumerate() {
                if at > 0 {
                    pieces.push(Inline::HardBreak);
                }
                pieces.push(Inline::Text { text: line.to_owned(), bold: *bold, italic: *italic });
            }
            pieces
        }
        other => vec![other.clone()],
    }
}

fn on_one_line(inline: Inline) -> Inline {
    match inline {
        Inline::HardBreak => Inline::Text { text: " ".to_owned(), bold: false, italic: false },
        other => other,
    }
}

fn joined(content: Vec<Inline>) -> Vec<Inline> {
    let mut joined: Vec<Inline> = Vec::with_capacity(content.len());
    for piece in content {
        match (joined.last_mut(), &piece) {
            (_, Inline::Text { text, .. }) if text.is_empty() => {}
            (Some(Inline::Text { text: before, bold, italic }), Inline::Text { text, bold: now_bold, italic: now_italic })
                if (*bold, *italic) == (*now_bold, *now_italic) =>
            {
                before.push_str(text);
            }
            (None, Inline::HardBreak) => {}
            _ => joined.push(piece),
        }
    }
    while joined.last() == Some(&Inline::HardBreak) {
        joined.pop();
    }
    joined
}

/// What says something.
fn filled(content: Vec<Inline>) -> Option<Vec<Inline>> {
    let says = |inline: &Inline| match inline {
        Inline::Text { text, .. } => !text.trim().is_empty(),
        Inline::Figure { .. } => true,
        Inline::HardBreak => false,
    };
    content.iter().any(says).then_some(content)
}
