//! What the municipality has promised of its own.

mod ends;
mod promises;

use chrono::{Datelike, NaiveDate};
use rusqlite::Connection;

use crate::applications::Stage;
use crate::budgets::{Promise, Promised, by_group, by_year, sum_of};
use crate::catalogue::price_level::{Conversion, PriceIndex, available};
use crate::error::Result;
use crate::fold::danish_order;
use crate::money::Money;
use crate::office::FTE_HOURS;
use crate::store::Store;
use crate::store::reference::price_index;
use crate::store::refuse::invalid;
use crate::views::{
    ExposureFigures, ExposureFilter, ExposureGroup, ExposureMissing, ExposureRow, ExposureView, NotAllotted, PriceSource,
};
use promises::{Budgeted, Known};

/// Years after the first that a municipality budgets for (overslagsår): budget- og regnskabssystem for kommuner.
const LATER_YEARS: i32 = 3;
/// Years that are shown at most.
const MOST_YEARS: i32 = 30;

impl Store {
    /// The municipality's exposure on a day, in a fixed number of queries.
    ///
    /// # Errors
    /// `field_invalid` for years that cannot be; those of reading the file.
    pub fn exposure(&self, municipality: u32, filter: &ExposureFilter, as_of: NaiveDate) -> Result<ExposureView> {
        let from = filter.from.unwrap_or_else(|| as_of.year());
        let to = filter.to.unwrap_or(from + LATER_YEARS);
        if !(1900..=2200).contains(&from) {
            return Err(invalid("from", from, as_of.year()));
        }
        if to < from || to >= from + MOST_YEARS {
            return Err(invalid("to", to, from + LATER_YEARS));
        }
        self.query(|connection| exposure(connection, municipality, filter, from..=to, as_of))
    }

    /// The applications the exposure is made of, newest first, each with the years it has something in.
    ///
    /// # Errors
    /// Those of [`Store::exposure`].
    pub fn exposure_rows(&self, municipality: u32, filter: &ExposureFilter, as_of: NaiveDate) -> Result<Vec<ExposureRow>> {
        let mut rows = self.exposure(municipality, filter, as_of)?.rows;
        for row in &mut rows {
            row.years.retain(ExposureFigures::has_anything);
        }
        Ok(rows)
    }
}

fn exposure(
    conn: &Connection,
    municipality: u32,
    filter: &ExposureFilter,
    years: std::ops::RangeInclusive<i32>,
    as_of: NaiveDate,
) -> Result<ExposureView> {
    let fte_hours = fte_hours(conn, municipality)?;
    let mut known = Known::load(conn, municipality, fte_hours, as_of)?;
    known.applications.retain_mut(|it| ours(it, filter));

    let index = price_index(conn)?;
    let prices = Prices { index: &index.rises, target: filter.price_level };
    let years: Vec<i32> = years.collect();
    let with_unallotted = || {
        let has_any = |it: &&Budgeted| it.matters() && it.promised.promises.iter().any(|promise| promise.year == 0);
        known.applications.iter().filter(has_any)
    };
    let in_part = |it: &&Budgeted| it.promised.counts && it.promised.touches(&years) && !it.promised.lies_in(&years);
    let not_allotted: Vec<NotAllotted> = with_unallotted().filter(in_part).map(left_out).collect();
    let unallotted = with_unallotted().any(|it| it.promised.lies_in(&years));
    let years: Vec<i32> = unallotted.then_some(0).into_iter().chain(years).collect();
    let not_converted = years.iter().copied().filter(|year| filter.price_level.is_some() && prices.of(*year).is_none()).collect();
    let counted = known.applications.iter().filter(|it| it.promised.counts && it.matters());
    let held = counted.flat_map(|it| &it.promised.promises).map(|promise| promise.year).filter(|year| *year != 0);
    let held: std::collections::BTreeSet<i32> = held.collect();

    let rows: Vec<ExposureRow> = known
        .applications
        .iter()
        .filter(|it| !it.promised.promises.is_empty() && it.matters())
        .map(|it| ExposureRow {
            application_id: it.promised.application_id,
            title: it.title.clone(),
            funder: it.funder.clone(),
            stage: it.stage,
            department: it.department.and_then(|id| known.departments.get(&id).cloned()),
            committees: it.committees.iter().filter_map(|id| known.committees.get(id).cloned()).collect(),
            undated: !it.promised.counts,
            years: {
                let mut figures = by_year(&it.promised, &it.promised.promises, &years, fte_hours);
                figures.iter_mut().for_each(|year| prices.state(year));
                figures
            },
        })
        .collect();
    let total = sum_of(rows.iter().filter(|row| !row.undated).map(|row| row.years.as_slice()), &years, fte_hours);
    let ends = ends::ends(&known, fte_hours, as_of);
    let without_budget = without_budget(&known.applications);
    let applications: Vec<Promised> = known.applications.into_iter().filter(Budgeted::matters).map(|it| it.promised).collect();
    let grouped = |key: fn(&Promise) -> Option<u32>, names: &std::collections::HashMap<u32, String>| {
        let mut groups: Vec<ExposureGroup> = by_group(&applications, key, &years, fte_hours, |year| prices.state(year))
            .into_iter()
            .map(|(id, (years, application_ids))| ExposureGroup {
                id,
                name: id.and_then(|id| names.get(&id).cloned()).unwrap_or_default(),
                years,
                application_ids,
            })
            .collect();
        // What nobody's name stands on comes last.
        groups.sort_by_cached_key(|group| (group.id.is_none(), danish_order(&group.name)));
        groups
    };
    Ok(ExposureView {
        as_of,
        price_level: filter.price_level,
        not_converted,
        price_levels: available(&index.rises, as_of.year().min(index.rises.keys().max().copied().unwrap_or(as_of.year()))),
        price_index: PriceSource { vintage: index.vintage.clone(), source: index.source.clone() },
        first_held: held.first().copied(),
        last_held: held.last().copied(),
        total,
        by_committee: grouped(|promise| promise.committee, &known.committees),
        by_department: grouped(|promise| promise.department, &known.departments),
        applications: u32::try_from(rows.len()).unwrap_or(u32::MAX),
        rows,
        ends,
        without_budget,
        not_allotted,
        years,
    })
}

