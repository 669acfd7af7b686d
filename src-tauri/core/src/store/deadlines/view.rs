//! What the screen shows beside the days: conflicts, the applications as bars, the days that are no ordinary ones.

use std::collections::HashSet;

use chrono::{Datelike, Months, NaiveDate};

use crate::calendar::{PartialDate, WorkCalendar, holidays};
use crate::deadlines::list::{Work, is_open};
use crate::deadlines::{Flag, PlanOutcome};
use crate::store::deadlines::load::Loaded;
use crate::views::{ApplicationBar, Conflict, DeadlineItem, DeadlinesView, SpecialDay, Text};
use crate::words::say::sentence;

/// How many years before and after the day special days are given.
const YEARS: u32 = 10;

/// The screen of the days.
pub fn view(loaded: Loaded, as_of: NaiveDate) -> DeadlinesView {
    DeadlinesView {
        as_of,
        conflicts: conflicts(&loaded),
        bars: bars(&loaded),
        special_days: special_days(&loaded, as_of),
        meetings: loaded.meetings,
        undated: loaded.undated,
        items: loaded.items,
    }
}

/// Back-plans that reach no committee or cannot be kept as they are, then days that contradict each other; the nearest first.
fn conflicts(loaded: &Loaded) -> Vec<Conflict> {
    let is_ahead = |work: &&Work| !work.stage.is_sent() && !work.stage.is_end();
    let mut found: Vec<Conflict> = Vec::new();
    for work in loaded.works.iter().filter(is_ahead) {
        let Some(plan) = loaded.plans.get(&work.id) else { continue };
        found.extend(plan.is_conflict().then(|| of_plan(work, plan)));
        found.extend(within_plan(work, plan));
    }
    found.sort_by_key(|conflict| (conflict.on.is_none(), conflict.on));
    let mut said = HashSet::new();
    let contradictory = loaded.items.iter().filter(|item| is_open(item)).filter_map(of_day);
    found.extend(
        contradictory.filter(|conflict| said.insert((conflict.application_id, conflict.case_id, conflict.sentence.da.clone()))),
    );
    found
}

fn of_plan(work: &Work, plan: &PlanOutcome) -> Conflict {
    Conflict {
        key: format!("application:{}:plan", work.id),
        title: work.whose.title.clone(),
        state: Some(plan.state),
        sentence: plan.sentence.clone(),
        options: plan.options.iter().map(|option| option.sentence.clone()).collect(),
        on: plan.deadline,
        application_id: Some(work.id),
        pool_key: None,
        case_id: None,
    }
}

/// What else cannot be kept of a plan.
fn within_plan(work: &Work, plan: &PlanOutcome) -> impl Iterator<Item = Conflict> {
    plan.conflicts.iter().map(|it| Conflict {
        key: format!("application:{}:plan:{}", work.id, it.part),
        sentence: it.sentence.clone(),
        options: it.options.clone(),
        ..of_plan(work, plan)
    })
}

fn of_day(item: &DeadlineItem) -> Option<Conflict> {
    let said = item.flags.iter().find(|said| said.flag == Flag::Contradictory)?;
    Some(Conflict {
        key: item.key.clone(),
        title: item.title.clone(),
        state: None,
        sentence: said.reason.clone(),
        options: vec![said.action.clone()],
        on: Some(item.on),
        application_id: item.application_id,
        pool_key: item.pool_key.clone(),
        case_id: item.case_id,
    })
}

/// The applications that have a day at all, in the order they start.
fn bars(loaded: &Loaded) -> Vec<ApplicationBar> {
    let bar = |work: &Work| {
        let first_step = || work.steps.iter().find_map(|(_, on)| *on).map(PartialDate::first_day);
        let exact = |on: Option<PartialDate>| on.is_none_or(|on| matches!(on, PartialDate::Day(_)));
        ApplicationBar {
            application_id: work.id,
            title: work.whose.title.clone(),
            from: loaded.begun.get(&work.id).copied().or_else(first_step),
            deadline: loaded.deadlines.get(&work.id).copied(),
            period_start: work.period_start.map(PartialDate::first_day),
            period_end: work.period_end.map(PartialDate::last_day),
            exact: exact(work.period_start) && exact(work.period_end),
            ended: work.stage.is_end(),
            department_id: work.whose.department_id,
            person_id: work.whose.person_id,
            committee_ids: work.whose.committee_ids.clone(),
        }
    };
    let start = |bar: &ApplicationBar| bar.from.or(bar.deadline).or(bar.period_start).or(bar.period_end);
    let mut bars: Vec<ApplicationBar> = loaded.works.iter().map(bar).filter(|bar| start(bar).is_some()).collect();
    bars.sort_by_key(|bar| (start(bar), bar.application_id));
    bars
}

/// Holidays, closing days and recesses, in the order they begin.
fn special_days(loaded: &Loaded, as_of: NaiveDate) -> Vec<SpecialDay> {
    let (Some(first), Some(last)) = (loaded.items.first(), loaded.items.last()) else { return Vec::new() };
    let years = Months::new(12 * YEARS);
    let from = first.on.max(as_of.checked_sub_months(years).unwrap_or(as_of)).min(as_of);
    let to = last.on.min(as_of.checked_add_months(years).unwrap_or(as_of)).max(as_of);
    let own = loaded.calendar.closings().iter().map(|closing| SpecialDay {
        first: closing.first,
        last: closing.last,
        holiday: None,
        title: Text::new(closing.title.as_str(), ""),
        recess: closing.recess,
    });
    let mut found: Vec<SpecialDay> = own.collect();
    for year in from.year()..=to.year() {
        found.extend(holidays(year).into_iter().map(|(day, holiday)| SpecialDay {
            first: day,
            last: day,
            holiday: Some(holiday),
            title: Text::default(),
            recess: false,
        }));
        found.extend(closed(&loaded.calendar, year));
    }
    found.retain(|day| day.last >= from && day.first <= to);
    found.sort_by_key(|day| (day.first, day.last));
    found
}

/// The days of a year the law does not make holidays and that are closed all the same.
fn closed(calendar: &WorkCalendar, year: i32) -> impl Iterator<Item = SpecialDay> {
    const FIXED: [(u32, u32, &str); 3] =
        [(6, 5, "closing_day.constitution_day"), (12, 24, "closing_day.christmas_eve"), (12, 31, "closing_day.new_years_eve")];
    FIXED.into_iter().filter_map(move |(month, day, name)| {
        let day = NaiveDate::from_ymd_opt(year, month, day)?;
        let title = sentence(name, &[]).unwrap_or_default();
        calendar.is_closed(day).then_some(SpecialDay { first: day, last: day, holiday: None, title, recess: false })
    })
}
