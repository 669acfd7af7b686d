//! One initiative.

use chrono::NaiveDate;
use tauri::State;
use tilsagn_core::Result;
use tilsagn_core::views::{Changed, InitiativeCorrection, InitiativeView};

use crate::state::App;

/// All that is known of an initiative, judged by a day (today where none is named).
#[tauri::command]
#[specta::specta]
pub async fn initiative(app: State<'_, App>, id: u32, as_of: Option<NaiveDate>) -> Result<InitiativeView> {
    let municipality = app.municipality_code();
    app.read(|store, today| store.initiative(id, as_of.unwrap_or(today), &municipality))
}

/// Corrects our reading of what the agreement says of an initiative.
#[tauri::command]
#[specta::specta]
pub async fn initiative_correct(app: State<'_, App>, correction: InitiativeCorrection) -> Result<Changed<InitiativeView>> {
    let municipality = app.municipality_code();
    app.write(|store, today| store.initiative_correct(&correction, today, &municipality))
}
