//! The program's holidays against those another program reckons, day by day.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};
use tilsagn_core::calendar::{DayUnit, Holiday, WorkCalendar, holiday, holidays};

fn table() -> BTreeMap<NaiveDate, String> {
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(b';')
        .comment(Some(b'#'))
        .from_reader(include_str!("../fixtures/holidays-dk.csv").as_bytes());
    reader.deserialize::<(NaiveDate, String)>().collect::<Result<_, _>>().unwrap()
}

/// What the table calls a holiday.
fn name(holiday: Holiday) -> &'static str {
    match holiday {
        Holiday::NewYear => "Nytårsdag",
        Holiday::MaundyThursday => "Skærtorsdag",
        Holiday::GoodFriday => "Langfredag",
        Holiday::EasterSunday => "Påskedag",
        Holiday::EasterMonday => "Anden påskedag",
        Holiday::PrayerDay => "Store bededag",
        Holiday::AscensionDay => "Kristi himmelfartsdag",
        Holiday::WhitSunday => "Pinsedag",
        Holiday::WhitMonday => "Anden pinsedag",
        Holiday::ChristmasDay => "Juledag",
        Holiday::SecondChristmasDay => "Anden juledag",
    }
}

#[test]
fn every_day_of_111_years_is_a_holiday_or_not_as_the_table_says() {
    let table = table();
    assert_eq!(
        (table.len(), table.keys().map(Datelike::year).min(), table.keys().map(Datelike::year).max()),
        (1144, Some(1990), Some(2100))
    );
    let first = NaiveDate::from_ymd_opt(1990, 1, 1).unwrap();
    let calendar = WorkCalendar::default();
    for day in first.iter_days().take_while(|day| day.year() <= 2100) {
        assert_eq!(holiday(day).map(name), table.get(&day).map(String::as_str), "{day}");
        let counts = day.weekday().num_days_from_monday() < 5 && !table.contains_key(&day);
        assert_eq!(calendar.counts(day, DayUnit::Weekdays), counts, "{day}");
    }
    for year in 1990..=2100 {
        let of_year = table.range(NaiveDate::from_ymd_opt(year, 1, 1).unwrap()..=NaiveDate::from_ymd_opt(year, 12, 31).unwrap());
        let expected: Vec<(NaiveDate, &str)> = of_year.map(|(day, name)| (*day, name.as_str())).collect();
        let ours: Vec<(NaiveDate, &str)> = holidays(year).into_iter().map(|(day, holiday)| (day, name(holiday))).collect();
        assert_eq!(ours, expected, "{year}");
    }
}

#[test]
fn store_bededag_is_a_holiday_through_2023_and_not_after() {
    let table = table();
    let has = |year| table.iter().any(|(day, name)| day.year() == year && name == "Store bededag");
    for year in 1990..=2100 {
        let ours = holidays(year).iter().any(|(_, holiday)| *holiday == Holiday::PrayerDay);
        assert_eq!((ours, has(year)), (year <= 2023, year <= 2023), "{year}");
    }
}
