//! »Kommende sager«: at which meeting a planned case comes up.

use chrono::{Months, NaiveDate};

use crate::deadlines::{Meeting, PlannedKind};
use crate::views::Text;
use crate::words::say::{Value, sentence};

/// What decides the meeting of a planned case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// The meeting on this day.
    On(NaiveDate),
    /// The first after this day.
    After(NaiveDate),
    /// A report due on this day: the first meeting whose papers are handed in on that day or later, for a committee is shown a report
    /// that is finished.
    Due(NaiveDate),
    /// A promise to be kept by this day: the last meeting on or before it.
    By(NaiveDate),
}

/// Where a planned case comes up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Placed {
    /// At the meeting with this place among the committee's.
    At(usize),
    /// At the first after this day, which is not known yet.
    After(NaiveDate),
}

/// The meeting of a planned case, among the committee's meetings that are held, soonest first, each with the last day for its papers;
/// and the day of the meeting it was planned for, where that is over. What was planned for a meeting that is over goes to the next; what
/// is due, to the first that can still be reached.
pub fn placed(place: Place, meetings: &[(Meeting, NaiveDate)], as_of: NaiveDate) -> (Placed, Option<NaiveDate>) {
    let planned = planned(place, meetings, NaiveDate::MIN);
    let over = match planned {
        Placed::At(at) => meetings.get(at).map(|(meeting, _)| meeting.held_on).filter(|held_on| *held_on < as_of),
        Placed::After(_) => None,
    };
    let Some(over) = over else { return (self::planned(place, meetings, as_of), None) };
    let next = meetings.iter().position(|(meeting, paper)| match place {
        Place::On(_) | Place::After(_) => meeting.held_on >= as_of,
        Place::Due(_) | Place::By(_) => *paper >= as_of,
    });
    let last = meetings.last().map_or(over, |(meeting, _)| meeting.held_on);
    (next.map_or(Placed::After(last), Placed::At), Some(over))
}

/// Where it is planned, with no meeting over yet.
fn planned(place: Place, meetings: &[(Meeting, NaiveDate)], as_of: NaiveDate) -> Placed {
    let first = |fits: &dyn Fn(&(Meeting, NaiveDate)) -> bool| meetings.iter().position(fits);
    let reachable = |from: NaiveDate| first(&|(_, paper)| *paper >= from.max(as_of));
    match place {
        Place::On(day) => {
            let before = day.pred_opt().unwrap_or(day);
            first(&|(meeting, _)| meeting.held_on == day).map_or(Placed::After(before), Placed::At)
        }
        Place::After(day) => first(&|(meeting, _)| meeting.held_on > day).map_or(Placed::After(day), Placed::At),
        Place::Due(day) => reachable(day).map_or(Placed::After(day), Placed::At),
        Place::By(day) => {
            let in_time = meetings.iter().rposition(|(meeting, paper)| meeting.held_on <= day && *paper >= as_of);
            let is_known = meetings.last().is_some_and(|(last, _)| last.held_on >= day);
            match in_time.filter(|_| is_known) {
                Some(at) => Placed::At(at),
                None if is_known => reachable(as_of).map_or(Placed::After(day), Placed::At),
                None => Placed::After(day),
            }
        }
    }
}

/// What else is to be said of where a case comes up: that it was not dealt with at the meeting it was planned for, and that the meeting
/// lies more than a year after the day it is about, so that meetings are likely to be missing.
pub fn place_remarks(place: Place, missed: Option<NaiveDate>, held_on: Option<NaiveDate>) -> Vec<Text> {
    let (Place::On(day) | Place::After(day) | Place::Due(day) | Place::By(day)) = place;
    let about = missed.unwrap_or(day);
    let year_after = about.checked_add_months(Months::new(12)).unwrap_or(NaiveDate::MAX);
    let said = |key, day| self::said(key, &[("day", Value::Date(day))]);
    let far = held_on.filter(|held_on| *held_on > year_after).map(|_| said("coming_reason.far", about));
    missed.map(|missed| said("coming_reason.missed", missed)).into_iter().chain(far).collect()
}

/// Why a report or a promise is planned where it is.
pub fn place_reason(kind: PlannedKind, place: Place, placed: Placed) -> Text {
    let (key, day) = match (place, placed) {
        (Place::Due(day), Placed::At(_)) => ("coming_reason.due", day),
        (Place::Due(day), Placed::After(_)) => ("coming_reason.due.unknown", day),
        (Place::By(day), Placed::At(_)) => ("coming_reason.by", day),
        (Place::By(day), Placed::After(_)) => ("coming_reason.by.unknown", day),
        (Place::On(day) | Place::After(day), _) => ("coming_reason.on", day),
    };
    let kind = Text::new(kind.word(crate::words::Language::Da), kind.word(crate::words::Language::En));
    said(key, &[("kind", Value::Text(kind)), ("day", Value::Date(day))])
}

/// Why the paper of an application is planned.
pub fn plan_reason(paper: NaiveDate, deadline: Option<NaiveDate>) -> Text {
    match deadline {
        Some(deadline) => said("coming_reason.plan", &[("paper", Value::Date(paper)), ("day", Value::Date(deadline))]),
        None => said("coming_reason.plan.no_deadline", &[("paper", Value::Date(paper))]),
    }
}

