//! The committee cases of the example, and the meetings.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::Deserialize;

use crate::committee::{AppendixKind, CaseKind, Outcome};
use crate::deadlines::PlannedKind;
use crate::import::example::Discrepancy;

/// A committee case.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Case {
    /// Title.
    pub title: String,
    /// What it asks.
    pub kind: CaseKind,
    /// Number in the case system.
    #[serde(default)]
    pub case_number: String,
    /// What it is about.
    pub summary: String,
    /// Key of the form its paper is written in; empty for the municipality's.
    #[serde(default)]
    pub form: String,
    /// The day its texts were accepted.
    pub accepted_on: Option<NaiveDate>,
    /// Its texts by part of the form: lines of Markdown. A figure is known by the key of what it is about: `{{pool.91.total}}`.
    #[serde(default)]
    pub texts: BTreeMap<String, Vec<String>>,
    /// Its appendices in order.
    #[serde(default)]
    pub appendices: Vec<Appendix>,
    /// The readings.
    pub readings: Vec<Reading>,
    /// The points of the recommendation.
    pub points: Vec<Point>,
    /// What was promised.
    #[serde(default)]
    pub follow_ups: Vec<String>,
    /// Where sources differ.
    #[serde(default)]
    pub discrepancies: Vec<Discrepancy>,
}

/// An appendix.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Appendix {
    /// What it is.
    pub kind: AppendixKind,
    /// Its title.
    pub title: String,
    /// Of a table of pools the keys of its rows, in order.
    #[serde(default)]
    pub pools: Vec<String>,
}

/// A reading.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Reading {
    /// The committee's short name.
    pub committee: String,
    /// The meeting.
    pub meeting_date: Option<NaiveDate>,
    /// The item's number.
    #[serde(default)]
    pub item_number: String,
    /// What the committee added.
    #[serde(default)]
    pub remark: String,
    /// What it decided on the points, in their order; fewer where it did not.
    #[serde(default)]
    pub decisions: Vec<Decision>,
}

/// A decision.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Decision {
    /// The outcome.
    pub outcome: Outcome,
    /// Its wording.
    #[serde(default)]
    pub text: String,
}

/// A point, and those inside it.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Point {
    /// What is recommended.
    pub text: String,
    /// What must hold for it.
    #[serde(default)]
    pub condition: String,
    /// Keys of the pools it is about.
    #[serde(default)]
    pub pools: Vec<String>,
    /// Keys of the applications it is about.
    #[serde(default)]
    pub applications: Vec<String>,
    /// The points inside it.
    #[serde(default)]
    pub points: Vec<Point>,
}

/// A meeting of a committee.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Meeting {
    /// The day.
    pub on: NaiveDate,
    /// Where it is known from.
    pub source: String,
}

/// A case said to be coming.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PlannedCase {
    /// The committee's short name.
    pub committee: String,
    /// It comes to the first meeting after this day.
    pub after_on: NaiveDate,
    /// What it is about.
    pub title: String,
    /// What it is.
    pub kind: PlannedKind,
    /// Key of the application it is about.
    pub application: Option<String>,
    /// Where that is said.
    pub source: String,
}
