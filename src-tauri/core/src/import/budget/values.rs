//! What stands in a cell of a budget: amounts, quantities, rates, payers.

use rust_decimal::Decimal;

use crate::budgets::{OwnForm, Source};
use crate::error::{Error, ErrorCode, Result};
use crate::import::Cell;
use crate::import::budget::headings::words;
use crate::money::{Money, parse_danish, too_large};
use crate::scaled::{Quantity, Rate};
use crate::words::Language;

/// Nothing, or a dash, as tables print it.
pub fn is_blank(cell: &Cell) -> bool {
    match cell {
        Cell::Empty => true,
        Cell::Text(text) => text.chars().all(|c| matches!(c, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}') || c.is_whitespace()),
        Cell::Number(_) | Cell::Day(..) | Cell::Fault(_) | Cell::Unsaved(_) => false,
    }
}

/// Whether a cell belongs in a column of figures.
pub fn number_like(cell: &Cell) -> bool {
    match cell {
        Cell::Number(_) | Cell::Fault(_) | Cell::Unsaved(_) => true,
        Cell::Text(text) => Money::parse_signed(text).is_ok() || parse_danish(text).is_some(),
        Cell::Empty | Cell::Day(..) => false,
    }
}

/// An amount under a heading that counts in so many kroner.
///
/// # Errors
/// `not_an_amount`, `amount_too_large`, `sheet_amount_too_fine`; those of [`Cell::reckoned`].
pub fn amount(cell: &Cell, unit: u32) -> Result<Money> {
    cell.reckoned()?;
    match cell {
        Cell::Number(number) => {
            // What has too many digits to be read at all is too large too.
            let value: Decimal = number.parse().map_err(|_| too_large(number))?;
            let value = value.checked_mul(Decimal::from(unit)).ok_or_else(|| too_large(number))?;
            let money = Money::from_kroner(value).and_then(Money::in_reach).ok_or_else(|| too_large(number))?;
            // Off by less than a millionth of a krone is how computers reckon.
            let is_whole = (value - money.kroner()).abs() < Decimal::new(1, 6);
            if is_whole { Ok(money) } else { Err(Error::new(ErrorCode::SheetAmountTooFine).with("found", cell.shown())) }
        }
        Cell::Text(text) => Money::parse_signed_in(text, unit),
        _ => Err(Error::new(ErrorCode::NotAnAmount).with("found", cell.shown())),
    }
}

/// How many.
///
/// # Errors
/// `not_a_number`; those of [`Cell::reckoned`].
pub fn quantity(cell: &Cell) -> Result<Quantity> {
    match cell {
        Cell::Text(text) => Quantity::parse_typed(text),
        _ => Quantity::from_value(four_decimals(cell, 1)?).ok_or_else(|| not_a_number(cell)),
    }
}

/// Kroner for one, under a heading that counts in so many.
///
/// # Errors
/// `not_a_number`; those of [`Cell::reckoned`].
pub fn rate(cell: &Cell, unit: u32) -> Result<Rate> {
    match cell {
        Cell::Text(text) => {
            let rate = Rate::parse_typed(text)?;
            rate.value().checked_mul(Decimal::from(unit)).and_then(Rate::from_value).ok_or_else(|| not_a_number(cell))
        }
        _ => Rate::from_value(four_decimals(cell, unit)?).ok_or_else(|| not_a_number(cell)),
    }
}

fn not_a_number(cell: &Cell) -> Error {
    Error::new(ErrorCode::NotANumber).with("found", cell.shown())
}

/// A number with the four decimals that are kept, what a computer's reckoning is off by rounded away.
fn four_decimals(cell: &Cell, unit: u32) -> Result<Decimal> {
    cell.reckoned()?;
    let Cell::Number(number) = cell else { return Err(not_a_number(cell)) };
    let value = number.parse::<Decimal>().ok().and_then(|value| value.checked_mul(Decimal::from(unit)));
    let value = value.filter(|value| value.abs() <= Decimal::from(1_000_000_000_i64)).ok_or_else(|| not_a_number(cell))?;
    let rounded = value.round_dp(4);
    if (value - rounded).abs() < Decimal::new(1, 9) { Ok(rounded) } else { Err(not_a_number(cell)) }
}

/// Who pays, by code, word or another name; none where a text says nothing of it.
pub fn source(text: &str) -> Option<Source> {
    let others: [(&str, Source); 16] = [
        ("tilskud", Source::Grant),
        ("pulje", Source::Grant),
        ("satspulje", Source::Grant),
        ("egenfinansiering", Source::Own),
        ("egen finansiering", Source::Own),
        ("egetbidrag", Source::Own),
        ("eget bidrag", Source::Own),
        ("egne midler", Source::Own),
        ("kommunen", Source::Own),
        ("kommunal", Source::Own),
        ("kommunens", Source::Own),
        ("own", Source::Own),
        ("partner", Source::Partner),
        ("partnere", Source::Partner),
        ("fond", Source::OtherFund),
        ("deltagerbetaling", Source::UserPayment),
    ];
    let said = words(text).join(" ");
    let begins = |name: &str| {
        let name = words(name).join(" ");
        said == name || said.strip_prefix(&name).is_some_and(|rest| rest.starts_with(' '))
    };
    let own_form = own_form(text).map(|_| Source::Own);
    let is =
        |source: &&Source| [source.word(Language::Da), source.word(Language::En), source.code()].iter().any(|name| begins(name));
    let named = Source::ALL.iter().find(is).copied();
    named.or_else(|| others.iter().find(|(name, _)| begins(name)).map(|(_, source)| *source)).or(own_form)
}

/// Where own money comes from, by code or word.
pub fn own_form(text: &str) -> Option<OwnForm> {
    let said = words(text);
    let is =
        |form: &&OwnForm| [form.word(Language::Da), form.word(Language::En), form.code()].iter().any(|name| words(name) == said);
    OwnForm::ALL.iter().find(is).copied()
}
