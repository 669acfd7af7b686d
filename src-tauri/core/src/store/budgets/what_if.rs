//! What becomes of the plan.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use rusqlite::Connection;

use crate::applications::Application;
use crate::budgets::{Budget, Instalment, Plan, PlanLine, Repayment, Span, counts, in_force, is_known, what_if};
use crate::error::Result;
use crate::money::Money;
use crate::scaled::Share;
use crate::store::Store;
use crate::store::applications::of;
use crate::store::budgets::found::rules_of;
use crate::store::budgets::sheet::{cells, fte_hours, lines};
use crate::store::records::record;
use crate::store::refuse::invalid;
use crate::views::{Scenario, WhatIfView, WhatIfYear};

/// Further than a start slips.
const MOST_MONTHS: u32 = 120;

impl Store {
    /// What becomes of the version in force (else the newest) when own money, spending, hours or the grant fall or the start slips.
    ///
    /// # Errors
    /// `record_changed` where the application is gone; `field_invalid` for less than nothing, more than all, or more than ten years.
    pub fn what_if(&self, application: u32, scenario: &Scenario, as_of: NaiveDate) -> Result<WhatIfView> {
        possible(scenario)?;
        self.query(|connection| {
            let row: Application = record(connection, application)?;
            let versions: Vec<Budget> = of(connection, application, "position")?;
            let known: Vec<Budget> = versions.into_iter().filter(|budget| is_known(budget, as_of)).collect();
            let Some(budget) = in_force(&known, as_of).or(known.last()) else {
                let (years, reasons) = (Vec::new(), Vec::new());
                return Ok(WhatIfView { scenario: *scenario, budget: None, years, total: WhatIfYear::default(), reasons });
            };
            let (lines, cells) = (lines(connection, budget.id)?, cells(connection, budget.id)?);
            let none = BTreeMap::new();
            let plan_lines: Vec<PlanLine<'_>> =
                lines.iter().map(|line| PlanLine { line, cells: cells.get(&line.id).unwrap_or(&none) }).collect();
            let plan = Plan {
                budget,
                lines: &plan_lines,
                span: Span::of(row.period_start, row.period_end, Some(budget)),
                rules: &rules_of(connection, application)?,
                fte_hours: fte_hours(connection, application)?,
                received: received(connection, application, as_of)?,
            };
            let found = what_if(&plan, scenario);
            Ok(WhatIfView {
                scenario: *scenario,
                budget: Some(budget.clone()),
                years: found.years,
                total: found.total,
                reasons: found.reasons,
            })
        })
    }
}

fn possible(scenario: &Scenario) -> Result<()> {
    let shares = [
        ("own_less", scenario.own_less),
        ("spending_less", scenario.spending_less),
        ("hours_less", scenario.hours_less),
        ("grant_less", scenario.grant_less),
    ];
    let whole = Share::from_scaled(1_000_000);
    if let Some((field, share)) = shares.into_iter().find(|(_, share)| !(Share::default()..=whole).contains(share)) {
        return Err(invalid(field, format!("{} pct.", share.per_cent_da()), "0–100 pct."));
    }
    if scenario.months_late > MOST_MONTHS {
        return Err(invalid("months_late", scenario.months_late, MOST_MONTHS));
    }
    Ok(())
}

/// What came of the grant by a day and has not gone back.
fn received(connection: &Connection, application: u32, as_of: NaiveDate) -> Result<Money> {
    let instalments: Vec<Instalment> = of(connection, application, "position")?;
    let repayments: Vec<Repayment> = of(connection, application, "position")?;
    let came: Money = instalments.iter().filter(|it| counts(it.received_on, as_of)).filter_map(|it| it.received).sum();
    let went: Money = repayments.iter().filter(|it| counts(it.paid_on, as_of)).map(|it| it.amount).sum();
    Ok((came - went).max(Money::ZERO))
}
