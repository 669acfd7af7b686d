//! Budgets read in from sheets and the clipboard, into a real file.

use std::io::Write;
use std::path::{Path, PathBuf};

use rust_xlsxwriter::{Format, Formula, Workbook};
use tilsagn_core::budgets::*;
use tilsagn_core::store::Store;
use tilsagn_core::views::*;
use tilsagn_core::{ErrorCode, Money};

use crate::desk::{Desk, assert_error};
use crate::filled::{filled, whole};
use crate::register::day;
use crate::sheet::{TODAY, amounts, draft, freeze, new_lines, types, with_budget};

/// The budget of the project »Rådgiver på hjul«, as its description prints it.
pub const RAADGIVER: [(&str, i64, i64); 9] = [
    ("Lønudgifter 2 konsulenter", 850_000, 850_000),
    ("Projektkoordination", 200_000, 200_000),
    ("Overhead (kontorhold, mobiltelefoni, transport)", 50_000, 50_000),
    ("Uddannelse/ opkvalificering/ konference- deltagelse", 75_000, 75_000),
    ("2 Cykler + vedligehold", 20_000, 3_000),
    ("Kampagne/ pr- materiale til praktiserende læger og samarbejdspartnere", 50_000, 25_000),
    ("Udgifter til kursusforløb til sygemeldte borgere 1 uge á 2466 kr. pr. borger", 355_104, 355_104),
    ("Udgifter til publicering af resultater/ konferencemateriale", 75_000, 75_000),
    ("Evaluering", 50_000, 50_000),
];

pub fn import(budget_id: u32, side: Side) -> BudgetImport {
    BudgetImport {
        budget_id,
        path: None,
        text: None,
        sheet: None,
        side,
        source: None,
        columns: Vec::new(),
        rows: Vec::new(),
        replace: false,
    }
}

fn of_file(budget_id: u32, path: &Path) -> BudgetImport {
    BudgetImport { path: Some(path.display().to_string()), ..import(budget_id, Side::Cost) }
}

/// A draft of 2009 and 2010.
fn two_years(store: &mut Store) -> Budget {
    let application_id = with_budget(store).application.id;
    let draft = BudgetDraft { first_year: Some(2009), last_year: Some(2010), ..draft(application_id, BudgetKind::Applied, None) };
    store.budget_create(&draft, day(TODAY)).unwrap().view.sheet.unwrap().budget
}

/// The budget as an office keeps it: a title over merged cells, years as numbers, sums as formulas, a front page before it.
fn raadgiver(desk: &Desk) -> PathBuf {
    let mut book = Workbook::new();
    book.add_worksheet().set_name("Forside").unwrap().write_string(0, 0, "Rådgiver på hjul").unwrap();
    let sheet = book.add_worksheet().set_name("Budget").unwrap();
    sheet.merge_range(0, 0, 0, 3, "Budget for Rådgiver på hjul", &Format::new().set_bold()).unwrap();
    sheet.write_number(2, 1, 2009).unwrap().write_number(2, 2, 2010).unwrap().write_string(2, 3, "I alt").unwrap();
    for (row, (text, first, second)) in (3..).zip(RAADGIVER) {
        sheet.write_string(row, 0, text).unwrap();
        sheet.write_number(row, 1, first as f64).unwrap().write_number(row, 2, second as f64).unwrap();
        let sum = Formula::new(format!("=B{0}+C{0}", row + 1)).set_result((first + second).to_string());
        sheet.write_formula(row, 3, sum).unwrap();
    }
    sheet.write_string(12, 0, "I alt").unwrap();
    for (column, sum) in (1..).zip(["1725104", "1683104", "3408208"]) {
        let letter = ['B', 'C', 'D'][usize::from(column) - 1];
        sheet.write_formula(12, column, Formula::new(format!("=SUM({letter}4:{letter}12)")).set_result(sum)).unwrap();
    }
    sheet.set_row_hidden(9).unwrap();
    let path = desk.folder.path().join("budget.xlsx");
    book.save(&path).unwrap();
    path
}

