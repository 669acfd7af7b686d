//! Reference data: municipalities, population, price index.

use tauri::State;
use tilsagn_core::Result;
use tilsagn_core::views::{Changed, MunicipalityRow, PopulationRow, PriceIndexRow, ReferenceView};

use crate::state::App;

/// All reference data.
#[tauri::command]
#[specta::specta]
pub async fn reference(app: State<'_, App>) -> Result<ReferenceView> {
    app.read(|store, _| store.reference())
}

/// Corrects a municipality.
#[tauri::command]
#[specta::specta]
pub async fn municipality_save(app: State<'_, App>, row: MunicipalityRow) -> Result<Changed<ReferenceView>> {
    app.write(|store, _| store.municipality_save(&row))
}

/// Adds (id 0) or corrects a population figure.
#[tauri::command]
#[specta::specta]
pub async fn population_save(app: State<'_, App>, row: PopulationRow) -> Result<Changed<ReferenceView>> {
    app.write(|store, _| store.population_save(&row))
}

/// Removes a population figure.
#[tauri::command]
#[specta::specta]
pub async fn population_delete(app: State<'_, App>, id: u32, version: u32) -> Result<Changed<ReferenceView>> {
    app.write(|store, _| store.population_delete(id, version))
}

/// Adds (id 0) or corrects a year of the price index.
#[tauri::command]
#[specta::specta]
pub async fn price_index_save(app: State<'_, App>, row: PriceIndexRow) -> Result<Changed<ReferenceView>> {
    app.write(|store, _| store.price_index_save(&row))
}
