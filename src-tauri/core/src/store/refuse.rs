//! What is refused, as an error of the field to mend.

use std::fmt::Display;

use chrono::NaiveDate;
use serde_json::Value;

use crate::error::{Error, ErrorCode, Result};
use crate::money::Money;
use crate::store::record::{Row, shown};

/// `field_invalid`, with an example of what can stand there.
pub(super) fn invalid(field: &str, found: impl Display, expected: impl Display) -> Error {
    Error::new(ErrorCode::FieldInvalid).in_field(field).with("found", found).with("expected", expected)
}

/// `field_taken`.
pub(super) fn taken(field: &str, found: impl Display) -> Error {
    Error::new(ErrorCode::FieldTaken).in_field(field).with("found", found)
}

/// That a day, where there is one, has come.
///
/// # Errors
/// `field_invalid`, naming the field.
pub(super) fn has_come(field: &str, day: Option<NaiveDate>, today: NaiveDate) -> Result<()> {
    match day {
        Some(day) if day > today => Err(invalid(field, day, today)),
        _ => Ok(()),
    }
}

/// Tables whose amounts may be below zero: income among costs, a credit note, an effect that costs more.
const SIGNED: [&str; 4] = ["budget_cell", "spending", "spending_forecast", "effect_year"];

/// That no amount is below zero where that has no meaning, or so large that sums could not hold it.
///
/// # Errors
/// `field_invalid`, naming the field.
pub(super) fn bounded(table: &str, row: &Row) -> Result<()> {
    let largest = Money::LARGEST.oere();
    let least = if SIGNED.contains(&table) { -largest } else { 0 };
    let amounts = row.iter().filter(|(column, _)| column.ends_with("_oere"));
    match amounts.into_iter().find(|(_, value)| value.as_i64().is_some_and(|oere| !(least..=largest).contains(&oere))) {
        Some((column, _)) => Err(invalid_column(column, row)),
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
        Some(column) if !check.contains("NULL") => invalid_column(column, row).because(&error.detail),
        _ => error,
    }
}

/// `field_invalid` for a column, with an example of what can stand in it.
fn invalid_column(column: &str, row: &Row) -> Error {
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
    invalid(amount.unwrap_or(column), found, expected)
}
