//! Applications: their stages, the tracks beside them, and what belongs to them. Pure rules.

mod attention;
mod pipeline;
mod records;
mod stage;
mod tracks;

pub use attention::{ApplicationFacts, OpenCondition, PoolFacts, days, in_order, of_application, of_day, of_follow_up, of_pool};
pub use pipeline::{Answer, Counted, amount_of, answer_at, by_stage, hit_rate, hit_rates};
pub use records::*;
pub use stage::{Facts, Missing, Requirement, Stage, StageAt, missing, next_stages, stage_at};
pub use tracks::{AppropriationState, ApprovalState, appropriation_state, approval_state, open_condition};

use crate::money::Money;
use crate::words::coded;

coded! {
    /// What the municipality is in an application.
    pub enum ApplicationRole("application_role") {
        /// It applies and answers for the grant.
        Recipient = "recipient",
        /// It takes part in another's application.
        Partner = "partner",
        /// It applies together with others, each for its own share.
        CoApplicant = "co_applicant",
    }
}

coded! {
    /// Which political approval an application needs.
    pub enum Approval("approval") {
        /// None.
        NotRequired = "not_required",
        /// The administration approves.
        Administrative = "administrative",
        /// A committee approves.
        Committee = "committee",
        /// The chairman approves.
        Chairman = "chairman",
    }
}

coded! {
    /// How the permission to spend is given.
    pub enum AppropriationKind("appropriation_kind") {
        /// None is needed.
        NoneNeeded = "none_needed",
        /// With the estimated accounts of the year.
        EstimatedAccounts = "estimated_accounts",
        /// A supplementary appropriation: committee, finance committee, council.
        Supplementary = "supplementary",
    }
}

coded! {
    /// What a document is.
    pub enum DocumentKind("document_kind") {
        /// The call.
        Call = "call",
        /// The application as sent.
        Application = "application",
        /// Proof that it was sent.
        ProofOfSending = "proof_of_sending",
        /// The award letter.
        AwardLetter = "award_letter",
        /// A budget.
        Budget = "budget",
        /// A declaration of a partner or the management.
        Declaration = "declaration",
        /// An account.
        Account = "account",
        /// A report.
        Report = "report",
        /// Anything else.
        Other = "other",
    }
}

/// Our part of an amount: as recipient we answer for all but the shares partners answer for themselves; else for what is left when
/// every partner has its share. None where the amount is not known; never below zero.
pub fn our_part(role: ApplicationRole, amount: Option<Money>, partners: &[(Option<Money>, bool)]) -> Option<Money> {
    let others = partners.iter().filter(|(_, liable)| *liable || role != ApplicationRole::Recipient);
    let others: Money = others.filter_map(|(share, _)| *share).sum();
    amount.map(|amount| (amount - others).max(Money::ZERO))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_we_answer_for_counts() {
        let kr = |kroner: i64| Money::from_oere(kroner * 100);
        let partners = [(Some(kr(300)), true), (Some(kr(200)), false), (None, true)];
        assert_eq!(our_part(ApplicationRole::Recipient, Some(kr(1000)), &partners), Some(kr(700)));
        assert_eq!(our_part(ApplicationRole::CoApplicant, Some(kr(1000)), &partners), Some(kr(500)));
        assert_eq!(our_part(ApplicationRole::Partner, Some(kr(400)), &partners), Some(kr(0)));
        assert_eq!(our_part(ApplicationRole::Recipient, None, &partners), None);
    }
}
