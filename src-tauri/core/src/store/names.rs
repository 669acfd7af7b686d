//! What a person calls a record, in the history and in errors.

use rusqlite::{Connection, OptionalExtension, params};
use serde_json::Value;

use crate::error::Result;
use crate::import::COUNTRY;
use crate::store::record::{Row, label, read, shown};
use crate::store::schema::Schema;
use crate::store::undo::content;

/// What a field says to a person: where it is the id of another record, what that is called.
pub(super) fn referred(connection: &Connection, schema: &Schema, table: &str, field: &str, value: String) -> Result<String> {
    let other = match field {
        "owner_id" => "person",
        "parent_id" | "redacts_id" => table,
        _ => field.strip_suffix("_id").unwrap_or_default(),
    };
    let (Ok(other), Ok(id)) = (schema.editable(other), value.parse::<i64>()) else { return Ok(value) };
    let found = match read(connection, other, id)? {
        Some(row) => Some(name(connection, schema, other.table, &row)?),
        None => last_name(connection, schema, other.table, id)?,
    };
    Ok(found.filter(|name| !name.is_empty()).unwrap_or(value))
}

/// What a person calls a record; one that is known by the record it belongs to has that one's name. A population figure is one of a
/// place on a day; what was read in as a whole, and need not be in a table that is edited, is known by the title in its summary.
pub(super) fn name(connection: &Connection, schema: &Schema, table: &str, content: &Row) -> Result<String> {
    let own = match schema.editable(table) {
        Ok(editable) if editable.label.ends_with("_id") => {
            referred(connection, schema, table, editable.label, label(editable, content))?
        }
        Ok(editable) => label(editable, content),
        Err(_) => content.get("title").and_then(shown).unwrap_or_default(),
    };
    if table != "population" {
        return Ok(own);
    }
    let place = match content.get("municipality_id").and_then(Value::as_i64) {
        Some(id) => connection.query_row("SELECT name FROM municipality WHERE id = ?1", [id], |row| row.get(0)).optional()?,
        None => Some(COUNTRY.to_owned()),
    };
    Ok(format!("{} {own}", place.unwrap_or_default()).trim().to_owned())
}

/// The name a record had when it was removed.
pub(super) fn last_name(connection: &Connection, schema: &Schema, table: &str, id: i64) -> Result<Option<String>> {
    let last: Option<Option<Row>> = connection
        .prepare_cached(
            "SELECT before FROM operation_change WHERE table_name = ?1 AND row_id = ?2 ORDER BY operation_id DESC LIMIT 1",
        )?
        .query_row(params![table, id], |row| content(row, 0))
        .optional()?;
    let last = last.flatten().map(|row| name(connection, schema, table, &row)).transpose()?;
    Ok(last.filter(|name| !name.is_empty()))
}
