//! The recommendation, point by point, and what the committees decided.

use crate::calendar::long;
use crate::report::case::CaseFacts;
use crate::report::case::patterns::filled;
use crate::report::case::say::da;
use crate::report::made::paragraphs;
use crate::report::{Block, Item, ListStyle, Run};
use crate::views::{FormView, PointView, ReadingView};
use crate::words::say::Value;
use crate::words::{Language, word};

/// The points: numbered, those inside lettered; a single one as a paragraph where the form has it so. Nothing where there are none.
pub(super) fn recommendation(facts: &CaseFacts, form: &FormView) -> Vec<Block> {
    let form = &form.form;
    let outer: Vec<&PointView> = facts.points.iter().filter(|point| point.point.parent_id.is_none()).collect();
    if outer.is_empty() {
        return Vec::new();
    }
    let values = [("department", departments(facts)), ("committee", committees(facts))];
    let mut blocks = paragraphs(&filled(&form.intro, &values));
    let inside = |point: &PointView| -> Vec<Block> {
        let inner = facts.points.iter().filter(|inner| inner.point.parent_id == Some(point.point.id));
        let items: Vec<Item> =
            inner.map(|inner| Item { runs: vec![Run::plain(asked(inner, "", false))], inside: Vec::new() }).collect();
        if items.is_empty() { Vec::new() } else { vec![Block::List { style: ListStyle::Letters, items }] }
    };
    let item = |point: &&PointView| {
        let inside = inside(point);
        Item { runs: vec![Run::plain(asked(point, &form.point_prefix, !inside.is_empty()))], inside }
    };
    let items: Vec<Item> = outer.iter().map(item).collect();
    match <[Item; 1]>::try_from(items) {
        Ok([only]) if !form.number_single => {
            blocks.push(Block::Paragraph { runs: only.runs });
            blocks.extend(only.inside);
        }
        Ok([only]) => blocks.push(Block::List { style: ListStyle::Numbers, items: vec![only] }),
        Err(items) => blocks.push(Block::List { style: ListStyle::Numbers, items }),
    }
    blocks
}

/// Whether a point is as the program wrote it, and nobody has accepted it.
pub fn has_drafted_points(facts: &CaseFacts) -> bool {
    facts.points.iter().any(|point| point.point.drafted)
}

/// A point in its wording, with what must hold for it; `opens` where points stand inside it.
fn asked(point: &PointView, prefix: &str, opens: bool) -> String {
    let (text, condition) = (point.point.text.trim(), point.point.condition.trim());
    let mut asked = match prefix.trim() {
        "" => String::new(),
        prefix => format!("{prefix} "),
    };
    let closed = text.trim_end_matches(['.', ':']);
    match condition {
        "" if opens => asked.push_str(closed),
        "" => asked.push_str(text),
        condition => {
            asked.push_str(closed);
            asked.push_str(", ");
            asked.push_str(if opens { condition.trim_end_matches(['.', ':']) } else { condition });
        }
    }
    if opens {
        asked.push(':');
    }
    asked
}

/// Who recommends: the departments of the applications, those that take part too; else the administration.
fn departments(facts: &CaseFacts) -> String {
    let mut names: Vec<&str> = Vec::new();
    for name in facts.applications.iter().flat_map(|it| std::iter::once(&it.department).chain(&it.beside)) {
        if !name.is_empty() && !names.contains(&name.as_str()) {
            names.push(name);
        }
    }
    if names.is_empty() { word("draft", "administration", Language::Da).to_owned() } else { listed(&names) }
}

fn committees(facts: &CaseFacts) -> String {
    let names: Vec<&str> = facts.readings.iter().map(|reading| reading.committee.as_str()).collect();
    listed(&names)
}

/// »a, b og c«.
fn listed(names: &[&str]) -> String {
    match names {
        [] => String::new(),
        [only] => (*only).to_owned(),
        [first @ .., last] => format!("{} {} {last}", first.join(", "), word("draft", "and", Language::Da)),
    }
}

/// What each committee that has met by the day decided, under a heading of this level by the form's pattern.
pub(super) fn decisions(facts: &CaseFacts, form: &FormView, level: u8) -> Vec<Block> {
    let held = facts.readings.iter().filter(|reading| is_held(facts, reading));
    held.flat_map(|reading| decided(facts, form, reading, level)).collect()
}

/// Whether a reading has been, and something came of it.
fn is_held(facts: &CaseFacts, reading: &ReadingView) -> bool {
    let it = &reading.reading;
    let said =
        !reading.decisions.is_empty() || !it.remark.is_empty() || !it.votes.is_empty() || !it.minority_statement.is_empty();
    said && it.meeting_date.is_none_or(|on| on <= facts.as_of)
}

fn decided(facts: &CaseFacts, form: &FormView, reading: &ReadingView, level: u8) -> Vec<Block> {
    let it = &reading.reading;
    let date = it.meeting_date;
    let values = [
        ("committee", reading.committee.clone()),
        ("date", date.map(|on| long(on, Language::Da)).unwrap_or_default()),
        ("day", date.map(|on| on.format("%d.%m.%Y").to_string()).unwrap_or_default()),
    ];
    let heading = filled(&form.form.decision_pattern, &values);
    let mut blocks = Vec::new();
    if !heading.is_empty() {
        blocks.push(Block::heading(level, heading));
    }
    if it.chairman {
        blocks.push(Block::paragraph(da("draft.chairman", &[])));
    }
    let outer = facts.points.iter().filter(|point| point.point.parent_id.is_none()).count();
    for decision in &reading.decisions {
        let point = facts.points.iter().find(|point| point.point.id == decision.case_point_id);
        let text = match decision.text.trim() {
            "" => format!("{}.", decision.outcome.word(Language::Da)),
            text => text.to_owned(),
        };
        // One decision on the only point there is covers all.
        let covers_all = outer == 1 && point.is_some_and(|point| point.point.parent_id.is_none());
        let label = point.map(|point| point.label.as_str()).filter(|_| !covers_all);
        match label {
            Some(label) => {
                let values = [("label", Value::Name(label)), ("text", Value::Name(&text))];
                blocks.push(Block::paragraph(da("draft.decided", &values)));
            }
            None => blocks.push(Block::paragraph(text)),
        }
    }
    blocks.extend(paragraphs(&it.remark));
    for (key, text) in [("draft.votes", &it.votes), ("draft.minority", &it.minority_statement)] {
        if !text.trim().is_empty() {
            blocks.extend(paragraphs(&da(key, &[("text", Value::Name(text.trim()))])));
        }
    }
    blocks
}
