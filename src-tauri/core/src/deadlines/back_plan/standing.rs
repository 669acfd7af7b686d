//! How a plan stands against its own days: what has passed and is not done, and what is moved to where it cannot lie.

use chrono::NaiveDate;

use crate::calendar::DayUnit;
use crate::deadlines::back_plan::case::heard;
use crate::deadlines::back_plan::{Setting, ToPlan, said};
use crate::deadlines::{PlanOutcome, PlanState, PlanStep, StepOutcome, oddities};
use crate::views::{PlanConflict, Text};
use crate::words::Language;
use crate::words::say::Value;

/// The states that say nothing of what is late by themselves.
const CALM: [PlanState; 5] =
    [PlanState::Reachable, PlanState::LastDay, PlanState::HandedIn, PlanState::Approved, PlanState::NotNeeded];

/// Says of a plan how it stands: its slack, its conflicts, the days it is moved to that nobody works, and where it is at risk that.
pub(super) fn stand(setting: &Setting<'_>, it: &ToPlan<'_>, outcome: &mut PlanOutcome) {
    if outcome.state == PlanState::Passed || it.stage.is_sent() {
        return;
    }
    let open: Vec<&StepOutcome> = outcome.steps.iter().filter(|step| step.done_on.is_none()).collect();
    outcome.slack = open.iter().filter(|step| is_ours(step)).map(|step| setting.working_days_to(step.on)).min();
    let odd = open.iter().filter_map(|step| odd_day(setting, step)).collect::<Vec<_>>();
    let mut conflicts: Vec<PlanConflict> = open.iter().filter_map(|step| moved_past(step)).collect();
    let late: Vec<&StepOutcome> = open.iter().copied().filter(|step| step.on < setting.as_of).collect();
    let is_calm = CALM.contains(&outcome.state);
    let hearing = late.iter().copied().find(|step| step.step == PlanStep::Hearing).filter(|_| is_calm);
    conflicts.extend(hearing.map(|step| late_hearing(setting, it, step, outcome)));
    let is_at_risk = is_calm && !(late.is_empty() && conflicts.is_empty());
    let what = match (hearing, conflicts.first()) {
        (Some(hearing), _) => Some(said("plan_late.hearing", &since(setting, hearing.on))),
        (None, Some(conflict)) => Some(conflict.sentence.clone()),
        (None, None) => late_steps(setting, &late.into_iter().filter(|step| is_ours(step)).collect::<Vec<_>>()),
    };
    outcome.remarks.extend(odd);
    outcome.conflicts = conflicts;
    if is_at_risk {
        // The last day is graver than what should have been done before it.
        if outcome.state != PlanState::LastDay {
            outcome.state = PlanState::AtRisk;
        }
        if let Some(what) = what {
            let plan = Value::Text(without_stop(&outcome.sentence));
            outcome.sentence = said("plan_sentence.at_risk", &[("plan", plan), ("what", Value::Text(what))]);
        }
    }
}

/// Whether it is something to be done; a committee and those who set its agenda meet on their own days.
fn is_ours(step: &StepOutcome) -> bool {
    !matches!(step.step, PlanStep::AgendaMeeting | PlanStep::Meeting | PlanStep::Decision)
}

/// What a person moved past what it must come before.
fn moved_past(step: &StepOutcome) -> Option<PlanConflict> {
    let sentence = step.moved_past()?;
    let back = said("plan_conflict.move_back", &[("day", Value::Date(step.ruled_on?))]);
    let instead = match step.next {
        Some(next) => said("plan_conflict.move_next", &[("next", named(next)), ("day", Value::Date(step.on))]),
        None => said("plan_conflict.correct_deadline", &[]),
    };
    Some(PlanConflict { part: step.part.clone(), sentence, options: vec![back, instead] })
}

/// What is decided rests on what those who are heard say.
fn late_hearing(setting: &Setting<'_>, it: &ToPlan<'_>, step: &StepOutcome, outcome: &PlanOutcome) -> PlanConflict {
    let mut options = Vec::new();
    if let Some(paper) = outcome.paper_due.filter(|paper| setting.working_days_to(*paper) > 0) {
        let count = Value::Days(setting.working_days_to(paper), DayUnit::WorkingDays);
        options.push(said("plan_conflict.hearing.shorten", &[("count", count), ("day", Value::Date(paper))]));
    }
    if let Some(meeting) = outcome.meeting_on {
        options.push(said("plan_conflict.hearing.later", &[("day", Value::Date(meeting))]));
    }
    let bodies = it.plan.and_then(heard).unwrap_or_default();
    options.push(said("plan_conflict.hearing.say_so", &[("bodies", Value::Text(bodies))]));
    PlanConflict { part: step.part.clone(), sentence: said("plan_conflict.hearing", &since(setting, step.on)), options }
}

/// What should have been done: one by its name, of several the first and how many.
fn late_steps(setting: &Setting<'_>, late: &[&StepOutcome]) -> Option<Text> {
    let first = late.iter().min_by_key(|step| step.on)?;
    let key = match (late.len(), first.step) {
        (1, PlanStep::KickOff) => "plan_late.kick_off",
        (1, _) => "plan_late.step",
        _ => "plan_late.steps",
    };
    let steps = Value::Year(i32::try_from(late.len()).unwrap_or(i32::MAX));
    let [day, count] = since(setting, first.on);
    Some(said(key, &[("steps", steps), ("step", named(first.step)), day, count]))
}

/// A day that has passed, and how long ago: in working days, where one has passed since.
fn since(setting: &Setting<'_>, day: NaiveDate) -> [(&'static str, Value<'static>); 2] {
    [("day", Value::Date(day)), ("count", so_long(setting, day, setting.as_of))]
}

/// How long it is from one day to a later: in working days, where there is one.
pub(super) fn so_long(setting: &Setting<'_>, from: NaiveDate, to: NaiveDate) -> Value<'static> {
    match setting.calendar.between(from, to, DayUnit::WorkingDays) {
        0 => Value::Days(i32::try_from((to - from).num_days()).unwrap_or(i32::MAX), DayUnit::Days),
        count => Value::Days(count, DayUnit::WorkingDays),
    }
}

/// A person may move a step to a day nobody works, so it is said and not refused. What is odd about a meeting is said of every one.
fn odd_day(setting: &Setting<'_>, step: &StepOutcome) -> Option<Text> {
    if step.ruled_on.is_none() || step.step == PlanStep::Meeting || setting.calendar.is_working_day(step.on) {
        return None;
    }
    let odd = oddities(step.on, setting.calendar).into_iter().next()?;
    Some(said(
        "plan_remark.moved_to_odd_day",
        &[("step", named(step.step)), ("day", Value::Date(step.on)), ("odd", Value::Text(odd))],
    ))
}

fn named(step: PlanStep) -> Value<'static> {
    Value::Text(Text::new(step.word(Language::Da), step.word(Language::En)))
}

/// A sentence that goes on.
fn without_stop(text: &Text) -> Text {
    Text::new(text.da.trim_end_matches('.'), text.en.trim_end_matches('.'))
}
