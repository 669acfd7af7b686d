//! What is planned, demanded, decided, written and changed.

use chrono::DateTime;

use super::{DossierFacts, day, part, row, said, text};
use crate::calendar::{PartialDate, in_copenhagen, long};
use crate::ops::Op;
use crate::report::days as told;
use crate::report::points::decided;
use crate::report::{Block, Cell, ColumnKind, point_text};
use crate::views::{DocumentContent, HistoryEntry};
use crate::words::Language;

fn partial(day: Option<PartialDate>, language: Language) -> Cell {
    day.map_or(Cell::Empty, |day| Cell::day(day, language))
}

/// Several texts of a cell, each on its own line.
fn lines(parts: &[&str]) -> Cell {
    text(&parts.iter().copied().filter(|part| !part.trim().is_empty()).collect::<Vec<_>>().join("\n"))
}

/// Targets, activities and milestones.
pub fn plan(of: &DossierFacts<'_>, language: Language) -> Vec<Block> {
    let view = of.application;
    let targets = view.targets.iter().map(|target| {
        let (measure, goal, baseline) = (text(&target.measure), text(&target.goal), text(&target.baseline));
        row(vec![text(&target.title), measure, goal, baseline, partial(target.due, language), text(&target.result)])
    });
    let columns = [
        ("target", ColumnKind::Text, 24),
        ("measure", ColumnKind::Text, 22),
        ("goal", ColumnKind::Text, 15),
        ("baseline", ColumnKind::Text, 15),
        ("due", ColumnKind::Text, 10),
        ("result", ColumnKind::Text, 14),
    ];
    let mut blocks = part("targets", &columns, targets.collect(), language);
    let activities = view.activities.iter().map(|activity| row(vec![text(&activity.title), text(&activity.text)]));
    let columns = [("activity", ColumnKind::Text, 30), ("content", ColumnKind::Text, 70)];
    blocks.extend(part("activities", &columns, activities.collect(), language));
    let milestones = view.milestones.iter().map(|milestone| {
        let ends = [milestone.starts, milestone.ends].map(|end| partial(end, language));
        let [starts, ends] = ends;
        row(vec![text(&milestone.title), starts, ends, day(milestone.done_on)])
    });
    let columns = [
        ("milestone", ColumnKind::Text, 46),
        ("starts", ColumnKind::Text, 18),
        ("ends", ColumnKind::Text, 18),
        ("done", ColumnKind::Date, 18),
    ];
    blocks.extend(part("milestones", &columns, milestones.collect(), language));
    blocks
}

/// Conditions of the grant, and what the call demands.
pub fn conditions(of: &DossierFacts<'_>, language: Language) -> Vec<Block> {
    let conditions = of.application.conditions.iter().map(|condition| {
        row(vec![text(&condition.text), day(condition.due_on), day(condition.closed_on), text(&condition.answer)])
    });
    let columns = [
        ("condition", ColumnKind::Text, 42),
        ("due", ColumnKind::Date, 15),
        ("answered", ColumnKind::Date, 15),
        ("answer", ColumnKind::Text, 28),
    ];
    let mut blocks = part("conditions", &columns, conditions.collect(), language);
    let named = |id: Option<u32>| {
        let found = of.application.documents.iter().find(|found| Some(found.document.id) == id);
        found.map_or("", |found| found.document.name.as_str())
    };
    let demands = of.application.checklist.iter().map(|item| {
        let required = said(if item.required { "yes" } else { "no" }, language);
        row(vec![text(&item.title), Cell::text(required), text(named(item.document_id))])
    });
    let columns = [("demand", ColumnKind::Text, 48), ("required", ColumnKind::Text, 14), ("document", ColumnKind::Text, 38)];
    blocks.extend(part("checklist", &columns, demands.collect(), language));
    blocks
}

/// Days to keep.
pub fn days(of: &DossierFacts<'_>, language: Language) -> Vec<Block> {
    let rules = told::rules(of.days, language);
    let rows = of.days.iter().map(|item| {
        let (date, time) = (Cell::day(item.when(), language), told::time(item, language));
        let what = text(&told::what(item, language));
        row(vec![date, Cell::text(time), what, text(&told::origin(item, &rules, language)), day(item.done_on)])
    });
    let columns = [
        ("day", ColumnKind::Date, 13),
        ("time", ColumnKind::Text, 15),
        ("what", ColumnKind::Text, 28),
        ("source", ColumnKind::Text, 31),
        ("done", ColumnKind::Date, 13),
    ];
    let mut blocks = part("days", &columns, rows.collect(), language);
    if let Some(Block::Table(table)) = blocks.last_mut() {
        table.note = told::rules_note(&rules, language);
    }
    blocks
}

