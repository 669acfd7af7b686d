//! Applications as the list has them, in a fixed number of queries however many there are.

use std::collections::HashMap;

use chrono::NaiveDate;
use rusqlite::{Connection, Params, params};

use crate::applications::*;
use crate::catalogue::searched;
use crate::committee::Discrepancy;
use crate::error::Result;
use crate::money::Money;
use crate::record::Record;
use crate::store::applications::mandate::Mandates;
use crate::store::plans::{Calls, typed_deadlines};
use crate::store::records::records;
use crate::views::{ApplicationRef, ApplicationRow};

/// Of what belongs to the applications of municipality `?1`, or to one of them.
const OF_APPLICATIONS: &str = "WHERE application_id IN \
     (SELECT id FROM application WHERE municipality_id = ?1 AND (?2 IS NULL OR id = ?2))";

/// The applications of a municipality, or one of them, as they stood on a day, newest first. One alone is given also where its first
/// step is later.
pub(in crate::store) fn rows(
    conn: &Connection,
    municipality: u32,
    only: Option<u32>,
    as_of: NaiveDate,
) -> Result<Vec<ApplicationRow>> {
    let of = params![municipality, only];
    let applications: Vec<Application> =
        records(conn, "WHERE municipality_id = ?1 AND (?2 IS NULL OR id = ?2) ORDER BY id DESC", of)?;
    let mut steps = grouped(conn, of, "position", |step: &ApplicationStep| step.application_id)?;
    let mut committees = grouped(conn, of, "id", |it: &ApplicationCommittee| it.application_id)?;
    let mut partners = grouped(conn, of, "id", |partner: &ApplicationPartner| partner.application_id)?;
    let mut conditions = grouped(conn, of, "id", |condition: &ApplicationCondition| condition.application_id)?;
    let mut tasks = grouped(conn, of, "id", |task: &ApplicationTask| task.application_id)?;
    let mut appropriations = grouped(conn, of, "id", |it: &Appropriation| it.application_id)?;
    let mut discrepancies = grouped(conn, of, "id", |it: &Discrepancy| it.application_id.unwrap_or_default())?;
    let mandates = Mandates::load(conn, municipality, as_of)?;
    let pools = pools(conn, municipality, only)?;
    let calls = Calls::load(conn, as_of)?;
    let typed = typed_deadlines(conn, municipality)?;
    let departments = names(conn, "department", "name", municipality)?;
    let people = names(conn, "person", "name", municipality)?;
    let short_names = names(conn, "committee", "short_name", municipality)?;

    let mut rows = Vec::with_capacity(applications.len());
    for application in applications {
        let id = application.id;
        let steps = steps.remove(&id).unwrap_or_default();
        let Some(at) = stage_on(&steps, as_of).or_else(|| first_stage(&steps).filter(|_| only.is_some())) else { continue };
        let (stage, ended) = (at.stage, at.stage.is_end());
        let pool = application.pool_id.and_then(|pool| pools.get(&pool));
        let partners = partners.remove(&id).unwrap_or_default();
        let shares = |share: fn(&ApplicationPartner) -> Option<Money>| {
            partners.iter().map(|partner| (share(partner), partner.liable)).collect::<Vec<_>>()
        };
        let awarded = application.awarded.filter(|_| stage.is_granted());
        let open_until = |day: Option<NaiveDate>| !ended && day.is_none_or(|day| day > as_of);
        let mut open_tasks = tasks.remove(&id).unwrap_or_default();
        open_tasks.retain(|task| open_until(task.done_on));
        let mandate = mandates.of((&application).into(), pool.and_then(|pool| pool.parent), as_of);
        let granted_on_conditions = stage.is_granted()
            && conditions.remove(&id).unwrap_or_default().iter().any(|condition| open_until(condition.closed_on));
        let committee_ids: Vec<u32> =
            committees.remove(&id).unwrap_or_default().iter().map(|committee| committee.committee_id).collect();
        let committees: Vec<String> = committee_ids.iter().filter_map(|id| short_names.get(id).cloned()).collect();
        let department = application.department_id.and_then(|id| departments.get(&id).cloned());
        let owner = application.owner_id.and_then(|id| people.get(&id).cloned());
        // Once it is sent the deadline is met.
        let next = || calls.first_from(application.pool_id, typed.get(&id), as_of).map(|call| call.on);
        let deadline = if ended || stage.is_sent() { None } else { next() };
        let authority = pool.map(|pool| pool.authority.clone()).filter(|authority| !authority.is_empty());
        let funder = authority.unwrap_or_else(|| application.funder.clone());
        let number = pool.and_then(|pool| pool.initiative).map(|number| number.to_string()).unwrap_or_default();
        let texts = [
            &application.title,
            &application.purpose,
            &application.journal_number,
            &application.funder_reference,
            &funder,
            &number,
        ];
        let named = pool.map(|pool| &pool.title).into_iter().chain(&department).chain(&owner).chain(&committees);
        let search = searched(texts.into_iter().chain(named).map(String::as_str));
        rows.push(ApplicationRow {
            id,
            version: application.version,
            funder,
            pool_id: application.pool_id,
            pool: pool.map(|pool| pool.title.clone()),
            initiative: pool.and_then(|pool| pool.initiative),
            stage,
            stage_since: at.since,
            ended,
            approval: mandate.approval,
            appropriation: appropriation_state(appropriations.remove(&id).unwrap_or_default().first(), stage, as_of),
            condition_open: !ended && (mandate.condition.is_some() || granted_on_conditions),
            department_id: application.department_id,
            department,
            committee_ids,
            committees,
            owner_id: application.owner_id,
            owner,
            requested: application.requested,
            our_requested: our_part(application.role, application.requested, &shares(|partner| partner.requested)),
            awarded,
            our_awarded: our_part(application.role, awarded, &shares(|partner| partner.awarded)),
            period_start: application.period_start,
            period_end: application.period_end,
            deadline,
            days_left: deadline.and_then(|day| i32::try_from((day - as_of).num_days()).ok()),
            next: None,
            tasks_open: count(&open_tasks, |_| true),
            tasks_overdue: count(&open_tasks, |task| task.due_on.is_some_and(|due| due < as_of)),
            waiting_for: waiting_for(&open_tasks),
            discrepancies: count(&discrepancies.remove(&id).unwrap_or_default(), |it| {
                it.settled_on.is_none_or(|day| day > as_of)
            }),
            search,
            title: application.title,
        });
    }
    Ok(rows)
}

