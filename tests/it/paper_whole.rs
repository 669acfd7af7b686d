//! That papers are whole whatever is in them: much, nothing, what is closed.

use tilsagn_core::ErrorCode;
use tilsagn_core::catalogue::CanApply;
use tilsagn_core::committee::{CommitteeCase, Outcome};
use tilsagn_core::pools::Stance;
use tilsagn_core::report::{Block, Cell, PaperFormat, PaperKind, Reckoned, Report, RowKind, Table, plain};
use tilsagn_core::views::*;
use tilsagn_core::words::Language;

use crate::desk::assert_error;
use crate::filled::filled;
use crate::paper_reports::*;
use crate::register::day;
use crate::standing::{assessment, case_about, committee, decision, municipality, pool};

/// What a reckoned cell comes to by its own words.
fn comes_to(table: &Table, row: usize, column: usize, how: &Reckoned) -> rust_decimal::Decimal {
    let at = |row: u32, column: usize| match table.rows[row as usize].cells.get(column) {
        Some(Cell::Number { value, .. }) => *value,
        _ => rust_decimal::Decimal::ZERO,
    };
    match how {
        Reckoned::Down { from, to } => (*from..=*to).map(|row| at(row, column)).sum(),
        Reckoned::Rows { rows } => rows.iter().map(|row| at(*row, column)).sum(),
        Reckoned::Across { columns } => columns.iter().map(|of| at(row as u32, *of as usize)).sum(),
        Reckoned::Less { row, less } => at(*row, column) - at(*less, column),
    }
}

/// That a paper is whole: one title, no level left out, each row as wide as its table, no word that is a code, no empty table, and every
/// sum what it says it is made of.
fn assert_whole(paper: &Report) {
    let levels: Vec<u8> =
        blocks(paper).filter_map(|block| if let Block::Heading { level, .. } = block { Some(*level) } else { None }).collect();
    assert_eq!((levels[0], levels.iter().filter(|level| **level == 1).count()), (1, 1), "{}", paper.title);
    assert!(levels.windows(2).all(|pair| pair[1] <= pair[0] + 1), "{levels:?}");
    for word in text(paper).split(['|', '\n']).map(str::trim) {
        let is_code = word.contains('_') && word.chars().all(|letter| letter.is_ascii_lowercase() || letter == '_');
        assert!(!is_code && !word.contains('{'), "{word} in {}", paper.title);
    }
    for table in tables(paper) {
        assert!(!table.rows.is_empty() && !table.title.is_empty(), "{}", table.title);
        for (place, row) in table.rows.iter().enumerate() {
            let width = if row.kind == RowKind::Heading { 1 } else { table.columns.len() };
            assert_eq!(row.cells.len(), width, "{}: {row:?}", table.title);
            for (column, cell) in row.cells.iter().enumerate() {
                if let Cell::Number { value, reckoned: Some(how), .. } = cell {
                    assert_eq!(comes_to(table, place, column, how), *value, "{} row {place} column {column}", table.title);
                }
            }
        }
    }
}

#[test]
fn every_paper_is_whole_in_both_languages() {
    let (_desk, store) = example();
    for (code, as_of) in [("173", "2019-03-12"), ("173", "2020-10-01"), ("101", "2009-03-26"), ("183", "2016-10-01")] {
        let office = store.office(municipality(&store, code)).unwrap();
        let committee_id = office.committees.first().map(|committee| committee.id);
        let of_committee = |of: &PaperOf| committee_id.is_some() || of.kind() != PaperKind::Status;
        for of in every(committee_id.unwrap_or_default()).into_iter().filter(of_committee) {
            for language in [Language::Da, Language::En] {
                let asked = PaperAsked { language, ..asked(of.clone(), as_of) };
                let preview = store.paper_preview(&asked, office.municipality.id, today()).unwrap();
                let paper = preview.report.unwrap();
                assert_whole(&paper);
                assert_eq!((paper.kind, paper.as_of, paper.language), (of.kind(), day(as_of), language));
                assert_eq!(preview.formats, of.kind().formats());
                assert!(!preview.file_name.is_empty() && !preview.file_name.contains(['/', ':', '"']), "{}", preview.file_name);
            }
        }
    }
    assert_whole(&report(&store, budget_of(&store), "101", "2009-03-26"));
}

