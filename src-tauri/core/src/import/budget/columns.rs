//! Which column of a sheet is what: by its heading, by what stands under it, and as a person says.

use std::collections::BTreeSet;

use crate::budgets::{Budget, Period};
use crate::import::budget::headings::{Heading, Part, heading};
use crate::import::budget::values::{is_blank, number_like};
use crate::import::sheet::{self, Cell, Row};
use crate::views::{BudgetColumn, BudgetColumnChoice};

/// Rows at the top among which the headings are looked for.
const TOP: usize = 40;

/// A column as it is read.
#[derive(Clone, Debug)]
pub struct Column {
    /// Its heading, or letter.
    pub heading: String,
    /// As what it is read.
    pub choice: BudgetColumnChoice,
    /// Kroner to one of the figures in it.
    pub unit: u32,
    /// The part of the year its heading names.
    part: Part,
}

/// The columns of a sheet, and the place of the row of headings.
pub struct Columns {
    /// In order.
    pub all: Vec<Column>,
    /// None where there are no headings.
    pub heading: Option<usize>,
}

impl Columns {
    /// Those read as something, with their places.
    pub fn read_as(&self, reads: BudgetColumn) -> impl Iterator<Item = (usize, &Column)> {
        self.all.iter().enumerate().filter(move |(_, column)| column.choice.reads == reads)
    }

    /// The first read as something.
    pub fn place(&self, reads: BudgetColumn) -> Option<usize> {
        self.read_as(reads).map(|(place, _)| place).next()
    }

    /// Whether parts of a year are added up, because the budget is not split so far.
    pub fn are_summed(&self, budget: &Budget) -> bool {
        self.read_as(BudgetColumn::Amount).any(|(_, column)| match column.part {
            Part::Whole => false,
            Part::Quarter(_) => budget.period == Period::Year,
            Part::Month(_) => budget.period != Period::Month,
        })
    }
}

/// Finds the headings and what each column is; what a person said goes before what is found.
pub fn columns(rows: &[Row], budget: &Budget, chosen: &[BudgetColumnChoice]) -> Columns {
    let place = heading_row(rows);
    let body = rows.get(place.map_or(0, |place| place + 1)..).unwrap_or_default();
    let found = found(rows, place, body, budget);
    let cells = place.and_then(|place| rows.get(place)).map(|(_, cells)| cells.as_slice()).unwrap_or_default();
    let column = |(at, found): (usize, Option<Heading>)| {
        let number = u32::try_from(at).unwrap_or(u32::MAX);
        let (unit, part) = found.map_or((1, Part::Whole), |found| (found.unit, found.part));
        let guess = match found {
            Some(Heading { reads, year, part, .. }) => BudgetColumnChoice {
                column: number,
                reads,
                year,
                period: if year == Some(0) { 0 } else { period_of(part, budget.period) },
            },
            None => BudgetColumnChoice { column: number, reads: BudgetColumn::Ignored, year: None, period: 0 },
        };
        let mut choice = chosen.iter().find(|choice| choice.column == number).cloned().unwrap_or(guess);
        if choice.reads == BudgetColumn::Amount && choice.year.is_none() && budget.first_year == budget.last_year {
            choice.year = Some(budget.first_year);
        }
        Column { heading: sheet::heading(cells, at), choice, unit, part }
    };
    Columns { all: found.into_iter().enumerate().map(column).collect(), heading: place }
}

/// The part of a budget's year that a part of a sheet's year belongs to; 0 where there is none.
fn period_of(part: Part, period: Period) -> u32 {
    match (period, part) {
        (Period::Quarter, Part::Month(month)) => (month - 1) / 3 + 1,
        (Period::Quarter, Part::Quarter(part)) | (Period::Month, Part::Month(part)) => part,
        _ => 0,
    }
}

