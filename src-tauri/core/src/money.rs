//! Amounts of money: whole øre, never floating point.

mod typed;

use std::fmt;
use std::iter::Sum;
use std::ops::{Add, AddAssign, Neg, Sub};
use std::str::FromStr;

use rust_decimal::prelude::ToPrimitive;
use rust_decimal::{Decimal, RoundingStrategy};

use crate::error::{Error, ErrorCode, Result};
use crate::words::Language;

pub(crate) use typed::too_large;

/// Øre in a million kroner.
const OERE_PER_MIO: i64 = 100_000_000;

/// An amount in øre. Crosses to the screen as a decimal string in kroner (`"73200000.00"`), so no figure passes through a
/// floating-point number.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Money(i64);

impl Money {
    /// Amounts beyond this are typing errors: a million million kroner. Sums of many stay far inside what this type holds.
    pub const LARGEST: Money = Money(100_000_000_000_000);

    /// No money.
    pub const ZERO: Money = Money(0);

    /// From whole øre.
    pub const fn from_oere(oere: i64) -> Money {
        Money(oere)
    }

    /// In whole øre.
    pub const fn oere(self) -> i64 {
        self.0
    }

    /// From kroner, rounded half away from zero to the øre. None where the amount is too large to hold.
    pub fn from_kroner(kroner: Decimal) -> Option<Money> {
        kroner
            .checked_mul(Decimal::ONE_HUNDRED)?
            .round_dp_with_strategy(0, RoundingStrategy::MidpointAwayFromZero)
            .to_i64()
            .map(Money)
    }

    /// In kroner, exactly.
    pub fn kroner(self) -> Decimal {
        Decimal::new(self.0, 2)
    }

    /// In millions of kroner, exactly.
    pub fn mio(self) -> Decimal {
        Decimal::new(self.0, 8)
    }

    /// This amount times a share or factor, rounded half away from zero to the øre. None on overflow.
    pub fn times(self, factor: Decimal) -> Option<Money> {
        Money::from_kroner(self.kroner().checked_mul(factor)?)
    }

    /// The part `of / whole` of this amount, rounded once, half away from zero to the øre. None where the whole is zero or the part is
    /// too large to hold.
    pub fn part(self, of: i64, whole: i64) -> Option<Money> {
        let (product, whole) = (i128::from(self.0).checked_mul(i128::from(of))?, i128::from(whole));
        let doubled = product.abs().checked_mul(2)?.checked_add(whole.abs())?;
        let size = doubled.checked_div(whole.abs().checked_mul(2)?)?;
        i64::try_from(size * product.signum() * whole.signum()).ok().map(Money)
    }

    /// Reads an amount printed in millions of kroner with a decimal comma and points between thousands: `1.139,2`. Refuses what
    /// does not come out in whole øre.
    pub fn parse_mio(text: &str) -> Option<Money> {
        let value = parse_danish(text)?;
        let oere = value.checked_mul(Decimal::from(OERE_PER_MIO))?;
        if oere.fract().is_zero() { oere.to_i64().map(Money) } else { None }
    }

    /// In millions with a decimal comma, points between thousands and as many decimals as the amount needs, at least one: `3.316,9`.
    pub fn mio_da(self) -> String {
        let value = self.mio().normalize();
        group_da(&format!("{value:.*}", value.scale().max(1) as usize))
    }

    /// In kroner with a decimal comma and points between thousands; øre only where there are any: `73.200.000`.
    pub fn kroner_da(self) -> String {
        let value = self.kroner();
        let decimals = if value.fract().is_zero() { 0 } else { 2 };
        group_da(&format!("{value:.decimals$}"))
    }

    /// As [`Money::mio_da`], in the reader's language: `3,316.9` in English.
    pub fn mio_in(self, language: Language) -> String {
        marks(self.mio_da(), language)
    }

    /// As [`Money::kroner_da`], in the reader's language.
    pub fn kroner_in(self, language: Language) -> String {
        marks(self.kroner_da(), language)
    }

