//! What is changed of an application and of what belongs to it: fields, steps, parts, and the mandate a committee gives.

use tilsagn_core::applications::*;
use tilsagn_core::calendar::PartialDate;
use tilsagn_core::committee::{CaseKind, Discrepancy, Outcome, PointDecision};
use tilsagn_core::pools::{Choice, PoolStatus};
use tilsagn_core::store::Store;
use tilsagn_core::views::*;
use tilsagn_core::{Error, ErrorCode};

use crate::applications::{TODAY, advance, appropriation, part, task};
use crate::desk::assert_error;
use crate::grants::{ApplicationBuilder, date, dump_all, grants, kr, pool, step};
use crate::register::day;

#[test]
fn what_a_form_lacks_is_said_of_its_field() {
    let (grants, mut store) = grants();
    let field = |outcome: Result<ApplicationView, Error>| {
        let error = outcome.unwrap_err();
        (error.code, error.field.unwrap_or_default())
    };
    let made = |store: &mut Store, builder: ApplicationBuilder| field(builder.try_make(store, grants.lyngby));
    assert_eq!(made(&mut store, ApplicationBuilder::to_fund(" ", "T")), (ErrorCode::FieldRequired, "funder".into()));
    assert_eq!(made(&mut store, ApplicationBuilder::to_fund("Fond", " ")), (ErrorCode::FieldRequired, "title".into()));
    let ahead = ApplicationBuilder::to_fund("Fond", "T").at(Stage::Running, date("2027"));
    assert_eq!(made(&mut store, ahead), (ErrorCode::FieldInvalid, "taken_on".into()));
    assert!(store.applications(grants.lyngby, day(TODAY)).unwrap().applications.is_empty());

    let view = ApplicationBuilder::to_fund("Fond \"Ø\" 🎉", &"å".repeat(10_000)).make(&mut store, grants.lyngby);
    assert_eq!(view.application.title.chars().count(), 10_000);
    let saved = |store: &mut Store, it: Application| field(store.application_save(&it, day(TODAY)).map(|changed| changed.view));
    let it = view.application;
    let reversed = Application { period_start: date("2020-05"), period_end: date("2020-04-30"), ..it.clone() };
    assert_eq!(saved(&mut store, reversed), (ErrorCode::PeriodReversed, "period_end".into()));
    let negative = Application { requested: kr(-1), ..it.clone() };
    assert_eq!(saved(&mut store, negative), (ErrorCode::FieldInvalid, "requested".into()));
    let nobody = Application { funder: String::new(), ..it.clone() };
    assert_eq!(saved(&mut store, nobody), (ErrorCode::FieldRequired, "funder".into()));
    let moved = Application { municipality_id: 1, period_start: date("2020"), period_end: date("2020-04"), ..it };
    let moved = store.application_save(&moved, day(TODAY)).unwrap().view;
    assert_eq!(moved.application.municipality_id, grants.lyngby, "an application never changes hands");
}

#[test]
fn a_quick_change_of_what_someone_changed_is_refused_by_name() {
    let (grants, mut store) = grants();
    let view = ApplicationBuilder::to_fund("Fond", "Hjerterum").make(&mut store, grants.lyngby);
    let quick = QuickChange {
        id: view.application.id,
        version: view.application.version,
        title: "Hjerterum 2".to_owned(),
        owner_id: Some(grants.owner),
        department_id: Some(grants.department),
        requested: kr(100),
    };
    let changed = store.application_quick_save(&quick, day(TODAY)).unwrap();
    assert_eq!(changed.changed, ["application"]);
    assert_eq!((changed.view.row.owner.as_deref(), changed.view.row.requested), (Some("Anna"), kr(100)));
    let refused = store.application_quick_save(&quick, day(TODAY)).unwrap_err();
    assert_error(&refused, ErrorCode::RecordChanged);
    assert_eq!((refused.params["record"].as_str(), refused.params["who"].as_str()), ("Hjerterum 2", "Anna"));
    let untitled = QuickChange { title: " ".to_owned(), version: 2, ..quick };
    let refused = store.application_quick_save(&untitled, day(TODAY)).unwrap_err();
    assert_eq!((refused.code, refused.field.as_deref()), (ErrorCode::FieldRequired, Some("title")));
}

