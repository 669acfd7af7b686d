//! The chain of the case: from the decision it rests on back through the committees to the draft.

use chrono::NaiveDate;

use crate::calendar::DayUnit;
use crate::deadlines::back_plan::readings::{Reached, Why};
use crate::deadlines::back_plan::steps::{Ruled, Steps};
use crate::deadlines::back_plan::{Setting, ToPlan, said};
use crate::deadlines::{Chain, PaperRule, Plan, PlanStep, StepOutcome};
use crate::views::Text;
use crate::words::say::Value;

/// The steps from the draft of the case to the last decision.
pub(super) fn case_chain(
    setting: &Setting<'_>,
    it: &ToPlan<'_>,
    readings: &[Reached<'_>],
    sending: NaiveDate,
) -> Vec<StepOutcome> {
    let mut steps = Steps::new(setting, it, Chain::Case);
    let mut first_paper = sending;
    for reading in readings.iter().rev() {
        first_paper = reading_steps(setting, &mut steps, reading);
    }
    let handed_in = readings.first().and_then(|reading| reading.put).map(|put| put.handed_in_on);
    let step =
        |step: PlanStep, on: NaiveDate, reason: Text| Ruled { step, committee_id: None, on, time: None, reason, done_on: None };
    let mut next = first_paper;
    let hearing = it.plan.map(bodies).unwrap_or_default();
    let mut after = "";
    if !hearing.is_empty() && handed_in.is_none() {
        let (amount, unit) = setting.lead(PlanStep::Hearing);
        let on = setting.meeting_step_before(next, amount, unit);
        let bodies = Value::Text(Text::new(hearing.join(", "), english(&hearing)));
        let reason = said("plan_reason.hearing", &[("count", days(amount, unit)), ("bodies", bodies)]);
        let reason = outside_recess(setting, reason, next, amount, unit);
        next = steps.before(step(PlanStep::Hearing, on, reason));
        after = ".hearing";
    }
    for (before, after) in [(PlanStep::Director, after), (PlanStep::Finance, ""), (PlanStep::CaseDraft, "")] {
        let (amount, unit) = setting.lead(before);
        let on = setting.meeting_step_before(next, amount, unit);
        let reason = said(&format!("plan_reason.{}{after}", before.code()), &[("count", days(amount, unit))]);
        let reason = outside_recess(setting, reason, next, amount, unit);
        next = steps.before(step(before, on, reason));
    }
    steps.finish(Some(sending))
}

/// Paper, agenda, meeting and decision of one committee; gives the day of its paper.
fn reading_steps(setting: &Setting<'_>, steps: &mut Steps<'_>, reading: &Reached<'_>) -> NaiveDate {
    let committee_id = Some(reading.committee.id);
    let name = || ("committee", Value::Name(&reading.committee.short_name));
    let held = || ("day", Value::Date(reading.held_on));
    let decided_on = reading.put.filter(|put| put.outcome.is_some()).map(|put| put.held_on);
    let agenda = setting.agenda(
        reading.held_on,
        reading.meeting.and_then(|meeting| meeting.agenda_meeting_on),
        reading.paper_on().min(reading.held_on),
    );

    let (amount, unit) = setting.lead(PlanStep::Decision);
    let decision = setting.decision_after(reading.held_on);
    let reason = said("plan_reason.decision", &[("count", days(amount, unit)), name(), held()]);
    let ruled = |step, on, reason, done_on| Ruled { step, committee_id, on, time: None, reason, done_on };
    steps.before(ruled(PlanStep::Decision, decision, reason, decided_on.map(|_| decision.min(setting.as_of))));

    let why = match reading.why {
        Why::Put => "plan_reason.meeting.put",
        Why::Chosen => "plan_reason.meeting.chosen",
        Why::Last | Why::Conceivable => "plan_reason.meeting",
    };
    let time = reading.meeting.and_then(|meeting| meeting.held_time.clone());
    steps.before(Ruled { time, ..ruled(PlanStep::Meeting, reading.held_on, said(why, &[name()]), decided_on) });

    let (amount, unit) = setting.lead(PlanStep::AgendaMeeting);
    let stated = reading.meeting.is_some_and(|meeting| meeting.agenda_meeting_on.is_some());
    let key = if stated { "plan_reason.agenda_meeting.stated" } else { "plan_reason.agenda_meeting" };
    let reason = said(key, &[("count", days(amount, unit)), name(), held()]);
    steps.before(ruled(PlanStep::AgendaMeeting, agenda, reason, None));

    let reason = match reading.paper_rule {
        PaperRule::Stated(_) => said("plan_reason.paper.stated", &[name(), held()]),
        PaperRule::Extraordinary => said("plan_reason.paper.extraordinary", &[name(), held()]),
        PaperRule::Committee(amount, unit) | PaperRule::LeadTime(amount, unit) => {
            let own = matches!(reading.paper_rule, PaperRule::Committee(..));
            let key = if own { "plan_reason.paper.committee" } else { "plan_reason.paper" };
            let reason = said(key, &[("count", days(amount, unit)), name(), held()]);
            outside_recess(setting, reason, reading.held_on, amount, unit)
        }
    };
    steps.before(ruled(PlanStep::Paper, reading.paper_ruled, reason, reading.put.map(|put| put.handed_in_on)))
}

/// The reason of a step so long before another day, with the recess it was moved out of.
fn outside_recess(setting: &Setting<'_>, reason: Text, day: NaiveDate, amount: u32, unit: DayUnit) -> Text {
    let counted = setting.calendar.add(day, -amount.cast_signed(), unit);
    match counted.and_then(|day| setting.calendar.recess(day)) {
        Some(recess) => said("plan_reason.in_recess", &[("reason", Value::Text(reason)), ("recess", Value::Name(&recess.title))]),
        None => reason,
    }
}

fn days(amount: u32, unit: DayUnit) -> Value<'static> {
    Value::Days(amount.cast_signed(), unit)
}

/// Who is heard. Their names are the same in both languages but for MED's.
fn bodies(plan: &Plan) -> Vec<&'static str> {
    let all = [(plan.hearing_elderly, "Ældreråd"), (plan.hearing_disability, "Handicapråd"), (plan.hearing_staff, "MED")];
    all.into_iter().filter(|(ticked, _)| *ticked).map(|(_, name)| name).collect()
}

fn english(bodies: &[&str]) -> String {
    let name = |body: &&str| match *body {
        "Ældreråd" => "the elderly council (Ældreråd)",
        "Handicapråd" => "the disability council (Handicapråd)",
        _ => "the staff committee (MED)",
    };
    bodies.iter().map(name).collect::<Vec<_>>().join(", ")
}
