//! Hours of own staff that other applications of the municipality have promised: nobody can work the same hour twice.

use std::collections::{BTreeSet, HashMap};

use chrono::NaiveDate;
use rusqlite::Connection;

use crate::applications::{ApplicationStep, Stage, stage_at};
use crate::budgets::*;
use crate::error::Result;
use crate::scaled::Quantity;
use crate::store::budgets::sheet::fte_hours;
use crate::store::records::records;

/// Hours reckoned for the employees and positions these lines name, in the budgets of the municipality's other applications: of each
/// the version in force today, else the newest. What is ended, or only thought of, promises nothing.
pub(super) fn promised(conn: &Connection, application: u32, lines: &[LineFigures<'_>]) -> Result<Vec<PromisedHours>> {
    let named: BTreeSet<&str> =
        lines.iter().map(|it| it.line).filter(|line| is_staff(line)).map(|line| line.origin.trim()).collect();
    if named.is_empty() {
        return Ok(Vec::new());
    }
    const HOURS: &str = "SELECT budget_id, origin, method, year, sum(quantity_e4) \
                         FROM budget_line JOIN budget_cell ON budget_line_id = budget_line.id \
                         WHERE source = 'own' AND method IN ('hours', 'fte') AND origin <> '' AND quantity_e4 IS NOT NULL \
                         AND budget_id IN (SELECT budget.id FROM budget JOIN application ON application.id = application_id \
                         WHERE application_id <> ?1 AND municipality_id = (SELECT municipality_id FROM application WHERE id = ?1)) \
                         GROUP BY budget_id, origin, method, year ORDER BY budget_id, origin, year, method";
    let fte_hours = i64::from(fte_hours(conn, application)?);
    let mut statement = conn.prepare_cached(HOURS)?;
    let mut rows = statement.query([application])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        let (budget, origin, method): (u32, String, String) = (row.get(0)?, row.get(1)?, row.get(2)?);
        if !named.iter().any(|name| same(name, &origin)) {
            continue;
        }
        let quantity: i64 = row.get(4)?;
        let hours = if method == Method::Fte.code() { quantity.saturating_mul(fte_hours) } else { quantity };
        let hours = Quantity::from_scaled(hours);
        found.push((budget, PromisedHours { origin, year: row.get(3)?, hours, application: String::new() }));
    }
    let counting = versions_that_count(conn, &found.iter().map(|(budget, _)| *budget).collect())?;
    let titled = |(budget, hours): (u32, PromisedHours)| {
        counting.get(&budget).map(|title| PromisedHours { application: title.clone(), ..hours })
    };
    Ok(found.into_iter().filter_map(titled).collect())
}

fn is_staff(line: &BudgetLine) -> bool {
    line.source == Some(Source::Own) && matches!(line.method, Method::Hours | Method::Fte) && !line.origin.trim().is_empty()
}

/// Whether two names are of one employee: written alike but for case and blanks.
fn same(one: &str, other: &str) -> bool {
    one.trim().to_lowercase() == other.trim().to_lowercase()
}

/// The version that counts of each application that has one of these versions, with that application's title.
fn versions_that_count(conn: &Connection, budgets: &BTreeSet<u32>) -> Result<HashMap<u32, String>> {
    let ids = budgets.iter().map(u32::to_string).collect::<Vec<_>>().join(", ");
    let theirs = format!(
        "WHERE application_id IN (SELECT application_id FROM budget WHERE id IN ({ids})) ORDER BY application_id, position"
    );
    let versions: Vec<Budget> = records(conn, &theirs, [])?;
    let steps: Vec<ApplicationStep> = records(conn, &theirs, [])?;
    let titles = format!("SELECT id, title FROM application WHERE id IN (SELECT application_id FROM budget WHERE id IN ({ids}))");
    let mut titles = conn.prepare(&titles)?;
    let titles = titles.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    let titles: HashMap<u32, String> = titles.collect::<rusqlite::Result<_>>()?;
    let mut found = HashMap::new();
    for versions in versions.chunk_by(|one, other| one.application_id == other.application_id) {
        let Some(newest) = versions.last() else { continue };
        let first = steps.partition_point(|step| step.application_id < newest.application_id);
        let own = steps.iter().skip(first).take_while(|step| step.application_id == newest.application_id);
        let own = own.filter(|step| step.taken_back_on.is_none()).map(|step| (step.stage, step.taken_on));
        let stage = stage_at(own, NaiveDate::MAX).map(|at| at.stage);
        if stage.is_some_and(|stage| stage == Stage::Submitted || stage.is_granted()) {
            let counts = in_force(versions, NaiveDate::MAX).unwrap_or(newest);
            found.insert(counts.id, titles.get(&newest.application_id).cloned().unwrap_or_default());
        }
    }
    Ok(found)
}
