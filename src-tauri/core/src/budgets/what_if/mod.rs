//! What becomes of a plan when own money, spending, hours or the grant fall, or the start slips.

mod months;
mod reasons;
#[cfg(test)]
mod tests;

use rust_decimal::prelude::ToPrimitive;
use rust_decimal::{Decimal, RoundingStrategy};

pub use months::PlanLine;
use months::{Flow, Months};
use reasons::Outcome;

use crate::budgets::{Budget, Rule, RuleKind, Span, rule, split, split_whole, too_little_to_repay};
use crate::money::Money;
use crate::scaled::{Quantity, Share};
use crate::views::{Scenario, Text, WhatIfYear};

/// A plan and what is known of it.
#[derive(Clone, Copy, Debug)]
pub struct Plan<'a> {
    /// The version.
    pub budget: &'a Budget,
    /// Its lines.
    pub lines: &'a [PlanLine<'a>],
    /// The project's days: after them the grant is lost.
    pub span: Option<Span>,
    /// The rules that hold.
    pub rules: &'a [Rule],
    /// Hours a full-time year is counted as.
    pub fte_hours: u32,
    /// What came of the grant and has not gone back.
    pub received: Money,
}

/// What becomes of a plan.
#[derive(Clone, Debug, PartialEq)]
pub struct WhatIf {
    /// By year, what is not allotted to one first.
    pub years: Vec<WhatIfYear>,
    /// Of all years: their sum.
    pub total: WhatIfYear,
    /// How it was reckoned.
    pub reasons: Vec<Text>,
}

/// What becomes of a plan. Every sum is rounded once, half away from zero to the øre, and divided over the years by largest
/// remainder.
///
/// Where the grant is net it falls as own money or spending does, whichever falls most, and all payers fall with spending. Where it
/// is not, what is saved stays with the municipality first, then with the funder, then with the others. The grant never rises. What
/// nobody else pays is the municipality's.
pub fn what_if(plan: &Plan<'_>, scenario: &Scenario) -> WhatIf {
    let before = Months::of(plan.lines, plan.budget, plan.span, plan.fte_hours);
    let (after, lost) = before.later(scenario.months_late, plan.span);
    let mut years = before.years();
    years.extend(after.years());
    years.extend(plan.budget.first_year..=plan.budget.last_year);
    let not_allotted = (before.not_allotted != Flow::default()).then_some(0);
    let years: Vec<i32> = not_allotted.into_iter().chain(years).collect();
    let (planned, moved) = (before.by_year(&years), after.by_year(&years));
    let sum = |flows: &[Flow]| {
        let mut all = Flow::default();
        flows.iter().for_each(|flow| all.add(*flow));
        all
    };
    let (plan_total, available) = (sum(&planned), sum(&moved));

    let totals = fallen(plan.rules, scenario, plan_total, available.grant);
    let money = |amount: i64, of: fn(&Flow) -> i64| split(Money::from_oere(amount), &weights(&moved, of));
    let (cost, grant) = (money(totals.cost, |flow| flow.cost), money(totals.grant, |flow| flow.grant));
    let (own, other) = (money(totals.own, |flow| flow.own), money(totals.other, |flow| flow.other));
    let hours = split_whole(totals.hours, &weights(&moved, |flow| flow.hours));

    let unpaid = Money::from_oere((totals.cost - totals.grant - totals.other - totals.own).max(0));
    let short: Vec<i64> = (0..years.len()).map(|at| (cost[at] - grant[at] - other[at] - own[at]).oere().max(0)).collect();
    let unpaid_by_year = split(unpaid, &short);

    let too_much = Money::from_oere((plan.received.oere() - totals.grant).max(0));
    let spared = too_little_to_repay(plan.rules, too_much);
    let repayment = if spared { Money::ZERO } else { too_much };
    // It goes back with the final account: in the last year with anything in it.
    let settled = moved.iter().rposition(|flow| *flow != Flow::default()).unwrap_or_default();

    let of_years: Vec<WhatIfYear> = (0..years.len())
        .map(|at| WhatIfYear {
            year: Some(years[at]),
            plan_cost: Money::from_oere(planned[at].cost),
            cost: cost[at],
            plan_grant: Money::from_oere(planned[at].grant),
            grant: grant[at],
            plan_own: Money::from_oere(planned[at].own),
            own: own[at] + unpaid_by_year[at],
            plan_hours: Quantity::from_scaled(planned[at].hours),
            hours: Quantity::from_scaled(hours[at]),
            repayment: if at == settled { repayment } else { Money::ZERO },
        })
        .collect();
    let total = of_years.iter().fold(WhatIfYear::default(), |sum, year| added(&sum, year));
    let outcome =
        Outcome { plan, scenario, planned: plan_total, not_allotted: before.not_allotted, lost, unpaid, too_much, spared };
    WhatIf { reasons: reasons::reasons(&outcome, &total), years: of_years, total }
}

