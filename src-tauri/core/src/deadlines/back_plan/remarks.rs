//! What else is to be said of a plan.

use chrono::NaiveDate;

use crate::calendar::{DayUnit, PartialDate};
use crate::deadlines::back_plan::readings::{GAP, Reached, Why, covers, with_latest};
use crate::deadlines::back_plan::standing::so_long;
use crate::deadlines::back_plan::{Setting, ToPlan, said};
use crate::deadlines::{Meeting, oddities};
use crate::office::Committee;
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

/// By how much the nearest meetings are missed: its paper should have been handed in, or it comes too late for what follows.
pub(super) fn of_miss(
    setting: &Setting<'_>,
    it: &ToPlan<'_>,
    way: &[&Committee],
    readings: &[Reached<'_>],
    sending: NaiveDate,
) -> Vec<Text> {
    let paper_missed = |reading: &&Reached<'_>| reading.put.is_none() && reading.last_paper(setting.as_of) < setting.as_of;
    let mut found: Vec<Text> = readings
        .iter()
        .find(paper_missed)
        .map(|reading| {
            let paper = reading.last_paper(setting.as_of);
            let values = [
                ("committee", Value::Name(&reading.committee.short_name)),
                ("day", Value::Date(reading.held_on)),
                ("paper", Value::Date(paper)),
                ("count", so_long(setting, paper, setting.as_of)),
            ];
            said("plan_remark.paper_missed", &values)
        })
        .into_iter()
        .collect();
    found.extend(too_late(setting, it, way, sending).map(|(committee, meeting, latest)| {
        let values = [
            ("committee", Value::Name(&committee.short_name)),
            ("day", Value::Date(meeting.held_on)),
            ("count", so_long(setting, latest, meeting.held_on)),
            ("latest", Value::Date(latest)),
        ];
        said("plan_remark.meeting_too_late", &values)
    }));
    found
}

/// The first meeting after the last day there could be one, of the last committee that has none ahead by then, else of the last.
fn too_late<'a>(
    setting: &Setting<'a>,
    it: &ToPlan<'_>,
    way: &[&'a Committee],
    sending: NaiveDate,
) -> Option<(&'a Committee, &'a Meeting, NaiveDate)> {
    let (mut by, mut further, mut of_last) = (sending, false, None);
    for committee in way.iter().rev() {
        let latest = setting.latest_held(by, further);
        let meetings = setting.meetings_of(committee.id);
        let after = meetings.iter().find(|meeting| meeting.held_on > latest);
        let missed =
            after.filter(|meeting| (meeting.held_on - latest).num_days() <= GAP).map(|after| (*committee, after, latest));
        let put = it.put_to(committee.id).map(|put| put.held_on).filter(|held| *held <= latest);
        let in_time = || meetings.iter().map(|meeting| meeting.held_on).rfind(|held| (setting.as_of..=latest).contains(held));
        let Some(held) = put.or_else(in_time) else { return missed };
        of_last = if further { of_last } else { missed };
        (by, further) = (held, true);
    }
    of_last
}

/// The cases that were put to a meeting too late for sending.
pub(super) fn of_late(it: &ToPlan<'_>, readings: &[Reached<'_>], sending: NaiveDate) -> Option<Text> {
    let planned = |committee: u32| readings.iter().any(|reading| reading.committee.id == committee && reading.put.is_some());
    let late = it.put.iter().filter(|put| put.outcome.is_none() && put.held_on > sending && !planned(put.committee_id));
    let late = late.min_by_key(|put| put.held_on)?;
    Some(said("plan_remark.put_too_late", &[("day", Value::Date(late.held_on)), ("sending", Value::Date(sending))]))
}
