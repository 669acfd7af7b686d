//! Days that follow from rules.

use crate::calendar::WorkCalendar;
use crate::deadlines::{Bases, RuledDay};
use crate::views::DateRuleView;

/// The days a rule gives, soonest first; none where its basis is not known, or it does not hold. A series runs from its basis to the end
/// of the project, and gives none while that is not known. What falls on a day that does not count of the rule's unit moves to the last
/// one before that does, for a day to keep is never later than the rule says.
pub fn ruled_days(rule: &DateRuleView, bases: &Bases, calendar: &WorkCalendar) -> Vec<RuledDay> {
    let _ = (rule, bases, calendar);
    Vec::new()
}
