//! What a person corrects: kept, found, undone, and refused where it cannot stand.

use tilsagn_core::catalogue::CanApply;
use tilsagn_core::store::Store;
use tilsagn_core::views::{InitiativeCorrection, MunicipalityRow, PopulationRow, PriceIndexRow, SavedView};
use tilsagn_core::{Error, ErrorCode, fold};

use crate::register::{built_in, day};

fn correction(store: &Store, number: u32) -> InitiativeCorrection {
    let view = store.initiative(store.initiative_id(None, number).unwrap(), day("2026-01-01"), "").unwrap();
    InitiativeCorrection {
        id: view.id,
        version: view.version,
        can_apply: view.can_apply,
        can_apply_place: view.can_apply_place,
        applicants: view.applicants.da,
        authority: view.authority,
        summary: view.summary,
    }
}

#[test]
fn a_correction_is_kept_found_and_undone() {
    let mut store = built_in();
    let original = store.initiative(store.initiative_id(None, 1).unwrap(), day("2026-01-01"), "").unwrap();
    let wanted = InitiativeCorrection {
        can_apply: CanApply::Yes,
        summary: " Ærlige sætninger om blåbær ".to_owned(),
        ..correction(&store, 1)
    };
    let changed = store.initiative_correct(&wanted, day("2026-01-01"), "").unwrap();
    assert_eq!(changed.changed, ["initiative"]);
    assert_eq!((changed.view.version, changed.view.can_apply), (2, CanApply::Yes));
    assert_eq!(changed.view.summary, "Ærlige sætninger om blåbær");
    assert_eq!(changed.view.can_apply_reason.da, "", "the old reason no longer holds");
    assert_eq!(changed.view.applicants, original.applicants);
    let fields: Vec<&str> = changed.view.history[0].changes.iter().map(|change| change.field.as_str()).collect();
    assert_eq!(fields, ["can_apply", "can_apply_reason_da", "can_apply_reason_en", "summary"]);

    let found = |store: &Store, query: &str| {
        let rows = store.register(None, None, day("2026-01-01"), None).unwrap().initiatives;
        rows.into_iter().filter(|row| fold::finds(&row.search, query)).map(|row| row.number).collect::<Vec<_>>()
    };
    assert_eq!(found(&store, "blaabaer"), [1]);
    assert_eq!(store.initiative_correct(&wanted, day("2026-01-01"), "").unwrap_err().code, ErrorCode::RecordChanged);

    store.undo().unwrap();
    assert_eq!(found(&store, "blaabaer"), Vec::<u32>::new());
    let undone = store.initiative(original.id, day("2026-01-01"), "").unwrap();
    assert_eq!((undone.can_apply, undone.summary), (original.can_apply, original.summary));
    assert_eq!(undone.can_apply_reason, original.can_apply_reason);
}

#[test]
fn nothing_changed_is_nothing_kept() {
    let mut store = built_in();
    let same = correction(&store, 91);
    let before = store.recent(100).unwrap().len();
    assert!(store.initiative_correct(&same, day("2026-01-01"), "").unwrap().changed.is_empty());
    assert_eq!(store.recent(100).unwrap().len(), before);
}

fn field(error: &Error) -> (ErrorCode, &str) {
    (error.code, error.field.as_deref().unwrap_or_default())
}

