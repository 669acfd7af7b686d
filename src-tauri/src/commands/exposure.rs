//! What the municipality has promised of its own.

use chrono::NaiveDate;
use tauri::State;
use tilsagn_core::Result;
use tilsagn_core::views::{ExposureFilter, ExposureView};

use crate::state::App;

/// The municipality's exposure by budget year, committee and department, and what ends when.
#[tauri::command]
#[specta::specta]
pub async fn exposure(app: State<'_, App>, filter: ExposureFilter, as_of: Option<NaiveDate>) -> Result<ExposureView> {
    let municipality = app.required_municipality()?;
    app.read(|store, today| store.exposure(municipality, &filter, as_of.unwrap_or(today)))
}
