//! Pools and applications read in from a sheet.

mod applications;
mod known;
mod pools;

use std::path::Path;

use chrono::NaiveDate;

use crate::error::{Error, ErrorCode, Result};
use crate::import::intake::{RowPlan, choices, match_columns, missing, plan_rows};
use crate::import::{Cell, Sheet, read_sheet};
use crate::ops::Op;
use crate::store::{Store, Tx};
use crate::views::{Changed, IntakeAction, IntakeColumn, IntakeDone, IntakeField, IntakePlan, IntakePreview, IntakeTarget};
use crate::words::Language;

/// For whom, by whom and when something is read in.
struct Reading<'a> {
    municipality: u32,
    actor: &'a str,
    today: NaiveDate,
}

impl Store {
    /// What reading a sheet would do, row by row. Writes nothing.
    ///
    /// # Errors
    /// `file_missing`, `file_unreadable`, `sheet_unreadable`, `sheet_empty`, `sheet_too_long`, `sheet_not_found`.
    pub fn intake_preview(&self, plan: &IntakePlan, municipality: u32, today: NaiveDate) -> Result<IntakePreview> {
        let sheet = read_sheet(Path::new(plan.path.trim()), plan.sheet.as_deref())?;
        let (plan, rows) = self.understood(&sheet, plan, municipality, today)?;
        let count = |action: IntakeAction| rows.iter().filter(|row| row.row.action == action).count() as u32;
        let columns = (0..sheet.headings.len())
            .zip(&sheet.headings)
            .map(|(column, name)| IntakeColumn { name: name.clone(), sample: sample(&sheet, column) });
        Ok(IntakePreview {
            columns: columns.collect(),
            choices: choices(plan.target).to_vec(),
            missing: missing(plan.target, &plan.fields),
            adds: count(IntakeAction::Add),
            updates: count(IntakeAction::Update),
            skipped: count(IntakeAction::Skip),
            bad: count(IntakeAction::Bad),
            rows: rows.into_iter().map(|row| row.row).collect(),
            sheets: sheet.names,
            plan,
        })
    }

    /// Reads the sheet in: all of it as one operation, or nothing.
    ///
    /// # Errors
    /// As [`Store::intake_preview`]; `intake_field_missing`, `intake_rows_bad`; those of [`Store::transact`].
    pub fn intake_run(&mut self, plan: &IntakePlan, municipality: u32, today: NaiveDate) -> Result<Changed<IntakeDone>> {
        let sheet = read_sheet(Path::new(plan.path.trim()), plan.sheet.as_deref())?;
        let (plan, rows) = self.understood(&sheet, plan, municipality, today)?;
        let lacking = missing(plan.target, &plan.fields);
        if !lacking.is_empty() {
            let expected = lacking.iter().map(|field| field.word(Language::Da)).collect::<Vec<_>>().join(", ");
            return Err(Error::new(ErrorCode::IntakeFieldMissing).with("expected", expected));
        }
        let bad = rows.iter().filter(|row| row.row.action == IntakeAction::Bad).count();
        if bad > 0 {
            return Err(Error::new(ErrorCode::IntakeRowsBad).with("found", bad));
        }
        let actor = self.environment.actor.clone();
        let reading = Reading { municipality, actor: &actor, today };
        let committed = self.transact(Op::IntakeRun, |tx| write(tx, &plan, &rows, &reading))?;
        Ok(Changed { view: committed.value, changed: committed.changed })
    }

    /// The plan with a field for every column, and what it makes of the rows.
    fn understood(
        &self,
        sheet: &Sheet,
        plan: &IntakePlan,
        municipality: u32,
        today: NaiveDate,
    ) -> Result<(IntakePlan, Vec<RowPlan>)> {
        let offered = choices(plan.target);
        let mut fields: Vec<Option<IntakeField>> = match plan.fields[..] {
            [] => match_columns(&sheet.headings, plan.target),
            ref chosen => chosen.iter().map(|field| field.filter(|field| offered.contains(field))).collect(),
        };
        fields.resize(sheet.headings.len(), None);
        let plan = IntakePlan { sheet: Some(sheet.name.clone()), fields, ..plan.clone() };
        let known = self.query(|connection| known::known(connection, plan.target, municipality))?;
        let rows = plan_rows(sheet, &plan, &known, today);
        Ok((plan, rows))
    }
}

/// The first content of a column.
fn sample(sheet: &Sheet, column: usize) -> String {
    let cells = sheet.rows.iter().filter_map(|(_, cells)| cells.get(column));
    cells.map(Cell::shown).find(|shown| !shown.is_empty()).unwrap_or_default()
}

fn write(tx: &mut Tx<'_>, plan: &IntakePlan, rows: &[RowPlan], reading: &Reading<'_>) -> Result<IntakeDone> {
    let mut done = IntakeDone { added: 0, updated: 0 };
    let (mut keys, mut office) = (pools::Keys::default(), applications::NewParts::default());
    for row in rows {
        let same = match row.row.action {
            IntakeAction::Add => None,
            IntakeAction::Update => row.same,
            IntakeAction::Skip | IntakeAction::Bad => continue,
        };
        match plan.target {
            IntakeTarget::Pools => pools::write(tx, same, &row.values, reading, &mut keys)?,
            IntakeTarget::Applications => applications::write(tx, same, &row.values, reading, &mut office)?,
        }
        match same {
            Some(_) => done.updated += 1,
            None => done.added += 1,
        }
    }
    Ok(done)
}
