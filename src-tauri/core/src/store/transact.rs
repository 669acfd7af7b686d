//! The only way to write: one operation, one transaction, and a record of it.

use rusqlite::{Connection, Transaction, TransactionBehavior, params};

use crate::error::{Error, ErrorCode, Result};
use crate::ops::Op;
use crate::store::environment::{Environment, stamp};
use crate::store::fault::About;
use crate::store::frozen;
use crate::store::handed_in;
use crate::store::record::{Row, Touched, Tx};
use crate::store::{Access, Store};

/// What came of an operation.
#[derive(Clone, Debug)]
pub struct Committed<T> {
    /// What the closure gave.
    pub value: T,
    /// The operation in the history; none when nothing was changed.
    pub operation_id: Option<i64>,
    /// The tables that changed.
    pub changed: Vec<String>,
}

/// What was read in as a whole, for the history.
#[derive(Clone, Debug)]
pub struct Seeded {
    /// The table of the record it is known by.
    pub table: &'static str,
    /// That record.
    pub id: i64,
    /// What to say of it: its key, how many rows.
    pub summary: Row,
}

impl Store {
    /// Carries an operation out: all of it, with its history, or nothing. Where `write` changes nothing, nothing is recorded.
    ///
    /// # Errors
    /// What `write` fails with; `read_only_store`; a busy file, a full disk. The file is then as it was.
    pub fn transact<T>(&mut self, op: Op, write: impl FnOnce(&mut Tx<'_>) -> Result<T>) -> Result<Committed<T>> {
        self.writing(|transaction, environment| {
            let mut tx = Tx::new(transaction, environment.schema);
            let value = write(&mut tx)?;
            let touched = tx.into_touched();
            let operation_id = if touched.is_empty() { None } else { Some(keep(transaction, environment, op, None, &touched)?) };
            Ok(Committed { value, operation_id, changed: tables(&touched) })
        })
    }

    /// Reads in rows by the thousand, without a history of each. It cannot be undone.
    ///
    /// # Errors
    /// As [`Store::transact`].
    pub fn seed<T>(&mut self, op: Op, write: impl FnOnce(&Transaction<'_>) -> Result<(Seeded, T)>) -> Result<Committed<T>> {
        self.writing(|transaction, environment| {
            let (seeded, value) = write(transaction)?;
            let id = record(transaction, environment, op, None)?;
            record_change(transaction, id, 0, (seeded.table, seeded.id), None, Some(&seeded.summary))?;
            Ok(Committed { value, operation_id: Some(id), changed: vec![seeded.table.to_owned()] })
        })
    }

    /// One transaction that has the right to write from its start.
    pub(super) fn writing<T>(&mut self, write: impl FnOnce(&Transaction<'_>, &Environment) -> Result<T>) -> Result<T> {
        if let Access::Reading { .. } = self.access {
            return Err(Error::new(ErrorCode::ReadOnlyStore)).about(&self.path);
        }
        let transaction = self.connection.transaction_with_behavior(TransactionBehavior::Immediate).about(&self.path)?;
        let value = write(&transaction, &self.environment).about(&self.path)?;
        transaction.commit().about(&self.path)?;
        Ok(value)
    }
}

/// Keeps an operation with what it did to each record: the one way a change of records comes into the history.
///
/// # Errors
/// `budget_frozen` where it would change a version of a budget that has taken effect; `paper_handed_in` where it would change a paper
/// that was handed in.
pub(super) fn keep(
    connection: &Connection,
    environment: &Environment,
    op: Op,
    undoes: Option<i64>,
    touched: &[Touched],
) -> Result<i64> {
    frozen::stays(connection, &environment.schema, touched, undoes.is_some())?;
    handed_in::stays(connection, &environment.schema, touched, undoes.is_some())?;
    let id = record(connection, environment, op, undoes)?;
    for (position, touched) in (0..).zip(touched) {
        let place = (touched.table.table, touched.id);
        record_change(connection, id, position, place, touched.before.as_ref(), touched.after.as_ref())?;
    }
    Ok(id)
}

/// Notes the operation itself.
pub(super) fn record(connection: &Connection, environment: &Environment, op: Op, undoes: Option<i64>) -> Result<i64> {
    let id = connection.query_row(
        "INSERT INTO operation (at, actor, kind, schema_version, undoes_id) VALUES (?1, ?2, ?3, ?4, ?5) RETURNING id",
        params![stamp(environment.now()), environment.actor, op.code(), environment.schema.version(), undoes],
        |row| row.get(0),
    )?;
    Ok(id)
}

pub(super) fn record_change(
    connection: &Connection,
    operation: i64,
    position: i64,
    (table, id): (&str, i64),
    before: Option<&Row>,
    after: Option<&Row>,
) -> Result<()> {
    let json = |row: &Row| serde_json::Value::Object(row.clone()).to_string();
    connection
        .prepare_cached(
            "INSERT INTO operation_change (operation_id, position, table_name, row_id, before, after) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        )?
        .execute(params![operation, position, table, id, before.map(json), after.map(json)])?;
    Ok(())
}

/// The tables that were touched, each once, in order.
pub(super) fn tables(touched: &[Touched]) -> Vec<String> {
    let mut tables: Vec<String> = Vec::new();
    for touched in touched {
        if !tables.iter().any(|table| table == touched.table.table) {
            tables.push(touched.table.table.to_owned());
        }
    }
    tables
}
