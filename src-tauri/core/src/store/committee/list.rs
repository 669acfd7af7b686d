//! The cases of a municipality as rows, in a fixed number of queries however many there are; those with the committee, which are few, are
//! looked at one by one.

use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;
use rusqlite::{Connection, params};

use crate::committee::{CaseKind, FollowUp, Outcome, PointSubject, counting};
use crate::error::Result;
use crate::pools::Effect;
use crate::store::committee::papers::{Of, Paper, papers};
use crate::store::papers::{figures_changed, handed_in_by};
use crate::store::records::records;
use crate::store::row;
use crate::views::CaseRow;

/// The cases known on a day: newest meeting first, those without a meeting before them.
pub fn rows(conn: &Connection, municipality: u32, as_of: NaiveDate) -> Result<Vec<CaseRow>> {
    const FOLLOW_UPS: &str = "JOIN committee_case ON committee_case.id = committee_case_id WHERE municipality_id = ?1";
    let mut open: HashMap<u32, u32> = HashMap::new();
    for follow_up in records::<FollowUp>(conn, FOLLOW_UPS, [municipality])? {
        if follow_up.reported_on.is_none_or(|day| day > as_of) {
            *open.entry(follow_up.committee_case_id).or_default() += 1;
        }
    }
    let answered = Answered::load(conn, municipality, as_of)?;
    let papers = papers(conn, Of::Municipality(municipality), as_of)?;
    let with_committee = handed_in_by(conn, municipality, as_of)?;
    let mut rows = papers
        .iter()
        .map(|paper| {
            let (handed_in, outcome) = (with_committee.contains(&paper.case.id), outcome(paper, as_of));
            // Afterwards what was decided stands, whatever the figures are now.
            let is_open = handed_in && outcome.is_none();
            let first = paper.readings.first().map(|reading| &reading.reading);
            let subjects = paper.points.iter().flat_map(|point| &point.subjects);
            let pools: HashSet<u32> = subjects.filter_map(|subject| subject.pool_id).collect();
            Ok(CaseRow {
                id: paper.case.id,
                title: paper.case.title.clone(),
                kind: paper.case.kind,
                case_number: paper.case.case_number.clone(),
                closed: paper.case.closed,
                committees: paper.readings.iter().map(|reading| reading.short_name.clone()).collect(),
                meeting_date: first.and_then(|reading| reading.meeting_date),
                item_number: first.map(|reading| reading.item_number.clone()).unwrap_or_default(),
                outcome,
                follow_ups_open: open.get(&paper.case.id).copied().unwrap_or_default(),
                pools: number(pools.len()),
                conditions_open: conditions_open(paper, &answered, as_of),
                handed_in,
                figures_changed: if is_open { figures_changed(conn, paper.case.id, as_of)? } else { 0 },
            })
        })
        .collect::<Result<Vec<CaseRow>>>()?;
    rows.sort_by_key(|row| Reverse((row.meeting_date.is_none(), row.meeting_date, row.id)));
    Ok(rows)
}

/// What counts of all that was decided.
fn outcome(paper: &Paper, as_of: NaiveDate) -> Option<Outcome> {
    let held = paper.held(as_of);
    let outcomes: Vec<Outcome> = held.iter().flat_map(|reading| &reading.decisions).map(|decision| decision.outcome).collect();
    counting(&outcomes).map(|index| outcomes[index])
}

/// What has answered a condition by a day.
struct Answered {
    /// Pools with a final choice, and those that lie inside one.
    pools: HashSet<u32>,
    /// The pool of each application, and whether it was approved otherwise.
    applications: HashMap<u32, (Option<u32>, bool)>,
}

impl Answered {
    fn load(conn: &Connection, municipality: u32, as_of: NaiveDate) -> Result<Answered> {
        const POOLS: &str = "SELECT pool.id FROM pool JOIN final_choice ON pool_id IN (pool.id, pool.parent_id) \
                             WHERE municipality_id = ?1 AND chosen_on <= ?2";
        const APPLICATIONS: &str = "SELECT id, pool_id, approval_on FROM application WHERE municipality_id = ?1";
        let mut statement = conn.prepare_cached(POOLS)?;
        let pools = statement.query_map(params![municipality, as_of.to_string()], |r| r.get(0))?;
        let pools = pools.collect::<rusqlite::Result<_>>()?;
        let mut statement = conn.prepare_cached(APPLICATIONS)?;
        let applications = statement.query_map([municipality], |r| {
            let approved = row::optional_date(r, 2)?.is_some_and(|day| day <= as_of);
            Ok((r.get(0)?, (r.get(1)?, approved)))
        })?;
        Ok(Answered { pools, applications: applications.collect::<rusqlite::Result<_>>()? })
    }

    fn is(&self, subject: &PointSubject) -> bool {
        let (pool, approved) = match subject.application_id.and_then(|id| self.applications.get(&id)) {
            Some(&(pool, approved)) => (pool, approved && pool.is_none()),
            None => (subject.pool_id, false),
        };
        approved || pool.is_some_and(|pool| self.pools.contains(&pool))
    }
}

/// The pools and applications of approved and open points whose condition is not answered.
fn conditions_open(paper: &Paper, answered: &Answered, as_of: NaiveDate) -> u32 {
    let stands =
        |outcome: Option<Outcome>| matches!(outcome.map(Outcome::effect), None | Some(Effect::Approves | Effect::LeavesOpen));
    let conditional = paper.points.iter().filter(|point| {
        paper.case.kind == CaseKind::Decision
            && !paper.condition(&point.point).is_empty()
            && stands(paper.decided(&point.point, as_of).map(|(_, decision)| decision.outcome))
    });
    number(conditional.flat_map(|point| &point.subjects).filter(|subject| !answered.is(subject)).count())
}

fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
