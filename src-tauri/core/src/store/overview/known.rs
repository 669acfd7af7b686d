//! Everything the manager's page is made of, in a fixed number of queries however much there is.

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;
use rusqlite::{Connection, params};

use crate::applications::*;
use crate::committee::FollowUp;
use crate::error::Result;
use crate::store::applications::{Mandates, grouped, rows};
use crate::store::committee::{self, Paper, papers};
use crate::store::deadlines::items;
use crate::store::pools::{self, PoolsOfCommittees, load_pools, standings};
use crate::store::records::records;
use crate::views::{ApplicationRow, DeadlineItem, PoolStanding, PoolView, PutView};

/// What is known of a municipality on a day.
pub struct Known {
    /// The day.
    pub as_of: NaiveDate,
    /// Its applications, newest first.
    pub applications: Vec<Work>,
    /// The pools that are shown, each with where the municipality stands with it.
    pub pools: Vec<(PoolView, PoolStanding)>,
    /// Its cases, oldest first, each with the promises that are open.
    pub cases: Vec<(Paper, Vec<FollowUp>)>,
    /// Its days to keep, soonest first.
    pub days: Vec<DeadlineItem>,
}

/// An application with what is open of it.
pub struct Work {
    /// As the list has it.
    pub row: ApplicationRow,
    /// Whether it, or its plan, names a committee.
    pub has_committee: bool,
    /// The condition of its mandate.
    pub mandate: Option<PutView>,
    /// The funder's answer.
    pub answer: Option<Answer>,
    /// Conditions of its grant that are open.
    pub conditions: Vec<(String, Option<NaiveDate>)>,
    /// Documents the call demands that are not there.
    pub missing_documents: Vec<String>,
}

impl Known {
    /// Loads it, for all committees or one: what that one reads, what it is asked about, and its applications. Closed cases say
    /// whose a pool is where `closed` ones may be told of.
    ///
    /// # Errors
    /// Those of reading the file.
    pub fn load(
        conn: &Connection,
        municipality: u32,
        committee: Option<u32>,
        (as_of, closed): (NaiveDate, bool),
    ) -> Result<Known> {
        let mut applications = work(conn, municipality, as_of)?;
        let pools = load_pools(conn, pools::Of::All, as_of)?;
        let standings = standings(conn, &pools, municipality, as_of)?;
        let mut pools: Vec<(PoolView, PoolStanding)> = pools.into_iter().zip(standings).collect();
        let mut cases = cases(conn, municipality, as_of)?;
        let mut days = items(conn, municipality, as_of)?;
        if let Some(id) = committee {
            let told = cases.iter().map(|(paper, _)| paper).filter(|paper| closed || !paper.case.closed);
            let of_committees = PoolsOfCommittees::load(conn, told, applications.iter().map(|work| &work.row))?;
            applications.retain(|work| work.row.committee_ids.contains(&id));
            cases.retain(|(paper, _)| paper.readings.iter().any(|reading| reading.reading.committee_id == id));
            pools.retain(|(pool, _)| of_committees.is_of(pool, id));
            let is_kept = |key: &String| pools.iter().any(|(pool, _)| pool.key == *key);
            days.retain(|day| day.committee_ids.contains(&id) || day.pool_key.as_ref().is_some_and(is_kept));
        }
        Ok(Known { as_of, applications, pools, cases, days })
    }

    /// Whose the pools are, by the cases and applications that are here.
    ///
    /// # Errors
    /// Those of reading the file.
    pub fn pools_of_committees(&self, conn: &Connection) -> Result<PoolsOfCommittees> {
        let cases = self.cases.iter().map(|(paper, _)| paper);
        PoolsOfCommittees::load(conn, cases, self.applications.iter().map(|work| &work.row))
    }
}

/// The applications with what is open of them.
fn work(conn: &Connection, municipality: u32, as_of: NaiveDate) -> Result<Vec<Work>> {
    let of = params![municipality, None::<u32>];
    let mut steps = grouped(conn, of, "position", |it: &ApplicationStep| it.application_id)?;
    let mut conditions = grouped(conn, of, "id", |it: &ApplicationCondition| it.application_id)?;
    let mut documents = grouped(conn, of, "id", |it: &Document| it.application_id)?;
    let mut checklists = grouped(conn, of, "position", |it: &ChecklistItem| it.application_id)?;
    let applications: Vec<Application> = records(conn, "WHERE municipality_id = ?1", [municipality])?;
    let applications: HashMap<u32, Application> = applications.into_iter().map(|it| (it.id, it)).collect();
    let parents = parents(conn)?;
    let mandates = Mandates::load(conn, municipality, as_of)?;
    let planned = planned(conn)?;

    let open = |closed: Option<NaiveDate>| closed.is_none_or(|day| day > as_of);
    let known = |document: &Document| document.added_on <= as_of || document.dated_on.is_some_and(|day| day <= as_of);
    let work = |row: ApplicationRow| {
        let id = row.id;
        let mut documents = documents.remove(&id).unwrap_or_default();
        documents.retain(known);
        let is_missing =
            |item: &ChecklistItem| item.required && !documents.iter().any(|document| Some(document.id) == item.document_id);
        let parent = row.pool_id.and_then(|pool| parents.get(&pool).copied());
        let mandate =
            applications.get(&id).and_then(|application| mandates.of(application.into(), parent, as_of).condition.cloned());
        let steps = steps.remove(&id).unwrap_or_default();
        let conditions = conditions.remove(&id).unwrap_or_default();
        let checklist = checklists.remove(&id).unwrap_or_default();
        Work {
            has_committee: !row.committee_ids.is_empty() || planned.contains(&id),
            mandate,
            answer: answer_at(crate::store::applications::live(&steps).map(|step| (step.stage, step.taken_on)), as_of),
            conditions: conditions.into_iter().filter(|it| open(it.closed_on)).map(|it| (it.text, it.due_on)).collect(),
            missing_documents: checklist.into_iter().filter(is_missing).map(|item| item.title).collect(),
            row,
        }
    };
    Ok(rows(conn, municipality, None, as_of)?.into_iter().map(work).collect())
}

/// The applications whose plan names the committee.
fn planned(conn: &Connection) -> Result<HashSet<u32>> {
    let mut statement = conn.prepare_cached("SELECT application_id FROM plan WHERE committee_id IS NOT NULL")?;
    let found = statement.query_map([], |row| row.get(0))?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}

/// The pool each pool lies inside.
fn parents(conn: &Connection) -> Result<HashMap<u32, u32>> {
    let mut statement = conn.prepare_cached("SELECT id, parent_id FROM pool WHERE parent_id IS NOT NULL")?;
    let found = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}

/// The cases with the promises that are open.
fn cases(conn: &Connection, municipality: u32, as_of: NaiveDate) -> Result<Vec<(Paper, Vec<FollowUp>)>> {
    const OF_CASES: &str = "JOIN committee_case ON committee_case.id = committee_case_id \
                            WHERE municipality_id = ?1 ORDER BY case_follow_up.id";
    let promises: Vec<FollowUp> = records(conn, OF_CASES, [municipality])?;
    let mut of_case: HashMap<u32, Vec<FollowUp>> = HashMap::new();
    for promise in promises.into_iter().filter(|promise| promise.reported_on.is_none_or(|day| day > as_of)) {
        of_case.entry(promise.committee_case_id).or_default().push(promise);
    }
    let papers = papers(conn, committee::Of::Municipality(municipality), as_of)?;
    Ok(papers
        .into_iter()
        .map(|paper| {
            let open = of_case.remove(&paper.case.id).unwrap_or_default();
            (paper, open)
        })
        .collect())
}
