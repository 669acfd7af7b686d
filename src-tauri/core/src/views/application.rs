//! The screen »Ansøgninger«: the list, and one application with all that belongs to it.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use specta::Type;

use crate::applications::*;
use crate::calendar::PartialDate;
use crate::committee::Discrepancy;
use crate::money::Money;
use crate::views::{HistoryEntry, NextDay, PoolStanding, PutView};

/// Every application of a municipality known on a day.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ApplicationsView {
    /// The day.
    pub as_of: NaiveDate,
    /// The applications, newest first.
    pub applications: Vec<ApplicationRow>,
}

/// One application as a row.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ApplicationRow {
    /// Row id.
    pub id: u32,
    /// Row version, sent back with a quick change.
    pub version: u32,
    /// Title.
    pub title: String,
    /// Who gives: the pool's authority, or the fund.
    pub funder: String,
    /// The pool.
    pub pool_id: Option<u32>,
    /// Its title.
    pub pool: Option<String>,
    /// Its initiative's number.
    pub initiative: Option<u32>,
    /// The stage on the day.
    pub stage: Stage,
    /// Since when.
    pub stage_since: Option<PartialDate>,
    /// Whether it is ended.
    pub ended: bool,
    /// The political approval.
    pub approval: ApprovalState,
    /// The appropriation.
    pub appropriation: AppropriationState,
    /// A condition that is not answered: of the mandate, or of the grant.
    pub condition_open: bool,
    /// Department.
    pub department_id: Option<u32>,
    /// Its name.
    pub department: Option<String>,
    /// Committees.
    pub committee_ids: Vec<u32>,
    /// Their short names.
    pub committees: Vec<String>,
    /// Owner.
    pub owner_id: Option<u32>,
    /// The owner's name.
    pub owner: Option<String>,
    /// What is applied for.
    pub requested: Option<Money>,
    /// Our part of it.
    pub our_requested: Option<Money>,
    /// What was granted by the day.
    pub awarded: Option<Money>,
    /// Our part of it.
    pub our_awarded: Option<Money>,
    /// First day of the project.
    pub period_start: Option<PartialDate>,
    /// Last day.
    pub period_end: Option<PartialDate>,
    /// The next deadline of its pool.
    pub deadline: Option<NaiveDate>,
    /// Calendar days to it.
    pub days_left: Option<i32>,
    /// The next day of it to keep, whatever it is; null where there is none or it is ended.
    pub next: Option<NextDay>,
    /// Tasks that are open.
    pub tasks_open: u32,
    /// Those that are overdue.
    pub tasks_overdue: u32,
    /// Who is waited for, of open tasks.
    pub waiting_for: Vec<String>,
    /// Differences between sources that are not settled.
    pub discrepancies: u32,
    /// The searched text, folded two ways.
    pub search: [String; 2],
}

/// One application with all that belongs to it.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ApplicationView {
    /// The day.
    pub as_of: NaiveDate,
    /// The application.
    pub application: Application,
    /// As the list has it.
    pub row: ApplicationRow,
    /// Where its pool stands.
    pub standing: Option<PoolStanding>,
    /// Points put to a committee about it or its pool, newest first.
    pub puts: Vec<PutView>,
    /// The mandate's condition, while it is not answered.
    pub mandate_condition: Option<PutView>,
    /// Its steps in order, with those taken back.
    pub steps: Vec<ApplicationStep>,
    /// Where it may go from here, and what each step lacks.
    pub next: Vec<NextStep>,
    /// Committees it concerns.
    pub committees: Vec<ApplicationCommittee>,
    /// Partners.
    pub partners: Vec<ApplicationPartner>,
    /// Conditions of the grant.
    pub conditions: Vec<ApplicationCondition>,
    /// Targets.
    pub targets: Vec<ApplicationTarget>,
    /// Activities.
    pub activities: Vec<ApplicationActivity>,
    /// Milestones.
    pub milestones: Vec<ApplicationMilestone>,
    /// Tasks, open ones first by due day.
    pub tasks: Vec<ApplicationTask>,
    /// Notes, newest first.
    pub notes: Vec<ApplicationNote>,
    /// The appropriation.
    pub appropriation_row: Option<Appropriation>,
    /// What it allows by year.
    pub appropriation_years: Vec<AppropriationYear>,
    /// Documents, newest first.
    pub documents: Vec<DocumentView>,
    /// What the call demands.
    pub checklist: Vec<ChecklistItem>,
    /// Where sources differ.
    pub discrepancies: Vec<Discrepancy>,
    /// What needs action now, what blocks first.
    pub attention: Vec<crate::views::Attention>,
    /// What was changed, newest first: the application and all that belongs to it.
    pub history: Vec<HistoryEntry>,
}

