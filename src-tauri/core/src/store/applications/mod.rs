//! Applications and what belongs to them.

use chrono::NaiveDate;

use crate::applications::Application;
use crate::error::Result;
use crate::store::{Store, unbuilt};
use crate::views::{
    ApplicationDraft, ApplicationPart, ApplicationPartKind, ApplicationView, ApplicationsView, Changed, QuickChange, StepDraft,
};

impl Store {
    /// The applications of a municipality known on a day.
    ///
    /// # Errors
    /// Those of reading the file.
    pub fn applications(&self, municipality: u32, as_of: NaiveDate) -> Result<ApplicationsView> {
        unbuilt((municipality, as_of))
    }

    /// One application as it stood on a day.
    ///
    /// # Errors
    /// `record_changed` where it is gone.
    pub fn application(&self, id: u32, as_of: NaiveDate) -> Result<ApplicationView> {
        unbuilt((id, as_of))
    }

    /// Begins an application: from a pool, from nothing, or as a copy of an earlier one.
    ///
    /// # Errors
    /// `field_required` for title and funder; those of [`Store::transact`].
    pub fn application_create(
        &mut self,
        draft: &ApplicationDraft,
        municipality: u32,
        today: NaiveDate,
    ) -> Result<Changed<ApplicationView>> {
        unbuilt((draft, municipality, today))
    }

    /// Changes the application itself.
    ///
    /// # Errors
    /// `field_required`, `period_reversed`; those of [`Store::transact`].
    pub fn application_save(&mut self, application: &Application, today: NaiveDate) -> Result<Changed<ApplicationView>> {
        unbuilt((application, today))
    }

    /// Changes a few fields from the list.
    ///
    /// # Errors
    /// `field_required`; those of [`Store::transact`].
    pub fn application_quick_save(&mut self, change: &QuickChange, today: NaiveDate) -> Result<Changed<ApplicationView>> {
        unbuilt((change, today))
    }

    /// Removes an application that was never sent, with all that belongs to it.
    ///
    /// # Errors
    /// `application_sent`; those of [`Store::transact`].
    pub fn application_delete(&mut self, id: u32, version: u32) -> Result<Changed<()>> {
        unbuilt((id, version))
    }

    /// Takes a step to another stage.
    ///
    /// # Errors
    /// `step_not_possible`; `step_blocked`; those of [`Store::transact`].
    pub fn application_advance(&mut self, step: &StepDraft, today: NaiveDate) -> Result<Changed<ApplicationView>> {
        unbuilt((step, today))
    }

    /// Takes the newest step back as a mistake. It stays in the list, with the reason, and counts no longer.
    ///
    /// # Errors
    /// `field_required` for the reason; `step_not_possible` where there is only the first; those of [`Store::transact`].
    pub fn application_step_back(
        &mut self,
        id: u32,
        version: u32,
        reason: &str,
        today: NaiveDate,
    ) -> Result<Changed<ApplicationView>> {
        unbuilt((id, version, reason, today))
    }

    /// Adds or changes a part.
    ///
    /// # Errors
    /// `field_required`, `field_taken`; those of [`Store::transact`].
    pub fn application_part_save(&mut self, part: &ApplicationPart, today: NaiveDate) -> Result<Changed<ApplicationView>> {
        unbuilt((part, today))
    }

    /// Removes a part.
    ///
    /// # Errors
    /// Those of [`Store::transact`].
    pub fn application_part_delete(
        &mut self,
        kind: ApplicationPartKind,
        id: u32,
        version: u32,
        today: NaiveDate,
    ) -> Result<Changed<ApplicationView>> {
        unbuilt((kind, id, version, today))
    }
}
