//! Where a municipality stands with the pools.

use chrono::NaiveDate;

use crate::error::Result;
use crate::store::{Store, unbuilt};
use crate::views::{AssessmentDraft, Changed, ChoiceDraft, OwnCallDraft, OwnPoolDraft, PoolStandingView, PoolView};

impl Store {
    /// A pool with all that the municipality has thought and decided of it by a day.
    ///
    /// # Errors
    /// `record_changed` where the pool is gone.
    pub fn pool_standing(&self, pool: u32, municipality: u32, as_of: NaiveDate) -> Result<PoolStandingView> {
        unbuilt((pool, municipality, as_of))
    }

    /// Records an assessment, as a new version unless the same person made the newest one for the same day, which it then corrects.
    /// An initiative without a pool gets one of its own title.
    ///
    /// # Errors
    /// `field_required` for the reason where we do not apply; those of [`Store::transact`].
    pub fn assessment_save(
        &mut self,
        draft: &AssessmentDraft,
        municipality: u32,
        today: NaiveDate,
    ) -> Result<Changed<PoolStandingView>> {
        unbuilt((draft, municipality, today))
    }

    /// Records the final choice, which answers the condition of a mandate.
    ///
    /// # Errors
    /// `field_required` for the reason where it is not to apply; those of [`Store::transact`].
    pub fn choice_save(&mut self, draft: &ChoiceDraft, municipality: u32, today: NaiveDate) -> Result<Changed<PoolStandingView>> {
        unbuilt((draft, municipality, today))
    }

    /// Adds or corrects a pool of one's own.
    ///
    /// # Errors
    /// `field_required`; `record_changed` also for a pool that was read in with an agreement; those of [`Store::transact`].
    pub fn own_pool_save(&mut self, draft: &OwnPoolDraft, as_of: NaiveDate) -> Result<Changed<PoolView>> {
        unbuilt((draft, as_of))
    }

    /// Removes a pool of one's own with its calls.
    ///
    /// # Errors
    /// `record_conflicts` where something refers to it; those of [`Store::transact`].
    pub fn own_pool_delete(&mut self, id: u32, version: u32) -> Result<Changed<()>> {
        unbuilt((id, version))
    }

    /// Adds or corrects a call. A changed deadline is kept beside the earlier one, as known from today.
    ///
    /// # Errors
    /// `field_required`, `period_reversed`; those of [`Store::transact`].
    pub fn own_call_save(&mut self, draft: &OwnCallDraft, today: NaiveDate) -> Result<Changed<PoolView>> {
        unbuilt((draft, today))
    }

    /// Removes a call of one's own.
    ///
    /// # Errors
    /// Those of [`Store::transact`].
    pub fn own_call_delete(&mut self, id: u32, version: u32) -> Result<Changed<()>> {
        unbuilt((id, version))
    }
}
