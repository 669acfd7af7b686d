//! The screen »Finansiering«: tables 2 and 3 of the agreement.

use serde::Serialize;
use specta::Type;

use crate::money::Money;
use crate::views::Text;

/// Where the agreement takes money it hands out again.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct FinancingView {
    /// The years of table 2.
    pub years: Vec<i32>,
    /// The year whose prices table 2 is in.
    pub price_level: i32,
    /// Table 2: appropriations of coming years put to other use.
    pub appropriations: Vec<AppropriationRow>,
    /// Table 2's printed totals: per year, then all years.
    pub appropriations_stated: Vec<Option<Money>>,
    /// Table 3: savings put to other use. The agreement states no unit or price level for them.
    pub savings: Vec<SavingRow>,
    /// Table 3's printed total.
    pub savings_stated: Option<Money>,
    /// The sum of the amounts shown; `<0,1` counts as nothing.
    pub savings_computed: Money,
    /// Why the two differ; empty when they do not.
    pub savings_note: Text,
}

/// A row of table 2.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct AppropriationRow {
    /// Row number.
    pub number: u32,
    /// Account on the Finance Act.
    pub account: String,
    /// Official title.
    pub title: String,
    /// Per year, then all years.
    pub amounts: Vec<Option<Money>>,
}

/// A row of table 3.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct SavingRow {
    /// Row number.
    pub number: u32,
    /// Account on the Finance Act. Not unique: § 15.11.30.50 stands twice.
    pub account: String,
    /// Official title.
    pub title: String,
    /// The amount; null where the agreement prints `<0,1`.
    pub amount: Option<Money>,
    /// The upper bound where the agreement prints `<0,1`.
    pub below: Option<Money>,
}
