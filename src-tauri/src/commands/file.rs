//! The data file: opening, backups, checking.

use std::path::PathBuf;

use tauri::{AppHandle, State};
use tauri_plugin_dialog::DialogExt;
use tilsagn_core::Result;
use tilsagn_core::views::{BackupView, CheckView, OpenMode, SessionView};

use crate::state::App;
use crate::typed;

/// Opens another data file, or the same in another way. What was open stays open where the new one cannot be.
#[tauri::command]
#[specta::specta]
pub async fn file_open(app: State<'_, App>, path: String, mode: OpenMode) -> Result<SessionView> {
    app.reopen(typed::path(&path)?, mode)
}

/// Lets the person pick a data file in the system's dialog; null when nothing was picked.
#[tauri::command]
#[specta::specta]
pub async fn file_pick(handle: AppHandle) -> Result<Option<String>> {
    let picked = handle.dialog().file().add_filter("Tilsagn", &["db", "sqlite", "sqlite3"]).blocking_pick_file();
    Ok(picked.and_then(|file| file.into_path().ok()).map(|path| path.display().to_string()))
}

/// Opens the example, a file of its own.
#[tauri::command]
#[specta::specta]
pub async fn example_open(app: State<'_, App>) -> Result<SessionView> {
    app.open_example()
}

/// Makes a backup now.
#[tauri::command]
#[specta::specta]
pub async fn file_back_up(app: State<'_, App>) -> Result<BackupView> {
    app.back_up()
}

/// The backups of the open file, newest first.
#[tauri::command]
#[specta::specta]
pub async fn file_backups(app: State<'_, App>) -> Result<Vec<BackupView>> {
    app.backups()
}

/// Puts a backup in the place of the open file's content, after a copy of that content is made.
#[tauri::command]
#[specta::specta]
pub async fn file_restore(app: State<'_, App>, path: String) -> Result<SessionView> {
    app.restore(PathBuf::from(path))
}

/// Checks the file and proves the agreement's sums anew.
#[tauri::command]
#[specta::specta]
pub async fn file_check(app: State<'_, App>) -> Result<CheckView> {
    let language = app.preferences().language;
    app.read(|store, _| store.check(language))
}
