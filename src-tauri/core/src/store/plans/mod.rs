//! Plans backwards from deadlines to committees.

mod call;
mod calls;
mod edit;
mod load;
mod view;

use std::collections::HashMap;

use chrono::NaiveDate;
use rusqlite::Connection;

use crate::deadlines::{Plan, PlanOutcome, back_plan};
use crate::error::Result;
use crate::ops::Op;
use crate::store::Store;
use crate::views::{CallPlan, Changed, PlanView, WayChoice};

pub(in crate::store) use calls::{CallDay, Calls, typed_deadlines};
pub(in crate::store) use load::{Surroundings, Work, work};

impl Store {
    /// An application's plan on a day.
    ///
    /// # Errors
    /// `record_changed` where the application is gone.
    pub fn plan(&self, application: u32, as_of: NaiveDate) -> Result<PlanView> {
        self.query(|connection| view::view(connection, application, as_of))
    }

    /// Settles what is to be settled of a plan: committee, reading, meeting, hearings.
    ///
    /// # Errors
    /// `field_invalid` where the meeting is not the committee's; those of [`Store::transact`].
    pub fn plan_save(&mut self, plan: &Plan, today: NaiveDate) -> Result<Changed<PlanView>> {
        let committed = self.transact(Op::PlanSave, |tx| edit::plan_save(tx, plan))?;
        Ok(Changed { view: self.plan(plan.application_id, today)?, changed: committed.changed })
    }

    /// Chooses the way where no meeting can be reached, or takes the choice back. A chairman's decision plans an item of information for
    /// the committee's next meeting; a reservation is written into the application where it has none.
    ///
    /// # Errors
    /// `field_required` for the reason; those of [`Store::transact`].
    pub fn plan_choose_way(&mut self, choice: &WayChoice, today: NaiveDate) -> Result<Changed<PlanView>> {
        let committed = self.transact(Op::PlanSave, |tx| edit::choose_way(tx, choice, today))?;
        Ok(Changed { view: self.plan(choice.application_id, today)?, changed: committed.changed })
    }
}

/// The back-plan of every application of a municipality that is not ended, on a day, in a fixed number of queries.
pub(in crate::store) fn outcomes(conn: &Connection, municipality: u32, as_of: NaiveDate) -> Result<Vec<PlanOutcome>> {
    let surroundings = Surroundings::load(conn, municipality, as_of)?;
    let work = work(conn, municipality, None, as_of)?;
    let setting = surroundings.setting();
    Ok(work.iter().filter(|work| !work.stage.is_end()).map(|work| back_plan(&setting, &work.to_plan())).collect())
}

/// The last committee meeting before the next deadline of each pool that has one ahead, by pool: of the committee its application or case
/// names, else of each committee of the field. In a fixed number of queries.
pub(in crate::store) fn call_plans(
    conn: &Connection,
    calls: &Calls,
    municipality: u32,
    as_of: NaiveDate,
) -> Result<HashMap<u32, Vec<CallPlan>>> {
    call::call_plans(conn, calls, municipality, as_of)
}
