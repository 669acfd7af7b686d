//! Journeys in the real window: the program itself, on a screen nobody sees, driven as a person drives it.
#![cfg(target_os = "linux")]

mod harness;
mod keystroke;
mod opens;
