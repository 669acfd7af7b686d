//! Applications.

use chrono::NaiveDate;
use tauri::State;
use tilsagn_core::Result;
use tilsagn_core::applications::Application;
use tilsagn_core::views::{
    ApplicationDraft, ApplicationPart, ApplicationPartKind, ApplicationView, ApplicationsView, Changed, QuickChange, Replanned,
    StepDraft,
};

use crate::state::App;

/// The municipality's applications known on a day (today where none is named).
#[tauri::command]
#[specta::specta]
pub async fn applications(app: State<'_, App>, as_of: Option<NaiveDate>) -> Result<ApplicationsView> {
    let municipality = app.required_municipality()?;
    app.read(|store, today| store.applications(municipality, as_of.unwrap_or(today)))
}

/// One application.
#[tauri::command]
#[specta::specta]
pub async fn application(app: State<'_, App>, id: u32, as_of: Option<NaiveDate>) -> Result<ApplicationView> {
    app.read(|store, today| store.application(id, as_of.unwrap_or(today)))
}

/// Begins an application.
#[tauri::command]
#[specta::specta]
pub async fn application_create(app: State<'_, App>, draft: ApplicationDraft) -> Result<Changed<ApplicationView>> {
    let municipality = app.required_municipality()?;
    app.write(|store, today| store.application_create(&draft, municipality, today))
}

/// Changes the application itself.
#[tauri::command]
#[specta::specta]
pub async fn application_save(app: State<'_, App>, row: Application) -> Result<Replanned<ApplicationView>> {
    app.replan(|store, today| store.application_save(&row, today))
}

/// Changes a few fields from the list.
#[tauri::command]
#[specta::specta]
pub async fn application_quick_save(app: State<'_, App>, change: QuickChange) -> Result<Changed<ApplicationView>> {
    app.write(|store, today| store.application_quick_save(&change, today))
}

/// Removes an application that was never sent.
#[tauri::command]
#[specta::specta]
pub async fn application_delete(app: State<'_, App>, id: u32, version: u32) -> Result<Changed<()>> {
    app.write(|store, _| store.application_delete(id, version))
}

/// Takes a step to another stage.
#[tauri::command]
#[specta::specta]
pub async fn application_advance(app: State<'_, App>, step: StepDraft) -> Result<Replanned<ApplicationView>> {
    app.replan(|store, today| store.application_advance(&step, today))
}

/// Takes the newest step back as a mistake.
#[tauri::command]
#[specta::specta]
pub async fn application_step_back(
    app: State<'_, App>,
    id: u32,
    version: u32,
    reason: String,
) -> Result<Changed<ApplicationView>> {
    app.write(|store, today| store.application_step_back(id, version, &reason, today))
}

/// Adds (id 0) or changes a part.
#[tauri::command]
#[specta::specta]
pub async fn application_part_save(app: State<'_, App>, part: ApplicationPart) -> Result<Changed<ApplicationView>> {
    app.write(|store, today| store.application_part_save(&part, today))
}

/// Removes a part.
#[tauri::command]
#[specta::specta]
pub async fn application_part_delete(
    app: State<'_, App>,
    kind: ApplicationPartKind,
    id: u32,
    version: u32,
) -> Result<Changed<ApplicationView>> {
    app.write(|store, today| store.application_part_delete(kind, id, version, today))
}
