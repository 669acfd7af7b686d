//! A row of pools written: the pool, its call and what we think of it.

use std::collections::BTreeMap;

use rusqlite::OptionalExtension;

use crate::catalogue::CanApply;
use crate::error::Result;
use crate::import::intake::Value;
use crate::pools::{Assessment, CallDeadline, OwnCall, OwnPool, Stance};
use crate::store::Tx;
use crate::store::intake::Reading;
use crate::store::records::{record, records, save};
use crate::views::IntakeField;

/// Adds a pool, or updates the one it is the same as: an empty cell changes nothing, and neither does any cell a pool that was read
/// in with an agreement; its calls and its assessment are ours.
pub fn write(tx: &mut Tx<'_>, same: Option<u32>, values: &BTreeMap<IntakeField, Value>, reading: &Reading<'_>) -> Result<()> {
    let mut pool = match same {
        Some(id) => record(tx.connection(), id)?,
        None => new_pool(tx)?,
    };
    if pool.own {
        fill(tx, &mut pool, values)?;
        pool.id = save(tx, &pool)?;
    }
    write_call(tx, &pool, values, reading)?;
    match values.get(&IntakeField::Stance) {
        Some(Value::Stance(stance)) => assess(tx, pool.id, *stance, reading),
        _ => Ok(()),
    }
}

fn new_pool(tx: &Tx<'_>) -> Result<OwnPool> {
    let next: i64 = tx.connection().prepare_cached("SELECT coalesce(max(id), 0) + 1 FROM pool")?.query_row([], |r| r.get(0))?;
    Ok(OwnPool {
        id: 0,
        version: 0,
        agreement_id: None,
        initiative_id: None,
        parent_id: None,
        key: format!("egen-{next}"),
        title_da: String::new(),
        amount: None,
        price_level: None,
        account: String::new(),
        authority: String::new(),
        applicants_da: String::new(),
        // A sheet's words on who may apply are for a person to judge.
        can_apply: CanApply::Unclear,
        place: String::new(),
        note_da: String::new(),
        own: true,
    })
}

fn fill(tx: &Tx<'_>, pool: &mut OwnPool, values: &BTreeMap<IntakeField, Value>) -> Result<()> {
    for (field, value) in values {
        match (field, value) {
            (IntakeField::Title, Value::Text(title)) => pool.title_da.clone_from(title),
            (IntakeField::Funder, Value::Text(funder)) => pool.authority.clone_from(funder),
            (IntakeField::Applicants, Value::Text(applicants)) => pool.applicants_da.clone_from(applicants),
            (IntakeField::Note, Value::Text(note)) => pool.note_da.clone_from(note),
            (IntakeField::Amount, Value::Amount(amount)) => pool.amount = Some(*amount),
            (IntakeField::Initiative, Value::Initiative(id, _)) => {
                pool.initiative_id = Some(*id);
                let sql = "SELECT agreement_id FROM initiative WHERE id = ?1";
                pool.agreement_id = tx.connection().prepare_cached(sql)?.query_row([id], |r| r.get(0))?;
            }
            _ => {}
        }
    }
    Ok(())
}

/// The call a row tells of, where it tells of one: the newest of our own, else a new one, unless the agreement's own says the same.
fn write_call(tx: &mut Tx<'_>, pool: &OwnPool, values: &BTreeMap<IntakeField, Value>, reading: &Reading<'_>) -> Result<()> {
    let day = |field: IntakeField| match values.get(&field) {
        Some(Value::Day(day, time)) => Some((*day, time.clone())),
        _ => None,
    };
    let (published, deadline) = (day(IntakeField::Published).map(|(day, _)| day), day(IntakeField::Deadline));
    let source = values.get(&IntakeField::Source).and_then(Value::text);
    if published.is_none() && deadline.is_none() && source.is_none() {
        return Ok(());
    }
    let calls: Vec<OwnCall> = records(tx.connection(), "WHERE pool_id = ?1 ORDER BY id DESC", [pool.id])?;
    let mut call = match calls.iter().find(|call| call.own) {
        Some(call) => call.clone(),
        None => {
            for call in &calls {
                let set = deadlines(tx, call.id)?;
                let same_deadline = deadline.as_ref().is_none_or(|(day, _)| set.last().is_some_and(|last| last.deadline == *day));
                if same_deadline && published.is_none_or(|day| call.published == Some(day)) {
                    return Ok(());
                }
            }
            new_call(pool, calls.len())
        }
    };
    call.published = published.or(call.published);
    if let Some(source) = source.filter(|source| !call.sources.lines().any(|line| line == *source)) {
        call.sources = format!("{}\n{source}", call.sources).trim().to_owned();
    }
    let is_new = call.id == 0;
    call.id = save(tx, &call)?;
    let Some((day, time)) = deadline else { return Ok(()) };
    let set = deadlines(tx, call.id)?;
    let stands = set.last().is_some_and(|last| last.deadline == day && (time.is_none() || last.deadline_time == time));
    if !stands {
        let position = set.last().map_or(0, |last| last.position) + 1;
        let known_from = Some(reading.today).filter(|_| !is_new);
        let moved = CallDeadline {
            id: 0,
            version: 0,
            call_id: call.id,
            position,
            deadline: day,
            deadline_time: time,
            known_from,
            note_da: String::new(),
        };
        save(tx, &moved)?;
    }
    Ok(())
}

fn deadlines(tx: &Tx<'_>, call: u32) -> Result<Vec<CallDeadline>> {
    records(tx.connection(), "WHERE call_id = ?1 ORDER BY position", [call])
}

fn new_call(pool: &OwnPool, earlier: usize) -> OwnCall {
    OwnCall {
        id: 0,
        version: 0,
        pool_id: pool.id,
        key: format!("{}-{}", pool.key, earlier + 1),
        title: pool.title_da.clone(),
        published: None,
        amount: None,
        project_from: None,
        project_to: None,
        project_text_da: String::new(),
        applicants_da: pool.applicants_da.clone(),
        can_apply: pool.can_apply,
        outcome_da: String::new(),
        sources: String::new(),
        own: true,
    }
}

/// A new assessment, where the newest does not say the same.
fn assess(tx: &mut Tx<'_>, pool_id: u32, stance: Stance, reading: &Reading<'_>) -> Result<()> {
    let newest: Option<String> = tx
        .connection()
        .prepare_cached(
            "SELECT stance FROM assessment WHERE pool_id = ?1 AND municipality_id = ?2 ORDER BY assessed_on DESC, id DESC LIMIT 1",
        )?
        .query_row([pool_id, reading.municipality], |r| r.get(0))
        .optional()?;
    if newest.as_deref() == Some(stance.code()) {
        return Ok(());
    }
    let assessment = Assessment {
        id: 0,
        version: 0,
        municipality_id: reading.municipality,
        pool_id,
        stance,
        reason: None,
        text: String::new(),
        author: reading.actor.to_owned(),
        assessed_on: reading.today,
        application_hours: None,
        reporting_hours: None,
    };
    save(tx, &assessment).map(drop)
}
