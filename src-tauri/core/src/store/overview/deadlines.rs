//! The days ahead.

use chrono::NaiveDate;

use crate::applications::{Stage, days};
use crate::deadlines::{DeadlineKind, DeadlineOrigin};
use crate::pools::{PoolStatus, is_for_municipalities};
use crate::store::overview::known::Known;
use crate::views::{CallView, DeadlineItem, PoolStanding, PoolView, ReadingView};

/// How many calendar days are shown.
const AHEAD: i32 = 90;

/// Every day to keep, soonest first: of calls that may be answered still, of applications that are not ended, and of cases.
pub fn deadlines(known: &Known) -> Vec<DeadlineItem> {
    let row = |kind, title: &str, on: Option<NaiveDate>| {
        let on = on?;
        let days = days(on, known.as_of);
        let title = title.to_owned();
        let row = DeadlineItem {
            key: String::new(),
            subject_table: String::new(),
            subject_id: 0,
            part: String::new(),
            step: None,
            detail: String::new(),
            on,
            time: None,
            origin: DeadlineOrigin::Typed,
            source: None,
            ruled_on: None,
            moved_from: None,
            days,
            working_days: 0,
            flags: Vec::new(),
            done_on: None,
            ended: false,
            aside_until: None,
            waiting_for: String::new(),
            person_id: None,
            department_id: None,
            committee_ids: Vec::new(),
            kind,
            title,
            application_id: None,
            pool_key: None,
            case_id: None,
            can_move: false,
            can_do: false,
            mark: None,
        };
        (0..=AHEAD).contains(&days).then_some(row)
    };
    let mut found = Vec::new();
    for (pool, standing) in &known.pools {
        let call = call(pool, standing, known.as_of);
        let day = row(DeadlineKind::Call, &pool.title.da, call.and_then(|call| call.deadline));
        let time = call.and_then(|call| call.deadline_time.clone());
        found.extend(day.map(|day| DeadlineItem { time, pool_key: Some(pool.key.clone()), ..day }));
    }
    for work in known.applications.iter().filter(|work| !work.row.ended) {
        let tasks = work.tasks.iter().filter_map(|(title, due)| row(DeadlineKind::Task, title, *due));
        let granted = work.conditions.iter().filter(|_| work.row.stage.is_granted());
        let conditions = granted.filter_map(|(text, due)| row(DeadlineKind::Condition, text, *due));
        let end = work.row.period_end.filter(|_| work.row.stage == Stage::Running).map(|end| end.last_day());
        let end = row(DeadlineKind::PeriodEnd, &work.row.title, end);
        let of_it = tasks.chain(conditions).chain(end);
        found.extend(of_it.map(|day| DeadlineItem { application_id: Some(work.row.id), ..day }));
    }
    for (paper, promises) in &known.cases {
        let promises = promises.iter().filter_map(|promise| row(DeadlineKind::FollowUp, &promise.text, promise.due_on));
        // What was decided today already is no day to keep.
        let meets = |reading: &&ReadingView| reading.decisions.is_empty() || reading.reading.meeting_date != Some(known.as_of);
        let meetings = paper
            .readings
            .iter()
            .filter(meets)
            .filter_map(|reading| row(DeadlineKind::Meeting, &paper.case.title, reading.reading.meeting_date));
        found.extend(promises.chain(meetings).map(|day| DeadlineItem { case_id: Some(paper.case.id), ..day }));
    }
    found.sort_by_cached_key(|day| (day.on, day.time.is_none(), day.time.clone(), day.kind, day.title.clone()));
    found
}

/// The next call of a pool that may be answered still: a municipality can, nobody has said no, and no application of ours is on its
/// way. It was published on a known day.
fn call<'a>(pool: &'a PoolView, standing: &PoolStanding, as_of: NaiveDate) -> Option<&'a CallView> {
    let refused = matches!(standing.status, PoolStatus::DoNotApply | PoolStatus::ExistingPractice);
    let sent = standing.applications.iter().any(|application| application.stage.is_sent());
    let open = |call: &&CallView| {
        call.published.is_some() && is_for_municipalities(call.can_apply) && call.deadline.is_some_and(|day| day >= as_of)
    };
    if refused || sent { None } else { pool.calls.iter().filter(open).min_by_key(|call| call.deadline) }
}
