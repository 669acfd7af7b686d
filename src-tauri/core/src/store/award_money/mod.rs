//! The money after the award.

mod import;
mod load;
mod part;
mod view;
mod vouchers;

use chrono::NaiveDate;

use crate::error::Result;
use crate::store::{Committed, Store};
use crate::views::{Changed, MoneyPart, MoneyPartKind, MoneyView, SpendingImport, SpendingImportPreview};

impl Store {
    /// What came in and was spent by a day.
    ///
    /// # Errors
    /// `record_changed` where the application is gone.
    pub fn money(&self, application: u32, as_of: NaiveDate) -> Result<MoneyView> {
        self.query(|connection| view::view(connection, application, as_of))
    }

    /// Adds (id 0) or changes a record, which stays with the application it has; a new instalment, account or repayment comes last.
    /// Spending is charged to the line of the same number in the approved version in force on its day.
    ///
    /// # Errors
    /// `field_required`, `field_invalid`, `field_taken`; `period_reversed`; `line_not_approved`; `voucher_charged`; those of
    /// [`Store::transact`].
    pub fn money_part_save(&mut self, part: &MoneyPart, today: NaiveDate) -> Result<Changed<MoneyView>> {
        let committed = self.transact(part::op(part::kind(part)), |tx| part::put(tx, part, today))?;
        self.after_money(committed, today)
    }

    /// Removes a record.
    ///
    /// # Errors
    /// Those of [`Store::transact`].
    pub fn money_part_delete(
        &mut self,
        kind: MoneyPartKind,
        id: u32,
        version: u32,
        today: NaiveDate,
    ) -> Result<Changed<MoneyView>> {
        let committed = self.transact(part::op(kind), |tx| part::take(tx, kind, id, version))?;
        self.after_money(committed, today)
    }

    /// What reading a sheet of spending would do, row by row. Writes nothing.
    ///
    /// # Errors
    /// Those of [`crate::import::read_sheet`]; `sheet_column_missing`; `record_changed` where the application is gone.
    pub fn spending_import_preview(&self, import: &SpendingImport, today: NaiveDate) -> Result<SpendingImportPreview> {
        import::read(self, import, today).map(|read| read.preview)
    }

    /// Reads it in: all rows that are not known already, as one operation, or nothing.
    ///
    /// # Errors
    /// As [`Store::spending_import_preview`]; `sheet_cells_bad`; those of [`Store::transact`].
    pub fn spending_import(&mut self, import: &SpendingImport, today: NaiveDate) -> Result<Changed<MoneyView>> {
        let committed = import::run(self, import, today)?;
        self.after_money(committed, today)
    }

    /// The money after a change.
    fn after_money(&self, committed: Committed<u32>, today: NaiveDate) -> Result<Changed<MoneyView>> {
        Ok(Changed { view: self.money(committed.value, today)?, changed: committed.changed })
    }
}
