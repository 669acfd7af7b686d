//! What was put to the committees about pools and applications.

use chrono::NaiveDate;
use rusqlite::Connection;

use crate::committee::{PointDecision, PointSubject};
use crate::error::Result;
use crate::store::committee::papers::{Of, Paper, Point, papers};
use crate::views::{PutView, ReadingView};

/// Every subject of a point in the cases of a municipality known on a day, with what was asked and decided by then; oldest first.
/// The number of queries is the same whatever the size.
///
/// # Errors
/// Those of reading the file.
pub(in crate::store) fn puts(conn: &Connection, municipality: u32, as_of: NaiveDate) -> Result<Vec<(PointSubject, PutView)>> {
    Ok(puts_of(&papers(conn, Of::Municipality(municipality), as_of)?, as_of))
}

/// The same of papers that are loaded.
pub(in crate::store) fn puts_of(papers: &[Paper], as_of: NaiveDate) -> Vec<(PointSubject, PutView)> {
    let mut puts = Vec::new();
    for paper in papers {
        for point in &paper.points {
            if !point.subjects.is_empty() {
                let put = put(paper, point, as_of);
                puts.extend(point.subjects.iter().map(|subject| (subject.clone(), put.clone())));
            }
        }
    }
    puts
}

fn put(paper: &Paper, Point { label, point, .. }: &Point, as_of: NaiveDate) -> PutView {
    let decided = paper.decided(point, as_of);
    let reading: Option<&ReadingView> = decided.map(|(reading, _)| reading).or_else(|| paper.readings.first());
    let decision: Option<&PointDecision> = decided.map(|(_, decision)| decision);
    PutView {
        case_id: paper.case.id,
        case_title: paper.case.title.clone(),
        case_kind: paper.case.kind,
        point_id: point.id,
        label: label.clone(),
        text: point.text.clone(),
        condition: paper.condition(point).to_owned(),
        committee: reading.map(|reading| reading.short_name.clone()).unwrap_or_default(),
        meeting_date: reading.and_then(|reading| reading.reading.meeting_date),
        outcome: decision.map(|decision| decision.outcome),
        decision_text: decision.map(|decision| decision.text.clone()).unwrap_or_default(),
        remark: decided.map(|(reading, _)| reading.reading.remark.clone()).unwrap_or_default(),
    }
}
