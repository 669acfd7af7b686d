//! Documents of an application.

use tauri::{AppHandle, State};
use tauri_plugin_dialog::DialogExt;
use tauri_plugin_opener::OpenerExt;
use tilsagn_core::applications::DocumentKind;
use tilsagn_core::views::{ApplicationView, Changed};
use tilsagn_core::{Error, ErrorCode, Result};

use crate::state::App;
use crate::typed;

/// Lets the person pick a file in the system's dialog; null when nothing was picked.
#[tauri::command]
#[specta::specta]
pub async fn document_pick(handle: AppHandle) -> Result<Option<String>> {
    let picked = handle.dialog().file().blocking_pick_file();
    Ok(picked.and_then(|file| file.into_path().ok()).map(|path| path.display().to_string()))
}

/// Copies a file into the folder of documents and adds it to an application.
#[tauri::command]
#[specta::specta]
pub async fn document_add(
    app: State<'_, App>,
    application_id: u32,
    path: String,
    kind: DocumentKind,
) -> Result<Changed<ApplicationView>> {
    let path = typed::path(&path)?;
    app.write(|store, today| store.document_add(application_id, &path, kind, today))
}

/// Writes a copy of a document to a path, or into a folder; answers where it lies.
#[tauri::command]
#[specta::specta]
pub async fn document_export(app: State<'_, App>, id: u32, path: String) -> Result<String> {
    let path = typed::path(&path)?;
    let written = app.read(|store, _| store.document_export(id, &path))?;
    Ok(written.display().to_string())
}

/// Opens a copy of a document in the program that belongs to it.
#[tauri::command]
#[specta::specta]
pub async fn document_open(handle: AppHandle, app: State<'_, App>, id: u32) -> Result<String> {
    let copy = app.read(|store, _| store.document_export(id, &app.copies()?))?;
    let path = copy.display().to_string();
    let not_opened = |error| Error::new(ErrorCode::SourceNotOpened).with("url", &path).because(error);
    handle.opener().open_path(&path, None::<&str>).map_err(not_opened)?;
    Ok(path)
}

/// Puts the redacted version in a document's place.
#[tauri::command]
#[specta::specta]
pub async fn document_redact(app: State<'_, App>, id: u32, version: u32, path: String) -> Result<Changed<ApplicationView>> {
    let path = typed::path(&path)?;
    app.write(|store, today| store.document_redact(id, version, &path, today))
}

/// Removes a document's content.
#[tauri::command]
#[specta::specta]
pub async fn document_remove_content(app: State<'_, App>, id: u32, version: u32) -> Result<Changed<ApplicationView>> {
    app.write(|store, today| store.document_remove_content(id, version, today))
}
