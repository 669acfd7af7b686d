//! The money after the award.

use chrono::NaiveDate;

use crate::error::Result;
use crate::store::Store;
use crate::store::budgets::unbuilt;
use crate::views::{Changed, MoneyPart, MoneyPartKind, MoneyView, SpendingImport, SpendingImportPreview};

impl Store {
    /// What came in and was spent by a day.
    ///
    /// # Errors
    /// `record_changed` where the application is gone.
    pub fn money(&self, _application: u32, _as_of: NaiveDate) -> Result<MoneyView> {
        unbuilt("money")
    }

    /// Adds (id 0) or changes a record. Spending is charged to a line of the version in force on its day.
    ///
    /// # Errors
    /// `field_required`, `field_invalid`; `line_not_approved`; `voucher_charged`; those of [`Store::transact`].
    pub fn money_part_save(&mut self, _part: &MoneyPart, _today: NaiveDate) -> Result<Changed<MoneyView>> {
        unbuilt("money_part_save")
    }

    /// Removes a record.
    ///
    /// # Errors
    /// Those of [`Store::transact`].
    pub fn money_part_delete(
        &mut self,
        _kind: MoneyPartKind,
        _id: u32,
        _version: u32,
        _today: NaiveDate,
    ) -> Result<Changed<MoneyView>> {
        unbuilt("money_part_delete")
    }

    /// What reading a sheet of spending would do, row by row. Writes nothing.
    ///
    /// # Errors
    /// `file_missing`, `file_unreadable`, `sheet_unreadable`, `sheet_empty`, `sheet_too_long`, `sheet_not_found`, `sheet_column_missing`.
    pub fn spending_import_preview(&self, _import: &SpendingImport, _today: NaiveDate) -> Result<SpendingImportPreview> {
        unbuilt("spending_import_preview")
    }

    /// Reads it in: all rows that are not known already, as one operation, or nothing.
    ///
    /// # Errors
    /// As [`Store::spending_import_preview`]; `sheet_cells_bad`; those of [`Store::transact`].
    pub fn spending_import(&mut self, _import: &SpendingImport, _today: NaiveDate) -> Result<Changed<MoneyView>> {
        unbuilt("spending_import")
    }
}