#[test]
fn the_budget_of_an_office_is_read_in_to_the_oere() {
    let (desk, mut store) = filled();
    let budget = two_years(&mut store);
    let before = whole(&desk.path());
    let import = of_file(budget.id, &raadgiver(&desk));
    let preview = store.budget_import_preview(&import).unwrap();
    assert_eq!((preview.sheet.as_str(), preview.sheets.len(), preview.file.as_str()), ("Budget", 2, "budget.xlsx"));
    let of = |preview: &BudgetImportPreview| preview.notices.iter().map(|remark| remark.notice).collect::<Vec<_>>();
    assert_eq!(of(&preview), [SheetNotice::Formulas, SheetNotice::Merged, SheetNotice::OtherSheets, SheetNotice::Hidden]);
    let told: Vec<&str> = preview.notices.iter().take(2).map(|remark| remark.text.da.as_str()).collect();
    assert!(told[0].ends_with("Det gælder D4, D5, D6 og 9 til."), "{}", told[0]);
    assert!(told[1].ends_with("Det gælder A1:D1."), "{}", told[1]);
    assert_eq!((preview.lines, preview.problems, preview.total), (9, 0, Money::from_oere(340_820_800)));
    assert!(preview.rows.iter().all(|row| row.cells.iter().all(|cell| cell.problem.is_none())));
    assert_eq!(preview.rows.last().unwrap().reads, BudgetRowKind::Sum);
    assert_eq!(preview.columns.iter().map(|column| column.choice.year).collect::<Vec<_>>(), [None, Some(2009), Some(2010), None]);
    assert_eq!(whole(&desk.path()), before);

    let patch = store.budget_import(&import).unwrap().view;
    let costs: Vec<String> = patch.sums.iter().map(|sums| sums.cost.kroner_da()).collect();
    assert_eq!(
        (costs, patch.total.cost.kroner_da()),
        (vec!["1.725.104".to_owned(), "1.683.104".to_owned()], "3.408.208".to_owned())
    );
    assert_eq!(patch.lines.iter().map(|line| line.line.number).collect::<Vec<_>>(), (1..=9).collect::<Vec<_>>());
    assert_eq!(patch.lines[6].line.text, RAADGIVER[6].0);
    assert_eq!(amounts(&patch.lines[4]), ["20000.00", "3000.00"]);

    // Once more in place of it; then all of it is undone, one operation at a time.
    let again = store.budget_import(&BudgetImport { replace: true, ..import }).unwrap().view;
    assert_eq!((again.removed.len(), again.lines.len(), again.total.cost.kroner_da().as_str()), (9, 9, "3.408.208"));
    store.undo().unwrap();
    store.undo().unwrap();
    assert_eq!(whole(&desk.path()), before);
}

#[test]
fn the_clipboard_is_read_as_a_sheet_is() {
    let (_desk, mut store) = filled();
    let budget = two_years(&mut store);
    let mut text = "\t2009\t2010\tI alt\n".to_owned();
    for (line, first, second) in RAADGIVER {
        let shown = |kroner: i64| Money::from_oere(kroner * 100).kroner_da();
        text += &format!("{line}\t{} kr.\t{}\t{} kr.\n", shown(first), shown(second), shown(first + second));
    }
    text += "I alt\t1.725.104\t1.683.104\t3.408.208 kr.";
    let pasted = BudgetImport { text: Some(text), ..import(budget.id, Side::Cost) };
    assert_eq!(store.budget_import_preview(&pasted).unwrap().problems, 0);
    assert_eq!(store.budget_import(&pasted).unwrap().view.total.cost.kroner_da(), "3.408.208");
    let financing = "Tilskud fra puljen\t1.200.000\t1.136.000\nEgenfinansiering, en medarbejder\t399.000\t399.000";
    let financing = BudgetImport { text: Some(financing.to_owned()), ..import(budget.id, Side::Financing) };
    let patch = store.budget_import(&financing).unwrap().view;
    assert_eq!(patch.lines.iter().map(|line| line.line.source).collect::<Vec<_>>(), [Some(Source::Grant), Some(Source::Own)]);
    assert_eq!((patch.total.grant.kroner_da().as_str(), patch.total.own.kroner_da().as_str()), ("2.336.000", "798.000"));
    assert_eq!(patch.total.gap.kroner_da(), "274.208");
}

