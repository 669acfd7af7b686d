//! Budgets written as sheets: reopened by another reader, reckoned anew by a spreadsheet, read in again.

use std::collections::BTreeMap;
use std::io::Read;
use std::path::Path;

use calamine::{Data, Range, Reader, Xlsx, open_workbook};
use chrono::NaiveDate;
use tilsagn_core::applications::Stage;
use tilsagn_core::budgets::*;
use tilsagn_core::scaled::{Quantity, Rate};
use tilsagn_core::views::*;
use tilsagn_core::{ErrorCode, Language, Money};
use tilsagn_export::{budget_csv, budget_xlsx};

use crate::budget_import::import;
use crate::filled::filled;
use crate::register::day;
use crate::sheet::{TODAY, draft, with_budget};

/// Numbers that are the same each time.
pub struct Dice(pub u64);

impl Dice {
    pub fn below(&mut self, limit: u64) -> u64 {
        // Knuth's; the low bits are poor.
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % limit
    }

    pub fn between(&mut self, low: i64, high: i64) -> i64 {
        low + self.below((high - low + 1) as u64) as i64
    }
}

pub fn budget(first_year: i32, last_year: i32, period: Period) -> Budget {
    Budget {
        id: 1,
        version: 1,
        application_id: 1,
        position: 1,
        kind: BudgetKind::Applied,
        title: String::new(),
        period,
        first_year,
        last_year,
        vat: Vat::Excl,
        financing_vat: Vat::NotStated,
        in_force: false,
        in_force_on: None,
        letter: String::new(),
        document_id: None,
        indexed: false,
        note: String::new(),
    }
}

/// A view of a version, with the sums the program comes to.
pub fn view(budget: Budget, lines: Vec<LineCells>) -> BudgetView {
    let figures: Vec<LineFigures<'_>> = lines.iter().map(|line| LineFigures { line: &line.line, years: line.years() }).collect();
    let years = years_of(budget.first_year, budget.last_year, &figures);
    let (by_year, total) = sums(&figures, &years, 1924).unwrap();
    let line = |line: &LineCells| {
        let total = line.cells.values().filter_map(|cell| cell.amount).reduce(|sum, amount| sum + amount);
        LineView { line: line.line.clone(), cells: line.views(), total }
    };
    BudgetView {
        as_of: day(TODAY),
        application: BudgetApplication {
            id: 1,
            title: "=HYPERLINK(\"http://example.invalid\";\"Børn & unge\")".to_owned(),
            funder: "@Fonden".to_owned(),
            pool_id: None,
            stage: Stage::Idea,
            ended: false,
            period_start: None,
            period_end: None,
            requested_note: String::new(),
            requested: None,
            awarded: None,
            total: None,
            vat: Vat::NotStated,
        },
        versions: Vec::new(),
        sheet: Some(BudgetSheet { lines: lines.iter().map(line).collect(), budget, years, sums: by_year, total }),
        terms: TermsView {
            terms: None,
            inherited: None,
            preset: None,
            suggested: None,
            rules: Vec::new(),
            date_rules: Vec::new(),
            presets: Vec::new(),
        },
        categories: Vec::new(),
        partners: Vec::new(),
        fte_hours: 1924,
        wage_estimates: Vec::new(),
        findings: Vec::new(),
    }
}

/// A budget of many kinds of lines: typed and reckoned, below zero, without amounts, and amounts halfway between two øre.
pub fn thrown(dice: &mut Dice, budget: Budget, count: u64) -> BudgetView {
    let mut lines = Vec::new();
    for number in 1..=count {
        let side = if dice.below(3) == 0 { Side::Financing } else { Side::Cost };
        let mut line = BudgetLine::empty(1, number as u32, number as u32, side);
        line.text = ["Løn", "=1+1", "-2+3", "+45 12 34 56 78", "@alle", "'citat", "To\nlinjer", "Semi;kolon \"og\" mere"]
            [dice.below(8) as usize]
            .to_owned();
        line.method = Method::ALL[dice.below(4) as usize];
        let source = (side == Side::Financing).then(|| Source::ALL[dice.below(5) as usize]);
        let mut line = LineCells::of(line.paid_by(source, None));
        let parts = budget.period.parts();
        for year in [0].into_iter().chain(budget.first_year..=budget.last_year) {
            let split = year != 0 && parts > 0;
            for part in if split { 1..=parts } else { 0..=0 } {
                if dice.below(4) == 0 || (year == 0 && dice.below(3) > 0) {
                    continue;
                }
                let half = dice.below(3) == 0;
                let quantity = if half { dice.between(-400, 400) * 2_500 } else { dice.between(-10_000, 10_000_000) };
                let rate = if half { dice.between(0, 40_000) * 200 } else { dice.between(0, 8_000_000_000) };
                let amount = Some(Money::from_oere(dice.between(-10_000_000, 100_000_000_000)));
                let figures = match line.line.method {
                    Method::Amount => Figures { amount, ..Figures::default() },
                    method => {
                        let rate = (dice.below(10) > 0).then(|| Rate::from_scaled(rate));
                        let figures = Figures { quantity: Some(Quantity::from_scaled(quantity)), rate, amount: None };
                        figures.reckoned(method).unwrap()
                    }
                };
                line.cells.insert((year, part), figures);
            }
        }
        lines.push(line);
    }
    view(budget, lines)
}

