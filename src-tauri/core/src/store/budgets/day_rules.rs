//! The rules that give days, of every application of a municipality at once.

use std::collections::HashMap;

use rusqlite::Connection;

use crate::budgets::{Layers, RuleOrigin, Terms, TermsLayer, TermsRule};
use crate::deadlines::DateRule;
use crate::error::Result;
use crate::record::Record;
use crate::store::records::records;
use crate::views::DateRuleView;

/// The rules that give days, by application: its own before its pool's, and those before the preset's. In a fixed number of queries; an
/// application without any is left out.
pub(in crate::store) fn day_rules(connection: &Connection, municipality: u32) -> Result<HashMap<u32, Vec<DateRuleView>>> {
    let terms: Vec<Terms> = records(connection, "WHERE municipality_id = ?1", [municipality])?;
    if terms.is_empty() {
        return Ok(HashMap::new());
    }
    let rules = by_terms(of_terms::<TermsRule>(connection, municipality)?, |rule| rule.terms_id);
    let date_rules = by_terms(of_terms::<DateRule>(connection, municipality)?, |rule| rule.terms_id);
    let layer = |terms| TermsLayer {
        terms,
        rules: rules.get(&terms.id).map_or(&[], Vec::as_slice),
        date_rules: date_rules.get(&terms.id).map_or(&[], Vec::as_slice),
    };
    let of_pool: HashMap<u32, &Terms> = terms.iter().filter_map(|it| Some((it.pool_id?, it))).collect();
    let own: HashMap<u32, &Terms> = terms.iter().filter_map(|it| Some((it.application_id?, it))).collect();

    let sql = "SELECT a.id, a.pool_id, p.parent_id FROM application a LEFT JOIN pool p ON p.id = a.pool_id WHERE a.municipality_id = ?1";
    let mut statement = connection.prepare_cached(sql)?;
    let mut rows = statement.query([municipality])?;
    let mut found = HashMap::new();
    while let Some(row) = rows.next()? {
        let (application, pool, parent): (u32, Option<u32>, Option<u32>) = (row.get(0)?, row.get(1)?, row.get(2)?);
        let pool = pool.and_then(|pool| of_pool.get(&pool)).or_else(|| of_pool.get(&parent?));
        let layers = Layers {
            here: own.get(&application).copied().map(layer),
            inherited: pool.copied().map(layer),
            of: RuleOrigin::Application,
        };
        let rules = layers.day_rules();
        if !rules.is_empty() {
            found.insert(application, rules);
        }
    }
    Ok(found)
}

/// The records that belong to terms of a municipality, in the order they were entered.
fn of_terms<R: Record>(connection: &Connection, municipality: u32) -> Result<Vec<R>> {
    records(connection, "WHERE terms_id IN (SELECT id FROM terms WHERE municipality_id = ?1) ORDER BY id", [municipality])
}

fn by_terms<R>(rows: Vec<R>, terms: impl Fn(&R) -> u32) -> HashMap<u32, Vec<R>> {
    let mut found: HashMap<u32, Vec<R>> = HashMap::new();
    for row in rows {
        found.entry(terms(&row)).or_default().push(row);
    }
    found
}
