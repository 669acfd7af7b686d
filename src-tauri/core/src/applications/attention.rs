//! What needs action, and why. Pure rules: each looks at what is known of one pool, application or case on a day.
//!
//! A fact counts from its own date; what has none raises nothing. What is ended leaves every list of things to do, but for a document
//! that must be removed: that duty begins when the project ends.

use std::cmp::Reverse;

use chrono::NaiveDate;

use crate::applications::{AppropriationState, ApprovalState, Stage};
use crate::views::{Attention, AttentionKind};

/// Calendar days before a deadline in which a pool without an assessment needs action.
const STANCE_DAYS: i32 = 60;
/// Calendar days before a deadline in which an application that is not sent, or lacks a document, needs action.
const SENDING_DAYS: i32 = 30;
/// Calendar days before a deadline in which that is urgent.
const URGENT_DAYS: i32 = 10;

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
    pub condition: Option<&'a str>,
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
        found.push(raised(AttentionKind::MandateCondition, condition, pool.deadline, SENDING_DAYS));
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
    /// The political approval.
    pub approval: ApprovalState,
    /// The appropriation.
    pub appropriation: AppropriationState,
    /// The last day the project can end.
    pub period_end: Option<NaiveDate>,
    /// The condition of a mandate for it alone that is not answered.
    pub mandate: Option<&'a str>,
    /// Conditions of the grant that are open, with the day they are due.
    pub conditions: &'a [(String, Option<NaiveDate>)],
    /// Documents the call demands that are not there.
    pub missing_documents: &'a [String],
    /// Tasks that are open, with the day they are due.
    pub tasks: &'a [(String, Option<NaiveDate>)],
    /// Documents whose content is to be removed after a day, and is not.
    pub retained: &'a [(String, NaiveDate)],
    /// How many differences between sources are not settled.
    pub discrepancies: u32,
}