pub fn cells(path: &Path, sheet: &str) -> Range<Data> {
    let mut book: Xlsx<_> = open_workbook(path).unwrap();
    book.worksheet_range(sheet).unwrap()
}

/// A figure in whole øre: nothing in a budget is so large that the nearest number is off by as much as half of one.
pub fn oere(cell: Option<&Data>) -> Option<i64> {
    match cell {
        Some(Data::Float(kroner)) => Some((kroner * 100.0).round() as i64),
        Some(Data::Int(kroner)) => Some(kroner * 100),
        _ => None,
    }
}

/// The figures of a row by heading.
fn figures(range: &Range<Data>, label: &str) -> BTreeMap<String, i64> {
    let shown = |cell: &Data| cell.to_string();
    let heading = range.rows().position(|row| row.first().map(shown).as_deref() == Some("Nr.")).unwrap();
    let headings: Vec<String> = range.rows().nth(heading).unwrap().iter().map(shown).collect();
    let row = range.rows().skip(heading).find(|row| row.get(1).map(shown).as_deref() == Some(label)).unwrap();
    headings.into_iter().zip(row).filter_map(|(heading, cell)| Some((heading, oere(Some(cell))?))).collect()
}

#[test]
fn what_is_written_says_what_the_program_says() {
    let mut dice = Dice(2019);
    for (period, count) in [(Period::Year, 40), (Period::Quarter, 9), (Period::Month, 5), (Period::Year, 0)] {
        let view = thrown(&mut dice, budget(2019, 2022, period), count);
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("budget.xlsx");
        write_budget(&view, &path, Language::Da);
        let range = cells(&path, "Budget");
        let sheet = view.sheet.as_ref().unwrap();
        let rows: [(&str, SumKind); 4] = [
            ("Udgifter i alt", SumKind::Cost),
            ("Finansiering i alt", SumKind::Financing),
            ("Mangler i finansiering", SumKind::Gap),
            ("Heraf egenfinansiering", SumKind::Own),
        ];
        for (label, of) in rows.into_iter().filter(|(label, _)| count > 0 || !label.starts_with("Heraf")) {
            let found = figures(&range, label);
            // What is not known is no figure.
            let known = |sums: &YearSums| sums.known(of).map(Money::oere);
            assert_eq!(found.get("I alt").copied(), known(&sheet.total), "{label}");
            for sums in &sheet.sums {
                let year = sums.year.unwrap();
                let heading = match (year, period) {
                    (0, _) => "Ikke fordelt".to_owned(),
                    (_, Period::Year) => year.to_string(),
                    _ => format!("I alt {year}"),
                };
                // While something is not allotted, no year can be said to lack it.
                let is_said = label != "Mangler i finansiering" || sheet.years.first() != Some(&0);
                assert_eq!(found.get(&heading).copied(), known(sums).filter(|_| is_said), "{label} {heading}");
            }
        }
        // What begins as a formula is a text, and every formula is the program's own.
        let mut book: Xlsx<_> = open_workbook(&path).unwrap();
        assert_eq!(book.sheet_names(), ["Budget", "Regler"]);
        let formulas = book.worksheet_formula("Budget").unwrap();
        let known = ["SUM(", "SUMIF(", "ROUND("];
        for (_, _, formula) in formulas.used_cells().filter(|(_, _, formula)| !formula.is_empty()) {
            assert!(known.iter().any(|name| formula.starts_with(name)), "{formula}");
        }
        assert!(range.get((0, 0)).unwrap().to_string().starts_with("=HYPERLINK"));
    }
}

