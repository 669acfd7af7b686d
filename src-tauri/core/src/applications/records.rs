//! An application and what belongs to it.

use chrono::NaiveDate;

use crate::applications::{ApplicationRole, AppropriationKind, Approval, DocumentKind, Stage};
use crate::budgets::Vat;
use crate::calendar::PartialDate;
use crate::money::Money;
use crate::record::record;

record! {
    /// A bid. Its stage is that of its newest step.
    pub struct Application("application", required: title) {
        /// The municipality.
        pub municipality_id: u32,
        /// The pool; where there is none, `funder` says who gives.
        pub pool_id: Option<u32>,
        /// A fund without a pool.
        pub funder: String,
        /// Title.
        pub title: String,
        /// What it is for.
        pub purpose: String,
        /// Whom it is for.
        pub target_group: String,
        /// Its department.
        pub department_id: Option<u32>,
        /// Who looks after it.
        pub owner_id: Option<u32>,
        /// What we are in it.
        pub role: ApplicationRole,
        /// First day of the project, as far as known.
        pub period_start: Option<PartialDate>,
        /// Last day.
        pub period_end: Option<PartialDate>,
        /// Number in the own case system.
        pub journal_number: String,
        /// The funder's reference.
        pub funder_reference: String,
        /// What is applied for.
        pub requested: Option<Money> = "requested_oere",
        /// What that figure leaves open.
        pub requested_note: String,
        /// What was granted.
        pub awarded: Option<Money> = "awarded_oere",
        /// What that figure leaves open.
        pub awarded_note: String,
        /// What the whole project costs.
        pub total: Option<Money> = "total_oere",
        /// What that figure leaves open.
        pub total_note: String,
        /// Whether those three are with value added tax.
        pub vat: Vat,
        /// Which political approval it needs; null while not settled.
        pub approval: Option<Approval>,
        /// The day it was approved, where no case says it.
        pub approval_on: Option<NaiveDate>,
        /// Who approved it.
        pub approval_by: String,
        /// The reservation it was sent with.
        pub reservation: String,
        /// What happens when the money ends.
        pub embedding: String,
    }
}

record! {
    /// A committee it concerns.
    pub struct ApplicationCommittee("application_committee") {
        /// The application.
        pub application_id: u32,
        /// The committee.
        pub committee_id: u32,
    }
}

record! {
    /// A partner.
    pub struct ApplicationPartner("application_partner", required: name) {
        /// The application.
        pub application_id: u32,
        /// Name.
        pub name: String,
        /// What it does.
        pub part: String,
        /// Its share of what is applied for.
        pub requested: Option<Money> = "requested_oere",
        /// Its share of the grant.
        pub awarded: Option<Money> = "awarded_oere",
        /// Whether it answers to the funder for its own share.
        pub liable: bool,
    }
}

record! {
    /// A step to a stage.
    pub struct ApplicationStep("application_step") {
        /// The application.
        pub application_id: u32,
        /// Order, from 1.
        pub position: u32,
        /// The stage it led to.
        pub stage: Stage,
        /// The day it counts from, as far as known.
        pub taken_on: Option<PartialDate>,
        /// Time of day, `12:00`, where it matters.
        pub taken_time: Option<String>,
        /// Who took it.
        pub person: String,
        /// Why.
        pub reason: String,
        /// Whether it is filed in the case system.
        pub journalised: bool,
        /// Under which number.
        pub record_number: String,
        /// The day it was taken back as a mistake; it counts no longer.
        pub taken_back_on: Option<NaiveDate>,
        /// Why.
        pub taken_back_reason: String,
    }
}

record! {
    /// A condition of a grant.
    pub struct ApplicationCondition("application_condition", required: text) {
        /// The application.
        pub application_id: u32,
        /// What is demanded.
        pub text: String,
        /// When it must be met.
        pub due_on: Option<NaiveDate>,
        /// When it was; null while open.
        pub closed_on: Option<NaiveDate>,
        /// How.
        pub answer: String,
    }
}

