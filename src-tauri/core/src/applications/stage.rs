//! The stages of an application: which may follow which, what is missing for a step, and where an application stood on a day.

use chrono::NaiveDate;

use crate::applications::{AppropriationState, ApprovalState};
use crate::calendar::PartialDate;
use crate::words::coded;

coded! {
    /// Where an application is. Political approval and the appropriation are tracks of their own beside it.
    pub enum Stage("stage") {
        /// Someone has an idea.
        Idea = "idea",
        /// It is being assessed.
        Assessing = "assessing",
        /// It is being written.
        Drafting = "drafting",
        /// It is sent.
        Submitted = "submitted",
        /// The funder promises the money on conditions.
        ConditionallyGranted = "conditionally_granted",
        /// The funder promises the money.
        Granted = "granted",
        /// We have accepted.
        Accepted = "accepted",
        /// The project runs.
        Running = "running",
        /// The final report and account are being made.
        Reporting = "reporting",
        /// The end: everything is done.
        Closed = "closed",
        /// The end: the funder said no.
        Rejected = "rejected",
        /// The end: we took it back, or declined the grant.
        Withdrawn = "withdrawn",
        /// The end: it was never sent.
        NotApplied = "not_applied",
    }
}

impl Stage {
    /// Whether nothing follows: it leaves every list of things to do.
    pub const fn is_end(self) -> bool {
        matches!(self, Stage::Closed | Stage::Rejected | Stage::Withdrawn | Stage::NotApplied)
    }

    /// Whether it was sent.
    pub const fn is_sent(self) -> bool {
        !matches!(self, Stage::Idea | Stage::Assessing | Stage::Drafting | Stage::NotApplied)
    }

    /// Whether the money is promised, on conditions or not.
    pub const fn is_granted(self) -> bool {
        matches!(
            self,
            Stage::ConditionallyGranted | Stage::Granted | Stage::Accepted | Stage::Running | Stage::Reporting | Stage::Closed
        )
    }
}

/// The stages one may go to from here.
pub const fn next_stages(from: Stage) -> &'static [Stage] {
    match from {
        Stage::Idea => &[Stage::Assessing, Stage::Drafting, Stage::NotApplied],
        Stage::Assessing => &[Stage::Drafting, Stage::NotApplied],
        Stage::Drafting => &[Stage::Submitted, Stage::NotApplied],
        Stage::Submitted => &[Stage::Granted, Stage::ConditionallyGranted, Stage::Rejected, Stage::Withdrawn],
        Stage::ConditionallyGranted => &[Stage::Accepted, Stage::Granted, Stage::Rejected, Stage::Withdrawn],
        Stage::Granted => &[Stage::Accepted, Stage::Withdrawn],
        Stage::Accepted => &[Stage::Running, Stage::Withdrawn],
        Stage::Running => &[Stage::Reporting, Stage::Withdrawn],
        Stage::Reporting => &[Stage::Closed, Stage::Running],
        Stage::Closed | Stage::Rejected | Stage::Withdrawn | Stage::NotApplied => &[],
    }
}

coded! {
    /// What a step lacks.
    pub enum Missing("missing") {
        /// The day.
        Date = "date",
        /// A reason.
        Reason = "reason",
        /// The political approval.
        Approval = "approval",
        /// An answer to the condition of the mandate.
        MandateCondition = "mandate_condition",
        /// The amount applied for.
        RequestedAmount = "requested_amount",
        /// Documents the call demands.
        Checklist = "checklist",
        /// Proof of sending.
        ProofOfSending = "proof_of_sending",
        /// The amount granted.
        AwardedAmount = "awarded_amount",
        /// The award letter.
        AwardLetter = "award_letter",
        /// The conditions of a conditional grant.
        Conditions = "conditions",
        /// Answers to conditions that are open.
        OpenConditions = "open_conditions",
        /// The appropriation.
        Appropriation = "appropriation",
        /// The filing in the case system.
        Journalised = "journalised",
        /// Tasks that are open.
        OpenTasks = "open_tasks",
    }
}

