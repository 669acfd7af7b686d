//! A plan by month, so that it can be moved.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, NaiveDate};

use crate::budgets::{Budget, BudgetLine, CellPlace, Figures, Method, OwnForm, Side, Source, Span, split_whole};

/// What is moved: øre, and hours in ten-thousandths.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Flow {
    /// Costs.
    pub cost: i64,
    /// The grant.
    pub grant: i64,
    /// The municipality's own.
    pub own: i64,
    /// Of it, existing staff.
    pub staff: i64,
    /// Other payers.
    pub other: i64,
    /// Hours of own staff.
    pub hours: i64,
}

impl Flow {
    pub(super) fn add(&mut self, more: Flow) {
        self.cost += more.cost;
        self.grant += more.grant;
        self.own += more.own;
        self.staff += more.staff;
        self.other += more.other;
        self.hours += more.hours;
    }
}

/// A line and its cells.
#[derive(Clone, Copy, Debug)]
pub struct PlanLine<'a> {
    /// The line.
    pub line: &'a BudgetLine,
    /// Its cells.
    pub cells: &'a BTreeMap<CellPlace, Figures>,
}

/// A plan by month, counted from the year nought, and what is not allotted to a year.
#[derive(Clone, Debug, Default)]
pub(super) struct Months {
    by_month: BTreeMap<i64, Flow>,
    pub(super) not_allotted: Flow,
}

impl Months {
    /// A year's figure is spread evenly over the months of the project in it, a quarter's over its own; where the project has no
    /// month there, over all of them.
    pub(super) fn of(lines: &[PlanLine<'_>], budget: &Budget, span: Option<Span>, fte_hours: u32) -> Months {
        let mut months = Months::default();
        let of_project = span.map(|span| month_of(span.first)..=month_of(span.last));
        for PlanLine { line, cells } in lines {
            for (&(year, period), figures) in *cells {
                let whole = flow(line, figures, fte_hours);
                if year == 0 {
                    months.not_allotted.add(whole);
                    continue;
                }
                let length = if period == 0 { 12 } else { i64::from(12 / budget.period.parts().max(1)) };
                let first = i64::from(year) * 12 + i64::from(period.saturating_sub(1)) * length;
                let all: Vec<i64> = (first..first + length).collect();
                let within =
                    all.iter().copied().filter(|month| of_project.as_ref().is_none_or(|project| project.contains(month)));
                let within: Vec<i64> = within.collect();
                let chosen = if within.is_empty() { all } else { within };
                let weights = vec![1; chosen.len()];
                let parts = |number: i64| split_whole(number, &weights);
                let (cost, grant, own, staff) = (parts(whole.cost), parts(whole.grant), parts(whole.own), parts(whole.staff));
                let (other, hours) = (parts(whole.other), parts(whole.hours));
                for (place, month) in chosen.into_iter().enumerate() {
                    let at = |parts: &[i64]| parts.get(place).copied().unwrap_or_default();
                    months.by_month.entry(month).or_default().add(Flow {
                        cost: at(&cost),
                        grant: at(&grant),
                        own: at(&own),
                        staff: at(&staff),
                        other: at(&other),
                        hours: at(&hours),
                    });
                }
            }
        }
        months
    }

    /// Some months later. The grant of what slips past the last day of the project is lost; it comes second.
    pub(super) fn later(&self, months: u32, span: Option<Span>) -> (Months, i64) {
        let last = span.map(|span| month_of(span.last));
        let mut lost = 0;
        let mut later = Months { not_allotted: self.not_allotted, ..Months::default() };
        for (&month, flow) in &self.by_month {
            let moved = month + i64::from(months);
            let slips = last.is_some_and(|last| month <= last && moved > last);
            let grant = if slips { 0 } else { flow.grant };
            lost += flow.grant - grant;
            later.by_month.entry(moved).or_default().add(Flow { grant, ..*flow });
        }
        (later, lost)
    }

    /// Its years.
    pub(super) fn years(&self) -> BTreeSet<i32> {
        self.by_month.keys().filter_map(|month| i32::try_from(month.div_euclid(12)).ok()).collect()
    }

    /// What it comes to in each of some years; year 0 is what is not allotted.
    pub(super) fn by_year(&self, years: &[i32]) -> Vec<Flow> {
        let of = |&year: &i32| {
            let mut sum = if year == 0 { self.not_allotted } else { Flow::default() };
            let first = i64::from(year) * 12;
            if year != 0 {
                self.by_month.range(first..first + 12).for_each(|(_, flow)| sum.add(*flow));
            }
            sum
        };
        years.iter().map(of).collect()
    }
}

fn month_of(day: NaiveDate) -> i64 {
    i64::from(day.year()) * 12 + i64::from(day.month0())
}

fn flow(line: &BudgetLine, figures: &Figures, fte_hours: u32) -> Flow {
    let amount = figures.amount.unwrap_or_default().oere();
    let quantity = figures.quantity.unwrap_or_default().scaled();
    match line.source.filter(|_| line.side == Side::Financing) {
        None => Flow { cost: amount, ..Flow::default() },
        Some(Source::Grant) => Flow { grant: amount, ..Flow::default() },
        Some(Source::Own) => {
            let staff = if line.own_form == Some(OwnForm::ExistingStaff) { amount } else { 0 };
            let hours = match line.method {
                Method::Hours => quantity,
                Method::Fte => quantity.saturating_mul(i64::from(fte_hours)),
                Method::Amount | Method::Units => 0,
            };
            Flow { own: amount, staff, hours, ..Flow::default() }
        }
        Some(_) => Flow { other: amount, ..Flow::default() },
    }
}
