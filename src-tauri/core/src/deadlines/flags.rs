//! What is to be said of a day, why, and what to do: the one rule set for every place that says it.

use chrono::NaiveDate;

use crate::calendar::{DayUnit, PartialDate};
use crate::deadlines::{DeadlineKind, Flag};
use crate::views::{FlagView, Text};
use crate::words::say::{Value, sentence};

/// Calendar days ahead in which the deadline of a call is so near that its time of day ought to be known.
const REACH: i64 = 60;

/// What is known of a day that is not done, ended or put aside.
#[derive(Clone, Debug)]
pub struct DayFacts<'a> {
    /// What it is.
    pub kind: DeadlineKind,
    /// The day; of a month or a year its last.
    pub on: NaiveDate,
    /// That month or year, where no day is known.
    pub partial: Option<PartialDate>,
    /// The day it is looked at.
    pub as_of: NaiveDate,
    /// Working days from that to it; below 0 when past.
    pub working_days: i32,
    /// How many working days before it is near.
    pub near: u32,
    /// Its time of day.
    pub time: Option<&'a str>,
    /// The day it was before.
    pub moved_from: Option<NaiveDate>,
    /// Who it waits on; may be empty.
    pub waiting_for: &'a str,
    /// Why it can no longer be reached as planned.
    pub risk: Option<Text>,
    /// What contradicts it.
    pub contradiction: Option<Text>,
}

/// What is to be said of it, the gravest first.
pub fn flags(day: DayFacts<'_>) -> Vec<FlagView> {
    let days = i32::try_from((day.on - day.as_of).num_days()).unwrap_or(i32::MAX);
    let mut found = Vec::new();
    let mut say = |flag: Flag, reason: Option<Text>| {
        found.push(FlagView { flag, reason: reason.unwrap_or_default(), action: action(flag, day.kind) });
    };
    let dated = |key: &str| {
        let unit = [("on", Value::Date(day.on)), ("days", Value::Days(days, DayUnit::Days))];
        let values = [&unit[..], &[("working_days", Value::Days(day.working_days, DayUnit::WorkingDays))]].concat();
        sentence(&format!("flag_reason.{key}"), &values)
    };
    let lies_in = |key: &str, on| sentence(&format!("flag_reason.{key}"), &[("on", Value::Partial(on))]);
    let near = day.working_days >= 0 && day.working_days.unsigned_abs() <= day.near;
    match (days, day.partial) {
        (..0, Some(partial)) => say(Flag::Overdue, lies_in("overdue_partial", partial)),
        (..0, None) => say(Flag::Overdue, dated("overdue")),
        // A document is kept through its day, and removed after it.
        _ if day.kind == DeadlineKind::Retention => return found,
        (0, None) => say(Flag::Today, dated("today")),
        _ => {}
    }
    if let Some(risk) = day.risk.filter(|_| days >= 0) {
        say(Flag::AtRisk, Some(risk));
    }
    if let Some(contradiction) = day.contradiction {
        say(Flag::Contradictory, Some(contradiction));
    }
    if let Some(partial) = day.partial.filter(|_| days >= 0 && near) {
        say(Flag::Near, lies_in("near_partial", partial));
    } else if days > 0 && near {
        say(Flag::Near, dated(if day.working_days == 0 { "near_none" } else { "near" }));
    }
    if !day.waiting_for.is_empty() {
        say(Flag::Blocked, sentence("flag_reason.blocked", &[("who", Value::Name(day.waiting_for))]));
    }
    if let Some(from) = day.moved_from.filter(|_| days >= 0) {
        say(Flag::Moved, sentence("flag_reason.moved", &[("from", Value::Date(from)), ("on", Value::Date(day.on))]));
    }
    if day.kind == DeadlineKind::Call && day.time.is_none() && (0..=REACH).contains(&i64::from(days)) {
        say(Flag::TimeUnknown, sentence("flag_reason.time_unknown", &[]));
    }
    found
}

