//! Days to keep, against real files: each kind from its own record, what a person does about it, and as of three days.

use std::path::Path;

use tilsagn_core::applications::*;
use tilsagn_core::budgets::{Account, Instalment};
use tilsagn_core::calendar::{DayUnit, PartialDate};
use tilsagn_core::committee::FollowUp;
use tilsagn_core::deadlines::*;
use tilsagn_core::seed;
use tilsagn_core::store::{Environment, Store};
use tilsagn_core::views::*;

use crate::applications::{part, task};
use crate::every_save::{own_call, own_pool};
use crate::grants::{ApplicationBuilder, Grants, date, grants};
use crate::register::day;

/// Kind, day, `=` where it is done, `-` where it is ended, and flags.
pub fn line(item: &DeadlineItem) -> String {
    let state = match (item.done_on, item.ended) {
        (Some(_), _) => "=",
        (None, true) => "-",
        (None, false) => "",
    };
    let flags: Vec<&str> = item.flags.iter().map(|said| said.flag.code()).collect();
    format!("{} {}{state} {}", item.on, item.kind.code(), flags.join(" ")).trim_end().to_owned()
}

/// The days of an application.
pub fn of(store: &Store, municipality: u32, application: u32, as_of: &str) -> Vec<DeadlineItem> {
    let items = store.deadlines(municipality, day(as_of)).unwrap().items;
    items.into_iter().filter(|item| item.application_id == Some(application)).collect()
}

fn lines(items: &[DeadlineItem]) -> Vec<String> {
    items.iter().map(line).collect()
}

pub fn item(items: &[DeadlineItem], kind: DeadlineKind) -> DeadlineItem {
    items.iter().find(|item| item.kind == kind).unwrap_or_else(|| panic!("{kind:?}: {:?}", lines(items))).clone()
}

/// A day a person entered.
pub fn entered(application_id: u32, kind: DeadlineKind, due_on: &str) -> Deadline {
    Deadline {
        id: 0,
        version: 0,
        application_id,
        kind,
        title: String::new(),
        due_on: day(due_on),
        due_time: None,
        moved_from: None,
        moved_on: None,
        moved_reason: String::new(),
        person_id: None,
        source: "Tilsagnsbrevet".to_owned(),
        document_id: None,
        done_on: None,
        note: String::new(),
    }
}

pub const TODAY: &str = "2026-03-01";

/// A project that has run since May 2019 and ends with 2020.
pub fn running(grants: &Grants, store: &mut Store) -> u32 {
    let period = |application: Application| Application {
        period_start: PartialDate::parse("2019-05-01"),
        period_end: PartialDate::parse("2020-12-31"),
        ..application
    };
    let made = ApplicationBuilder::to_fund("Fonden", "Projekt").of(grants).at(Stage::Running, date("2019-05-03")).with(period);
    made.make(store, grants.lyngby).application.id
}

pub fn final_report(application: u32) -> DateRuleDraft {
    let row = DateRule {
        id: 0,
        version: 0,
        terms_id: 0,
        key: "final_report".to_owned(),
        applies: true,
        kind: DeadlineKind::FinalReport,
        title: String::new(),
        basis: DateBasis::PeriodEnd,
        amount: 3,
        unit: DayUnit::Months,
        series: Series::Once,
        every: 0,
        days: String::new(),
        reason: "Tilsagnsbrevet".to_owned(),
    };
    DateRuleDraft { pool_id: None, application_id: Some(application), row }
}

