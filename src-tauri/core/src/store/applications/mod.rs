//! Applications and what belongs to them.

mod create;
mod detail;
mod mandate;
mod part;
mod rows;
mod save;
mod step;

use std::collections::HashMap;

use chrono::NaiveDate;

pub(super) use create::{blank, certain_by, create};
pub(super) use detail::of;
pub(super) use mandate::{Asking, Mandates};
pub(super) use part::{put as put_part, put_in_order};
pub(super) use rows::{application_refs, grouped, live, rows};

use crate::applications::Application;
use crate::deadlines::list::next_day;
use crate::error::Result;
use crate::ops::Op;
use crate::store::deadlines::items;
use crate::store::overview::attention;
use crate::store::{Committed, Store};
use crate::views::{
    ApplicationDraft, ApplicationPart, ApplicationPartKind, ApplicationView, ApplicationsView, Changed, DeadlineItem,
    DocumentContent, QuickChange, StepDraft,
};

impl Store {
    /// The applications of a municipality known on a day.
    ///
    /// # Errors
    /// Those of reading the file.
    pub fn applications(&self, municipality: u32, as_of: NaiveDate) -> Result<ApplicationsView> {
        self.query(|connection| {
            let mut applications = rows(connection, municipality, None, as_of)?;
            let days = items(connection, municipality, as_of)?;
            let mut of_application: HashMap<u32, Vec<&DeadlineItem>> = HashMap::new();
            for day in &days {
                of_application.entry(day.application_id.unwrap_or_default()).or_default().push(day);
            }
            for row in &mut applications {
                row.next = of_application.get(&row.id).and_then(|days| next_day(days.iter().copied()));
            }
            Ok(ApplicationsView { as_of, applications })
        })
    }

    /// One application as it stood on a day.
    ///
    /// # Errors
    /// `record_changed` where it is gone.
    pub fn application(&self, id: u32, as_of: NaiveDate) -> Result<ApplicationView> {
        let mut view = self.query(|connection| detail::detail(connection, id, as_of))?;
        let (attention, days) = self.query(|connection| attention(connection, view.application.municipality_id, as_of))?;
        view.attention = attention.into_iter().filter(|found| found.application_id == Some(id)).collect();
        view.row.next = next_day(days.iter().filter(|day| day.application_id == Some(id)));
        for found in view.documents.iter_mut().filter(|found| found.content == DocumentContent::Present) {
            found.content = self.content_of(&found.document);
        }
        view.history = self.history_with_parts("application", id, &part::TABLES, &part::NESTED)?;
        Ok(view)
    }

    /// Begins an application: from a pool, from nothing, or as a copy of an earlier one.
    ///
    /// # Errors
    /// `field_required` for title and funder; `field_invalid` for a day that has not come; those of [`Store::transact`].
    pub fn application_create(
        &mut self,
        draft: &ApplicationDraft,
        municipality: u32,
        today: NaiveDate,
    ) -> Result<Changed<ApplicationView>> {
        let actor = self.environment.actor.clone();
        let committed = self.transact(Op::ApplicationCreate, |tx| create(tx, draft, municipality, &actor, today))?;
        self.after(committed, today)
    }

    /// Changes the application itself.
    ///
    /// # Errors
    /// `field_required`, `field_invalid`, `period_reversed`; those of [`Store::transact`].
    pub fn application_save(&mut self, application: &Application, today: NaiveDate) -> Result<Changed<ApplicationView>> {
        let committed = self.transact(Op::ApplicationSave, |tx| save::save(tx, application).map(|()| application.id))?;
        self.after(committed, today)
    }

    /// Changes a few fields from the list.
    ///
    /// # Errors
    /// `field_required`, `field_invalid`; those of [`Store::transact`].
    pub fn application_quick_save(&mut self, change: &QuickChange, today: NaiveDate) -> Result<Changed<ApplicationView>> {
        let committed = self.transact(Op::ApplicationSave, |tx| save::quick_save(tx, change).map(|()| change.id))?;
        self.after(committed, today)
    }

    /// Removes an application that was never sent, with all that belongs to it.
    ///
    /// # Errors
    /// `application_sent`; `record_conflicts` where a committee was asked about it; those of [`Store::transact`].
    pub fn application_delete(&mut self, id: u32, version: u32) -> Result<Changed<()>> {
        let committed = self.transact(Op::ApplicationDelete, |tx| save::delete(tx, id, version))?;
        Ok(Changed { view: (), changed: committed.changed })
    }

    /// Takes a step to another stage.
    ///
    /// # Errors
    /// `step_not_possible`; `step_blocked`; `field_invalid` for a day before the step it follows, or that has not come; those of
    /// [`Store::transact`].
    pub fn application_advance(&mut self, step: &StepDraft, today: NaiveDate) -> Result<Changed<ApplicationView>> {
        let actor = self.environment.actor.clone();
        let committed =
            self.transact(Op::ApplicationAdvance, |tx| step::advance(tx, step, &actor, today).map(|()| step.application_id))?;
        self.after(committed, today)
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
        let committed =
            self.transact(Op::ApplicationStepBack, |tx| step::step_back(tx, id, version, reason, today).map(|()| id))?;
        self.after(committed, today)
    }

    /// Adds or changes a part. A new target, activity, milestone or demand of the call comes last.
    ///
    /// # Errors
    /// `field_required`, `field_taken`, `field_invalid`, `period_reversed`; those of [`Store::transact`].
    pub fn application_part_save(&mut self, part: &ApplicationPart, today: NaiveDate) -> Result<Changed<ApplicationView>> {
        let actor = self.environment.actor.clone();
        let committed = self.transact(part::op(part), |tx| part::save(tx, part, &actor, today))?;
        self.after(committed, today)
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
        let committed = self.transact(part::op_of_kind(kind), |tx| part::delete(tx, kind, id, version))?;
        self.after(committed, today)
    }

    /// The reply to a change of the application it gave.
    pub(in crate::store) fn after(&self, committed: Committed<u32>, today: NaiveDate) -> Result<Changed<ApplicationView>> {
        Ok(Changed { view: self.application(committed.value, today)?, changed: committed.changed })
    }
}
