//! Moments of a calendar file as the Danish clock shows them.

use chrono::{NaiveDate, NaiveDateTime, TimeZone};
use chrono_tz::Tz;

use crate::calendar::in_copenhagen;
use crate::deadlines::YEARS;
use crate::error::{Error, ErrorCode, Result};
use crate::import::meetings::content::Property;
use crate::import::meetings::{shown, unclear};

/// What Windows and Outlook call the zones a Danish calendar can be in (Unicode CLDR, windowsZones).
const WINDOWS: [(&str, Tz); 8] = [
    ("Romance Standard Time", Tz::Europe__Copenhagen),
    ("W. Europe Standard Time", Tz::Europe__Berlin),
    ("Central Europe Standard Time", Tz::Europe__Budapest),
    ("Central European Standard Time", Tz::Europe__Warsaw),
    ("GMT Standard Time", Tz::Europe__London),
    ("Greenwich Standard Time", Tz::Atlantic__Reykjavik),
    ("FLE Standard Time", Tz::Europe__Helsinki),
    ("UTC", Tz::UTC),
];

/// A day, with a time of day where one is given. A time without a zone is Danish.
///
/// # Errors
/// `meeting_date_unclear`, `time_zone_unknown`.
pub fn moment(property: &Property<'_>, line: &str) -> Result<(NaiveDate, Option<String>)> {
    let value = property.value.trim();
    let is_date = property.parameter("VALUE").is_some_and(|kind| kind.eq_ignore_ascii_case("DATE")) || value.len() == 8;
    let (day, time) = if is_date {
        (date(value).ok_or_else(|| unclear(line))?, None)
    } else {
        let (bare, utc) = value.strip_suffix(['Z', 'z']).map_or((value, false), |bare| (bare, true));
        let local = moment_of(bare).ok_or_else(|| unclear(line))?;
        let zone = match property.parameter("TZID") {
            _ if utc => Some(Tz::UTC),
            Some(name) => Some(named(name).ok_or_else(|| Error::new(ErrorCode::TimeZoneUnknown).with("found", shown(name)))?),
            None => None,
        };
        let danish = match zone {
            // Of an hour that comes twice the first; one that never comes is no moment.
            Some(zone) => in_copenhagen(zone.from_local_datetime(&local).earliest().ok_or_else(|| unclear(line))?.to_utc()),
            None => local,
        };
        (danish.date(), Some(danish.format("%H:%M").to_string()))
    };
    if YEARS.contains(&chrono::Datelike::year(&day)) { Ok((day, time)) } else { Err(unclear(line)) }
}

fn digits(text: &str, count: usize) -> Option<&str> {
    Some(text).filter(|text| text.len() == count && text.bytes().all(|byte| byte.is_ascii_digit()))
}

fn date(text: &str) -> Option<NaiveDate> {
    NaiveDate::parse_from_str(digits(text, 8)?, "%Y%m%d").ok()
}

fn moment_of(text: &str) -> Option<NaiveDateTime> {
    let (day, time) = text.split_once(['T', 't'])?;
    let time = chrono::NaiveTime::parse_from_str(digits(time, 6)?, "%H%M%S").ok()?;
    Some(date(day)?.and_time(time))
}

/// A zone by its name in the tz database, with what some programs put before it, or by the name Windows has for it.
fn named(name: &str) -> Option<Tz> {
    let name = name.trim().trim_matches('"');
    let of_database = name.parse().ok().or_else(|| {
        let mut parts = name.rsplitn(3, '/');
        let (city, area) = (parts.next()?, parts.next()?);
        format!("{area}/{city}").parse().ok()
    });
    let of_windows = || WINDOWS.iter().find(|(windows, _)| windows.eq_ignore_ascii_case(name)).map(|(_, zone)| *zone);
    // »(UTC+01:00) Bruxelles, København, Madrid, Paris«: what Outlook shows people.
    let shown = || (name.contains("Copenhagen") || name.contains("København")).then_some(Tz::Europe__Copenhagen);
    of_database.or_else(of_windows).or_else(shown)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::meetings::content::property;

    fn read(line: &str) -> Result<(String, Option<String>)> {
        moment(&property(line).unwrap(), line).map(|(day, time)| (day.to_string(), time))
    }

    #[test]
    fn every_moment_is_by_the_danish_clock() {
        for (line, day, time) in [
            ("DTSTART;VALUE=DATE:20190312", "2019-03-12", None),
            ("DTSTART:20190312", "2019-03-12", None),
            ("DTSTART:20190312T163000", "2019-03-12", Some("16:30")),
            ("DTSTART:20190312T153000Z", "2019-03-12", Some("16:30")),
            ("DTSTART:20190612T143000Z", "2019-06-12", Some("16:30")),
            ("DTSTART:20190612T223000Z", "2019-06-13", Some("00:30")),
            ("DTSTART;TZID=Europe/Copenhagen:20190312T163000", "2019-03-12", Some("16:30")),
            ("DTSTART;TZID=/freeassociation.sourceforge.net/Europe/Copenhagen:20190312T163000", "2019-03-12", Some("16:30")),
            ("DTSTART;TZID=Romance Standard Time:20190312T163000", "2019-03-12", Some("16:30")),
            ("DTSTART;TZID=\"(UTC+01:00) Bruxelles, København, Madrid, Paris\":20190312T163000", "2019-03-12", Some("16:30")),
            ("DTSTART;TZID=America/New_York:20190312T163000", "2019-03-12", Some("21:30")),
        ] {
            assert_eq!(read(line), Ok((day.to_owned(), time.map(str::to_owned))), "{line}");
        }
    }

    #[test]
    fn what_is_no_moment_is_refused() {
        for line in [
            "DTSTART:20190231",
            "DTSTART:00190312",
            "DTSTART:201903121",
            "DTSTART:20190312T",
            "DTSTART:20190312T2530",
            "DTSTART:20190312T253000",
            "DTSTART;VALUE=DATE:20190312T120000",
            "DTSTART:i morgen",
            "DTSTART:",
        ] {
            assert_eq!(read(line).unwrap_err().code, ErrorCode::MeetingDateUnclear, "{line}");
        }
        let unknown = read("DTSTART;TZID=Mars/Olympus:20190312T163000").unwrap_err();
        assert_eq!((unknown.code, unknown.params["found"].as_str()), (ErrorCode::TimeZoneUnknown, "Mars/Olympus"));
    }
}