/// One thing a step lacks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct Requirement {
    /// What.
    pub missing: Missing,
    /// Whether the step cannot be taken without it; else it is a warning.
    pub blocks: bool,
}

/// What is known of an application when a step is to be taken.
#[derive(Clone, Copy, Debug)]
pub struct Facts {
    /// Whether the day is given.
    pub dated: bool,
    /// Whether a reason is given.
    pub reasoned: bool,
    /// The political approval.
    pub approval: ApprovalState,
    /// Whether the municipality sends nothing that is not approved.
    pub approval_before_submission: bool,
    /// Whether the mandate's condition is still to be answered.
    pub mandate_open: bool,
    /// Whether the amount applied for is known.
    pub requested: bool,
    /// Whether the amount granted is known.
    pub awarded: bool,
    /// Whether there is proof of sending.
    pub proof_of_sending: bool,
    /// Whether there is an award letter.
    pub award_letter: bool,
    /// Documents the call demands that are not there.
    pub checklist_missing: u32,
    /// Conditions of the grant.
    pub conditions: u32,
    /// Those that are open.
    pub conditions_open: u32,
    /// The appropriation.
    pub appropriation: AppropriationState,
    /// Whether the step is filed in the case system.
    pub journalised: bool,
    /// Tasks that are open.
    pub tasks_open: u32,
}

/// What a step to this stage lacks, what blocks it first.
pub fn missing(to: Stage, facts: &Facts) -> Vec<Requirement> {
    let mut found = Vec::new();
    let mut lacks = |lacking: bool, missing: Missing, blocks: bool| {
        if lacking {
            found.push(Requirement { missing, blocks });
        }
    };
    let spending_open = matches!(facts.appropriation, AppropriationState::NotSettled | AppropriationState::Open);
    lacks(!facts.dated, Missing::Date, true);
    match to {
        Stage::Idea | Stage::Assessing | Stage::Drafting => {}
        Stage::Submitted => {
            lacks(facts.mandate_open, Missing::MandateCondition, true);
            lacks(!facts.approval.allows(), Missing::Approval, facts.approval_before_submission);
            lacks(!facts.requested, Missing::RequestedAmount, false);
            lacks(facts.checklist_missing > 0, Missing::Checklist, false);
            lacks(!facts.proof_of_sending, Missing::ProofOfSending, false);
            lacks(!facts.journalised, Missing::Journalised, false);
        }
        Stage::Granted | Stage::ConditionallyGranted => {
            lacks(!facts.awarded, Missing::AwardedAmount, true);
            lacks(to == Stage::ConditionallyGranted && facts.conditions == 0, Missing::Conditions, true);
            lacks(to == Stage::Granted && facts.conditions_open > 0, Missing::OpenConditions, true);
            lacks(!facts.award_letter, Missing::AwardLetter, false);
            lacks(!facts.journalised, Missing::Journalised, false);
        }
        Stage::Accepted => {
            lacks(facts.conditions_open > 0, Missing::OpenConditions, true);
            lacks(!facts.approval.allows(), Missing::Approval, false);
        }
        Stage::Running => {
            lacks(spending_open, Missing::Appropriation, false);
            lacks(!facts.approval.allows(), Missing::Approval, false);
        }
        Stage::Reporting => {}
        Stage::Closed => lacks(facts.tasks_open > 0, Missing::OpenTasks, false),
        Stage::Rejected | Stage::Withdrawn | Stage::NotApplied => lacks(!facts.reasoned, Missing::Reason, true),
    }
    found.sort_by_key(|requirement| !requirement.blocks);
    found
}

/// Where an application stood on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StageAt {
    /// The stage.
    pub stage: Stage,
    /// Since when, as far as known.
    pub since: Option<PartialDate>,
}