#[test]
fn reference_data_is_corrected_and_checked() {
    let mut store = built_in();
    let before = store.reference().unwrap();
    assert_eq!(before.municipalities.last().unwrap().name, "Aarhus");
    let copenhagen = before.municipalities.iter().find(|row| row.code == "101").unwrap().clone();

    let renamed = MunicipalityRow { name: "Københavns".to_owned(), source: "egen rettelse".to_owned(), ..copenhagen.clone() };
    let view = store.municipality_save(&renamed).unwrap().view;
    assert!(view.municipalities.iter().any(|row| row.name == "Københavns" && row.version == 2));
    for (row, expected) in [
        (MunicipalityRow { name: " ".to_owned(), ..renamed.clone() }, (ErrorCode::FieldRequired, "name")),
        (MunicipalityRow { name: "Aarhus".to_owned(), ..renamed.clone() }, (ErrorCode::FieldTaken, "name")),
        (MunicipalityRow { code: "1a1".to_owned(), ..renamed.clone() }, (ErrorCode::FieldInvalid, "code")),
        (MunicipalityRow { code: "751".to_owned(), ..renamed.clone() }, (ErrorCode::FieldTaken, "code")),
        (MunicipalityRow { region: String::new(), ..renamed.clone() }, (ErrorCode::FieldRequired, "region")),
        (renamed.clone(), (ErrorCode::RecordChanged, "")),
    ] {
        assert_eq!(field(&store.municipality_save(&row).unwrap_err()), expected);
    }

    let figure = PopulationRow {
        id: 0,
        version: 0,
        area: "Aarhus".to_owned(),
        date: day("2019-01-01"),
        population: 345_332,
        source: "statbank.dk".to_owned(),
    };
    let added = store.population_save(&figure).unwrap().view.population;
    let added = added.iter().find(|row| row.area == "Aarhus").unwrap().clone();
    assert_eq!(field(&store.population_save(&figure).unwrap_err()), (ErrorCode::FieldTaken, "date"));
    assert_eq!(
        field(&store.population_save(&PopulationRow { area: "Atlantis".to_owned(), ..figure.clone() }).unwrap_err()),
        (ErrorCode::FieldInvalid, "area")
    );
    let country = PopulationRow { area: "Danmark".to_owned(), ..figure.clone() };
    assert_eq!(field(&store.population_save(&country).unwrap_err()), (ErrorCode::FieldTaken, "date"));
    let zero = PopulationRow { population: 0, ..figure };
    assert_eq!(field(&store.population_save(&zero).unwrap_err()), (ErrorCode::FieldInvalid, "population"));
    let left = store.population_delete(added.id, added.version).unwrap().view.population;
    assert!(left.iter().all(|row| row.area != "Aarhus"));
    store.undo().unwrap();
    assert!(store.reference().unwrap().population.iter().any(|row| row.area == "Aarhus" && row.population == 345_332));
}

#[test]
fn a_corrected_index_moves_the_converted_amounts() {
    let mut store = built_in();
    let year = store.reference().unwrap().price_index.into_iter().find(|row| row.year == 2020).unwrap();
    let amount = |store: &Store| store.register(None, Some(2020), day("2026-01-01"), None).unwrap().initiatives[0].amounts[0];
    let before = amount(&store);
    store.price_index_save(&PriceIndexRow { general_pct: "10,0".to_owned(), ..year.clone() }).unwrap();
    assert_eq!(amount(&store).unwrap().mio_da(), "80,52");
    store.undo().unwrap();
    assert_eq!(amount(&store), before);
    for (row, expected) in [
        (PriceIndexRow { general_pct: "1,25".to_owned(), ..year.clone() }, (ErrorCode::FieldInvalid, "generalPct")),
        (PriceIndexRow { general_pct: "mange".to_owned(), ..year.clone() }, (ErrorCode::FieldInvalid, "generalPct")),
        (PriceIndexRow { vintage: String::new(), ..year.clone() }, (ErrorCode::FieldRequired, "vintage")),
        (PriceIndexRow { id: 0, ..year.clone() }, (ErrorCode::FieldTaken, "year")),
    ] {
        assert_eq!(field(&store.price_index_save(&row).unwrap_err()), expected);
    }
    let next = PriceIndexRow { id: 0, version: 0, year: 2026, general_pct: "2.9".to_owned(), ..year };
    store.price_index_save(&next).unwrap();
    assert_eq!(store.register(None, Some(2026), day("2026-01-01"), None).unwrap().price_level.available.last(), Some(&2026));
}

#[test]
fn views_are_saved_by_screen_and_name() {
    let mut store = built_in();
    let view = SavedView {
        id: 0,
        version: 0,
        screen: "initiatives".to_owned(),
        name: " Kan søges ".to_owned(),
        definition: r#"{"canApply":["yes"]}"#.to_owned(),
    };
    let saved = store.saved_view_save(&view).unwrap();
    assert_eq!(saved.changed, ["saved_view"]);
    assert_eq!(saved.view[0].name, "Kan søges");
    assert_eq!(field(&store.saved_view_save(&view).unwrap_err()), (ErrorCode::FieldTaken, "name"));
    let elsewhere = SavedView { screen: "pools".to_owned(), ..view.clone() };
    assert_eq!(store.saved_view_save(&elsewhere).unwrap().view.len(), 1);
    let bad = SavedView { definition: "{".to_owned(), name: "andet".to_owned(), ..view };
    assert_eq!(field(&store.saved_view_save(&bad).unwrap_err()), (ErrorCode::FieldInvalid, "definition"));
    assert!(store.saved_view_delete(saved.view[0].id, 1).unwrap().view.is_empty());
    assert_eq!(store.saved_views("pools").unwrap().len(), 1);
}