/// What to do about it: by what the day is, where that says more.
fn action(flag: Flag, kind: DeadlineKind) -> Text {
    let key = format!("flag_action.{}", flag.code());
    let of_kind = match flag {
        Flag::Overdue | Flag::Today | Flag::Near => sentence(&format!("{key}.{}", kind.code()), &[]),
        _ => None,
    };
    let do_it = || match flag {
        Flag::Today | Flag::Near => sentence(&format!("flag_action.overdue.{}", kind.code()), &[]),
        _ => None,
    };
    of_kind.or_else(do_it).or_else(|| sentence(&key, &[])).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::WorkCalendar;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn facts(kind: DeadlineKind, on: &str, as_of: &str) -> DayFacts<'static> {
        let (on, as_of) = (day(on), day(as_of));
        DayFacts {
            kind,
            on,
            partial: None,
            as_of,
            working_days: WorkCalendar::default().between(as_of, on, DayUnit::WorkingDays),
            near: 10,
            time: Some("12:00"),
            moved_from: None,
            waiting_for: "",
            risk: None,
            contradiction: None,
        }
    }

    fn codes(facts: DayFacts<'_>) -> Vec<&'static str> {
        flags(facts).into_iter().map(|said| said.flag.code()).collect()
    }

    #[test]
    fn a_day_is_near_then_today_then_overdue() {
        let at = |as_of: &str| codes(facts(DeadlineKind::Task, "2019-03-26", as_of));
        assert_eq!(at("2019-03-11"), Vec::<&str>::new(), "11 working days");
        assert_eq!(at("2019-03-12"), ["near"], "10 working days");
        assert_eq!(at("2019-03-25"), ["near"]);
        assert_eq!(at("2019-03-26"), ["today"]);
        assert_eq!(at("2019-03-27"), ["overdue"]);
        // From a Saturday to the Monday there is no working day between but the Monday.
        assert_eq!(codes(facts(DeadlineKind::Task, "2019-03-24", "2019-03-23")), ["near"], "a Sunday, no working day ahead");
        let none = DayFacts { near: 0, ..facts(DeadlineKind::Task, "2019-03-26", "2019-03-25") };
        assert_eq!(codes(none), Vec::<&str>::new());
    }

    #[test]
    fn a_month_is_late_when_it_is_over_and_names_no_day() {
        let said = |as_of: &str| {
            let of = facts(DeadlineKind::Target, "2016-08-31", as_of);
            let found = flags(DayFacts { partial: Some(PartialDate::Month(2016, 8)), ..of });
            found.into_iter().map(|said| (said.flag.code(), said.reason.da)).collect::<Vec<_>>()
        };
        let near = vec![("near", "Ligger i august 2016; dagen er ikke oplyst".to_owned())];
        assert_eq!((said("2016-08-01"), said("2016-08-30"), said("2016-08-31")), (vec![], near.clone(), near));
        assert_eq!(said("2016-09-01"), [("overdue", "Skulle være gjort i august 2016; dagen er ikke oplyst".to_owned())]);
    }

    #[test]
    fn holidays_bring_a_day_nearer() {
        // From 15 April to 2 May 2019 lie 13 weekdays, three of them holidays.
        let at = |as_of: &str| codes(facts(DeadlineKind::Account, "2019-05-02", as_of));
        assert_eq!(at("2019-04-12"), Vec::<&str>::new());
        assert_eq!(at("2019-04-15"), ["near"]);
    }

    #[test]
    fn a_document_is_removed_after_its_day() {
        let at = |as_of: &str| codes(facts(DeadlineKind::Retention, "2019-03-26", as_of));
        assert_eq!((at("2019-03-25"), at("2019-03-26"), at("2019-03-27")), (vec![], vec![], vec!["overdue"]));
    }

    #[test]
    fn only_the_deadline_of_a_call_within_reach_asks_for_its_time() {
        let at = |kind, as_of: &str| codes(DayFacts { time: None, near: 0, ..facts(kind, "2019-05-31", as_of) });
        assert_eq!(at(DeadlineKind::Call, "2019-03-31"), Vec::<&str>::new(), "61 days");
        assert_eq!(at(DeadlineKind::Call, "2019-04-01"), ["time_unknown"], "60 days");
        assert_eq!(at(DeadlineKind::Call, "2019-05-31"), ["today", "time_unknown"]);
        assert_eq!(at(DeadlineKind::Call, "2019-06-01"), ["overdue"]);
        assert_eq!(at(DeadlineKind::Account, "2019-05-30"), Vec::<&str>::new());
    }

    #[test]
    fn the_gravest_comes_first_and_what_has_passed_is_not_at_risk() {
        let grave = |as_of: &str| {
            codes(DayFacts {
                time: None,
                moved_from: Some(day("2019-10-23")),
                waiting_for: "Økonomi",
                risk: Some(Text::new("sen", "late")),
                contradiction: Some(Text::new("to", "two")),
                ..facts(DeadlineKind::Call, "2019-10-30", as_of)
            })
        };
        assert_eq!(grave("2019-10-29"), ["at_risk", "contradictory", "near", "blocked", "moved", "time_unknown"]);
        assert_eq!(grave("2019-10-30"), ["today", "at_risk", "contradictory", "blocked", "moved", "time_unknown"]);
        assert_eq!(grave("2019-10-31"), ["overdue", "contradictory", "blocked"]);
    }

    #[test]
    fn each_flag_says_why_and_what_to_do_in_both_languages() {
        let said = |as_of: &str| flags(facts(DeadlineKind::Task, "2019-03-26", as_of)).remove(0);
        let near = said("2019-03-12");
        assert_eq!(near.reason.da, "26. marts 2019 er om 10 arbejdsdage");
        assert_eq!(near.reason.en, "26 March 2019 is in 10 working days");
        assert_eq!(said("2019-03-27").reason.da, "Skulle være gjort 26. marts 2019, for 1 dag siden");
        for flag in Flag::ALL {
            for kind in DeadlineKind::ALL {
                let action = action(*flag, *kind);
                assert!(!action.da.is_empty() && !action.en.is_empty(), "{flag:?} {kind:?}");
            }
        }
    }
}
