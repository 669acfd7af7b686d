//! What is put to the committees, and what they decide.

mod records;

pub use records::{CasePoint, CaseReading, CommitteeCase, Discrepancy, FollowUp, PointDecision, PointSubject};

use crate::pools::Effect;
use crate::words::coded;

coded! {
    /// What a case asks of a committee.
    pub enum CaseKind("case_kind") {
        /// To decide.
        Decision = "decision",
        /// To discuss.
        Discussion = "discussion",
        /// To be told.
        Information = "information",
    }
}

coded! {
    /// What a committee decided on a point.
    pub enum Outcome("outcome") {
        /// Approved.
        Approved = "approved",
        /// Approved with changes.
        ApprovedWithChanges = "approved_with_changes",
        /// Recommended to the finance committee.
        RecommendedFinanceCommittee = "recommended_finance_committee",
        /// Recommended to the council.
        RecommendedCouncil = "recommended_council",
        /// Noted.
        Noted = "noted",
        /// Discussed.
        Discussed = "discussed",
        /// Postponed.
        Postponed = "postponed",
        /// Sent back to the administration.
        SentBack = "sent_back",
        /// Not approved.
        NotApproved = "not_approved",
    }
}

impl Outcome {
    /// What it does to what was asked. A recommendation to those above leaves it open.
    pub const fn effect(self) -> Effect {
        match self {
            Outcome::Approved | Outcome::ApprovedWithChanges => Effect::Approves,
            Outcome::NotApproved => Effect::Refuses,
            Outcome::RecommendedFinanceCommittee | Outcome::RecommendedCouncil | Outcome::Postponed | Outcome::SentBack => {
                Effect::LeavesOpen
            }
            Outcome::Noted | Outcome::Discussed => Effect::SaysNothing,
        }
    }
}

/// What a point is called in its recommendation: `2` for the second, `2 a` for the first inside it. `inside` is the place among
/// those inside, from 0.
pub fn point_label(place: usize, inside: Option<usize>) -> String {
    match inside {
        None => format!("{}", place + 1),
        // After z comes aa, as in a list of Word's.
        Some(inside) => {
            let letter = char::from(b'a' + (inside % 26) as u8);
            format!("{} {}", place + 1, letter.to_string().repeat(inside / 26 + 1))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn points_are_numbered_and_lettered() {
        assert_eq!(point_label(0, None), "1");
        assert_eq!(point_label(1, Some(2)), "2 c");
        assert_eq!(point_label(1, Some(26)), "2 aa");
    }
}
