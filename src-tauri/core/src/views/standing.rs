//! Where a municipality stands with a pool.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use specta::Type;

use crate::applications::Stage;
use crate::calendar::PartialDate;
use crate::catalogue::CanApply;
use crate::committee::{CaseKind, Outcome};
use crate::money::Money;
use crate::pools::{Assessment, Choice, FinalChoice, PoolStatus, Stance, StanceReason};
use crate::views::CallPlan;

/// The four values of a pool as they stand on a day, and the one word for them. They may rest on the pool it lies inside.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct PoolStanding {
    /// The pool.
    pub pool_id: u32,
    /// The one word: »Søges, hvis relevant« until a condition is answered.
    pub status: PoolStatus,
    /// The administration's view.
    pub stance: Option<Stance>,
    /// Why we do not apply.
    pub reason: Option<StanceReason>,
    /// The view in words.
    pub text: String,
    /// The day of it.
    pub assessed_on: Option<NaiveDate>,
    /// The pool it rests on, where that is the one this pool lies inside.
    pub rests_on: Option<u32>,
    /// The newest point put to a committee about it.
    pub put: Option<PutView>,
    /// The final choice.
    pub choice: Option<Choice>,
    /// The next deadline on or after the day, of a call that is known.
    pub deadline: Option<NaiveDate>,
    /// Its time of day.
    pub deadline_time: Option<String>,
    /// Calendar days to it.
    pub days_left: Option<i32>,
    /// Working days to it.
    pub working_days_left: Option<i32>,
    /// The last committee meeting before it, by committee that may take it; none where there is no deadline ahead.
    pub plans: Vec<CallPlan>,
    /// Our applications, oldest first.
    pub applications: Vec<ApplicationRef>,
}

/// A point that was put to a committee.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct PutView {
    /// The case.
    pub case_id: u32,
    /// Its title.
    pub case_title: String,
    /// What it asks; only a case that asks for a decision moves the pool.
    pub case_kind: CaseKind,
    /// The point, and how it is numbered: `2 a`.
    pub point_id: u32,
    /// Its number.
    pub label: String,
    /// What is recommended.
    pub text: String,
    /// What must hold for it; stays until the final choice answers it.
    pub condition: String,
    /// The short name of the committee that decided, or is the first to read it.
    pub committee: String,
    /// The meeting.
    pub meeting_date: Option<NaiveDate>,
    /// What was decided by the day; a decision whose day is not known does not count.
    pub outcome: Option<Outcome>,
    /// Its wording.
    pub decision_text: String,
    /// The committee's remark.
    pub remark: String,
}

/// An application to go to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ApplicationRef {
    /// Row id.
    pub id: u32,
    /// Title.
    pub title: String,
    /// Its stage on the day.
    pub stage: Stage,
}

/// A pool with all that the municipality has thought and decided of it, every version.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct PoolStandingView {
    /// As it stands.
    pub standing: PoolStanding,
    /// Every assessment known by the day, newest first; also those on the pool it lies inside.
    pub assessments: Vec<Assessment>,
    /// Every final choice, newest first.
    pub choices: Vec<FinalChoice>,
    /// Every point put to a committee, newest first.
    pub puts: Vec<PutView>,
}

/// What a person says of a pool. Where the initiative has no pool yet, one of its name is made.
#[derive(Clone, Debug, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct AssessmentDraft {
    /// The pool, or
    pub pool_id: Option<u32>,
    /// the initiative that has none.
    pub initiative_id: Option<u32>,
    /// The view.
    pub stance: Stance,
    /// Why we do not apply.
    pub reason: Option<StanceReason>,
    /// In words.
    pub text: String,
    /// The day it counts from; null is today.
    pub assessed_on: Option<NaiveDate>,
    /// What an application would cost, in whole hours.
    pub application_hours: Option<u32>,
    /// What reporting would cost, in whole hours.
    pub reporting_hours: Option<u32>,
}

/// What is chosen in the end.
#[derive(Clone, Debug, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ChoiceDraft {
    /// The pool.
    pub pool_id: u32,
    /// The choice.
    pub choice: Choice,
    /// Why.
    pub reason: String,
    /// The day it counts from; null is today.
    pub chosen_on: Option<NaiveDate>,
}

/// A pool of one's own with its call, as a form has them.
#[derive(Clone, Debug, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct OwnPoolDraft {
    /// Row id; 0 for a new pool.
    pub id: u32,
    /// Row version.
    pub version: u32,
    /// The initiative it belongs to, where there is one.
    pub initiative_id: Option<u32>,
    /// Title.
    pub title: String,
    /// Who gives: ministry, agency or fund.
    pub authority: String,
    /// What is set aside.
    pub amount: Option<Money>,
    /// Who may apply.
    pub applicants: String,
    /// Whether a municipality can.
    pub can_apply: CanApply,
    /// What is worth knowing.
    pub note: String,
}

/// A call as a form has it. A changed deadline is kept beside the earlier one.
#[derive(Clone, Debug, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct OwnCallDraft {
    /// Row id; 0 for a new call.
    pub id: u32,
    /// Row version.
    pub version: u32,
    /// The pool.
    pub pool_id: u32,
    /// Title as published.
    pub title: String,
    /// The day it was published.
    pub published: Option<NaiveDate>,
    /// From when one can apply.
    pub opens_on: Option<NaiveDate>,
    /// The last day for questions.
    pub questions_until: Option<NaiveDate>,
    /// When the funder is expected to answer, as far as stated.
    pub answer_expected: Option<PartialDate>,
    /// The deadline.
    pub deadline: Option<NaiveDate>,
    /// Its time of day, `12:00`.
    pub deadline_time: Option<String>,
    /// Whether another deadline than before corrects that; else it was moved, and the earlier one is kept beside it.
    pub correction: bool,
    /// The day it was moved; null for today.
    pub moved_on: Option<NaiveDate>,
    /// Why it was moved; may be empty. Danish.
    pub moved_reason: String,
    /// The amount announced.
    pub amount: Option<Money>,
    /// First day of the project period.
    pub project_from: Option<NaiveDate>,
    /// Last day of it.
    pub project_to: Option<NaiveDate>,
    /// Who may apply.
    pub applicants: String,
    /// Whether a municipality can.
    pub can_apply: CanApply,
    /// Addresses, one per line.
    pub sources: String,
}
