//! The economy of cases that are not the example's.

use rust_decimal::Decimal;

use crate::Language;
use crate::budgets::{OwnForm, Side, Source};
use crate::committee::PartContent;
use crate::report::case::test_facts::{application, empty, line, pool};
use crate::report::case::tests::{drafted, lines, table};
use crate::report::case::{CaseFacts, figures, live};
use crate::report::{Cell, Reckoned, Table};

/// Costs in two departments, a grant, own staff and a new appropriation; øre that no thousand holds.
fn project() -> crate::report::case::ApplicationFacts {
    application(
        7,
        vec![
            line(Side::Cost, None, "Jobcenter", &[(2019, 172_510_401), (2020, 168_310_400)]),
            line(Side::Cost, None, "Sundhedscenter", &[(2018, 10_000_000), (2019, 1)]),
            line(Side::Financing, Some((Source::Grant, None)), "Jobcenter", &[(0, 233_600_000)]),
            line(
                Side::Financing,
                Some((Source::Own, Some(OwnForm::ExistingStaff))),
                "Jobcenter",
                &[(2019, 39_900_000), (2020, 39_900_000)],
            ),
            line(Side::Financing, Some((Source::Own, Some(OwnForm::NewAppropriation))), "Jobcenter", &[(2024, 100)]),
        ],
    )
}

fn value(cell: &Cell) -> Option<Decimal> {
    match cell {
        Cell::Number { value, .. } => Some(*value),
        _ => None,
    }
}

#[test]
fn the_economy_adds_up_to_the_oere() {
    let mut facts = empty();
    facts.applications = vec![project()];
    let table = table("economy", &facts);
    let headings: Vec<&str> = table.columns.iter().map(|column| column.heading.as_str()).collect();
    let years = [
        "Før 2019",
        "Budget 2019",
        "Overslag 2020",
        "Overslag 2021",
        "Overslag 2022",
        "Efter 2022",
        "Ikke fordelt på år",
        "I alt",
    ];
    assert_eq!(headings[1..], years);
    let row = |label: &str| {
        let found = table.rows.iter().find(|row| row.cells[0].shown(Language::Da).starts_with(label));
        let found = found.unwrap_or_else(|| panic!("no row {label} in {:#?}", table.rows));
        found.cells[1..].iter().map(|cell| cell.shown(Language::Da)).collect::<Vec<_>>()
    };
    assert_eq!(row("Udgifter: [bevillingsområde]"), ["100", "1.725", "1.683", "", "", "", "", "3.508"]);
    assert_eq!(row("Tilskud: En fond"), ["", "", "", "", "", "", "2.336", "2.336"]);
    assert_eq!(row("Mangler i finansiering"), ["–", "–", "–", "–", "–", "–", "–", "374"], "the grant has no year");
    assert_eq!(row("Udgiftsbevilling"), ["100", "1.326", "1.284", "", "", "", "", "2.710"], "the years of the costs");
    assert_eq!(row("Indtægtsbevilling"), ["–", "–", "–", "–", "–", "–", "2.336", "2.336"]);
    assert_eq!(row("Nettobevilling"), ["–", "–", "–", "–", "–", "–", "–", "374"]);
    every_sum_follows(&table);
    for said in [
        "Løbende priser. Udgifterne er uden moms.",
        "»–«: beløbet er ikke fordelt på år",
        "[bevillingsområde]: det er ikke oplyst",
        "Udgiftsbevillingen følger udgifternes år",
        "Uden afrunding: Udgifter i alt 3.508.208,02 kr.; Finansiering i alt 3.134.001 kr.; Mangler i finansiering 374.207,02 kr.",
    ] {
        assert!(table.note.contains(said), "{said} is not in {}", table.note);
    }

    let shown: Vec<(String, String)> = figures(&facts).into_iter().map(|figure| (figure.code, figure.shown)).collect();
    for (code, said) in [
        ("application.7.cost", "3.508.208,02 kr."),
        ("application.7.own_kr", "798.001 kr."),
        ("application.7.own", "798.001 kr."),
        ("application.7.gap", "374.207,02 kr."),
        ("application.7.grant.not_allotted", "2.336.000 kr."),
        ("application.7.own_existing_staff_1.2019", "399.000 kr."),
    ] {
        assert!(shown.contains(&(code.to_owned(), said.to_owned())), "{code} is not {said} in {shown:#?}");
    }
}

