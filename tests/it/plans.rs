//! Plans backwards from real deadlines, in a real file.

use tilsagn_core::ErrorCode;
use tilsagn_core::applications::{Application, Approval, Stage};
use tilsagn_core::committee::Outcome;
use tilsagn_core::deadlines::{DeadlineKind, DeadlineMark, Flag, Meeting, Plan, PlanState, PlanStep, Reading, Way};
use tilsagn_core::office::{Committee, OfficeRules};
use tilsagn_core::store::Store;
use tilsagn_core::views::{DeadlineItem, DecisionDraft, OfficePart, OwnCallDraft, PlanView, WayChoice};

use crate::desk::assert_error;
use crate::grants::{ApplicationBuilder, Grants, dump_all, grants, pool};
use crate::meetings::meeting;
use crate::register::day;
use crate::standing::{case_about, committee, decision, own_call, own_pool};

/// An application to the pool of initiative 93, whose call closes on 22 May 2019, and the meetings of the spring.
fn at_work() -> (Grants, Store, u32) {
    let (grants, mut store) = grants();
    for held_on in ["2019-03-12", "2019-04-09", "2019-05-14", "2019-06-11"] {
        store.meeting_save(&meeting(grants.committee, held_on), day("2019-01-02")).unwrap();
    }
    let pool = pool(&store, "93-a");
    let view = ApplicationBuilder::to_pool(pool)
        .of(&grants)
        .with(|it| Application { approval: Some(Approval::Committee), ..it })
        .make(&mut store, grants.lyngby);
    (grants, store, view.application.id)
}

fn said(store: &Store, id: u32, as_of: &str) -> (PlanState, String) {
    let view = store.plan(id, day(as_of)).unwrap();
    (view.state, view.sentence.da)
}

fn days_of(view: &PlanView) -> Vec<String> {
    view.steps.iter().map(|step| format!("{} {}", step.item.part, step.item.on)).collect()
}

#[test]
fn one_application_as_of_three_days() {
    let (_grants, store, id) = at_work();
    let reachable = "Sag skal afleveres 2. maj 2019 (12 arbejdsdage)".to_owned();
    assert_eq!(said(&store, id, "2019-04-11"), (PlanState::Reachable, reachable));
    assert_eq!(said(&store, id, "2019-05-02").0, PlanState::LastDay);
    let (state, sentence) = said(&store, id, "2019-05-03");
    assert_eq!(state, PlanState::Unreachable);
    assert!(sentence.starts_with("Kan ikke nå politisk behandling: kræver formandsbeslutning, tillægsdagsorden"), "{sentence}");
    let view = store.plan(id, day("2019-04-11")).unwrap();
    assert_eq!((view.deadline, view.meeting.as_ref().map(|it| it.held_on)), (Some(day("2019-05-22")), Some(day("2019-05-14"))));
    let choices: Vec<(String, bool)> = view.meetings.iter().map(|it| (it.held_on.to_string(), it.in_time)).collect();
    assert_eq!(choices, [("2019-05-14".to_owned(), true)]);
    let steps = days_of(&view);
    assert!(steps.iter().any(|step| step.ends_with(" 2019-05-21") && step.starts_with("sending")), "{steps:?}");
    assert_eq!(store.plan(id, day("2019-05-23")).unwrap().state, PlanState::Passed);
}

#[test]
fn there_is_nothing_to_plan_before_it_is_begun() {
    let (_grants, store, id) = at_work();
    let view = store.plan(id, day("2019-01-01")).unwrap();
    assert_eq!((view.state, view.deadline, view.steps.len()), (PlanState::NoDeadline, None, 0));
    assert_eq!(view.sentence.da, "Ansøgningen er først begyndt 2. januar 2019.");
    assert_ne!(store.plan(id, day("2019-04-11")).unwrap().steps, []);
}

