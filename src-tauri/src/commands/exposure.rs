//! What the municipality has promised of its own.

use chrono::NaiveDate;
use tauri::State;
use tilsagn_core::Result;
use tilsagn_core::views::{ExposureFilter, ExposureRow, ExposureView};

use crate::state::App;

/// The municipality's exposure by budget year, committee and department, and what ends when.
#[tauri::command]
#[specta::specta]
pub async fn exposure(app: State<'_, App>, filter: ExposureFilter, as_of: Option<NaiveDate>) -> Result<ExposureView> {
    let municipality = app.required_municipality()?;
    app.read(|store, today| store.exposure(municipality, &filter, as_of.unwrap_or(today)))
}

/// The applications it is made of, newest first, each with the years it has something in.
#[tauri::command]
#[specta::specta]
pub async fn exposure_rows(app: State<'_, App>, filter: ExposureFilter, as_of: Option<NaiveDate>) -> Result<Vec<ExposureRow>> {
    let municipality = app.required_municipality()?;
    app.read(|store, today| store.exposure_rows(municipality, &filter, as_of.unwrap_or(today)))
}