#[test]
fn a_workbook_is_ready_to_be_read_and_printed() {
    let view = thrown(&mut Dice(7), budget(2019, 2019, Period::Month), 3);
    let bytes = budget_xlsx(&view, Language::En).unwrap();
    assert_eq!(bytes, budget_xlsx(&view, Language::En).unwrap(), "the same view gives the same file");
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let mut part = |name: &str| {
        let mut text = String::new();
        archive.by_name(name).unwrap().read_to_string(&mut text).unwrap();
        text
    };
    let sheet = part("xl/worksheets/sheet1.xml");
    for expected in [
        "state=\"frozen\"",
        "fitToPage=\"1\"",
        "orientation=\"landscape\"",
        "fitToHeight=\"0\"",
        "&amp;CPage &amp;P of &amp;N",
        "outlineLevel=\"1\"",
    ] {
        assert!(sheet.contains(expected), "{expected}");
    }
    let workbook = part("xl/workbook.xml");
    assert!(workbook.contains("Print_Titles") && workbook.contains("name=\"Rules\""), "{workbook}");
    assert!(part("xl/styles.xml").contains("quotePrefix=\"1\""));
    let properties = part("docProps/core.xml");
    assert!(properties.contains("2019-03-12") && properties.contains("<dc:creator>Tilsagn</dc:creator>"), "{properties}");
    let strings = part("xl/sharedStrings.xml");
    for expected in
        ["Applied · draft", "Costs: excl. vat · Financing: vat not stated", "Amounts in DKK · as of 12 March 2019", "Jan 2019"]
    {
        assert!(strings.contains(expected), "{expected}: {strings}");
    }
}

#[test]
fn text_in_lines_opens_in_a_danish_spreadsheet_and_holds_no_formula() {
    let mut line = LineCells::of(BudgetLine { text: "=cmd|' /C calc'!A0".to_owned(), ..BudgetLine::empty(1, 1, 0, Side::Cost) });
    line.cells.insert((2019, 0), Figures { amount: Some(Money::from_oere(-172_510_450)), ..Figures::default() });
    let mut other = LineCells::of(BudgetLine {
        text: "Børn; unge".to_owned(),
        method: Method::Hours,
        ..BudgetLine::empty(1, 2, 1, Side::Cost)
    });
    let hours = Figures { quantity: Some(Quantity::from_scaled(15_000)), rate: Some(Rate::from_scaled(4_123_456)), amount: None };
    other.cells.insert((2019, 0), hours.reckoned(Method::Hours).unwrap());
    let text =
        String::from_utf8(budget_csv(&view(budget(2019, 2019, Period::Year), vec![line, other]), Language::Da).unwrap()).unwrap();
    let expected = "\u{feff}Nr.;Tekst;Enhed;Antal 2019;Sats 2019;2019;I alt\n\
        ;Udgifter;;;;;\n\
        1;'=cmd|' /C calc'!A0;;;;-1725104,50;-1725104,50\n\
        2;\"Børn; unge\";timer;1,5;412,3456;618,52;618,52\n\
        ;Udgifter i alt;;;;-1724485,98;-1724485,98\n\
        ;Finansiering;;;;;\n\
        ;;;;;;\n\
        ;Finansiering i alt;;;;0,00;0,00\n\
        ;Mangler i finansiering;;;;-1724485,98;-1724485,98\n";
    assert_eq!(text, expected);
}

#[test]
fn a_budget_without_a_version_is_no_sheet() {
    let none = BudgetView { sheet: None, ..view(budget(2019, 2019, Period::Year), Vec::new()) };
    assert_eq!(budget_xlsx(&none, Language::Da).unwrap_err().code, ErrorCode::ExportFailed);
    assert_eq!(budget_csv(&none, Language::Da).unwrap_err().code, ErrorCode::ExportFailed);
}

/// Writes the version a view looks at, by the ending of the path.
pub fn write_budget(view: &BudgetView, path: &Path, language: Language) {
    let is_csv = path.extension().is_some_and(|ending| ending == "csv");
    let bytes = if is_csv { budget_csv(view, language) } else { budget_xlsx(view, language) };
    std::fs::write(path, bytes.unwrap()).unwrap();
}

