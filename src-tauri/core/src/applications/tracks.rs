//! The two tracks beside the stages: political approval, and the appropriation that allows spending.

use chrono::NaiveDate;

use crate::applications::{Appropriation, AppropriationKind, Approval, Stage};
use crate::committee::Outcome;
use crate::pools::Effect;
use crate::words::coded;

coded! {
    /// How the political approval stands.
    pub enum ApprovalState("approval_state") {
        /// Nobody has said which approval is needed.
        NotSettled = "not_settled",
        /// None is needed.
        NotRequired = "not_required",
        /// It is needed and not given.
        Missing = "missing",
        /// It is on its way: put to a committee that has not decided.
        Put = "put",
        /// Given on a condition that is not answered.
        Conditional = "conditional",
        /// Given.
        Approved = "approved",
        /// Refused.
        Refused = "refused",
    }
}

impl ApprovalState {
    /// Whether an application may go on. The condition of an approval is asked after by itself.
    pub const fn allows(self) -> bool {
        matches!(self, ApprovalState::NotRequired | ApprovalState::Conditional | ApprovalState::Approved)
    }

    /// The same approval while a condition goes with it that is not answered.
    #[must_use]
    pub const fn on_condition(self) -> ApprovalState {
        match self {
            ApprovalState::Approved => ApprovalState::Conditional,
            other => other,
        }
    }
}

/// The approval on a day. `put` are the points of cases about the application or its pool known by then, oldest first, each with
/// what was decided by then. A decision of a committee counts whatever approval was asked for, unless none is.
pub fn approval_state(
    approval: Option<Approval>,
    approved_on: Option<NaiveDate>,
    put: &[Option<Outcome>],
    as_of: NaiveDate,
) -> ApprovalState {
    if approval == Some(Approval::NotRequired) {
        return ApprovalState::NotRequired;
    }
    let effect = put.iter().rev().map(|outcome| outcome.map(Outcome::effect)).find(|effect| *effect != Some(Effect::SaysNothing));
    match effect {
        Some(Some(Effect::Approves)) => ApprovalState::Approved,
        Some(Some(Effect::Refuses)) => ApprovalState::Refused,
        _ if approved_on.is_some_and(|day| day <= as_of) => ApprovalState::Approved,
        Some(_) => ApprovalState::Put,
        None if approval.is_none() => ApprovalState::NotSettled,
        None => ApprovalState::Missing,
    }
}

/// Which of the points put about an application or its pool, oldest first, holds a condition that is still to be answered. `put` says
/// of each what was decided by the day and whether a condition goes with it. Only the newest that says something counts, and none
/// once the condition is answered.
pub fn open_condition(put: &[(Option<Outcome>, bool)], answered: bool) -> Option<usize> {
    let effect = |outcome: Option<Outcome>| outcome.map(Outcome::effect);
    let newest = put.iter().rposition(|(outcome, _)| effect(*outcome) != Some(Effect::SaysNothing))?;
    let (outcome, conditional) = put[newest];
    (conditional && !answered && effect(outcome) != Some(Effect::Refuses)).then_some(newest)
}

coded! {
    /// How the appropriation stands.
    pub enum AppropriationState("appropriation_state") {
        /// Nobody has said which is needed.
        NotSettled = "not_settled",
        /// None is needed.
        NoneNeeded = "none_needed",
        /// It is needed once there is a grant.
        AwaitsGrant = "awaits_grant",
        /// It is needed and not given.
        Open = "open",
        /// Given.
        Granted = "granted",
    }
}

/// The appropriation on a day, of an application at that stage then.
pub fn appropriation_state(appropriation: Option<&Appropriation>, stage: Stage, as_of: NaiveDate) -> AppropriationState {
    match appropriation {
        None => AppropriationState::NotSettled,
        Some(it) if it.kind == AppropriationKind::NoneNeeded => AppropriationState::NoneNeeded,
        Some(it) if it.granted_on.is_some_and(|day| day <= as_of) => AppropriationState::Granted,
        Some(_) if !stage.is_granted() => AppropriationState::AwaitsGrant,
        Some(_) => AppropriationState::Open,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_newest_decision_that_says_something_counts() {
        let day: NaiveDate = "2019-03-12".parse().unwrap();
        let state = |approval, on, put: &[Option<Outcome>]| approval_state(approval, on, put, day);
        assert_eq!(state(None, None, &[]), ApprovalState::NotSettled);
        assert_eq!(state(Some(Approval::NotRequired), None, &[]), ApprovalState::NotRequired);
        assert_eq!(state(Some(Approval::Committee), None, &[]), ApprovalState::Missing);
        assert_eq!(state(Some(Approval::Committee), None, &[None]), ApprovalState::Put);
        assert_eq!(state(None, None, &[Some(Outcome::Approved), Some(Outcome::Noted)]), ApprovalState::Approved);
        assert_eq!(state(None, None, &[Some(Outcome::Approved), Some(Outcome::NotApproved)]), ApprovalState::Refused);
        assert_eq!(state(Some(Approval::Chairman), Some(day), &[]), ApprovalState::Approved);
        assert_eq!(state(Some(Approval::Chairman), day.succ_opt(), &[]), ApprovalState::Missing);
        assert_eq!(ApprovalState::Approved.on_condition(), ApprovalState::Conditional);
        assert_eq!(ApprovalState::Refused.on_condition(), ApprovalState::Refused);
        assert!(ApprovalState::Conditional.allows());
    }

    #[test]
    fn a_condition_is_open_until_it_is_answered_refused_or_replaced() {
        let conditional = (Some(Outcome::Approved), true);
        assert_eq!(open_condition(&[], false), None);
        assert_eq!(open_condition(&[(None, true)], false), Some(0), "it goes with what is only asked, too");
        assert_eq!(open_condition(&[conditional, (Some(Outcome::Noted), false)], false), Some(0));
        assert_eq!(open_condition(&[conditional], true), None);
        assert_eq!(open_condition(&[conditional, (Some(Outcome::Approved), false)], false), None);
        assert_eq!(open_condition(&[(Some(Outcome::NotApproved), true)], false), None);
    }

    #[test]
    fn an_appropriation_is_missing_only_once_there_is_a_grant() {
        let day: NaiveDate = "2019-03-12".parse().unwrap();
        let with = |kind, granted_on| Appropriation {
            id: 1,
            version: 1,
            application_id: 1,
            kind,
            committee_on: None,
            finance_committee_on: None,
            granted_on,
            case_number: String::new(),
            note: String::new(),
        };
        let open = with(AppropriationKind::Supplementary, None);
        assert_eq!(appropriation_state(None, Stage::Running, day), AppropriationState::NotSettled);
        assert_eq!(appropriation_state(Some(&open), Stage::Submitted, day), AppropriationState::AwaitsGrant);
        assert_eq!(appropriation_state(Some(&open), Stage::Granted, day), AppropriationState::Open);
        let given = with(AppropriationKind::EstimatedAccounts, Some(day));
        assert_eq!(appropriation_state(Some(&given), Stage::Running, day), AppropriationState::Granted);
        assert_eq!(appropriation_state(Some(&given), Stage::Running, day.pred_opt().unwrap()), AppropriationState::Open);
        let none = with(AppropriationKind::NoneNeeded, None);
        assert_eq!(appropriation_state(Some(&none), Stage::Idea, day), AppropriationState::NoneNeeded);
    }
}
