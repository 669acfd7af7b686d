//! What a budget comes to: by line and year, by year, and in all.

use rust_decimal::prelude::ToPrimitive;

use crate::budgets::{BudgetLine, Figures, LineFigures, LineYear, Method, OwnForm, Side, Source, full_time_years};
use crate::money::Money;
use crate::scaled::Quantity;
use crate::views::{SumKind, YearSums};

/// The most hours a year of a budget can hold; more is a typing error, and keeps every sum inside what it is kept in.
const MOST_HOURS: i128 = 1_000_000_000 * 10_000;

/// The cells of a line by year. They stand in the order of their years.
pub fn line_years(cells: impl IntoIterator<Item = (i32, Figures)>) -> Vec<LineYear> {
    let mut years: Vec<LineYear> = Vec::new();
    for (year, figures) in cells {
        if years.last().is_none_or(|last| last.year != year) {
            years.push(LineYear { year, ..LineYear::default() });
        }
        if let Some(last) = years.last_mut() {
            let quantities = [last.quantity, figures.quantity].into_iter().flatten();
            last.quantity = quantities.reduce(|sum, more| Quantity::from_scaled(sum.scaled() + more.scaled()));
            last.lowest_rate = [last.lowest_rate, figures.rate].into_iter().flatten().min();
            last.highest_rate = last.highest_rate.max(figures.rate);
            last.amount = total_of([last.amount, figures.amount]);
        }
    }
    years
}

/// The sum of the amounts there are; null where there is none.
pub fn total_of(amounts: impl IntoIterator<Item = Option<Money>>) -> Option<Money> {
    amounts.into_iter().flatten().reduce(|sum, amount| sum + amount)
}

