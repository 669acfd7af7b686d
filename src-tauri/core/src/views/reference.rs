//! Reference data a person can look through and correct, and saved views.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use specta::Type;

/// Municipalities, population figures and the price index.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ReferenceView {
    /// The 98 municipalities, in Danish order.
    pub municipalities: Vec<MunicipalityRow>,
    /// Population figures, by area and date.
    pub population: Vec<PopulationRow>,
    /// The state's price and wage index, by year.
    pub price_index: Vec<PriceIndexRow>,
}

/// A municipality.
#[derive(Clone, Debug, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct MunicipalityRow {
    /// Row id.
    pub id: u32,
    /// Row version.
    pub version: u32,
    /// Official code, e.g. `173`.
    pub code: String,
    /// Name.
    pub name: String,
    /// Region.
    pub region: String,
    /// Where name and code come from.
    pub source: String,
}

/// A population figure.
#[derive(Clone, Debug, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct PopulationRow {
    /// Row id; 0 for a new one.
    pub id: u32,
    /// Row version; 0 for a new one.
    pub version: u32,
    /// Municipality's name, or `Danmark`.
    pub area: String,
    /// The day the figure is for.
    pub date: NaiveDate,
    /// People.
    pub population: u32,
    /// Where the figure comes from.
    pub source: String,
}

/// One year of the price index.
#[derive(Clone, Debug, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct PriceIndexRow {
    /// Row id; 0 for a new one.
    pub id: u32,
    /// Row version; 0 for a new one.
    pub version: u32,
    /// The year the rise leads to: 2019 is the rise from 2018 to 2019.
    pub year: i32,
    /// General rise in prices and wages, per cent with one decimal, decimal point: `1.3`.
    pub general_pct: String,
    /// Edition of the index.
    pub vintage: String,
    /// Where the figure comes from.
    pub source: String,
}

/// A saved choice of facets, search, sort and columns.
#[derive(Clone, Debug, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct SavedView {
    /// Row id; 0 for a new one.
    pub id: u32,
    /// Row version; 0 for a new one.
    pub version: u32,
    /// The screen it belongs to: `initiatives`.
    pub screen: String,
    /// Its name.
    pub name: String,
    /// The screen's own description of the choice, as JSON.
    pub definition: String,
}
