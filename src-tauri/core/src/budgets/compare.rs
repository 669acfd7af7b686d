//! Two versions of a budget, line by line.

use std::collections::{BTreeSet, HashMap};

use rust_decimal::RoundingStrategy;

use crate::budgets::{Budget, BudgetLine, LineFigures, Side, Vat, total_of};
use crate::money::Money;
use crate::scaled::Share;
use crate::views::{CompareFigure, CompareRow};

/// The years of two versions: 0 first where either has something that is not allotted.
pub fn years_of_both(left: &[i32], right: &[i32]) -> Vec<i32> {
    let mut years: Vec<i32> = left.iter().chain(right).copied().collect();
    years.sort_unstable();
    years.dedup();
    years
}

/// Two figures beside each other; one that is not there counts as nothing in the difference.
pub fn figure(left: Option<Money>, right: Option<Money>) -> CompareFigure {
    let difference = right.unwrap_or_default() - left.unwrap_or_default();
    CompareFigure { left, right, difference, share: share(left.unwrap_or_default(), difference) }
}

/// A difference as a share of what was there: six decimals, half away from zero. None where there was nothing, or it is too large.
fn share(then: Money, difference: Money) -> Option<Share> {
    let share = difference.kroner().checked_div(then.kroner())?;
    Share::from_value(share.round_dp_with_strategy(Share::SCALE, RoundingStrategy::MidpointAwayFromZero))
}

/// The lines of two versions by their number, costs first; the figures by year, in the order of `years`, and last of all years.
pub fn compare_lines<'a>(left: &'a [LineFigures<'a>], right: &'a [LineFigures<'a>], years: &[i32]) -> Vec<CompareRow> {
    let by_number = |lines: &'a [LineFigures<'a>]| -> HashMap<u32, &'a LineFigures<'a>> {
        lines.iter().map(|line| (line.line.number, line)).collect()
    };
    let (in_left, in_right) = (by_number(left), by_number(right));
    let places: BTreeSet<(Side, u32)> = left.iter().chain(right).map(|line| (line.line.side, line.line.number)).collect();
    let row = |(side, number): (Side, u32)| {
        let (left, right) = (in_left.get(&number).copied(), in_right.get(&number).copied());
        let figures = figures(left, right, years);
        let same = figures.iter().all(|figure| figure.left == figure.right);
        let reworded = same && left.zip(right).is_some_and(|(left, right)| unplaced(left.line) != unplaced(right.line));
        let called = |line: Option<&LineFigures<'_>>| line.map(|line| line.line.text.clone());
        CompareRow { number, side, left: called(left), right: called(right), reworded, figures }
    };
    places.into_iter().map(row).collect()
}

fn figures(left: Option<&LineFigures<'_>>, right: Option<&LineFigures<'_>>, years: &[i32]) -> Vec<CompareFigure> {
    let of_year = |line: Option<&LineFigures<'_>>, year: i32| {
        line.and_then(|line| line.years.iter().find(|figures| figures.year == year)).and_then(|figures| figures.amount)
    };
    let total = |line: Option<&LineFigures<'_>>| line.and_then(LineFigures::total);
    let of_years = years.iter().map(|year| figure(of_year(left, *year), of_year(right, *year)));
    of_years.chain([figure(total(left), total(right))]).collect()
}

/// The sums of a side, by year and last of all years; null where no line of a version has an amount.
pub fn compare_sums(rows: &[CompareRow], side: Side, years: &[i32]) -> Vec<CompareFigure> {
    let of_side = || rows.iter().filter(|row| row.side == side);
    let sum = |place: usize, pick: fn(&CompareFigure) -> Option<Money>| {
        total_of(of_side().map(|row| row.figures.get(place).and_then(pick)))
    };
    (0..=years.len()).map(|place| figure(sum(place, |it| it.left), sum(place, |it| it.right))).collect()
}

/// Whether two versions are on different value added tax bases, so that their figures cannot be held against each other as they are.
pub fn vat_unlike(left: &Budget, right: &Budget) -> bool {
    let bases = |budget: &Budget| -> (Vat, Vat) { (budget.vat, budget.financing_vat) };
    bases(left) != bases(right)
}

/// What a line says, whatever version it stands in and where.
fn unplaced(line: &BudgetLine) -> BudgetLine {
    BudgetLine { id: 0, version: 0, budget_id: 0, position: 0, ..line.clone() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::budgets::LineYear;
    use crate::budgets::test_lines::line;

    fn of<'a>(line: &'a BudgetLine, years: &[(i32, i64)]) -> LineFigures<'a> {
        let years =
            years.iter().map(|&(year, oere)| LineYear { year, amount: Some(Money::from_oere(oere)), ..LineYear::default() });
        LineFigures { line, years: years.collect() }
    }

    #[test]
    fn lines_stand_beside_each_other_by_number() {
        let (kept, gone, new) = (line(1, 1), line(2, 2), line(13, 3));
        let renamed = BudgetLine { id: 11, text: "Nyt navn".to_owned(), ..line(1, 1) };
        let left = [of(&kept, &[(2019, 100), (2020, 300)]), of(&gone, &[(0, 50)])];
        let right = [of(&new, &[(2021, 7)]), of(&renamed, &[(2019, 100), (2020, 300)])];
        let years = years_of_both(&[0, 2019, 2020], &[2019, 2020, 2021]);
        assert_eq!(years, [0, 2019, 2020, 2021]);
        let rows = compare_lines(&left, &right, &years);
        assert_eq!(rows.iter().map(|row| (row.number, row.reworded)).collect::<Vec<_>>(), [(1, true), (2, false), (3, false)]);
        assert_eq!((rows[1].left.is_some(), rows[1].right.as_deref()), (true, None));
        let difference = |row: &CompareRow| row.figures.iter().map(|it| it.difference.oere()).collect::<Vec<_>>();
        assert_eq!(difference(&rows[0]), [0; 5]);
        assert_eq!(difference(&rows[1]), [-50, 0, 0, 0, -50]);
        assert_eq!(difference(&rows[2]), [0, 0, 0, 7, 7]);
        let cost = compare_sums(&rows, Side::Cost, &years);
        assert_eq!(cost.last().map(|it| (it.left, it.right)), Some((Some(Money::from_oere(450)), Some(Money::from_oere(407)))));
        assert_eq!(compare_sums(&rows, Side::Financing, &years)[0], figure(None, None));
    }

    #[test]
    fn a_difference_is_a_share_of_what_was_there() {
        let share = |left: Option<i64>, right: Option<i64>| {
            figure(left.map(Money::from_oere), right.map(Money::from_oere)).share.map(|share| share.to_string())
        };
        assert_eq!(share(Some(300), Some(400)).as_deref(), Some("0.333333"));
        assert_eq!(share(Some(300), None).as_deref(), Some("-1"));
        assert_eq!(share(Some(-200), Some(-100)).as_deref(), Some("-0.5"));
        assert_eq!(share(Some(0), Some(100)), None);
        assert_eq!(share(None, Some(100)), None);
    }
}
