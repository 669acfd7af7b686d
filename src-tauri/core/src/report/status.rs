//! What has happened since a committee's last meeting.

use chrono::NaiveDate;

use crate::applications::Stage;
use crate::calendar::{PartialDate, long};
use crate::committee::Outcome;
use crate::money::Money;
use crate::pools::Choice;
use crate::report::made::{body, dates, filled, index, kroner, reckoned, said, sum, texts};
use crate::report::{Block, Cell, Column, Reckoned, Row, Section, Table};
use crate::views::{ComingCase, ComingMeeting, Text};
use crate::words::Language;
use crate::words::say::Value;

/// From when on something is told.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Since {
    /// Everything: the committee has not met before.
    #[default]
    Ever,
    /// After its meeting that day.
    Meeting(NaiveDate),
    /// From a day on, that day too.
    Day(NaiveDate),
}

impl Since {
    /// Whether a day is after it.
    pub fn holds(self, day: NaiveDate) -> bool {
        match self {
            Since::Ever => true,
            Since::Meeting(meeting) => day > meeting,
            Since::Day(from) => day >= from,
        }
    }

    /// Whether what a committee decided a day is told of: also at the meeting it is counted from.
    pub fn holds_decision(self, day: NaiveDate) -> bool {
        match self {
            Since::Ever => true,
            Since::Meeting(from) | Since::Day(from) => day >= from,
        }
    }
}

/// What a status is made of. Everything of it has a day of its own by the day of the view.
#[derive(Clone, Debug, Default)]
pub struct Status {
    /// From when on.
    pub since: Since,
    /// The day of the view.
    pub as_of: NaiveDate,
    /// Applications that came to another stage, in order.
    pub moves: Vec<StageMove>,
    /// What the committee decided, and what became of it.
    pub decisions: Vec<CarriedOut>,
    /// Conditions that were answered, in order.
    pub answers: Vec<ConditionAnswer>,
    /// Money that came in, in order.
    pub received: Vec<MoneyIn>,
    /// Deadlines that were moved, in order.
    pub moved: Vec<DeadlineMoved>,
    /// Promises to the committee that were kept, in order.
    pub reported: Vec<Promise>,
    /// Those that are open.
    pub open: Vec<Promise>,
    /// Its meetings ahead and the cases planned for them.
    pub coming: Vec<ComingMeeting>,
}

/// An application came to a stage.
#[derive(Clone, Debug)]
pub struct StageMove {
    /// When, as far as known.
    pub on: PartialDate,
    /// The application.
    pub title: String,
    /// The stage.
    pub stage: Stage,
    /// Why.
    pub reason: String,
}

/// A decision and what became of it.
#[derive(Clone, Debug)]
pub struct CarriedOut {
    /// The meeting.
    pub on: NaiveDate,
    /// The case.
    pub case: String,
    /// The point's number and text.
    pub point: String,
    /// What was decided.
    pub outcome: Outcome,
    /// The application's stage now, where the point is about one: title and stage.
    pub applications: Vec<(String, Stage)>,
    /// The final choice, where the point had a condition.
    pub choice: Option<Choice>,
    /// Whether a condition waits for an answer.
    pub waits: bool,
}

/// A condition that was answered.
#[derive(Clone, Debug)]
pub struct ConditionAnswer {
    /// When.
    pub on: NaiveDate,
    /// Pool or application.
    pub title: String,
    /// The condition.
    pub condition: String,
    /// The answer.
    pub answer: Text,
}

/// Money that came in.
#[derive(Clone, Debug)]
pub struct MoneyIn {
    /// When.
    pub on: NaiveDate,
    /// The application.
    pub application: String,
    /// Which instalment.
    pub title: String,
    /// How much; null where not stated.
    pub amount: Option<Money>,
}

/// A deadline that was moved.
#[derive(Clone, Debug)]
pub struct DeadlineMoved {
    /// When that became known.
    pub on: NaiveDate,
    /// Pool or application.
    pub title: String,
    /// What it is the deadline of.
    pub what: Text,
    /// The day it was.
    pub from: NaiveDate,
    /// The day it is.
    pub to: NaiveDate,
    /// Why; may be empty.
    pub reason: String,
}