record! {
    /// A target.
    pub struct ApplicationTarget("application_target", required: title) {
        /// The application.
        pub application_id: u32,
        /// Order, from 0.
        pub position: u32,
        /// What is to be reached.
        pub title: String,
        /// What is counted, and its unit.
        pub measure: String,
        /// Where it starts.
        pub baseline: String,
        /// Where it shall be.
        pub goal: String,
        /// By when.
        pub due: Option<PartialDate>,
        /// What came of it.
        pub result: String,
    }
}

record! {
    /// What the project does.
    pub struct ApplicationActivity("application_activity", required: title) {
        /// The application.
        pub application_id: u32,
        /// Order, from 0.
        pub position: u32,
        /// Title.
        pub title: String,
        /// In words.
        pub text: String,
    }
}

record! {
    /// A step of the project's plan.
    pub struct ApplicationMilestone("application_milestone", required: title) {
        /// The application.
        pub application_id: u32,
        /// Order, from 0.
        pub position: u32,
        /// What.
        pub title: String,
        /// From when.
        pub starts: Option<PartialDate>,
        /// Until when.
        pub ends: Option<PartialDate>,
        /// When it was done.
        pub done_on: Option<NaiveDate>,
    }
}

record! {
    /// Something to do.
    pub struct ApplicationTask("application_task", required: title) {
        /// The application.
        pub application_id: u32,
        /// What.
        pub title: String,
        /// Who.
        pub person_id: Option<u32>,
        /// Someone outside it waits on.
        pub waiting_for: String,
        /// By when.
        pub due_on: Option<NaiveDate>,
        /// When it was done.
        pub done_on: Option<NaiveDate>,
    }
}

record! {
    /// A note.
    pub struct ApplicationNote("application_note", required: text) {
        /// The application.
        pub application_id: u32,
        /// The note.
        pub text: String,
        /// Whose.
        pub author: String,
        /// When.
        pub written_on: NaiveDate,
    }
}

record! {
    /// The permission to spend and receive.
    pub struct Appropriation("appropriation") {
        /// The application.
        pub application_id: u32,
        /// Which permission it takes.
        pub kind: AppropriationKind,
        /// The day the committee recommended it.
        pub committee_on: Option<NaiveDate>,
        /// The day the finance committee did.
        pub finance_committee_on: Option<NaiveDate>,
        /// The day it was given; null while open.
        pub granted_on: Option<NaiveDate>,
        /// Number in the case system.
        pub case_number: String,
        /// In words.
        pub note: String,
    }
}

record! {
    /// What an appropriation allows in a budget year.
    pub struct AppropriationYear("appropriation_year") {
        /// The appropriation.
        pub appropriation_id: u32,
        /// The budget year.
        pub year: i32,
        /// Income.
        pub income: Money = "income_oere",
        /// Expenditure.
        pub expenditure: Money = "expenditure_oere",
    }
}

record! {
    /// A document; its content lies in the folder beside the data file.
    pub struct Document("document", required: name) {
        /// The application.
        pub application_id: u32,
        /// File name as it was.
        pub name: String,
        /// What it is.
        pub kind: DocumentKind,
        /// Hash of the content, in hex.
        pub sha256: String,
        /// Size.
        pub bytes: f64,
        /// The date it bears.
        pub dated_on: Option<NaiveDate>,
        /// The day it was added.
        pub added_on: NaiveDate,
        /// Whether it is filed in the case system.
        pub journalised: bool,
        /// Under which number.
        pub record_number: String,
        /// Whether it contains personal data.
        pub personal_data: bool,
        /// The content is to be removed after this day.
        pub keep_until: Option<NaiveDate>,
        /// The document this is the redacted version of.
        pub redacts_id: Option<u32>,
        /// The day the content was removed.
        pub content_removed_on: Option<NaiveDate>,
        /// In words.
        pub note: String,
    }
}

record! {
    /// Something the call demands to be enclosed.
    pub struct ChecklistItem("checklist_item", required: title) {
        /// The application.
        pub application_id: u32,
        /// Order, from 0.
        pub position: u32,
        /// What.
        pub title: String,
        /// Whether it must be there.
        pub required: bool,
        /// The document that meets it.
        pub document_id: Option<u32>,
    }
}