    /// Rounded half away from zero to a tenth of a million: as a converted amount is shown.
    pub fn in_tenths_of_mio(self) -> Money {
        let tenths = self.mio().round_dp_with_strategy(1, RoundingStrategy::MidpointAwayFromZero);
        tenths.checked_mul(Decimal::from(OERE_PER_MIO)).and_then(|oere| oere.to_i64()).map_or(self, Money)
    }

    /// `self + other`; none on overflow.
    pub fn checked_add(self, other: Money) -> Option<Money> {
        self.0.checked_add(other.0).map(Money)
    }
}

/// Reads `1.725.104`, `1725104,00` or `-0,5`: points only between groups of three, one comma before the decimals.
pub(crate) fn parse_danish(text: &str) -> Option<Decimal> {
    let text = text.trim().replace('\u{2212}', "-");
    let (sign, digits) = match text.strip_prefix('-') {
        Some(rest) => ("-", rest),
        None => ("", text.as_str()),
    };
    let (whole, fraction) = match digits.split_once(',') {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (digits, None),
    };
    let all_digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    let mut groups = whole.split('.');
    let first = groups.next()?;
    if !all_digits(first) || (whole.contains('.') && first.len() > 3) {
        return None;
    }
    let mut plain = format!("{sign}{first}");
    for group in groups {
        if group.len() != 3 || !all_digits(group) {
            return None;
        }
        plain.push_str(group);
    }
    if let Some(fraction) = fraction {
        if !all_digits(fraction) {
            return None;
        }
        plain.push('.');
        plain.push_str(fraction);
    }
    Decimal::from_str(&plain).ok()
}

/// `3316.9` -> `3.316,9`.
fn group_da(plain: &str) -> String {
    let (sign, digits) = match plain.strip_prefix('-') {
        Some(rest) => ("-", rest),
        None => ("", plain),
    };
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let mut out = String::from(sign);
    for (i, c) in whole.chars().enumerate() {
        if i > 0 && (whole.len() - i) % 3 == 0 {
            out.push('.');
        }
        out.push(c);
    }
    if !fraction.is_empty() {
        out.push(',');
        out.push_str(fraction);
    }
    out
}

/// English has point and comma the other way round.
fn marks(danish: String, language: Language) -> String {
    let swap = |c| match c {
        '.' => ',',
        ',' => '.',
        other => other,
    };
    match language {
        Language::Da => danish,
        Language::En => danish.chars().map(swap).collect(),
    }
}

/// Kroner with two decimals and a point: the form for scripts and for the screen.
impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        let oere = self.0.unsigned_abs();
        write!(f, "{sign}{}.{:02}", oere / 100, oere % 100)
    }
}

impl FromStr for Money {
    type Err = Error;

    /// Reads the form `Display` writes; also fewer decimals.
    fn from_str(text: &str) -> Result<Money> {
        let bad = || Error::new(ErrorCode::NotAnAmount).with("found", text);
        // `Decimal` alone would also take exponents and underscores.
        let plain = text.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'-' | b'.'));
        let kroner = Decimal::from_str(text).ok().filter(|_| plain).ok_or_else(bad)?;
        if kroner.normalize().scale() > 2 {
            return Err(bad());
        }
        Money::from_kroner(kroner).ok_or_else(bad)
    }
}

impl Add for Money {
    type Output = Money;
    fn add(self, other: Money) -> Money {
        Money(self.0 + other.0)
    }
}

impl AddAssign for Money {
    fn add_assign(&mut self, other: Money) {
        self.0 += other.0;
    }
}

impl Sub for Money {
    type Output = Money;
    fn sub(self, other: Money) -> Money {
        Money(self.0 - other.0)
    }
}

impl Neg for Money {
    type Output = Money;
    fn neg(self) -> Money {
        Money(-self.0)
    }
}

impl Sum for Money {
    fn sum<I: Iterator<Item = Money>>(amounts: I) -> Money {
        amounts.fold(Money::ZERO, Add::add)
    }
}

impl serde::Serialize for Money {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> serde::Deserialize<'de> for Money {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> std::result::Result<Money, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
    }
}

