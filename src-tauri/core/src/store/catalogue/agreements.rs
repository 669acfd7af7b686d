//! Which agreements there are.

use rusqlite::{Connection, OptionalExtension};

use crate::error::{Error, ErrorCode, Result};
use crate::store::row;
use crate::views::{AgreementChoice, AgreementView};

/// Every agreement in the file, newest first.
pub fn agreements(conn: &Connection) -> Result<Vec<AgreementChoice>> {
    let mut statement = conn.prepare_cached("SELECT id, title_da, title_en FROM agreement ORDER BY date DESC, id DESC")?;
    let rows = statement.query_map([], |r| Ok(AgreementChoice { id: r.get(0)?, title: row::text(r, 1)? }))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The id of an agreement by its key.
pub fn agreement_id(conn: &Connection, key: &str) -> Result<u32> {
    let id = conn.query_row("SELECT id FROM agreement WHERE key = ?1", [key], |r| r.get(0)).optional()?;
    match id {
        Some(id) => Ok(id),
        None => Err(not_found(conn, key)?),
    }
}

/// One agreement, or the newest; and whether table 1 has a permanent column.
pub fn agreement(conn: &Connection, id: Option<u32>) -> Result<(AgreementView, bool)> {
    const SQL: &str = "SELECT id, key, title_da, title_en, date, price_level, first_year, last_year, source_da, source_en, \
                       has_permanent FROM agreement WHERE ?1 IS NULL OR id = ?1 ORDER BY date DESC, id DESC LIMIT 1";
    let read = |r: &rusqlite::Row<'_>| {
        let agreement = AgreementView {
            id: r.get(0)?,
            key: r.get(1)?,
            title: row::text(r, 2)?,
            date: row::date(r, 4)?,
            price_level: r.get(5)?,
            first_year: r.get(6)?,
            last_year: r.get(7)?,
            source: row::text(r, 8)?,
        };
        Ok((agreement, r.get(10)?))
    };
    match conn.prepare_cached(SQL)?.query_row([id], read).optional()? {
        Some(found) => Ok(found),
        None => Err(not_found(conn, &id.map(|id| id.to_string()).unwrap_or_default())?),
    }
}

/// The error that names the agreements there are.
fn not_found(conn: &Connection, found: &str) -> Result<Error> {
    let mut statement = conn.prepare_cached("SELECT key FROM agreement ORDER BY date DESC, id DESC")?;
    let keys = statement.query_map([], |r| r.get(0))?.collect::<rusqlite::Result<Vec<String>>>()?;
    Ok(Error::new(ErrorCode::AgreementNotFound).with("found", found).with("expected", keys.join(", ")))
}