#[test]
fn each_kind_comes_from_its_own_record() {
    let (grants, mut store) = grants();
    let id = running(&grants, &mut store);
    let blank = String::new;
    part(&mut store, ApplicationPart::Task(task(id, "Indkald følgegruppen", "2019-06-20"))).unwrap();
    let condition = ApplicationCondition {
        id: 0,
        version: 0,
        application_id: id,
        text: "Revideret budget".to_owned(),
        due_on: Some(day("2019-06-30")),
        closed_on: None,
        answer: blank(),
    };
    part(&mut store, ApplicationPart::Condition(condition)).unwrap();
    let target = ApplicationTarget {
        id: 0,
        version: 0,
        application_id: id,
        position: 0,
        title: "30 i job".to_owned(),
        measure: blank(),
        baseline: blank(),
        goal: blank(),
        due: PartialDate::parse("2019"),
        result: blank(),
    };
    part(&mut store, ApplicationPart::Target(target)).unwrap();
    let milestone = ApplicationMilestone {
        id: 0,
        version: 0,
        application_id: id,
        position: 0,
        title: "Første hold".to_owned(),
        starts: None,
        ends: PartialDate::parse("2019-09"),
        done_on: None,
    };
    part(&mut store, ApplicationPart::Milestone(milestone)).unwrap();
    let instalment = Instalment {
        id: 0,
        version: 0,
        application_id: id,
        position: 0,
        title: "1. rate".to_owned(),
        due_on: Some(day("2019-07-01")),
        requested_on: None,
        requested: None,
        received_on: None,
        received: None,
        withheld: None,
        note: blank(),
    };
    store.money_part_save(&MoneyPart::Instalment(instalment), day(TODAY)).unwrap();
    let account = Account {
        id: 0,
        version: 0,
        application_id: id,
        position: 0,
        title: "Delregnskab".to_owned(),
        period_start: None,
        period_end: None,
        due_on: Some(day("2020-02-15")),
        spent: None,
        grant: None,
        to_auditor_on: None,
        sent_on: Some(day("2020-02-10")),
        approved_on: None,
        approved: None,
        document_id: None,
        note: blank(),
    };
    store.money_part_save(&MoneyPart::Account(account), day(TODAY)).unwrap();
    store.deadline_save(&entered(id, DeadlineKind::StatusReport, "2019-11-15"), day(TODAY)).unwrap();
    store.date_rule_save(grants.lyngby, &final_report(id)).unwrap();
    let found = of(&store, grants.lyngby, id, "2019-06-10");
    let expected = [
        "2019-05-01 start=",
        "2019-06-20 task near blocked",
        "2019-06-30 condition",
        "2019-07-01 instalment",
        "2019-09-30 milestone",
        "2019-11-15 status_report",
        "2019-12-31 target",
        "2020-02-15 account",
        "2020-12-31 period_end",
        "2020-12-31 embedding",
        "2021-03-31 final_report",
    ];
    assert_eq!(lines(&found), expected);
    let keys: std::collections::HashSet<&str> = found.iter().map(|item| item.key.as_str()).collect();
    assert_eq!(keys.len(), found.len(), "every day has its own key");
    let report = item(&found, DeadlineKind::FinalReport);
    assert_eq!(
        (report.origin, report.key.as_str()),
        (DeadlineOrigin::Rule, format!("application:{id}:final_report:final_report").as_str())
    );
    assert_eq!((report.person_id, report.department_id), (Some(grants.owner), Some(grants.department)));
    assert_eq!((report.days, report.committee_ids.as_slice()), (660, [grants.committee].as_slice()));
    assert_eq!(item(&found, DeadlineKind::StatusReport).row.unwrap().source, "Tilsagnsbrevet");

    // What a person enters goes before the rule.
    store.deadline_save(&entered(id, DeadlineKind::FinalReport, "2021-04-15"), day(TODAY)).unwrap();
    let found = of(&store, grants.lyngby, id, "2019-06-10");
    let reports: Vec<String> = found.iter().filter(|item| item.kind == DeadlineKind::FinalReport).map(line).collect();
    assert_eq!(reports, ["2021-04-15 final_report"]);
}