#[test]
fn while_a_cell_is_not_understood_nothing_is_read_in() {
    let (desk, mut store) = filled();
    let budget = two_years(&mut store);
    let before = whole(&desk.path());
    let pasted = |text: &str| BudgetImport { text: Some(text.to_owned()), ..import(budget.id, Side::Cost) };
    let bad = pasted("Udgift\t2009\t2010\nLøn\t100\tukendt\nLeje\t#DIV/0!\t1.2");
    assert_eq!(store.budget_import_preview(&bad).unwrap().problems, 3);
    let error = store.budget_import(&bad).unwrap_err();
    assert_error(&error, ErrorCode::SheetCellsBad);
    assert_eq!(error.params["found"], "3");
    assert_error(&store.budget_import(&pasted("Kære alle\nHer er budgettet")).unwrap_err(), ErrorCode::SheetColumnMissing);
    assert_error(&store.budget_import(&pasted("")).unwrap_err(), ErrorCode::SheetColumnMissing);
    assert_eq!(whole(&desk.path()), before);

    types(&mut store, budget.id, Side::Cost, new_lines(&[("Løn", &[])]));
    let line = "Udgift\t2009\nLøn\t100";
    store.budget_import(&pasted(line)).unwrap();
    let frozen = store.budget(budget.application_id, Some(budget.id), day(TODAY)).unwrap().sheet.unwrap().budget;
    freeze(&mut store, &frozen, "2019-01").unwrap();
    let before = whole(&desk.path());
    assert_error(&store.budget_import(&pasted(line)).unwrap_err(), ErrorCode::BudgetFrozen);
    assert_eq!(whole(&desk.path()), before);
}

