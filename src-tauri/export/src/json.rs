//! A report as JSON, for other programs: `docs/report.schema.json` says what stands in it.

use tilsagn_core::report::Report;
use tilsagn_core::{Error, ErrorCode, Result};

/// Writes a report, its fields in the order of its parts.
///
/// # Errors
/// `export_failed`.
pub fn json(report: &Report) -> Result<Vec<u8>> {
    let mut bytes = serde_json::to_vec_pretty(report).map_err(|error| Error::new(ErrorCode::ExportFailed).because(error))?;
    bytes.push(b'\n');
    Ok(bytes)
}