/// What was put to committees and decided.
pub fn decisions(of: &DossierFacts<'_>, language: Language) -> Vec<Block> {
    let rows = of.application.puts.iter().map(|put| {
        let outcome = put.outcome.map(|outcome| decided(outcome, &put.decision_text, language));
        let outcome = outcome.unwrap_or_else(|| put.decision_text.clone());
        let said = lines(&[&outcome, &put.remark]);
        let asked = lines(&[&format!("{}. {}", put.label, point_text(&put.label, &put.text)), &put.condition]);
        row(vec![day(put.meeting_date), Cell::text(&put.committee), text(&put.case_title), asked, said])
    });
    let columns = [
        ("meeting", ColumnKind::Date, 13),
        ("committee", ColumnKind::Text, 12),
        ("case", ColumnKind::Text, 23),
        ("recommended", ColumnKind::Text, 28),
        ("decided", ColumnKind::Text, 24),
    ];
    part("decisions", &columns, rows.collect(), language)
}

/// Tasks and notes.
pub fn tasks(of: &DossierFacts<'_>, language: Language) -> Vec<Block> {
    let person = |id: Option<u32>| of.office.people.iter().find(|person| Some(person.id) == id).map_or("", |person| &person.name);
    let tasks = of.application.tasks.iter().map(|task| {
        let who = lines(&[person(task.person_id), &task.waiting_for]);
        row(vec![text(&task.title), who, day(task.due_on), day(task.done_on)])
    });
    let columns = [
        ("task", ColumnKind::Text, 44),
        ("who", ColumnKind::Text, 28),
        ("due", ColumnKind::Date, 14),
        ("done", ColumnKind::Date, 14),
    ];
    let mut blocks = part("tasks", &columns, tasks.collect(), language);
    let notes = of
        .application
        .notes
        .iter()
        .map(|note| row(vec![Cell::Date { date: note.written_on }, Cell::text(&note.author), text(&note.text)]));
    let columns = [("day", ColumnKind::Date, 14), ("who", ColumnKind::Text, 20), ("note", ColumnKind::Text, 66)];
    blocks.extend(part("notes", &columns, notes.collect(), language));
    blocks
}

/// The documents, also those whose content is gone.
pub fn documents(of: &DossierFacts<'_>, language: Language) -> Vec<Block> {
    let rows = of.application.documents.iter().map(|found| {
        let document = &found.document;
        let state = state(found.content, document.content_removed_on, language);
        let filed = if document.journalised {
            format!("{} {}", said("journalised", language), document.record_number)
        } else {
            String::new()
        };
        let name = Cell::text(&document.name);
        row(vec![
            name,
            Cell::text(document.kind.word(language)),
            day(document.dated_on),
            Cell::Date { date: document.added_on },
            lines(&[&state, &filed, &document.note]),
        ])
    });
    let columns = [
        ("document", ColumnKind::Text, 34),
        ("kind", ColumnKind::Text, 16),
        ("dated", ColumnKind::Date, 13),
        ("added", ColumnKind::Date, 13),
        ("note", ColumnKind::Text, 24),
    ];
    part("documents", &columns, rows.collect(), language)
}

/// That a document's content is gone, and why; empty where it is there.
pub fn state(content: DocumentContent, removed_on: Option<chrono::NaiveDate>, language: Language) -> String {
    match (content, removed_on) {
        (DocumentContent::Present, _) => String::new(),
        (DocumentContent::Removed, Some(on)) => said("content_removed", language).replace("{day}", &long(on, language)),
        (DocumentContent::Removed | DocumentContent::Lost, _) => said("content_lost", language).to_owned(),
    }
}

/// Where sources differ.
pub fn differences(of: &DossierFacts<'_>, language: Language) -> Vec<Block> {
    let rows = of.application.discrepancies.iter().map(|found| {
        let settled = found.settled_on.map(|on| long(on, language)).unwrap_or_default();
        let one = lines(&[&found.stated, &found.stated_place]);
        let other = lines(&[&found.other, &found.other_place]);
        row(vec![text(&found.subject), one, other, lines(&[&settled, &found.settlement, &found.note])])
    });
    let columns = [
        ("subject", ColumnKind::Text, 20),
        ("stated", ColumnKind::Text, 28),
        ("other", ColumnKind::Text, 28),
        ("settled", ColumnKind::Text, 24),
    ];
    part("differences", &columns, rows.collect(), language)
}

/// What was changed up to the day, newest first, by the Danish clock.
pub fn history(of: &DossierFacts<'_>, language: Language) -> Vec<Block> {
    let rows = of.application.history.iter().map(|entry| {
        let at = DateTime::parse_from_rfc3339(&entry.at)
            .map_or_else(|_| entry.at.clone(), |at| in_copenhagen(at.to_utc()).format("%d.%m.%Y %H.%M").to_string());
        let what = Op::from_code(&entry.kind).map_or(entry.kind.as_str(), |op| op.word(language));
        let undone = if entry.undone { said("undone", language) } else { "" };
        row(vec![Cell::text(at), Cell::text(&entry.actor), lines(&[what, undone]), text(&touched(entry))])
    });
    let columns = [
        ("when", ColumnKind::Text, 18),
        ("who", ColumnKind::Text, 20),
        ("what", ColumnKind::Text, 26),
        ("about", ColumnKind::Text, 36),
    ];
    part("history", &columns, rows.collect(), language)
}

/// What an entry of the history touched, each record once.
fn touched(entry: &HistoryEntry) -> String {
    let mut records: Vec<&str> = entry.changes.iter().map(|change| change.record.as_str()).collect();
    records.dedup();
    records.join("\n")
}
