//! What a change moves.

use std::collections::HashMap;

use chrono::NaiveDate;

use crate::error::Result;
use crate::store::Store;
use crate::store::deadlines::items;
use crate::views::{Changed, DeadlineItem, MovedDay, Replanned};

impl Store {
    /// Carries a change out and says which days it moved.
    ///
    /// # Errors
    /// Those of the change; those of reading the file.
    pub fn replanning<T>(
        &mut self,
        municipality: u32,
        today: NaiveDate,
        change: impl FnOnce(&mut Store) -> Result<Changed<T>>,
    ) -> Result<Replanned<T>> {
        let before = self.query(|connection| items(connection, municipality, today))?;
        let Changed { view, changed } = change(self)?;
        let after = self.query(|connection| items(connection, municipality, today))?;
        Ok(Replanned { view, changed, moved: moved(before, after) })
    }
}

/// The days that are elsewhere, soonest first; of what is new or gone only days that follow from others: what a person enters or removes
/// is no surprise.
fn moved(before: Vec<DeadlineItem>, after: Vec<DeadlineItem>) -> Vec<MovedDay> {
    let mut earlier: HashMap<String, DeadlineItem> = before.into_iter().map(|item| (item.key.clone(), item)).collect();
    let mut found = Vec::new();
    let day = |item: DeadlineItem, from, to| MovedDay {
        key: item.key,
        kind: item.kind,
        step: item.step,
        title: item.title,
        detail: item.detail,
        from,
        to,
    };
    for item in after {
        let (from, to) = (earlier.remove(&item.key).map(|was| was.on), Some(item.on));
        if from != to {
            found.push(day(item, from, to));
        }
    }
    found.extend(earlier.into_values().map(|item| {
        let from = Some(item.on);
        day(item, from, None)
    }));
    found.sort_by_key(|it| (it.to.or(it.from), it.key.clone()));
    found
}
