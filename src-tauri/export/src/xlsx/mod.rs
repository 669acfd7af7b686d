//! A report as Excel.

use tilsagn_core::report::Report;
use tilsagn_core::{Error, ErrorCode, Result};

/// Writes a report.
///
/// # Errors
/// `export_failed`.
pub fn xlsx(report: &Report) -> Result<Vec<u8>> {
    let _ = report;
    Err(Error::new(ErrorCode::Unforeseen).because("unbuilt"))
}
