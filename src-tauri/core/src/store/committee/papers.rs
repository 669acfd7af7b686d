//! Cases with all that belongs to them, in six queries however many there are.

use std::collections::HashMap;

use chrono::NaiveDate;
use rusqlite::Connection;

use crate::committee::{
    CasePoint, CaseReading, CommitteeCase, PointDecision, PointSubject, counting, in_order, known_from, ready_on,
};
use crate::error::Result;
use crate::office::Committee;
use crate::store::records::records;
use crate::views::ReadingView;

/// Which cases.
#[derive(Clone, Copy)]
pub enum Of {
    /// Those of a municipality.
    Municipality(u32),
    /// One.
    Case(u32),
}

/// A case as the committees have it.
pub struct Paper {
    /// The case.
    pub case: CommitteeCase,
    /// Its readings in order, with every decision.
    pub readings: Vec<ReadingView>,
    /// Its points in the order of the paper.
    pub points: Vec<Point>,
}

/// A point of a paper.
pub struct Point {
    /// Its number: `2 a`.
    pub label: String,
    /// The point.
    pub point: CasePoint,
    /// What it is about.
    pub subjects: Vec<PointSubject>,
}

impl Paper {
    /// The readings held by a day, in the order they were held.
    pub fn held(&self, as_of: NaiveDate) -> Vec<&ReadingView> {
        let held = |reading: &&ReadingView| reading.reading.meeting_date.is_some_and(|day| day <= as_of);
        let mut readings: Vec<&ReadingView> = self.readings.iter().filter(held).collect();
        readings.sort_by_key(|reading| (reading.reading.meeting_date, reading.reading.position));
        readings
    }

    /// The day it counts from.
    pub fn known_from(&self) -> Option<NaiveDate> {
        known_from(&self.case, &self.read())
    }

    /// The day it was there to be read.
    pub fn ready_on(&self) -> Option<NaiveDate> {
        ready_on(&self.case, &self.read())
    }

    fn read(&self) -> Vec<CaseReading> {
        self.readings.iter().map(|reading| reading.reading.clone()).collect()
    }

    /// What must hold for a point: its own condition, or that of the point it lies inside.
    pub fn condition<'a>(&'a self, point: &'a CasePoint) -> &'a str {
        let outer = || self.points.iter().find(|outer| Some(outer.point.id) == point.parent_id);
        if point.condition.is_empty() { outer().map_or("", |outer| &outer.point.condition) } else { &point.condition }
    }

    /// What counts as decided on a point by a day, and in which reading: of each reading the decision on the point itself, else on
    /// the one it lies inside.
    pub fn decided(&self, point: &CasePoint, as_of: NaiveDate) -> Option<(&ReadingView, &PointDecision)> {
        let mut taken: Vec<(&ReadingView, &PointDecision)> = Vec::new();
        for reading in self.held(as_of) {
            let on = |id: u32| reading.decisions.iter().find(|decision| decision.case_point_id == id);
            let decision = on(point.id).or_else(|| point.parent_id.and_then(on));
            taken.extend(decision.map(|decision| (reading, decision)));
        }
        let outcomes: Vec<_> = taken.iter().map(|(_, decision)| decision.outcome).collect();
        counting(&outcomes).map(|index| taken[index])
    }
}

/// The cases of a municipality known on a day, or the one, whether it was known by then or not; oldest first, those without a day
/// before them.
pub fn papers(conn: &Connection, of: Of, as_of: NaiveDate) -> Result<Vec<Paper>> {
    let (matches, id) = match of {
        Of::Municipality(id) => ("WHERE committee_case.municipality_id = ?1", id),
        Of::Case(id) => ("WHERE committee_case.id = ?1", id),
    };
    let cases: Vec<CommitteeCase> = records(conn, matches, [id])?;
    let committees: HashMap<u32, Committee> =
        records::<Committee>(conn, "", [])?.into_iter().map(|committee| (committee.id, committee)).collect();

    let of_case = format!("JOIN committee_case ON committee_case.id = committee_case_id {matches}");
    let readings: Vec<CaseReading> = records(conn, &format!("{of_case} ORDER BY position, case_reading.id"), [id])?;
    let mut readings = by(readings, |reading| reading.committee_case_id);
    let mut points = by(records(conn, &of_case, [id])?, |point: &CasePoint| point.committee_case_id);
    let of_point = format!("JOIN case_point ON case_point.id = case_point_id {of_case}");
    let subjects: Vec<PointSubject> = records(conn, &format!("{of_point} ORDER BY case_point_subject.id"), [id])?;
    let mut subjects = by(subjects, |subject| subject.case_point_id);
    let mut decisions = by(records(conn, &of_point, [id])?, |decision: &PointDecision| decision.case_reading_id);

    let mut papers = Vec::with_capacity(cases.len());
    for case in cases {
        let points: Vec<Point> = in_order(points.remove(&case.id).unwrap_or_default())
            .into_iter()
            .map(|(label, point)| Point { label, subjects: subjects.remove(&point.id).unwrap_or_default(), point })
            .collect();
        let place = |decision: &PointDecision| points.iter().position(|point| point.point.id == decision.case_point_id);
        let view = |reading: CaseReading| {
            let committee = committees.get(&reading.committee_id);
            let mut decisions = decisions.remove(&reading.id).unwrap_or_default();
            decisions.sort_by_key(place);
            ReadingView {
                committee: committee.map(|committee| committee.name.clone()).unwrap_or_default(),
                short_name: committee.map(|committee| committee.short_name.clone()).unwrap_or_default(),
                reading,
                decisions,
            }
        };
        let readings = readings.remove(&case.id).unwrap_or_default().into_iter().map(view).collect();
        papers.push(Paper { case, readings, points });
    }
    papers.retain(|paper| matches!(of, Of::Case(_)) || paper.known_from().is_none_or(|day| day <= as_of));
    papers.sort_by_key(|paper| (paper.known_from(), paper.case.id));
    Ok(papers)
}

/// Records by what they belong to, in the order they came.
fn by<T>(records: Vec<T>, owner: impl Fn(&T) -> u32) -> HashMap<u32, Vec<T>> {
    let mut by: HashMap<u32, Vec<T>> = HashMap::new();
    for record in records {
        by.entry(owner(&record)).or_default().push(record);
    }
    by
}