#[test]
fn what_is_no_sheet_says_what_it_is() {
    let (desk, mut store) = filled();
    let budget = two_years(&mut store);
    let before = whole(&desk.path());
    let write = |name: &str, bytes: &[u8]| {
        let path = desk.folder.path().join(name);
        std::fs::write(&path, bytes).unwrap();
        path
    };
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    zip.start_file("brev.txt", zip::write::SimpleFileOptions::default()).unwrap();
    zip.write_all(b"ikke et regneark").unwrap();
    let zip = zip.finish().unwrap().into_inner();
    // The container of Excel's format before .xlsx, and of a workbook with a password.
    let old = [b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".as_slice(), &[0; 600]].concat();
    let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    for (path, code) in [
        (write("arkiv.xlsx", &zip), ErrorCode::SheetIsArchive),
        (write("gammel.xls", &old), ErrorCode::SheetIsOld),
        (write("laast.xlsx", &[old.as_slice(), &name].concat()), ErrorCode::SheetLocked),
        (write("side.xls", b"\xEF\xBB\xBF\n<html><table><tr><td>1</td></tr></table></html>"), ErrorCode::SheetIsPage),
        (write("tekst.xlsx", b"ikke et regneark"), ErrorCode::SheetUnreadable),
        (write("afkortet.xlsx", &std::fs::read(raadgiver(&desk)).unwrap()[..900]), ErrorCode::SheetUnreadable),
        (write("tom.csv", b""), ErrorCode::SheetEmpty),
        (desk.folder.path().join("findes-ikke.xlsx"), ErrorCode::FileMissing),
    ] {
        let error = store.budget_import_preview(&of_file(budget.id, &path)).unwrap_err();
        assert_eq!(error.code, code, "{}: {error}", path.display());
        assert_error(&store.budget_import(&of_file(budget.id, &path)).unwrap_err(), code);
    }
    let wrong = BudgetImport { sheet: Some("Ark1".to_owned()), ..of_file(budget.id, &raadgiver(&desk)) };
    let error = store.budget_import_preview(&wrong).unwrap_err();
    assert_error(&error, ErrorCode::SheetNotFound);
    assert_eq!(error.params["expected"], "»Forside«, »Budget«");
    let front = BudgetImport { sheet: Some("Forside".to_owned()), ..wrong };
    assert_error(&store.budget_import_preview(&front).unwrap_err(), ErrorCode::SheetEmpty);
    assert_eq!(whole(&desk.path()), before);
}

#[test]
fn a_sheet_a_script_wrote_without_results_is_not_read_in_as_blanks() {
    let (desk, mut store) = filled();
    let budget = two_years(&mut store);
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.write_string(0, 0, "Udgift").unwrap().write_number(0, 1, 2009).unwrap().write_number(0, 2, 2010).unwrap();
    sheet.write_string(1, 0, "Løn").unwrap().write_number(1, 1, 100).unwrap();
    sheet.write_formula(1, 2, Formula::new("=2*425000").set_result("")).unwrap();
    let path = desk.folder.path().join("script.xlsx");
    book.save(&path).unwrap();
    let bytes = without_results(&std::fs::read(&path).unwrap());
    std::fs::write(&path, bytes).unwrap();
    let import = of_file(budget.id, &path);
    let preview = store.budget_import_preview(&import).unwrap();
    let problem = preview.rows[0].cells[2].problem.as_ref().unwrap();
    assert_eq!((preview.problems, problem.code, problem.params["cell"].as_str()), (1, ErrorCode::SheetFormulaUnsaved, "C2"));
    assert_error(&store.budget_import(&import).unwrap_err(), ErrorCode::SheetCellsBad);
}

/// A workbook as a script writes it: formulas with nothing beside them.
fn without_results(bytes: &[u8]) -> Vec<u8> {
    let mut from = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let mut into = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for place in 0..from.len() {
        let mut part = from.by_index(place).unwrap();
        let name = part.name().unwrap().into_owned();
        let mut text = String::new();
        std::io::Read::read_to_string(&mut part, &mut text).unwrap();
        if name == "xl/worksheets/sheet1.xml" {
            let (before, after) = text.split_once("</f>").unwrap();
            let (_, rest) = after.split_once("</c>").unwrap();
            text = format!("{before}</f></c>{rest}").replace(" t=\"str\"", "");
        }
        into.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        into.write_all(text.as_bytes()).unwrap();
    }
    into.finish().unwrap().into_inner()
}

#[test]
fn macros_are_told_and_never_run_and_numbers_are_held_to_the_oere() {
    let (desk, mut store) = filled();
    let budget = two_years(&mut store);
    let project = desk.folder.path().join("vbaProject.bin");
    std::fs::write(&project, b"no macro at all").unwrap();
    let mut book = Workbook::new();
    book.add_vba_project(&project).unwrap();
    let sheet = book.add_worksheet();
    for (column, heading) in (0..).zip(["Udgift", "2009", "2010"]) {
        sheet.write_string(0, column, heading).unwrap();
    }
    let rows: [(&str, f64, f64); 3] = [("Løn", 0.1 + 0.2, -1e12), ("Leje", 12.345, 1e16), ("Rejser", 1.0 / 3.0, 0.0)];
    for (row, (text, first, second)) in (1..).zip(rows) {
        sheet.write_string(row, 0, text).unwrap();
        sheet.write_number(row, 1, first).unwrap().write_number(row, 2, second).unwrap();
    }
    sheet.write_string(4, 0, "=1+1").unwrap();
    sheet.write_formula(4, 1, Formula::new("=1/0").set_result("#DIV/0!")).unwrap();
    let path = desk.folder.path().join("budget.xlsm");
    book.save(&path).unwrap();
    let preview = store.budget_import_preview(&of_file(budget.id, &path)).unwrap();
    let notices: Vec<SheetNotice> = preview.notices.iter().map(|remark| remark.notice).collect();
    assert_eq!(notices, [SheetNotice::Formulas, SheetNotice::Macros]);
    let understood: Vec<Option<&str>> = preview.rows[0].cells.iter().map(|cell| cell.understood.as_deref()).collect();
    assert_eq!(understood, [Some("Løn"), Some("0,30"), Some("-1.000.000.000.000")]);
    let code = |row: usize, column: usize| preview.rows[row].cells[column].problem.as_ref().map(|problem| problem.code);
    use ErrorCode::*;
    assert_eq!(
        [code(1, 1), code(1, 2), code(2, 1), code(2, 2)],
        [Some(SheetAmountTooFine), Some(AmountTooLarge), Some(SheetAmountTooFine), None]
    );
    assert_eq!((code(3, 1), preview.rows[3].cells[0].understood.as_deref()), (Some(SheetFormulaFault), Some("=1+1")));
    assert_eq!(preview.problems, 4);
}
