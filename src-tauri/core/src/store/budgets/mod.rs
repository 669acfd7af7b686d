//! Budgets: versions, the sheet, and the rules that hold.

mod compare;
mod day_rules;
mod edit;
mod found;
mod import;
mod lines;
mod patch;
mod project;
mod promised;
pub(super) mod sheet;
mod terms;
mod versions;
mod what_if;
mod write;

pub(super) use day_rules::day_rules;
pub(super) use found::budget_application;
pub(super) use sheet::lines;
pub(super) use terms::application_terms;
pub(super) use versions::{freeze_applied, remove_lines};
