//! The plan backwards from a deadline: the application from sending back to kick-off, and beside it the case from the committee's
//! decision back to its draft. What a committee approves is that we apply, not the finished text: only sending waits for it.

mod application;
mod call;
mod case;
mod facts;
mod options;
mod readings;
mod remarks;
mod setting;
mod standing;
mod steps;

#[cfg(test)]
mod tests;

pub use call::{call_plan, call_plan_of, meeting_choices};
pub use facts::{Put, StepMark, ToPlan};
pub use setting::Setting;

use chrono::NaiveDate;

use crate::applications::{Approval, ApprovalState};
use crate::calendar::DayUnit;
use crate::deadlines::{PlanOutcome, PlanState, Reading, Way};
use crate::views::{PlanOption, Text};
use crate::words::Language;
use crate::words::say::{Value, joined, joined_by, sentence};
use application::{application_chain, sending};
use case::case_chain;
use options::{Late, options};
use readings::{Reach, Reached, Unknown, last_by, last_paper, reach};

/// The back-plan of an application on the day of the setting.
pub fn back_plan(setting: &Setting<'_>, it: &ToPlan<'_>) -> PlanOutcome {
    let mut outcome = planned(setting, it);
    standing::stand(setting, it, &mut outcome);
    outcome
}

/// The plan as it would have to be kept, whether it is or not.
fn planned(setting: &Setting<'_>, it: &ToPlan<'_>) -> PlanOutcome {
    let mut outcome = PlanOutcome {
        deadline: it.deadline,
        deadline_time: it.deadline_time.map(str::to_owned),
        committee_id: first_committee(it),
        way: it.plan.and_then(|plan| plan.way),
        remarks: remarks::of_application(setting, it),
        ..PlanOutcome::unplanned(it.application_id)
    };
    if let Some(deadline) = it.deadline.filter(|day| *day >= setting.as_of || it.stage.is_sent()) {
        outcome.steps = application_chain(setting, it, deadline);
    }
    match (settled(it), it.deadline) {
        (Some((state, sentence)), _) => (outcome.state, outcome.sentence) = (state, sentence),
        (None, _) if it.stage.is_sent() => {
            let sent = it.submitted.map(|at| Text::new(at.long(Language::Da), at.long(Language::En)));
            outcome.state = PlanState::Passed;
            outcome.sentence = match sent {
                Some(sent) => said("plan_sentence.sent", &[("day", Value::Text(sent))]),
                None => said("plan_sentence.sent.undated", &[]),
            };
        }
        (None, None) => outcome.sentence = said("plan_sentence.no_deadline", &[]),
        (None, Some(deadline)) if deadline < setting.as_of => {
            outcome.state = PlanState::Passed;
            outcome.sentence = said("plan_sentence.passed", &[("day", Value::Date(deadline))]);
        }
        (None, Some(deadline)) => plan_case(setting, it, deadline, &mut outcome),
    }
    outcome
}

/// The plan of an application on a day before it was begun: there is nothing to plan yet.
pub fn not_begun(application: u32, first: NaiveDate) -> PlanOutcome {
    let sentence = said("plan_sentence.not_begun", &[("day", Value::Date(first))]);
    PlanOutcome { sentence, ..PlanOutcome::unplanned(application) }
}

/// The committee that reads it first.
fn first_committee(it: &ToPlan<'_>) -> Option<u32> {
    it.plan.and_then(|plan| plan.committee_id).or_else(|| it.committees.first().copied())
}

/// What is settled so that no meeting has to be reached.
fn settled(it: &ToPlan<'_>) -> Option<(PlanState, Text)> {
    let approved = |dated: &str, undated: &str| match it.approved_on {
        Some(day) => said(dated, &[("day", Value::Date(day))]),
        None => said(undated, &[]),
    };
    match (it.approval_state, it.approval) {
        (ApprovalState::Approved, _) => {
            Some((PlanState::Approved, approved("plan_sentence.approved", "plan_sentence.approved.undated")))
        }
        (ApprovalState::Conditional, _) => {
            Some((PlanState::Approved, approved("plan_sentence.conditional", "plan_sentence.conditional.undated")))
        }
        (ApprovalState::NotRequired, _) => Some((PlanState::NotNeeded, said("plan_sentence.not_needed", &[]))),
        (_, Some(Approval::Administrative)) => Some((PlanState::NotNeeded, said("plan_sentence.not_needed.administrative", &[]))),
        (_, Some(Approval::Chairman)) => Some((PlanState::NotNeeded, said("plan_sentence.not_needed.chairman", &[]))),
        _ => None,
    }
}

