//! What the back-plans of a municipality are made from, in a fixed number of queries however many applications there are.

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;
use rusqlite::{Connection, params};

use crate::applications::{Approval, Stage, stage_at};
use crate::calendar::{PartialDate, WorkCalendar};
use crate::committee::{CaseKind, Outcome};
use crate::deadlines::{DeadlineKind, LeadTime, Meeting, Plan, Put, Setting, StepMark, ToPlan};
use crate::error::Result;
use crate::office::Committee;
use crate::pools::Effect;
use crate::store::applications::{Asking, Mandates, grouped};
use crate::store::committee::{self, Paper, papers, puts_of};
use crate::store::deadlines::{Steps, committees, steps};
use crate::store::office::{lead_times, office_rules, work_calendar};
use crate::store::plans::calls::{CallDay, Calls, typed_deadlines};
use crate::store::records::records;
use crate::store::{meetings, row};

/// What every plan of a municipality is made with.
pub(in crate::store) struct Surroundings {
    pub committees: Vec<Committee>,
    /// Those that are held, by committee, soonest first.
    pub meetings: HashMap<u32, Vec<Meeting>>,
    pub lead_times: Vec<LeadTime>,
    pub calendar: WorkCalendar,
    pub between_readings: u32,
    pub as_of: NaiveDate,
}

impl Surroundings {
    pub fn load(conn: &Connection, municipality: u32, as_of: NaiveDate) -> Result<Surroundings> {
        let mut by_committee: HashMap<u32, Vec<Meeting>> = HashMap::new();
        for meeting in meetings::of_municipality(conn, municipality)?.into_iter().filter(|meeting| !meeting.cancelled) {
            by_committee.entry(meeting.committee_id).or_default().push(meeting);
        }
        Ok(Surroundings {
            committees: records(conn, "WHERE municipality_id = ?1 ORDER BY id", [municipality])?,
            meetings: by_committee,
            lead_times: lead_times(conn, municipality)?,
            calendar: work_calendar(conn, municipality)?,
            between_readings: office_rules(conn, municipality)?.between_readings,
            as_of,
        })
    }

    pub fn setting(&self) -> Setting<'_> {
        Setting {
            committees: &self.committees,
            meetings: &self.meetings,
            lead_times: &self.lead_times,
            calendar: &self.calendar,
            between_readings: self.between_readings,
            as_of: self.as_of,
        }
    }
}

/// An application with all its plan is made from.
pub(in crate::store) struct Work {
    pub id: u32,
    pub title: String,
    pub pool_id: Option<u32>,
    pub plan: Option<Plan>,
    /// The deadline to plan from, with the one before it where it was moved.
    pub call: Option<CallDay>,
    pub stage: Stage,
    pub approval_state: crate::applications::ApprovalState,
    approved_on: Option<NaiveDate>,
    refused_on: Option<NaiveDate>,
    approval: Option<Approval>,
    period_start: Option<PartialDate>,
    /// The steps that count, in order.
    steps: Steps,
    partners: bool,
    pub committees: Vec<u32>,
    marks: Vec<StepMark>,
    pub put: Vec<Put>,
}

impl Work {
    /// The first day it can have been begun; none where that is not stated.
    pub fn begun(&self) -> Option<NaiveDate> {
        self.steps.first().and_then(|(_, on)| *on).map(PartialDate::first_day)
    }

    pub fn to_plan(&self) -> ToPlan<'_> {
        self.to_plan_by(self.call.as_ref().map(|call| call.on), self.call.as_ref().and_then(|call| call.time.as_deref()))
    }

    /// The same with another deadline.
    pub fn to_plan_by<'a>(&'a self, deadline: Option<NaiveDate>, time: Option<&'a str>) -> ToPlan<'a> {
        let taken = |stages: &[Stage]| self.steps.iter().find(|(stage, _)| stages.contains(stage)).and_then(|(_, on)| *on);
        ToPlan {
            application_id: self.id,
            deadline,
            deadline_time: time,
            approval: self.approval,
            approval_state: self.approval_state,
            approved_on: self.approved_on,
            refused_on: self.refused_on,
            stage: self.stage,
            drafting_since: taken(&[Stage::Drafting]),
            submitted: taken(&[Stage::Submitted]),
            granted: taken(&[Stage::Granted, Stage::ConditionallyGranted]),
            period_start: self.period_start,
            answer_expected: self.call.as_ref().and_then(|call| call.answer_expected),
            partners: self.partners,
            committees: &self.committees,
            plan: self.plan.as_ref(),
            marks: &self.marks,
            put: &self.put,
        }
    }
}

