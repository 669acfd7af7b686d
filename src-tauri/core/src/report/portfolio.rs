//! The list of decisions, a page for each committee.

use chrono::NaiveDate;

use crate::applications::Stage;
use crate::committee::{CaseKind, Outcome};
use crate::pools::{Choice, Stance, StanceReason};
use crate::report::made::{body, filled, paragraphs, said, strong, texts};
use crate::report::points::decided;
use crate::report::{Block, Cell, Column, Item, ListStyle, Row, Run, Section, Table};
use crate::words::Language;
use crate::words::say::Value;

/// What the list is made of.
#[derive(Clone, Debug, Default)]
pub struct Portfolio {
    /// The committees in Danish order, each with its cases.
    pub committees: Vec<CommitteePage>,
    /// Pools that are assessed and not put to a committee, by number.
    pub not_put: Vec<DecisionRow>,
}

/// A committee's page.
#[derive(Clone, Debug, Default)]
pub struct CommitteePage {
    /// Its name.
    pub name: String,
    /// Its cases, newest meeting first.
    pub cases: Vec<DecisionCase>,
    /// Applications that concern it and stand in no case of it, newest first: title and stage.
    pub others: Vec<(String, Stage)>,
}

/// A case as the committee had it.
#[derive(Clone, Debug)]
pub struct DecisionCase {
    /// Title.
    pub title: String,
    /// What it asks.
    pub kind: CaseKind,
    /// Number in the case system.
    pub case_number: String,
    /// Number on the agenda.
    pub item_number: String,
    /// The meeting.
    pub meeting: Option<NaiveDate>,
    /// Whether it was held by the day.
    pub held: bool,
    /// A closed item.
    pub closed: bool,
    /// What the committee added, how it voted, what a minority wanted put down; each may be empty.
    pub remarks: [String; 3],
    /// Its points, a row for each pool or application of one.
    pub rows: Vec<DecisionRow>,
    /// What is promised and open, with the day it is due.
    pub follow_ups: Vec<(String, Option<NaiveDate>)>,
}

/// A pool or an application, or a point about none.
#[derive(Clone, Debug, Default)]
pub struct DecisionRow {
    /// Number of the initiative.
    pub number: Option<u32>,
    /// Title of the pool or application; empty for a point about none.
    pub title: String,
    /// The administration's view.
    pub stance: Option<Stance>,
    /// Why we do not apply.
    pub reason: Option<StanceReason>,
    /// The view in words.
    pub assessment: String,
    /// The point's number.
    pub label: String,
    /// What is recommended.
    pub recommendation: String,
    /// What must hold for it.
    pub condition: String,
    /// What was chosen in the end.
    pub choice: Option<Choice>,
    /// What this committee decided, in which words.
    pub decision: Option<(Outcome, String)>,
    /// The applications: title and stage.
    pub applications: Vec<(String, Stage)>,
}

/// The pages; one that says so where there is nothing at all.
pub fn portfolio(portfolio: &Portfolio, language: Language) -> Vec<Section> {
    let mut blocks = Vec::new();
    for page in &portfolio.committees {
        if !blocks.is_empty() {
            blocks.push(Block::PageBreak);
        }
        blocks.extend(of_committee(page, language));
    }
    if !portfolio.not_put.is_empty() {
        if !blocks.is_empty() {
            blocks.push(Block::PageBreak);
        }
        blocks.push(Block::heading(2, said("not_put", language)));
        blocks.push(Block::Table(not_put(&portfolio.not_put, language)));
    }
    if blocks.is_empty() {
        blocks.push(Block::paragraph(said("no_decisions", language)));
    }
    vec![Section { landscape: true, blocks }]
}

fn of_committee(page: &CommitteePage, language: Language) -> Vec<Block> {
    let mut blocks = vec![Block::heading(2, page.name.clone())];
    if page.cases.is_empty() {
        blocks.push(Block::paragraph(said("no_cases", language)));
    }
    for case in &page.cases {
        blocks.extend(of_case(case, language));
    }
    if !page.others.is_empty() {
        let stages = by_stage(&page.others).map(|(stage, titles)| format!(" {}: {titles}.", stage.word(language)));
        let heading = format!("{}:", said("other_applications", language));
        blocks.push(Block::Paragraph { runs: std::iter::once(Run::bold(heading)).chain(stages.map(Run::plain)).collect() });
    }
    blocks
}

/// The titles of each stage in a line, for a committee's page is to be one.
fn by_stage(all: &[(String, Stage)]) -> impl Iterator<Item = (Stage, String)> + '_ {
    let titles = |stage: Stage| all.iter().filter(move |(_, of)| *of == stage).map(|(title, _)| title.as_str());
    let stages = all.iter().enumerate().filter(|(at, (_, stage))| all.iter().position(|(_, of)| of == stage) == Some(*at));
    stages.map(move |(_, (_, stage))| (*stage, titles(*stage).collect::<Vec<_>>().join("; ")))
}

fn of_case(case: &DecisionCase, language: Language) -> Vec<Block> {
    let mut blocks = vec![Block::heading(3, case.title.clone()), Block::paragraph(facts(case, language))];
    if case.rows.is_empty() {
        blocks.push(Block::paragraph(said("no_points", language)));
    } else {
        blocks.push(Block::Table(table(case, language)));
    }
    for (code, text) in ["remark", "votes", "minority"].into_iter().zip(&case.remarks) {
        if !text.trim().is_empty() {
            blocks
                .push(Block::Paragraph { runs: vec![Run::bold(said(code, language)), Run::plain(format!(" {}", text.trim()))] });
        }
    }
    if !case.follow_ups.is_empty() {
        blocks.push(strong(said("follow_ups_open", language)));
        let of = |(text, due): &(String, Option<NaiveDate>)| match due {
            Some(day) => item(filled("promise_by", &[("promise", Value::Name(text)), ("day", Value::Date(*day))], language)),
            None => item(text.clone()),
        };
        blocks.push(Block::List { style: ListStyle::Bullets, items: case.follow_ups.iter().map(of).collect() });
    }
    blocks
}

