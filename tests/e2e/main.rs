//! Journeys in the real window: the program itself, on a screen nobody sees, driven as a person drives it.
#![cfg(target_os = "linux")]
#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a journey that cannot go on has failed"
)]

mod harness;

mod bad_files;
mod detail;
mod example;
mod keeps;
mod keyboard;
mod keystroke;
mod looks;
mod register;
mod screens;
mod way;
