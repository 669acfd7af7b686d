//! The data the program is born with.

use crate::import::Files;

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
