//! The days of a case: its meetings, the papers for them, and what was promised.

use std::rc::Rc;

use chrono::NaiveDate;

use crate::deadlines::list::{Day, Life, Whose};
use crate::deadlines::{DeadlineKind, DeadlineOrigin};
use crate::words::say::{Value, sentence};

/// A reading of a case at a meeting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    /// Row id of the reading.
    pub id: u32,
    /// The committee.
    pub committee_id: u32,
    /// Its short name. Danish.
    pub committee: String,
    /// The day.
    pub on: NaiveDate,
    /// Its time of day.
    pub time: Option<String>,
    /// Decided by the chairman alone: nobody meets, and no paper is handed in for a meeting.
    pub chairman: bool,
    /// Whether anything is decided.
    pub decided: bool,
    /// The last day to hand in the paper.
    pub paper_due: Option<NaiveDate>,
}

/// A case known on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaseDays {
    /// Whose its days are.
    pub whose: Rc<Whose>,
    /// Whether a committee has met on it by the day.
    pub read: bool,
}

impl CaseDays {
    /// A meeting and the paper for it. A meeting that has been held was kept; one on the day itself is held when something is decided.
    pub fn meeting(&self, session: &Session, as_of: NaiveDate) -> Vec<Day> {
        let held = session.on < as_of || session.on == as_of && session.decided;
        let done_on = held.then_some(session.on);
        let day = |kind, on| Day {
            detail: session.committee.clone(),
            committee_ids: Some(vec![session.committee_id]),
            ..Day::of(&self.whose, ("case_reading", session.id), kind, on, Life::Open)
        };
        let mut found = Vec::new();
        if let Some(due) = session.paper_due.filter(|_| !session.chairman) {
            let values = [("committee", Value::Name(&session.committee)), ("on", Value::Date(session.on))];
            let source = sentence("deadline_source.paper", &values);
            // Once the committee has met the paper was there, whenever that was.
            let done_on = done_on.map(|_| due);
            found.push(Day { origin: DeadlineOrigin::Rule, source, done_on, ..day(DeadlineKind::Paper, due) });
        }
        found.push(Day { time: session.time.clone(), done_on, ..day(DeadlineKind::Meeting, session.on) });
        found
    }

    /// What was promised to a committee. Nothing is promised before it has met.
    pub fn promise(&self, id: u32, text: String, due: NaiveDate, reported_on: Option<NaiveDate>) -> Day {
        let life = if self.read { Life::Open } else { Life::Quiet };
        Day {
            detail: text,
            done_on: reported_on,
            ..Day::of(&self.whose, ("case_follow_up", id), DeadlineKind::FollowUp, due, life)
        }
    }
}
