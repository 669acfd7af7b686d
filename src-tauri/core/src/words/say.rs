//! Sentences with figures in them, in both languages.

use chrono::NaiveDate;
use rust_decimal::{Decimal, RoundingStrategy};

use crate::calendar::{self, DayUnit, PartialDate};
use crate::money::Money;
use crate::scaled::{Quantity, Share};
use crate::views::Text;
use crate::words::{self, Language};

/// What stands in the place of a `{name}`.
#[derive(Clone, Debug)]
pub(crate) enum Value<'a> {
    /// Kroner, with the unit.
    Money(Money),
    /// Per cent with one decimal, the word for it left to the sentence; with four where one would make it look like the second.
    Share(Share, Option<Share>),
    /// A number.
    Quantity(Quantity),
    /// A number without points between thousands: a year.
    Year(i32),
    /// A day, written out: `12. marts 2019`.
    Date(NaiveDate),
    /// A date as far as it is known.
    Partial(PartialDate),
    /// So many days, or months, with the unit: `10 arbejdsdage`, `1 dag`.
    Days(i32, DayUnit),
    /// A name.
    Name(&'a str),
    /// A text of our own.
    Text(Text),
}

impl Value<'_> {
    fn in_language(&self, language: Language) -> String {
        match self {
            Value::Money(money) => match language {
                Language::Da => format!("{} kr.", money.kroner_da()),
                Language::En => format!("DKK {}", money.kroner_in(language)),
            },
            Value::Share(share, beside) => per_cent(*share, *beside, language),
            Value::Quantity(quantity) => marks(&quantity.to_string(), language),
            Value::Year(year) => year.to_string(),
            Value::Date(date) => calendar::long(*date, language),
            Value::Partial(date) => date.long(language),
            Value::Days(1 | -1, unit) => format!("1 {}", words::word("day_unit_one", unit.code(), language)),
            Value::Days(count, unit) => format!("{} {}", grouped(count.unsigned_abs(), language), unit.word(language)),
            Value::Name(name) => (*name).to_owned(),
            Value::Text(text) => text.in_language(language).to_owned(),
        }
    }
}

/// A whole number with its thousands apart: `2.741`, in English `2,741`.
fn grouped(count: u32, language: Language) -> String {
    let mark = if language == Language::Da { "." } else { "," };
    let (thousands, rest) = (count / 1000, count % 1000);
    if thousands == 0 { rest.to_string() } else { format!("{}{mark}{rest:03}", grouped(thousands, language)) }
}

fn per_cent(share: Share, beside: Option<Share>, language: Language) -> String {
    let exact = share.value() * Decimal::ONE_HUNDRED;
    let short = exact.round_dp_with_strategy(1, RoundingStrategy::MidpointAwayFromZero);
    let misleads = beside.is_some_and(|beside| beside != share && beside.value() * Decimal::ONE_HUNDRED == short);
    marks(&if misleads { exact } else { short }.normalize().to_string(), language)
}

fn marks(plain: &str, language: Language) -> String {
    match language {
        Language::Da => plain.replace('.', ","),
        Language::En => plain.to_owned(),
    }
}

/// The sentence under a key, its places filled; none where there is no such key.
pub(crate) fn sentence(key: &str, values: &[(&str, Value<'_>)]) -> Option<Text> {
    let (da, en) = words::all().get(key)?;
    Some(Text::new(filled(da, values, Language::Da), filled(en, values, Language::En)))
}

/// Fills each place once and from left to right, so that a brace in a name stays what it is.
fn filled(template: &str, values: &[(&str, Value<'_>)], language: Language) -> String {
    let mut out = String::with_capacity(template.len());
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        let found = after
            .split_once('}')
            .and_then(|(name, tail)| values.iter().find(|(known, _)| *known == name).map(|(_, value)| (value, tail)));
        match found {
            Some((value, tail)) => {
                out.push_str(&value.in_language(language));
                // »kr.« at the end of a sentence is its full stop too.
                rest = if out.ends_with('.') { tail.strip_prefix('.').unwrap_or(tail) } else { tail };
            }
            None => {
                out.push('{');
                rest = after;
            }
        }
    }
    out + rest
}

/// Two sentences, one after the other.
pub(crate) fn joined(first: Text, second: &Text) -> Text {
    let join = |a: String, b: &str| if b.is_empty() { a } else { format!("{a} {b}") };
    Text { da: join(first.da, &second.da), en: join(first.en, &second.en) }
}

/// Several texts with a mark between.
pub(crate) fn joined_by(mark: &str, texts: impl Iterator<Item = Text>) -> Text {
    texts.reduce(|all, text| Text::new(all.da + mark + &text.da, all.en + mark + &text.en)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_stand_as_a_reader_writes_them() {
        let money = Value::Money(Money::from_oere(27_420_800));
        assert_eq!(money.in_language(Language::Da), "274.208 kr.");
        assert_eq!(money.in_language(Language::En), "DKK 274,208");
        let quarter = Share::from_scaled(250_000);
        let near = Share::from_scaled(249_999);
        assert_eq!(per_cent(quarter, Some(quarter), Language::Da), "25");
        assert_eq!(per_cent(near, Some(quarter), Language::Da), "24,9999");
        assert_eq!(per_cent(near, None, Language::En), "25");
    }

    #[test]
    fn days_stand_with_their_unit() {
        let said = |count, unit| {
            (Value::Days(count, unit).in_language(Language::Da), Value::Days(count, unit).in_language(Language::En))
        };
        assert_eq!(said(10, DayUnit::WorkingDays), ("10 arbejdsdage".to_owned(), "10 working days".to_owned()));
        assert_eq!(said(-1, DayUnit::Days), ("1 dag".to_owned(), "1 day".to_owned()));
        assert_eq!(said(1_002_741, DayUnit::Days), ("1.002.741 dage".to_owned(), "1,002,741 days".to_owned()));
        for unit in DayUnit::ALL {
            assert_ne!(said(1, *unit).0, format!("1 {}", unit.code()), "{unit:?}");
        }
    }

    #[test]
    fn a_sentence_ends_once() {
        let values = [("computed", Value::Money(Money::from_oere(100)))];
        assert_eq!(filled("Højst {computed}.", &values, Language::Da), "Højst 1 kr.");
        assert_eq!(filled("At most {computed}.", &values, Language::En), "At most DKK 1.");
    }

    #[test]
    fn a_brace_in_a_name_stays() {
        let values = [("line", Value::Name("{stated} og {")), ("stated", Value::Year(2019))];
        assert_eq!(filled("»{line}«: {stated}, {unknown}", &values, Language::Da), "»{stated} og {«: 2019, {unknown}");
    }
}
