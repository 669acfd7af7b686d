//! Papers as reports, of the example and of files with much and with nothing. Figures are typed from the sources.

use chrono::NaiveDate;
use tilsagn_core::committee::FollowUp;
use tilsagn_core::pools::Choice;
use tilsagn_core::report::{AppendixColumn, Block, Report, Row, RowKind, Table, plain};
use tilsagn_core::store::Store;
use tilsagn_core::views::*;
use tilsagn_core::words::Language;

pub use crate::export_files::{asked, example};
use crate::register::day;
use crate::standing::{municipality, pool};

pub fn report(store: &Store, of: PaperOf, code: &str, as_of: &str) -> Report {
    store.report(&asked(of, as_of), municipality(store, code), today()).unwrap()
}

pub fn today() -> NaiveDate {
    day("2026-11-22")
}

pub fn named(store: &Store, municipality: u32, short_name: &str) -> u32 {
    let committees = store.office(municipality).unwrap().committees;
    committees.iter().find(|committee| committee.short_name == short_name).unwrap().id
}

pub fn the_appendix() -> PaperOf {
    PaperOf::Appendix { id: None, committee_id: None, columns: Vec::new(), pools: Vec::new() }
}

pub fn blocks(report: &Report) -> impl Iterator<Item = &Block> {
    report.sections.iter().flat_map(|section| &section.blocks)
}

pub fn tables(report: &Report) -> Vec<&Table> {
    blocks(report).filter_map(|block| if let Block::Table(table) = block { Some(table) } else { None }).collect()
}

pub fn table<'a>(report: &'a Report, title: &str) -> &'a Table {
    tables(report).into_iter().find(|table| table.title == title).unwrap_or_else(|| panic!("no table {title}: {}", text(report)))
}

pub fn shown(row: &Row) -> Vec<String> {
    row.cells.iter().map(|cell| cell.shown(Language::Da)).collect()
}

pub fn rows(table: &Table) -> Vec<Vec<String>> {
    table.rows.iter().map(shown).collect()
}

/// The paper as lines a person can read.
pub fn text(report: &Report) -> String {
    let mut all = Vec::new();
    for block in blocks(report) {
        match block {
            Block::Heading { level, text } => all.push(format!("{} {text}", "#".repeat(usize::from(*level)))),
            Block::Paragraph { runs } => all.push(plain(runs)),
            Block::List { items, .. } => all.extend(items.iter().map(|item| format!("- {}", plain(&item.runs)))),
            Block::Table(table) => {
                all.push(table.columns.iter().map(|column| column.heading.as_str()).collect::<Vec<_>>().join(" | "));
                all.extend(table.rows.iter().map(|row| format!("[{}] {}", row.kind.code(), shown(row).join(" | "))));
                all.push(format!("({})", table.note));
            }
            other => all.push(format!("{other:?}")),
        }
    }
    all.join("\n")
}

/// Every paper that is one file, but a case's and a budget.
pub fn every(committee_id: u32) -> Vec<PaperOf> {
    vec![
        the_appendix(),
        PaperOf::Portfolio { committee_id: None },
        PaperOf::Pipeline { committee_id: None },
        PaperOf::Exposure { filter: ExposureFilter::default() },
        PaperOf::Deadlines { within: None, person_id: None, committee_id: None },
        PaperOf::Status { committee_id, since: None },
    ]
}

pub fn budget_of(store: &Store) -> PaperOf {
    let all = store.applications(municipality(store, "101"), day("2009-03-26")).unwrap().applications;
    PaperOf::Budget { application_id: all[0].id, budget_id: None }
}

