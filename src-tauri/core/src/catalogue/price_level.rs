//! Amounts in another year's prices.
//!
//! The factor from a base year to a later one is the product of (1 + the general rise) of every year after the base year up to
//! the target; to an earlier year one divides by that product. An amount is multiplied or divided once, by the whole product, and
//! rounded half away from zero to the øre; sums are taken of what was rounded. The product is exact up to nine years and holds 28
//! digits beyond that.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use crate::catalogue::{Amounts, Period};
use crate::money::Money;

/// The general rise in prices and wages from the year before, in per mille, by year.
pub type PriceIndex = BTreeMap<i32, i32>;

/// From one price level to another.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Conversion {
    /// To a later year: multiply.
    Up(Decimal),
    /// To an earlier year: divide.
    Down(Decimal),
}

impl Conversion {
    /// None where the index has a gap between the years, or the product is too large to hold.
    pub fn between(index: &PriceIndex, base: i32, target: i32) -> Option<Conversion> {
        let mut product = Decimal::ONE;
        for year in base.min(target) + 1..=base.max(target) {
            product = product.checked_mul(Decimal::new(1000 + i64::from(*index.get(&year)?), 3))?;
        }
        Some(if target >= base { Conversion::Up(product) } else { Conversion::Down(product) })
    }

    /// Rounded half away from zero to the øre; none where the amount is too large to hold.
    pub fn apply(self, amount: Money) -> Option<Money> {
        let kroner = amount.kroner();
        Money::from_kroner(match self {
            Conversion::Up(factor) => kroner.checked_mul(factor)?,
            Conversion::Down(factor) => kroner.checked_div(factor)?,
        })
    }

    /// A row: every year and permanent on its own, the total from the converted years. A row without a total keeps none.
    pub fn apply_to_row(self, periods: &[Period], amounts: &Amounts) -> Option<Amounts> {
        let mut converted = Vec::with_capacity(amounts.len());
        let mut total = Money::ZERO;
        for (period, amount) in periods.iter().zip(amounts) {
            let amount = match amount {
                Some(amount) => Some(self.apply(*amount)?),
                None => None,
            };
            if period.year().is_some() {
                total = total.checked_add(amount.unwrap_or_default())?;
            }
            converted.push(amount);
        }
        for (period, amount) in periods.iter().zip(&mut converted) {
            if *period == Period::Total && amount.is_some() {
                *amount = Some(total);
            }
        }
        Some(converted)
    }
}

/// The years one can convert to from a base year: those the index reaches without a gap, and the base year itself.
pub fn available(index: &PriceIndex, base: i32) -> Vec<i32> {
    let first = (0..).map(|n| base - n).take_while(|year| index.contains_key(year)).last().map_or(base, |year| year - 1);
    let last = (1..).map(|n| base + n).take_while(|year| index.contains_key(year)).last().unwrap_or(base);
    (first..=last).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::periods;

    fn mio(text: &str) -> Money {
        Money::parse_mio(text).unwrap()
    }

    fn index() -> PriceIndex {
        PriceIndex::from([(2017, 17), (2018, 19), (2019, 13), (2021, 12)])
    }

    #[test]
    fn twelve_point_seven_in_2017_is_thirteen_point_one_in_2019() {
        let up = Conversion::between(&index(), 2017, 2019).unwrap();
        let converted = up.apply(mio("12,7")).unwrap();
        assert_eq!(converted.mio().round_dp(1).to_string(), "13.1");
        // 12.700.000 × 1,019 × 1,013
        assert_eq!(converted.to_string(), "13109536.90");
    }

    #[test]
    fn down_divides_by_the_same_product() {
        let down = Conversion::between(&index(), 2019, 2017).unwrap();
        assert_eq!(down.apply(Money::from_oere(1_310_953_690)), Some(mio("12,7")));
    }

    #[test]
    fn the_total_is_of_the_converted_years() {
        let periods = periods(2019, 2021, true);
        // 0,05 kr. ÷ 1,013 rounds each year; the total is their sum, not the converted total.
        let row = vec![Some(Money::from_oere(50)), None, Some(Money::from_oere(50)), Some(Money::from_oere(100)), None];
        let down = Conversion::between(&index(), 2019, 2018).unwrap();
        let converted = down.apply_to_row(&periods, &row).unwrap();
        assert_eq!(converted[0], Some(Money::from_oere(49)));
        assert_eq!(converted[1], None);
        assert_eq!(converted[3], Some(Money::from_oere(98)));
        assert_eq!(converted[4], None);
    }

    #[test]
    fn a_gap_is_not_bridged() {
        assert_eq!(Conversion::between(&index(), 2019, 2021), None);
        assert_eq!(available(&index(), 2019), [2016, 2017, 2018, 2019]);
        assert_eq!(available(&PriceIndex::new(), 2019), [2019]);
        assert_eq!(available(&index(), 2015), [2015]);
    }
}
