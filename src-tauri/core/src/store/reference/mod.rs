//! Municipalities, population figures, the price index, and saved views.

mod insert;
mod load;

pub use insert::insert_reference;
pub(super) use load::{PriceIndexSource, population_of, price_index};
pub use load::{reference, saved_views};
