//! Sums that should meet: costs and financing, in total and by year, and what the application says of itself.

use crate::budgets::findings::found::Found;
use crate::budgets::findings::input::FindingInput;
use crate::budgets::{Budget, BudgetKind, Finding, FindingCode, FindingState, Remark, Rule, RuleKind, Side, Source, Vat, rule};
use crate::money::Money;
use crate::views::{Text, YearSums};
use crate::words::Language;
use crate::words::say::Value;

pub(super) fn sums(input: &FindingInput<'_>, budget: &Budget, out: &mut Vec<Finding>) {
    let (costs, financing) = (input.has_amounts(Side::Cost), input.has_amounts(Side::Financing));
    stated(input, budget, out);
    let rule = rule(input.rules, RuleKind::FinancingEqual);
    if costs || financing {
        out.push(balance(input, budget, rule));
    }
    if costs && financing {
        if input.all_allotted(Side::Cost) && input.all_allotted(Side::Financing) {
            years(input, rule, out);
        }
        basis(input, budget, out);
    }
}

/// The basis of the financing: its own, else that of the figures the application states, which are the grant and the total.
fn financing_vat(input: &FindingInput<'_>, budget: &Budget) -> Vat {
    if budget.financing_vat == Vat::NotStated { input.stated.vat } else { budget.financing_vat }
}

/// What must be said where a figure of one basis is held against one of another.
fn unlike(stated: Vat, budget: Vat) -> Option<Remark> {
    match (stated, budget) {
        (Vat::Excl, Vat::NotStated) => Some(Remark::StatedExclBudgetSilent),
        (Vat::Incl, Vat::NotStated) => Some(Remark::StatedInclBudgetSilent),
        (Vat::NotStated, Vat::Excl | Vat::Incl) => Some(Remark::OneBasisSilent),
        (Vat::Excl, Vat::Incl) | (Vat::Incl, Vat::Excl) => Some(Remark::VatBasesDiffer),
        _ => None,
    }
}

/// What the application states beside what the budget comes to.
fn stated(input: &FindingInput<'_>, budget: &Budget, out: &mut Vec<Finding>) {
    let (said, total) = (input.stated, input.total);
    let mut unequal = |code, stated: Option<Money>, computed: Money, basis: Vat| {
        if let Some(stated) = stated.filter(|stated| *stated != computed) {
            let found = Found::new(code, FindingState::Broken).stated(stated).computed(computed).difference(stated - computed);
            out.push(found.remark(unlike(said.vat, basis)).said());
        }
    };
    let financing = financing_vat(input, budget);
    if input.has_amounts(Side::Financing) {
        unequal(FindingCode::StatedTotalNotFinancing, said.total, total.financing, financing);
    }
    if input.has_amounts(Side::Cost) {
        unequal(FindingCode::StatedTotalNotCosts, said.total, total.cost, budget.vat);
    }
    let grant = match budget.kind {
        BudgetKind::Applied => said.requested,
        BudgetKind::Granted => said.awarded,
        // What an amendment changes, the letter of award does not say.
        BudgetKind::Amendment => None,
    };
    if input.side(Side::Financing).any(|line| line.line.source == Some(Source::Grant) && line.total().is_some()) {
        unequal(FindingCode::StatedGrantNotBudget, grant, total.grant, financing);
    }
}

