//! Writing records so that each one's whole content before and after is known.

use std::collections::HashMap;

use rusqlite::types::{Value as Sql, ValueRef};
use rusqlite::{Connection, OptionalExtension, params_from_iter};
use serde_json::{Map, Value};

use crate::error::{Error, ErrorCode, Result};
use crate::store::blame::{changed, gone};
use crate::store::marks;
use crate::store::names::name;
use crate::store::refuse::{bounded, in_words};
use crate::store::schema::{Editable, Schema};

/// A record: its columns by name. Text, whole numbers, truth values (as 0 and 1) and null.
pub type Row = Map<String, Value>;

/// What a record was and has become.
pub(super) struct Touched {
    pub table: Editable,
    pub id: i64,
    pub before: Option<Row>,
    pub after: Option<Row>,
}

/// The hand that writes within one operation.
pub struct Tx<'a> {
    connection: &'a Connection,
    schema: Schema,
    touched: Vec<Touched>,
    /// Where in `touched` a record is.
    places: HashMap<(&'static str, i64), usize>,
}

impl<'a> Tx<'a> {
    pub(super) fn new(connection: &'a Connection, schema: Schema) -> Tx<'a> {
        Tx { connection, schema, touched: Vec::new(), places: HashMap::new() }
    }

    /// A record as it is now.
    ///
    /// # Errors
    /// Those of reading the file; a table that is not edited row by row.
    pub fn row(&self, table: &str, id: i64) -> Result<Option<Row>> {
        read(self.connection, self.schema.editable(table)?, id)
    }

    /// Adds a record and gives its id. An id is never used twice, so a record's history is its own.
    ///
    /// # Errors
    /// `field_invalid`, naming the field; a broken constraint, a full disk.
    pub fn insert(&mut self, table: &str, mut row: Row) -> Result<i64> {
        let table = self.schema.editable(table)?;
        let id = self.free_id(table)?;
        row.insert("id".to_owned(), id.into());
        row.insert("version".to_owned(), 1.into());
        bounded(table.table, &row)?;
        put(self.connection, table, &row).map_err(|error| in_words(error, &row))?;
        let after = read(self.connection, table, id)?;
        self.touch(table, id, None, after);
        Ok(id)
    }

    /// Changes some columns of a record, and gives its new version. Where nothing would change nothing is written.
    ///
    /// # Errors
    /// `record_changed` when the record is no longer of that version; `field_invalid`, naming the field; a broken constraint, a full
    /// disk.
    pub fn update(&mut self, table: &str, id: i64, version: i64, changes: Row) -> Result<i64> {
        let table = self.schema.editable(table)?;
        let before = self.of_version(table, id, version)?;
        bounded(table.table, &changes)?;
        let mut columns = Vec::new();
        let mut values = Vec::new();
        for (column, value) in &changes {
            let Some(current) = before.get(column).filter(|_| !matches!(column.as_str(), "id" | "version")) else {
                return Err(unforeseen(format!("{}.{column} cannot be written", table.table)));
            };
            let value = sql(value)?;
            if value != sql(current)? {
                values.push(value);
                columns.push(format!("\"{column}\" = ?{}", values.len()));
            }
        }
        if columns.is_empty() {
            return Ok(version);
        }
        columns.push("version = version + 1".to_owned());
        let statement = format!("UPDATE {} SET {} WHERE id = {id}", table.table, columns.join(", "));
        let mut statement = self.connection.prepare_cached(&statement)?;
        statement.execute(params_from_iter(values)).map_err(|error| in_words(error.into(), &changes))?;
        let after = read(self.connection, table, id)?;
        self.touch(table, id, Some(before), after);
        Ok(version + 1)
    }

    /// Removes a record, with what people did about its days.
    ///
    /// # Errors
    /// `record_changed` when the record is no longer of that version; a broken constraint, a full disk.
    pub fn delete(&mut self, table: &str, id: i64, version: i64) -> Result<()> {
        let table = self.schema.editable(table)?;
        let before = self.of_version(table, id, version)?;
        for (mark, version) in marks::of_record(self.connection, &self.schema, table.table, id)? {
            self.delete(marks::TABLE, mark, version)?;
        }
        remove(self.connection, table, id)?;
        self.touch(table, id, Some(before), None);
        Ok(())
    }

    /// One more than any id the table has or ever had.
    fn free_id(&self, table: Editable) -> Result<i64> {
        let used: Option<i64> = self
            .connection
            .prepare_cached(&format!(
                "SELECT max(id) FROM (SELECT max(id) AS id FROM {name}
                 UNION ALL SELECT max(row_id) FROM operation_change WHERE table_name = '{name}') AS used",
                name = table.table
            ))?
            .query_row([], |row| row.get(0))?;
        let mut free = used.unwrap_or(0) + 1;
        // One that this operation itself added or removed is in no history yet.
        while self.places.contains_key(&(table.table, free)) {
            free += 1;
        }
        Ok(free)
    }

    /// For questions within the operation. What is written past this hand is not in the history.
    pub(super) fn connection(&self) -> &Connection {
        self.connection
    }

