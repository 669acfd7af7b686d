//! The paper as a report.

use std::collections::HashMap;

use crate::committee::prose::{self, Inline, ProseBlock, ProseItem};
use crate::committee::{CaseText, PaperFormPart, PartContent};
use crate::report::case::figures::figures;
use crate::report::case::patterns::filled;
use crate::report::case::points::{decisions, has_drafted_points, recommendation};
use crate::report::case::{CaseFacts, draft, live, said_then};
use crate::report::{Block, Item, ListStyle, PaperKind, Report, Run, SCHEMA, Section, appendix};
use crate::views::FormView;
use crate::words::Language;

/// The paper of a case in a form, with the texts a person wrote or accepted; what has none is drafted. A part with nothing in it is left
/// out with its heading. Tables of pools that are appended follow on pages of their own.
pub fn case_report(facts: &CaseFacts, form: &FormView, texts: &[CaseText]) -> Report {
    let item_number = item_number(facts);
    let values = [
        ("item", item_number),
        ("title", facts.case.title.clone()),
        ("kind", facts.case.kind.word(Language::Da).to_owned()),
        ("case_number", facts.case.case_number.clone()),
    ];
    let mut blocks = Vec::new();
    let label = filled(&form.form.label_pattern, &values);
    if !label.is_empty() {
        blocks.push(Block::Label { text: label });
    }
    let title = filled(&form.form.title_pattern, &values);
    blocks.push(Block::heading(1, title.clone()));
    for (part, content) in parts(facts, form, texts) {
        if content.is_empty() {
            continue;
        }
        if !part.heading.trim().is_empty() {
            blocks.push(Block::heading(2, part.heading.trim()));
        }
        blocks.extend(content);
    }
    close_gaps(&mut blocks, &mut 0);
    let mut sections = vec![Section { landscape: false, blocks }];
    for it in &facts.appendices {
        if let Some(table) = &it.table {
            sections.push(appendix(&table.rows, &table.columns, &it.title, Language::Da));
        }
    }
    Report {
        schema: SCHEMA.to_owned(),
        kind: PaperKind::Case,
        title,
        language: Language::Da,
        municipality: facts.municipality.clone(),
        as_of: facts.as_of,
        handed_in: None,
        closed: facts.case.closed,
        sections,
    }
}

/// A text with what its figures and tables say now.
pub fn resolve(prose: &[ProseBlock], facts: &CaseFacts) -> Vec<Block> {
    Says::of(facts).blocks(prose, &HashMap::new())
}

/// The parts of a form with what stands under each; nothing where nothing does.
pub(super) fn parts<'a>(facts: &CaseFacts, form: &'a FormView, texts: &[CaseText]) -> Vec<(&'a PaperFormPart, Vec<Block>)> {
    let says = Says::of(facts);
    form.parts.iter().map(|part| (part, of_part(&says, form, part, texts))).collect()
}

/// The number on the agenda: of the first meeting that is ahead and has one, else of the last that has.
pub(super) fn item_number(facts: &CaseFacts) -> String {
    let numbered = || facts.readings.iter().map(|it| &it.reading).filter(|it| !it.item_number.trim().is_empty());
    let ahead = numbered().find(|it| it.meeting_date.is_none_or(|on| on >= facts.as_of));
    ahead.or_else(|| numbered().next_back()).map(|it| it.item_number.trim().to_owned()).unwrap_or_default()
}

/// What stands under a heading; nothing where nothing does.
fn of_part(says: &Says<'_>, form: &FormView, part: &PaperFormPart, texts: &[CaseText]) -> Vec<Block> {
    if !part.content.is_text() {
        let content = match part.content {
            PartContent::Recommendation => recommendation(says.facts, form),
            // Beneath the heading of the part, where it has one.
            PartContent::Decision => decisions(says.facts, form, if part.heading.trim().is_empty() { 2 } else { 3 }),
            _ => appendices(says.facts),
        };
        if content.is_empty() {
            return Vec::new();
        }
        let blocks: Vec<Block> = says.blocks(&prose::read(&part.phrase), &HashMap::new()).into_iter().chain(content).collect();
        let is_draft = part.content == PartContent::Recommendation && has_drafted_points(says.facts);
        return if is_draft { vec![Block::Draft { blocks }] } else { blocks };
    }
    match texts.iter().find(|text| text.key == part.key) {
        Some(text) => {
            let were = said_then(&text.figures).into_iter().map(|figure| (figure.code, figure.shown)).collect();
            says.blocks(&prose::read(&text.text), &were)
        }
        None => {
            let blocks = says.blocks(&draft(part, &form.parts, says.facts), &HashMap::new());
            if blocks.is_empty() { Vec::new() } else { vec![Block::Draft { blocks }] }
        }
    }
}

