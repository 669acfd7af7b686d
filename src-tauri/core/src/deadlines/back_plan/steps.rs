//! The steps of a chain, from its last back to its first.

use chrono::NaiveDate;

use crate::calendar::DayUnit;
use crate::deadlines::back_plan::{Setting, ToPlan};
use crate::deadlines::{Chain, DeadlineKind, PlanStep, StepOutcome};
use crate::views::Text;

/// The steps of one chain while it is built backwards.
pub(super) struct Steps<'a> {
    setting: &'a Setting<'a>,
    it: &'a ToPlan<'a>,
    chain: Chain,
    found: Vec<StepOutcome>,
}

/// A step as the plan has it.
pub(super) struct Ruled {
    pub step: PlanStep,
    pub committee_id: Option<u32>,
    pub on: NaiveDate,
    pub time: Option<String>,
    pub reason: Text,
    /// When it was done, as what is recorded shows.
    pub done_on: Option<NaiveDate>,
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

impl<'a> Steps<'a> {
    pub fn new(setting: &'a Setting<'a>, it: &'a ToPlan<'a>, chain: Chain) -> Steps<'a> {
        Steps { setting, it, chain, found: Vec::new() }
    }

    /// Puts a step before those that are there and gives its day: the one a person pinned, else the plan's.
    pub fn before(&mut self, ruled: Ruled) -> NaiveDate {
        let (kind, part) = known_by(ruled.step, ruled.committee_id);
        let mark = self.it.mark(kind, &part);
        let pinned = mark.and_then(|mark| mark.pinned_on);
        let marked = mark.and_then(|mark| mark.done_on).filter(|day| *day <= self.setting.as_of);
        let on = pinned.unwrap_or(ruled.on);
        self.found.push(StepOutcome {
            step: ruled.step,
            chain: self.chain,
            kind,
            part,
            on,
            time: ruled.time,
            ruled_on: pinned.map(|_| ruled.on),
            reason: ruled.reason,
            committee_id: ruled.committee_id,
            slack: None,
            done_on: marked.or(ruled.done_on),
            broken: false,
        });
        on
    }

    /// The steps in their order, each with what it leaves to the next, the last to `then`. What comes before a step that is done is
    /// done too, but partners' declarations: they come in beside the rest until the signature.
    pub fn finish(self, then: Option<NaiveDate>) -> Vec<StepOutcome> {
        let (mut found, mut next, mut done) = (self.found, then, None);
        // They stand with the last first.
        for step in &mut found {
            let beside = step.step == PlanStep::Declarations && matches!(done, Some((PlanStep::Budget, _)));
            if step.done_on.is_none() && !beside {
                step.done_on = done.map(|(_, day)| day);
            }
            done = step.done_on.map(|day| (step.step, day)).or(done);
            step.slack = next.map(|next| self.setting.calendar.between(step.on, next, DayUnit::WorkingDays));
            step.broken = step.done_on.is_none() && (step.on < self.setting.as_of || next.is_some_and(|next| next < step.on));
            next = Some(step.on);
        }
        found.reverse();
        found
    }
}
