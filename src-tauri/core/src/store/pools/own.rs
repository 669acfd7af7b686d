//! Pools and calls a person adds. What was read in with an agreement is not changed.

use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension};

use crate::calendar::parse_time;
use crate::error::{Error, ErrorCode, Result};
use crate::ops::Op;
use crate::pools::{CallDeadline, OwnCall, OwnPool};
use crate::record::filled;
use crate::store::blame::{changed, gone};
use crate::store::pools::{Of, load_pools};
use crate::store::records::{record, records, remove, remove_where, save};
use crate::store::refuse::invalid;
use crate::store::schema::SCHEMA;
use crate::store::{Store, Tx};
use crate::views::{Changed, OwnCallDraft, OwnPoolDraft, PoolView};

impl Store {
    /// Adds or corrects a pool of one's own.
    ///
    /// # Errors
    /// `field_required`; `record_changed` also for a pool that was read in with an agreement; those of [`Store::transact`].
    pub fn own_pool_save(&mut self, draft: &OwnPoolDraft, as_of: NaiveDate) -> Result<Changed<PoolView>> {
        filled("title", &draft.title)?;
        let committed = self.transact(Op::PoolSave, |tx| {
            let was = if draft.id == 0 { None } else { Some(own_pool(tx.connection(), draft.id)?) };
            let pool = pool_of(tx.connection(), draft, was)?;
            save(tx, &pool)
        })?;
        let view = self.query(|connection| pool_view(connection, committed.value, as_of))?;
        Ok(Changed { view, changed: committed.changed })
    }

    /// Removes a pool of one's own with its calls.
    ///
    /// # Errors
    /// `record_conflicts` where something refers to it; those of [`Store::transact`].
    pub fn own_pool_delete(&mut self, id: u32, version: u32) -> Result<Changed<()>> {
        let committed = self.transact(Op::PoolDelete, |tx| {
            own_pool(tx.connection(), id)?;
            for call in records::<OwnCall>(tx.connection(), "WHERE pool_id = ?1", [id])? {
                remove_where(tx, "call_deadline", "call_id", call.id)?;
            }
            remove::<OwnPool>(tx, id, version, &[("call", "pool_id")])
        })?;
        Ok(Changed { view: (), changed: committed.changed })
    }

    /// Adds or corrects a call. A deadline that was moved is kept beside the earlier one, as known from the day it was moved; one that was
    /// wrong is corrected in its place. A call that is left without a deadline has none stated.
    ///
    /// # Errors
    /// `field_required`, `field_invalid` (also a move that is ahead, or before the one before it), `period_reversed`, `after_deadline`; `record_changed` also for a call that was read in with an agreement; those
    /// of [`Store::transact`].
    pub fn own_call_save(&mut self, draft: &OwnCallDraft, today: NaiveDate) -> Result<Changed<PoolView>> {
        filled("title", &draft.title)?;
        if let (Some(from), Some(to)) = (draft.project_from, draft.project_to)
            && to < from
        {
            return Err(Error::new(ErrorCode::PeriodReversed).in_field("project_to"));
        }
        in_order(draft)?;
        let deadline = stated_deadline(draft)?;
        let change = if draft.correction {
            DeadlineChange::Correction
        } else {
            DeadlineChange::Move { on: draft.moved_on.unwrap_or(today), reason: draft.moved_reason.trim().to_owned() }
        };
        if let Some(moved_on) = draft.moved_on.filter(|moved_on| *moved_on > today) {
            return Err(invalid("moved_on", moved_on, today));
        }
        let committed = self.transact(Op::CallSave, |tx| {
            let was = if draft.id == 0 { None } else { Some(own_call(tx.connection(), draft.id)?) };
            let call = call_of(tx.connection(), draft, was, today)?;
            let call = save(tx, &call)?;
            set_deadline(tx, call, deadline, change)
        })?;
        let view = self.query(|connection| pool_view(connection, draft.pool_id, today))?;
        Ok(Changed { view, changed: committed.changed })
    }

    /// Removes a call of one's own.
    ///
    /// # Errors
    /// Those of [`Store::transact`].
    pub fn own_call_delete(&mut self, id: u32, version: u32) -> Result<Changed<()>> {
        let committed = self.transact(Op::CallDelete, |tx| {
            own_call(tx.connection(), id)?;
            remove::<OwnCall>(tx, id, version, &[("call_deadline", "call_id")])
        })?;
        Ok(Changed { view: (), changed: committed.changed })
    }
}

