//! Cases before the committees: readings, points, decisions and what was promised.

use tilsagn_core::ErrorCode;
use tilsagn_core::committee::{
    CasePoint, CaseReading, CommitteeCase, Discrepancy, FollowUp, Outcome, PointDecision, PointSubject,
};
use tilsagn_core::pools::{PoolStatus, Stance};
use tilsagn_core::store::Store;
use tilsagn_core::views::*;

use crate::desk::assert_error;
use crate::filled::{filled, whole};
use crate::register::day;
use crate::standing::{assessment, case_about, committee, decision, municipality, pool};

fn reading(case: &CaseView, committee_id: u32, position: u32, meeting_date: &str) -> CasePart {
    CasePart::Reading(CaseReading {
        id: 0,
        version: 0,
        committee_case_id: case.committee_case.id,
        committee_id,
        position,
        meeting_date: Some(day(meeting_date)),
        item_number: "7".to_owned(),
        chairman: false,
        remark: String::new(),
        votes: String::new(),
        minority_statement: String::new(),
    })
}

fn point(case: &CaseView, parent_id: Option<u32>, position: u32, text: &str) -> CasePart {
    let (committee_case_id, text) = (case.committee_case.id, text.to_owned());
    CasePart::Point(CasePoint {
        id: 0,
        version: 0,
        committee_case_id,
        parent_id,
        position,
        text,
        condition: String::new(),
        drafted: false,
    })
}

fn decided(store: &mut Store, reading: &CaseReading, point: u32, outcome: Outcome, today: &str) -> CaseView {
    let decisions = vec![decision(point, outcome)];
    let draft = DecisionDraft { reading: reading.clone(), decisions, applications_for: Vec::new() };
    store.case_decide(&draft, day(today)).unwrap().view
}

fn points(case: &CaseView) -> Vec<(String, String)> {
    case.points.iter().map(|point| (point.label.clone(), point.point.text.clone())).collect()
}

#[test]
fn three_committees_read_one_case() {
    let (_desk, mut store) = filled();
    let lyngby = municipality(&store, "173");
    let [biu, ouu, chair] = ["BIU", "ØU", "KB"].map(|name| committee(&mut store, lyngby, name));
    let pool = pool(&store, "93-a");
    let today = "2019-05-01";
    let case = store.case_create(&case_about(biu, vec![pool], ""), lyngby, day("2019-03-01")).unwrap().view;
    store.case_part_save(&reading(&case, chair, 9, "2019-04-25"), day(today)).unwrap();
    let case = store.case_part_save(&reading(&case, ouu, 1, "2019-04-11"), day(today)).unwrap().view;
    let order: Vec<(&str, u32)> = case.readings.iter().map(|one| (one.short_name.as_str(), one.reading.position)).collect();
    assert_eq!(order, [("BIU", 0), ("ØU", 1), ("KB", 2)]);

    let asked = case.points[0].point.id;
    let held: Vec<CaseReading> = case.readings.iter().map(|one| one.reading.clone()).collect();
    let chairman = CaseReading { chairman: true, ..held[1].clone() };
    decided(&mut store, &held[0], asked, Outcome::RecommendedCouncil, today);
    decided(&mut store, &chairman, asked, Outcome::Noted, today);
    let divided = CaseReading {
        remark: "Udvalget ønsker en status i efteråret.".to_owned(),
        votes: "For: A, C, V (7). Imod: Ø (1).".to_owned(),
        minority_statement: "Ø ønsker midlerne brugt lokalt – »ikke sådan her«.".to_owned(),
        ..held[2].clone()
    };
    let view = decided(&mut store, &divided, asked, Outcome::Approved, today);
    assert!(view.readings[1].reading.chairman);
    assert_eq!(view.readings[2].reading.minority_statement, divided.minority_statement);

    let status = |iso: &str| store.pool_standing(pool, lyngby, day(iso)).unwrap().standing;
    let put = |iso: &str| status(iso).put.map(|put| (put.committee, put.outcome)).unwrap();
    assert_eq!((status("2019-03-11").status, put("2019-03-11")), (PoolStatus::Recommended, ("BIU".to_owned(), None)));
    assert_eq!(put("2019-03-12"), ("BIU".to_owned(), Some(Outcome::RecommendedCouncil)));
    assert_eq!(put("2019-04-11").0, "BIU", "taking note leaves what another said");
    assert_eq!((status("2019-04-24").status, status("2019-04-25").status), (PoolStatus::Recommended, PoolStatus::Apply));
    let row = |iso: &str| store.cases(lyngby, day(iso)).unwrap().cases[0].clone();
    assert_eq!((row("2019-03-11").outcome, row("2019-04-25").outcome), (None, Some(Outcome::Approved)));
    assert_eq!((row(today).committees, row(today).pools), (vec!["BIU".to_owned(), "ØU".to_owned(), "KB".to_owned()], 1));
    let before = store.committee_case(case.committee_case.id, day("2019-04-24")).unwrap();
    assert!(before.readings[2].decisions.is_empty() && before.readings[2].reading.votes.is_empty());
    assert_eq!(before.readings[0].decisions.len(), 1);
}

