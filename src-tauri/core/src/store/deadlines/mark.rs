//! What a person does about a day, wherever it comes from.

use chrono::NaiveDate;

use crate::applications::{ApplicationMilestone, ApplicationTask};
use crate::deadlines::{Deadline, DeadlineMark, deadline_key};
use crate::error::{Error, ErrorCode, Result};
use crate::ops::Op;
use crate::record::{Cell, filled, tidy};
use crate::store::blame::gone;
use crate::store::deadlines::edit::{self, in_a_likely_year};
use crate::store::deadlines::items;
use crate::store::records::{only, record, records, remove, save, write};
use crate::store::refuse::{has_come, invalid};
use crate::store::schema::SCHEMA;
use crate::store::{Store, Tx};
use crate::views::{Changed, DeadlineItem};

impl Store {
    /// Moves a day, marks it as done, puts it aside, or says who it waits on. A mark that says nothing any more is removed. Moving a day
    /// that was entered moves the day itself, and what keeps by itself when it was done is done itself.
    ///
    /// # Errors
    /// `field_required` for the reason of moving it or putting it aside; `field_invalid` for a day put aside to one that has come, and
    /// for what cannot be moved or done here; `record_changed`; those of [`Store::transact`].
    pub fn deadline_mark_save(&mut self, mark: &DeadlineMark, today: NaiveDate) -> Result<Changed<()>> {
        let item = self.marked(mark, today)?;
        let before = item.mark.as_ref();
        if let Some(day) = mark.pinned_on.filter(|day| before.and_then(|before| before.pinned_on) != Some(*day)) {
            if !item.can_move {
                return Err(invalid("pinned_on", day, item.on));
            }
            filled("pinned_reason", &mark.pinned_reason)?;
            in_a_likely_year("pinned_on", day, today)?;
        }
        if let Some(day) = mark.aside_until.filter(|day| before.and_then(|before| before.aside_until) != Some(*day)) {
            filled("aside_reason", &mark.aside_reason)?;
            in_a_likely_year("aside_until", day, today)?;
            if day <= today {
                return Err(invalid("aside_until", day, today.succ_opt().unwrap_or(today)));
            }
        }
        has_come("done_on", mark.done_on, today)?;
        if let Some(day) = mark.done_on.filter(|_| !item.can_do) {
            return Err(invalid("done_on", day, ""));
        }
        let committed = self.transact(Op::DeadlineMark, |tx| {
            let rest = in_its_record(tx, mark, today)?;
            put(tx, rest)
        })?;
        Ok(Changed { view: (), changed: committed.changed })
    }

    /// The day a mark is about.
    fn marked(&self, mark: &DeadlineMark, today: NaiveDate) -> Result<DeadlineItem> {
        let key = deadline_key(&mark.subject_table, mark.subject_id, mark.kind, &mark.part);
        self.query(|connection| {
            let found = items(connection, mark.municipality_id, today)?.into_iter().find(|item| item.key == key);
            match found {
                Some(item) => Ok(item),
                None if SCHEMA.editable(&mark.subject_table).is_ok() => {
                    Err(gone(connection, &SCHEMA, &mark.subject_table, i64::from(mark.subject_id))?)
                }
                None => Err(Error::new(ErrorCode::RecordChanged).because(format!("{key} is no day"))),
            }
        })
    }
}

/// Writes into the record the day belongs to what that keeps by itself; gives what is left for the mark.
fn in_its_record(tx: &mut Tx<'_>, mark: &DeadlineMark, today: NaiveDate) -> Result<DeadlineMark> {
    let (id, done_on) = (mark.subject_id, mark.done_on);
    let rest = DeadlineMark { done_on: None, ..mark.clone() };
    match mark.subject_table.as_str() {
        "deadline" => {
            let row: Deadline = record(tx.connection(), id)?;
            let (due_on, moved_reason) = match mark.pinned_on {
                Some(day) => (day, mark.pinned_reason.clone()),
                None => (row.due_on, row.moved_reason.clone()),
            };
            edit::save(tx, &Deadline { due_on, moved_reason, done_on, ..row }, today)?;
            Ok(DeadlineMark { pinned_on: None, pinned_reason: String::new(), ..rest })
        }
        "application_task" => {
            let row: ApplicationTask = record(tx.connection(), id)?;
            let mut columns = only("done_on", done_on.to_cell());
            columns.extend(only("waiting_for", mark.waiting_for.to_cell()));
            write::<ApplicationTask>(tx, id, row.version, columns)?;
            Ok(DeadlineMark { waiting_for: String::new(), ..rest })
        }
        "application_milestone" => {
            let row: ApplicationMilestone = record(tx.connection(), id)?;
            write::<ApplicationMilestone>(tx, id, row.version, only("done_on", done_on.to_cell()))?;
            Ok(rest)
        }
        _ => Ok(mark.clone()),
    }
}

/// Writes a mark, or removes it where it says nothing any more.
fn put(tx: &mut Tx<'_>, mark: DeadlineMark) -> Result<()> {
    const SAME: &str = "WHERE municipality_id = ?1 AND subject_table = ?2 AND subject_id = ?3 AND kind = ?4 AND part = ?5";
    let is_about = (mark.municipality_id, &mark.subject_table, mark.subject_id, mark.kind.code(), &mark.part);
    let found: Option<DeadlineMark> = records(tx.connection(), SAME, is_about)?.pop();
    // One that another made since is not written over.
    let id = found.as_ref().map_or(mark.id, |found| found.id);
    let mark = DeadlineMark { id, ..mark };
    let says_nothing =
        mark.pinned_on.is_none() && mark.done_on.is_none() && mark.aside_until.is_none() && tidy(&mark.waiting_for).is_empty();
    match (says_nothing, id) {
        (true, 0) => Ok(()),
        (true, _) => remove::<DeadlineMark>(tx, mark.id, mark.version, &[]),
        (false, _) => save(tx, &mark).map(drop),
    }
}
