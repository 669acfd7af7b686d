//! Budgets: what an application costs, who pays, which rules hold, and what becomes of it. Pure rules.

mod award;
mod cells;
mod charge;
mod codes;
mod compare;
mod effect;
mod exposure;
mod finding;
mod findings;
mod line;
mod missing;
mod parts;
mod project;
mod records;
mod spent;
mod split;
mod sums;
mod terms;
#[cfg(test)]
mod test_lines;
mod what_if;

pub use award::{GrantMoney, Payers, counts, in_force_on};
pub use cells::{CellPlace, Figures, LineCells, LineKey, category, is_place, type_in};
pub use charge::{Chargeable, VoucherPart, voucher_free};
pub use codes::*;
pub use compare::{compare_lines, compare_sums, vat_unlike, years_of_both};
pub use effect::{effect_view, full_year_persons, gross_of_persons, reckoned};
pub use exposure::{Promise, Promised, by_group, by_year, full_time_years, sum_of};
pub use finding::{Finding, FindingFacts};
pub use findings::{
    FindingInput, LineFigures, LineYear, MoneyInput, PromisedHours, Stated, change_findings, findings, money_findings,
};
pub use line::{in_force, is_known};
pub use missing::Missing;
pub use parts::resplit;
pub use project::{is_wage, project};
pub use records::*;
pub use spent::{LineMoney, Span, spent_lines};
pub use split::{split, split_whole};
pub use sums::{is_summed, line_years, sums, total_of, years_of};
pub use terms::*;
pub use what_if::{Plan, PlanLine, WhatIf, what_if};

#[cfg(test)]
pub(crate) use test_lines::line as test_line;
