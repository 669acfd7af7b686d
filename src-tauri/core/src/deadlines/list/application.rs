//! The days of an application.

use std::rc::Rc;

use chrono::NaiveDate;

use crate::applications::Stage;
use crate::calendar::PartialDate;
use crate::deadlines::list::{Day, Life, Whose};
use crate::deadlines::{Bases, Chain, DateBasis, Deadline, DeadlineKind, DeadlineOrigin, PlanState, RuledDay, StepOutcome};
use crate::views::{DateRuleView, Text};
use crate::words::say::{Value, sentence};

/// What is known of an application on a day.
#[derive(Clone, Debug)]
pub struct Work {
    /// Row id.
    pub id: u32,
    /// Whose its days are.
    pub whose: Rc<Whose>,
    /// The pool.
    pub pool_id: Option<u32>,
    /// Its stage.
    pub stage: Stage,
    /// Whether it is known when that began.
    pub dated: bool,
    /// The steps it had taken by then.
    pub steps: Vec<(Stage, Option<PartialDate>)>,
    /// First day of the project.
    pub period_start: Option<PartialDate>,
    /// Last day.
    pub period_end: Option<PartialDate>,
    /// Whether it is said what happens when the money ends.
    pub embedded: bool,
}

impl Work {
    /// The first step it took to such a stage.
    fn first(&self, is: fn(Stage) -> bool) -> Option<PartialDate> {
        self.steps.iter().find(|(stage, _)| is(*stage)).and_then(|(_, on)| *on)
    }

    /// When it was sent.
    pub fn sent_on(&self) -> Option<PartialDate> {
        self.first(Stage::is_sent)
    }

    /// When the funder answered.
    pub fn answered_on(&self) -> Option<NaiveDate> {
        self.done_by_stage(DeadlineKind::Answer)
    }

    /// What becomes of its days.
    pub fn life(&self) -> Life {
        if self.stage.is_end() { Life::Over } else { Life::Open }
    }

    /// What becomes of the project's days: before the money is promised there is no project, only a wish.
    fn project(&self) -> Life {
        match self.life() {
            Life::Open if !self.stage.is_granted() || !self.dated => Life::Quiet,
            life => life,
        }
    }

