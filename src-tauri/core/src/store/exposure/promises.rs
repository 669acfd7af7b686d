//! What each application's budget promises, loaded for all of them at once: columns that are needed, and no whole records.

use std::collections::HashMap;

use chrono::{Datelike, NaiveDate};
use rusqlite::Connection;

use crate::applications::{Stage, StageAt, stage_at};
use crate::budgets::{BudgetKind, Method, OwnForm, Promise, Promised, Side, Source};
use crate::calendar::PartialDate;
use crate::error::Result;
use crate::money::Money;
use crate::scaled::Quantity;
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
    /// Title.
    pub title: String,
    /// Who gives.
    pub funder: String,
    /// Its department.
    pub department: Option<u32>,
    /// The project's first day.
    pub period_start: Option<PartialDate>,
    /// Its last.
    pub period_end: Option<PartialDate>,
    /// What happens when the money ends.
    pub embedding: String,
    /// What is applied for, as stated.
    pub requested: Option<Money>,
    /// What it all costs, as stated.
    pub total: Option<Money>,
    /// Its stage on the day.
    pub stage: Stage,
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

    /// The first and last year of the project: of its period as stated, and of the years its budget has amounts in.
    fn project_years(&self) -> Option<(i32, i32)> {
        let stated = self.period_start.map(PartialDate::first_day).into_iter().chain(self.period_end.map(PartialDate::last_day));
        let budgeted = self.promised.promises.iter().map(|it| it.year).filter(|year| *year != 0);
        let years: Vec<i32> = stated.map(|day| day.year()).chain(budgeted).collect();
        Some((years.iter().min().copied()?, years.iter().max().copied()?))
    }
}

impl Known {
    /// Loads it.
    pub fn load(conn: &Connection, municipality: u32, fte_hours: u32, as_of: NaiveDate) -> Result<Known> {
        let stages = stages(conn, municipality, as_of)?;
        let mut known = applications(conn, municipality, &stages)?;
        let places: HashMap<u32, usize> = known.iter().enumerate().map(|(at, it)| (it.promised.application_id, at)).collect();

        const COMMITTEES: &str = "SELECT application_id, committee_id FROM application_committee ORDER BY id";
        let mut statement = conn.prepare_cached(COMMITTEES)?;
        let mut rows = statement.query([])?;
        while let Some(found) = rows.next()? {
            let Some(at) = places.get(&found.get(0)?) else { continue };
            known[*at].committees.push(found.get(1)?);
        }
        const ACTIVITIES: &str = "SELECT application_id, title FROM application_activity ORDER BY position";
        let mut statement = conn.prepare_cached(ACTIVITIES)?;
        let mut rows = statement.query([])?;
        while let Some(found) = rows.next()? {
            let Some(at) = places.get(&found.get(0)?) else { continue };
            known[*at].activities.push(found.get(1)?);
        }

        let of_budget = counted(conn, &mut known, &places, &stages, as_of)?;
        fill(conn, &mut known, &of_budget, fte_hours)?;
        Ok(Known {
            applications: known,
            departments: names(conn, "SELECT id, name FROM department WHERE municipality_id = ?1", municipality)?,
            committees: names(conn, "SELECT id, short_name FROM committee WHERE municipality_id = ?1", municipality)?,
        })
    }
}

/// Where each application stood on the day; those begun later are not there.
fn stages(conn: &Connection, municipality: u32, as_of: NaiveDate) -> Result<HashMap<u32, StageAt>> {
    const STEPS: &str = "SELECT application_id, stage, taken_on \
         FROM application JOIN application_step ON application_id = application.id \
         WHERE municipality_id = ?1 AND taken_back_on IS NULL ORDER BY application_id, application_step.position";
    let mut statement = conn.prepare_cached(STEPS)?;
    let read = |found: &rusqlite::Row<'_>| {
        let step = (row::code(found, 1, Stage::from_code)?, row::optional_code(found, 2, PartialDate::parse)?);
        Ok((found.get(0)?, step))
    };
    let steps: Vec<(u32, (Stage, Option<PartialDate>))> =
        statement.query_map([municipality], read)?.collect::<rusqlite::Result<_>>()?;
    let of = |steps: &[(u32, (Stage, Option<PartialDate>))]| {
        let id = steps.first()?.0;
        Some((id, stage_at(steps.iter().map(|(_, step)| *step), as_of)?))
    };
    Ok(steps.chunk_by(|one, other| one.0 == other.0).filter_map(of).collect())
}

