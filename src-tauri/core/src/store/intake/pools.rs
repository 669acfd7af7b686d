//! A row of pools written: the pool, its call and what we think of it.

use std::collections::BTreeMap;

use crate::catalogue::CanApply;
use crate::error::Result;
use crate::import::intake::Value;
use crate::pools::{Assessment, CallDeadline, OwnCall, OwnPool, Stance};
use crate::store::Tx;
use crate::store::intake::Reading;
use crate::store::pools::{DeadlineChange, call_of, in_order, pool_key, set_deadline};
use crate::store::records::{record, records, save};
use crate::views::{IntakeField, OwnCallDraft};

/// The next key of a pool outside any agreement: looked for once, not for each of ten thousand rows.
#[derive(Default)]
pub struct Keys(Option<i64>);

impl Keys {
    fn next(&mut self, tx: &Tx<'_>) -> Result<String> {
        let count = "SELECT count(*) FROM pool WHERE agreement_id IS NULL";
        let mut number = match self.0 {
            Some(last) => last + 1,
            None => tx.connection().prepare_cached(count)?.query_row([], |r| r.get::<_, i64>(0))? + 1,
        };
        let mut taken = tx.connection().prepare_cached("SELECT 1 FROM pool WHERE agreement_id IS NULL AND key = ?1")?;
        while taken.exists([format!("egen-{number}")])? {
            number += 1;
        }
        self.0 = Some(number);
        Ok(format!("egen-{number}"))
    }
}

/// Adds a pool, or updates the one it is the same as: an empty cell changes nothing, and neither does any cell a pool that was read
/// in with an agreement; its calls and its assessment are ours.
pub fn write(
    tx: &mut Tx<'_>,
    same: Option<u32>,
    values: &BTreeMap<IntakeField, Value>,
    reading: &Reading<'_>,
    keys: &mut Keys,
) -> Result<()> {
    let mut pool = match same {
        Some(id) => record(tx.connection(), id)?,
        None => new_pool(),
    };
    if pool.own {
        fill(tx, &mut pool, values, keys)?;
        pool.id = save(tx, &pool)?;
    }
    write_call(tx, &pool, values, reading)?;
    match values.get(&IntakeField::Stance) {
        Some(Value::Stance(stance)) => assess(tx, pool.id, *stance, reading),
        _ => Ok(()),
    }
}

fn new_pool() -> OwnPool {
    OwnPool {
        id: 0,
        version: 0,
        agreement_id: None,
        initiative_id: None,
        parent_id: None,
        key: String::new(),
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
    }
}

fn fill(tx: &Tx<'_>, pool: &mut OwnPool, values: &BTreeMap<IntakeField, Value>, keys: &mut Keys) -> Result<()> {
    for (field, value) in values {
        match (field, value) {
            (IntakeField::Title, Value::Text(title)) => pool.title_da.clone_from(title),
            (IntakeField::Funder, Value::Text(funder)) => pool.authority.clone_from(funder),
            (IntakeField::Applicants, Value::Text(applicants)) => pool.applicants_da.clone_from(applicants),
            (IntakeField::Note, Value::Text(note)) => pool.note_da.clone_from(note),
            (IntakeField::Amount, Value::Amount(amount)) => pool.amount = Some(*amount),
            (IntakeField::Initiative, Value::Initiative(id, _)) if pool.initiative_id != Some(*id) => {
                pool.initiative_id = Some(*id);
                (pool.agreement_id, pool.key) = pool_key(tx.connection(), Some(*id))?;
            }
            _ => {}
        }
    }
    if pool.key.is_empty() {
        pool.key = keys.next(tx)?;
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
    let was = calls.iter().find(|call| call.own).cloned();
    if was.is_none() {
        for call in &calls {
            let same_deadline = match &deadline {
                Some((day, _)) => present(tx, call.id)?.is_some_and(|present| present.deadline == *day),
                None => true,
            };
            if same_deadline && published.is_none_or(|day| call.published == Some(day)) {
                return Ok(());
            }
        }
    }
    let mut call = draft(pool, was.as_ref());
    call.published = published.or(call.published);
    call.deadline = deadline.as_ref().map(|(day, _)| *day);
    if let Some(source) = source.filter(|source| !call.sources.lines().any(|line| line == *source)) {
        call.sources = format!("{}\n{source}", call.sources);
    }
    in_order(&call)?;
    let call = call_of(tx.connection(), &call, was, reading.today)?;
    let id = save(tx, &call)?;
    match (deadline, present(tx, id)?) {
        (None, _) => Ok(()),
        // The sheet's day without a time leaves the time that is known.
        (Some((day, None)), Some(present)) if present.deadline == day => Ok(()),
        (deadline, _) => set_deadline(tx, id, deadline, DeadlineChange::Move { on: reading.today, reason: String::new() }),
    }
}

/// The present deadline of a call.
fn present(tx: &Tx<'_>, call: u32) -> Result<Option<CallDeadline>> {
    Ok(records(tx.connection(), "WHERE call_id = ?1 ORDER BY position DESC LIMIT 1", [call])?.pop())
}

/// A call as it is, or a new one of the pool's title.
fn draft(pool: &OwnPool, was: Option<&OwnCall>) -> OwnCallDraft {
    OwnCallDraft {
        opens_on: was.and_then(|was| was.opens_on),
        questions_until: was.and_then(|was| was.questions_until),
        answer_expected: was.and_then(|was| was.answer_expected),
        id: was.map_or(0, |was| was.id),
        version: was.map_or(0, |was| was.version),
        pool_id: pool.id,
        title: was.map_or(&pool.title_da, |was| &was.title).clone(),
        published: was.and_then(|was| was.published),
        deadline: None,
        deadline_time: None,
        correction: false,
        moved_on: None,
        moved_reason: String::new(),
        amount: was.and_then(|was| was.amount),
        project_from: was.and_then(|was| was.project_from),
        project_to: was.and_then(|was| was.project_to),
        applicants: was.map_or(&pool.applicants_da, |was| &was.applicants_da).clone(),
        can_apply: was.map_or(pool.can_apply, |was| was.can_apply),
        sources: was.map(|was| was.sources.clone()).unwrap_or_default(),
    }
}

/// A new assessment, where the newest does not say the same; it corrects the newest where the same person made that today.
fn assess(tx: &mut Tx<'_>, pool_id: u32, stance: Stance, reading: &Reading<'_>) -> Result<()> {
    let rest = "WHERE pool_id = ?1 AND municipality_id = ?2 ORDER BY assessed_on DESC, id DESC LIMIT 1";
    let newest: Option<Assessment> = records(tx.connection(), rest, [pool_id, reading.municipality])?.pop();
    let assessment = match newest {
        Some(newest) if newest.stance == stance => return Ok(()),
        Some(newest) if newest.author == reading.actor && newest.assessed_on == reading.today => {
            Assessment { stance, reason: None, ..newest }
        }
        _ => Assessment {
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
        },
    };
    save(tx, &assessment).map(drop)
}
