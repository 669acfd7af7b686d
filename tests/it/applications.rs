//! Applications from the idea to the end, and as they stood on a day.

use tilsagn_core::applications::*;
use tilsagn_core::office::OfficeRules;
use tilsagn_core::store::Store;
use tilsagn_core::views::*;
use tilsagn_core::{Error, ErrorCode};

use crate::desk::assert_error;
use crate::grants::{ApplicationBuilder, date, dump_all, grants, kr, pool, step};
use crate::register::day;

pub const TODAY: &str = "2026-03-01";

pub fn part(store: &mut Store, part: ApplicationPart) -> Result<ApplicationView, Error> {
    store.application_part_save(&part, day(TODAY)).map(|changed| changed.view)
}

pub fn advance(store: &mut Store, step: &StepDraft) -> Result<ApplicationView, Error> {
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

pub fn task(application_id: u32, title: &str, due_on: &str) -> ApplicationTask {
    let (title, waiting_for) = (title.to_owned(), "Styrelsen".to_owned());
    let due_on = Some(day(due_on));
    ApplicationTask { id: 0, version: 0, application_id, title, person_id: None, waiting_for, due_on, done_on: None }
}

pub fn appropriation(application_id: u32) -> Appropriation {
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
    let rules = OfficeRules { approval_before_submission: true, ..OfficeRules::usual(grants.lyngby) };
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
    assert_eq!(view.attention.iter().map(|found| found.kind).collect::<Vec<_>>(), [AttentionKind::Day]);
    assert_eq!(lacks(&view, Stage::Closed), [("open_tasks", false)]);
    let view = advance(&mut store, &step(&view, Stage::Closed, "2021-06-01")).unwrap();
    assert!(view.row.ended && view.next.is_empty() && view.attention.is_empty());
    assert_eq!((view.row.tasks_open, view.row.tasks_overdue, view.row.deadline), (0, 0, None), "what is ended leaves the lists");

    let kinds: Vec<&str> = view.history.iter().rev().map(|entry| entry.kind.as_str()).collect();
    assert_eq!(kinds[..3], ["application.create", "application.advance", "application.advance"]);
    assert_eq!(kinds.iter().filter(|kind| **kind == "application.appropriation").count(), 3);
    let tables: Vec<&str> = view.history.iter().flat_map(|entry| &entry.changes).map(|it| it.table.as_str()).collect();
    let created = view.history.last().unwrap();
    let field = |name: &str| created.changes.iter().find(|it| it.field == name).and_then(|it| it.after.clone());
    assert_eq!(
        (field("owner_id").as_deref(), field("department_id").as_deref()),
        (Some("Anna"), Some("Center for Arbejdsmarked"))
    );
    assert_eq!(field("committee_id").as_deref(), Some("Beskæftigelses- og Integrationsudvalget"));
    for table in ["application", "application_step", "application_condition", "application_task", "appropriation_year"] {
        assert!(tables.contains(&table), "{table}");
    }

    // As it stood on a day, by its own dates.
    let at = |as_of: &str| {
        let list = store.applications(grants.lyngby, day(as_of)).unwrap().applications;
        list.into_iter().next().map(|row| (row.stage, row.awarded, row.condition_open, row.appropriation))
    };
    let (waits, open, granted) = (AppropriationState::AwaitsGrant, AppropriationState::Open, AppropriationState::Granted);
    assert_eq!(at("2019-01-01"), None, "it was not there yet");
    assert_eq!(at("2019-02-27"), Some((Stage::Assessing, None, false, waits)), "in the course of February is not certain");
    assert_eq!(at("2019-02-28"), Some((Stage::Drafting, None, false, waits)));
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
