//! The budgets of the example's applications.

use serde::Deserialize;

use crate::budgets::{BudgetKind, Method, OwnForm, Period, Side, Source, Vat};
use crate::calendar::PartialDate;
use crate::money::Money;
use crate::scaled::{Quantity, Rate};

/// A version of a budget.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ExampleBudget {
    /// What it is.
    pub kind: BudgetKind,
    /// First year.
    pub first_year: i32,
    /// Last year.
    pub last_year: i32,
    /// Whether the costs are with value added tax.
    pub vat: Vat,
    /// Whether the financing is.
    pub financing_vat: Vat,
    /// What its years are split into.
    #[serde(default = "whole_years")]
    pub period: Period,
    /// Whether it has taken effect.
    #[serde(default)]
    pub in_force: bool,
    /// When, as far as known.
    pub in_force_on: Option<PartialDate>,
    /// What it rests on.
    #[serde(default)]
    pub letter: String,
    /// In words.
    #[serde(default)]
    pub note: String,
    /// Its lines in order. None: those of the version before it.
    pub lines: Option<Vec<ExampleLine>>,
}

/// A line of a budget.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ExampleLine {
    /// Cost or financing.
    pub side: Side,
    /// What.
    pub text: String,
    /// Its category.
    #[serde(default)]
    pub category: String,
    /// How its amounts are made.
    pub method: Method,
    /// What is counted.
    #[serde(default)]
    pub unit: String,
    /// In words.
    #[serde(default)]
    pub note: String,
    /// Who pays.
    pub source: Option<Source>,
    /// Where own money comes from.
    pub own_form: Option<OwnForm>,
    /// Which budget, employee or fund.
    #[serde(default)]
    pub origin: String,
    /// The partner's name.
    pub partner: Option<String>,
    /// What stands in its years.
    #[serde(default)]
    pub cells: Vec<ExampleCell>,
}

/// A year of a line.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ExampleCell {
    /// The year; 0 where not allotted.
    pub year: i32,
    /// Its quarter or month; 0 for the whole year.
    #[serde(default)]
    pub period: u32,
    /// How many.
    pub quantity: Option<Quantity>,
    /// Kroner for one.
    pub rate: Option<Rate>,
    /// The amount, where it is not reckoned.
    pub amount: Option<Money>,
}

fn whole_years() -> Period {
    Period::Year
}
