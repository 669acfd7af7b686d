//! Which rules hold: an application's own go before its pool's, and those before the preset's.

use crate::budgets::terms::value::result_parts;
use crate::budgets::terms::{categories, terms};
use crate::budgets::{Preset, Rule, RuleKind, RuleOrigin, RuleSource, RuleValue, Terms, TermsRule, preset, presets};
use crate::deadlines::DateRule;
use crate::scaled::Share;
use crate::views::{RuleView, TermsView, Text};
use crate::words::say::{Value, sentence};

/// What was saved for a pool or an application.
#[derive(Clone, Copy, Debug)]
pub struct TermsLayer<'a> {
    /// The preset and the instrument.
    pub terms: &'a Terms,
    /// The rules.
    pub rules: &'a [TermsRule],
    /// The rules that days follow from.
    pub date_rules: &'a [DateRule],
}

/// What was saved for what is looked at, and what it has from its pool.
#[derive(Clone, Copy, Debug)]
pub struct Layers<'a> {
    /// What was saved for what is looked at, a pool or an application as `of` says.
    pub here: Option<TermsLayer<'a>>,
    /// What an application has from its pool.
    pub inherited: Option<TermsLayer<'a>>,
    /// Whether a pool or an application is looked at.
    pub of: RuleOrigin,
}

impl<'a> Layers<'a> {
    /// The nearest first.
    pub(super) fn layers(&self) -> impl Iterator<Item = (RuleOrigin, TermsLayer<'a>)> {
        let own = self.of;
        self.here.map(|layer| (own, layer)).into_iter().chain(self.inherited.map(|layer| (RuleOrigin::Pool, layer)))
    }

    /// The preset that holds: the nearest chosen.
    pub(super) fn preset(&self) -> Option<&'static Preset> {
        self.layers().find_map(|(_, layer)| preset(&layer.terms.preset))
    }

    /// The nearest rule of a kind that was set, or put out of force.
    pub(super) fn set(&self, kind: RuleKind) -> Option<(RuleOrigin, &'a Terms, &'a TermsRule)> {
        self.layers().find_map(|(origin, layer)| {
            let row = layer.rules.iter().find(|row| row.rule == kind)?;
            Some((origin, layer.terms, row))
        })
    }
}

/// The rules that hold. `funder` is the funder's name.
pub fn terms_view(layers: &Layers<'_>, funder: &str) -> TermsView {
    let Layers { here, inherited, .. } = layers;
    let chosen = layers.preset();
    let rules = RuleKind::ALL.iter().filter_map(|kind| {
        let set = layers.set(*kind);
        let row = here.and_then(|layer| layer.rules.iter().find(|row| row.rule == *kind)).cloned();
        match set {
            Some((origin, _, off)) if !off.applies => {
                Some(RuleView { kind: *kind, rule: None, text: out_of_force(&off.reason), origin, row })
            }
            Some((origin, terms, set)) => {
                let rule = own_rule(origin, terms, set);
                Some(RuleView { kind: *kind, text: rule_text(&rule), rule: Some(rule), origin, row })
            }
            None => {
                let rule = chosen?.rules.iter().find(|rule| rule.kind == *kind)?.clone();
                Some(RuleView { kind: *kind, text: rule_text(&rule), rule: Some(rule), origin: RuleOrigin::Preset, row })
            }
        }
    });
    TermsView {
        date_rules: layers.date_rules(),
        rules: rules.collect(),
        terms: here.map(|layer| layer.terms.clone()),
        inherited: inherited.map(|layer| layer.terms.clone()),
        preset: chosen.map(|preset| preset.key.clone()),
        suggested: suggested_preset(funder).map(str::to_owned),
        presets: presets().to_vec(),
    }
}

/// A rule a person set: it stands in the pool's own instrument, at the place or for the reason given.
pub(super) fn own_rule(origin: RuleOrigin, terms: &Terms, set: &TermsRule) -> Rule {
    let value = set.rule.value();
    Rule {
        kind: set.rule,
        share: set.share.filter(|_| value == RuleValue::Share),
        amount: set.amount.filter(|_| value == RuleValue::Amount),
        choice: if value == RuleValue::Choice { set.choice.clone() } else { String::new() },
        origin,
        source: RuleSource {
            title: terms.title.clone(),
            url: terms.url.clone(),
            on: terms.dated_on,
            document_id: terms.document_id,
            place: set.reason.clone(),
            note: Text::default(),
        },
    }
}

