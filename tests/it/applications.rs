//! Applications from the idea to the end, and as they stood on a day.

use tilsagn_core::applications::*;
use tilsagn_core::calendar::PartialDate;
use tilsagn_core::committee::Discrepancy;
use tilsagn_core::office::OfficeRules;
use tilsagn_core::store::Store;
use tilsagn_core::views::*;
use tilsagn_core::{Error, ErrorCode};

use crate::desk::assert_error;
use crate::grants::{ApplicationBuilder, date, dump_all, grants, kr, pool, step};
use crate::register::day;

const TODAY: &str = "2026-03-01";

fn part(store: &mut Store, part: ApplicationPart) -> Result<ApplicationView, Error> {
    store.application_part_save(&part, day(TODAY)).map(|changed| changed.view)
}

fn advance(store: &mut Store, step: &StepDraft) -> Result<ApplicationView, Error> {
    store.application_advance(step, day(TODAY)).map(|changed| changed.view)
}

fn lacks(view: &ApplicationView, stage: Stage) -> Vec<(&'static str, bool)> {
    let next = view.next.iter().find(|next| next.stage == stage).unwrap();
    next.lacks.iter().map(|it| (it.missing.code(), it.blocks)).collect()
}

#[track_caller]
fn assert_blocked(error: &Error, missing: &str) {
    assert_error(error, ErrorCode::StepBlocked);
    assert_eq!(error.params["missing"], missing);
}

fn task(application_id: u32, title: &str, due_on: &str) -> ApplicationTask {
    let (title, waiting_for) = (title.to_owned(), "Styrelsen".to_owned());
    let due_on = Some(day(due_on));
    ApplicationTask { id: 0, version: 0, application_id, title, person_id: None, waiting_for, due_on, done_on: None }
}

fn appropriation(application_id: u32) -> Appropriation {
    Appropriation {
        id: 0,
        version: 0,
        application_id,
        kind: AppropriationKind::Supplementary,
        committee_on: None,
        finance_committee_on: None,
        granted_on: None,
        case_number: String::new(),
        note: String::new(),
    }
}

