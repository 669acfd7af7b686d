//! Rules about costs: categories, overhead, unforeseen costs, wages, rounding and how the years are split.

use rust_decimal::{Decimal, RoundingStrategy};

use crate::budgets::findings::found::{Found, at_most, ratio, rounded};
use crate::budgets::findings::input::{FindingInput, LineFigures};
use crate::budgets::{
    Budget, Finding, FindingCode, FindingState, Method, OwnForm, Period, Rule, RuleKind, Side, category_of, rule,
};
use crate::money::Money;
use crate::scaled::{Rate, Share};
use crate::views::Text;
use crate::words::Language;
use crate::words::say::Value;

pub(super) fn costs(input: &FindingInput<'_>, budget: &Budget, out: &mut Vec<Finding>) {
    if let Some(rule) = rule(input.rules, RuleKind::Period) {
        out.push(period(rule, budget.period));
    }
    rates(input, out);
    if !input.has_amounts(Side::Cost) {
        return;
    }
    if let Some(rule) = rule(input.rules, RuleKind::Categories) {
        categories(input, rule, out);
    } else {
        out.extend(unknown_categories(input, None));
    }
    if let Some(rule) = rule(input.rules, RuleKind::Overhead) {
        out.extend(overhead(input, rule));
    }
    if let Some(rule) = rule(input.rules, RuleKind::Contingency) {
        contingency(input, rule, out);
    }
    wages(input, out);
    if let Some((rule, step)) = rule(input.rules, RuleKind::Rounding).and_then(|rule| Some((rule, rule.amount?))) {
        rounding(input, rule, step, out);
    }
}

fn of_kind(line: &LineFigures<'_>, kind: &str) -> bool {
    category_of(&line.line.category).is_some_and(|it| it.kind == kind)
}

/// Quarters can be made of months, never the other way.
fn period(rule: &Rule, period: Period) -> Finding {
    let wanted = Period::from_code(&rule.choice).unwrap_or(Period::Year);
    let state = if period.parts() >= wanted.parts() { FindingState::Met } else { FindingState::Broken };
    let word = |language| wanted.word(language).to_lowercase();
    let other = Value::Text(Text::new(word(Language::Da), word(Language::En)));
    Found::new(FindingCode::Period, state).by(rule).value("other", other).said()
}

/// Categories that are not of the list in force: the funder's where a rule names one, else the municipality's own.
fn unknown_categories(input: &FindingInput<'_>, rule: Option<&Rule>) -> Vec<Finding> {
    let unknown = input.side(Side::Cost).filter(|line| {
        let code = &line.line.category;
        line.total().is_some() && !code.is_empty() && input.categories.iter().all(|category| category.code != *code)
    });
    let finding = |line: &LineFigures<'_>| {
        let code = &line.line.category;
        let name = category_of(code).map_or_else(|| Text::new(code, code), |category| category.name.clone());
        let found = Found::new(FindingCode::CategoryUnknown, FindingState::Broken).line(line);
        let found = found.facts(|facts| facts.other = Some(code.clone())).value("other", Value::Text(name));
        match rule {
            Some(rule) => found.by(rule).said(),
            None => found.variant("own").fix("own").said(),
        }
    };
    unknown.map(finding).collect()
}

fn categories(input: &FindingInput<'_>, rule: &Rule, out: &mut Vec<Finding>) {
    let without: Vec<&LineFigures<'_>> =
        input.side(Side::Cost).filter(|line| line.total().is_some() && line.line.category.is_empty()).collect();
    let before = out.len();
    out.extend(unknown_categories(input, Some(rule)));
    if let Some(first) = without.first() {
        let found = Found::new(FindingCode::CategoryMissing, FindingState::Open).by(rule).line(first);
        let count = Value::Text(Text::new(without.len().to_string(), without.len().to_string()));
        out.push(found.variant(if without.len() > 1 { "more" } else { "" }).value("count", count).said());
    }
    if out.len() == before {
        out.push(Found::new(FindingCode::CategoryMissing, FindingState::Met).by(rule).said());
    }
}

/// Overhead beside the most, a share of the costs that are not overhead. Exactly the share is not too much.
fn overhead(input: &FindingInput<'_>, rule: &Rule) -> Option<Finding> {
    let share = rule.share?;
    let overhead: Money = input.side(Side::Cost).filter(|line| of_kind(line, "overhead")).filter_map(LineFigures::total).sum();
    let others = input.total.cost - overhead;
    let limit = at_most(share, others)?.max(Money::ZERO);
    let none = share == Share::default();
    let code = if none { FindingCode::OverheadNone } else { FindingCode::Overhead };
    let state = if overhead > limit { FindingState::Broken } else { FindingState::Met };
    let found = Found::new(code, state).limit(limit).by(rule).computed(overhead).share(ratio(overhead, others));
    Some(if overhead > limit { found.difference(overhead - limit).said() } else { found.said() })
}