    /// A day of one of its records, in words of its own.
    fn part(
        &self,
        record: (&'static str, u32),
        kind: DeadlineKind,
        on: impl Into<PartialDate>,
        detail: String,
        life: Life,
    ) -> Day {
        Day { detail, ..Day::of(&self.whose, record, kind, on, life) }
    }

    /// A day of the application itself.
    fn own(&self, kind: DeadlineKind, on: impl Into<PartialDate>, life: Life) -> Day {
        Day::of(&self.whose, ("application", self.id), kind, on, life)
    }

    /// A task.
    pub fn task(&self, id: u32, title: String, due: NaiveDate) -> Day {
        self.part(("application_task", id), DeadlineKind::Task, due, title, self.life())
    }

    /// A condition of the grant.
    pub fn condition(&self, id: u32, text: String, due: NaiveDate) -> Day {
        self.part(("application_condition", id), DeadlineKind::Condition, due, text, self.project())
    }

    /// A target. One whose result is told needs no more.
    pub fn target(&self, id: u32, title: String, due: PartialDate, told: bool) -> Day {
        let life = if told { Life::Over } else { self.project() };
        self.part(("application_target", id), DeadlineKind::Target, due, title, life)
    }

    /// A step of the project's plan.
    pub fn milestone(&self, id: u32, title: String, ends: PartialDate) -> Day {
        self.part(("application_milestone", id), DeadlineKind::Milestone, ends, title, self.project())
    }

    /// A document whose content is to be removed after a day. The duty begins when the project ends, so it outlives it.
    pub fn retention(&self, id: u32, name: String, keep_until: NaiveDate) -> Day {
        self.part(("document", id), DeadlineKind::Retention, keep_until, name, Life::Open)
    }

    /// A part of the grant to ask for.
    pub fn instalment(&self, id: u32, title: String, due: NaiveDate) -> Day {
        self.part(("instalment", id), DeadlineKind::Instalment, due, title, self.project())
    }

    /// An account to send.
    pub fn account(&self, id: u32, title: String, due: NaiveDate) -> Day {
        self.part(("account", id), DeadlineKind::Account, due, title, self.project())
    }

    /// A day a person entered. It stood elsewhere before it was moved.
    pub fn entered(&self, row: Deadline, as_of: NaiveDate) -> Day {
        let earlier = row.moved_from.filter(|_| row.moved_on.is_some_and(|moved| moved > as_of));
        let life = match (self.life(), row.kind) {
            (Life::Open, DeadlineKind::Questions | DeadlineKind::Extension) => Life::Lapses,
            (life, _) => life,
        };
        let sent = self.sent_on().map(PartialDate::last_day).filter(|_| row.kind == DeadlineKind::Call);
        let kept = Some(row.clone());
        Day {
            row: kept,
            time: row.due_time,
            source: (!row.source.is_empty()).then(|| Text::new(row.source, "")),
            moved_from: row.moved_from.filter(|_| earlier.is_none()),
            person_id: row.person_id,
            done_on: row.done_on.or(sent),
            ..self.part(("deadline", row.id), row.kind, earlier.unwrap_or(row.due_on), row.title, life)
        }
    }

    /// The days its project has by itself: its start, its end, and the decision on what comes after it where nothing is said of that
    /// and neither a rule nor a person has set a day for it.
    pub fn project_days(&self, embedding_is_set: bool) -> Vec<Day> {
        let mut found = Vec::new();
        let since = |is: fn(Stage) -> bool| self.first(is).map(PartialDate::last_day);
        if let Some(start) = self.period_start {
            let begun = since(|stage| matches!(stage, Stage::Running | Stage::Reporting | Stage::Closed));
            found.push(Day { done_on: begun, ..self.own(DeadlineKind::Start, start, self.project()) });
        }
        let Some(end) = self.period_end else { return found };
        let reported = match self.stage {
            Stage::Reporting | Stage::Closed => since(|stage| matches!(stage, Stage::Reporting | Stage::Closed)),
            _ => None,
        };
        found.push(Day { done_on: reported, ..self.own(DeadlineKind::PeriodEnd, end, self.project()) });
        if !self.embedded && !embedding_is_set && self.stage.is_granted() && !self.stage.is_end() {
            let key = if end.is_partial() { "deadline_source.embedding_partial" } else { "deadline_source.embedding" };
            let source = sentence(key, &[("on", Value::Partial(end))]);
            found.push(Day { origin: DeadlineOrigin::Rule, source, ..self.own(DeadlineKind::Embedding, end, self.project()) });
        }
        found
    }

    /// What rules count from. A day known only as a month or a year is none.
    pub fn bases(&self, call_published: Option<NaiveDate>, call_deadline: Option<NaiveDate>) -> Bases {
        let exact = |on: Option<PartialDate>| match on {
            Some(PartialDate::Day(day)) => Some(day),
            _ => None,
        };
        Bases {
            call_published,
            call_deadline,
            submitted: exact(self.first(|stage| stage == Stage::Submitted)),
            granted: exact(self.first(Stage::is_granted)),
            accepted: exact(self.first(|stage| stage == Stage::Accepted)),
            period_start: exact(self.period_start),
            period_end: exact(self.period_end),
        }
    }

    /// A day that follows from a rule.
    pub fn ruled(&self, rule: &DateRuleView, ruled: RuledDay) -> Day {
        let of_call = matches!(rule.basis, DateBasis::CallPublished | DateBasis::CallDeadline | DateBasis::Submitted);
        let life = match if of_call { self.life() } else { self.project() } {
            Life::Open if matches!(rule.kind, DeadlineKind::Questions | DeadlineKind::Extension) => Life::Lapses,
            Life::Open if rule.kind == DeadlineKind::Embedding && self.embedded => Life::Over,
            life => life,
        };
        Day {
            part: ruled.part,
            detail: rule.title.clone(),
            origin: DeadlineOrigin::Rule,
            source: Some(rule.whole()),
            done_on: self.done_by_stage(rule.kind),
            ..self.own(rule.kind, ruled.on, life)
        }
    }

    /// When a step the application has taken did what a day asks for.
    fn done_by_stage(&self, kind: DeadlineKind) -> Option<NaiveDate> {
        let is: fn(Stage) -> bool = match kind {
            DeadlineKind::Answer => |stage| stage.is_granted() || stage == Stage::Rejected,
            DeadlineKind::Acceptance => {
                |stage| matches!(stage, Stage::Accepted | Stage::Running | Stage::Reporting | Stage::Closed)
            }
            DeadlineKind::Start | DeadlineKind::BeginBy => {
                |stage| matches!(stage, Stage::Running | Stage::Reporting | Stage::Closed)
            }
            _ => return None,
        };
        self.first(is).map(PartialDate::last_day)
    }

    /// The steps of its back-plan. When the deadline has passed, or the application is sent, the plan is over: what is to be done then
    /// is said of the deadline itself.
    pub fn plan(&self, state: PlanState, steps: Vec<StepOutcome>) -> impl Iterator<Item = Day> {
        let over = state == PlanState::Passed || self.life() == Life::Over;
        let sent = self.stage.is_sent();
        steps.into_iter().map(move |step| self.step(step, over, sent))
    }

    fn step(&self, step: StepOutcome, over: bool, sent: bool) -> Day {
        let life = if over || sent && step.chain == Chain::Application { Life::Over } else { Life::Open };
        let risk = step.broken.then(|| step.why_broken());
        Day {
            part: step.part,
            step: Some(step.step),
            time: step.time,
            origin: if step.ruled_on.is_some() { DeadlineOrigin::Pinned } else { DeadlineOrigin::Plan },
            source: Some(step.reason),
            ruled_on: step.ruled_on,
            done_on: step.done_on,
            committee_ids: step.committee_id.map(|id| vec![id]),
            risk,
            ..self.own(step.kind, step.on, life)
        }
    }
}
