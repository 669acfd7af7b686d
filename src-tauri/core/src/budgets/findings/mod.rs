//! What is found about a budget: figures that contradict each other, what is missing, and every rule that can be judged.

mod changes;
mod costs;
mod found;
mod hours;
mod input;
mod missing;
mod money;
mod payers;
mod sums;
#[cfg(test)]
mod test_boundaries;
#[cfg(test)]
mod test_cases;
#[cfg(test)]
mod test_changes;
#[cfg(test)]
mod test_plan;

pub use input::{FindingInput, LineFigures, LineYear, PromisedHours, Stated};
pub use money::{MoneyInput, money_findings};

use crate::applications::Stage;
use crate::budgets::{Finding, Rule};
use crate::views::CompareRow;

/// What is found about a budget: what is broken first, then what is open, what to note and what is kept. A budget
/// that is not there is not missed where the application ended without a grant.
pub fn findings(input: &FindingInput<'_>) -> Vec<Finding> {
    let Some(budget) = input.budget else {
        let over = matches!(input.stage, Stage::Rejected | Stage::Withdrawn | Stage::NotApplied);
        return if over { Vec::new() } else { missing::no_budget(input) };
    };
    let mut out = Vec::new();
    sums::sums(input, budget, &mut out);
    missing::missing(input, budget, &mut out);
    payers::payers(input, budget, &mut out);
    costs::costs(input, budget, &mut out);
    hours::hours(input, &mut out);
    changes::changes(input.rules, input.changes, budget.in_force, &mut out);
    out.sort_by_key(|found| found.state);
    out
}

/// What the rules say of a change to what the funder has approved: the lines of the approved version beside those of the new one.
/// `approved` where the new one has taken effect too.
pub fn change_findings(rules: &[Rule], rows: &[CompareRow], approved: bool) -> Vec<Finding> {
    let mut out = Vec::new();
    changes::changes(rules, rows, approved, &mut out);
    out.sort_by_key(|found| found.state);
    out
}
