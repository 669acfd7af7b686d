//! What a back-plan is made from.

use chrono::NaiveDate;

use crate::applications::{Approval, ApprovalState, Stage};
use crate::calendar::PartialDate;
use crate::committee::Outcome;
use crate::deadlines::{DeadlineKind, Plan};

/// An application to plan.
#[derive(Clone, Debug)]
pub struct ToPlan<'a> {
    /// Its row id.
    pub application_id: u32,
    /// The deadline to plan from.
    pub deadline: Option<NaiveDate>,
    /// Its time of day, `12:00`; none where not stated.
    pub deadline_time: Option<&'a str>,
    /// Which political approval it needs; none while not settled.
    pub approval: Option<Approval>,
    /// How that stands on the day.
    pub approval_state: ApprovalState,
    /// The day it was approved, where that has come.
    pub approved_on: Option<NaiveDate>,
    /// The day it was refused.
    pub refused_on: Option<NaiveDate>,
    /// Where it is on the day.
    pub stage: Stage,
    /// The day the draft was begun, as far as known.
    pub drafting_since: Option<PartialDate>,
    /// The day it was sent.
    pub submitted: Option<PartialDate>,
    /// The day the money was promised.
    pub granted: Option<PartialDate>,
    /// The first day of the project.
    pub period_start: Option<PartialDate>,
    /// When the funder is expected to answer.
    pub answer_expected: Option<PartialDate>,
    /// Whether partners take part.
    pub partners: bool,
    /// The committees it concerns, the first of them first.
    pub committees: &'a [u32],
    /// What is settled of its plan.
    pub plan: Option<&'a Plan>,
    /// What a person did about its steps.
    pub marks: &'a [StepMark],
    /// The meetings that cases about it or its pool were put to.
    pub put: &'a [Put],
}

/// What a person did about a step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StepMark {
    /// What its day is.
    pub kind: DeadlineKind,
    /// The step's code, and its committee's id.
    pub part: String,
    /// The day it is moved to.
    pub pinned_on: Option<NaiveDate>,
    /// Why.
    pub pinned_reason: String,
    /// When it was done.
    pub done_on: Option<NaiveDate>,
}

/// A committee's reading of a case that asks for a decision.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Put {
    /// The case.
    pub case_id: u32,
    /// The committee.
    pub committee_id: u32,
    /// The day of the meeting.
    pub held_on: NaiveDate,
    /// The day the paper was handed in: that of the recommendation.
    pub handed_in_on: NaiveDate,
    /// What was decided by the day of the view.
    pub outcome: Option<Outcome>,
}

impl ToPlan<'_> {
    pub(super) fn mark(&self, kind: DeadlineKind, part: &str) -> Option<&StepMark> {
        self.marks.iter().find(|mark| mark.kind == kind && mark.part == part)
    }

    /// The newest meeting of a committee it was put to, unless that sent it back or put it off.
    pub(super) fn put_to(&self, committee: u32) -> Option<&Put> {
        let returned = |outcome| matches!(outcome, Outcome::Postponed | Outcome::SentBack | Outcome::NotApproved);
        let newest = self.put.iter().filter(|put| put.committee_id == committee).max_by_key(|put| (put.held_on, put.case_id));
        newest.filter(|put| !put.outcome.is_some_and(returned))
    }
}
