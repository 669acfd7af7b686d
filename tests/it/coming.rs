//! »Kommende sager«: what is planned for the meetings ahead.

use tilsagn_core::ErrorCode;
use tilsagn_core::deadlines::{PlannedCase, PlannedKind};
use tilsagn_core::store::Store;
use tilsagn_core::views::{CaseDraft, ComingCase, ComingCommittee};

use crate::desk::assert_error;
use crate::grants::{ApplicationBuilder, Grants, dump_all, grants, pool};
use crate::meetings::{meeting, meetings};
use crate::register::day;
use crate::standing::{case_about, committee};

fn typed(committee_id: u32, title: &str, after_on: &str) -> PlannedCase {
    PlannedCase {
        id: 0,
        version: 0,
        committee_id,
        meeting_id: None,
        after_on: Some(day(after_on)),
        title: title.to_owned(),
        kind: PlannedKind::StatusReport,
        application_id: None,
        committee_case_id: None,
        replaces: String::new(),
        moved_from: None,
        dropped: false,
        reason: String::new(),
        source: "BIU 12. marts 2019, punkt 7 (Kommende sager)".to_owned(),
        note: String::new(),
    }
}

fn of(store: &Store, grants: &Grants, as_of: &str) -> ComingCommittee {
    store.coming(grants.lyngby, Some(grants.committee), day(as_of)).unwrap().committees.remove(0)
}

/// `2019-04-09: title` of each case, or `after 2019-03-12: title`.
fn list(coming: &ComingCommittee) -> Vec<String> {
    let at = |one: &tilsagn_core::views::ComingMeeting| match (&one.meeting, one.after_on) {
        (Some(meeting), _) => meeting.held_on.to_string(),
        (None, Some(day)) => format!("after {day}"),
        (None, None) => "?".to_owned(),
    };
    coming.meetings.iter().flat_map(|one| one.cases.iter().map(move |case| format!("{}: {}", at(one), case.title))).collect()
}

fn cases(coming: &ComingCommittee) -> Vec<&ComingCase> {
    coming.meetings.iter().flat_map(|one| &one.cases).collect()
}

#[test]
fn a_case_waits_for_a_meeting_until_one_is_known() {
    let (grants, mut store) = grants();
    let today = day("2019-03-12");
    store
        .planned_case_save(&typed(grants.committee, "Afsluttende status på Beskæftigelsesplan 2018", "2019-03-12"), today)
        .unwrap();
    assert_eq!(list(&of(&store, &grants, "2019-03-12")), ["after 2019-03-12: Afsluttende status på Beskæftigelsesplan 2018"]);
    store.meeting_save(&meeting(grants.committee, "2019-04-09"), today).unwrap();
    let coming = of(&store, &grants, "2019-03-12");
    assert_eq!(list(&coming), ["2019-04-09: Afsluttende status på Beskæftigelsesplan 2018"]);
    assert_eq!((coming.meetings[0].paper_due, coming.meetings[0].working_days), (Some(day("2019-03-28")), Some(12)));
    assert_eq!(cases(&coming)[0].reason.da, "BIU 12. marts 2019, punkt 7 (Kommende sager)");
    let title = "Afsluttende status på Beskæftigelsesplan 2018";
    let passed = of(&store, &grants, "2019-04-10");
    assert_eq!(list(&passed), [format!("after 2019-04-09: {title}")], "nobody dealt with it");
    assert_eq!(cases(&passed)[0].missed_on, Some(day("2019-04-09")));
    let reason = &cases(&passed)[0].reason.da;
    assert!(reason.ends_with("(Kommende sager). Ikke behandlet på mødet 9. april 2019"), "{reason}");
    store.meeting_save(&meeting(grants.committee, "2020-05-12"), today).unwrap();
    let next = of(&store, &grants, "2019-04-10");
    assert_eq!(list(&next), [format!("2020-05-12: {title}")]);
    assert!(cases(&next)[0].reason.da.ends_with("er mere end et år efter 9. april 2019"), "{:?}", cases(&next)[0].reason);
    let on_the_day = of(&store, &grants, "2019-04-09");
    assert_eq!((list(&on_the_day), cases(&on_the_day)[0].missed_on), (list(&coming), None));
}

