//! Who we are: departments, committees, people, rules.

use tauri::State;
use tilsagn_core::Result;
use tilsagn_core::views::{OfficePart, OfficePartKind, OfficeView, Replanned};

use crate::state::App;

/// The municipality's departments, committees, people and rules.
#[tauri::command]
#[specta::specta]
pub async fn office(app: State<'_, App>) -> Result<OfficeView> {
    let municipality = app.required_municipality()?;
    app.read(|store, _| store.office(municipality))
}

/// Adds (id 0) or corrects a part.
#[tauri::command]
#[specta::specta]
pub async fn office_save(app: State<'_, App>, part: OfficePart) -> Result<Replanned<OfficeView>> {
    app.replan(|store, _| store.office_save(&part))
}

/// Removes a part nothing refers to.
#[tauri::command]
#[specta::specta]
pub async fn office_delete(app: State<'_, App>, kind: OfficePartKind, id: u32, version: u32) -> Result<Replanned<OfficeView>> {
    app.replan(|store, _| store.office_delete(kind, id, version))
}
