//! Where a municipality stands with many pools, in a fixed number of queries however many there are.

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;
use rusqlite::{Connection, params};

use crate::calendar::DayUnit;
use crate::committee::{CaseKind, Outcome};
use crate::error::Result;
use crate::pools::{Assessment, Effect, FinalChoice, PoolStatus, Put, furthest, pool_status};
use crate::store::applications::application_refs;
use crate::store::committee::puts;
use crate::store::office::work_calendar;
use crate::store::plans::call_plans;
use crate::store::plans::{CallDay, Calls};
use crate::store::records::records;
use crate::views::{ApplicationRef, PoolStanding, PoolView, PutView};

/// What was said of pools by a day: assessments, points put to committees, final choices. Of several the newest counts; what is not
/// said of a pool rests on the one it lies inside.
pub struct Said {
    assessments: HashMap<u32, Assessment>,
    choices: HashMap<u32, FinalChoice>,
    asked: HashMap<u32, PutView>,
}

impl Said {
    /// Loads it, in a fixed number of queries.
    ///
    /// # Errors
    /// Those of reading the file.
    pub fn load(conn: &Connection, municipality: u32, as_of: NaiveDate) -> Result<Said> {
        let by_then = params![municipality, as_of.to_string()];
        let assessments: Vec<Assessment> =
            records(conn, "WHERE municipality_id = ?1 AND assessed_on <= ?2 ORDER BY assessed_on, id", by_then)?;
        let choices: Vec<FinalChoice> =
            records(conn, "WHERE municipality_id = ?1 AND chosen_on <= ?2 ORDER BY chosen_on, id", by_then)?;
        let mut asked: HashMap<u32, PutView> = HashMap::new();
        for (subject, put) in puts(conn, municipality, as_of)? {
            let Some(pool) = subject.pool_id.filter(|_| put.case_kind == CaseKind::Decision) else { continue };
            // A case that was only heard leaves what an earlier one said.
            if put.outcome.map(Outcome::effect) != Some(Effect::SaysNothing) || !asked.contains_key(&pool) {
                asked.insert(pool, put);
            }
        }
        // The later of two takes the place of the earlier.
        Ok(Said {
            assessments: assessments.into_iter().map(|one| (one.pool_id, one)).collect(),
            choices: choices.into_iter().map(|one| (one.pool_id, one)).collect(),
            asked,
        })
    }

    /// The one word for a pool that lies inside `parent`.
    pub fn status(&self, pool: u32, parent: Option<u32>) -> PoolStatus {
        let stance = said(&self.assessments, pool, parent).map(|(one, _)| one.stance);
        let put = said(&self.asked, pool, parent).map(|(put, _)| put);
        let question = put.map(|put| Put { conditional: !put.condition.is_empty(), outcome: put.outcome });
        pool_status(stance, question, said(&self.choices, pool, parent).map(|(one, _)| one.choice))
    }
}

/// Where a municipality stood with each of the pools on a day, in their order.
///
/// # Errors
/// Those of reading the file.
pub fn standings(conn: &Connection, pools: &[PoolView], municipality: u32, as_of: NaiveDate) -> Result<Vec<PoolStanding>> {
    let known = Said::load(conn, municipality, as_of)?;
    let calls = Calls::load(conn, as_of)?;
    let deadlines: HashMap<u32, &CallDay> = calls.ahead(as_of).collect();
    let mut plans = call_plans(conn, &calls, municipality, as_of)?;
    let calendar = work_calendar(conn, municipality)?;
    let mut applications: HashMap<u32, Vec<ApplicationRef>> = HashMap::new();
    for (pool, application) in application_refs(conn, municipality, as_of)? {
        if let Some(pool) = pool {
            applications.entry(pool).or_default().push(application);
        }
    }

    let standing = |pool: &PoolView| {
        let assessment = said(&known.assessments, pool.id, pool.parent_id);
        let put = said(&known.asked, pool.id, pool.parent_id);
        let choice = said(&known.choices, pool.id, pool.parent_id);
        let rests = [assessment.map(|(_, outer)| outer), put.map(|(_, outer)| outer), choice.map(|(_, outer)| outer)];
        let (assessment, put) = (assessment.map(|(one, _)| one), put.map(|(one, _)| one));
        let (stance, choice) = (assessment.map(|one| one.stance), choice.map(|(one, _)| one.choice));
        let next = deadlines.get(&pool.id);
        PoolStanding {
            pool_id: pool.id,
            status: known.status(pool.id, pool.parent_id),
            stance,
            reason: assessment.and_then(|one| one.reason),
            text: assessment.map(|one| one.text.clone()).unwrap_or_default(),
            assessed_on: assessment.map(|one| one.assessed_on),
            rests_on: pool.parent_id.filter(|_| rests.contains(&Some(true))),
            put: put.cloned(),
            choice,
            deadline: next.map(|call| call.on),
            deadline_time: next.and_then(|call| call.time.clone()),
            days_left: next.and_then(|call| i32::try_from((call.on - as_of).num_days()).ok()),
            working_days_left: next.map(|call| calendar.between(as_of, call.on, DayUnit::WorkingDays)),
            plans: plans.remove(&pool.id).unwrap_or_default(),
            applications: applications.remove(&pool.id).unwrap_or_default(),
        }
    };
    Ok(pools.iter().map(standing).collect())
}

/// What is said of a pool, else of the one it lies inside, and whether it is the latter.
fn said<T>(by_pool: &HashMap<u32, T>, pool: u32, parent: Option<u32>) -> Option<(&T, bool)> {
    let own = by_pool.get(&pool).map(|own| (own, false));
    own.or_else(|| by_pool.get(&parent?).map(|outer| (outer, true)))
}

/// The one word for an initiative, from the standings of its pools: where the pool that others lie inside has a word of its own
/// that is the initiative's, else that of the pool furthest on. None where there are no pools.
pub fn initiative_status(pools: &[PoolView], standings: &[PoolStanding]) -> Option<PoolStatus> {
    let outer: HashSet<u32> = pools.iter().filter_map(|pool| pool.parent_id).collect();
    let has_word = |standing: &PoolStanding| standing.stance.is_some() || standing.put.is_some() || standing.choice.is_some();
    let words = standings.iter().filter(|standing| outer.contains(&standing.pool_id) && has_word(standing));
    furthest(words.map(|standing| standing.status)).or_else(|| furthest(standings.iter().map(|standing| standing.status)))
}