#[test]
fn a_case_is_handed_in_and_then_approved() {
    let (grants, mut store, id) = at_work();
    let pool = pool(&store, "93-a");
    let case = store.case_create(&case_about(grants.committee, vec![pool], ""), grants.lyngby, day("2019-03-01")).unwrap().view;
    assert_eq!(said(&store, id, "2019-02-28").0, PlanState::Reachable, "not before it is known");
    let handed_in = (PlanState::HandedIn, "Sagen er på dagsordenen i BIU 12. marts 2019.".to_owned());
    assert_eq!(said(&store, id, "2019-03-01"), handed_in);
    let draft = DecisionDraft {
        reading: case.readings[0].reading.clone(),
        decisions: vec![decision(case.points[0].point.id, Outcome::Approved)],
        applications_for: Vec::new(),
    };
    store.case_decide(&draft, day("2019-03-12")).unwrap();
    assert_eq!(said(&store, id, "2019-03-12"), (PlanState::Approved, "Godkendt politisk 12. marts 2019.".to_owned()));
    assert_eq!(said(&store, id, "2019-03-11"), handed_in, "a decision counts from its day");
}

#[test]
fn a_calendar_without_a_meeting_in_time_gives_the_conflict_and_the_ways_out() {
    let (grants, mut store, id) = at_work();
    let before = dump_all(&store);
    let view = store.plan(id, day("2019-05-03")).unwrap();
    assert_eq!(store.deadlines(grants.lyngby, day("2019-05-03")).unwrap().conflicts[0].state, Some(PlanState::Unreachable));
    let ways: Vec<Way> = view.options.iter().map(|option| option.way).collect();
    assert_eq!(ways, [Way::SupplementaryAgenda, Way::ExtraordinaryMeeting, Way::Chairman, Way::Reservation]);
    let choose = |way, reason: &str| WayChoice { application_id: id, way, reason: reason.to_owned() };
    assert_error(
        &store.plan_choose_way(&choose(Some(Way::Chairman), " "), day("2019-05-03")).unwrap_err(),
        ErrorCode::FieldRequired,
    );
    let chosen = store.plan_choose_way(&choose(Some(Way::Chairman), "Fristen er for kort"), day("2019-05-03")).unwrap();
    assert_eq!(chosen.changed, ["plan", "planned_case"]);
    assert_eq!(chosen.view.sentence.da, "Kan ikke nå et ordinært møde. Valgt: Formandsbeslutning.");
    assert!(store.deadlines(grants.lyngby, day("2019-05-03")).unwrap().conflicts.is_empty(), "what was answered is no conflict");
    let coming = store.coming(grants.lyngby, None, day("2019-05-03")).unwrap();
    let told = &coming.committees[0].meetings[0];
    assert_eq!(told.meeting.as_ref().map(|it| it.held_on), Some(day("2019-05-14")));
    assert!(told.cases[0].title.starts_with("Orientering om formandsbeslutning: "), "{}", told.cases[0].title);

    let chosen = store.plan_choose_way(&choose(Some(Way::Reservation), "Fristen er for kort"), day("2019-05-03")).unwrap();
    assert_eq!(chosen.changed, ["plan", "planned_case", "application"]);
    assert_eq!(
        store.application(id, day("2019-05-03")).unwrap().application.reservation,
        "Med forbehold for politisk godkendelse"
    );
    assert!(store.coming(grants.lyngby, None, day("2019-05-03")).unwrap().committees.iter().all(|one| one.meetings.is_empty()));
    store.plan_choose_way(&choose(None, ""), day("2019-05-03")).unwrap();
    assert_eq!(store.application(id, day("2019-05-03")).unwrap().application.reservation, "");
    for _ in 0..3 {
        store.undo().unwrap();
    }
    assert_eq!(dump_all(&store), before);
}

