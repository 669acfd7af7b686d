//! What the rules come to in kroner.

use crate::budgets::terms::value::{months, result_parts};
use crate::budgets::{Rule, RuleKind, rule, split};
use crate::money::Money;
use chrono::{Months, NaiveDate};

/// Which audit a grant needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Audit {
    /// The municipality's chosen auditor's.
    Chosen,
    /// A registered or state-authorised auditor's.
    Registered,
    /// That, with a performance audit.
    Performance,
}

/// The audit a grant needs and the rule that says so; none where no rule does. A grant of exactly a limit is not above it.
pub fn audit(rules: &[Rule], grant: Money) -> Option<(Audit, &Rule)> {
    let limit = |kind| rule(rules, kind).and_then(|rule| Some((rule, rule.amount?)));
    let (registered, performance) = (limit(RuleKind::AuditRegistered), limit(RuleKind::AuditPerformance));
    if let Some((rule, _)) = performance.filter(|(_, limit)| grant > *limit) {
        return Some((Audit::Performance, rule));
    }
    let (rule, limit) = registered.or(performance)?;
    Some((if registered.is_some() && grant > limit { Audit::Registered } else { Audit::Chosen }, rule))
}

/// What a municipality must pay the state of a grant: rounded half away from zero to the øre; nothing where no rule says so.
pub fn levy(rules: &[Rule], grant: Money) -> Money {
    share_of(rules, RuleKind::Levy, grant)
}

/// What the funder keeps back of a grant until the account is approved: rounded half away from zero to the øre.
pub fn withheld(rules: &[Rule], grant: Money) -> Money {
    share_of(rules, RuleKind::Withheld, grant)
}

fn share_of(rules: &[Rule], kind: RuleKind, grant: Money) -> Money {
    let share = rule(rules, kind).and_then(|rule| rule.share);
    share.and_then(|share| grant.times(share.value())).unwrap_or(Money::ZERO)
}

/// Whether so little is left of a grant that it is not repaid: up to and with the funder's limit.
pub fn too_little_to_repay(rules: &[Rule], amount: Money) -> bool {
    let floor = rule(rules, RuleKind::RepaymentFloor).and_then(|rule| rule.amount);
    amount > Money::ZERO && floor.is_some_and(|floor| amount <= floor)
}

/// The parts a grant is paid in on results; they add up to it by largest remainder. Empty where it is paid otherwise.
pub fn payment_parts(rules: &[Rule], grant: Money) -> Vec<Money> {
    let parts = rule(rules, RuleKind::Payment).and_then(|rule| result_parts(&rule.choice));
    let weights: Vec<i64> = parts.unwrap_or_default().into_iter().map(i64::from).collect();
    split(grant, &weights)
}

/// When the final account is due after the last day of the project; none where no rule says so.
pub fn final_account_due(rules: &[Rule], last_day: NaiveDate) -> Option<NaiveDate> {
    let after = rule(rules, RuleKind::FinalAccount).and_then(|rule| months(&rule.choice))?;
    last_day.checked_add_months(Months::new(after))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::budgets::preset;

    fn oere(oere: i64) -> Money {
        Money::from_oere(oere)
    }

    fn rules(key: &str) -> &'static [Rule] {
        preset(key).map(|preset| preset.rules.as_slice()).unwrap()
    }

    #[test]
    fn over_a_limit_is_more_than_the_limit() {
        let socialstyrelsen = rules("socialstyrelsen");
        for (grant, needs) in [
            (0, Audit::Chosen),
            (9_999_999, Audit::Chosen),
            (10_000_000, Audit::Chosen),
            (10_000_001, Audit::Registered),
            (49_999_999, Audit::Registered),
            (50_000_000, Audit::Registered),
            (50_000_001, Audit::Performance),
        ] {
            assert_eq!(audit(socialstyrelsen, oere(grant)).map(|(audit, _)| audit), Some(needs), "{grant}");
        }
        assert!(audit(rules("star"), oere(50_000_001)).is_none());
    }

    #[test]
    fn five_hundred_kroner_are_not_repaid() {
        let socialstyrelsen = rules("socialstyrelsen");
        for (amount, little) in [(0, false), (49_999, true), (50_000, true), (50_001, false), (-1, false)] {
            assert_eq!(too_little_to_repay(socialstyrelsen, oere(amount)), little, "{amount}");
        }
        assert!(!too_little_to_repay(rules("star"), oere(1)));
    }

    #[test]
    fn shares_of_a_grant_are_rounded_once() {
        let private = rules("private_fund");
        assert_eq!(levy(private, oere(100_000_000)), oere(17_500_000));
        // 17,5 per cent of 2 øre is 0,35; of 3 it is 0,525; of 20 it is 3,5.
        assert_eq!([2, 3, 20, -20].map(|grant| levy(private, oere(grant)).oere()), [0, 1, 4, -4]);
        assert_eq!(levy(rules("star"), oere(100_000_000)), Money::ZERO);
        let fund = rules("forebyggelsesfonden");
        assert_eq!(withheld(fund, oere(233_600_000)), oere(35_040_000));
        // 15 per cent of 3 øre is 0,45; of 10 it is 1,5.
        assert_eq!([3, 10].map(|grant| withheld(fund, oere(grant)).oere()), [0, 2]);
        assert_eq!(withheld(private, oere(233_600_000)), Money::ZERO);
    }

    #[test]
    fn payments_on_results_add_up() {
        let parts = payment_parts(rules("flere_skal_med_2"), oere(1_000_001));
        assert_eq!(parts, [oere(500_001), oere(400_000), oere(100_000)]);
        assert!(payment_parts(rules("forebyggelsesfonden"), oere(1_000_001)).is_empty());
    }

    #[test]
    fn the_final_account_is_due_months_after_the_last_day() {
        let day = |text: &str| crate::calendar::parse_iso(text).unwrap();
        let due = |key, last| final_account_due(rules(key), day(last));
        assert_eq!(due("sundhedsstyrelsen", "2019-11-30"), Some(day("2020-02-29")));
        assert_eq!(due("star", "2019-11-30"), None);
    }
}
