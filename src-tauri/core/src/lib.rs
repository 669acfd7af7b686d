//! The whole program without a window: rules, views, import and the data file.

pub mod catalogue;
pub mod error;
pub mod money;
pub mod ops;
pub mod store;
pub mod views;
pub mod words;

pub use error::{Error, ErrorCode, Result};
pub use money::Money;
pub use words::Language;
