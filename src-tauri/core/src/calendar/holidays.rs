//! The days the law makes holidays in Denmark (helligdage), computed. Grundlovsdag, 24 and 31 December are none: they are closing days.

use chrono::{Datelike, Days, NaiveDate};

use crate::words::coded;

coded! {
    /// A holiday.
    pub enum Holiday("holiday") {
        /// 1 January.
        NewYear = "new_year",
        /// Skærtorsdag, three days before Easter.
        MaundyThursday = "maundy_thursday",
        /// Langfredag.
        GoodFriday = "good_friday",
        /// Påskedag.
        EasterSunday = "easter_sunday",
        /// 2. påskedag.
        EasterMonday = "easter_monday",
        /// Store bededag, the fourth Friday after Easter: through 2023 (lov nr. 214 af 6. marts 2023).
        PrayerDay = "prayer_day",
        /// Kristi himmelfartsdag.
        AscensionDay = "ascension_day",
        /// Pinsedag.
        WhitSunday = "whit_sunday",
        /// 2. pinsedag.
        WhitMonday = "whit_monday",
        /// 25 December.
        ChristmasDay = "christmas_day",
        /// 26 December.
        SecondChristmasDay = "second_christmas_day",
    }
}

/// The last year with store bededag.
const LAST_PRAYER_DAY: i32 = 2023;

/// Easter Sunday by the Gregorian calendar (the algorithm of Meeus, Jones and Butcher).
pub fn easter(year: i32) -> NaiveDate {
    let (a, b, c) = (year.rem_euclid(19), year.div_euclid(100), year.rem_euclid(100));
    let (d, e) = (b.div_euclid(4), b.rem_euclid(4));
    let g = (8 * b + 13).div_euclid(25);
    let h = (19 * a + b - d - g + 15).rem_euclid(30);
    let (i, k) = (c.div_euclid(4), c.rem_euclid(4));
    let l = (32 + 2 * e + 2 * i - h - k).rem_euclid(7);
    let m = (a + 11 * h + 19 * l).div_euclid(433);
    let n = h + l - 7 * m;
    let month = (n + 90).div_euclid(25);
    let day = (n + 33 * month + 19).rem_euclid(32);
    NaiveDate::from_ymd_opt(year, month.unsigned_abs(), day.unsigned_abs()).unwrap_or(NaiveDate::MIN)
}

/// The holidays of a year, in order. Two may fall on one day.
pub fn holidays(year: i32) -> Vec<(NaiveDate, Holiday)> {
    let sunday = easter(year);
    let after = |days: i64| sunday.checked_add_signed(chrono::TimeDelta::days(days));
    let fixed = |month, day| NaiveDate::from_ymd_opt(year, month, day);
    let found = [
        (fixed(1, 1), Holiday::NewYear),
        (after(-3), Holiday::MaundyThursday),
        (after(-2), Holiday::GoodFriday),
        (Some(sunday), Holiday::EasterSunday),
        (after(1), Holiday::EasterMonday),
        (after(26).filter(|_| year <= LAST_PRAYER_DAY), Holiday::PrayerDay),
        (after(39), Holiday::AscensionDay),
        (after(49), Holiday::WhitSunday),
        (after(50), Holiday::WhitMonday),
        (fixed(12, 25), Holiday::ChristmasDay),
        (fixed(12, 26), Holiday::SecondChristmasDay),
    ];
    let mut found: Vec<_> = found.into_iter().filter_map(|(day, holiday)| Some((day?, holiday))).collect();
    found.sort_by_key(|(day, _)| *day);
    found
}

/// The holiday on a day.
pub fn holiday(day: NaiveDate) -> Option<Holiday> {
    match (day.month(), day.day()) {
        (1, 1) => return Some(Holiday::NewYear),
        (12, 25) => return Some(Holiday::ChristmasDay),
        (12, 26) => return Some(Holiday::SecondChristmasDay),
        (3..=6, _) => {}
        _ => return None,
    }
    let sunday = easter(day.year());
    let is = |days: u64| sunday.checked_add_days(Days::new(days)) == Some(day);
    match (day - sunday).num_days() {
        -3 => Some(Holiday::MaundyThursday),
        -2 => Some(Holiday::GoodFriday),
        0 => Some(Holiday::EasterSunday),
        1 => Some(Holiday::EasterMonday),
        26 if day.year() <= LAST_PRAYER_DAY => Some(Holiday::PrayerDay),
        39 => Some(Holiday::AscensionDay),
        49 => Some(Holiday::WhitSunday),
        _ if is(50) => Some(Holiday::WhitMonday),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn easter_and_what_hangs_on_it() {
        assert_eq!(easter(2019), day("2019-04-21"));
        assert_eq!(easter(2024), day("2024-03-31"));
        assert_eq!(holiday(day("2019-04-18")), Some(Holiday::MaundyThursday));
        assert_eq!(holiday(day("2019-06-10")), Some(Holiday::WhitMonday));
        assert_eq!(holiday(day("2019-06-05")), None, "Grundlovsdag is a closing day");
    }

    #[test]
    fn store_bededag_ended_with_2023() {
        assert_eq!(holiday(day("2023-05-05")), Some(Holiday::PrayerDay));
        assert_eq!(holiday(day("2024-04-26")), None);
        assert_eq!(holidays(2023).len(), 11);
        assert_eq!(holidays(2024).len(), 10);
    }
}
