//! A case with its readings, points, decisions and what was promised afterwards.

use chrono::NaiveDate;

use crate::committee::{CaseKind, Outcome};
use crate::record::record;

record! {
    /// A case on an agenda.
    pub struct CommitteeCase("committee_case", required: title) {
        /// The municipality.
        pub municipality_id: u32,
        /// Title.
        pub title: String,
        /// What it asks.
        pub kind: CaseKind,
        /// Number in the case system.
        pub case_number: String,
        /// Whether it is a closed item.
        pub closed: bool,
        /// The day the recommendation was written; null counts as the first meeting.
        pub recommended_on: Option<NaiveDate>,
        /// What it is about.
        pub summary: String,
        /// Key of the form its paper is written in; empty for the municipality's.
        pub form: String,
    }
}

record! {
    /// One committee's reading of a case.
    pub struct CaseReading("case_reading") {
        /// The case.
        pub committee_case_id: u32,
        /// The committee.
        pub committee_id: u32,
        /// Order of the readings, from 0.
        pub position: u32,
        /// The day of the meeting, or of the chairman's decision; null while not set or not known.
        pub meeting_date: Option<NaiveDate>,
        /// Number on the agenda.
        pub item_number: String,
        /// Decided by the chairman alone.
        pub chairman: bool,
        /// What the committee added.
        pub remark: String,
        /// How they voted, where it is given.
        pub votes: String,
        /// What a minority wanted put down.
        pub minority_statement: String,
    }
}

record! {
    /// A point of a recommendation.
    pub struct CasePoint("case_point", required: text) {
        /// The case.
        pub committee_case_id: u32,
        /// The point it lies inside.
        pub parent_id: Option<u32>,
        /// Order among its siblings, from 0.
        pub position: u32,
        /// What is recommended.
        pub text: String,
        /// What must hold for it, and for the points inside it.
        pub condition: String,
        /// Whether the program wrote it, and nobody has accepted or changed it.
        pub drafted: bool,
    }
}

record! {
    /// What a point is about: one pool or one application.
    pub struct PointSubject("case_point_subject") {
        /// The point.
        pub case_point_id: u32,
        /// The pool.
        pub pool_id: Option<u32>,
        /// The application.
        pub application_id: Option<u32>,
    }
}

record! {
    /// What a committee decided on a point.
    pub struct PointDecision("case_decision") {
        /// The reading.
        pub case_reading_id: u32,
        /// The point.
        pub case_point_id: u32,
        /// The decision.
        pub outcome: Outcome,
        /// Its wording, where that says more.
        pub text: String,
    }
}

record! {
    /// What was promised to be told or done after the decision.
    pub struct FollowUp("case_follow_up", required: text) {
        /// The case.
        pub committee_case_id: u32,
        /// The promise.
        pub text: String,
        /// When it is due.
        pub due_on: Option<NaiveDate>,
        /// When it was reported; null while open.
        pub reported_on: Option<NaiveDate>,
        /// What was reported.
        pub report: String,
    }
}

record! {
    /// Two sources that say different things. Both are kept until someone settles it.
    pub struct Discrepancy("discrepancy", required: subject) {
        /// The application it is about, or
        pub application_id: Option<u32>,
        /// the case.
        pub committee_case_id: Option<u32>,
        /// What they differ on.
        pub subject: String,
        /// What one says.
        pub stated: String,
        /// Where.
        pub stated_place: String,
        /// What the other says, or what was computed.
        pub other: String,
        /// Where.
        pub other_place: String,
        /// What to make of it.
        pub note: String,
        /// When it was settled.
        pub settled_on: Option<NaiveDate>,
        /// How.
        pub settlement: String,
    }
}
