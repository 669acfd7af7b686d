//! The screen »Overblik«: what needs action, the pipeline, what was answered and what was decided. Every figure names its rows.

use chrono::NaiveDate;
use serde::Serialize;
use specta::Type;

use crate::applications::Stage;
use crate::committee::Outcome;
use crate::money::Money;
use crate::views::DeadlineItem;
use crate::words::coded;

coded! {
    /// Why something needs action.
    pub enum AttentionKind("attention") {
        /// The deadline is near and nobody has said what we think. Subject: pool.
        NoStance = "no_stance",
        /// A deadline is ahead and nobody has said which committee decides, so no meeting is planned. Subject: application.
        CommitteeNotChosen = "committee_not_chosen",
        /// The mandate's condition is not answered. Subject: pool.
        MandateCondition = "mandate_condition",
        /// A political approval is needed and not given. Subject: application.
        ApprovalMissing = "approval_missing",
        /// A conditional grant is not answered. Subject: application.
        ConditionalGrant = "conditional_grant",
        /// The grant is not accepted. Subject: application.
        GrantNotAccepted = "grant_not_accepted",
        /// The appropriation is needed and not given. Subject: application.
        AppropriationMissing = "appropriation_missing",
        /// A document the call demands is missing. Subject: application.
        DocumentMissing = "document_missing",
        /// A promise to the committee that has no day is open. Subject: case.
        FollowUpOpen = "follow_up_open",
        /// Nobody has said which political approval is needed. Subject: application.
        ApprovalNotSettled = "approval_not_settled",
        /// Nobody has said which appropriation is needed. Subject: application.
        AppropriationNotSettled = "appropriation_not_settled",
        /// Sources say different things. Subject: application.
        SourcesDiffer = "sources_differ",
        /// A day to keep is flagged; `day` says which and why.
        Day = "day",
    }
}

/// Something that needs action, why, and where to do it.
#[derive(Clone, Debug, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Attention {
    /// Why.
    pub kind: AttentionKind,
    /// What it is about: the title of the pool, application or case.
    pub title: String,
    /// More: a task's title, a condition's text, a document's name. Danish, as a person wrote it.
    pub detail: String,
    /// The day it hangs on.
    pub on: Option<NaiveDate>,
    /// Calendar days from the day of the view; negative when past.
    pub days: Option<i32>,
    /// Whether it is overdue or blocks.
    pub urgent: bool,
    /// The application to open.
    pub application_id: Option<u32>,
    /// The pool to open, by key.
    pub pool_key: Option<String>,
    /// The case to open.
    pub case_id: Option<u32>,
    /// The case a condition stands in, of kind `mandate_condition`.
    pub condition_of: Option<u32>,
    /// The day that is flagged, of kind `day`.
    pub day: Option<Box<DeadlineItem>>,
}

/// Everything the manager's page shows.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct OverviewView {
    /// The day.
    pub as_of: NaiveDate,
    /// What needs action, most urgent first.
    pub attention: Vec<Attention>,
    /// Applied for and not answered.
    pub applied: AmountOf,
    /// Granted, for projects that are not ended.
    pub granted: AmountOf,
    /// Of that, on conditions that are open.
    pub conditional: AmountOf,
    /// The pipeline by stage, in order, only stages that have applications.
    pub stages: Vec<StageSum>,
    /// Answered applications, all of them.
    pub hit_rate: HitRate,
    /// The same by department.
    pub by_department: Vec<HitRate>,
    /// And by authority or fund.
    pub by_authority: Vec<HitRate>,
    /// Decisions on or after the day asked for, newest first.
    pub decisions: Vec<DecisionRow>,
    /// The days to keep in the next 90 calendar days that are not done, soonest first.
    pub deadlines: Vec<DeadlineItem>,
    /// Applications whose stage has no day: listed, not counted above.
    pub undated: Vec<u32>,
}

/// An amount, the applications it is made of, and those of them without a figure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct AmountOf {
    /// Our part of the amounts known.
    pub amount: Money,
    /// The applications.
    pub applications: Vec<u32>,
    /// How many of them have no amount recorded.
    pub unknown: u32,
}

/// One stage of the pipeline.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct StageSum {
    /// The stage.
    pub stage: Stage,
    /// Our part of what is applied for.
    pub requested: AmountOf,
    /// Our part of what was granted; its applications are those granted.
    pub awarded: AmountOf,
}

/// How many of the answered applications were granted, by number and by money.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct HitRate {
    /// Department or authority; empty for all of them, and for those without one.
    pub name: String,
    /// Answered: granted, on conditions or not, and rejected.
    pub answered: Vec<u32>,
    /// Of those, granted.
    pub granted: Vec<u32>,
    /// Sent and not answered.
    pub waiting: Vec<u32>,
    /// Our part of what the answered ones applied for, where both figures are known.
    pub requested: Money,
    /// Our part of what those were granted.
    pub awarded: Money,
    /// Granted kroner in per mille of those applied for, rounded half away from zero; null where nothing was applied for.
    pub money_per_mille: Option<u32>,
    /// Answered ones without both figures: not in the kroner.
    pub unknown: u32,
}

/// A decision of a committee.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct DecisionRow {
    /// The case.
    pub case_id: u32,
    /// Its title.
    pub title: String,
    /// The committee's short name.
    pub committee: String,
    /// The day.
    pub on: Option<NaiveDate>,
    /// The decisions, by point: `1` noted, `2` approved.
    pub outcomes: Vec<PointOutcome>,
}

/// The outcome of one point.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct PointOutcome {
    /// The point's number.
    pub label: String,
    /// What was decided.
    pub outcome: Outcome,
}
