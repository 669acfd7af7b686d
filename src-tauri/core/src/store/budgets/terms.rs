//! The rules of a pool or an application.

use crate::budgets::{Terms, TermsRule};
use crate::error::Result;
use crate::store::Store;
use crate::store::budgets::unbuilt;
use crate::views::{Changed, TermsView};

impl Store {
    /// The rules of a pool, or of an application (its own before its pool's).
    ///
    /// # Errors
    /// `record_changed` where it is gone; `field_required` where neither is named.
    pub fn terms(&self, _municipality: u32, _pool: Option<u32>, _application: Option<u32>) -> Result<TermsView> {
        unbuilt("terms")
    }

    /// Saves which preset holds and the pool's own instrument.
    ///
    /// # Errors
    /// `field_invalid` for a preset that is not there; those of [`Store::transact`].
    pub fn terms_save(&mut self, _terms: &Terms) -> Result<Changed<TermsView>> {
        unbuilt("terms_save")
    }

    /// Sets a rule that goes before the preset's.
    ///
    /// # Errors
    /// `field_required` for the reason, or for what the rule needs; `field_invalid`; those of [`Store::transact`].
    pub fn terms_rule_save(&mut self, _rule: &TermsRule) -> Result<Changed<TermsView>> {
        unbuilt("terms_rule_save")
    }

    /// Lets the preset's rule hold again.
    ///
    /// # Errors
    /// Those of [`Store::transact`].
    pub fn terms_rule_delete(&mut self, _id: u32, _version: u32) -> Result<Changed<TermsView>> {
        unbuilt("terms_rule_delete")
    }
}
