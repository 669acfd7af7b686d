//! Where a municipality stands with a pool: assessment, recommendation, decision and final choice are four values.

use tilsagn_core::ErrorCode;
use tilsagn_core::applications::Stage;
use tilsagn_core::catalogue::{CallState, CanApply};
use tilsagn_core::committee::{CaseKind, Outcome, PointDecision};
use tilsagn_core::office::Committee;
use tilsagn_core::pools::{Choice, PoolStatus, Stance, StanceReason};
use tilsagn_core::store::Store;
use tilsagn_core::views::*;

use crate::desk::assert_error;
use crate::filled::{filled, whole};
use crate::register::day;

pub fn municipality(store: &Store, named: &str) -> u32 {
    store.municipality_named(named).unwrap().id
}

/// A committee of a municipality.
pub fn committee(store: &mut Store, municipality_id: u32, short_name: &str) -> u32 {
    let (name, short_name) = (format!("Udvalget {short_name}"), short_name.to_owned());
    let committee = Committee::named(municipality_id, name, short_name);
    let view = store.office_save(&OfficePart::Committee(committee.clone())).unwrap().view;
    view.committees.iter().find(|one| one.short_name == committee.short_name).unwrap().id
}

/// The pool with a key.
pub fn pool(store: &Store, key: &str) -> u32 {
    let view = store.pools(None, day("2019-03-12"), None).unwrap();
    view.pools.iter().find(|pool| pool.key == key).unwrap().id
}

pub fn assessment(pool_id: u32, stance: Stance) -> AssessmentDraft {
    AssessmentDraft {
        pool_id: Some(pool_id),
        initiative_id: None,
        stance,
        reason: None,
        text: "Et mere detaljeret udspil afventer.".to_owned(),
        assessed_on: None,
        application_hours: Some(40),
        reporting_hours: None,
    }
}

pub fn case_about(committee_id: u32, pools: Vec<u32>, condition: &str) -> CaseDraft {
    CaseDraft {
        title: "Satspuljeaftale 2019".to_owned(),
        kind: CaseKind::Decision,
        case_number: "20190208123".to_owned(),
        committee_id: Some(committee_id),
        meeting_date: Some(day("2019-03-12")),
        item_number: "3".to_owned(),
        pools,
        applications: Vec::new(),
        condition: condition.to_owned(),
    }
}

pub fn decision(point: u32, outcome: Outcome) -> PointDecision {
    PointDecision { id: 0, version: 0, case_reading_id: 0, case_point_id: point, outcome, text: String::new() }
}

fn choice(pool_id: u32, choice: Choice, reason: &str) -> ChoiceDraft {
    ChoiceDraft { pool_id, choice, reason: reason.to_owned(), chosen_on: None }
}

/// The status of each pool of initiative 91 on a day, and that of the initiative.
fn of_91(store: &Store, municipality: u32, iso: &str) -> (Vec<PoolStatus>, Option<PoolStatus>) {
    let register = store.register(None, None, day(iso), Some(municipality)).unwrap();
    let row = &register.initiatives[90];
    let view = store.initiative(row.id, day(iso), "173").unwrap();
    let listed = store.pools(None, day(iso), Some(municipality)).unwrap();
    for standing in &view.standings {
        let same = listed.standings.iter().find(|one| one.pool_id == standing.pool_id).unwrap();
        assert_eq!(same.status, standing.status, "every screen says the same");
        assert_eq!(store.pool_standing(standing.pool_id, municipality, day(iso)).unwrap().standing.status, standing.status);
    }
    (view.standings.iter().map(|standing| standing.status).collect(), row.status)
}

