//! One struct per screen: what it shows, ready to show.

mod application;
mod budget;
mod budget_compare;
mod budget_import;
mod committee_case;
mod deadlines;
mod effect;
mod exposure;
mod financing;
mod history;
mod initiative;
mod intake;
mod meetings;
mod money;
mod office;
mod overview;
mod paper;
mod paper_asked;
mod plan;
mod pools;
mod reference;
mod register;
mod session;
mod standing;
mod terms;

pub use application::*;
pub use budget::*;
pub use budget_compare::*;
pub use budget_import::*;
pub use committee_case::*;
pub use deadlines::*;
pub use effect::*;
pub use exposure::*;
pub use financing::*;
pub use history::*;
pub use initiative::*;
pub use intake::*;
pub use meetings::*;
pub use money::*;
pub use office::*;
pub use overview::*;
pub use paper::*;
pub use paper_asked::*;
pub use plan::*;
pub use pools::*;
pub use reference::*;
pub use register::*;
pub use session::*;
pub use standing::*;
pub use terms::*;

use serde::{Deserialize, Serialize};
use specta::Type;

use crate::words::Language;

/// The same text in both languages. Where only the Danish exists, the English one is empty.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Text {
    /// Danish.
    pub da: String,
    /// English.
    pub en: String,
}

impl Text {
    /// Both languages.
    pub fn new(da: impl Into<String>, en: impl Into<String>) -> Text {
        Text { da: da.into(), en: en.into() }
    }

    /// In the reader's language; in Danish where it exists in that only.
    pub fn in_language(&self, language: Language) -> &str {
        match language {
            Language::En if !self.en.is_empty() => &self.en,
            Language::Da | Language::En => &self.da,
        }
    }
}
