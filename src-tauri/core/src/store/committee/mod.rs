//! Committee cases.

mod papers;
mod puts;

use chrono::NaiveDate;

pub(in crate::store) use papers::{Of, Paper, papers};
pub(in crate::store) use puts::puts;

use crate::committee::CommitteeCase;
use crate::error::Result;
use crate::store::{Store, unbuilt};
use crate::views::{CaseDraft, CasePart, CasePartKind, CaseView, CasesView, Changed, DecisionDraft};

impl Store {
    /// The cases of a municipality known on a day: those recommended, or without a day first read, by then.
    ///
    /// # Errors
    /// Those of reading the file.
    pub fn cases(&self, municipality: u32, as_of: NaiveDate) -> Result<CasesView> {
        unbuilt((municipality, as_of))
    }

    /// One case; of its decisions those taken by the day.
    ///
    /// # Errors
    /// `record_changed` where it is gone.
    pub fn committee_case(&self, id: u32, as_of: NaiveDate) -> Result<CaseView> {
        unbuilt((id, as_of))
    }

    /// Begins a case, recommended today.
    ///
    /// # Errors
    /// `field_required`; those of [`Store::transact`].
    pub fn case_create(&mut self, draft: &CaseDraft, municipality: u32, today: NaiveDate) -> Result<Changed<CaseView>> {
        unbuilt((draft, municipality, today))
    }

    /// Changes the case itself.
    ///
    /// # Errors
    /// `field_required`; those of [`Store::transact`].
    pub fn case_save(&mut self, case: &CommitteeCase, today: NaiveDate) -> Result<Changed<CaseView>> {
        unbuilt((case, today))
    }

    /// Removes a case with all that belongs to it.
    ///
    /// # Errors
    /// Those of [`Store::transact`].
    pub fn case_delete(&mut self, id: u32, version: u32) -> Result<Changed<()>> {
        unbuilt((id, version))
    }

    /// Adds or changes a part of a case.
    ///
    /// # Errors
    /// `field_required`; those of [`Store::transact`].
    pub fn case_part_save(&mut self, part: &CasePart, today: NaiveDate) -> Result<Changed<CaseView>> {
        unbuilt((part, today))
    }

    /// Removes a part of a case, with what hangs on it.
    ///
    /// # Errors
    /// Those of [`Store::transact`].
    pub fn case_part_delete(&mut self, kind: CasePartKind, id: u32, version: u32, today: NaiveDate) -> Result<Changed<CaseView>> {
        unbuilt((kind, id, version, today))
    }

    /// Records what a committee decided, and begins the applications that follow from it: each being assessed, approved by a
    /// committee, from the day of the meeting.
    ///
    /// # Errors
    /// Those of [`Store::transact`].
    pub fn case_decide(&mut self, draft: &DecisionDraft, today: NaiveDate) -> Result<Changed<CaseView>> {
        unbuilt((draft, today))
    }
}