#[test]
fn the_appendix_has_the_rows_and_amounts_of_the_committees_own() {
    let (_desk, store) = example();
    let committee_id = Some(named(&store, municipality(&store, "173"), "BIU"));
    let of = PaperOf::Appendix { id: None, committee_id, columns: Vec::new(), pools: Vec::new() };
    let paper = report(&store, of, "173", "2019-03-12");
    // Typed from the appendix to item 3 of the meeting on 12 March 2019.
    assert_eq!(paper.title, "Satspuljer 2019 der kan søges af kommunerne – Beskæftigelses- og Integrationsudvalgets område");
    let expected = [
        ("90", ["22,2", "34,4", "33,5", "38,3"]),
        ("91", ["10,0", "5,0", "10,0", "10,0"]),
        ("92", ["32,7", "28,6", "4,4", "15,9"]),
        ("93", ["10,0", "10,0", "10,0", "10,0"]),
        ("96", ["5,0", "2,5", "-", "-"]),
        ("97", ["-", "-", "15,0", "30,0"]),
        ("107", ["5,7", "23,9", "26,9", "38,5"]),
        ("Centrale repatrieringskoordinatorer", ["5,0", "5,0", "5,0", "-"]),
        ("108", ["5,0", "-", "-", "-"]),
    ];
    let [table] = tables(&paper)[..] else { panic!("{}", text(&paper)) };
    let headings: Vec<&str> = table.columns.iter().map(|column| column.heading.as_str()).collect();
    assert_eq!(headings, ["Initiativ og aktivitetsområde", "2019", "2020", "2021", "2022", "Beskrivelse"]);
    assert_eq!(table.groups[0].heading, "Økonomi, mio. kr. (2019-pl)");
    assert!(paper.sections[0].landscape);
    let rows = rows(table);
    assert_eq!(rows.len(), 9);
    for (row, (name, amounts)) in rows.iter().zip(expected) {
        let is_it = row[0].contains(&format!("nr. {name} (")) || row[0].starts_with(name);
        assert!(is_it, "{} is not {name}", row[0]);
        assert_eq!(row[1..5], amounts, "{name}");
        assert!(row[5].contains("\nForvaltningens vurdering:\n"), "{}", row[5]);
    }
    assert!(rows[0][5].contains("Efter 2022 afsættes 19,5 mio. kr. hvert år uden slutdato."), "{}", rows[0][5]);
    let adhd = "Søges ikke. Kommunen har allerede søgt STAR om penge til unge med ADHD, sammen med Contra";
    assert!(rows[4][5].contains(adhd), "{}", rows[4][5]);
    // Before the administration had said anything there was nothing to show.
    let before = report(&store, the_appendix(), "173", "2019-02-27");
    assert!(text(&before).ends_with("Der er ingen puljer i oversigten."), "{}", text(&before));
}

#[test]
fn chosen_pools_and_columns_stand_in_their_order() {
    let (_desk, store) = example();
    use AppendixColumn::{Applicants, Initiative, Share, Stance, Total};
    let pools = ["107-a", "91-b", "91"].map(|key| pool(&store, key)).to_vec();
    let of =
        PaperOf::Appendix { id: None, committee_id: None, columns: vec![Initiative, Total, Share, Stance, Applicants], pools };
    let paper = report(&store, of, "173", "2019-03-12");
    let rows = rows(tables(&paper)[0]);
    assert_eq!(rows.len(), 3, "two pools of one initiative are one row, and a sum: {rows:?}");
    assert!(rows[0][0].contains("nr. 107") && rows[1][0].contains("nr. 91"), "{rows:?}");
    assert_eq!((rows[0][1].as_str(), rows[1][1].as_str(), rows[2][1].as_str()), ("95,0", "35,0", "130,0"));
    assert_eq!(rows[1][3], "Afventer detaljer", "the stance rests on the outer pool and is said once");
    assert!(tables(&paper)[0].note.contains("Det er et regnestykke, ikke et tilsagn."), "{}", tables(&paper)[0].note);
}