#[test]
fn initiative_91_is_applied_for_if_relevant_until_the_condition_is_answered() {
    use PoolStatus::{Apply, ApplyIfRelevant, AwaitingDetails, NotAssessed};
    let (desk, mut store) = filled();
    let before = whole(&desk.path());
    let lyngby = municipality(&store, "173");
    let biu = committee(&mut store, lyngby, "BIU");
    let pools = ["91", "93-a", "107-a"].map(|key| pool(&store, key));

    store.assessment_save(&assessment(pools[0], Stance::AwaitingDetails), lyngby, day("2019-03-01")).unwrap();
    let condition = "hvis forvaltningen vurderer dem relevante, når de nærmere beskrivelser foreligger";
    let case = store.case_create(&case_about(biu, pools.to_vec(), condition), lyngby, day("2019-03-05")).unwrap().view;
    let labels: Vec<&str> = case.points.iter().map(|point| point.label.as_str()).collect();
    assert_eq!(labels, ["1", "1 a", "1 b", "1 c"]);
    assert_eq!(case.points[0].point.text, "det godkendes, at kommunen søger følgende puljer");
    let reading = case.readings[0].reading.clone();
    let decisions = vec![decision(case.points[0].point.id, Outcome::Approved)];
    let draft = DecisionDraft { reading, decisions, applications_for: Vec::new() };
    assert_error(&store.case_decide(&draft, day("2019-03-11")).unwrap_err(), ErrorCode::FieldInvalid);
    store.case_decide(&draft, day("2019-03-12")).unwrap();
    store.choice_save(&choice(pools[0], Choice::Apply, ""), lyngby, day("2019-10-01")).unwrap();

    let all = |status: PoolStatus| (vec![status; 3], Some(status));
    for (iso, expected) in [
        ("2019-02-28", NotAssessed),
        ("2019-03-01", AwaitingDetails),
        ("2019-03-04", AwaitingDetails),
        ("2019-03-05", ApplyIfRelevant),
        ("2019-03-12", ApplyIfRelevant),
        ("2019-09-30", ApplyIfRelevant),
        ("2019-10-01", Apply),
    ] {
        assert_eq!(of_91(&store, lyngby, iso), all(expected), "{iso}");
    }
    let another = store.register(None, None, day("2019-10-01"), Some(municipality(&store, "101"))).unwrap();
    assert_eq!(another.initiatives[90].status, Some(NotAssessed), "another's view is its own");

    let inner = pool(&store, "91-b");
    let standing = |iso: &str| store.pool_standing(inner, lyngby, day(iso)).unwrap();
    let (recommended, approved) = (standing("2019-03-11").standing, standing("2019-03-12").standing);
    assert_eq!((approved.stance, approved.rests_on, approved.choice), (Some(Stance::AwaitingDetails), Some(pools[0]), None));
    let put = |standing: PoolStanding| {
        let put = standing.put.unwrap();
        (put.label, put.committee, put.condition == condition, put.outcome)
    };
    assert_eq!(put(recommended), ("1 a".to_owned(), "BIU".to_owned(), true, None));
    assert_eq!(put(approved), ("1 a".to_owned(), "BIU".to_owned(), true, Some(Outcome::Approved)));
    let last = standing("2019-10-31");
    assert_eq!((last.assessments.len(), last.puts.len(), last.choices.len()), (1, 1, 1));
    assert_eq!((last.standing.deadline, last.standing.days_left), (Some(day("2019-10-31")), Some(0)));
    assert_eq!(standing("2019-11-01").standing.deadline, None);

    let row = |iso: &str| store.cases(lyngby, day(iso)).unwrap().cases.into_iter().next().map(|row| row.conditions_open);
    assert_eq!([row("2019-03-04"), row("2019-03-05"), row("2019-09-30"), row("2019-10-01")], [None, Some(3), Some(3), Some(2)]);

    while store.undo().is_ok() {}
    assert_eq!(whole(&desk.path()), before);
}

#[test]
fn a_condition_may_be_answered_with_no() {
    let (_desk, mut store) = filled();
    let lyngby = municipality(&store, "173");
    let pool = pool(&store, "93-a");
    let no_reason = store.choice_save(&choice(pool, Choice::DoNotApply, " "), lyngby, day("2019-05-01")).unwrap_err();
    assert_eq!((no_reason.code, no_reason.field.as_deref()), (ErrorCode::FieldRequired, Some("reason")));
    let draft = choice(pool, Choice::DoNotApply, "STU-udbyderne går ikke med");
    let view = store.choice_save(&draft, lyngby, day("2019-05-01")).unwrap().view;
    assert_eq!(view.standing.status, PoolStatus::DoNotApply);
    // The same person on the same day corrects; on another day thinks again.
    store.choice_save(&ChoiceDraft { reason: "Ingen partner".to_owned(), ..draft }, lyngby, day("2019-05-01")).unwrap();
    let view = store.choice_save(&choice(pool, Choice::Apply, ""), lyngby, day("2019-05-02")).unwrap().view;
    let reasons: Vec<&str> = view.choices.iter().map(|choice| choice.reason.as_str()).collect();
    assert_eq!((view.standing.status, reasons), (PoolStatus::Apply, vec!["", "Ingen partner"]));
    let future = ChoiceDraft { chosen_on: Some(day("2019-06-01")), ..choice(pool, Choice::Apply, "") };
    let future = store.choice_save(&future, lyngby, day("2019-05-02")).unwrap_err();
    assert_eq!((future.code, future.field.as_deref()), (ErrorCode::FieldInvalid, Some("chosen_on")));
}

