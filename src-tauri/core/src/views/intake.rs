//! Reading in what the office has today: pools and applications from a sheet, looked through before anything is written.

use serde::{Deserialize, Serialize};
use specta::Type;

use crate::error::Error;
use crate::words::coded;

coded! {
    /// What a sheet is read as.
    pub enum IntakeTarget("intake_target") {
        /// Pools with their calls.
        Pools = "pools",
        /// Applications.
        Applications = "applications",
    }
}

coded! {
    /// A field a column can be read as.
    pub enum IntakeField("intake_field") {
        /// Title.
        Title = "title",
        /// Who gives.
        Funder = "funder",
        /// Number of the initiative.
        Initiative = "initiative",
        /// The pool's title or key.
        Pool = "pool",
        /// The pool's amount.
        Amount = "amount",
        /// Who may apply.
        Applicants = "applicants",
        /// The day the call was published.
        Published = "published",
        /// The deadline, with or without a time.
        Deadline = "deadline",
        /// Address.
        Source = "source",
        /// What the administration thinks.
        Stance = "stance",
        /// Stage.
        Stage = "stage",
        /// Since when.
        StageSince = "stage_since",
        /// Department.
        Department = "department",
        /// Committee's short name or name.
        Committee = "committee",
        /// Owner.
        Owner = "owner",
        /// Amount applied for.
        Requested = "requested",
        /// Amount granted.
        Awarded = "awarded",
        /// First day of the project.
        PeriodStart = "period_start",
        /// Last day.
        PeriodEnd = "period_end",
        /// Number in the own case system.
        JournalNumber = "journal_number",
        /// The funder's reference.
        FunderReference = "funder_reference",
        /// What it is for.
        Purpose = "purpose",
        /// A note.
        Note = "note",
    }
}

/// What to read, and how.
#[derive(Clone, Debug, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct IntakePlan {
    /// The file: `.xlsx` or `.csv`.
    pub path: String,
    /// What it is read as.
    pub target: IntakeTarget,
    /// The sheet by name; null is the first that has rows.
    pub sheet: Option<String>,
    /// For each column of the sheet the field it is read as, or null to leave it out; empty matches them by name.
    pub fields: Vec<Option<IntakeField>>,
    /// Rows of the sheet to leave out, by number.
    pub skip: Vec<u32>,
    /// Rows that look like one that is there and are to be added all the same, by number; the others update it.
    pub add_anyway: Vec<u32>,
}

/// What reading the sheet would do.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct IntakePreview {
    /// The plan, with the sheet chosen and every column's field.
    pub plan: IntakePlan,
    /// The sheets there are.
    pub sheets: Vec<String>,
    /// The columns.
    pub columns: Vec<IntakeColumn>,
    /// Fields that can be chosen for the target.
    pub choices: Vec<IntakeField>,
    /// The rows.
    pub rows: Vec<IntakeRow>,
    /// Fields that must have a column and have none.
    pub missing: Vec<IntakeField>,
    /// How many rows would be added.
    pub adds: u32,
    /// How many would update one that is there.
    pub updates: u32,
    /// How many are left out.
    pub skipped: u32,
    /// How many cannot be read; while there are any, nothing is read in.
    pub bad: u32,
}

/// A column of the sheet.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct IntakeColumn {
    /// Its heading.
    pub name: String,
    /// The first content.
    pub sample: String,
}

/// A row of the sheet and what was understood.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct IntakeRow {
    /// Its number in the sheet, from 1, headings counted.
    pub number: u32,
    /// What each column was understood as, in the order of the columns, as Danish text; empty for one left out.
    pub understood: Vec<String>,
    /// What it lacks or what cannot be read, each naming the field.
    pub problems: Vec<Error>,
    /// The one that is there already.
    pub same_as: Option<String>,
    /// What becomes of it.
    pub action: IntakeAction,
}

coded! {
    /// What becomes of a row.
    pub enum IntakeAction("intake_action") {
        /// It is added.
        Add = "add",
        /// It updates the one that is there.
        Update = "update",
        /// It is left out.
        Skip = "skip",
        /// It cannot be read.
        Bad = "bad",
    }
}

/// What was read in.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct IntakeDone {
    /// Rows added.
    pub added: u32,
    /// Rows that updated one that was there.
    pub updated: u32,
}