/// The row that looks most like headings. A single word far to the left is a title.
fn heading_row(rows: &[Row]) -> Option<usize> {
    let known =
        |cells: &[Cell]| (0..).zip(cells).filter(|(_, cell)| heading(cell).is_some()).map(|(at, _)| at).collect::<Vec<usize>>();
    let first = rows.iter().filter_map(|(_, cells)| cells.iter().position(|cell| *cell != Cell::Empty)).min();
    let mut best: Option<(usize, usize)> = None;
    for (place, (_, cells)) in rows.iter().enumerate().take(TOP) {
        let score = match known(cells)[..] {
            [] => 0,
            [only] if Some(only) == first => 0,
            ref many => many.len(),
        };
        if score > best.map_or(0, |(_, score)| score) {
            best = Some((place, score));
        }
    }
    best.map(|(place, _)| place)
}

/// What each column is found to be.
fn found(rows: &[Row], place: Option<usize>, body: &[Row], budget: &Budget) -> Vec<Option<Heading>> {
    let width = sheet::width(rows);
    let cells = place.and_then(|place| rows.get(place)).map(|(_, cells)| cells.as_slice()).unwrap_or_default();
    let under = |at: usize| body.iter().filter_map(move |(_, cells)| cells.get(at)).filter(|cell| !is_blank(cell));
    let is_figures = |at: usize| under(at).filter(|cell| number_like(cell)).count() * 2 > under(at).count();
    let mut found: Vec<Option<Heading>> = (0..width).map(|at| cells.get(at).and_then(heading)).collect();
    if place.is_none() {
        // A part of a sheet, without its headings: a text, and amounts of years nobody names.
        let amounts = Heading { reads: BudgetColumn::Amount, year: None, part: Part::Whole, unit: 1 };
        found = (0..width).map(|at| (under(at).next().is_some() && is_figures(at)).then_some(amounts)).collect();
        years_in_order(&mut found, budget);
    }
    dates_as_years(&mut found, cells, budget);
    if let Some(place) = place {
        years_from_above(&mut found, rows.get(..place).unwrap_or_default());
    }
    // A heading such as »Budget 2009« above the texts.
    let named = found.iter().flatten().any(|heading| heading.reads == BudgetColumn::Text);
    let first = (0..width).find(|at| under(*at).next().is_some());
    if let Some(at) = first.filter(|at| !named && !under(*at).any(number_like))
        && let Some(corner) = found.get_mut(at).filter(|corner| corner.is_some_and(|heading| is_of_figures(heading.reads)))
    {
        *corner = None;
    }
    once_each(&mut found);
    quantities_of_years(&mut found);
    text_column(&mut found, |at| under(at).filter(|cell| matches!(cell, Cell::Text(_)) && !number_like(cell)).count());
    let has = |found: &[Option<Heading>], reads| found.iter().flatten().any(|heading| heading.reads == reads);
    let reckoned = has(&found, BudgetColumn::Quantity) && has(&found, BudgetColumn::Rate);
    if !reckoned && !has(&found, BudgetColumn::Amount) {
        // A sheet that says only what a line comes to.
        for heading in found.iter_mut().flatten().filter(|heading| heading.reads == BudgetColumn::Total) {
            heading.reads = BudgetColumn::Amount;
        }
    }
    found
}

/// Whether a column has figures in it.
pub fn is_of_figures(reads: BudgetColumn) -> bool {
    matches!(reads, BudgetColumn::Amount | BudgetColumn::Total | BudgetColumn::Quantity | BudgetColumn::Rate)
}

/// As many columns of amounts as the budget has years are those years in order; one more is their sum.
fn years_in_order(found: &mut [Option<Heading>], budget: &Budget) {
    let count = found.iter().flatten().count();
    let years = usize::try_from(budget.last_year - budget.first_year + 1).unwrap_or_default();
    if budget.period != Period::Year || years == 0 || (count != years && count != years + 1) {
        return;
    }
    for (year, heading) in (budget.first_year..).zip(found.iter_mut().flatten()) {
        match year <= budget.last_year {
            true => heading.year = Some(year),
            false => heading.reads = BudgetColumn::Total,
        }
    }
}

