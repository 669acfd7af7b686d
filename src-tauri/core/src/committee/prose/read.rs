//! From Markdown.

use std::iter::Peekable;
use std::ops::Range;

use pulldown_cmark::{Event, OffsetIter, Options, Parser, Tag, TagEnd};

use super::codes::{in_code, is_code};
use super::{Inline, Prose, ProseBlock, ProseItem, normal};

/// Reads a text as it is kept. What the tree has no place for (a link, a picture, code) stays as the text it is: nothing is lost.
pub fn read(text: &str) -> Prose {
    let events = Parser::new_ext(text, Options::empty()).into_offset_iter().peekable();
    normal(&Reader { text, events, bold: 0, italic: 0 }.blocks())
}

struct Reader<'a> {
    text: &'a str,
    events: Peekable<OffsetIter<'a>>,
    /// How many marks of each look are open.
    bold: u32,
    italic: u32,
}

impl<'a> Reader<'a> {
    /// The blocks until the end of what they stand in. The text of an item may stand there without a paragraph around it.
    fn blocks(&mut self) -> Prose {
        let mut all = Vec::new();
        while let Some((event, range)) = self.events.next() {
            match event {
                Event::End(_) => break,
                Event::Start(Tag::Paragraph) => all.push(ProseBlock::Paragraph { content: self.inlines() }),
                Event::Start(Tag::Heading { .. }) => all.push(ProseBlock::Heading { content: self.inlines() }),
                Event::Start(Tag::List(None)) => all.push(ProseBlock::BulletList { content: self.items() }),
                Event::Start(Tag::List(Some(_))) => all.push(ProseBlock::OrderedList { content: self.items() }),
                event if is_inline(&event) => {
                    let mut line = Line::default();
                    self.inline(event, range, &mut line);
                    while let Some((event, range)) = self.events.next_if(|(event, _)| is_inline(event)) {
                        self.inline(event, range, &mut line);
                    }
                    all.push(ProseBlock::Paragraph { content: self.ended(line) });
                }
                event => {
                    self.skip(&event);
                    let text = self.text[range].trim_end().to_owned();
                    all.push(ProseBlock::Paragraph { content: vec![Inline::Text { text, bold: false, italic: false }] });
                }
            }
        }
        all
    }

    fn items(&mut self) -> Vec<ProseItem> {
        let mut items = Vec::new();
        while let Some((Event::Start(_), _)) = self.events.next() {
            items.push(ProseItem { content: self.blocks() });
        }
        items
    }

    /// The pieces until the end of their paragraph.
    fn inlines(&mut self) -> Vec<Inline> {
        let mut line = Line::default();
        while let Some((event, range)) = self.events.next_if(|(event, _)| is_inline(event)) {
            self.inline(event, range, &mut line);
        }
        self.events.next();
        self.ended(line)
    }

    /// The pieces of a paragraph. A tag left open ends with it.
    fn ended(&mut self, mut line: Line) -> Vec<Inline> {
        line.break_off();
        (self.bold, self.italic) = (0, 0);
        line.pieces
    }

    fn inline(&mut self, event: Event<'a>, range: Range<usize>, line: &mut Line) {
        let look = (self.bold > 0, self.italic > 0);
        match event {
            Event::Text(text) if text.as_ref() == &self.text[range.clone()] => line.text(&text, range, look),
            // A letter that was written by its name is no brace of a code.
            Event::Text(text) => line.literally(&text, look),
            Event::SoftBreak => line.literally(" ", look),
            Event::HardBreak => line.piece(Inline::HardBreak),
            Event::Start(Tag::Strong) => self.bold += 1,
            Event::Start(Tag::Emphasis) => self.italic += 1,
            Event::End(TagEnd::Strong) => self.bold = self.bold.saturating_sub(1),
            Event::End(TagEnd::Emphasis) => self.italic = self.italic.saturating_sub(1),
            Event::InlineHtml(tag) if tag.as_ref() == "<b>" => self.bold += 1,
            Event::InlineHtml(tag) if tag.as_ref() == "<i>" => self.italic += 1,
            Event::InlineHtml(tag) if tag.as_ref() == "</b>" => self.bold = self.bold.saturating_sub(1),
            Event::InlineHtml(tag) if tag.as_ref() == "</i>" => self.italic = self.italic.saturating_sub(1),
            event => {
                self.skip(&event);
                line.literally(&self.text[range], look);
            }
        }
    }

    /// Passes over what stands inside something.
    fn skip(&mut self, event: &Event<'_>) {
        let mut open = u32::from(matches!(event, Event::Start(_)));
        while open > 0 {
            match self.events.next() {
                Some((Event::Start(_), _)) => open += 1,
                Some((Event::End(_), _)) => open -= 1,
                Some(_) => {}
                None => return,
            }
        }
    }
}

/// Whether something stands in a line.
fn is_inline(event: &Event<'_>) -> bool {
    match event {
        Event::Start(tag) => {
            matches!(tag, Tag::Emphasis | Tag::Strong | Tag::Link { .. } | Tag::Image { .. } | Tag::Strikethrough)
        }
        Event::End(tag) => matches!(tag, TagEnd::Emphasis | TagEnd::Strong),
        Event::Html(_) | Event::Rule => false,
        _ => true,
    }
}

/// A line being read. Text comes in pieces that are one in the source: only what stands there unbroken is a code.
#[derive(Default)]
struct Line {
    pieces: Vec<Inline>,
    unbroken: String,
    /// Where in the source it ends.
    end: usize,
    look: (bool, bool),
}

impl Line {
    fn text(&mut self, text: &str, range: Range<usize>, look: (bool, bool)) {
        if range.start != self.end || look != self.look {
            self.break_off();
        }
        self.unbroken.push_str(text);
        (self.end, self.look) = (range.end, look);
    }

    fn literally(&mut self, text: &str, look: (bool, bool)) {
        self.break_off();
        self.push(text, look);
    }

    fn piece(&mut self, piece: Inline) {
        self.break_off();
        self.pieces.push(piece);
    }

    fn push(&mut self, text: &str, (bold, italic): (bool, bool)) {
        self.pieces.push(Inline::Text { text: text.to_owned(), bold, italic });
    }

    /// Takes the unbroken text apart at its codes.
    fn break_off(&mut self) {
        let text = std::mem::take(&mut self.unbroken);
        let (mut from, mut at) = (0, 0);
        while let Some(found) = text[at..].find("{{").map(|found| at + found) {
            let rest = &text[found + 2..];
            let code = &rest[..rest.find(|c: char| !in_code(c)).unwrap_or(rest.len())];
            match Some(code).filter(|code| is_code(code) && rest[code.len()..].starts_with("}}")) {
                Some(code) => {
                    self.push(&text[from..found], self.look);
                    self.pieces.push(Inline::Figure { code: code.to_owned() });
                    from = found + code.len() + 4;
                    at = from;
                }
                None => at = found + 1,
            }
        }
        self.push(&text[from..], self.look);
    }
}
