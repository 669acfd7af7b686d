//! The detail of one initiative.

use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension, params};

use crate::catalogue::*;
use crate::error::{Error, ErrorCode, Result};
use crate::store::blame::gone;
use crate::store::catalogue::agreements::agreement;
use crate::store::catalogue::amounts::amounts;
use crate::store::pools::{Of, load_pools, standings};
use crate::store::reference::{municipality_of, population_of};
use crate::store::row;
use crate::store::schema::SCHEMA;
use crate::views::{DutView, InitiativeView, ShareEstimate, SourceNoteView, Text};

/// The id of an initiative by its number, in one agreement or the newest.
pub fn initiative_id(conn: &Connection, agreement_id: Option<u32>, number: u32) -> Result<u32> {
    let (agreement, _) = agreement(conn, agreement_id)?;
    conn.query_row("SELECT id FROM initiative WHERE agreement_id = ?1 AND number = ?2", [agreement.id, number], |r| r.get(0))
        .optional()?
        .map_or_else(|| Err(not_found(conn, agreement.id, number)?), Ok)
}

/// The error that says which numbers there are.
fn not_found(conn: &Connection, agreement: u32, number: u32) -> Result<Error> {
    const SQL: &str = "SELECT coalesce(min(number), 0), coalesce(max(number), 0) FROM initiative WHERE agreement_id = ?1";
    let (first, last): (u32, u32) = conn.query_row(SQL, [agreement], |r| Ok((r.get(0)?, r.get(1)?)))?;
    Ok(Error::new(ErrorCode::InitiativeNotFound).with("found", number).with("expected", format!("{first}–{last}")))
}

/// One initiative with all that was known of it on a day, but for its history. The estimated share and the standings are those of
/// the municipality with this official code; without one there are none.
///
/// # Errors
/// `record_changed` where it is gone.
pub fn initiative(conn: &Connection, id: u32, as_of: NaiveDate, municipality_code: &str) -> Result<InitiativeView> {
    const SQL: &str = "SELECT initiative.version, number, initiative.title_da, initiative.title_en, name_da, name_en, theme.title_da, \
                       theme.title_en, initiative.page, can_apply, can_apply_reason_da, can_apply_reason_en, can_apply_place, \
                       applicants_da, applicants_en, authority, summary, dut_recipient, dut_place, initiative.agreement_id \
                       FROM initiative JOIN area ON area.id = initiative.area_id LEFT JOIN theme ON theme.id = theme_id \
                       WHERE initiative.id = ?1";
    let mut statement = conn.prepare_cached(SQL)?;
    let mut rows = statement.query([id])?;
    let Some(r) = rows.next()? else {
        return Err(gone(conn, &SCHEMA, "initiative", i64::from(id))?);
    };
    let agreement_id: u32 = r.get(19)?;
    let theme = r.get::<_, Option<String>>(6)?;
    let dut = match row::optional_code(r, 17, DutRecipient::from_code)? {
        None => None,
        Some(recipient) => {
            let share = match recipient {
                DutRecipient::Municipal => estimate(conn, id, agreement_id, as_of, municipality_code)?,
                DutRecipient::Regional | DutRecipient::Split | DutRecipient::NotStated => None,
            };
            Some(DutView { recipient, place: r.get(18)?, share })
        }
    };
    let pools = load_pools(conn, Of::Initiative(id), as_of)?;
    let standings = match municipality_of(conn, municipality_code)? {
        Some(municipality) => standings(conn, &pools, municipality, as_of)?,
        None => Vec::new(),
    };
    Ok(InitiativeView {
        id,
        version: r.get(0)?,
        number: r.get(1)?,
        title: row::text(r, 2)?,
        area: row::text(r, 4)?,
        theme: match theme {
            Some(da) => Some(Text { da, en: r.get(7)? }),
            None => None,
        },
        page: r.get(8)?,
        mechanisms: mechanisms(conn, id)?,
        can_apply: row::code(r, 9, CanApply::from_code)?,
        can_apply_reason: row::text(r, 10)?,
        can_apply_place: r.get(12)?,
        applicants: row::text(r, 13)?,
        authority: r.get(15)?,
        summary: r.get(16)?,
        dut,
        pools,
        standings,
        notes: notes(conn, id)?,
        history: Vec::new(),
    })
}

fn mechanisms(conn: &Connection, id: u32) -> Result<Vec<Mechanism>> {
    let mut statement =
        conn.prepare_cached("SELECT mechanism FROM initiative_mechanism WHERE initiative_id = ?1 ORDER BY position")?;
    let rows = statement.query_map([id], |r| row::code(r, 0, Mechanism::from_code))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

fn notes(conn: &Connection, id: u32) -> Result<Vec<SourceNoteView>> {
    const SQL: &str = "SELECT key, kind, place, stated, other, difference, text_da, text_en FROM source_note \
                       JOIN source_note_initiative ON source_note_id = source_note.id WHERE initiative_id = ?1 ORDER BY source_note.id";
    let mut statement = conn.prepare_cached(SQL)?;
    let rows = statement.query_map([id], |r| {
        Ok(SourceNoteView {
            key: r.get(0)?,
            kind: row::code(r, 1, NoteKind::from_code)?,
            place: r.get(2)?,
            stated: r.get(3)?,
            other: r.get(4)?,
            difference: r.get(5)?,
            text: row::text(r, 6)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The share by population, with the newest pair of figures for one date no later than the day. None where a figure is missing.
fn estimate(conn: &Connection, id: u32, agreement_id: u32, as_of: NaiveDate, code: &str) -> Result<Option<ShareEstimate>> {
    let Some(figures) = population_of(conn, code, as_of)? else { return Ok(None) };
    let (agreement, has_permanent) = agreement(conn, Some(agreement_id))?;
    let periods = periods(agreement.first_year, agreement.last_year, has_permanent);
    let sql = "SELECT initiative_id, period, amount_oere FROM year_amount WHERE initiative_id = ?1";
    let printed = amounts(conn, sql, params![id], &periods)?.remove(&id).unwrap_or_else(|| vec![None; periods.len()]);
    let amounts = share_of_row(&periods, &printed, figures.population, figures.country);
    Ok(Some(ShareEstimate {
        municipality: figures.municipality,
        population: figures.population,
        country_population: figures.country,
        date: figures.date,
        amounts,
    }))
}
