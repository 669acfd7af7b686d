//! The last committee meeting before a call's deadline, before anyone has applied; and the meetings one can choose from.

use chrono::NaiveDate;

use crate::applications::{ApprovalState, Stage};
use crate::deadlines::back_plan::readings::covers;
use crate::deadlines::back_plan::{Setting, ToPlan, hand_in, planned, said, sending};
use crate::deadlines::{Meeting, PlanOutcome, PlanState, PlanStep};
use crate::office::Committee;
use crate::views::{CallPlan, MeetingChoice, Text};
use crate::words::say::{Value, joined};

/// The last meeting of a committee before a deadline.
pub fn call_plan(setting: &Setting<'_>, committee: &Committee, deadline: NaiveDate, time: Option<&str>) -> CallPlan {
    let committees = [committee.id];
    // Work that nobody has begun is not late.
    let outcome = planned(setting, &bare(&committees, deadline, time));
    call_plan_of(setting, committee, &outcome)
}

/// The same of an application's plan.
pub fn call_plan_of(setting: &Setting<'_>, committee: &Committee, outcome: &PlanOutcome) -> CallPlan {
    CallPlan {
        committee_id: committee.id,
        committee: committee.short_name.clone(),
        state: outcome.state,
        meeting_on: outcome.meeting_on,
        paper_due: outcome.paper_due,
        working_days: outcome.working_days,
        sentence: of_call(setting, committee, outcome),
    }
}

fn of_call(setting: &Setting<'_>, committee: &Committee, outcome: &PlanOutcome) -> Text {
    let (Some(meeting), Some(paper)) = (outcome.meeting_on, outcome.paper_due) else { return outcome.sentence.clone() };
    if !matches!(outcome.state, PlanState::Reachable | PlanState::LastDay | PlanState::AtRisk) {
        return outcome.sentence.clone();
    }
    // Without a later meeting in the plan nobody can say that it is the last.
    let sending = outcome.steps.iter().find(|step| step.step == PlanStep::Sending).map(|step| step.on);
    let known = sending.is_none_or(|sending| covers(setting, committee, setting.latest_held(sending, false)));
    let key = if known { "call_plan.last" } else { "call_plan.last_known" };
    let last = said(key, &[("day", Value::Date(meeting)), ("committee", Value::Name(&committee.short_name))]);
    joined(last, &hand_in(setting, paper))
}

/// A plan of nothing but a deadline.
fn bare<'a>(committees: &'a [u32], deadline: NaiveDate, time: Option<&'a str>) -> ToPlan<'a> {
    ToPlan {
        application_id: 0,
        deadline: Some(deadline),
        deadline_time: time,
        approval: None,
        approval_state: ApprovalState::Missing,
        approved_on: None,
        refused_on: None,
        stage: Stage::Idea,
        drafting_since: None,
        submitted: None,
        granted: None,
        period_start: None,
        answer_expected: None,
        partners: false,
        committees,
        plan: None,
        marks: &[],
        put: &[],
    }
}

/// The meetings of the first committee from the day to the deadline, soonest first.
pub fn meeting_choices(setting: &Setting<'_>, it: &ToPlan<'_>, committee: &Committee) -> Vec<MeetingChoice> {
    let Some(deadline) = it.deadline else { return Vec::new() };
    let latest = setting.latest_held(sending(setting, it, deadline), false);
    let ahead = setting.meetings_of(committee.id).iter().filter(|meeting| (setting.as_of..=deadline).contains(&meeting.held_on));
    let choice = |meeting: &Meeting| {
        let paper_due = setting.paper_due(committee, meeting);
        MeetingChoice {
            meeting_id: meeting.id,
            held_on: meeting.held_on,
            paper_due,
            working_days: setting.working_days_to(paper_due),
            in_time: meeting.held_on <= latest,
        }
    };
    ahead.map(choice).collect()
}
