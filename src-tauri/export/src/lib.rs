//! From views to papers and sheets. Knows no data file and no window.

use std::path::{Path, PathBuf};

use tilsagn_core::views::BudgetView;
use tilsagn_core::{Error, ErrorCode, Language, Result};

/// Writes the version a view looks at to a sheet, by the ending of its name: `.xlsx` with live formulas, or `.csv`. Written beside it
/// first and renamed; gives the path, with the ending added where there was none.
///
/// # Errors
/// `export_failed`, naming the file; `disk_full`; `folder_missing`; `file_read_only`.
pub fn write_budget(_view: &BudgetView, path: &Path, _language: Language) -> Result<PathBuf> {
    Err(Error::new(ErrorCode::ExportFailed).with("file", path.display()).because("not built"))
}

/// As [`write_budget`] writes it, in memory.
///
/// # Errors
/// `export_failed`.
pub fn budget_xlsx(_view: &BudgetView, _language: Language) -> Result<Vec<u8>> {
    Err(Error::new(ErrorCode::ExportFailed).because("not built"))
}
