//! The last committee meeting before the deadline of each call, before anyone has applied.

use std::collections::HashMap;

use chrono::NaiveDate;
use rusqlite::Connection;

use crate::deadlines::{Reading, back_plan, call_plan, call_plan_of};
use crate::error::Result;
use crate::office::Committee;
use crate::store::plans::calls::Calls;
use crate::store::plans::load::{Surroundings, Work, work};
use crate::views::CallPlan;

/// The last meeting before the next deadline of each pool that has one ahead, by pool. Of a pool we apply to the plan of the
/// application, and none once all are sent.
pub(super) fn call_plans(
    conn: &Connection,
    calls: &Calls,
    municipality: u32,
    as_of: NaiveDate,
) -> Result<HashMap<u32, Vec<CallPlan>>> {
    let surroundings = Surroundings::load(conn, municipality, as_of)?;
    if calls.ahead(as_of).next().is_none() || surroundings.committees.is_empty() {
        return Ok(HashMap::new());
    }
    let setting = surroundings.setting();
    let mut ours: HashMap<u32, Vec<Work>> = HashMap::new();
    for work in work(conn, municipality, None, as_of)?.into_iter().filter(|work| !work.stage.is_end()) {
        if let Some(pool) = work.pool_id {
            ours.entry(pool).or_default().push(work);
        }
    }
    let committee = |id: u32| surroundings.committees.iter().find(|committee| committee.id == id);
    let of_field: Vec<&Committee> = surroundings.committees.iter().filter(|it| it.reading == Reading::Committee).collect();

    let plans = calls.ahead(as_of).map(|(pool, call)| {
        let ours = ours.remove(&pool).unwrap_or_default();
        let open = |work: &&Work| !work.stage.is_sent() && work.call.as_ref().is_some_and(|day| day.on >= as_of);
        let planned = ours.iter().filter(open).filter_map(|work| {
            let outcome = back_plan(&setting, &work.to_plan());
            Some(call_plan_of(&setting, committee(outcome.committee_id?)?, &outcome))
        });
        let mut found: Vec<CallPlan> = planned.collect();
        found.sort_by_key(|plan| (plan.committee_id, plan.paper_due));
        found.dedup_by_key(|plan| plan.committee_id);
        let sent = !ours.is_empty() && ours.iter().all(|work| work.stage.is_sent());
        if found.is_empty() && !sent {
            let of = |committee: &&Committee| call_plan(&setting, committee, call.on, call.time.as_deref());
            found = of_field.iter().map(of).collect();
        }
        (pool, found)
    });
    Ok(plans.collect())
}
