//! What was changed, for a person to read.

use std::collections::BTreeSet;

use rusqlite::{Connection, Params, ToSql, params};

use crate::error::{Error, ErrorCode, Result};
use crate::store::Store;
use crate::store::names::{name, referred};
use crate::store::record::{Row, shown};
use crate::store::schema::Schema;
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

/// What an operation did to one record.
const CHANGE: &str = "SELECT operation_id, position, table_name, row_id, before, after FROM operation_change";

/// Records of one operation that a screen tells of.
const MOST_TOLD: u32 = 50;

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
                entry.changes = fields(connection, &self.environment.schema, entry.id, table, row_id)?;
            }
            Ok(entries)
        })
    }

    /// What was done to a record and to all that belongs to it, newest first: the rows of `parts`, which name it in a column
    /// `<table>_id`, and those of `nested`, each a table and the part its rows name in the same way. What was removed is among it.
    ///
    /// # Errors
    /// Those of reading the file.
    pub(super) fn history_with_parts(
        &self,
        table: &str,
        id: u32,
        parts: &[&str],
        nested: &[(&str, &str)],
    ) -> Result<Vec<HistoryEntry>> {
        self.query(|connection| {
            let mut found = changes_where(connection, "table_name = ?1 AND row_id = ?2", params![table, id])?;
            for part in parts {
                found.extend(changes_naming(connection, part, table, i64::from(id))?);
            }
            for (part, inside) in nested {
                let rows: BTreeSet<i64> = found.iter().filter(|change| change.table == *inside).map(|it| it.row_id).collect();
                if !rows.is_empty() {
                    found.extend(changes_naming_any(connection, part, inside, &rows)?);
                }
            }
            let operations: BTreeSet<String> = found.iter().map(|change| change.operation.to_string()).collect();
            let operations = operations.into_iter().collect::<Vec<_>>().join(", ");
            let mut entries = entries(connection, &format!("{ENTRY} WHERE id IN ({operations}) ORDER BY id DESC"), &[])?;
            found.sort_by_key(|change| (change.operation, change.position));
            for entry in &mut entries {
                let of_it = found.partition_point(|change| change.operation < entry.id);
                let of_it: Vec<&Change> = found[of_it..].iter().take_while(|change| change.operation == entry.id).collect();
                for change in of_it.iter().take(MOST_TOLD as usize) {
                    entry.changes.extend(change_fields(connection, &self.environment.schema, change)?);
                }
                entry.more = u32::try_from(of_it.len()).unwrap_or(u32::MAX).saturating_sub(MOST_TOLD);
            }
            Ok(entries)
        })
    }

    /// What was done last in the whole file, newest first.
    ///
    /// # Errors
    /// Those of reading the file.
    pub fn recent(&self, limit: u32) -> Result<Vec<HistoryEntry>> {
        self.newest_operations(limit, u32::MAX)
    }

    /// The same for a screen: of what was done to a great many records at once the first few are told, and how many more there are.
    ///
    /// # Errors
    /// Those of reading the file.
    pub fn recent_in_brief(&self, limit: u32) -> Result<Vec<HistoryEntry>> {
        self.newest_operations(limit, MOST_TOLD)
    }

    fn newest_operations(&self, limit: u32, told: u32) -> Result<Vec<HistoryEntry>> {
        const COUNT: &str = "SELECT count(*) FROM operation_change WHERE operation_id = ?1";
        self.query(|connection| {
            let mut entries = entries(connection, &format!("{ENTRY} ORDER BY id DESC LIMIT ?1"), &[&limit])?;
            for entry in &mut entries {
                for change in changes_where(connection, "operation_id = ?1 AND position < ?2", params![entry.id, told])? {
                    entry.changes.extend(change_fields(connection, &self.environment.schema, &change)?);
                }
                let touched: u32 = connection.prepare_cached(COUNT)?.query_row([entry.id], |row| row.get(0))?;
                entry.more = touched.saturating_sub(told);
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
            more: 0,
        })
    })?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}

/// What an operation did to one record.
struct Change {
    operation: u32,
    position: u32,
    table: String,
    row_id: i64,
    /// Its content as JSON: read only where it is told of.
    before: Option<String>,
    after: Option<String>,
}

fn changes_where(connection: &Connection, which: &str, params: impl Params) -> Result<Vec<Change>> {
    let mut statement = connection.prepare_cached(&format!("{CHANGE} WHERE {which} ORDER BY position"))?;
    let found = statement.query_map(params, change)?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}

