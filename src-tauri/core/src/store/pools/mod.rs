//! Pools and their calls.

mod insert;
mod load;
mod of_committees;
mod own;
mod standing;
mod standings;

use chrono::NaiveDate;

pub(super) use insert::insert_pools;
pub(super) use load::{Of, load_pools};
pub(super) use of_committees::PoolsOfCommittees;
pub(super) use own::{DeadlineChange, call_of, in_order, pool_key, set_deadline};
pub(super) use standings::{Said, initiative_status, standings};

use crate::error::Result;
use crate::store::Store;
use crate::store::catalogue::agreement;
use crate::views::PoolsView;

impl Store {
    /// Every pool of an agreement, or of the newest, and of none, with its calls and where a municipality stands with it, as they
    /// were on a day.
    ///
    /// # Errors
    /// `agreement_not_found`.
    pub fn pools(&self, agreement_id: Option<u32>, as_of: NaiveDate, municipality: Option<u32>) -> Result<PoolsView> {
        self.query(|connection| {
            let (agreement, _) = agreement(connection, agreement_id)?;
            let pools = load_pools(connection, Of::Agreement(agreement.id), as_of)?;
            let standings = match municipality {
                Some(municipality) => standings(connection, &pools, municipality, as_of)?,
                None => Vec::new(),
            };
            Ok(PoolsView { as_of, pools, standings })
        })
    }
}
