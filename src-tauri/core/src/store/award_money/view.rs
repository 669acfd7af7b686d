//! The money after the award as a screen has it.

use std::collections::{BTreeMap, HashMap};

use chrono::{Datelike, NaiveDate};
use rusqlite::Connection;

use crate::applications::Application;
use crate::budgets::*;
use crate::error::Result;
use crate::money::Money;
use crate::store::applications::of;
use crate::store::award_money::load::{chargeable, payers};
use crate::store::budgets::sheet::Summed;
use crate::store::budgets::{application_terms, budget_application};
use crate::store::records::{record, records};
use crate::views::{MoneyView, RuleView};

/// The rules about payment, accounts and repayment.
const RULES: [RuleKind; 12] = [
    RuleKind::Payment,
    RuleKind::Withheld,
    RuleKind::NetGrant,
    RuleKind::Indexation,
    RuleKind::Transfer,
    RuleKind::ChangeShare,
    RuleKind::ChangeAmount,
    RuleKind::FinalAccount,
    RuleKind::AuditRegistered,
    RuleKind::AuditPerformance,
    RuleKind::RepaymentFloor,
    RuleKind::Levy,
];

/// The money of an application on a day. What is of a later day is left out, and of a record that begins earlier, its later days.
pub fn view(conn: &Connection, id: u32, as_of: NaiveDate) -> Result<MoneyView> {
    let application = budget_application(conn, id, as_of)?;
    let rule_views: Vec<RuleView> = application_terms(conn, &record::<Application>(conn, id)?)?.rules;
    let rules: Vec<Rule> = rule_views.iter().filter_map(|view| view.rule.clone()).collect();
    let approved = chargeable(conn, id)?;
    let payers = payers(conn, id)?;
    let now = approved.budget(as_of).map(|budget| Summed::load(conn, budget.clone())).transpose()?;
    let span = Span::of(application.period_start, application.period_end, approved.budget(as_of));

    let mut spending: Vec<Spending> = of(conn, id, "booked_on DESC, id DESC")?;
    spending.retain(|spending| spending.booked_on <= as_of);
    let mut forecasts: Vec<SpendingForecast> = records(conn, FORECASTS, [id])?;
    forecasts.retain(|forecast| forecast.made_on <= as_of);
    let expects = !spending.is_empty() || !forecasts.is_empty();
    let lines = line_money(&approved, now.as_ref(), &spending, forecasts, as_of);
    let (lines, spent) = spent_lines(lines, now.as_ref().map(|now| &now.budget), span, as_of);

    let instalments = instalments(of(conn, id, "position, id")?, as_of);
    let accounts = accounts(of(conn, id, "position, id")?, as_of);
    let repayments = repayments(of(conn, id, "position, id")?, as_of);
    let carry_overs = carry_overs(of(conn, id, "from_year, to_year, id")?, as_of);
    let in_budget = now.as_ref().map(|now| now.total.grant);
    let grant = GrantMoney {
        granted: application.awarded.or(in_budget).unwrap_or_default(),
        approved: &approved,
        payers: &payers,
        span,
        rules: &rules,
        instalments: &instalments,
        accounts: &accounts,
        repayments: &repayments,
        carry_overs: &carry_overs,
        spending: &spending,
    };
    let forecast = spent.last().filter(|_| expects).map(|all| all.forecast);
    let (year_ends, standing) = (grant.year_ends(as_of), grant.standing(forecast, as_of));
    let period = (application.period_start, application.period_end);
    let findings = money_findings(&MoneyInput { grant, standing: &standing, lines: &lines, period, as_of });
    Ok(MoneyView {
        as_of,
        application,
        sums: now.as_ref().map(|now| now.sums.clone()).unwrap_or_default(),
        budget: now.map(|now| now.budget),
        year_ends,
        standing,
        findings,
        instalments,
        accounts,
        repayments,
        carry_overs,
        spending,
        lines,
        spent,
        rules: rule_views.into_iter().filter(|view| RULES.contains(&view.kind)).collect(),
    })
}

/// What is expected of the lines of application `?1`'s budget.
const FORECASTS: &str = "WHERE budget_line_id IN (SELECT budget_line.id FROM budget_line JOIN budget ON budget.id = budget_id \
                         WHERE application_id = ?1) ORDER BY year, id DESC";

