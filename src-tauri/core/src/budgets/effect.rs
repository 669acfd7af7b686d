//! What own money is meant to bring: saved by year, after the state's refund, beside what is put in.

use std::collections::BTreeMap;

use crate::budgets::{Effect, EffectMethod, EffectYear};
use crate::money::Money;
use crate::scaled::Quantity;
use crate::views::{EffectLine, EffectSum, EffectView};

/// Months in a year.
const MONTHS: i64 = 12;

/// Persons times months times a rate, rounded once, half away from zero to the øre. None where one of them is missing or the amount is
/// beyond [`Money::LARGEST`].
pub fn gross_of_persons(year: &EffectYear) -> Option<Money> {
    let [persons, months, rate] = [year.persons?.scaled(), year.months?.scaled(), year.rate?.scaled()].map(i128::from);
    // Each has four decimals, an amount two.
    let oere = rounded(persons.checked_mul(months)?.checked_mul(rate)?, 10_i128.pow(10))?;
    i64::try_from(oere).ok().map(Money::from_oere).filter(|money| money.oere().abs() <= Money::LARGEST.oere())
}

/// Persons counted as a whole year each: persons times months of twelve, rounded half away from zero to four decimals. None where one
/// of the two is missing.
pub fn full_year_persons(year: &EffectYear) -> Option<Quantity> {
    let [persons, months] = [year.persons?.scaled(), year.months?.scaled()].map(i128::from);
    let scaled = rounded(persons.checked_mul(months)?, i128::from(MONTHS) * 10_i128.pow(Quantity::SCALE))?;
    i64::try_from(scaled).ok().map(Quantity::from_scaled)
}

/// Half away from zero; none where twice the number is too large.
fn rounded(number: i128, divisor: i128) -> Option<i128> {
    let size = number.abs().checked_mul(2)?.checked_add(divisor)? / (divisor * 2);
    Some(size * number.signum())
}

/// The year with the amount its persons make, where they make one.
pub fn reckoned(method: EffectMethod, year: &EffectYear) -> EffectYear {
    match method {
        EffectMethod::Amount => year.clone(),
        EffectMethod::Persons => EffectYear { amount: gross_of_persons(year), ..year.clone() },
    }
}

/// The state's part of an amount saved, rounded half away from zero to the øre.
fn refund(effect: &Effect, gross: Money) -> Money {
    effect.refund.and_then(|share| gross.times(share.value())).unwrap_or_default()
}

/// The effects of an application beside the own money of its budget. `own` is that money by year; year 0 is what is not allotted to
/// one: it counts in the total, and break-even waits for it too.
pub fn effect_view(application_id: u32, effects: Vec<(Effect, Vec<EffectYear>)>, own: &BTreeMap<i32, Money>) -> EffectView {
    let not_allotted = own.get(&0).copied().filter(|amount| *amount != Money::ZERO);
    let mut sums: BTreeMap<i32, EffectSum> = BTreeMap::new();
    for (year, amount) in own.iter().filter(|(year, amount)| **year != 0 && **amount != Money::ZERO) {
        sums.entry(*year).or_default().invested += *amount;
    }
    let mut lines = Vec::with_capacity(effects.len());
    for (effect, years) in effects {
        let mut net = Vec::with_capacity(years.len());
        for year in &years {
            let gross = year.amount.unwrap_or_default();
            let refund = refund(&effect, gross);
            let sum = sums.entry(year.year).or_default();
            sum.gross += gross;
            sum.refund += refund;
            sum.full_year_persons = plus(sum.full_year_persons, full_year_persons(year).unwrap_or_default());
            net.push(gross - refund);
        }
        lines.push(EffectLine { effect, years, net });
    }
    let mut accumulated = Money::ZERO;
    let mut total = EffectSum { invested: not_allotted.unwrap_or_default(), ..EffectSum::default() };
    let years: Vec<EffectSum> = (sums.into_iter())
        .map(|(year, sum)| {
            let net = sum.gross - sum.refund;
            let balance = net - sum.invested;
            accumulated += balance;
            total.gross += sum.gross;
            total.refund += sum.refund;
            total.invested += sum.invested;
            total.full_year_persons = plus(total.full_year_persons, sum.full_year_persons);
            EffectSum { year: Some(year), net, balance, accumulated, ..sum }
        })
        .collect();
    total.net = total.gross - total.refund;
    total.balance = total.net - total.invested;
    total.accumulated = total.balance;
    let break_even = break_even(&years, not_allotted.unwrap_or_default());
    EffectView { application_id, effects: lines, years, total, break_even, not_allotted }
}

