//! Beginning a case.

use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension};

use crate::committee::{CasePoint, CaseReading, CommitteeCase, PointSubject, recommendation};
use crate::error::Result;
use crate::record::{Record, filled};
use crate::store::Tx;
use crate::store::blame::gone;
use crate::store::records::save;
use crate::store::schema::SCHEMA;
use crate::views::CaseDraft;

/// Writes a new case with its first reading and points; gives its id. It is recommended today, unless the meeting has been.
pub fn create(tx: &mut Tx<'_>, draft: &CaseDraft, municipality: u32, today: NaiveDate) -> Result<u32> {
    let case = CommitteeCase {
        id: 0,
        version: 0,
        municipality_id: municipality,
        title: draft.title.clone(),
        kind: draft.kind,
        case_number: draft.case_number.clone(),
        closed: false,
        recommended_on: Some(today).filter(|_| draft.meeting_date.is_none_or(|day| day >= today)),
        summary: String::new(),
        form: String::new(),
    };
    case.check()?;
    if draft.committee_id.is_none() && (draft.meeting_date.is_some() || !draft.item_number.trim().is_empty()) {
        // A meeting is one of a committee.
        filled("committee_id", "")?;
    }
    let case_id = save(tx, &case)?;
    if let Some(committee_id) = draft.committee_id {
        save(tx, &first_reading(case_id, committee_id, draft))?;
    }
    let named = |conn: &Connection, table: &str, column: &str, ids: &[u32]| -> Result<Vec<(u32, String)>> {
        ids.iter().map(|&id| Ok((id, title(conn, table, column, id)?))).collect()
    };
    let pools = named(tx.connection(), "pool", "title_da", &draft.pools)?;
    let applications = named(tx.connection(), "application", "title", &draft.applications)?;
    let pool = |case_point_id, id| PointSubject { id: 0, version: 0, case_point_id, pool_id: Some(id), application_id: None };
    let application =
        |case_point_id, id| PointSubject { id: 0, version: 0, case_point_id, pool_id: None, application_id: Some(id) };
    let position = add_points(tx, case_id, draft, ("pool", &pools), 0, pool)?;
    add_points(tx, case_id, draft, ("application", &applications), position, application)?;
    Ok(case_id)
}

fn first_reading(committee_case_id: u32, committee_id: u32, draft: &CaseDraft) -> CaseReading {
    CaseReading {
        id: 0,
        version: 0,
        committee_case_id,
        committee_id,
        position: 0,
        meeting_date: draft.meeting_date,
        item_number: draft.item_number.clone(),
        chairman: false,
        remark: String::new(),
        votes: String::new(),
        minority_statement: String::new(),
    }
}

/// The title of a pool or an application.
fn title(conn: &Connection, table: &str, column: &str, id: u32) -> Result<String> {
    let sql = format!("SELECT {column} FROM {table} WHERE id = ?1");
    match conn.query_row(&sql, [id], |r| r.get(0)).optional()? {
        Some(title) => Ok(title),
        None => Err(gone(conn, &SCHEMA, table, i64::from(id))?),
    }
}

/// A point about one thing, or a point with one inside it for each of several; gives the place of the next point.
fn add_points(
    tx: &mut Tx<'_>,
    committee_case_id: u32,
    draft: &CaseDraft,
    (what, about): (&str, &[(u32, String)]),
    position: u32,
    subject: impl Fn(u32, u32) -> PointSubject,
) -> Result<u32> {
    let point = |parent_id, position, text: String, condition: &str| {
        let condition = condition.to_owned();
        CasePoint { id: 0, version: 0, committee_case_id, parent_id, position, text, condition }
    };
    match about {
        [] => return Ok(position),
        [(id, title)] => {
            let text = recommendation(draft.kind, what, Some(title));
            let only = save(tx, &point(None, position, text, &draft.condition))?;
            save(tx, &subject(only, *id))?;
        }
        several => {
            let text = recommendation(draft.kind, what, None);
            let outer = save(tx, &point(None, position, text, &draft.condition))?;
            for (place, (id, title)) in (0..).zip(several) {
                let inner = save(tx, &point(Some(outer), place, title.clone(), ""))?;
                save(tx, &subject(inner, *id))?;
            }
        }
    }
    Ok(position + 1)
}
