//! What needs action, and why. Pure rules: each looks at what is known of one pool, application or case on a day.
//!
//! A fact counts from its own date; what has none raises nothing. What is ended leaves every list of things to do. Days to keep are
//! raised by their own rules: here is what has no day, or needs action long before or whatever the day.

use std::cmp::Reverse;

use chrono::NaiveDate;

use crate::applications::{AppropriationState, ApprovalState, Stage};
use crate::deadlines::Flag;
use crate::deadlines::list::gravest;
use crate::views::{Attention, AttentionKind, DeadlineItem};

/// Calendar days before a deadline in which a pool without an assessment needs action.
const STANCE_DAYS: i32 = 60;
/// Calendar days before a deadline in which an application that lacks a document needs action.
const SENDING_DAYS: i32 = 30;
/// Calendar days before a deadline in which that is urgent.
const URGENT_DAYS: i32 = 10;

/// The condition of a mandate that is not answered.
#[derive(Clone, Copy, Debug)]
pub struct OpenCondition<'a> {
    /// The case it stands in.
    pub case: u32,
    /// Its wording.
    pub text: &'a str,
}

/// What is known of a pool.
#[derive(Clone, Copy, Debug)]
pub struct PoolFacts<'a> {
    /// Its key.
    pub key: &'a str,
    /// Its title.
    pub title: &'a str,
    /// The next deadline of a call of it, published on a known day, that a municipality can answer.
    pub own_deadline: Option<NaiveDate>,
    /// The next deadline of it, or of a pool inside it.
    pub deadline: Option<NaiveDate>,
    /// Whether nothing was said of it or applied for.
    pub untouched: bool,
    /// The condition of a mandate that is not answered.
    pub condition: Option<OpenCondition<'a>>,
}

/// Why a pool needs action.
pub fn of_pool(pool: &PoolFacts<'_>, as_of: NaiveDate) -> Vec<Attention> {
    let mut found = Vec::new();
    let raised = |kind, detail: &str, on: Option<NaiveDate>, urgent_days: i32| Attention {
        pool_key: Some(pool.key.to_owned()),
        urgent: on.is_some_and(|day| days(day, as_of) <= urgent_days),
        ..raise(kind, pool.title, detail, on, as_of)
    };
    if let Some(deadline) = pool.own_deadline.filter(|&day| pool.untouched && days(day, as_of) <= STANCE_DAYS) {
        found.push(raised(AttentionKind::NoStance, "", Some(deadline), URGENT_DAYS));
    }
    if let Some(condition) = pool.condition {
        let raised = raised(AttentionKind::MandateCondition, condition.text, pool.deadline, SENDING_DAYS);
        found.push(Attention { condition_of: Some(condition.case), ..raised });
    }
    found
}

/// What is known of an application.
#[derive(Clone, Copy, Debug)]
pub struct ApplicationFacts<'a> {
    /// Row id.
    pub id: u32,
    /// Its title.
    pub title: &'a str,
    /// Its stage.
    pub stage: Stage,
    /// The last day its stage can have begun; none where that is not known.
    pub since: Option<NaiveDate>,
    /// The deadline of its pool, ahead or else the last one passed, of a call published on a known day.
    pub deadline: Option<NaiveDate>,
    /// Whether it is said which committee it belongs to.
    pub has_committee: bool,
    /// The political approval.
    pub approval: ApprovalState,
    /// The appropriation.
    pub appropriation: AppropriationState,
    /// The condition of a mandate for it alone that is not answered.
    pub mandate: Option<OpenCondition<'a>>,
    /// Conditions of the grant that are open, with the day they are due.
    pub conditions: &'a [(String, Option<NaiveDate>)],
    /// Documents the call demands that are not there.
    pub missing_documents: &'a [String],
    /// How many differences between sources are not settled.
    pub discrepancies: u32,
}

