//! The rules of a pool or an application.

use rusqlite::{Connection, OptionalExtension, params};

use crate::applications::Application;
use crate::budgets::{Layers, RuleOrigin, Terms, TermsLayer, TermsRule, preset, rule_problem, terms_view};
use crate::deadlines::DateRule;
use crate::error::{Error, ErrorCode, Result};
use crate::ops::Op;
use crate::record::Record;
use crate::store::blame::gone;
use crate::store::records::{record, records, remove, save, untaken, write};
use crate::store::refuse::invalid;
use crate::store::schema::SCHEMA;
use crate::store::{Committed, Store};
use crate::views::{Changed, TermsView};

impl Store {
    /// The rules of a pool, or of an application (its own before its pool's).
    ///
    /// # Errors
    /// `record_changed` where it is gone; `field_required` where neither is named.
    pub fn terms(&self, municipality: u32, pool: Option<u32>, application: Option<u32>) -> Result<TermsView> {
        self.query(|connection| match (application, pool) {
            (Some(application), _) => application_terms(connection, &record(connection, application)?),
            (None, Some(pool)) => pool_terms(connection, municipality, pool),
            (None, None) => Err(Error::new(ErrorCode::FieldRequired).in_field("pool_id")),
        })
    }

    /// Saves which preset holds and the pool's own instrument.
    ///
    /// # Errors
    /// `field_invalid` for a preset that is not there; those of [`Store::transact`].
    pub fn terms_save(&mut self, terms: &Terms) -> Result<Changed<TermsView>> {
        if !terms.preset.is_empty() && preset(&terms.preset).is_none() {
            return Err(invalid("preset", &terms.preset, ""));
        }
        let committed = self.transact(Op::TermsSave, |tx| {
            let mut columns = terms.columns();
            if terms.id != 0 {
                // Whose they are stays as it is.
                for column in ["municipality_id", "pool_id", "application_id"] {
                    columns.remove(column);
                }
            }
            let id = write::<Terms>(tx, terms.id, terms.version, columns)?;
            record(tx.connection(), id)
        })?;
        self.after_terms(committed)
    }

    /// Sets a rule that goes before the preset's.
    ///
    /// # Errors
    /// `field_required` for the reason, or for what the rule needs; `field_invalid`; `field_taken` where the rule is set already;
    /// those of [`Store::transact`].
    pub fn terms_rule_save(&mut self, rule: &TermsRule) -> Result<Changed<TermsView>> {
        rule_problem(rule)?;
        let committed = self.transact(Op::TermsSave, |tx| {
            let terms: Terms = record(tx.connection(), rule.terms_id)?;
            untaken(tx.connection(), rule, "terms_id", "rule")?;
            save(tx, rule)?;
            Ok(terms)
        })?;
        self.after_terms(committed)
    }

    /// Lets the preset's rule hold again.
    ///
    /// # Errors
    /// Those of [`Store::transact`].
    pub fn terms_rule_delete(&mut self, id: u32, version: u32) -> Result<Changed<TermsView>> {
        let committed = self.transact(Op::TermsSave, |tx| {
            let rule: TermsRule = record(tx.connection(), id)?;
            remove::<TermsRule>(tx, id, version, &[])?;
            record(tx.connection(), rule.terms_id)
        })?;
        self.after_terms(committed)
    }

    pub(in crate::store) fn after_terms(&self, committed: Committed<Terms>) -> Result<Changed<TermsView>> {
        let terms = committed.value;
        let view = self.terms(terms.municipality_id, terms.pool_id, terms.application_id)?;
        Ok(Changed { view, changed: committed.changed })
    }
}

/// The rules of an application: its own before its pool's.
pub(in crate::store) fn application_terms(connection: &Connection, application: &Application) -> Result<TermsView> {
    let own = saved(connection, "application_id = ?1", params![application.id])?;
    let (pool, funder) = match application.pool_id {
        Some(pool) => {
            let known = pool_of(connection, pool)?;
            let saved = pool_saved(connection, application.municipality_id, pool, known.parent)?;
            (saved, if known.authority.is_empty() { application.funder.clone() } else { known.authority } + " " + &known.title)
        }
        None => (None, application.funder.clone()),
    };
    let layers = Layers { here: layer(&own), inherited: layer(&pool), of: RuleOrigin::Application };
    Ok(terms_view(&layers, &funder))
}

fn pool_terms(connection: &Connection, municipality: u32, pool: u32) -> Result<TermsView> {
    let known = pool_of(connection, pool)?;
    let own = saved(connection, "municipality_id = ?1 AND pool_id = ?2", params![municipality, pool])?;
    let above = match known.parent {
        Some(parent) => saved(connection, "municipality_id = ?1 AND pool_id = ?2", params![municipality, parent])?,
        None => None,
    };
    let layers = Layers { here: layer(&own), inherited: layer(&above), of: RuleOrigin::Pool };
    Ok(terms_view(&layers, &(known.authority + " " + &known.title)))
}

/// What was saved for a pool or an application.
struct Saved {
    terms: Terms,
    rules: Vec<TermsRule>,
    date_rules: Vec<DateRule>,
}

fn layer(saved: &Option<Saved>) -> Option<TermsLayer<'_>> {
    saved.as_ref().map(|it| TermsLayer { terms: &it.terms, rules: &it.rules, date_rules: &it.date_rules })
}

/// What was saved for a pool, else for the pool it is part of.
fn pool_saved(connection: &Connection, municipality: u32, pool: u32, parent: Option<u32>) -> Result<Option<Saved>> {
    let of = |pool: u32| saved(connection, "municipality_id = ?1 AND pool_id = ?2", params![municipality, pool]);
    match (of(pool)?, parent) {
        (None, Some(parent)) => of(parent),
        (found, _) => Ok(found),
    }
}

fn saved(connection: &Connection, whose: &str, params: impl rusqlite::Params) -> Result<Option<Saved>> {
    let Some(terms) = records::<Terms>(connection, &format!("WHERE {whose}"), params)?.pop() else { return Ok(None) };
    let rules = records(connection, "WHERE terms_id = ?1 ORDER BY id", [terms.id])?;
    let date_rules = records(connection, "WHERE terms_id = ?1 ORDER BY id", [terms.id])?;
    Ok(Some(Saved { terms, rules, date_rules }))
}

struct PoolOf {
    title: String,
    authority: String,
    parent: Option<u32>,
}

fn pool_of(connection: &Connection, pool: u32) -> Result<PoolOf> {
    let mut statement = connection.prepare_cached("SELECT title_da, authority, parent_id FROM pool WHERE id = ?1")?;
    let of = |row: &rusqlite::Row<'_>| Ok(PoolOf { title: row.get(0)?, authority: row.get(1)?, parent: row.get(2)? });
    let found = statement.query_row([pool], of).optional()?;
    match found {
        Some(found) => Ok(found),
        None => Err(gone(connection, &SCHEMA, "pool", i64::from(pool))?),
    }
}