/// Who planned a case that does not follow from data.
pub fn typed_reason(source: &str) -> Text {
    if source.is_empty() { said("coming_reason.typed", &[]) } else { Text::new(source, source) }
}

/// Why a case is on the list that is put to a meeting already.
pub fn agenda_reason() -> Text {
    said("coming_reason.agenda", &[])
}

fn said(key: &str, values: &[(&str, Value<'_>)]) -> Text {
    sentence(key, values).unwrap_or_else(|| Text::new(key, key))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn held(pairs: &[(&str, &str)]) -> Vec<(Meeting, NaiveDate)> {
        let meeting = |held_on: &str| Meeting {
            id: 1,
            version: 1,
            committee_id: 1,
            held_on: day(held_on),
            held_time: None,
            extraordinary: false,
            cancelled: false,
            agenda_meeting_on: None,
            paper_due_on: None,
            source: String::new(),
            source_uid: String::new(),
            note: String::new(),
        };
        pairs.iter().map(|(held_on, paper)| (meeting(held_on), day(paper))).collect()
    }

    #[test]
    fn a_case_comes_up_where_a_secretary_expects_it() {
        let meetings = held(&[("2019-03-12", "2019-02-28"), ("2019-04-09", "2019-03-28"), ("2019-05-14", "2019-05-02")]);
        let at = |place, as_of: &str| placed(place, &meetings, day(as_of)).0;
        let table = [
            (Place::On(day("2019-04-09")), "2019-01-02", Placed::At(1)),
            (Place::On(day("2019-04-10")), "2019-01-02", Placed::After(day("2019-04-09"))),
            (Place::After(day("2019-03-12")), "2019-01-02", Placed::At(1)),
            (Place::After(day("2019-05-14")), "2019-01-02", Placed::After(day("2019-05-14"))),
            // A report due on the day the papers close is finished for that meeting; a day later it is not.
            (Place::Due(day("2019-03-28")), "2019-01-02", Placed::At(1)),
            (Place::Due(day("2019-03-29")), "2019-01-02", Placed::At(2)),
            (Place::Due(day("2019-05-03")), "2019-01-02", Placed::After(day("2019-05-03"))),
            (Place::Due(day("2019-02-01")), "2019-04-01", Placed::At(2)),
            (Place::By(day("2019-05-01")), "2019-01-02", Placed::At(1)),
            (Place::By(day("2019-04-09")), "2019-01-02", Placed::At(1)),
            (Place::By(day("2019-04-09")), "2019-03-29", Placed::At(2)),
            (Place::By(day("2019-09-01")), "2019-01-02", Placed::After(day("2019-09-01"))),
        ];
        for (place, as_of, expected) in table {
            assert_eq!(at(place, as_of), expected, "{place:?} as of {as_of}");
        }
    }

    #[test]
    fn what_was_not_dealt_with_goes_on_and_says_where_it_was() {
        let meetings = held(&[("2019-03-12", "2019-02-28"), ("2019-04-09", "2019-03-28"), ("2019-05-14", "2019-05-02")]);
        let at = |place, as_of: &str| placed(place, &meetings, day(as_of));
        let (march, april) = (Some(day("2019-03-12")), Some(day("2019-04-09")));
        for place in [Place::On(day("2019-04-09")), Place::After(day("2019-03-12"))] {
            assert_eq!(at(place, "2019-04-09"), (Placed::At(1), None), "the day itself is not over");
            assert_eq!(at(place, "2019-04-10"), (Placed::At(2), april));
            assert_eq!(at(place, "2019-05-14"), (Placed::At(2), april));
            assert_eq!(at(place, "2019-05-15"), (Placed::After(day("2019-05-14")), april), "after the last that is known");
        }
        assert_eq!(at(Place::Due(day("2019-03-28")), "2019-04-10"), (Placed::At(2), april));
        assert_eq!(at(Place::Due(day("2019-03-28")), "2019-03-29"), (Placed::At(2), None), "late, and no meeting is over yet");
        assert_eq!(at(Place::By(day("2019-04-01")), "2019-03-13"), (Placed::At(1), march));
    }

    #[test]
    fn a_meeting_more_than_a_year_away_is_remarked_on() {
        let of = |missed: Option<&str>, held_on: &str| {
            let remarks = place_remarks(Place::After(day("2019-03-12")), missed.map(day), Some(day(held_on)));
            remarks.into_iter().map(|remark| remark.da).collect::<Vec<_>>()
        };
        assert!(of(None, "2020-03-12").is_empty());
        assert_eq!(of(None, "2020-03-13"), ["Det næste møde, der er lagt ind, er mere end et år efter 12. marts 2019"]);
        assert_eq!(of(Some("2019-04-09"), "2020-03-13"), ["Ikke behandlet på mødet 9. april 2019"]);
    }

    #[test]
    fn every_reason_has_its_words() {
        for place in [Place::Due(day("2019-03-31")), Place::By(day("2019-03-31")), Place::On(day("2019-03-31"))] {
            for placed in [Placed::At(0), Placed::After(day("2019-03-31"))] {
                let reason = place_reason(PlannedKind::FinalReport, place, placed);
                assert!(reason.da.contains("31. marts 2019") && reason.en.contains("31 March 2019"), "{reason:?}");
            }
        }
        let all = [plan_reason(day("2019-03-31"), None), typed_reason(""), agenda_reason()];
        assert!(all.iter().all(|reason| !reason.da.contains("coming_reason")));
    }
}
