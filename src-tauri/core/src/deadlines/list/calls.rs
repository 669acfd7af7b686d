//! The days of calls: of a pool nobody has applied to, and of an application that answers one.

use std::rc::Rc;

use chrono::NaiveDate;

use crate::calendar::PartialDate;
use crate::deadlines::list::{Day, Life, Whose, Work};
use crate::deadlines::{DeadlineKind, DeadlineOrigin};
use crate::words::say::{Value, sentence};

/// Calendar days before its deadline in which a call that does not say when it was published can be thought to be there: no call that
/// was measured was open for as long.
const LONGEST: i64 = 183;

/// The deadline of a call in force on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeadlineSet {
    /// The day.
    pub on: NaiveDate,
    /// Its time of day.
    pub time: Option<String>,
    /// The day it was before it was moved.
    pub moved_from: Option<NaiveDate>,
}

/// A call known on a day, and its days.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CallDays {
    /// Row id.
    pub id: u32,
    /// Its title. Danish.
    pub title: String,
    /// The day it was published.
    pub published: Option<NaiveDate>,
    /// Whether it is known when it became known: it says when it was published, or a person entered it.
    pub dated: bool,
    /// Whether a municipality can answer it.
    pub for_municipalities: bool,
    /// From when one can apply.
    pub opens_on: Option<NaiveDate>,
    /// The last day for questions.
    pub questions_until: Option<NaiveDate>,
    /// When an answer is expected.
    pub answer_expected: Option<PartialDate>,
    /// The deadline.
    pub deadline: Option<DeadlineSet>,
}

impl CallDays {
    fn on(&self) -> Option<NaiveDate> {
        self.deadline.as_ref().map(|deadline| deadline.on)
    }

    /// Its days for one who has not sent anything: it opens, questions close, the deadline. `record` is what they belong to and `part`
    /// which they are of it.
    fn before_sending(&self, whose: &Rc<Whose>, record: (&'static str, u32), part: &str, life: Life) -> Vec<Day> {
        let lapses = if life == Life::Open { Life::Lapses } else { life };
        let day = |kind, on, life| Day {
            part: part.to_owned(),
            detail: if self.title == whose.title { String::new() } else { self.title.clone() },
            origin: DeadlineOrigin::Call,
            ..Day::of(whose, record, kind, on, life)
        };
        let mut found = Vec::new();
        found.extend(self.opens_on.map(|on| day(DeadlineKind::Opens, on, lapses)));
        found.extend(self.questions_until.map(|on| day(DeadlineKind::Questions, on, lapses)));
        found.extend(self.deadline.as_ref().map(|deadline| Day {
            time: deadline.time.clone(),
            moved_from: deadline.moved_from,
            ..day(DeadlineKind::Call, deadline.on, life)
        }));
        found
    }

    /// The days of a call that may be answered still and that nobody has begun to answer. When its deadline has passed it is no day to
    /// keep any more.
    pub fn of_pool(&self, whose: &Rc<Whose>, as_of: NaiveDate) -> Vec<Day> {
        let days = self.on().map(|on| (on - as_of).num_days());
        // Of one that does not say when it was published it is not known whether it was there so long before.
        let longest = if self.dated { i64::MAX } else { LONGEST };
        if !self.for_municipalities || !days.is_some_and(|days| (0..=longest).contains(&days)) {
            return Vec::new();
        }
        let life = if self.dated { Life::Open } else { Life::Quiet };
        self.before_sending(whose, ("call", self.id), "", life)
    }

    /// The days of the call an application answers. Once it is sent the deadline is met, and an answer is awaited.
    pub fn of_application(&self, work: &Work) -> Vec<Day> {
        // Whoever applies knows the call, whether it says when it was published or not.
        let life = work.life();
        let record = ("application", work.id);
        let part = self.id.to_string();
        if let Some(sent_on) = work.sent_on().filter(|_| work.stage.is_sent()) {
            let met =
                self.before_sending(&work.whose, record, &part, life).into_iter().filter(|day| day.kind == DeadlineKind::Call);
            let mut found: Vec<Day> = met.map(|day| Day { done_on: Some(sent_on.last_day()), moved_from: None, ..day }).collect();
            found.extend(self.answer_expected.map(|on| Day {
                part,
                origin: DeadlineOrigin::Call,
                done_on: work.answered_on(),
                ..Day::of(&work.whose, record, DeadlineKind::Answer, on, life)
            }));
            return found;
        }
        if work.stage.is_sent() || work.life() == Life::Over {
            return Vec::new();
        }
        self.before_sending(&work.whose, record, &part, life)
    }
}

/// The call an application answers: of one that is sent the first whose deadline had not passed then, else the next, else the last
/// that has passed since the application was begun.
pub fn call_of<'a>(calls: impl Iterator<Item = &'a CallDays> + Clone, work: &Work, as_of: NaiveDate) -> Option<&'a CallDays> {
    let from = work.sent_on().filter(|_| work.stage.is_sent()).map_or(as_of, PartialDate::first_day);
    let begun = work.steps.iter().find_map(|(_, on)| *on).map(PartialDate::first_day);
    let missed = |call: &&CallDays| call.on().is_some_and(|on| begun.is_none_or(|begun| on >= begun));
    next_call(calls.clone(), from).or_else(|| calls.filter(missed).max_by_key(|call| call.on()))
}

/// The call with the next deadline on or after a day.
pub fn next_call<'a>(calls: impl Iterator<Item = &'a CallDays>, from: NaiveDate) -> Option<&'a CallDays> {
    calls.filter(|call| call.on().is_some_and(|on| on >= from)).min_by_key(|call| call.on())
}

/// Says of an application's deadlines that they contradict each other, where they are on different days: the call's and those a
/// person entered. `places` is where they are among the days.
pub fn calls_differ(days: &mut [Day], places: &[usize]) {
    let of_call: Vec<NaiveDate> = places.iter().filter_map(|&place| days.get(place)).map(|day| day.on).collect();
    for &place in places {
        let Some(day) = days.get_mut(place) else { continue };
        if let Some(other) = of_call.iter().find(|on| **on != day.on) {
            let values = [("on", Value::Date(day.on)), ("other", Value::Date(*other))];
            day.contradiction = sentence("flag_reason.two_deadlines", &values);
        }
    }
}
