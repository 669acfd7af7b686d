//! The pools of an agreement into the file.

use rusqlite::{Connection, params};

use crate::catalogue::{Call, Pool};
use crate::error::Result;

/// Writes pools and their calls. `initiatives` are the ids of the agreement's initiatives in order.
pub fn insert_pools(conn: &Connection, agreement: u32, pools: &[Pool], initiatives: &[u32]) -> Result<()> {
    const SQL: &str = "INSERT INTO pool (agreement_id, initiative_id, key, position, title_da, title_en, amount_oere, price_level, \
                       account, authority, applicants_da, applicants_en, can_apply, place, note_da, note_en) \
                       VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16) RETURNING id";
    const YEAR: &str = "INSERT INTO pool_year_amount (pool_id, year, amount_oere) VALUES (?1, ?2, ?3)";
    let mut ids: Vec<u32> = Vec::with_capacity(pools.len());
    for (position, pool) in pools.iter().enumerate() {
        let values = params![
            agreement,
            pool.initiative.map(|index| initiatives[index]),
            pool.key,
            position as u32,
            pool.title.da,
            pool.title.en,
            pool.amount.map(|amount| amount.oere()),
            pool.price_level,
            pool.account,
            pool.authority,
            pool.applicants.da,
            pool.applicants.en,
            pool.can_apply.code(),
            pool.place,
            pool.note.da,
            pool.note.en,
        ];
        let id = conn.prepare_cached(SQL)?.query_row(values, |r| r.get(0))?;
        for (year, amount) in &pool.years {
            conn.prepare_cached(YEAR)?.execute(params![id, year, amount.oere()])?;
        }
        for call in &pool.calls {
            insert_call(conn, id, call)?;
        }
        ids.push(id);
    }
    // Last, for a pool may stand before the one it lies inside.
    for (id, pool) in ids.iter().zip(pools) {
        if let Some(parent) = pool.parent {
            conn.prepare_cached("UPDATE pool SET parent_id = ?2 WHERE id = ?1")?.execute(params![id, ids[parent]])?;
        }
    }
    Ok(())
}

fn insert_call(conn: &Connection, pool: u32, call: &Call) -> Result<()> {
    const SQL: &str = "INSERT INTO call (pool_id, key, title, published, amount_oere, project_from, project_to, project_text_da, \
                       project_text_en, applicants_da, applicants_en, can_apply, outcome_da, outcome_en, sources) \
                       VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15) RETURNING id";
    const DEADLINE: &str = "INSERT INTO call_deadline (call_id, position, deadline, deadline_time, known_from, note_da, note_en) \
                            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)";
    let iso = |date: Option<chrono::NaiveDate>| date.map(|date| date.to_string());
    let values = params![
        pool,
        call.key,
        call.title,
        iso(call.published),
        call.amount.map(|amount| amount.oere()),
        iso(call.project_from),
        iso(call.project_to),
        call.project_text.da,
        call.project_text.en,
        call.applicants.da,
        call.applicants.en,
        call.can_apply.code(),
        call.outcome.da,
        call.outcome.en,
        call.sources.join("\n"),
    ];
    let id: u32 = conn.prepare_cached(SQL)?.query_row(values, |r| r.get(0))?;
    for (position, deadline) in (1_u32..).zip(&call.deadlines) {
        let (date, known_from) = (deadline.date.to_string(), iso(deadline.known_from));
        let values = params![id, position, date, deadline.time, known_from, deadline.note.da, deadline.note.en];
        conn.prepare_cached(DEADLINE)?.execute(values)?;
    }
    Ok(())
}
