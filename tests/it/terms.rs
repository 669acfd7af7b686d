//! Funders' rules in a real file: the preset, the pool's own, the application's own, and what they make of a budget.

use tilsagn_core::budgets::*;
use tilsagn_core::store::Store;
use tilsagn_core::views::*;
use tilsagn_core::{Error, ErrorCode};

use crate::awarded::{awarded, kroner};
use crate::desk::assert_error;
use crate::grants::{ApplicationBuilder, dump_all, grants, pool};
use crate::register::day;

const TODAY: &str = "2026-03-01";

fn terms(municipality_id: u32, pool_id: Option<u32>, application_id: Option<u32>, preset: &str) -> Terms {
    Terms {
        id: 0,
        version: 0,
        municipality_id,
        pool_id,
        application_id,
        preset: preset.to_owned(),
        title: "Bekendtgørelse om puljen".to_owned(),
        url: String::new(),
        dated_on: Some(day("2019-02-01")),
        document_id: None,
        note: String::new(),
    }
}

fn rule(terms_id: u32, rule: RuleKind) -> TermsRule {
    TermsRule {
        id: 0,
        version: 0,
        terms_id,
        rule,
        applies: true,
        share: None,
        amount: None,
        choice: String::new(),
        reason: "§ 4".to_owned(),
    }
}

fn saved(store: &mut Store, terms: &Terms) -> Terms {
    store.terms_save(terms).unwrap().view.terms.unwrap()
}

fn found(view: &TermsView, kind: RuleKind) -> &RuleView {
    view.rules.iter().find(|rule| rule.kind == kind).unwrap()
}

fn refused(result: Result<Changed<TermsView>, Error>) -> (ErrorCode, Option<String>) {
    let error = result.err().unwrap();
    assert_error(&error, error.code);
    (error.code, error.field)
}

#[test]
fn an_application_has_its_pools_rules_and_its_own_before_them() {
    let (grants, mut store) = grants();
    let pool = pool(&store, "91-b");
    let application = ApplicationBuilder::to_pool(pool).of(&grants).make(&mut store, grants.lyngby).application.id;
    let before = dump_all(&store);
    let bare = store.terms(grants.lyngby, Some(pool), None).unwrap();
    assert!(bare.terms.is_none() && bare.rules.is_empty() && bare.presets.len() >= 5);

    let of_pool = saved(&mut store, &terms(grants.lyngby, Some(pool), None, "socialstyrelsen"));
    let ceiling = TermsRule { amount: Some(kroner(800_000)), ..rule(of_pool.id, RuleKind::GrantCeiling) };
    let view = store.terms_rule_save(&ceiling).unwrap().view;
    let row = found(&view, RuleKind::GrantCeiling).row.clone().unwrap();
    assert_eq!(found(&view, RuleKind::GrantCeiling).text.da, "Højst 800.000 kr.");
    assert_eq!(found(&view, RuleKind::RepaymentFloor).origin, RuleOrigin::Preset);

    let own = saved(&mut store, &terms(grants.lyngby, None, Some(application), ""));
    let off = TermsRule { applies: false, ..rule(own.id, RuleKind::RepaymentFloor) };
    let view = store.terms_rule_save(&off).unwrap().view;
    assert_eq!((view.preset.as_deref(), view.inherited.map(|it| it.id)), (Some("socialstyrelsen"), Some(of_pool.id)));
    let view = store.terms(grants.lyngby, None, Some(application)).unwrap();
    let ceiling = found(&view, RuleKind::GrantCeiling);
    let source = &ceiling.rule.as_ref().unwrap().source;
    assert_eq!((ceiling.origin, ceiling.row.is_none()), (RuleOrigin::Pool, true));
    assert_eq!(
        (source.title.as_str(), source.place.as_str(), source.on),
        ("Bekendtgørelse om puljen", "§ 4", Some(day("2019-02-01")))
    );
    assert!(found(&view, RuleKind::RepaymentFloor).rule.is_none());

    // Another municipality has none of it.
    let copenhagen = store.municipality_named("København").unwrap().id;
    assert!(store.terms(copenhagen, Some(pool), None).unwrap().rules.is_empty());

    // The preset's rule holds again.
    let off = found(&view, RuleKind::RepaymentFloor).row.clone().unwrap();
    let view = store.terms_rule_delete(off.id, off.version).unwrap().view;
    assert_eq!(found(&view, RuleKind::RepaymentFloor).origin, RuleOrigin::Preset);
    store.terms_rule_delete(row.id, row.version).unwrap();
    for _ in 0..6 {
        store.undo().unwrap();
    }
    assert_eq!(dump_all(&store), before);
}

