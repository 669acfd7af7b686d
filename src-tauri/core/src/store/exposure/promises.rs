//! What each application's budget promises, loaded for all of them at once.

use std::collections::HashMap;

use chrono::NaiveDate;
use rusqlite::{Connection, params};

use crate::applications::{Application, ApplicationActivity, ApplicationCommittee, ApplicationStep, Stage};
use crate::budgets::{Budget, BudgetKind, Method, OwnForm, Promise, Promised, Side, Source};
use crate::error::Result;
use crate::money::Money;
use crate::scaled::Quantity;
use crate::store::applications::{grouped, stage_on};
use crate::store::records::records;
use crate::store::row;

/// Everything the screen is made of.
pub struct Known {
    /// The applications, newest first, each with the version that is counted.
    pub applications: Vec<Budgeted>,
    /// Departments by id.
    pub departments: HashMap<u32, String>,
    /// Short names of committees by id.
    pub committees: HashMap<u32, String>,
}

/// An application and the version of its budget that is counted.
pub struct Budgeted {
    /// The application.
    pub application: Application,
    /// Its stage on the day.
    pub stage: Stage,
    /// Who gives.
    pub funder: String,
    /// The committees it concerns.
    pub committees: Vec<u32>,
    /// What it does.
    pub activities: Vec<String>,
    /// What it promises; empty where no amount stands.
    pub promised: Promised,
    /// Whether no amount stands in it at all.
    pub empty: bool,
    /// Hours of its costs by year, in ten-thousandths.
    pub cost_hours: HashMap<i32, i64>,
    /// Whether the version names a payer without an amount.
    pub payer_without_amount: bool,
}

impl Budgeted {
    /// Whether it is granted or applied for: what is only thought of promises nothing yet, and a refusal ends it.
    pub fn matters(&self) -> bool {
        self.stage.is_granted() || self.stage == Stage::Submitted
    }
}

impl Known {
    /// Loads it.
    pub fn load(conn: &Connection, municipality: u32, fte_hours: u32, as_of: NaiveDate) -> Result<Known> {
        let of = params![municipality, None::<u32>];
        let applications: Vec<Application> = records(conn, "WHERE municipality_id = ?1 ORDER BY id DESC", [municipality])?;
        let steps = grouped(conn, of, "position", |it: &ApplicationStep| it.application_id)?;
        let mut concerned = grouped(conn, of, "id", |it: &ApplicationCommittee| it.application_id)?;
        let mut activities = grouped(conn, of, "position", |it: &ApplicationActivity| it.application_id)?;
        let mut budgets = grouped(conn, of, "position", |it: &Budget| it.application_id)?;
        let authorities = names(conn, "SELECT id, authority FROM pool WHERE authority <> ''", None)?;

        let mut known = Vec::with_capacity(applications.len());
        let mut of_budget: HashMap<u32, usize> = HashMap::new();
        for application in applications {
            let id = application.id;
            let Some(at) = steps.get(&id).and_then(|steps| stage_on(steps, as_of)) else { continue };
            let version = counted(budgets.remove(&id).unwrap_or_default(), at.stage, as_of);
            let committees: Vec<u32> = concerned.remove(&id).unwrap_or_default().iter().map(|it| it.committee_id).collect();
            let granted = at.stage.is_granted();
            let counts = version.as_ref().is_some_and(|budget| dated(budget, granted, at.since.is_some()));
            if let Some(budget) = version {
                of_budget.insert(budget.id, known.len());
            }
            known.push(Budgeted {
                stage: at.stage,
                funder: application
                    .pool_id
                    .and_then(|pool| authorities.get(&pool).cloned())
                    .unwrap_or_else(|| application.funder.clone()),
                committees,
                activities: activities.remove(&id).unwrap_or_default().into_iter().map(|it| it.title).collect(),
                promised: Promised { application_id: id, granted, counts, promises: Vec::new() },
                empty: true,
                cost_hours: HashMap::new(),
                payer_without_amount: false,
                application,
            });
        }
        fill(conn, municipality, &mut known, &of_budget, fte_hours)?;
        Ok(Known {
            applications: known,
            departments: names(conn, "SELECT id, name FROM department WHERE municipality_id = ?1", Some(municipality))?,
            committees: names(conn, "SELECT id, short_name FROM committee WHERE municipality_id = ?1", Some(municipality))?,
        })
    }
}

/// The version that is counted: the newest that has taken effect by the day; while nothing is answered, the newest of what is applied
/// for, also a draft.
fn counted(mut versions: Vec<Budget>, stage: Stage, as_of: NaiveDate) -> Option<Budget> {
    let granted = stage.is_granted();
    versions.retain(|budget| match (budget.in_force, budget.in_force_on) {
        (true, Some(on)) => on.last_day() <= as_of,
        (true, None) => true,
        (false, _) => !granted && budget.kind == BudgetKind::Applied,
    });
    versions.pop()
}

