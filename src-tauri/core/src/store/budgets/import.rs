//! A budget read from a sheet or the clipboard.

use crate::error::Result;
use crate::store::Store;
use crate::store::budgets::unbuilt;
use crate::views::{BudgetImport, BudgetImportPreview, BudgetPatch, Changed};

impl Store {
    /// What reading a sheet would do, cell by cell. Writes nothing.
    ///
    /// # Errors
    /// `file_missing`, `file_unreadable`, `sheet_unreadable`, `sheet_empty`, `sheet_too_long`, `sheet_not_found`.
    pub fn budget_import_preview(&self, _import: &BudgetImport) -> Result<BudgetImportPreview> {
        unbuilt("budget_import_preview")
    }

    /// Reads it in: all of it as one operation, or nothing.
    ///
    /// # Errors
    /// As [`Store::budget_import_preview`]; `budget_frozen`; `sheet_cells_bad`; those of [`Store::transact`].
    pub fn budget_import(&mut self, _import: &BudgetImport) -> Result<Changed<BudgetPatch>> {
        unbuilt("budget_import")
    }
}