#[test]
fn a_file_with_nothing_says_so() {
    let (_desk, mut store) = filled();
    let lyngby = municipality(&store, "173");
    let biu = committee(&mut store, lyngby, "BIU");
    for of in every(biu) {
        let kind = of.kind();
        let paper = report(&store, of, "173", "2019-03-12");
        // The calls of the agreement have days of their own.
        if kind != PaperKind::Deadlines && kind != PaperKind::Pipeline {
            assert_eq!(tables(&paper), Vec::<&Table>::new(), "{}", text(&paper));
        }
        let is_sentence = |block: &Block| matches!(block, Block::Paragraph { runs } if plain(runs).ends_with('.'));
        assert!(kind == PaperKind::Deadlines || blocks(&paper).any(is_sentence), "{}", text(&paper));
        assert_whole(&paper);
    }
    let status = report(&store, PaperOf::Status { committee_id: biu, since: None }, "173", "2019-03-12");
    assert_eq!(status.title, "Orientering til Udvalget BIU");
}

/// As the agreement calls the pool 93-a.
const TITLE: &str = "Særligt Tilrettelagt Ungdomsuddannelse";

#[test]
fn a_closed_item_stands_in_no_open_paper() {
    let (_desk, mut store) = filled();
    let lyngby = municipality(&store, "173");
    let biu = committee(&mut store, lyngby, "BIU");
    let asked_of = pool(&store, "93-a");
    let secret = "hvis udbyderen kan købes";
    let case = store.case_create(&case_about(biu, vec![asked_of], secret), lyngby, day("2019-03-01")).unwrap().view;
    let closed = CommitteeCase { closed: true, title: "Hemmelig sag".into(), ..case.committee_case.clone() };
    store.case_save(&closed, day("2019-03-01")).unwrap();
    let decisions = vec![decision(case.points[0].point.id, Outcome::Approved)];
    let draft = DecisionDraft { reading: case.readings[0].reading.clone(), decisions, applications_for: Vec::new() };
    store.case_decide(&draft, day("2019-03-12")).unwrap();
    for of in every(biu) {
        let preview = store.paper_preview(&asked(of.clone(), "2019-03-12"), lyngby, today()).unwrap();
        let said = text(&preview.report.unwrap());
        assert!(!said.contains("Hemmelig") && !said.contains(secret), "{said}");
        if matches!(of, PaperOf::Portfolio { .. } | PaperOf::Status { .. } | PaperOf::Pipeline { .. }) {
            assert_eq!(preview.left_out, 1, "one case, whatever it stands in: {of:?}");
            let whole = PaperAsked { closed: true, ..asked(of, "2019-03-12") };
            let named = store.paper_preview(&whole, lyngby, today()).unwrap().file_name;
            assert!(named.starts_with("LUKKET ") && !preview.file_name.contains("LUKKET"), "{named}");
        }
    }
    // What the committee has from it alone is not told either, and that something is left out is.
    let theirs = PaperOf::Pipeline { committee_id: Some(biu) };
    let preview = store.paper_preview(&asked(theirs.clone(), "2019-03-12"), lyngby, today()).unwrap();
    let whole = PaperAsked { closed: true, ..asked(theirs, "2019-03-12") };
    assert!(text(&store.report(&whole, lyngby, today()).unwrap()).contains(TITLE));
    assert!(!text(&preview.report.unwrap()).contains(TITLE));
    assert_eq!(preview.left_out, 1);
    let of_case = PaperOf::Case { id: closed.id, form: None, copy: None };
    let refused = store.report(&asked(of_case.clone(), "2019-03-12"), lyngby, today()).unwrap_err();
    assert_error(&refused, ErrorCode::CaseClosed);
    let with = |of| PaperAsked { closed: true, ..asked(of, "2019-03-12") };
    let open = store.paper_preview(&with(of_case), lyngby, today()).unwrap();
    assert_eq!(open.file_name, "LUKKET BIU 2019-03-12 Punkt 3 Hemmelig sag");
    assert!(open.report.unwrap().closed);
    let list = store.report(&with(PaperOf::Portfolio { committee_id: Some(biu) }), lyngby, today()).unwrap();
    assert!(text(&list).contains("LUKKET PUNKT") && text(&list).contains(secret), "{}", text(&list));
}

