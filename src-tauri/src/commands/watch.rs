//! What the program tells of days by itself: notifications, and the calendar files a person keeps.

use tauri::{AppHandle, State};
use tauri_plugin_dialog::DialogExt;
use tilsagn_core::Result;
use tilsagn_core::views::{CalendarFile, CalendarScope, CalendarWritten, WatchView};

use crate::state::App;
use crate::typed;

/// When the program last looked at the days, and when it looks next.
#[tauri::command]
#[specta::specta]
pub async fn watch_state(app: State<'_, App>) -> Result<WatchView> {
    Ok(app.watch())
}

/// Looks at the days now.
#[tauri::command]
#[specta::specta]
pub async fn watch_run(handle: AppHandle, app: State<'_, App>) -> Result<WatchView> {
    crate::watch::look(&handle);
    Ok(app.watch())
}

/// Lets the person say where a calendar file is to be written; null when nothing was said.
#[tauri::command]
#[specta::specta]
pub async fn calendar_pick(handle: AppHandle, name: String) -> Result<Option<String>> {
    let dialog = handle.dialog().file().add_filter("iCalendar", &["ics"]).set_file_name(name);
    Ok(dialog.blocking_save_file().and_then(|file| file.into_path().ok()).map(|path| path.display().to_string()))
}

/// Writes a calendar file, and keeps it fresh from now on.
#[tauri::command]
#[specta::specta]
pub async fn calendar_write(app: State<'_, App>, scope: CalendarScope, path: String) -> Result<CalendarWritten> {
    app.calendar_write(&scope, &typed::path(&path)?.display().to_string())
}

/// Keeps a calendar file fresh no longer; the file stays as it is.
#[tauri::command]
#[specta::specta]
pub async fn calendar_forget(app: State<'_, App>, path: String) -> Result<Vec<CalendarFile>> {
    app.calendar_forget(&path)
}
