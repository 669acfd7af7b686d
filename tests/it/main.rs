//! Tests against real files.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking, in its helpers too")]

mod desk;

mod open;
mod register;
mod transact;
