//! The data the program is born with.

use crate::error::Result;
use crate::import::{Files, FunderTerms, funder_terms};

macro_rules! files {
    ($folder:literal: $($name:literal),+ $(,)?) => {
        [$(($name, include_str!(concat!("../../data/", $folder, "/", $name)))),+]
            .into_iter()
            .map(|(name, text)| (name.to_owned(), text.to_owned()))
            .collect()
    };
}

/// Satspuljen 2019.
pub fn builtin_agreement() -> Files {
    files!("satspuljen-2019":
        "agreement.csv",
        "areas.csv",
        "themes.csv",
        "initiatives.csv",
        "total.csv",
        "reprioritised-appropriations.csv",
        "reprioritised-savings.csv",
        "declared-differences.csv",
        "source-notes.csv",
        "facts.csv",
        "pools.csv",
        "calls.csv",
        "deadlines.csv",
    )
}

/// Price index, population and municipalities.
pub fn builtin_reference() -> Files {
    files!("reference": "municipalities.csv", "population.csv", "price-index.csv")
}

/// Rules of funders and their cost categories.
pub fn builtin_terms_files() -> Files {
    files!("terms": "presets.csv", "rules.csv", "date-rules.csv", "categories.csv")
}

/// The same, read.
///
/// # Errors
/// Those of [`funder_terms`]; a test proves that there are none.
pub fn builtin_terms() -> Result<FunderTerms> {
    funder_terms(&builtin_terms_files())
}
