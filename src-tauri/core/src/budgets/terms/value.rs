//! What each kind of rule holds.

use crate::budgets::terms::categories;
use crate::budgets::{RuleKind, TermsRule};
use crate::error::{Error, ErrorCode, Result};
use crate::money::Money;
use crate::scaled::Share;

/// What a rule needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RuleValue {
    /// A share, from nothing to all.
    Share,
    /// An amount.
    Amount,
    /// One of its choices.
    Choice,
}

impl RuleKind {
    /// What a rule of this kind needs.
    pub const fn value(self) -> RuleValue {
        match self {
            RuleKind::CoFinancingOfTotal
            | RuleKind::CoFinancingOfGrant
            | RuleKind::Overhead
            | RuleKind::Levy
            | RuleKind::ChangeShare
            | RuleKind::Withheld => RuleValue::Share,
            RuleKind::GrantFloor
            | RuleKind::GrantCeiling
            | RuleKind::WageCapHour
            | RuleKind::WageCapYear
            | RuleKind::Rounding
            | RuleKind::ChangeAmount
            | RuleKind::AuditRegistered
            | RuleKind::AuditPerformance
            | RuleKind::RepaymentFloor => RuleValue::Amount,
            RuleKind::CoFinancingForm
            | RuleKind::Contingency
            | RuleKind::Vat
            | RuleKind::Categories
            | RuleKind::Payment
            | RuleKind::NetGrant
            | RuleKind::Period
            | RuleKind::Indexation
            | RuleKind::FinancingEqual
            | RuleKind::Transfer
            | RuleKind::FinalAccount => RuleValue::Choice,
        }
    }

    /// Whether a rule of this kind can have this choice.
    pub fn can_be(self, choice: &str) -> bool {
        let of = |choices: &[&str]| choices.contains(&choice);
        match self {
            RuleKind::CoFinancingForm => of(&["cash", "own", "own_cash"]),
            RuleKind::Contingency => of(&["no"]),
            RuleKind::Vat => of(&["excl", "incl", "borne"]),
            RuleKind::Categories => !categories(choice).is_empty(),
            RuleKind::Payment => of(&["quarterly_advance", "arrears"]) || result_parts(choice).is_some(),
            RuleKind::NetGrant | RuleKind::FinancingEqual => of(&["yes"]),
            RuleKind::Period => of(&["quarter", "month"]),
            RuleKind::Indexation => of(&["none", "letter"]),
            RuleKind::Transfer => of(&["free", "approval"]),
            RuleKind::FinalAccount => months(choice).is_some(),
            _ => choice.is_empty(),
        }
    }
}

/// The parts of a payment on results, in per cent: `results:50/40/10`. None where they do not make a hundred.
pub(super) fn result_parts(choice: &str) -> Option<Vec<u32>> {
    let parts: Vec<u32> = choice.strip_prefix("results:")?.split('/').map(whole).collect::<Option<_>>()?;
    (parts.iter().map(|part| u64::from(*part)).sum::<u64>() == 100 && parts.iter().all(|part| *part > 0)).then_some(parts)
}

/// Months a final account is due after, at most two years.
pub(super) fn months(choice: &str) -> Option<u32> {
    whole(choice).filter(|months| (1..=24).contains(months))
}

/// A whole number without sign: `parse` alone would take one.
fn whole(text: &str) -> Option<u32> {
    text.parse().ok().filter(|_| text.bytes().all(|b| b.is_ascii_digit()))
}

