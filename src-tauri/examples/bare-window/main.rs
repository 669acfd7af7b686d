//! A bare Tauri window: the least a program like this can cost, with which `cargo xtask bench` compares Tilsagn.

fn main() -> tauri::Result<()> {
    tauri::Builder::default().run(tauri::generate_context!("examples/bare-window/tauri.conf.json"))
}
