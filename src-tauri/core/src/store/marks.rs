//! What people did about days goes and comes with the record the days belong to: no mark is ever without it.

use rusqlite::{Connection, params};

use crate::error::Result;
use crate::store::record::{Touched, read};
use crate::store::schema::{Editable, Schema};

/// The table of the marks.
pub(super) const TABLE: &str = "deadline_mark";

/// The marks of the days of a record, by id and version; none where the file has no marks, or the record is one itself.
pub(super) fn of_record(connection: &Connection, schema: &Schema, table: &str, id: i64) -> Result<Vec<(i64, i64)>> {
    if table == TABLE || schema.editable(TABLE).is_err() {
        return Ok(Vec::new());
    }
    let sql = "SELECT id, version FROM deadline_mark WHERE subject_table = ?1 AND subject_id = ?2 ORDER BY id";
    let mut statement = connection.prepare_cached(sql)?;
    let found = statement.query_map(params![table, id], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}

/// The marks that go when records do, of those that are not among them.
pub(super) fn that_go(connection: &Connection, schema: &Schema, touched: &[Touched]) -> Result<Vec<Touched>> {
    let Ok(marks) = schema.editable(TABLE) else { return Ok(Vec::new()) };
    let is_touched = |id: i64| touched.iter().any(|one| one.table.table == TABLE && one.id == id);
    let mut going = Vec::new();
    for gone in touched.iter().filter(|one| one.after.is_none()) {
        for (id, _) in of_record(connection, schema, gone.table.table, gone.id)? {
            if !is_touched(id) {
                going.push(Touched { table: marks, id, before: read(connection, marks, id)?, after: None });
            }
        }
    }
    Ok(going)
}

/// A mark among records to be put back whose own record would not be there.
pub(super) fn without_record<'a>(
    connection: &Connection,
    schema: &Schema,
    touched: &'a [Touched],
) -> Result<Option<&'a Touched>> {
    for mark in touched.iter().filter(|one| one.table.table == TABLE) {
        let Some(row) = &mark.after else { continue };
        let subject =
            row.get("subject_table").and_then(|table| table.as_str()).zip(row.get("subject_id").and_then(|id| id.as_i64()));
        let Some((table, id)) = subject else { continue };
        let Ok(table) = schema.editable(table) else { continue };
        let comes = touched.iter().find(|one| one.table.table == table.table && one.id == id);
        let is_there = match comes {
            Some(comes) => comes.after.is_some(),
            None => exists(connection, table, id)?,
        };
        if !is_there {
            return Ok(Some(mark));
        }
    }
    Ok(None)
}

fn exists(connection: &Connection, table: Editable, id: i64) -> Result<bool> {
    Ok(connection.prepare_cached(&format!("SELECT 1 FROM {} WHERE id = ?1", table.table))?.exists([id])?)
}