#[test]
fn a_step_is_corrected_between_its_neighbours_and_never_moved() {
    let (grants, mut store) = grants();
    let view = ApplicationBuilder::to_fund("Fond", "T").make(&mut store, grants.lyngby);
    let only = store.application_step_back(view.application.id, 1, "x", day(TODAY)).unwrap_err();
    assert_error(&only, ErrorCode::StepNotPossible);
    let view = advance(&mut store, &step(&view, Stage::Assessing, "2019-02-01")).unwrap();
    let view = advance(&mut store, &step(&view, Stage::Drafting, "2019-03-01")).unwrap();
    let middle = view.steps[1].clone();
    let on = |day: &str| ApplicationStep { taken_on: date(day), ..middle.clone() };
    for day in ["2019-01-01", "2019-03-02", "2027-01-01"] {
        let refused = part(&mut store, ApplicationPart::Step(on(day))).unwrap_err();
        assert_eq!((refused.code, refused.field.as_deref()), (ErrorCode::FieldInvalid, Some("taken_on")), "{day}");
    }
    let wanted = ApplicationStep {
        stage: Stage::Closed,
        position: 9,
        person: "En anden".to_owned(),
        reason: "Rettet".to_owned(),
        journalised: true,
        ..on("2019-02-14")
    };
    let view = part(&mut store, ApplicationPart::Step(wanted)).unwrap();
    let step = &view.steps[1];
    assert_eq!((step.stage, step.position, step.person.as_str()), (Stage::Assessing, 2, "Anna"));
    assert_eq!((step.taken_on, step.reason.as_str(), step.journalised), (date("2019-02-14"), "Rettet", true));
    let unknown = part(&mut store, ApplicationPart::Step(ApplicationStep { taken_on: None, ..step.clone() })).unwrap();
    assert_eq!(unknown.steps[1].taken_on, None::<PartialDate>);
}

