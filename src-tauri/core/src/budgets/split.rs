//! Dividing a whole so that the parts add up to it.

use crate::money::Money;

/// Divides an amount by weights, by largest remainder: each part is within an øre of its share, and all of them together are the
/// amount. Of equal remainders the first get the øre. Weights that come to nothing divide it evenly. No weights, no parts.
pub fn split(amount: Money, weights: &[i64]) -> Vec<Money> {
    split_whole(amount.oere(), weights).into_iter().map(Money::from_oere).collect()
}

/// The same for any whole number: øre, or a quantity in ten-thousandths.
pub fn split_whole(number: i64, weights: &[i64]) -> Vec<i64> {
    let whole: i128 = weights.iter().map(|weight| i128::from(*weight)).sum();
    if whole == 0 {
        return if weights.is_empty() { Vec::new() } else { split_whole(number, &vec![1; weights.len()]) };
    }
    // Below zero is the mirror of above.
    let number = i128::from(number);
    let (total, sign) = (number.abs(), number.signum());
    let quotas: Vec<(i128, i128)> = weights
        .iter()
        .map(|weight| total * i128::from(*weight) * whole.signum())
        .map(|share| (share.div_euclid(whole.abs()), share.rem_euclid(whole.abs())))
        .collect();
    let mut left = total - quotas.iter().map(|(part, _)| part).sum::<i128>();
    let mut order: Vec<usize> = (0..quotas.len()).collect();
    order.sort_by_key(|&index| std::cmp::Reverse(quotas[index].1));
    let mut parts: Vec<i128> = quotas.iter().map(|(part, _)| *part).collect();
    for index in order {
        if left == 0 {
            break;
        }
        parts[index] += 1;
        left -= 1;
    }
    parts.into_iter().map(|part| i64::try_from(sign * part).unwrap_or_default()).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn oere(amount: i64, weights: &[i64]) -> Vec<i64> {
        split(Money::from_oere(amount), weights).into_iter().map(Money::oere).collect()
    }

    #[test]
    fn the_øre_goes_to_the_largest_remainder() {
        assert_eq!(oere(100, &[1, 1, 1]), [34, 33, 33]);
        assert_eq!(oere(-100, &[1, 1, 1]), [-34, -33, -33]);
        assert_eq!(oere(10, &[1, 2, 4]), [1, 3, 6]);
        assert_eq!(oere(7, &[0, 0]), [4, 3]);
        assert_eq!(oere(0, &[3, 4]), [0, 0]);
        assert_eq!(oere(10, &[-1, 3]), [-5, 15]);
        assert_eq!(oere(10, &[-1, -1]), [5, 5]);
        assert_eq!(oere(10, &[]), [0; 0]);
    }

    proptest! {
        #[test]
        fn the_parts_are_the_whole(
            amount in -100_000_000_000_000_i64..=100_000_000_000_000,
            weights in prop::collection::vec(0_i64..=100_000_000_000_000, 1..40),
        ) {
            let parts = oere(amount, &weights);
            prop_assert_eq!(parts.iter().sum::<i64>(), amount);
            let whole: i128 = weights.iter().map(|weight| i128::from(*weight)).sum();
            for (part, weight) in parts.iter().zip(&weights).filter(|_| whole > 0) {
                let off = i128::from(*part) * whole - i128::from(amount) * i128::from(*weight);
                prop_assert!(off.abs() < whole, "{part} is more than an øre from its share");
            }
        }
    }
}
