//! The screen »Udvalgssager«: cases, what they ask and what was decided.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use specta::Type;

use crate::committee::{
    CaseKind, CasePoint, CaseReading, CommitteeCase, Discrepancy, FollowUp, Outcome, PointDecision, PointSubject,
};
use crate::views::{ApplicationRef, HistoryEntry, Text};

/// Every case of a municipality known on a day.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct CasesView {
    /// The day.
    pub as_of: NaiveDate,
    /// The cases, newest meeting first; those without a meeting before them.
    pub cases: Vec<CaseRow>,
}

/// One case as a row.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct CaseRow {
    /// Row id.
    pub id: u32,
    /// Title.
    pub title: String,
    /// What it asks.
    pub kind: CaseKind,
    /// Number in the case system.
    pub case_number: String,
    /// A closed item.
    pub closed: bool,
    /// The committees' short names, in the order of the readings.
    pub committees: Vec<String>,
    /// The first meeting.
    pub meeting_date: Option<NaiveDate>,
    /// The item's number there.
    pub item_number: String,
    /// The newest outcome by the day; null while undecided.
    pub outcome: Option<Outcome>,
    /// Follow-ups that are open.
    pub follow_ups_open: u32,
    /// Pools it is about.
    pub pools: u32,
    /// Conditions that are not answered.
    pub conditions_open: u32,
    /// Its paper is with the committee.
    pub handed_in: bool,
    /// Figures that are others than the paper with the committee says, while nothing is decided.
    pub figures_changed: u32,
}

/// One case with all that belongs to it.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct CaseView {
    /// The day.
    pub as_of: NaiveDate,
    /// The case.
    pub committee_case: CommitteeCase,
    /// Its readings in order.
    pub readings: Vec<ReadingView>,
    /// The points in the order of the paper, each before those inside it.
    pub points: Vec<PointView>,
    /// What was promised.
    pub follow_ups: Vec<FollowUp>,
    /// Where sources differ.
    pub discrepancies: Vec<Discrepancy>,
    /// What was changed, newest first.
    pub history: Vec<HistoryEntry>,
}

/// A reading with what was decided.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ReadingView {
    /// The reading.
    pub reading: CaseReading,
    /// The committee's name.
    pub committee: String,
    /// Its short name.
    pub short_name: String,
    /// The decisions, in the order of the points; empty before the meeting day.
    pub decisions: Vec<PointDecision>,
}

/// A point with what it is about.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct PointView {
    /// The point.
    pub point: CasePoint,
    /// Its number: `2 a`.
    pub label: String,
    /// What it is about.
    pub subjects: Vec<SubjectView>,
}

/// A pool or application a point is about.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct SubjectView {
    /// The link.
    pub subject: PointSubject,
    /// The pool's or application's title.
    pub title: String,
    /// The pool's initiative.
    pub initiative: Option<u32>,
    /// The pool's key, to go to it.
    pub pool_key: Option<String>,
    /// The application itself, or those of the pool.
    pub applications: Vec<ApplicationRef>,
    /// What is to be known before it is recommended: that the municipality cannot apply, that the call is over.
    pub remarks: Vec<Text>,
}

/// A part of a case to save.
#[derive(Clone, Debug, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case", tag = "kind", content = "row")]
pub enum CasePart {
    /// A reading.
    Reading(CaseReading),
    /// A point.
    Point(CasePoint),
    /// What a point is about.
    Subject(PointSubject),
    /// A follow-up.
    FollowUp(FollowUp),
    /// A difference between sources.
    Discrepancy(Discrepancy),
}

/// A kind of part of a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum CasePartKind {
    /// A reading, with its decisions.
    Reading,
    /// A point, with those inside it.
    Point,
    /// What a point is about.
    Subject,
    /// A follow-up.
    FollowUp,
    /// A difference between sources.
    Discrepancy,
}

/// A new case. Each pool becomes a lettered point inside a first one, or the only point where there is one pool.
#[derive(Clone, Debug, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct CaseDraft {
    /// Title.
    pub title: String,
    /// What it asks.
    pub kind: CaseKind,
    /// Number in the case system.
    pub case_number: String,
    /// The committee of the first reading.
    pub committee_id: Option<u32>,
    /// The meeting.
    pub meeting_date: Option<NaiveDate>,
    /// Number on the agenda.
    pub item_number: String,
    /// Pools to recommend.
    pub pools: Vec<u32>,
    /// Applications to recommend.
    pub applications: Vec<u32>,
    /// What must hold for them.
    pub condition: String,
}

/// What a committee decided, recorded in one go.
#[derive(Clone, Debug, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct DecisionDraft {
    /// The reading with remark, votes and minority statement as they now are.
    pub reading: CaseReading,
    /// One for each point that was decided; those of the reading that are not among them are removed.
    pub decisions: Vec<PointDecision>,
    /// Pools that become applications now, where they have none.
    pub applications_for: Vec<u32>,
}