#[test]
fn what_cannot_be_a_rule_is_refused_and_nothing_is_kept() {
    let (grants, mut store) = grants();
    let application = ApplicationBuilder::to_fund("Fonden", "Idé").make(&mut store, grants.lyngby).application.id;
    let own = terms(grants.lyngby, None, Some(application), "private_fund");
    let nobody = Terms { preset: "nobody".to_owned(), ..own.clone() };
    assert_eq!(refused(store.terms_save(&nobody)), (ErrorCode::FieldInvalid, Some("preset".to_owned())));
    let own = saved(&mut store, &own);
    let before = dump_all(&store);
    let field = |field: &str| Some(field.to_owned());
    let levy = TermsRule { share: "0.1".parse().ok(), ..rule(own.id, RuleKind::Levy) };
    for (bad, refusal) in [
        (rule(own.id, RuleKind::Levy), (ErrorCode::FieldRequired, field("share"))),
        (TermsRule { reason: " ".to_owned(), ..levy.clone() }, (ErrorCode::FieldRequired, field("reason"))),
        (TermsRule { share: "1.5".parse().ok(), ..levy.clone() }, (ErrorCode::FieldInvalid, field("share"))),
        (
            TermsRule { choice: "yearly".to_owned(), ..rule(own.id, RuleKind::Payment) },
            (ErrorCode::FieldInvalid, field("choice")),
        ),
    ] {
        assert_eq!(refused(store.terms_rule_save(&bad)), refusal, "{bad:?}");
    }
    assert_eq!(dump_all(&store), before);
    // A levy of another size, with its reason.
    let view = store.terms_rule_save(&levy).unwrap().view;
    assert_eq!(found(&view, RuleKind::Levy).text.da, "10 pct. af tilskuddet betales til staten");
    assert_eq!(refused(store.terms_rule_save(&levy)).0, ErrorCode::FieldTaken);
    let gone = store.terms(grants.lyngby, None, Some(99_999)).err().unwrap();
    assert_error(&gone, ErrorCode::RecordMissing);
    assert_error(&store.terms(grants.lyngby, Some(99_999), None).err().unwrap(), ErrorCode::RecordMissing);
    assert_error(&store.terms(grants.lyngby, None, None).err().unwrap(), ErrorCode::FieldRequired);
}

#[test]
fn a_rule_is_found_in_the_budget_and_in_what_may_become_of_it() {
    let (grants, mut store) = grants();
    let id = awarded(&mut store, grants.lyngby, "Rådgiver på hjul").id;
    let own = saved(&mut store, &terms(grants.lyngby, None, Some(id), "star"));
    let least = TermsRule { share: "0.3".parse().ok(), ..rule(own.id, RuleKind::CoFinancingOfTotal) };
    store.terms_rule_save(&least).unwrap();
    let view = store.budget(id, None, day(TODAY)).unwrap();
    let least = view.findings.iter().find(|it| it.code == FindingCode::CoFinancingOfTotal).unwrap();
    assert_eq!((least.state, least.facts.difference), (FindingState::Broken, Some(kroner(50_000))));
    assert_eq!(least.source.as_ref().map(|source| source.title.as_str()), Some("Bekendtgørelse om puljen"));

    let plan = store.what_if(id, &Scenario::default(), day(TODAY)).unwrap();
    assert_eq!((plan.total.cost, plan.total.grant, plan.total.own), (kroner(1_000_000), kroner(750_000), kroner(250_000)));
    assert_eq!((plan.total.plan_own, plan.years.len()), (kroner(250_000), 3));
    let less = Scenario { own_less: "0.2".parse().unwrap(), ..Scenario::default() };
    let fallen = store.what_if(id, &less, day(TODAY)).unwrap().total;
    assert_eq!((fallen.grant, fallen.own), (kroner(600_000), kroner(400_000)));

    let more = Scenario { own_less: "1.01".parse().unwrap(), ..Scenario::default() };
    assert_error(&store.what_if(id, &more, day(TODAY)).err().unwrap(), ErrorCode::FieldInvalid);
    let late = Scenario { months_late: 121, ..Scenario::default() };
    assert_error(&store.what_if(id, &late, day(TODAY)).err().unwrap(), ErrorCode::FieldInvalid);
    let idea = ApplicationBuilder::to_fund("Fonden", "Idé").make(&mut store, grants.lyngby).application.id;
    assert!(store.what_if(idea, &less, day(TODAY)).unwrap().budget.is_none());
}
