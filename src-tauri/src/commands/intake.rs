//! Pools and applications read in from a sheet.

use tauri::{AppHandle, State};
use tauri_plugin_dialog::DialogExt;
use tilsagn_core::Result;
use tilsagn_core::views::{Changed, IntakeDone, IntakePlan, IntakePreview};

use crate::state::App;

/// Lets the person pick a sheet in the system's dialog; null when nothing was picked.
#[tauri::command]
#[specta::specta]
pub async fn intake_pick(handle: AppHandle) -> Result<Option<String>> {
    let picked = handle.dialog().file().add_filter("Excel, CSV", &["xlsx", "xlsm", "csv"]).blocking_pick_file();
    Ok(picked.and_then(|file| file.into_path().ok()).map(|path| path.display().to_string()))
}

/// What reading a sheet would do, row by row.
#[tauri::command]
#[specta::specta]
pub async fn intake_preview(app: State<'_, App>, plan: IntakePlan) -> Result<IntakePreview> {
    let municipality = app.required_municipality()?;
    app.read(|store, today| store.intake_preview(&plan, municipality, today))
}

/// Reads the sheet in.
#[tauri::command]
#[specta::specta]
pub async fn intake_run(app: State<'_, App>, plan: IntakePlan) -> Result<Changed<IntakeDone>> {
    let municipality = app.required_municipality()?;
    app.write(|store, today| store.intake_run(&plan, municipality, today))
}
