//! Taking back and doing again. What can be undone is read from the history itself, so it survives a restart.

use rusqlite::types::Value as Sql;
use rusqlite::{Connection, OptionalExtension, Transaction, params, params_from_iter};
use serde_json::Value;

use crate::error::{Error, ErrorCode, Result};
use crate::ops::Op;
use crate::store::Store;
use crate::store::blame;
use crate::store::environment::Environment;
use crate::store::marks;
use crate::store::names::name;
use crate::store::record::{self, Row, Touched, version_of};
use crate::store::schema::Schema;
use crate::store::transact::{keep, tables};

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
        let outcome = self.writing(|transaction, environment| {
            let operation = newest(transaction, environment)?.ok_or_else(|| Error::new(none))?;
            take_back(transaction, environment, operation, op)
        });
        match outcome {
            // A rule of the file that keeps a record from coming back, or from going, means that others have changed since.
            Err(broken) if broken.code == ErrorCode::RecordConflicts => Err(self.in_the_way(newest, &broken)?),
            outcome => outcome,
        }
    }

    /// Who has made what keeps an operation from being taken back: seen by trying once more, and leaving everything as it is.
    fn in_the_way(&mut self, newest: Newest, broken: &Error) -> Result<Error> {
        let environment = self.environment.clone();
        let transaction = self.connection.transaction()?;
        let touched = match newest(&transaction, &environment)? {
            Some(operation) => to_take_back(&transaction, &environment, operation)?,
            None => Vec::new(),
        };
        let by = match replace(&transaction, &touched) {
            Ok(()) => parted(&transaction, &touched)?,
            Err(_) => match taker(&transaction, &broken.detail, &touched)? {
                Some((table, id)) => blame::maker(&transaction, &table, id)?,
                None => None,
            },
        };
        let name = name_of(&transaction, &environment.schema, &touched)?;
        let conflict = Error::new(ErrorCode::UndoConflict).with("record", name).because(&broken.detail);
        blame::blame(&transaction, conflict, by)
    }
}

/// The operation that parted a record from the one it refers to: what removed that one, where the record is being put back, and
/// otherwise what made the record refer to one that is now to go.
fn parted(connection: &Connection, touched: &[Touched]) -> Result<Option<i64>> {
    let found: Option<(String, i64, String, String)> = connection
        .query_row(
            "SELECT broken.\"table\", broken.rowid, broken.parent, reference.\"from\"
             FROM pragma_foreign_key_check AS broken, pragma_foreign_key_list(broken.\"table\") AS reference
             WHERE reference.id = broken.fkid LIMIT 1",
            [],
            |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)),
        )
        .optional()?;
    let Some((table, id, parent, column)) = found else { return Ok(None) };
    let put_back = touched.iter().find(|touched| touched.table.table == table && touched.id == id);
    match put_back.and_then(|touched| touched.after.as_ref()?.get(&column)?.as_i64()) {
        Some(missing) => blame::newest(connection, &parent, missing),
        None => blame::maker(connection, &table, id),
    }
}

/// The record that has taken what must be unique, by what SQLite says of it: `UNIQUE constraint failed: shelf.name`.
fn taker(connection: &Connection, broken: &str, touched: &[Touched]) -> Result<Option<(String, i64)>> {
    let Some((_, columns)) = broken.split_once("UNIQUE constraint failed: ") else { return Ok(None) };
    let columns: Vec<&str> = columns.split(", ").filter_map(|column| column.rsplit('.').next()).collect();
    let condition: Vec<String> = columns.iter().map(|column| format!("{column} = ?")).collect();
    let Some(table) = broken.rsplit(": ").next().and_then(|columns| columns.split('.').next()) else { return Ok(None) };
    for row in touched.iter().filter(|touched| touched.table.table == table).filter_map(|touched| touched.after.as_ref()) {
        let values =
            columns.iter().map(|column| row.get(*column).map_or(Ok(Sql::Null), record::sql)).collect::<Result<Vec<_>>>()?;
        let found = connection
            .query_row(
                &format!("SELECT id FROM {table} WHERE {} AND id <> ?", condition.join(" AND ")),
                params_from_iter(values.into_iter().chain([Sql::Integer(row.get("id").and_then(Value::as_i64).unwrap_or(0))])),
                |row| row.get(0),
            )
            .optional()?;
        if let Some(id) = found {
            return Ok(Some((table.to_owned(), id)));
        }
    }
    Ok(None)
}

