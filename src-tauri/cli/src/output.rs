//! The forms an answer can have.

use serde_json::Value;
use tilsagn_core::Money;

use crate::failure::Failure;

/// Table for a person, JSON and CSV for a program.
#[derive(Clone, Copy, Default)]
pub enum Format {
    #[default]
    Table,
    Json,
    Csv,
}

impl Format {
    /// By the name on the command line.
    pub fn from_name(name: &str) -> Option<Format> {
        match name {
            "table" => Some(Format::Table),
            "json" => Some(Format::Json),
            "csv" => Some(Format::Csv),
            _ => None,
        }
    }
}

/// Kroner as a decimal string, or null: `"73200000.00"`.
pub fn money(amount: Option<Money>) -> Value {
    amount.map_or(Value::Null, |amount| Value::String(amount.to_string()))
}

/// JSON for people's eyes too.
pub fn json(value: &Value) -> Result<String, Failure> {
    serde_json::to_string_pretty(value).map(|text| text + "\n").map_err(|cause| Failure::failed(cause.to_string()))
}

/// CSV with `;` between cells, as the data files have it. Amounts are kroner with a point, empty where there is none.
pub fn csv(heading: &[String], rows: impl IntoIterator<Item = Vec<String>>) -> Result<String, Failure> {
    let mut writer = csv::WriterBuilder::new().delimiter(b';').from_writer(Vec::new());
    let failed = |cause: String| Failure::failed(cause);
    writer.write_record(heading).map_err(|cause| failed(cause.to_string()))?;
    for row in rows {
        writer.write_record(row).map_err(|cause| failed(cause.to_string()))?;
    }
    let bytes = writer.into_inner().map_err(|cause| failed(cause.to_string()))?;
    String::from_utf8(bytes).map_err(|cause| failed(cause.to_string()))
}

/// An amount as a CSV cell.
pub fn cell(amount: Option<Money>) -> String {
    amount.map_or_else(String::new, |amount| amount.to_string())
}
