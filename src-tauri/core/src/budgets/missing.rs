//! What is missing of the financing of a budget: one rule for every table that says it.

use std::collections::BTreeMap;

use crate::budgets::Side;
use crate::money::Money;

/// Costs less financing: above zero where money is missing, below where there is more than the costs. While a part of either side is not
/// allotted to years it is said of all years together only, for no year can be said to lack that part.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Missing {
    years: BTreeMap<i32, Money>,
    /// Of all years together.
    pub total: Money,
}

impl Missing {
    /// What these amounts lack; year 0 is what is not allotted.
    pub fn of(amounts: impl IntoIterator<Item = (Side, i32, Money)>) -> Missing {
        let mut missing = Missing::default();
        for (side, year, amount) in amounts {
            let signed = if side == Side::Cost { amount } else { -amount };
            *missing.years.entry(year).or_default() += signed;
            missing.total += signed;
        }
        missing
    }

    /// Whether every amount has a year.
    pub fn is_allotted(&self) -> bool {
        !self.years.contains_key(&0)
    }

    /// Whether there is nothing to say: nothing is missing in all, nor in any year that can be spoken of.
    pub fn is_none(&self) -> bool {
        let even = self.years.values().all(|amount| *amount == Money::ZERO);
        self.total == Money::ZERO && (even || !self.is_allotted())
    }

    /// What a year lacks, zero where it has no amounts; none while something is not allotted.
    pub fn of_year(&self, year: i32) -> Option<Money> {
        self.is_allotted().then(|| self.years.get(&year).copied().unwrap_or_default())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_year_lacks_nothing_that_can_be_said_while_money_is_not_allotted() {
        let kr = |kroner: i64| Money::from_oere(kroner * 100);
        let costs = [(Side::Cost, 2009, kr(60)), (Side::Cost, 2010, kr(60))];
        let paid = |year| costs.into_iter().chain([(Side::Financing, year, kr(100))]);
        let missing = Missing::of(paid(0));
        assert_eq!((missing.of_year(2009), missing.of_year(0), missing.total), (None, None, kr(20)));
        let missing = Missing::of(paid(2009));
        assert_eq!([2009, 2010, 2011].map(|year| missing.of_year(year)), [Some(kr(-40)), Some(kr(60)), Some(kr(0))]);
        assert_eq!(missing.total, kr(20));
    }
}