#[test]
fn parts_come_and_go_and_the_list_counts_them() {
    let (grants, mut store) = grants();
    let view = ApplicationBuilder::to_fund("Fond", "T").make(&mut store, grants.lyngby);
    let id = view.application.id;
    let before = dump_all(&store);
    let gone = part(&mut store, ApplicationPart::Task(task(999, "x", TODAY))).unwrap_err();
    assert_error(&gone, ErrorCode::RecordMissing);
    let untitled = part(&mut store, ApplicationPart::Task(task(id, " ", TODAY))).unwrap_err();
    assert_eq!((untitled.code, untitled.field.as_deref()), (ErrorCode::FieldRequired, Some("title")));
    let note = ApplicationNote {
        id: 0,
        version: 0,
        application_id: id,
        text: "Ring til fonden".to_owned(),
        author: String::new(),
        written_on: day("2019-05-01"),
    };
    let view = part(&mut store, ApplicationPart::Note(note)).unwrap();
    assert_eq!(view.notes[0].author, "Anna");
    assert!(store.application(id, day("2019-04-30")).unwrap().notes.is_empty(), "not written yet");
    let difference = Discrepancy {
        id: 0,
        version: 0,
        application_id: Some(id),
        committee_case_id: None,
        subject: "Beløb".to_owned(),
        stated: "2,336 mio. kr.".to_owned(),
        stated_place: "sagen".to_owned(),
        other: "2,3 mio. kr.".to_owned(),
        other_place: "bilaget".to_owned(),
        note: String::new(),
        settled_on: None,
        settlement: String::new(),
    };
    let view = part(&mut store, ApplicationPart::Discrepancy(difference)).unwrap();
    assert_eq!(view.row.discrepancies, 1);
    let settled = Discrepancy { settled_on: Some(day("2019-06-01")), ..view.discrepancies[0].clone() };
    part(&mut store, ApplicationPart::Discrepancy(settled)).unwrap();
    let open = |as_of: &str| store.applications(grants.lyngby, day(as_of)).unwrap().applications[0].discrepancies;
    assert_eq!((open("2019-05-31"), open("2019-06-01")), (1, 0));

    let view = part(&mut store, ApplicationPart::Appropriation(appropriation(id))).unwrap();
    let twice = part(&mut store, ApplicationPart::Appropriation(appropriation(id))).unwrap_err();
    assert_error(&twice, ErrorCode::FieldTaken);
    let row = view.appropriation_row.unwrap();
    let year = AppropriationYear {
        id: 0,
        version: 0,
        appropriation_id: row.id,
        year: 2019,
        income: kr(1).unwrap(),
        expenditure: kr(1).unwrap(),
    };
    part(&mut store, ApplicationPart::AppropriationYear(year.clone())).unwrap();
    let twice = part(&mut store, ApplicationPart::AppropriationYear(year.clone())).unwrap_err();
    assert_eq!((twice.code, twice.field.as_deref()), (ErrorCode::FieldTaken, Some("year")));
    let never = part(&mut store, ApplicationPart::AppropriationYear(AppropriationYear { year: 20_019, ..year })).unwrap_err();
    assert_eq!((never.code, never.field.as_deref()), (ErrorCode::FieldInvalid, Some("year")));
    let removed = store.application_part_delete(ApplicationPartKind::Appropriation, row.id, row.version, day(TODAY)).unwrap();
    assert_eq!(removed.changed, ["appropriation_year", "appropriation"]);
    assert!(removed.view.appropriation_row.is_none());
    let kinds: Vec<&str> = removed.view.history.iter().map(|entry| entry.kind.as_str()).collect();
    assert_eq!(kinds[0], "application.appropriation", "what was removed is in the history");
    for _ in 0..6 {
        store.undo().unwrap();
    }
    assert_eq!(dump_all(&store), before);
}
#[test]
fn the_condition_of_a_mandate_stands_until_the_final_choice_answers_it() {
    let (grants, mut store) = grants();
    let (pool, lyngby) = (pool(&store, "91-b"), grants.lyngby);
    let view = ApplicationBuilder::to_pool(pool).make(&mut store, lyngby);
    let id = view.application.id;
    let draft = CaseDraft {
        title: "Satspuljer 2019".to_owned(),
        kind: CaseKind::Decision,
        case_number: String::new(),
        committee_id: Some(grants.committee),
        meeting_date: Some(day("2019-03-12")),
        item_number: "3".to_owned(),
        pools: vec![pool],
        applications: Vec::new(),
        condition: "hvis forvaltningen vurderer dem relevante".to_owned(),
    };
    let case = store.case_create(&draft, lyngby, day("2019-03-01")).unwrap().view;
    let point = case.points.iter().find(|point| !point.subjects.is_empty()).unwrap().point.id;
    let state = |store: &Store, as_of: &str| {
        let view = store.application(id, day(as_of)).unwrap();
        (view.row.approval, view.mandate_condition.is_some(), view.row.condition_open, view.puts.len())
    };
    assert_eq!(state(&store, "2019-02-28"), (ApprovalState::NotSettled, false, false, 0));
    assert_eq!(state(&store, "2019-03-01"), (ApprovalState::Put, true, true, 1));

    let reading = case.readings[0].reading.clone();
    let decision = PointDecision {
        id: 0,
        version: 0,
        case_reading_id: reading.id,
        case_point_id: point,
        outcome: Outcome::Approved,
        text: String::new(),
    };
    let decided = DecisionDraft { reading, decisions: vec![decision], applications_for: Vec::new() };
    store.case_decide(&decided, day("2019-03-13")).unwrap();
    assert_eq!(state(&store, "2019-03-11").0, ApprovalState::Put);
    assert_eq!(state(&store, "2019-03-12"), (ApprovalState::Conditional, true, true, 1));
    let view = advance(&mut store, &step(&view, Stage::Drafting, "2019-04-01")).unwrap();
    assert_eq!(view.standing.as_ref().unwrap().status, PoolStatus::ApplyIfRelevant);
    let send = step(&view, Stage::Submitted, "2019-10-30");
    assert_eq!(advance(&mut store, &send).unwrap_err().params["missing"], "mandate_condition");

    let chosen_on = Some(day("2019-09-20"));
    let choice = ChoiceDraft { pool_id: pool, choice: Choice::Apply, reason: "Relevant".to_owned(), chosen_on };
    store.choice_save(&choice, lyngby, day("2019-09-20")).unwrap();
    assert_eq!(state(&store, "2019-09-19"), (ApprovalState::Conditional, true, true, 1));
    assert_eq!(state(&store, "2019-09-20"), (ApprovalState::Approved, false, false, 1));
    let view = advance(&mut store, &send).unwrap();
    assert_eq!((view.row.stage, view.standing.unwrap().status), (Stage::Submitted, PoolStatus::Apply));
}
