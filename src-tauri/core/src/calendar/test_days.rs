//! Counting days: by table and by property, each held against a walk from day to day.

use chrono::NaiveDate;
use proptest::prelude::*;

use crate::calendar::{ClosedDays, Closing, DayUnit, WorkCalendar};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn closing(first: &str, last: &str, recess: bool) -> Closing {
    Closing { title: "Lukket".to_owned(), first: day(first), last: day(last), recess }
}

#[test]
fn days_are_counted_as_their_unit_says() {
    let calendar = WorkCalendar::default();
    for (from, amount, unit, to) in [
        ("2019-03-12", 0, DayUnit::WorkingDays, "2019-03-12"),
        ("2019-03-16", 0, DayUnit::WorkingDays, "2019-03-16"),
        ("2019-03-12", -10, DayUnit::WorkingDays, "2019-02-26"),
        // Over Easter 2019: Thursday 18 to Monday 22 April.
        ("2019-04-17", 1, DayUnit::WorkingDays, "2019-04-23"),
        ("2019-04-17", 1, DayUnit::Days, "2019-04-18"),
        ("2019-04-17", 1, DayUnit::WeekdaysSaturday, "2019-04-20"),
        ("2019-04-17", 1, DayUnit::Weekdays, "2019-04-23"),
        // Grundlovsdag is closed but no holiday.
        ("2019-06-04", 1, DayUnit::Weekdays, "2019-06-05"),
        ("2019-06-04", 1, DayUnit::WorkingDays, "2019-06-06"),
        // Store bededag through 2023.
        ("2023-05-04", 1, DayUnit::WorkingDays, "2023-05-08"),
        ("2024-04-25", 1, DayUnit::WorkingDays, "2024-04-26"),
        // Christmas and the new year.
        ("2019-12-23", 1, DayUnit::WorkingDays, "2019-12-27"),
        ("2019-12-30", 1, DayUnit::WorkingDays, "2020-01-02"),
        // The last day of a shorter month.
        ("2019-01-31", 1, DayUnit::Months, "2019-02-28"),
        ("2020-01-31", 1, DayUnit::Months, "2020-02-29"),
        ("2019-03-31", -1, DayUnit::Months, "2019-02-28"),
        ("2019-08-31", 6, DayUnit::Months, "2020-02-29"),
    ] {
        assert_eq!(calendar.add(day(from), amount, unit), Some(day(to)), "{from} {amount} {unit:?}");
    }
    for (from, to, unit, count) in [
        ("2019-03-12", "2019-03-12", DayUnit::WorkingDays, 0),
        ("2019-03-12", "2019-03-26", DayUnit::WorkingDays, 10),
        ("2019-03-26", "2019-03-12", DayUnit::WorkingDays, -10),
        ("2019-03-16", "2019-03-17", DayUnit::WorkingDays, 0),
        ("2019-01-31", "2019-02-28", DayUnit::Months, 1),
        ("2019-03-15", "2019-03-10", DayUnit::Months, 0),
        ("2019-03-15", "2019-02-15", DayUnit::Months, -1),
        ("2019-03-15", "2020-03-14", DayUnit::Months, 11),
    ] {
        assert_eq!(calendar.between(day(from), day(to), unit), count, "{from} {to} {unit:?}");
    }
}

#[test]
fn a_closing_day_does_not_count_and_a_recess_does_but_has_no_meetings() {
    let own = vec![closing("2019-05-31", "2019-05-31", false), closing("2019-07-01", "2019-08-04", true)];
    let calendar = WorkCalendar::new(own, ClosedDays { constitution_day: false, ..ClosedDays::default() });
    assert_eq!(calendar.add(day("2019-05-29"), 1, DayUnit::WorkingDays), Some(day("2019-06-03")));
    assert_eq!(calendar.add(day("2019-05-29"), 1, DayUnit::Weekdays), Some(day("2019-05-31")));
    assert!(calendar.is_working_day(day("2019-06-05")));
    assert!(calendar.is_working_day(day("2019-07-10")) && !calendar.is_meeting_day(day("2019-07-10")));
    assert_eq!(calendar.recess(day("2019-07-10")).map(|recess| recess.last), Some(day("2019-08-04")));
    assert_eq!(calendar.add(day("2019-07-01"), 5, DayUnit::WorkingDays), Some(day("2019-07-08")));
    assert!(calendar.is_meeting_day(day("2019-08-05")));
}

