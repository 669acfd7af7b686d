//! How days are counted: calendar days, weekdays (hverdage) and working days (arbejdsdage) are three things, and a rule says which it
//! means.

use std::sync::OnceLock;

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};

use crate::calendar::counted::{Counted, weekdays, weekdays_saturday};
use crate::calendar::holiday;
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

/// Which of the days the law does not make holidays are closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ClosedDays {
    /// Whether 5 June is closed.
    pub constitution_day: bool,
    /// Whether 24 December is.
    pub christmas_eve: bool,
    /// Whether 31 December is.
    pub new_years_eve: bool,
}

impl Default for ClosedDays {
    fn default() -> ClosedDays {
        ClosedDays { constitution_day: true, christmas_eve: true, new_years_eve: true }
    }
}

/// Which days a municipality works, from 1950 to 2149. Of other years nothing is counted but calendar days and months.
#[derive(Clone, Debug, Default)]
pub struct WorkCalendar {
    closings: Vec<Closing>,
    closed: ClosedDays,
    /// Its working days, gathered when first asked for.
    working_days: OnceLock<Counted>,
}

impl WorkCalendar {
    /// A municipality's own closing days and recesses, and which of the usual ones it keeps.
    pub fn new(closings: Vec<Closing>, closed: ClosedDays) -> WorkCalendar {
        WorkCalendar { closings, closed, working_days: OnceLock::new() }
    }

    /// Its own closing days and recesses.
    pub fn closings(&self) -> &[Closing] {
        &self.closings
    }

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

    /// Whether it is a closing day; holidays and weekends are none.
    pub fn is_closed(&self, day: NaiveDate) -> bool {
        self.is_usual_closing(day) || self.closings.iter().any(|it| !it.recess && it.first <= day && day <= it.last)
    }

    fn is_usual_closing(&self, day: NaiveDate) -> bool {
        match (day.month(), day.day()) {
            (6, 5) => self.closed.constitution_day,
            (12, 24) => self.closed.christmas_eve,
            (12, 31) => self.closed.new_years_eve,
            _ => false,
        }
    }

    /// The recess a day lies in.
    pub fn recess(&self, day: NaiveDate) -> Option<&Closing> {
        self.closings.iter().find(|closing| closing.recess && closing.first <= day && day <= closing.last)
    }

    /// The day that many days after a day, before it where `amount` is below 0. Zero is the day itself, also where it does not count.
    /// None where the calendar has no such day.
    pub fn add(&self, day: NaiveDate, amount: i32, unit: DayUnit) -> Option<NaiveDate> {
        let steps = amount.unsigned_abs();
        match (unit, amount) {
            (_, 0) => Some(day),
            (DayUnit::Days, ..0) => day.checked_sub_days(Days::new(steps.into())),
            (DayUnit::Days, _) => day.checked_add_days(Days::new(steps.into())),
            (DayUnit::Months, ..0) => day.checked_sub_months(Months::new(steps)),
            (DayUnit::Months, _) => day.checked_add_months(Months::new(steps)),
            _ => self.counted(unit).add(day, amount),
        }
    }

    /// How many days that count lie after `from` and up to `to`; below 0 where `to` is earlier: those from `to` to before `from`.
    /// Months are the whole months between: as many as can be added without passing `to`.
    pub fn between(&self, from: NaiveDate, to: NaiveDate, unit: DayUnit) -> i32 {
        match unit {
            DayUnit::Days => i32::try_from((to - from).num_days()).unwrap_or(i32::MAX),
            DayUnit::Months if to < from => -self.between(to, from, unit),
            DayUnit::Months => {
                let months = (to.year() - from.year()) * 12 + to.month() as i32 - from.month() as i32;
                months - i32::from(self.add(from, months, unit).is_none_or(|day| day > to))
            }
            _ => self.counted(unit).between(from, to),
        }
    }

    /// The day itself where it counts, else the last one before that does.
    pub fn on_or_before(&self, day: NaiveDate, unit: DayUnit) -> Option<NaiveDate> {
        if self.counts(day, unit) { Some(day) } else { self.add(day, -1, unit) }
    }

    /// The day itself where it counts, else the first one after that does.
    pub fn on_or_after(&self, day: NaiveDate, unit: DayUnit) -> Option<NaiveDate> {
        if self.counts(day, unit) { Some(day) } else { self.add(day, 1, unit) }
    }

    /// The days that count of a unit that leaves some out; calendar days and months are reckoned without.
    fn counted(&self, unit: DayUnit) -> &Counted {
        match unit {
            DayUnit::WeekdaysSaturday => weekdays_saturday(),
            DayUnit::Days | DayUnit::Months | DayUnit::Weekdays => weekdays(),
            DayUnit::WorkingDays => self.working_days.get_or_init(|| {
                let own = self.closings.iter().filter(|closing| !closing.recess).map(|closing| (closing.first, closing.last));
                weekdays().without(|day| self.is_usual_closing(day), own)
            }),
        }
    }
}

fn is_monday_to_friday(day: NaiveDate) -> bool {
    !matches!(day.weekday(), Weekday::Sat | Weekday::Sun)
}
