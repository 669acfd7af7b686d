//! Days to keep.

use chrono::NaiveDate;
use tauri::State;
use tilsagn_core::Result;
use tilsagn_core::deadlines::{Deadline, DeadlineMark};
use tilsagn_core::views::{Changed, DateRuleDraft, DeadlinesView, Replanned, TermsView};

use crate::state::App;

/// Every day to keep of the municipality.
#[tauri::command]
#[specta::specta]
pub async fn deadlines(app: State<'_, App>, as_of: Option<NaiveDate>) -> Result<DeadlinesView> {
    let municipality = app.required_municipality()?;
    app.read(|store, today| store.deadlines(municipality, as_of.unwrap_or(today)))
}

/// Adds or corrects a day of an application.
#[tauri::command]
#[specta::specta]
pub async fn deadline_save(app: State<'_, App>, row: Deadline) -> Result<Replanned<Deadline>> {
    app.replan(|store, today| store.deadline_save(&row, today))
}

/// Removes a day of an application.
#[tauri::command]
#[specta::specta]
pub async fn deadline_delete(app: State<'_, App>, id: u32, version: u32) -> Result<Changed<()>> {
    app.write(|store, _| store.deadline_delete(id, version))
}

/// Moves a day, marks it as done, puts it aside, or says who it waits on.
#[tauri::command]
#[specta::specta]
pub async fn deadline_mark_save(app: State<'_, App>, mark: DeadlineMark) -> Result<Replanned<()>> {
    let municipality_id = app.required_municipality()?;
    app.replan(|store, today| store.deadline_mark_save(&DeadlineMark { municipality_id, ..mark }, today))
}

/// Adds or changes a rule that days follow from.
#[tauri::command]
#[specta::specta]
pub async fn date_rule_save(app: State<'_, App>, draft: DateRuleDraft) -> Result<Replanned<TermsView>> {
    let municipality = app.required_municipality()?;
    app.replan(|store, _| store.date_rule_save(municipality, &draft))
}

/// Removes a rule: the preset's holds again.
#[tauri::command]
#[specta::specta]
pub async fn date_rule_delete(app: State<'_, App>, id: u32, version: u32) -> Result<Replanned<TermsView>> {
    app.replan(|store, _| store.date_rule_delete(id, version))
}