/// A promise to the committee.
#[derive(Clone, Debug)]
pub struct Promise {
    /// The case.
    pub case: String,
    /// The promise.
    pub text: String,
    /// When it is due.
    pub due: Option<NaiveDate>,
    /// When it was reported, and what.
    pub reported: Option<(NaiveDate, String)>,
}

/// »Orientering til Beskæftigelses- og Integrationsudvalget siden mødet 18. januar 2019«.
pub fn status_title(since: Since, committee: &str, language: Language) -> String {
    let committee = ("committee", Value::Name(committee));
    match since {
        Since::Ever => filled("status_ever", &[committee], language),
        Since::Meeting(day) => filled("status_since_meeting", &[committee, ("day", Value::Date(day))], language),
        Since::Day(day) => filled("status_since_day", &[committee, ("day", Value::Date(day))], language),
    }
}

/// The status, a heading for each kind of thing; what has none says so.
pub fn status(status: &Status, language: Language) -> Vec<Section> {
    let mut blocks = Vec::new();
    let mut part = |code: &'static str, none: &'static str, columns: Vec<Column>, rows: Vec<Row>| {
        blocks.push(Block::heading(2, said(code, language)));
        if rows.is_empty() {
            blocks.push(Block::paragraph(said(none, language)));
        } else {
            let title = said(code, language).to_owned();
            blocks.push(Block::Table(Table { title, columns, groups: Vec::new(), rows, note: String::new() }));
        }
    };
    let text = |code: &'static str, width: u32| texts(said(code, language), width);
    let day = |width: u32| dates(said("col_day", language), width);
    part(
        "stages_moved",
        "no_stages_moved",
        vec![text("col_day", 14), text("col_application", 36), text("col_stage", 18), text("col_why", 32)],
        status.moves.iter().map(|it| of_move(it, language)).collect(),
    );
    part(
        "decisions_done",
        "no_decisions_done",
        vec![day(12), text("col_case", 28), text("col_point", 30), text("col_decision", 16), text("col_since_then", 24)],
        status.decisions.iter().map(|it| of_decision(it, language)).collect(),
    );
    part(
        "conditions_answered",
        "no_conditions_answered",
        vec![day(12), text("col_subject", 30), text("col_condition", 30), text("col_answer", 28)],
        status.answers.iter().map(|it| of_answer(it, language)).collect(),
    );
    part(
        "money_received",
        "no_money_received",
        vec![
            day(12),
            text("col_application", 34),
            text("col_instalment", 24),
            crate::report::made::numbers(said("col_amount", language), 16),
        ],
        received(&status.received, language),
    );
    part(
        "deadlines_moved",
        "no_deadlines_moved",
        vec![
            day(12),
            text("col_subject", 28),
            text("col_what", 18),
            dates(said("col_from", language), 12),
            dates(said("col_to", language), 12),
            text("col_why", 24),
        ],
        status.moved.iter().map(|it| of_moved(it, language)).collect(),
    );
    part(
        "promises_kept",
        "no_promises_kept",
        vec![day(12), text("col_case", 28), text("col_promise", 30), text("col_reported", 30)],
        status.reported.iter().map(of_kept).collect(),
    );
    part(
        "promises_open",
        "no_promises_open",
        vec![text("col_case", 34), text("col_promise", 42), dates(said("col_due", language), 14)],
        status.open.iter().map(of_open).collect(),
    );
    part(
        "cases_coming",
        "no_cases_coming",
        vec![text("col_meeting", 20), text("col_case", 36), text("col_kind", 16), text("col_why", 30)],
        status.coming.iter().flat_map(|it| of_meeting(it, status.as_of, language)).collect(),
    );
    vec![Section { landscape: false, blocks }]
}

fn of_move(it: &StageMove, language: Language) -> Row {
    body(vec![
        Cell::day(it.on, language),
        Cell::text(it.title.clone()),
        Cell::text(it.stage.word(language)),
        Cell::text(it.reason.clone()),
    ])
}

