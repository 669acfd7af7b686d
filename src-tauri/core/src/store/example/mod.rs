//! The example: whether a file is it, and writing it.

mod application;
mod budget;
mod case;
mod paper;

use std::collections::HashMap;

use rusqlite::Connection;

use crate::budgets::Terms;
use crate::committee::Discrepancy;
use crate::error::{Error, ErrorCode, Result};
use crate::import::example::{self, Example, Pool};
use crate::office::{Committee, Department, OfficeRules};
use crate::ops::Op;
use crate::pools::{Assessment, OwnPool};
use crate::store::records::save;
use crate::store::schema::SCHEMA;
use crate::store::{Committed, Row, Seeded, Store, Tx};

impl Store {
    /// Whether the file is the example.
    ///
    /// # Errors
    /// Those of reading the file.
    pub fn is_example(&self) -> Result<bool> {
        const SQL: &str = "SELECT EXISTS (SELECT 1 FROM operation WHERE kind = ?1)";
        self.query(|connection| Ok(connection.query_row(SQL, [Op::ExampleCreate.code()], |row| row.get(0))?))
    }

    /// Writes the example into a file that has the agreement and no office of its own, as one operation that cannot be undone.
    ///
    /// # Errors
    /// None that are foreseen; those of [`Store::seed`].
    pub fn add_example(&mut self, examples: &[Example]) -> Result<Committed<()>> {
        self.seed(Op::ExampleCreate, |transaction| {
            // The hand is only for the ids it gives: of what is seeded no row has a history.
            let mut tx = Tx::new(transaction, SCHEMA);
            let mut first = None;
            for example in examples {
                let municipality = write(&mut tx, example)?;
                first.get_or_insert(municipality);
            }
            let count = |of: fn(&Example) -> usize| examples.iter().map(of).sum::<usize>();
            let summary = Row::from_iter([
                ("municipalities".to_owned(), examples.len().into()),
                ("assessments".to_owned(), count(|example| example.assessments.len()).into()),
                ("applications".to_owned(), count(|example| example.applications.len()).into()),
                ("cases".to_owned(), count(|example| example.cases.len()).into()),
            ]);
            Ok((Seeded { table: "municipality", id: i64::from(first.unwrap_or(1)), summary }, ()))
        })
    }
}

/// The ids of what is written, by the names the files know it by.
struct Keys {
    municipality: u32,
    departments: HashMap<String, u32>,
    committees: HashMap<String, u32>,
    agreements: HashMap<String, u32>,
    pools: HashMap<String, u32>,
    applications: HashMap<String, u32>,
}

/// Writes one municipality; gives its id.
fn write(tx: &mut Tx<'_>, example: &Example) -> Result<u32> {
    let municipality = id(tx.connection(), "SELECT id FROM municipality WHERE code = ?1", &example.municipality)?;
    let mut keys = Keys {
        municipality,
        departments: HashMap::new(),
        committees: HashMap::new(),
        agreements: by_key(tx.connection(), "SELECT key, id FROM agreement")?,
        pools: HashMap::new(),
        applications: HashMap::new(),
    };
    if !example.form.is_empty() {
        save(tx, &OfficeRules { form: example.form.clone(), ..OfficeRules::usual(municipality) })?;
    }
    for department in &example.departments {
        let (name, short_name) = (department.name.clone(), department.short_name.clone());
        let id = save(tx, &Department { id: 0, version: 0, municipality_id: municipality, name, short_name })?;
        keys.departments.insert(department.name.clone(), id);
    }
    for it in &example.committees {
        let named = Committee::named(municipality, it.name.clone(), it.short_name.clone());
        let committee = Committee { covers: it.covers.clone(), ..named };
        let committee_id = save(tx, &committee)?;
        keys.committees.insert(it.short_name.clone(), committee_id);
        for meeting in &it.meetings {
            save(tx, &case::meeting(committee_id, meeting))?;
        }
    }
    for pool in &example.pools {
        let own = own_pool(tx.connection(), pool)?;
        save(tx, &own)?;
    }
    keys.pools = by_key(tx.connection(), "SELECT key, id FROM pool")?;
    for pool in example.pools.iter().filter(|pool| !pool.preset.is_empty()) {
        let terms = Terms {
            id: 0,
            version: 0,
            municipality_id: municipality,
            pool_id: Some(named(&keys.pools, &pool.key)?),
            application_id: None,
            preset: pool.preset.clone(),
            title: String::new(),
            url: String::new(),
            dated_on: None,
            document_id: None,
            note: String::new(),
        };
        save(tx, &terms)?;
    }
    for it in &example.assessments {
        let assessment = Assessment {
            id: 0,
            version: 0,
            municipality_id: municipality,
            pool_id: named(&keys.pools, &it.pool)?,
            stance: it.stance,
            reason: it.reason,
            text: it.text.clone(),
            author: it.author.clone(),
            assessed_on: it.on,
            application_hours: None,
            reporting_hours: None,
        };
        save(tx, &assessment)?;
    }
    for it in &example.applications {
        let id = application::write(tx, &keys, it)?;
        keys.applications.insert(it.key.clone(), id);
    }
    for it in &example.cases {
        case::write(tx, &keys, it)?;
    }
    for it in &example.planned_cases {
        save(tx, &case::planned(&keys, it)?)?;
    }
    Ok(municipality)
}

/// A pool of one's own, as a person would have added it.
fn own_pool(connection: &Connection, pool: &Pool) -> Result<OwnPool> {
    const INITIATIVE: &str = "SELECT agreement_id, id FROM initiative WHERE number = ?1 ORDER BY agreement_id LIMIT 1";
    let initiative: Option<(u32, u32)> = match pool.initiative {
        Some(number) => Some(connection.query_row(INITIATIVE, [number], |row| Ok((row.get(0)?, row.get(1)?)))?),
        None => None,
    };
    Ok(OwnPool {
        id: 0,
        version: 0,
        agreement_id: initiative.map(|(agreement, _)| agreement),
        initiative_id: initiative.map(|(_, initiative)| initiative),
        parent_id: None,
        key: pool.key.clone(),
        title_da: pool.title.clone(),
        amount: None,
        price_level: None,
        account: String::new(),
        authority: pool.authority.clone(),
        applicants_da: pool.applicants.clone(),
        can_apply: pool.can_apply,
        place: String::new(),
        note_da: pool.note.clone(),
        own: true,
    })
}

/// Ids by key.
fn by_key(connection: &Connection, sql: &str) -> Result<HashMap<String, u32>> {
    let mut statement = connection.prepare_cached(sql)?;
    let found = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}

/// Two sources that say different things of an application or of a case.
fn discrepancy(it: &example::Discrepancy, application_id: Option<u32>, committee_case_id: Option<u32>) -> Discrepancy {
    Discrepancy {
        id: 0,
        version: 0,
        application_id,
        committee_case_id,
        subject: it.subject.clone(),
        stated: it.stated.clone(),
        stated_place: it.stated_place.clone(),
        other: it.other.clone(),
        other_place: it.other_place.clone(),
        note: it.note.clone(),
        settled_on: None,
        settlement: String::new(),
    }
}

fn id(connection: &Connection, sql: &str, key: &str) -> Result<u32> {
    Ok(connection.query_row(sql, [key], |row| row.get(0))?)
}

/// The id of what a file names.
fn named(ids: &HashMap<String, u32>, key: &str) -> Result<u32> {
    ids.get(key).copied().ok_or_else(|| Error::new(ErrorCode::Unforeseen).because(format!("the example names {key}")))
}