fn weights(flows: &[Flow], of: fn(&Flow) -> i64) -> Vec<i64> {
    flows.iter().map(of).collect()
}

/// Sums of the plan as they become; `grant` is what is left of it by the start that slipped.
fn fallen(rules: &[Rule], scenario: &Scenario, plan: Flow, grant: i64) -> Flow {
    let (own_left, spending_left) = (left(scenario.own_less), left(scenario.spending_less));
    let hours_left = left(scenario.hours_less);
    let staff = Decimal::from(plan.staff);
    // Fewer hours are worth less by what the staff costs.
    let own = (Decimal::from(plan.own) - staff * (Decimal::ONE - hours_left)) * own_left;
    let own_ratio = if plan.own > 0 { own / Decimal::from(plan.own) } else { Decimal::ONE };
    let net = is_net(rules);
    let ratio = if net { own_ratio.min(spending_left).max(Decimal::ZERO) } else { Decimal::ONE };
    let cost = times(plan.cost, spending_left);
    let mut fallen = Flow {
        cost,
        grant: times(grant, left(scenario.grant_less) * ratio),
        own: if net { whole(own.min(Decimal::from(plan.own) * spending_left)) } else { whole(own) },
        other: if net { times(plan.other, spending_left) } else { plan.other },
        hours: times(plan.hours, (own_left * hours_left).min(spending_left)),
        staff: 0,
    };
    if !net {
        let mut saved = (fallen.grant + fallen.own + fallen.other - cost).min(plan.cost - cost).max(0);
        for payer in [&mut fallen.own, &mut fallen.grant, &mut fallen.other] {
            let less = saved.min((*payer).max(0));
            *payer -= less;
            saved -= less;
        }
    }
    fallen
}

/// Whether the grant falls with own money and spending.
fn is_net(rules: &[Rule]) -> bool {
    rule(rules, RuleKind::NetGrant).is_some_and(|rule| rule.choice == "yes")
}

/// What is left when a share falls away.
fn left(share: Share) -> Decimal {
    Decimal::ONE - share.value().clamp(Decimal::ZERO, Decimal::ONE)
}

fn times(number: i64, factor: Decimal) -> i64 {
    whole(Decimal::from(number) * factor)
}

fn whole(number: Decimal) -> i64 {
    number.round_dp_with_strategy(0, RoundingStrategy::MidpointAwayFromZero).to_i64().unwrap_or_default()
}

fn added(sum: &WhatIfYear, year: &WhatIfYear) -> WhatIfYear {
    let hours = |one: Quantity, other: Quantity| Quantity::from_scaled(one.scaled() + other.scaled());
    WhatIfYear {
        year: None,
        plan_cost: sum.plan_cost + year.plan_cost,
        cost: sum.cost + year.cost,
        plan_grant: sum.plan_grant + year.plan_grant,
        grant: sum.grant + year.grant,
        plan_own: sum.plan_own + year.plan_own,
        own: sum.own + year.own,
        plan_hours: hours(sum.plan_hours, year.plan_hours),
        hours: hours(sum.hours, year.hours),
        repayment: sum.repayment + year.repayment,
    }
}
