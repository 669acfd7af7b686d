//! Versions of a budget: looking at them, beginning, freezing and removing them.

use std::collections::HashMap;

use chrono::{Datelike, NaiveDate};
use rusqlite::Connection;

use crate::applications::{Application, ApplicationPartner};
use crate::budgets::*;
use crate::calendar::PartialDate;
use crate::error::{Error, ErrorCode, Result};
use crate::money::Money;
use crate::ops::Op;
use crate::record::{Cell, Record};
use crate::store::applications::{certain_by, of};
use crate::store::budgets::found::{budget_application, found, rules, rules_of};
use crate::store::budgets::patch::line_view;
use crate::store::budgets::sheet::{Summed, cells, fte_hours};
use crate::store::budgets::terms::application_terms;
use crate::store::budgets::write::{add, draft, name_of, put, stored};
use crate::store::records::{only, record, records, remove_where, save, write};
use crate::store::refuse::invalid;
use crate::store::{Committed, Row, Store, Tx};
use crate::views::{BudgetDraft, BudgetFreeze, BudgetSheet, BudgetVersion, BudgetView, Changed};

impl Store {
    /// The budget of an application on a day: one version as a sheet, the newest where none is named or the one named took effect
    /// later.
    ///
    /// # Errors
    /// `record_changed` where the application or the version is gone.
    pub fn budget(&self, application: u32, budget: Option<u32>, as_of: NaiveDate) -> Result<BudgetView> {
        self.query(|connection| {
            let row: Application = record(connection, application)?;
            if let Some(named) = budget {
                let named: Budget = record(connection, named)?;
                if named.application_id != application {
                    return Err(invalid("budget_id", named.id, application));
                }
            }
            let mut versions = versions(connection, application, as_of)?;
            versions.retain(|version| is_known(&version.budget, as_of));
            let shown = versions.iter().find(|version| Some(version.budget.id) == budget).or(versions.last());
            let shown = shown.map(|version| sheet(connection, version.budget.clone())).transpose()?;
            let (summed, sheet) = shown.unzip();
            let terms = application_terms(connection, &row)?;
            let rules = rules(&terms);
            let application = budget_application(connection, application, as_of)?;
            Ok(BudgetView {
                as_of,
                versions,
                sheet,
                terms,
                categories: category_list(&rules).to_vec(),
                partners: of::<ApplicationPartner>(connection, row.id, "id")?,
                fte_hours: fte_hours(connection, row.id)?,
                wage_estimates: records(connection, "WHERE municipality_id = ?1 ORDER BY year", [row.municipality_id])?,
                findings: found(connection, summed.as_ref(), &application, &rules)?,
                application,
            })
        })
    }

    /// Begins a version: empty, or with the lines of another. Its line numbers are those of the other.
    ///
    /// # Errors
    /// `record_changed`; `field_invalid`; `cells_outside` where the other has figures outside the years asked for; those of
    /// [`Store::transact`].
    pub fn budget_create(&mut self, draft: &BudgetDraft, today: NaiveDate) -> Result<Changed<BudgetView>> {
        let committed = self.transact(Op::BudgetCreate, |tx| {
            let id = create(tx, draft, today)?;
            Ok((draft.application_id, Some(id)))
        })?;
        self.after_version(committed, today)
    }

    /// Changes a version: its title, years, split, bases and notes; of one that took effect only title, note and document. Where the
    /// split changes its cells are divided or added up.
    ///
    /// # Errors
    /// `field_invalid`; `budget_frozen`; `cells_outside`; `parts_differ`; those of [`Store::transact`].
    pub fn budget_save(&mut self, budget: &Budget, today: NaiveDate) -> Result<Changed<BudgetView>> {
        let committed = self.transact(Op::BudgetSave, |tx| change(tx, budget))?;
        self.after_version(committed, today)
    }

