//! Papers: what a case says, the forms it is written in, and files of every kind of paper.

use chrono::NaiveDate;
use tauri::{AppHandle, State};
use tauri_plugin_dialog::DialogExt;
use tauri_plugin_opener::OpenerExt;
use tilsagn_core::report::PaperFormat;
use tilsagn_core::views::{
    AppendixDraft, Changed, FormDraft, FormsView, PaperAsked, PaperPreview, PaperProgress, PaperTextDraft, PaperView,
    PaperWritten, TakeBack,
};
use tilsagn_core::{Error, ErrorCode, Result};

use crate::state::App;
use crate::typed;

/// The paper of a case.
#[tauri::command]
#[specta::specta]
pub async fn paper(app: State<'_, App>, case_id: u32, as_of: Option<NaiveDate>) -> Result<PaperView> {
    app.read(|store, today| store.paper(case_id, as_of.unwrap_or(today)))
}

/// Saves a text, or accepts its draft.
#[tauri::command]
#[specta::specta]
pub async fn paper_text_save(app: State<'_, App>, draft: PaperTextDraft) -> Result<Changed<PaperView>> {
    app.write(|store, today| store.paper_text_save(&draft, today))
}

/// Accepts every draft of a paper, or that of one part.
#[tauri::command]
#[specta::specta]
pub async fn paper_accept(app: State<'_, App>, case_id: u32, part: Option<String>) -> Result<Changed<PaperView>> {
    app.write(|store, today| store.paper_accept(case_id, part.as_deref(), today))
}

/// Gives a part back to its draft.
#[tauri::command]
#[specta::specta]
pub async fn paper_text_discard(app: State<'_, App>, id: u32, version: u32) -> Result<Changed<PaperView>> {
    app.write(|store, today| store.paper_text_discard(id, version, today))
}

/// Adds (id 0) or changes an appendix.
#[tauri::command]
#[specta::specta]
pub async fn paper_appendix_save(app: State<'_, App>, draft: AppendixDraft) -> Result<Changed<PaperView>> {
    app.write(|store, today| store.paper_appendix_save(&draft, today))
}

/// Removes an appendix.
#[tauri::command]
#[specta::specta]
pub async fn paper_appendix_delete(app: State<'_, App>, id: u32, version: u32) -> Result<Changed<PaperView>> {
    app.write(|store, today| store.paper_appendix_delete(id, version, today))
}

/// Hands a paper in.
#[tauri::command]
#[specta::specta]
pub async fn paper_hand_in(app: State<'_, App>, case_id: u32) -> Result<Changed<PaperView>> {
    app.write(|store, today| store.paper_hand_in(case_id, today))
}

/// Takes a paper that was handed in back.
#[tauri::command]
#[specta::specta]
pub async fn paper_take_back(app: State<'_, App>, draft: TakeBack) -> Result<Changed<PaperView>> {
    app.write(|store, today| store.paper_take_back(&draft, today))
}

/// The forms of papers.
#[tauri::command]
#[specta::specta]
pub async fn paper_forms(app: State<'_, App>) -> Result<FormsView> {
    let municipality = app.required_municipality()?;
    app.read(|store, _| store.paper_forms(municipality))
}

/// Adds (id 0) or changes a form of the municipality's own.
#[tauri::command]
#[specta::specta]
pub async fn paper_form_save(app: State<'_, App>, draft: FormDraft) -> Result<Changed<FormsView>> {
    let municipality = app.required_municipality()?;
    app.write(|store, _| store.paper_form_save(&draft, municipality))
}

/// Removes a form.
#[tauri::command]
#[specta::specta]
pub async fn paper_form_delete(app: State<'_, App>, id: u32, version: u32) -> Result<Changed<FormsView>> {
    let municipality = app.required_municipality()?;
    app.write(|store, _| store.paper_form_delete(id, version, municipality))
}

/// Chooses the form the municipality writes in.
#[tauri::command]
#[specta::specta]
pub async fn paper_form_choose(app: State<'_, App>, key: String) -> Result<Changed<FormsView>> {
    let municipality = app.required_municipality()?;
    app.write(|store, _| store.paper_form_choose(&key, municipality))
}

/// Lets the person pick a template; null when nothing was picked.
#[tauri::command]
#[specta::specta]
pub async fn paper_template_pick(handle: AppHandle) -> Result<Option<String>> {
    let picked = handle.dialog().file().add_filter("Word", &["docx"]).blocking_pick_file();
    Ok(picked.and_then(|file| file.into_path().ok()).map(|path| path.display().to_string()))
}

/// Gives a form a template of the municipality's own, or takes it away (null).
#[tauri::command]
#[specta::specta]
pub async fn paper_form_template(app: State<'_, App>, id: u32, version: u32, path: Option<String>) -> Result<Changed<FormsView>> {
    let municipality = app.required_municipality()?;
    let path = path.map(|path| typed::path(&path)).transpose()?;
    if let Some(path) = &path {
        tilsagn_export::try_template(path)?;
    }
    app.write(|store, _| store.paper_form_template(id, version, path.as_deref(), municipality))
}

/// A paper as it is shown before it is written.
#[tauri::command]
#[specta::specta]
pub async fn paper_preview(app: State<'_, App>, asked: PaperAsked) -> Result<PaperPreview> {
    let municipality = app.required_municipality()?;
    app.read(|store, today| store.paper_preview(&asked, municipality, today))
}

/// Lets the person say where a paper is to be written; null when nothing was said.
#[tauri::command]
#[specta::specta]
pub async fn paper_pick(handle: AppHandle, file_name: String, format: PaperFormat) -> Result<Option<String>> {
    let name = format!("{file_name}.{}", format.code());
    let dialog = handle.dialog().file().add_filter(format.code(), &[format.code()]).set_file_name(name);
    Ok(dialog.blocking_save_file().and_then(|file| file.into_path().ok()).map(|path| path.display().to_string()))
}

/// Writes a paper. Over a file that is there only where the person has said so.
#[tauri::command]
#[specta::specta]
pub async fn paper_write(
    app: State<'_, App>,
    asked: PaperAsked,
    format: PaperFormat,
    path: String,
    replace: bool,
) -> Result<PaperWritten> {
    app.paper_write(&asked, format, &typed::path(&path)?, replace)
}

/// How far the writing has come; null where nothing is being written.
#[tauri::command]
#[specta::specta]
pub async fn paper_progress(app: State<'_, App>) -> Result<Option<PaperProgress>> {
    Ok(app.paper_progress())
}

/// Stops the writing.
#[tauri::command]
#[specta::specta]
pub async fn paper_stop(app: State<'_, App>) -> Result<()> {
    app.paper_stop();
    Ok(())
}

/// Opens a file that was written in the program that belongs to it.
#[tauri::command]
#[specta::specta]
pub async fn paper_open(handle: AppHandle, path: String) -> Result<()> {
    let not_opened = |error| Error::new(ErrorCode::SourceNotOpened).with("url", &path).because(error);
    handle.opener().open_path(&path, None::<&str>).map_err(not_opened)
}

/// Shows a file that was written in its folder.
#[tauri::command]
#[specta::specta]
pub async fn paper_show(handle: AppHandle, path: String) -> Result<()> {
    let not_opened = |error| Error::new(ErrorCode::SourceNotOpened).with("url", &path).because(error);
    handle.opener().reveal_item_in_dir(&path).map_err(not_opened)
}
