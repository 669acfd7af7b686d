//! What the committees were asked about an application and its pool, and what that makes of its approval.

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;
use rusqlite::{Connection, params};

use crate::applications::{Application, Approval, ApprovalState, approval_state, open_condition};
use crate::committee::{CaseKind, Outcome, PointSubject};
use crate::error::Result;
use crate::store::committee::puts;
use crate::views::PutView;

/// What is known on a day of every pool and application of a municipality.
pub(in crate::store) struct Mandates {
    /// Points put to a committee, oldest first.
    puts: Vec<PutView>,
    /// Which of them are about an application.
    of_application: HashMap<u32, Vec<usize>>,
    /// Which of them are about a pool.
    of_pool: HashMap<u32, Vec<usize>>,
    /// Pools with a final choice.
    chosen: HashSet<u32>,
}

/// What of an application its mandate rests on.
#[derive(Clone, Copy, Debug)]
pub(in crate::store) struct Asking {
    /// Row id.
    pub id: u32,
    /// The pool.
    pub pool_id: Option<u32>,
    /// Which political approval it needs.
    pub approval: Option<Approval>,
    /// The day a person recorded it.
    pub approval_on: Option<NaiveDate>,
}

impl From<&Application> for Asking {
    fn from(it: &Application) -> Asking {
        Asking { id: it.id, pool_id: it.pool_id, approval: it.approval, approval_on: it.approval_on }
    }
}

/// What is known of one application.
pub(in crate::store) struct Mandate<'a> {
    /// Points about it, its pool, or the pool that lies inside, oldest first.
    pub puts: Vec<&'a PutView>,
    /// The newest of them that says something, while its condition is not answered.
    pub condition: Option<&'a PutView>,
    /// The political approval.
    pub approval: ApprovalState,
}

impl Mandates {
    pub fn load(conn: &Connection, municipality: u32, as_of: NaiveDate) -> Result<Mandates> {
        Mandates::of_puts(conn, municipality, puts(conn, municipality, as_of)?, as_of)
    }

    /// From what was put to the committees of the municipality.
    pub fn of_puts(
        conn: &Connection,
        municipality: u32,
        all: Vec<(PointSubject, PutView)>,
        as_of: NaiveDate,
    ) -> Result<Mandates> {
        let mut statement =
            conn.prepare_cached("SELECT pool_id FROM final_choice WHERE municipality_id = ?1 AND chosen_on <= ?2")?;
        let chosen = statement.query_map(params![municipality, as_of.to_string()], |row| row.get(0))?;
        let chosen = chosen.collect::<rusqlite::Result<_>>()?;
        let mut found =
            Mandates { puts: Vec::with_capacity(all.len()), of_application: HashMap::new(), of_pool: HashMap::new(), chosen };
        for (place, (subject, put)) in all.into_iter().enumerate() {
            if let Some(application) = subject.application_id {
                found.of_application.entry(application).or_default().push(place);
            }
            if let Some(pool) = subject.pool_id {
                found.of_pool.entry(pool).or_default().push(place);
            }
            found.puts.push(put);
        }
        Ok(found)
    }

    /// The mandate of an application whose pool lies inside `parent`. A final choice answers its condition; where there is no pool
    /// to choose, the approval a person recorded does.
    pub fn of(&self, application: Asking, parent: Option<u32>, as_of: NaiveDate) -> Mandate<'_> {
        let pools = [application.pool_id, parent];
        let of_pools = pools.iter().flatten().filter_map(|pool| self.of_pool.get(pool));
        let mut places: Vec<usize> =
            self.of_application.get(&application.id).into_iter().chain(of_pools).flatten().copied().collect();
        places.sort_unstable();
        places.dedup();
        let puts: Vec<&PutView> = places.into_iter().filter_map(|place| self.puts.get(place)).collect();
        // Only a case that asks for a decision says something of it.
        let asked: Vec<&PutView> = puts.iter().filter(|put| put.case_kind == CaseKind::Decision).copied().collect();
        let outcomes: Vec<Option<Outcome>> = asked.iter().map(|put| put.outcome).collect();
        let approval = approval_state(application.approval, application.approval_on, &outcomes, as_of);
        let answered = match application.pool_id {
            Some(_) => pools.iter().flatten().any(|pool| self.chosen.contains(pool)),
            None => application.approval_on.is_some_and(|day| day <= as_of),
        };
        let conditions: Vec<(Option<Outcome>, bool)> = asked.iter().map(|put| (put.outcome, !put.condition.is_empty())).collect();
        let condition = open_condition(&conditions, answered).and_then(|index| asked.get(index).copied());
        let approval = if condition.is_some() { approval.on_condition() } else { approval };
        Mandate { puts, condition, approval }
    }
}
