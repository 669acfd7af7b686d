//! What is put to the committees, and what they decide.

pub mod forms;
mod paper;
mod points;
pub mod prose;
mod records;

pub use paper::{AppendixKind, AppendixPool, CaseAppendix, CaseText, PaperCopy, PaperForm, PaperFormPart, PartContent};
pub use points::{Asks, in_order, numbered, point_label, pool_remarks, recommendation};
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

/// The day a case was there to be read: that of the recommendation, else of its first reading; none where neither is known.
pub fn ready_on(case: &CommitteeCase, readings: &[CaseReading]) -> Option<NaiveDate> {
    case.recommended_on.or_else(|| readings.iter().min_by_key(|reading| reading.position)?.meeting_date)
}

/// The day a case counts from: the day it was there to be read, else the first day of the year its number says it was opened in; none
/// where none is known.
pub fn known_from(case: &CommitteeCase, readings: &[CaseReading]) -> Option<NaiveDate> {
    ready_on(case, readings).or_else(|| opened(&case.case_number))
}

/// The first day of the year a number begins with: `2010-64649` was not there before 2010.
fn opened(case_number: &str) -> Option<NaiveDate> {
    let (year, rest) = case_number.trim().split_once(['-', '/', '.'])?;
    let is_year =
        year.len() == 4 && (year.starts_with("19") || year.starts_with("20")) && rest.starts_with(|c: char| c.is_ascii_digit());
    NaiveDate::from_ymd_opt(year.parse().ok().filter(|_| is_year)?, 1, 1)
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
    fn a_number_says_the_year_a_case_was_opened_in_and_no_more() {
        let year = |number: &str| opened(number).map(|day| day.to_string());
        assert_eq!(year("2010-64649").as_deref(), Some("2010-01-01"));
        assert_eq!(year("2009/12453").as_deref(), Some("2009-01-01"));
        for number in ["", "64649", "20-64649", "3010-64649", "EMN-2019-00123", "2010-", "201012"] {
            assert_eq!(year(number), None, "{number}");
        }
    }

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
