//! The steps of a chain, from its last back to its first.

use chrono::NaiveDate;

use crate::calendar::DayUnit;
use crate::deadlines::back_plan::{Setting, StepMark, ToPlan, said};
use crate::deadlines::{Chain, DeadlineKind, PlanStep, StepOutcome};
use crate::views::Text;
use crate::words::say::Value;

/// The steps of one chain while it is built backwards.
pub(super) struct Steps<'a> {
    setting: &'a Setting<'a>,
    it: &'a ToPlan<'a>,
    chain: Chain,
    /// Each with the place of the step that follows it, which stands before it here.
    found: Vec<(StepOutcome, Option<usize>)>,
}

/// What a step must come before, and its day.
#[derive(Clone, Copy, Debug)]
pub(super) struct Next {
    pub on: NaiveDate,
    /// The step; none: the deadline.
    pub step: Option<PlanStep>,
    /// Where it stands in the chain.
    at: Option<usize>,
}

impl Next {
    /// The deadline, which the application is sent by.
    pub fn deadline(on: NaiveDate) -> Next {
        Next { on, step: None, at: None }
    }

    /// Sending, which the case comes before.
    pub fn sending(on: NaiveDate) -> Next {
        Next { on, step: Some(PlanStep::Sending), at: None }
    }

    /// The same, but by a day at the latest.
    pub fn no_later(self, on: NaiveDate) -> Next {
        Next { on: self.on.min(on), ..self }
    }
}

/// A step as the plan has it.
pub(super) struct Ruled {
    pub step: PlanStep,
    pub committee_id: Option<u32>,
    pub on: NaiveDate,
    /// The last day that leaves what follows its time, where the plan has it earlier: of a meeting and its decision.
    pub latest: Option<NaiveDate>,
    pub next: Next,
    pub time: Option<String>,
    pub reason: Text,
    /// When it was done, as what is recorded shows.
    pub done_on: Option<NaiveDate>,
}

impl Ruled {
    /// A step of no committee on the last day that leaves what follows its time.
    pub fn new(step: PlanStep, on: NaiveDate, next: Next, reason: Text) -> Ruled {
        Ruled { step, committee_id: None, on, latest: None, next, time: None, reason, done_on: None }
    }
}

/// What a step's day is known by.
pub(super) fn known_by(step: PlanStep, committee_id: Option<u32>) -> (DeadlineKind, String) {
    let kind = match step {
        PlanStep::Paper => DeadlineKind::Paper,
        PlanStep::Meeting => DeadlineKind::Meeting,
        _ => DeadlineKind::Step,
    };
    (kind, committee_id.map_or_else(|| step.code().to_owned(), |id| format!("{}:{id}", step.code())))
}

/// The day a person moved a step of no committee to.
pub(super) fn pinned(it: &ToPlan<'_>, step: PlanStep) -> Option<NaiveDate> {
    let (kind, part) = known_by(step, None);
    it.mark(kind, &part).and_then(|mark| mark.pinned_on)
}

impl<'a> Steps<'a> {
    pub fn new(setting: &'a Setting<'a>, it: &'a ToPlan<'a>, chain: Chain) -> Steps<'a> {
        Steps { setting, it, chain, found: Vec::new() }
    }

    /// Puts a step before those that are there, on the day a person pinned, else the plan's; gives what comes before it its day. One that
    /// is pinned after what it must come before leaves what comes before it where the plan has it.
    pub fn before(&mut self, ruled: Ruled) -> Next {
        let (kind, part) = known_by(ruled.step, ruled.committee_id);
        let mark = self.it.mark(kind, &part);
        let pinned = mark.and_then(|mark| Some((mark.pinned_on?, mark)));
        let marked = mark.and_then(|mark| mark.done_on).filter(|day| *day <= self.setting.as_of);
        let on = pinned.map_or(ruled.on, |(day, _)| day);
        let latest = ruled.latest.unwrap_or(ruled.on);
        let at = self.found.len();
        let outcome = StepOutcome {
            step: ruled.step,
            chain: self.chain,
            kind,
            part,
            on,
            time: ruled.time,
            ruled_on: pinned.map(|_| ruled.on),
            reason: pinned.map_or(ruled.reason, |(day, mark)| pinned_reason(day, mark)),
            committee_id: ruled.committee_id,
            next: ruled.next.step,
            by: ruled.next.on,
            slack: self.setting.calendar.between(on, latest, DayUnit::WorkingDays),
            done_on: marked.or(ruled.done_on),
            broken: false,
        };
        self.found.push((outcome, ruled.next.at));
        Next { on: if on > ruled.next.on { ruled.on } else { on }, step: Some(ruled.step), at: Some(at) }
    }

    /// The steps in the order of their days. What comes before a step that is done is done too.
    pub fn finish(self) -> Vec<StepOutcome> {
        let mut steps: Vec<StepOutcome> = Vec::with_capacity(self.found.len());
        for (mut step, next) in self.found {
            let after = next.and_then(|at| steps.get(at)).and_then(|next| next.done_on);
            step.done_on = step.done_on.or(after);
            step.broken = step.done_on.is_none() && (step.on < self.setting.as_of || step.is_after_next());
            steps.push(step);
        }
        steps.reverse();
        steps.sort_by_key(|step| step.on);
        steps
    }
}

/// Who moved it where, and why.
fn pinned_reason(on: NaiveDate, mark: &StepMark) -> Text {
    let day = ("day", Value::Date(on));
    match mark.pinned_reason.trim() {
        "" => said("plan_reason.pinned.unexplained", &[day]),
        why => said("plan_reason.pinned", &[day, ("why", Value::Name(why))]),
    }
}
