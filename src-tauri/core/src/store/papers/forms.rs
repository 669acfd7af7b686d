//! Forms of papers.

use std::path::Path;

use crate::error::{Error, ErrorCode, Result};
use crate::store::Store;
use crate::views::{Changed, FormDraft, FormsView};

pub fn view(store: &Store, municipality: u32) -> Result<FormsView> {
    let _ = (store, municipality);
    Err(Error::new(ErrorCode::Unforeseen).because("unbuilt"))
}

pub fn save(store: &mut Store, draft: &FormDraft, municipality: u32) -> Result<Changed<FormsView>> {
    let _ = (store, draft, municipality);
    Err(Error::new(ErrorCode::Unforeseen).because("unbuilt"))
}

pub fn delete(store: &mut Store, id: u32, version: u32, municipality: u32) -> Result<Changed<FormsView>> {
    let _ = (store, id, version, municipality);
    Err(Error::new(ErrorCode::Unforeseen).because("unbuilt"))
}

pub fn choose(store: &mut Store, key: &str, municipality: u32) -> Result<Changed<FormsView>> {
    let _ = (store, key, municipality);
    Err(Error::new(ErrorCode::Unforeseen).because("unbuilt"))
}

pub fn template(store: &mut Store, form: (u32, u32), template: Option<&Path>, municipality: u32) -> Result<Changed<FormsView>> {
    let _ = (store, form, template, municipality);
    Err(Error::new(ErrorCode::Unforeseen).because("unbuilt"))
}

pub fn content(store: &Store, case: u32, form: Option<&str>) -> Result<Option<Vec<u8>>> {
    let _ = (store, case, form);
    Err(Error::new(ErrorCode::Unforeseen).because("unbuilt"))
}