#[test]
fn committee_meeting_and_hearings_are_settled() {
    let (grants, mut store, id) = at_work();
    let other = committee(&mut store, grants.lyngby, "SSU");
    store.meeting_save(&meeting(other, "2019-04-30"), day("2019-01-02")).unwrap();
    let meetings = |store: &Store| -> Vec<Meeting> {
        let all = store.meetings(grants.lyngby).unwrap().committees;
        all.into_iter().flat_map(|one| one.meetings).map(|view| view.meeting).collect()
    };
    let at = |store: &Store, held_on: &str| meetings(store).into_iter().find(|it| it.held_on == day(held_on)).unwrap().id;
    let plan = store.plan(id, day("2019-03-01")).unwrap().plan;
    assert_eq!((plan.id, plan.reading), (0, Reading::Committee));
    let wrong = Plan { meeting_id: Some(at(&store, "2019-04-30")), ..plan.clone() };
    assert_error(&store.plan_save(&wrong, day("2019-03-01")).unwrap_err(), ErrorCode::FieldInvalid);
    let chosen = Plan { meeting_id: Some(at(&store, "2019-04-09")), hearing_elderly: true, ..plan };
    let view = store.plan_save(&chosen, day("2019-03-01")).unwrap().view;
    assert_eq!((view.meeting.map(|it| it.held_on), view.paper_due), (Some(day("2019-04-09")), Some(day("2019-03-28"))));
    let moved = Plan { committee_id: Some(other), meeting_id: None, ..view.plan };
    let view = store.plan_save(&moved, day("2019-03-01")).unwrap().view;
    assert_eq!(view.meeting.map(|it| it.held_on), Some(day("2019-04-30")));
    assert_error(&store.plan_save(&moved, day("2019-03-01")).unwrap_err(), ErrorCode::RecordChanged);
    let application = store.application(id, day("2019-03-01")).unwrap().application;
    store.application_delete(id, application.version).unwrap();
    store.undo().unwrap();
    assert_eq!(store.plan(id, day("2019-03-01")).unwrap().plan.committee_id, Some(other));
}

#[test]
fn a_call_says_its_last_meeting_before_anyone_has_applied() {
    let (grants, mut store) = grants();
    store.meeting_save(&meeting(grants.committee, "2019-03-12"), day("2019-01-02")).unwrap();
    let finance = committee(&mut store, grants.lyngby, "ØU");
    let office = store.office(grants.lyngby).unwrap();
    let mut finance = office.committees.into_iter().find(|one| one.id == finance).unwrap();
    finance.reading = Reading::Finance;
    store.office_save(&OfficePart::Committee(finance)).unwrap();
    let pool = pool(&store, "93-a");
    let standing = |store: &Store, as_of: &str| store.pool_standing(pool, grants.lyngby, day(as_of)).unwrap().standing;
    let before = standing(&store, "2019-02-20");
    assert_eq!(before.working_days_left, Some(61));
    assert_eq!(before.plans.len(), 1, "only committees of the field");
    assert_eq!(
        before.plans[0].sentence.da,
        "Sidste kendte udvalgsmøde: 12. marts 2019 (BIU). Sag skal afleveres 28. februar 2019 (6 arbejdsdage)"
    );
    for held_on in ["2019-05-14", "2019-06-11"] {
        store.meeting_save(&meeting(grants.committee, held_on), day("2019-01-02")).unwrap();
    }
    let after = standing(&store, "2019-03-12");
    assert_eq!(
        after.plans[0].sentence.da,
        "Sidste mulige udvalgsmøde: 14. maj 2019 (BIU). Sag skal afleveres 2. maj 2019 (34 arbejdsdage)"
    );
    let view = ApplicationBuilder::to_pool(pool)
        .of(&grants)
        .at(Stage::Submitted, crate::grants::date("2019-03-01"))
        .make(&mut store, grants.lyngby);
    assert!(standing(&store, "2019-03-12").plans.is_empty(), "{} is sent", view.application.title);
}

#[test]
fn a_decision_after_the_project_began_is_said() {
    let desk = crate::filled::filled().0;
    let path = desk.folder.path().join("example.db");
    let store = Store::create(&path, &desk.environment, tilsagn_core::seed::example).unwrap();
    let copenhagen = store.municipality_named("101").unwrap().id;
    let applications = store.applications(copenhagen, day("2026-11-22")).unwrap().applications;
    let counsellor = applications.iter().find(|row| row.title == "Rådgiver på hjul").unwrap();
    let remarks = store.plan(counsellor.id, day("2026-11-22")).unwrap().remarks;
    assert_eq!(remarks[0].da, "Beslutningen faldt 26. februar 2009, 56 dage efter projektets start 1. januar 2009.");
    assert_eq!(store.plan(counsellor.id, day("2009-02-25")).unwrap().remarks, []);
}

