//! A municipality's share of an amount, by population: an estimate, shown only with the figures it rests on.

use crate::catalogue::{Amounts, Period};
use crate::money::Money;

/// `amount × part ÷ whole`, rounded half away from zero to the øre. None where the whole is zero or the result too large.
pub fn share(amount: Money, part: u32, whole: u32) -> Option<Money> {
    let whole = i128::from(whole);
    if whole == 0 {
        return None;
    }
    let exact = i128::from(amount.oere()) * i128::from(part);
    let rounded = (2 * exact.abs() + whole) / (2 * whole) * exact.signum();
    i64::try_from(rounded).ok().map(Money::from_oere)
}

/// The share of a row: of every year and of permanent on its own, the total from the years' shares, so that what is shown adds up.
pub fn share_of_row(periods: &[Period], amounts: &Amounts, part: u32, whole: u32) -> Amounts {
    let mut shares: Amounts = amounts.iter().map(|amount| share((*amount)?, part, whole)).collect();
    let years = periods.iter().zip(&shares).filter(|(period, _)| period.year().is_some());
    let total = years.filter_map(|(_, share)| *share).sum();
    for (period, share) in periods.iter().zip(&mut shares) {
        if *period == Period::Total && share.is_some() {
            *share = Some(total);
        }
    }
    shares
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::periods;

    #[test]
    fn the_shares_shown_add_up() {
        let row = [1, 1, 2, 5].map(|oere| Some(Money::from_oere(oere)));
        let shares = share_of_row(&periods(2019, 2020, true), &row.to_vec(), 1, 2);
        assert_eq!(shares, [1, 1, 2, 3].map(|oere| Some(Money::from_oere(oere))));
        assert_eq!(share_of_row(&periods(2019, 2020, false), &vec![None, None, None], 1, 2), [None, None, None]);
    }

    #[test]
    fn rounds_half_away_from_zero() {
        let oere = Money::from_oere;
        for (amount, part, whole, expected) in [(1, 1, 2, 1), (-1, 1, 2, -1), (1, 1, 3, 0), (100, 1, 3, 33), (200, 1, 3, 67)] {
            assert_eq!(share(oere(amount), part, whole), Some(oere(expected)), "{amount} x {part}/{whole}");
        }
        assert_eq!(share(oere(1), 1, 0), None);
        assert_eq!(share(oere(7_320_000_000), 55_790, 5_806_081), Some(oere(70_337_083)));
    }
}