    /// Lets a version take effect: its lines stay as they are from now on.
    ///
    /// # Errors
    /// `budget_frozen`; `budget_empty`; `field_invalid` for a day that has not come; `field_required` for `letter` where a version
    /// the funder approved rests on no letter and no document, and nothing says why; those of [`Store::transact`].
    pub fn budget_freeze(&mut self, freeze: &BudgetFreeze, today: NaiveDate) -> Result<Changed<BudgetView>> {
        let committed = self.transact(Op::BudgetFreeze, |tx| {
            let budget = draft(tx.connection(), freeze.id)?;
            certain_by("in_force_on", freeze.in_force_on, today)?;
            if budget.kind != BudgetKind::Applied && freeze.document_id.is_none() && freeze.letter.trim().is_empty() {
                return Err(Error::new(ErrorCode::FieldRequired).in_field("letter"));
            }
            if !has_lines(tx.connection(), budget.id)? {
                return Err(Error::new(ErrorCode::BudgetEmpty).with("record", name_of(tx.connection(), &budget)?));
            }
            let mut changes = only("letter", freeze.letter.to_cell());
            changes.extend(only("document_id", freeze.document_id.to_cell()));
            changes.extend(only("indexed", freeze.indexed.to_cell()));
            changes.extend(in_force_from(freeze.in_force_on));
            write::<Budget>(tx, freeze.id, freeze.version, changes)?;
            Ok((budget.application_id, Some(budget.id)))
        })?;
        self.after_version(committed, today)
    }

    /// Removes a draft.
    ///
    /// # Errors
    /// `budget_frozen`; those of [`Store::transact`].
    pub fn budget_delete(&mut self, id: u32, version: u32, today: NaiveDate) -> Result<Changed<BudgetView>> {
        let committed = self.transact(Op::BudgetDelete, |tx| {
            let budget = draft(tx.connection(), id)?;
            // The version the person saw must be the one that stands, before anything is taken out.
            tx.update(Budget::TABLE, i64::from(id), i64::from(version), Row::new())?;
            remove_lines(tx, id)?;
            tx.delete(Budget::TABLE, i64::from(id), i64::from(version))?;
            Ok((budget.application_id, None))
        })?;
        self.after_version(committed, today)
    }

    /// The reply to a change of a version of an application.
    fn after_version(&self, committed: Committed<(u32, Option<u32>)>, today: NaiveDate) -> Result<Changed<BudgetView>> {
        let (application, budget) = committed.value;
        Ok(Changed { view: self.budget(application, budget, today)?, changed: committed.changed })
    }
}

/// The newest draft of what is applied for takes effect on the day the application was sent. An empty one says nothing.
pub(in crate::store) fn freeze_applied(tx: &mut Tx<'_>, application: u32, on: Option<PartialDate>) -> Result<()> {
    let drafts: Vec<Budget> = of(tx.connection(), application, "position DESC")?;
    let newest = drafts.into_iter().find(|budget| !budget.in_force && budget.kind == BudgetKind::Applied);
    if let Some(budget) = newest
        && has_lines(tx.connection(), budget.id)?
    {
        write::<Budget>(tx, budget.id, budget.version, in_force_from(on))?;
    }
    Ok(())
}

/// Removes the lines of a version with their cells.
pub(in crate::store) fn remove_lines(tx: &mut Tx<'_>, budget: u32) -> Result<()> {
    for line in super::sheet::lines(tx.connection(), budget)? {
        remove_where(tx, BudgetCell::TABLE, "budget_line_id", line.id)?;
    }
    remove_where(tx, BudgetLine::TABLE, "budget_id", budget)
}

fn in_force_from(day: Option<PartialDate>) -> Row {
    let mut changes = only("in_force", true.to_cell());
    changes.extend(only("in_force_on", day.to_cell()));
    changes
}

fn has_lines(conn: &Connection, budget: u32) -> Result<bool> {
    Ok(conn.prepare_cached("SELECT 1 FROM budget_line WHERE budget_id = ?1")?.exists([budget])?)
}

