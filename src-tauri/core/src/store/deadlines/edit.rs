//! What a person enters of days.

use chrono::{Datelike, NaiveDate};

use crate::calendar::parse_time;
use crate::deadlines::{Deadline, DeadlineKind, YEARS};
use crate::error::Result;
use crate::ops::Op;
use crate::record::{Record, filled};
use crate::store::records::{record, remove, write};
use crate::store::refuse::{has_come, invalid};
use crate::store::{Store, Tx};
use crate::views::Changed;

/// The kinds of days a person enters; the others are a matter of records of their own, or of the back-plan.
const ENTERED: [DeadlineKind; 16] = [
    DeadlineKind::Call,
    DeadlineKind::Questions,
    DeadlineKind::Answer,
    DeadlineKind::Acceptance,
    DeadlineKind::Start,
    DeadlineKind::BeginBy,
    DeadlineKind::Instalment,
    DeadlineKind::StatusReport,
    DeadlineKind::Midterm,
    DeadlineKind::Account,
    DeadlineKind::Audit,
    DeadlineKind::FinalReport,
    DeadlineKind::Extension,
    DeadlineKind::Embedding,
    DeadlineKind::Paper,
    DeadlineKind::Other,
];

impl Store {
    /// Adds or corrects a day of an application. Where the day is another than it was, the earlier one is kept in `moved_from`.
    ///
    /// # Errors
    /// `field_required` (a title of kind `other`), `field_invalid` (year, time, a kind that is not entered), `record_changed`; those of
    /// [`Store::transact`].
    pub fn deadline_save(&mut self, row: &Deadline, today: NaiveDate) -> Result<Changed<Deadline>> {
        if row.kind == DeadlineKind::Other {
            filled("title", &row.title)?;
        }
        if !ENTERED.contains(&row.kind) {
            return Err(invalid("kind", row.kind.code(), DeadlineKind::Other.code()));
        }
        has_come("done_on", row.done_on, today)?;
        let committed = self.transact(Op::DeadlineSave, |tx| {
            let id = save(tx, row, today)?;
            record(tx.connection(), id)
        })?;
        Ok(Changed { view: committed.value, changed: committed.changed })
    }

    /// Removes a day, with what was marked of it.
    ///
    /// # Errors
    /// `record_changed`; those of [`Store::transact`].
    pub fn deadline_delete(&mut self, id: u32, version: u32) -> Result<Changed<()>> {
        let committed = self.transact(Op::DeadlineSave, |tx| remove::<Deadline>(tx, id, version, &[]))?;
        Ok(Changed { view: (), changed: committed.changed })
    }
}

/// That a day lies in a year someone can mean: 19 or 20190 is a slip of the hand.
///
/// # Errors
/// `field_invalid`, naming the field.
pub(super) fn in_a_likely_year(field: &str, day: NaiveDate, today: NaiveDate) -> Result<()> {
    if YEARS.contains(&day.year()) { Ok(()) } else { Err(invalid(field, day, today)) }
}

/// Writes the day; whose it is and what it was before are the program's to keep.
pub(super) fn save(tx: &mut Tx<'_>, row: &Deadline, today: NaiveDate) -> Result<u32> {
    in_a_likely_year("due_on", row.due_on, today)?;
    if let Some(time) = row.due_time.as_ref().filter(|time| parse_time(time).is_none()) {
        return Err(invalid("due_time", time, "12:00"));
    }
    let mut columns = row.columns();
    let was: Option<Deadline> = if row.id == 0 { None } else { Some(record(tx.connection(), row.id)?) };
    let (moved_from, moved_on) = match &was {
        None => (None, None),
        Some(was) if was.due_on == row.due_on => (was.moved_from, was.moved_on),
        // Put back on the day it was moved, it was never moved.
        Some(was) if was.moved_on == Some(today) && was.moved_from == Some(row.due_on) => (None, None),
        Some(was) if was.moved_on == Some(today) => (was.moved_from, was.moved_on),
        Some(was) => (Some(was.due_on), Some(today)),
    };
    if was.is_some() {
        columns.remove("application_id");
    }
    let moved = Deadline { moved_from, moved_on, ..row.clone() }.columns();
    for column in ["moved_from", "moved_on"] {
        columns.extend(moved.get(column).map(|value| (column.to_owned(), value.clone())));
    }
    if moved_from.is_none() {
        columns.insert("moved_reason".to_owned(), "".into());
    }
    write::<Deadline>(tx, row.id, row.version, columns)
}