fn of_decision(it: &CarriedOut, language: Language) -> Row {
    let mut since: Vec<String> = it.choice.map(|choice| choice.word(language).to_owned()).into_iter().collect();
    since.extend(it.applications.iter().map(|(title, stage)| match it.applications.len() {
        1 => stage.word(language).to_owned(),
        _ => format!("{title}: {}", stage.word(language)),
    }));
    if it.waits {
        since.push(said("condition_waits", language).to_owned());
    }
    body(vec![
        Cell::Date { date: it.on },
        Cell::text(it.case.clone()),
        Cell::text(it.point.clone()),
        Cell::text(it.outcome.word(language)),
        Cell::text(since.join("; ")),
    ])
}

fn of_answer(it: &ConditionAnswer, language: Language) -> Row {
    body(vec![
        Cell::Date { date: it.on },
        Cell::text(it.title.clone()),
        Cell::text(it.condition.clone()),
        Cell::text(it.answer.in_language(language)),
    ])
}

fn received(all: &[MoneyIn], language: Language) -> Vec<Row> {
    let mut rows: Vec<Row> = all
        .iter()
        .map(|it| {
            body(vec![
                Cell::Date { date: it.on },
                Cell::text(it.application.clone()),
                Cell::text(it.title.clone()),
                it.amount.map_or_else(|| Cell::text(said("amount_not_stated", language)), kroner),
            ])
        })
        .collect();
    if rows.len() > 1 {
        let total: Money = all.iter().filter_map(|it| it.amount).sum();
        let decimals = if total.oere() % 100 == 0 { 0 } else { 2 };
        let down = Reckoned::Down { from: 0, to: index(rows.len() - 1) };
        rows.push(sum(vec![
            Cell::text(said("sum", language)),
            Cell::Empty,
            Cell::Empty,
            reckoned(total.kroner(), decimals, down),
        ]));
    }
    rows
}

fn of_moved(it: &DeadlineMoved, language: Language) -> Row {
    body(vec![
        Cell::Date { date: it.on },
        Cell::text(it.title.clone()),
        Cell::text(it.what.in_language(language)),
        Cell::Date { date: it.from },
        Cell::Date { date: it.to },
        Cell::text(it.reason.clone()),
    ])
}

fn of_kept(it: &Promise) -> Row {
    let (on, report) = match &it.reported {
        Some((day, report)) => (Cell::Date { date: *day }, report.clone()),
        None => (Cell::Empty, String::new()),
    };
    body(vec![on, Cell::text(it.case.clone()), Cell::text(it.text.clone()), Cell::text(report)])
}

fn of_open(it: &Promise) -> Row {
    let due = it.due.map_or(Cell::Empty, |date| Cell::Date { date });
    body(vec![Cell::text(it.case.clone()), Cell::text(it.text.clone()), due])
}

fn of_meeting(it: &ComingMeeting, as_of: NaiveDate, language: Language) -> Vec<Row> {
    let when = |case: &ComingCase| match (&it.meeting, it.after_on) {
        (Some(meeting), _) => long(meeting.held_on, language),
        (None, Some(after)) => {
            let is_late = case.due_on.is_some_and(|due| due < as_of);
            filled(if is_late { "first_after_past" } else { "first_after" }, &[("day", Value::Date(after))], language)
        }
        (None, None) => said("no_meeting_day", language).to_owned(),
    };
    let row = |case: &ComingCase| {
        body(vec![
            Cell::text(when(case)),
            Cell::text(case.title.clone()),
            Cell::text(case.kind.word(language)),
            Cell::text(case.reason.in_language(language)),
        ])
    };
    it.cases.iter().map(row).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::deadlines::PlannedKind;

    #[test]
    fn a_case_whose_day_has_passed_without_a_meeting_says_so() {
        let case = ComingCase {
            key: String::new(),
            title: "Rapport".to_owned(),
            kind: PlannedKind::StatusReport,
            reason: Text::default(),
            due_on: "2009-07-01".parse().ok(),
            missed_on: None,
            moved_from: None,
            moved_reason: String::new(),
            application_id: None,
            case_id: None,
            row: None,
        };
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let meeting = ComingMeeting {
            meeting: None,
            after_on: Some(day("2009-07-01")),
            paper_due: None,
            working_days: None,
            cases: vec![case],
        };
        let when = |as_of: &str| of_meeting(&meeting, day(as_of), Language::Da)[0].cells[0].shown(Language::Da);
        assert_eq!(when("2009-07-01"), "Første møde efter 1. juli 2009");
        assert!(when("2009-07-02").contains("dagen er passeret"));
    }
}
