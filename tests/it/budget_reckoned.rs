//! Budgets and papers written as workbooks, reckoned anew by a spreadsheet: one run of it on all of them.

use rust_xlsxwriter::{Formula, Workbook};
use tilsagn_core::budgets::*;
use tilsagn_core::import::budget::read_budget;
use tilsagn_core::import::read_grid;
use tilsagn_core::views::BudgetView;
use tilsagn_core::{Language, Money};

use crate::budget_export::{Dice, budget, cells, oere, thrown, view, write_budget};
use crate::budget_import::{RAADGIVER, import};
use crate::export_files::workbooks;
use crate::readers::office;

/// What the spreadsheet itself comes to, after it was made to reckon everything anew.
#[test]
fn a_spreadsheet_comes_to_the_same_figures() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    let mut dice = Dice(417);
    let mut names = Vec::new();
    let mut write = |view: &BudgetView, language: Language| {
        let name = format!("budget-{}.xlsx", names.len());
        write_budget(view, &at(&name), language);
        names.push(name);
    };
    let lines = RAADGIVER.iter().zip(0..).map(|((text, first, second), position)| {
        let mut line =
            LineCells::of(BudgetLine { text: (*text).to_owned(), ..BudgetLine::empty(1, position + 1, position, Side::Cost) });
        for (year, kroner) in [(2009, first), (2010, second)] {
            line.cells.insert((year, 0), Figures { amount: Some(Money::from_oere(kroner * 100)), ..Figures::default() });
        }
        line
    });
    write(&view(budget(2009, 2010, Period::Year), lines.collect()), Language::Da);
    for count in 0..30 {
        let years = 2019 + dice.between(0, 5) as i32;
        let period = Period::ALL[dice.below(3) as usize];
        let language = if count % 3 == 0 { Language::En } else { Language::Da };
        write(&thrown(&mut dice, budget(2019, years, period), count), language);
    }
    write(&thrown(&mut dice, budget(2019, 2028, Period::Month), 40), Language::Da);
    // A formula that says something else than it gives: unless it is mended, nothing was reckoned and nothing is proved.
    let mut canary = Workbook::new();
    canary.add_worksheet().write_formula(0, 0, Formula::new("=1+1").set_result("99")).unwrap();
    canary.save(at("canary.xlsx")).unwrap();
    let papers = workbooks(folder.path());
    office(folder.path(), "xlsx:Calc MS Excel 2007 XML", names.iter().chain(&papers).map(String::as_str).chain(["canary.xlsx"]));

    assert_eq!(oere(cells(&at("new/canary.xlsx"), "Sheet1").get((0, 0))), Some(200), "the spreadsheet did not reckon");
    let mut held = 0;
    for name in &names {
        let (ours, theirs) = (cells(&at(name), "Budget"), cells(&at("new").join(name), "Budget"));
        for (row, column, cell) in ours.used_cells() {
            let Some(figure) = oere(Some(cell)) else { continue };
            let place = (row as u32 + ours.start().unwrap().0, column as u32 + ours.start().unwrap().1);
            assert_eq!(oere(theirs.get_value(place)), Some(figure), "{name} {place:?}");
            held += 1;
        }
    }
    assert!(held > 10_000, "only {held} figures were held against the spreadsheet's");

    let of_papers: usize = papers.iter().map(|name| crate::export_files::held(&at(name), &at("new").join(name))).sum();
    assert!(of_papers > 300, "only {of_papers} figures of papers were held against the spreadsheet's");

    // What the spreadsheet saved is read in again.
    let saved = read_grid(&at("new").join(&names[0]), None, |rows| rows.len() > 5).unwrap();
    let reading = read_budget(&saved.rows, &import(1, Side::Cost), &budget(2009, 2010, Period::Year), &[]);
    assert_eq!((reading.lines.len(), reading.problems, reading.total.kroner_da().as_str()), (9, 0, "3.408.208"));
    assert!(reading.rows.iter().flat_map(|row| &row.cells).all(|cell| cell.problem.is_none()));
}
