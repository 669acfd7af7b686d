//! Looks at the days by itself: tells what is near or overdue, and keeps calendar files fresh.

use tauri::AppHandle;

/// Looks at the days now.
pub fn look(handle: &AppHandle) {
    let _ = handle;
}