/// One pool as its screen has it.
///
/// # Errors
/// `record_changed` where it is gone.
pub fn pool_view(conn: &Connection, id: u32, as_of: NaiveDate) -> Result<PoolView> {
    match load_pools(conn, Of::Pool(id), as_of)?.pop() {
        Some(pool) => Ok(pool),
        None => record::<OwnPool>(conn, id).and(Err(Error::new(ErrorCode::Unforeseen).because("a pool without a view"))),
    }
}

/// A pool of one's own.
fn own_pool(conn: &Connection, id: u32) -> Result<OwnPool> {
    let pool: OwnPool = record(conn, id)?;
    if pool.own { Ok(pool) } else { Err(changed(conn, "pool", i64::from(id), pool.title_da)?) }
}

/// A call of one's own.
fn own_call(conn: &Connection, id: u32) -> Result<OwnCall> {
    let call: OwnCall = record(conn, id)?;
    if call.own { Ok(call) } else { Err(changed(conn, "call", i64::from(id), call.title)?) }
}

/// A pool as the draft says, on what it was. It stands in the agreement of its initiative, else outside any.
fn pool_of(conn: &Connection, draft: &OwnPoolDraft, was: Option<OwnPool>) -> Result<OwnPool> {
    let moved = was.as_ref().is_none_or(|was| was.initiative_id != draft.initiative_id);
    let (agreement_id, key) = match was.as_ref().filter(|_| !moved) {
        Some(was) => (was.agreement_id, was.key.clone()),
        None => pool_key(conn, draft.initiative_id)?,
    };
    let kept = |text: fn(&OwnPool) -> &str| was.as_ref().map(|was| text(was).to_owned()).unwrap_or_default();
    Ok(OwnPool {
        id: draft.id,
        version: draft.version,
        agreement_id,
        initiative_id: draft.initiative_id,
        parent_id: was.as_ref().filter(|_| !moved).and_then(|was| was.parent_id),
        key,
        title_da: draft.title.clone(),
        amount: draft.amount,
        price_level: was.as_ref().and_then(|was| was.price_level),
        account: kept(|was| &was.account),
        authority: draft.authority.clone(),
        applicants_da: draft.applicants.clone(),
        can_apply: draft.can_apply,
        place: kept(|was| &was.place),
        note_da: draft.note.clone(),
        own: true,
    })
}

/// The agreement and a free key there: `91-c` after `91-b`, `egen-1` outside any agreement.
pub fn pool_key(conn: &Connection, initiative: Option<u32>) -> Result<(Option<u32>, String)> {
    let Some(initiative) = initiative else {
        let mut statement = conn.prepare_cached("SELECT key FROM pool WHERE agreement_id IS NULL")?;
        let taken = statement.query_map([], |r| r.get(0))?.collect::<rusqlite::Result<Vec<String>>>()?;
        return Ok((None, free("egen", |place| place.to_string(), &taken)));
    };
    let mut statement = conn.prepare_cached("SELECT agreement_id, number FROM initiative WHERE id = ?1")?;
    let found: Option<(u32, u32)> = statement.query_row([initiative], |r| Ok((r.get(0)?, r.get(1)?))).optional()?;
    let Some((agreement, number)) = found else {
        return Err(gone(conn, &SCHEMA, "initiative", i64::from(initiative))?);
    };
    let mut statement = conn.prepare_cached("SELECT key FROM pool WHERE agreement_id = ?1")?;
    let taken = statement.query_map([agreement], |r| r.get(0))?.collect::<rusqlite::Result<Vec<String>>>()?;
    let letter = |place: usize| {
        let letter = char::from(b'a' + ((place - 1) % 26) as u8);
        letter.to_string().repeat((place - 1) / 26 + 1)
    };
    Ok((Some(agreement), free(&number.to_string(), letter, &taken)))
}

/// The first of `before-1`, `before-2` … that is not taken, with the number written as `ending` does.
fn free(before: &str, ending: impl Fn(usize) -> String, taken: &[String]) -> String {
    let mut place = 1;
    loop {
        let key = format!("{before}-{}", ending(place));
        if !taken.contains(&key) {
            return key;
        }
        place += 1;
    }
}

