//! The example: what three municipalities' papers say, one file each. Everything else in a file stands under its own key or short
//! name, and is named by it.

mod budget;
mod case;

use chrono::NaiveDate;
use serde::Deserialize;

use crate::applications::{ApplicationRole, AppropriationKind, Approval, Stage};
use crate::budgets::Vat;
use crate::calendar::PartialDate;
use crate::catalogue::CanApply;
use crate::error::{Error, ErrorCode, Result};
use crate::money::Money;
use crate::pools::{Stance, StanceReason};

pub use budget::{ExampleBudget, ExampleCell, ExampleLine};
pub use case::{Appendix, Case, Decision, Meeting, PlannedCase, Point, Reading};

/// The files, in the order the municipalities are offered.
const FILES: [&str; 3] = [
    include_str!("../../data/example/lyngby-taarbaek.json"),
    include_str!("../../data/example/koebenhavn.json"),
    include_str!("../../data/example/ishoej.json"),
];

/// Reads the example.
///
/// # Errors
/// None that are foreseen.
pub fn example() -> Result<Vec<Example>> {
    let read = |text: &&str| serde_json::from_str(text).map_err(|error| Error::new(ErrorCode::Unforeseen).because(error));
    FILES.iter().map(read).collect()
}

/// What is known of one municipality.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Example {
    /// Official code.
    pub municipality: String,
    /// Key of the form its papers are written in; empty for the first that ships.
    #[serde(default)]
    pub form: String,
    /// Departments.
    #[serde(default)]
    pub departments: Vec<Department>,
    /// Committees.
    #[serde(default)]
    pub committees: Vec<Committee>,
    /// Pools the agreement does not have.
    #[serde(default)]
    pub pools: Vec<Pool>,
    /// What the administration thinks of pools.
    #[serde(default)]
    pub assessments: Vec<Assessment>,
    /// Applications and running projects.
    pub applications: Vec<Application>,
    /// Committee cases.
    #[serde(default)]
    pub cases: Vec<Case>,
    /// Cases said to be coming.
    #[serde(default)]
    pub planned_cases: Vec<PlannedCase>,
}

/// A department.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Department {
    /// Name, by which an application names it.
    pub name: String,
    /// Short name.
    #[serde(default)]
    pub short_name: String,
}

/// A committee.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Committee {
    /// Name.
    pub name: String,
    /// Short name, by which applications and cases name it.
    pub short_name: String,
    /// What it is responsible for.
    pub covers: String,
    /// Its meetings that are known to the day.
    #[serde(default)]
    pub meetings: Vec<Meeting>,
}

/// A pool of one's own.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Pool {
    /// Key, by which it is named.
    pub key: String,
    /// The initiative of the 2019 agreement it belongs to.
    pub initiative: Option<u32>,
    /// Title.
    pub title: String,
    /// Who gives.
    pub authority: String,
    /// Who may apply.
    #[serde(default)]
    pub applicants: String,
    /// Whether a municipality can.
    pub can_apply: CanApply,
    /// What is worth knowing.
    #[serde(default)]
    pub note: String,
    /// The preset of rules that holds for it.
    #[serde(default)]
    pub preset: String,
}

/// An assessment.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Assessment {
    /// The pool's key.
    pub pool: String,
    /// The stance.
    pub stance: Stance,
    /// Why not.
    pub reason: Option<StanceReason>,
    /// In words.
    pub text: String,
    /// Whose it is.
    pub author: String,
    /// The day.
    pub on: NaiveDate,
}

