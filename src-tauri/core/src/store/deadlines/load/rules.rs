//! The days that follow from rules.

use std::collections::HashSet;

use chrono::NaiveDate;
use rusqlite::Connection;

use crate::calendar::WorkCalendar;
use crate::deadlines::list::Day;
use crate::deadlines::{DeadlineKind, Series, ruled_days};
use crate::error::Result;
use crate::store::budgets::day_rules;
use crate::store::deadlines::load::calls::Answered;
use crate::store::deadlines::load::{Embedding, Gathered};

/// Adds them; gives the applications for which a rule sets the day of the embedding. What a person has entered goes before the rule:
/// a day of its kind takes the place of one that comes once, and of a series what falls on the same day.
pub fn load(
    conn: &Connection,
    municipality: u32,
    answered: &Answered,
    calendar: &WorkCalendar,
    found: &mut Gathered,
) -> Result<Embedding> {
    let (mut days, mut embedding) = (Vec::new(), Embedding::new());
    let rules = day_rules(conn, municipality)?;
    let entered = Entered::of(&found.days);
    let works = found.works.iter().filter_map(|work| Some((work, rules.get(&work.id)?)));
    for (work, rules) in works {
        let (published, deadline) = answered.get(&work.id).copied().unwrap_or_default();
        let bases = work.bases(published, deadline);
        for rule in rules {
            let mut ruled = ruled_days(rule, &bases, calendar);
            ruled.retain(|day| !entered.has(work.id, rule.kind, (rule.series != Series::Once).then_some(day.on)));
            if rule.kind == DeadlineKind::Embedding && !ruled.is_empty() {
                embedding.insert(work.id);
            }
            days.extend(ruled.into_iter().map(|day| work.ruled(rule, day)));
        }
    }
    found.days.extend(days);
    Ok(embedding)
}

/// The days that were entered: of an application, and its accounts and instalments.
struct Entered {
    kinds: HashSet<(u32, DeadlineKind)>,
    days: HashSet<(u32, DeadlineKind, NaiveDate)>,
}

impl Entered {
    fn of(days: &[Day]) -> Entered {
        let entered = days.iter().filter(|day| matches!(day.subject_table, "deadline" | "account" | "instalment"));
        let days: HashSet<(u32, DeadlineKind, NaiveDate)> =
            entered.filter_map(|day| Some((day.whose.application_id?, day.kind, day.on))).collect();
        Entered { kinds: days.iter().map(|(id, kind, _)| (*id, *kind)).collect(), days }
    }

    /// Whether there is one of a kind, on a day or at all.
    fn has(&self, application: u32, kind: DeadlineKind, on: Option<NaiveDate>) -> bool {
        match on {
            Some(on) => self.days.contains(&(application, kind, on)),
            None => self.kinds.contains(&(application, kind)),
        }
    }
}
