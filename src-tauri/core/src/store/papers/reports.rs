//! Every paper as a report.

use chrono::NaiveDate;

use crate::error::{Error, ErrorCode, Result};
use crate::report::Report;
use crate::store::Store;
use crate::views::{PaperAsked, PaperPreview};

pub fn report(store: &Store, asked: &PaperAsked, municipality: u32, today: NaiveDate) -> Result<Report> {
    let _ = (store, asked, municipality, today);
    Err(Error::new(ErrorCode::Unforeseen).because("unbuilt"))
}

pub fn preview(store: &Store, asked: &PaperAsked, municipality: u32, today: NaiveDate) -> Result<PaperPreview> {
    let _ = (store, asked, municipality, today);
    Err(Error::new(ErrorCode::Unforeseen).because("unbuilt"))
}
