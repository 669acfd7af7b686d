//! Amounts as people type them.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use crate::error::{Error, ErrorCode, Result};
use crate::money::{Money, parse_danish};

impl Money {
    /// Reads an amount in kroner as a person types it: `1.725.104`, `1725104,00`, `1 725 104 kr.`, `kr. 1.000,-`, `1,7 mio.`,
    /// `850 t.kr.`. Refuses what does not come out in whole øre, amounts below zero, and more than [`Money::LARGEST`].
    ///
    /// # Errors
    /// `not_an_amount`, `amount_too_large`.
    pub fn parse_typed(text: &str) -> Result<Money> {
        let money = Money::parse_signed(text)?;
        if money < Money::ZERO { Err(not_an_amount(text)) } else { Ok(money) }
    }

    /// As [`Money::parse_typed`], also below zero, as income stands in a budget: `-1.000`, `\u{2212}1.000 kr.`, `kr. -1.000`, and as
    /// ledgers print it, `1.000-` and `(1.000)`. `1.000,-` is not below zero.
    ///
    /// # Errors
    /// `not_an_amount`, `amount_too_large`.
    pub fn parse_signed(text: &str) -> Result<Money> {
        Money::parse_signed_in(text, 1)
    }

    /// As [`Money::parse_signed`], under a heading that counts in so many kroner: `850` is 850.000 where it counts in thousands. What
    /// names its own measure, as `1,7 mio.` or `850 kr.`, keeps it.
    ///
    /// # Errors
    /// `not_an_amount`, `amount_too_large`.
    pub fn parse_signed_in(text: &str, unit: u32) -> Result<Money> {
        typed(text, unit).ok_or_else(|| not_an_amount(text))?.in_reach().ok_or_else(|| too_large(text))
    }

    /// This amount, where it is no larger than [`Money::LARGEST`] either way.
    pub fn in_reach(self) -> Option<Money> {
        (self <= Money::LARGEST && -Money::LARGEST <= self).then_some(self)
    }
}

fn not_an_amount(text: &str) -> Error {
    Error::new(ErrorCode::NotAnAmount).with("found", text.trim())
}

/// The error for an amount beyond [`Money::LARGEST`].
pub(crate) fn too_large(text: &str) -> Error {
    Error::new(ErrorCode::AmountTooLarge).with("found", text.trim()).with("limit", Money::LARGEST.kroner_da())
}

fn typed(text: &str, unit: u32) -> Option<Money> {
    let plain = plainly(text);
    let (plain, in_brackets) = match plain.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')) {
        Some(inside) => (inside, true),
        None => (plain.as_str(), false),
    };
    let before = ["kr.", "kr", "dkk"].iter().find_map(|kroner| plain.strip_prefix(kroner));
    let rest = before.unwrap_or(plain);
    let (rest, factor) = MULTIPLES.iter().find_map(|(end, factor)| Some((rest.strip_suffix(end)?, *factor))).unwrap_or((rest, 0));
    // With a multiple the kroner may stand behind it; without one, kroner stand on one side only.
    let after = ["kroner", "kr.", "kr", "dkk"].iter().find_map(|kroner| rest.strip_suffix(kroner));
    let rest = match after {
        Some(_) if before.is_some() || factor > 0 => return None,
        after => after.unwrap_or(rest),
    };
    let factor = match factor {
        0 if before.is_some() || after.is_some() => 1,
        0 => i64::from(unit),
        factor => factor,
    };
    let rest = rest.strip_suffix(",-").unwrap_or(rest);
    let (digits, below_zero) = match (rest.strip_prefix('-'), rest.strip_suffix('-'), in_brackets) {
        (Some(digits), None, false) | (None, Some(digits), false) => (digits, true),
        (None, None, below_zero) => (rest, below_zero),
        _ => return None,
    };
    if digits.starts_with('-') {
        return None;
    }
    let oere = parse_danish(digits)?.checked_mul(Decimal::from(factor * 100))?;
    if !oere.fract().is_zero() {
        return None;
    }
    // What no amount can hold is too large all the same.
    let money = Money::from_oere(oere.to_i64().unwrap_or(i64::MAX));
    Some(if below_zero { -money } else { money })
}

/// What a number may be counted in, longest first, as [`plainly`] leaves it.
const MULTIPLES: [(&str, i64); 8] = [
    ("mio.kr.", 1_000_000),
    ("mio.kr", 1_000_000),
    ("mio.", 1_000_000),
    ("mio", 1_000_000),
    ("t.kr.", 1_000),
    ("t.kr", 1_000),
    ("tkr.", 1_000),
    ("tkr", 1_000),
];

