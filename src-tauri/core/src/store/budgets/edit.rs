//! What is typed in the sheet.

use std::collections::{BTreeMap, BTreeSet};

use crate::budgets::*;
use crate::error::Result;
use crate::ops::Op;
use crate::store::budgets::found::rules_of;
use crate::store::budgets::patch::Done;
use crate::store::budgets::sheet::Summed;
use crate::store::budgets::write::{Stored, add, draft, next_number, next_position, put, stored};
use crate::store::{Store, Tx};
use crate::views::{BudgetEdit, BudgetPatch, Changed};

impl Store {
    /// Types, pastes, fills or clears: all of it as one operation, or nothing where something is not understood.
    ///
    /// # Errors
    /// `budget_frozen`; `sum_too_large`; those of [`Store::transact`].
    pub fn budget_edit(&mut self, edit: &BudgetEdit) -> Result<Changed<BudgetPatch>> {
        let committed = self.transact(Op::BudgetEdit, |tx| type_all(tx, edit))?;
        self.patch(committed)
    }
}

fn type_all(tx: &mut Tx<'_>, edit: &BudgetEdit) -> Result<Done> {
    let budget = draft(tx.connection(), edit.budget_id)?;
    let categories = category_list(&rules_of(tx.connection(), budget.application_id)?);
    let known: BTreeSet<u32> = edit.edits.iter().filter_map(|edit| edit.line_id).collect();
    let before = stored(tx.connection(), budget.id, Some(&known.into_iter().collect::<Vec<_>>()))?;
    let mut lines: BTreeMap<LineKey, LineCells> =
        before.iter().map(|(&id, stored)| (LineKey::Known(id), stored.content.clone())).collect();
    let mut number = next_number(tx.connection(), budget.application_id)?;
    let mut position = next_position(tx.connection(), budget.id, edit.side)?;
    let new: BTreeSet<LineKey> = edit.edits.iter().map(|edit| edit.key()).filter(|key| matches!(key, LineKey::New(_))).collect();
    for key in new {
        lines.insert(key, LineCells::of(BudgetLine::empty(budget.id, number, position, edit.side)));
        (number, position) = (number + 1, position + 1);
    }
    let problems = type_in(&budget, &mut lines, &edit.edits, categories);
    let touched = if problems.is_empty() { keep(tx, &before, &lines)? } else { Vec::new() };
    Ok(Done { problems, touched, removed: Vec::new(), now: Summed::load(tx.connection(), budget)? })
}

/// Writes the lines as they are now; gives their row ids.
fn keep(tx: &mut Tx<'_>, before: &BTreeMap<u32, Stored>, lines: &BTreeMap<LineKey, LineCells>) -> Result<Vec<u32>> {
    let mut touched = Vec::new();
    for (key, now) in lines {
        match key {
            LineKey::Known(id) => {
                if let Some(stored) = before.get(id) {
                    put(tx, stored, now)?;
                }
                touched.push(*id);
            }
            LineKey::New(_) => touched.push(add(tx, now)?),
        }
    }
    Ok(touched)
}
