//! Numbers with a fixed count of decimals: quantities, rates and shares. Whole numbers inside, so that nothing is lost between the file,
//! the rules and the screen.

use std::fmt;
use std::str::FromStr;

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use crate::error::{Error, ErrorCode, Result};
use crate::money::{Money, parse_danish};

macro_rules! scaled {
    ($(#[$meta:meta])* pub struct $name:ident($scale:literal)) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(i64);

        impl $name {
            /// Decimals it has.
            pub const SCALE: u32 = $scale;

            /// From the whole number the file keeps.
            pub const fn from_scaled(scaled: i64) -> $name {
                $name(scaled)
            }

            /// The whole number the file keeps.
            pub const fn scaled(self) -> i64 {
                self.0
            }

            /// As a number, exactly.
            pub fn value(self) -> Decimal {
                Decimal::new(self.0, Self::SCALE)
            }

            /// From a number; none where it has more decimals than are kept, or is too large.
            pub fn from_value(value: Decimal) -> Option<$name> {
                let scaled = value.checked_mul(Decimal::from(10_i64.pow(Self::SCALE)))?;
                if scaled.fract().is_zero() { scaled.to_i64().map($name) } else { None }
            }
        }

        /// With a point and as few decimals as it needs: the form for scripts and for the screen.
        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.value().normalize().fmt(f)
            }
        }

        impl FromStr for $name {
            type Err = Error;

            /// Reads the form `Display` writes.
            fn from_str(text: &str) -> Result<$name> {
                let plain = text.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'-' | b'.'));
                let value = Decimal::from_str(text).ok().filter(|_| plain).and_then($name::from_value);
                value.ok_or_else(|| Error::new(ErrorCode::NotANumber).with("found", text))
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> std::result::Result<$name, D::Error> {
                String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
            }
        }

        impl specta::Type for $name {
            fn definition(types: &mut specta::Types) -> specta::datatype::DataType {
                String::definition(types)
            }
        }

        impl crate::record::Cell for $name {
            fn to_cell(&self) -> serde_json::Value {
                self.0.into()
            }

            fn from_cell(cell: &serde_json::Value) -> Option<$name> {
                cell.as_i64().map($name)
            }
        }
    };
}

scaled! {
    /// How many: pieces, hours, full-time years, persons, months. Four decimals.
    pub struct Quantity(4)
}

scaled! {
    /// Kroner for one: a unit price, an hourly rate, a yearly wage. Four decimals.
    pub struct Rate(4)
}

scaled! {
    /// A part of a whole: 0.175 is 17,5 pct. Six decimals.
    pub struct Share(6)
}

impl Quantity {
    /// Reads a number as a person types it in Danish: `1.924`, `0,5`, `−12`. At most four decimals, at most a thousand million.
    ///
    /// # Errors
    /// `not_a_number`.
    pub fn parse_typed(text: &str) -> Result<Quantity> {
        typed(text).and_then(Quantity::from_value).ok_or_else(|| Error::new(ErrorCode::NotANumber).with("found", text.trim()))
    }

    /// This many at a rate, rounded half away from zero to the øre. None where it is too large.
    pub fn at(self, rate: Rate) -> Option<Money> {
        Money::from_kroner(self.value().checked_mul(rate.value())?).filter(|money| money.oere().abs() <= Money::LARGEST.oere())
    }
}

impl Rate {
    /// Reads a rate as a person types it in Danish: `2.466`, `399.000 kr.`, `412,3456`. At most four decimals.
    ///
    /// # Errors
    /// `not_a_number`.
    pub fn parse_typed(text: &str) -> Result<Rate> {
        let lower = text.to_lowercase();
        let plain = lower.trim().trim_start_matches("kr.").trim_end_matches(",-").trim_end_matches("kr.").trim_end_matches("kr");
        typed(plain).and_then(Rate::from_value).ok_or_else(|| Error::new(ErrorCode::NotANumber).with("found", text.trim()))
    }
}

impl Share {
    /// Reads per cent as a person types it in Danish: `17,5`, `17,5 pct.`, `10 %`. At most four decimals of a per cent.
    ///
    /// # Errors
    /// `not_a_number`.
    pub fn parse_per_cent(text: &str) -> Result<Share> {
        let lower = text.to_lowercase();
        let plain = lower.trim().trim_end_matches("pct.").trim_end_matches("pct").trim_end_matches('%');
        let share = typed(plain).and_then(|value| value.checked_div(Decimal::ONE_HUNDRED)).and_then(Share::from_value);
        share.ok_or_else(|| Error::new(ErrorCode::NotANumber).with("found", text.trim()))
    }

    /// In per cent with a decimal comma: `17,5`.
    pub fn per_cent_da(self) -> String {
        (self.value() * Decimal::ONE_HUNDRED).normalize().to_string().replace('.', ",")
    }
}

/// A Danish number, blanks of any kind between its groups left out; none where it is no number or beyond a thousand million.
fn typed(text: &str) -> Option<Decimal> {
    let text: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    parse_danish(&text).filter(|value| value.abs() <= Decimal::from(1_000_000_000_i64))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_people_type() {
        for (text, plain) in [("1.924", "1924"), ("0,5", "0.5"), ("\u{2212}12", "-12"), ("1\u{2009}924,25", "1924.25")] {
            assert_eq!(Quantity::parse_typed(text).map(|it| it.to_string()).as_deref(), Ok(plain), "{text}");
        }
        for text in ["", "1.2", "1.2.3", "1e9", "0,00001", "10000000000", "to"] {
            assert_eq!(Quantity::parse_typed(text).map_err(|error| error.code), Err(ErrorCode::NotANumber), "{text}");
        }
        for (text, plain) in [("2.466 kr.", "2466"), ("kr. 1.000,-", "1000"), ("412,3456", "412.3456")] {
            assert_eq!(Rate::parse_typed(text).map(|it| it.to_string()).as_deref(), Ok(plain), "{text}");
        }
        for (text, plain) in [("17,5", "0.175"), ("10 %", "0.1"), ("12,3456 pct.", "0.123456")] {
            assert_eq!(Share::parse_per_cent(text).map(|it| it.to_string()).as_deref(), Ok(plain), "{text}");
        }
    }

    #[test]
    fn an_amount_is_rounded_once() {
        let quantity = Quantity::from_scaled(15_000);
        assert_eq!(quantity.at(Rate::from_scaled(33_333_350)), Some(Money::from_oere(500_000)));
        assert_eq!(Quantity::from_scaled(1).at(Rate::from_scaled(500_000)), Some(Money::from_oere(1)));
        assert_eq!(Quantity::from_scaled(-1).at(Rate::from_scaled(500_000)), Some(Money::from_oere(-1)));
        assert_eq!(Quantity::from_scaled(i64::MAX).at(Rate::from_scaled(i64::MAX)), None);
    }
}
