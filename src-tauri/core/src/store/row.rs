//! Reading columns as the program's own types.

use chrono::NaiveDate;
use rusqlite::types::{FromSqlError, Type};
use rusqlite::{Error, Result, Row};

use crate::calendar;
use crate::catalogue::Period;
use crate::money::Money;
use crate::views::Text;

/// What a column holds is not what the schema promises.
fn unexpected(column: usize, found: &str) -> Error {
    Error::FromSqlConversionFailure(column, Type::Text, Box::new(FromSqlError::Other(format!("found {found:?}").into())))
}

/// Øre.
pub fn money(row: &Row<'_>, column: usize) -> Result<Option<Money>> {
    Ok(row.get::<_, Option<i64>>(column)?.map(Money::from_oere))
}

/// A code, by the enum's own `from_code`.
pub fn code<T>(row: &Row<'_>, column: usize, from_code: fn(&str) -> Option<T>) -> Result<T> {
    let text = row.get_ref(column)?.as_str()?;
    from_code(text).ok_or_else(|| unexpected(column, text))
}

/// A code that may be null.
pub fn optional_code<T>(row: &Row<'_>, column: usize, from_code: fn(&str) -> Option<T>) -> Result<Option<T>> {
    match row.get_ref(column)?.as_str_or_null()? {
        None => Ok(None),
        Some(text) => from_code(text).map(Some).ok_or_else(|| unexpected(column, text)),
    }
}

/// A period's key.
pub fn period(row: &Row<'_>, column: usize) -> Result<Period> {
    code(row, column, Period::from_key)
}

/// An ISO date.
pub fn date(row: &Row<'_>, column: usize) -> Result<NaiveDate> {
    code(row, column, calendar::parse_iso)
}

/// An ISO date that may be null.
pub fn optional_date(row: &Row<'_>, column: usize) -> Result<Option<NaiveDate>> {
    optional_code(row, column, calendar::parse_iso)
}

/// Two columns beside each other, Danish and English.
pub fn text(row: &Row<'_>, column: usize) -> Result<Text> {
    Ok(Text { da: row.get(column)?, en: row.get(column + 1)? })
}
