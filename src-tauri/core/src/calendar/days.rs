//! How days are counted: calendar days, weekdays (hverdage) and working days (arbejdsdage) are three things, and a rule says which it
//! means.

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};

use crate::calendar::{Holiday, holiday};
use crate::words::coded;

coded! {
    /// What is counted. `add` and `between` of [`WorkCalendar`] say how.
    pub enum DayUnit("day_unit") {
        /// Calendar days.
        Days = "days",
        /// Monday to Saturday, not holidays: hverdage as the law mostly counts them.
        WeekdaysSaturday = "weekdays_saturday",
        /// Monday to Friday, not holidays.
        Weekdays = "weekdays",
        /// Monday to Friday, neither holidays nor closing days.
        WorkingDays = "working_days",
        /// Calendar months; the last day of a shorter month stands for a day it does not have.
        Months = "months",
    }
}

/// Days that do not count.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Closing {
    /// What it is called.
    pub title: String,
    /// First day.
    pub first: NaiveDate,
    /// Last day.
    pub last: NaiveDate,
    /// No meetings and no step towards one; other work goes on.
    pub recess: bool,
}

/// Which days a municipality works.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WorkCalendar {
    /// Its own closing days and recesses.
    pub closings: Vec<Closing>,
    /// Whether 5 June is closed.
    pub constitution_day: bool,
    /// Whether 24 December is.
    pub christmas_eve: bool,
    /// Whether 31 December is.
    pub new_years_eve: bool,
}

impl Default for WorkCalendar {
    fn default() -> WorkCalendar {
        WorkCalendar { closings: Vec::new(), constitution_day: true, christmas_eve: true, new_years_eve: true }
    }
}

/// No count of days walks further than this: about 30 years.
const LIMIT: u32 = 11_000;

impl WorkCalendar {
    /// Whether a day counts. Of months the question has no meaning: every day does.
    pub fn counts(&self, day: NaiveDate, unit: DayUnit) -> bool {
        match unit {
            DayUnit::Days | DayUnit::Months => true,
            DayUnit::WeekdaysSaturday => day.weekday() != Weekday::Sun && holiday(day).is_none(),
            DayUnit::Weekdays => is_monday_to_friday(day) && holiday(day).is_none(),
            DayUnit::WorkingDays => self.is_working_day(day),
        }
    }

    /// Whether people work that day.
    pub fn is_working_day(&self, day: NaiveDate) -> bool {
        is_monday_to_friday(day) && holiday(day).is_none() && !self.is_closed(day)
    }

    /// Whether a committee can meet, or a step towards a meeting be taken, that day: it is a working day outside every recess.
    pub fn is_meeting_day(&self, day: NaiveDate) -> bool {
        self.is_working_day(day) && self.recess(day).is_none()
    }

    /// The holiday of a day, if it is one.
    pub fn holiday(&self, day: NaiveDate) -> Option<Holiday> {
        holiday(day)
    }

    /// Whether it is a closing day; holidays and weekends are none.
    pub fn is_closed(&self, day: NaiveDate) -> bool {
        let fixed = match (day.month(), day.day()) {
            (6, 5) => self.constitution_day,
            (12, 24) => self.christmas_eve,
            (12, 31) => self.new_years_eve,
            _ => false,
        };
        fixed || self.closings.iter().any(|closing| !closing.recess && closing.first <= day && day <= closing.last)
    }

    /// The recess a day lies in.
    pub fn recess(&self, day: NaiveDate) -> Option<&Closing> {
        self.closings.iter().find(|closing| closing.recess && closing.first <= day && day <= closing.last)
    }

    /// The day that many days after a day, before it where `amount` is below 0. Zero is the day itself, also where it does not count.
    /// None where the calendar has no such day.
    pub fn add(&self, day: NaiveDate, amount: i32, unit: DayUnit) -> Option<NaiveDate> {
        let steps = amount.unsigned_abs();
        match unit {
            DayUnit::Months if amount < 0 => return day.checked_sub_months(Months::new(steps)),
            DayUnit::Months => return day.checked_add_months(Months::new(steps)),
            DayUnit::Days => return step(day, i64::from(amount)),
            DayUnit::WeekdaysSaturday | DayUnit::Weekdays | DayUnit::WorkingDays => {}
        }
        let direction = i64::from(amount.signum());
        let (mut at, mut left) = (day, steps);
        let mut walked = 0;
        while left > 0 {
            at = step(at, direction)?;
            walked += 1;
            if walked > LIMIT {
                return None;
            }
            if self.counts(at, unit) {
                left -= 1;
            }
        }
        Some(at)
    }

    /// How many days that count lie after `from` and up to `to`; below 0 where `to` is earlier: those from `to` to before `from`.
    /// Months are the whole months between. What is further apart than about 30 years counts as that.
    pub fn between(&self, from: NaiveDate, to: NaiveDate, unit: DayUnit) -> i32 {
        match unit {
            DayUnit::Days => return i32::try_from((to - from).num_days()).unwrap_or(i32::MAX),
            DayUnit::Months => {
                let months = (to.year() - from.year()) * 12 + to.month() as i32 - from.month() as i32;
                return months - i32::from(to.day() < from.day());
            }
            DayUnit::WeekdaysSaturday | DayUnit::Weekdays | DayUnit::WorkingDays => {}
        }
        if to < from {
            let before = |day: NaiveDate| step(day, -1).unwrap_or(day);
            return -self.between(before(to), before(from), unit);
        }
        let days = from.iter_days().skip(1).take(LIMIT as usize).take_while(|day| *day <= to);
        i32::try_from(days.filter(|day| self.counts(*day, unit)).count()).unwrap_or(i32::MAX)
    }

    /// The day itself where it counts, else the last one before that does.
    pub fn on_or_before(&self, day: NaiveDate, unit: DayUnit) -> Option<NaiveDate> {
        if self.counts(day, unit) { Some(day) } else { self.add(day, -1, unit) }
    }

    /// The day itself where it counts, else the first one after that does.
    pub fn on_or_after(&self, day: NaiveDate, unit: DayUnit) -> Option<NaiveDate> {
        if self.counts(day, unit) { Some(day) } else { self.add(day, 1, unit) }
    }
}

fn is_monday_to_friday(day: NaiveDate) -> bool {
    !matches!(day.weekday(), Weekday::Sat | Weekday::Sun)
}

fn step(day: NaiveDate, days: i64) -> Option<NaiveDate> {
    let by = Days::new(days.unsigned_abs());
    if days < 0 { day.checked_sub_days(by) } else { day.checked_add_days(by) }
}
