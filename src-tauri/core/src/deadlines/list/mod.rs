//! The list of days to keep: what each is before and after a person did something about it. Pure rules; loading is the store's.

mod application;
mod calls;
mod cases;
mod sources;
mod told;

use std::collections::HashMap;
use std::rc::Rc;

use chrono::NaiveDate;

pub use application::Work;
pub use calls::{CallDays, DeadlineSet, call_of, calls_differ, next_call};
pub use cases::{CaseDays, Session};
pub use sources::Differing;
pub use told::{gravest, is_open, next_day, of_one_each, raised};

use crate::calendar::{DayUnit, PartialDate, WorkCalendar};
use crate::deadlines::flags::{DayFacts, flags};
use crate::deadlines::{Deadline, DeadlineKind, DeadlineMark, DeadlineOrigin, PlanStep, deadline_key};
use crate::views::{DeadlineItem, Text};

/// Whose a day is: an application's, a pool's or a case's.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Whose {
    /// Its title. Danish.
    pub title: String,
    /// Who looks after it.
    pub person_id: Option<u32>,
    /// Its department.
    pub department_id: Option<u32>,
    /// Its committees.
    pub committee_ids: Vec<u32>,
    /// The application to open.
    pub application_id: Option<u32>,
    /// The pool to open, by key.
    pub pool_key: Option<String>,
    /// The case to open.
    pub case_id: Option<u32>,
}

/// What becomes of a day as time goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Life {
    /// It is to be kept until it is done.
    Open,
    /// When it has passed there is nothing to do any more: the call has opened, the questions are closed.
    Lapses,
    /// It is shown and says nothing: the money is not promised, or the day the fact counts from is not known.
    Quiet,
    /// What it belongs to is ended.
    Over,
}

/// A day before what a person did about it.
#[derive(Clone, Debug, PartialEq)]
pub struct Day {
    /// The table of the record it belongs to.
    pub subject_table: &'static str,
    /// Its row id.
    pub subject_id: u32,
    /// What it is.
    pub kind: DeadlineKind,
    /// Which, of several.
    pub part: String,
    /// The step, of a back-plan.
    pub step: Option<PlanStep>,
    /// Whose it is.
    pub whose: Rc<Whose>,
    /// The person, where not the owner.
    pub person_id: Option<u32>,
    /// The committees, where not those of the application or case.
    pub committee_ids: Option<Vec<u32>>,
    /// More. Danish.
    pub detail: String,
    /// The day.
    pub on: NaiveDate,
    /// Its month or year, where its source says no more.
    pub partial: Option<PartialDate>,
    /// Its time of day.
    pub time: Option<String>,
    /// Where it comes from.
    pub origin: DeadlineOrigin,
    /// The rule, source or reason.
    pub source: Option<Text>,
    /// The day the plan gives, where it is pinned.
    pub ruled_on: Option<NaiveDate>,
    /// The day it was before.
    pub moved_from: Option<NaiveDate>,
    /// When it was done, as its own record says.
    pub done_on: Option<NaiveDate>,
    /// Who it waits on, as its own record says.
    pub waiting_for: String,
    /// What becomes of it.
    pub life: Life,
    /// Why it can no longer be reached as planned.
    pub risk: Option<Text>,
    /// What contradicts it.
    pub contradiction: Option<Text>,
    /// What a person entered.
    pub row: Option<Deadline>,
}

impl Day {
    /// A day of a record, as it was entered. Where only a month or a year is known, a start stands at its first day and all else at its
    /// last.
    pub fn of(
        whose: &Rc<Whose>,
        (table, id): (&'static str, u32),
        kind: DeadlineKind,
        on: impl Into<PartialDate>,
        life: Life,
    ) -> Day {
        let known: PartialDate = on.into();
        Day {
            subject_table: table,
            subject_id: id,
            kind,
            part: String::new(),
            step: None,
            whose: whose.clone(),
            person_id: None,
            committee_ids: None,
            detail: String::new(),
            on: if kind == DeadlineKind::Start { known.first_day() } else { known.last_day() },
            partial: Some(known).filter(|known| known.is_partial()),
            time: None,
            origin: DeadlineOrigin::Typed,
            source: None,
            ruled_on: None,
            moved_from: None,
            done_on: None,
            waiting_for: String::new(),
            life,
            risk: None,
            contradiction: None,
            row: None,
        }
    }

    /// What it is known by.
    pub fn key(&self) -> String {
        deadline_key(self.subject_table, self.subject_id, self.kind, &self.part)
    }
}

/// The day the list is made for, and what it is counted by.
#[derive(Clone, Copy, Debug)]
pub struct Office<'a> {
    /// The municipality.
    pub municipality: u32,
    /// The day.
    pub as_of: NaiveDate,
    /// Which days the municipality works.
    pub calendar: &'a WorkCalendar,
    /// How many working days before a day it is near.
    pub near: u32,
}

/// Tables whose own record keeps when it was done.
pub const DONE_IN_RECORD: [&str; 3] = ["deadline", "application_task", "application_milestone"];