/// »12. marts 2019 · punkt 3 · Beslutning · sag 2019-123«.
fn facts(case: &DecisionCase, language: Language) -> String {
    let mut facts = vec![match case.meeting {
        Some(day) if case.held => crate::calendar::long(day, language),
        Some(day) => filled("planned_for", &[("day", Value::Date(day))], language),
        None => said("no_meeting_day", language).to_owned(),
    }];
    if !case.item_number.is_empty() {
        facts.push(filled("item_number", &[("number", Value::Name(&case.item_number))], language));
    }
    facts.push(case.kind.word(language).to_owned());
    if !case.case_number.is_empty() {
        facts.push(filled("case_number", &[("number", Value::Name(&case.case_number))], language));
    }
    if case.closed {
        facts.push(said("closed_item", language).to_owned());
    }
    facts.join(" · ")
}

fn columns(of: &[(&'static str, u32)], language: Language) -> Vec<Column> {
    of.iter().map(|(code, width)| texts(said(code, language), *width)).collect()
}

fn table(case: &DecisionCase, language: Language) -> Table {
    let row = |(at, row): (usize, &DecisionRow)| {
        let above = at.checked_sub(1).and_then(|above| case.rows.get(above));
        let repeats = above.is_some_and(|above| above.condition == row.condition);
        body(vec![
            Cell::text(row.number.map(|number| number.to_string()).unwrap_or_default()),
            Cell::text(row.title.clone()),
            Cell::text(if row.title.is_empty() { String::new() } else { stance(row, language) }),
            Cell::text(format!("{}. {}", row.label, row.recommendation)),
            Cell::text(condition(row, repeats, language)),
            Cell::text(decision(case, row, language)),
            Cell::text(applications(row, language)),
        ])
    };
    let columns = columns(
        &[
            ("col_number", 4),
            ("col_pool", 27),
            ("col_stance", 14),
            ("col_recommendation", 35),
            ("col_condition", 20),
            ("col_decision", 13),
            ("col_application", 13),
        ],
        language,
    );
    let (columns, rows) = without_empty(columns, case.rows.iter().enumerate().map(row).collect());
    Table { title: case.title.clone(), columns, groups: Vec::new(), rows, note: String::new() }
}

/// The columns that have anything in a row: one that is empty throughout takes room and says nothing.
fn without_empty(columns: Vec<Column>, rows: Vec<Row>) -> (Vec<Column>, Vec<Row>) {
    let says = |at: &usize| rows.iter().any(|row| row.cells.get(*at).is_some_and(|cell| *cell != Cell::Empty));
    let kept: Vec<usize> = (0..columns.len()).filter(says).collect();
    let of_row = |row: &Row| Row { kind: row.kind, cells: kept.iter().filter_map(|at| row.cells.get(*at).cloned()).collect() };
    (kept.iter().filter_map(|at| columns.get(*at).cloned()).collect(), rows.iter().map(of_row).collect())
}

fn not_put(rows: &[DecisionRow], language: Language) -> Table {
    let columns = columns(
        &[("col_number", 4), ("col_pool", 24), ("col_stance", 20), ("col_assessment", 48), ("col_application", 16)],
        language,
    );
    let row = |row: &DecisionRow| {
        body(vec![
            Cell::text(row.number.map(|number| number.to_string()).unwrap_or_default()),
            Cell::text(row.title.clone()),
            Cell::text(stance(row, language)),
            crate::report::made::blocks(paragraphs(&row.assessment)),
            Cell::text(applications(row, language)),
        ])
    };
    Table {
        title: said("not_put", language).to_owned(),
        columns,
        groups: Vec::new(),
        rows: rows.iter().map(row).collect(),
        note: String::new(),
    }
}

fn stance(row: &DecisionRow, language: Language) -> String {
    match (row.stance, row.reason) {
        (None, _) => said("not_assessed", language).to_owned(),
        (Some(stance), None) => stance.word(language).to_owned(),
        (Some(stance), Some(reason)) => format!("{}: {}", stance.word(language), reason.word(language)),
    }
}

/// The condition, and what answered it; one that the row above has too is not written out again.
fn condition(row: &DecisionRow, repeats: bool, language: Language) -> String {
    let text = if repeats { said("condition_above", language) } else { &row.condition };
    match row.choice {
        _ if row.condition.is_empty() => String::new(),
        Some(choice) => format!("{text}: {}", choice.word(language)),
        None if row.title.is_empty() => text.to_owned(),
        None => filled("condition_open", &[("condition", Value::Name(text))], language),
    }
}

fn decision(case: &DecisionCase, row: &DecisionRow, language: Language) -> String {
    match &row.decision {
        Some((outcome, text)) => decided(*outcome, text, language),
        None if case.held => said("no_decision", language).to_owned(),
        None => said("not_held", language).to_owned(),
    }
}

fn applications(row: &DecisionRow, language: Language) -> String {
    let of = |(title, stage): &(String, Stage)| {
        let word = stage.word(language);
        // An application is often called as its pool.
        if *title == row.title || row.applications.len() == 1 { word.to_owned() } else { format!("{title}: {word}") }
    };
    match row.applications.as_slice() {
        [] if row.title.is_empty() => String::new(),
        [] => said("no_application", language).to_owned(),
        all => all.iter().map(of).collect::<Vec<_>>().join("; "),
    }
}

fn item(text: String) -> Item {
    Item { runs: vec![Run::plain(text)], inside: Vec::new() }
}
