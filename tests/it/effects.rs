//! The expected effect in a real file, beside the own money of the budget.

use tilsagn_core::ErrorCode;
use tilsagn_core::budgets::*;
use tilsagn_core::scaled::{Quantity, Rate, Share};
use tilsagn_core::store::Store;
use tilsagn_core::views::*;

use crate::awarded::{TODAY, awarded, kroner};
use crate::desk::assert_error;
use crate::grants::{dump_all, grants};
use crate::register::day;

fn effect(application_id: u32, method: EffectMethod) -> Effect {
    Effect {
        id: 0,
        version: 0,
        application_id,
        position: 0,
        text: "Færre på kontanthjælp".into(),
        budget_area: "Forsørgelse".into(),
        method,
        refund: Some(Share::from_scaled(200_000)),
        refund_year: Some(2019),
        assumption: "77 personer kommer i job".into(),
        source: "Investeringsoplæg".into(),
    }
}

fn year(effect_id: u32, year: i32, persons: i64) -> EffectYear {
    EffectYear {
        id: 0,
        version: 0,
        effect_id,
        year,
        persons: Some(Quantity::from_scaled(persons * 10_000)),
        months: Some(Quantity::from_scaled(120_000)),
        rate: Some(Rate::from_scaled(111_790_000)),
        amount: None,
    }
}

fn save(store: &mut Store, part: EffectPart) -> Result<EffectView, tilsagn_core::Error> {
    store.effect_part_save(&part, day(TODAY)).map(|changed| changed.view)
}

#[test]
fn own_money_is_paid_for_by_what_it_saves() {
    let (grants, mut store) = grants();
    let id = awarded(&mut store, grants.lyngby, "Flere i job").id;
    let before = dump_all(&store);
    let view = store.effect(id, day(TODAY)).unwrap();
    assert_eq!(
        view.years.iter().map(|it| (it.year, it.invested)).collect::<Vec<_>>(),
        [(Some(2019), kroner(200_000)), (Some(2020), kroner(50_000))]
    );
    assert_eq!((view.total.balance, view.break_even), (kroner(-250_000), None));

    let view = save(&mut store, EffectPart::Effect(effect(id, EffectMethod::Persons))).unwrap();
    let one = view.effects[0].effect.id;
    save(&mut store, EffectPart::Year(year(one, 2019, 1))).unwrap();
    save(&mut store, EffectPart::Year(year(one, 2020, 2))).unwrap();
    let view = save(&mut store, EffectPart::Effect(effect(id, EffectMethod::Amount))).unwrap();
    let two = view.effects[1].effect.clone();
    assert_eq!(two.position, 1);
    // It costs more at first: less than nothing is saved.
    let worse = EffectYear { persons: None, months: None, rate: None, amount: Some(kroner(-10_000)), ..year(two.id, 2019, 0) };
    let view = save(&mut store, EffectPart::Year(worse)).unwrap();
    // 12 * 11.179 = 134.148; less 20 per cent: 107.318,40.
    assert_eq!(view.effects[0].years[0].amount, Some(kroner(134_148)));
    assert_eq!(view.effects[0].net[0].to_string(), "107318.40");
    assert_eq!(view.years[0].net.to_string(), "99318.40");
    assert_eq!((view.years[1].accumulated.to_string().as_str(), view.break_even), ("63955.20", Some(2020)));
    assert_eq!(view.total.full_year_persons.to_string(), "3");

    // Typed from now on, and reckoned again.
    let first = view.effects[0].effect.clone();
    let typed = Effect { method: EffectMethod::Amount, ..first.clone() };
    let view = save(&mut store, EffectPart::Effect(typed)).unwrap();
    let mut saved = view.effects[0].years[0].clone();
    saved.amount = Some(kroner(5));
    assert_eq!(save(&mut store, EffectPart::Year(saved)).unwrap().effects[0].years[0].amount, Some(kroner(5)));
    let again = Effect { version: first.version + 1, ..first };
    let view = save(&mut store, EffectPart::Effect(again)).unwrap();
    assert_eq!(view.effects[0].years[0].amount, Some(kroner(134_148)));

    let view = store.effect_part_delete(EffectPartKind::Effect, two.id, two.version, day(TODAY)).unwrap();
    assert_eq!((view.view.effects.len(), view.changed), (1, vec!["effect_year".to_owned(), "effect".to_owned()]));
    while dump_all(&store) != before {
        store.undo().unwrap();
    }
    // Before the budget took effect there is no other to go by.
    assert!(store.effect(id, day("2019-01-01")).unwrap().years.is_empty());
}

#[test]
fn what_cannot_be_is_refused_by_name() {
    let (grants, mut store) = grants();
    let id = awarded(&mut store, grants.lyngby, "Flere i job").id;
    let one = save(&mut store, EffectPart::Effect(effect(id, EffectMethod::Persons))).unwrap().effects[0].effect.id;
    save(&mut store, EffectPart::Year(year(one, 2019, 1))).unwrap();
    let before = dump_all(&store);
    let quantity = |scaled: i64| Some(Quantity::from_scaled(scaled));
    for (part, code, field) in [
        (EffectPart::Effect(Effect { text: " ".into(), ..effect(id, EffectMethod::Amount) }), ErrorCode::FieldRequired, "text"),
        (
            EffectPart::Effect(Effect { refund: Some(Share::from_scaled(1_000_001)), ..effect(id, EffectMethod::Amount) }),
            ErrorCode::FieldInvalid,
            "refund",
        ),
        (
            EffectPart::Effect(Effect { refund: Some(Share::from_scaled(-1)), ..effect(id, EffectMethod::Amount) }),
            ErrorCode::FieldInvalid,
            "refund",
        ),
        (EffectPart::Year(year(one, 2019, 1)), ErrorCode::FieldTaken, "year"),
        (EffectPart::Year(year(one, 1, 1)), ErrorCode::FieldInvalid, "year"),
        (EffectPart::Year(EffectYear { months: quantity(120_001), ..year(one, 2020, 1) }), ErrorCode::FieldInvalid, "months"),
        (EffectPart::Year(EffectYear { persons: quantity(-1), ..year(one, 2020, 1) }), ErrorCode::FieldInvalid, "persons"),
        (
            EffectPart::Year(EffectYear { rate: Some(Rate::from_scaled(i64::MAX)), ..year(one, 2020, 1) }),
            ErrorCode::FieldInvalid,
            "rate",
        ),
    ] {
        let error = save(&mut store, part).unwrap_err();
        assert_error(&error, code);
        assert_eq!(error.field.as_deref(), Some(field));
    }
    assert_eq!(save(&mut store, EffectPart::Year(year(99, 2019, 1))).unwrap_err().code, ErrorCode::RecordMissing);
    assert_eq!(store.effect(9_999, day(TODAY)).unwrap_err().code, ErrorCode::RecordMissing);
    assert_eq!(dump_all(&store), before);
}