/// An application to a pool of one's own, whose call was entered on 1 March 2019 with a deadline on 22 May.
fn at_work_on_ours() -> (Grants, Store, u32, OwnCallDraft) {
    let (grants, mut store, _) = at_work();
    grants.desk.set_time("2019-03-01T08:00:00Z");
    let entered = day("2019-03-01");
    let pool = store.own_pool_save(&own_pool("Aktive ældre"), entered).unwrap().view.id;
    let call = store.own_call_save(&own_call(pool, Some("2019-05-22")), entered).unwrap().view.calls[0].clone();
    let draft = OwnCallDraft { id: call.id, version: call.version, ..own_call(pool, Some("2019-05-22")) };
    let view = ApplicationBuilder::to_pool(pool).of(&grants).make(&mut store, grants.lyngby);
    (grants, store, view.application.id, draft)
}

#[test]
fn a_deadline_moved_on_a_later_day_shows_where_each_step_was() {
    let (grants, mut store, id, call) = at_work_on_ours();
    let today = day("2019-03-11");
    assert_eq!(store.plan(id, today).unwrap().moved, []);
    grants.desk.set_time("2019-03-11T08:00:00Z");
    store.own_call_save(&OwnCallDraft { deadline: Some(day("2019-06-20")), ..call.clone() }, today).unwrap();
    let of = |store: &Store, as_of: &str| {
        let view = store.plan(id, day(as_of)).unwrap();
        let moved = view.moved.into_iter().map(|it| (it.step.unwrap(), it.from.unwrap().to_string(), it.to.unwrap().to_string()));
        (view.deadline.unwrap(), moved.collect::<Vec<_>>())
    };
    let moved = (PlanStep::Meeting, "2019-05-14".to_owned(), "2019-06-11".to_owned());
    let (deadline, steps) = of(&store, "2019-03-11");
    assert_eq!(deadline, day("2019-06-20"));
    assert!(steps.contains(&moved) && steps.iter().any(|step| step.0 == PlanStep::Sending), "{steps:?}");
    assert_eq!(of(&store, "2019-03-10"), (day("2019-05-22"), Vec::new()), "it was not known to be moved before");
    // Corrected, it is still moved from where it was.
    store.own_call_save(&OwnCallDraft { deadline: Some(day("2019-06-25")), correction: true, ..call.clone() }, today).unwrap();
    assert!(of(&store, "2019-03-11").1.contains(&moved));
    // Moved ahead of every meeting that can be reached.
    store.own_call_save(&OwnCallDraft { deadline: Some(day("2019-03-20")), correction: true, ..call }, today).unwrap();
    let view = store.plan(id, today).unwrap();
    assert_eq!(view.state, PlanState::Unreachable);
    assert!(view.moved.iter().any(|it| it.from == Some(day("2019-05-14"))), "{:?}", view.moved);
}

#[test]
fn a_slip_put_right_moves_nothing() {
    let (_grants, mut store, id, call) = at_work_on_ours();
    let today = day("2019-03-01");
    store.own_call_save(&OwnCallDraft { deadline: Some(day("2019-06-20")), correction: true, ..call }, today).unwrap();
    let view = store.plan(id, today).unwrap();
    assert_eq!((view.deadline, view.moved), (Some(day("2019-06-20")), Vec::new()));
}

#[test]
fn an_application_has_one_deadline_wherever_it_is_said() {
    let (grants, mut store, _) = at_work();
    // Pool 91 has no call of its own: those inside it have.
    let (outer, as_of) = (pool(&store, "91"), day("2019-03-12"));
    let view = ApplicationBuilder::to_pool(outer).of(&grants).make(&mut store, grants.lyngby);
    let id = view.application.id;
    let plan = store.plan(id, as_of).unwrap();
    let deadline = plan.deadline.unwrap();
    let list = store.deadlines(grants.lyngby, as_of).unwrap();
    let is_call = |item: &&DeadlineItem| item.application_id == Some(id) && item.kind == DeadlineKind::Call;
    let of_list: Vec<_> = list.items.iter().filter(is_call).map(|item| item.on).collect();
    let rows = store.applications(grants.lyngby, as_of).unwrap().applications;
    let row = rows.iter().find(|row| row.id == id).unwrap();
    let bar = list.bars.iter().find(|bar| bar.application_id == id).unwrap();
    assert_eq!((of_list, row.deadline, bar.deadline), (vec![deadline], Some(deadline), Some(deadline)));
}

