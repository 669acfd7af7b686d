//! One case with all that belongs to it.

use std::collections::HashMap;

use chrono::NaiveDate;
use rusqlite::Connection;

use crate::committee::{CommitteeCase, Discrepancy, FollowUp, PointSubject, pool_remarks};
use crate::error::{Error, ErrorCode, Result};
use crate::store::applications::application_refs;
use crate::store::committee::papers::{Of, Paper, papers};
use crate::store::pools::{self, load_pools};
use crate::store::records::{record, records};
use crate::views::{ApplicationRef, CaseView, PointView, ReadingView, SubjectView, Text};

/// A case as it stood on a day, but for its history. What came of a meeting is left out before its day, and what was reported or
/// settled before that was.
///
/// # Errors
/// `record_changed` where it is gone.
pub fn detail(conn: &Connection, id: u32, as_of: NaiveDate) -> Result<CaseView> {
    let case: CommitteeCase = record(conn, id)?;
    let paper = papers(conn, Of::Case(id), as_of)?.pop();
    let paper = paper.ok_or_else(|| Error::new(ErrorCode::Unforeseen).because("a case without a paper"))?;
    let names = names(conn, id)?;
    let applications = application_refs(conn, case.municipality_id, as_of)?;
    let remarks = remarks(conn, &paper, &applications, as_of)?;
    let subject = |subject: PointSubject| {
        let name = names.get(&subject.id).cloned().unwrap_or_default();
        SubjectView {
            title: name.title,
            initiative: name.initiative,
            pool_key: name.pool_key,
            applications: ours(&applications, &subject),
            remarks: remarks.get(&subject.id).cloned().unwrap_or_default(),
            subject,
        }
    };
    let later = |day: Option<NaiveDate>| day.is_some_and(|day| day > as_of);
    let mut readings = paper.readings;
    readings.iter_mut().filter(|reading| later(reading.reading.meeting_date)).for_each(not_held);
    let mut follow_ups: Vec<FollowUp> = records(conn, "WHERE committee_case_id = ?1 ORDER BY due_on IS NULL, due_on, id", [id])?;
    for follow_up in follow_ups.iter_mut().filter(|follow_up| later(follow_up.reported_on)) {
        (follow_up.reported_on, follow_up.report) = (None, String::new());
    }
    let mut discrepancies: Vec<Discrepancy> = records(conn, "WHERE committee_case_id = ?1 ORDER BY id", [id])?;
    for discrepancy in discrepancies.iter_mut().filter(|discrepancy| later(discrepancy.settled_on)) {
        (discrepancy.settled_on, discrepancy.settlement) = (None, String::new());
    }
    Ok(CaseView {
        as_of,
        committee_case: paper.case,
        readings,
        points: (paper.points.into_iter())
            .map(|point| PointView {
                point: point.point,
                label: point.label,
                subjects: point.subjects.into_iter().map(subject).collect(),
            })
            .collect(),
        follow_ups,
        discrepancies,
        history: Vec::new(),
    })
}

/// What is to be known of the pools it recommends to apply to, by subject: while nothing is decided by the day, and nothing is sent.
fn remarks(
    conn: &Connection,
    paper: &Paper,
    applications: &[(Option<u32>, ApplicationRef)],
    as_of: NaiveDate,
) -> Result<HashMap<u32, Vec<Text>>> {
    let is_decided = paper
        .readings
        .iter()
        .any(|reading| !reading.decisions.is_empty() && reading.reading.meeting_date.is_none_or(|on| on <= as_of));
    let asked: Vec<&PointSubject> =
        paper.points.iter().flat_map(|point| &point.subjects).filter(|it| it.pool_id.is_some()).collect();
    if is_decided || asked.is_empty() {
        return Ok(HashMap::new());
    }
    let pools = load_pools(conn, pools::Of::All, as_of)?;
    let of = |subject: &&PointSubject| {
        let pool = pools.iter().find(|pool| Some(pool.id) == subject.pool_id)?;
        let is_sent = ours(applications, subject).iter().any(|it| it.stage.is_sent());
        Some((subject.id, if is_sent { Vec::new() } else { pool_remarks(pool.can_apply, pool.call_state) }))
    };
    Ok(asked.iter().filter_map(of).collect())
}

/// A reading before its meeting.
fn not_held(reading: &mut ReadingView) {
    reading.decisions.clear();
    reading.reading.remark.clear();
    reading.reading.votes.clear();
    reading.reading.minority_statement.clear();
}

/// The application a point is about, or those of its pool.
fn ours(applications: &[(Option<u32>, ApplicationRef)], subject: &PointSubject) -> Vec<ApplicationRef> {
    let is = |(pool, application): &&(Option<u32>, ApplicationRef)| {
        Some(application.id) == subject.application_id || pool.is_some() && *pool == subject.pool_id
    };
    applications.iter().filter(is).map(|(_, application)| application.clone()).collect()
}

/// What the subject of a point is called.
#[derive(Clone, Default)]
struct Name {
    title: String,
    initiative: Option<u32>,
    pool_key: Option<String>,
}

/// By subject.
fn names(conn: &Connection, case: u32) -> Result<HashMap<u32, Name>> {
    const SQL: &str = "SELECT case_point_subject.id, coalesce(application.title, pool.title_da), initiative.number, pool.key \
                       FROM case_point_subject JOIN case_point ON case_point.id = case_point_id \
                       LEFT JOIN application ON application.id = application_id \
                       LEFT JOIN pool ON pool.id = coalesce(case_point_subject.pool_id, application.pool_id) \
                       LEFT JOIN initiative ON initiative.id = pool.initiative_id WHERE committee_case_id = ?1";
    let mut statement = conn.prepare_cached(SQL)?;
    let names = statement
        .query_map([case], |r| Ok((r.get(0)?, Name { title: r.get(1)?, initiative: r.get(2)?, pool_key: r.get(3)? })))?;
    Ok(names.collect::<rusqlite::Result<_>>()?)
}
