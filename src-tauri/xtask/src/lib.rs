//! What the project's commands share with the journeys: a group of processes that ends as one, and a screen nobody sees.

#[cfg(unix)]
pub mod group;
#[cfg(unix)]
pub mod screen;
