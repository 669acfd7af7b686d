//! A report as PDF, tagged, by typst.

use tilsagn_core::report::Report;
use tilsagn_core::{Error, ErrorCode, Result};

use crate::paper::Made;

/// Writes a report.
///
/// # Errors
/// `export_failed`.
pub fn pdf(report: &Report) -> Result<Made> {
    let _ = report;
    Err(Error::new(ErrorCode::Unforeseen).because("unbuilt"))
}
