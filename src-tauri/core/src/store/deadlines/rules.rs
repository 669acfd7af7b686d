//! The rules of pools and applications that days follow from.

use rusqlite::Connection;

use crate::budgets::Terms;
use crate::deadlines::{DateRule, Series, When};
use crate::error::{Error, ErrorCode, Result};
use crate::ops::Op;
use crate::store::records::{record, records, remove, save, untaken};
use crate::store::refuse::invalid;
use crate::store::{Store, Tx};
use crate::views::{Changed, DateRuleDraft, TermsView};

impl Store {
    /// Adds a rule, or one that goes before the preset's with the same key; one without a key gets its own. Terms are made where there
    /// are none.
    ///
    /// # Errors
    /// `field_required`, `field_invalid` (days of a series, months between), `field_taken`; those of [`Store::transact`].
    pub fn date_rule_save(&mut self, municipality: u32, draft: &DateRuleDraft) -> Result<Changed<TermsView>> {
        let row = draft.row.clone();
        // What the series has no use for is not kept.
        let row = DateRule {
            every: if row.series == Series::Months { row.every } else { 0 },
            days: if row.series == Series::Dates {
                row.days.split_whitespace().collect::<Vec<_>>().join(" ")
            } else {
                String::new()
            },
            ..row
        };
        if let Some((field, expected)) = problem(&row) {
            return Err(if row.days.is_empty() && field == "days" {
                Error::new(ErrorCode::FieldRequired).in_field(field)
            } else {
                invalid(field, shown(&row, field), expected)
            });
        }
        let committed = self.transact(Op::DateRuleSave, |tx| {
            let terms = terms_of(tx, municipality, draft)?;
            let key = if row.key.is_empty() { own_key(tx.connection(), &row, terms.id)? } else { row.key.clone() };
            let row = DateRule { terms_id: terms.id, key, ..row };
            untaken(tx.connection(), &row, "terms_id", "key")?;
            save(tx, &row)?;
            Ok(terms)
        })?;
        self.after_terms(committed)
    }

    /// Removes a rule: the preset's holds again.
    ///
    /// # Errors
    /// `record_changed`; those of [`Store::transact`].
    pub fn date_rule_delete(&mut self, id: u32, version: u32) -> Result<Changed<TermsView>> {
        let committed = self.transact(Op::DateRuleSave, |tx| {
            let rule: DateRule = record(tx.connection(), id)?;
            remove::<DateRule>(tx, id, version, &[])?;
            record(tx.connection(), rule.terms_id)
        })?;
        self.after_terms(committed)
    }
}

/// What of a rule cannot be. Of one that is put out of force nothing but what it is called matters.
fn problem(row: &DateRule) -> Option<(&'static str, &'static str)> {
    if !row.applies {
        return row.key.is_empty().then_some(("key", ""));
    }
    let DateRule { basis, amount, unit, series, every, .. } = *row;
    When { basis, amount, unit, series, every, days: &row.days }.problem()
}

fn shown(row: &DateRule, field: &str) -> String {
    match field {
        "every" => row.every.to_string(),
        "amount" => row.amount.to_string(),
        "days" => row.days.clone(),
        _ => String::new(),
    }
}

/// The terms the rule belongs to, made where there are none: of the application where one is named, else of the pool.
fn terms_of(tx: &mut Tx<'_>, municipality: u32, draft: &DateRuleDraft) -> Result<Terms> {
    if draft.row.id != 0 {
        let kept: DateRule = record(tx.connection(), draft.row.id)?;
        return record(tx.connection(), kept.terms_id);
    }
    let (pool_id, application_id) = match (draft.application_id, draft.pool_id) {
        (Some(application), _) => (None, Some(application)),
        (None, pool) => (pool, None),
    };
    let known = match (application_id, pool_id) {
        (Some(application), _) => records(tx.connection(), "WHERE application_id = ?1", [application])?,
        (None, Some(pool)) => records(tx.connection(), "WHERE municipality_id = ?1 AND pool_id = ?2", [municipality, pool])?,
        (None, None) => return Err(Error::new(ErrorCode::FieldRequired).in_field("pool_id")),
    };
    if let Some(terms) = known.into_iter().next() {
        return Ok(terms);
    }
    let terms = Terms {
        id: 0,
        version: 0,
        municipality_id: municipality,
        pool_id,
        application_id,
        preset: String::new(),
        title: String::new(),
        url: String::new(),
        dated_on: None,
        document_id: None,
        note: String::new(),
    };
    let id = save(tx, &terms)?;
    record(tx.connection(), id)
}

/// A key no other rule of these terms has, nor any preset's: the kind, and a number.
fn own_key(connection: &Connection, row: &DateRule, terms: u32) -> Result<String> {
    let known: Vec<DateRule> = records(connection, "WHERE terms_id = ?1", [terms])?;
    let numbered = (1_u32..).map(|number| format!("own_{}_{number}", row.kind.code()));
    Ok(numbered.into_iter().find(|key| known.iter().all(|rule| rule.key != *key)).unwrap_or_default())
}
