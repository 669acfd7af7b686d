//! Plans backwards from deadlines to committees.

use chrono::NaiveDate;
use tauri::State;
use tilsagn_core::Result;
use tilsagn_core::deadlines::Plan;
use tilsagn_core::views::{PlanView, Replanned, WayChoice};

use crate::state::App;

/// An application's plan.
#[tauri::command]
#[specta::specta]
pub async fn plan(app: State<'_, App>, application_id: u32, as_of: Option<NaiveDate>) -> Result<PlanView> {
    app.read(|store, today| store.plan(application_id, as_of.unwrap_or(today)))
}

/// Settles committee, reading, meeting and hearings.
#[tauri::command]
#[specta::specta]
pub async fn plan_save(app: State<'_, App>, row: Plan) -> Result<Replanned<PlanView>> {
    app.replan(|store, today| store.plan_save(&row, today))
}

/// Chooses the way where no meeting can be reached.
#[tauri::command]
#[specta::specta]
pub async fn plan_choose_way(app: State<'_, App>, choice: WayChoice) -> Result<Replanned<PlanView>> {
    app.replan(|store, today| store.plan_choose_way(&choice, today))
}
