//! Versions of a budget in a real file: copied, compared, projected, and that one that took effect stays as it is.

use tilsagn_core::budgets::*;
use tilsagn_core::views::*;
use tilsagn_core::{ErrorCode, Money};

use crate::desk::assert_error;
use crate::filled::{filled, whole};
use crate::register::day;
use crate::sheet::{TODAY, amounts, draft, edit, freeze, new_lines, typed, types, with_budget};

fn kroner(kroner: i64) -> Money {
    Money::from_oere(kroner * 100)
}

#[test]
fn a_version_that_took_effect_stays_as_it_is_whoever_writes() {
    let (desk, mut store) = filled();
    let begun = with_budget(&mut store);
    let budget = begun.sheet.unwrap().budget;
    assert_error(&freeze(&mut store, &budget, TODAY).unwrap_err(), ErrorCode::BudgetEmpty);
    store.act_as("Bo");
    let line = types(&mut store, budget.id, Side::Cost, new_lines(&[("Løn", &["100"])])).lines[0].line.clone();
    types(&mut store, budget.id, Side::Cost, vec![typed(Some(line.id), 0, LineField::Amount, 2019, "200")]);
    store.undo().unwrap();
    store.act_as("Anna");
    assert_error(&freeze(&mut store, &budget, "2019-03-13").unwrap_err(), ErrorCode::FieldInvalid);
    let frozen = freeze(&mut store, &budget, TODAY).unwrap();
    assert!(frozen.versions[0].current);
    let before = whole(&desk.path());
    let budget = frozen.sheet.unwrap().budget;

    let cell = vec![typed(Some(line.id), 0, LineField::Amount, 2019, "300")];
    let errors = [
        edit(&mut store, budget.id, Side::Cost, cell).unwrap_err(),
        store.budget_line_save(&BudgetLine { text: "Andet".to_owned(), ..line.clone() }).unwrap_err(),
        store.budget_lines_delete(budget.id, &[line.id]).unwrap_err(),
        store.budget_line_move(line.id, 1).unwrap_err(),
        store.budget_delete(budget.id, budget.version, day(TODAY)).unwrap_err(),
        store.budget_save(&Budget { last_year: 2025, ..budget.clone() }, day(TODAY)).unwrap_err(),
    ];
    for error in errors {
        assert_error(&error, ErrorCode::BudgetFrozen);
        assert_eq!(error.params["record"], "Budget 1, ansøgt");
    }
    // Bo's own earlier changes are neither done again nor taken back.
    store.act_as("Bo");
    assert_error(&store.redo().unwrap_err(), ErrorCode::BudgetFrozen);
    assert_error(&store.undo().unwrap_err(), ErrorCode::BudgetFrozen);
    // What is not a budget's own function passes the same door.
    let past = store.transact(tilsagn_core::ops::Op::BudgetLine, |tx| {
        tx.update("budget_line", i64::from(line.id), i64::from(line.version), crate::desk::row(serde_json::json!({"text": "x"})))
    });
    assert_error(&past.unwrap_err(), ErrorCode::BudgetFrozen);
    assert_eq!(whole(&desk.path()), before);

    // Title and note may still be given; whoever let it take effect can take that back, and then all is open again.
    store.act_as("Anna");
    let named = Budget { title: "Sendt".to_owned(), ..budget };
    store.budget_save(&named, day(TODAY)).unwrap();
    store.undo().unwrap();
    store.undo().unwrap();
    store.act_as("Bo");
    store.undo().unwrap();
}

