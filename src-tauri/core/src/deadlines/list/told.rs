//! Which of the days are told: in the overview, in a notification, in a column of a list.

use std::collections::HashSet;

use crate::deadlines::{DeadlineKind, Flag};
use crate::views::{DeadlineItem, NextDay};

/// Whether it is still to be kept.
pub fn is_open(item: &DeadlineItem) -> bool {
    item.done_on.is_none() && !item.ended
}

/// The gravest that is said of a day and asks for something to be done; what only is to be known (it was moved, its time is not
/// stated, it waits on someone) does not.
pub fn gravest(item: &DeadlineItem) -> Option<Flag> {
    // A call that opens is good news.
    let flag = item.flags.first().map(|said| said.flag).filter(|_| item.kind != DeadlineKind::Opens)?;
    matches!(flag, Flag::Overdue | Flag::Today | Flag::AtRisk | Flag::Contradictory | Flag::Near).then_some(flag)
}

/// The days that ask for something to be done, in the order they come; of the steps of one back-plan only the first, for the others
/// wait on it.
pub fn raised(items: &[DeadlineItem]) -> impl Iterator<Item = &DeadlineItem> {
    of_one_each(items.iter().filter(|item| gravest(item).is_some()))
}

/// Of the steps of one back-plan only the first.
pub fn of_one_each<'a>(items: impl Iterator<Item = &'a DeadlineItem>) -> impl Iterator<Item = &'a DeadlineItem> {
    let mut planned = HashSet::new();
    items.filter(move |item| item.kind != DeadlineKind::Step || planned.insert(item.application_id))
}

/// The next day of some that are in order: the first that is not done; one that has passed only where it says it is overdue.
pub fn next_day<'a>(items: impl IntoIterator<Item = &'a DeadlineItem>) -> Option<NextDay> {
    let is_next =
        |item: &&DeadlineItem| is_open(item) && (item.days >= 0 || item.flags.iter().any(|said| said.flag == Flag::Overdue));
    items.into_iter().find(is_next).map(|item| NextDay {
        kind: item.kind,
        step: item.step,
        on: item.on,
        partial: item.partial,
        time: item.time.clone(),
        days: item.days,
        working_days: item.working_days,
        flag: item.flags.first().cloned(),
    })
}
