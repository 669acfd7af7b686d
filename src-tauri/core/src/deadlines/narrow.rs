//! Some of the days to keep.

use crate::deadlines::DeadlineKind;
use crate::views::{DeadlineItem, DeadlinesView};

/// Which days are looked at; what is not said is all.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Narrow<'a> {
    /// Calendar days ahead; what is overdue is to be done before any of them, and is always in.
    pub within: Option<u32>,
    /// One person's.
    pub person_id: Option<u32>,
    /// One committee's.
    pub committee_id: Option<u32>,
    /// These kinds; empty for all.
    pub kinds: &'a [DeadlineKind],
}

impl DeadlinesView {
    /// Keeps only the days that are looked at, the meetings among them, and the conflicts of what is kept.
    pub fn narrow(&mut self, to: &Narrow<'_>) {
        if *to == Narrow::default() {
            return;
        }
        let is_wanted = |item: &DeadlineItem| {
            let overdue = item.days < 0 && !item.flags.is_empty();
            let near = to.within.is_none_or(|within| overdue || (item.days >= 0 && item.days.unsigned_abs() <= within));
            near && (to.kinds.is_empty() || to.kinds.contains(&item.kind))
                && to.person_id.is_none_or(|id| item.person_id == Some(id))
                && to.committee_id.is_none_or(|id| item.committee_ids.contains(&id))
        };
        self.items.retain(is_wanted);
        let as_of = self.as_of;
        self.meetings.retain(|meeting| {
            let ahead = (meeting.on - as_of).num_days();
            to.within.is_none_or(|within| (0..=i64::from(within)).contains(&ahead))
                && (to.kinds.is_empty() || to.kinds.contains(&DeadlineKind::Meeting))
                && to.committee_id.is_none_or(|id| meeting.committee_id == id)
        });
        let items = &self.items;
        let shown = |application: Option<u32>, pool: &Option<String>, case: Option<u32>| {
            items.iter().any(|item| {
                (application.is_some() && item.application_id == application)
                    || (pool.is_some() && item.pool_key == *pool)
                    || (case.is_some() && item.case_id == case)
            })
        };
        self.conflicts.retain(|it| shown(it.application_id, &it.pool_key, it.case_id));
    }

    /// Leaves out the days and conflicts of some cases: closed ones.
    pub fn without_cases(&mut self, cases: &[u32]) {
        let is_out = |case: Option<u32>| case.is_some_and(|case| cases.contains(&case));
        self.items.retain(|item| !is_out(item.case_id));
        self.conflicts.retain(|conflict| !is_out(conflict.case_id));
    }
}
