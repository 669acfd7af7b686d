//! Which automatic backups to let go.

use std::collections::BTreeSet;

use chrono::{DateTime, Datelike, Days, Months, NaiveDate, Utc};

/// Days in which every backup stays.
const ALL_DAYS: u64 = 7;
/// Weeks of which the last backup stays.
const WEEKS: u64 = 8;
/// Months of which the last backup stays.
const MONTHS: u32 = 24;

/// The backups to remove: all that are neither of the last 7 days, nor the last of their week in the last 8 weeks, nor the last of
/// their month in the last 24 months. Weeks begin on Monday; days are UTC. A backup from the future stays.
pub fn thin_out(backups: &[DateTime<Utc>], now: DateTime<Utc>) -> Vec<DateTime<Utc>> {
    let today = now.date_naive();
    let days_ago = |days| today.checked_sub_days(Days::new(days)).unwrap_or(NaiveDate::MIN);
    let all_since = days_ago(ALL_DAYS - 1);
    let weekly_since = days_ago(WEEKS * 7);
    let monthly_since = today.checked_sub_months(Months::new(MONTHS)).unwrap_or(NaiveDate::MIN);

    let mut newest_first = backups.to_vec();
    newest_first.sort_unstable_by(|one, other| other.cmp(one));
    let (mut weeks, mut months) = (BTreeSet::new(), BTreeSet::new());
    newest_first.retain(|time| {
        let day = time.date_naive();
        let last_of_week = weeks.insert((day.iso_week().year(), day.iso_week().week()));
        let last_of_month = months.insert((day.year(), day.month()));
        let stays = day >= all_since || (last_of_week && day >= weekly_since) || (last_of_month && day >= monthly_since);
        !stays
    });
    newest_first
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> DateTime<Utc> {
        text.parse::<NaiveDate>().unwrap().and_hms_opt(8, 0, 0).unwrap().and_utc()
    }

    fn kept(backups: &[DateTime<Utc>], now: DateTime<Utc>) -> Vec<DateTime<Utc>> {
        let gone = thin_out(backups, now);
        backups.iter().copied().filter(|time| !gone.contains(time)).collect()
    }

    #[test]
    fn a_backup_a_day_for_three_years_becomes_a_handful() {
        let mut backups = Vec::new();
        let mut now = day("2019-01-01");
        for _ in 0..1100 {
            backups.push(now);
            backups = kept(&backups, now);
            now += chrono::Duration::days(1);
        }
        let last = now - chrono::Duration::days(1);
        let age = |time: &DateTime<Utc>| (last - *time).num_days();
        assert_eq!(backups.iter().filter(|time| age(time) < 7).count(), 7);
        assert!((7..=9).contains(&backups.iter().filter(|time| (7..=56).contains(&age(time))).count()));
        assert!((20..=24).contains(&backups.iter().filter(|time| age(time) > 56).count()));
        assert!(backups.iter().all(|time| age(time) <= 732));
    }

    #[test]
    fn each_rule_keeps_the_last_of_its_span() {
        // 2019-03-12 is a Tuesday.
        let now = day("2019-03-12");
        let stays =
            ["2019-03-12", "2019-03-06", "2019-03-03", "2019-02-28", "2019-02-24", "2019-01-31", "2018-12-31", "2017-03-31"];
        let goes = ["2019-02-25", "2019-02-20", "2018-12-30", "2017-03-11"];
        let all: Vec<_> = stays.iter().chain(&goes).map(|text| day(text)).collect();
        assert_eq!(kept(&all, now), stays.map(day));
    }

    #[test]
    fn a_second_thinning_finds_nothing() {
        let now = day("2019-03-12");
        let all: Vec<_> = (0..900).map(|days| now - chrono::Duration::days(days)).collect();
        assert!(thin_out(&kept(&all, now), now).is_empty());
    }

    #[test]
    fn nothing_is_removed_from_nothing_or_from_the_future() {
        assert!(thin_out(&[], day("2019-03-12")).is_empty());
        assert!(thin_out(&[day("2031-01-01"), day("2031-01-01")], day("2019-03-12")).is_empty());
    }
}