/// Why an application needs action.
pub fn of_application(application: &ApplicationFacts<'_>, as_of: NaiveDate) -> Vec<Attention> {
    let it = application;
    let mut found = Vec::new();
    let mut raised = |kind, detail: &str, on: Option<NaiveDate>, urgent: bool| {
        found.push(Attention { application_id: Some(it.id), urgent, ..raise(kind, it.title, detail, on, as_of) });
    };
    for (name, keep_until) in it.retained.iter().filter(|(_, keep_until)| *keep_until < as_of) {
        raised(AttentionKind::RetentionDue, name, Some(*keep_until), true);
    }
    if it.stage.is_end() {
        return found;
    }
    for (title, due) in it.tasks.iter().filter(|(_, due)| due.is_some_and(|due| due < as_of)) {
        raised(AttentionKind::TaskOverdue, title, *due, true);
    }
    if let Some(condition) = it.mandate {
        let urgent = it.deadline.is_some_and(|day| days(day, as_of) <= SENDING_DAYS);
        raised(AttentionKind::MandateCondition, condition, it.deadline, urgent);
    }
    if it.discrepancies > 0 {
        raised(AttentionKind::SourcesDiffer, &it.discrepancies.to_string(), None, false);
    }
    if it.since.is_none() {
        return found;
    }
    let left = it.deadline.map(|day| days(day, as_of));
    let near = left.is_some_and(|left| left <= SENDING_DAYS);
    let urgent = left.is_some_and(|left| left <= URGENT_DAYS);
    if near && matches!(it.stage, Stage::Idea | Stage::Assessing | Stage::Drafting) {
        raised(AttentionKind::NotSubmitted, "", it.deadline, urgent);
    }
    if it.stage == Stage::Drafting && !it.missing_documents.is_empty() && (near || left.is_none()) {
        raised(AttentionKind::DocumentMissing, &it.missing_documents.join(", "), it.deadline, urgent);
    }
    let spends = matches!(it.stage, Stage::Running | Stage::Reporting);
    if it.stage.is_sent() && !it.approval.allows() {
        raised(AttentionKind::ApprovalMissing, "", None, spends);
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
    if promised && matches!(it.appropriation, AppropriationState::NotSettled | AppropriationState::Open) {
        raised(AttentionKind::AppropriationMissing, "", None, spends);
    }
    if let Some(end) = it.period_end.filter(|&end| it.stage == Stage::Running && end < as_of) {
        raised(AttentionKind::PeriodOver, "", Some(end), true);
    }
    found
}

/// A promise to a committee that is not reported.
pub fn of_follow_up(case: u32, title: &str, promise: &str, due: Option<NaiveDate>, as_of: NaiveDate) -> Attention {
    let urgent = due.is_some_and(|due| due < as_of);
    Attention { case_id: Some(case), urgent, ..raise(AttentionKind::FollowUpOpen, title, promise, due, as_of) }
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
        approval: ApprovalState::Approved,
        appropriation: AppropriationState::Granted,
        period_end: None,
        mandate: None,
        conditions: &[],
        missing_documents: &[],
        tasks: &[],
        retained: &[],
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
        let pool = PoolFacts { untouched: false, condition: Some("hvis relevant"), ..POOL };
        let found = of_pool(&pool, day("2019-03-12"));
        assert_eq!(codes(&found), [("mandate_condition", false)]);
        assert_eq!((found[0].detail.as_str(), found[0].pool_key.as_deref(), found[0].days), ("hvis relevant", Some("91"), None));
        let near = PoolFacts { deadline: Some(day("2019-04-11")), ..pool };
        assert_eq!(codes(&of_pool(&near, day("2019-03-12"))), [("mandate_condition", true)]);
        assert_eq!(codes(&of_pool(&near, day("2019-03-11"))), [("mandate_condition", false)]);
    }

    #[test]
    fn each_stage_has_its_own_reasons() {
        let lacking = ApplicationFacts {
            approval: ApprovalState::Missing,
            appropriation: AppropriationState::Open,
            period_end: Some(day("2019-03-11")),
            ..APPLICATION
        };
        let at = |stage| codes(&of_application(&ApplicationFacts { stage, ..lacking }, day("2019-03-12")));
        assert_eq!(at(Stage::Drafting), []);
        assert_eq!(at(Stage::Submitted), [("approval_missing", false)]);
        assert_eq!(at(Stage::ConditionallyGranted), [("approval_missing", false), ("conditional_grant", false)]);
        let granted = [("approval_missing", false), ("grant_not_accepted", false), ("appropriation_missing", false)];
        assert_eq!(at(Stage::Granted), granted);
        assert_eq!(at(Stage::Accepted), [("approval_missing", false), ("appropriation_missing", false)]);
        assert_eq!(at(Stage::Running), [("approval_missing", true), ("appropriation_missing", true), ("period_over", true)]);
        assert_eq!(at(Stage::Reporting), [("approval_missing", true), ("appropriation_missing", true)]);
        for stage in [Stage::Closed, Stage::Rejected, Stage::Withdrawn, Stage::NotApplied] {
            assert_eq!(at(stage), [], "{stage:?}");
        }
        let undated = ApplicationFacts { stage: Stage::Running, since: None, ..lacking };
        assert_eq!(codes(&of_application(&undated, day("2019-03-12"))), []);
        let last_day = ApplicationFacts { stage: Stage::Running, period_end: Some(day("2019-03-12")), ..APPLICATION };
        assert_eq!(codes(&of_application(&last_day, day("2019-03-12"))), []);
    }

    #[test]
    fn what_is_not_sent_is_raised_before_and_after_the_deadline() {
        let missing = ["Budget".to_owned()];
        let draft = ApplicationFacts { deadline: Some(day("2019-10-31")), missing_documents: &missing, ..APPLICATION };
        let at = |application: &ApplicationFacts<'_>, date: &str| codes(&of_application(application, day(date)));
        assert_eq!(at(&draft, "2019-09-30"), []);
        assert_eq!(at(&draft, "2019-10-01"), [("not_submitted", false), ("document_missing", false)]);
        assert_eq!(at(&draft, "2019-10-21"), [("not_submitted", true), ("document_missing", true)]);
        assert_eq!(at(&draft, "2019-12-01"), [("not_submitted", true), ("document_missing", true)]);
        assert_eq!(at(&ApplicationFacts { stage: Stage::Assessing, ..draft }, "2019-10-21"), [("not_submitted", true)]);
        assert_eq!(at(&ApplicationFacts { stage: Stage::Submitted, ..draft }, "2019-10-21"), []);
        assert_eq!(at(&ApplicationFacts { deadline: None, ..draft }, "2019-09-30"), [("document_missing", false)]);
    }

    #[test]
    fn what_has_its_own_day_is_raised_whatever_the_stage() {
        let tasks = [
            ("Få budgettet".to_owned(), Some(day("2016-05-17"))),
            ("I dag".to_owned(), Some(day("2019-03-12"))),
            ("Uden dag".to_owned(), None),
        ];
        let retained = [("Liste.pdf".to_owned(), day("2019-03-11")), ("Brev.pdf".to_owned(), day("2019-03-12"))];
        let full = ApplicationFacts { since: None, tasks: &tasks, retained: &retained, discrepancies: 6, ..APPLICATION };
        let found = of_application(&full, day("2019-03-12"));
        assert_eq!(codes(&found), [("retention_due", true), ("task_overdue", true), ("sources_differ", false)]);
        assert_eq!((found[1].detail.as_str(), found[1].days), ("Få budgettet", Some(-1029)));
        assert_eq!(found[2].detail, "6");
        let ended = of_application(&ApplicationFacts { stage: Stage::Closed, ..full }, day("2019-03-12"));
        assert_eq!(codes(&ended), [("retention_due", true)]);
    }

    #[test]
    fn the_most_urgent_comes_first() {
        let at = |title: &str, on: Option<&str>, urgent| Attention {
            urgent,
            ..raise(AttentionKind::TaskOverdue, title, "", on.map(day), day("2019-03-12"))
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
