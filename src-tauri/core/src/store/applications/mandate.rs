//! What the committees were asked about an application and its pool, and what that makes of its approval.

use std::collections::HashSet;

use chrono::NaiveDate;
use rusqlite::{Connection, params};

use crate::applications::{Application, ApprovalState, approval_state, open_condition};
use crate::committee::{CaseKind, Outcome, PointSubject};
use crate::error::Result;
use crate::store::committee::puts;
use crate::views::PutView;

/// What is known on a day of every pool and application of a municipality.
pub(in crate::store) struct Mandates {
    /// Points put to a committee, oldest first.
    puts: Vec<(PointSubject, PutView)>,
    /// Pools with a final choice.
    chosen: HashSet<u32>,
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
        let mut statement =
            conn.prepare_cached("SELECT pool_id FROM final_choice WHERE municipality_id = ?1 AND chosen_on <= ?2")?;
        let chosen = statement.query_map(params![municipality, as_of.to_string()], |row| row.get(0))?;
        let chosen = chosen.collect::<rusqlite::Result<_>>()?;
        Ok(Mandates { puts: puts(conn, municipality, as_of)?, chosen })
    }

    /// The mandate of an application whose pool lies inside `parent`. A final choice answers its condition; where there is no pool
    /// to choose, the approval a person recorded does.
    pub fn of(&self, application: &Application, parent: Option<u32>, as_of: NaiveDate) -> Mandate<'_> {
        let pools = [application.pool_id, parent];
        let is_about = |subject: &PointSubject| {
            subject.application_id == Some(application.id) || subject.pool_id.is_some() && pools.contains(&subject.pool_id)
        };
        let puts: Vec<&PutView> = self.puts.iter().filter(|(subject, _)| is_about(subject)).map(|(_, put)| put).collect();
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
