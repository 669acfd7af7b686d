//! Saved views of a screen.

use tauri::State;
use tilsagn_core::Result;
use tilsagn_core::views::{Changed, SavedView};

use crate::state::App;

/// The saved views of a screen, by name.
#[tauri::command]
#[specta::specta]
pub async fn saved_views(app: State<'_, App>, screen: String) -> Result<Vec<SavedView>> {
    app.read(|store, _| store.saved_views(&screen))
}

/// Adds (id 0) or replaces a saved view.
#[tauri::command]
#[specta::specta]
pub async fn saved_view_save(app: State<'_, App>, view: SavedView) -> Result<Changed<Vec<SavedView>>> {
    app.write(|store, _| store.saved_view_save(&view))
}

/// Removes a saved view.
#[tauri::command]
#[specta::specta]
pub async fn saved_view_delete(app: State<'_, App>, id: u32, version: u32) -> Result<Changed<Vec<SavedView>>> {
    app.write(|store, _| store.saved_view_delete(id, version))
}
