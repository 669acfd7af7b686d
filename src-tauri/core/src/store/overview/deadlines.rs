//! The days ahead.

use crate::deadlines::list::is_open;
use crate::store::overview::known::Known;
use crate::views::DeadlineItem;

/// How many calendar days are shown.
const AHEAD: i32 = 90;

/// The days to keep in them that are not done, soonest first.
pub fn deadlines(known: &Known) -> Vec<DeadlineItem> {
    known.days.iter().filter(|day| is_open(day) && (0..=AHEAD).contains(&day.days)).cloned().collect()
}
