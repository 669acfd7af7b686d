//! A budget beside another: two versions, and the plan beside what may become of it.

use serde::{Deserialize, Serialize};
use specta::Type;

use crate::budgets::*;
use crate::money::Money;
use crate::scaled::{Quantity, Share};

/// Two versions, line by line.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct CompareView {
    /// The earlier.
    pub left: Budget,
    /// The later.
    pub right: Budget,
    /// The years of both.
    pub years: Vec<i32>,
    /// Lines by number, costs first.
    pub rows: Vec<CompareRow>,
    /// Sums of the costs.
    pub cost: Vec<CompareFigure>,
    /// Sums of the financing.
    pub financing: Vec<CompareFigure>,
    /// Whether the two are on different value added tax bases.
    pub vat_unlike: bool,
    /// What the rules say of the change.
    pub findings: Vec<Finding>,
}

/// A line in two versions.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct CompareRow {
    /// Its number.
    pub number: u32,
    /// Its side.
    pub side: Side,
    /// What it was called; null where it was not there.
    pub left: Option<String>,
    /// What it is called; null where it is gone.
    pub right: Option<String>,
    /// Whether texts, method or category differ though no figure does.
    pub reworded: bool,
    /// By year, in the order of `years`, and last of all years.
    pub figures: Vec<CompareFigure>,
}

/// A figure in two versions.
#[derive(Clone, Debug, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct CompareFigure {
    /// Then.
    pub left: Option<Money>,
    /// Now.
    pub right: Option<Money>,
    /// Now less then.
    pub difference: Money,
    /// That as a share of then; null where then was nothing.
    pub share: Option<Share>,
}

/// What may become of the plan.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Scenario {
    /// Own money falls by this share.
    pub own_less: Share,
    /// Spending falls by this share.
    pub spending_less: Share,
    /// Hours of own staff fall by this share.
    pub hours_less: Share,
    /// The grant is this share lower than applied for.
    pub grant_less: Share,
    /// The start slips this many months.
    pub months_late: u32,
}

/// The plan beside what becomes of it.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct WhatIfView {
    /// What was supposed.
    pub scenario: Scenario,
    /// The version it starts from; null where there is none.
    pub budget: Option<Budget>,
    /// By year.
    pub years: Vec<WhatIfYear>,
    /// Of all years.
    pub total: WhatIfYear,
    /// How it was reckoned, a sentence each.
    pub reasons: Vec<crate::views::Text>,
}

/// A year of the plan and of what becomes of it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct WhatIfYear {
    /// Year; null for all.
    pub year: Option<i32>,
    /// Planned cost.
    pub plan_cost: Money,
    /// Expected cost.
    pub cost: Money,
    /// Planned grant.
    pub plan_grant: Money,
    /// Expected grant.
    pub grant: Money,
    /// Planned own money.
    pub plan_own: Money,
    /// Expected own money, with what nobody else pays.
    pub own: Money,
    /// Planned hours of own staff.
    pub plan_hours: Quantity,
    /// Expected hours.
    pub hours: Quantity,
    /// Grant already received that must go back.
    pub repayment: Money,
}
