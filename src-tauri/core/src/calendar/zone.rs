//! Danish time: a deadline of 12.00 is that in Copenhagen, wherever the machine stands.

use chrono::{DateTime, LocalResult, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, TimeZone, Utc};
use chrono_tz::Europe::Copenhagen;

/// The moment a Danish clock shows a time. Of the hour that comes twice when daylight saving ends it is the first, for what is to be done
/// by then is done by the earlier; the hour that is left out when it begins stands for the moment the clock is put forward. None at
/// the ends of the calendar.
pub fn copenhagen(date: NaiveDate, time: NaiveTime) -> Option<DateTime<Utc>> {
    let local = date.and_time(time);
    let moment = match Copenhagen.from_local_datetime(&local) {
        LocalResult::Single(moment) | LocalResult::Ambiguous(moment, _) => moment,
        LocalResult::None => {
            // An hour is left out: what lies an hour earlier by the clock is winter time, and the clock is put forward on the hour.
            let before = local.checked_sub_signed(TimeDelta::hours(1))?;
            let hour = before.date().and_hms_opt(chrono::Timelike::hour(&before) + 1, 0, 0)?;
            let winter = Copenhagen.from_local_datetime(&before).earliest()?;
            winter.checked_add_signed(hour - before)?
        }
    };
    Some(moment.with_timezone(&Utc))
}

/// What a Danish clock shows at a moment.
pub fn in_copenhagen(moment: DateTime<Utc>) -> NaiveDateTime {
    moment.with_timezone(&Copenhagen).naive_local()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn utc(day: &str, time: &str) -> String {
        let time = NaiveTime::parse_from_str(time, "%H:%M").unwrap();
        copenhagen(day.parse().unwrap(), time).unwrap().format("%Y-%m-%dT%H:%MZ").to_string()
    }

    #[test]
    fn a_deadline_is_by_the_danish_clock_on_the_days_it_is_put_forward_and_back() {
        for (day, time, expected) in [
            ("2019-03-30", "12:00", "2019-03-30T11:00Z"),
            ("2019-03-30", "23:59", "2019-03-30T22:59Z"),
            // Forward at 02.00 on 31 March 2019.
            ("2019-03-31", "01:59", "2019-03-31T00:59Z"),
            ("2019-03-31", "02:00", "2019-03-31T01:00Z"),
            ("2019-03-31", "02:30", "2019-03-31T01:00Z"),
            ("2019-03-31", "03:00", "2019-03-31T01:00Z"),
            ("2019-03-31", "12:00", "2019-03-31T10:00Z"),
            ("2019-03-31", "23:59", "2019-03-31T21:59Z"),
            // Back at 03.00 on 27 October 2019.
            ("2019-10-26", "23:59", "2019-10-26T21:59Z"),
            ("2019-10-27", "02:00", "2019-10-27T00:00Z"),
            ("2019-10-27", "02:30", "2019-10-27T00:30Z"),
            ("2019-10-27", "03:00", "2019-10-27T02:00Z"),
            ("2019-10-27", "12:00", "2019-10-27T11:00Z"),
            ("2019-10-27", "23:59", "2019-10-27T22:59Z"),
            ("2019-10-28", "12:00", "2019-10-28T11:00Z"),
        ] {
            assert_eq!(utc(day, time), expected, "{day} {time}");
        }
    }

    #[test]
    fn a_moment_comes_back_to_the_clock_it_was_read_from() {
        for day in ["2019-03-30", "2019-03-31", "2019-04-01", "2019-07-01", "2019-10-26", "2019-10-27", "2019-10-28"] {
            for (hour, minute) in (0..24).flat_map(|hour| [(hour, 0), (hour, 30), (hour, 59)]) {
                let (day, time) = (day.parse().unwrap(), NaiveTime::from_hms_opt(hour, minute, 0).unwrap());
                let back = in_copenhagen(copenhagen(day, time).unwrap());
                let left_out = day.to_string() == "2019-03-31" && hour == 2;
                let expected = if left_out { NaiveTime::from_hms_opt(3, 0, 0).unwrap() } else { time };
                assert_eq!(back, day.and_time(expected));
            }
        }
        // The second time the clock shows half past two.
        let again = "2019-10-27T01:30:00Z".parse::<DateTime<Utc>>().unwrap();
        assert_eq!(in_copenhagen(again).to_string(), "2019-10-27 02:30:00");
    }
}
