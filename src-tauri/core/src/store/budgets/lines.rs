//! The lines of a draft.

use crate::applications::ApplicationPartner;
use crate::budgets::*;
use crate::error::{Error, ErrorCode, Result};
use crate::ops::Op;
use crate::record::Record;
use crate::store::budgets::patch::Done;
use crate::store::budgets::sheet::{Summed, lines};
use crate::store::budgets::write::{draft, next_number, next_position, put, stored};
use crate::store::records::{only, record, remove_where, save};
use crate::store::refuse::invalid;
use crate::store::{Store, Tx};
use crate::views::{BudgetPatch, Changed, LineDraft};

impl Store {
    /// Adds an empty line.
    ///
    /// # Errors
    /// `budget_frozen`; those of [`Store::transact`].
    pub fn budget_line_add(&mut self, draft: &LineDraft) -> Result<Changed<BudgetPatch>> {
        let committed = self.transact(Op::BudgetLine, |tx| add(tx, draft))?;
        self.patch(committed)
    }

    /// Changes a line; a method that reckons makes its amounts anew. Its version, number, place and side stay.
    ///
    /// # Errors
    /// `budget_frozen`; `field_required`, `field_invalid`; those of [`Store::transact`].
    pub fn budget_line_save(&mut self, line: &BudgetLine) -> Result<Changed<BudgetPatch>> {
        let committed = self.transact(Op::BudgetLine, |tx| change(tx, line))?;
        self.patch(committed)
    }

    /// Removes lines of a version with their cells.
    ///
    /// # Errors
    /// `budget_frozen`; `record_conflicts` where something was spent on one; those of [`Store::transact`].
    pub fn budget_lines_delete(&mut self, budget: u32, ids: &[u32]) -> Result<Changed<BudgetPatch>> {
        let committed = self.transact(Op::BudgetLine, |tx| {
            let budget = draft(tx.connection(), budget)?;
            for stored in stored(tx.connection(), budget.id, Some(ids))?.into_values() {
                let line = stored.content.line;
                remove_where(tx, BudgetCell::TABLE, "budget_line_id", line.id)?;
                tx.delete(BudgetLine::TABLE, i64::from(line.id), i64::from(line.version))?;
            }
            done(tx, budget, Vec::new(), ids.to_vec())
        })?;
        self.patch(committed)
    }

    /// Moves a line up (less than zero) or down among those of its side, as far as it goes.
    ///
    /// # Errors
    /// `budget_frozen`; those of [`Store::transact`].
    pub fn budget_line_move(&mut self, id: u32, by: i32) -> Result<Changed<BudgetPatch>> {
        let committed = self.transact(Op::BudgetLine, |tx| {
            let line: BudgetLine = record(tx.connection(), id)?;
            let budget = draft(tx.connection(), line.budget_id)?;
            let mut order = of_side(tx, &line)?;
            let from = order.iter().position(|other| other.id == id).unwrap_or_default();
            let to = from.saturating_add_signed(by as isize).min(order.len().saturating_sub(1));
            let moved = order.remove(from);
            order.insert(to, moved);
            let touched = arrange(tx, &order)?;
            done(tx, budget, touched, Vec::new())
        })?;
        self.patch(committed)
    }
}

/// What was done to a version.
fn done(tx: &Tx<'_>, budget: Budget, touched: Vec<u32>, removed: Vec<u32>) -> Result<Done> {
    Ok(Done { problems: Vec::new(), touched, removed, now: Summed::load(tx.connection(), budget)? })
}

/// The lines on the side of one, in order.
fn of_side(tx: &Tx<'_>, line: &BudgetLine) -> Result<Vec<BudgetLine>> {
    let mut all = lines(tx.connection(), line.budget_id)?;
    all.retain(|other| other.side == line.side);
    Ok(all)
}

/// Gives lines places in this order, and leaves those alone that have a fitting one; gives the row ids of the others.
fn arrange(tx: &mut Tx<'_>, order: &[BudgetLine]) -> Result<Vec<u32>> {
    let mut places: Vec<u32> = order.iter().map(|line| line.position).collect();
    places.sort_unstable();
    let mut least = 0;
    let mut touched = Vec::new();
    for (line, place) in order.iter().zip(places) {
        let place = place.max(least);
        least = place + 1;
        if line.position != place {
            tx.update(BudgetLine::TABLE, i64::from(line.id), i64::from(line.version), only("position", place))?;
            touched.push(line.id);
        }
    }
    Ok(touched)
}

fn add(tx: &mut Tx<'_>, new: &LineDraft) -> Result<Done> {
    let budget = draft(tx.connection(), new.budget_id)?;
    let number = next_number(tx.connection(), budget.application_id)?;
    let position = next_position(tx.connection(), budget.id, new.side)?;
    let line = BudgetLine::empty(budget.id, number, position, new.side).paid_by(new.source, new.own_form);
    let id = save(tx, &line)?;
    let mut touched = vec![id];
    if let Some(after) = new.after_id {
        let mut order = of_side(tx, &line)?;
        let Some(before) = order.iter().position(|other| other.id == after) else {
            return Err(invalid("after_id", after, id));
        };
        if let Some(added) = order.pop() {
            order.insert(before + 1, added);
        }
        touched.extend(arrange(tx, &order)?);
        touched.dedup();
    }
    done(tx, budget, touched, Vec::new())
}

fn change(tx: &mut Tx<'_>, line: &BudgetLine) -> Result<Done> {
    let before: BudgetLine = record(tx.connection(), line.id)?;
    let budget = draft(tx.connection(), before.budget_id)?;
    if before.side == Side::Financing && line.source.is_none() {
        return Err(Error::new(ErrorCode::FieldRequired).in_field("source"));
    }
    if line.source == Some(Source::Own) && line.own_form.is_none() {
        return Err(Error::new(ErrorCode::FieldRequired).in_field("own_form"));
    }
    if let Some(partner) = line.partner_id {
        let partner: ApplicationPartner = record(tx.connection(), partner)?;
        if partner.application_id != budget.application_id {
            return Err(invalid("partner_id", partner.name, "–"));
        }
    }
    let kept = BudgetLine {
        budget_id: before.budget_id,
        number: before.number,
        position: before.position,
        side: before.side,
        method: before.method,
        ..line.clone()
    };
    for stored in stored(tx.connection(), budget.id, Some(&[line.id]))?.into_values() {
        let mut now = LineCells { line: kept.clone().paid_by(line.source, line.own_form), ..stored.content.clone() };
        now.make_by(line.method);
        put(tx, &stored, &now)?;
    }
    done(tx, budget, vec![line.id], Vec::new())
}