/// The costs of the version in force with what was charged and is expected. What stands on a line of another version is shown on the
/// line of the same number; where that is gone, on the line as it was, with no budget. Of two forecasts the later counts.
fn line_money(
    approved: &Chargeable,
    now: Option<&Summed>,
    spending: &[Spending],
    forecasts: Vec<SpendingForecast>,
    as_of: NaiveDate,
) -> Vec<LineMoney> {
    let of_line = |line: &BudgetLine| LineMoney {
        line: line.clone(),
        budget: BTreeMap::new(),
        spent: BTreeMap::new(),
        forecasts: Vec::new(),
    };
    let mut lines: Vec<LineMoney> = approved.lines(as_of).map(of_line).collect();
    for line in &mut lines {
        let years = now.and_then(|now| now.years_of_lines.get(&line.line.id)).map(Vec::as_slice).unwrap_or_default();
        line.budget = years.iter().filter_map(|year| Some((year.year, year.amount?))).collect();
    }
    let mut places: HashMap<u32, usize> = lines.iter().enumerate().map(|(place, line)| (line.line.number, place)).collect();
    let mut place = |lines: &mut Vec<LineMoney>, id: u32| {
        let line = approved.any_line(id)?;
        Some(*places.entry(line.number).or_insert_with(|| {
            lines.push(of_line(line));
            lines.len() - 1
        }))
    };
    for spending in spending {
        if let Some(line) = place(&mut lines, spending.budget_line_id).and_then(|place| lines.get_mut(place)) {
            *line.spent.entry(spending.booked_on.year()).or_insert(Money::ZERO) += spending.amount;
        }
    }
    for forecast in forecasts {
        if let Some(line) = place(&mut lines, forecast.budget_line_id).and_then(|place| lines.get_mut(place))
            && line.forecasts.iter().all(|known| known.year != forecast.year)
        {
            line.forecasts.push(forecast);
        }
    }
    lines
}

/// A day that has come.
fn past(day: Option<NaiveDate>, as_of: NaiveDate) -> Option<NaiveDate> {
    day.filter(|day| *day <= as_of)
}

/// What belongs to a day, unless that is still to come; what has no day is shown.
fn unless_later<T>(value: Option<T>, day: Option<NaiveDate>, as_of: NaiveDate) -> Option<T> {
    value.filter(|_| day.is_none_or(|day| day <= as_of))
}

fn instalments(found: Vec<Instalment>, as_of: NaiveDate) -> Vec<Instalment> {
    let known = |it: Instalment| Instalment {
        requested: unless_later(it.requested, it.requested_on, as_of),
        requested_on: past(it.requested_on, as_of),
        received: unless_later(it.received, it.received_on, as_of),
        withheld: unless_later(it.withheld, it.received_on, as_of),
        received_on: past(it.received_on, as_of),
        ..it
    };
    found.into_iter().map(known).collect()
}

fn accounts(found: Vec<Account>, as_of: NaiveDate) -> Vec<Account> {
    let known = |it: Account| Account {
        to_auditor_on: past(it.to_auditor_on, as_of),
        sent_on: past(it.sent_on, as_of),
        approved: unless_later(it.approved, it.approved_on, as_of),
        approved_on: past(it.approved_on, as_of),
        ..it
    };
    found.into_iter().map(known).collect()
}

fn repayments(found: Vec<Repayment>, as_of: NaiveDate) -> Vec<Repayment> {
    let later = |it: &Repayment| it.claimed_on.or(it.paid_on).is_some_and(|day| day > as_of);
    let known = |it: Repayment| Repayment { paid_on: past(it.paid_on, as_of), ..it };
    found.into_iter().filter(|it| !later(it)).map(known).collect()
}

fn carry_overs(found: Vec<CarryOver>, as_of: NaiveDate) -> Vec<CarryOver> {
    let later = |it: &CarryOver| it.asked_on.or(it.approved_on).is_some_and(|day| day > as_of);
    let known = |it: CarryOver| CarryOver { approved_on: past(it.approved_on, as_of), ..it };
    found.into_iter().filter(|it| !later(it)).map(known).collect()
}