#[test]
fn versions_are_copied_and_shown_from_the_day_they_took_effect() {
    let (_desk, mut store) = filled();
    let begun = with_budget(&mut store);
    let (application, applied) = (begun.application.id, begun.sheet.unwrap().budget);
    types(&mut store, applied.id, Side::Cost, new_lines(&[("Løn", &["100", "200"]), ("Rejser", &["10"])]));
    freeze(&mut store, &applied, "2019-01-10").unwrap();
    let granted = store.budget_create(&draft(application, BudgetKind::Granted, Some(applied.id)), day(TODAY)).unwrap().view;
    let sheet = granted.sheet.unwrap();
    assert_eq!((sheet.budget.position, sheet.total.cost), (2, kroner(310)));
    assert_eq!(sheet.lines.iter().map(|it| it.line.number).collect::<Vec<_>>(), [1, 2]);
    assert_eq!(
        granted.versions.iter().map(|it| (it.current, it.cost)).collect::<Vec<_>>(),
        [(true, Some(kroner(310))), (false, Some(kroner(310)))]
    );
    let line = types(&mut store, sheet.budget.id, Side::Cost, new_lines(&[("Ny", &["5"])])).lines[0].line.number;
    assert_eq!(line, 3);
    freeze(&mut store, &sheet.budget, "2019-03").unwrap_err();
    freeze(&mut store, &sheet.budget, "2019-03-01").unwrap();
    let on = |as_of: &str| {
        let view = store.budget(application, Some(sheet.budget.id), day(as_of)).unwrap();
        let current = view.versions.iter().find(|it| it.current).map(|it| it.budget.id);
        (view.versions.len(), current, view.sheet.map(|it| it.budget.id))
    };
    assert_eq!(on("2019-03-01"), (2, Some(sheet.budget.id), Some(sheet.budget.id)));
    assert_eq!(on("2019-02-28"), (1, Some(applied.id), Some(applied.id)));
    assert_eq!(on("2019-01-01"), (0, None, None));
    let other = with_budget(&mut store);
    assert!(store.budget(other.application.id, Some(applied.id), day(TODAY)).is_err());
    assert!(store.budget_create(&draft(other.application.id, BudgetKind::Granted, Some(applied.id)), day(TODAY)).is_err());
}

#[test]
fn years_and_their_split_change_without_losing_a_figure() {
    let (desk, mut store) = filled();
    let begun = with_budget(&mut store);
    let budget = begun.sheet.unwrap().budget;
    let rows: [(&str, &[&str]); 1] = [("Løn", &["100", "200,01"])];
    types(&mut store, budget.id, Side::Cost, new_lines(&rows));
    let error = store.budget_save(&Budget { first_year: 2020, ..budget.clone() }, day(TODAY)).unwrap_err();
    assert_error(&error, ErrorCode::CellsOutside);
    assert_eq!(error.params["found"], "Løn, 2019");
    let before = whole(&desk.path());
    let months = Budget { period: Period::Month, last_year: 2020, ..budget };
    let view = store.budget_save(&months, day(TODAY)).unwrap().view;
    let sheet = view.sheet.unwrap();
    assert_eq!(
        (sheet.years, sheet.lines[0].cells.len(), sheet.total.cost.to_string()),
        (vec![2019, 2020], 24, "300.01".to_owned())
    );
    assert_eq!(amounts(&sheet.lines[0])[..5], ["8.34", "8.34", "8.34", "8.34", "8.33"]);
    let history = &store.application(begun.application.id, day(TODAY)).unwrap().history[0];
    assert!(history.changes.iter().any(|change| change.record == "Løn, marts 2019"), "{:?}", history.changes);
    let years = Budget { period: Period::Year, last_year: 2021, ..sheet.budget };
    let back = store.budget_save(&years, day(TODAY)).unwrap().view.sheet.unwrap();
    assert_eq!(amounts(&back.lines[0]), ["100.00", "200.01"]);
    store.undo().unwrap();
    store.undo().unwrap();
    assert_eq!(whole(&desk.path()), before);
    assert_error(
        &store.budget_save(&Budget { last_year: 2100, ..budget_of(&store, begun.application.id) }, day(TODAY)).unwrap_err(),
        ErrorCode::FieldInvalid,
    );
}

fn budget_of(store: &tilsagn_core::store::Store, application: u32) -> Budget {
    store.budget(application, None, day(TODAY)).unwrap().sheet.unwrap().budget
}

#[test]
fn two_versions_are_compared_line_by_line() {
    let (_desk, mut store) = filled();
    let begun = with_budget(&mut store);
    let (application, applied) = (begun.application.id, begun.sheet.unwrap().budget);
    types(&mut store, applied.id, Side::Cost, new_lines(&[("Løn", &["100", "200"]), ("Rejser", &["10"])]));
    let granted = store.budget_create(&draft(application, BudgetKind::Granted, Some(applied.id)), day(TODAY)).unwrap().view;
    let sheet = granted.sheet.unwrap();
    let [wages, travel] = [&sheet.lines[0].line, &sheet.lines[1].line];
    let changes = vec![
        typed(Some(wages.id), 0, LineField::Amount, 2020, "150"),
        typed(Some(travel.id), 0, LineField::Text, 0, "Transport"),
        typed(None, 0, LineField::Amount, 0, "5"),
    ];
    types(&mut store, sheet.budget.id, Side::Cost, changes);
    let excl = Budget { vat: Vat::Excl, ..sheet.budget.clone() };
    store.budget_save(&excl, day(TODAY)).unwrap();
    let view = store.budget_compare(applied.id, sheet.budget.id).unwrap();
    assert_eq!((view.years, view.vat_unlike), (vec![0, 2019, 2020, 2021], true));
    let rows: Vec<_> = view.rows.iter().map(|row| (row.number, row.reworded, row.figures[4].difference)).collect();
    assert_eq!(rows, [(1, false, kroner(-50)), (2, true, kroner(0)), (3, false, kroner(5))]);
    assert_eq!(view.rows[0].figures[2].share.unwrap().to_string(), "-0.25");
    let total = view.cost.last().unwrap();
    assert_eq!((total.left, total.right), (Some(kroner(310)), Some(kroner(265))));
    let other = with_budget(&mut store).sheet.unwrap().budget;
    assert_error(&store.budget_compare(applied.id, other.id).unwrap_err(), ErrorCode::FieldInvalid);
}