/// The stage on a day, of steps in order that were not taken back: the last that had certainly been taken. A step without a day
/// counts with the one before it. None where the first step is later: the application was not there yet.
pub fn stage_at(steps: impl IntoIterator<Item = (Stage, Option<PartialDate>)>, as_of: NaiveDate) -> Option<StageAt> {
    let mut at = None;
    for (stage, since) in steps {
        if since.is_some_and(|since| since.last_day() > as_of) {
            break;
        }
        at = Some(StageAt { stage, since });
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    fn facts() -> Facts {
        Facts {
            dated: true,
            reasoned: true,
            approval: ApprovalState::Approved,
            approval_before_submission: true,
            mandate_open: false,
            requested: true,
            awarded: true,
            proof_of_sending: true,
            award_letter: true,
            checklist_missing: 0,
            conditions: 1,
            conditions_open: 0,
            appropriation: AppropriationState::Granted,
            journalised: true,
            tasks_open: 0,
        }
    }

    fn codes(to: Stage, facts: &Facts) -> Vec<(&'static str, bool)> {
        missing(to, facts).iter().map(|found| (found.missing.code(), found.blocks)).collect()
    }

    #[test]
    fn every_stage_but_the_ends_leads_on_and_all_can_be_reached() {
        for &stage in Stage::ALL {
            assert_eq!(next_stages(stage).is_empty(), stage.is_end(), "{stage:?}");
            let reached = Stage::ALL.iter().any(|&from| next_stages(from).contains(&stage));
            assert!(reached || stage == Stage::Idea, "{stage:?}");
        }
    }

    #[test]
    fn a_step_says_what_it_lacks() {
        for &stage in Stage::ALL {
            assert_eq!(missing(stage, &facts()), [], "{stage:?}");
        }
        let unapproved = Facts { approval: ApprovalState::Missing, proof_of_sending: false, ..facts() };
        assert_eq!(codes(Stage::Submitted, &unapproved), [("approval", true), ("proof_of_sending", false)]);
        let afterwards = Facts { approval_before_submission: false, ..unapproved };
        assert_eq!(codes(Stage::Submitted, &afterwards), [("approval", false), ("proof_of_sending", false)]);
        assert_eq!(codes(Stage::Submitted, &Facts { mandate_open: true, ..facts() }), [("mandate_condition", true)]);
        assert_eq!(codes(Stage::Accepted, &Facts { conditions_open: 1, ..facts() }), [("open_conditions", true)]);
        assert_eq!(codes(Stage::ConditionallyGranted, &Facts { conditions: 0, ..facts() }), [("conditions", true)]);
        assert_eq!(codes(Stage::Granted, &Facts { awarded: false, ..facts() }), [("awarded_amount", true)]);
        let open = Facts { appropriation: AppropriationState::Open, ..facts() };
        assert_eq!(codes(Stage::Running, &open), [("appropriation", false)]);
        assert_eq!(codes(Stage::NotApplied, &Facts { reasoned: false, ..facts() }), [("reason", true)]);
        assert_eq!(codes(Stage::Drafting, &Facts { dated: false, ..facts() }), [("date", true)]);
    }

    #[test]
    fn a_stage_counts_from_its_own_day() {
        let date = |text: &str| PartialDate::parse(text);
        let steps = [(Stage::Idea, date("2018")), (Stage::Submitted, None), (Stage::Granted, date("2018-12-14"))];
        let at = |day: &str| stage_at(steps, day.parse().unwrap()).map(|at| at.stage);
        assert_eq!(at("2018-12-30"), None, "in the course of 2018 is not certain before it is over");
        assert_eq!(at("2019-03-12"), Some(Stage::Granted));
        let steps = [(Stage::Idea, date("2019-01-02")), (Stage::Submitted, None), (Stage::Granted, date("2019-06"))];
        let at = |day: &str| stage_at(steps, day.parse().unwrap()).map(|at| at.stage);
        assert_eq!(at("2019-01-01"), None);
        assert_eq!(at("2019-06-29"), Some(Stage::Submitted));
        assert_eq!(at("2019-06-30"), Some(Stage::Granted));
    }
}
