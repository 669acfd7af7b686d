//! The rules of a pool or an application.

use serde::Serialize;
use specta::Type;

use crate::budgets::{Preset, Rule, RuleKind, RuleOrigin, Terms, TermsRule};
use crate::views::{DateRuleView, Text};

/// The rules that hold, and where each was set.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct TermsView {
    /// What was saved here; null where nothing was.
    pub terms: Option<Terms>,
    /// What an application has from its pool; null for a pool.
    pub inherited: Option<Terms>,
    /// The preset that holds: the one chosen here, else the pool's, else none.
    pub preset: Option<String>,
    /// The preset that fits the funder's name, to suggest; null where none does.
    pub suggested: Option<String>,
    /// The rules that hold, in the order of the codes.
    pub rules: Vec<RuleView>,
    /// The rules that days follow from, in the order of their kinds.
    pub date_rules: Vec<DateRuleView>,
    /// The presets to choose from.
    pub presets: Vec<Preset>,
}

/// A rule as it is shown.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct RuleView {
    /// Which.
    pub kind: RuleKind,
    /// The rule; null where one is put out of force.
    pub rule: Option<Rule>,
    /// In words: »Mindst 25 pct. af de samlede udgifter«.
    pub text: Text,
    /// Where it was set or put out of force.
    pub origin: RuleOrigin,
    /// The row set here, to change or remove.
    pub row: Option<TermsRule>,
}
