//! Appendices of a case.

use chrono::NaiveDate;

use crate::error::{Error, ErrorCode, Result};
use crate::store::Store;
use crate::views::{AppendixDraft, Changed, PaperView};

pub fn save(store: &mut Store, draft: &AppendixDraft, today: NaiveDate) -> Result<Changed<PaperView>> {
    let _ = (store, draft, today);
    Err(Error::new(ErrorCode::Unforeseen).because("unbuilt"))
}

pub fn delete(store: &mut Store, id: u32, version: u32, today: NaiveDate) -> Result<Changed<PaperView>> {
    let _ = (store, id, version, today);
    Err(Error::new(ErrorCode::Unforeseen).because("unbuilt"))
}