/// In lower case, every dash a hyphen, what has no width left out, blanks left out but for those between two digits: they become the
/// point that stands between thousands, so `1 725 104` is a number and `1 2` is none.
fn plainly(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut blank = false;
    for c in text.trim().to_lowercase().chars() {
        match c {
            '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2060}' | '\u{feff}' => {}
            c if c.is_whitespace() => blank = true,
            c => {
                if blank && c.is_ascii_digit() && plain.ends_with(|last: char| last.is_ascii_digit()) {
                    plain.push('.');
                }
                blank = false;
                plain.push(if matches!(c, '\u{2010}'..='\u{2013}' | '\u{2212}') { '-' } else { c });
            }
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_people_type() {
        for (text, kroner) in [
            ("1.725.104", "1725104.00"),
            ("1725104,00", "1725104.00"),
            ("1725104", "1725104.00"),
            ("1 725 104 kr.", "1725104.00"),
            ("1\u{a0}725\u{2009}104,5 kr", "1725104.50"),
            ("1\u{202f}725\u{202f}104", "1725104.00"),
            ("kr. 1.000,-", "1000.00"),
            ("Kr 1.000", "1000.00"),
            ("DKK 1.000,25", "1000.25"),
            ("1.000 kr.", "1000.00"),
            ("51.000 kr.", "51000.00"),
            ("1.000 kroner", "1000.00"),
            ("1.000,- kr.", "1000.00"),
            ("1,7 mio.", "1700000.00"),
            ("kr. 1,7 mio", "1700000.00"),
            ("2,336 mio. kr.", "2336000.00"),
            ("850 t.kr.", "850000.00"),
            ("75.000,-", "75000.00"),
            ("0,05", "0.05"),
            ("0", "0.00"),
            ("1.000.000.000.000", "1000000000000.00"),
        ] {
            assert_eq!(Money::parse_typed(text).map(|money| money.to_string()).as_deref(), Ok(kroner), "{text}");
            assert_eq!(Money::parse_signed(text).map(|money| money.to_string()).as_deref(), Ok(kroner), "{text}");
        }
        for text in [
            "",
            "ca. 8 mio.",
            "1.2",
            "1.72",
            "1.2.3",
            "12,345",
            "1,2345 kr.",
            "1,725,104",
            "1 2",
            "1 725 10",
            "1e6",
            "1e9",
            "1_000",
            "\u{661}\u{662}",
            "tre",
            "😀",
            "12,3,4",
            "mio.",
            "kr.",
            "kr. 5 kr.",
            "-",
            "()",
        ] {
            assert_eq!(Money::parse_typed(text).map_err(|error| error.code), Err(ErrorCode::NotAnAmount), "{text}");
            assert_eq!(Money::parse_signed(text).map_err(|error| error.code), Err(ErrorCode::NotAnAmount), "{text}");
        }
    }

    #[test]
    fn what_no_budget_reaches_is_too_large() {
        for text in ["10000000000000000", "1000000000000,01", "-1.000.000.000.001", "999999999999999999999", "1.000.001 mio."] {
            let error = Money::parse_signed(text).unwrap_err();
            assert_eq!((error.code, error.params["limit"].as_str()), (ErrorCode::AmountTooLarge, "1.000.000.000.000"), "{text}");
        }
    }

    #[test]
    fn reads_what_is_below_zero_where_it_may_be() {
        for text in [
            "-1.000",
            "\u{2212}1.000 kr.",
            "\u{2013} 1 000",
            "kr. -1.000,-",
            "1.000-",
            "1.000,00-",
            "(1.000)",
            "(1.000 kr.)",
            "-1 t.kr.",
        ] {
            assert_eq!(Money::parse_signed(text), Ok(Money::from_oere(-100_000)), "{text}");
            assert_eq!(Money::parse_typed(text).map_err(|error| error.code), Err(ErrorCode::NotAnAmount), "{text}");
        }
        for text in ["--1.000", "-1.000-", "(-1.000)", "(1.000", "1-000", "-", "1.000,--", "- kr."] {
            assert_eq!(Money::parse_signed(text).map_err(|error| error.code), Err(ErrorCode::NotAnAmount), "{text}");
        }
    }
}
