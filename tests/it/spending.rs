//! Spending read from a ledger's sheet: what each row is charged to, what is known already, and that bad rows leave all as it was.

use std::fs;
use std::path::{Path, PathBuf};

use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};
use tilsagn_core::ErrorCode;
use tilsagn_core::budgets::*;
use tilsagn_core::store::Store;
use tilsagn_core::views::*;

use crate::awarded::*;
use crate::desk::assert_error;
use crate::grants::{Grants, dump_all, grants};
use crate::register::day;
use crate::sheet::draft;

fn csv(grants: &Grants, name: &str, text: &str) -> String {
    let path = grants.path().with_file_name(name);
    fs::write(&path, text).unwrap();
    path.display().to_string()
}

fn import(application_id: u32, path: &str, lines: &[(u32, Option<u32>)]) -> SpendingImport {
    let lines = lines.iter().map(|&(row, line_id)| SpendingLineChoice { row, line_id }).collect();
    SpendingImport { application_id, path: path.to_owned(), sheet: None, lines }
}

fn preview(store: &Store, import: &SpendingImport) -> SpendingImportPreview {
    store.spending_import_preview(import, day(TODAY)).unwrap()
}

/// Row, line, and what is wrong.
fn shown(preview: &SpendingImportPreview) -> Vec<(u32, Option<u32>, bool, Option<&'static str>)> {
    let shown = |row: &SpendingImportRow| (row.row, row.line_id, row.known, row.problem.as_ref().map(|error| error.code.code()));
    preview.rows.iter().map(shown).collect()
}

/// A project whose lines have accounts.
fn with_accounts(store: &mut Store, municipality: u32) -> Awarded {
    let first = awarded(store, municipality, "Rådgiver på hjul");
    let view = store.budget_create(&draft(first.id, BudgetKind::Amendment, Some(first.budget.id)), day(TODAY)).unwrap().view;
    let sheet = view.sheet.unwrap();
    for (place, art) in [(0, "1.0"), (1, "4.0")] {
        let line = sheet.lines[place].line.clone();
        let (ledger_project, ledger_art) = ("XG-0000001234".to_owned(), art.to_owned());
        store.budget_line_save(&BudgetLine { ledger_project, ledger_art, ..line }).unwrap();
    }
    let budget = takes_effect(store, first.id, sheet.budget.id, "2019-06-01");
    Awarded { wages: sheet.lines[0].line.id, travel: sheet.lines[1].line.id, budget, ..first }
}

#[test]
fn a_ledger_is_read_once() {
    let (grants, mut store) = grants();
    let project = with_accounts(&mut store, grants.lyngby);
    let (id, wages, travel) = (project.id, project.wages, project.travel);
    let ledger = "Projektets regnskab;;;;;\n\
        Bogføringsdato;Bilagsnr.;Posteringstekst;Art;PSP-element;Beløb i kr.\n\
        03.06.2019;4711;Løn juni;1.0;XG-0000001234;10.000,50\n\
        03.06.2019;4711;Løn juni;1.0;XG-0000001234;10.000,50\n\
        2019-06-04;4712;Tog;4.0;XG-0000001234;1.200,-\n\
        2019-06-05;4713;Tog tilbage;4.0;XG-0000001234;-200,00\n";
    let path = csv(&grants, "Regnskab.csv", ledger);
    let read = preview(&store, &import(id, &path, &[]));
    assert_eq!(
        (read.file.as_str(), read.headings.join("|").as_str()),
        ("Regnskab.csv", "Bogføringsdato|Bilagsnr.|Posteringstekst|Art + PSP-element|Beløb i kr.|")
    );
    let lines = [(3, Some(wages)), (4, Some(wages)), (5, Some(travel)), (6, Some(travel))];
    assert_eq!(shown(&read), lines.map(|(row, line)| (row, line, false, None)));
    assert_eq!((read.total.to_string().as_str(), read.ready, read.known, read.problems), ("21001.00", 4, 0, 0));

    let before = dump_all(&store);
    let changed = store.spending_import(&import(id, &path, &[]), day(TODAY)).unwrap();
    assert_eq!((changed.changed, changed.view.spending.len()), (vec!["spending".to_owned()], 4));
    assert_eq!(changed.view.spending[3].ledger, "1.0 XG-0000001234");
    // Read again, with a row more: only that is new, though its voucher is charged already.
    let path = csv(&grants, "Regnskab.csv", &format!("{ledger}2019-06-05;4713;Rettelse;4.0;XG-0000001234;-1\n"));
    let again = preview(&store, &import(id, &path, &[]));
    assert_eq!((again.ready, again.known, again.problems), (1, 4, 0));
    let changed = store.spending_import(&import(id, &path, &[]), day(TODAY)).unwrap();
    assert_eq!(changed.view.spending.len(), 5);
    let nothing = store.spending_import(&import(id, &path, &[]), day(TODAY)).unwrap();
    assert_eq!((nothing.changed.len(), nothing.view.spending.len()), (0, 5));
    store.undo().unwrap();
    store.undo().unwrap();
    assert_eq!(dump_all(&store), before);
}

