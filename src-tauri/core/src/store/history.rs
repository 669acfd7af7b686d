//! What was changed, for a person to read.

use std::collections::BTreeSet;

use rusqlite::{Connection, OptionalExtension, ToSql, params};
use serde_json::Value;

use crate::error::Result;
use crate::import::COUNTRY;
use crate::store::Store;
use crate::store::record::{Row, label, shown};
use crate::store::schema::Schema;
use crate::store::undo::content;
use crate::views::{FieldChange, HistoryEntry};

/// An operation, and whether it is without effect now: undone, and the undo not undone in turn.
const ENTRY: &str = "
    SELECT id, at, actor, kind, undoes_id,
        (WITH RECURSIVE chain (id, depth) AS (
             SELECT entry.id, 0
             UNION ALL
             SELECT o.id, chain.depth + 1 FROM operation AS o JOIN chain ON o.undoes_id = chain.id)
         SELECT max(depth) % 2 FROM chain)
    FROM operation AS entry";

impl Store {
    /// What was done to one record, newest first; of each operation the fields of that record.
    ///
    /// # Errors
    /// Those of reading the file.
    pub fn history(&self, table: &str, row_id: i64) -> Result<Vec<HistoryEntry>> {
        let sql = format!(
            "{ENTRY} WHERE id IN (SELECT operation_id FROM operation_change WHERE table_name = ?1 AND row_id = ?2) ORDER BY id DESC"
        );
        self.query(|connection| {
            let mut entries = entries(connection, &sql, &[&table, &row_id])?;
            for entry in &mut entries {
                entry.changes = fields(connection, &self.environment.schema, entry.id, Some((table, row_id)))?;
            }
            Ok(entries)
        })
    }

    /// What was done last in the whole file, newest first.
    ///
    /// # Errors
    /// Those of reading the file.
    pub fn recent(&self, limit: u32) -> Result<Vec<HistoryEntry>> {
        self.query(|connection| {
            let mut entries = entries(connection, &format!("{ENTRY} ORDER BY id DESC LIMIT ?1"), &[&limit])?;
            for entry in &mut entries {
                entry.changes = fields(connection, &self.environment.schema, entry.id, None)?;
            }
            Ok(entries)
        })
    }
}

fn entries(connection: &Connection, sql: &str, parameters: &[&dyn ToSql]) -> Result<Vec<HistoryEntry>> {
    let mut statement = connection.prepare_cached(sql)?;
    let found = statement.query_map(parameters, |row| {
        Ok(HistoryEntry {
            id: row.get(0)?,
            at: row.get(1)?,
            actor: row.get(2)?,
            kind: row.get(3)?,
            undoes: row.get(4)?,
            undone: row.get(5)?,
            changes: Vec::new(),
        })
    })?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}

/// The fields an operation changed, of one record or of all.
fn fields(connection: &Connection, schema: &Schema, operation: u32, only: Option<(&str, i64)>) -> Result<Vec<FieldChange>> {
    let (table, row_id) = only.unzip();
    let mut statement = connection.prepare_cached(
        "SELECT table_name, before, after FROM operation_change
         WHERE operation_id = ?1 AND (?2 IS NULL OR table_name = ?2 AND row_id = ?3) ORDER BY position",
    )?;
    let mut rows = statement.query(params![operation, table, row_id])?;
    let mut fields = Vec::new();
    while let Some(row) = rows.next()? {
        let table: String = row.get(0)?;
        let (before, after) = (content(row, 1)?, content(row, 2)?);
        let record = after.as_ref().or(before.as_ref()).map(|content| name(connection, schema, &table, content)).transpose()?;
        let record = record.unwrap_or_default();
        fields.extend(differences(before.as_ref(), after.as_ref()).map(|(field, before, after)| FieldChange {
            table: table.clone(),
            record: record.clone(),
            field,
            before,
            after,
        }));
    }
    Ok(fields)
}

/// What a person calls a record. A population figure is one of a place on a day; what was read in as a whole, and need not be in a
/// table that is edited, is known by the title in its summary.
fn name(connection: &Connection, schema: &Schema, table: &str, content: &Row) -> Result<String> {
    let own = match schema.editable(table) {
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

/// The columns that differ, by name; id, version and the folded text for search say nothing to a person.
fn differences(before: Option<&Row>, after: Option<&Row>) -> impl Iterator<Item = (String, Option<String>, Option<String>)> {
    let columns = |row: Option<&Row>| row.into_iter().flatten().map(|(column, _)| column.clone()).collect::<BTreeSet<_>>();
    let value = |row: Option<&Row>, column: &str| row.and_then(|row| row.get(column)).and_then(shown);
    let all = columns(before).into_iter().chain(columns(after)).collect::<BTreeSet<_>>();
    all.into_iter()
        .filter(|column| !matches!(column.as_str(), "id" | "version") && !column.starts_with("search_"))
        .map(move |column| {
            let (before, after) = (value(before, &column), value(after, &column));
            (column, before, after)
        })
        .filter(|(_, before, after)| before != after)
        .collect::<Vec<_>>()
        .into_iter()
}
