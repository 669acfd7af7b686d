//! What a back-plan and a rule come to: what the rules give and what the list of days is made of.

use chrono::NaiveDate;

use crate::deadlines::{Chain, DeadlineKind, PlanState, PlanStep, Way};
use crate::views::{PlanConflict, PlanOption, Text};
use crate::words::Language;
use crate::words::say::{Value, sentence};

/// What a day is known by, as long as it exists.
pub fn deadline_key(subject_table: &str, subject_id: u32, kind: DeadlineKind, part: &str) -> String {
    format!("{subject_table}:{subject_id}:{}:{part}", kind.code())
}

/// The days rules count from. None where one is not known to the day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Bases {
    /// The day the call was published.
    pub call_published: Option<NaiveDate>,
    /// The deadline of the call.
    pub call_deadline: Option<NaiveDate>,
    /// The day the application was sent.
    pub submitted: Option<NaiveDate>,
    /// The day the grant was promised.
    pub granted: Option<NaiveDate>,
    /// The day we accepted.
    pub accepted: Option<NaiveDate>,
    /// The first day of the project.
    pub period_start: Option<NaiveDate>,
    /// Its last day.
    pub period_end: Option<NaiveDate>,
}

/// A day that follows from a rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuledDay {
    /// The rule's key, and `:` and the place in the series, from 1, of a series. The same as long as the rule is the same.
    pub part: String,
    /// The day.
    pub on: NaiveDate,
}

/// An application's back-plan.
#[derive(Clone, Debug, PartialEq)]
pub struct PlanOutcome {
    /// The application.
    pub application_id: u32,
    /// How it stands.
    pub state: PlanState,
    /// That in a sentence with its dates.
    pub sentence: Text,
    /// The deadline it is planned from, as far as the day.
    pub deadline: Option<NaiveDate>,
    /// Its time of day.
    pub deadline_time: Option<String>,
    /// The committee that reads it first.
    pub committee_id: Option<u32>,
    /// The meeting planned for.
    pub meeting_id: Option<u32>,
    /// Its day.
    pub meeting_on: Option<NaiveDate>,
    /// The last day to hand in the paper for it.
    pub paper_due: Option<NaiveDate>,
    /// Working days from the day of the view to that.
    pub working_days: Option<i32>,
    /// The steps of both chains, each chain in the order of its days. Empty where there is nothing to plan.
    pub steps: Vec<StepOutcome>,
    /// The way a person chose where no meeting is reached.
    pub way: Option<Way>,
    /// Working days from the day of the view to the first step that is not done: how long one can wait. Below 0 where its day has passed,
    /// none where nothing is to be done.
    pub slack: Option<i32>,
    /// What can be done where no meeting can be reached, the nearest first.
    pub options: Vec<PlanOption>,
    /// What else cannot be kept as it is planned.
    pub conflicts: Vec<PlanConflict>,
    /// What else is to be said.
    pub remarks: Vec<Text>,
}

impl PlanOutcome {
    /// Whether no meeting can be reached, as far as meetings are known, and nobody has chosen another way.
    pub fn is_conflict(&self) -> bool {
        !self.options.is_empty() && self.way.is_none()
    }

    /// Why the deadline is at risk: no meeting can be reached, else what else cannot be kept, else the first step that should have been done and is not.
    pub fn risk(&self, as_of: NaiveDate) -> Option<Text> {
        if self.state == PlanState::Passed {
            return None;
        }
        if self.is_conflict() {
            return Some(self.sentence.clone());
        }
        if let Some(conflict) = self.conflicts.first() {
            return Some(conflict.sentence.clone());
        }
        let is_late = |step: &&StepOutcome| step.done_on.is_none() && step.on < as_of;
        let late = self.steps.iter().filter(is_late).min_by_key(|step| (step.on, step.step != PlanStep::KickOff))?;
        let name = Text::new(late.step.word(Language::Da), late.step.word(Language::En));
        let key = if late.step == PlanStep::KickOff { "flag_reason.late_start" } else { "flag_reason.late_step" };
        sentence(key, &[("step", Value::Text(name)), ("day", Value::Date(late.on))])
    }

    /// Of an application nothing can be planned of yet.
    pub fn unplanned(application_id: u32) -> PlanOutcome {
        PlanOutcome {
            application_id,
            state: PlanState::NoDeadline,
            sentence: Text::default(),
            deadline: None,
            deadline_time: None,
            committee_id: None,
            meeting_id: None,
            meeting_on: None,
            paper_due: None,
            working_days: None,
            steps: Vec::new(),
            way: None,
            slack: None,
            options: Vec::new(),
            conflicts: Vec::new(),
            remarks: Vec::new(),
        }
    }
}

/// A step of a back-plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StepOutcome {
    /// The step.
    pub step: PlanStep,
    /// Its chain.
    pub chain: Chain,
    /// What its day is in the list of days: `paper` and `meeting` have kinds of their own, all others are `step`.
    pub kind: DeadlineKind,
    /// The step's code, and `:` and the committee's id of one that each reading has.
    pub part: String,
    /// The day it must be done at the latest.
    pub on: NaiveDate,
    /// Its time of day: of a meeting, and of sending on the day of the deadline itself.
    pub time: Option<String>,
    /// The day the plan gives, where a person pinned another.
    pub ruled_on: Option<NaiveDate>,
    /// Why it is that day.
    pub reason: Text,
    /// The committee, of a step towards a meeting.
    pub committee_id: Option<u32>,
    /// What it must come before; none: the deadline.
    pub next: Option<PlanStep>,
    /// The day of that.
    pub by: NaiveDate,
    /// Working days it could be later and leave what follows its time; 0 where it is tight, below 0 where a person moved it past that.
    pub slack: i32,
    /// When it was done: marked, or shown by what is recorded (a case put to the meeting, the application sent).
    pub done_on: Option<NaiveDate>,
    /// Whether it can no longer be reached, or what comes after it is earlier.
    pub broken: bool,
}

impl StepOutcome {
    /// Why it can no longer be kept.
    pub fn why_broken(&self) -> Text {
        self.moved_past().or_else(|| sentence("flag_reason.broken", &[])).unwrap_or_default()
    }

    /// That a person moved it past what it must come before.
    pub fn moved_past(&self) -> Option<Text> {
        self.ruled_on.filter(|_| self.is_after_next())?;
        let named = |step: PlanStep| Value::Text(Text::new(step.word(Language::Da), step.word(Language::En)));
        let values = [("step", named(self.step)), ("day", Value::Date(self.on)), ("by", Value::Date(self.by))];
        match self.next {
            Some(next) => sentence("plan_conflict.moved_past", &[&values[..], &[("next", named(next))]].concat()),
            None => sentence("plan_conflict.moved_past.deadline", &values),
        }
    }

    /// Whether it lies after what it must come before.
    pub fn is_after_next(&self) -> bool {
        self.on > self.by
    }
}