#[test]
fn the_decision_on_a_point_holds_for_those_inside_it_that_have_none() {
    let (_desk, mut store) = filled();
    let lyngby = municipality(&store, "173");
    let biu = committee(&mut store, lyngby, "BIU");
    let pools = ["91", "93-a", "107-a"].map(|key| pool(&store, key));
    let case = store.case_create(&case_about(biu, pools.to_vec(), ""), lyngby, day("2019-03-12")).unwrap().view;
    let ids: Vec<u32> = case.points.iter().map(|point| point.point.id).collect();
    let decisions = vec![decision(ids[0], Outcome::Approved), decision(ids[2], Outcome::NotApproved)];
    let mut draft = DecisionDraft { reading: case.readings[0].reading.clone(), decisions, applications_for: Vec::new() };
    let view = store.case_decide(&draft, day("2019-03-12")).unwrap().view;
    let status = |store: &Store, pool| store.pool_standing(pool, lyngby, day("2019-03-12")).unwrap().standing.status;
    assert_eq!(pools.map(|pool| status(&store, pool)), [PoolStatus::Apply, PoolStatus::DoNotApply, PoolStatus::Apply]);
    // Recorded again: what is no longer among the decisions is gone, what is kept is kept.
    draft.decisions = vec![view.readings[0].decisions[0].clone()];
    let view = store.case_decide(&draft, day("2019-03-12")).unwrap().view;
    assert_eq!(view.readings[0].decisions.len(), 1);
    assert_eq!(status(&store, pools[1]), PoolStatus::Apply);
    let seen = PointDecision { outcome: Outcome::Noted, version: 9, ..view.readings[0].decisions[0].clone() };
    let stale = DecisionDraft { decisions: vec![seen], ..draft };
    assert_error(&store.case_decide(&stale, day("2019-03-12")).unwrap_err(), ErrorCode::RecordChanged);
}

#[test]
fn points_are_kept_in_order_and_taken_with_all_inside_them() {
    let (desk, mut store) = filled();
    let before = whole(&desk.path());
    let lyngby = municipality(&store, "173");
    let biu = committee(&mut store, lyngby, "BIU");
    let today = day("2019-03-12");
    let pools = ["91", "93-a"].map(|key| pool(&store, key));
    let case = store.case_create(&case_about(biu, pools.to_vec(), "hvis relevant"), lyngby, today).unwrap().view;
    let outer = case.points[0].point.clone();
    let case = store.case_part_save(&point(&case, None, 0, "orienteringen tages til efterretning"), today).unwrap().view;
    let labels: Vec<String> = points(&case).into_iter().map(|(label, _)| label).collect();
    assert_eq!(labels, ["1", "2", "2 a", "2 b"]);
    let case = store.case_part_save(&point(&case, Some(outer.id), 1, "midt imellem"), today).unwrap().view;
    assert_eq!(points(&case)[3], ("2 b".to_owned(), "midt imellem".to_owned()));
    let middle = case.points[3].point.clone();

    let deep = store.case_part_save(&point(&case, Some(middle.id), 0, "for dybt"), today).unwrap_err();
    assert_eq!((deep.code, deep.field.as_deref()), (ErrorCode::FieldInvalid, Some("parent_id")));
    let empty = store.case_part_save(&point(&case, None, 0, "  "), today).unwrap_err();
    assert_eq!((empty.code, empty.field.as_deref()), (ErrorCode::FieldRequired, Some("text")));
    // Out of the point it lay in, to the end: both rows of places stay without a gap.
    let out = CasePart::Point(CasePoint { parent_id: None, position: 99, ..middle.clone() });
    let case = store.case_part_save(&out, today).unwrap().view;
    let labels: Vec<String> = points(&case).into_iter().map(|(label, _)| label).collect();
    assert_eq!(labels, ["1", "2", "2 a", "2 b", "3"]);
    assert_eq!(case.points[4].point.position, 2);

    let subject = |pool_id, application_id| PointSubject { id: 0, version: 0, case_point_id: middle.id, pool_id, application_id };
    let none = store.case_part_save(&CasePart::Subject(subject(None, None)), today).unwrap_err();
    assert_eq!((none.code, none.field.as_deref()), (ErrorCode::FieldRequired, Some("pool_id")));
    for _ in 0..2 {
        let case = store.case_part_save(&CasePart::Subject(subject(Some(pools[0]), None)), today).unwrap().view;
        assert_eq!(case.points[4].subjects.len(), 1, "the same thing once");
        assert_eq!(case.points[4].subjects[0].pool_key.as_deref(), Some("91"));
    }
    decided(&mut store, &case.readings[0].reading, outer.id, Outcome::Approved, "2019-03-12");
    let outer = case.points.iter().find(|point| point.point.id == outer.id).unwrap().point.clone();
    let case = store.case_part_delete(CasePartKind::Point, outer.id, outer.version, today).unwrap().view;
    let labels: Vec<String> = points(&case).into_iter().map(|(label, _)| label).collect();
    assert_eq!((labels, case.readings[0].decisions.len()), (vec!["1".to_owned(), "2".to_owned()], 0));
    let CommitteeCase { id, version, .. } = case.committee_case;
    store.case_delete(id, version).unwrap();
    assert_error(&store.committee_case(id, today).unwrap_err(), ErrorCode::RecordChanged);
    while store.undo().is_ok() {}
    assert_eq!(whole(&desk.path()), before);
}

