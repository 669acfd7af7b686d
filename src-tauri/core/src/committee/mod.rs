//! What is put to the committees, and what they decide.

pub mod forms;
mod paper;
mod points;
pub mod prose;
mod records;

pub use paper::{AppendixKind, AppendixPool, CaseAppendix, CaseText, PaperCopy, PaperForm, PaperFormPart, PartContent};
pub use points::{in_order, point_label, recommendation};
pub use records::{CasePoint, CaseReading, CommitteeCase, Discrepancy, FollowUp, PointDecision, PointSubject};

use chrono::NaiveDate;

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

/// The day a case counts from: that of the recommendation, else of its first reading; none where neither is known.
pub fn known_from(case: &CommitteeCase, readings: &[CaseReading]) -> Option<NaiveDate> {
    case.recommended_on.or_else(|| readings.iter().min_by_key(|reading| reading.position)?.meeting_date)
}

/// Which of several decisions on the same point counts, of decisions in the order they were taken: the newest that does something,
/// for a committee that only takes note leaves what another decided. None where there are none.
pub fn counting(outcomes: &[Outcome]) -> Option<usize> {
    let decides = |outcome: &Outcome| outcome.effect() != Effect::SaysNothing;
    outcomes.iter().rposition(decides).or_else(|| outcomes.len().checked_sub(1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_committee_that_takes_note_leaves_what_another_decided() {
        use Outcome::{Approved, Discussed, Noted, Postponed, RecommendedCouncil};
        assert_eq!(counting(&[]), None);
        assert_eq!(counting(&[Noted, Discussed]), Some(1));
        assert_eq!(counting(&[Approved, Noted]), Some(0));
        assert_eq!(counting(&[Postponed, Approved]), Some(1));
        assert_eq!(counting(&[RecommendedCouncil, Noted, Approved]), Some(2));
    }
}
