//! The agreement's nouns: codes, periods, price levels, and the proof that everything adds up. Pure rules.

mod codes;

pub use codes::*;
