//! What is found about a budget: figures that contradict each other, what is missing, and every rule that can be judged.

mod input;

pub use input::{FindingInput, LineFigures, LineYear, PromisedHours, Stated};

use crate::budgets::{Finding, Rule};
use crate::views::CompareRow;

/// What is found about a budget: what is broken first, then what is open, what to note and what is kept.
pub fn findings(_input: &FindingInput<'_>) -> Vec<Finding> {
    Vec::new()
}

/// What the rules say of a change to what the funder has approved: the lines of the approved version beside those of the new one.
/// `approved` where the new one has taken effect too.
pub fn change_findings(_rules: &[Rule], _rows: &[CompareRow], _approved: bool) -> Vec<Finding> {
    Vec::new()
}