/// Plans the case towards a deadline that is ahead.
fn plan_case(setting: &Setting<'_>, it: &ToPlan<'_>, deadline: NaiveDate, outcome: &mut PlanOutcome) {
    let how_far = it.plan.map_or(Reading::Committee, |plan| plan.reading);
    let way = outcome.committee_id.map(|first| setting.way_of(first, how_far)).unwrap_or_default();
    let Some(last) = way.last() else {
        outcome.state = PlanState::NoCommittee;
        outcome.sentence = said("plan_sentence.no_committee", &[]);
        return;
    };
    if last.reading < how_far {
        outcome.remarks.push(said("plan_remark.reading_missing", &[("committee", Value::Name(&last.short_name))]));
    }
    let sending = sending(setting, it, deadline);
    let reached = reach(setting, it, &way, sending);
    let readings: &[Reached<'_>] = match &reached {
        Reach::Possible(found) | Reach::Passed { found, .. } => found,
        Reach::Unknown(_) => &[],
    };
    // A way out that was chosen takes the place of the meeting that cannot be reached.
    let is_late = matches!(reached, Reach::Passed { .. });
    let chosen = outcome.way.filter(|_| is_late);
    if !readings.is_empty() && chosen.is_none() {
        let mut steps = case_chain(setting, it, readings, sending);
        steps.append(&mut outcome.steps);
        outcome.steps = steps;
        outcome.remarks.extend(remarks::of_readings(setting, it, readings, sending));
    }
    if let Reach::Passed { unknown, .. } = &reached {
        outcome.remarks.extend(unknown.map(|unknown| not_known(setting, unknown)));
        outcome.remarks.extend(remarks::of_miss(setting, it, &way, readings, sending));
    }
    outcome.remarks.extend(remarks::of_late(it, readings, sending));
    if let Some(first) = readings.first() {
        let paper = last_paper(readings, setting.as_of).unwrap_or_else(|| first.last_paper(setting.as_of));
        outcome.meeting_id = first.meeting.map(|meeting| meeting.id);
        outcome.meeting_on = Some(first.held_on);
        outcome.paper_due = Some(paper);
        outcome.working_days = Some(setting.working_days_to(paper));
    }
    if is_late {
        outcome.options = options(&Late { setting, it, way: &way, readings, sending, deadline });
    }
    (outcome.state, outcome.sentence) = match &reached {
        Reach::Possible(found) => possible(setting, found, outcome.paper_due),
        Reach::Unknown(unknown) => {
            let enter = said("plan_sentence.enter_meetings", &[]);
            (PlanState::MeetingsUnknown, joined(not_known(setting, *unknown), &enter))
        }
        Reach::Passed { .. } => (PlanState::Unreachable, unreachable(chosen, &outcome.options)),
    };
}

fn possible(setting: &Setting<'_>, readings: &[Reached<'_>], paper: Option<NaiveDate>) -> (PlanState, Text) {
    let (Some(first), Some(paper)) = (readings.first(), paper) else { return (PlanState::NoCommittee, Text::default()) };
    if first.put.is_some() {
        // The newest of the meetings it is put to, or the next it waits for.
        let waits = readings.iter().filter(|reading| reading.put.is_some_and(|put| put.outcome.is_none()));
        let at = waits.min_by_key(|reading| reading.held_on).unwrap_or(first);
        let key = if at.held_on < setting.as_of { "plan_sentence.handed_in.held" } else { "plan_sentence.handed_in" };
        let values = [("committee", Value::Name(&at.committee.short_name)), ("day", Value::Date(at.held_on))];
        return (PlanState::HandedIn, said(key, &values));
    }
    (if paper == setting.as_of { PlanState::LastDay } else { PlanState::Reachable }, hand_in(setting, paper))
}

/// »Sag skal afleveres 26. marts 2019 (10 arbejdsdage)«.
fn hand_in(setting: &Setting<'_>, paper: NaiveDate) -> Text {
    if paper == setting.as_of {
        return said("plan_sentence.last_day", &[("day", Value::Date(paper))]);
    }
    let count = Value::Days(setting.working_days_to(paper), DayUnit::WorkingDays);
    said("plan_sentence.reachable", &[("day", Value::Date(paper)), ("count", count)])
}

/// »BIU's møder er kendt til 12. marts 2019.«
fn not_known(setting: &Setting<'_>, Unknown { committee, up_to }: Unknown<'_>) -> Text {
    let name = ("committee", Value::Name(&committee.short_name));
    let day = |day| ("day", Value::Date(day));
    let before = last_by(setting, committee, up_to).map(|last| last.held_on);
    let next = setting.meetings_of(committee.id).iter().find(|meeting| meeting.held_on > up_to).map(|next| next.held_on);
    match (before, next) {
        (Some(last), None) => said("plan_sentence.meetings_unknown", &[name, day(last)]),
        (Some(last), Some(next)) => {
            said("plan_sentence.meetings_unknown.between", &[name, day(last), ("next", Value::Date(next))])
        }
        (None, _) => said("plan_sentence.meetings_unknown.none", &[name]),
    }
}

/// It names the ways that are there.
fn unreachable(chosen: Option<Way>, options: &[PlanOption]) -> Text {
    match chosen {
        Some(way) => {
            let way = Text::new(way.word(Language::Da), way.word(Language::En));
            said("plan_sentence.unreachable.chosen", &[("way", Value::Text(way))])
        }
        None => {
            let is_there = |way: &&Way| options.iter().any(|option| option.way == **way);
            let needed = [Way::Chairman, Way::SupplementaryAgenda, Way::ExtraordinaryMeeting];
            let needed = needed.iter().filter(is_there).map(|way| said(&format!("plan_way.{}", way.code()), &[]));
            said("plan_sentence.unreachable", &[("ways", Value::Text(joined_by(", ", needed)))])
        }
    }
}

/// The sentence under a key; one that is not there shows its key, which a test keeps from happening.
fn said(key: &str, values: &[(&str, Value<'_>)]) -> Text {
    sentence(key, values).unwrap_or_else(|| Text::new(key, key))
}
