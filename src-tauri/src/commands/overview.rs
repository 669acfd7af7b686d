//! The manager's page.

use chrono::NaiveDate;
use tauri::State;
use tilsagn_core::Result;
use tilsagn_core::views::OverviewView;

use crate::state::App;

/// What needs action, the pipeline, the hit rate and the decisions since a day, for all committees or one.
#[tauri::command]
#[specta::specta]
pub async fn overview(
    app: State<'_, App>,
    committee_id: Option<u32>,
    as_of: Option<NaiveDate>,
    since: Option<NaiveDate>,
) -> Result<OverviewView> {
    let municipality = app.required_municipality()?;
    app.read(|store, today| store.overview(municipality, committee_id, as_of.unwrap_or(today), since))
}
