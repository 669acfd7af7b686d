//! The chain of the application itself: from sending back to kick-off.

use chrono::NaiveDate;

use crate::calendar::PartialDate;
use crate::deadlines::back_plan::steps::{Next, Ruled, Steps, pinned};
use crate::deadlines::back_plan::{Setting, ToPlan, said};
use crate::deadlines::{Chain, PlanStep, StepOutcome};
use crate::views::Text;
use crate::words::say::Value;

/// A time of day at which a deadline falls too early for sending on the day itself.
const NOON: &str = "12:00";

/// The day it must be sent at the latest: the lead time before the deadline, and the working day before it where its time is not
/// stated or is no later than noon.
fn ruled_sending(setting: &Setting<'_>, deadline: NaiveDate, time: Option<&str>) -> NaiveDate {
    let late_enough = time.is_some_and(|time| time > NOON);
    let latest = if late_enough { deadline } else { deadline.pred_opt().unwrap_or(deadline) };
    setting.work_before(deadline, PlanStep::Sending).min(setting.working_day_by(latest))
}

/// The day of sending, pinned or ruled. One pinned after the deadline moves nothing.
pub(super) fn sending(setting: &Setting<'_>, it: &ToPlan<'_>, deadline: NaiveDate) -> NaiveDate {
    pinned(it, PlanStep::Sending)
        .filter(|day| *day <= deadline)
        .unwrap_or_else(|| ruled_sending(setting, deadline, it.deadline_time))
}

/// The steps from kick-off to sending.
pub(super) fn application_chain(setting: &Setting<'_>, it: &ToPlan<'_>, deadline: NaiveDate) -> Vec<StepOutcome> {
    let mut steps = Steps::new(setting, it, Chain::Application);
    let step = |step: PlanStep, next: Next| Ruled::new(step, setting.work_before(next.on, step), next, reason(setting, step));
    // Of a day that is not known exactly the last it can be counts; what is sent without a day, is sent.
    let by_then = |at: Option<PartialDate>| at.map_or(setting.as_of, |at| at.last_day().min(setting.as_of));
    let sent_on = it.stage.is_sent().then(|| by_then(it.submitted));
    let ruled = ruled_sending(setting, deadline, it.deadline_time);
    let on = sending(setting, it, deadline);
    let time = it.deadline_time.filter(|_| on == deadline).map(str::to_owned);
    let reason_of_sending = sending_reason(setting, deadline, it.deadline_time, ruled);
    let sending =
        Ruled { time, done_on: sent_on, ..Ruled::new(PlanStep::Sending, ruled, Next::deadline(deadline), reason_of_sending) };
    let sending = steps.before(sending);
    let signature = steps.before(step(PlanStep::Signature, sending));
    let mut budget = steps.before(step(PlanStep::Budget, signature));
    if it.partners {
        // They come in beside the budget, until the signature.
        let declarations = step(PlanStep::Declarations, signature);
        let on = declarations.on.min(setting.working_day_by(budget.on));
        budget = budget.no_later(steps.before(Ruled { on, ..declarations }).on);
    }
    let draft = steps.before(step(PlanStep::Draft, budget));
    let begun = it.stage.is_sent() || it.stage == crate::applications::Stage::Drafting;
    let begun_on = begun.then(|| by_then(it.drafting_since.or(it.submitted)));
    steps.before(Ruled { done_on: begun_on, ..step(PlanStep::KickOff, draft) });
    steps.finish()
}

fn reason(setting: &Setting<'_>, step: PlanStep) -> Text {
    let (amount, unit) = setting.lead(step);
    said(&format!("plan_reason.{}", step.code()), &[("count", Value::Days(amount.cast_signed(), unit))])
}

fn sending_reason(setting: &Setting<'_>, deadline: NaiveDate, time: Option<&str>, ruled: NaiveDate) -> Text {
    let (amount, unit) = setting.lead(PlanStep::Sending);
    let by_lead = setting.work_before(deadline, PlanStep::Sending);
    let day = ("day", Value::Date(deadline));
    match time {
        _ if ruled == by_lead && amount > 0 => {
            said("plan_reason.sending", &[("count", Value::Days(amount.cast_signed(), unit)), day])
        }
        None => said("plan_reason.sending.time_unknown", &[day]),
        Some(time) if time <= NOON => said("plan_reason.sending.morning", &[day, ("time", Value::Name(time))]),
        Some(time) => said("plan_reason.sending.same_day", &[day, ("time", Value::Name(time))]),
    }
}
