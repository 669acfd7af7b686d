//! Committee cases.

mod create;
mod decide;
mod detail;
mod list;
mod papers;
mod part;
mod puts;

use chrono::NaiveDate;

pub(in crate::store) use detail::detail;
pub(in crate::store) use papers::{Of, Paper, Point, papers};
pub(in crate::store) use part::arrange;
pub(in crate::store) use puts::{puts, puts_of};

use crate::committee::CommitteeCase;
use crate::error::Result;
use crate::ops::Op;
use crate::store::papers::{form_is_known, not_handed_in};
use crate::store::records::{record, remove, save};
use crate::store::refuse::has_come;
use crate::store::{Committed, Store};
use crate::views::{CaseDraft, CasePart, CasePartKind, CaseView, CasesView, Changed, DecisionDraft};

/// What belongs to a case.
const PARTS: [&str; 7] =
    ["case_reading", "case_point", "case_follow_up", "discrepancy", "case_text", "case_appendix", "paper_copy"];

/// What belongs to a part of it.
const NESTED: [(&str, &str); 3] =
    [("case_decision", "case_reading"), ("case_point_subject", "case_point"), ("case_appendix_pool", "case_appendix")];

impl Store {
    /// The cases of a municipality known on a day: those recommended, or without a day first read, by then.
    ///
    /// # Errors
    /// Those of reading the file.
    pub fn cases(&self, municipality: u32, as_of: NaiveDate) -> Result<CasesView> {
        let cases = self.query(|connection| list::rows(connection, municipality, as_of))?;
        Ok(CasesView { as_of, cases })
    }

    /// One case; of its decisions those taken by the day.
    ///
    /// # Errors
    /// `record_changed` where it is gone.
    pub fn committee_case(&self, id: u32, as_of: NaiveDate) -> Result<CaseView> {
        let mut view = self.query(|connection| detail::detail(connection, id, as_of))?;
        view.history = self.history_with_parts("committee_case", id, &PARTS, &NESTED)?;
        Ok(view)
    }

    /// Begins a case, recommended today; where the meeting has been, on its day.
    ///
    /// # Errors
    /// `field_required` for the title, and for the committee where a meeting is named; those of [`Store::transact`].
    pub fn case_create(&mut self, draft: &CaseDraft, municipality: u32, today: NaiveDate) -> Result<Changed<CaseView>> {
        let committed = self.transact(Op::CaseCreate, |tx| create::create(tx, draft, municipality, today))?;
        self.case_after(committed, today)
    }

    /// Changes the case itself; never whose it is.
    ///
    /// # Errors
    /// `field_required`; `field_invalid` for a recommendation of a day that has not come; `paper_form_not_found`; those of
    /// [`Store::transact`].
    pub fn case_save(&mut self, case: &CommitteeCase, today: NaiveDate) -> Result<Changed<CaseView>> {
        let committed = self.transact(Op::CaseSave, |tx| {
            has_come("recommended_on", case.recommended_on, today)?;
            let was: CommitteeCase = record(tx.connection(), case.id)?;
            if !case.form.is_empty() && case.form != was.form {
                form_is_known(tx.connection(), was.municipality_id, &case.form)?;
            }
            save(tx, &CommitteeCase { municipality_id: was.municipality_id, ..case.clone() })
        })?;
        self.case_after(committed, today)
    }

    /// Removes a case with all that belongs to it, its paper too.
    ///
    /// # Errors
    /// `paper_handed_in` for one whose paper stands with the committee; those of [`Store::transact`].
    pub fn case_delete(&mut self, id: u32, version: u32) -> Result<Changed<()>> {
        let committed = self.transact(Op::CaseDelete, |tx| {
            not_handed_in(tx.connection(), id)?;
            part::take_all(tx, id)?;
            remove::<CommitteeCase>(tx, id, version, &[])
        })?;
        Ok(Changed { view: (), changed: committed.changed })
    }

    /// Adds or changes a part of a case. Readings and points take the place they ask for, with none left out.
    ///
    /// # Errors
    /// `field_required`; `field_invalid` for what came of a meeting that has not been, and for a point inside one that is itself inside
    /// another; those of [`Store::transact`].
    pub fn case_part_save(&mut self, part: &CasePart, today: NaiveDate) -> Result<Changed<CaseView>> {
        let committed = self.transact(part::op(part::kind(part)), |tx| part::put(tx, part, today))?;
        self.case_after(committed, today)
    }

    /// Removes a part of a case, with what hangs on it.
    ///
    /// # Errors
    /// Those of [`Store::transact`].
    pub fn case_part_delete(&mut self, kind: CasePartKind, id: u32, version: u32, today: NaiveDate) -> Result<Changed<CaseView>> {
        let committed = self.transact(part::op(kind), |tx| part::take(tx, kind, id, version))?;
        self.case_after(committed, today)
    }

    /// Records what a committee decided, and begins the applications that follow from it: each being assessed, approved by a
    /// committee, from the day of the meeting.
    ///
    /// # Errors
    /// `field_invalid` where the meeting has not been; those of [`Store::transact`].
    pub fn case_decide(&mut self, draft: &DecisionDraft, today: NaiveDate) -> Result<Changed<CaseView>> {
        let actor = self.environment.actor.clone();
        let committed = self.transact(Op::CaseDecide, |tx| decide::decide(tx, draft, &actor, today))?;
        self.case_after(committed, today)
    }

    /// The case after a change.
    fn case_after(&self, committed: Committed<u32>, today: NaiveDate) -> Result<Changed<CaseView>> {
        Ok(Changed { view: self.committee_case(committed.value, today)?, changed: committed.changed })
    }
}
