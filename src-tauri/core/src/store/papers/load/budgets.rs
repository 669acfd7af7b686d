//! The version of each application's budget that counts.

use std::collections::HashMap;

use chrono::NaiveDate;
use rusqlite::Connection;

use crate::applications::{Application, Stage};
use crate::budgets::*;
use crate::error::Result;
use crate::money::Money;
use crate::report::case::{BudgetFacts, LineFacts};
use crate::scaled::{Quantity, Rate};
use crate::store::papers::load::{by, listed};
use crate::store::records::records;

/// By application: the newest version that has taken effect by the day; while nothing is answered, the newest of what is applied for,
/// also a draft.
pub(super) fn load(
    conn: &Connection,
    applications: &HashMap<u32, (Application, Stage)>,
    departments: &HashMap<u32, String>,
    as_of: NaiveDate,
) -> Result<HashMap<u32, BudgetFacts>> {
    let ids = listed(applications.keys().copied());
    let versions: Vec<Budget> = records(conn, &format!("WHERE application_id IN ({ids}) ORDER BY application_id, position"), [])?;
    let mut counted: HashMap<u32, Budget> = HashMap::new();
    for budget in versions {
        let granted = applications.get(&budget.application_id).is_some_and(|(_, stage)| stage.is_granted());
        let counts = if budget.in_force { is_known(&budget, as_of) } else { !granted && budget.kind == BudgetKind::Applied };
        if counts {
            counted.insert(budget.application_id, budget);
        }
    }
    let ids = listed(counted.values().map(|budget| budget.id));
    let lines: Vec<BudgetLine> = records(conn, &format!("WHERE budget_id IN ({ids}) ORDER BY side, position, id"), [])?;
    let mut years = years(conn, &ids)?;
    let mut lines = by(lines, |line| line.budget_id);
    let facts = |budget: Budget| {
        let own = applications.get(&budget.application_id).and_then(|(application, _)| application.department_id);
        let line = |line: BudgetLine| LineFacts {
            years: years.remove(&line.id).unwrap_or_default(),
            department: line.department_id.or(own).and_then(|id| departments.get(&id).cloned()).unwrap_or_default(),
            line,
        };
        let lines = lines.remove(&budget.id).unwrap_or_default().into_iter().map(line).collect();
        (budget.application_id, BudgetFacts { budget, lines })
    };
    Ok(counted.into_values().map(facts).collect())
}

/// What the lines of these versions say of each year.
fn years(conn: &Connection, budgets: &str) -> Result<HashMap<u32, Vec<LineYear>>> {
    let sql = format!(
        "SELECT budget_line_id, year, sum(quantity_e4), min(rate_e4), max(rate_e4), sum(amount_oere) FROM budget_cell \
         WHERE budget_line_id IN (SELECT id FROM budget_line WHERE budget_id IN ({budgets})) \
         GROUP BY budget_line_id, year ORDER BY budget_line_id, year"
    );
    let mut statement = conn.prepare(&sql)?;
    let mut rows = statement.query([])?;
    let mut found: HashMap<u32, Vec<LineYear>> = HashMap::new();
    while let Some(row) = rows.next()? {
        found.entry(row.get(0)?).or_default().push(LineYear {
            year: row.get(1)?,
            quantity: row.get::<_, Option<i64>>(2)?.map(Quantity::from_scaled),
            lowest_rate: row.get::<_, Option<i64>>(3)?.map(Rate::from_scaled),
            highest_rate: row.get::<_, Option<i64>>(4)?.map(Rate::from_scaled),
            amount: row.get::<_, Option<i64>>(5)?.map(Money::from_oere),
        });
    }
    Ok(found)
}
