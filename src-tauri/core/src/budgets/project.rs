//! Wages of later years, by the municipality's own estimate of how they rise.

use rust_decimal::Decimal;

use crate::budgets::{Budget, Category, Figures, LineCells, Method, Side, Source, WageEstimate};
use crate::money::Money;
use crate::scaled::{Rate, Share};

/// What rules see a category of wages as.
const WAGE: &str = "wage";

/// Whether a line's figures are wages: what is reckoned by hours or full-time years, and an amount in a category of wages. The grant
/// never is: it follows prices only where the funder's letter says so.
pub fn is_wage(line: &LineCells, categories: &[Category]) -> bool {
    let line = &line.line;
    let of_wages = || categories.iter().any(|category| category.code == line.category && category.kind == WAGE);
    match line.method {
        _ if line.side == Side::Financing && line.source == Some(Source::Grant) => false,
        Method::Hours | Method::Fte => true,
        Method::Amount => of_wages(),
        Method::Units => false,
    }
}

/// Writes the wages of a year on through the years after it, each from the year before it as it was rounded: a rate times one and the
/// year's estimate, rounded half away from zero to the øre, and so is an amount that is typed. Quantities stay. A year without an
/// estimate, or without a figure the year before, stays as it is and is what the next goes on from. Whether anything changed; none where
/// an amount becomes too large.
pub fn project(line: &mut LineCells, budget: &Budget, from_year: i32, estimates: &[WageEstimate]) -> Option<bool> {
    let before = line.cells.clone();
    let parts = budget.period.parts();
    for year in from_year + 1..=budget.last_year {
        let Some(estimate) = estimates.iter().find(|estimate| estimate.year == year) else { continue };
        for period in parts.min(1)..=parts {
            let Some(earlier) = line.cells.get(&(year - 1, period)).copied() else { continue };
            let now = line.cells.get(&(year, period)).copied().unwrap_or_default();
            let risen = match line.line.method {
                Method::Amount => {
                    let Some(amount) = earlier.amount else { continue };
                    Figures { amount: Some(risen(amount, estimate.share)?), ..now }
                }
                _ => {
                    let Some(rate) = earlier.rate else { continue };
                    let rate = Money::from_kroner(rate.value()).and_then(|rate| risen(rate, estimate.share))?;
                    Figures { rate: Some(Rate::from_value(rate.kroner())?), ..now }.reckoned(line.line.method)?
                }
            };
            line.cells.insert((year, period), risen);
        }
    }
    Some(line.cells != before)
}

/// An amount a year later, rounded half away from zero to the øre.
fn risen(amount: Money, share: Share) -> Option<Money> {
    let risen = amount.times(Decimal::ONE.checked_add(share.value())?)?;
    (risen.oere().abs() <= Money::LARGEST.oere()).then_some(risen)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::budgets::test_lines::{budget, financing, line};
    use crate::scaled::Quantity;
    use crate::views::Text;

    fn estimate(year: i32, per_cent: &str) -> WageEstimate {
        let share = Share::parse_per_cent(per_cent).unwrap();
        WageEstimate { id: 0, version: 0, municipality_id: 1, year, share, vintage: "Budget 2020".to_owned() }
    }

    fn reckoned(method: Method, quantity: i64, rate: i64) -> LineCells {
        let mut line = LineCells::of(crate::budgets::BudgetLine { method, ..line(1, 1) });
        let figures =
            Figures { quantity: Some(Quantity::from_scaled(quantity)), rate: Some(Rate::from_scaled(rate)), amount: None };
        line.cells.insert((2019, 0), figures.reckoned(method).unwrap());
        line
    }

    #[test]
    fn each_year_rises_from_the_one_before_as_it_was_rounded() {
        let mut wages = reckoned(Method::Hours, 1_000_000, 3_000_100);
        let mut later = wages.cells[&(2019, 0)];
        later.quantity = Some(Quantity::from_scaled(500_000));
        wages.cells.insert((2021, 0), later);
        // 300,01 · 1,0215 = 306,460215 and 306,46 · 1,0215 = 313,04889.
        let estimates = [estimate(2020, "2,15"), estimate(2021, "2,15")];
        assert_eq!(project(&mut wages, &budget(2019, 2022), 2019, &estimates), Some(true));
        let rates: Vec<_> = wages.cells.iter().map(|((year, _), it)| (*year, it.rate.unwrap().to_string(), it.amount)).collect();
        let oere = |oere| Some(Money::from_oere(oere));
        let expected = [(2019, "300.01", oere(3_000_100)), (2020, "306.46", None), (2021, "313.05", oere(1_565_250))];
        assert_eq!(rates, expected.map(|(year, rate, amount)| (year, rate.to_owned(), amount)));
        assert_eq!(project(&mut wages, &budget(2019, 2022), 2019, &estimates), Some(false));
    }

    #[test]
    fn a_year_without_an_estimate_is_left_and_gone_on_from() {
        let mut wages = LineCells::of(line(1, 1));
        let amount = |oere| Figures { amount: Some(Money::from_oere(oere)), ..Figures::default() };
        wages.cells.extend([((2019, 0), amount(10_050)), ((2020, 0), amount(20_000))]);
        assert_eq!(project(&mut wages, &budget(2019, 2022), 2019, &[estimate(2021, "-0,5")]), Some(true));
        let amounts: Vec<i64> = wages.cells.values().map(|it| it.amount.unwrap().oere()).collect();
        assert_eq!(amounts, [10_050, 20_000, 19_900]);
        let mut all = LineCells::of(line(1, 1));
        all.cells.insert((2019, 0), amount(Money::LARGEST.oere()));
        assert_eq!(project(&mut all, &budget(2019, 2022), 2019, &[estimate(2020, "1")]), None);
    }

    #[test]
    fn wages_are_projected_and_never_the_grant() {
        let categories =
            [Category { list: "star".to_owned(), code: "løn".to_owned(), name: Text::default(), kind: WAGE.to_owned() }];
        let of = |line| is_wage(&LineCells::of(line), &categories);
        let amount = crate::budgets::BudgetLine { category: "løn".to_owned(), ..line(1, 1) };
        assert!(of(amount.clone()) && !of(line(1, 1)));
        assert!(!of(crate::budgets::BudgetLine { method: Method::Units, ..amount }));
        for source in Source::ALL {
            let staff = crate::budgets::BudgetLine { method: Method::Fte, ..financing(1, *source) };
            assert_eq!(of(staff), *source != Source::Grant);
        }
    }
}
