//! Pools and calls a person adds. What was read in with an agreement is not changed.

use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension};

use crate::calendar::parse_time;
use crate::error::{Error, ErrorCode, Result};
use crate::ops::Op;
use crate::pools::{CallDeadline, OwnCall, OwnPool};
use crate::record::filled;
use crate::store::blame::{changed, gone};
use crate::store::environment::stamp;
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

    /// Adds or corrects a call. A changed deadline is kept beside the earlier one, as known from today; one that was entered today is
    /// corrected. A call that is left without a deadline has none stated.
    ///
    /// # Errors
    /// `field_required`, `field_invalid`, `period_reversed`; `record_changed` also for a call that was read in with an agreement; those
    /// of [`Store::transact`].
    pub fn own_call_save(&mut self, draft: &OwnCallDraft, today: NaiveDate) -> Result<Changed<PoolView>> {
        filled("title", &draft.title)?;
        if let (Some(from), Some(to)) = (draft.project_from, draft.project_to)
            && to < from
        {
            return Err(Error::new(ErrorCode::PeriodReversed).in_field("project_to"));
        }
        let deadline = stated_deadline(draft)?;
        let now = stamp(self.environment.now());
        let committed = self.transact(Op::CallSave, |tx| {
            let was = if draft.id == 0 { None } else { Some(own_call(tx.connection(), draft.id)?) };
            let call = call_of(tx.connection(), draft, was, today)?;
            let call = save(tx, &call)?;
            set_deadline(tx, call, deadline, today, &now)
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

/// Makes a deadline the present one of a call.
pub fn set_deadline(
    tx: &mut Tx<'_>,
    call_id: u32,
    deadline: Option<(NaiveDate, Option<String>)>,
    today: NaiveDate,
    now: &str,
) -> Result<()> {
    let Some((deadline, deadline_time)) = deadline else { return remove_where(tx, "call_deadline", "call_id", call_id) };
    let mut set: Vec<CallDeadline> = records(tx.connection(), "WHERE call_id = ?1 ORDER BY position", [call_id])?;
    let present = set.pop();
    if present.as_ref().is_some_and(|present| present.deadline == deadline && present.deadline_time == deadline_time) {
        return Ok(());
    }
    let next = match present {
        Some(present) if entered_today(tx.connection(), &present, now)? => {
            // Put back to what it was moved from, it was never moved.
            if set.last().is_some_and(|earlier| earlier.deadline == deadline && earlier.deadline_time == deadline_time) {
                return remove::<CallDeadline>(tx, present.id, present.version, &[]);
            }
            CallDeadline { deadline, deadline_time, ..present }
        }
        present => CallDeadline {
            id: 0,
            version: 0,
            call_id,
            position: present.as_ref().map_or(1, |present| present.position + 1),
            deadline,
            deadline_time,
            known_from: present.map(|_| today),
            note_da: String::new(),
        },
    };
    save(tx, &next).map(drop)
}

/// Whether a deadline was added, or last changed, on the day of `now`.
fn entered_today(conn: &Connection, deadline: &CallDeadline, now: &str) -> Result<bool> {
    const SQL: &str = "SELECT 1 FROM operation_change JOIN operation ON operation.id = operation_id \
                       WHERE table_name = 'call_deadline' AND row_id = ?1 AND substr(at, 1, 10) = substr(?2, 1, 10)";
    Ok(conn.prepare_cached(SQL)?.exists((deadline.id, now))?)
}
