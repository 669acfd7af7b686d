//! The money of an application as it lies in the file.

use rusqlite::Connection;

use crate::budgets::{BudgetLine, Chargeable, Payers};
use crate::error::Result;
use crate::money::Money;
use crate::store::applications::of;
use crate::store::records::records;

/// The lines of every version of application `?1`'s budget.
const OF_BUDGETS: &str = "budget_id IN (SELECT id FROM budget WHERE application_id = ?1)";

/// What spending of an application can be charged to.
pub fn chargeable(conn: &Connection, application: u32) -> Result<Chargeable> {
    let lines: Vec<BudgetLine> = records(conn, &format!("WHERE {OF_BUDGETS} ORDER BY budget_id, position, id"), [application])?;
    Ok(Chargeable::new(of(conn, application, "position")?, lines))
}

/// Who pays by each version of an application's budget.
pub fn payers(conn: &Connection, application: u32) -> Result<Vec<Payers>> {
    let sql = format!(
        "SELECT budget_id, coalesce(sum(CASE WHEN source = 'grant' THEN amount_oere END), 0), coalesce(sum(amount_oere), 0) \
         FROM budget_line JOIN budget_cell ON budget_line_id = budget_line.id WHERE side = 'financing' AND {OF_BUDGETS} \
         GROUP BY budget_id"
    );
    let mut statement = conn.prepare_cached(&sql)?;
    let found = statement.query_map([application], |row| {
        let (grant, financing) = (Money::from_oere(row.get(1)?), Money::from_oere(row.get(2)?));
        Ok(Payers { budget_id: row.get(0)?, grant, financing })
    })?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}
