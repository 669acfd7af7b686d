//! Committee cases.

use chrono::NaiveDate;
use tauri::State;
use tilsagn_core::Result;
use tilsagn_core::committee::CommitteeCase;
use tilsagn_core::views::{CaseDraft, CasePart, CasePartKind, CaseView, CasesView, Changed, DecisionDraft};

use crate::state::App;

/// The municipality's cases known on a day (today where none is named).
#[tauri::command]
#[specta::specta]
pub async fn cases(app: State<'_, App>, as_of: Option<NaiveDate>) -> Result<CasesView> {
    let municipality = app.required_municipality()?;
    app.read(|store, today| store.cases(municipality, as_of.unwrap_or(today)))
}

/// One case.
#[tauri::command]
#[specta::specta]
pub async fn committee_case(app: State<'_, App>, id: u32, as_of: Option<NaiveDate>) -> Result<CaseView> {
    app.read(|store, today| store.committee_case(id, as_of.unwrap_or(today)))
}

/// Begins a case.
#[tauri::command]
#[specta::specta]
pub async fn case_create(app: State<'_, App>, draft: CaseDraft) -> Result<Changed<CaseView>> {
    let municipality = app.required_municipality()?;
    app.write(|store, today| store.case_create(&draft, municipality, today))
}

/// Changes the case itself.
#[tauri::command]
#[specta::specta]
pub async fn case_save(app: State<'_, App>, row: CommitteeCase) -> Result<Changed<CaseView>> {
    app.write(|store, today| store.case_save(&row, today))
}

/// Removes a case.
#[tauri::command]
#[specta::specta]
pub async fn case_delete(app: State<'_, App>, id: u32, version: u32) -> Result<Changed<()>> {
    app.write(|store, _| store.case_delete(id, version))
}

/// Adds (id 0) or changes a part.
#[tauri::command]
#[specta::specta]
pub async fn case_part_save(app: State<'_, App>, part: CasePart) -> Result<Changed<CaseView>> {
    app.write(|store, today| store.case_part_save(&part, today))
}

/// Removes a part.
#[tauri::command]
#[specta::specta]
pub async fn case_part_delete(app: State<'_, App>, kind: CasePartKind, id: u32, version: u32) -> Result<Changed<CaseView>> {
    app.write(|store, today| store.case_part_delete(kind, id, version, today))
}

/// Records what a committee decided.
#[tauri::command]
#[specta::specta]
pub async fn case_decide(app: State<'_, App>, draft: DecisionDraft) -> Result<Changed<CaseView>> {
    app.write(|store, today| store.case_decide(&draft, today))
}
