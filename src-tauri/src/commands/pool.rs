//! Pools: where the municipality stands with them, and those a person adds.

use chrono::NaiveDate;
use tauri::State;
use tilsagn_core::Result;
use tilsagn_core::views::{
    AssessmentDraft, Changed, ChoiceDraft, OwnCallDraft, OwnPoolDraft, PoolStandingView, PoolView, Replanned,
};

use crate::state::App;

/// What the municipality has thought and decided of a pool by a day (today where none is named).
#[tauri::command]
#[specta::specta]
pub async fn pool_standing(app: State<'_, App>, pool_id: u32, as_of: Option<NaiveDate>) -> Result<PoolStandingView> {
    let municipality = app.required_municipality()?;
    app.read(|store, today| store.pool_standing(pool_id, municipality, as_of.unwrap_or(today)))
}

/// Records an assessment.
#[tauri::command]
#[specta::specta]
pub async fn assessment_save(app: State<'_, App>, draft: AssessmentDraft) -> Result<Changed<PoolStandingView>> {
    let municipality = app.required_municipality()?;
    app.write(|store, today| store.assessment_save(&draft, municipality, today))
}

/// Records the final choice.
#[tauri::command]
#[specta::specta]
pub async fn choice_save(app: State<'_, App>, draft: ChoiceDraft) -> Result<Changed<PoolStandingView>> {
    let municipality = app.required_municipality()?;
    app.write(|store, today| store.choice_save(&draft, municipality, today))
}

/// Adds (id 0) or corrects a pool of one's own.
#[tauri::command]
#[specta::specta]
pub async fn own_pool_save(app: State<'_, App>, draft: OwnPoolDraft) -> Result<Changed<PoolView>> {
    app.write(|store, today| store.own_pool_save(&draft, today))
}

/// Removes a pool of one's own.
#[tauri::command]
#[specta::specta]
pub async fn own_pool_delete(app: State<'_, App>, id: u32, version: u32) -> Result<Changed<()>> {
    app.write(|store, _| store.own_pool_delete(id, version))
}

/// Adds (id 0) or corrects a call.
#[tauri::command]
#[specta::specta]
pub async fn own_call_save(app: State<'_, App>, draft: OwnCallDraft) -> Result<Replanned<PoolView>> {
    app.replan(|store, today| store.own_call_save(&draft, today))
}

/// Removes a call of one's own.
#[tauri::command]
#[specta::specta]
pub async fn own_call_delete(app: State<'_, App>, id: u32, version: u32) -> Result<Changed<()>> {
    app.write(|store, _| store.own_call_delete(id, version))
}
