//! Where a municipality stands with a pool: assessment, recommendation, decision and final choice are four values, never one.

use crate::committee::Outcome;
use crate::words::coded;

coded! {
    /// The administration's view of a pool.
    pub enum Stance("stance") {
        /// It should be applied for.
        Apply = "apply",
        /// It should not.
        DoNotApply = "do_not_apply",
        /// The details are awaited.
        AwaitingDetails = "awaiting_details",
        /// What it pays for is done already.
        ExistingPractice = "existing_practice",
        /// Whether the municipality can apply is unclear.
        Unclear = "unclear",
    }
}

coded! {
    /// Why a pool is not applied for.
    pub enum StanceReason("stance_reason") {
        /// Too few belong to the target group.
        TargetGroupSmall = "target_group_small",
        /// It overlaps what the municipality does itself.
        OverlapsOwnEffort = "overlaps_own_effort",
        /// The co-financing cannot be carried.
        NoCoFinancing = "no_co_financing",
        /// The deadline cannot be made.
        DeadlineUnreachable = "deadline_unreachable",
        /// It cannot be embedded in operations.
        NoEmbedding = "no_embedding",
        /// Applied for elsewhere.
        AppliedElsewhere = "applied_elsewhere",
        /// The municipality is not eligible.
        NotEligible = "not_eligible",
        /// Those who got the money before are excluded.
        PastWinnersExcluded = "past_winners_excluded",
        /// Something else, said in words.
        Other = "other",
    }
}

coded! {
    /// What was chosen in the end.
    pub enum Choice("choice") {
        /// Apply.
        Apply = "apply",
        /// Do not.
        DoNotApply = "do_not_apply",
    }
}

coded! {
    /// Where a pool stands, in the one word a list has room for.
    pub enum PoolStatus("pool_status") {
        /// Nobody has looked at it.
        NotAssessed = "not_assessed",
        /// Assessed: whether the municipality can apply is unclear.
        Unclear = "unclear",
        /// Assessed: the details are awaited.
        AwaitingDetails = "awaiting_details",
        /// Assessed: done already.
        ExistingPractice = "existing_practice",
        /// Assessed: should be applied for; nothing is decided.
        ShouldApply = "should_apply",
        /// Put to a committee that has not decided.
        Recommended = "recommended",
        /// Recommended or approved on a condition that is not answered.
        ApplyIfRelevant = "apply_if_relevant",
        /// It is applied for.
        Apply = "apply",
        /// It is not.
        DoNotApply = "do_not_apply",
    }
}

/// What a committee was asked about a pool, and what it said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Put {
    /// Whether a condition goes with it.
    pub conditional: bool,
    /// What was decided; none while it is open.
    pub outcome: Option<Outcome>,
}

/// The one word for a pool, from its four values as they stand on a day. The last word is the final choice; a condition that is not
/// answered is never passed over.
pub fn pool_status(stance: Option<Stance>, put: Option<Put>, choice: Option<Choice>) -> PoolStatus {
    match choice {
        Some(Choice::Apply) => return PoolStatus::Apply,
        Some(Choice::DoNotApply) => return PoolStatus::DoNotApply,
        None => {}
    }
    if let Some(put) = put {
        match put.outcome.map(Outcome::effect) {
            Some(Effect::Approves) if put.conditional => return PoolStatus::ApplyIfRelevant,
            Some(Effect::Approves) => return PoolStatus::Apply,
            Some(Effect::Refuses) => return PoolStatus::DoNotApply,
            Some(Effect::LeavesOpen) | None if put.conditional => return PoolStatus::ApplyIfRelevant,
            Some(Effect::LeavesOpen) | None => return PoolStatus::Recommended,
            Some(Effect::SaysNothing) => {}
        }
    }
    match stance {
        None => PoolStatus::NotAssessed,
        Some(Stance::Apply) => PoolStatus::ShouldApply,
        Some(Stance::DoNotApply) => PoolStatus::DoNotApply,
        Some(Stance::AwaitingDetails) => PoolStatus::AwaitingDetails,
        Some(Stance::ExistingPractice) => PoolStatus::ExistingPractice,
        Some(Stance::Unclear) => PoolStatus::Unclear,
    }
}

/// The word for several pools together: that of the one that is furthest on. None where there are none.
pub fn furthest(statuses: impl IntoIterator<Item = PoolStatus>) -> Option<PoolStatus> {
    let rank = |status: &PoolStatus| match status {
        PoolStatus::NotAssessed => 0,
        PoolStatus::DoNotApply => 1,
        PoolStatus::ExistingPractice => 2,
        PoolStatus::Unclear => 3,
        PoolStatus::AwaitingDetails => 4,
        PoolStatus::ShouldApply => 5,
        PoolStatus::Recommended => 6,
        PoolStatus::ApplyIfRelevant => 7,
        PoolStatus::Apply => 8,
    };
    statuses.into_iter().max_by_key(rank)
}

/// What a decision does to what was asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effect {
    /// It may be done.
    Approves,
    /// It may not.
    Refuses,
    /// It is still to be decided, here or by another committee.
    LeavesOpen,
    /// It was heard, nothing more.
    SaysNothing,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn put(conditional: bool, outcome: Option<Outcome>) -> Option<Put> {
        Some(Put { conditional, outcome })
    }

    #[test]
    fn a_condition_stays_until_it_is_answered() {
        let stance = Some(Stance::AwaitingDetails);
        assert_eq!(pool_status(stance, None, None), PoolStatus::AwaitingDetails);
        assert_eq!(pool_status(stance, put(true, None), None), PoolStatus::ApplyIfRelevant);
        assert_eq!(pool_status(stance, put(true, Some(Outcome::Approved)), None), PoolStatus::ApplyIfRelevant);
        assert_eq!(pool_status(stance, put(true, Some(Outcome::Approved)), Some(Choice::Apply)), PoolStatus::Apply);
        assert_eq!(pool_status(stance, put(true, Some(Outcome::Approved)), Some(Choice::DoNotApply)), PoolStatus::DoNotApply);
    }

    #[test]
    fn what_was_decided_goes_before_what_was_thought() {
        let stance = Some(Stance::DoNotApply);
        assert_eq!(pool_status(None, None, None), PoolStatus::NotAssessed);
        assert_eq!(pool_status(stance, put(false, None), None), PoolStatus::Recommended);
        assert_eq!(pool_status(stance, put(false, Some(Outcome::Postponed)), None), PoolStatus::Recommended);
        assert_eq!(pool_status(stance, put(false, Some(Outcome::Approved)), None), PoolStatus::Apply);
        assert_eq!(pool_status(Some(Stance::Apply), put(false, Some(Outcome::NotApproved)), None), PoolStatus::DoNotApply);
        assert_eq!(pool_status(Some(Stance::Apply), put(false, Some(Outcome::Noted)), None), PoolStatus::ShouldApply);
    }

    #[test]
    fn the_pool_that_is_furthest_on_speaks_for_several() {
        use PoolStatus::*;
        let order = [
            NotAssessed,
            DoNotApply,
            ExistingPractice,
            Unclear,
            AwaitingDetails,
            ShouldApply,
            Recommended,
            ApplyIfRelevant,
            Apply,
        ];
        assert_eq!(order.len(), PoolStatus::ALL.len());
        for pair in order.windows(2) {
            assert_eq!(furthest(pair.iter().rev().copied()), Some(pair[1]));
        }
        assert_eq!(furthest([]), None);
    }
}