#[test]
fn the_whole_way_of_an_application_and_back() {
    let (grants, mut store) = grants();
    let rules = OfficeRules { id: 0, version: 0, municipality_id: grants.lyngby, approval_before_submission: true };
    store.office_save(&OfficePart::Rules(rules)).unwrap();
    let before = dump_all(&store);
    let operations = store.recent(1000).unwrap().len();

    let pool = pool(&store, "91-b");
    let view = ApplicationBuilder::to_pool(pool).of(&grants).make(&mut store, grants.lyngby);
    let id = view.application.id;
    assert_eq!(view.row.pool.as_deref(), Some("Motion og fællesskab på recept"));
    assert_eq!((view.row.title.as_str(), view.row.initiative), ("Motion og fællesskab på recept", Some(91)));
    assert_eq!((view.row.committees.clone(), view.row.owner.as_deref()), (vec!["BIU".to_owned()], Some("Anna")));
    assert_eq!((view.row.stage, view.row.stage_since), (Stage::Idea, date("2019-01-02")));
    assert_eq!((view.row.approval, view.row.appropriation), (ApprovalState::NotSettled, AppropriationState::NotSettled));

    // What is not possible, what lacks, and days that cannot be.
    let jump = advance(&mut store, &step(&view, Stage::Granted, "2019-02-01")).unwrap_err();
    assert_error(&jump, ErrorCode::StepNotPossible);
    assert_eq!(jump.params["record"], "Motion og fællesskab på recept");
    let undated = StepDraft { taken_on: None, ..step(&view, Stage::Drafting, "2019-02-01") };
    assert_blocked(&advance(&mut store, &undated).unwrap_err(), "date");
    assert_blocked(&advance(&mut store, &step(&view, Stage::NotApplied, "2019-02-01")).unwrap_err(), "reason");
    let early = advance(&mut store, &step(&view, Stage::Drafting, "2019-01-01")).unwrap_err();
    assert_error(&early, ErrorCode::FieldInvalid);
    assert_eq!((early.field.as_deref(), early.params["expected"].as_str()), (Some("taken_on"), "2019-01-02"));
    for later in ["2026-03-02", "2026"] {
        let ahead = advance(&mut store, &step(&view, Stage::Drafting, later)).unwrap_err();
        assert_eq!((ahead.code, ahead.field.as_deref()), (ErrorCode::FieldInvalid, Some("taken_on")), "{later}");
    }
    let hour = StepDraft { taken_time: Some("25:00".to_owned()), ..step(&view, Stage::Drafting, "2019-02-01") };
    assert_eq!(advance(&mut store, &hour).unwrap_err().field.as_deref(), Some("taken_time"));

    let view = advance(&mut store, &step(&view, Stage::Assessing, "2019-02-01")).unwrap();
    let view = advance(&mut store, &step(&view, Stage::Drafting, "2019-02")).unwrap();
    assert_eq!(view.steps.iter().map(|step| step.person.as_str()).collect::<Vec<_>>(), ["Anna"; 3]);
    assert_eq!(lacks(&view, Stage::Submitted), [("approval", true), ("requested_amount", false), ("proof_of_sending", false)]);
    let send = StepDraft {
        taken_time: Some("11:45".to_owned()),
        requested: kr(2_336_000),
        journalised: true,
        record_number: "2019-117".to_owned(),
        ..step(&view, Stage::Submitted, "2019-04-01")
    };
    assert_blocked(&advance(&mut store, &send).unwrap_err(), "approval");
    let approved =
        Application { approval: Some(Approval::Chairman), approval_on: Some(day("2019-03-20")), ..view.application.clone() };
    let view = store.application_save(&approved, day(TODAY)).unwrap().view;
    assert_eq!(view.row.approval, ApprovalState::Approved);
    let stale = advance(&mut store, &send).unwrap_err();
    assert_error(&stale, ErrorCode::RecordChanged);
    let view = advance(&mut store, &StepDraft { version: view.application.version, ..send }).unwrap();
    assert_eq!((view.row.stage, view.row.requested), (Stage::Submitted, kr(2_336_000)));
    let sent = view.steps.last().unwrap();
    assert_eq!((sent.taken_time.as_deref(), sent.record_number.as_str()), (Some("11:45"), "2019-117"));
    let kept = store.application_delete(id, view.application.version).unwrap_err();
    assert_error(&kept, ErrorCode::ApplicationSent);

    // Granted on a condition that stays until it is answered.
    let grant = StepDraft { awarded: kr(2_000_000), ..step(&view, Stage::ConditionallyGranted, "2019-06-30") };
    assert_blocked(&advance(&mut store, &grant).unwrap_err(), "conditions");
    let condition = ConditionDraft { text: "Revideret budget".to_owned(), due_on: Some(day("2019-08-01")) };
    let view = advance(&mut store, &StepDraft { conditions: vec![condition], ..grant }).unwrap();
    assert_eq!((view.row.awarded, view.row.condition_open), (kr(2_000_000), true));
    assert_eq!(lacks(&view, Stage::Accepted), [("open_conditions", true)]);
    let accept = step(&view, Stage::Accepted, "2019-08-15");
    assert_blocked(&advance(&mut store, &accept).unwrap_err(), "open_conditions");
    let answered = ApplicationCondition {
        closed_on: Some(day("2019-07-20")),
        answer: "Sendt 20. juli".to_owned(),
        ..view.conditions[0].clone()
    };
    part(&mut store, ApplicationPart::Condition(answered)).unwrap();
    let view = advance(&mut store, &accept).unwrap();

    // A grant is not permission to spend: running warns, and does not stop.
    assert_eq!(lacks(&view, Stage::Running), [("appropriation", false)]);
    let view = part(&mut store, ApplicationPart::Appropriation(appropriation(id))).unwrap();
    assert_eq!(view.row.appropriation, AppropriationState::Open);
    let open = view.appropriation_row.clone().unwrap();
    let year = AppropriationYear {
        id: 0,
        version: 0,
        appropriation_id: open.id,
        year: 2019,
        income: kr(500_000).unwrap(),
        expenditure: kr(500_000).unwrap(),
    };
    part(&mut store, ApplicationPart::AppropriationYear(year)).unwrap();
    let view = advance(&mut store, &step(&view, Stage::Running, "2019-09-01")).unwrap();
    let granted = Appropriation { granted_on: Some(day("2019-10-24")), ..open };
    let view = {
        part(&mut store, ApplicationPart::Appropriation(granted)).unwrap();
        store.application(view.application.id, day(TODAY)).unwrap()
    };
    assert_eq!(view.row.appropriation, AppropriationState::Granted);

    // A step taken by mistake is taken back, and stays in the list.
    let view = advance(&mut store, &step(&view, Stage::Reporting, "2021-01-01")).unwrap();
    let version = view.application.version;
    let unexplained = store.application_step_back(id, version, " ", day(TODAY)).unwrap_err();
    assert_eq!((unexplained.code, unexplained.field.as_deref()), (ErrorCode::FieldRequired, Some("reason")));
    let view = store.application_step_back(id, version, "Forkert ansøgning", day(TODAY)).unwrap().view;
    assert_eq!((view.row.stage, view.steps.len()), (Stage::Running, 8));
    assert_eq!(view.steps[7].taken_back_reason, "Forkert ansøgning");
    let view = advance(&mut store, &step(&view, Stage::Reporting, "2021-02-01")).unwrap();
    assert_eq!(view.steps[8].position, 9);
    part(&mut store, ApplicationPart::Task(task(id, "Slutrapport", "2021-05-01"))).unwrap();
    let view = store.application(id, day(TODAY)).unwrap();
    assert_eq!((view.row.tasks_open, view.row.tasks_overdue, view.row.waiting_for.len()), (1, 1, 1));
    assert_eq!(lacks(&view, Stage::Closed), [("open_tasks", false)]);
    let view = advance(&mut store, &step(&view, Stage::Closed, "2021-06-01")).unwrap();
    assert!(view.row.ended && view.next.is_empty());
    assert_eq!((view.row.tasks_open, view.row.tasks_overdue, view.row.deadline), (0, 0, None), "what is ended leaves the lists");

    let kinds: Vec<&str> = view.history.iter().rev().map(|entry| entry.kind.as_str()).collect();
    assert_eq!(kinds[..3], ["application.create", "application.advance", "application.advance"]);
    assert_eq!(kinds.iter().filter(|kind| **kind == "application.appropriation").count(), 3);
    let tables: Vec<&str> = view.history.iter().flat_map(|entry| &entry.changes).map(|it| it.table.as_str()).collect();
    for table in ["application", "application_step", "application_condition", "application_task", "appropriation_year"] {
        assert!(tables.contains(&table), "{table}");
    }

    // As it stood on a day, by its own dates.
    let at = |as_of: &str| {
        let list = store.applications(grants.lyngby, day(as_of)).unwrap().applications;
        list.into_iter().next().map(|row| (row.stage, row.awarded, row.condition_open, row.appropriation))
    };
    let (open, granted) = (AppropriationState::Open, AppropriationState::Granted);
    assert_eq!(at("2019-01-01"), None, "it was not there yet");
    assert_eq!(at("2019-02-27"), Some((Stage::Assessing, None, false, open)), "in the course of February is not certain");
    assert_eq!(at("2019-02-28"), Some((Stage::Drafting, None, false, open)));
    assert_eq!(at("2019-07-01"), Some((Stage::ConditionallyGranted, kr(2_000_000), true, open)));
    assert_eq!(at("2019-07-20"), Some((Stage::ConditionallyGranted, kr(2_000_000), false, open)));
    assert_eq!(at("2020-01-01"), Some((Stage::Running, kr(2_000_000), false, granted)));
    let then = store.application(id, day("2019-03-12")).unwrap();
    assert_eq!((then.steps.len(), then.application.awarded, then.row.approval), (3, None, ApprovalState::Missing));

    for _ in operations..store.recent(1000).unwrap().len() {
        store.undo().unwrap();
    }
    assert_eq!(dump_all(&store), before);
    assert!(store.applications(grants.lyngby, day(TODAY)).unwrap().applications.is_empty());
}

