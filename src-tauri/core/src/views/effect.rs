//! What own money is meant to bring.

use serde::{Deserialize, Serialize};
use specta::Type;

use crate::budgets::{Effect, EffectYear};
use crate::money::Money;
use crate::scaled::Quantity;

/// The expected effect of an application.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct EffectView {
    /// The application.
    pub application_id: u32,
    /// The effects.
    pub effects: Vec<EffectLine>,
    /// By year: every year with own money in the budget or an effect.
    pub years: Vec<EffectSum>,
    /// Of all years.
    pub total: EffectSum,
    /// The first year when what was saved has paid for what was put in; null where that does not come.
    pub break_even: Option<i32>,
    /// Whether part of what was put in is not allotted to a year.
    pub not_allotted: Option<Money>,
}

/// An effect with its years.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct EffectLine {
    /// The effect.
    pub effect: Effect,
    /// Its years.
    pub years: Vec<EffectYear>,
    /// Net by year, in the order of `years`, after the state's refund.
    pub net: Vec<Money>,
}

/// A year of effect and investment.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct EffectSum {
    /// Year; null for all.
    pub year: Option<i32>,
    /// Saved before refund.
    pub gross: Money,
    /// The state's part of it.
    pub refund: Money,
    /// Saved after refund.
    pub net: Money,
    /// Own money of the budget.
    pub invested: Money,
    /// Net less invested.
    pub balance: Money,
    /// That, summed from the first year on.
    pub accumulated: Money,
    /// Persons counted as a whole year each.
    pub full_year_persons: Quantity,
}

/// A record of an effect.
#[derive(Clone, Debug, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case", tag = "kind", content = "row")]
pub enum EffectPart {
    /// An effect.
    Effect(Effect),
    /// A year of it.
    Year(EffectYear),
}

/// A kind of such record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum EffectPartKind {
    /// An effect, with its years.
    Effect,
    /// A year of it.
    Year,
}
