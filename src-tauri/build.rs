//! Tells Tauri's macros where the configuration lies.

fn main() {
    tauri_build::build();
}