#[test]
fn decisions_stand_on_a_page_for_each_committee() {
    let (_desk, store) = example();
    let paper = report(&store, PaperOf::Portfolio { committee_id: None }, "173", "2019-03-12");
    let cases = table(&paper, "Udmøntning af satspuljemidler 2019 - prioritering af puljeansøgninger");
    let rows = rows(cases);
    assert_eq!(rows.iter().map(|row| row[0].as_str()).collect::<Vec<_>>(), ["", "", "91", "93", "107"]);
    assert_eq!(rows[0][5], "Taget til efterretning");
    for row in &rows[2..] {
        assert_eq!((row[5].as_str(), row[6].as_str()), ("Godkendt", "Under vurdering"), "{row:?}");
        assert!(row[4].ends_with("(ikke afklaret)"), "{row:?}");
    }
    assert_eq!(table(&paper, "Vurderet, ikke forelagt et udvalg").rows.len(), 6);
    assert!(text(&paper).contains("- Handicaprådet får oversigten over puljerne tilsendt."));

    let before = report(&store, PaperOf::Portfolio { committee_id: None }, "101", "2009-02-25");
    assert!(!text(&before).contains("Godkendt"), "{}", text(&before));
    let after = text(&report(&store, PaperOf::Portfolio { committee_id: None }, "101", "2009-02-26"));
    assert!(after.contains("26. februar 2009 · punkt 7 · Beslutning · sagsnummer 2009-12453"), "{after}");
    assert!(after.contains("| Godkendt"), "{after}");
}

#[test]
fn the_overview_says_what_the_managers_page_says() {
    let (_desk, store) = example();
    let lyngby = municipality(&store, "173");
    let view = store.overview(lyngby, None, day("2019-03-12"), None).unwrap();
    let paper = report(&store, PaperOf::Pipeline { committee_id: None }, "173", "2019-03-12");
    let actions = table(&paper, "Kræver handling");
    // Whole, for the reader may have no program; and each project once.
    assert!(view.attention.len() > 10);
    let told = rows(actions).into_iter().map(|row| row[0].clone()).collect::<Vec<_>>().join("; ");
    for it in &view.attention {
        assert_eq!(told.matches(&it.title).count(), 1, "{}: {told}", it.title);
    }
    assert!(told.starts_with(&view.attention[0].title), "{told}");
    let headings: Vec<&str> = actions.columns.iter().map(|column| column.heading.as_str()).collect();
    assert_eq!((headings, actions.note.as_str()), (vec!["Hvad", "Hvorfor"], ""), "no column that no row has anything in");
    let alike = "Det er ikke oplyst, om politisk godkendelse er på plads\nDet er ikke oplyst, om bevillingen er på plads";
    let projects = "Et mere rummeligt arbejdsmarked for borgere med handicap; Flere skal med".to_owned();
    assert!(rows(actions).contains(&vec![projects, format!("{alike}\nKilder siger forskelligt (1)")]), "{:?}", rows(actions));
    let pools = rows(table(&paper, "Puljer og forvaltningens vurdering"));
    let counts: Vec<[&str; 2]> = pools.iter().map(|row| [row[0].as_str(), row[1].as_str()]).collect();
    assert_eq!(counts, [["Søges ikke", "2"], ["Afventer detaljer", "5"], ["Indgår i praksis", "1"], ["Uklart", "1"]]);
    assert_eq!(pools[0][2], "92; 96");
    assert!(pools[1][2].contains("108 Partnerskaber mod negativ social kontrol"), "{}", pools[1][2]);
    let asked = PaperAsked { language: Language::En, ..asked(PaperOf::Pipeline { committee_id: None }, "2019-03-12") };
    let english = text(&store.report(&asked, lyngby, day("2019-03-12")).unwrap());
    let pool = ("Grant pool for better transition out of specially planned", "Pulje til bedre udslusning");
    assert!(english.contains(pool.0) && !english.contains(pool.1), "{english}");
    let title = "Flere kvinder med indvandrerbaggrund i beskæftigelse";
    assert!(!english.contains(title), "{english}");
    let stages = rows(table(&paper, "Ansøgninger efter status"));
    // No amount is known, and then none has a column.
    assert_eq!(stages, [["Under vurdering", "3"], ["I gang", "3"], ["I alt", "6"]]);
    let days = table(&paper, "Frister de næste 90 dage");
    let steps = rows(days).iter().filter(|row| ["Opstart", "Udkast færdigt", "Indsendelse"].contains(&row[1].as_str())).count();
    assert_eq!((days.rows.len(), steps), (3, 1), "of a back-plan the next step alone");
    assert!(days.note.contains("kun det næste trin") && view.deadlines.len() > 3, "{}", days.note);
    let said = text(&paper);
    assert!(said.contains("Tilsagn, der ikke er afsluttet: 3, beløb ikke oplyst."), "{said}");
    assert!(said.contains("Uden dato, og derfor ikke talt med: Forløb for unge med ADHD."), "{said}");
    assert!(said.contains("Ingen budgetter har egenfinansiering i årene."), "{said}");
}

