//! The manager's page on the example, counted by hand.

use std::path::Path;

use chrono::NaiveDate;
use tilsagn_core::applications::Stage;
use tilsagn_core::deadlines::DeadlineKind;
use tilsagn_core::seed;
use tilsagn_core::store::{Environment, Store};
use tilsagn_core::views::{AmountOf, Attention, DeadlineItem, OverviewView};
use tilsagn_core::{Language, Money};

fn example() -> Store {
    let mut store = Store::in_memory(&Environment::of_this_machine("Anna", Path::new(""))).unwrap();
    seed::example(&mut store).unwrap();
    store
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn overview(store: &Store, municipality: &str, as_of: &str) -> OverviewView {
    let id = store.municipality_named(municipality).unwrap().id;
    store.overview(id, None, day(as_of), None).unwrap()
}

/// Kind, title, detail, `!` where urgent, days.
fn attention(view: &OverviewView) -> Vec<String> {
    let line = |it: &Attention| {
        let urgent = if it.urgent { "!" } else { "" };
        let days = it.days.map(|days| format!(" {days}")).unwrap_or_default();
        let title: String = it.title.chars().take(20).collect();
        let detail: String = it.detail.chars().take(20).collect();
        format!("{urgent}{}{days}: {title} | {detail}", it.kind.code())
    };
    view.attention.iter().map(line).collect()
}

/// The deadlines of calls ahead, with `!` those of an application.
fn calls(view: &OverviewView) -> Vec<String> {
    let line = |it: &DeadlineItem| {
        let title: String = it.title.chars().take(20).collect();
        format!("{}{}: {}", it.on, if it.application_id.is_some() { "!" } else { "" }, title.trim_start())
    };
    view.deadlines.iter().filter(|it| it.kind == DeadlineKind::Call).map(line).collect()
}

/// Titles by id.
fn titles(store: &Store, municipality: &str, ids: &[u32]) -> Vec<String> {
    let id = store.municipality_named(municipality).unwrap().id;
    let rows = store.applications(id, day("2019-03-12")).unwrap().applications;
    ids.iter().map(|id| rows.iter().find(|row| row.id == *id).unwrap().title.chars().take(20).collect()).collect()
}

#[test]
fn lyngby_taarbaek_on_the_day_of_the_meeting() {
    let store = example();
    let view = overview(&store, "173", "2019-03-12");
    assert_eq!(
        attention(&view),
        [
            "mandate_condition: Flere kvinder med in | hvis forvaltningen v",
            "mandate_condition: Idræt som vej til in | hvis forvaltningen v",
            "mandate_condition: Pulje til bedre udsl | hvis forvaltningen v",
            "follow_up_open: Udmøntning af satspu | Udvalget får besked ",
            "follow_up_open: Udmøntning af satspu | Handicaprådet får ov",
            "follow_up_open: Udmøntning af satspu | Forvaltningen følger",
            "approval_not_settled: Et mere rummeligt ar | ",
            "approval_not_settled: Flere skal med | ",
            "approval_not_settled: Håndholdt ressourcef | ",
            "appropriation_not_settled: Et mere rummeligt ar | ",
            "appropriation_not_settled: Flere skal med | ",
            "appropriation_not_settled: Håndholdt ressourcef | ",
            "sources_differ: Et mere rummeligt ar | 1",
            "sources_differ: Flere skal med | 1",
        ]
    );
    let stages: Vec<(Stage, usize)> = view.stages.iter().map(|sum| (sum.stage, sum.requested.applications.len())).collect();
    assert_eq!(stages, [(Stage::Assessing, 3), (Stage::Running, 3)]);
    assert_eq!(titles(&store, "173", &view.undated), ["Forløb for unge med "]);
    assert_eq!(view.applied, AmountOf { amount: Money::ZERO, applications: Vec::new(), unknown: 0 });
    assert_eq!((view.granted.applications.len(), view.granted.unknown, view.granted.amount), (3, 3, Money::ZERO));
    let rate = &view.hit_rate;
    assert_eq!((rate.answered.len(), rate.granted.len(), rate.waiting.len(), rate.unknown), (3, 3, 0, 3));
    assert_eq!(rate.money_per_mille, None);
    let by: Vec<(&str, usize)> = view.by_authority.iter().map(|rate| (rate.name.as_str(), rate.answered.len())).collect();
    assert_eq!(by, [("Ikke oplyst", 2), ("Satspuljen 2018", 1)]);
    assert_eq!(view.decisions.len(), 1);
    let outcomes: Vec<String> =
        view.decisions[0].outcomes.iter().map(|it| format!("Ad {}) {}", it.label, it.outcome.word(Language::Da))).collect();
    assert_eq!(outcomes, ["Ad 1) Taget til efterretning", "Ad 2) Godkendt"]);
    assert_eq!(calls(&view), ["2019-04-29: Pulje til projekter ", "2019-05-22!: Bedre udslusning og "]);
}

#[test]
fn every_day_sees_its_own() {
    let store = example();
    let before = overview(&store, "173", "2019-03-11");
    let kinds = |view: &OverviewView, kind: &str| view.attention.iter().filter(|it| it.kind.code() == kind).count();
    assert_eq!((kinds(&before, "mandate_condition"), kinds(&before, "follow_up_open"), before.decisions.len()), (0, 0, 0));
    assert_eq!(before.stages.iter().map(|sum| sum.stage).collect::<Vec<_>>(), [Stage::Running]);
    // On 15 March a call for lonely elderly people is published, with a deadline in May; nobody has looked at it.
    let after = overview(&store, "173", "2019-03-15");
    assert_eq!(kinds(&after, "no_stance"), 1);
    let ahead = ["2019-04-29: Pulje til projekter ", "2019-05-07: Sammenhængende indsa", "2019-05-22!: Bedre udslusning og "];
    assert_eq!(calls(&after), ahead);
    // The projects end in the course of 2019 and in 2020.
    let over = |date: &str| {
        let view = overview(&store, "173", date);
        let is_over =
            |it: &&Attention| it.urgent && it.day.as_ref().is_some_and(|day| day.kind == DeadlineKind::PeriodEnd && day.days < 0);
        view.attention.iter().filter(is_over).count()
    };
    assert_eq!((over("2019-12-31"), over("2020-01-01"), over("2020-10-01")), (0, 2, 3));
    let id = store.municipality_named("173").unwrap().id;
    let since = |date: &str| store.overview(id, None, day("2019-03-20"), Some(day(date))).unwrap().decisions.len();
    assert_eq!((since("2019-03-12"), since("2019-03-13")), (1, 0));
}

#[test]
fn what_has_no_day_is_listed_and_not_counted() {
    let store = example();
    let koebenhavn = overview(&store, "koebenhavn", "2019-03-12");
    assert_eq!(attention(&koebenhavn), ["sources_differ: Rådgiver på hjul | 6"]);
    assert_eq!(titles(&store, "101", &koebenhavn.undated), ["Rådgiver på hjul"]);
    assert_eq!(koebenhavn.stages.iter().map(|sum| sum.stage).collect::<Vec<_>>(), [Stage::Idea]);
    assert_eq!(koebenhavn.hit_rate.answered.len(), 0);
    assert_eq!(koebenhavn.decisions[0].on, Some(day("2009-02-26")));
    let ishoej = overview(&store, "183", "2019-03-12");
    let expected = [
        "!day -1029: Pilotprojekt med Soc | Få budgettet for pil",
        "document_missing: Pilotprojekt med Soc | Budget",
        "sources_differ: Pilotprojekt med Soc | 1",
    ];
    assert_eq!(attention(&ishoej), expected);
    assert_eq!(attention(&overview(&store, "183", "2016-05-18"))[0], "!day -1: Pilotprojekt med Soc | Få budgettet for pil");
}

#[test]
fn one_committee_sees_what_concerns_it() {
    let store = example();
    let id = store.municipality_named("173").unwrap().id;
    let committees = store.office(id).unwrap().committees;
    let of = |short_name: &str| committees.iter().find(|committee| committee.short_name == short_name).unwrap().id;
    let all = store.overview(id, None, day("2019-03-12"), None).unwrap();
    let biu = store.overview(id, Some(of("BIU")), day("2019-03-12"), None).unwrap();
    assert_eq!(attention(&biu), attention(&all));
    let ssu = store.overview(id, Some(of("SSU")), day("2019-03-12"), None).unwrap();
    assert_eq!((ssu.attention.len(), ssu.stages.len(), ssu.decisions.len()), (0, 0, 0));
}
