//! The days that count, gathered once, so that counting them is a search and not a walk.

use std::sync::OnceLock;

use chrono::{Datelike, NaiveDate, Weekday};

use crate::calendar::holiday;

/// The first and the last year that are gathered.
const YEARS: (i32, i32) = (1950, 2149);

/// Days in order, as chrono numbers them (1 is 1 January of year 1).
#[derive(Clone, Debug, Default)]
pub(super) struct Counted(Vec<i32>);

impl Counted {
    fn gather(counts: impl Fn(NaiveDate) -> bool) -> Counted {
        let first = NaiveDate::from_ymd_opt(YEARS.0, 1, 1).unwrap_or_default();
        let days = first.iter_days().take_while(|day| day.year() <= YEARS.1);
        Counted(days.filter(|day| counts(*day)).map(|day| day.num_days_from_ce()).collect())
    }

    /// The days but those that are closed every year and those in the spans, both ends closed.
    pub(super) fn without(
        &self,
        closed: impl Fn(NaiveDate) -> bool,
        spans: impl Iterator<Item = (NaiveDate, NaiveDate)>,
    ) -> Counted {
        let open = |day: &i32| NaiveDate::from_num_days_from_ce_opt(*day).is_some_and(|day| !closed(day));
        let mut days: Vec<i32> = self.0.iter().copied().filter(open).collect();
        for (first, last) in spans {
            let from = days.partition_point(|day| *day < first.num_days_from_ce());
            let to = days.partition_point(|day| *day <= last.num_days_from_ce());
            days.drain(from..to.max(from));
        }
        Counted(days)
    }

    /// How many lie on a day or before it.
    fn up_to(&self, day: i32) -> usize {
        self.0.partition_point(|counted| *counted <= day)
    }

    /// The day that many of them after a day, before it where `amount` is below 0; none outside the years gathered. `amount` is not 0.
    pub(super) fn add(&self, day: NaiveDate, amount: i32) -> Option<NaiveDate> {
        if !(YEARS.0..=YEARS.1).contains(&day.year()) {
            return None;
        }
        let day = day.num_days_from_ce();
        let steps = usize::try_from(amount.unsigned_abs()).ok()?;
        let at = if amount < 0 { self.up_to(day - 1).checked_sub(steps)? } else { self.up_to(day).checked_add(steps - 1)? };
        self.0.get(at).copied().and_then(NaiveDate::from_num_days_from_ce_opt)
    }

    /// How many lie after `from` and up to `to`; below 0 where `to` is earlier: those from `to` to before `from`.
    pub(super) fn between(&self, from: NaiveDate, to: NaiveDate) -> i32 {
        let (from, to) = (from.num_days_from_ce(), to.num_days_from_ce());
        let back = i32::from(to < from);
        let at = |day: i32| i32::try_from(self.up_to(day - back)).unwrap_or(i32::MAX);
        at(to) - at(from)
    }
}

/// Monday to Friday, not holidays.
pub(super) fn weekdays() -> &'static Counted {
    static DAYS: OnceLock<Counted> = OnceLock::new();
    DAYS.get_or_init(|| Counted::gather(|day| !matches!(day.weekday(), Weekday::Sat | Weekday::Sun) && holiday(day).is_none()))
}

/// Monday to Saturday, not holidays.
pub(super) fn weekdays_saturday() -> &'static Counted {
    static DAYS: OnceLock<Counted> = OnceLock::new();
    DAYS.get_or_init(|| Counted::gather(|day| day.weekday() != Weekday::Sun && holiday(day).is_none()))
}
