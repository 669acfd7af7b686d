//! Days that follow from rules.

use chrono::{Datelike, Months, NaiveDate};

use crate::calendar::{DayUnit, WorkCalendar, parse_iso};
use crate::deadlines::{Bases, DateBasis, RuledDay, Series};
use crate::views::DateRuleView;

/// No series has more days than this: fifty years of every month.
const MOST: usize = 600;

impl Bases {
    /// The day of a basis, where it is known.
    pub fn of(&self, basis: DateBasis) -> Option<NaiveDate> {
        match basis {
            DateBasis::CallPublished => self.call_published,
            DateBasis::CallDeadline => self.call_deadline,
            DateBasis::Submitted => self.submitted,
            DateBasis::Granted => self.granted,
            DateBasis::Accepted => self.accepted,
            DateBasis::PeriodStart => self.period_start,
            DateBasis::PeriodEnd => self.period_end,
        }
    }
}

/// The days a rule gives, soonest first; none where its basis is not known, or it does not hold. A series runs from its basis to the end
/// of the project, and gives none while that is not known; `amount` is how long after each of its days. What falls on a day that does
/// not count of the rule's unit moves to the last one before that does, for a day to keep is never later than the rule says.
pub fn ruled_days(rule: &DateRuleView, bases: &Bases, calendar: &WorkCalendar) -> Vec<RuledDay> {
    let Some(basis) = bases.of(rule.basis).filter(|_| rule.applies) else { return Vec::new() };
    let due = |from: NaiveDate| {
        let day = calendar.add(from, rule.amount, rule.unit)?;
        calendar.on_or_before(day, rule.unit)
    };
    if rule.series == Series::Once {
        return due(basis).map(|on| RuledDay { part: rule.key.clone(), on }).into_iter().collect();
    }
    let Some(end) = bases.period_end else { return Vec::new() };
    let days = series(rule, basis, end, calendar);
    let numbered = days.into_iter().enumerate();
    numbered.filter_map(|(at, day)| Some(RuledDay { part: format!("{}:{}", rule.key, at + 1), on: due(day)? })).collect()
}

/// The days of a series after its basis and up to the end.
fn series(rule: &DateRuleView, basis: NaiveDate, end: NaiveDate, calendar: &WorkCalendar) -> Vec<NaiveDate> {
    let years = || basis.year()..=end.year().min(basis.year().saturating_add(MOST as i32));
    let mut days: Vec<NaiveDate> = match rule.series {
        Series::Once => Vec::new(),
        Series::Months if rule.every == 0 => Vec::new(),
        Series::Months => {
            let after = |times: u32| basis.checked_add_months(Months::new(times.saturating_mul(rule.every)));
            (1..).map_while(after).take_while(|day| *day <= end).take(MOST).collect()
        }
        Series::QuarterEnd => {
            let ends = years().flat_map(|year| [(3, 31), (6, 30), (9, 30), (12, 31)].map(|(month, day)| (year, month, day)));
            let last = ends.filter_map(|(year, month, day)| {
                calendar.on_or_before(NaiveDate::from_ymd_opt(year, month, day)?, DayUnit::WorkingDays)
            });
            last.filter(|day| basis < *day && *day <= end).take(MOST).collect()
        }
        Series::Dates => {
            let given = days_of_year(&rule.days).unwrap_or_default();
            let all = years().flat_map(|year| given.iter().filter_map(move |given| in_year(*given, year)));
            all.filter(|day| basis < *day && *day <= end).take(MOST).collect()
        }
    };
    days.sort_unstable();
    days
}

/// The days of a series of dates, `04-01 10-01`, in order and each once, as month and day. None where one is no day of a year; 29 February
/// is one.
pub fn days_of_year(text: &str) -> Option<Vec<(u32, u32)>> {
    // A leap year has every day there is.
    let day = |part| parse_iso(&format!("2020-{part}")).map(|day| (day.month(), day.day()));
    let parts = text.split_whitespace().map(day);
    let mut days: Vec<(u32, u32)> = parts.collect::<Option<_>>()?;
    days.sort_unstable();
    days.dedup();
    Some(days)
}

