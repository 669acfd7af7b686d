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

mod appendix;
mod bad_files;
mod board;
mod budget;
mod coming;
mod day_list;
mod day_views;
mod deadlines;
mod detail;
mod documents;
mod economy;
mod example;
mod exports;
mod forms;
mod intake;
mod keeps;
mod keyboard;
mod keystroke;
mod looks;
mod meetings;
mod money;
mod office;
mod paper;
mod paper_forms;
mod paper_looks;
mod register;
mod screens;
mod versions;
mod way;
