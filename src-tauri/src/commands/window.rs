//! The window itself.

use tauri::{AppHandle, State};
use tauri_plugin_opener::OpenerExt;
use tilsagn_core::calendar::{WeekdayMismatch, weekday_mismatch};
use tilsagn_core::views::{SessionView, Text};
use tilsagn_core::{Error, ErrorCode, Money, Result};

use crate::state::App;

/// What the window needs before any screen.
#[tauri::command]
#[specta::specta]
pub async fn session_start(app: State<'_, App>) -> Result<SessionView> {
    Ok(app.session())
}

/// Looks at the municipality with this official code; with an empty one at none.
#[tauri::command]
#[specta::specta]
pub async fn municipality_choose(app: State<'_, App>, code: String) -> Result<SessionView> {
    app.choose_municipality(&code)
}

/// Reads an amount as a person types it: `1.725.104`, `1725104,00`, `1,7 mio.`. Null for an empty text.
#[tauri::command]
#[specta::specta]
pub async fn amount_read(text: String) -> Result<Option<Money>> {
    if text.trim().is_empty() { Ok(None) } else { Money::parse_typed(&text).map(Some) }
}

/// What is to be said of a weekday in a text that does not fit its date: »15. maj 2020 er en fredag, ikke en mandag«. Null where every
/// weekday fits.
#[tauri::command]
#[specta::specta]
pub async fn weekday_check(text: String) -> Result<Option<Text>> {
    Ok(weekday_mismatch(&text).as_ref().map(WeekdayMismatch::text))
}

/// Tells that the register is on screen; answers the milliseconds since the program started.
#[tauri::command]
#[specta::specta]
pub async fn window_painted(app: State<'_, App>) -> Result<f64> {
    crate::watch::begin();
    let milliseconds = app.started().elapsed().as_secs_f64() * 1000.0;
    tracing::info!("register painted after {milliseconds:.0} ms");
    Ok(milliseconds)
}

/// Opens the address of a source in the person's browser. Web addresses only.
#[tauri::command]
#[specta::specta]
pub async fn source_open(handle: AppHandle, url: String) -> Result<()> {
    let not_opened = || Error::new(ErrorCode::SourceNotOpened).with("url", &url);
    if !(url.starts_with("https://") || url.starts_with("http://")) {
        return Err(not_opened());
    }
    handle.opener().open_url(&url, None::<&str>).map_err(|error| not_opened().because(error))
}