/// Costs beside financing, of all years.
fn balance(input: &FindingInput<'_>, budget: &Budget, rule: Option<&Rule>) -> Finding {
    let total = input.total;
    let silent = |side| input.silent_lines().any(|line| line.line.side == side);
    // Whether what is missing may be a line that has no amount yet.
    let (code, excused) = match total.gap {
        gap if gap > Money::ZERO => (FindingCode::FinancingShort, silent(Side::Financing)),
        gap if gap < Money::ZERO => (FindingCode::FinancingOver, silent(Side::Cost)),
        _ => (FindingCode::FinancingEqual, silent(Side::Cost) || silent(Side::Financing)),
    };
    let absent = match code {
        FindingCode::FinancingShort => !input.has_amounts(Side::Financing),
        FindingCode::FinancingOver => !input.has_amounts(Side::Cost),
        _ => false,
    };
    let state = match code {
        _ if excused || absent => FindingState::Open,
        FindingCode::FinancingEqual => FindingState::Met,
        _ => FindingState::Broken,
    };
    let found = Found::new(code, state).stated(total.cost).computed(total.financing).variant(if absent { "none" } else { "" });
    let found = found.fix(if absent {
        "none"
    } else if excused {
        "amounts"
    } else {
        ""
    });
    let found = if total.gap == Money::ZERO { found } else { found.difference(total.gap) };
    let found = found.remark(unlike(financing_vat(input, budget), budget.vat).filter(|_| !absent));
    let found = found.remark(excused.then_some(Remark::PartWithoutAmount));
    judged(found, rule).said()
}

/// Costs beside financing, by year.
fn years(input: &FindingInput<'_>, rule: Option<&Rule>, out: &mut Vec<Finding>) {
    for (year, sums) in input.years.iter().filter_map(|sums| Some((sums.year.filter(|year| *year != 0)?, sums))) {
        let code = match sums.gap {
            gap if gap > Money::ZERO => FindingCode::FinancingShortYear,
            gap if gap < Money::ZERO => FindingCode::FinancingOverYear,
            _ => continue,
        };
        let found = Found::new(code, FindingState::Broken).year(year).stated(sums.cost).computed(sums.financing);
        let found = judged(found.difference(sums.gap), rule);
        out.push(match other_year(input.years, sums) {
            Some((other, amount)) => {
                found.fix("move").value("other_year", Value::Year(other)).value("move", Value::Money(amount)).said()
            }
            None => found.said(),
        });
    }
}

/// The year whose gap goes the other way and is largest, and how much of it would help.
fn other_year(years: &[YearSums], sums: &YearSums) -> Option<(i32, Money)> {
    let size = |money: Money| money.oere().abs();
    let other_way = |it: &&YearSums| it.gap.oere().signum() == -sums.gap.oere().signum();
    let other = years.iter().filter(other_way).max_by_key(|it| size(it.gap))?;
    Some((other.year?, Money::from_oere(size(other.gap).min(size(sums.gap)))))
}

fn judged<'a>(found: Found<'a>, rule: Option<&'a Rule>) -> Found<'a> {
    match rule {
        Some(rule) => found.by(rule),
        None => found,
    }
}

/// Whether both sides are on one basis, and on the funder's.
fn basis(input: &FindingInput<'_>, budget: &Budget, out: &mut Vec<Finding>) {
    let financing = financing_vat(input, budget);
    if unlike(financing, budget.vat) == Some(Remark::VatBasesDiffer) {
        out.push(Found::new(FindingCode::VatUnlike, FindingState::Broken).said());
    }
    let Some(rule) = rule(input.rules, RuleKind::Vat).filter(|_| budget.vat != Vat::NotStated) else { return };
    let (state, wanted) = match (rule.choice.as_str(), budget.vat) {
        ("excl", Vat::Excl) | ("incl", Vat::Incl) | ("borne", Vat::Excl) => (FindingState::Met, budget.vat),
        // Whether the recipient bears the tax in the end, a budget does not say.
        ("borne", _) => (FindingState::Note, Vat::Excl),
        ("incl", _) => (FindingState::Broken, Vat::Incl),
        _ => (FindingState::Broken, Vat::Excl),
    };
    let found = Found::new(FindingCode::VatNotFunders, state).by(rule).variant(if rule.choice == "borne" { "borne" } else { "" });
    out.push(found.value("basis", vat(budget.vat)).value("other", vat(wanted)).said());
}

fn vat(vat: Vat) -> Value<'static> {
    Value::Text(Text::new(inside(vat.word(Language::Da)), inside(vat.word(Language::En))))
}

/// A word as it stands inside a sentence.
fn inside(word: &str) -> String {
    let mut rest = word.chars();
    rest.next().map(|first| first.to_lowercase().chain(rest).collect()).unwrap_or_default()
}
