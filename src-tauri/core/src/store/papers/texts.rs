//! Texts a person writes or accepts.

use chrono::NaiveDate;

use crate::error::{Error, ErrorCode, Result};
use crate::store::Store;
use crate::views::{Changed, PaperTextDraft, PaperView};

pub fn save(store: &mut Store, draft: &PaperTextDraft, today: NaiveDate) -> Result<Changed<PaperView>> {
    let _ = (store, draft, today);
    Err(Error::new(ErrorCode::Unforeseen).because("unbuilt"))
}

pub fn accept(store: &mut Store, case: u32, today: NaiveDate) -> Result<Changed<PaperView>> {
    let _ = (store, case, today);
    Err(Error::new(ErrorCode::Unforeseen).because("unbuilt"))
}

pub fn discard(store: &mut Store, id: u32, version: u32, today: NaiveDate) -> Result<Changed<PaperView>> {
    let _ = (store, id, version, today);
    Err(Error::new(ErrorCode::Unforeseen).because("unbuilt"))
}