/// The applications, newest first, without their budgets.
fn applications(conn: &Connection, municipality: u32, stages: &HashMap<u32, StageAt>) -> Result<Vec<Budgeted>> {
    const APPLICATIONS: &str = "SELECT application.id, application.title, \
         CASE WHEN authority <> '' THEN authority ELSE application.funder END, department_id, period_end, embedding, requested_oere, total_oere, \
         period_start \
         FROM application LEFT JOIN pool ON pool.id = pool_id WHERE municipality_id = ?1 ORDER BY application.id DESC";
    let mut statement = conn.prepare_cached(APPLICATIONS)?;
    let mut rows = statement.query([municipality])?;
    let mut known = Vec::with_capacity(stages.len());
    while let Some(found) = rows.next()? {
        let application_id = found.get(0)?;
        let Some(at) = stages.get(&application_id) else { continue };
        known.push(Budgeted {
            title: found.get(1)?,
            funder: found.get(2)?,
            department: found.get(3)?,
            period_start: row::optional_code(found, 8, PartialDate::parse)?,
            period_end: row::optional_code(found, 4, PartialDate::parse)?,
            embedding: found.get(5)?,
            requested: row::money(found, 6)?,
            total: row::money(found, 7)?,
            stage: at.stage,
            committees: Vec::new(),
            activities: Vec::new(),
            promised: Promised {
                application_id,
                granted: at.stage.is_granted(),
                counts: false,
                years: None,
                promises: Vec::new(),
            },
            empty: true,
            cost_hours: HashMap::new(),
            payer_without_amount: false,
        });
    }
    Ok(known)
}

/// The place of the application of each version that is counted: the newest that has taken effect by the day; while nothing is answered,
/// the newest of what is applied for, also a draft. Whether the day it counts from is known: that of the version, or of a draft that of
/// the step that sent it.
fn counted(
    conn: &Connection,
    known: &mut [Budgeted],
    places: &HashMap<u32, usize>,
    stages: &HashMap<u32, StageAt>,
    as_of: NaiveDate,
) -> Result<HashMap<u32, usize>> {
    const VERSIONS: &str = "SELECT application_id, id, kind, in_force, in_force_on FROM budget ORDER BY application_id, position";
    let mut statement = conn.prepare_cached(VERSIONS)?;
    let mut rows = statement.query([])?;
    let mut newest: HashMap<usize, u32> = HashMap::with_capacity(known.len());
    while let Some(found) = rows.next()? {
        let application: u32 = found.get(0)?;
        let Some((at, stage)) = places.get(&application).zip(stages.get(&application)) else { continue };
        let granted = stage.stage.is_granted();
        let kind = row::code(found, 2, BudgetKind::from_code)?;
        let in_force_on = row::optional_code(found, 4, PartialDate::parse)?;
        let counts = match (found.get(3)?, in_force_on) {
            (true, Some(on)) => on.last_day() <= as_of,
            (true, None) => true,
            (false, _) => !granted && kind == BudgetKind::Applied,
        };
        if counts {
            newest.insert(*at, found.get(1)?);
            known[*at].promised.counts = in_force_on.is_some() || (!granted && stage.since.is_some());
        }
    }
    Ok(newest.into_iter().map(|(at, budget)| (budget, at)).collect())
}

/// What lines that are alike have in common.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
struct Kind {
    application: usize,
    side: Side,
    source: Option<Source>,
    own_form: Option<OwnForm>,
    in_kind: bool,
    partners: bool,
    committee: Option<u32>,
    department: Option<u32>,
}

/// A line as far as it is needed.
struct Line {
    /// Place of its kind.
    kind: usize,
    method: Method,
    has_amount: bool,
}

/// What the lines of a kind come to in a year: øre, and hours in ten-thousandths.
struct Sum {
    year: i32,
    amount: i64,
    hours: i64,
}

