//! A municipality's share of an amount, by population: an estimate, shown only with the figures it rests on.

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

#[cfg(test)]
mod tests {
    use super::*;

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
