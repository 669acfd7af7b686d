//! A report as Word.

use tilsagn_core::report::Report;
use tilsagn_core::{Error, ErrorCode, Result};

use crate::paper::Template;

/// Writes a report.
///
/// # Errors
/// `export_failed`.
pub fn docx(report: &Report, template: Option<&Template>) -> Result<Vec<u8>> {
    let _ = (report, template);
    Err(Error::new(ErrorCode::Unforeseen).because("unbuilt"))
}
