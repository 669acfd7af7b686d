//! The agreement's nouns: codes, periods, price levels, and the proof that everything adds up. Pure rules.

mod agreement;
mod codes;
mod period;
pub mod price_level;
mod reconcile;
mod search;
mod share;

pub use agreement::*;
pub use codes::*;
pub use period::*;
pub use reconcile::*;
pub use search::*;
pub use share::*;