/// Whether the day it counts from is known: that of the version, or of a draft that of the step that sent it.
fn dated(budget: &Budget, granted: bool, sent: bool) -> bool {
    budget.in_force_on.is_some() || (!granted && sent)
}

/// A line as far as it is needed.
struct Line {
    application: usize,
    side: Side,
    source: Option<Source>,
    own_form: Option<OwnForm>,
    in_kind: bool,
    partners: bool,
    method: Method,
    committee: Option<u32>,
    department: Option<u32>,
    has_amount: bool,
}

/// Adds what the lines of the counted versions promise.
fn fill(
    conn: &Connection,
    municipality: u32,
    known: &mut [Budgeted],
    of_budget: &HashMap<u32, usize>,
    fte_hours: u32,
) -> Result<()> {
    let mut lines = lines(conn, municipality, known, of_budget)?;
    const CELLS: &str = "SELECT budget_line_id, year, amount_oere, quantity_e4 FROM budget_cell";
    let mut statement = conn.prepare_cached(CELLS)?;
    let mut cells = statement.query([])?;
    // Lines that are alike are summed as they come.
    type Alike = (usize, i32, Side, Option<Source>, Option<OwnForm>, bool, bool, Option<u32>, Option<u32>);
    let mut sums: HashMap<Alike, (i64, i64)> = HashMap::new();
    while let Some(cell) = cells.next()? {
        let Some(line) = lines.get_mut(&cell.get(0)?) else { continue };
        let (year, amount): (i32, Option<i64>) = (cell.get(1)?, cell.get(2)?);
        let quantity: i64 = cell.get::<_, Option<i64>>(3)?.unwrap_or_default();
        let hours = match line.method {
            Method::Hours => quantity,
            Method::Fte => quantity.saturating_mul(i64::from(fte_hours)),
            Method::Amount | Method::Units => 0,
        };
        if line.side == Side::Cost && hours != 0 {
            *known[line.application].cost_hours.entry(year).or_default() += hours;
        }
        let Some(amount) = amount else { continue };
        line.has_amount = true;
        let alike = (
            line.application,
            year,
            line.side,
            line.source,
            line.own_form,
            line.in_kind,
            line.partners,
            line.committee,
            line.department,
        );
        let sum = sums.entry(alike).or_default();
        sum.0 = sum.0.saturating_add(amount);
        sum.1 = sum.1.saturating_add(if line.source == Some(Source::Own) { hours } else { 0 });
    }
    for ((application, year, side, source, own_form, in_kind, partners, committee, department), (amount, hours)) in sums {
        known[application].empty = false;
        known[application].promised.promises.push(Promise {
            year,
            side,
            source,
            own_form,
            in_kind,
            partners,
            amount: Money::from_oere(amount),
            hours: Quantity::from_scaled(hours),
            committee,
            department,
        });
    }
    for line in lines.values().filter(|line| line.side == Side::Financing && !line.has_amount) {
        known[line.application].payer_without_amount = true;
    }
    Ok(())
}

/// The lines of the counted versions by id, each with whose budget it is on.
fn lines(
    conn: &Connection,
    municipality: u32,
    known: &[Budgeted],
    of_budget: &HashMap<u32, usize>,
) -> Result<HashMap<u32, Line>> {
    const LINES: &str = "SELECT id, budget_id, side, source, own_form, in_kind, partner_id IS NOT NULL, method, committee_id, department_id \
         FROM budget_line WHERE budget_id IN (SELECT budget.id FROM budget \
         JOIN application ON application.id = application_id WHERE municipality_id = ?1)";
    let mut statement = conn.prepare_cached(LINES)?;
    let mut rows = statement.query([municipality])?;
    let mut lines = HashMap::new();
    while let Some(found) = rows.next()? {
        let Some(application) = of_budget.get(&found.get(1)?).copied() else { continue };
        let whose = &known[application];
        let only = if whose.committees.len() == 1 { whose.committees.first().copied() } else { None };
        let line = Line {
            application,
            side: row::code(found, 2, Side::from_code)?,
            source: row::optional_code(found, 3, Source::from_code)?,
            own_form: row::optional_code(found, 4, OwnForm::from_code)?,
            in_kind: found.get(5)?,
            partners: found.get(6)?,
            method: row::code(found, 7, Method::from_code)?,
            committee: found.get::<_, Option<u32>>(8)?.or(only),
            department: found.get::<_, Option<u32>>(9)?.or(whose.application.department_id),
            has_amount: false,
        };
        lines.insert(found.get(0)?, line);
    }
    Ok(lines)
}

fn names(conn: &Connection, sql: &str, municipality: Option<u32>) -> Result<HashMap<u32, String>> {
    let mut statement = conn.prepare_cached(sql)?;
    let named = |row: &rusqlite::Row<'_>| Ok((row.get(0)?, row.get(1)?));
    let found = match municipality {
        Some(id) => statement.query_map([id], named)?.collect::<rusqlite::Result<_>>()?,
        None => statement.query_map([], named)?.collect::<rusqlite::Result<_>>()?,
    };
    Ok(found)
}