/// What an application has not allotted to years and is in no sum.
fn left_out(it: &Budgeted) -> NotAllotted {
    NotAllotted { application_id: it.promised.application_id, title: it.title.clone(), amount: it.promised.unallotted() }
}

/// Whether an application, or some of what it promises, is of the committee and department asked for; the rest is taken out. What names
/// no committee of its own is of every committee the application concerns.
fn ours(it: &mut Budgeted, filter: &ExposureFilter) -> bool {
    if let Some(department) = filter.department_id {
        it.promised.promises.retain(|promise| promise.department == Some(department));
        if it.promised.promises.is_empty() && it.department != Some(department) {
            return false;
        }
    }
    if let Some(committee) = filter.committee_id {
        let concerned = it.committees.contains(&committee);
        it.promised.promises.retain(|promise| promise.committee.map_or(concerned, |own| own == committee));
        if it.promised.promises.is_empty() && !concerned {
            return false;
        }
    }
    true
}

/// How a year's figures are stated in another year's prices.
struct Prices<'a> {
    index: &'a PriceIndex,
    /// The year whose prices; none: as granted.
    target: Option<i32>,
}

impl Prices<'_> {
    /// None where nothing is to be converted, or the year cannot be.
    fn of(&self, year: i32) -> Option<Conversion> {
        Conversion::between(self.index, Some(year).filter(|year| *year != 0)?, self.target?)
    }

    /// Converts a year's amounts, each rounded to the øre; hours stay. What is missing was reckoned in running prices before.
    fn state(&self, figures: &mut ExposureFigures) {
        let Some(conversion) = self.of(figures.year) else { return };
        for amount in figures.amounts() {
            *amount = conversion.apply(*amount).unwrap_or(*amount);
        }
    }
}

/// Applications that are being written, sent or granted and say nowhere what they cost.
fn without_budget(applications: &[Budgeted]) -> Vec<ExposureMissing> {
    let under_way = |stage: Stage| !stage.is_end() && !matches!(stage, Stage::Idea | Stage::Assessing);
    let live = applications.iter().filter(|it| it.empty && under_way(it.stage));
    live.map(|it| ExposureMissing {
        application_id: it.promised.application_id,
        title: it.title.clone(),
        stage: it.stage,
        requested: it.requested,
        total: it.total,
        financing_without_amount: it.payer_without_amount,
    })
    .collect()
}

/// The hours the municipality counts a full-time year as.
pub(super) fn fte_hours(conn: &Connection, municipality: u32) -> Result<u32> {
    let sql = "SELECT fte_hours FROM office_rules WHERE municipality_id = ?1";
    let mut statement = conn.prepare_cached(sql)?;
    let mut found = statement.query_map([municipality], |row| row.get(0))?;
    Ok(found.next().transpose()?.unwrap_or(FTE_HOURS))
}

/// The grant of the last year with any; none where there is none.
fn last_grant(figures: &[Promise]) -> Option<(i32, Money)> {
    let is_grant = |promise: &&Promise| promise.source == Some(crate::budgets::Source::Grant) && promise.amount > Money::ZERO;
    let year = figures.iter().filter(is_grant).map(|promise| promise.year).max()?;
    Some((year, figures.iter().filter(is_grant).filter(|promise| promise.year == year).map(|promise| promise.amount).sum()))
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use rusqlite::trace::{TraceEvent, TraceEventCodes};

    use super::*;
    use crate::import::generated_budgets;
    use crate::seed;
    use crate::store::Environment;

    thread_local!(static QUERIES: Cell<u32> = const { Cell::new(0) });

    /// How many applications stand in the exposure of a file with so many, and how many queries it took.
    fn asked(applications: u32) -> (u32, u32) {
        let folder = tempfile::tempdir().unwrap();
        let mut store = Store::in_memory(&Environment::of_this_machine("", folder.path())).unwrap();
        seed::fill(&mut store, None).unwrap();
        store.add_example(&generated_budgets(applications).unwrap()).unwrap();
        let municipality =
            store.query(|conn| Ok(conn.query_row("SELECT municipality_id FROM application", [], |row| row.get(0))?));
        QUERIES.set(0);
        let count = |_: TraceEvent<'_>| QUERIES.set(QUERIES.get() + 1);
        let listened = store.query(|conn| {
            conn.trace_v2(TraceEventCodes::SQLITE_TRACE_STMT, Some(count));
            Ok(())
        });
        listened.unwrap();
        let filter = ExposureFilter { price_level: Some(2017), ..ExposureFilter::default() };
        let view = store.exposure(municipality.unwrap(), &filter, "2019-03-12".parse().unwrap()).unwrap();
        (view.applications, QUERIES.get())
    }

    #[test]
    fn the_number_of_queries_is_fixed() {
        let (few, many) = (asked(3), asked(60));
        assert_eq!((few.0, many.0), (3, 60));
        assert_eq!(few.1, many.1);
        assert!(many.1 <= 12, "{} queries", many.1);
    }
}