/// A step one can take, and what it lacks.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct NextStep {
    /// To which stage.
    pub stage: Stage,
    /// What it lacks now, but for what the step's own form asks for: day, reason, amounts, conditions.
    pub lacks: Vec<Requirement>,
}

/// A document and whether its content is there.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct DocumentView {
    /// The document.
    pub document: Document,
    /// Whether the content lies in the folder, or why not.
    pub content: DocumentContent,
    /// Whether it should be removed by now.
    pub retention_due: bool,
}

/// Whether a document's content is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum DocumentContent {
    /// It is.
    Present,
    /// It was removed by a person.
    Removed,
    /// It should be there and is not.
    Lost,
}

/// How an application begins.
#[derive(Clone, Debug, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ApplicationDraft {
    /// From a pool, or
    pub pool_id: Option<u32>,
    /// to a fund without one.
    pub funder: String,
    /// An earlier application to copy: all but stage, amounts granted, dates, numbers, documents and what was done.
    pub copy_of: Option<u32>,
    /// Title; empty takes the pool's or the copied one's.
    pub title: String,
    /// Where it already is.
    pub stage: Stage,
    /// Since when; null is not known.
    pub taken_on: Option<PartialDate>,
    /// Department.
    pub department_id: Option<u32>,
    /// Owner.
    pub owner_id: Option<u32>,
    /// Committees.
    pub committee_ids: Vec<u32>,
}

/// A step, with what its form asks for.
#[derive(Clone, Debug, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct StepDraft {
    /// The application.
    pub application_id: u32,
    /// The version the person saw.
    pub version: u32,
    /// To which stage.
    pub stage: Stage,
    /// The day; null blocks.
    pub taken_on: Option<PartialDate>,
    /// Time of day, `12:00`.
    pub taken_time: Option<String>,
    /// Why.
    pub reason: String,
    /// Filed in the case system.
    pub journalised: bool,
    /// Under which number.
    pub record_number: String,
    /// What is applied for, where the step is to send it and it changes.
    pub requested: Option<Money>,
    /// What was granted, where the step is a grant.
    pub awarded: Option<Money>,
    /// The funder's reference, where it is given.
    pub funder_reference: String,
    /// New conditions of a conditional grant, each with its due day.
    pub conditions: Vec<ConditionDraft>,
}

/// A condition of a grant.
#[derive(Clone, Debug, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ConditionDraft {
    /// What is demanded.
    pub text: String,
    /// When it must be met.
    pub due_on: Option<NaiveDate>,
}

/// A few fields changed from the list.
#[derive(Clone, Debug, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct QuickChange {
    /// The application.
    pub id: u32,
    /// The version the person saw.
    pub version: u32,
    /// Title.
    pub title: String,
    /// Owner.
    pub owner_id: Option<u32>,
    /// Department.
    pub department_id: Option<u32>,
    /// What is applied for.
    pub requested: Option<Money>,
}

/// A part of an application to save.
#[derive(Clone, Debug, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case", tag = "kind", content = "row")]
pub enum ApplicationPart {
    /// A committee.
    Committee(ApplicationCommittee),
    /// A partner.
    Partner(ApplicationPartner),
    /// A step's day, reason or filing; never its stage.
    Step(ApplicationStep),
    /// A condition.
    Condition(ApplicationCondition),
    /// A target.
    Target(ApplicationTarget),
    /// An activity.
    Activity(ApplicationActivity),
    /// A milestone.
    Milestone(ApplicationMilestone),
    /// A task.
    Task(ApplicationTask),
    /// A note.
    Note(ApplicationNote),
    /// The appropriation.
    Appropriation(Appropriation),
    /// A year of it.
    AppropriationYear(AppropriationYear),
    /// What is known of a document; never its content.
    Document(Document),
    /// A demand of the call.
    Checklist(ChecklistItem),
    /// A difference between sources.
    Discrepancy(Discrepancy),
}

/// A kind of part that can be removed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum ApplicationPartKind {
    /// A committee.
    Committee,
    /// A partner.
    Partner,
    /// A condition.
    Condition,
    /// A target.
    Target,
    /// An activity.
    Activity,
    /// A milestone.
    Milestone,
    /// A task.
    Task,
    /// A note.
    Note,
    /// The appropriation, with its years.
    Appropriation,
    /// A year of it.
    AppropriationYear,
    /// A document's row; its content stays in the folder.
    Document,
    /// A demand of the call.
    Checklist,
    /// A difference between sources.
    Discrepancy,
}