#[test]
fn a_budget_that_is_allotted_says_what_each_year_lacks_and_no_note_where_nothing_is_rounded() {
    let mut facts = empty();
    let paid = Some((Source::Grant, None));
    let lines = vec![
        line(Side::Cost, None, "Jobcenter", &[(2019, 40_000_000), (2020, 40_000_000)]),
        line(Side::Financing, paid, "Jobcenter", &[(2019, 50_000_000), (2020, 30_000_000)]),
    ];
    facts.applications = vec![application(7, lines)];
    let said = |facts: &CaseFacts, label: &str| {
        let table = table("economy", facts);
        let row = table.rows.iter().find(|row| row.cells[0].shown(Language::Da) == label).unwrap();
        (row.cells[1..3].iter().map(|cell| cell.shown(Language::Da)).collect::<Vec<_>>().join(" "), table.note)
    };
    let (missing, note) = said(&facts, "Mangler i finansiering");
    assert_eq!(missing, "-100 100", "in all nothing, in the years something");
    assert!(!note.contains("afrund") && !note.contains('–'), "{note}");
    assert_eq!(said(&facts, "Udgiftsbevilling").0, "500 300", "as the money is");

    // 0,5 + 0,5 is 1, and each rounds to 1.
    facts.applications[0].budget.as_mut().unwrap().lines[1] =
        line(Side::Financing, paid, "Jobcenter", &[(2019, 50_000), (2020, 50_000)]);
    let (grant, note) = said(&facts, "Tilskud: En fond");
    assert_eq!(grant, "1 1");
    assert!(note.contains("Afrundede tal giver ikke altid"), "{note}");
}

#[test]
fn a_cell_that_changed_says_so_in_its_own_unit() {
    let mut facts = empty();
    facts.applications = vec![project()];
    let economy = drafted(PartContent::Economy, &facts);
    let was = crate::report::case::said(&economy, &facts);
    let years = [(2019, 39_900_000), (2020, 50_000_000)];
    let more = line(Side::Financing, Some((Source::Own, Some(OwnForm::ExistingStaff))), "Jobcenter", &years);
    facts.applications[0].budget.as_mut().unwrap().lines[3] = more;
    let changed = crate::report::case::changes(&was, &crate::report::case::said_now(&facts));
    let change = changed.iter().find(|it| it.code == "application.7.own_existing_staff_1").unwrap();
    assert_eq!((change.was.as_str(), change.now.as_deref()), ("798.000 kr.", Some("899.000 kr.")));
    assert_eq!((change.was_in_cell.as_deref(), change.now_in_cell.as_deref()), (Some("798"), Some("899")));
    assert_eq!(change.subject, "Projekt 7");
}

/// Every number that follows from others is what they come to, exactly.
fn every_sum_follows(table: &Table) {
    for (at, row) in table.rows.iter().enumerate() {
        for (column, cell) in row.cells.iter().enumerate() {
            let Cell::Number { value: found, reckoned: Some(how), .. } = cell else { continue };
            let of = |row: u32| value(&table.rows[row as usize].cells[column]).unwrap_or_default();
            let sum: Decimal = match how {
                Reckoned::Down { from, to } => (*from..=*to).map(of).sum(),
                Reckoned::Rows { rows } => rows.iter().map(|row| of(*row)).sum(),
                Reckoned::Across { columns } => columns.iter().filter_map(|column| value(&row.cells[*column as usize])).sum(),
                Reckoned::Less { row, less } => of(*row) - of(*less),
            };
            assert_eq!(*found, sum, "row {at}, column {column}");
        }
    }
}

#[test]
fn several_projects_stand_apart_and_together() {
    let mut facts = empty();
    let small = application(
        8,
        vec![
            line(Side::Cost, None, "Jobcenter", &[(2019, 500_000)]),
            line(Side::Financing, Some((Source::Grant, None)), "Jobcenter", &[(2019, 500_000)]),
        ],
    );
    facts.applications = vec![project(), small, application(9, Vec::new())];
    let table = table("economy", &facts);
    every_sum_follows(&table);
    let headings: Vec<String> =
        table.rows.iter().filter(|row| row.cells.len() == 1).map(|row| row.cells[0].shown(Language::Da)).collect();
    assert_eq!(headings, ["Projekt 7", "Projekt 8", "I alt for sagen"]);
    let of_case = table.rows.iter().rev().find(|row| row.cells[0].shown(Language::Da) == "Udgifter i alt").unwrap();
    assert_eq!(of_case.cells.last().unwrap().shown(Language::Da), "3.513");

    let economy = drafted(PartContent::Economy, &facts);
    let said = lines(&crate::report::case::resolve(&economy, &facts));
    for line in [
        "»Projekt 7«: kommunens egenfinansiering er 798.001 kr. 798.000 kr. er arbejdstid hos medarbejdere, der er ansat i forvejen. 1 kr. \
         kræver en ny bevilling fra kassen.",
        "»Projekt 8«: der er ingen egenfinansiering.",
        "»Projekt 7«: der mangler 374.207,02 kr. i finansiering.",
        "Hvad der sker, når pengene til »Projekt 8« slutter, er ikke beskrevet.",
        "»Projekt 9« har endnu ikke noget budget.",
    ] {
        assert!(said.iter().any(|it| it == line), "{line} is not in {said:#?}");
    }
}

#[test]
fn without_budgets_the_economy_is_in_words() {
    let mut facts = empty();
    facts.pools = vec![pool(91)];
    let said = lines(&crate::report::case::resolve(&drafted(PartContent::Economy, &facts), &facts));
    assert_eq!(said.len(), 1);
    assert!(said[0].starts_with("Hvad sagen kommer til at koste"), "{}", said[0]);
    assert!(live("economy", &facts).is_empty());
}
