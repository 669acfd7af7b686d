//! Starts the window.

// No console window beside the program on Windows.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

use std::process::ExitCode;

use clap::Parser;
use tilsagn_desktop::Arguments;

fn main() -> ExitCode {
    tilsagn_desktop::run(Arguments::parse())
}
