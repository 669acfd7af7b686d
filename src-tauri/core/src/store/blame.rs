//! Who changed a record last, and when: what a refused change tells the person.

use chrono::{DateTime, Local};
use rusqlite::{Connection, OptionalExtension, params};

use crate::error::{Error, ErrorCode, Result};
use crate::store::names::last_name;
use crate::store::schema::Schema;

/// Stands for a name or a time that history does not know.
pub(super) const UNKNOWN: &str = "–";

/// `record_changed`, with who changed the record last, and when.
pub(super) fn changed(connection: &Connection, table: &str, id: i64, record: String) -> Result<Error> {
    blame(connection, Error::new(ErrorCode::RecordChanged).with("record", record), newest(connection, table, id)?)
}

/// `record_changed` for a record that is not there any more, under the name it had; `record_missing` for one that never was.
pub(super) fn gone(connection: &Connection, schema: &Schema, table: &str, id: i64) -> Result<Error> {
    let detail = format!("{table} {id} is gone");
    match last_name(connection, schema, table, id)? {
        Some(name) => Ok(changed(connection, table, id, name)?.because(detail)),
        None => Ok(Error::new(ErrorCode::RecordMissing).with("record", id).because(detail)),
    }
}

/// Adds to an error who made an operation, and when.
pub(super) fn blame(connection: &Connection, error: Error, operation: Option<i64>) -> Result<Error> {
    let made: Option<(String, String)> = connection
        .prepare_cached("SELECT actor, at FROM operation WHERE id = ?1")?
        .query_row([operation], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?;
    let (who, at) = made.unwrap_or_else(|| (UNKNOWN.to_owned(), String::new()));
    Ok(error.with("who", who).with("when", local(&at)))
}

/// The newest operation on a record.
pub(super) fn newest(connection: &Connection, table: &str, id: i64) -> Result<Option<i64>> {
    let newest = connection
        .prepare_cached("SELECT max(operation_id) FROM operation_change WHERE table_name = ?1 AND row_id = ?2")?
        .query_row(params![table, id], |row| row.get(0))?;
    Ok(newest)
}

/// The operation that made a record what it is: the newest on it that is not undone, and is no undo or redo itself.
pub(super) fn maker(connection: &Connection, table: &str, id: i64) -> Result<Option<i64>> {
    let mut statement = connection.prepare_cached(
        "SELECT o.id, o.undoes_id FROM operation_change AS c JOIN operation AS o ON o.id = c.operation_id
         WHERE c.table_name = ?1 AND c.row_id = ?2 AND c.operation_id < ?3 ORDER BY c.operation_id DESC LIMIT 1",
    )?;
    let mut until = i64::MAX;
    loop {
        let found: Option<(i64, Option<i64>)> =
            statement.query_row(params![table, id, until], |row| Ok((row.get(0)?, row.get(1)?))).optional()?;
        match found {
            // An undo left the record as it was before what it undid.
            Some((_, Some(undone))) => until = undone,
            Some((operation, None)) => return Ok(Some(operation)),
            None => return Ok(None),
        }
    }
}

/// A stamp as a clock on the wall here would have shown it: `12.03.2019 15:05`.
fn local(stamp: &str) -> String {
    DateTime::parse_from_rfc3339(stamp)
        .map_or_else(|_| UNKNOWN.to_owned(), |time| time.with_timezone(&Local).format("%d.%m.%Y %H:%M").to_string())
}
