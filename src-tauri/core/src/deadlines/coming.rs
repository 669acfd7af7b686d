//! »Kommende sager«: at which meeting a planned case comes up.

use chrono::NaiveDate;

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

/// The meeting of a planned case, among the committee's meetings that are held, soonest first, each with the last day for its papers.
/// What is overdue goes to the first meeting that can still be reached.
pub fn placed(place: Place, meetings: &[(Meeting, NaiveDate)], as_of: NaiveDate) -> Placed {
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
        let at = |place, as_of: &str| placed(place, &meetings, day(as_of));
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