#[test]
fn each_day_sees_its_own() {
    let (grants, mut store) = grants();
    let id = running(&grants, &mut store);
    let saved = store.deadline_save(&entered(id, DeadlineKind::StatusReport, "2019-11-15"), day("2019-06-01")).unwrap().view;
    let moved = Deadline { due_on: day("2019-12-02"), moved_reason: "Styrelsen har flyttet".to_owned(), ..saved };
    let moved = store.deadline_save(&moved, day("2019-11-01")).unwrap().view;
    assert_eq!((moved.moved_from, moved.moved_on), (Some(day("2019-11-15")), Some(day("2019-11-01"))));
    store.deadline_save(&Deadline { done_on: Some(day("2019-12-01")), ..moved }, day("2019-12-05")).unwrap();
    let report = |as_of: &str| line(&item(&of(&store, grants.lyngby, id, as_of), DeadlineKind::StatusReport));
    assert_eq!(report("2019-10-31"), "2019-11-15 status_report", "it was moved the day after");
    assert_eq!(report("2019-11-02"), "2019-12-02 status_report moved");
    assert_eq!(report("2019-12-01"), "2019-12-02 status_report=");
    assert_eq!(of(&store, grants.lyngby, id, "2019-05-02").len(), 0, "there was no application yet");
    let end = |as_of: &str| line(&item(&of(&store, grants.lyngby, id, as_of), DeadlineKind::PeriodEnd));
    assert_eq!(end("2020-12-01"), "2020-12-31 period_end");
    assert_eq!(end("2020-12-16"), "2020-12-31 period_end near");
    assert_eq!(end("2020-12-31"), "2020-12-31 period_end today");
    assert_eq!(end("2021-01-01"), "2020-12-31 period_end overdue");
}

#[test]
fn a_call_asks_until_it_is_answered() {
    let (grants, mut store) = grants();
    let pool = store.own_pool_save(&own_pool("Pulje"), day("2019-01-01")).unwrap().view.id;
    let call = OwnCallDraft {
        published: Some(day("2019-02-01")),
        opens_on: Some(day("2019-02-15")),
        questions_until: Some(day("2019-03-15")),
        answer_expected: PartialDate::parse("2019-06"),
        deadline: Some(day("2019-04-01")),
        deadline_time: None,
        ..own_call(pool)
    };
    store.own_call_save(&call, day("2019-02-01")).unwrap();
    let of_pool = |store: &Store, as_of: &str| {
        let items = store.deadlines(grants.lyngby, day(as_of)).unwrap().items;
        lines(&items.into_iter().filter(|item| item.title == "Pulje").collect::<Vec<_>>())
    };
    let none: [&str; 0] = [];
    assert_eq!(of_pool(&store, "2019-01-31"), none);
    let open = ["2019-02-15 opens-", "2019-03-15 questions near", "2019-04-01 call time_unknown"];
    assert_eq!(of_pool(&store, "2019-03-12"), open);
    assert_eq!(of_pool(&store, "2019-04-02"), none, "nobody applied");

    let idea = ApplicationBuilder::to_pool(pool).of(&grants).at(Stage::Idea, date("2019-03-01")).make(&mut store, grants.lyngby);
    let id = idea.application.id;
    let call_of = |store: &Store, as_of: &str| line(&item(&of(store, grants.lyngby, id, as_of), DeadlineKind::Call));
    assert_eq!(call_of(&store, "2019-04-02"), "2019-04-01 call overdue");
    let next = |store: &Store, as_of: &str| {
        let rows = store.applications(grants.lyngby, day(as_of)).unwrap().applications;
        rows.iter().find(|row| row.id == id).unwrap().next.clone().unwrap()
    };
    assert_eq!(next(&store, "2019-04-02").kind, DeadlineKind::Call);

    // A deadline that is typed beside the call's, on another day, contradicts it.
    let typed = store.deadline_save(&entered(id, DeadlineKind::Call, "2019-04-08"), day("2019-03-01")).unwrap().view;
    let view = store.deadlines(grants.lyngby, day("2019-03-12")).unwrap();
    let conflicts: Vec<&str> = view.conflicts.iter().filter(|it| it.state.is_none()).map(|it| it.sentence.da.as_str()).collect();
    assert_eq!(
        conflicts,
        ["Her står 1. april 2019, et andet sted 8. april 2019", "Her står 8. april 2019, et andet sted 1. april 2019"]
    );
    store.deadline_delete(typed.id, typed.version).unwrap();

    let sent =
        ApplicationBuilder::to_pool(pool).of(&grants).at(Stage::Submitted, date("2019-03-28")).make(&mut store, grants.lyngby);
    let found = of(&store, grants.lyngby, sent.application.id, "2019-06-25");
    let of_call: Vec<DeadlineItem> = found.into_iter().filter(|item| item.step.is_none()).collect();
    assert_eq!(lines(&of_call), ["2019-04-01 call=", "2019-06-30 answer near"]);
}