#[test]
fn obligations_stand_by_budget_year() {
    let (_desk, store) = example();
    let paper = report(&store, PaperOf::Exposure { filter: ExposureFilter::default() }, "101", "2009-03-26");
    // One full-time year at 399,000 in each of two years, and 2,336,000 that nobody has put on a year.
    let total = rows(table(&paper, "Alle projekter pr. budgetår"));
    assert_eq!(total[0][..2], ["Ikke fordelt på år", "2.336.000"]);
    let headings: Vec<&str> =
        table(&paper, "Alle projekter pr. budgetår").columns.iter().map(|column| column.heading.as_str()).collect();
    assert_eq!(
        headings[1..],
        ["Tilsagn, kr.", "Eget personale, lovet, kr.", "Mangler i finansiering, kr.", "Egne timer", "Årsværk"]
    );
    assert_eq!(total[1], ["2009", "0", "399.000", "–", "1.924", "1"]);
    assert_eq!(total[5][..4], ["I alt", "2.336.000", "798.000", "274.208"]);
    // One project of one committee and department: three more tables would only say the same.
    for title in ["Efter udvalg", "Efter afdeling", "Efter ansøgning"] {
        assert!(!text(&paper).contains(title), "{title}");
    }
    assert!(text(&paper).contains("Alle beløb er fra ét projekt: Rådgiver på hjul"), "{}", text(&paper));
    let filter = ExposureFilter { price_level: Some(2012), ..ExposureFilter::default() };
    let converted = report(&store, PaperOf::Exposure { filter }, "101", "2009-03-26");
    let note = &table(&converted, "Alle projekter pr. budgetår").note;
    assert!(note.contains("2012-pl") && note.contains("Det er ikke KL's indeks"), "{note}");
    let none = report(&store, PaperOf::Exposure { filter: ExposureFilter::default() }, "173", "2019-03-12");
    assert!(text(&none).contains("Ingen ansøgninger har et budget, der gælder eller er søgt om."), "{}", text(&none));
    assert_eq!(table(&none, "Ansøgninger uden budget").rows.len(), 4);
}

#[test]
fn what_is_not_allotted_to_years_makes_no_sum_of_years_the_project_is_not_all_in() {
    let (_desk, store) = example();
    let of = |as_of: &str| report(&store, PaperOf::Exposure { filter: ExposureFilter::default() }, "101", as_of);
    let later = text(&of("2015-01-01"));
    assert!(later.contains("Ingen budgetter har beløb i 2015–2018.") && !later.contains("2.336.000"), "{later}");
    let halfway = of("2010-06-01");
    assert_eq!(rows(table(&halfway, "Alle projekter pr. budgetår")).last().unwrap()[..2], ["I alt", "399.000"]);
    assert!(
        text(&halfway)
            .contains("ikke i summerne, fordi projektet også har år uden for de viste: Rådgiver på hjul (2.336.000 kr.).")
    );
}

#[test]
fn a_case_stands_in_no_list_of_a_day_before_its_number_was_given() {
    let (_desk, store) = example();
    let of = |as_of: &str| text(&report(&store, PaperOf::Portfolio { committee_id: None }, "101", as_of));
    let (before, after) = (of("2009-06-01"), of("2010-06-01"));
    assert!(!before.contains("2010-64649") && after.contains("2010-64649"), "{before}");
    assert!(before.contains("1. at Beskæftigelses- og Integrationsudvalget siger ja til"), "{before}");
    assert!(!before.contains("Indstillingen blev godkendt"), "{before}");
}