#[test]
fn bad_rows_are_named_and_nothing_is_read_in() {
    let (grants, mut store) = grants();
    let project = with_accounts(&mut store, grants.lyngby);
    let other = awarded(&mut store, grants.lyngby, "Et andet projekt");
    charge(&mut store, spent(other.id, other.wages, "2019-06-10", "99", 5)).unwrap();
    let (id, wages, travel) = (project.id, project.wages, project.travel);
    let path = csv(
        &grants,
        "Regnskab.csv",
        "Dato;Bilag;Tekst;Konto;Beløb;Timer\n\
         31.02.2019;1;a;XG-0000001234 1.0;5;\n\
         03.06.2019;2;b;XG-0000001234 1.0;1.2.3;\n\
         03.06.2019;3;c;XG-0000001234;5;\n\
         03.06.2019;4;d;XG-0000001234 1.0;5;mange\n\
         03.06.2019;99;e;XG-0000001234 1.0;5;\n\
         03.04.2019;6;f;XG-0000001234 1.0;5;\n\
         02.03.2026;7;g;XG-0000001234 1.0;5;\n\
         03.06.2019;8;h;XG-0000001234 1.0;5;7,4\n\
         ;;I alt;;40;\n",
    );
    let read = preview(&store, &import(id, &path, &[]));
    let problems = [
        (2, None, false, Some("field_invalid")),
        (3, None, false, Some("not_an_amount")),
        (4, None, false, Some("ledger_line_unknown")),
        (5, None, false, Some("not_a_number")),
        (6, None, false, Some("voucher_charged")),
        (7, None, false, Some("line_not_approved")),
        (8, None, false, Some("field_invalid")),
        (9, Some(wages), false, None),
        (10, None, false, Some("field_required")),
    ];
    assert_eq!(shown(&read), problems);
    assert_eq!((read.ready, read.problems, read.total), (1, 8, kroner(5)));
    let error = read.rows[1].problem.as_ref().unwrap();
    assert_eq!(
        (error.params["row"].as_str(), error.params["column"].as_str(), error.params["found"].as_str()),
        ("3", "Beløb", "1.2.3")
    );
    let before = dump_all(&store);
    let error = store.spending_import(&import(id, &path, &[]), day(TODAY)).unwrap_err();
    assert_error(&error, ErrorCode::SheetCellsBad);
    assert_eq!((error.params["found"].as_str(), dump_all(&store)), ("8", before));

    // A person chooses a line for one and leaves the others out.
    let out: Vec<(u32, Option<u32>)> =
        [2, 3, 5, 6, 7, 8, 10].map(|row| (row, None)).into_iter().chain([(4, Some(travel))]).collect();
    let read = preview(&store, &import(id, &path, &out));
    assert_eq!((read.ready, read.problems, read.total), (2, 0, kroner(10)));
    let view = store.spending_import(&import(id, &path, &out), day(TODAY)).unwrap().view;
    assert_eq!(view.spending.iter().map(|it| it.text.as_str()).collect::<Vec<_>>(), ["h", "c"]);
    assert_eq!((view.spending[0].hours.unwrap().to_string().as_str(), view.spending[1].budget_line_id), ("7.4", travel));
}

#[test]
fn a_workbook_is_read_as_it_is() {
    let (grants, mut store) = grants();
    let project = with_accounts(&mut store, grants.lyngby);
    let path = grants.path().with_file_name("Posteringer.xlsx");
    let mut book = Workbook::new();
    book.add_worksheet().set_name("Forside").unwrap();
    let sheet = book.add_worksheet().set_name("Posteringer").unwrap();
    for (column, heading) in (0..).zip(["Posteringsdato", "Bilag", "Tekst", "Kontostreng", "Beløb"]) {
        sheet.write(0, column, heading).unwrap();
    }
    let date = ExcelDateTime::from_ymd(2019, 6, 3).unwrap();
    sheet.write_with_format(1, 0, &date, &Format::new().set_num_format("dd-mm-yyyy")).unwrap();
    sheet.write(1, 1, 4711).unwrap();
    sheet.write(1, 2, "Løn").unwrap();
    sheet.write(1, 3, "XG-0000001234.1.0").unwrap();
    sheet.write(1, 4, 100.1 + 200.2).unwrap();
    sheet.write(2, 0, "4. juni 2019").unwrap();
    sheet.write(2, 3, "XG-0000001234.4.0").unwrap();
    sheet.write(2, 4, 12.345).unwrap();
    book.save(&path).unwrap();
    let read = preview(&store, &import(project.id, &path.display().to_string(), &[]));
    assert_eq!((read.sheet.as_str(), read.notices[0].notice, read.notices.len()), ("Posteringer", SheetNotice::OtherSheets, 1));
    assert_eq!(shown(&read), [(2, Some(project.wages), false, None), (3, None, false, Some("sheet_amount_too_fine"))]);
    assert_eq!((read.rows[0].amount.unwrap().to_string().as_str(), read.rows[0].voucher.as_str()), ("300.30", "4711"));

    let fails = |store: &Store, path: &Path, code| {
        let error = store.spending_import_preview(&import(project.id, &path.display().to_string(), &[]), day(TODAY)).unwrap_err();
        assert_error(&error, code);
    };
    let named = |name: &str, text: &str| PathBuf::from(csv(&grants, name, text));
    fails(&store, Path::new("/ingen/fil.csv"), ErrorCode::FileMissing);
    fails(&store, &named("uden.csv", "Bilag;Tekst\n1;a\n"), ErrorCode::SheetColumnMissing);
    fails(&store, &named("tom.csv", "Dato;Beløb\n"), ErrorCode::SheetEmpty);
    let gone = SpendingImport { application_id: 9_999, ..import(project.id, &path.display().to_string(), &[]) };
    assert_eq!(store.spending_import_preview(&gone, day(TODAY)).unwrap_err().code, ErrorCode::RecordMissing);
}