/// Why an application needs action.
pub fn of_application(application: &ApplicationFacts<'_>, as_of: NaiveDate) -> Vec<Attention> {
    let it = application;
    let mut found = Vec::new();
    if it.stage.is_end() {
        return found;
    }
    let of_it = |kind, detail: &str, on: Option<NaiveDate>, urgent: bool| Attention {
        application_id: Some(it.id),
        urgent,
        ..raise(kind, it.title, detail, on, as_of)
    };
    if let Some(condition) = it.mandate {
        let urgent = it.deadline.is_some_and(|day| days(day, as_of) <= SENDING_DAYS);
        let raised = of_it(AttentionKind::MandateCondition, condition.text, it.deadline, urgent);
        found.push(Attention { condition_of: Some(condition.case), ..raised });
    }
    let mut raised = |kind, detail: &str, on, urgent| found.push(of_it(kind, detail, on, urgent));
    if it.discrepancies > 0 {
        raised(AttentionKind::SourcesDiffer, &it.discrepancies.to_string(), None, false);
    }
    if it.since.is_none() {
        return found;
    }
    let left = it.deadline.map(|day| days(day, as_of));
    let near = left.is_some_and(|left| left <= SENDING_DAYS);
    let urgent = left.is_some_and(|left| left <= URGENT_DAYS);
    let is_ahead = left.is_some_and(|left| left >= 0);
    let is_open = matches!(it.approval, ApprovalState::NotSettled | ApprovalState::Missing);
    if is_ahead && is_open && !it.has_committee && !it.stage.is_sent() {
        // Its last meeting may lie weeks before the deadline: nobody knows before the committee is chosen.
        raised(AttentionKind::CommitteeNotChosen, "", it.deadline, near);
    }
    if it.stage == Stage::Drafting && !it.missing_documents.is_empty() && (near || left.is_none()) {
        raised(AttentionKind::DocumentMissing, &it.missing_documents.join(", "), it.deadline, urgent);
    }
    let spends = matches!(it.stage, Stage::Running | Stage::Reporting);
    match it.approval {
        // What is not stated may be in order, and is never as grave as what is known to be missing.
        ApprovalState::NotSettled if it.stage.is_sent() => raised(AttentionKind::ApprovalNotSettled, "", None, false),
        approval if it.stage.is_sent() && !approval.allows() => raised(AttentionKind::ApprovalMissing, "", None, spends),
        _ => {}
    }
    if it.stage == Stage::ConditionallyGranted {
        let due = it.conditions.iter().filter_map(|(_, due)| *due).min();
        let texts: Vec<&str> = it.conditions.iter().map(|(text, _)| text.as_str()).collect();
        raised(AttentionKind::ConditionalGrant, &texts.join("; "), due, due.is_some_and(|due| due < as_of));
    }
    if it.stage == Stage::Granted {
        raised(AttentionKind::GrantNotAccepted, "", it.since, false);
    }
    let promised = matches!(it.stage, Stage::Granted | Stage::Accepted) || spends;
    match it.appropriation {
        AppropriationState::NotSettled if promised => raised(AttentionKind::AppropriationNotSettled, "", None, false),
        AppropriationState::Open if promised => raised(AttentionKind::AppropriationMissing, "", None, spends),
        _ => {}
    }
    found
}

/// A promise to a committee that has no day and is not reported.
pub fn of_follow_up(case: u32, title: &str, promise: &str, as_of: NaiveDate) -> Attention {
    Attention { case_id: Some(case), ..raise(AttentionKind::FollowUpOpen, title, promise, None, as_of) }
}

/// A day to keep that asks for something to be done.
pub fn of_day(day: &DeadlineItem, as_of: NaiveDate) -> Attention {
    Attention {
        urgent: gravest(day).is_some_and(|flag| matches!(flag, Flag::Overdue | Flag::Today | Flag::AtRisk)),
        application_id: day.application_id,
        pool_key: day.pool_key.clone(),
        case_id: day.case_id,
        day: Some(Box::new(day.clone())),
        ..raise(AttentionKind::Day, &day.title, &day.detail, Some(day.on), as_of)
    }
}

/// The most urgent first: what is overdue or blocks, then what has the nearest day; what has none last, in the order of the kinds.
pub fn in_order(mut attention: Vec<Attention>) -> Vec<Attention> {
    attention.sort_by_cached_key(|it| (Reverse(it.urgent), it.on.is_none(), it.on, it.kind, it.title.clone()));
    attention
}

fn raise(kind: AttentionKind, title: &str, detail: &str, on: Option<NaiveDate>, as_of: NaiveDate) -> Attention {
    Attention {
        kind,
        title: title.to_owned(),
        detail: detail.to_owned(),
        on,
        days: on.map(|day| days(day, as_of)),
        urgent: false,
        application_id: None,
        pool_key: None,
        case_id: None,
        condition_of: None,
        day: None,
    }
}