#[test]
fn a_list_in_english_calls_a_pool_by_its_english_title() {
    let (_desk, store) = example();
    let english = PaperAsked { language: Language::En, ..asked(PaperOf::Portfolio { committee_id: None }, "2019-03-12") };
    let list = store.report(&english, municipality(&store, "173"), today()).unwrap();
    let pools: Vec<String> = rows(tables(&list)[0]).into_iter().map(|row| row[1].clone()).collect();
    assert!(pools.iter().any(|pool| pool.starts_with("Sport as a path to inclusion")), "{pools:?}");
}

#[test]
fn a_dossier_gives_targets_a_column_and_gathers_what_is_empty() {
    let (_desk, store) = example();
    let PaperOf::Budget { application_id, .. } = budget_of(&store) else { panic!("a budget") };
    let paper = store.dossier(application_id, &asked(PaperOf::Dossier { application_id }, "2010-06-01"), today()).unwrap();
    assert_eq!(rows(table(&paper, "Mål"))[0][2], "900");
    assert_eq!(rows(table(&paper, "Budgetter"))[0][3], "3.408.208");
    assert_eq!(rows(table(&paper, "Udvalgenes beslutninger"))[0][4], "Godkendt");
    let said = text(&paper);
    assert!(!said.contains("Der er ingen.") && !said.contains("# Historik"), "{said}");
    assert!(said.contains("Der er ikke registreret: krav i opslaget"), "{said}");
}

#[test]
fn a_day_by_a_rule_names_the_rule_and_where_it_stands() {
    let (_desk, store) = example();
    let paper = report(&store, PaperOf::Deadlines { within: None, person_id: None, committee_id: None }, "101", "2009-03-01");
    let days = table(&paper, "Frister");
    let report_due = rows(days).into_iter().find(|row| row[0] == "01.07.2009").unwrap();
    assert_eq!((report_due[2].as_str(), report_due[7].as_str()), ("Statusrapport og delregnskab", "Regel 1"));
    assert!(
        days.note.contains("Regel 1: Hver 6. måned") && days.note.contains("Statusrapport (Forebyggelsesfonden)"),
        "{}",
        days.note
    );
}

#[test]
fn days_stand_under_their_month() {
    let (_desk, store) = example();
    let of = |within| PaperOf::Deadlines { within, person_id: None, committee_id: None };
    let paper = report(&store, of(None), "173", "2019-03-12");
    let days = table(&paper, "Frister");
    let months: Vec<String> =
        days.rows.iter().filter(|row| row.kind == RowKind::Heading).map(|row| shown(row).concat()).collect();
    assert_eq!(months[..3], ["marts 2019", "april 2019", "maj 2019"]);
    let deadline = days.rows.iter().map(shown).find(|row| row[0] == "29.04.2019").unwrap();
    assert_eq!(
        (deadline[1].as_str(), deadline[2].as_str(), deadline[5].as_str(), deadline[6].as_str()),
        ("ikke oplyst", "Ansøgningsfrist", "48", "31")
    );
    let near = report(&store, of(Some(47)), "173", "2019-03-12");
    assert!(rows(table(&near, "Frister")).iter().all(|row| row[0] != "29.04.2019"));
    assert!(rows(table(&near, "Frister")).iter().any(|row| row[0] == "23.04.2019"));
}