#[test]
fn a_back_plan_calls_for_a_paper_that_can_be_moved_or_dropped_with_a_reason() {
    let (grants, mut store) = grants();
    let today = day("2019-03-12");
    for held_on in ["2019-04-09", "2019-05-14", "2019-06-11"] {
        store.meeting_save(&meeting(grants.committee, held_on), today).unwrap();
    }
    let pool = pool(&store, "93-a");
    let title = ApplicationBuilder::to_pool(pool).of(&grants).make(&mut store, grants.lyngby).application.title;
    let before = dump_all(&store);
    let coming = of(&store, &grants, "2019-03-12");
    assert_eq!(list(&coming), [format!("2019-05-14: {title}")]);
    let case = cases(&coming)[0].clone();
    assert_eq!((case.kind, case.due_on), (PlannedKind::Application, Some(day("2019-05-02"))));
    assert_eq!(
        case.reason.da,
        "Tilbageplanen: sagen skal afleveres 2. maj 2019, så ansøgningen kan sendes til fristen 22. maj 2019"
    );

    let april = meetings(&store, &grants)[0].meeting.id;
    let moved = PlannedCase {
        meeting_id: Some(april),
        after_on: None,
        kind: PlannedKind::Application,
        replaces: case.key.clone(),
        source: String::new(),
        ..typed(grants.committee, &case.title, "2019-03-12")
    };
    assert_error(&store.planned_case_save(&moved, today).unwrap_err(), ErrorCode::FieldRequired);
    let moved = PlannedCase { reason: "Udvalget vil se den før påske".to_owned(), ..moved };
    store.planned_case_save(&moved, today).unwrap();
    assert_error(&store.planned_case_save(&moved, today).unwrap_err(), ErrorCode::FieldTaken);
    let coming = of(&store, &grants, "2019-03-12");
    assert_eq!(list(&coming), [format!("2019-04-09: {title}")]);
    let found = cases(&coming)[0].clone();
    assert_eq!((found.key, found.moved_from), (case.key, Some(day("2019-05-14"))));
    assert_eq!(coming.dropped[0].moved_reason, "Udvalget vil se den før påske");

    let row = found.row.unwrap();
    let gone = PlannedCase { dropped: true, reason: " ".to_owned(), ..row.clone() };
    assert_error(&store.planned_case_save(&gone, today).unwrap_err(), ErrorCode::FieldRequired);
    store.planned_case_save(&PlannedCase { reason: "Ansøges ikke".to_owned(), ..gone }, today).unwrap();
    let coming = of(&store, &grants, "2019-03-12");
    assert!(list(&coming).is_empty());
    assert_eq!((coming.dropped[0].moved_reason.as_str(), coming.dropped.len()), ("Ansøges ikke", 1));
    let row = coming.dropped[0].row.clone().unwrap();
    store.planned_case_delete(row.id, row.version, today).unwrap();
    assert_eq!(list(&of(&store, &grants, "2019-03-12")), [format!("2019-05-14: {title}")], "planned again as it follows");
    for _ in 0..3 {
        store.undo().unwrap();
    }
    assert_eq!(dump_all(&store), before);
}

#[test]
fn a_case_brought_back_to_its_own_meeting_was_never_moved() {
    let (grants, mut store) = grants();
    let today = day("2019-03-12");
    for held_on in ["2019-04-09", "2019-05-14"] {
        store.meeting_save(&meeting(grants.committee, held_on), today).unwrap();
    }
    let may = meetings(&store, &grants)[1].meeting.id;
    store.planned_case_save(&typed(grants.committee, "Status", "2019-03-12"), today).unwrap();
    let row = |store: &Store| {
        let coming = of(store, &grants, "2019-03-12");
        let dropped = coming.dropped.iter().find(|case| case.row.as_ref().is_some_and(|row| row.dropped));
        dropped.or(cases(&coming).first().copied()).and_then(|case| case.row.clone()).unwrap()
    };
    let change = |store: &mut Store, meeting_id: Option<u32>, dropped: bool, reason: &str| {
        let reason = reason.to_owned();
        store.planned_case_save(&PlannedCase { meeting_id, dropped, reason, ..row(store) }, today).unwrap();
        row(store).moved_from
    };
    assert_eq!(change(&mut store, None, true, "Ikke klar"), Some(day("2019-04-09")));
    assert_eq!(change(&mut store, None, false, ""), None, "brought back");
    assert!(of(&store, &grants, "2019-03-12").dropped.is_empty());
    assert_eq!(change(&mut store, Some(may), false, "Ikke klar"), Some(day("2019-04-09")));
    assert_eq!(change(&mut store, Some(may), true, "Udgår"), Some(day("2019-04-09")));
    assert_eq!(change(&mut store, Some(may), false, ""), Some(day("2019-04-09")), "it stands elsewhere");
    assert_eq!(change(&mut store, None, false, "Klar alligevel"), None);
}

