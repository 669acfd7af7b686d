//! The rules that days follow from: which hold, and where each was set.

use crate::budgets::terms::preset_date_rules;
use crate::budgets::terms::resolve::{Layers, own_rule};
use crate::budgets::terms::value::months;
use crate::budgets::{Rule, RuleKind, RuleOrigin, Terms};
use crate::calendar::DayUnit;
use crate::deadlines::{DateBasis, DateRule, DeadlineKind, Series, When};
use crate::views::{DateRuleView, Text};
use crate::words::say::{Value, sentence};

/// The key of the day that follows from the rule on the final account.
const FINAL_ACCOUNT: &str = "final_account";

impl Layers<'_> {
    /// The rules that days follow from, in the order of their kinds: of those with one key the nearest, whether it holds or is put out
    /// of force.
    pub(super) fn date_rules(&self) -> Vec<DateRuleView> {
        let mut found: Vec<DateRuleView> = Vec::new();
        for (origin, layer) in self.layers() {
            for row in layer.date_rules {
                if found.iter().all(|known| known.key != row.key) {
                    let own = (origin == self.of).then(|| row.clone());
                    found.push(set_rule(origin, layer.terms, row, own));
                }
            }
        }
        for rule in self.preset().map(preset_date_rules).unwrap_or_default() {
            if found.iter().all(|known| known.key != rule.key) {
                found.push(rule.clone());
            }
        }
        found.sort_by(|a, b| (a.kind, &a.key).cmp(&(b.kind, &b.key)));
        found
    }

    /// The rules that give days: those that hold, and the one on the final account, as a day of kind account, unless a final report is
    /// due by the same rule: then the account comes with it.
    pub fn day_rules(&self) -> Vec<DateRuleView> {
        let mut rules: Vec<DateRuleView> = self.date_rules().into_iter().filter(|rule| rule.applies).collect();
        if let Some(account) = self.rule(RuleKind::FinalAccount).and_then(|rule| account_rule(&rule)) {
            let same = |rule: &DateRuleView| {
                matches!(rule.kind, DeadlineKind::FinalReport | DeadlineKind::Account)
                    && (rule.basis, rule.amount, rule.unit, rule.series)
                        == (account.basis, account.amount, account.unit, account.series)
            };
            if !rules.iter().any(same) {
                rules.push(account);
            }
        }
        rules
    }
}

/// A rule a person set: it stands in the pool's own instrument, at the place or for the reason given.
fn set_rule(origin: RuleOrigin, terms: &Terms, row: &DateRule, own: Option<DateRule>) -> DateRuleView {
    let when =
        When { basis: row.basis, amount: row.amount, unit: row.unit, series: row.series, every: row.every, days: &row.days };
    let off = || sentence("rule_text.off", &[("reason", Value::Name(&row.reason))]).unwrap_or_default();
    let source = if terms.title.is_empty() { row.reason.clone() } else { format!("{}: {}", terms.title, row.reason) };
    DateRuleView {
        key: row.key.clone(),
        kind: row.kind,
        title: row.title.clone(),
        basis: row.basis,
        amount: row.amount,
        unit: row.unit,
        series: row.series,
        every: row.every,
        days: row.days.clone(),
        applies: row.applies,
        text: if row.applies { when.text() } else { off() },
        origin,
        source: Text::new(source.clone(), source),
        url: terms.url.clone(),
        row: own,
    }
}

/// The rule on the final account as one that a day follows from.
fn account_rule(rule: &Rule) -> Option<DateRuleView> {
    let amount = i32::try_from(months(&rule.choice)?).ok()?;
    let (basis, unit, series) = (DateBasis::PeriodEnd, DayUnit::Months, Series::Once);
    let source = &rule.source;
    let named = [source.title.as_str(), source.place.as_str()].into_iter().filter(|part| !part.is_empty());
    let named = named.collect::<Vec<_>>().join(", ");
    Some(DateRuleView {
        key: FINAL_ACCOUNT.to_owned(),
        kind: DeadlineKind::Account,
        title: String::new(),
        basis,
        amount,
        unit,
        series,
        every: 0,
        days: String::new(),
        applies: true,
        text: When { basis, amount, unit, series, every: 0, days: "" }.text(),
        origin: rule.origin,
        source: sentence("date_rule.final_account", &[("source", Value::Name(&named))]).unwrap_or_default(),
        url: source.url.clone(),
        row: None,
    })
}

impl Layers<'_> {
    /// The rule of a kind that holds; none where it is put out of force.
    fn rule(&self, kind: RuleKind) -> Option<Rule> {
        match self.set(kind) {
            Some((_, _, row)) if !row.applies => None,
            Some((origin, terms, row)) => Some(own_rule(origin, terms, row)),
            None => self.preset()?.rules.iter().find(|rule| rule.kind == kind).cloned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::budgets::{TermsLayer, TermsRule, presets};

    fn terms(preset: &str) -> Terms {
        Terms {
            id: 1,
            version: 1,
            municipality_id: 1,
            pool_id: Some(7),
            application_id: None,
            preset: preset.to_owned(),
            title: String::new(),
            url: String::new(),
            dated_on: None,
            document_id: None,
            note: String::new(),
        }
    }

    fn days_of(preset: &str, rules: &[TermsRule]) -> Vec<(String, DeadlineKind, i32)> {
        let terms = terms(preset);
        let here = Some(TermsLayer { terms: &terms, rules, date_rules: &[] });
        let layers = Layers { here, inherited: None, of: RuleOrigin::Pool };
        layers.day_rules().into_iter().map(|rule| (rule.key, rule.kind, rule.amount)).collect()
    }

    fn account_after(months: &str, applies: bool) -> TermsRule {
        TermsRule {
            id: 1,
            version: 1,
            terms_id: 1,
            rule: RuleKind::FinalAccount,
            applies,
            share: None,
            amount: None,
            choice: months.to_owned(),
            reason: "§ 4".to_owned(),
        }
    }

    #[test]
    fn every_built_in_rule_says_where_it_stands() {
        let mut count = 0;
        for rule in presets().iter().flat_map(preset_date_rules) {
            assert!(rule.url.starts_with("http") && !rule.source.da.is_empty() && !rule.source.en.is_empty(), "{rule:?}");
            assert!(!rule.text.da.contains('{') && rule.text.da.len() > 6, "{rule:?}");
            count += 1;
        }
        assert_eq!(count, 8);
    }

    #[test]
    fn the_same_day_is_not_stated_twice() {
        let report = ("final_report".to_owned(), DeadlineKind::FinalReport, 3);
        let account = |months| ("final_account".to_owned(), DeadlineKind::Account, months);
        // The final account comes with the final report.
        assert_eq!(days_of("sundhedsstyrelsen", &[]), std::slice::from_ref(&report));
        // Where it is due on another day it has its own.
        assert_eq!(days_of("sundhedsstyrelsen", &[account_after("4", true)]), [report.clone(), account(4)]);
        assert_eq!(days_of("sundhedsstyrelsen", &[account_after("4", false)]), [report]);
        assert_eq!(days_of("", &[account_after("2", true)]), [account(2)]);
        assert_eq!(days_of("", &[]), []);
    }
}