    /// The record, which must be of that version.
    fn of_version(&self, table: Editable, id: i64, version: i64) -> Result<Row> {
        let row = read(self.connection, table, id)?;
        match row {
            Some(row) if version_of(&row) == version => Ok(row),
            Some(row) => {
                let name = name(self.connection, &self.schema, table.table, &row)?;
                let cause = format!("{} {id} has version {}, not {version}", table.table, version_of(&row));
                Err(changed(self.connection, table.table, id, name)?.because(cause))
            }
            None => Err(gone(self.connection, &self.schema, table.table, id)?),
        }
    }

    /// Notes what became of a record; the first content before and the last content after count.
    pub(super) fn touch(&mut self, table: Editable, id: i64, before: Option<Row>, after: Option<Row>) {
        match self.places.get(&(table.table, id)).and_then(|&place| self.touched.get_mut(place)) {
            Some(touched) => touched.after = after,
            None => {
                self.places.insert((table.table, id), self.touched.len());
                self.touched.push(Touched { table, id, before, after });
            }
        }
    }

    /// What became of every record it touched; one that was added and removed again is none.
    pub(super) fn into_touched(self) -> Vec<Touched> {
        self.touched.into_iter().filter(|touched| touched.before.is_some() || touched.after.is_some()).collect()
    }
}

impl Schema {
    /// A table that is edited row by row.
    pub(super) fn editable(&self, table: &str) -> Result<Editable> {
        let found = self.editable.iter().find(|editable| editable.table == table);
        found.copied().ok_or_else(|| unforeseen(format!("{table} is not edited row by row")))
    }
}

/// A record as it is.
pub(super) fn read(connection: &Connection, table: Editable, id: i64) -> Result<Option<Row>> {
    let mut statement = connection.prepare_cached(&format!("SELECT * FROM {} WHERE id = ?1", table.table))?;
    let columns: Vec<String> = statement.column_names().into_iter().map(str::to_owned).collect();
    Ok(statement.query_row([id], |found| columns_of(found, &columns)).optional()?)
}

/// A found row by the names of its columns.
pub(super) fn columns_of(found: &rusqlite::Row<'_>, columns: &[String]) -> rusqlite::Result<Row> {
    let mut row = Row::new();
    for (index, column) in columns.iter().enumerate() {
        let value = match found.get_ref(index)? {
            ValueRef::Null => Value::Null,
            ValueRef::Integer(number) => number.into(),
            text @ ValueRef::Text(_) => text.as_str()?.into(),
            other => return Err(rusqlite::Error::InvalidColumnType(index, column.clone(), other.data_type())),
        };
        row.insert(column.clone(), value);
    }
    Ok(row)
}

/// Adds a record with the id and version it has.
pub(super) fn put(connection: &Connection, table: Editable, row: &Row) -> Result<()> {
    let mut columns = Vec::new();
    let mut places = Vec::new();
    let mut values = Vec::new();
    for (column, value) in row {
        if !column.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_') {
            return Err(unforeseen(format!("{column} is no column")));
        }
        columns.push(format!("\"{column}\""));
        values.push(sql(value)?);
        places.push(format!("?{}", values.len()));
    }
    let statement = format!("INSERT INTO {} ({}) VALUES ({})", table.table, columns.join(", "), places.join(", "));
    connection.prepare_cached(&statement)?.execute(params_from_iter(values))?;
    Ok(())
}

/// Removes a record, if it is there.
pub(super) fn remove(connection: &Connection, table: Editable, id: i64) -> Result<()> {
    connection.prepare_cached(&format!("DELETE FROM {} WHERE id = ?1", table.table))?.execute([id])?;
    Ok(())
}

/// The version in a record's content.
pub(super) fn version_of(row: &Row) -> i64 {
    row.get("version").and_then(Value::as_i64).unwrap_or_default()
}

/// What a person calls a record.
pub(super) fn label(table: Editable, row: &Row) -> String {
    row.get(table.label).and_then(shown).unwrap_or_default()
}

/// A value as text; null has none.
pub(super) fn shown(value: &Value) -> Option<String> {
    match value {
        Value::Null => None,
        Value::String(text) => Some(text.clone()),
        other => Some(other.to_string()),
    }
}

/// A value as SQLite has it.
pub(super) fn sql(value: &Value) -> Result<Sql> {
    match value {
        Value::Null => Ok(Sql::Null),
        Value::Bool(truth) => Ok(Sql::Integer(i64::from(*truth))),
        // NUL is no text to a person, and ends one for SQLite's functions and for many a reader of an export.
        Value::String(text) => Ok(Sql::Text(text.replace('\0', ""))),
        Value::Number(number) => number.as_i64().map(Sql::Integer).ok_or_else(|| unforeseen(format!("{number} is not whole"))),
        other => Err(unforeseen(format!("{other} is not a value of a column"))),
    }
}

fn unforeseen(detail: String) -> Error {
    Error::new(ErrorCode::Unforeseen).because(detail)
}
