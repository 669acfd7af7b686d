//! Committees' meetings, how they are read in, and the cases planned for them.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use specta::Type;

use crate::deadlines::{Meeting, PlannedCase, PlannedKind};
use crate::error::Error;
use crate::office::Committee;
use crate::views::Text;

/// The meetings of a municipality's committees.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct MeetingsView {
    /// The committees, in Danish order, each with its meetings, soonest first.
    pub committees: Vec<CommitteeMeetings>,
}

/// A committee's meetings.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct CommitteeMeetings {
    /// The committee.
    pub committee: Committee,
    /// Its meetings, soonest first.
    pub meetings: Vec<MeetingView>,
}

/// A meeting with the days that follow from it.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct MeetingView {
    /// The meeting.
    pub meeting: Meeting,
    /// The last day to hand in a paper, as stated or by rule.
    pub paper_due: Option<NaiveDate>,
    /// The day its agenda is settled, as stated or by lead time.
    pub agenda_meeting: Option<NaiveDate>,
    /// What is odd about it: it lies on a holiday, a weekend, in a recess.
    pub remarks: Vec<Text>,
    /// How many cases are planned for it or stand on its agenda.
    pub cases: u32,
}

/// Where meetings are read from.
#[derive(Clone, Debug, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct MeetingSource {
    /// The committee.
    pub committee_id: u32,
    /// A pasted text: a date in each line, with what is said of it.
    pub text: Option<String>,
    /// An .ics or .csv file.
    pub path: Option<String>,
}

/// What was understood of a list of meetings.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct MeetingsPreview {
    /// What was read, in the order of the source.
    pub rows: Vec<MeetingRead>,
    /// How many would be added.
    pub added: u32,
    /// How many would be changed.
    pub changed: u32,
    /// How many were not understood; they are left out.
    pub refused: u32,
}

/// One line or entry of a list of meetings.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct MeetingRead {
    /// Line of the source, from 1.
    pub line: u32,
    /// As it stands there, at most 200 characters.
    pub found: String,
    /// What was understood; null where nothing was.
    pub meeting: Option<Meeting>,
    /// What becomes of it.
    pub action: MeetingAction,
    /// Why it was not understood.
    pub problem: Option<Error>,
    /// What is odd about it: its weekday does not fit, it lies on a holiday.
    pub remarks: Vec<Text>,
}

/// What becomes of a meeting that was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum MeetingAction {
    /// It is new.
    Add,
    /// It was there, and is moved or changed.
    Change,
    /// It was there, and is the same.
    Same,
    /// It is not understood, and left out.
    Refuse,
}

/// »Kommende sager«: what is planned for each committee's meetings.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ComingView {
    /// The day.
    pub as_of: NaiveDate,
    /// The committees, in Danish order.
    pub committees: Vec<ComingCommittee>,
}

/// A committee's planning list.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ComingCommittee {
    /// The committee.
    pub committee_id: u32,
    /// Its name. Danish.
    pub name: String,
    /// Its short name. Danish.
    pub short_name: String,
    /// Its meetings ahead that have cases, soonest first; then those whose day is not known.
    pub meetings: Vec<ComingMeeting>,
    /// What was dropped or moved, with the reason.
    pub dropped: Vec<ComingCase>,
    /// Its meetings ahead to move a case to, soonest first.
    pub ahead: Vec<Meeting>,
}

/// A meeting with the cases planned for it.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ComingMeeting {
    /// The meeting; null where its day is not known.
    pub meeting: Option<Meeting>,
    /// It is the first after this day, where its own is not known.
    pub after_on: Option<NaiveDate>,
    /// The last day to hand in a paper.
    pub paper_due: Option<NaiveDate>,
    /// Working days to that.
    pub working_days: Option<i32>,
    /// The cases.
    pub cases: Vec<ComingCase>,
}

/// A case that is coming.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ComingCase {
    /// What it is known by: `application:8:paper:BIU`, or `planned_case:3`.
    pub key: String,
    /// What it is about. Danish.
    pub title: String,
    /// What it is.
    pub kind: PlannedKind,
    /// Why it is planned: the back-plan, the report that is due, the promise, or who entered it; and what is odd about the meeting.
    pub reason: Text,
    /// The day it is due by, where there is one.
    pub due_on: Option<NaiveDate>,
    /// The meeting it was planned for and was not dealt with at.
    pub missed_on: Option<NaiveDate>,
    /// The meeting it was planned for before.
    pub moved_from: Option<NaiveDate>,
    /// Why it was moved or dropped; may be empty. Danish.
    pub moved_reason: String,
    /// The application to open.
    pub application_id: Option<u32>,
    /// The case to open.
    pub case_id: Option<u32>,
    /// What a person entered, to change; null for one that follows from data.
    pub row: Option<PlannedCase>,
}