fn appendices(facts: &CaseFacts) -> Vec<Block> {
    let items: Vec<Item> =
        facts.appendices.iter().map(|it| Item { runs: vec![Run::plain(it.title.clone())], inside: Vec::new() }).collect();
    if items.is_empty() { Vec::new() } else { vec![Block::List { style: ListStyle::Bullets, items }] }
}

/// Lets no level of heading be left out: what would jump further than one level down stands one level down.
fn close_gaps(blocks: &mut [Block], last: &mut u8) {
    for block in blocks {
        match block {
            Block::Heading { level, .. } => {
                *level = (*level).min(*last + 1);
                *last = *level;
            }
            Block::Draft { blocks } => close_gaps(blocks, last),
            _ => {}
        }
    }
}

/// What figures and tables say now.
struct Says<'a> {
    facts: &'a CaseFacts,
    shown: HashMap<String, String>,
}

impl<'a> Says<'a> {
    fn of(facts: &'a CaseFacts) -> Says<'a> {
        Says { facts, shown: figures(facts).into_iter().map(|figure| (figure.code, figure.shown)).collect() }
    }

    /// A text as blocks. A figure that is not there any more says what it said when the text was accepted.
    fn blocks(&self, prose: &[ProseBlock], were: &HashMap<String, String>) -> Vec<Block> {
        let mut blocks = Vec::with_capacity(prose.len());
        for block in prose {
            match block {
                ProseBlock::Paragraph { content } => {
                    let runs = self.runs(content, were);
                    if runs.iter().any(|run| !run.text.trim().is_empty()) {
                        blocks.push(Block::Paragraph { runs });
                    }
                }
                ProseBlock::Heading { content } => {
                    let text: String = self.runs(content, were).into_iter().map(|run| run.text.replace('\n', " ")).collect();
                    if !text.trim().is_empty() {
                        blocks.push(Block::heading(3, text.trim()));
                    }
                }
                ProseBlock::BulletList { content } => blocks.extend(self.list(ListStyle::Bullets, content, were)),
                ProseBlock::OrderedList { content } => blocks.extend(self.list(ListStyle::Numbers, content, were)),
                ProseBlock::Live { code } => blocks.extend(live(code, self.facts)),
            }
        }
        blocks
    }

    fn list(&self, style: ListStyle, items: &[ProseItem], were: &HashMap<String, String>) -> Option<Block> {
        let item = |item: &ProseItem| {
            let (runs, inside) = match item.content.split_first() {
                Some((ProseBlock::Paragraph { content }, rest)) => (self.runs(content, were), rest),
                _ => (Vec::new(), item.content.as_slice()),
            };
            let inside = self.blocks(inside, were);
            (!runs.is_empty() || !inside.is_empty()).then_some(Item { runs, inside })
        };
        let items: Vec<Item> = items.iter().filter_map(item).collect();
        (!items.is_empty()).then_some(Block::List { style, items })
    }

    fn runs(&self, line: &[Inline], were: &HashMap<String, String>) -> Vec<Run> {
        let mut runs: Vec<Run> = Vec::with_capacity(line.len());
        for inline in line {
            match inline {
                Inline::Text { text, bold, italic } => {
                    let text = if ends_a_figure(&runs) { once(text) } else { text };
                    if !text.is_empty() {
                        runs.push(Run { text: text.to_owned(), bold: *bold, italic: *italic, figure: String::new() });
                    }
                }
                Inline::Figure { code } => {
                    let text = self.shown.get(code).or_else(|| were.get(code)).cloned().unwrap_or_else(|| format!("[{code}]"));
                    runs.push(Run { text, figure: code.clone(), ..Run::default() });
                }
                Inline::HardBreak => runs.push(Run::plain("\n")),
            }
        }
        runs
    }
}

/// Whether what stands so far is a figure with a full stop of its own: »10,0 mio. kr.«.
fn ends_a_figure(runs: &[Run]) -> bool {
    runs.last().is_some_and(|run| !run.figure.is_empty() && run.text.ends_with('.'))
}

/// Text after such a figure: »kr.« at the end of a sentence is its full stop too.
fn once(text: &str) -> &str {
    match text.strip_prefix('.') {
        Some(rest) if !rest.starts_with('.') => rest,
        _ => text,
    }
}