fn change(row: &rusqlite::Row<'_>) -> rusqlite::Result<Change> {
    Ok(Change {
        operation: row.get(0)?,
        position: row.get(1)?,
        table: row.get(2)?,
        row_id: row.get(3)?,
        before: row.get(4)?,
        after: row.get(5)?,
    })
}

/// What was done to rows that name a record of `table`. The columns stand in the order of their names, so that another always follows.
fn changes_naming(connection: &Connection, part: &str, table: &str, id: i64) -> Result<Vec<Change>> {
    let names_it = format!("%\"{table}_id\":{id},%");
    changes_where(connection, "table_name = ?1 AND (before LIKE ?2 OR after LIKE ?2)", params![part, names_it])
}

/// What was done to rows that name one of some records of `table`: all rows of the part are looked through once, and only those that
/// do are read.
fn changes_naming_any(connection: &Connection, part: &str, table: &str, ids: &BTreeSet<i64>) -> Result<Vec<Change>> {
    let column = format!("\"{table}_id\":");
    let names = |json: &str| {
        let id = json.split_once(&column).and_then(|(_, rest)| rest.split([',', '}']).next());
        id.and_then(|id| id.parse().ok()).is_some_and(|id: i64| ids.contains(&id))
    };
    let mut statement = connection.prepare_cached(&format!("{CHANGE} WHERE table_name = ?1"))?;
    let mut rows = statement.query([part])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        let text = |column: usize| -> rusqlite::Result<bool> { Ok(row.get_ref(column)?.as_str_or_null()?.is_some_and(names)) };
        if text(4)? || text(5)? {
            found.push(change(row)?);
        }
    }
    Ok(found)
}

/// The fields of one record that an operation changed.
fn fields(connection: &Connection, schema: &Schema, operation: u32, table: &str, row_id: i64) -> Result<Vec<FieldChange>> {
    let which = "operation_id = ?1 AND table_name = ?2 AND row_id = ?3";
    let mut fields = Vec::new();
    for change in changes_where(connection, which, params![operation, table, row_id])? {
        fields.extend(change_fields(connection, schema, &change)?);
    }
    Ok(fields)
}

/// The fields a change is about.
fn change_fields(connection: &Connection, schema: &Schema, change: &Change) -> Result<Vec<FieldChange>> {
    let content = |json: &Option<String>| -> Result<Option<Row>> {
        let read = json.as_deref().map(serde_json::from_str).transpose();
        read.map_err(|error| Error::new(ErrorCode::Unforeseen).because(error))
    };
    let (before, after) = (content(&change.before)?, content(&change.after)?);
    let (before, after) = (before.as_ref(), after.as_ref());
    let record = after.or(before).map(|content| name(connection, schema, &change.table, content)).transpose()?;
    let record = record.unwrap_or_default();
    let mut fields = Vec::new();
    for (field, before, after) in differences(&change.table, before, after) {
        let named = |id: Option<String>| id.map(|id| referred(connection, schema, &change.table, &field, id)).transpose();
        let (before, after) = (named(before)?, named(after)?);
        fields.push(FieldChange { table: change.table.clone(), record: record.clone(), field, before, after });
    }
    Ok(fields)
}

/// Columns that say nothing to a person: id, version, place in a list and hashes.
const UNTOLD: [&str; 5] = ["id", "version", "position", "sha256", "template_sha256"];

/// The same of one table: what is kept as data beside a text or a copy.
const UNTOLD_OF: [(&str, &str); 3] = [("case_text", "figures"), ("paper_copy", "figures"), ("paper_copy", "report")];

/// The columns of a record that differ, by name, but for those that say nothing to a person; nor does the folded text for search.
fn differences(
    table: &str,
    before: Option<&Row>,
    after: Option<&Row>,
) -> impl Iterator<Item = (String, Option<String>, Option<String>)> {
    let columns = |row: Option<&Row>| row.into_iter().flatten().map(|(column, _)| column.clone()).collect::<BTreeSet<_>>();
    let value = |row: Option<&Row>, column: &str| row.and_then(|row| row.get(column)).and_then(shown);
    let all = columns(before).into_iter().chain(columns(after)).collect::<BTreeSet<_>>();
    all.into_iter()
        .filter(|column| !UNTOLD.contains(&column.as_str()) && !UNTOLD_OF.contains(&(table, column.as_str())))
        .filter(|column| !column.starts_with("search_"))
        .map(move |column| {
            let (before, after) = (value(before, &column), value(after, &column));
            (column, before, after)
        })
        .filter(|(_, before, after)| before != after)
        .collect::<Vec<_>>()
        .into_iter()
}