#[test]
fn every_version_of_an_assessment_is_kept() {
    let (_desk, mut store) = filled();
    let lyngby = municipality(&store, "173");
    let pool = pool(&store, "92-a");
    let no = |reason| AssessmentDraft { reason, ..assessment(pool, Stance::DoNotApply) };
    let missing = store.assessment_save(&no(None), lyngby, day("2019-03-01")).unwrap_err();
    assert_eq!((missing.code, missing.field.as_deref()), (ErrorCode::FieldRequired, Some("reason")));
    store.assessment_save(&no(Some(StanceReason::Other)), lyngby, day("2019-03-01")).unwrap();
    let small = Some(StanceReason::TargetGroupSmall);
    let view = store.assessment_save(&no(small), lyngby, day("2019-03-01")).unwrap().view;
    assert_eq!((view.assessments.len(), view.standing.reason), (1, small), "the same person on the same day corrects it");
    store.act_as("Bo");
    let view = store.assessment_save(&no(Some(StanceReason::NoEmbedding)), lyngby, day("2019-03-01")).unwrap().view;
    assert_eq!((view.assessments.len(), view.assessments[0].author.as_str()), (2, "Bo"));
    let draft = AssessmentDraft { reason: small, ..assessment(pool, Stance::Apply) };
    let view = store.assessment_save(&draft, lyngby, day("2019-03-12")).unwrap().view;
    assert_eq!((view.standing.status, view.standing.reason), (PoolStatus::ShouldApply, None), "a reason is one for not applying");
    let earlier = store.pool_standing(pool, lyngby, day("2019-03-11")).unwrap();
    assert_eq!((earlier.standing.reason, earlier.assessments.len()), (Some(StanceReason::NoEmbedding), 2));
}

#[test]
fn an_initiative_without_a_pool_gets_one_to_assess() {
    let (desk, mut store) = filled();
    let before = whole(&desk.path());
    let lyngby = municipality(&store, "173");
    let of = |number: u32| AssessmentDraft {
        pool_id: None,
        initiative_id: Some(store.initiative_id(None, number).unwrap()),
        ..assessment(0, Stance::Unclear)
    };
    let (one, ninety_one) = (of(1), of(91));
    let view = store.assessment_save(&one, lyngby, day("2019-03-01")).unwrap().view;
    let again = store.assessment_save(&one, lyngby, day("2019-03-02")).unwrap().view;
    assert_eq!((again.standing.pool_id, again.assessments.len()), (view.standing.pool_id, 2));
    let initiative = store.initiative(one.initiative_id.unwrap(), day("2019-03-02"), "173").unwrap();
    assert_eq!(initiative.pools.len(), 1);
    assert!(initiative.pools[0].own && initiative.pools[0].key == "1" && initiative.pools[0].title == initiative.title);
    let outer = store.assessment_save(&ninety_one, lyngby, day("2019-03-01")).unwrap().view;
    assert_eq!(outer.standing.pool_id, pool(&store, "91"), "the one the others lie inside");
    let draft = OwnPoolDraft { initiative_id: ninety_one.initiative_id, ..own_pool("Endnu en") };
    let third = store.own_pool_save(&draft, day("2019-03-01")).unwrap().view;
    assert_eq!(third.key, "91-c");
    let several = store.assessment_save(&ninety_one, lyngby, day("2019-03-01")).unwrap_err();
    assert_eq!((several.code, several.field.as_deref()), (ErrorCode::FieldRequired, Some("pool_id")));
    let missing = AssessmentDraft { initiative_id: Some(9999), ..one };
    assert_error(&store.assessment_save(&missing, lyngby, day("2019-03-01")).unwrap_err(), ErrorCode::RecordMissing);
    while store.undo().is_ok() {}
    assert_eq!(whole(&desk.path()), before);
}