#[test]
fn beyond_the_years_gathered_no_working_day_is_known() {
    let calendar = WorkCalendar::default();
    assert_eq!(calendar.add(day("2149-12-30"), 1, DayUnit::WorkingDays), None);
    assert_eq!(calendar.add(day("1949-12-30"), 1, DayUnit::WorkingDays), None);
    assert_eq!(calendar.add(day("2019-03-12"), i32::MIN, DayUnit::WorkingDays), None);
    assert_eq!(calendar.add(day("2019-03-12"), i32::MAX, DayUnit::Months), None);
    assert_eq!(calendar.add(day("2149-12-30"), 1, DayUnit::Days), Some(day("2149-12-31")));
    assert_eq!(calendar.between(NaiveDate::MIN, NaiveDate::MIN, DayUnit::WorkingDays), 0);
}

fn any_day() -> impl Strategy<Value = NaiveDate> {
    (0..60_000_i64).prop_map(|days| day("1960-01-01") + chrono::TimeDelta::days(days))
}

fn any_unit() -> impl Strategy<Value = DayUnit> {
    proptest::sample::select(vec![DayUnit::Days, DayUnit::WeekdaysSaturday, DayUnit::Weekdays, DayUnit::WorkingDays])
}

fn any_calendar() -> impl Strategy<Value = WorkCalendar> {
    let span = (any_day(), 0..40_i64, any::<bool>());
    let own = proptest::collection::vec(span, 0..6);
    (own, any::<[bool; 3]>()).prop_map(|(own, [constitution_day, christmas_eve, new_years_eve])| {
        let closing =
            |(first, days, recess)| Closing { title: String::new(), first, last: first + chrono::TimeDelta::days(days), recess };
        let closed = ClosedDays { constitution_day, christmas_eve, new_years_eve };
        WorkCalendar::new(own.into_iter().map(closing).collect(), closed)
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, rng_seed: proptest::test_runner::RngSeed::Fixed(2019), ..ProptestConfig::default() })]

    #[test]
    fn what_is_added_and_taken_away_comes_back(calendar in any_calendar(), from in any_day(), n in 0..2_000_i32, unit in any_unit()) {
        let from = calendar.on_or_after(from, unit).unwrap();
        let to = calendar.add(from, n, unit).unwrap();
        prop_assert!(calendar.counts(to, unit));
        prop_assert_eq!(calendar.add(to, -n, unit), Some(from));
        prop_assert_eq!(calendar.between(from, to, unit), n);
        prop_assert_eq!(calendar.between(to, from, unit), -n);
    }

    #[test]
    fn later_and_more_is_never_earlier(
        calendar in any_calendar(), from in any_day(), later in 0..30_i64, n in -500..500_i32, more in 0..10_i32, unit in any_unit(),
    ) {
        let to = |from, n: i32| calendar.add(from, n, unit).unwrap();
        prop_assert!(to(from, n) <= to(from + chrono::TimeDelta::days(later), n));
        prop_assert!(n < 0 || to(from, n) <= to(from, n + more));
        prop_assert!(n >= 0 || to(from, n) >= to(from, n - more));
    }

    #[test]
    fn a_count_is_what_a_walk_finds(calendar in any_calendar(), from in any_day(), days in -200..200_i64, unit in any_unit()) {
        let to = from + chrono::TimeDelta::days(days);
        let walked = |after: NaiveDate, last: NaiveDate| {
            i32::try_from(after.iter_days().skip(1).take_while(|day| *day <= last).filter(|day| calendar.counts(*day, unit)).count())
        };
        let before = |day: NaiveDate| day - chrono::TimeDelta::days(1);
        let count = if days < 0 { -walked(before(to), before(from)).unwrap() } else { walked(from, to).unwrap() };
        prop_assert_eq!(calendar.between(from, to, unit), count);
    }

    #[test]
    fn months_never_pass_the_day_they_are_counted_from(from in any_day(), n in 0..200_i32) {
        let calendar = WorkCalendar::default();
        let to = calendar.add(from, n, DayUnit::Months).unwrap();
        prop_assert_eq!(calendar.between(from, to, DayUnit::Months), n);
        prop_assert!(chrono::Datelike::day(&to) <= chrono::Datelike::day(&from));
    }
}
