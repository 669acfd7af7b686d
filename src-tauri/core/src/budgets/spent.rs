//! What became of the lines of a budget: spent, left, and what each is expected to come to.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, NaiveDate};

use crate::budgets::{Budget, BudgetLine, SpendingForecast};
use crate::calendar::PartialDate;
use crate::money::Money;
use crate::views::{SpentLine, SpentYear};

/// The first and the last day of a project.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// First day.
    pub first: NaiveDate,
    /// Last day.
    pub last: NaiveDate,
}

impl Span {
    /// From what the application says, as early and as late as it may mean; where it says nothing, the years of its budget.
    pub fn of(start: Option<PartialDate>, end: Option<PartialDate>, budget: Option<&Budget>) -> Option<Span> {
        let first = start.or(budget.map(|budget| PartialDate::Year(budget.first_year)))?.first_day();
        let last = end.or(budget.map(|budget| PartialDate::Year(budget.last_year)))?.last_day();
        Some(Span { first, last }).filter(|span| span.first <= span.last)
    }

    /// Whether a day lies in it.
    pub fn holds(self, day: NaiveDate) -> bool {
        (self.first..=self.last).contains(&day)
    }

    /// Its days in a year, up to and including a day.
    fn days(self, year: i32, until: NaiveDate) -> i64 {
        let first = self.first.max(PartialDate::Year(year).first_day());
        let last = self.last.min(PartialDate::Year(year).last_day()).min(until);
        ((last - first).num_days() + 1).max(0)
    }
}

/// A line with what is known of its money. Year 0 of the budget is what is not allotted to a year.
#[derive(Clone, Debug)]
pub struct LineMoney {
    /// The line.
    pub line: BudgetLine,
    /// In the budget, by year.
    pub budget: BTreeMap<i32, Money>,
    /// Charged until the day, by year.
    pub spent: BTreeMap<i32, Money>,
    /// What a person expects, by year.
    pub forecasts: Vec<SpendingForecast>,
}

/// The lines by year on a day, all with the same years, and their sums. What is not allotted stands first, as year 0.
///
/// While nothing is charged to any of them and nobody expects anything, nothing is known but the budget, also of years that are over:
/// that a municipality books elsewhere does not mean that the project cost nothing.
pub fn spent_lines(
    lines: Vec<LineMoney>,
    budget: Option<&Budget>,
    span: Option<Span>,
    as_of: NaiveDate,
) -> (Vec<SpentLine>, Vec<SpentYear>) {
    let mut years: BTreeSet<i32> = budget.map(|budget| budget.first_year..=budget.last_year).into_iter().flatten().collect();
    for line in &lines {
        years.extend(line.budget.iter().filter(|(_, amount)| **amount != Money::ZERO).map(|(year, _)| year));
        years.extend(line.spent.keys());
        years.extend(line.forecasts.iter().map(|forecast| forecast.year));
    }
    let is_known = lines.iter().any(|line| !line.spent.is_empty() || !line.forecasts.is_empty());
    let lines: Vec<SpentLine> = lines
        .into_iter()
        .map(|money| {
            let mut of_years: Vec<SpentYear> = years.iter().map(|year| line_year(&money, *year, span, as_of)).collect();
            if is_known {
                forecast_not_allotted(&mut of_years, span, as_of);
            } else {
                of_years = of_years.into_iter().map(as_budgeted).collect();
            }
            of_years.push(sum(None, &of_years.iter().collect::<Vec<_>>()));
            SpentLine { line: money.line, years: of_years, forecasts: money.forecasts }
        })
        .collect();
    let all = years.into_iter().map(Some).chain([None]).enumerate();
    let sums = all.map(|(place, year)| sum(year, &lines.iter().filter_map(|line| line.years.get(place)).collect::<Vec<_>>()));
    let sums = sums.collect();
    (lines, sums)
}