impl specta::Type for Money {
    fn definition(types: &mut specta::Types) -> specta::datatype::DataType {
        String::definition(types)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn reads_what_the_agreement_prints() {
        for (text, oere) in [("73,2", 7_320_000_000), ("1.139,2", 113_920_000_000), ("0,1", 10_000_000), ("5", 500_000_000)] {
            assert_eq!(Money::parse_mio(text), Some(Money::from_oere(oere)), "{text}");
        }
        for text in ["", "-", "<0,1", "1.39,2", "12.34", "1,", ",5", "1.000.00", "1 000", "1,000000001", "12345.678"] {
            assert_eq!(Money::parse_mio(text), None, "{text}");
        }
    }

    #[test]
    fn writes_danish() {
        assert_eq!(Money::parse_mio("3316,9").unwrap().mio_da(), "3.316,9");
        assert_eq!(Money::parse_mio("30").unwrap().mio_da(), "30,0");
        assert_eq!(Money::from_oere(-123_456_750).mio_da(), "-1,2345675");
        assert_eq!(Money::from_oere(172_510_400).kroner_da(), "1.725.104");
        assert_eq!(Money::from_oere(172_510_405).kroner_da(), "1.725.104,05");
    }

    #[test]
    fn rounds_half_away_from_zero() {
        assert_eq!(Money::from_oere(5).times(Decimal::new(5, 1)), Some(Money::from_oere(3)));
        assert_eq!(Money::from_oere(-5).times(Decimal::new(5, 1)), Some(Money::from_oere(-3)));
    }

    #[test]
    fn a_part_is_rounded_once() {
        for (oere, of, whole, part) in
            [(100, 1, 3, 33), (200, 1, 3, 67), (5, 1, 2, 3), (-5, 1, 2, -3), (5, -1, 2, -3), (7, 0, 9, 0)]
        {
            assert_eq!(Money::from_oere(oere).part(of, whole), Some(Money::from_oere(part)), "{oere} * {of} / {whole}");
        }
        assert_eq!(Money::from_oere(1).part(1, 0), None);
        assert_eq!(Money::from_oere(i64::MAX).part(i64::MAX, 1), None);
    }

    #[test]
    fn the_screen_has_the_same_vectors() {
        let written = |oere: i64| {
            let money = Money::from_oere(oere);
            serde_json::json!({
                "text": money.to_string(), "oere": oere, "mio": money.mio_da(), "kr": money.kroner_da(),
                "mioEn": money.mio_in(Language::En), "krEn": money.kroner_in(Language::En),
            })
        };
        let amounts = [
            0,
            1,
            -1,
            10,
            99,
            100,
            12_345,
            -12_345,
            10_000_000,
            172_510_400,
            172_510_405,
            331_690_000_000,
            -123_456_750,
            9_000_000_000_000_000,
        ];
        let sums =
            [&[][..], &["0.10", "0.20"], &["73200000.00", "-73200000.00"], &["90000000.00", "0.01", "-0.02", "3316900000.00"]];
        let sum = |texts: &&[&str]| {
            let total: Money = texts.iter().map(|text| text.parse::<Money>().unwrap()).sum();
            serde_json::json!({ "texts": texts, "sum": total.to_string() })
        };
        let vectors = serde_json::json!({
            "written": amounts.map(written),
            "sums": sums.iter().map(sum).collect::<Vec<_>>(),
            "refused": ["", "-", "1,5", "1.234", "1e6", "NaN", "0x10", "1 000"],
        });
        for text in vectors["refused"].as_array().unwrap() {
            assert!(text.as_str().unwrap().parse::<Money>().is_err(), "{text}");
        }
        crate::fixture::check("money.json", &vectors);
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 256, rng_seed: proptest::test_runner::RngSeed::Fixed(2019), ..ProptestConfig::default() })]

        #[test]
        fn what_is_written_reads_back(oere in -1_000_000_000_000_000_i64..1_000_000_000_000_000) {
            let money = Money::from_oere(oere);
            prop_assert_eq!(money.to_string().parse::<Money>().unwrap(), money);
            prop_assert_eq!(Money::parse_mio(&money.mio_da()), Some(money));
            let readable = (money <= Money::LARGEST && -money <= Money::LARGEST).then_some(money);
            prop_assert_eq!(Money::parse_signed(&money.kroner_da()).ok(), readable);
        }
    }
}