#[test]
fn two_hundred_pools_come_out_whole() {
    let (_desk, mut store) = filled();
    let lyngby = municipality(&store, "173");
    let biu = committee(&mut store, lyngby, "BIU");
    let long = "æøå 👩‍👩‍👧 עברית ".repeat(1_200);
    let mut pools = Vec::new();
    for number in 0..200 {
        let draft = OwnPoolDraft {
            id: 0,
            version: 0,
            initiative_id: None,
            title: format!("Pulje {number}"),
            authority: "En fond".to_owned(),
            amount: None,
            applicants: String::new(),
            can_apply: CanApply::Yes,
            note: String::new(),
        };
        let id = store.own_pool_save(&draft, day("2019-03-01")).unwrap().view.id;
        let said = AssessmentDraft { text: long.clone(), ..assessment(id, Stance::AwaitingDetails) };
        store.assessment_save(&said, lyngby, day("2019-03-01")).unwrap();
        pools.push(id);
    }
    store.case_create(&case_about(biu, pools, ""), lyngby, day("2019-03-01")).unwrap();
    let paper = report(&store, the_appendix(), "173", "2019-03-12");
    let table = tables(&paper)[0];
    assert_eq!(table.rows.len(), 200);
    assert!(rows(table).iter().all(|row| row.last().unwrap().contains(long.trim())));
    let list = report(&store, PaperOf::Portfolio { committee_id: None }, "173", "2019-03-12");
    assert_eq!(tables(&list)[0].rows.len(), 201, "a point before two hundred inside it");
    assert_whole(&list);
}

#[test]
fn several_files_are_named_before_they_are_made() {
    let (_desk, store) = example();
    let lyngby = municipality(&store, "173");
    let case = store.cases(lyngby, day("2019-03-12")).unwrap().cases[0].id;
    let pack = store.paper_preview(&asked(PaperOf::Pack { id: case }, "2019-03-12"), lyngby, today()).unwrap();
    assert_eq!((pack.formats.as_slice(), pack.report.is_none()), (&[PaperFormat::Zip][..], true));
    assert!(pack.file_name.starts_with("BIU 2019-03-12 Punkt 3 Mødepakke"), "{}", pack.file_name);
    let begins = "BIU 2019-03-12 Punkt 3 Udmøntning af satspuljemidler 2019";
    assert!(pack.files.iter().any(|name| name.contains(begins) && name.ends_with(".docx")), "{:?}", pack.files);
    assert!(pack.files.iter().any(|name| name.contains("Satspuljer 2019 der kan søges")), "{:?}", pack.files);
    let refused = store.report(&asked(PaperOf::Pack { id: case }, "2019-03-12"), lyngby, today()).unwrap_err();
    assert_eq!(refused.code, ErrorCode::FormatNotPossible);
    // An item without an appendix has none in its pack.
    let koebenhavn = municipality(&store, "101");
    let case = store.cases(koebenhavn, day("2009-02-26")).unwrap().cases[0].id;
    let pack = store.paper_preview(&asked(PaperOf::Pack { id: case }, "2009-02-26"), koebenhavn, today()).unwrap();
    assert!(pack.files.iter().all(|name| !name.contains("Puljer der kan søges")), "{:?}", pack.files);
    assert!(pack.files.iter().any(|name| name.starts_with("2 Beslutningsliste")), "{:?}", pack.files);
}

#[test]
fn a_dossier_has_the_papers_of_the_cases_it_is_put_in() {
    let (_desk, mut store) = example();
    let lyngby = municipality(&store, "173");
    let on = day("2019-03-12");
    let applications = store.applications(lyngby, on).unwrap().applications;
    let application_id = applications.iter().find(|row| row.title.starts_with("Idræt")).unwrap().id;
    let dossier = asked(PaperOf::Dossier { application_id }, "2019-03-12");
    let drafts: Vec<String> = store.paper_files(&dossier, lyngby, today()).unwrap().names();
    let is_draft =
        |name: &&String| name.starts_with("Udvalgssager/BIU 2019-03-12 Punkt 3 ") && name.contains(" (ikke afleveret).");
    assert_eq!(drafts.iter().filter(is_draft).count(), 2, "{drafts:?}");

    let case = store.cases(lyngby, on).unwrap().cases[0].id;
    store.paper_hand_in(case, on).unwrap();
    let case = store.committee_case(case, on).unwrap().committee_case;
    // Handed in by the machine's clock, which is later than the example.
    let late = PaperAsked { as_of: None, ..dossier.clone() };
    let copies = store.paper_files(&late, lyngby, day("2100-01-01")).unwrap().papers;
    let copy = copies.iter().find(|file| file.name.ends_with(" (afleveret, udgave 1)")).unwrap();
    assert!(store.report(&copy.asked, lyngby, day("2100-01-01")).unwrap().handed_in.is_some());
    assert!(copies.iter().all(|file| !file.name.ends_with(" (ikke afleveret)")));

    store.case_save(&CommitteeCase { closed: true, ..case }, on).unwrap();
    let named = |closed| {
        let asked = PaperAsked { closed, ..dossier.clone() };
        store.paper_files(&asked, lyngby, today()).unwrap().names().join("\n")
    };
    assert!(!named(false).contains("Udvalgssager/") && named(true).contains("Udvalgssager/LUKKET BIU"), "{}", named(true));
}