/// What a person calls the first of the records that has a name: `Resumé`, or `Resumé, …` where others of its table come or go with it.
fn name_of(connection: &Connection, schema: &Schema, touched: &[Touched]) -> Result<String> {
    for first in touched {
        if let Some(row) = first.before.as_ref().or(first.after.as_ref()) {
            let name = name(connection, schema, first.table.table, row)?;
            if !name.is_empty() {
                let way = |it: &Touched| (it.table.table, it.before.is_some(), it.after.is_some());
                let changed = first.before.is_some() && first.after.is_some();
                let alone = changed || touched.iter().filter(|it| way(it) == way(first)).count() == 1;
                return Ok(if alone { name } else { name + ", …" });
            }
        }
    }
    Ok(String::new())
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
fn take_back(transaction: &Transaction<'_>, environment: &Environment, operation: i64, op: Op) -> Result<Undone> {
    let touched = to_take_back(transaction, environment, operation)?;
    replace(transaction, &touched)?;
    let id = keep(transaction, environment, op, Some(operation), &touched)?;
    let kind = original_kind(transaction, operation)?;
    let record = name_of(transaction, &environment.schema, &touched)?;
    Ok(Undone { kind, record, operation_id: id, changed: tables(&touched) })
}

/// The records the operation touched, as they are and as they shall be again.
///
/// # Errors
/// `undo_conflict` where one has changed since.
fn to_take_back(transaction: &Transaction<'_>, environment: &Environment, operation: i64) -> Result<Vec<Touched>> {
    let mut touched = Vec::new();
    for change in changes(transaction, operation)? {
        let table = environment.schema.editable(&change.table)?;
        let refused = |later: Option<i64>| -> Result<Error> {
            let row = change.after.as_ref().or(change.before.as_ref());
            let named = row.map(|row| name(transaction, &environment.schema, table.table, row)).transpose()?;
            let conflict = Error::new(ErrorCode::UndoConflict).with("record", named.unwrap_or_default());
            blame::blame(transaction, conflict, later)
        };
        let before = record::read(transaction, table, change.id)?;
        let standing = standing(transaction, &change, operation)?;
        // A record that is gone is as its removal left it; any other must have the version it was left with.
        let version = match standing {
            Standing::AsLeft(version) if before.as_ref().map(version_of) == version.filter(|_| change.after.is_some()) => version,
            Standing::AsLeft(_) => return Err(refused(None)?),
            Standing::ChangedBy(later) => return Err(refused(Some(later))?),
        };
        // Versions only rise, so a screen that still shows the record from before does not write over it.
        let after = change.before.map(|mut row| {
            row.insert("version".to_owned(), version.map(|version| version + 1).into());
            row
        });
        touched.push(Touched { table, id: change.id, before, after });
    }
    let schema = &environment.schema;
    touched.extend(marks::that_go(transaction, schema, &touched)?);
    if let Some(mark) = marks::without_record(transaction, schema, &touched)? {
        let named = mark.after.as_ref().map(|row| name(transaction, schema, mark.table.table, row)).transpose()?;
        return Err(Error::new(ErrorCode::UndoConflict).with("record", named.unwrap_or_default()));
    }
    Ok(touched)
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

/// How a record stands after an operation.
enum Standing {
    /// As the operation left it: nothing touched it since but what has been undone. With the version it has had last.
    AsLeft(Option<i64>),
    /// A later operation changed it.
    ChangedBy(i64),
}

fn standing(connection: &Connection, change: &Change, operation: i64) -> Result<Standing> {
    let mut statement = connection.prepare_cached(
        "SELECT o.id, o.undoes_id, c.before, c.after FROM operation_change AS c JOIN operation AS o ON o.id = c.operation_id
         WHERE c.table_name = ?1 AND c.row_id = ?2 AND c.operation_id < ?3 ORDER BY c.operation_id DESC LIMIT 1",
    )?;
    let mut newest = None;
    let (mut until, mut last) = (i64::MAX, operation);
    loop {
        let found = statement
            .query_row(params![change.table, change.id, until], |row| {
                Ok((row.get::<_, i64>(0)?, row.get::<_, Option<i64>>(1)?, content(row, 2)?, content(row, 3)?))
            })
            .optional()?;
        // A mark went when its record did, in an undo of what came before the mark.
        let Some((id, undoes, before, after)) = found else { return Ok(Standing::ChangedBy(last)) };
        last = id;
        newest = newest.or_else(|| after.or(before).as_ref().map(version_of));
        match undoes {
            _ if id == operation => return Ok(Standing::AsLeft(newest)),
            // An undo left the record as it was before what it undid.
            Some(undone) => until = undone,
            None => return Ok(Standing::ChangedBy(id)),
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
