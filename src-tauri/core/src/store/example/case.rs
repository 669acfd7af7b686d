//! A committee case of the example, and the meetings.

use crate::committee::{CasePoint, CaseReading, CommitteeCase, FollowUp, PointDecision, PointSubject};
use crate::deadlines::{Meeting, PlannedCase};
use crate::error::Result;
use crate::import::example::{self, Case, Point};
use crate::store::Tx;
use crate::store::example::{Keys, named, paper};
use crate::store::records::save;

/// Writes it with its points, readings and decisions.
pub fn write(tx: &mut Tx<'_>, keys: &Keys, case: &Case) -> Result<()> {
    let row = CommitteeCase {
        id: 0,
        version: 0,
        municipality_id: keys.municipality,
        title: case.title.clone(),
        kind: case.kind,
        case_number: case.case_number.clone(),
        closed: false,
        recommended_on: None,
        summary: case.summary.clone(),
        form: case.form.clone(),
    };
    let committee_case_id = save(tx, &row)?;
    let points = points(tx, keys, (committee_case_id, None), &case.points)?;
    for (position, reading) in (0..).zip(&case.readings) {
        let row = CaseReading {
            id: 0,
            version: 0,
            committee_case_id,
            committee_id: named(&keys.committees, &reading.committee)?,
            position,
            meeting_date: reading.meeting_date,
            item_number: reading.item_number.clone(),
            chairman: false,
            remark: reading.remark.clone(),
            votes: String::new(),
            minority_statement: String::new(),
        };
        let case_reading_id = save(tx, &row)?;
        for (&case_point_id, decision) in points.iter().zip(&reading.decisions) {
            let (outcome, text) = (decision.outcome, decision.text.clone());
            save(tx, &PointDecision { id: 0, version: 0, case_reading_id, case_point_id, outcome, text })?;
        }
    }
    for text in &case.follow_ups {
        let row = FollowUp {
            id: 0,
            version: 0,
            committee_case_id,
            text: text.clone(),
            due_on: None,
            reported_on: None,
            report: String::new(),
        };
        save(tx, &row)?;
    }
    for discrepancy in &case.discrepancies {
        save(tx, &super::discrepancy(discrepancy, None, Some(committee_case_id)))?;
    }
    paper::write(tx, keys, committee_case_id, case)
}

/// Writes points of a case, or of a point, with those inside them; gives their ids.
fn points(
    tx: &mut Tx<'_>,
    keys: &Keys,
    (committee_case_id, parent_id): (u32, Option<u32>),
    points: &[Point],
) -> Result<Vec<u32>> {
    let mut ids = Vec::new();
    for (position, point) in (0..).zip(points) {
        let (text, condition) = (point.text.clone(), point.condition.clone());
        let row = CasePoint { id: 0, version: 0, committee_case_id, parent_id, position, text, condition, drafted: false };
        let id = save(tx, &row)?;
        for key in &point.pools {
            let pool_id = Some(named(&keys.pools, key)?);
            save(tx, &PointSubject { id: 0, version: 0, case_point_id: id, pool_id, application_id: None })?;
        }
        for key in &point.applications {
            let application_id = Some(named(&keys.applications, key)?);
            save(tx, &PointSubject { id: 0, version: 0, case_point_id: id, pool_id: None, application_id })?;
        }
        self::points(tx, keys, (committee_case_id, Some(id)), &point.points)?;
        ids.push(id);
    }
    Ok(ids)
}

/// A meeting of which nothing more is known.
pub fn meeting(committee_id: u32, it: &example::Meeting) -> Meeting {
    Meeting {
        id: 0,
        version: 0,
        committee_id,
        held_on: it.on,
        held_time: None,
        extraordinary: false,
        cancelled: false,
        agenda_meeting_on: None,
        paper_due_on: None,
        source: it.source.clone(),
        source_uid: String::new(),
        note: String::new(),
    }
}

/// A case said to be coming.
pub fn planned(keys: &Keys, it: &example::PlannedCase) -> Result<PlannedCase> {
    let application = it.application.as_ref().map(|key| named(&keys.applications, key));
    Ok(PlannedCase {
        id: 0,
        version: 0,
        committee_id: named(&keys.committees, &it.committee)?,
        meeting_id: None,
        after_on: Some(it.after_on),
        title: it.title.clone(),
        kind: it.kind,
        application_id: application.transpose()?,
        committee_case_id: None,
        replaces: String::new(),
        moved_from: None,
        dropped: false,
        reason: String::new(),
        source: it.source.clone(),
        note: String::new(),
    })
}