/// An application or a running project.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Application {
    /// Key, by which a case names it.
    pub key: String,
    /// The pool's key, or
    pub pool: Option<String>,
    /// the fund without one.
    #[serde(default)]
    pub funder: String,
    /// Title.
    pub title: String,
    /// What it is for.
    #[serde(default)]
    pub purpose: String,
    /// Whom it is for.
    #[serde(default)]
    pub target_group: String,
    /// Its department's name.
    pub department: Option<String>,
    /// What we are in it.
    pub role: ApplicationRole,
    /// First day, as far as known.
    pub period_start: Option<PartialDate>,
    /// Last day.
    pub period_end: Option<PartialDate>,
    /// Number in the own case system.
    #[serde(default)]
    pub journal_number: String,
    /// What is applied for.
    pub requested: Option<Money>,
    /// What that leaves open.
    #[serde(default)]
    pub requested_note: String,
    /// What was granted.
    pub awarded: Option<Money>,
    /// What that leaves open.
    #[serde(default)]
    pub awarded_note: String,
    /// What all of it costs.
    pub total: Option<Money>,
    /// What that leaves open.
    #[serde(default)]
    pub total_note: String,
    /// Whether those three are with value added tax.
    #[serde(default = "not_stated")]
    pub vat: Vat,
    /// Which approval it needs.
    pub approval: Option<Approval>,
    /// What happens when the money ends.
    #[serde(default)]
    pub embedding: String,
    /// Short names of the committees.
    #[serde(default)]
    pub committees: Vec<String>,
    /// Partners.
    #[serde(default)]
    pub partners: Vec<Partner>,
    /// Steps in order.
    pub steps: Vec<Step>,
    /// Conditions of the grant that are open.
    #[serde(default)]
    pub conditions: Vec<String>,
    /// Targets.
    #[serde(default)]
    pub targets: Vec<Target>,
    /// Activities.
    #[serde(default)]
    pub activities: Vec<Activity>,
    /// Milestones.
    #[serde(default)]
    pub milestones: Vec<Milestone>,
    /// Things to do.
    #[serde(default)]
    pub tasks: Vec<Task>,
    /// Notes.
    #[serde(default)]
    pub notes: Vec<Note>,
    /// What must be enclosed and is not.
    #[serde(default)]
    pub checklist: Vec<String>,
    /// The permission to spend.
    pub appropriation: Option<Appropriation>,
    /// Versions of its budget in order.
    #[serde(default)]
    pub budgets: Vec<ExampleBudget>,
    /// Where sources differ.
    #[serde(default)]
    pub discrepancies: Vec<Discrepancy>,
}

/// A partner. None of the sources says who answers for what.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Partner {
    /// Name.
    pub name: String,
    /// What it does.
    #[serde(default)]
    pub part: String,
}

/// A step.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Step {
    /// The stage it led to.
    pub stage: Stage,
    /// The day, as far as known.
    pub on: Option<PartialDate>,
    /// Why.
    #[serde(default)]
    pub reason: String,
}

/// A target.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Target {
    /// What is to be reached.
    pub title: String,
    /// What is counted.
    #[serde(default)]
    pub measure: String,
    /// Where it starts.
    #[serde(default)]
    pub baseline: String,
    /// Where it shall be.
    #[serde(default)]
    pub goal: String,
    /// By when.
    pub due: Option<PartialDate>,
}

/// An activity.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Activity {
    /// Title.
    pub title: String,
    /// In words.
    #[serde(default)]
    pub text: String,
}

/// A milestone.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Milestone {
    /// What.
    pub title: String,
    /// From when.
    pub starts: Option<PartialDate>,
    /// Until when.
    pub ends: Option<PartialDate>,
}

/// Something to do.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Task {
    /// What.
    pub title: String,
    /// Who is waited for.
    #[serde(default)]
    pub waiting_for: String,
    /// By when.
    pub due: Option<NaiveDate>,
}

/// A note.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Note {
    /// The note.
    pub text: String,
    /// Whose.
    pub author: String,
    /// When.
    pub on: NaiveDate,
}

/// The permission to spend, not given yet.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Appropriation {
    /// How it is to be given.
    pub kind: AppropriationKind,
    /// In words.
    pub note: String,
}

/// Two sources that say different things.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Discrepancy {
    /// On what.
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
    #[serde(default)]
    pub note: String,
}

fn not_stated() -> Vat {
    Vat::NotStated
}
