//! What own money is meant to bring.

use chrono::NaiveDate;

use crate::error::Result;
use crate::store::Store;
use crate::store::budgets::unbuilt;
use crate::views::{Changed, EffectPart, EffectPartKind, EffectView};

impl Store {
    /// The expected effect of an application beside the own money of its budget on a day.
    ///
    /// # Errors
    /// `record_changed` where the application is gone.
    pub fn effect(&self, _application: u32, _as_of: NaiveDate) -> Result<EffectView> {
        unbuilt("effect")
    }

    /// Adds (id 0) or changes an effect or a year of one; amounts made of persons are reckoned.
    ///
    /// # Errors
    /// `field_required`, `field_invalid`, `field_taken`; those of [`Store::transact`].
    pub fn effect_part_save(&mut self, _part: &EffectPart, _today: NaiveDate) -> Result<Changed<EffectView>> {
        unbuilt("effect_part_save")
    }

    /// Removes an effect with its years, or a year.
    ///
    /// # Errors
    /// Those of [`Store::transact`].
    pub fn effect_part_delete(
        &mut self,
        _kind: EffectPartKind,
        _id: u32,
        _version: u32,
        _today: NaiveDate,
    ) -> Result<Changed<EffectView>> {
        unbuilt("effect_part_delete")
    }
}
