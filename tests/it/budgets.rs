//! The sheet of a budget in a real file: what is typed in it, its lines and their places.

use tilsagn_core::budgets::*;
use tilsagn_core::views::*;
use tilsagn_core::{ErrorCode, Money};

use crate::desk::assert_error;
use crate::filled::{filled, whole};
use crate::register::day;
use crate::sheet::{TODAY, amounts, edit, new_lines, typed, types, with_budget};

fn codes(patch: &BudgetPatch) -> Vec<(u32, &'static str)> {
    patch.problems.iter().map(|problem| (problem.index, problem.error.code.code())).collect()
}

fn kroner(kroner: i64) -> Money {
    Money::from_oere(kroner * 100)
}

#[test]
fn what_is_typed_stands_in_the_sheet_and_adds_up() {
    let (desk, mut store) = filled();
    let begun = with_budget(&mut store);
    let id = begun.sheet.unwrap().budget.id;
    let before = whole(&desk.path());
    let rows: [(&str, &[&str]); 3] = [
        ("Konsulent", &["1.725.104", "kr. 1.000,-", "1,7 mio."]),
        ("Indtægt", &["\u{2212}1\u{2009}000", "-0,50"]),
        ("", &["", " ", "5"]),
    ];
    let patch = types(&mut store, id, Side::Cost, new_lines(&rows));
    assert_eq!(patch.lines.iter().map(|line| line.line.number).collect::<Vec<_>>(), [1, 2, 3]);
    assert_eq!(amounts(&patch.lines[0]), ["1725104.00", "1000.00", "1700000.00"]);
    assert_eq!(amounts(&patch.lines[1]), ["-1000.00", "-0.50"]);
    assert_eq!(amounts(&patch.lines[2]), ["5.00"]);
    let costs: Vec<String> = patch.sums.iter().map(|sums| sums.cost.to_string()).collect();
    assert_eq!(costs, ["1724104.00", "999.50", "1700005.00"]);
    assert_eq!(patch.total.cost.to_string(), "3425108.50");

    // One operation, in the words of a person.
    let view = store.budget(begun.application.id, None, day(TODAY)).unwrap();
    let sheet = view.sheet.unwrap();
    assert_eq!((sheet.sums, sheet.total), (patch.sums, patch.total));
    let history = &store.application(begun.application.id, day(TODAY)).unwrap().history[0];
    assert_eq!(history.kind, "budget.edit");
    assert!(history.changes.iter().any(|change| change.record == "Konsulent, 2020"), "{:?}", history.changes);
    store.undo().unwrap();
    assert_eq!(whole(&desk.path()), before);
    store.redo().unwrap();

    // A line cleared is still a line; its cells are gone.
    let line = sheet.lines[1].line.id;
    let clear = [2019, 2020].map(|year| typed(Some(line), 0, LineField::Amount, year, ""));
    let patch = types(&mut store, id, Side::Cost, clear.to_vec());
    assert_eq!(patch.lines.len(), 1);
    assert_eq!((amounts(&patch.lines[0]), patch.lines[0].total), (Vec::new(), None));
}

#[test]
fn what_is_not_understood_is_named_and_nothing_is_kept() {
    let (desk, mut store) = filled();
    let id = with_budget(&mut store).sheet.unwrap().budget.id;
    let line = types(&mut store, id, Side::Cost, new_lines(&[("Løn", &["1"])])).lines[0].line.id;
    let before = whole(&desk.path());
    let bad = ["1.2.3", "12,345", "1.2", "1e9", "10000000000000000", "fem", "2", "5"];
    let mut edits: Vec<CellEdit> = bad.iter().map(|text| typed(Some(line), 0, LineField::Amount, 2020, text)).collect();
    edits[6].year = 2022;
    edits[7].period = 3;
    edits.push(typed(Some(line), 0, LineField::Quantity, 2019, "2"));
    edits.push(typed(Some(line), 0, LineField::Method, 0, "skøn"));
    edits.push(typed(Some(line), 0, LineField::Source, 0, "Tilskud"));
    edits.push(typed(Some(line), 0, LineField::Text, 0, "Lønninger"));
    let patch = edit(&mut store, id, Side::Cost, edits).unwrap();
    let amount = "not_an_amount";
    let expected = [
        (0, amount),
        (1, amount),
        (2, amount),
        (3, amount),
        (4, "amount_too_large"),
        (5, amount),
        (6, "field_invalid"),
        (7, "field_invalid"),
        (8, "line_not_reckoned"),
        (9, "field_invalid"),
        (10, "field_invalid"),
    ];
    assert_eq!(codes(&patch), expected);
    assert!(patch.lines.is_empty());
    for problem in &patch.problems {
        assert_error(&problem.error, problem.error.code);
    }
    assert_eq!(whole(&desk.path()), before);
    // As much as an amount can be, and a second that no sum could hold.
    types(&mut store, id, Side::Cost, new_lines(&[("Alt", &["999999000000"])]));
    let error = edit(&mut store, id, Side::Cost, new_lines(&[("Mere", &["2 mio."])])).unwrap_err();
    assert_error(&error, ErrorCode::SumTooLarge);
}

