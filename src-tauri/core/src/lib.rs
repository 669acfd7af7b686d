//! The whole program without a window: rules, views, import and the data file.

pub mod applications;
pub mod budgets;
pub mod calendar;
pub mod catalogue;
pub mod committee;
pub mod deadlines;
pub mod error;
#[cfg(test)]
mod fixture;
pub mod fold;
pub mod import;
pub mod money;
pub mod office;
pub mod ops;
pub mod place;
pub mod pools;
pub mod record;
pub mod report;
pub mod scaled;
pub mod seed;
pub mod store;
pub mod views;
pub mod words;

pub use error::{Error, ErrorCode, Result};
pub use money::Money;
pub use words::Language;
