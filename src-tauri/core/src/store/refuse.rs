//! What a rule of the file refuses, as an error of the field that broke it.

use serde_json::Value;

use crate::error::{Error, ErrorCode, Result};
use crate::money::Money;
use crate::store::record::{Row, shown};

/// That no amount is below zero, or so large that sums could not hold it.
///
/// # Errors
/// `field_invalid`, naming the field.
pub(super) fn bounded(row: &Row) -> Result<()> {
    let largest = Money::LARGEST.oere();
    let amounts = row.iter().filter(|(column, _)| column.ends_with("_oere"));
    match amounts.into_iter().find(|(_, value)| value.as_i64().is_some_and(|oere| !(0..=largest).contains(&oere))) {
        Some((column, _)) => Err(invalid(column, row)),
        None => Ok(()),
    }
}

/// A rule about the value of one field, by what SQLite says of it: `CHECK constraint failed: awarded_oere >= 0`. Any other error as it
/// is.
pub(super) fn in_words(error: Error, row: &Row) -> Error {
    let Some((_, check)) = error.detail.split_once("CHECK constraint failed: ") else { return error };
    let mut words = check.split(|c: char| !c.is_ascii_alphanumeric() && c != '_');
    // A rule about several fields is none of one.
    match words.find(|word| row.contains_key(*word)) {
        Some(column) if !check.contains("NULL") => invalid(column, row).because(&error.detail),
        _ => error,
    }
}

/// `field_invalid` for a column, with an example of what can stand in it.
fn invalid(column: &str, row: &Row) -> Error {
    let value = row.get(column).unwrap_or(&Value::Null);
    let amount = column.strip_suffix("_oere");
    let found = match value.as_i64() {
        Some(oere) if amount.is_some() => Money::from_oere(oere).kroner_da(),
        _ => shown(value).unwrap_or_default(),
    };
    let expected = match column {
        _ if amount.is_some() => "1.725.104",
        "year" | "price_level" => "2019",
        time if time.ends_with("_time") => "12:00",
        _ if value.is_string() => "2019-03-12",
        _ => "1",
    };
    Error::new(ErrorCode::FieldInvalid).in_field(amount.unwrap_or(column)).with("found", found).with("expected", expected)
}