/// A day in a year; of 29 February the last day of February where it has none.
fn in_year((month, day): (u32, u32), year: i32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(year, month, day).or_else(|| NaiveDate::from_ymd_opt(year, month, day - 1))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::budgets::RuleOrigin;
    use crate::calendar::{ClosedDays, Closing};
    use crate::deadlines::DeadlineKind;
    use crate::views::Text;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn rule(basis: DateBasis, amount: i32, unit: DayUnit) -> DateRuleView {
        DateRuleView {
            key: "key".to_owned(),
            kind: DeadlineKind::StatusReport,
            title: String::new(),
            basis,
            amount,
            unit,
            series: Series::Once,
            every: 0,
            days: String::new(),
            applies: true,
            text: Text::default(),
            origin: RuleOrigin::Preset,
            source: Text::default(),
            url: String::new(),
            row: None,
        }
    }

    fn project() -> Bases {
        Bases {
            granted: Some(day("2018-12-20")),
            period_start: Some(day("2019-01-01")),
            period_end: Some(day("2020-11-30")),
            ..Bases::default()
        }
    }

    fn found(rule: &DateRuleView, bases: &Bases) -> Vec<String> {
        ruled_days(rule, bases, &WorkCalendar::default()).into_iter().map(|day| format!("{} {}", day.part, day.on)).collect()
    }

    #[test]
    fn a_day_follows_its_basis() {
        for (basis, amount, unit, expected) in [
            (DateBasis::PeriodStart, 6, DayUnit::Months, "key 2019-07-01"),
            (DateBasis::PeriodEnd, 3, DayUnit::Months, "key 2021-02-28"),
            (DateBasis::PeriodEnd, 0, DayUnit::Days, "key 2020-11-30"),
            (DateBasis::PeriodEnd, -3, DayUnit::Months, "key 2020-08-30"),
            // Over Christmas and the new year.
            (DateBasis::Granted, 7, DayUnit::WorkingDays, "key 2019-01-07"),
            // New Year's Day does not count: the last day before it that does.
            (DateBasis::PeriodStart, 0, DayUnit::Weekdays, "key 2018-12-31"),
            (DateBasis::PeriodStart, 0, DayUnit::WorkingDays, "key 2018-12-28"),
        ] {
            assert_eq!(found(&rule(basis, amount, unit), &project()), [expected], "{basis:?} {amount} {unit:?}");
        }
        let months = rule(DateBasis::PeriodEnd, 3, DayUnit::Months);
        assert!(found(&months, &Bases::default()).is_empty());
        assert!(found(&DateRuleView { applies: false, ..months }, &project()).is_empty());
        assert!(found(&rule(DateBasis::PeriodEnd, i32::MAX, DayUnit::Months), &project()).is_empty());
    }

    #[test]
    fn a_series_runs_to_the_end_of_the_project() {
        let start = || rule(DateBasis::PeriodStart, 0, DayUnit::Days);
        let months = DateRuleView { series: Series::Months, every: 6, ..start() };
        assert_eq!(found(&months, &project()), ["key:1 2019-07-01", "key:2 2020-01-01", "key:3 2020-07-01"]);
        let later = DateRuleView { amount: 1, unit: DayUnit::Months, ..months.clone() };
        assert_eq!(found(&later, &project()), ["key:1 2019-08-01", "key:2 2020-02-01", "key:3 2020-08-01"]);
        assert!(found(&DateRuleView { every: 0, ..months.clone() }, &project()).is_empty());
        assert!(found(&months, &Bases { period_end: None, ..project() }).is_empty());
        let ends = Bases { period_end: Some(day("2019-01-01")), ..project() };
        assert!(found(&months, &ends).is_empty());

        let quarters = DateRuleView { series: Series::QuarterEnd, ..start() };
        let quarter_ends = ["2019-03-29", "2019-06-28", "2019-09-30", "2019-12-30", "2020-03-31", "2020-06-30", "2020-09-30"];
        let expected: Vec<String> = quarter_ends.iter().enumerate().map(|(at, day)| format!("key:{} {day}", at + 1)).collect();
        assert_eq!(found(&quarters, &project()), expected);

        let dates = DateRuleView { series: Series::Dates, days: "10-01 02-29 10-01".to_owned(), ..start() };
        assert_eq!(found(&dates, &project()), ["key:1 2019-02-28", "key:2 2019-10-01", "key:3 2020-02-29", "key:4 2020-10-01"]);
    }

    #[test]
    fn a_month_of_31_days_does_not_drift() {
        let bases = Bases { period_start: Some(day("2019-01-31")), period_end: Some(day("2019-05-31")), ..Bases::default() };
        let monthly = DateRuleView { series: Series::Months, every: 1, ..rule(DateBasis::PeriodStart, 0, DayUnit::Days) };
        assert_eq!(found(&monthly, &bases), ["key:1 2019-02-28", "key:2 2019-03-31", "key:3 2019-04-30", "key:4 2019-05-31"]);
    }

    #[test]
    fn a_closing_day_moves_the_last_working_day_of_a_quarter() {
        let closing = Closing { title: "Lukket".to_owned(), first: day("2019-03-25"), last: day("2019-03-29"), recess: false };
        let calendar = WorkCalendar::new(vec![closing], ClosedDays::default());
        let quarters = DateRuleView { series: Series::QuarterEnd, ..rule(DateBasis::PeriodStart, 0, DayUnit::Days) };
        assert_eq!(ruled_days(&quarters, &project(), &calendar)[0].on, day("2019-03-22"));
    }

    #[test]
    fn a_series_that_never_ends_ends() {
        let bases = Bases { period_end: NaiveDate::from_ymd_opt(9999, 12, 31), ..project() };
        for (series, every, days) in [(Series::Months, 1, ""), (Series::QuarterEnd, 0, ""), (Series::Dates, 0, "01-01 07-01")] {
            let endless = DateRuleView { series, every, days: days.to_owned(), ..rule(DateBasis::PeriodStart, 0, DayUnit::Days) };
            assert!((1..=MOST).contains(&found(&endless, &bases).len()), "{series:?}");
        }
    }

    #[test]
    fn days_of_a_year_are_read() {
        assert_eq!(days_of_year("10-01 04-01 "), Some(vec![(4, 1), (10, 1)]));
        assert_eq!(days_of_year("02-29"), Some(vec![(2, 29)]));
        assert_eq!(days_of_year(""), Some(Vec::new()));
        for bad in ["02-30", "13-01", "1-4", "04-01,10-01", "april", "00-00", "+4-01"] {
            assert_eq!(days_of_year(bad), None, "{bad}");
        }
    }
}
