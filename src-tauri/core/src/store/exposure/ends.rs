//! What ends, and what ends with it.

use chrono::{Months, NaiveDate};

use crate::budgets::full_time_years;
use crate::calendar::PartialDate;
use crate::money::Money;
use crate::scaled::Quantity;
use crate::store::exposure::last_grant;
use crate::store::exposure::promises::{Budgeted, Known};
use crate::views::Ending;

/// How far ahead is looked.
const AHEAD: Months = Months::new(18);

/// What is granted, has not ended and ends soon, the first first.
pub fn ends(known: &Known, fte_hours: u32, as_of: NaiveDate) -> Vec<Ending> {
    let until = as_of.checked_add_months(AHEAD).unwrap_or(NaiveDate::MAX);
    let is_ending = |it: &&Budgeted| it.stage.is_granted() && !it.stage.is_end();
    let of = |it: &Budgeted| {
        let ends = it.period_end?;
        let day = ends.last_day();
        (as_of..=until).contains(&day).then(|| ending(it, ends, fte_hours, as_of))
    };
    let mut endings: Vec<Ending> = known.applications.iter().filter(is_ending).filter_map(of).collect();
    endings.sort_by_key(|ending| ending.ends.last_day());
    endings
}

fn ending(it: &Budgeted, ends: PartialDate, fte_hours: u32, as_of: NaiveDate) -> Ending {
    let last_year = it.cost_hours.keys().copied().max();
    let hours = last_year.and_then(|year| it.cost_hours.get(&year)).copied().unwrap_or_default();
    let grant = last_grant(&it.promised.promises);
    Ending {
        application_id: it.promised.application_id,
        title: it.title.clone(),
        stage: it.stage,
        ends,
        days: i32::try_from((ends.last_day() - as_of).num_days()).unwrap_or(i32::MAX),
        activities: it.activities.clone(),
        fte: full_time_years(Quantity::from_scaled(hours), fte_hours),
        yearly_grant: grant.map_or(Money::ZERO, |(_, amount)| amount),
        yearly_grant_of: grant.map(|(year, _)| year).filter(|year| *year != 0),
        embedding_decided: !it.embedding.trim().is_empty(),
        embedding: it.embedding.clone(),
    }
}
