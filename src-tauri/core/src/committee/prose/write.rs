//! To Markdown.

use super::escape::{Place, plain, styled};
use super::{Inline, ProseBlock, ProseItem, normal};

/// Writes a text as it is kept: `read` gives the same tree again, as [`normal`] has it.
pub fn write(prose: &[ProseBlock]) -> String {
    let mut out = String::new();
    blocks(&mut out, &normal(prose), "", false);
    out
}

fn blocks(out: &mut String, all: &[ProseBlock], indent: &str, in_item: bool) {
    let mut before: Option<&ProseBlock> = None;
    // Lists of the same kind that follow each other are told apart by their marks.
    let mut other = false;
    for block in all {
        if let Some(before) = before {
            new_line(out, indent, !(in_item && follows_closely(before, block)));
        }
        other = !other && before.is_some_and(|before| same_list(before, block));
        match block {
            ProseBlock::Paragraph { content } => lines(out, content, indent, false),
            ProseBlock::Heading { content } => {
                out.push_str("### ");
                lines(out, content, indent, true);
            }
            ProseBlock::BulletList { content } => {
                let mark = if other { '*' } else { '-' };
                list(out, content, indent, |_| mark.to_string());
            }
            ProseBlock::OrderedList { content } => {
                let mark = if other { ')' } else { '.' };
                list(out, content, indent, |at| format!("{}{mark}", at + 1));
            }
            ProseBlock::Live { code } => braces(out, code),
        }
        before = Some(block);
    }
}

fn new_line(out: &mut String, indent: &str, blank: bool) {
    out.push_str(if blank { "\n\n" } else { "\n" });
    out.push_str(indent);
}

/// A list right under the paragraph it belongs to needs no blank line, if its first item is not empty.
fn follows_closely(before: &ProseBlock, block: &ProseBlock) -> bool {
    let (ProseBlock::BulletList { content } | ProseBlock::OrderedList { content }) = block else { return false };
    let begins = content.first().and_then(|item| item.content.first());
    let is_filled = |block: &ProseBlock| matches!(block, ProseBlock::Paragraph { content } if !content.is_empty());
    matches!(before, ProseBlock::Paragraph { content } if content.is_empty())
        || is_filled(before) && begins.is_some_and(is_filled)
}

fn same_list(one: &ProseBlock, other: &ProseBlock) -> bool {
    use ProseBlock::{BulletList, OrderedList};
    matches!((one, other), (BulletList { .. }, BulletList { .. }) | (OrderedList { .. }, OrderedList { .. }))
}

fn list(out: &mut String, items: &[ProseItem], indent: &str, mark: impl Fn(usize) -> String) {
    for (at, item) in items.iter().enumerate() {
        if at > 0 {
            new_line(out, indent, false);
        }
        let mark = mark(at);
        out.push_str(&mark);
        if !matches!(item.content.first(), Some(ProseBlock::Paragraph { content }) if content.is_empty()) {
            out.push(' ');
        }
        let inside = format!("{indent}{}", " ".repeat(mark.len() + 1));
        blocks(out, &item.content, &inside, true);
    }
}

fn lines(out: &mut String, content: &[Inline], indent: &str, heading: bool) {
    for (at, line) in content.split(|piece| *piece == Inline::HardBreak).enumerate() {
        if at > 0 {
            out.push('\\');
            new_line(out, indent, false);
        }
        for (place, piece) in line.iter().enumerate() {
            let before = place.checked_sub(1).and_then(|place| line.get(place));
            let after = line.get(place + 1);
            match piece {
                Inline::Text { text, bold: false, italic: false } => {
                    let place = Place { first: before.is_none(), last: after.is_none(), heading };
                    out.push_str(&plain(text, place));
                }
                Inline::Text { text, bold, italic } => marked(out, text, (*bold, *italic), before, after),
                Inline::Figure { code } => braces(out, code),
                Inline::HardBreak => {}
            }
        }
    }
}

fn braces(out: &mut String, code: &str) {
    out.push_str("{{");
    out.push_str(code);
    out.push_str("}}");
}

/// Bold or italic text: by stars where they would be read as meant, else by tags.
fn marked(out: &mut String, text: &str, (bold, italic): (bool, bool), before: Option<&Inline>, after: Option<&Inline>) {
    let inner = styled(text);
    let is_styled = |piece: Option<&Inline>| matches!(piece, Some(Inline::Text { bold, italic, .. }) if *bold || *italic);
    let holds = |inside: Option<char>, outside: Option<char>| {
        inside.is_some_and(|inside| {
            let apart = outside.is_none_or(|outside| outside.is_whitespace() || outside.is_ascii_punctuation());
            inside.is_alphanumeric() || !inside.is_whitespace() && apart
        })
    };
    let last = before.and(out.chars().next_back());
    let next = after.and_then(|piece| match piece {
        Inline::Text { text, .. } => text.chars().next(),
        Inline::Figure { .. } => Some('{'),
        Inline::HardBreak => None,
    });
    let by_stars =
        !is_styled(before) && !is_styled(after) && holds(inner.chars().next(), last) && holds(inner.chars().next_back(), next);
    if by_stars {
        let stars = match (bold, italic) {
            (true, true) => "***",
            (true, false) => "**",
            _ => "*",
        };
        out.extend([stars, &inner, stars]);
        return;
    }
    let tags = |out: &mut String, marks: [(&'static str, bool); 2]| {
        marks.iter().filter(|(_, is)| *is).for_each(|(tag, _)| out.push_str(tag));
    };
    tags(out, [("<b>", bold), ("<i>", italic)]);
    out.push_str(&inner);
    tags(out, [("</i>", italic), ("</b>", bold)]);
}
