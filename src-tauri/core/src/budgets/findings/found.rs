//! A finding in the making: its figures, and the sentences that say them.

use rust_decimal::{Decimal, RoundingStrategy};

use crate::budgets::findings::input::LineFigures;
use crate::budgets::{Finding, FindingCode, FindingFacts, FindingState, Remark, Rule, RuleOrigin, Side};
use crate::money::Money;
use crate::scaled::Share;
use crate::views::Text;
use crate::words::Language;
use crate::words::say::{Value, joined, sentence};

/// A finding whose sentences are still to be said.
pub(super) struct Found<'a> {
    code: FindingCode,
    state: FindingState,
    rule: Option<&'a Rule>,
    facts: FindingFacts,
    remarks: Vec<Remark>,
    variant: &'static str,
    fix_variant: &'static str,
    values: Vec<(&'static str, Value<'static>)>,
}

impl<'a> Found<'a> {
    pub(super) fn new(code: FindingCode, state: FindingState) -> Found<'a> {
        let (facts, remarks, values) = (FindingFacts::default(), Vec::new(), Vec::new());
        Found { code, state, rule: None, facts, remarks, variant: "", fix_variant: "", values }
    }

    /// The rule it is about.
    pub(super) fn by(self, rule: &'a Rule) -> Found<'a> {
        let facts = FindingFacts {
            limit: self.facts.limit.or(rule.amount),
            limit_share: self.facts.limit_share.or(rule.share),
            ..self.facts
        };
        Found { rule: Some(rule), facts, ..self }
    }

    pub(super) fn year(mut self, year: i32) -> Found<'a> {
        self.facts.year = Some(year);
        self
    }

    pub(super) fn stated(mut self, stated: Money) -> Found<'a> {
        self.facts.stated = Some(stated);
        self
    }

    pub(super) fn computed(mut self, computed: Money) -> Found<'a> {
        self.facts.computed = Some(computed);
        self
    }

    /// By how much; the sign is left out.
    pub(super) fn difference(mut self, difference: Money) -> Found<'a> {
        self.facts.difference = Some(Money::from_oere(difference.oere().abs()));
        self
    }

    pub(super) fn limit(mut self, limit: Money) -> Found<'a> {
        self.facts.limit = Some(limit);
        self
    }

    pub(super) fn share(mut self, share: Option<Share>) -> Found<'a> {
        self.facts.share = share;
        self
    }

    /// The line it is about.
    pub(super) fn line(mut self, line: &LineFigures<'_>) -> Found<'a> {
        let name = name(line);
        self.facts.line_id = Some(line.line.id);
        self.facts.line = Some(name.da.clone());
        self.value("line", Value::Text(name))
    }

    /// The figures that are not set one by one.
    pub(super) fn facts(mut self, set: impl FnOnce(&mut FindingFacts)) -> Found<'a> {
        set(&mut self.facts);
        self
    }

    pub(super) fn remark(mut self, remark: Option<Remark>) -> Found<'a> {
        self.remarks.extend(remark);
        self
    }

    /// Another sentence of the same code.
    pub(super) fn variant(mut self, variant: &'static str) -> Found<'a> {
        self.variant = variant;
        self
    }

    /// Another way to mend it.
    pub(super) fn fix(mut self, variant: &'static str) -> Found<'a> {
        self.fix_variant = variant;
        self
    }

    /// A figure or text only the sentences have.
    pub(super) fn value(mut self, name: &'static str, value: Value<'static>) -> Found<'a> {
        self.values.push((name, value));
        self
    }

    /// Says it.
    pub(super) fn said(mut self) -> Finding {
        let facts = self.facts.clone();
        let mut values: Vec<(&str, Value<'_>)> = self.values.iter().map(|(name, value)| (*name, value.clone())).collect();
        let figures = [
            ("stated", facts.stated.map(Value::Money)),
            ("computed", facts.computed.map(Value::Money)),
            ("difference", facts.difference.map(Value::Money)),
            ("limit", facts.limit.map(Value::Money)),
            ("share", facts.share.map(|share| Value::Share(share, facts.limit_share))),
            ("limit_share", facts.limit_share.map(|share| Value::Share(share, None))),
            ("year", facts.year.map(Value::Year)),
            ("line", facts.line.as_deref().map(Value::Name)),
            ("other", facts.other.as_deref().map(Value::Name)),
            ("hours", facts.hours.map(Value::Quantity)),
            ("limit_hours", facts.limit_hours.map(Value::Quantity)),
        ];
        values.extend(figures.into_iter().filter_map(|(name, value)| Some((name, value?))));

        let (code, state) = (self.code.code(), self.state);
        let met = if state == FindingState::Met { "met" } else { "" };
        let variants = [self.variant, met];
        let mut text = first("finding", code, &variants, &values);
        for remark in &self.remarks {
            text = joined(text, &sentence(&format!("remark.{}", remark.code()), &[]).unwrap_or_default());
        }
        let fix = match state {
            FindingState::Broken | FindingState::Open => first("fix", code, &[self.fix_variant], &values),
            FindingState::Note | FindingState::Met => Text::default(),
        };
        if self.rule.is_some_and(|rule| rule.origin == RuleOrigin::Preset) {
            self.remarks.push(Remark::FromPreset);
        }
        Finding {
            code: self.code,
            state,
            rule: self.rule.map(|rule| rule.kind),
            facts: self.facts,
            remarks: self.remarks,
            text,
            fix,
            source: self.rule.map(|rule| rule.source.clone()),
        }
    }
}

/// The sentence of a variant there is one for, else the code's own; nothing where it has none.
fn first(group: &str, code: &str, variants: &[&str], values: &[(&str, Value<'_>)]) -> Text {
    let named = variants.iter().filter(|variant| !variant.is_empty()).map(|variant| format!("{group}.{code}.{variant}"));
    named.chain([format!("{group}.{code}")]).find_map(|key| sentence(&key, values)).unwrap_or_default()
}

/// What a line is called: its text, else who pays or where it comes from, else its number.
fn name(line: &LineFigures<'_>) -> Text {
    let line = line.line;
    let plain = |text: &str| Text::new(text, text);
    match (line.text.trim(), line.origin.trim(), line.source) {
        ("", "", Some(source)) => Text::new(source.word(Language::Da), source.word(Language::En)),
        ("", "", None) => plain(&format!("{} {}", Side::Cost.word(Language::Da), line.number)),
        ("", origin, _) => plain(origin),
        (text, ..) => plain(text),
    }
}

/// A part of a whole, to six decimals; none where the whole is nothing or less, or the share too large to hold.
pub(super) fn ratio(part: Money, whole: Money) -> Option<Share> {
    if whole <= Money::ZERO {
        return None;
    }
    let share = part.kroner().checked_div(whole.kroner())?;
    Share::from_value(share.round_dp_with_strategy(Share::SCALE, RoundingStrategy::ToZero))
}

/// A share of an amount, rounded up to the øre: the least that is enough.
pub(super) fn at_least(share: Share, of: Money) -> Option<Money> {
    rounded(share.value().checked_mul(of.kroner())?, RoundingStrategy::ToPositiveInfinity)
}

/// A share of an amount, rounded down to the øre: the most that is not too much.
pub(super) fn at_most(share: Share, of: Money) -> Option<Money> {
    rounded(share.value().checked_mul(of.kroner())?, RoundingStrategy::ToNegativeInfinity)
}

/// The largest whole of which an amount is at least a share, in whole øre; none where the share is nothing.
pub(super) fn largest_whole(part: Money, share: Share) -> Option<Money> {
    rounded(part.kroner().checked_div(share.value())?, RoundingStrategy::ToNegativeInfinity)
}

pub(super) fn rounded(kroner: Decimal, strategy: RoundingStrategy) -> Option<Money> {
    Money::from_kroner(kroner.round_dp_with_strategy(2, strategy))
}
