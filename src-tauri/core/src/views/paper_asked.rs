//! What is asked of an export, and what comes of it.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use specta::Type;

use crate::report::{AppendixColumn, PaperFormat, PaperKind, Report};
use crate::views::{ExposureFilter, Text};
use crate::words::Language;

/// Which paper.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case", tag = "kind")]
pub enum PaperOf {
    /// The item of a case.
    Case {
        /// The case.
        id: u32,
        /// Another form than its own.
        form: Option<String>,
        /// A copy that was handed in; null: the one that stands, or as it is now.
        copy: Option<u32>,
    },
    /// The appendix of pools.
    Appendix {
        /// An appendix of a case; null: of the committee.
        id: Option<u32>,
        /// The committee in its title, where it is not of a case; where no pools are named, its pools alone stand in it.
        committee_id: Option<u32>,
        /// The columns in order; empty for the usual ones.
        columns: Vec<AppendixColumn>,
        /// The pools in order; empty for those that are assessed.
        pools: Vec<u32>,
    },
    /// Decisions by committee.
    Portfolio {
        /// One committee.
        committee_id: Option<u32>,
    },
    /// Where every application stands.
    Pipeline {
        /// One committee.
        committee_id: Option<u32>,
    },
    /// Everything about an application.
    Dossier {
        /// The application.
        application_id: u32,
    },
    /// A budget.
    Budget {
        /// The application.
        application_id: u32,
        /// The version; null: the one in force, else the newest.
        budget_id: Option<u32>,
    },
    /// What the municipality has promised.
    Exposure {
        /// What is looked at.
        filter: ExposureFilter,
    },
    /// Days to keep.
    Deadlines {
        /// Calendar days ahead; null: all.
        within: Option<u32>,
        /// One person's.
        person_id: Option<u32>,
        /// One committee's.
        committee_id: Option<u32>,
    },
    /// What has happened since last time.
    Status {
        /// The committee.
        committee_id: u32,
        /// Since; null: its last meeting before the day.
        since: Option<NaiveDate>,
    },
    /// All the papers of a case's item.
    Pack {
        /// The case.
        id: u32,
    },
}

impl PaperOf {
    /// What it is.
    pub const fn kind(&self) -> PaperKind {
        match self {
            PaperOf::Case { .. } => PaperKind::Case,
            PaperOf::Appendix { .. } => PaperKind::Appendix,
            PaperOf::Portfolio { .. } => PaperKind::Portfolio,
            PaperOf::Pipeline { .. } => PaperKind::Pipeline,
            PaperOf::Dossier { .. } => PaperKind::Dossier,
            PaperOf::Budget { .. } => PaperKind::Budget,
            PaperOf::Exposure { .. } => PaperKind::Exposure,
            PaperOf::Deadlines { .. } => PaperKind::Deadlines,
            PaperOf::Status { .. } => PaperKind::Status,
            PaperOf::Pack { .. } => PaperKind::Pack,
        }
    }
}

/// A paper to show or write.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct PaperAsked {
    /// Which.
    pub of: PaperOf,
    /// The day it is seen from; null: today.
    pub as_of: Option<NaiveDate>,
    /// The language of its headings; texts stay as they were written.
    pub language: Language,
    /// Whether closed items may stand in it.
    pub closed: bool,
}

/// A paper as it is shown before it is written.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct PaperPreview {
    /// What it says; null for several files in one.
    pub report: Option<Report>,
    /// The files in it, where it is several in one.
    pub files: Vec<String>,
    /// The formats it can be written in, the usual one first.
    pub formats: Vec<PaperFormat>,
    /// The name of its file without ending.
    pub file_name: String,
    /// Closed items that are left out.
    pub left_out: u32,
    /// What whoever writes it should know and the paper does not say: what it lacks, what may not belong in it.
    pub remarks: Vec<Text>,
}

/// A paper that was written.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct PaperWritten {
    /// Where it lies.
    pub path: String,
    /// Its size in bytes.
    pub bytes: f64,
    /// Letters no font of a PDF has, as they stand in the paper; empty for none.
    pub without_glyph: Vec<String>,
}

/// How far the writing of a paper has come.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct PaperProgress {
    /// Steps done.
    pub done: u32,
    /// Steps in all.
    pub of: u32,
    /// The file in hand, of several in one; empty for none.
    pub file: String,
}
