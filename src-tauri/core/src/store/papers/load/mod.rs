//! What the paper of a case is made of, in a fixed number of queries however much it is about.

mod applications;
mod budgets;
mod pools;

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;
use rusqlite::Connection;

use crate::committee::{AppendixKind, AppendixPool, CaseAppendix};
use crate::error::Result;
use crate::office::OfficeRules;
use crate::report::AppendixColumn;
use crate::report::case::{AppendixFacts, CaseFacts, PoolTable};
use crate::store::committee;
use crate::store::papers::pool_rows::pool_rows;
use crate::store::records::records;
use crate::views::CaseView;

impl CaseFacts {
    /// A case as it stood on a day.
    ///
    /// # Errors
    /// `record_changed` where it is gone; those of reading the file.
    pub(in crate::store) fn load(conn: &Connection, case: u32, as_of: NaiveDate) -> Result<CaseFacts> {
        let view = committee::detail(conn, case, as_of)?;
        let municipality_id = view.committee_case.municipality_id;
        let of_case = applications_of(&view);
        let committees: HashSet<u32> = view.readings.iter().map(|reading| reading.reading.committee_id).collect();
        let (applications, running) = applications::load(conn, municipality_id, &of_case, &committees, as_of)?;
        let asked = once(view.points.iter().flat_map(|point| &point.subjects).filter_map(|subject| subject.subject.pool_id));
        let pools = pools::load(conn, municipality_id, &asked, &applications, as_of)?;
        let name = "SELECT name FROM municipality WHERE id = ?1";
        Ok(CaseFacts {
            as_of,
            municipality: conn.prepare_cached(name)?.query_row([municipality_id], |row| row.get(0))?,
            office: records(conn, "WHERE municipality_id = ?1", [municipality_id])?
                .pop()
                .unwrap_or_else(|| OfficeRules::usual(municipality_id)),
            pools,
            applications,
            running,
            appendices: appendices(conn, case, municipality_id, as_of)?,
            case: view.committee_case,
            readings: view.readings,
            points: view.points,
            follow_ups: view.follow_ups,
        })
    }
}

/// The applications the points are about, and those of their pools, in the order of the points.
fn applications_of(view: &CaseView) -> Vec<u32> {
    let subjects = view.points.iter().flat_map(|point| &point.subjects);
    once(subjects.flat_map(|it| it.subject.application_id.into_iter().chain(it.applications.iter().map(|found| found.id))))
}

/// Each once, where it first stands.
fn once(ids: impl Iterator<Item = u32>) -> Vec<u32> {
    let mut seen = HashSet::new();
    ids.filter(|id| seen.insert(*id)).collect()
}

/// By what they belong to.
fn by<T>(all: Vec<T>, key: impl Fn(&T) -> u32) -> HashMap<u32, Vec<T>> {
    let mut groups: HashMap<u32, Vec<T>> = HashMap::new();
    for one in all {
        groups.entry(key(&one)).or_default().push(one);
    }
    groups
}

/// Ids as a query lists them; 0, which no row has, where there are none.
fn listed(ids: impl IntoIterator<Item = u32>) -> String {
    let ids: Vec<String> = ids.into_iter().map(|id| id.to_string()).collect();
    if ids.is_empty() { "0".to_owned() } else { ids.join(", ") }
}

/// The appendices in order; of a table of pools its rows.
fn appendices(conn: &Connection, case: u32, municipality: u32, as_of: NaiveDate) -> Result<Vec<AppendixFacts>> {
    const POOLS: &str = "JOIN case_appendix ON case_appendix.id = case_appendix_id WHERE committee_case_id = ?1 \
                         ORDER BY case_appendix_pool.position, case_appendix_pool.id";
    let mut pools = by(records(conn, POOLS, [case])?, |row: &AppendixPool| row.case_appendix_id);
    let appendices: Vec<CaseAppendix> = records(conn, "WHERE committee_case_id = ?1 ORDER BY position, id", [case])?;
    let mut found = Vec::with_capacity(appendices.len());
    for appendix in appendices {
        let table = if appendix.kind == AppendixKind::Pools {
            let named = pools.remove(&appendix.id).unwrap_or_default();
            let named: Vec<u32> = named.into_iter().map(|row| row.pool_id).collect();
            Some(PoolTable {
                columns: appendix.columns.split(',').filter_map(AppendixColumn::from_code).collect(),
                rows: pool_rows(conn, municipality, &named, None, as_of)?,
            })
        } else {
            None
        };
        found.push(AppendixFacts { id: appendix.id, title: appendix.title, table });
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use rusqlite::trace::{TraceEvent, TraceEventCodes};

    use super::*;
    use crate::committee::CaseKind;
    use crate::seed;
    use crate::store::{Environment, Store};
    use crate::views::CaseDraft;

    thread_local!(static QUERIES: Cell<u32> = const { Cell::new(0) });

    /// How many pools stand in a case about the first so many, and how many queries it took to load.
    fn asked(pools: u32) -> (usize, u32) {
        let folder = tempfile::tempdir().unwrap();
        let mut store = Store::in_memory(&Environment::of_this_machine("", folder.path())).unwrap();
        seed::fill(&mut store, None).unwrap();
        let municipality = store.municipality_named("173").unwrap().id;
        let today: NaiveDate = "2019-03-12".parse().unwrap();
        let case = CaseDraft {
            title: "Puljer".into(),
            kind: CaseKind::Decision,
            case_number: String::new(),
            committee_id: None,
            meeting_date: None,
            item_number: String::new(),
            pools: (1..=pools).collect(),
            applications: Vec::new(),
            condition: String::new(),
        };
        let case = store.case_create(&case, municipality, today).unwrap().view.committee_case.id;
        QUERIES.set(0);
        let count = |_: TraceEvent<'_>| QUERIES.set(QUERIES.get() + 1);
        let loaded = store.query(|conn| {
            conn.trace_v2(TraceEventCodes::SQLITE_TRACE_STMT, Some(count));
            CaseFacts::load(conn, case, today)
        });
        (loaded.unwrap().pools.len(), QUERIES.get())
    }

    #[test]
    fn the_number_of_queries_is_fixed() {
        let (few, many) = (asked(2), asked(20));
        assert_eq!((few.0, many.0), (2, 20));
        assert_eq!(few.1, many.1);
    }
}
