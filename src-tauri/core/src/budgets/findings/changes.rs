//! What a change to an approved budget needs.

use crate::budgets::findings::found::Found;
use crate::budgets::{Finding, FindingCode, FindingState, Rule, RuleKind, Side, rule};
use crate::money::Money;
use crate::scaled::Share;
use crate::views::{CompareFigure, CompareRow, Text};
use crate::words::say::Value;

/// What the rules say of the lines that changed. `approved` where the new version has taken effect: what needed approval has it.
pub(super) fn changes(rules: &[Rule], rows: &[CompareRow], approved: bool, out: &mut Vec<Finding>) {
    let share = rule(rules, RuleKind::ChangeShare).and_then(|rule| Some((rule, rule.share?)));
    let amount = rule(rules, RuleKind::ChangeAmount).and_then(|rule| Some((rule, rule.amount?)));
    let state = if approved { FindingState::Note } else { FindingState::Broken };
    let costs: Vec<(&CompareRow, &CompareFigure)> =
        rows.iter().filter(|row| row.side == Side::Cost).filter_map(|row| Some((row, row.figures.last()?))).collect();
    let before = out.len();
    for (row, total) in &costs {
        let size = Money::from_oere(total.difference.oere().abs());
        if size == Money::ZERO {
            continue;
        }
        if let Some((rule, limit)) = share {
            out.extend(by_share(row, total, size, rule, limit, state));
        }
        if let Some((rule, limit)) = amount
            && size > limit
        {
            let found = named(Found::new(FindingCode::ChangeAmount, state).by(rule), row).difference(size);
            out.push(found.computed(total.difference).value("most", Value::Money(limit)).said());
        }
    }
    if out.len() == before {
        let codes = [(FindingCode::ChangeShare, share.map(|it| it.0)), (FindingCode::ChangeAmount, amount.map(|it| it.0))];
        for (code, rule) in codes {
            if let (Some(rule), false) = (rule, costs.is_empty()) {
                out.push(Found::new(code, FindingState::Met).by(rule).said());
            }
        }
    }
    if let Some(rule) = rule(rules, RuleKind::Transfer) {
        for (row, _) in costs {
            out.extend(moved(row, rule, if rule.choice == "approval" { state } else { FindingState::Met }));
        }
    }
}

/// A change beyond the share, exactly: of what was nothing or less, every change is.
fn by_share(
    row: &CompareRow,
    total: &CompareFigure,
    size: Money,
    rule: &Rule,
    limit: Share,
    state: FindingState,
) -> Option<Finding> {
    match total.left.filter(|left| *left > Money::ZERO) {
        None => {
            let found = named(Found::new(FindingCode::ChangeNew, state).by(rule), row).difference(size);
            Some(found.computed(total.right.unwrap_or_default()).said())
        }
        Some(left) => {
            let most = left.kroner().checked_mul(limit.value())?;
            if size.kroner() <= most {
                return None;
            }
            let found = named(Found::new(FindingCode::ChangeShare, state).by(rule), row).difference(size);
            let most = super::found::at_most(limit, left)?;
            Some(found.computed(total.difference).share(super::found::ratio(size, left)).value("most", Value::Money(most)).said())
        }
    }
}

/// Money that left one year of a line and came to another.
fn moved(row: &CompareRow, rule: &Rule, state: FindingState) -> Option<Finding> {
    let (_, years) = row.figures.split_last()?;
    let sum = |sign: i64| years.iter().map(|it| it.difference.oere() * sign).filter(|oere| *oere > 0).sum::<i64>();
    let moved = Money::from_oere(sum(1).min(sum(-1)));
    (moved > Money::ZERO).then(|| named(Found::new(FindingCode::Transfer, state).by(rule), row).difference(moved).said())
}

fn named<'a>(found: Found<'a>, row: &CompareRow) -> Found<'a> {
    let name = row.right.as_ref().or(row.left.as_ref()).filter(|name| !name.is_empty());
    let name = name.cloned().unwrap_or_else(|| row.number.to_string());
    found.value("line", Value::Text(Text::new(&name, &name))).facts(|facts| facts.line = Some(name))
}
