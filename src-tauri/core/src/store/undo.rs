//! Taking back and doing again. What can be undone is read from the history itself, so it survives a restart.

use rusqlite::{Connection, OptionalExtension, Transaction, params};

use crate::error::{Error, ErrorCode, Result};
use crate::ops::Op;
use crate::store::Store;
use crate::store::environment::Environment;
use crate::store::record::{self, Row, Touched, label, version_of};
use crate::store::transact::{record, record_changes, tables};

/// What undo or redo did.
#[derive(Clone, Debug)]
pub struct Undone {
    /// The kind of operation that was undone or done again.
    pub kind: String,
    /// What it was about: an initiative's number, a municipality's name.
    pub record: String,
    /// The new operation.
    pub operation_id: i64,
    /// The tables that changed.
    pub changed: Vec<String>,
}

impl Store {
    /// Undoes this person's newest operation that is not undone yet, as a new operation.
    ///
    /// # Errors
    /// `nothing_to_undo`; `undo_conflict` when a record it touched has changed since; and those of [`Store::transact`].
    pub fn undo(&mut self) -> Result<Undone> {
        self.take_back_newest(Op::Undo, ErrorCode::NothingToUndo, newest_undoable)
    }

    /// Does again what this person undid last, as long as the person has done nothing else since.
    ///
    /// # Errors
    /// `nothing_to_redo`; `undo_conflict` when a record it touched has changed since; and those of [`Store::transact`].
    pub fn redo(&mut self) -> Result<Undone> {
        self.take_back_newest(Op::Redo, ErrorCode::NothingToRedo, newest_undone)
    }

    fn take_back_newest(&mut self, op: Op, none: ErrorCode, newest: Newest) -> Result<Undone> {
        let mut name = String::new();
        let outcome = self.writing(|transaction, environment| {
            let operation = newest(transaction, environment)?.ok_or_else(|| Error::new(none))?;
            take_back(transaction, environment, operation, op, &mut name)
        });
        // A rule of the file that keeps a record from coming back, or from going, means that others have changed since.
        outcome.map_err(|error| match error.code {
            ErrorCode::RecordConflicts => Error::new(ErrorCode::UndoConflict).with("record", name).because(error.detail),
            _ => error,
        })
    }
}

/// Finds the operation to take back.
type Newest = fn(&Connection, &Environment) -> Result<Option<i64>>;

/// The kinds undo passes over, as SQL reads a list.
fn not_undoable() -> String {
    let kinds = Op::ALL.iter().filter(|op| !op.undoable()).map(|op| format!("'{}'", op.code()));
    kinds.collect::<Vec<_>>().join(", ")
}

/// The person's newest operation that has an effect to take back; none where that was before a migration.
fn newest_undoable(connection: &Connection, environment: &Environment) -> Result<Option<i64>> {
    let newest: Option<(i64, i64)> = connection
        .query_row(
            &format!(
                "SELECT id, schema_version FROM operation AS done
                 WHERE actor = ?1 AND kind NOT IN ({})
                 AND NOT EXISTS (SELECT 1 FROM operation AS later WHERE later.undoes_id = done.id)
                 ORDER BY id DESC LIMIT 1",
                not_undoable()
            ),
            [&environment.actor],
            |row| Ok((row.get(0)?, row.get(1)?)),
        )
        .optional()?;
    Ok(newest.filter(|(_, version)| *version == environment.schema.version()).map(|(id, _)| id))
}

/// The person's newest undo that is not taken back, unless the person has gone on to something else.
fn newest_undone(connection: &Connection, environment: &Environment) -> Result<Option<i64>> {
    let newest = connection
        .query_row(
            "SELECT id FROM operation AS undo
             WHERE actor = ?1 AND kind = ?2 AND schema_version = ?4
             AND NOT EXISTS (SELECT 1 FROM operation AS later WHERE later.undoes_id = undo.id)
             AND NOT EXISTS (SELECT 1 FROM operation AS later
                             WHERE later.actor = undo.actor AND later.id > undo.id AND later.kind NOT IN (?2, ?3))
             ORDER BY id DESC LIMIT 1",
            params![environment.actor, Op::Undo.code(), Op::Redo.code(), environment.schema.version()],
            |row| row.get(0),
        )
        .optional()?;
    Ok(newest)
}

/// A record as an operation found and left it.
struct Change {
    table: String,
    id: i64,
    before: Option<Row>,
    after: Option<Row>,
}