#[test]
fn a_promise_and_a_meeting_are_kept_by_the_case() {
    let mut store = Store::in_memory(&Environment::of_this_machine("Anna", Path::new(""))).unwrap();
    seed::example(&mut store).unwrap();
    let lyngby = store.municipality_named("173").unwrap().id;
    let case = store.cases(lyngby, day("2019-03-12")).unwrap().cases.remove(0);
    let promise = FollowUp {
        id: 0,
        version: 0,
        committee_case_id: case.id,
        text: "Status til udvalget".to_owned(),
        due_on: Some(day("2019-03-25")),
        reported_on: None,
        report: String::new(),
    };
    store.case_part_save(&CasePart::FollowUp(promise), day(TODAY)).unwrap();
    let of_case = |as_of: &str| {
        let items = store.deadlines(lyngby, day(as_of)).unwrap().items;
        lines(&items.into_iter().filter(|item| item.case_id == Some(case.id)).collect::<Vec<_>>())
    };
    assert_eq!(of_case("2019-03-12"), ["2019-02-28 paper=", "2019-03-12 meeting=", "2019-03-25 follow_up near"]);
    assert_eq!(of_case("2019-03-26")[2], "2019-03-25 follow_up overdue");
    assert!(of_case("2019-03-11").is_empty(), "the case is known from its meeting");
    let notices = store.notices(lyngby, None, day("2019-03-26")).unwrap();
    assert_eq!((notices[0].kind, notices[0].flag.flag), (DeadlineKind::FollowUp, Flag::Overdue));
    assert!(store.notices(lyngby, Some(999), day("2019-03-26")).unwrap().is_empty());
}

#[test]
fn holidays_closing_days_and_bars_stand_beside_the_days() {
    let mut store = Store::in_memory(&Environment::of_this_machine("Anna", Path::new(""))).unwrap();
    seed::example(&mut store).unwrap();
    let lyngby = store.municipality_named("173").unwrap().id;
    let view = store.deadlines(lyngby, day("2019-03-12")).unwrap();
    let on = |text: &str| view.special_days.iter().find(|special| special.first == day(text)).unwrap();
    assert!(on("2019-04-19").holiday.is_some());
    assert_eq!((on("2019-06-05").holiday, on("2019-06-05").title.da.as_str()), (None, "Grundlovsdag"));
    assert!(view.special_days.is_sorted_by_key(|special| special.first));
    let bar = view.bars.iter().find(|bar| bar.title.starts_with("Et mere rummeligt")).unwrap();
    assert_eq!((bar.period_start, bar.period_end, bar.exact), (Some(day("2018-12-14")), Some(day("2020-09-30")), true));
    let years = view.bars.iter().find(|bar| bar.title == "Flere skal med").unwrap();
    assert_eq!((years.period_start, years.period_end, years.exact), (Some(day("2017-01-01")), Some(day("2019-12-31")), false));
    assert!(view.items.is_sorted_by_key(|item| item.on));
}