fn out_of_force(reason: &str) -> Text {
    sentence("rule_text.off", &[("reason", Value::Name(reason))]).unwrap_or_default()
}

/// A rule in words: »Mindst 25 pct. af de samlede udgifter«.
fn rule_text(rule: &Rule) -> Text {
    let key = format!("rule_text.{}", rule.kind.code());
    let values = [
        ("share", rule.share.map(|share| Value::Share(share, None))),
        ("amount", rule.amount.map(Value::Money)),
        ("choice", Some(Value::Name(rule.choice.trim_start_matches("results:")))),
        ("list", list_name(rule).map(Value::Text)),
    ];
    let values: Vec<(&str, Value<'_>)> = values.into_iter().filter_map(|(name, value)| Some((name, value?))).collect();
    let variant = match rule.kind.value() {
        RuleValue::Share if rule.share == Some(Share::default()) => "none",
        RuleValue::Choice if result_parts(&rule.choice).is_some() => "results",
        RuleValue::Choice => &rule.choice,
        RuleValue::Share | RuleValue::Amount => "",
    };
    sentence(&format!("{key}.{variant}"), &values).or_else(|| sentence(&key, &values)).unwrap_or_default()
}

/// What a list of cost categories is called: as the preset of the same key, else the municipality's own.
fn list_name(rule: &Rule) -> Option<Text> {
    (rule.kind == RuleKind::Categories && !categories(&rule.choice).is_empty()).then(|| {
        let named = preset(&rule.choice).map(|preset| preset.name.clone());
        named.or_else(|| sentence("rule_text.own_list", &[])).unwrap_or_default()
    })
}

/// The key of the preset that fits a funder's name; none where none does.
pub fn suggested_preset(funder: &str) -> Option<&'static str> {
    let name = funder.to_lowercase();
    let words: Vec<&str> = name.split(|c: char| !c.is_alphanumeric() && c != '-').filter(|word| !word.is_empty()).collect();
    let spoken = format!(" {} ", words.join(" "));
    let has = |pattern: &String| match pattern.strip_prefix('*') {
        Some(end) => words.iter().any(|word| word.ends_with(end)),
        None => spoken.contains(&format!(" {pattern} ")),
    };
    let names = terms().names.iter().position(|names| names.any.iter().any(has) && !names.none.iter().any(has))?;
    presets().get(names).map(|preset| preset.key.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::money::Money;

    fn terms_of(preset: &str, pool: bool) -> Terms {
        Terms {
            id: 1,
            version: 1,
            municipality_id: 1,
            pool_id: pool.then_some(7),
            application_id: (!pool).then_some(9),
            preset: preset.to_owned(),
            title: if pool { "Bekendtgørelse nr. 1".to_owned() } else { "Tilsagnsbrev".to_owned() },
            url: "https://example.org".to_owned(),
            dated_on: crate::calendar::parse_iso("2019-02-01"),
            document_id: Some(3),
            note: String::new(),
        }
    }

    fn set(kind: RuleKind, amount: i64, applies: bool) -> TermsRule {
        TermsRule {
            id: 1,
            version: 1,
            terms_id: 1,
            rule: kind,
            applies,
            share: None,
            amount: Some(Money::from_oere(amount)),
            choice: String::new(),
            reason: "§ 4".to_owned(),
        }
    }

    fn found(view: &TermsView, kind: RuleKind) -> &RuleView {
        view.rules.iter().find(|rule| rule.kind == kind).unwrap()
    }

    #[test]
    fn the_application_goes_before_the_pool_and_the_pool_before_the_preset() {
        let (pool, application) = (terms_of("socialstyrelsen", true), terms_of("", false));
        let pool_rules = [set(RuleKind::ChangeAmount, 5_000_000, true), set(RuleKind::RepaymentFloor, 0, false)];
        let own_rules = [set(RuleKind::ChangeAmount, 2_000_000, true)];
        let pool = TermsLayer { terms: &pool, rules: &pool_rules, date_rules: &[] };
        let here = TermsLayer { terms: &application, rules: &own_rules, date_rules: &[] };
        let layers = Layers { here: Some(here), inherited: Some(pool), of: RuleOrigin::Application };
        let view = terms_view(&layers, "Socialstyrelsen");
        assert_eq!((view.preset.as_deref(), view.suggested.as_deref()), (Some("socialstyrelsen"), Some("socialstyrelsen")));

        let changed = found(&view, RuleKind::ChangeAmount);
        assert_eq!((changed.origin, changed.row.is_some()), (RuleOrigin::Application, true));
        assert_eq!(changed.text.da, "En ændring på over 20.000 kr. skal godkendes først");
        let source = &changed.rule.as_ref().unwrap().source;
        assert_eq!((source.title.as_str(), source.place.as_str(), source.document_id), ("Tilsagnsbrev", "§ 4", Some(3)));

        let off = found(&view, RuleKind::RepaymentFloor);
        assert_eq!((off.origin, off.rule.is_none(), off.row.is_none()), (RuleOrigin::Pool, true, true));
        assert_eq!(off.text.da, "Gælder ikke her: § 4");

        let preset = found(&view, RuleKind::AuditRegistered);
        assert_eq!(preset.origin, RuleOrigin::Preset);
        assert!(preset.rule.as_ref().unwrap().source.url.contains("/afrapportering/revision"));
        assert!(view.rules.iter().all(|rule| rule.kind != RuleKind::Rounding));

        let of_pool = terms_view(&Layers { here: Some(pool), inherited: None, of: RuleOrigin::Pool }, "");
        assert_eq!(found(&of_pool, RuleKind::ChangeAmount).rule.as_ref().unwrap().amount, Some(Money::from_oere(5_000_000)));
        assert!(found(&of_pool, RuleKind::RepaymentFloor).row.is_some());
    }

    #[test]
    fn every_rule_has_a_sentence_with_its_figures() {
        for preset in presets() {
            for rule in &preset.rules {
                let text = rule_text(rule);
                for sentence in [&text.da, &text.en] {
                    assert!(!sentence.is_empty() && !sentence.contains('{'), "{} {:?}: {sentence}", preset.key, rule.kind);
                }
            }
        }
        let source = RuleSource::default();
        for kind in RuleKind::ALL {
            let choices: &[&str] = match kind.value() {
                RuleValue::Choice => &[
                    "cash",
                    "own",
                    "own_cash",
                    "no",
                    "excl",
                    "incl",
                    "borne",
                    "municipality",
                    "star",
                    "quarterly_advance",
                    "arrears",
                    "results:50/50",
                    "yes",
                    "quarter",
                    "month",
                    "none",
                    "letter",
                    "free",
                    "approval",
                    "2",
                ],
                RuleValue::Share | RuleValue::Amount => &[""],
            };
            for choice in choices.iter().filter(|choice| kind.can_be(choice)) {
                let rule = Rule {
                    kind: *kind,
                    share: Some(Share::from_scaled(125_000)),
                    amount: Some(Money::from_oere(12_345_678)),
                    choice: (*choice).to_owned(),
                    origin: RuleOrigin::Pool,
                    source: source.clone(),
                };
                let text = rule_text(&rule);
                for (sentence, figures) in [(&text.da, ["12,5", "123.456,78 kr."]), (&text.en, ["12.5", "DKK 123,456.78"])] {
                    assert!(!sentence.is_empty() && !sentence.contains('{'), "{kind:?} {choice}: {sentence}");
                    match kind.value() {
                        RuleValue::Share => assert!(sentence.contains(figures[0]), "{sentence}"),
                        RuleValue::Amount => assert!(sentence.contains(figures[1]), "{sentence}"),
                        RuleValue::Choice => {}
                    }
                }
            }
        }
    }

    #[test]
    fn a_funder_is_known_by_its_name() {
        for (funder, key) in [
            ("Socialstyrelsen", Some("socialstyrelsen")),
            ("Social- og Boligstyrelsen", Some("socialstyrelsen")),
            ("Styrelsen for Arbejdsmarked og Rekruttering", Some("star")),
            ("Beskæftigelsesministeriet (STAR)", Some("star")),
            ("Forebyggelsesfonden (Beskæftigelsesministeriet)", Some("forebyggelsesfonden")),
            ("Privat fond (fx A.P. Møller Fonden)", Some("private_fund")),
            ("Den A.P. Møllerske Støttefond", Some("private_fund")),
            ("Den Europæiske Socialfond", None),
            ("Start-puljen", None),
            ("Ikke oplyst", None),
            ("", None),
        ] {
            assert_eq!(suggested_preset(funder), key, "{funder}");
        }
    }
}
