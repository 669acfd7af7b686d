//! The days to keep, by month.

use std::collections::HashMap;

use chrono::Datelike;

use crate::calendar::PartialDate;
use crate::deadlines::Flag;
use crate::deadlines::list::is_open;
use crate::report::days;
use crate::report::made::{blocks, body, dates, filled, heading, numbers, said, texts};
use crate::report::{Block, Cell, Item, ListStyle, Row, Run, Section, Table};
use crate::views::{Conflict, DeadlineItem};
use crate::words::Language;
use crate::words::say::Value;

/// What the list is made of.
#[derive(Clone, Debug, Default)]
pub struct DeadlineList {
    /// The days, soonest first.
    pub items: Vec<DeadlineItem>,
    /// What cannot be kept, the gravest first.
    pub conflicts: Vec<Conflict>,
    /// How many applications, tasks and conditions ought to have a day and have none.
    pub undated: u32,
    /// Names of people by id.
    pub people: HashMap<u32, String>,
    /// Names of departments.
    pub departments: HashMap<u32, String>,
    /// Short names of committees.
    pub committees: HashMap<u32, String>,
}

/// The list: what cannot be kept first, then every day under its month.
pub fn deadlines(list: &DeadlineList, language: Language) -> Vec<Section> {
    let mut blocks = Vec::new();
    if !list.conflicts.is_empty() {
        blocks.push(Block::heading(2, said("conflicts", language)));
        blocks.push(Block::List {
            style: ListStyle::Bullets,
            items: list.conflicts.iter().map(|conflict| of_conflict(conflict, language)).collect(),
        });
    }
    blocks.push(Block::heading(2, said("days", language)));
    if list.items.is_empty() {
        blocks.push(Block::paragraph(said("no_days", language)));
    } else {
        blocks.push(Block::Table(table(list, language)));
    }
    if list.undated > 0 {
        let count = list.undated.to_string();
        blocks.push(Block::paragraph(filled("days_undated", &[("count", Value::Name(&count))], language)));
    }
    vec![Section { landscape: true, blocks }]
}

fn of_conflict(conflict: &Conflict, language: Language) -> Item {
    let options =
        conflict.options.iter().map(|option| Item { runs: vec![Run::plain(option.in_language(language))], inside: Vec::new() });
    let options: Vec<Item> = options.collect();
    Item {
        runs: vec![Run::bold(conflict.title.clone()), Run::plain(format!(": {}", conflict.sentence.in_language(language)))],
        inside: if options.is_empty() { Vec::new() } else { vec![Block::List { style: ListStyle::Bullets, items: options }] },
    }
}

fn table(list: &DeadlineList, language: Language) -> Table {
    let columns = vec![
        dates(said("col_day", language), 11),
        texts(said("col_time", language), 10),
        texts(said("col_what", language), 22),
        texts(said("col_subject", language), 20),
        texts(said("col_responsible", language), 20),
        numbers(said("col_days", language), 8),
        numbers(said("col_working_days", language), 11),
        texts(said("col_follows_from", language), 18),
        texts(said("col_remark", language), 22),
    ];
    let rules = days::rules(&list.items, language);
    let mut rows: Vec<Row> = Vec::new();
    let mut month = None;
    for item in &list.items {
        let of_item = (item.on.year(), item.on.month());
        if month != Some(of_item) {
            month = Some(of_item);
            rows.push(heading(PartialDate::Month(of_item.0, of_item.1).long(language)));
        }
        rows.push(body(vec![
            Cell::day(item.when(), language),
            Cell::text(days::time(item, language)),
            Cell::text(days::what(item, language)),
            Cell::text(item.title.clone()),
            Cell::text(responsible(list, item)),
            item.left().map_or(Cell::Empty, |(days, _)| Cell::number(days.into(), 0)),
            item.left().map_or(Cell::Empty, |(_, working_days)| Cell::number(working_days.into(), 0)),
            Cell::text(days::origin(item, &rules, language)),
            remark(item, language),
        ]));
    }
    Table {
        title: said("days", language).to_owned(),
        columns,
        groups: Vec::new(),
        rows,
        note: [said("days_note", language), &days::rules_note(&rules, language)].join(" ").trim_end().to_owned(),
    }
}

/// The person, the department and the committees.
fn responsible(list: &DeadlineList, item: &DeadlineItem) -> String {
    let person = item.person_id.and_then(|id| list.people.get(&id));
    let department = item.department_id.and_then(|id| list.departments.get(&id));
    let committees = item.committee_ids.iter().filter_map(|id| list.committees.get(id));
    person.into_iter().chain(department).chain(committees).map(String::as_str).collect::<Vec<_>>().join(", ")
}

/// What became of it, else what is to be said of it.
fn remark(item: &DeadlineItem, language: Language) -> Cell {
    if let Some(day) = item.done_on {
        return Cell::text(filled("done_on", &[("day", Value::Date(day))], language));
    }
    let mut all = match days::flags(item, language) {
        Cell::Text { blocks } => blocks,
        _ => Vec::new(),
    };
    if !is_open(item) && all.is_empty() {
        all.push(Block::paragraph(said("over", language)));
    }
    // Of a day that is open a flag has said it.
    let is_said = item.flags.iter().any(|said| said.flag == Flag::Blocked);
    if !item.waiting_for.is_empty() && !is_said {
        all.push(Block::paragraph(filled("waits_for", &[("who", Value::Name(&item.waiting_for))], language)));
    }
    blocks(all)
}
