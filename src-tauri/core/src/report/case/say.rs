//! Sentences of a draft: text with figures in it that follow the data.

use crate::committee::prose::{Inline, ProseBlock, ProseItem};
use crate::views::Text;
use crate::words::say::{Value, sentence};
use crate::words::{Language, word};

/// What stands in the place of a `{name}` of a sentence.
#[derive(Clone, Debug)]
pub(super) enum Put {
    /// A figure, by its code.
    Figure(String),
    /// Text.
    Text(String),
    /// Text with figures.
    Line(Vec<Inline>),
}

/// Text that looks like its surroundings.
pub(super) fn text(text: impl Into<String>) -> Inline {
    Inline::Text { text: text.into(), bold: false, italic: false }
}

/// The Danish sentence `draft.<code>` with its places filled, once and from left to right, so that a brace in a title stays what it is.
pub(super) fn line(code: &'static str, puts: Vec<(&str, Put)>) -> Vec<Inline> {
    let mut out = Vec::new();
    let mut rest = word("draft", code, Language::Da);
    while let Some((before, after)) = rest.split_once('{') {
        push(&mut out, before);
        let found = after.split_once('}').and_then(|(name, tail)| Some((puts.iter().find(|(known, _)| *known == name)?, tail)));
        match found {
            Some(((_, put), tail)) => {
                match put {
                    Put::Figure(code) => out.push(Inline::Figure { code: code.clone() }),
                    Put::Text(text) => push(&mut out, text),
                    Put::Line(line) => line.iter().cloned().for_each(|inline| push_inline(&mut out, inline)),
                }
                // A text that is a sentence of its own, and »mio. kr.« at the end of one, have their full stop.
                rest = if ends_sentence(&out) { tail.strip_prefix('.').unwrap_or(tail) } else { tail };
            }
            None => {
                push(&mut out, "{");
                rest = after;
            }
        }
    }
    push(&mut out, rest);
    out
}

/// Whether what stands so far ends as a sentence does. What a figure will say is not known here: amounts end in »kr.«, so a full stop
/// after a figure is taken away where the paper is put together.
fn ends_sentence(line: &[Inline]) -> bool {
    matches!(line.last(), Some(Inline::Text { text, .. }) if text.ends_with(['.', '!', '?', ':']))
}

fn push(out: &mut Vec<Inline>, more: &str) {
    if !more.is_empty() {
        push_inline(out, text(more));
    }
}

/// Adds a piece; text after text of the same look is one text.
fn push_inline(out: &mut Vec<Inline>, inline: Inline) {
    if let (Some(Inline::Text { text, bold, italic }), Inline::Text { text: more, bold: also_bold, italic: also_italic }) =
        (out.last_mut(), &inline)
        && (*bold, *italic) == (*also_bold, *also_italic)
    {
        text.push_str(more);
        return;
    }
    out.push(inline);
}

/// Sentences one after the other.
pub(super) fn together(lines: impl IntoIterator<Item = Vec<Inline>>) -> Vec<Inline> {
    let mut out: Vec<Inline> = Vec::new();
    for line in lines.into_iter().filter(|line| !line.is_empty()) {
        if !out.is_empty() {
            push(&mut out, " ");
        }
        line.into_iter().for_each(|inline| push_inline(&mut out, inline));
    }
    out
}

/// »a, b og c«.
pub(super) fn listed(lines: Vec<Vec<Inline>>) -> Vec<Inline> {
    let (mut out, last) = (Vec::new(), lines.len().saturating_sub(1));
    for (at, line) in lines.into_iter().enumerate() {
        match at {
            0 => {}
            at if at == last => push(&mut out, &format!(" {} ", word("draft", "and", Language::Da))),
            _ => push(&mut out, ", "),
        }
        line.into_iter().for_each(|inline| push_inline(&mut out, inline));
    }
    out
}

/// A paragraph.
pub(super) fn paragraph(content: Vec<Inline>) -> ProseBlock {
    ProseBlock::Paragraph { content }
}

/// Paragraphs of plain text, one for each line that says something.
pub(super) fn paragraphs(of: &str) -> Vec<ProseBlock> {
    of.lines().map(str::trim).filter(|line| !line.is_empty()).map(|line| paragraph(vec![text(line)])).collect()
}

/// An item of a list, with what stands under it.
pub(super) fn item(content: Vec<Inline>, inside: Vec<ProseBlock>) -> ProseItem {
    ProseItem { content: std::iter::once(paragraph(content)).chain(inside).collect() }
}

/// A text of the groups `figure`, `live` and `economy` in both languages.
pub(super) fn said(key: &str, values: &[(&str, Value<'_>)]) -> Text {
    sentence(key, values).unwrap_or_default()
}

/// The same in Danish, as a paper has it.
pub(super) fn da(key: &str, values: &[(&str, Value<'_>)]) -> String {
    said(key, values).da
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_has_its_figures_as_figures_and_ends_once() {
        let puts = vec![("title", Put::Text("Nu { med } klammer.".into()))];
        assert_eq!(line("application", puts), [text("Nu { med } klammer.")]);
        let puts = vec![("amount", Put::Figure("pool.1.2019".into())), ("year", Put::Text("2019".into()))];
        assert_eq!(line("pool_year", puts), [Inline::Figure { code: "pool.1.2019".into() }, text(" i 2019")]);
    }

    #[test]
    fn what_is_listed_has_commas_and_one_and() {
        let list = |words: &[&str]| listed(words.iter().map(|word| vec![text(*word)]).collect());
        assert_eq!(list(&[]), []);
        assert_eq!(list(&["a"]), [text("a")]);
        assert_eq!(list(&["a", "b", "c"]), [text("a, b og c")]);
    }
}
