//! A line whose years are split another way.

use std::collections::BTreeMap;

use crate::budgets::{CellPlace, Figures, Method, Period, split, split_whole, total_of};
use crate::scaled::Quantity;

/// The cells of a line when its years are split another way. None of what is typed is lost: an amount typed is divided by largest
/// remainder or added up, and so are quantities; a rate holds in every part. A reckoned amount is made anew from those, each part
/// rounded to the øre, so that a year can differ from before by half an øre for each part. What is not allotted to a year stays.
///
/// # Errors
/// The year in which parts to be added up have different rates.
pub fn resplit(
    cells: &BTreeMap<CellPlace, Figures>,
    method: Method,
    from: Period,
    to: Period,
) -> Result<BTreeMap<CellPlace, Figures>, i32> {
    let (had, has) = (from.parts().max(1), to.parts().max(1));
    let mut groups: BTreeMap<CellPlace, Vec<Figures>> = BTreeMap::new();
    for (&(year, period), figures) in cells {
        let first = if year == 0 { 0 } else { (period.max(1) - 1) * has / had };
        let parts = if year == 0 || has <= had { vec![*figures] } else { divided(*figures, has / had) };
        for (place, part) in (first..).zip(parts) {
            let period = if year == 0 || has == 1 { 0 } else { place + 1 };
            groups.entry((year, period)).or_default().push(part);
        }
    }
    let together = |(place, parts): (CellPlace, Vec<Figures>)| {
        let figures = added(&parts).and_then(|figures| figures.reckoned(method)).ok_or(place.0)?;
        Ok((place, figures))
    };
    groups.into_iter().map(together).collect()
}

fn divided(whole: Figures, parts: u32) -> Vec<Figures> {
    let weights = vec![1; parts as usize];
    let amounts = whole.amount.map(|amount| split(amount, &weights));
    let quantities = whole.quantity.map(|quantity| split_whole(quantity.scaled(), &weights));
    let part = |place: usize| Figures {
        quantity: quantities.as_ref().and_then(|parts| parts.get(place)).copied().map(Quantity::from_scaled),
        rate: whole.rate,
        amount: amounts.as_ref().and_then(|parts| parts.get(place)).copied(),
    };
    (0..weights.len()).map(part).collect()
}

/// Parts as one; none where their rates differ.
fn added(parts: &[Figures]) -> Option<Figures> {
    let rates: Vec<_> = parts.iter().filter_map(|part| part.rate).collect();
    if rates.windows(2).any(|pair| pair[0] != pair[1]) {
        return None;
    }
    let quantities = parts.iter().filter_map(|part| part.quantity).map(Quantity::scaled);
    Some(Figures {
        quantity: quantities.reduce(|sum, more| sum + more).map(Quantity::from_scaled),
        rate: rates.first().copied(),
        amount: total_of(parts.iter().map(|part| part.amount)),
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::money::Money;
    use crate::scaled::Rate;

    #[test]
    fn a_line_with_unlike_rates_is_not_added_up() {
        let part =
            |rate| Figures { quantity: Some(Quantity::from_scaled(10_000)), rate: Some(Rate::from_scaled(rate)), amount: None };
        let cells = BTreeMap::from([((2019, 1), part(10_000)), ((2020, 1), part(10_000)), ((2020, 2), part(20_000))]);
        assert_eq!(resplit(&cells, Method::Hours, Period::Quarter, Period::Year), Err(2020));
    }

    fn total(cells: &BTreeMap<CellPlace, Figures>) -> (i64, i64) {
        let amounts: i64 = cells.values().filter_map(|it| it.amount).map(Money::oere).sum();
        (amounts, cells.values().filter_map(|it| it.quantity).map(Quantity::scaled).sum())
    }

    proptest! {
        #[test]
        fn typed_amounts_are_the_same_however_years_are_split(
            amounts in prop::collection::vec(-100_000_000_000_000..100_000_000_000_000_i64, 1..6),
        ) {
            let figures = |oere: &i64| Figures { amount: Some(Money::from_oere(*oere)), ..Figures::default() };
            let years: BTreeMap<CellPlace, Figures> =
                (2019..).zip(&amounts).map(|(year, oere)| ((year, 0), figures(oere))).chain([((0, 0), figures(&7))]).collect();
            let quarters = resplit(&years, Method::Amount, Period::Year, Period::Quarter).unwrap();
            let months = resplit(&quarters, Method::Amount, Period::Quarter, Period::Month).unwrap();
            prop_assert_eq!((quarters.len(), months.len()), (amounts.len() * 4 + 1, amounts.len() * 12 + 1));
            prop_assert_eq!(resplit(&months, Method::Amount, Period::Month, Period::Quarter).unwrap(), quarters.clone());
            for parts in [quarters, months] {
                prop_assert_eq!(total(&parts), total(&years));
            }
        }

        #[test]
        fn reckoned_amounts_keep_their_quantity_and_rate(quantity in -10_000_000..10_000_000_i64, rate in 0..10_000_000_000_i64) {
            let (quantity, rate) = (Quantity::from_scaled(quantity), Rate::from_scaled(rate));
            let whole = Figures { quantity: Some(quantity), rate: Some(rate), amount: quantity.at(rate) };
            let years = BTreeMap::from([((2019, 0), whole)]);
            let months = resplit(&years, Method::Hours, Period::Year, Period::Month).unwrap();
            for part in months.values() {
                prop_assert_eq!(part.amount, part.quantity.unwrap().at(rate));
            }
            prop_assert!((total(&months).0 - total(&years).0).abs() <= 6, "half an øre for each part, and for the whole");
            prop_assert_eq!(resplit(&months, Method::Hours, Period::Month, Period::Year).unwrap(), years);
        }
    }
}
