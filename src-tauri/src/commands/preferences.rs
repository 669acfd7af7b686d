//! A person's preferences.

use tauri::State;
use tilsagn_core::Result;
use tilsagn_core::views::Preferences;

use crate::state::App;

/// Keeps them.
#[tauri::command]
#[specta::specta]
pub async fn preferences_save(app: State<'_, App>, preferences: Preferences) -> Result<Preferences> {
    app.set_preferences(preferences)
}