/// The applications of a municipality known on a day, or one of them; oldest first.
pub(in crate::store) fn work(conn: &Connection, municipality: u32, only: Option<u32>, as_of: NaiveDate) -> Result<Vec<Work>> {
    let applications = applications(conn, municipality, only)?;
    let mut steps = steps(conn, municipality)?;
    let mut committees = committees(conn, municipality)?;
    let plans = grouped(conn, params![municipality, only], "id", |plan: &Plan| plan.application_id)?;
    let partners = with_partners(conn, municipality)?;
    let mut marks = marks(conn, municipality)?;
    let papers = papers(conn, committee::Of::Municipality(municipality), as_of)?;
    let mandates = Mandates::of_puts(conn, municipality, puts_of(&papers, as_of), as_of)?;
    let put = put(&papers, as_of);
    let parents = parents(conn)?;
    let calls = Calls::load(conn, as_of)?;
    let typed = typed_deadlines(conn, municipality)?;

    let mut plans: HashMap<u32, Plan> =
        plans.into_iter().filter_map(|(id, plans)| Some((id, plans.into_iter().next()?))).collect();
    let mut found = Vec::with_capacity(applications.len());
    for (application, title, period_start) in applications {
        let id = application.id;
        let steps = steps.remove(&id).unwrap_or_default();
        // One alone is given also where its first step is later.
        let first = || steps.first().filter(|_| only.is_some()).map(|(stage, _)| *stage);
        let Some(stage) = stage_at(steps.iter().copied(), as_of).map(|at| at.stage).or_else(first) else { continue };
        let parent = application.pool_id.and_then(|pool| parents.get(&pool).copied());
        let mandate = mandates.of(application, parent, as_of);
        let decided = |effect: Effect| {
            let newest =
                mandate.puts.iter().rev().find(|put| put.outcome.is_some_and(|it| it.effect() != Effect::SaysNothing))?;
            newest.meeting_date.filter(|_| newest.outcome.map(Outcome::effect) == Some(effect))
        };
        let by_person = application.approval_on.filter(|day| *day <= as_of);
        let approved_on = mandate.approval.allows().then(|| decided(Effect::Approves).or(by_person)).flatten();
        let subjects = [
            put.of_application.get(&id),
            application.pool_id.and_then(|pool| put.of_pool.get(&pool)),
            parent.and_then(|pool| put.of_pool.get(&pool)),
        ];
        let mut put: Vec<Put> = subjects.into_iter().flatten().flatten().cloned().collect();
        put.sort_by_key(|put| (put.held_on, put.case_id, put.committee_id));
        put.dedup_by_key(|put| (put.held_on, put.case_id, put.committee_id));
        let begun = steps.first().and_then(|(_, on)| *on).map(PartialDate::first_day);
        let submitted = steps.iter().find(|(stage, _)| *stage == Stage::Submitted).and_then(|(_, on)| *on);
        let call = match submitted.filter(|_| stage.is_sent()) {
            _ if stage.is_end() => None,
            Some(sent) => calls.first_from(application.pool_id, typed.get(&id), sent.first_day()),
            None if stage.is_sent() => None,
            None => calls.ahead_or_missed(application.pool_id, typed.get(&id), as_of, begun),
        };
        found.push(Work {
            plan: plans.remove(&id),
            call,
            stage,
            approval_state: mandate.approval,
            approved_on,
            refused_on: decided(Effect::Refuses),
            steps,
            partners: partners.contains(&id),
            committees: committees.remove(&id).unwrap_or_default(),
            marks: marks.remove(&id).unwrap_or_default(),
            put,
            approval: application.approval,
            period_start,
            id,
            title,
            pool_id: application.pool_id,
        });
    }
    Ok(found)
}

