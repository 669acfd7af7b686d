//! Budgets: versions, the sheet, and the rules that hold.

mod compare;
mod edit;
mod import;
mod lines;
mod project;
mod terms;
mod versions;
mod what_if;

use crate::error::{Error, ErrorCode, Result};

/// A function whose body is still to come.
pub(super) fn unbuilt<T>(name: &str) -> Result<T> {
    Err(Error::new(ErrorCode::Unforeseen).because(format!("{name} is not built")))
}