#[test]
fn a_reckoned_line_makes_its_amounts_from_quantity_and_rate() {
    let (_desk, mut store) = filled();
    let id = with_budget(&mut store).sheet.unwrap().budget.id;
    let at = |field, year, text: &str| typed(None, 0, field, year, text);
    let patch = types(
        &mut store,
        id,
        Side::Financing,
        vec![
            at(LineField::Quantity, 2019, "0,5"),
            at(LineField::Rate, 2019, "399.000,01 kr."),
            at(LineField::Quantity, 2021, "1"),
            at(LineField::OwnForm, 0, "eksisterende medarbejdere"),
            at(LineField::Source, 0, "EGENFINANSIERING"),
            at(LineField::Method, 0, "årsværk"),
            at(LineField::Text, 0, "Projektleder"),
        ],
    );
    let line = &patch.lines[0];
    assert_eq!((line.line.method, line.line.source), (Method::Fte, Some(Source::Own)));
    // Rounded half away from zero; the year after next takes the rate from before it.
    assert_eq!(amounts(line), ["199500.01", "399000.01"]);
    assert_eq!((patch.total.own_kind, patch.total.own_hours.to_string().as_str()), (patch.total.own, "2886"));
    assert_eq!(patch.sums[0].own_fte.to_string(), "0.5");
    let id_of = Some(line.line.id);

    // What is reckoned cannot be typed, unless it is what comes out.
    let again = |field, year, text: &str| typed(id_of, 0, field, year, text);
    let same = vec![again(LineField::Amount, 2019, "199.500,01"), again(LineField::Amount, 2020, "")];
    types(&mut store, id, Side::Financing, same);
    let other = edit(&mut store, id, Side::Financing, vec![again(LineField::Amount, 2019, "199.500")]).unwrap();
    assert_eq!(codes(&other), [(0, "amount_reckoned")]);
    let huge = vec![again(LineField::Quantity, 2019, "1.000.000.000"), again(LineField::Rate, 2019, "1.000.000.000")];
    assert_eq!(codes(&edit(&mut store, id, Side::Financing, huge).unwrap()), [(1, "field_invalid")]);
    // A rate that is emptied makes no amount.
    let patch = types(&mut store, id, Side::Financing, vec![again(LineField::Rate, 2021, "")]);
    assert_eq!(amounts(&patch.lines[0]), ["199500.01", "–"]);

    // Typed from now on, and reckoned again: no amount changes.
    let patch = types(&mut store, id, Side::Financing, vec![again(LineField::Method, 0, "Beløb")]);
    assert_eq!(amounts(&patch.lines[0]), ["199500.01"]);
    let saved = BudgetLine { method: Method::Units, ..patch.lines[0].line.clone() };
    let patch = store.budget_line_save(&saved).unwrap().view;
    let cell = &patch.lines[0].cells[0];
    assert_eq!((cell.quantity.unwrap().to_string().as_str(), cell.amount), ("1", Some(Money::from_oere(19_950_001))));
}

#[test]
fn what_is_not_allotted_to_a_year_has_a_column_of_its_own() {
    let (_desk, mut store) = filled();
    let begun = with_budget(&mut store);
    let id = begun.sheet.unwrap().budget.id;
    let line = typed(None, 0, LineField::Amount, 0, "8 mio.");
    let patch = types(&mut store, id, Side::Cost, vec![line]);
    assert_eq!(patch.years, [0, 2019, 2020, 2021]);
    assert_eq!((patch.sums[0].year, patch.sums[0].cost), (Some(0), kroner(8_000_000)));
    let line = patch.lines[0].line.id;
    let patch = types(&mut store, id, Side::Cost, vec![typed(Some(line), 0, LineField::Amount, 0, "")]);
    assert_eq!(patch.years, [2019, 2020, 2021]);
}

#[test]
fn lines_are_added_moved_and_removed_and_keep_their_numbers() {
    let (desk, mut store) = filled();
    let begun = with_budget(&mut store);
    let id = begun.sheet.unwrap().budget.id;
    let empty = whole(&desk.path());
    let names = ["A", "B", "C", "D"];
    let rows: Vec<(&str, &[&str])> = names.iter().map(|name| (*name, &["1"] as &[&str])).collect();
    let made: Vec<u32> = types(&mut store, id, Side::Cost, new_lines(&rows)).lines.iter().map(|it| it.line.id).collect();
    let order = |store: &tilsagn_core::store::Store| {
        let sheet = store.budget(begun.application.id, None, day(TODAY)).unwrap().sheet.unwrap();
        sheet.lines.iter().map(|it| format!("{}{}", it.line.text, it.line.number)).collect::<Vec<_>>()
    };
    assert_eq!(order(&store), ["A1", "B2", "C3", "D4"]);
    let patch = store.budget_line_move(made[3], -2).unwrap().view;
    assert_eq!(patch.lines.iter().map(|it| it.line.text.as_str()).collect::<Vec<_>>(), ["D", "B", "C"]);
    assert_eq!(order(&store), ["A1", "D4", "B2", "C3"]);
    store.budget_line_move(made[0], i32::MIN).unwrap();
    store.budget_line_move(made[0], 100).unwrap();
    assert_eq!(order(&store), ["D4", "B2", "C3", "A1"]);
    let after = LineDraft { budget_id: id, side: Side::Cost, after_id: Some(made[3]), source: None, own_form: None };
    store.budget_line_add(&after).unwrap();
    assert_eq!(order(&store), ["D4", "5", "B2", "C3", "A1"]);
    let patch = store.budget_lines_delete(id, &[made[1], made[2]]).unwrap().view;
    assert_eq!((patch.removed, patch.total.cost), (vec![made[1], made[2]], kroner(2)));
    assert_eq!(order(&store), ["D4", "5", "A1"]);
    for _ in 0..5 {
        store.undo().unwrap();
    }
    assert_eq!(whole(&desk.path()), empty);
}
