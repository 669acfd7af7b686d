//! What needs action, of everything that is known.

use std::collections::HashSet;

use chrono::NaiveDate;

use crate::applications::{ApplicationFacts, OpenCondition, PoolFacts, in_order, of_application, of_day, of_follow_up, of_pool};
use crate::deadlines::list::{gravest, raised};
use crate::deadlines::{DeadlineKind, Flag};
use crate::pools::{PoolStatus, is_for_municipalities};
use crate::store::overview::known::{Known, Work};
use crate::views::{Attention, AttentionKind, CallView, DeadlineItem, PoolStanding, PoolView};

/// What needs action, the most urgent first.
pub fn attention(known: &Known) -> Vec<Attention> {
    let mut found = Vec::new();
    let mut said = HashSet::new();
    for (pool, standing) in &known.pools {
        let condition = condition(known, pool, standing);
        if condition.is_some() {
            said.extend(standing.put.as_ref().map(|put| put.point_id));
        }
        let facts = PoolFacts {
            key: &pool.key,
            title: &pool.title.da,
            own_deadline: ahead(pool.calls.iter().filter(|call| is_for_municipalities(call.can_apply)), known.as_of),
            deadline: ahead(family(known, pool.id), known.as_of),
            untouched: standing.status == PoolStatus::NotAssessed && standing.applications.is_empty(),
            condition,
        };
        found.extend(of_pool(&facts, known.as_of));
    }
    let untouched: HashSet<Option<String>> = found
        .iter()
        .filter(|it: &&Attention| it.kind == AttentionKind::NoStance)
        .map(|it: &Attention| it.pool_key.clone())
        .collect();
    // Where nobody has said what we think of a pool that is what to do about its deadline.
    let has_stance = |day: &DeadlineItem| day.pool_key.is_none() || !untouched.contains(&day.pool_key);
    // That sources differ is said of the application, whatever they differ on.
    let differing: HashSet<u32> =
        known.applications.iter().filter(|work| work.row.discrepancies > 0).map(|work| work.row.id).collect();
    let is_said = |day: &DeadlineItem| day.application_id.is_some_and(|id| differing.contains(&id));
    let says_more = |day: &&DeadlineItem| has_stance(day) && (gravest(day) != Some(Flag::Contradictory) || !is_said(day));
    let days: Vec<&DeadlineItem> = raised(&known.days).filter(says_more).collect();
    for work in &known.applications {
        let of_it = of_application(&facts(known, work, &said), known.as_of);
        // A condition whose day asks for it already need not be said of the whole grant.
        let is_said = |day: &&DeadlineItem| day.kind == DeadlineKind::Condition && day.application_id == Some(work.row.id);
        let condition_is_said = days.iter().any(is_said);
        found.extend(of_it.into_iter().filter(|it| it.kind != AttentionKind::ConditionalGrant || !condition_is_said));
    }
    found.extend(days.into_iter().map(|day| of_day(day, known.as_of)));
    for (paper, promises) in &known.cases {
        // Nothing is promised before the committee has met.
        if paper.readings.iter().any(|reading| reading.reading.meeting_date.is_some_and(|day| day <= known.as_of)) {
            let of =
                |promise: &crate::committee::FollowUp| of_follow_up(paper.case.id, &paper.case.title, &promise.text, known.as_of);
            found.extend(promises.iter().filter(|promise| promise.due_on.is_none()).map(of));
        }
    }
    in_order(found)
}

/// The condition that holds for a pool until it is answered; that of the pool it lies inside is said there.
fn condition<'a>(known: &Known, pool: &PoolView, standing: &'a PoolStanding) -> Option<OpenCondition<'a>> {
    let put = standing.put.as_ref().filter(|_| standing.status == PoolStatus::ApplyIfRelevant)?;
    let parent = known.pools.iter().find(|(outer, _)| Some(outer.id) == pool.parent_id);
    let of_parent = parent.and_then(|(_, standing)| standing.put.as_ref()).is_some_and(|outer| outer.point_id == put.point_id);
    Some(OpenCondition { case: put.case_id, text: &put.condition }).filter(|_| !of_parent)
}

/// What is known of an application. A condition that is said of its pool already is not said again.
fn facts<'a>(known: &Known, work: &'a Work, said: &HashSet<u32>) -> ApplicationFacts<'a> {
    let row = &work.row;
    let calls = || row.pool_id.into_iter().flat_map(|pool| answered(known, pool));
    let passed = || dated(calls()).filter(|&day| day < known.as_of).max();
    ApplicationFacts {
        id: row.id,
        title: &row.title,
        stage: row.stage,
        since: row.stage_since.map(|since| since.last_day()),
        deadline: ahead(calls(), known.as_of).or_else(passed),
        has_committee: work.has_committee,
        approval: row.approval,
        appropriation: row.appropriation,
        mandate: work
            .mandate
            .as_ref()
            .filter(|put| !said.contains(&put.point_id))
            .map(|put| OpenCondition { case: put.case_id, text: &put.condition }),
        conditions: &work.conditions,
        missing_documents: &work.missing_documents,
        discrepancies: row.discrepancies,
    }
}

/// The calls of a pool and of those inside it.
fn family(known: &Known, pool: u32) -> impl Iterator<Item = &CallView> {
    let of_family = known.pools.iter().filter(move |(it, _)| it.id == pool || it.parent_id == Some(pool));
    of_family.flat_map(|(pool, _)| &pool.calls)
}

/// The calls an application to a pool can be meant for: the pool's own that have a deadline, else those of the pools inside it.
fn answered(known: &Known, pool: u32) -> impl Iterator<Item = &CallView> {
    let is_own = |of: &&(PoolView, PoolStanding)| of.0.id == pool && of.0.calls.iter().any(|call| call.deadline.is_some());
    let own = known.pools.iter().find(is_own);
    let inside = known.pools.iter().filter(move |(it, _)| own.is_none() && it.parent_id == Some(pool));
    own.into_iter().chain(inside).flat_map(|(pool, _)| &pool.calls)
}

/// The deadlines of calls that were certainly known: of one whose day of publication is not stated that cannot be said.
fn dated<'a>(calls: impl Iterator<Item = &'a CallView>) -> impl Iterator<Item = NaiveDate> {
    calls.filter(|call| call.published.is_some()).filter_map(|call| call.deadline)
}

/// The next of them.
fn ahead<'a>(calls: impl Iterator<Item = &'a CallView>, as_of: NaiveDate) -> Option<NaiveDate> {
    dated(calls).filter(|&day| day >= as_of).min()
}
