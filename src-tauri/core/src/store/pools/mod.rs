//! Pools and their calls.

mod insert;
mod load;

pub(super) use insert::insert_pools;
pub(super) use load::load_pools;