#[test]
fn a_case_on_an_agenda_is_listed_once() {
    let (grants, mut store) = grants();
    let today = day("2019-03-01");
    store.meeting_save(&meeting(grants.committee, "2019-03-12"), today).unwrap();
    let pool = pool(&store, "93-a");
    ApplicationBuilder::to_pool(pool).of(&grants).make(&mut store, grants.lyngby);
    store.case_create(&case_about(grants.committee, vec![pool], ""), grants.lyngby, today).unwrap();
    let coming = of(&store, &grants, "2019-03-01");
    assert_eq!(list(&coming), ["2019-03-12: Satspuljeaftale 2019"]);
    assert_eq!(cases(&coming)[0].reason.da, "Sagen er sat på dagsordenen");
    assert!(cases(&coming)[0].case_id.is_some());
}

#[test]
fn what_the_committee_was_given_does_not_go_on() {
    let (grants, mut store) = grants();
    let today = day("2019-03-01");
    for held_on in ["2019-03-12", "2019-04-09"] {
        store.meeting_save(&meeting(grants.committee, held_on), today).unwrap();
    }
    let march = meetings(&store, &grants)[0].meeting.id;
    let pool = pool(&store, "93-a");
    let application = ApplicationBuilder::to_pool(pool).of(&grants).make(&mut store, grants.lyngby).application.id;
    let planned = PlannedCase {
        meeting_id: Some(march),
        after_on: None,
        application_id: Some(application),
        ..typed(grants.committee, "Ansøgningen", "2019-03-01")
    };
    store.planned_case_save(&planned, today).unwrap();
    let waits = |store: &Store| list(&of(store, &grants, "2019-03-13")).iter().any(|one| one.ends_with("Ansøgningen"));
    assert!(waits(&store));
    let case = CaseDraft { applications: vec![application], ..case_about(grants.committee, Vec::new(), "") };
    store.case_create(&case, grants.lyngby, today).unwrap();
    assert!(!waits(&store), "put to the meeting it was planned for");
}

#[test]
fn a_meeting_is_of_the_committee_and_a_move_says_why() {
    let (grants, mut store) = grants();
    let today = day("2019-03-12");
    for held_on in ["2019-04-09", "2019-05-14"] {
        store.meeting_save(&meeting(grants.committee, held_on), today).unwrap();
    }
    let [april, may] = [0, 1].map(|at| meetings(&store, &grants)[at].meeting.id);
    let other = committee(&mut store, grants.lyngby, "SSU");
    let row = PlannedCase { meeting_id: Some(april), after_on: None, ..typed(other, "Status", "2019-03-12") };
    assert_error(&store.planned_case_save(&row, today).unwrap_err(), ErrorCode::FieldInvalid);
    let nowhere = PlannedCase { meeting_id: None, after_on: None, ..row.clone() };
    assert_error(&store.planned_case_save(&nowhere, today).unwrap_err(), ErrorCode::FieldRequired);
    store.planned_case_save(&PlannedCase { committee_id: grants.committee, ..row }, today).unwrap();
    let saved = cases(&of(&store, &grants, "2019-03-12"))[0].row.clone().unwrap();
    let later = PlannedCase { meeting_id: Some(may), ..saved };
    assert_error(&store.planned_case_save(&later, today).unwrap_err(), ErrorCode::FieldRequired);
    let later = PlannedCase { reason: "Tallene mangler".to_owned(), ..later };
    store.planned_case_save(&later, today).unwrap();
    let coming = of(&store, &grants, "2019-03-12");
    assert_eq!(list(&coming), ["2019-05-14: Status"]);
    assert_eq!(cases(&coming)[0].moved_from, Some(day("2019-04-09")));
    assert_eq!(coming.ahead.len(), 2);
}

#[test]
fn the_example_has_what_the_committee_was_shown() {
    let desk = crate::filled::filled().0;
    let path = desk.folder.path().join("example.db");
    let store = Store::create(&path, &desk.environment, tilsagn_core::seed::example).unwrap();
    let lyngby = store.municipality_named("173").unwrap().id;
    let biu = store.coming(lyngby, None, day("2019-03-12")).unwrap().committees;
    let biu = biu.into_iter().find(|one| one.short_name == "BIU").unwrap();
    let waiting = list(&biu);
    for title in ["Afsluttende status på Beskæftigelsesplan 2018", "Slutrapport på satspuljeprojektet Håndholdt Ressourceforløb"]
    {
        assert!(waiting.contains(&format!("after 2019-03-12: {title}")), "{waiting:?}");
    }
}
