//! Budgets: versions, the sheet, and the rules that hold.

mod compare;
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

pub(super) use found::budget_application;
pub(super) use sheet::lines;
pub(super) use terms::application_terms;
pub(super) use versions::{freeze_applied, remove_lines};

use crate::error::{Error, ErrorCode, Result};

/// A function whose body is still to come.
pub(super) fn unbuilt<T>(name: &str) -> Result<T> {
    Err(Error::new(ErrorCode::Unforeseen).because(format!("{name} is not built")))
}
