//! The money after the award, and what own money is meant to bring.

use chrono::NaiveDate;
use tauri::State;
use tilsagn_core::Result;
use tilsagn_core::views::{
    Changed, EffectPart, EffectPartKind, EffectView, MoneyPart, MoneyPartKind, MoneyView, SpendingImport, SpendingImportPreview,
};

use crate::state::App;

/// What came in and was spent.
#[tauri::command]
#[specta::specta]
pub async fn money(app: State<'_, App>, application_id: u32, as_of: Option<NaiveDate>) -> Result<MoneyView> {
    app.read(|store, today| store.money(application_id, as_of.unwrap_or(today)))
}

/// Adds (id 0) or changes a record.
#[tauri::command]
#[specta::specta]
pub async fn money_part_save(app: State<'_, App>, part: MoneyPart) -> Result<Changed<MoneyView>> {
    app.write(|store, today| store.money_part_save(&part, today))
}

/// Removes a record.
#[tauri::command]
#[specta::specta]
pub async fn money_part_delete(app: State<'_, App>, kind: MoneyPartKind, id: u32, version: u32) -> Result<Changed<MoneyView>> {
    app.write(|store, today| store.money_part_delete(kind, id, version, today))
}

/// What reading spending from a sheet would do.
#[tauri::command]
#[specta::specta]
pub async fn spending_import_preview(app: State<'_, App>, reading: SpendingImport) -> Result<SpendingImportPreview> {
    app.read(|store, today| store.spending_import_preview(&reading, today))
}

/// Reads spending from a sheet.
#[tauri::command]
#[specta::specta]
pub async fn spending_import(app: State<'_, App>, reading: SpendingImport) -> Result<Changed<MoneyView>> {
    app.write(|store, today| store.spending_import(&reading, today))
}

/// The expected effect of an application.
#[tauri::command]
#[specta::specta]
pub async fn effect(app: State<'_, App>, application_id: u32, as_of: Option<NaiveDate>) -> Result<EffectView> {
    app.read(|store, today| store.effect(application_id, as_of.unwrap_or(today)))
}

/// Adds (id 0) or changes an effect or a year of it.
#[tauri::command]
#[specta::specta]
pub async fn effect_part_save(app: State<'_, App>, part: EffectPart) -> Result<Changed<EffectView>> {
    app.write(|store, today| store.effect_part_save(&part, today))
}

/// Removes an effect or a year of it.
#[tauri::command]
#[specta::specta]
pub async fn effect_part_delete(app: State<'_, App>, kind: EffectPartKind, id: u32, version: u32) -> Result<Changed<EffectView>> {
    app.write(|store, today| store.effect_part_delete(kind, id, version, today))
}
