//! What is found about a budget, with the sentence that says it.

use chrono::NaiveDate;
use serde::Serialize;
use specta::Type;

use crate::budgets::{FindingCode, FindingState, Remark, RuleKind, RuleSource};
use crate::money::Money;
use crate::scaled::{Quantity, Share};
use crate::views::Text;

/// One thing found.
#[derive(Clone, Debug, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Finding {
    /// What.
    pub code: FindingCode,
    /// How it stands.
    pub state: FindingState,
    /// The rule it is about.
    pub rule: Option<RuleKind>,
    /// The figures of it.
    pub facts: FindingFacts,
    /// What must be said with it.
    pub remarks: Vec<Remark>,
    /// The sentence, with its remarks; `from_preset` belongs to the source instead.
    pub text: Text,
    /// The nearest way to mend it; empty where there is none to name.
    pub fix: Text,
    /// Where the rule stands.
    pub source: Option<RuleSource>,
}

/// The figures of a finding; what does not belong to it is null.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct FindingFacts {
    /// The year.
    pub year: Option<i32>,
    /// The day.
    pub on: Option<NaiveDate>,
    /// The line's row id.
    pub line_id: Option<u32>,
    /// What it is called.
    pub line: Option<String>,
    /// What is said.
    pub stated: Option<Money>,
    /// What comes out.
    pub computed: Option<Money>,
    /// `stated - computed`, or by how much the limit is passed; never below zero.
    pub difference: Option<Money>,
    /// The share that comes out.
    pub share: Option<Share>,
    /// The rule's amount.
    pub limit: Option<Money>,
    /// The rule's share.
    pub limit_share: Option<Share>,
    /// Another application or employee it is about.
    pub other: Option<String>,
    /// Hours that come out.
    pub hours: Option<Quantity>,
    /// The most hours there can be.
    pub limit_hours: Option<Quantity>,
}