fn send(store: &mut tilsagn_core::store::Store, application_id: u32) {
    let version = store.application(application_id, day(TODAY)).unwrap().application.version;
    let step = StepDraft {
        application_id,
        version,
        stage: tilsagn_core::applications::Stage::Submitted,
        taken_on: tilsagn_core::calendar::PartialDate::parse(TODAY),
        taken_time: None,
        reason: String::new(),
        journalised: true,
        record_number: String::new(),
        requested: Some(kroner(100)),
        awarded: None,
        funder_reference: String::new(),
        conditions: Vec::new(),
    };
    store.application_advance(&step, day(TODAY)).unwrap();
}

#[test]
fn what_was_applied_for_takes_effect_on_the_day_it_is_sent() {
    let (_desk, mut store) = filled();
    let begun = with_budget(&mut store);
    let (id, budget) = (begun.application.id, begun.sheet.unwrap().budget);
    types(&mut store, budget.id, Side::Cost, new_lines(&[("Løn", &["100"])]));
    send(&mut store, id);
    let frozen = store.budget(id, None, day(TODAY)).unwrap().versions[0].budget.clone();
    assert_eq!((frozen.in_force, frozen.in_force_on), (true, tilsagn_core::calendar::PartialDate::parse(TODAY)));
    assert_eq!(store.budget(id, None, day("2019-03-11")).unwrap().versions.len(), 0);
    store.undo().unwrap();
    assert!(!store.budget(id, None, day(TODAY)).unwrap().versions[0].budget.in_force);
    send(&mut store, id);
}

#[test]
fn an_application_that_was_never_sent_goes_with_its_budgets_and_comes_back_with_them() {
    let (desk, mut store) = filled();
    let before = whole(&desk.path());
    let begun = with_budget(&mut store);
    let (id, budget) = (begun.application.id, begun.sheet.unwrap().budget);
    types(&mut store, budget.id, Side::Cost, new_lines(&[("Løn", &["100"]), ("Rejser", &["1", "2"])]));
    freeze(&mut store, &budget, TODAY).unwrap();
    store.budget_create(&draft(id, BudgetKind::Amendment, Some(budget.id)), day(TODAY)).unwrap();
    let full = whole(&desk.path());
    let version = store.application(id, day(TODAY)).unwrap().application.version;
    store.application_delete(id, version).unwrap();
    assert!(whole(&desk.path()) == before);
    store.undo().unwrap();
    assert!(whole(&desk.path()) == full);
    assert_eq!(store.budget(id, None, day(TODAY)).unwrap().versions.len(), 2);
}

#[test]
fn wages_of_later_years_follow_the_municipalitys_own_estimate() {
    let (_desk, mut store) = filled();
    let begun = with_budget(&mut store);
    let id = begun.sheet.unwrap().budget.id;
    let line = |row, method: &str, rate: &str| {
        vec![
            typed(None, row, LineField::Method, 0, method),
            typed(None, row, LineField::Quantity, 2019, "1"),
            typed(None, row, LineField::Quantity, 2020, "1"),
            typed(None, row, LineField::Rate, 2019, rate),
            typed(None, row, LineField::Rate, 2020, rate),
        ]
    };
    let lines = types(&mut store, id, Side::Cost, [line(0, "årsværk", "500.000"), line(1, "antal", "10")].concat()).lines;
    let line_ids: Vec<u32> = lines.iter().map(|it| it.line.id).collect();
    let projection = WageProjection { budget_id: id, line_ids: line_ids.clone(), from_year: 2019 };
    assert_error(&store.budget_project(&projection).unwrap_err(), ErrorCode::FieldInvalid);
    let municipality_id = store.municipality_named("Lyngby-Taarbæk").unwrap().id;
    store
        .transact(tilsagn_core::ops::Op::WageEstimateSave, |tx| {
            let estimate = serde_json::json!({
                "municipality_id": municipality_id, "year": 2020, "share_ppm": 21_500, "vintage": "Budget 2020, maj 2019"
            });
            tx.insert("wage_estimate", crate::desk::row(estimate))
        })
        .unwrap();
    let patch = store.budget_project(&projection).unwrap().view;
    assert_eq!(patch.lines.iter().map(amounts).collect::<Vec<_>>(), [["500000.00", "510750.00"]]);
    assert_eq!(patch.total.cost, kroner(1_010_770));
    let units = WageProjection { line_ids: line_ids[1..].to_vec(), ..projection };
    assert_error(&store.budget_project(&units).unwrap_err(), ErrorCode::FieldInvalid);
}

