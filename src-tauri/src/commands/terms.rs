//! The rules of pools and applications.

use tauri::State;
use tilsagn_core::Result;
use tilsagn_core::budgets::{Terms, TermsRule};
use tilsagn_core::views::{Changed, Replanned, TermsView};

use crate::state::App;

/// The rules of a pool, or of an application.
#[tauri::command]
#[specta::specta]
pub async fn terms(app: State<'_, App>, pool_id: Option<u32>, application_id: Option<u32>) -> Result<TermsView> {
    let municipality = app.required_municipality()?;
    app.read(|store, _| store.terms(municipality, pool_id, application_id))
}

/// Saves which preset holds and the pool's own instrument.
#[tauri::command]
#[specta::specta]
pub async fn terms_save(app: State<'_, App>, row: Terms) -> Result<Replanned<TermsView>> {
    let municipality_id = app.required_municipality()?;
    app.replan(|store, _| store.terms_save(&Terms { municipality_id, ..row }))
}

/// Sets a rule that goes before the preset's.
#[tauri::command]
#[specta::specta]
pub async fn terms_rule_save(app: State<'_, App>, row: TermsRule) -> Result<Changed<TermsView>> {
    app.write(|store, _| store.terms_rule_save(&row))
}

/// Lets the preset's rule hold again.
#[tauri::command]
#[specta::specta]
pub async fn terms_rule_delete(app: State<'_, App>, id: u32, version: u32) -> Result<Changed<TermsView>> {
    app.write(|store, _| store.terms_rule_delete(id, version))
}
