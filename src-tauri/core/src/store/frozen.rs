//! A version of a budget that has taken effect stays as it is. Whoever writes, undoes, does again or reads in: all pass here before
//! their operation is kept.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::{Connection, OptionalExtension};
use serde_json::Value;

use crate::applications::Application;
use crate::budgets::{Budget, BudgetCell, BudgetLine};
use crate::error::{Error, ErrorCode, Result};
use crate::record::Record;
use crate::store::names::name;
use crate::store::record::{Row, Touched};
use crate::store::schema::Schema;

/// What may still be said of a version that has taken effect.
const LOOSE: [&str; 4] = ["title", "note", "document_id", "version"];

/// That an operation leaves every version alone that had taken effect before it. Taking back the operation that let it take effect
/// is allowed; so is removing it with its application.
///
/// # Errors
/// `budget_frozen`, naming the version.
pub(super) fn stays(connection: &Connection, schema: &Schema, touched: &[Touched], takes_back: bool) -> Result<()> {
    let of = |table: &'static str| touched.iter().filter(move |touched| touched.table.table == table);
    let gone: BTreeSet<i64> = of(Application::TABLE).filter(|touched| touched.after.is_none()).map(|it| it.id).collect();
    // Versions the operation touched itself, and whether each is held.
    let mut held: BTreeMap<i64, bool> = BTreeMap::new();
    for budget in of(Budget::TABLE) {
        let was = budget.before.as_ref().filter(|row| is_frozen(row));
        let is = budget.after.as_ref().filter(|row| is_frozen(row));
        let let_go = match (was, &budget.after) {
            (None, _) => true,
            (Some(was), None) => takes_back || column(was, "application_id").is_some_and(|id| gone.contains(&id)),
            (Some(_), Some(_)) => takes_back && is.is_none(),
        };
        held.insert(budget.id, !let_go);
        if let Some(was) = was.filter(|was| !let_go && budget.after.as_ref().is_none_or(|now| tightly(was) != tightly(now))) {
            return Err(refused(connection, schema, was)?);
        }
    }
    let mut budgets: BTreeSet<i64> = BTreeSet::new();
    let mut lines: BTreeSet<i64> = BTreeSet::new();
    for line in of(BudgetLine::TABLE) {
        budgets.extend(both(line).filter_map(|row| column(row, "budget_id")));
    }
    for cell in of(BudgetCell::TABLE) {
        lines.extend(both(cell).filter_map(|row| column(row, "budget_line_id")));
    }
    let written: BTreeSet<i64> = of(BudgetLine::TABLE).map(|line| line.id).collect();
    for line in lines.difference(&written) {
        budgets.extend(budget_of(connection, *line)?);
    }
    for id in budgets {
        let Some(row) = budget(connection, schema, id)? else { continue };
        if held.get(&id).copied().unwrap_or_else(|| is_frozen(&row)) {
            return Err(refused(connection, schema, &row)?);
        }
    }
    Ok(())
}

fn both(touched: &Touched) -> impl Iterator<Item = &Row> {
    touched.before.iter().chain(&touched.after)
}

fn column(row: &Row, column: &str) -> Option<i64> {
    row.get(column).and_then(Value::as_i64)
}

fn is_frozen(row: &Row) -> bool {
    column(row, "in_force") == Some(1)
}

/// What must stay.
fn tightly(row: &Row) -> Row {
    row.iter()
        .filter(|(column, _)| !LOOSE.contains(&column.as_str()))
        .map(|(column, value)| (column.clone(), value.clone()))
        .collect()
}

fn budget_of(connection: &Connection, line: i64) -> Result<Option<i64>> {
    let mut statement = connection.prepare_cached("SELECT budget_id FROM budget_line WHERE id = ?1")?;
    Ok(statement.query_row([line], |row| row.get(0)).optional()?)
}

fn budget(connection: &Connection, schema: &Schema, id: i64) -> Result<Option<Row>> {
    crate::store::record::read(connection, schema.editable(Budget::TABLE)?, id)
}

fn refused(connection: &Connection, schema: &Schema, row: &Row) -> Result<Error> {
    Ok(Error::new(ErrorCode::BudgetFrozen).with("record", name(connection, schema, Budget::TABLE, row)?))
}