pub fn own_pool(title: &str) -> OwnPoolDraft {
    OwnPoolDraft {
        id: 0,
        version: 0,
        initiative_id: None,
        title: title.to_owned(),
        authority: "Velux Fonden".to_owned(),
        amount: None,
        applicants: "Kommuner".to_owned(),
        can_apply: CanApply::Yes,
        note: String::new(),
    }
}

pub fn own_call(pool_id: u32, deadline: Option<&str>) -> OwnCallDraft {
    OwnCallDraft {
        id: 0,
        version: 0,
        pool_id,
        title: "Forårsrunden".to_owned(),
        published: Some(day("2019-02-01")),
        opens_on: None,
        questions_until: None,
        answer_expected: None,
        deadline: deadline.map(day),
        deadline_time: Some("12:00".to_owned()),
        correction: false,
        moved_on: None,
        moved_reason: String::new(),
        amount: None,
        project_from: None,
        project_to: None,
        applicants: String::new(),
        can_apply: CanApply::Yes,
        sources: "https://veluxfonden.dk".to_owned(),
    }
}

#[test]
fn a_fund_has_pools_and_calls_of_its_own_and_its_deadline_moves() {
    let (desk, mut store) = filled();
    let before = whole(&desk.path());
    let (lyngby, first) = (municipality(&store, "173"), day("2019-03-12"));
    let untitled = store.own_pool_save(&own_pool("  "), first).unwrap_err();
    assert_eq!((untitled.code, untitled.field.as_deref()), (ErrorCode::FieldRequired, Some("title")));
    let pool = store.own_pool_save(&own_pool("Aktive ældre »2019« 🎄"), first).unwrap().view;
    assert_eq!(store.pools(None, first, None).unwrap().pools.last().unwrap().id, pool.id, "last, after the agreement's");
    let late = OwnCallDraft { deadline: None, ..own_call(pool.id, None) };
    let late = store.own_call_save(&late, first).unwrap_err();
    assert_eq!((late.code, late.field.as_deref()), (ErrorCode::FieldRequired, Some("deadline")));
    let (from, to) = (Some(day("2020-01-01")), Some(day("2019-01-01")));
    let reversed = OwnCallDraft { project_from: from, project_to: to, ..own_call(pool.id, Some("2019-05-01")) };
    assert_error(&store.own_call_save(&reversed, first).unwrap_err(), ErrorCode::PeriodReversed);

    let unpublished = OwnCallDraft { published: None, ..own_call(pool.id, Some("2019-05-11")) };
    let unpublished = store.own_call_save(&unpublished, first).unwrap().view;
    assert_eq!(unpublished.call_state, CallState::Open, "a person entered it, so it is there");
    store.undo().unwrap();
    let call = store.own_call_save(&own_call(pool.id, Some("2019-05-11")), first).unwrap().view.calls[0].clone();
    let draft = |deadline| OwnCallDraft { id: call.id, version: call.version, ..own_call(pool.id, deadline) };
    let correction = |deadline| OwnCallDraft { correction: true, ..draft(deadline) };
    let slip = store.own_call_save(&correction(Some("2019-05-01")), first).unwrap().view;
    assert_eq!(
        (slip.calls[0].deadline, slip.calls[0].earlier_deadlines.len()),
        (Some(day("2019-05-01")), 0),
        "a slip, put right"
    );
    desk.set_time("2019-04-10T08:00:00Z");
    let moved = store.own_call_save(&draft(Some("2019-06-01")), day("2019-04-10")).unwrap().view;
    assert_eq!((moved.calls[0].deadline, moved.calls[0].earlier_deadlines.len()), (Some(day("2019-06-01")), 1));
    let on = |store: &Store, iso: &str| store.pool_standing(pool.id, lyngby, day(iso)).unwrap().standing;
    assert_eq!((on(&store, "2019-04-09").deadline, on(&store, "2019-04-10").days_left), (Some(day("2019-05-01")), Some(52)));
    let again = store.own_call_save(&draft(Some("2019-06-15")), day("2019-04-10")).unwrap().view;
    assert_eq!(again.calls[0].earlier_deadlines.len(), 2, "moved twice on one day, both are kept");
    for deadline in ["2019-06-01", "2019-05-01"] {
        store.own_call_save(&correction(Some(deadline)), day("2019-04-10")).unwrap();
    }
    let back = store.pools(None, day("2019-04-10"), None).unwrap().pools.pop().unwrap();
    assert!(back.calls[0].earlier_deadlines.is_empty(), "put back to what it was moved from it was never moved");
    let ahead = OwnCallDraft { moved_on: Some(day("2019-04-11")), ..draft(Some("2019-06-01")) };
    let ahead = store.own_call_save(&ahead, day("2019-04-10")).unwrap_err();
    assert_eq!((ahead.code, ahead.field.as_deref()), (ErrorCode::FieldInvalid, Some("moved_on")));
    let questions = OwnCallDraft { questions_until: Some(day("2019-05-02")), ..draft(Some("2019-05-01")) };
    let questions = store.own_call_save(&questions, day("2019-04-10")).unwrap_err();
    assert_eq!((questions.code, questions.field.as_deref()), (ErrorCode::AfterDeadline, Some("questions_until")));
    assert!(store.own_call_save(&draft(None), day("2019-04-10")).is_err(), "a time without a day");

    store.assessment_save(&assessment(pool.id, Stance::Apply), lyngby, day("2019-04-10")).unwrap();
    assert_error(&store.own_pool_delete(pool.id, pool.version).unwrap_err(), ErrorCode::RecordConflicts);
    store.undo().unwrap();
    store.own_pool_delete(pool.id, pool.version).unwrap();
    store.undo().unwrap();
    store.own_call_delete(call.id, call.version + 1).unwrap();
    while store.undo().is_ok() {}
    assert_eq!(whole(&desk.path()), before);
}