#[test]
fn what_was_promised_is_open_until_it_is_reported() {
    let (desk, mut store) = filled();
    let before = whole(&desk.path());
    let lyngby = municipality(&store, "173");
    let biu = committee(&mut store, lyngby, "BIU");
    let case = store.case_create(&case_about(biu, Vec::new(), ""), lyngby, day("2019-03-12")).unwrap().view;
    assert!(case.points.is_empty());
    let follow_up = FollowUp {
        id: 0,
        version: 0,
        committee_case_id: case.committee_case.id,
        text: "Udvalget orienteres om, hvorvidt puljerne er ansøgt".to_owned(),
        due_on: None,
        reported_on: None,
        report: String::new(),
    };
    let case = store.case_part_save(&CasePart::FollowUp(follow_up), day("2019-03-12")).unwrap().view;
    let report = "Orienteret mundtligt".to_owned();
    let reported = FollowUp { reported_on: Some(day("2019-11-05")), report, ..case.follow_ups[0].clone() };
    let early = store.case_part_save(&CasePart::FollowUp(reported.clone()), day("2019-11-04")).unwrap_err();
    assert_eq!((early.code, early.field.as_deref()), (ErrorCode::FieldInvalid, Some("reported_on")));
    store.case_part_save(&CasePart::FollowUp(reported), day("2019-11-05")).unwrap();
    let open = |iso: &str| store.cases(lyngby, day(iso)).unwrap().cases[0].follow_ups_open;
    assert_eq!((open("2019-11-04"), open("2019-11-05")), (1, 0));
    let case = store.committee_case(case.committee_case.id, day("2019-11-04")).unwrap();
    assert_eq!((case.follow_ups[0].reported_on, case.follow_ups[0].report.as_str()), (None, ""));

    let discrepancy = Discrepancy {
        id: 0,
        version: 0,
        application_id: None,
        committee_case_id: Some(case.committee_case.id),
        subject: "Beløb".to_owned(),
        stated: "11,5 mio. kr.".to_owned(),
        stated_place: "sagen".to_owned(),
        other: "5,0 mio. kr.".to_owned(),
        other_place: "aftalen".to_owned(),
        note: String::new(),
        settled_on: None,
        settlement: String::new(),
    };
    let view = store.case_part_save(&CasePart::Discrepancy(discrepancy), day("2019-11-05")).unwrap().view;
    assert_eq!(view.history.len(), 4, "the case, the promise twice, the difference");
    let one = &view.discrepancies[0];
    let view = store.case_part_delete(CasePartKind::Discrepancy, one.id, one.version, day("2019-11-05")).unwrap().view;
    assert!(view.discrepancies.is_empty() && view.history.len() == 5, "what was removed is in the history");
    store.case_delete(view.committee_case.id, view.committee_case.version).unwrap();
    while store.undo().is_ok() {}
    assert_eq!(whole(&desk.path()), before);
}

