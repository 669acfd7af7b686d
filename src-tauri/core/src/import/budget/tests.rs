use proptest::prelude::*;

use super::*;
use crate::budgets::{BudgetKind, Method, OwnForm, Period, Source, Vat};
use crate::error::ErrorCode;
use crate::import::grid_of_text;
use crate::views::{BudgetColumnChoice, BudgetRowChoice};
use crate::words::Language;

fn budget(first_year: i32, last_year: i32, period: Period) -> Budget {
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
        vat: Vat::NotStated,
        financing_vat: Vat::NotStated,
        in_force: false,
        in_force_on: None,
        letter: String::new(),
        document_id: None,
        indexed: false,
        note: String::new(),
    }
}

fn asked(side: Side) -> BudgetImport {
    BudgetImport {
        budget_id: 1,
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

fn read_as(text: &str, budget: &Budget, import: &BudgetImport) -> Reading {
    read_budget(&grid_of_text(text).unwrap().rows, import, budget, &[])
}

fn costs(text: &str, budget: &Budget) -> Reading {
    read_as(text, budget, &asked(Side::Cost))
}

/// Rows with problems: number in the sheet, column, code, whether it is mild.
fn problems(reading: &Reading) -> Vec<(u32, usize, ErrorCode, bool)> {
    let of_row = |row: &BudgetImportRow| {
        let number = row.row;
        let cells = row.cells.iter().enumerate();
        cells.filter_map(move |(at, cell)| Some((number, at, cell.problem.as_ref()?.code, cell.mild))).collect::<Vec<_>>()
    };
    reading.rows.iter().flat_map(of_row).collect()
}

/// Each line's text and its amounts by year and period.
fn lines(reading: &Reading) -> Vec<String> {
    let cell = |cell: &crate::views::CellView| {
        let part = if cell.period == 0 { String::new() } else { format!("/{}", cell.period) };
        let factors = cell.quantity.zip(cell.rate).map(|(quantity, rate)| format!("{quantity}×{rate}=")).unwrap_or_default();
        format!("{}{part}: {factors}{}", cell.year, cell.amount.map_or("-".to_owned(), Money::kroner_da))
    };
    let line = |line: &ReadLine| format!("{} | {}", line.text, line.cells.iter().map(cell).collect::<Vec<_>>().join(" | "));
    reading.lines.iter().map(line).collect()
}

#[test]
fn a_budget_pasted_from_a_paper_is_read_to_the_oere() {
    let pasted = "\t2009\t2010\tI alt\n\
        Lønudgifter 2 konsulenter\t850.000 kr.\t850.000 kr.\t1.700.000 kr.\n\
        Projektkoordination\t200.000\t200.000 kr.\t400.000 kr.\n\
        2 Cykler + vedligehold\t20.000 kr.\t3.000 kr.\t23.000 kr.\n\
        Udgifter til kursusforløb 1 uge á 2466 kr. pr. borger\t355.104 kr.\t355.104 kr.\t710.208 kr.\n\
        I alt\t1.425.104\t1.408.104\t2.833.208 kr.";
    let reading = costs(pasted, &budget(2009, 2010, Period::Year));
    assert_eq!(problems(&reading), []);
    assert_eq!(reading.lines.len(), 4);
    assert_eq!(reading.total, Money::from_oere(283_320_800));
    assert_eq!(lines(&reading)[3], "Udgifter til kursusforløb 1 uge á 2466 kr. pr. borger | 2009: 355.104 | 2010: 355.104");
    let reads: Vec<BudgetColumn> = reading.columns.iter().map(|column| column.choice.reads).collect();
    assert_eq!(reads, [BudgetColumn::Text, BudgetColumn::Amount, BudgetColumn::Amount, BudgetColumn::Total]);
    assert_eq!(reading.rows[4].reads, BudgetRowKind::Sum);
    assert_eq!(reading.rows[0].cells[1].understood.as_deref(), Some("850.000"));
}

#[test]
fn a_sum_that_does_not_hold_names_both_figures_and_keeps_nothing_back() {
    let text = "Udgift\t2019\t2020\tI alt\nLøn\t100\t200\t301\nRejser\t-5\t\u{2212}5,50\t-10,50\nI alt\t96\t194,50\t289,50";
    let reading = costs(text, &budget(2019, 2020, Period::Year));
    let mild = |row, at| (row, at, ErrorCode::SheetSumDiffers, true);
    assert_eq!(problems(&reading), [mild(2, 3), mild(4, 1)]);
    assert_eq!((reading.problems, reading.lines.len()), (0, 2));
    let error = reading.rows[2].cells[1].problem.clone().unwrap();
    assert_eq!([&error.params["stated"], &error.params["computed"], &error.params["difference"]], ["96", "95", "1"]);
    assert!(
        error.sentence(Language::Da).contains("Der står 96 kr., men det læste giver 95 kr."),
        "{}",
        error.sentence(Language::Da)
    );
    let [remark] = reading.remarks().try_into().unwrap();
    assert_eq!(remark.notice, SheetNotice::SumsDiffer);
    let told = "I D2 står 301 kr., men linjerne giver 300 kr.; forskellen er 1 kr. \
        I B4 står 96 kr., men linjerne giver 95 kr.; forskellen er 1 kr.";
    assert!(remark.text.da.ends_with(told), "{}", remark.text.da);
}

#[test]
fn what_is_no_amount_is_named_in_its_cell_and_nothing_is_ready() {
    let text = "Udgift\t2019\t2020\n\
        A\t1.2.3\t12,345\n\
        B\t1.2\t1e9\n\
        C\t10000000000000000\tukendt\n\
        D\t-\t100\n\
        \t7\t8";
    let reading = costs(text, &budget(2019, 2020, Period::Year));
    use ErrorCode::*;
    let expected = [(2, 1, NotAnAmount), (2, 2, NotAnAmount), (3, 1, NotAnAmount), (3, 2, NotAnAmount), (4, 1, AmountTooLarge)];
    let found: Vec<_> = problems(&reading).into_iter().map(|(row, at, code, _)| (row, at, code)).collect();
    assert_eq!(found[..5], expected);
    assert_eq!(found[5..], [(4, 2, NotAnAmount), (6, 0, SheetTextMissing)]);
    assert_eq!(reading.problems, 7);
}

#[test]
fn what_a_computer_is_off_by_is_rounded_away_and_no_more() {
    let rows = |number: &str| {
        let text = |text: &str| Cell::Text(text.to_owned());
        vec![(1, vec![text("Udgift"), text("2019")]), (2, vec![text("A"), Cell::Number(number.to_owned())])]
    };
    let read = |number: &str| read_budget(&rows(number), &asked(Side::Cost), &budget(2019, 2019, Period::Year), &[]);
    assert_eq!(read("0.30000000000000004").total, Money::from_oere(30));
    assert_eq!(read("1725104").total, Money::from_oere(172_510_400));
    assert_eq!(problems(&read("12.345")), [(2, 1, ErrorCode::SheetAmountTooFine, false)]);
    assert_eq!(problems(&read("33333.333333333336")), [(2, 1, ErrorCode::SheetAmountTooFine, false)]);
    assert_eq!(problems(&read("10000000000000000")), [(2, 1, ErrorCode::AmountTooLarge, false)]);
    assert_eq!(problems(&read(&1e300_f64.to_string())), [(2, 1, ErrorCode::AmountTooLarge, false)]);
    let mut fault = rows("0");
    fault[1].1[1] = Cell::Fault("#DIV/0!".to_owned());
    let reading = read_budget(&fault, &asked(Side::Cost), &budget(2019, 2019, Period::Year), &[]);
    assert_eq!(problems(&reading), [(2, 1, ErrorCode::SheetFormulaFault, false)]);
}

#[test]
fn a_formula_without_a_saved_result_is_refused_by_the_name_of_its_cell() {
    let text = |text: &str| Cell::Text(text.to_owned());
    let unsaved = |cell: &str| Cell::Unsaved(cell.to_owned());
    let rows = [
        (1, vec![text("Udgift"), text("Note"), text("2019")]),
        (2, vec![text("Løn"), Cell::Empty, unsaved("C2")]),
        (3, vec![unsaved("A3"), unsaved("B3"), Cell::Number("5".into())]),
        (4, vec![text("I alt"), Cell::Empty, unsaved("C4")]),
    ];
    let reading = read_budget(&rows, &asked(Side::Cost), &budget(2019, 2019, Period::Year), &[]);
    let bad = |row, at, mild| (row, at, ErrorCode::SheetFormulaUnsaved, mild);
    assert_eq!(problems(&reading), [bad(2, 2, false), bad(3, 0, false), bad(3, 1, false), bad(4, 2, true)]);
    assert_eq!(reading.problems, 3);
    let error = reading.rows[0].cells[2].problem.clone().unwrap();
    assert!(error.sentence(Language::Da).starts_with("C2: formlen har intet gemt resultat."));
}

#[test]
fn months_and_quarters_are_read_or_added_up() {
    let text = "Udgift\tjan 2019\tfeb 2019\tapr 2019\t2019\nLøn\t1\t2\t4\t7";
    let months = costs(text, &budget(2019, 2019, Period::Month));
    assert_eq!((lines(&months), months.summed), (vec!["Løn | 2019/1: 1 | 2019/2: 2 | 2019/4: 4".to_owned()], false));
    assert_eq!(problems(&months), []);
    let quarters = costs(text, &budget(2019, 2019, Period::Quarter));
    assert_eq!((lines(&quarters), quarters.summed), (vec!["Løn | 2019/1: 3 | 2019/2: 4".to_owned()], true));
    let years = costs(text, &budget(2019, 2019, Period::Year));
    assert_eq!((lines(&years), years.summed), (vec!["Løn | 2019: 7".to_owned()], true));
    // A year that stands once above its quarters; a whole year where the budget has months.
    let above = "\t2019\t\t2020\nUdgift\t1. kvt.\t2. kvt.\t1. kvt.\nLøn\t1\t2\t3";
    let quarters = costs(above, &budget(2019, 2020, Period::Quarter));
    assert_eq!(lines(&quarters), ["Løn | 2019/1: 1 | 2019/2: 2 | 2020/1: 3"]);
    let whole = costs("Udgift\t2019\nLøn\t1", &budget(2019, 2019, Period::Month));
    assert_eq!(problems(&whole), [(2, 1, ErrorCode::SheetPeriodMissing, false)]);
}

#[test]
fn years_come_from_headings_from_the_budget_or_from_a_person() {
    let unnamed = "Udgift\tBeløb\nLøn\t100";
    let asks = costs(unnamed, &budget(2019, 2020, Period::Year));
    assert_eq!(problems(&asks), [(2, 1, ErrorCode::SheetYearMissing, false)]);
    assert_eq!(lines(&costs(unnamed, &budget(2019, 2019, Period::Year))), ["Løn | 2019: 100"]);
    let choice = |year| BudgetColumnChoice { column: 1, reads: BudgetColumn::Amount, year: Some(year), period: 0 };
    let chosen = BudgetImport { columns: vec![choice(2020)], ..asked(Side::Cost) };
    assert_eq!(lines(&read_as(unnamed, &budget(2019, 2020, Period::Year), &chosen)), ["Løn | 2020: 100"]);
    let unallotted = BudgetImport { columns: vec![choice(0)], ..asked(Side::Cost) };
    assert_eq!(lines(&read_as(unnamed, &budget(2019, 2020, Period::Year), &unallotted)), ["Løn | 0: 100"]);
    let outside = costs("Udgift\t2018\t2019\nLøn\t1\t2", &budget(2019, 2020, Period::Year));
    assert_eq!(problems(&outside), [(2, 1, ErrorCode::SheetYearOutside, false)]);
    // Part of a sheet, without its headings.
    let bare = costs("Løn\t100\t200\t300\nRejser\t1\t2\t3", &budget(2019, 2020, Period::Year));
    assert_eq!(lines(&bare), ["Løn | 2019: 100 | 2020: 200", "Rejser | 2019: 1 | 2020: 2"]);
    assert_eq!(problems(&bare), []);
}

#[test]
fn quantity_and_rate_make_the_amount_or_are_left_out() {
    let text = "Tekst\tEnhed\tAntal\tSats\t2019\t2020\n\
        Løn\tårsværk\t1,5\t400.000\t600.000\t\n\
        Vejledning\ttimer\t100\t412,35\t41.235\t41.235\n\
        Kurser\tforløb\t12\t2.466\t29.592\t30.000\n\
        Leje\t\t\t\t50.000\t50.000";
    let reading = costs(text, &budget(2019, 2020, Period::Year));
    assert_eq!(
        lines(&reading),
        [
            "Løn | 2019: 1.5×400000=600.000",
            "Vejledning | 2019: 100×412.35=41.235 | 2020: 100×412.35=41.235",
            "Kurser | 2019: 29.592 | 2020: 30.000",
            "Leje | 2019: 50.000 | 2020: 50.000",
        ]
    );
    let methods: Vec<Method> = reading.lines.iter().map(|line| line.method).collect();
    assert_eq!(methods, [Method::Fte, Method::Hours, Method::Amount, Method::Amount]);
    assert_eq!(problems(&reading), [(4, 5, ErrorCode::SheetProductDiffers, true)]);
    assert_eq!(reading.rows[2].cells[2].understood, None);
    let each_year = "Tekst\tAntal\tSats\t2019\tAntal\tSats\t2020\nLøn\t2\t10\t20\t3\t10\t";
    assert_eq!(lines(&costs(each_year, &budget(2019, 2020, Period::Year))), ["Løn | 2019: 2×10=20 | 2020: 3×10=30"]);
    // What a text says of units and prices is never reckoned with.
    let in_text = costs("Udgift\t2019\n12 borgere à 2466 kr.\t355.104", &budget(2019, 2019, Period::Year));
    assert_eq!(lines(&in_text), ["12 borgere à 2466 kr. | 2019: 355.104"]);
}

#[test]
fn each_side_is_read_from_under_its_own_heading() {
    let text = "Tekst\tFinansieres af\tEgne penge fra\t2019\n\
        Udgifter\n\
        Løn\t\t\t1.000\n\
        Udgifter i alt\t\t\t1.000\n\
        Finansiering\n\
        Pulje\tTilskud\t\t700\n\
        Vores koordinator\tEgenfinansiering\tEksisterende medarbejdere\t250\n\
        Frivillige\tforeningen\t\t\n\
        Finansiering i alt\t\t\t950\n\
        Heraf tilskud\t\t\t700\n\
        Mangler i finansiering\t\t\t50";
    let one = budget(2019, 2019, Period::Year);
    let costs = costs(text, &one);
    assert_eq!((lines(&costs), problems(&costs)), (vec!["Løn | 2019: 1.000".to_owned()], vec![]));
    let financing = read_as(text, &one, &asked(Side::Financing));
    assert_eq!(lines(&financing), ["Pulje | 2019: 700", "Vores koordinator | 2019: 250", "Frivillige | "]);
    assert_eq!(financing.lines[1].own_form, Some(OwnForm::ExistingStaff));
    assert_eq!(problems(&financing), [(8, 1, ErrorCode::FieldInvalid, false)]);
    // A row a person sees otherwise.
    let import = BudgetImport { rows: vec![BudgetRowChoice { row: 8, reads: BudgetRowKind::Ignored }], ..asked(Side::Financing) };
    assert_eq!(problems(&read_as(text, &one, &import)), []);
    let silent = "Tekst\t2019\nEgenfinansiering, koordinator\t1\nTilskud fra STAR\t2\nHvem mon\t3";
    let reading = read_as(silent, &one, &asked(Side::Financing));
    let sources: Vec<_> = reading.lines.iter().map(|line| line.source).collect();
    assert_eq!(sources, [Some(Source::Own), Some(Source::Grant), None]);
    assert_eq!(problems(&reading), [(4, 0, ErrorCode::SheetSourceMissing, false)]);
    let told = BudgetImport { source: Some(Source::Partner), ..asked(Side::Financing) };
    assert_eq!(problems(&read_as(silent, &one, &told)), []);
}

#[test]
fn what_counts_in_thousands_does_so() {
    let text = "Udgift\t2019 (1.000 kr.)\tI alt (1.000 kr.)\nLøn\t1.725,104\t1.725,104\nRejser\t850\t850";
    let reading = costs(text, &budget(2019, 2019, Period::Year));
    assert_eq!(
        (lines(&reading), problems(&reading)),
        (vec!["Løn | 2019: 1.725.104".to_owned(), "Rejser | 2019: 850.000".to_owned()], vec![])
    );
}

#[test]
fn dates_are_months_or_where_each_year_has_one_years() {
    let day = |year, month| Cell::Day(chrono::NaiveDate::from_ymd_opt(year, month, 1).unwrap(), None);
    let number = |number: &str| Cell::Number(number.to_owned());
    let rows = |first: Cell, second: Cell| {
        let text = |text: &str| Cell::Text(text.to_owned());
        vec![(3, vec![text("Udgift"), first, second]), (4, vec![text("Løn"), number("1"), number("2.5")])]
    };
    let read = |rows: &[Row], budget: &Budget| lines(&read_budget(rows, &asked(Side::Cost), budget, &[]));
    let months = rows(day(2019, 1), day(2019, 2));
    assert_eq!(read(&months, &budget(2019, 2019, Period::Month)), ["Løn | 2019/1: 1 | 2019/2: 2,50"]);
    assert_eq!(read(&months, &budget(2019, 2019, Period::Year)), ["Løn | 2019: 3,50"]);
    let years = rows(day(2019, 1), day(2020, 1));
    assert_eq!(read(&years, &budget(2019, 2020, Period::Year)), ["Løn | 2019: 1 | 2020: 2,50"]);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, rng_seed: proptest::test_runner::RngSeed::Fixed(2019), ..ProptestConfig::default() })]

    #[test]
    fn whatever_a_sheet_holds_what_is_read_adds_up(
        cells in proptest::collection::vec(proptest::collection::vec(0..SOUP.len(), 0..6), 0..12),
        financing: bool,
        period in 0..Period::ALL.len(),
    ) {
        let text: Vec<String> = cells.iter().map(|row| row.iter().map(|at| SOUP[*at]).collect::<Vec<_>>().join("\t")).collect();
        let side = if financing { Side::Financing } else { Side::Cost };
        let reading = read_as(&text.join("\n"), &budget(2019, 2020, Period::ALL[period]), &asked(side));
        let amounts = reading.lines.iter().flat_map(|line| &line.cells).filter_map(|cell| cell.amount);
        prop_assert_eq!(amounts.sum::<Money>(), reading.total);
        prop_assert!(reading.rows.iter().all(|row| row.cells.len() == reading.columns.len()));
        let bad = reading.rows.iter().flat_map(|row| &row.cells).filter(|cell| cell.problem.is_some() && !cell.mild).count();
        prop_assert_eq!(bad, reading.problems as usize);
        for line in &reading.lines {
            let whole = |cell: &crate::views::CellView| line.method == Method::Amount || match (cell.quantity, cell.rate) {
                (Some(quantity), Some(rate)) => quantity.at(rate) == cell.amount,
                _ => cell.amount.is_none(),
            };
            prop_assert!(line.cells.iter().all(whole), "{line:?}");
        }
    }
}

/// What sheets are made of.
const SOUP: [&str; 32] = [
    "",
    "Tekst",
    "Udgift",
    "2019",
    "2020",
    "2021",
    "I alt",
    "Antal",
    "Sats",
    "Antal 2019",
    "Sats 2019",
    "jan 2019",
    "1. kvt. 2019",
    "Ikke fordelt",
    "Enhed",
    "timer",
    "Løn",
    "Udgifter",
    "Finansiering",
    "Heraf tilskud",
    "Tilskud",
    "100",
    "-1.000,50",
    "1.2.3",
    "12,345",
    "2",
    "0,5",
    "200",
    "#REF!",
    "10000000000000000",
    "999.999.999.999",
    "1,7 mio.",
];

#[test]
fn anything_can_be_pasted_without_harm() {
    for text in ["", "\t", "a", "\n\n", "2019", "=1+1\t2", "😀\t😀\n😀", "I alt\t1", "a\tb\tc\nd"] {
        for side in [Side::Cost, Side::Financing] {
            let reading = read_as(text, &budget(2019, 2020, Period::Year), &asked(side));
            assert_eq!(
                reading.rows.iter().map(|row| row.cells.len()).max().unwrap_or(reading.columns.len()),
                reading.columns.len()
            );
        }
    }
}
