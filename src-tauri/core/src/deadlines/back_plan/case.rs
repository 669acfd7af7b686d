//! The chain of the case: from the decision it rests on back through the committees to the draft.

use chrono::NaiveDate;

use crate::calendar::DayUnit;
use crate::deadlines::back_plan::readings::{Reached, Why};
use crate::deadlines::back_plan::steps::{Next, Ruled, Steps, pinned};
use crate::deadlines::back_plan::{Setting, ToPlan, said};
use crate::deadlines::{Chain, PaperRule, Plan, PlanStep, StepOutcome};
use crate::views::Text;
use crate::words::say::{Value, joined_by};

/// The steps from the draft of the case to the last decision.
pub(super) fn case_chain(
    setting: &Setting<'_>,
    it: &ToPlan<'_>,
    readings: &[Reached<'_>],
    sending: NaiveDate,
) -> Vec<StepOutcome> {
    let mut steps = Steps::new(setting, it, Chain::Case);
    let (mut meeting, mut paper, mut earliest, mut following) = (Next::sending(sending), Next::sending(sending), sending, None);
    for (place, reading) in readings.iter().enumerate().rev() {
        let before = place.checked_sub(1).and_then(|at| readings.get(at));
        (paper, meeting) = reading_steps(setting, &mut steps, reading, before, following, meeting);
        earliest = if reading.put.is_none() { earliest.min(paper.on) } else { earliest };
        following = Some(reading);
    }
    let mut next = paper.no_later(earliest);
    let bodies = it.plan.map(heard).filter(|_| readings.first().is_some_and(|reading| reading.put.is_none()));
    let mut after = "";
    if let Some(bodies) = bodies.flatten() {
        let (on, _) = step_before(setting, PlanStep::Hearing, next.on);
        let (amount, unit) = setting.lead(PlanStep::Hearing);
        let reason = said("plan_reason.hearing", &[("count", days(amount, unit)), ("bodies", Value::Text(bodies))]);
        let reason = outside_recess(setting, reason, next.on, amount, unit);
        // A person may have moved it to between paper and meeting; the answers must be there when the committee decides.
        let is_between = pinned(it, PlanStep::Hearing).is_some_and(|day| day > next.on);
        let hearing = steps.before(Ruled::new(PlanStep::Hearing, on, if is_between { meeting } else { next }, reason));
        if !is_between {
            (next, after) = (hearing, ".hearing");
        }
    }
    for (before, after) in [(PlanStep::Director, after), (PlanStep::Finance, ""), (PlanStep::CaseDraft, "")] {
        let (on, count) = step_before(setting, before, next.on);
        let (amount, unit) = setting.lead(before);
        let reason = said(&format!("plan_reason.{}{after}", before.code()), &[("count", count)]);
        let reason = outside_recess(setting, reason, next.on, amount, unit);
        next = steps.before(Ruled::new(before, on, next, reason));
    }
    steps.finish()
}

/// The last day for a step towards a meeting before another, and how long before it that must be.
fn step_before(setting: &Setting<'_>, step: PlanStep, day: NaiveDate) -> (NaiveDate, Value<'static>) {
    let (amount, unit) = setting.lead(step);
    (setting.meeting_step_before(day, amount, unit), days(amount, unit))
}

/// Paper, agenda, meeting and decision of one committee, which must come before `next`: sending, or the meeting of the committee that
/// reads it next; gives its paper and its meeting.
fn reading_steps(
    setting: &Setting<'_>,
    steps: &mut Steps<'_>,
    reading: &Reached<'_>,
    before: Option<&Reached<'_>>,
    following: Option<&Reached<'_>>,
    next: Next,
) -> (Next, Next) {
    let committee_id = Some(reading.committee.id);
    let name = || ("committee", Value::Name(&reading.committee.short_name));
    let held = || ("day", Value::Date(reading.held_on));
    let decided_on = reading.put.filter(|put| put.outcome.is_some()).map(|put| put.held_on);
    let agenda = setting.agenda(
        reading.held_on,
        reading.meeting.and_then(|meeting| meeting.agenda_meeting_on),
        reading.paper_on().min(reading.held_on),
    );

    let further = following.is_some();
    let (amount, unit) = setting.after_meeting(further);
    let decision = setting.decision_after(reading.held_on, further);
    let count = ("count", days(amount, unit));
    let reason = match following {
        Some(other) => {
            said("plan_reason.decision.further", &[count, name(), held(), ("next", Value::Name(&other.committee.short_name))])
        }
        None => said("plan_reason.decision", &[count, name(), held()]),
    };
    let ruled = |step, on, next, reason, done_on| Ruled { committee_id, done_on, ..Ruled::new(step, on, next, reason) };
    let done_on = decided_on.map(|_| decision.min(setting.as_of));
    let decision = steps.before(Ruled { latest: Some(next.on), ..ruled(PlanStep::Decision, decision, next, reason, done_on) });

    let why = match reading.why {
        Why::Put => "plan_reason.meeting.put",
        Why::Chosen => "plan_reason.meeting.chosen",
        Why::Last | Why::Conceivable => "plan_reason.meeting",
    };
    let time = reading.meeting.and_then(|meeting| meeting.held_time.clone());
    let latest = Some(setting.latest_held(next.on, further));
    let meeting = ruled(PlanStep::Meeting, reading.held_on, decision, said(why, &[name()]), decided_on);
    let meeting = steps.before(Ruled { time, latest, ..meeting });

    let (amount, unit) = setting.lead(PlanStep::AgendaMeeting);
    let stated = reading.meeting.is_some_and(|meeting| meeting.agenda_meeting_on.is_some());
    let key = if stated { "plan_reason.agenda_meeting.stated" } else { "plan_reason.agenda_meeting" };
    let reason = said(key, &[("count", days(amount, unit)), name(), held()]);
    // What is put to a meeting is on its agenda.
    let settled_on = reading.put.map(|_| agenda).filter(|day| *day < setting.as_of);
    let agenda = steps.before(ruled(PlanStep::AgendaMeeting, agenda, meeting, reason, settled_on));

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
    let reason = match before {
        Some(other) => said(
            "plan_reason.paper.further",
            &[("reason", Value::Text(reason)), ("before", Value::Name(&other.committee.short_name))],
        ),
        None => reason,
    };
    let handed_in_on = reading.put.map(|put| put.handed_in_on);
    (steps.before(ruled(PlanStep::Paper, reading.paper_ruled, agenda, reason, handed_in_on)), meeting)
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

/// Who is heard.
pub(super) fn heard(plan: &Plan) -> Option<Text> {
    let all = [
        (plan.hearing_elderly, Text::new("Ældreråd", "the elderly council (Ældreråd)")),
        (plan.hearing_disability, Text::new("Handicapråd", "the disability council (Handicapråd)")),
        (plan.hearing_staff, Text::new("MED", "the staff committee (MED)")),
    ];
    let mut named = all.into_iter().filter(|(ticked, _)| *ticked).map(|(_, name)| name).peekable();
    named.peek()?;
    Some(joined_by(", ", named))
}
