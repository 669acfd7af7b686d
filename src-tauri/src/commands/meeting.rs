//! Committees' meetings and the cases planned for them.

use chrono::NaiveDate;
use tauri::{AppHandle, State};
use tauri_plugin_dialog::DialogExt;
use tilsagn_core::Result;
use tilsagn_core::deadlines::{Meeting, PlannedCase};
use tilsagn_core::views::{Changed, ComingView, MeetingSource, MeetingsPreview, MeetingsView, Replanned};

use crate::state::App;

/// The meetings of the municipality's committees.
#[tauri::command]
#[specta::specta]
pub async fn meetings(app: State<'_, App>) -> Result<MeetingsView> {
    let municipality = app.required_municipality()?;
    app.read(|store, _| store.meetings(municipality))
}

/// Adds or changes a meeting.
#[tauri::command]
#[specta::specta]
pub async fn meeting_save(app: State<'_, App>, row: Meeting) -> Result<Replanned<MeetingsView>> {
    app.replan(|store, today| store.meeting_save(&row, today))
}

/// Removes a meeting nothing is planned for.
#[tauri::command]
#[specta::specta]
pub async fn meeting_delete(app: State<'_, App>, id: u32, version: u32) -> Result<Replanned<MeetingsView>> {
    app.replan(|store, _| store.meeting_delete(id, version))
}

/// Lets the person choose a file of meetings; null when none was.
#[tauri::command]
#[specta::specta]
pub async fn meetings_pick(handle: AppHandle) -> Result<Option<String>> {
    let dialog = handle.dialog().file().add_filter("iCalendar, CSV, Excel", &["ics", "csv", "txt", "xlsx"]);
    Ok(dialog.blocking_pick_file().and_then(|file| file.into_path().ok()).map(|path| path.display().to_string()))
}

/// What reading meetings would do.
#[tauri::command]
#[specta::specta]
pub async fn meetings_preview(app: State<'_, App>, source: MeetingSource) -> Result<MeetingsPreview> {
    app.read(|store, _| store.meetings_preview(&source))
}

/// Reads meetings, but for the lines to leave out.
#[tauri::command]
#[specta::specta]
pub async fn meetings_import(app: State<'_, App>, source: MeetingSource, leave_out: Vec<u32>) -> Result<Replanned<MeetingsView>> {
    app.replan(|store, today| store.meetings_import(&source, &leave_out, today))
}

/// What is planned for the meetings ahead, of all committees or one.
#[tauri::command]
#[specta::specta]
pub async fn coming(app: State<'_, App>, committee_id: Option<u32>, as_of: Option<NaiveDate>) -> Result<ComingView> {
    let municipality = app.required_municipality()?;
    app.read(|store, today| store.coming(municipality, committee_id, as_of.unwrap_or(today)))
}

/// Adds or changes a planned case, or moves or drops one that follows from data.
#[tauri::command]
#[specta::specta]
pub async fn planned_case_save(app: State<'_, App>, row: PlannedCase) -> Result<Changed<ComingView>> {
    app.write(|store, today| store.planned_case_save(&row, today))
}

/// Removes a planned case.
#[tauri::command]
#[specta::specta]
pub async fn planned_case_delete(app: State<'_, App>, id: u32, version: u32) -> Result<Changed<ComingView>> {
    app.write(|store, today| store.planned_case_delete(id, version, today))
}
