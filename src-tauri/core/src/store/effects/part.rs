//! Effects and their years: saving and removing them.

use crate::applications::Application;
use crate::budgets::{Effect, EffectMethod, EffectYear, reckoned};
use crate::error::Result;
use crate::money::Money;
use crate::scaled::{Quantity, Share};
use crate::store::Tx;
use crate::store::applications::put_in_order;
use crate::store::records::{record, records, remove, save, untaken};
use crate::store::refuse::invalid;
use crate::views::{EffectPart, EffectPartKind};

/// Months in a year.
const MONTHS: Quantity = Quantity::from_scaled(120_000);
/// The whole of an amount.
const ALL: Share = Share::from_scaled(1_000_000);

/// Adds or changes an effect or a year of one; gives its application.
pub fn put(tx: &mut Tx<'_>, part: &EffectPart) -> Result<u32> {
    match part {
        EffectPart::Effect(row) => put_effect(tx, row),
        EffectPart::Year(row) => put_year(tx, row),
    }
}

/// Where its amounts are made another way than before, those made of persons are reckoned anew; what was typed stays.
fn put_effect(tx: &mut Tx<'_>, row: &Effect) -> Result<u32> {
    if let Some(share) = row.refund.filter(|share| !(Share::default()..=ALL).contains(share)) {
        return Err(invalid("refund", share.per_cent_da(), "20"));
    }
    let application = match row.id {
        0 => record::<Application>(tx.connection(), row.application_id)?.id,
        id => record::<Effect>(tx.connection(), id)?.application_id,
    };
    put_in_order(tx, row, application)?;
    if row.method == EffectMethod::Persons && row.id != 0 {
        for year in records::<EffectYear>(tx.connection(), "WHERE effect_id = ?1", [row.id])? {
            save(tx, &reckoned(row.method, &year))?;
        }
    }
    Ok(application)
}

fn put_year(tx: &mut Tx<'_>, row: &EffectYear) -> Result<u32> {
    let effect_id = if row.id == 0 { row.effect_id } else { record::<EffectYear>(tx.connection(), row.id)?.effect_id };
    let effect: Effect = record(tx.connection(), effect_id)?;
    if let Some(persons) = row.persons.filter(|persons| *persons < Quantity::default()) {
        return Err(invalid("persons", persons, 77));
    }
    if let Some(months) = row.months.filter(|months| !(Quantity::default()..=MONTHS).contains(months)) {
        return Err(invalid("months", months, MONTHS));
    }
    let year = reckoned(effect.method, &EffectYear { effect_id, ..row.clone() });
    // Persons, months and rate that are all there and make no amount make too large a one.
    if effect.method == EffectMethod::Persons
        && year.amount.is_none()
        && let (Some(_), Some(_), Some(rate)) = (year.persons, year.months, year.rate)
    {
        return Err(invalid("rate", rate, Money::LARGEST.kroner_da()));
    }
    untaken(tx.connection(), &year, "effect_id", "year")?;
    save(tx, &year)?;
    Ok(effect.application_id)
}

/// Removes an effect with its years, or a year; gives its application.
pub fn take(tx: &mut Tx<'_>, kind: EffectPartKind, id: u32, version: u32) -> Result<u32> {
    match kind {
        EffectPartKind::Effect => {
            let effect: Effect = record(tx.connection(), id)?;
            remove::<Effect>(tx, id, version, &[("effect_year", "effect_id")])?;
            Ok(effect.application_id)
        }
        EffectPartKind::Year => {
            let year: EffectYear = record(tx.connection(), id)?;
            remove::<EffectYear>(tx, id, version, &[])?;
            Ok(record::<Effect>(tx.connection(), year.effect_id)?.application_id)
        }
    }
}