/// The versions of an application in order, with what they come to; which one is in force goes by the day.
fn versions(conn: &Connection, application: u32, as_of: NaiveDate) -> Result<Vec<BudgetVersion>> {
    const LINES: &str = "SELECT budget_id, count(*) FROM budget_line \
                         WHERE budget_id IN (SELECT id FROM budget WHERE application_id = ?1) GROUP BY budget_id";
    const SUMS: &str = "SELECT budget_id, side, coalesce(source, ''), sum(amount_oere) \
                        FROM budget_line JOIN budget_cell ON budget_line_id = budget_line.id \
                        WHERE budget_id IN (SELECT id FROM budget WHERE application_id = ?1) AND amount_oere IS NOT NULL \
                        GROUP BY budget_id, side, source";
    let budgets: Vec<Budget> = of(conn, application, "position")?;
    let current = in_force(&budgets, as_of).map(|budget| budget.id);
    let mut lines: HashMap<u32, u32> = HashMap::new();
    let mut statement = conn.prepare_cached(LINES)?;
    let mut rows = statement.query([application])?;
    while let Some(row) = rows.next()? {
        lines.insert(row.get(0)?, row.get(1)?);
    }
    let version = |budget: Budget| {
        let (current, lines) = (current == Some(budget.id), lines.get(&budget.id).copied().unwrap_or_default());
        BudgetVersion { current, lines, cost: None, financing: None, grant: None, budget }
    };
    let mut versions: Vec<BudgetVersion> = budgets.into_iter().map(version).collect();
    let mut statement = conn.prepare_cached(SUMS)?;
    let mut rows = statement.query([application])?;
    while let Some(row) = rows.next()? {
        let (id, side, source): (u32, String, String) = (row.get(0)?, row.get(1)?, row.get(2)?);
        let amount = Money::from_oere(row.get(3)?);
        let more = |sum: Option<Money>| Some(sum.unwrap_or_default() + amount);
        let Some(version) = versions.iter_mut().find(|version| version.budget.id == id) else { continue };
        if side == Side::Cost.code() {
            version.cost = more(version.cost);
            continue;
        }
        version.financing = more(version.financing);
        if source == Source::Grant.code() {
            version.grant = more(version.grant);
        }
    }
    Ok(versions)
}

/// A version with all its cells.
fn sheet(conn: &Connection, budget: Budget) -> Result<(Summed, BudgetSheet)> {
    let mut cells = cells(conn, budget.id)?;
    let by_year = |cells: &std::collections::BTreeMap<CellPlace, Figures>| {
        line_years(cells.iter().map(|(&(year, _), figures)| (year, *figures)))
    };
    let years = cells.iter().map(|(line, cells)| (*line, by_year(cells))).collect();
    let summed = Summed::of(conn, budget, years)?;
    let view = |line: &BudgetLine| {
        let cells = cells.remove(&line.id).unwrap_or_default();
        line_view(&LineCells { line: line.clone(), cells })
    };
    let sheet = BudgetSheet {
        budget: summed.budget.clone(),
        years: summed.years.clone(),
        lines: summed.lines.iter().map(view).collect(),
        sums: summed.sums.clone(),
        total: summed.total.clone(),
    };
    Ok((summed, sheet))
}

fn create(tx: &mut Tx<'_>, draft: &BudgetDraft, today: NaiveDate) -> Result<u32> {
    let application: Application = record(tx.connection(), draft.application_id)?;
    let source: Option<Budget> = draft.copy_of.map(|id| record(tx.connection(), id)).transpose()?;
    if let Some(source) = source.as_ref().filter(|source| source.application_id != application.id) {
        return Err(invalid("copy_of", source.id, application.id));
    }
    let year = |day: Option<PartialDate>| day.map(|day| day.first_day().year());
    let (first, last) = match &source {
        Some(source) => (Some(source.first_year), Some(source.last_year)),
        None => (year(application.period_start), year(application.period_end)),
    };
    let first_year = draft.first_year.or(first).or(last).unwrap_or(today.year());
    let last_year = draft.last_year.or(last).unwrap_or(first_year).max(first_year);
    let period = rule(&rules_of(tx.connection(), application.id)?, RuleKind::Period)
        .and_then(|rule| Period::from_code(&rule.choice))
        .unwrap_or(Period::Year);
    let position = of::<Budget>(tx.connection(), application.id, "position")?.last().map_or(1, |last| last.position + 1);
    let budget = Budget {
        id: 0,
        version: 0,
        application_id: application.id,
        position,
        kind: draft.kind,
        title: String::new(),
        period: source.as_ref().map_or(period, |source| source.period),
        first_year,
        last_year,
        vat: source.as_ref().map_or(Vat::NotStated, |source| source.vat),
        financing_vat: source.as_ref().map_or(Vat::NotStated, |source| source.financing_vat),
        in_force: false,
        in_force_on: None,
        letter: String::new(),
        document_id: None,
        indexed: false,
        note: String::new(),
    };
    years_fit(&budget)?;
    let id = save(tx, &budget)?;
    if let Some(source) = source {
        for line in stored(tx.connection(), source.id, None)?.into_values() {
            let mut content = line.content;
            content.line.budget_id = id;
            add(tx, &content)?;
        }
        inside_years(tx.connection(), id, &budget)?;
    }
    Ok(id)
}