fn contingency(input: &FindingInput<'_>, rule: &Rule, out: &mut Vec<Finding>) {
    let before = out.len();
    for line in input.side(Side::Cost).filter(|line| of_kind(line, "contingency")) {
        if let Some(amount) = line.total().filter(|amount| *amount != Money::ZERO) {
            out.push(Found::new(FindingCode::Contingency, FindingState::Broken).by(rule).line(line).computed(amount).said());
        }
    }
    if out.len() == before {
        out.push(Found::new(FindingCode::Contingency, FindingState::Met).by(rule).said());
    }
}

/// Wages beside the most an hour or a full-time year may cost. A line is judged by the limit of its own unit, else by the other one,
/// through the hours of a full-time year.
fn wages(input: &FindingInput<'_>, out: &mut Vec<Finding>) {
    let limit = |kind| rule(input.rules, kind).and_then(|rule| Some((rule, rule.amount?)));
    let (hour, year) = (limit(RuleKind::WageCapHour), limit(RuleKind::WageCapYear));
    let hours = Decimal::from(input.fte_hours.max(1));
    let mut judged = [(FindingCode::WageCapHour, hour, 0), (FindingCode::WageCapYear, year, 0)];
    let mut broken = 0;
    for line in input.side(Side::Cost) {
        let Some(rate) = line.years.iter().filter_map(|it| it.highest_rate).max().map(Rate::value) else { continue };
        let (native, in_other) = match line.line.method {
            Method::Hours => (0, rate.checked_mul(hours)),
            Method::Fte => (1, rate.checked_div(hours)),
            Method::Amount | Method::Units => continue,
        };
        let (by, rate) = if judged[native].1.is_some() { (native, Some(rate)) } else { (1 - native, in_other) };
        let (code, limit, count) = &mut judged[by];
        let (Some((rule, limit)), Some(rate)) = (*limit, rate) else { continue };
        *count += 1;
        if rate > limit.kroner()
            && let Some(computed) = rounded(rate, RoundingStrategy::ToPositiveInfinity)
        {
            broken += 1;
            let found = Found::new(*code, FindingState::Broken).by(rule).line(line).computed(computed);
            out.push(found.difference(computed - limit).said());
        }
    }
    for (code, limit, count) in judged {
        if let (Some((rule, _)), true) = (limit, broken == 0 && count > 0) {
            out.push(Found::new(code, FindingState::Met).by(rule).said());
        }
    }
}

/// Amounts of a line and year that are not in whole steps.
fn rounding(input: &FindingInput<'_>, rule: &Rule, step: Money, out: &mut Vec<Finding>) {
    let before = out.len();
    for line in input.lines {
        let off = line.years.iter().find_map(|year| {
            let amount = year.amount?;
            let over = amount.oere().checked_rem_euclid(step.oere())?;
            (over != 0).then_some((year.year, amount, over))
        });
        if let Some((year, amount, over)) = off {
            let down = Money::from_oere(amount.oere() - over);
            let nearest = if over * 2 < step.oere() { down } else { down + step };
            let found = Found::new(FindingCode::Rounding, FindingState::Broken).by(rule).line(line).computed(amount);
            let found = found.difference(nearest - amount).value("nearest", Value::Money(nearest));
            out.push(if year == 0 { found.said() } else { found.year(year).variant("year").said() });
        }
    }
    if out.len() == before {
        out.push(Found::new(FindingCode::Rounding, FindingState::Met).by(rule).said());
    }
}

/// A full-time year that costs one thing among the costs and another as own staff.
fn rates(input: &FindingInput<'_>, out: &mut Vec<Finding>) {
    let rates = |side: Side| {
        let of = input.side(side).filter(move |line| {
            let staff = side == Side::Cost || line.line.own_form == Some(OwnForm::ExistingStaff);
            line.line.method == Method::Fte && staff
        });
        of.flat_map(|line| &line.years).flat_map(|year| [year.lowest_rate, year.highest_rate]).flatten()
    };
    let pair = |cost: Option<Rate>, own: Option<Rate>| Some((money(cost?)?, money(own?)?));
    let pairs = [
        pair(rates(Side::Cost).max(), rates(Side::Financing).min()),
        pair(rates(Side::Cost).min(), rates(Side::Financing).max()),
    ];
    let widest = pairs.into_iter().flatten().max_by_key(|(cost, own)| (*cost - *own).oere().abs());
    if let Some((cost, own)) = widest.filter(|(cost, own)| cost != own) {
        let found = Found::new(FindingCode::RatesDiffer, FindingState::Note).stated(cost).computed(own);
        out.push(found.difference(cost - own).said());
    }
}

fn money(rate: Rate) -> Option<Money> {
    Money::from_kroner(rate.value())
}
