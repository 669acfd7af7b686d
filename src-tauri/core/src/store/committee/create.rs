//! Beginning a case.

use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension, Row};

use crate::applications::Stage;
use crate::committee::{Asks, CaseKind, CasePoint, CaseReading, CommitteeCase, PointSubject, numbered, recommendation};
use crate::error::Result;
use crate::office::Committee;
use crate::record::{Record, filled};
use crate::store::Tx;
use crate::store::applications::application_refs;
use crate::store::blame::gone;
use crate::store::papers::add_pool_table;
use crate::store::records::{record, save};
use crate::store::schema::SCHEMA;
use crate::views::CaseDraft;

/// Writes a new case with its first reading, its points and the table of its pools; gives its id. It is recommended today, unless the meeting has been.
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
    let mut asked = Vec::new();
    for &pool in &draft.pools {
        asked.push(of_pool(tx.connection(), draft.kind, pool)?);
    }
    let stages = application_refs(tx.connection(), municipality, today)?;
    for &id in &draft.applications {
        let title: String = title(tx.connection(), id)?;
        let at = stages.iter().find(|(_, known)| known.id == id).map_or(Stage::Idea, |(_, known)| known.stage);
        let code = Asks::Application(at).code(draft.kind);
        asked.push(Asked { code, title, after: String::new(), pool: None, application: Some(id) });
    }
    add_points(tx, case_id, draft, &asked)?;
    if !draft.pools.is_empty() {
        append_pools(tx, case_id, draft)?;
    }
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

/// What a point is about, and how it asks.
struct Asked {
    /// Of its sentence.
    code: String,
    title: String,
    /// What stands after the title.
    after: String,
    pool: Option<u32>,
    application: Option<u32>,
}

fn of_pool(conn: &Connection, kind: CaseKind, id: u32) -> Result<Asked> {
    const SQL: &str = "SELECT pool.title_da, number, name_da FROM pool LEFT JOIN initiative ON initiative.id = initiative_id \
                       LEFT JOIN area ON area.id = area_id WHERE pool.id = ?1";
    let read = |r: &Row<'_>| Ok((r.get(0)?, r.get::<_, Option<u32>>(1)?, r.get::<_, Option<String>>(2)?));
    let Some((title, number, area)) = conn.query_row(SQL, [id], read).optional()? else {
        return Err(gone(conn, &SCHEMA, "pool", i64::from(id))?);
    };
    let after = number.map(|number| numbered(number, area.as_deref().unwrap_or_default())).unwrap_or_default();
    Ok(Asked { code: Asks::Pool.code(kind), title, after, pool: Some(id), application: None })
}

fn title(conn: &Connection, application: u32) -> Result<String> {
    match conn.query_row("SELECT title FROM application WHERE id = ?1", [application], |r| r.get(0)).optional()? {
        Some(title) => Ok(title),
        None => Err(gone(conn, &SCHEMA, "application", i64::from(application))?),
    }
}

/// For each sentence a point: about one thing, or with one inside it for each of several. They are drafts until a person accepts them.
fn add_points(tx: &mut Tx<'_>, committee_case_id: u32, draft: &CaseDraft, asked: &[Asked]) -> Result<()> {
    let point = |parent_id, position, text: String, condition: &str| {
        let condition = condition.to_owned();
        CasePoint { id: 0, version: 0, committee_case_id, parent_id, position, text, condition, drafted: true }
    };
    let subject = |case_point_id, it: &Asked| {
        let (pool_id, application_id) = (it.pool, it.application);
        PointSubject { id: 0, version: 0, case_point_id, pool_id, application_id }
    };
    let mut codes: Vec<&str> = Vec::new();
    for it in asked {
        if !codes.contains(&it.code.as_str()) {
            codes.push(&it.code);
        }
    }
    for (position, code) in (0..).zip(codes) {
        let about: Vec<&Asked> = asked.iter().filter(|it| it.code == code).collect();
        if let [it] = about.as_slice() {
            let text = recommendation(code, Some((&it.title, &it.after)));
            let only = save(tx, &point(None, position, text, &draft.condition))?;
            save(tx, &subject(only, it))?;
            continue;
        }
        let outer = save(tx, &point(None, position, recommendation(code, None), &draft.condition))?;
        for (place, it) in (0..).zip(about) {
            let inner = save(tx, &point(Some(outer), place, format!("{}{}", it.title, it.after), ""))?;
            save(tx, &subject(inner, it))?;
        }
    }
    Ok(())
}

/// The table of the pools the case is begun from.
fn append_pools(tx: &mut Tx<'_>, case: u32, draft: &CaseDraft) -> Result<()> {
    let committee: Option<Committee> = draft.committee_id.map(|id| record(tx.connection(), id)).transpose()?;
    add_pool_table(tx, case, committee.as_ref().map(|it| it.name.as_str()), &draft.pools)
}