#[test]
fn a_case_is_that_of_one_municipality_and_known_from_its_day() {
    let (_desk, mut store) = filled();
    let (lyngby, koebenhavn) = (municipality(&store, "173"), municipality(&store, "101"));
    let ours = committee(&mut store, lyngby, "BIU");
    let theirs = committee(&mut store, koebenhavn, "BIU");
    let pool = pool(&store, "91");
    let today = day("2019-06-01");
    // Entered after the meeting, it counts from the meeting.
    let earlier = store.case_create(&case_about(ours, vec![pool], ""), lyngby, today).unwrap().view;
    assert_eq!(earlier.committee_case.recommended_on, None);
    let draft = CaseDraft { meeting_date: None, item_number: String::new(), ..case_about(theirs, vec![pool], "") };
    let theirs = store.case_create(&draft, koebenhavn, today).unwrap().view;
    assert_eq!(theirs.committee_case.recommended_on, Some(today));
    let known = |municipality, iso: &str| store.cases(municipality, day(iso)).unwrap().cases.len();
    assert_eq!((known(lyngby, "2019-03-11"), known(lyngby, "2019-03-12"), known(lyngby, "2019-06-01")), (0, 1, 1));
    assert_eq!((known(koebenhavn, "2019-05-31"), known(koebenhavn, "2019-06-01")), (0, 1));

    let nameless = store.case_create(&CaseDraft { title: " ".to_owned(), ..draft.clone() }, lyngby, today).unwrap_err();
    assert_eq!((nameless.code, nameless.field.as_deref()), (ErrorCode::FieldRequired, Some("title")));
    let nowhere = CaseDraft { committee_id: None, meeting_date: Some(today), ..draft };
    let nowhere = store.case_create(&nowhere, lyngby, today).unwrap_err();
    assert_eq!((nowhere.code, nowhere.field.as_deref()), (ErrorCode::FieldRequired, Some("committee_id")));
    let ahead = CommitteeCase { recommended_on: Some(day("2019-06-02")), ..theirs.committee_case.clone() };
    assert_error(&store.case_save(&ahead, today).unwrap_err(), ErrorCode::FieldInvalid);
    let title = "Puljer – »så mange« \u{1F384} ".repeat(400);
    let saved = CommitteeCase { title: title.clone(), municipality_id: lyngby, ..theirs.committee_case.clone() };
    let saved = store.case_save(&saved, today).unwrap().view;
    assert_eq!((saved.committee_case.title.as_str(), saved.committee_case.municipality_id), (title.trim(), koebenhavn));
    assert_error(&store.case_save(&theirs.committee_case, today).unwrap_err(), ErrorCode::RecordChanged);
}

#[test]
fn history_names_what_a_change_is_about() {
    let (_desk, mut store) = filled();
    let lyngby = municipality(&store, "173");
    let biu = committee(&mut store, lyngby, "BIU");
    let pool = pool(&store, "91");
    let title = "Idræt som vej til inklusion, integration, beskæftigelse og sundhed";
    store.assessment_save(&assessment(pool, Stance::Apply), lyngby, day("2019-03-01")).unwrap();
    let said = |store: &Store| store.recent(1).unwrap().remove(0).changes;
    let about =
        |changes: &[FieldChange], table: &str| changes.iter().find(|change| change.table == table).unwrap().record.clone();
    assert_eq!(about(&said(&store), "assessment"), title);
    let case = store.case_create(&case_about(biu, vec![pool], ""), lyngby, day("2019-03-12")).unwrap().view;
    let changes = said(&store);
    assert_eq!(about(&changes, "case_reading"), "Udvalget BIU");
    assert_eq!(about(&changes, "case_point_subject"), case.points[0].point.text);
    let field = |changes: &[FieldChange], name: &str| changes.iter().find(|change| change.field == name).unwrap().after.clone();
    assert_eq!(field(&changes, "pool_id").as_deref(), Some(title));
    decided(&mut store, &case.readings[0].reading, case.points[0].point.id, Outcome::Approved, "2019-03-12");
    assert_eq!(about(&said(&store), "case_decision"), case.points[0].point.text);
    assert_eq!(store.undo().unwrap().record, case.points[0].point.text);
}