#[test]
fn what_the_funder_approved_rests_on_a_letter_or_on_a_reason_that_there_is_none() {
    let (_desk, mut store) = filled();
    let begun = with_budget(&mut store);
    let (id, applied) = (begun.application.id, begun.sheet.unwrap().budget);
    types(&mut store, applied.id, Side::Cost, new_lines(&[("Løn", &["100"])]));
    let without = |budget: &Budget, letter: &str| BudgetFreeze {
        id: budget.id,
        version: budget.version,
        in_force_on: None,
        letter: letter.to_owned(),
        document_id: None,
        indexed: false,
    };
    store.budget_freeze(&without(&applied, ""), day(TODAY)).unwrap();
    let draft = BudgetDraft {
        application_id: id,
        kind: BudgetKind::Granted,
        copy_of: Some(applied.id),
        first_year: None,
        last_year: None,
    };
    let granted = store.budget_create(&draft, day(TODAY)).unwrap().view.sheet.unwrap().budget;
    let error = store.budget_freeze(&without(&granted, " "), day(TODAY)).unwrap_err();
    assert_eq!((error.code, error.field.as_deref()), (ErrorCode::FieldRequired, Some("letter")));
    let frozen = store.budget_freeze(&without(&granted, "Intet brev: givet på et møde"), day(TODAY)).unwrap().view;
    assert!(frozen.sheet.unwrap().budget.in_force);
}

#[test]
fn a_document_can_go_though_a_version_rests_on_it() {
    let (desk, mut store) = filled();
    let begun = with_budget(&mut store);
    let (id, budget) = (begun.application.id, begun.sheet.unwrap().budget);
    types(&mut store, budget.id, Side::Cost, new_lines(&[("Løn", &["100"])]));
    let path = desk.folder.path().join("brev.txt");
    std::fs::write(&path, "Tilskudsbrev").unwrap();
    let kind = tilsagn_core::applications::DocumentKind::AwardLetter;
    let letter = store.document_add(id, &path, kind, day(TODAY)).unwrap().view.documents[0].document.clone();
    let freeze = BudgetFreeze {
        id: budget.id,
        version: budget.version,
        in_force_on: None,
        letter: "Tilskudsbrev".to_owned(),
        document_id: Some(letter.id),
        indexed: false,
    };
    store.budget_freeze(&freeze, day(TODAY)).unwrap();
    store.application_part_delete(ApplicationPartKind::Document, letter.id, letter.version, day(TODAY)).unwrap();
    let frozen = store.budget(id, None, day(TODAY)).unwrap().sheet.unwrap().budget;
    assert_eq!((frozen.in_force, frozen.document_id, frozen.letter.as_str()), (true, None, "Tilskudsbrev"));
}

#[test]
fn the_same_hours_promised_in_two_applications_are_known() {
    let (_desk, mut store) = filled();
    let staff = |store: &mut tilsagn_core::store::Store, hours: &str| {
        let begun = with_budget(store);
        let id = begun.sheet.unwrap().budget.id;
        let at = |field, year, text: &str| typed(None, 0, field, year, text);
        let edits = vec![
            at(LineField::Source, 0, "egenfinansiering"),
            at(LineField::OwnForm, 0, "eksisterende medarbejdere"),
            at(LineField::Method, 0, "timer"),
            at(LineField::Origin, 0, "Anne Jensen"),
            at(LineField::Quantity, 2019, hours),
            at(LineField::Rate, 2019, "300"),
        ];
        (begun.application.id, types(store, id, Side::Financing, edits).findings)
    };
    let twice = |findings: &[Finding]| findings.iter().any(|it| it.code == FindingCode::HoursPromisedTwice);
    let (first, findings) = staff(&mut store, "1.500");
    assert!(!twice(&findings));
    // What is only being written promises nothing yet.
    let (second, findings) = staff(&mut store, "1.000");
    assert!(!twice(&findings));
    send(&mut store, first);
    assert!(twice(&store.budget(second, None, day(TODAY)).unwrap().findings));
}
