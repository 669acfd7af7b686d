//! Tests against real files.

mod desk;

mod open;
mod transact;