#[test]
fn a_late_start_is_said_once() {
    let (grants, store, id) = at_work();
    let list = store.deadlines(grants.lyngby, day("2019-04-29")).unwrap();
    let of_it: Vec<&DeadlineItem> = list.items.iter().filter(|item| item.application_id == Some(id)).collect();
    let flagged = |flag: Flag| -> Vec<(DeadlineKind, &str)> {
        let said = |item: &'_ &&DeadlineItem| item.flags.iter().any(|it| it.flag == flag);
        of_it.iter().filter(said).map(|item| (item.kind, item.flags[0].reason.da.as_str())).collect()
    };
    assert_eq!(flagged(Flag::AtRisk), [(DeadlineKind::Call, "Opstart skulle være begyndt 23. april 2019")]);
    assert!(flagged(Flag::Overdue).len() > 1, "each step is overdue");
    assert!(list.conflicts.is_empty(), "{:?}", list.conflicts);
}

#[test]
fn a_step_moved_past_the_deadline_is_flagged_and_a_conflict() {
    let (grants, mut store, id) = at_work();
    let as_of = day("2019-03-12");
    let sending = store.plan(id, as_of).unwrap().steps.into_iter().find(|it| it.step == PlanStep::Sending).unwrap();
    let mark = DeadlineMark {
        id: 0,
        version: 0,
        municipality_id: grants.lyngby,
        subject_table: sending.item.subject_table,
        subject_id: id,
        kind: sending.item.kind,
        part: sending.item.part,
        pinned_on: Some(day("2019-06-01")),
        pinned_reason: "Giveren giver længere tid".to_owned(),
        done_on: None,
        aside_until: None,
        aside_reason: String::new(),
        waiting_for: String::new(),
    };
    store.deadline_mark_save(&mark, as_of).unwrap();
    let sentence = "»Indsendelse« er flyttet til 1. juni 2019, efter fristen 22. maj 2019";
    let list = store.deadlines(grants.lyngby, as_of).unwrap();
    let at_risk: Vec<(DeadlineKind, &str)> = list
        .items
        .iter()
        .filter_map(|item| Some((item.kind, item.flags.iter().find(|it| it.flag == Flag::AtRisk)?.reason.da.as_str())))
        .collect();
    assert_eq!(at_risk, [(DeadlineKind::Call, sentence), (DeadlineKind::Step, sentence)]);
    let conflicts: Vec<_> = list.conflicts.iter().map(|it| (it.state, it.sentence.da.as_str(), it.options.len())).collect();
    assert_eq!(conflicts, [(Some(PlanState::AtRisk), sentence, 2)]);
    let plan = store.plan(id, as_of).unwrap();
    assert_eq!(plan.conflicts.len(), 1);
    let sending = plan.steps.iter().find(|it| it.step == PlanStep::Sending).unwrap();
    assert_eq!(sending.reason.da, "Flyttet af en person til 1. juni 2019: Giveren giver længere tid");
    store.undo().unwrap();
    assert!(store.deadlines(grants.lyngby, as_of).unwrap().conflicts.is_empty());
}

#[test]
fn how_long_the_next_committee_waits_is_a_setting() {
    let (grants, mut store, id) = at_work();
    let finance = committee(&mut store, grants.lyngby, "ØU");
    let office = store.office(grants.lyngby).unwrap();
    let row = office.committees.into_iter().find(|one| one.id == finance).unwrap();
    store.office_save(&OfficePart::Committee(Committee { reading: Reading::Finance, ..row })).unwrap();
    store.meeting_save(&meeting(finance, "2019-05-16"), day("2019-01-02")).unwrap();
    let plan = store.plan(id, day("2019-03-01")).unwrap().plan;
    let plan = Plan { reading: Reading::Finance, ..plan };
    let first = |store: &Store| store.plan(id, day("2019-03-01")).unwrap().meeting.map(|it| it.held_on);
    store.plan_save(&plan, day("2019-03-01")).unwrap();
    assert_eq!(first(&store), Some(day("2019-05-14")), "two days before ØU");
    let rules = OfficeRules { between_readings: 9, ..office.rules };
    store.office_save(&OfficePart::Rules(rules)).unwrap();
    assert_eq!(first(&store), Some(day("2019-04-09")), "ØU's paper is written when BIU has decided");
}