#[test]
fn a_copy_takes_what_it_is_about_and_not_what_came_of_it() {
    let (grants, mut store) = grants();
    let view = ApplicationBuilder::to_fund("Velux Fonden", "Hjerterum")
        .of(&grants)
        .at(Stage::Running, date("2018"))
        .with(|it| Application {
            purpose: "Fællesskab".to_owned(),
            requested: kr(900),
            awarded: kr(800),
            journal_number: "2018-1".to_owned(),
            period_start: date("2018-01-01"),
            period_end: date("2019-12"),
            ..it
        })
        .make(&mut store, grants.lyngby);
    let id = view.application.id;
    assert_eq!((view.row.stage, view.row.awarded, view.row.funder.as_str()), (Stage::Running, kr(800), "Velux Fonden"));
    let partner = ApplicationPartner {
        id: 0,
        version: 0,
        application_id: id,
        name: "Dansk Handicap Forbund".to_owned(),
        part: String::new(),
        requested: kr(300),
        awarded: kr(200),
        liable: true,
    };
    let view = part(&mut store, ApplicationPart::Partner(partner.clone())).unwrap();
    assert_eq!((view.row.our_requested, view.row.our_awarded), (kr(600), kr(600)));
    let taken = part(&mut store, ApplicationPart::Partner(partner)).unwrap_err();
    assert_error(&taken, ErrorCode::FieldTaken);
    assert_eq!((taken.field.as_deref(), taken.params["found"].as_str()), (Some("name"), "Dansk Handicap Forbund"));
    let same = ApplicationCommittee { id: 0, version: 0, application_id: id, committee_id: grants.committee };
    let taken = part(&mut store, ApplicationPart::Committee(same)).unwrap_err();
    assert_eq!(
        (taken.field.as_deref(), taken.params["found"].as_str()),
        (Some("committee_id"), "Beskæftigelses- og Integrationsudvalget")
    );
    let milestone = ApplicationMilestone {
        id: 0,
        version: 0,
        application_id: id,
        position: 0,
        title: "1. kvartal".to_owned(),
        starts: date("2018-01"),
        ends: date("2018-03"),
        done_on: Some(day("2018-03-31")),
    };
    let back = ApplicationMilestone { ends: date("2017"), ..milestone.clone() };
    assert_error(&part(&mut store, ApplicationPart::Milestone(back)).unwrap_err(), ErrorCode::PeriodReversed);
    part(&mut store, ApplicationPart::Milestone(milestone.clone())).unwrap();
    let view = part(&mut store, ApplicationPart::Milestone(milestone)).unwrap();
    assert_eq!(view.milestones.iter().map(|it| it.position).collect::<Vec<_>>(), [0, 1]);

    let mut copying = ApplicationBuilder::to_fund("", "").copy_of(id);
    copying = copying.at(Stage::Idea, date("2026-02-01"));
    let copy = copying.make(&mut store, grants.lyngby);
    let it = &copy.application;
    assert_eq!((it.title.as_str(), it.purpose.as_str(), it.funder.as_str()), ("Hjerterum", "Fællesskab", "Velux Fonden"));
    assert_eq!((it.requested, it.awarded, it.period_start, it.journal_number.as_str()), (kr(900), None, None, ""));
    assert_eq!((it.department_id, it.owner_id), (Some(grants.department), Some(grants.owner)));
    assert_eq!((copy.committees.len(), copy.partners[0].awarded, copy.partners[0].liable), (1, None, true));
    let milestones: Vec<_> = copy.milestones.iter().map(|it| (it.title.as_str(), it.starts, it.done_on)).collect();
    assert_eq!(milestones, [("1. kvartal", None, None); 2]);
    assert_eq!((copy.steps.len(), copy.row.stage), (1, Stage::Idea));

    // Never sent, so it can go, with all that belongs to it, and come back.
    let before = dump_all(&store);
    store.application_delete(it.id, it.version).unwrap();
    assert_error(&store.application(it.id, day(TODAY)).unwrap_err(), ErrorCode::RecordChanged);
    store.undo().unwrap();
    assert_eq!(dump_all(&store), before);
}

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
    assert_error(&gone, ErrorCode::RecordChanged);
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