fn change(tx: &mut Tx<'_>, budget: &Budget) -> Result<(u32, Option<u32>)> {
    let before: Budget = record(tx.connection(), budget.id)?;
    let (title, note) = (budget.title.clone(), budget.note.clone());
    let place = Budget { id: before.id, application_id: before.application_id, position: before.position, ..budget.clone() };
    let now = Budget { in_force: before.in_force, in_force_on: before.in_force_on, ..place };
    let loose = Budget { title, note, document_id: budget.document_id, version: budget.version, ..before.clone() };
    if before.in_force && now != loose {
        return Err(Error::new(ErrorCode::BudgetFrozen).with("record", name_of(tx.connection(), &before)?));
    }
    years_fit(&now)?;
    inside_years(tx.connection(), now.id, &now)?;
    save(tx, &now)?;
    if now.period != before.period {
        for line in stored(tx.connection(), now.id, None)?.into_values() {
            let content = &line.content;
            let differ =
                |year| Error::new(ErrorCode::PartsDiffer).in_field("period").with("found", place_name(&content.line.text, year));
            let cells = resplit(&content.cells, content.line.method, before.period, now.period).map_err(differ)?;
            put(tx, &line, &LineCells { line: content.line.clone(), cells })?;
        }
    }
    Ok((now.application_id, Some(now.id)))
}

/// That the years of a budget are years, and not more than thirty.
fn years_fit(budget: &Budget) -> Result<()> {
    const YEARS: std::ops::RangeInclusive<i32> = 1900..=2200;
    let Budget { first_year, last_year, .. } = *budget;
    if !YEARS.contains(&first_year) {
        return Err(invalid("first_year", first_year, 2019));
    }
    if !YEARS.contains(&last_year) || !(first_year..first_year + 30).contains(&last_year) {
        return Err(invalid("last_year", last_year, first_year));
    }
    Ok(())
}

/// That no cell lies outside the years of a budget.
fn inside_years(conn: &Connection, id: u32, budget: &Budget) -> Result<()> {
    const SQL: &str = "SELECT DISTINCT text, year FROM budget_line JOIN budget_cell ON budget_line_id = budget_line.id \
                       WHERE budget_id = ?1 AND year <> 0 AND year NOT BETWEEN ?2 AND ?3 ORDER BY year, text LIMIT 10";
    let mut statement = conn.prepare_cached(SQL)?;
    let found = statement.query_map([i64::from(id), i64::from(budget.first_year), i64::from(budget.last_year)], |row| {
        Ok(place_name(&row.get::<_, String>(0)?, row.get(1)?))
    })?;
    let found: Vec<String> = found.collect::<rusqlite::Result<_>>()?;
    if found.is_empty() {
        return Ok(());
    }
    Err(Error::new(ErrorCode::CellsOutside).in_field("first_year").with("found", found.join("; ")))
}

/// A line's cell as a person knows it.
fn place_name(text: &str, year: i32) -> String {
    if text.is_empty() { year.to_string() } else { format!("{text}, {year}") }
}