#[test]
fn a_status_tells_what_happened_since_the_last_meeting() {
    let (_desk, mut store) = example();
    let lyngby = municipality(&store, "173");
    let committee_id = named(&store, lyngby, "BIU");
    let of = |since| PaperOf::Status { committee_id, since };
    let paper = report(&store, of(None), "173", "2019-03-12");
    assert_eq!(paper.title, "Orientering til Beskæftigelses- og Integrationsudvalget siden mødet 18. januar 2019");
    assert_eq!(table(&paper, "Ansøgninger, der er kommet videre").rows.len(), 3);

    // After the meeting: a condition is answered and a promise kept.
    let today = day("2019-05-02");
    let stu = pool(&store, "93-a");
    let choice =
        ChoiceDraft { pool_id: stu, choice: Choice::Apply, reason: "Puljen passer til ungeindsatsen".into(), chosen_on: None };
    store.choice_save(&choice, lyngby, today).unwrap();
    let case = store.cases(lyngby, today).unwrap().cases[0].id;
    let view = store.committee_case(case, today).unwrap();
    let kept = FollowUp { reported_on: Some(today), report: "Sendt.".into(), ..view.follow_ups[1].clone() };
    store.case_part_save(&CasePart::FollowUp(kept), today).unwrap();
    let paper = report(&store, of(None), "173", "2019-05-02");
    assert!(paper.title.ends_with("siden mødet 12. marts 2019"), "{}", paper.title);
    let answers = rows(table(&paper, "Betingelser, der er afklaret"));
    assert_eq!((answers.len(), answers[0][0].as_str()), (1, "02.05.2019"));
    assert!(answers[0][3].ends_with("Puljen passer til ungeindsatsen"), "{answers:?}");
    assert_eq!(rows(table(&paper, "Det er udvalget orienteret om"))[0][3], "Sendt.");
    assert_eq!(table(&paper, "Det udestår").rows.len(), 2);
    assert!(text(&paper).contains("Ingen ansøgninger har skiftet status i perioden."), "{}", text(&paper));
    // Each fact counts from its own day.
    let day_before = report(&store, of(None), "173", "2019-05-01");
    assert!(text(&day_before).contains("Ingen betingelser er afklaret i perioden."), "{}", text(&day_before));
    assert_eq!(table(&day_before, "Det udestår").rows.len(), 3);
    let later = report(&store, of(Some(day("2019-05-03"))), "173", "2019-06-01");
    assert!(text(&later).contains("Ingen betingelser er afklaret i perioden."), "{}", text(&later));
}

#[test]
fn a_budget_stands_as_its_sheet_does() {
    let (_desk, store) = example();
    let paper = report(&store, budget_of(&store), "101", "2009-03-26");
    let rows = rows(table(&paper, "Budget"));
    let of = |name: &str| rows.iter().find(|row| row.get(1).is_some_and(|text| text.starts_with(name))).unwrap().clone();
    let has = |name: &str, amounts: [&str; 4]| assert_eq!([2, 5, 8, 9].map(|at| of(name)[at].clone()), amounts, "{name}");
    has("Udgifter i alt", ["0", "1.725.104", "1.683.104", "3.408.208"]);
    has("Heraf tilskud", ["2.336.000", "0", "0", "2.336.000"]);
    has("Mangler i finansiering", ["–", "–", "–", "274.208"]);
    // What few lines have stands under their text, the note last.
    let pay = of("Løn til to konsulenter");
    assert_eq!((pay.len(), pay[3].as_str(), pay[4].as_str()), (10, "2", "425.000"), "{pay:?}");
    assert!(pay[1].starts_with("Løn til to konsulenter\nEnhed: årsværk\nBudgettet siger 850.000"), "{pay:?}");
    assert!(of("Ét årsværk")[1].contains("Finansieres af: Egenfinansiering · Egne penge fra: Eksisterende medarbejdere"));
    let versions = self::rows(table(&paper, "Versioner"));
    assert_eq!((versions.len(), versions[1][1].as_str()), (2, "regnes med fra 26. februar 2009"), "not the day of the grant");
    assert!(table(&paper, "Budget").note.contains("Moms ikke oplyst"));
    let said = text(&paper);
    let kept = said.lines().find(|line| line.contains("(15 pct.) holdes tilbage")).unwrap();
    assert!(kept.contains("Det er tilskudsgiverens almindelige regel ("), "{kept}");
}