fn line_year(money: &LineMoney, year: i32, span: Option<Span>, as_of: NaiveDate) -> SpentYear {
    let budget = money.budget.get(&year).copied().unwrap_or_default();
    let spent = money.spent.get(&year).copied().unwrap_or_default();
    let typed = money.forecasts.iter().find(|forecast| forecast.year == year && forecast.made_on <= as_of);
    let forecast = typed.map_or_else(|| forecast(year, budget, spent, span, as_of), |typed| typed.amount);
    figures(SpentYear { year: Some(year), budget, spent, forecast, forecast_typed: typed.is_some(), ..SpentYear::default() })
}

/// What a line is expected to have cost by the end of a year, where nobody said: a year that is over, what was spent; one to come, the
/// budget; this year, as much a day of the project as until now, rounded half away from zero to the øre. A line nothing is charged to
/// yet says nothing of its pace, so it is expected to cost its budget.
fn forecast(year: i32, budget: Money, spent: Money, span: Option<Span>, as_of: NaiveDate) -> Money {
    if year < as_of.year() {
        return spent;
    }
    let Some(span) = span.filter(|_| year == as_of.year()) else { return budget };
    let (days, gone) = (span.days(year, span.last), span.days(year, as_of));
    if span.last < as_of {
        spent
    } else if spent == Money::ZERO || gone == 0 {
        budget
    } else {
        spent.part(days, gone).unwrap_or(budget)
    }
}

/// What is not allotted to a year pays first for what the years are expected to cost beyond their budgets; the rest of it is still to
/// be spent while the project runs.
fn forecast_not_allotted(years: &mut [SpentYear], span: Option<Span>, as_of: NaiveDate) {
    let beyond: Money = years.iter().filter(|year| year.year != Some(0)).map(|year| year.deviation.max(Money::ZERO)).sum();
    let over = span.is_some_and(|span| span.last < as_of);
    for year in years.iter_mut().filter(|year| year.year == Some(0) && !year.forecast_typed) {
        let rest = if over { Money::ZERO } else { (year.budget - beyond).max(Money::ZERO) };
        *year = figures(SpentYear { forecast: rest, ..year.clone() });
    }
}

fn as_budgeted(year: SpentYear) -> SpentYear {
    figures(SpentYear { forecast: year.budget, ..year })
}

fn sum(year: Option<i32>, parts: &[&SpentYear]) -> SpentYear {
    let of = |figure: fn(&SpentYear) -> Money| parts.iter().map(|part| figure(part)).sum();
    figures(SpentYear {
        year,
        budget: of(|part| part.budget),
        spent: of(|part| part.spent),
        forecast: of(|part| part.forecast),
        forecast_typed: parts.iter().any(|part| part.forecast_typed),
        ..SpentYear::default()
    })
}

