//! A budget of 500 lines in ten years of twelve months: shown whole, and typed in without the rest being read or sent.

use std::time::{Duration, Instant};

use tilsagn_core::budgets::*;
use tilsagn_core::views::*;

use crate::every_save::begun;
use crate::filled::filled;
use crate::register::day;
use crate::sheet::{TODAY, typed, types};

const LINES: u32 = 500;

#[test]
fn one_cell_of_sixty_thousand_is_typed_without_the_others() {
    let (_desk, mut store) = filled();
    let municipality = store.municipality_named("Lyngby-Taarbæk").unwrap().id;
    let application_id = begun(&mut store, municipality).application.id;
    let draft =
        BudgetDraft { application_id, kind: BudgetKind::Applied, copy_of: None, first_year: Some(2019), last_year: Some(2028) };
    let budget = store.budget_create(&draft, day(TODAY)).unwrap().view.sheet.unwrap().budget;
    let budget = Budget { period: Period::Month, ..budget };
    let id = store.budget_save(&budget, day(TODAY)).unwrap().view.sheet.unwrap().budget.id;

    let mut edits = Vec::new();
    for line in 0..LINES {
        for (year, period) in (2019..=2028).flat_map(|year| (1..=12).map(move |period| (year, period))) {
            let amount = typed(None, line, LineField::Amount, year, &(line * 1000 + period).to_string());
            edits.push(CellEdit { period, ..amount });
        }
    }
    let pasted = Instant::now();
    let patch = types(&mut store, id, Side::Cost, edits);
    let pasted = pasted.elapsed();
    assert_eq!((patch.lines.len(), patch.lines[0].cells.len()), (500, 120));

    let shown = Instant::now();
    let view = store.budget(application_id, None, day(TODAY)).unwrap();
    let shown = shown.elapsed();
    let sheet = view.sheet.unwrap();
    assert_eq!(sheet.lines.iter().map(|line| line.cells.len()).sum::<usize>(), 60_000);
    assert_eq!(sheet.total, patch.total);

    let line = sheet.lines[250].line.id;
    let mut slowest = Duration::ZERO;
    for amount in 1..=20 {
        let edit = CellEdit { period: 7, ..typed(Some(line), 0, LineField::Amount, 2024, &amount.to_string()) };
        let began = Instant::now();
        let patch = types(&mut store, id, Side::Cost, vec![edit]);
        slowest = slowest.max(began.elapsed());
        assert_eq!((patch.lines.len(), patch.lines[0].cells.len()), (1, 120));
    }
    let began = Instant::now();
    store.application(application_id, day(TODAY)).unwrap();
    let application = began.elapsed();
    // Wide enough for a busy machine without optimisation; what a release build takes is measured in the bench.
    let said = format!("pasted {pasted:?}, shown {shown:?}, typed {slowest:?}, application {application:?}");
    assert!(slowest < Duration::from_secs(5) && shown < Duration::from_secs(20), "{said}");
}
