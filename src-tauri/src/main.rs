//! Starts the window.

fn main() {
    tilsagn_desktop::run();
}
