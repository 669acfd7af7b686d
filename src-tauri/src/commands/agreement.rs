//! Whole agreements: the register, the pools, the financing.

use chrono::NaiveDate;
use tauri::State;
use tilsagn_core::Result;
use tilsagn_core::views::{FinancingView, PoolsView, RegisterView};

use crate::state::App;

/// The register of an agreement (the newest where none is named), in a price level, judged by a day (today where none is named).
#[tauri::command]
#[specta::specta]
pub async fn register(
    app: State<'_, App>,
    agreement_id: Option<u32>,
    price_level: Option<i32>,
    as_of: Option<NaiveDate>,
) -> Result<RegisterView> {
    let municipality = app.municipality_id();
    app.read(|store, today| store.register(agreement_id, price_level, as_of.unwrap_or(today), municipality))
}

/// Every pool of an agreement, and of none, with its calls and where the municipality stands with it.
#[tauri::command]
#[specta::specta]
pub async fn pools(app: State<'_, App>, agreement_id: u32, as_of: Option<NaiveDate>) -> Result<PoolsView> {
    let municipality = app.municipality_id();
    app.read(|store, today| store.pools(Some(agreement_id), as_of.unwrap_or(today), municipality))
}

/// Tables 2 and 3 of an agreement.
#[tauri::command]
#[specta::specta]
pub async fn financing(app: State<'_, App>, agreement_id: u32) -> Result<FinancingView> {
    app.read(|store, _| store.financing(Some(agreement_id)))
}