/// The day as the list has it, with what a person did about it: `marks` are by key.
pub fn item(day: Day, marks: &HashMap<String, DeadlineMark>, office: Office<'_>) -> DeadlineItem {
    let key = day.key();
    let mark = marks.get(&key);
    let own = with_record(&day, mark, office.municipality);
    let as_of = office.as_of;
    let from_data = matches!(day.origin, DeadlineOrigin::Rule | DeadlineOrigin::Plan | DeadlineOrigin::Pinned);
    let is_entered = day.subject_table == "deadline";
    let pinned = mark.and_then(|mark| mark.pinned_on).filter(|_| day.origin == DeadlineOrigin::Rule);
    let on = pinned.unwrap_or(day.on);
    let partial = day.partial.filter(|_| pinned.is_none());
    let (origin, ruled_on) = match pinned {
        Some(_) => (DeadlineOrigin::Pinned, Some(day.on)),
        None => (day.origin, day.ruled_on),
    };
    let reason = mark.filter(|_| origin == DeadlineOrigin::Pinned).map(|mark| mark.pinned_reason.as_str());
    let source = match reason {
        Some(reason) if !reason.is_empty() => Some(Text::new(reason, "")),
        _ => day.source,
    };
    let done_on = day.done_on.or(mark.and_then(|mark| mark.done_on)).filter(|done| *done <= as_of);
    let aside_until = mark.and_then(|mark| mark.aside_until).filter(|until| *until > as_of);
    let marked = mark.map(|mark| mark.waiting_for.as_str()).filter(|waiting| !waiting.is_empty());
    let waiting_for = marked.map_or(day.waiting_for, str::to_owned);
    // What is only known to lie in a month or a year is late when that is over.
    let latest = partial.map_or(on, PartialDate::last_day);
    let ended = day.life == Life::Over || day.life == Life::Lapses && latest < as_of;
    let working_days = |to| office.calendar.between(as_of, to, DayUnit::WorkingDays);
    let facts = DayFacts {
        kind: day.kind,
        on: latest,
        partial,
        as_of,
        working_days: working_days(latest),
        near: office.near,
        time: day.time.as_deref(),
        moved_from: day.moved_from,
        waiting_for: &waiting_for,
        risk: day.risk,
        contradiction: day.contradiction,
    };
    let silent = done_on.is_some() || aside_until.is_some() || ended || day.life == Life::Quiet;
    let flags = if silent { Vec::new() } else { flags(facts) };
    let whose = &day.whose;
    DeadlineItem {
        key,
        subject_table: day.subject_table.to_owned(),
        subject_id: day.subject_id,
        kind: day.kind,
        part: day.part,
        step: day.step,
        title: whose.title.clone(),
        detail: day.detail,
        on,
        partial,
        time: day.time,
        origin,
        source,
        ruled_on,
        moved_from: day.moved_from,
        days: i32::try_from((on - as_of).num_days()).unwrap_or(i32::MAX),
        working_days: working_days(on),
        flags,
        done_on,
        ended,
        aside_until,
        waiting_for,
        person_id: day.person_id.or(whose.person_id),
        department_id: whose.department_id,
        committee_ids: day.committee_ids.unwrap_or_else(|| whose.committee_ids.clone()),
        application_id: whose.application_id,
        pool_key: whose.pool_key.clone(),
        case_id: whose.case_id,
        can_move: is_entered || from_data && day.kind != DeadlineKind::Meeting,
        can_do: from_data || DONE_IN_RECORD.contains(&day.subject_table) || day.kind == DeadlineKind::Target,
        mark: own.or_else(|| mark.cloned()),
        row: day.row,
    }
}

/// The mark of a day whose own record keeps when it was done, and of a task who it waits on: with what that says, to change as a mark
/// is changed.
fn with_record(day: &Day, mark: Option<&DeadlineMark>, municipality_id: u32) -> Option<DeadlineMark> {
    let says = day.done_on.is_some() || !day.waiting_for.is_empty();
    if !DONE_IN_RECORD.contains(&day.subject_table) || !says {
        return None;
    }
    let none = || DeadlineMark {
        id: 0,
        version: 0,
        municipality_id,
        subject_table: day.subject_table.to_owned(),
        subject_id: day.subject_id,
        kind: day.kind,
        part: day.part.clone(),
        pinned_on: None,
        pinned_reason: String::new(),
        done_on: None,
        aside_until: None,
        aside_reason: String::new(),
        waiting_for: String::new(),
    };
    let mark = mark.cloned().unwrap_or_else(none);
    let waiting_for = if day.waiting_for.is_empty() { mark.waiting_for.clone() } else { day.waiting_for.clone() };
    Some(DeadlineMark { done_on: day.done_on, waiting_for, ..mark })
}

/// The order of the list: by day and time of day, what has none last of its day.
pub fn in_order(items: &mut [DeadlineItem]) {
    items.sort_by(|a, b| {
        let order = |it: &DeadlineItem| (it.on, it.time.is_none(), it.kind);
        let same_time = || a.time.cmp(&b.time).then_with(|| a.title.cmp(&b.title)).then_with(|| a.key.cmp(&b.key));
        order(a).cmp(&order(b)).then_with(same_time)
    });
}