/// A call as the draft says, on what it was.
pub fn call_of(conn: &Connection, draft: &OwnCallDraft, was: Option<OwnCall>, today: NaiveDate) -> Result<OwnCall> {
    let key = match &was {
        Some(was) => was.key.clone(),
        None => {
            let pool: OwnPool = record(conn, draft.pool_id)?;
            let of_pool = records::<OwnCall>(conn, "WHERE pool_id = ?1", [draft.pool_id])?;
            let taken: Vec<String> = of_pool.into_iter().map(|call| call.key).collect();
            let year = draft.published.or(draft.deadline).unwrap_or(today).format("%Y");
            let key = format!("{}-{year}", pool.key);
            if taken.contains(&key) { free(&key, |place| (place + 1).to_string(), &taken) } else { key }
        }
    };
    Ok(OwnCall {
        id: draft.id,
        version: draft.version,
        pool_id: was.as_ref().map_or(draft.pool_id, |was| was.pool_id),
        key,
        title: draft.title.clone(),
        published: draft.published,
        opens_on: draft.opens_on,
        questions_until: draft.questions_until,
        answer_expected: draft.answer_expected,
        amount: draft.amount,
        project_from: draft.project_from,
        project_to: draft.project_to,
        project_text_da: was.as_ref().map(|was| was.project_text_da.clone()).unwrap_or_default(),
        applicants_da: draft.applicants.clone(),
        can_apply: draft.can_apply,
        outcome_da: was.map(|was| was.outcome_da).unwrap_or_default(),
        sources: draft.sources.clone(),
        own: true,
    })
}

/// The day and time of the draft.
fn stated_deadline(draft: &OwnCallDraft) -> Result<Option<(NaiveDate, Option<String>)>> {
    let time = draft.deadline_time.as_deref().map(str::trim).filter(|time| !time.is_empty());
    let time = match time {
        Some(text) => Some(parse_time(text).ok_or_else(|| invalid("deadline_time", text, "12:00"))?),
        None => None,
    };
    match draft.deadline {
        Some(day) => Ok(Some((day, time))),
        None if time.is_some() => Err(Error::new(ErrorCode::FieldRequired).in_field("deadline")),
        None => Ok(None),
    }
}

/// That a call neither opens nor closes for questions after its deadline.
///
/// # Errors
/// `after_deadline`.
pub fn in_order(draft: &OwnCallDraft) -> Result<()> {
    let Some(deadline) = draft.deadline else { return Ok(()) };
    for (field, day) in [("opens_on", draft.opens_on), ("questions_until", draft.questions_until)] {
        if let Some(day) = day.filter(|day| *day > deadline) {
            let after = Error::new(ErrorCode::AfterDeadline).in_field(field);
            return Err(after.with("found", day).with("expected", deadline));
        }
    }
    Ok(())
}

/// Why a call's deadline is another than it was.
pub enum DeadlineChange {
    /// It was wrong.
    Correction,
    /// The funder moved it.
    Move {
        /// The day that became known.
        on: NaiveDate,
        /// Why; may be empty. Danish.
        reason: String,
    },
}

/// Makes a deadline the present one of a call.
///
/// # Errors
/// `field_invalid` where it was moved before it was last moved.
pub fn set_deadline(
    tx: &mut Tx<'_>,
    call_id: u32,
    deadline: Option<(NaiveDate, Option<String>)>,
    change: DeadlineChange,
) -> Result<()> {
    let Some((deadline, deadline_time)) = deadline else { return remove_where(tx, "call_deadline", "call_id", call_id) };
    let mut set: Vec<CallDeadline> = records(tx.connection(), "WHERE call_id = ?1 ORDER BY position", [call_id])?;
    let present = set.pop();
    let is_same = |known: &CallDeadline| known.deadline == deadline && known.deadline_time == deadline_time;
    if present.as_ref().is_some_and(is_same) {
        return Ok(());
    }
    let next = match (present, change) {
        // Put back to what it was moved from, it was never moved.
        (Some(present), DeadlineChange::Correction) if set.last().is_some_and(is_same) => {
            return remove::<CallDeadline>(tx, present.id, present.version, &[]);
        }
        (Some(present), DeadlineChange::Correction) => CallDeadline { deadline, deadline_time, ..present },
        (Some(present), DeadlineChange::Move { on, reason }) => {
            if let Some(before) = present.known_from.filter(|before| *before > on) {
                return Err(invalid("moved_on", on, before));
            }
            let (known_from, position) = (Some(on), present.position + 1);
            CallDeadline { id: 0, version: 0, call_id, position, deadline, deadline_time, known_from, note_da: reason }
        }
        (None, _) => {
            let note_da = String::new();
            CallDeadline { id: 0, version: 0, call_id, position: 1, deadline, deadline_time, known_from: None, note_da }
        }
    };
    save(tx, &next).map(drop)
}
