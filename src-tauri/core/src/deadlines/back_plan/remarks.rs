//! What else is to be said of a plan.

use chrono::NaiveDate;

use crate::calendar::{DayUnit, PartialDate};
use crate::deadlines::back_plan::readings::{Reached, Why, covers, with_latest};
use crate::deadlines::back_plan::{Setting, ToPlan, said};
use crate::deadlines::oddities;
use crate::views::Text;
use crate::words::Language;
use crate::words::say::Value;

/// What is odd about the decisions and days of an application, whatever its plan.
pub(super) fn of_application(setting: &Setting<'_>, it: &ToPlan<'_>) -> Vec<Text> {
    let mut found = Vec::new();
    // Of a project whose first day is not known to the day no number of days can be said.
    let began = it.period_start.and_then(|start| if let PartialDate::Day(day) = start { Some(day) } else { None });
    if let (Some(decided), Some(began)) = (it.approved_on, began.filter(|began| *began <= setting.as_of)) {
        let after = (decided - began).num_days();
        if let Some(after) = i32::try_from(after).ok().filter(|after| *after > 0) {
            let values =
                [("day", Value::Date(decided)), ("count", Value::Days(after, DayUnit::Days)), ("start", Value::Date(began))];
            found.push(said("plan_remark.decided_after_start", &values));
        }
    }
    let granted = it.granted.map(PartialDate::last_day).filter(|day| *day <= setting.as_of);
    if let (Some(granted), Some(decided)) = (granted, it.approved_on)
        && granted < decided
    {
        found.push(said(
            "plan_remark.granted_before_decision",
            &[("day", Value::Date(granted)), ("decided", Value::Date(decided))],
        ));
    }
    if let (Some(start), Some(answer)) = (it.period_start, it.answer_expected)
        && start.last_day() < answer.first_day()
    {
        let values = [("start", Value::Text(written(start))), ("answer", Value::Text(written(answer)))];
        found.push(said("plan_remark.start_before_answer", &values));
    }
    if let Some(refused) = it.refused_on {
        found.push(said("plan_remark.refused", &[("day", Value::Date(refused))]));
    }
    found
}

fn written(date: PartialDate) -> Text {
    Text::new(date.long(Language::Da), date.long(Language::En))
}

/// What is odd about the meetings that are planned for.
pub(super) fn of_readings(setting: &Setting<'_>, it: &ToPlan<'_>, readings: &[Reached<'_>], sending: NaiveDate) -> Vec<Text> {
    let mut found = Vec::new();
    for (reading, latest) in with_latest(setting, readings, sending) {
        let committee = || ("committee", Value::Name(&reading.committee.short_name));
        let held = || ("day", Value::Date(reading.held_on));
        found.extend(
            oddities(reading.held_on, setting.calendar)
                .into_iter()
                .map(|odd| said("plan_remark.meeting_on_odd_day", &[committee(), held(), ("odd", Value::Text(odd))])),
        );
        // It is the last that is known by then.
        if reading.why == Why::Last && !covers(setting, reading.committee, latest) {
            found.push(said("plan_remark.later_meetings_unknown", &[committee(), held()]));
        }
    }
    if let (Some(chosen), Some(first)) = (it.plan.and_then(|plan| plan.meeting_id), readings.first())
        && first.meeting.is_none_or(|meeting| meeting.id != chosen)
    {
        found.push(said("plan_remark.chosen_not_possible", &[("day", Value::Date(first.held_on))]));
    }
    found
}

/// The cases that were put to a meeting too late for sending.
pub(super) fn of_late(it: &ToPlan<'_>, readings: &[Reached<'_>], sending: NaiveDate) -> Option<Text> {
    let planned = |committee: u32| readings.iter().any(|reading| reading.committee.id == committee && reading.put.is_some());
    let late = it.put.iter().filter(|put| put.outcome.is_none() && put.held_on > sending && !planned(put.committee_id));
    let late = late.min_by_key(|put| put.held_on)?;
    Some(said("plan_remark.put_too_late", &[("day", Value::Date(late.held_on)), ("sending", Value::Date(sending))]))
}
