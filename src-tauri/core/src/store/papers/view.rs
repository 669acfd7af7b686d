//! The paper on the screen.

use chrono::NaiveDate;

use crate::error::{Error, ErrorCode, Result};
use crate::store::Store;
use crate::views::PaperView;

pub fn view(store: &Store, case: u32, as_of: NaiveDate) -> Result<PaperView> {
    let _ = (store, case, as_of);
    Err(Error::new(ErrorCode::Unforeseen).because("unbuilt"))
}
