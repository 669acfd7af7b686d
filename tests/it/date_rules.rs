//! Rules that days follow from, in a real file: the preset's, the pool's own, the application's own.

use tilsagn_core::ErrorCode;
use tilsagn_core::budgets::*;
use tilsagn_core::calendar::DayUnit;
use tilsagn_core::deadlines::*;
use tilsagn_core::store::Store;
use tilsagn_core::views::*;

use crate::desk::assert_error;
use crate::grants::{ApplicationBuilder, dump_all, grants, pool};

fn rule(key: &str) -> DateRule {
    DateRule {
        id: 0,
        version: 0,
        terms_id: 0,
        key: key.to_owned(),
        applies: true,
        kind: DeadlineKind::BeginBy,
        title: String::new(),
        basis: DateBasis::PeriodStart,
        amount: 3,
        unit: DayUnit::Months,
        series: Series::Once,
        every: 0,
        days: String::new(),
        reason: "§ 7".to_owned(),
    }
}

fn of_pool(pool: u32, row: DateRule) -> DateRuleDraft {
    DateRuleDraft { pool_id: Some(pool), application_id: None, row }
}

fn of_application(application: u32, row: DateRule) -> DateRuleDraft {
    DateRuleDraft { pool_id: None, application_id: Some(application), row }
}

fn found<'a>(view: &'a TermsView, key: &str) -> &'a DateRuleView {
    view.date_rules.iter().find(|rule| rule.key == key).unwrap_or_else(|| panic!("{key}: {:?}", view.date_rules))
}

fn choose(store: &mut Store, municipality_id: u32, pool: u32, preset: &str) {
    let terms = Terms {
        id: 0,
        version: 0,
        municipality_id,
        pool_id: Some(pool),
        application_id: None,
        preset: preset.to_owned(),
        title: "Bekendtgørelse om puljen".to_owned(),
        url: "https://example.org".to_owned(),
        dated_on: None,
        document_id: None,
        note: String::new(),
    };
    store.terms_save(&terms).unwrap();
}

#[test]
fn the_application_goes_before_the_pool_and_the_pool_before_the_preset() {
    let (grants, mut store) = grants();
    let pool = pool(&store, "91-b");
    let application = ApplicationBuilder::to_pool(pool).of(&grants).make(&mut store, grants.lyngby).application.id;
    let before = dump_all(&store);
    assert!(store.terms(grants.lyngby, Some(pool), None).unwrap().date_rules.is_empty(), "no preset is chosen");

    choose(&mut store, grants.lyngby, pool, "socialstyrelsen");
    let view = store.terms(grants.lyngby, None, Some(application)).unwrap();
    let begin = found(&view, "begin_by");
    assert_eq!((begin.origin, begin.row.is_none()), (RuleOrigin::Preset, true));
    assert_eq!(begin.text.da, "Senest 6 måneder efter projektets start");
    assert!(begin.url.starts_with("https://www.sbst.dk/") && begin.source.da.contains("seks måneder"), "{begin:?}");
    assert_eq!(found(&view, "extension").text.da, "Senest ved projektets slutning");

    let view = store.date_rule_save(grants.lyngby, &of_pool(pool, rule("begin_by"))).unwrap().view;
    let begin = found(&view, "begin_by");
    assert_eq!((begin.origin, begin.text.en.as_str()), (RuleOrigin::Pool, "At most 3 months after the start of the project"));
    assert_eq!((begin.source.da.as_str(), begin.url.as_str()), ("Bekendtgørelse om puljen: § 7", "https://example.org"));
    assert!(begin.row.is_some());

    let off = DateRule { applies: false, reason: "Tilsagnsbrevet".to_owned(), ..rule("begin_by") };
    let view = store.date_rule_save(grants.lyngby, &of_application(application, off)).unwrap().view;
    let begin = found(&view, "begin_by");
    assert_eq!((begin.applies, begin.text.da.as_str()), (false, "Gælder ikke her: Tilsagnsbrevet"));
    let row = begin.row.clone().unwrap();
    // The pool's own stays, and another municipality has none of it.
    assert!(found(&store.terms(grants.lyngby, Some(pool), None).unwrap(), "begin_by").applies);
    let copenhagen = store.municipality_named("København").unwrap().id;
    assert!(store.terms(copenhagen, Some(pool), None).unwrap().date_rules.is_empty());

    // A rule of one's own gets a key of its own, and a second another.
    let own =
        DateRule { kind: DeadlineKind::Account, series: Series::Dates, days: " 10-01  04-01 ".to_owned(), amount: 0, ..rule("") };
    for number in [1, 2] {
        let view = store.date_rule_save(grants.lyngby, &of_application(application, own.clone())).unwrap().view;
        let added = found(&view, &format!("own_account_{number}"));
        assert_eq!(added.text.da, "1. april, 1. oktober hvert år fra projektets start til projektets slutning");
        assert_eq!(added.row.as_ref().unwrap().days, "10-01 04-01");
    }

    // The pool's holds again.
    let view = store.date_rule_delete(row.id, row.version).unwrap().view;
    assert_eq!(found(&view, "begin_by").origin, RuleOrigin::Pool);
    for _ in 0..6 {
        store.undo().unwrap();
    }
    assert_eq!(dump_all(&store), before);
}