#[test]
fn what_was_read_in_with_an_agreement_is_not_changed() {
    let (_desk, mut store) = filled();
    let view = store.pools(None, day("2019-11-01"), None).unwrap();
    let pool = view.pools.iter().find(|pool| pool.key == "91-b").unwrap();
    let draft = OwnPoolDraft { id: pool.id, version: pool.version, ..own_pool("En anden") };
    assert_error(&store.own_pool_save(&draft, day("2019-11-01")).unwrap_err(), ErrorCode::RecordChanged);
    assert_error(&store.own_pool_delete(pool.id, pool.version).unwrap_err(), ErrorCode::RecordChanged);
    let call = &pool.calls[0];
    let draft = OwnCallDraft { id: call.id, version: call.version, ..own_call(pool.id, Some("2019-12-01")) };
    assert_error(&store.own_call_save(&draft, day("2019-11-01")).unwrap_err(), ErrorCode::RecordChanged);
    // But a call of one's own may be added to it.
    let added = store.own_call_save(&own_call(pool.id, Some("2019-12-01")), day("2019-11-01")).unwrap().view;
    assert_eq!((added.calls.len(), added.calls.iter().filter(|call| call.own).count()), (2, 1));
}

#[test]
fn a_decision_begins_the_application() {
    let (_desk, mut store) = filled();
    let lyngby = municipality(&store, "173");
    let biu = committee(&mut store, lyngby, "BIU");
    let pool = pool(&store, "93-a");
    let case = store.case_create(&case_about(biu, vec![pool], ""), lyngby, day("2019-03-12")).unwrap().view;
    assert_eq!(case.points.len(), 1);
    assert!(case.points[0].point.text.starts_with("det godkendes, at kommunen søger »"));
    let decisions = vec![decision(case.points[0].point.id, Outcome::Approved)];
    let draft = DecisionDraft { reading: case.readings[0].reading.clone(), decisions, applications_for: vec![pool] };
    let decided = store.case_decide(&draft, day("2019-03-20")).unwrap();
    assert!(decided.changed.contains(&"application".to_owned()), "in one operation");
    let ours = decided.view.points[0].subjects[0].applications.clone();
    assert_eq!(ours.iter().map(|application| application.stage).collect::<Vec<_>>(), [Stage::Assessing]);
    let register = store.register(None, None, day("2019-03-12"), Some(lyngby)).unwrap();
    assert_eq!((register.initiatives[92].status, register.initiatives[92].applications.len()), (Some(PoolStatus::Apply), 1));
    assert!(store.register(None, None, day("2019-03-11"), Some(lyngby)).unwrap().initiatives[92].applications.is_empty());
    let again = DecisionDraft { decisions: decided.view.readings[0].decisions.clone(), ..draft };
    let view = store.case_decide(&again, day("2019-03-20")).unwrap().view;
    assert_eq!(view.points[0].subjects[0].applications.len(), 1, "it has one already");
    store.undo().unwrap();
    assert!(store.register(None, None, day("2019-03-20"), Some(lyngby)).unwrap().initiatives[92].applications.is_empty());
}