/// Puts every record the operation touched back to what it was before, and records that as an operation of its own.
fn take_back(
    transaction: &Transaction<'_>,
    environment: &Environment,
    operation: i64,
    op: Op,
    name: &mut String,
) -> Result<Undone> {
    let mut touched = Vec::new();
    for change in changes(transaction, operation)? {
        let table = environment.schema.editable(&change.table)?;
        let named = change.after.as_ref().or(change.before.as_ref()).map(|row| label(table, row)).unwrap_or_default();
        let before = record::read(transaction, table, change.id)?;
        let version = standing_version(transaction, &change, operation)?;
        // A record that is gone is as its removal left it; any other must have the version it was left with.
        if version.is_none() || before.as_ref().map(version_of) != version.filter(|_| change.after.is_some()) {
            return Err(Error::new(ErrorCode::UndoConflict).with("record", named));
        }
        // Versions only rise, so a screen that still shows the record from before does not write over it.
        let after = change.before.map(|mut row| {
            row.insert("version".to_owned(), version.map(|version| version + 1).into());
            row
        });
        if name.is_empty() {
            *name = named;
        }
        touched.push(Touched { table, id: change.id, before, after });
    }
    replace(transaction, &touched)?;
    let id = record(transaction, environment, op, Some(operation))?;
    record_changes(transaction, id, &touched)?;
    let kind = original_kind(transaction, operation)?;
    Ok(Undone { kind, record: name.clone(), operation_id: id, changed: tables(&touched) })
}

/// Takes all records out and puts them in again as they shall be, so that neither order nor two that swap a name matters. References
/// are checked when the transaction is committed.
fn replace(transaction: &Transaction<'_>, touched: &[Touched]) -> Result<()> {
    transaction.pragma_update(None, "defer_foreign_keys", true)?;
    for touched in touched {
        record::remove(transaction, touched.table, touched.id)?;
    }
    for touched in touched {
        if let Some(row) = &touched.after {
            record::put(transaction, touched.table, row)?;
        }
    }
    Ok(())
}

fn changes(connection: &Connection, operation: i64) -> Result<Vec<Change>> {
    let mut statement = connection.prepare_cached(
        "SELECT table_name, row_id, before, after FROM operation_change WHERE operation_id = ?1 ORDER BY position",
    )?;
    let found = statement.query_map([operation], |row| {
        Ok(Change { table: row.get(0)?, id: row.get(1)?, before: content(row, 2)?, after: content(row, 3)? })
    })?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}

/// A record's content as history keeps it.
pub(super) fn content(row: &rusqlite::Row<'_>, column: usize) -> rusqlite::Result<Option<Row>> {
    let json: Option<String> = row.get(column)?;
    json.map(|json| serde_json::from_str(&json))
        .transpose()
        .map_err(|error| rusqlite::Error::FromSqlConversionFailure(column, rusqlite::types::Type::Text, Box::new(error)))
}

/// The version the record has had last, if it stands as the operation left it: nothing touched it since but what has been undone.
fn standing_version(connection: &Connection, change: &Change, operation: i64) -> Result<Option<i64>> {
    let mut statement = connection.prepare_cached(
        "SELECT o.id, o.undoes_id, c.before, c.after FROM operation_change AS c JOIN operation AS o ON o.id = c.operation_id
         WHERE c.table_name = ?1 AND c.row_id = ?2 AND c.operation_id < ?3 ORDER BY c.operation_id DESC LIMIT 1",
    )?;
    let mut newest = None;
    let mut until = i64::MAX;
    loop {
        let (id, undoes, before, after): (i64, Option<i64>, Option<Row>, Option<Row>) = statement
            .query_row(params![change.table, change.id, until], |row| {
                Ok((row.get(0)?, row.get(1)?, content(row, 2)?, content(row, 3)?))
            })?;
        newest = newest.or_else(|| after.or(before).as_ref().map(version_of));
        match undoes {
            _ if id == operation => return Ok(newest),
            // An undo left the record as it was before what it undid.
            Some(undone) => until = undone,
            None => return Ok(None),
        }
    }
}

/// What was done in the first place, behind any number of undos and redos.
fn original_kind(connection: &Connection, operation: i64) -> Result<String> {
    let kind = connection.query_row(
        "WITH RECURSIVE origin (id, kind, undoes_id) AS (
             SELECT id, kind, undoes_id FROM operation WHERE id = ?1
             UNION ALL
             SELECT o.id, o.kind, o.undoes_id FROM operation AS o JOIN origin ON o.id = origin.undoes_id)
         SELECT kind FROM origin WHERE undoes_id IS NULL",
        [operation],
        |row| row.get(0),
    )?;
    Ok(kind)
}