/// With what follows from the others.
fn figures(year: SpentYear) -> SpentYear {
    SpentYear { left: year.budget - year.spent, deviation: year.forecast - year.budget, ..year }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::budgets::test_lines::{budget, line};

    fn kr(kroner: i64) -> Money {
        Money::from_oere(kroner * 100)
    }

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn money(budget: &[(i32, i64)], spent: &[(i32, i64)]) -> LineMoney {
        let by_year = |amounts: &[(i32, i64)]| amounts.iter().map(|(year, amount)| (*year, kr(*amount))).collect();
        LineMoney { line: line(1, 1), budget: by_year(budget), spent: by_year(spent), forecasts: Vec::new() }
    }

    fn span(first: &str, last: &str) -> Option<Span> {
        Some(Span { first: day(first), last: day(last) })
    }

    #[test]
    fn where_nothing_is_charged_the_budget_is_all_that_is_known() {
        let lines = || vec![money(&[(0, 300), (2019, 100)], &[]), money(&[(2020, 200)], &[])];
        let over = span("2019-01-01", "2020-12-31");
        let (of_lines, sums) = spent_lines(lines(), None, over, day("2026-11-22"));
        assert_eq!(
            sums.iter().map(|year| (year.forecast, year.deviation)).collect::<Vec<_>>(),
            [(kr(300), kr(0)), (kr(100), kr(0)), (kr(200), kr(0)), (kr(600), kr(0)),]
        );
        assert_eq!(of_lines[1].years.last().unwrap().forecast, kr(200));
        // One voucher says that the books are kept here: what is not in them was not spent.
        let mut charged = lines();
        charged[0] = money(&[(0, 300), (2019, 100)], &[(2019, 40)]);
        let (_, sums) = spent_lines(charged, None, over, day("2026-11-22"));
        assert_eq!(sums.last().unwrap().forecast, kr(40));
    }

    #[test]
    fn the_year_runs_on_as_it_has() {
        let year = span("2019-01-01", "2020-12-31");
        let half = span("2019-07-01", "2019-12-31");
        for (on, span, spent, expected) in [
            ("2019-03-31", year, 90, kr(365)),                 // 90 of 365 days
            ("2019-07-02", year, 183, kr(365)),                // 183 of 365
            ("2019-12-31", year, 400, kr(400)),                // the last day
            ("2019-09-30", half, 92, kr(184)),                 // 92 of 184
            ("2019-06-30", half, 5, kr(1000)),                 // not begun
            ("2019-03-31", year, 0, kr(1000)),                 // nothing charged yet
            ("2020-01-01", half, 92, kr(92)),                  // the year is over
            ("2018-12-31", year, 0, kr(1000)),                 // to come
            ("2019-03-31", None, 90, kr(1000)),                // no project known
            ("2019-01-03", year, 1, Money::from_oere(12_167)), // 100 øre * 365 / 3, half away from zero
        ] {
            assert_eq!(forecast(2019, kr(1000), kr(spent), span, day(on)), expected, "{on} {spent}");
        }
        assert_eq!(forecast(2019, kr(1000), kr(0), span("2019-01-01", "2019-05-31"), day("2019-06-01")), kr(0));
    }

    #[test]
    fn lines_have_the_same_years_and_their_sums() {
        let lines =
            vec![money(&[(2019, 100), (2020, 200)], &[(2019, 150), (2021, 7)]), money(&[(0, 80), (2019, 20)], &[(2019, 50)])];
        let (lines, sums) = spent_lines(lines, Some(&budget(2019, 2020)), span("2019-01-01", "2020-12-31"), day("2020-01-01"));
        let years = |found: &[SpentYear]| found.iter().map(|year| year.year).collect::<Vec<_>>();
        assert_eq!(years(&sums), [Some(0), Some(2019), Some(2020), Some(2021), None]);
        assert!(lines.iter().all(|line| years(&line.years) == years(&sums)));
        assert_eq!(sums[1].spent, kr(200));
        assert_eq!((sums[1].left, sums[1].deviation), (kr(-80), kr(80)));
        // Of the 80 that are not allotted, 30 went to 2019.
        assert_eq!((sums[0].budget, sums[0].forecast), (kr(80), kr(50)));
        assert_eq!((sums[4].budget, sums[4].spent, sums[4].forecast), (kr(400), kr(207), kr(150 + 50 + 50 + 200)));
    }

    #[test]
    fn what_a_person_expects_goes_first_from_its_day_on() {
        let mut money = money(&[(2019, 100)], &[(2019, 10)]);
        let forecast = SpendingForecast {
            id: 1,
            version: 1,
            budget_line_id: 1,
            year: 2019,
            amount: kr(95),
            made_on: day("2019-06-01"),
            note: String::new(),
        };
        money.forecasts.push(forecast);
        let on = |as_of: &str| line_year(&money, 2019, span("2019-01-01", "2019-12-31"), day(as_of));
        assert_eq!((on("2019-06-01").forecast, on("2019-06-01").forecast_typed), (kr(95), true));
        assert_eq!((on("2019-05-31").forecast_typed, on("2020-05-31").forecast), (false, kr(95)));
    }

    #[test]
    fn a_project_is_as_long_as_its_application_says() {
        let partial = |text: &str| PartialDate::parse(text);
        let budget = budget(2019, 2020);
        assert_eq!(Span::of(partial("2019-06"), partial("2020"), None), span("2019-06-01", "2020-12-31"));
        assert_eq!(Span::of(partial("2019-06"), None, Some(&budget)), span("2019-06-01", "2020-12-31"));
        assert_eq!(Span::of(None, None, None), None);
        assert_eq!(Span::of(partial("2021"), None, Some(&budget)), None);
    }
}