/// Whether a rule a person sets has what its kind needs, and nothing that cannot be.
///
/// # Errors
/// `field_required`, `field_invalid`, each naming `share`, `amount` or `choice`.
pub fn rule_problem(rule: &TermsRule) -> Result<()> {
    if !rule.applies {
        return Ok(());
    }
    let required = |field| Err(Error::new(ErrorCode::FieldRequired).in_field(field));
    let invalid = |field, found: String, expected: &str| {
        Err(Error::new(ErrorCode::FieldInvalid).in_field(field).with("found", found).with("expected", expected))
    };
    match rule.rule.value() {
        RuleValue::Share => match rule.share {
            None => required("share"),
            Some(share) if !possible_share(rule.rule, share) => {
                invalid("share", format!("{} pct.", share.per_cent_da()), "0–100 pct.")
            }
            Some(_) => Ok(()),
        },
        RuleValue::Amount => match rule.amount {
            None => required("amount"),
            Some(amount) if !possible_amount(rule.rule, amount) => {
                invalid("amount", format!("{} kr.", amount.kroner_da()), "1 kr.")
            }
            Some(_) => Ok(()),
        },
        RuleValue::Choice if rule.choice.is_empty() => required("choice"),
        RuleValue::Choice if !rule.rule.can_be(&rule.choice) => invalid("choice", rule.choice.clone(), rule.rule.code()),
        RuleValue::Choice => Ok(()),
    }
}

/// From nothing to all; of the grant, co-financing can be more than all.
fn possible_share(kind: RuleKind, share: Share) -> bool {
    let most = if kind == RuleKind::CoFinancingOfGrant { 100_000_000 } else { 1_000_000 };
    (0..=most).contains(&share.scaled())
}

/// Not below nothing; a step must be something.
fn possible_amount(kind: RuleKind, amount: Money) -> bool {
    let least = if kind == RuleKind::Rounding { 1 } else { 0 };
    (least..=Money::LARGEST.oere()).contains(&amount.oere())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn own(kind: RuleKind, share: Option<i64>, amount: Option<i64>, choice: &str) -> TermsRule {
        TermsRule {
            id: 0,
            version: 0,
            terms_id: 1,
            rule: kind,
            applies: true,
            share: share.map(Share::from_scaled),
            amount: amount.map(Money::from_oere),
            choice: choice.to_owned(),
            reason: "§ 4".to_owned(),
        }
    }

    #[test]
    fn a_rule_needs_what_its_kind_needs() {
        for kind in RuleKind::ALL {
            let field = match kind.value() {
                RuleValue::Share => "share",
                RuleValue::Amount => "amount",
                RuleValue::Choice => "choice",
            };
            let error = rule_problem(&own(*kind, None, None, "")).unwrap_err();
            assert_eq!((error.code, error.field.as_deref()), (ErrorCode::FieldRequired, Some(field)), "{kind:?}");
            let off = TermsRule { applies: false, ..own(*kind, None, None, "") };
            assert!(rule_problem(&off).is_ok());
        }
    }

    #[test]
    fn what_cannot_be_is_refused() {
        let bad = [
            own(RuleKind::Levy, Some(1_000_001), None, ""),
            own(RuleKind::Levy, Some(-1), None, ""),
            own(RuleKind::Rounding, None, Some(0), ""),
            own(RuleKind::GrantFloor, None, Some(-1), ""),
            own(RuleKind::Payment, None, None, "results:50/40/11"),
            own(RuleKind::Payment, None, None, "results:100/0"),
            own(RuleKind::Payment, None, None, "results:+50/50"),
            own(RuleKind::Categories, None, None, "nobody"),
            own(RuleKind::FinalAccount, None, None, "0"),
            own(RuleKind::NetGrant, None, None, "no"),
        ];
        for rule in bad {
            assert_eq!(rule_problem(&rule).map_err(|error| error.code), Err(ErrorCode::FieldInvalid), "{rule:?}");
        }
        let good = [
            own(RuleKind::Levy, Some(0), None, ""),
            own(RuleKind::CoFinancingOfGrant, Some(2_000_000), None, ""),
            own(RuleKind::Payment, None, None, "results:50/40/10"),
            own(RuleKind::Categories, None, None, "star"),
        ];
        assert!(good.iter().all(|rule| rule_problem(rule).is_ok()));
    }
}