/// What a plan needs of the applications themselves: what their mandate rests on, title and first day of the project; oldest first.
fn applications(conn: &Connection, municipality: u32, only: Option<u32>) -> Result<Vec<(Asking, String, Option<PartialDate>)>> {
    const SQL: &str = "SELECT id, pool_id, approval, approval_on, title, period_start FROM application \
                       WHERE municipality_id = ?1 AND (?2 IS NULL OR id = ?2) ORDER BY id";
    let mut found = Vec::new();
    let mut statement = conn.prepare_cached(SQL)?;
    let mut rows = statement.query(params![municipality, only])?;
    while let Some(r) = rows.next()? {
        let (approval, approval_on) = (row::optional_code(r, 2, Approval::from_code)?, row::optional_date(r, 3)?);
        let asking = Asking { id: r.get(0)?, pool_id: r.get(1)?, approval, approval_on };
        found.push((asking, r.get(4)?, row::optional_code(r, 5, PartialDate::parse)?));
    }
    Ok(found)
}

fn with_partners(conn: &Connection, municipality: u32) -> Result<HashSet<u32>> {
    let sql = "SELECT DISTINCT application_id FROM application_partner JOIN application ON application.id = application_id \
               WHERE municipality_id = ?1";
    let mut statement = conn.prepare_cached(sql)?;
    let found = statement.query_map([municipality], |row| row.get(0))?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}

/// What was marked of the steps, by application.
fn marks(conn: &Connection, municipality: u32) -> Result<HashMap<u32, Vec<StepMark>>> {
    let sql = "SELECT subject_id, kind, part, pinned_on, pinned_reason, done_on FROM deadline_mark \
               WHERE municipality_id = ?1 AND subject_table = 'application' AND kind IN ('step', 'paper', 'meeting')";
    let mut statement = conn.prepare_cached(sql)?;
    let mut rows = statement.query([municipality])?;
    let mut found: HashMap<u32, Vec<StepMark>> = HashMap::new();
    while let Some(r) = rows.next()? {
        found.entry(r.get(0)?).or_default().push(StepMark {
            kind: row::code(r, 1, DeadlineKind::from_code)?,
            part: r.get(2)?,
            pinned_on: row::optional_date(r, 3)?,
            pinned_reason: r.get(4)?,
            done_on: row::optional_date(r, 5)?,
        });
    }
    Ok(found)
}

/// The pool each pool lies inside.
fn parents(conn: &Connection) -> Result<HashMap<u32, u32>> {
    let mut statement = conn.prepare_cached("SELECT id, parent_id FROM pool WHERE parent_id IS NOT NULL")?;
    let found = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}

/// The meetings cases were put to, by what they are about.
#[derive(Default)]
struct PutTo {
    of_application: HashMap<u32, Vec<Put>>,
    of_pool: HashMap<u32, Vec<Put>>,
}

fn put(papers: &[Paper], as_of: NaiveDate) -> PutTo {
    let mut found = PutTo::default();
    for paper in papers {
        if paper.case.kind != CaseKind::Decision {
            continue;
        }
        for point in &paper.points {
            let put = put_of(paper, point.point.id, point.point.parent_id, as_of);
            for subject in &point.subjects {
                if let Some(application) = subject.application_id {
                    found.of_application.entry(application).or_default().extend(put.iter().cloned());
                }
                if let Some(pool) = subject.pool_id {
                    found.of_pool.entry(pool).or_default().extend(put.iter().cloned());
                }
            }
        }
    }
    found
}

/// The readings of a case as a point has them: what the chairman decides alone is no meeting.
fn put_of(paper: &Paper, point: u32, parent: Option<u32>, as_of: NaiveDate) -> Vec<Put> {
    let handed_in = paper.ready_on();
    let of = |reading: &crate::views::ReadingView| {
        let held_on = reading.reading.meeting_date.filter(|_| !reading.reading.chairman)?;
        let on = |id: u32| reading.decisions.iter().find(|decision| decision.case_point_id == id);
        let decided = on(point).or_else(|| parent.and_then(on)).filter(|_| held_on <= as_of);
        Some(Put {
            case_id: paper.case.id,
            committee_id: reading.reading.committee_id,
            held_on,
            handed_in_on: handed_in.unwrap_or(held_on).min(held_on),
            outcome: decided.map(|decision| decision.outcome),
        })
    };
    paper.readings.iter().filter_map(of).collect()
}
