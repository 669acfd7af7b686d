//! What own money is meant to bring.

mod part;

use std::collections::{BTreeMap, HashMap};

use chrono::NaiveDate;
use rusqlite::Connection;

use crate::applications::Application;
use crate::budgets::{Budget, Effect, EffectYear, effect_view, in_force, is_known};
use crate::error::Result;
use crate::money::Money;
use crate::ops::Op;
use crate::store::applications::of;
use crate::store::budgets::sheet::Summed;
use crate::store::records::{record, records};
use crate::store::{Committed, Store};
use crate::views::{Changed, EffectPart, EffectPartKind, EffectView};

impl Store {
    /// The expected effect of an application beside the own money of its budget: of the version in force on the day, else of the
    /// newest.
    ///
    /// # Errors
    /// `record_changed` where the application is gone.
    pub fn effect(&self, application: u32, as_of: NaiveDate) -> Result<EffectView> {
        self.query(|connection| view(connection, application, as_of))
    }

    /// Adds (id 0) or changes an effect or a year of one; amounts made of persons are reckoned. A new effect comes last.
    ///
    /// # Errors
    /// `field_required`, `field_invalid`, `field_taken`; those of [`Store::transact`].
    pub fn effect_part_save(&mut self, part: &EffectPart, today: NaiveDate) -> Result<Changed<EffectView>> {
        let committed = self.transact(Op::EffectSave, |tx| part::put(tx, part))?;
        self.after_effect(committed, today)
    }

    /// Removes an effect with its years, or a year.
    ///
    /// # Errors
    /// Those of [`Store::transact`].
    pub fn effect_part_delete(
        &mut self,
        kind: EffectPartKind,
        id: u32,
        version: u32,
        today: NaiveDate,
    ) -> Result<Changed<EffectView>> {
        let committed = self.transact(Op::EffectSave, |tx| part::take(tx, kind, id, version))?;
        self.after_effect(committed, today)
    }

    /// The effect after a change.
    fn after_effect(&self, committed: Committed<u32>, today: NaiveDate) -> Result<Changed<EffectView>> {
        Ok(Changed { view: self.effect(committed.value, today)?, changed: committed.changed })
    }
}

fn view(conn: &Connection, application: u32, as_of: NaiveDate) -> Result<EffectView> {
    let application = record::<Application>(conn, application)?.id;
    let versions: Vec<Budget> = of(conn, application, "position")?;
    let newest = || versions.iter().rfind(|budget| is_known(budget, as_of));
    let budget = in_force(&versions, as_of).or_else(newest);
    let own: BTreeMap<i32, Money> = match budget {
        Some(budget) => {
            let sums = Summed::load(conn, budget.clone())?.sums;
            sums.iter().filter_map(|sum| Some((sum.year?, sum.own))).collect()
        }
        None => BTreeMap::new(),
    };
    let effects: Vec<Effect> = of(conn, application, "position, id")?;
    let years = "WHERE effect_id IN (SELECT id FROM effect WHERE application_id = ?1) ORDER BY year";
    let mut of_effects: HashMap<u32, Vec<EffectYear>> = HashMap::new();
    for year in records::<EffectYear>(conn, years, [application])? {
        of_effects.entry(year.effect_id).or_default().push(year);
    }
    let effects = effects.into_iter().map(|effect| {
        let years = of_effects.remove(&effect.id).unwrap_or_default();
        (effect, years)
    });
    Ok(effect_view(application, effects.collect(), &own))
}