/// Adds what the lines of the counted versions promise.
fn fill(conn: &Connection, known: &mut [Budgeted], of_budget: &HashMap<u32, usize>, fte_hours: u32) -> Result<()> {
    let (kinds, mut lines, places) = lines(conn, known, of_budget)?;
    let mut sums: Vec<Vec<Sum>> = kinds.iter().map(|_| Vec::new()).collect();
    const CELLS: &str = "SELECT budget_line_id, year, amount_oere, quantity_e4 FROM budget_cell";
    let mut statement = conn.prepare_cached(CELLS)?;
    let mut cells = statement.query([])?;
    // The cells of a line mostly stand together.
    let mut last: (u32, Option<usize>) = (0, None);
    while let Some(cell) = cells.next()? {
        let id = cell.get(0)?;
        if last.0 != id {
            last = (id, places.get(&id).copied());
        }
        let Some(line) = last.1.and_then(|at| lines.get_mut(at)) else { continue };
        let kind = &kinds[line.kind];
        let (year, amount): (i32, Option<i64>) = (cell.get(1)?, cell.get(2)?);
        let hours = match line.method {
            Method::Amount | Method::Units => 0,
            Method::Hours => cell.get::<_, Option<i64>>(3)?.unwrap_or_default(),
            Method::Fte => cell.get::<_, Option<i64>>(3)?.unwrap_or_default().saturating_mul(i64::from(fte_hours)),
        };
        if kind.side == Side::Cost && hours != 0 {
            *known[kind.application].cost_hours.entry(year).or_default() += hours;
        }
        let Some(amount) = amount else { continue };
        line.has_amount = true;
        let years = &mut sums[line.kind];
        // A budget has few years: looking through them costs less than looking them up.
        let at = years.iter().position(|sum| sum.year == year).unwrap_or(years.len());
        if at == years.len() {
            years.push(Sum { year, amount: 0, hours: 0 });
        }
        let sum = &mut years[at];
        sum.amount = sum.amount.saturating_add(amount);
        sum.hours = sum.hours.saturating_add(if kind.source == Some(Source::Own) { hours } else { 0 });
    }
    for (kind, years) in kinds.iter().zip(&sums) {
        let it = &mut known[kind.application];
        it.empty &= years.is_empty();
        it.promised.promises.extend(years.iter().map(|sum| kind.promise(sum)));
    }
    known.iter_mut().for_each(|it| it.promised.years = it.project_years());
    for line in lines.iter().filter(|line| !line.has_amount) {
        let kind = &kinds[line.kind];
        known[kind.application].payer_without_amount |= kind.side == Side::Financing;
    }
    Ok(())
}

impl Kind {
    fn promise(&self, sum: &Sum) -> Promise {
        Promise {
            year: sum.year,
            side: self.side,
            source: self.source,
            own_form: self.own_form,
            in_kind: self.in_kind,
            partners: self.partners,
            amount: Money::from_oere(sum.amount),
            hours: Quantity::from_scaled(sum.hours),
            committee: self.committee,
            department: self.department,
        }
    }
}

/// The kinds there are, the lines of the counted versions, and the place of each line by its id.
type Lines = (Vec<Kind>, Vec<Line>, HashMap<u32, usize>);

fn lines(conn: &Connection, known: &[Budgeted], of_budget: &HashMap<u32, usize>) -> Result<Lines> {
    const LINES: &str = "SELECT id, budget_id, side, source, own_form, in_kind, partner_id IS NOT NULL, method, committee_id, \
         department_id FROM budget_line";
    let mut statement = conn.prepare_cached(LINES)?;
    let mut rows = statement.query([])?;
    let (mut kinds, mut lines, mut places): Lines = Lines::default();
    let mut known_kinds: HashMap<Kind, usize> = HashMap::new();
    while let Some(found) = rows.next()? {
        let Some(application) = of_budget.get(&found.get(1)?).copied() else { continue };
        let whose = &known[application];
        let only = if whose.committees.len() == 1 { whose.committees.first().copied() } else { None };
        let kind = Kind {
            application,
            side: row::code(found, 2, Side::from_code)?,
            source: row::optional_code(found, 3, Source::from_code)?,
            own_form: row::optional_code(found, 4, OwnForm::from_code)?,
            in_kind: found.get(5)?,
            partners: found.get(6)?,
            committee: found.get::<_, Option<u32>>(8)?.or(only),
            department: found.get::<_, Option<u32>>(9)?.or(whose.department),
        };
        let kind = *known_kinds.entry(kind).or_insert_with(|| {
            kinds.push(kind);
            kinds.len() - 1
        });
        places.insert(found.get(0)?, lines.len());
        lines.push(Line { kind, method: row::code(found, 7, Method::from_code)?, has_amount: false });
    }
    Ok((kinds, lines, places))
}

fn names(conn: &Connection, sql: &str, municipality: u32) -> Result<HashMap<u32, String>> {
    let mut statement = conn.prepare_cached(sql)?;
    let found = statement.query_map([municipality], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}
