//! What can be done where no meeting can be reached any more.

use chrono::NaiveDate;

use crate::calendar::DayUnit;
use crate::deadlines::Way;
use crate::deadlines::back_plan::{Setting, said};
use crate::office::Committee;
use crate::views::{PlanOption, Text};
use crate::words::say::Value;

/// The ways out, the nearest first. `last` decides last; `sending` may have passed while the deadline has not.
pub(super) fn options(
    setting: &Setting<'_>,
    first: &Committee,
    last: &Committee,
    sending: NaiveDate,
    deadline: NaiveDate,
) -> Vec<PlanOption> {
    let as_of = setting.as_of;
    let by = sending.max(as_of).min(deadline.max(as_of));
    let latest = setting.latest_held(sending, false);
    let ahead = |from: NaiveDate| setting.meetings_of(first.id).iter().filter(move |meeting| meeting.held_on >= from);
    let mut found = Vec::new();

    // Of several committees the first alone can take it up so late only where the last still has time.
    let supplementary = ahead(as_of).find(|meeting| meeting.held_on <= latest && setting.paper_due(first, meeting) < as_of);
    if let Some(meeting) = supplementary.filter(|_| first.id == last.id) {
        let on = setting.meeting_step_before(meeting.held_on, 1, DayUnit::WorkingDays).max(as_of);
        let sentence = say("supplementary_agenda", first, on, Some(meeting.held_on));
        found.push(PlanOption { way: Way::SupplementaryAgenda, on: Some(on), meeting_on: Some(meeting.held_on), sentence });
    }

    let held = setting.meeting_step_before(latest, 0, DayUnit::Days);
    let called = setting.meeting_step_before(held, 1, DayUnit::WorkingDays);
    if called >= as_of {
        let sentence = say("extraordinary_meeting", last, called, Some(held));
        found.push(PlanOption { way: Way::ExtraordinaryMeeting, on: Some(called), meeting_on: Some(held), sentence });
    }

    // Decided on the last day, it is told at the first meeting after that; sooner where the decision comes sooner.
    let told = by.succ_opt().and_then(|day| ahead(day).next()).map(|meeting| meeting.held_on);
    found.push(PlanOption { way: Way::Chairman, on: Some(by), meeting_on: told, sentence: say("chairman", first, by, told) });

    let decides = ahead(as_of).find(|meeting| setting.paper_due(first, meeting) >= as_of).map(|meeting| meeting.held_on);
    let until = deadline.max(as_of);
    let sentence = say("reservation", first, until, decides);
    found.push(PlanOption { way: Way::Reservation, on: Some(until), meeting_on: decides, sentence });

    found.sort_by_key(|option| (option.on, option.way));
    found
}

fn say(way: &str, committee: &Committee, on: NaiveDate, meeting: Option<NaiveDate>) -> Text {
    let values = [("day", Value::Date(on)), ("committee", Value::Name(&committee.short_name))];
    match meeting {
        Some(meeting) => {
            let [day, committee] = values;
            said(&format!("plan_option.{way}"), &[day, committee, ("meeting", Value::Date(meeting))])
        }
        None => said(&format!("plan_option.{way}.no_meeting"), &values),
    }
}