fn plus(left: Quantity, right: Quantity) -> Quantity {
    Quantity::from_scaled(left.scaled().saturating_add(right.scaled()))
}

/// The first year from which what was saved has paid for what was put in, and stays so. None where nothing was put in, or that does
/// not come.
fn break_even(years: &[EffectSum], not_allotted: Money) -> Option<i32> {
    let paid = |year: &EffectSum| year.accumulated >= not_allotted;
    let invested = not_allotted + years.iter().map(|year| year.invested).sum();
    let unpaid = years.iter().rposition(|year| !paid(year)).map_or(0, |place| place + 1);
    years.get(unpaid).filter(|_| invested > Money::ZERO).and_then(|year| year.year)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scaled::{Rate, Share};

    fn kr(kroner: i64) -> Money {
        Money::from_oere(kroner * 100)
    }

    fn effect(method: EffectMethod, refund: Option<i64>) -> Effect {
        Effect {
            id: 1,
            version: 1,
            application_id: 1,
            position: 0,
            text: "Kontanthjælp".into(),
            budget_area: "Forsørgelse".into(),
            method,
            refund: refund.map(Share::from_scaled),
            refund_year: Some(2019),
            assumption: String::new(),
            source: String::new(),
        }
    }

    fn year(year: i32, persons: Option<i64>, months: Option<i64>, rate: Option<i64>) -> EffectYear {
        let quantity = |scaled: Option<i64>| scaled.map(Quantity::from_scaled);
        let (persons, months, rate) = (quantity(persons), quantity(months), rate.map(Rate::from_scaled));
        EffectYear { id: 1, version: 1, effect_id: 1, year, persons, months, rate, amount: None }
    }

    fn saved(of: i32, amount: Money) -> EffectYear {
        EffectYear { amount: Some(amount), ..year(of, None, None, None) }
    }

    #[test]
    fn persons_make_an_amount_rounded_once() {
        for (persons, months, rate, oere) in [
            (200_000, 120_000, 111_790_000, Some(268_296_000)), // 20 * 12 * 11.179
            (15_000, 30_000, 33_333, Some(1_500)),              // 1,5 * 3 * 3,3333 = 14,99985
            (1, 10_000, 500_000, Some(1)),                      // 0,005
            (1, 10_000, 499_999, Some(0)),
            (-1, 10_000, 500_000, Some(-1)),
            (0, 120_000, 10_000, Some(0)),
            (i64::MAX, i64::MAX, i64::MAX, None),
            (10_000_000_000, 120_000, 100_000_000_000, None), // beyond what an amount may be
        ] {
            let made = gross_of_persons(&year(2019, Some(persons), Some(months), Some(rate)));
            assert_eq!(made, oere.map(Money::from_oere), "{persons} {months} {rate}");
        }
        assert_eq!(gross_of_persons(&year(2019, Some(1), None, Some(1))), None);
        let typed = saved(2019, kr(5));
        assert_eq!(reckoned(EffectMethod::Amount, &typed).amount, Some(kr(5)));
        assert_eq!(reckoned(EffectMethod::Persons, &typed).amount, None);
    }

    #[test]
    fn persons_are_counted_as_whole_years() {
        for (persons, months, whole) in
            [(770_000, 120_000, "77"), (10_000, 10_000, "0.0833"), (10_000, 70_000, "0.5833"), (30_000, 2, "0.0001")]
        {
            let counted = full_year_persons(&year(2019, Some(persons), Some(months), None)).unwrap();
            assert_eq!(counted.to_string(), whole, "{persons} {months}");
        }
        assert_eq!(full_year_persons(&saved(2019, kr(1))), None);
    }

    #[test]
    fn the_refund_is_rounded_by_itself() {
        let lines = vec![(
            effect(EffectMethod::Amount, Some(200_000)),
            vec![saved(2019, Money::from_oere(1_003)), saved(2020, Money::from_oere(-1_003))],
        )];
        let view = effect_view(1, lines, &BTreeMap::new());
        // 20 pct. of 10,03 is 2,006.
        assert_eq!(view.effects[0].net, [Money::from_oere(802), Money::from_oere(-802)]);
        assert_eq!((view.years[0].refund, view.total.refund), (Money::from_oere(201), Money::ZERO));
        assert_eq!(view.break_even, None);
    }

    /// An investment as Brønderslev's: 7,5 mio. put in over three years, about 10 mio. saved, 77 full-year persons.
    #[test]
    fn an_investment_pays_for_itself() {
        let own = BTreeMap::from([(2017, kr(2_500_000)), (2018, kr(2_500_000)), (2019, kr(2_500_000))]);
        let persons = [(2017, 150_000), (2018, 270_000), (2019, 350_000)];
        let years = persons
            .map(|(of, persons)| reckoned(EffectMethod::Persons, &year(of, Some(persons), Some(120_000), Some(135_281_400))));
        let view = effect_view(1, vec![(effect(EffectMethod::Persons, Some(200_000)), years.to_vec())], &own);
        assert_eq!(view.total.full_year_persons.to_string(), "77");
        assert_eq!((view.total.invested, view.total.net), (kr(7_500_000), Money::from_oere(1000000109)));
        assert_eq!(view.years.iter().map(|year| year.accumulated.oere()).collect::<Vec<_>>(), [-55194784, 45454605, 250000109]);
        assert_eq!((view.break_even, view.total.accumulated), (Some(2018), Money::from_oere(250000109)));
    }

    #[test]
    fn break_even_is_when_it_stays_paid() {
        let view = |own: &[(i32, i64)], saves: &[(i32, i64)]| {
            let years = saves.iter().map(|(year, amount)| saved(*year, kr(*amount))).collect();
            let own = own.iter().map(|(year, amount)| (*year, kr(*amount))).collect();
            effect_view(1, vec![(effect(EffectMethod::Amount, None), years)], &own)
        };
        for (own, saves, year) in [
            (&[(2019, 100)][..], &[(2019, 50), (2020, 50)][..], Some(2020)),
            (&[(2019, 100)], &[(2019, 50), (2020, 49)], None),
            (&[(2019, 100)], &[(2019, 100)], Some(2019)),
            (&[(2019, 10), (2021, 50)], &[(2019, 20), (2020, 5), (2022, 100)], Some(2022)), // it falls back in 2021
            (&[], &[(2019, 50)], None),
            (&[(0, 60), (2019, 40)], &[(2019, 50), (2020, 50)], Some(2020)),
            (&[(0, 61), (2019, 40)], &[(2019, 50), (2020, 50)], None),
            (&[(2019, 100)], &[], None),
        ] {
            assert_eq!(view(own, saves).break_even, year, "{own:?} {saves:?}");
        }
        let part = view(&[(0, 60), (2019, 40)], &[(2020, 150)]);
        assert_eq!((part.not_allotted, part.total.invested, part.total.balance), (Some(kr(60)), kr(100), kr(50)));
        assert_eq!(part.years.iter().map(|year| year.year).collect::<Vec<_>>(), [Some(2019), Some(2020)]);
    }
}
