//! A budget to work at, and ways to type in it.

use tilsagn_core::Error;
use tilsagn_core::budgets::*;
use tilsagn_core::store::Store;
use tilsagn_core::views::*;

use crate::every_save::begun;
use crate::register::day;

pub const TODAY: &str = "2019-03-12";

/// An application of Lyngby-Taarbæk with an empty draft of what is applied for, 2019 to 2021.
pub fn with_budget(store: &mut Store) -> BudgetView {
    let municipality = store.municipality_named("Lyngby-Taarbæk").unwrap().id;
    let application_id = begun(store, municipality).application.id;
    let view = store.budget_create(&draft(application_id, BudgetKind::Applied, None), day(TODAY)).unwrap().view;
    assert_eq!(view.sheet.as_ref().unwrap().years, [2019, 2020, 2021]);
    view
}

pub fn draft(application_id: u32, kind: BudgetKind, copy_of: Option<u32>) -> BudgetDraft {
    let years = copy_of.is_none().then_some((2019, 2021));
    BudgetDraft { application_id, kind, copy_of, first_year: years.map(|it| it.0), last_year: years.map(|it| it.1) }
}

/// Another empty draft of an application's budget.
pub fn another(store: &mut Store, application_id: u32) -> Budget {
    let draft = draft(application_id, BudgetKind::Applied, None);
    store.budget_create(&draft, day(TODAY)).unwrap().view.sheet.unwrap().budget
}

/// What was typed in a cell of a line, or one of the new lines where none is named.
pub fn typed(line_id: Option<u32>, new_line: u32, field: LineField, year: i32, text: &str) -> CellEdit {
    CellEdit { line_id, new_line, field, year, period: 0, text: text.to_owned() }
}

/// New lines of amounts: text, and an amount for each year from 2019.
pub fn new_lines(rows: &[(&str, &[&str])]) -> Vec<CellEdit> {
    let mut edits = Vec::new();
    for (row, (text, amounts)) in (0..).zip(rows) {
        edits.push(typed(None, row, LineField::Text, 0, text));
        for (year, amount) in (2019..).zip(*amounts) {
            edits.push(typed(None, row, LineField::Amount, year, amount));
        }
    }
    edits
}

pub fn edit(store: &mut Store, budget_id: u32, side: Side, edits: Vec<CellEdit>) -> Result<BudgetPatch, Error> {
    store.budget_edit(&BudgetEdit { budget_id, side, edits }).map(|changed| changed.view)
}

/// An edit that is understood.
pub fn types(store: &mut Store, budget_id: u32, side: Side, edits: Vec<CellEdit>) -> BudgetPatch {
    let patch = edit(store, budget_id, side, edits).unwrap();
    assert_eq!(patch.problems.iter().map(|it| (it.index, it.error.to_string())).collect::<Vec<_>>(), []);
    patch
}

/// The amounts of a line's cells, in kroner as scripts have them.
pub fn amounts(line: &LineView) -> Vec<String> {
    line.cells.iter().map(|cell| cell.amount.map_or_else(|| "–".to_owned(), |amount| amount.to_string())).collect()
}

pub fn freeze(store: &mut Store, budget: &Budget, on: &str) -> Result<BudgetView, Error> {
    let freeze = BudgetFreeze {
        id: budget.id,
        version: budget.version,
        in_force_on: tilsagn_core::calendar::PartialDate::parse(on),
        letter: "Tilskudsbrev".to_owned(),
        document_id: None,
        indexed: false,
    };
    store.budget_freeze(&freeze, day(TODAY)).map(|changed| changed.view)
}
