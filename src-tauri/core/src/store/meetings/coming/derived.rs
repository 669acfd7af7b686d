//! The cases that follow from data: papers of back-plans, cases put to a meeting, reports due, promises.

use std::collections::HashSet;

use chrono::NaiveDate;
use rusqlite::Connection;

use crate::committee::CaseKind;
use crate::deadlines::{
    Chain, DeadlineKind, Place, Placed, PlanState, PlanStep, PlannedKind, Setting, agenda_reason, back_plan, deadline_key,
    place_reason, plan_reason,
};
use crate::error::Result;
use crate::store::committee::{self, Paper, papers};
use crate::store::deadlines::items;
use crate::store::plans::{Work, work};
use crate::views::{ComingCase, Text};

/// A case that follows from data.
pub(super) struct Derived {
    pub committee: u32,
    pub place: Place,
    pub case: ComingCase,
}

/// Why a case is planned where it is: a report or a promise by the rule that placed it, all else as it said itself.
pub(super) fn reason(case: &ComingCase, place: Place, placed: Placed) -> Text {
    match place {
        Place::Due(_) | Place::By(_) => place_reason(case.kind, place, placed),
        Place::On(_) | Place::After(_) => case.reason.clone(),
    }
}

/// The cases and applications of a municipality.
pub(super) struct Known {
    papers: Vec<Paper>,
    works: Vec<Work>,
}

impl Known {
    pub(super) fn load(conn: &Connection, municipality: u32, as_of: NaiveDate) -> Result<Known> {
        let papers = papers(conn, committee::Of::Municipality(municipality), as_of)?;
        Ok(Known { papers, works: work(conn, municipality, None, as_of)? })
    }
}

/// Every case that follows from data, ahead or not, in a fixed number of queries.
pub(super) fn derived(conn: &Connection, municipality: u32, setting: &Setting<'_>, known: &Known) -> Result<Vec<Derived>> {
    let mut found = on_agendas(&known.papers, setting.as_of);
    found.extend(of_plans(&known.works, setting));
    found.extend(of_days(conn, municipality, setting.as_of)?);
    Ok(found)
}

fn bare(key: String, title: &str, kind: PlannedKind) -> ComingCase {
    ComingCase {
        key,
        title: title.to_owned(),
        kind,
        reason: Text::default(),
        due_on: None,
        missed_on: None,
        moved_from: None,
        moved_reason: String::new(),
        application_id: None,
        case_id: None,
        row: None,
    }
}

/// The papers that back-plans call for. What is put to a meeting already stands on its agenda.
fn of_plans(works: &[Work], setting: &Setting<'_>) -> Vec<Derived> {
    let mut found = Vec::new();
    for work in works.iter().filter(|work| !work.stage.is_end()) {
        let outcome = back_plan(setting, &work.to_plan());
        if !matches!(outcome.state, PlanState::Reachable | PlanState::LastDay | PlanState::AtRisk | PlanState::HandedIn) {
            continue;
        }
        let of_case = || outcome.steps.iter().filter(|step| step.chain == Chain::Case);
        for meeting in of_case().filter(|step| step.step == PlanStep::Meeting && step.done_on.is_none()) {
            let Some(committee) = meeting.committee_id else { continue };
            let paper = of_case().find(|step| step.step == PlanStep::Paper && step.committee_id == Some(committee));
            let Some(paper) =
                paper.filter(|_| !work.put.iter().any(|put| (put.committee_id, put.held_on) == (committee, meeting.on)))
            else {
                continue;
            };
            let key = deadline_key("application", work.id, DeadlineKind::Paper, &paper.part);
            let case = ComingCase {
                reason: plan_reason(paper.on, outcome.deadline),
                due_on: Some(paper.on),
                application_id: Some(work.id),
                ..bare(key, &work.title, PlannedKind::Application)
            };
            found.push(Derived { committee, place: Place::On(meeting.on), case });
        }
    }
    found
}

/// The cases that are put to a meeting and not decided there.
fn on_agendas(papers: &[Paper], as_of: NaiveDate) -> Vec<Derived> {
    let mut found = Vec::new();
    for paper in papers {
        let about: HashSet<u32> =
            paper.points.iter().flat_map(|point| &point.subjects).filter_map(|subject| subject.application_id).collect();
        let asks_for_pools = paper.points.iter().flat_map(|point| &point.subjects).any(|subject| subject.pool_id.is_some());
        let kind = match paper.case.kind {
            CaseKind::Information => PlannedKind::Information,
            CaseKind::Decision if asks_for_pools || !about.is_empty() => PlannedKind::Application,
            _ => PlannedKind::Other,
        };
        for reading in paper.readings.iter().filter(|reading| reading.decisions.is_empty()) {
            let Some(held_on) = reading.reading.meeting_date.filter(|day| *day >= as_of) else { continue };
            let key = format!("committee_case:{}:{}", paper.case.id, reading.reading.id);
            let case = ComingCase {
                reason: agenda_reason(),
                application_id: about.iter().copied().next().filter(|_| about.len() == 1),
                case_id: Some(paper.case.id),
                ..bare(key, &paper.case.title, kind)
            };
            found.push(Derived { committee: reading.reading.committee_id, place: Place::On(held_on), case });
        }
    }
    found
}

/// Whether a committee has had what was planned for one of its meetings: as the case itself, or its application was put to that meeting
/// or a later one.
pub(super) fn is_dealt_with(known: &Known, case: &ComingCase, committee: u32, planned_on: NaiveDate) -> bool {
    let itself = known.papers.iter().filter(|paper| case.case_id == Some(paper.case.id));
    let mut readings = itself.flat_map(|paper| &paper.readings).map(|reading| &reading.reading);
    let works = known.works.iter().filter(|work| case.application_id == Some(work.id));
    readings.any(|reading| reading.committee_id == committee && reading.meeting_date.is_some())
        || works.flat_map(|work| &work.put).any(|put| put.committee_id == committee && put.held_on >= planned_on)
}

/// Reports that are due and promises that are open, of what is not ended.
fn of_days(conn: &Connection, municipality: u32, as_of: NaiveDate) -> Result<Vec<Derived>> {
    let mut found = Vec::new();
    for item in items(conn, municipality, as_of)? {
        let (kind, place) = match item.kind {
            DeadlineKind::StatusReport | DeadlineKind::Midterm => (PlannedKind::StatusReport, Place::Due(item.on)),
            DeadlineKind::FinalReport => (PlannedKind::FinalReport, Place::Due(item.on)),
            DeadlineKind::FollowUp => (PlannedKind::FollowUp, Place::By(item.on)),
            _ => continue,
        };
        let Some(committee) = item.committee_ids.first().copied().filter(|_| item.done_on.is_none() && !item.ended) else {
            continue;
        };
        let title = if item.detail.is_empty() { item.title } else { format!("{}: {}", item.title, item.detail) };
        let case = ComingCase {
            due_on: Some(item.on),
            application_id: item.application_id,
            case_id: item.case_id,
            ..bare(item.key, &title, kind)
        };
        found.push(Derived { committee, place, case });
    }
    Ok(found)
}