/// Calendar days to a day; negative when past.
pub fn days(day: NaiveDate, as_of: NaiveDate) -> i32 {
    i32::try_from((day - as_of).num_days()).unwrap_or(i32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn codes(found: &[Attention]) -> Vec<(&'static str, bool)> {
        found.iter().map(|it| (it.kind.code(), it.urgent)).collect()
    }

    const POOL: PoolFacts<'static> =
        PoolFacts { key: "91", title: "Idræt", own_deadline: None, deadline: None, untouched: true, condition: None };

    const APPLICATION: ApplicationFacts<'static> = ApplicationFacts {
        id: 1,
        title: "Idræt",
        stage: Stage::Drafting,
        since: Some(NaiveDate::MIN),
        deadline: None,
        has_committee: true,
        approval: ApprovalState::Approved,
        appropriation: AppropriationState::Granted,
        mandate: None,
        conditions: &[],
        missing_documents: &[],
        discrepancies: 0,
    };

    #[test]
    fn a_pool_needs_a_stance_in_the_sixty_days_before_its_deadline() {
        let deadline = Some(day("2019-10-31"));
        let pool = PoolFacts { own_deadline: deadline, deadline, ..POOL };
        let at = |pool: &PoolFacts<'_>, date: &str| codes(&of_pool(pool, day(date)));
        assert_eq!(at(&pool, "2019-08-31"), [], "61 days");
        assert_eq!(at(&pool, "2019-09-01"), [("no_stance", false)]);
        assert_eq!(at(&pool, "2019-10-20"), [("no_stance", false)]);
        assert_eq!(at(&pool, "2019-10-21"), [("no_stance", true)]);
        assert_eq!(at(&PoolFacts { untouched: false, ..pool }, "2019-10-21"), []);
        assert_eq!(at(&PoolFacts { own_deadline: None, ..pool }, "2019-10-21"), [], "no call a municipality can answer");
    }

    #[test]
    fn a_condition_is_there_until_it_is_answered() {
        let pool = PoolFacts { untouched: false, condition: Some(OpenCondition { case: 7, text: "hvis relevant" }), ..POOL };
        let found = of_pool(&pool, day("2019-03-12"));
        assert_eq!(codes(&found), [("mandate_condition", false)]);
        assert_eq!((found[0].detail.as_str(), found[0].pool_key.as_deref(), found[0].days), ("hvis relevant", Some("91"), None));
        assert_eq!((found[0].condition_of, found[0].case_id), (Some(7), None), "the pool is what is opened");
        let near = PoolFacts { deadline: Some(day("2019-04-11")), ..pool };
        assert_eq!(codes(&of_pool(&near, day("2019-03-12"))), [("mandate_condition", true)]);
        assert_eq!(codes(&of_pool(&near, day("2019-03-11"))), [("mandate_condition", false)]);
    }

    #[test]
    fn each_stage_has_its_own_reasons() {
        let lacking =
            ApplicationFacts { approval: ApprovalState::Missing, appropriation: AppropriationState::Open, ..APPLICATION };
        let at = |stage| codes(&of_application(&ApplicationFacts { stage, ..lacking }, day("2019-03-12")));
        assert_eq!(at(Stage::Drafting), []);
        assert_eq!(at(Stage::Submitted), [("approval_missing", false)]);
        assert_eq!(at(Stage::ConditionallyGranted), [("approval_missing", false), ("conditional_grant", false)]);
        let granted = [("approval_missing", false), ("grant_not_accepted", false), ("appropriation_missing", false)];
        assert_eq!(at(Stage::Granted), granted);
        assert_eq!(at(Stage::Accepted), [("approval_missing", false), ("appropriation_missing", false)]);
        assert_eq!(at(Stage::Running), [("approval_missing", true), ("appropriation_missing", true)]);
        assert_eq!(at(Stage::Reporting), [("approval_missing", true), ("appropriation_missing", true)]);
        for stage in [Stage::Closed, Stage::Rejected, Stage::Withdrawn, Stage::NotApplied] {
            assert_eq!(at(stage), [], "{stage:?}");
        }
        let undated = ApplicationFacts { stage: Stage::Running, since: None, ..lacking };
        assert_eq!(codes(&of_application(&undated, day("2019-03-12"))), []);
    }

    #[test]
    fn what_is_not_stated_is_not_said_to_be_missing() {
        let unknown = ApplicationFacts {
            approval: ApprovalState::NotSettled,
            appropriation: AppropriationState::NotSettled,
            ..APPLICATION
        };
        let at = |stage| of_application(&ApplicationFacts { stage, ..unknown }, day("2019-03-12"));
        assert_eq!(codes(&at(Stage::Drafting)), []);
        assert_eq!(codes(&at(Stage::Submitted)), [("approval_not_settled", false)]);
        let running = at(Stage::Running);
        assert_eq!(codes(&running), [("approval_not_settled", false), ("appropriation_not_settled", false)]);
        let missing = ApplicationFacts { stage: Stage::Accepted, approval: ApprovalState::Missing, ..APPLICATION };
        let both = running.into_iter().chain(of_application(&missing, day("2019-03-12"))).collect();
        assert_eq!(in_order(both)[0].kind, AttentionKind::ApprovalMissing, "the less grave stands after it");
    }

    #[test]
    fn what_the_call_demands_is_missed_before_and_after_the_deadline() {
        let missing = ["Budget".to_owned()];
        let draft = ApplicationFacts { deadline: Some(day("2019-10-31")), missing_documents: &missing, ..APPLICATION };
        let at = |application: &ApplicationFacts<'_>, date: &str| codes(&of_application(application, day(date)));
        assert_eq!(at(&draft, "2019-09-30"), []);
        assert_eq!(at(&draft, "2019-10-01"), [("document_missing", false)]);
        assert_eq!(at(&draft, "2019-10-21"), [("document_missing", true)]);
        assert_eq!(at(&draft, "2019-12-01"), [("document_missing", true)]);
        assert_eq!(at(&ApplicationFacts { stage: Stage::Assessing, ..draft }, "2019-10-21"), []);
        assert_eq!(at(&ApplicationFacts { stage: Stage::Submitted, ..draft }, "2019-10-21"), []);
        assert_eq!(at(&ApplicationFacts { deadline: None, ..draft }, "2019-09-30"), [("document_missing", false)]);
    }

    #[test]
    fn a_deadline_ahead_asks_for_the_committee_that_decides() {
        let none = ApplicationFacts {
            deadline: Some(day("2019-10-31")),
            has_committee: false,
            approval: ApprovalState::Missing,
            stage: Stage::Idea,
            ..APPLICATION
        };
        let at = |application: &ApplicationFacts<'_>, date: &str| codes(&of_application(application, day(date)));
        assert_eq!(at(&none, "2019-05-01"), [("committee_not_chosen", false)]);
        assert_eq!(at(&none, "2019-10-01"), [("committee_not_chosen", true)]);
        assert_eq!(at(&none, "2019-11-01"), [], "the deadline is over");
        assert_eq!(at(&ApplicationFacts { has_committee: true, ..none }, "2019-05-01"), []);
        assert_eq!(at(&ApplicationFacts { deadline: None, ..none }, "2019-05-01"), []);
        let decided = ApplicationFacts { approval: ApprovalState::Approved, ..none };
        assert_eq!(at(&decided, "2019-05-01"), [], "nobody need decide any more");
    }

    #[test]
    fn sources_differ_until_the_end_of_the_application() {
        let differing = ApplicationFacts { since: None, discrepancies: 6, ..APPLICATION };
        let found = of_application(&differing, day("2019-03-12"));
        assert_eq!((codes(&found), found[0].detail.as_str()), (vec![("sources_differ", false)], "6"));
        let ended = of_application(&ApplicationFacts { stage: Stage::Closed, ..differing }, day("2019-03-12"));
        assert_eq!(codes(&ended), []);
    }

    #[test]
    fn the_most_urgent_comes_first() {
        let at = |title: &str, on: Option<&str>, urgent| Attention {
            urgent,
            ..raise(AttentionKind::Day, title, "", on.map(day), day("2019-03-12"))
        };
        let all = vec![
            at("d", None, false),
            at("c", Some("2019-04-01"), false),
            at("b", None, true),
            at("a", Some("2019-03-01"), true),
        ];
        let order: Vec<String> = in_order(all).into_iter().map(|it| it.title).collect();
        assert_eq!(order, ["a", "b", "c", "d"]);
    }
}
