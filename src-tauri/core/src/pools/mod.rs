//! Pools and their calls: how they stand on a given day. Pure rules.
//!
//! As of a day each fact counts from its own date. A call counts from the day it was published. A call whose publication is not
//! dated is shown, but it is never said to be open: whether it was known before its deadline is not known; from the day after its
//! deadline it is closed. A moved deadline counts from the day it became known; where that is not stated, from the day after the
//! deadline it replaced, when it must have been known.

mod records;
mod standing;

use chrono::NaiveDate;

pub use records::{Assessment, CallDeadline, FinalChoice, OwnCall, OwnPool};
pub use standing::{Choice, Effect, PoolStatus, Put, Stance, StanceReason, furthest, pool_status};

use crate::catalogue::{CallState, CanApply, Deadline};

/// Whether a call is known on a day. One without a date is.
pub fn is_known(published: Option<NaiveDate>, as_of: NaiveDate) -> bool {
    published.is_none_or(|day| day <= as_of)
}

/// Index of the deadline in force on a day, of deadlines in the order they were set. None where there are none.
pub fn deadline_in_force(deadlines: &[Deadline], as_of: NaiveDate) -> Option<usize> {
    let mut in_force: Option<usize> = None;
    for (index, deadline) in deadlines.iter().enumerate() {
        let counts = match (deadline.known_from, in_force) {
            (_, None) => true,
            (Some(day), _) => day <= as_of,
            (None, Some(earlier)) => as_of > deadlines[earlier].date,
        };
        if counts {
            in_force = Some(index);
        }
    }
    in_force
}

/// The deadlines an application to a pool can be meant for: those of the pool's own calls, else of the calls of the pools inside it.
/// `dated` gives those of a pool.
pub fn deadlines_of<'a, T: 'a>(
    pool: u32,
    inside: &'a [u32],
    dated: impl Fn(u32) -> &'a [T] + Clone,
) -> impl Iterator<Item = &'a T> + Clone {
    let own = dated(pool);
    let others = if own.is_empty() { inside } else { &[] };
    own.iter().chain(others.iter().flat_map(move |pool| dated(*pool)))
}

/// How one call stands, given that it is known. The deadline day itself is open: its time of day is for a person to read. `dated` tells
/// that it is known when the call became known: it says when it was published, or a person entered it.
pub fn call_state(dated: bool, deadline: Option<NaiveDate>, as_of: NaiveDate) -> CallState {
    match (dated, deadline) {
        (_, Some(deadline)) if deadline < as_of => CallState::Closed,
        (false, _) => CallState::Undated,
        (true, None) => CallState::NoDeadline,
        (true, Some(_)) => CallState::Open,
    }
}

/// How several calls stand together: what can still be applied for comes first.
pub fn together(states: impl IntoIterator<Item = CallState>) -> CallState {
    let rank = |state: &CallState| match state {
        CallState::None => 0,
        CallState::Closed => 1,
        CallState::Undated => 2,
        CallState::NoDeadline => 3,
        CallState::Open => 4,
    };
    states.into_iter().max_by_key(rank).unwrap_or(CallState::None)
}

/// The best that any of several sources says. Unclear says nothing; none where none says anything.
pub fn best(said: impl IntoIterator<Item = CanApply>) -> Option<CanApply> {
    let rank = |said: &CanApply| match said {
        CanApply::Unclear | CanApply::No => 0,
        CanApply::Partner => 1,
        CanApply::Yes => 2,
    };
    said.into_iter().filter(|&said| said != CanApply::Unclear).max_by_key(rank)
}

/// Whether a municipality can apply, alone or as a partner.
pub fn is_for_municipalities(can_apply: CanApply) -> bool {
    matches!(can_apply, CanApply::Yes | CanApply::Partner)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::views::Text;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn deadline(date: &str, known_from: Option<&str>) -> Deadline {
        Deadline { date: day(date), time: None, known_from: known_from.map(day), note: Text::default() }
    }

    #[test]
    fn a_call_is_open_through_its_deadline_day() {
        let state = |as_of| call_state(true, Some(day("2019-10-30")), day(as_of));
        assert_eq!(state("2019-10-30"), CallState::Open);
        assert_eq!(state("2019-10-31"), CallState::Closed);
        assert!(!is_known(Some(day("2019-09-16")), day("2019-09-15")));
        assert!(is_known(Some(day("2019-09-16")), day("2019-09-16")));
    }

    #[test]
    fn a_call_without_a_date_is_never_open() {
        assert_eq!(call_state(false, Some(day("2019-08-28")), day("2019-08-01")), CallState::Undated);
        assert_eq!(call_state(false, Some(day("2019-08-28")), day("2019-08-29")), CallState::Closed);
        assert_eq!(call_state(false, None, day("2026-01-01")), CallState::Undated);
        assert_eq!(call_state(true, None, day("2026-01-01")), CallState::NoDeadline);
    }

    #[test]
    fn a_moved_deadline_counts_from_the_day_it_was_known() {
        let dated = [deadline("2019-10-23", Some("2019-09-16")), deadline("2019-10-30", Some("2019-10-10"))];
        assert_eq!(deadline_in_force(&dated, day("2019-10-09")), Some(0));
        assert_eq!(deadline_in_force(&dated, day("2019-10-10")), Some(1));
        let undated = [deadline("2019-10-23", None), deadline("2019-10-30", None)];
        assert_eq!(deadline_in_force(&undated, day("2019-10-23")), Some(0));
        assert_eq!(deadline_in_force(&undated, day("2019-10-24")), Some(1));
        assert_eq!(deadline_in_force(&[], day("2019-10-24")), None);
    }

    #[test]
    fn the_best_answer_stands_for_all() {
        use CanApply::{No, Partner, Unclear, Yes};
        assert_eq!(best([No, Unclear, Yes, Partner]), Some(Yes));
        assert_eq!(best([No, Unclear]), Some(No));
        assert_eq!(best([Unclear]), None);
        assert_eq!(together([CallState::Closed, CallState::Open, CallState::None]), CallState::Open);
        assert_eq!(together([]), CallState::None);
    }
}
