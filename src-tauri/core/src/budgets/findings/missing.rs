//! What is not there: the budget, its lines, amounts, years, the value added tax basis. Missing is never zero.

use crate::budgets::findings::found::Found;
use crate::budgets::findings::input::FindingInput;
use crate::budgets::{Budget, Finding, FindingCode, FindingState, Remark, RuleKind, Side, Vat, rule};
use crate::money::Money;

pub(super) fn no_budget(input: &FindingInput<'_>) -> Vec<Finding> {
    let found = Found::new(FindingCode::NoBudget, FindingState::Open);
    vec![match input.stated.total {
        Some(total) => found.stated(total).variant("stated").said(),
        None => found.said(),
    }]
}

pub(super) fn missing(input: &FindingInput<'_>, budget: &Budget, out: &mut Vec<Finding>) {
    if input.lines.is_empty() {
        let found = Found::new(FindingCode::NoLines, FindingState::Open);
        out.push(match input.stated.total {
            Some(total) => found.stated(total).variant("stated").said(),
            None => found.said(),
        });
        return;
    }
    for line in input.silent_lines() {
        let code = match line.line.side {
            Side::Cost => FindingCode::CostWithoutAmount,
            Side::Financing => FindingCode::FinancingWithoutAmount,
        };
        out.push(Found::new(code, FindingState::Open).line(line).said());
    }
    for line in input.lines.iter().filter(|line| line.total().is_some() && line.line.text.trim().is_empty()) {
        out.push(Found::new(FindingCode::TextMissing, FindingState::Open).line(line).said());
    }
    for (side, code) in [(Side::Cost, FindingCode::CostNotAllotted), (Side::Financing, FindingCode::FinancingNotAllotted)] {
        if !input.all_allotted(side) {
            let amount: Money =
                input.side(side).flat_map(|line| &line.years).filter(|it| it.year == 0).filter_map(|it| it.amount).sum();
            let found = Found::new(code, FindingState::Open).computed(amount);
            out.push(found.remark(Some(Remark::PartNotAllotted)).said());
        }
    }
    if input.has_amounts(Side::Cost) && budget.vat == Vat::NotStated {
        let found = Found::new(FindingCode::VatNotStated, FindingState::Open);
        out.push(match rule(input.rules, RuleKind::Vat) {
            Some(rule) => found.by(rule).said(),
            None => found.said(),
        });
    }
}
