//! From views and reports to papers and sheets. Knows no window, and no data file but where a paper is gathered from one.

mod budget;
mod csv;
mod docx;
mod file;
#[cfg(test)]
mod fixture;
mod ics;
mod json;
mod paper;
mod pdf;
mod said;
mod xlsx;

use std::path::{Path, PathBuf};

use tilsagn_core::views::BudgetView;
use tilsagn_core::{Language, Result};

pub use budget::{budget_csv, budget_xlsx};
pub use file::in_format;
pub use ics::{CalendarMaking, calendar, write_calendar};
pub use paper::{Gathered, Made, Template, Watch, gather, make};

/// Writes the version a view looks at to a sheet, by the ending of its name: `.xlsx` with live formulas, or `.csv`. Written beside it
/// first and renamed; gives the path, with `.xlsx` added where it has neither ending.
///
/// # Errors
/// `export_failed`, naming the file; `disk_full`; `folder_missing`; `file_read_only`.
pub fn write_budget(view: &BudgetView, path: &Path, language: Language) -> Result<PathBuf> {
    let (path, is_csv) = file::with_ending(path);
    let bytes = if is_csv { budget_csv(view, language) } else { budget_xlsx(view, language) };
    file::write(&path, &bytes.map_err(|error| error.with("file", path.display()))?)?;
    Ok(path)
}