/// What a line is, without what the file gives it.
fn said(view: &BudgetView) -> Vec<(Side, BudgetLine, Vec<CellView>)> {
    let line = |line: &LineView| {
        // What is told after the amounts is not read in.
        let untold = BudgetLine { in_kind: false, ledger_function: String::new(), service_frame: None, ..line.line.clone() };
        let plain = BudgetLine { id: 0, version: 0, budget_id: 0, number: 0, ..untold };
        (line.line.side, plain, line.cells.clone())
    };
    view.sheet.as_ref().unwrap().lines.iter().map(line).collect()
}

#[test]
fn what_is_written_is_read_in_as_the_same_lines() {
    let (desk, mut store) = filled();
    let application_id = with_budget(&mut store).application.id;
    let text = "Tekst\tEnhed\tAntal\tSats\t2019\t2020\tNote\n\
        Konsulent\tårsværk\t1,5\t425.000\t637.500\t637.500\tto halve\n\
        Vejledning\ttimer\t100\t412,3456\t41.234,56\t\t\n\
        =Kurser\thold\t12\t2.466\t29.592\t29.592\t\n\
        - rabat\t\t\t\t-1.000,50\t\t@note\n\
        Uden beløb\t\t\t\t\t\tmangler";
    let financing = "Tekst\tFinansieres af\tEgne penge fra\tHvilket budget, hvem\t2019\t2020\n\
        Puljen\tTilskud\t\t\t700.000\t600.000\n\
        Koordinator\tEgenfinansiering\tEksisterende medarbejdere\tAnne Holm\t399.000\t399.000\n\
        Foreningen\tPartner\t\t\t1\t2";
    let begin = |store: &mut tilsagn_core::store::Store| {
        store.budget_create(&draft(application_id, BudgetKind::Applied, None), day(TODAY)).unwrap().view.sheet.unwrap().budget.id
    };
    let first = begin(&mut store);
    for (side, text) in [(Side::Cost, text), (Side::Financing, financing)] {
        store.budget_import(&BudgetImport { text: Some(text.to_owned()), ..import(first, side) }).unwrap();
    }
    let lines = store.budget(application_id, Some(first), day(TODAY)).unwrap().sheet.unwrap().lines;
    let given = lines.iter().find(|line| line.line.text == "Foreningen").unwrap().line.clone();
    let given = BudgetLine { in_kind: true, ledger_function: "5.46.60".to_owned(), service_frame: Some(true), ..given };
    store.budget_line_save(&given).unwrap();
    let written = store.budget(application_id, Some(first), day(TODAY)).unwrap();
    assert_eq!(written.sheet.as_ref().unwrap().lines.len(), 8);
    let text = String::from_utf8(budget_csv(&written, Language::Da).unwrap()).unwrap();
    assert!(text.lines().any(|line| line.ends_with(";Note;I arbejde eller ting;Bogføres på")), "{text}");
    assert!(text.lines().any(|line| line.ends_with(";ja;funktion 5.46.60 · inden for servicerammen")), "{text}");
    for (name, language) in [("budget.xlsx", Language::Da), ("budget.csv", Language::Da), ("budget-en.xlsx", Language::En)] {
        let path = desk.folder.path().join(name);
        write_budget(&written, &path, language);
        let second = begin(&mut store);
        for side in [Side::Cost, Side::Financing] {
            let import = BudgetImport { path: Some(path.display().to_string()), ..import(second, side) };
            let preview = store.budget_import_preview(&import).unwrap();
            let problems: Vec<_> =
                preview.rows.iter().flat_map(|row| &row.cells).filter_map(|cell| cell.problem.clone()).collect();
            assert_eq!(problems, [], "{name}");
            store.budget_import(&import).unwrap();
        }
        let read = store.budget(application_id, Some(second), day(TODAY)).unwrap();
        assert_eq!(said(&read), said(&written), "{name}");
        assert_eq!(read.sheet.unwrap().sums, written.sheet.as_ref().unwrap().sums, "{name}");
    }
}

/// The day a workbook is of is the view's, never the clock's.
#[test]
fn a_workbook_is_of_its_day() {
    let mut view = view(budget(2019, 2019, Period::Year), Vec::new());
    view.as_of = NaiveDate::from_ymd_opt(2021, 5, 4).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.xlsx");
    write_budget(&view, &path, Language::Da);
    let range = cells(&path, "Budget");
    assert_eq!(range.get((3, 0)).unwrap().to_string(), "Beløb i kr. · pr. 4. maj 2021");
}