/// The years of a sheet: from the first to the last, and before them 0 where something is not allotted.
pub fn years_of(first: i32, last: i32, lines: &[LineFigures<'_>]) -> Vec<i32> {
    let not_allotted = lines.iter().flat_map(|line| &line.years).any(|figure| figure.year == 0);
    not_allotted.then_some(0).into_iter().chain(first..=last).collect()
}

/// The sums of a budget by year, in the order of `years`, and of all years. None where the amounts of all lines together, whatever
/// their sign, pass [`Money::LARGEST`], or hours of own staff a thousand million: no sum of such could be trusted.
pub fn sums(lines: &[LineFigures<'_>], years: &[i32], fte_hours: u32) -> Option<(Vec<YearSums>, YearSums)> {
    let mut found: Vec<Tally> = years.iter().map(|&year| Tally::of(Some(year))).collect();
    let mut total = Tally::of(None);
    let mut amounts: i128 = 0;
    for LineFigures { line, years: figures } in lines {
        for figure in figures {
            amounts += i128::from(figure.amount.unwrap_or_default().oere()).abs();
            if amounts > i128::from(Money::LARGEST.oere()) {
                return None;
            }
            if let Some(tally) = years.iter().position(|year| *year == figure.year).and_then(|place| found.get_mut(place)) {
                tally.add(line, figure, fte_hours);
                total.add(line, figure, fte_hours);
            }
        }
    }
    let blanks = Blanks::of(lines);
    let found = found.into_iter().map(|tally| Some(blanks.in_sums(tally.sums(fte_hours)?))).collect::<Option<_>>()?;
    Some((found, blanks.in_sums(total.sums(fte_hours)?)))
}

/// Whether a line goes into a sum.
fn is_in(line: &BudgetLine, sum: SumKind) -> bool {
    let paid = line.side == Side::Financing;
    let own = paid && line.source == Some(Source::Own);
    let in_kind = line.in_kind || line.own_form == Some(OwnForm::ExistingStaff);
    match sum {
        SumKind::Cost => !paid,
        SumKind::Financing => paid,
        SumKind::Grant => paid && line.source == Some(Source::Grant),
        SumKind::CoFinancing => paid && line.source != Some(Source::Grant),
        SumKind::Own => own,
        SumKind::OwnCash => own && !in_kind,
        SumKind::OwnKind => own && in_kind,
        SumKind::Gap => true,
    }
}

/// Whether the sum of some lines is known: one of them has an amount; or there is none, and the budget has amounts elsewhere. A sum of
/// nothing but blanks is missing, not zero. A line that has an amount in one year has none to come in the others.
pub fn is_summed(has_amount: impl IntoIterator<Item = bool>, budget_has: bool) -> bool {
    let mut lines = has_amount.into_iter().peekable();
    if lines.peek().is_none() { budget_has } else { lines.any(|has| has) }
}

/// What the lines of a budget leave open.
struct Blanks {
    unknown: Vec<SumKind>,
    blank_costs: u32,
    blank_financing: u32,
}

impl Blanks {
    fn of(lines: &[LineFigures<'_>]) -> Blanks {
        let has = |line: &LineFigures<'_>| line.years.iter().any(|year| year.amount.is_some());
        let budget_has = lines.iter().any(has);
        let known = |sum: SumKind| is_summed(lines.iter().filter(|it| is_in(it.line, sum)).map(has), budget_has);
        let both = known(SumKind::Cost) && known(SumKind::Financing);
        let blank = |side: Side| lines.iter().filter(|it| it.line.side == side && !has(it)).count();
        let blank = |side: Side| u32::try_from(blank(side)).unwrap_or(u32::MAX);
        let unknown = |sum: &SumKind| if *sum == SumKind::Gap { !both } else { !known(*sum) };
        Blanks {
            unknown: SumKind::ALL.into_iter().filter(unknown).collect(),
            blank_costs: blank(Side::Cost),
            blank_financing: blank(Side::Financing),
        }
    }

    fn in_sums(&self, sums: YearSums) -> YearSums {
        let Blanks { unknown, blank_costs, blank_financing } = self;
        YearSums { unknown: unknown.clone(), blank_costs: *blank_costs, blank_financing: *blank_financing, ..sums }
    }
}

/// Sums in the making.
struct Tally {
    sums: YearSums,
    /// Hours of own staff, with four decimals.
    hours: i128,
}

impl Tally {
    fn of(year: Option<i32>) -> Tally {
        Tally { sums: YearSums { year, ..YearSums::default() }, hours: 0 }
    }

    fn add(&mut self, line: &BudgetLine, figure: &LineYear, fte_hours: u32) {
        let sums = &mut self.sums;
        let amount = figure.amount.unwrap_or_default();
        let Some(source) = line.source.filter(|_| line.side == Side::Financing) else {
            sums.cost += amount;
            return;
        };
        sums.financing += amount;
        if source == Source::Grant {
            sums.grant += amount;
            return;
        }
        sums.co_financing += amount;
        if source != Source::Own {
            return;
        }
        sums.own += amount;
        if line.in_kind || line.own_form == Some(OwnForm::ExistingStaff) {
            sums.own_kind += amount;
        } else {
            sums.own_cash += amount;
        }
        let hours = i128::from(figure.quantity.unwrap_or_default().scaled());
        match line.method {
            Method::Hours => self.hours += hours,
            Method::Fte => self.hours += hours * i128::from(fte_hours),
            Method::Amount | Method::Units => {}
        }
    }

    fn sums(self, fte_hours: u32) -> Option<YearSums> {
        let hours = self.hours.to_i64().filter(|_| self.hours.abs() <= MOST_HOURS)?;
        let own_hours = Quantity::from_scaled(hours);
        let gap = self.sums.cost - self.sums.financing;
        Some(YearSums { own_hours, own_fte: full_time_years(own_hours, fte_hours), gap, ..self.sums })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::budgets::test_lines::{financing, line};

    fn figure(year: i32, kroner: Option<i64>, quantity: i64) -> LineYear {
        let amount = kroner.map(|kroner| Money::from_oere(kroner * 100));
        LineYear { year, amount, quantity: Some(Quantity::from_scaled(quantity * 10_000)), ..LineYear::default() }
    }

    fn of(line: &BudgetLine, years: Vec<LineYear>) -> LineFigures<'_> {
        LineFigures { line, years }
    }

    fn kroner(kroner: i64) -> Money {
        Money::from_oere(kroner * 100)
    }

    #[test]
    fn income_and_blanks_count_as_a_funders_form_has_them() {
        // As section B of a federal form: costs, programme income as less, blanks that are no zero, and a column that is empty.
        let lines = [line(1, 1), line(2, 2), line(3, 3), line(4, 4), financing(5, Source::Grant), financing(6, Source::Partner)];
        let lines = [
            of(&lines[0], vec![figure(2019, Some(100_000), 0), figure(2020, Some(50_000), 0)]),
            of(&lines[1], vec![figure(2019, Some(-15_000), 0)]),
            of(&lines[2], vec![figure(2019, None, 0)]),
            of(&lines[3], vec![figure(0, Some(7_000), 0)]),
            of(&lines[4], vec![figure(2019, Some(60_000), 0)]),
            of(&lines[5], vec![figure(2019, Some(-5_000), 0)]),
        ];
        assert_eq!(years_of(2019, 2021, &lines), [0, 2019, 2020, 2021]);
        let (by_year, total) = sums(&lines, &[0, 2019, 2020, 2021], 1924).unwrap();
        let of = |pick: fn(&YearSums) -> Money| by_year.iter().map(|it| pick(it).oere() / 100).collect::<Vec<_>>();
        assert_eq!(of(|it| it.cost), [7_000, 85_000, 50_000, 0]);
        assert_eq!(of(|it| it.financing), [0, 55_000, 0, 0]);
        assert_eq!(of(|it| it.grant), [0, 60_000, 0, 0]);
        assert_eq!(of(|it| it.co_financing), [0, -5_000, 0, 0]);
        assert_eq!(of(|it| it.gap), [7_000, 30_000, 50_000, 0]);
        assert_eq!((total.cost, total.financing, total.gap), (kroner(142_000), kroner(55_000), kroner(87_000)));
        assert_eq!(total.year, None);
    }

    #[test]
    fn a_sum_of_nothing_but_blanks_is_missing_and_not_zero() {
        let lines = [line(1, 1), financing(2, Source::Grant), financing(3, Source::Partner)];
        let total = |figures: [Option<i64>; 3]| {
            let of = |(line, kroner)| of(line, vec![figure(2019, kroner, 0)]);
            let lines: Vec<LineFigures<'_>> = lines.iter().zip(figures).map(of).collect();
            sums(&lines, &[2019, 2020], 1924).unwrap()
        };
        let (by_year, none) = total([None, None, None]);
        assert_eq!(none.unknown, SumKind::ALL);
        assert_eq!((none.known(SumKind::Cost), none.blank_costs, none.blank_financing), (None, 1, 2));
        assert!(by_year.iter().all(|year| year.unknown == SumKind::ALL));
        let (by_year, some) = total([Some(100), Some(0), None]);
        assert_eq!(some.unknown, [SumKind::CoFinancing]);
        assert_eq!((some.known(SumKind::Grant), some.known(SumKind::Own)), (Some(kroner(0)), Some(kroner(0))));
        assert_eq!((some.blank_costs, some.blank_financing), (0, 1));
        // What a line costs in one year it does not cost in another.
        assert_eq!(by_year[1].known(SumKind::Cost), Some(kroner(0)));
        let (_, unpaid) = sums(&[of(&lines[0], vec![figure(2019, Some(7), 0)])], &[2019], 1924).unwrap();
        assert_eq!((unpaid.unknown.as_slice(), unpaid.known(SumKind::Gap)), (&[][..], Some(kroner(7))));
        assert_eq!(sums(&[], &[2019], 1924).unwrap().1.unknown, SumKind::ALL);
    }

    #[test]
    fn own_money_is_in_cash_or_in_kind_and_own_staff_in_hours() {
        let own = |id, form, method, in_kind| BudgetLine { own_form: Some(form), method, in_kind, ..financing(id, Source::Own) };
        let lines = [
            own(1, OwnForm::ExistingBudget, Method::Amount, false),
            own(2, OwnForm::NewAppropriation, Method::Amount, false),
            own(3, OwnForm::ExistingStaff, Method::Fte, false),
            own(4, OwnForm::ExistingStaff, Method::Hours, false),
            own(5, OwnForm::ExistingBudget, Method::Units, true),
        ];
        let figures =
            [(1, 0), (10, 0), (100, 1), (1_000, 100), (10_000, 9)].map(|(kroner, many)| figure(2019, Some(kroner), many));
        let lines: Vec<LineFigures<'_>> = lines.iter().zip(figures).map(|(line, figure)| of(line, vec![figure])).collect();
        let (_, total) = sums(&lines, &[2019], 1924).unwrap();
        assert_eq!((total.own_cash, total.own_kind), (kroner(11), kroner(11_100)));
        assert_eq!((total.own, total.co_financing), (kroner(11_111), kroner(11_111)));
        assert_eq!((total.own_hours.to_string(), total.own_fte.to_string()), ("2024".to_owned(), "1.052".to_owned()));
    }

    #[test]
    fn what_no_sum_can_hold_is_refused() {
        let (one, other) = (line(1, 1), line(2, 2));
        let largest = of(&one, vec![LineYear { amount: Some(Money::LARGEST), ..figure(2019, None, 0) }]);
        assert!(sums(std::slice::from_ref(&largest), &[2019], 1924).is_some());
        assert!(sums(&[largest, of(&other, vec![figure(2020, Some(-1), 0)])], &[2019], 1924).is_none());
        let staff = BudgetLine { method: Method::Fte, ..financing(3, Source::Own) };
        assert!(sums(&[of(&staff, vec![figure(2019, None, 1_000_000)])], &[2019], 1924).is_none());
    }
}
