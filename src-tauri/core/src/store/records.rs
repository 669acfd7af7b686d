//! Records of one declaration to and from the file.

use rusqlite::{Connection, Params, params};

use crate::error::{Error, ErrorCode, Result};
use crate::record::{Columns, Record};
use crate::store::blame::gone;
use crate::store::record::{columns_of, shown, sql};
use crate::store::refuse::taken;
use crate::store::schema::SCHEMA;
use crate::store::{Row, Tx};

/// The records of a table that match, in order: `rest` is what follows the table's name, such as `WHERE … ORDER BY …`.
pub(super) fn records<R: Record>(connection: &Connection, rest: &str, params: impl Params) -> Result<Vec<R>> {
    let mut statement = connection.prepare_cached(&format!("SELECT {table}.* FROM {table} {rest}", table = R::TABLE))?;
    let names: Vec<String> = statement.column_names().into_iter().map(str::to_owned).collect();
    let mut rows = statement.query(params)?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        found.push(R::from_columns(&columns_of(row, &names)?)?);
    }
    Ok(found)
}

/// One record by its id.
///
/// # Errors
/// `record_changed` where it is gone.
pub(super) fn record<R: Record>(connection: &Connection, id: u32) -> Result<R> {
    match records(connection, "WHERE id = ?1", [id])?.pop() {
        Some(record) => Ok(record),
        None => Err(gone(connection, &SCHEMA, R::TABLE, i64::from(id))?),
    }
}

/// Adds a record whose id is 0, changes any other; gives its id. What must be filled in is.
///
/// # Errors
/// `field_required`, `field_invalid`, each naming the field; `record_changed`; `record_conflicts`.
pub(super) fn save<R: Record>(tx: &mut Tx<'_>, record: &R) -> Result<u32> {
    record.check()?;
    write::<R>(tx, record.id(), record.version(), record.columns())
}

/// Adds a record with these columns where the id is 0, else changes them; gives its id.
///
/// # Errors
/// `field_invalid`, naming the field; `record_changed`; `record_conflicts`.
pub(super) fn write<R: Record>(tx: &mut Tx<'_>, id: u32, version: u32, columns: Columns) -> Result<u32> {
    if id == 0 {
        let id = tx.insert(R::TABLE, columns)?;
        return u32::try_from(id).map_err(|error| Error::new(ErrorCode::Unforeseen).because(error));
    }
    tx.update(R::TABLE, i64::from(id), i64::from(version), columns)?;
    Ok(id)
}

/// That no other record with the same `within` has the same value in a column, which is the field the screen knows.
///
/// # Errors
/// `field_taken`, naming the field.
pub(super) fn untaken<R: Record>(connection: &Connection, record: &R, within: &str, column: &str) -> Result<()> {
    let columns = record.columns();
    let (Some(place), Some(value)) = (columns.get(within), columns.get(column)) else { return Ok(()) };
    let query = format!("SELECT 1 FROM {table} WHERE {within} = ?1 AND {column} = ?2 AND id <> ?3", table = R::TABLE);
    if connection.prepare_cached(&query)?.exists(params![sql(place)?, sql(value)?, record.id()])? {
        return Err(taken(column, shown(value).unwrap_or_default()));
    }
    Ok(())
}

/// Removes a record, and before it every one that hangs on it: a list of table and column that names it, each taken with what hangs
/// on it in turn where the caller has removed that already.
///
/// # Errors
/// `record_changed`; `record_conflicts` where something else refers to it.
pub(super) fn remove<R: Record>(tx: &mut Tx<'_>, id: u32, version: u32, hanging: &[(&str, &str)]) -> Result<()> {
    for (table, column) in hanging {
        remove_where(tx, table, column, id)?;
    }
    tx.delete(R::TABLE, i64::from(id), i64::from(version))
}

/// Removes every record of a table that names `id` in a column, newest first: one may refer to an earlier one.
///
/// # Errors
/// Those of [`Tx::delete`].
pub(super) fn remove_where(tx: &mut Tx<'_>, table: &str, column: &str, id: u32) -> Result<()> {
    let sql = format!("SELECT id, version FROM {table} WHERE {column} = ?1 ORDER BY id DESC");
    let found: Vec<(i64, i64)> = {
        let mut statement = tx.connection().prepare_cached(&sql)?;
        statement.query_map([id], |row| Ok((row.get(0)?, row.get(1)?)))?.collect::<rusqlite::Result<_>>()?
    };
    for (row, version) in found {
        tx.delete(table, row, version)?;
    }
    Ok(())
}

/// The one column a change sets.
pub(super) fn only(column: &str, value: impl Into<serde_json::Value>) -> Row {
    Row::from_iter([(column.to_owned(), value.into())])
}
