//! Watches the data file: a second start that asks for this window, and changes another process made.

use std::thread;
use std::time::Duration;

use tauri::{AppHandle, Emitter, Manager};

use crate::state::App;

/// Twice a second is soon enough for an eye and costs nothing that can be measured.
const PAUSE: Duration = Duration::from_millis(500);

/// Starts watching, for as long as the program runs.
pub fn watch(handle: AppHandle) {
    thread::spawn(move || {
        loop {
            thread::sleep(PAUSE);
            let app = handle.state::<App>();
            if app.asked_to_show()
                && let Some(window) = handle.get_webview_window("main")
            {
                let shown = window.unminimize().and_then(|()| window.show()).and_then(|()| window.set_focus());
                tracing::info!(?shown, "a second start asked for this window");
            }
            if app.changed_elsewhere()
                && let Err(error) = handle.emit("data-changed", Vec::<String>::new())
            {
                tracing::warn!(%error, "the window was not told of a change made elsewhere");
            }
        }
    });
}