/// Every application of a municipality known on a day, oldest first, with the pool it is to.
pub(in crate::store) fn application_refs(
    conn: &Connection,
    municipality: u32,
    as_of: NaiveDate,
) -> Result<Vec<(Option<u32>, ApplicationRef)>> {
    let applications: Vec<Application> = records(conn, "WHERE municipality_id = ?1 ORDER BY id", [municipality])?;
    let steps = grouped(conn, params![municipality, None::<u32>], "position", |step: &ApplicationStep| step.application_id)?;
    let of = |application: Application| {
        let at = stage_on(steps.get(&application.id)?, as_of)?;
        Some((application.pool_id, ApplicationRef { id: application.id, title: application.title, stage: at.stage }))
    };
    Ok(applications.into_iter().filter_map(of).collect())
}

/// The steps that count, in order.
pub(in crate::store) fn live(steps: &[ApplicationStep]) -> impl DoubleEndedIterator<Item = &ApplicationStep> {
    steps.iter().filter(|step| step.taken_back_on.is_none())
}

/// Where an application stood on a day.
fn stage_on(steps: &[ApplicationStep], as_of: NaiveDate) -> Option<StageAt> {
    stage_at(live(steps).map(|step| (step.stage, step.taken_on)), as_of)
}

fn first_stage(steps: &[ApplicationStep]) -> Option<StageAt> {
    live(steps).next().map(|step| StageAt { stage: step.stage, since: step.taken_on })
}

/// What belongs to the applications, by application.
pub(in crate::store) fn grouped<R: Record>(
    conn: &Connection,
    of: impl Params,
    order: &str,
    key: fn(&R) -> u32,
) -> Result<HashMap<u32, Vec<R>>> {
    let mut groups: HashMap<u32, Vec<R>> = HashMap::new();
    for record in records::<R>(conn, &format!("{OF_APPLICATIONS} ORDER BY {order}"), of)? {
        groups.entry(key(&record)).or_default().push(record);
    }
    Ok(groups)
}

/// What the departments, people or committees of a municipality are called.
fn names(conn: &Connection, table: &str, column: &str, municipality: u32) -> Result<HashMap<u32, String>> {
    let mut statement = conn.prepare_cached(&format!("SELECT id, {column} FROM {table} WHERE municipality_id = ?1"))?;
    let found = statement.query_map([municipality], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}

/// What an application needs to know of its pool.
struct PoolOf {
    title: String,
    authority: String,
    parent: Option<u32>,
    initiative: Option<u32>,
}

fn pools(conn: &Connection, municipality: u32, only: Option<u32>) -> Result<HashMap<u32, PoolOf>> {
    const SQL: &str = "SELECT pool.id, pool.title_da, pool.authority, parent_id, number \
                       FROM pool LEFT JOIN initiative ON initiative.id = initiative_id WHERE pool.id IN \
                       (SELECT pool_id FROM application WHERE municipality_id = ?1 AND (?2 IS NULL OR id = ?2))";
    let mut statement = conn.prepare_cached(SQL)?;
    let found = statement.query_map(params![municipality, only], |r| {
        let pool = PoolOf { title: r.get(1)?, authority: r.get(2)?, parent: r.get(3)?, initiative: r.get(4)? };
        Ok((r.get(0)?, pool))
    })?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}

fn count<T>(all: &[T], counts: impl Fn(&T) -> bool) -> u32 {
    u32::try_from(all.iter().filter(|one| counts(one)).count()).unwrap_or(u32::MAX)
}

/// Each once, in the order of the tasks.
fn waiting_for(open_tasks: &[ApplicationTask]) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for task in open_tasks.iter().filter(|task| !task.waiting_for.is_empty()) {
        if !names.contains(&task.waiting_for) {
            names.push(task.waiting_for.clone());
        }
    }
    names
}
