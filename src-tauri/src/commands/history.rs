//! What was changed, and taking it back.

use tauri::State;
use tilsagn_core::Result;
use tilsagn_core::store::Undone;
use tilsagn_core::views::{Changed, HistoryEntry, UndoView};

use crate::state::App;

/// The newest operations on the file.
#[tauri::command]
#[specta::specta]
pub async fn history(app: State<'_, App>, limit: u32) -> Result<Vec<HistoryEntry>> {
    app.read(|store, _| store.recent_in_brief(limit))
}

/// Takes back this person's newest change.
#[tauri::command]
#[specta::specta]
pub async fn undo(app: State<'_, App>) -> Result<Changed<UndoView>> {
    app.write(|store, _| Ok(changed(store.undo()?)))
}

/// Makes the change again that was last taken back.
#[tauri::command]
#[specta::specta]
pub async fn redo(app: State<'_, App>) -> Result<Changed<UndoView>> {
    app.write(|store, _| Ok(changed(store.redo()?)))
}

fn changed(undone: Undone) -> Changed<UndoView> {
    Changed { view: UndoView { kind: Some(undone.kind), record: undone.record }, changed: undone.changed }
}
