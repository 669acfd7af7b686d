//! Budgets of applications.

use chrono::NaiveDate;
use tauri::State;
use tilsagn_core::Result;
use tilsagn_core::budgets::{Budget, BudgetLine};
use tilsagn_core::views::{
    BudgetDraft, BudgetEdit, BudgetFreeze, BudgetImport, BudgetImportPreview, BudgetPatch, BudgetView, Changed, CompareView,
    LineDraft, Scenario, WageProjection, WhatIfView,
};

use crate::state::App;

/// The budget of an application: one version as a sheet, the newest where none is named.
#[tauri::command]
#[specta::specta]
pub async fn budget(
    app: State<'_, App>,
    application_id: u32,
    budget_id: Option<u32>,
    as_of: Option<NaiveDate>,
) -> Result<BudgetView> {
    app.read(|store, today| store.budget(application_id, budget_id, as_of.unwrap_or(today)))
}

/// Begins a version.
#[tauri::command]
#[specta::specta]
pub async fn budget_create(app: State<'_, App>, draft: BudgetDraft) -> Result<Changed<BudgetView>> {
    app.write(|store, today| store.budget_create(&draft, today))
}

/// Changes a version: title, years, split, bases, notes.
#[tauri::command]
#[specta::specta]
pub async fn budget_save(app: State<'_, App>, row: Budget) -> Result<Changed<BudgetView>> {
    app.write(|store, today| store.budget_save(&row, today))
}

/// Lets a version take effect.
#[tauri::command]
#[specta::specta]
pub async fn budget_freeze(app: State<'_, App>, freeze: BudgetFreeze) -> Result<Changed<BudgetView>> {
    app.write(|store, today| store.budget_freeze(&freeze, today))
}

/// Removes a draft.
#[tauri::command]
#[specta::specta]
pub async fn budget_delete(app: State<'_, App>, id: u32, version: u32) -> Result<Changed<BudgetView>> {
    app.write(|store, today| store.budget_delete(id, version, today))
}

/// Types, pastes, fills or clears in the sheet.
#[tauri::command]
#[specta::specta]
pub async fn budget_edit(app: State<'_, App>, edit: BudgetEdit) -> Result<Changed<BudgetPatch>> {
    app.write(|store, _| store.budget_edit(&edit))
}

/// Adds an empty line.
#[tauri::command]
#[specta::specta]
pub async fn budget_line_add(app: State<'_, App>, draft: LineDraft) -> Result<Changed<BudgetPatch>> {
    app.write(|store, _| store.budget_line_add(&draft))
}

/// Changes a line.
#[tauri::command]
#[specta::specta]
pub async fn budget_line_save(app: State<'_, App>, row: BudgetLine) -> Result<Changed<BudgetPatch>> {
    app.write(|store, _| store.budget_line_save(&row))
}

/// Removes lines.
#[tauri::command]
#[specta::specta]
pub async fn budget_lines_delete(app: State<'_, App>, budget_id: u32, ids: Vec<u32>) -> Result<Changed<BudgetPatch>> {
    app.write(|store, _| store.budget_lines_delete(budget_id, &ids))
}

/// Moves a line up (less than zero) or down.
#[tauri::command]
#[specta::specta]
pub async fn budget_line_move(app: State<'_, App>, id: u32, by: i32) -> Result<Changed<BudgetPatch>> {
    app.write(|store, _| store.budget_line_move(id, by))
}

/// Fills the wages of later years by the municipality's own estimates.
#[tauri::command]
#[specta::specta]
pub async fn budget_project(app: State<'_, App>, projection: WageProjection) -> Result<Changed<BudgetPatch>> {
    app.write(|store, _| store.budget_project(&projection))
}

/// Two versions, line by line.
#[tauri::command]
#[specta::specta]
pub async fn budget_compare(app: State<'_, App>, left: u32, right: u32) -> Result<CompareView> {
    app.read(|store, _| store.budget_compare(left, right))
}

/// What becomes of the plan when something falls short.
#[tauri::command]
#[specta::specta]
pub async fn what_if(
    app: State<'_, App>,
    application_id: u32,
    scenario: Scenario,
    as_of: Option<NaiveDate>,
) -> Result<WhatIfView> {
    app.read(|store, today| store.what_if(application_id, &scenario, as_of.unwrap_or(today)))
}

/// What reading a budget from a sheet would do.
#[tauri::command]
#[specta::specta]
pub async fn budget_import_preview(app: State<'_, App>, reading: BudgetImport) -> Result<BudgetImportPreview> {
    app.read(|store, _| store.budget_import_preview(&reading))
}

/// Reads a budget from a sheet.
#[tauri::command]
#[specta::specta]
pub async fn budget_import(app: State<'_, App>, reading: BudgetImport) -> Result<Changed<BudgetPatch>> {
    app.write(|store, _| store.budget_import(&reading))
}