#[test]
fn what_cannot_be_a_rule_is_refused_and_nothing_is_kept() {
    let (grants, mut store) = grants();
    let application = ApplicationBuilder::to_fund("Fonden", "Idé").make(&mut store, grants.lyngby).application.id;
    let before = dump_all(&store);
    let months = DateRule { series: Series::Months, every: 6, ..rule("status") };
    let dates = DateRule { series: Series::Dates, days: "04-01".to_owned(), ..rule("status") };
    for (bad, code, field) in [
        (DateRule { every: 0, ..months.clone() }, ErrorCode::FieldInvalid, "every"),
        (DateRule { every: 121, ..months.clone() }, ErrorCode::FieldInvalid, "every"),
        (DateRule { basis: DateBasis::PeriodEnd, ..months.clone() }, ErrorCode::FieldInvalid, "basis"),
        (DateRule { days: "31-02".to_owned(), ..dates.clone() }, ErrorCode::FieldInvalid, "days"),
        (DateRule { days: "31. februar".to_owned(), ..dates.clone() }, ErrorCode::FieldInvalid, "days"),
        (DateRule { days: " ".to_owned(), ..dates.clone() }, ErrorCode::FieldRequired, "days"),
        (DateRule { amount: 4000, ..rule("begin_by") }, ErrorCode::FieldInvalid, "amount"),
        (DateRule { reason: " ".to_owned(), ..rule("begin_by") }, ErrorCode::FieldRequired, "reason"),
        (DateRule { kind: DeadlineKind::Meeting, ..rule("begin_by") }, ErrorCode::FieldInvalid, "kind"),
        (DateRule { applies: false, ..rule("") }, ErrorCode::FieldInvalid, "key"),
    ] {
        let error = store.date_rule_save(grants.lyngby, &of_application(application, bad.clone())).unwrap_err();
        assert_error(&error, code);
        assert_eq!(error.field.as_deref(), Some(field), "{bad:?}");
    }
    let nobody = DateRuleDraft { pool_id: None, application_id: None, row: rule("begin_by") };
    assert_eq!(store.date_rule_save(grants.lyngby, &nobody).unwrap_err().code, ErrorCode::FieldRequired);
    assert_eq!(dump_all(&store), before);

    store.date_rule_save(grants.lyngby, &of_application(application, months.clone())).unwrap();
    let again = store.date_rule_save(grants.lyngby, &of_application(application, months)).unwrap_err();
    assert_eq!((again.code, again.field.as_deref()), (ErrorCode::FieldTaken, Some("key")));
}

#[test]
fn an_application_is_removed_with_its_rules() {
    let (grants, mut store) = grants();
    let view = ApplicationBuilder::to_fund("Fonden", "Idé").make(&mut store, grants.lyngby);
    store.date_rule_save(grants.lyngby, &of_application(view.application.id, rule("begin_by"))).unwrap();
    let before = dump_all(&store);
    store.application_delete(view.application.id, view.application.version).unwrap();
    store.undo().unwrap();
    assert_eq!(dump_all(&store), before);
}
