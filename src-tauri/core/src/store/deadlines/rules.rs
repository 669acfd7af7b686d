//! The rules of pools and applications that days follow from.

use crate::error::Result;
use crate::store::Store;
use crate::store::deadlines::unbuilt;
use crate::views::{Changed, DateRuleDraft, TermsView};

impl Store {
    /// Adds a rule, or one that goes before the preset's with the same key. Terms are made where there are none.
    ///
    /// # Errors
    /// `field_required`, `field_invalid` (days of a series, months between), `field_taken`; those of [`Store::transact`].
    pub fn date_rule_save(&mut self, municipality: u32, draft: &DateRuleDraft) -> Result<Changed<TermsView>> {
        let _ = (municipality, draft);
        unbuilt("date_rule_save")
    }

    /// Removes a rule: the preset's holds again.
    ///
    /// # Errors
    /// `record_changed`; those of [`Store::transact`].
    pub fn date_rule_delete(&mut self, id: u32, version: u32) -> Result<Changed<TermsView>> {
        let _ = (id, version);
        unbuilt("date_rule_delete")
    }
}