/// Dates as headings are months; where no two are of the same year and the budget has years only, they are years.
fn dates_as_years(found: &mut [Option<Heading>], cells: &[Cell], budget: &Budget) {
    let dates: Vec<usize> =
        cells.iter().enumerate().filter(|(_, cell)| matches!(cell, Cell::Day(..))).map(|(at, _)| at).collect();
    let years: BTreeSet<Option<i32>> = dates.iter().filter_map(|at| found.get(*at)?.map(|heading| heading.year)).collect();
    if budget.period == Period::Year && years.len() == dates.len() {
        for at in dates {
            if let Some(Some(heading)) = found.get_mut(at) {
                heading.part = Part::Whole;
            }
        }
    }
}

/// Months and quarters under a year that stands once above them.
fn years_from_above(found: &mut [Option<Heading>], above: &[Row]) {
    let year_above = |at: usize| {
        above.iter().rev().find_map(|(_, cells)| {
            let left = cells.get(..=at.min(cells.len().checked_sub(1)?))?;
            left.iter().rev().find(|cell| **cell != Cell::Empty).and_then(heading).and_then(|heading| heading.year)
        })
    };
    for (at, heading) in found.iter_mut().enumerate() {
        if let Some(heading) = heading.as_mut().filter(|heading| heading.year.is_none() && heading.part != Part::Whole) {
            heading.year = year_above(at);
        }
    }
}

/// What can be there once is the first of its kind; a year beside its own months is their sum, a second text is a note.
fn once_each(found: &mut [Option<Heading>]) {
    let split: BTreeSet<i32> = found
        .iter()
        .flatten()
        .filter(|heading| heading.reads == BudgetColumn::Amount && heading.part != Part::Whole)
        .filter_map(|heading| heading.year)
        .collect();
    let has_note = found.iter().flatten().any(|heading| heading.reads == BudgetColumn::Note);
    let mut seen: BTreeSet<(BudgetColumn, Option<i32>, Part)> = BTreeSet::new();
    for place in found.iter_mut() {
        let Some(heading) = place else { continue };
        if heading.reads == BudgetColumn::Amount
            && heading.part == Part::Whole
            && heading.year.is_some_and(|year| split.contains(&year))
        {
            heading.reads = BudgetColumn::Total;
        }
        if heading.reads == BudgetColumn::Text && seen.contains(&(BudgetColumn::Text, None, Part::Whole)) && !has_note {
            heading.reads = BudgetColumn::Note;
        }
        let many =
            heading.year.is_none() && matches!(heading.reads, BudgetColumn::Amount | BudgetColumn::Quantity | BudgetColumn::Rate);
        if !many && !seen.insert((heading.reads, heading.year, heading.part)) {
            *place = None;
        }
    }
}

/// Where each year has its own quantity and rate before it, they are of that year.
fn quantities_of_years(found: &mut [Option<Heading>]) {
    for reads in [BudgetColumn::Quantity, BudgetColumn::Rate] {
        let of_all = |heading: &Heading| heading.reads == reads && heading.year.is_none();
        if found.iter().flatten().filter(|heading| of_all(heading)).count() < 2 {
            continue;
        }
        let mut next: Option<Heading> = None;
        for heading in found.iter_mut().rev().flatten() {
            if heading.reads == BudgetColumn::Amount {
                next = Some(*heading);
            } else if of_all(heading)
                && let Some(next) = next
            {
                (heading.year, heading.part) = (next.year, next.part);
            }
        }
    }
}

/// The texts stand in the column called so, else in the one without a heading that has most of them, else among the categories.
fn text_column(found: &mut [Option<Heading>], texts: impl Fn(usize) -> usize) {
    if found.iter().flatten().any(|heading| heading.reads == BudgetColumn::Text) {
        return;
    }
    let text = Heading { reads: BudgetColumn::Text, year: None, part: Part::Whole, unit: 1 };
    let free = (0..found.len()).filter(|at| found.get(*at).is_some_and(Option::is_none));
    // The first of those that have equally many.
    let most = free.map(|at| (texts(at), at)).filter(|(count, _)| *count > 0).max_by_key(|(count, at)| (*count, usize::MAX - at));
    let category = found.iter().position(|heading| heading.is_some_and(|heading| heading.reads == BudgetColumn::Category));
    if let Some(place) = most.map(|(_, at)| at).or(category).and_then(|at| found.get_mut(at)) {
        *place = Some(text);
    }
}
