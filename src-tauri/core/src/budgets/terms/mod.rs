//! The rules funders set, as data with source and date: the presets that come with the program, and what goes before them.

mod dated;
mod reckon;
mod resolve;
mod value;

use std::sync::OnceLock;

use chrono::NaiveDate;
use serde::Serialize;
use specta::Type;

pub use reckon::{Audit, audit, final_account_due, levy, payment_parts, too_little_to_repay, withheld};
pub use resolve::{Layers, TermsLayer, suggested_preset, terms_view};
pub use value::{RuleValue, rule_problem};

use crate::budgets::RuleKind;
use crate::import::{FunderTerms, builtin_terms};
use crate::money::Money;
use crate::scaled::Share;
use crate::views::{DateRuleView, Text};

/// Where a rule stands.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct RuleSource {
    /// Title of the text.
    pub title: String,
    /// Its address; may be empty.
    pub url: String,
    /// Its date, where known.
    pub on: Option<NaiveDate>,
    /// The document, where it is attached.
    pub document_id: Option<u32>,
    /// The place in it, or why it was set.
    pub place: String,
    /// What it says, in our own words; empty for a rule set here.
    pub note: Text,
}

/// Where a rule was set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum RuleOrigin {
    /// In the preset.
    Preset,
    /// For the pool.
    Pool,
    /// For the application alone.
    Application,
}

/// A rule that holds.
#[derive(Clone, Debug, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Rule {
    /// Which.
    pub kind: RuleKind,
    /// A share.
    pub share: Option<Share>,
    /// An amount.
    pub amount: Option<Money>,
    /// A choice.
    pub choice: String,
    /// Where it was set.
    pub origin: RuleOrigin,
    /// Where it stands.
    pub source: RuleSource,
}

/// A funder's usual rules.
#[derive(Clone, Debug, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Preset {
    /// Key.
    pub key: String,
    /// The funder.
    pub name: Text,
    /// Its rules.
    pub rules: Vec<Rule>,
}

/// A cost category of a funder's list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Category {
    /// The list's key.
    pub list: String,
    /// Code. What is the same in several lists has the same code in them.
    pub code: String,
    /// Name.
    pub name: Text,
    /// What rules see it as: `wage`, `external`, `material`, `travel`, `rent`, `overhead`, `contingency`, `evaluation`, `audit`,
    /// `equipment`, `levy`, `other`.
    pub kind: String,
}

/// The key of the municipality's own list of cost categories.
pub const OWN_CATEGORIES: &str = "municipality";

/// What the program is born with; a test proves that it can be read.
fn terms() -> &'static FunderTerms {
    static TERMS: OnceLock<FunderTerms> = OnceLock::new();
    TERMS.get_or_init(|| builtin_terms().unwrap_or_default())
}

/// The presets, in order.
pub fn presets() -> &'static [Preset] {
    &terms().presets
}

/// A preset by its key.
pub fn preset(key: &str) -> Option<&'static Preset> {
    presets().iter().find(|preset| preset.key == key)
}

/// The rules of a preset that days follow from.
fn preset_date_rules(preset: &Preset) -> &'static [DateRuleView] {
    let at = presets().iter().position(|known| known.key == preset.key);
    at.and_then(|at| terms().date_rules.get(at)).map_or(&[], Vec::as_slice)
}

/// The cost categories of a list, in order.
pub fn categories(list: &str) -> &'static [Category] {
    let known = terms().lists.iter().find(|known| known.first().is_some_and(|category| category.list == list));
    known.map_or(&[], Vec::as_slice)
}

/// The list of cost categories that holds: the one the rules name, else the municipality's own.
pub fn category_list(rules: &[Rule]) -> &'static [Category] {
    categories(rule(rules, RuleKind::Categories).map_or(OWN_CATEGORIES, |rule| rule.choice.as_str()))
}

/// A category by its code in whichever list has it: what is the same has the same code and kind in all of them.
pub fn category_of(code: &str) -> Option<&'static Category> {
    terms().lists.iter().flatten().find(|category| category.code == code)
}

/// The rule of a kind, where it holds.
pub fn rule(rules: &[Rule], kind: RuleKind) -> Option<&Rule> {
    rules.iter().find(|rule| rule.kind == kind)
}
