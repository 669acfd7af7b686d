//! What an office has today, read in from its sheets.

use std::path::{Path, PathBuf};

use tilsagn_core::ErrorCode;
use tilsagn_core::applications::Stage;
use tilsagn_core::pools::Stance;
use tilsagn_core::store::Store;
use tilsagn_core::views::{IntakeAction, IntakeField, IntakePlan, IntakePreview, IntakeTarget};

use crate::desk::{Desk, assert_error};
use crate::filled::{filled, whole};
use crate::register::day;

const TODAY: &str = "2019-03-12";

fn workbook() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/intake.xlsx")
}

fn plan(path: &Path, target: IntakeTarget) -> IntakePlan {
    let path = path.display().to_string();
    IntakePlan { path, target, sheet: None, fields: Vec::new(), skip: Vec::new(), add_anyway: Vec::new() }
}

fn csv(desk: &Desk, text: &str) -> PathBuf {
    let path = desk.folder.path().join("ark.csv");
    std::fs::write(&path, text).unwrap();
    path
}

fn lyngby(store: &Store) -> u32 {
    store.municipality_named("Lyngby-Taarbæk").unwrap().id
}

fn preview(store: &Store, plan: &IntakePlan) -> IntakePreview {
    store.intake_preview(plan, lyngby(store), day(TODAY)).unwrap()
}

/// A row's number, what becomes of it, and its problems with their fields.
type Judged = (u32, IntakeAction, Vec<(ErrorCode, String)>);

fn judged(preview: &IntakePreview) -> Vec<Judged> {
    let problems = |row: &tilsagn_core::views::IntakeRow| {
        row.problems.iter().map(|problem| (problem.code, problem.field.clone().unwrap_or_default())).collect()
    };
    preview.rows.iter().map(|row| (row.number, row.action, problems(row))).collect()
}

fn run(store: &mut Store, plan: &IntakePlan) -> Result<(u32, u32), tilsagn_core::Error> {
    let municipality = lyngby(store);
    store.intake_run(plan, municipality, day(TODAY)).map(|done| (done.view.added, done.view.updated))
}

#[test]
fn a_workbook_is_understood_row_by_row_and_nothing_is_written() {
    let (desk, store) = filled();
    let before = whole(&desk.path());
    let mut plan = IntakePlan { sheet: Some("Forside".to_owned()), ..plan(&workbook(), IntakeTarget::Applications) };
    let empty = store.intake_preview(&plan, lyngby(&store), day(TODAY)).unwrap_err();
    assert_error(&empty, ErrorCode::SheetEmpty);
    // The first that has rows.
    plan.sheet = None;
    let preview = preview(&store, &plan);
    assert_eq!(preview.plan.sheet.as_deref(), Some("Ansøgninger"));
    assert_eq!(preview.sheets, ["Forside", "Ansøgninger", "Puljer"]);
    assert_eq!(preview.columns[5].name, "Ansøgt (mio. kr.)");
    assert_eq!(preview.plan.fields[13], None);
    assert_eq!(preview.missing, []);
    assert_eq!(
        preview.rows[0].understood,
        [
            "Flere skal med",
            "STAR",
            "",
            "I gang",
            "1. januar 2017",
            "1.700.000 kr.",
            "1.725.104 kr.",
            "BIU (ny)",
            "Mette Østergård (ny)",
            "2017",
            "31. december 2019",
            "2017/12",
            "=ikke en formel",
            ""
        ]
    );
    assert_eq!(
        preview.rows[1].understood[4..8],
        ["juni 2017", "2.336.000 kr.", "2.500.000 kr.", "BIU (ny); Socialudvalget (ny)"]
    );
    assert_eq!(preview.rows[2].understood[2], "Motion og fællesskab på recept");
    assert_eq!(preview.rows[2].understood[11], "20185");
    assert_eq!(
        judged(&preview),
        [
            (4, IntakeAction::Add, vec![]),
            (5, IntakeAction::Add, vec![]),
            (7, IntakeAction::Bad, vec![(ErrorCode::FieldInvalid, "awarded".to_owned())]),
        ]
    );
    assert_eq!(preview.rows[2].problems[0].params["found"], "#DIV/0!");
    assert_eq!((preview.adds, preview.updates, preview.skipped, preview.bad), (2, 0, 0, 1));
    assert_eq!(whole(&desk.path()), before);

    plan.sheet = Some("Ark1".to_owned());
    assert_error(&store.intake_preview(&plan, lyngby(&store), day(TODAY)).unwrap_err(), ErrorCode::SheetNotFound);
}

#[test]
fn it_is_read_in_as_one_and_undone_as_one() {
    let (desk, mut store) = filled();
    let before = whole(&desk.path());
    let mut plan = IntakePlan { sheet: Some("Ansøgninger".to_owned()), ..plan(&workbook(), IntakeTarget::Applications) };
    let bad = run(&mut store, &plan).unwrap_err();
    assert_error(&bad, ErrorCode::IntakeRowsBad);
    assert_eq!(bad.params["found"], "1");
    assert_eq!(whole(&desk.path()), before);

    plan.skip = vec![7];
    assert_eq!(run(&mut store, &plan).unwrap(), (2, 0));
    let municipality = lyngby(&store);
    let view = store.applications(municipality, day(TODAY)).unwrap();
    assert_eq!(view.applications.len(), 2);
    let row = view.applications.iter().find(|row| row.title == "Flere skal med").unwrap();
    assert_eq!((row.stage, row.funder.as_str(), row.owner.as_deref()), (Stage::Running, "STAR", Some("Mette Østergård")));
    assert_eq!(row.awarded.map(|amount| amount.kroner_da()).as_deref(), Some("1.725.104"));
    let office = store.office(municipality).unwrap();
    assert_eq!(office.committees.iter().map(|committee| committee.name.as_str()).collect::<Vec<_>>(), ["BIU", "Socialudvalget"]);
    assert_eq!(office.people.len(), 1);

    // The same sheet again is the same applications: nothing changes.
    let again = preview(&store, &plan);
    assert_eq!((again.adds, again.updates, again.skipped), (0, 2, 1));
    assert_eq!(again.rows[0].same_as.as_deref(), Some("Flere skal med"));
    let after = whole(&desk.path());
    assert_eq!(run(&mut store, &plan).unwrap(), (0, 2));
    assert_eq!(whole(&desk.path()), after);

    plan.add_anyway = vec![5];
    assert_eq!(run(&mut store, &plan).unwrap(), (1, 1));
    store.undo().unwrap();
    store.undo().unwrap();
    assert_eq!(whole(&desk.path()), before);
}

#[test]
fn an_update_changes_only_what_the_sheet_says() {
    let (desk, mut store) = filled();
    let municipality = lyngby(&store);
    let first =
        "Titel;Fond;Sagsnr;Ansøgt beløb;Formål;Status;Status siden\nNyt hus;Fonden;19/1;1.000;At bygge;Indsendt;01.02.2019\n";
    let first = plan(&csv(&desk, first), IntakeTarget::Applications);
    assert_eq!(run(&mut store, &first).unwrap(), (1, 0));
    // Known by its number in the case system, under a new title; the empty cells say nothing.
    let second = "Titel;Fond;Sagsnr;Ansøgt beløb;Formål;Status;Status siden;Bevilget\nNyt hus i byen;Fonden;19/1;;;Tilsagn;10.03.2019;900\n";
    assert_eq!(run(&mut store, &plan(&csv(&desk, second), IntakeTarget::Applications)).unwrap(), (0, 1));
    let view = store.applications(municipality, day(TODAY)).unwrap();
    let row = &view.applications[0];
    assert_eq!((view.applications.len(), row.title.as_str(), row.stage), (1, "Nyt hus i byen", Stage::Granted));
    assert_eq!(row.requested.map(|amount| amount.kroner_da()).as_deref(), Some("1.000"));
    let detail = store.application(row.id, day(TODAY)).unwrap();
    assert_eq!((detail.application.purpose.as_str(), detail.steps.len()), ("At bygge", 2));
    // As it stood before the grant.
    assert_eq!(store.applications(municipality, day("2019-02-15")).unwrap().applications[0].stage, Stage::Submitted);
}

#[test]
fn pools_come_with_their_call_and_what_we_think_of_them() {
    let (desk, mut store) = filled();
    let before = whole(&desk.path());
    let book = IntakePlan { sheet: Some("Puljer".to_owned()), ..plan(&workbook(), IntakeTarget::Pools) };
    assert_eq!(preview(&store, &book).rows[0].understood[2], "1. maj 2019 kl. 12:00");
    assert_eq!(run(&mut store, &book).unwrap(), (2, 0));
    let municipality = lyngby(&store);
    let pools = store.pools(None, day(TODAY), Some(municipality)).unwrap().pools;
    let pool = pools.iter().find(|pool| pool.title.da == "Nordea-puljen").unwrap();
    assert!(pool.own);
    assert_eq!((pool.authority.as_str(), pool.calls.len()), ("Nordea-fonden", 1));
    assert_eq!((pool.calls[0].deadline, pool.calls[0].deadline_time.as_deref()), (Some(day("2019-05-01")), Some("12:00")));

    // A moved deadline is kept beside the earlier one; an agreement's own pool gets our assessment and is not changed itself.
    let agreement_pool = pools.iter().find(|pool| !pool.own && !pool.authority.is_empty()).unwrap();
    let text = format!(
        "Titel;Giver;Frist;Vurdering;Beløb\nNordea-puljen;Nordea-fonden;fredag 10. maj 2019;Bør søges;\n\"{}\";\"{}\";;Afventer detaljer;17\n",
        agreement_pool.title.da, agreement_pool.authority
    );
    // The same day it would be a correction of a slip.
    desk.set_time("2019-03-20T10:00:00Z");
    let second = plan(&csv(&desk, &text), IntakeTarget::Pools);
    let seen = preview(&store, &second);
    assert_eq!(seen.rows[1].understood[4], "17 kr. (aftalens egen ændres ikke)");
    assert_eq!(run(&mut store, &second).unwrap(), (0, 2));
    let after = store.pools(None, day("2019-04-01"), Some(municipality)).unwrap();
    let pool = after.pools.iter().find(|pool| pool.title.da == "Nordea-puljen").unwrap();
    assert_eq!((pool.calls[0].deadline, pool.calls[0].earlier_deadlines.len()), (Some(day("2019-05-10")), 1));
    let unchanged = after.pools.iter().find(|pool| pool.id == agreement_pool.id).unwrap();
    assert_eq!(unchanged.amount, agreement_pool.amount);
    let standing = after.standings.iter().find(|standing| standing.pool_id == agreement_pool.id).unwrap();
    assert_eq!(standing.stance, Some(Stance::AwaitingDetails));
    store.undo().unwrap();
    store.undo().unwrap();
    assert_eq!(whole(&desk.path()), before);
}

#[test]
fn a_pool_of_an_initiative_takes_the_next_key_there() {
    let (desk, mut store) = filled();
    let text = "Titel;Giver;Initiativ;Udmeldt;Link\nNy pulje;Styrelsen;Bilag nr. 91;01.02.2019;https://eksempel.dk/91\n";
    let plan = plan(&csv(&desk, text), IntakeTarget::Pools);
    assert_eq!(run(&mut store, &plan).unwrap(), (1, 0));
    let pools = store.pools(None, day(TODAY), None).unwrap().pools;
    let pool = pools.iter().find(|pool| pool.title.da == "Ny pulje").unwrap();
    assert_eq!((pool.key.as_str(), pool.initiative.as_ref().map(|initiative| initiative.number)), ("91-c", Some(91)));
    assert_eq!(
        (pool.calls[0].published, pool.calls[0].sources.as_slice()),
        (Some(day("2019-02-01")), &["https://eksempel.dk/91".to_owned()][..])
    );
    // Known again by initiative and title, whoever is said to give.
    let text = text.replace("Styrelsen", "Socialstyrelsen");
    let again = IntakePlan { path: csv(&desk, &text).display().to_string(), ..plan };
    assert_eq!(run(&mut store, &again).unwrap(), (0, 1));
    let pools = store.pools(None, day(TODAY), None).unwrap().pools;
    let same = pools.iter().find(|pool| pool.title.da == "Ny pulje").unwrap();
    assert_eq!((same.key.as_str(), same.authority.as_str(), same.calls.len()), ("91-c", "Socialstyrelsen", 1));
}

#[test]
fn what_cannot_be_read_is_named() {
    let (desk, mut store) = filled();
    let text = "Projekt;Fond;Pulje;Status;Ansøgt beløb;Start;Slut;Statusdato\n\
                ;Fonden;;;;;;\n\
                A;;;;;;;\n\
                B;Fonden;ingen sådan;måske;meget;engang;;\n\
                C;Fonden;;;;2020;2019;mandag 11.03.2019\n\
                D;Fonden;;Indsendt;-5;;;tirsdag 11.03.2019\n\
                E;Fonden;;Indsendt;;;;2027\n\
                F;Fonden;;;;;;\n\
                f;FONDEN;;;;;;\n";
    let mut plan = plan(&csv(&desk, text), IntakeTarget::Applications);
    let seen = preview(&store, &plan);
    let named: Vec<_> = judged(&seen).into_iter().map(|(number, _, problems)| (number, problems)).collect();
    let problem = |code, field: &str| (code, field.to_owned());
    assert_eq!(
        named,
        [
            (2, vec![problem(ErrorCode::FieldRequired, "title")]),
            (3, vec![problem(ErrorCode::FieldRequired, "funder")]),
            (
                4,
                vec![
                    problem(ErrorCode::FieldInvalid, "pool"),
                    problem(ErrorCode::FieldInvalid, "stage"),
                    problem(ErrorCode::FieldInvalid, "requested"),
                    problem(ErrorCode::FieldInvalid, "period_start"),
                ]
            ),
            (5, vec![problem(ErrorCode::PeriodReversed, "period_end")]),
            (6, vec![problem(ErrorCode::FieldInvalid, "requested"), problem(ErrorCode::FieldInvalid, "stage_since")]),
            (7, vec![problem(ErrorCode::FieldInvalid, "stage_since")]),
            (8, vec![]),
            (9, vec![problem(ErrorCode::FieldTaken, "title")]),
        ]
    );
    for problem in seen.rows.iter().flat_map(|row| &row.problems) {
        assert_error(problem, problem.code);
    }
    assert_eq!(run(&mut store, &plan).unwrap_err().params["found"], "7");
    // Columns chosen by hand: without a title nothing is read in.
    plan.fields = vec![None, Some(IntakeField::Funder)];
    assert_eq!(preview(&store, &plan).missing, [IntakeField::Title]);
    let missing = run(&mut store, &plan).unwrap_err();
    assert_error(&missing, ErrorCode::IntakeFieldMissing);
    assert_eq!(missing.params["expected"], "Titel");
}

#[test]
fn a_file_that_vanished_changes_nothing() {
    let (desk, mut store) = filled();
    let before = whole(&desk.path());
    let path = csv(&desk, "Titel;Fond\nA;B\n");
    let plan = plan(&path, IntakeTarget::Applications);
    assert_eq!(preview(&store, &plan).adds, 1);
    std::fs::remove_file(&path).unwrap();
    assert_error(&run(&mut store, &plan).unwrap_err(), ErrorCode::FileMissing);
    assert_eq!(whole(&desk.path()), before);
    let broken = desk.folder.path().join("ark.xlsx");
    std::fs::write(&broken, b"not a workbook").unwrap();
    let broken = IntakePlan { path: broken.display().to_string(), ..plan };
    assert_error(&run(&mut store, &broken).unwrap_err(), ErrorCode::SheetUnreadable);
}

#[test]
fn ten_thousand_rows_are_read_in_and_undone_in_a_breath() {
    let (desk, mut store) = filled();
    let before = whole(&desk.path());
    let mut text = "Titel;Fond;Status;Udvalg;Tovholder;Ansøgt beløb;Sagsnr\n".to_owned();
    for number in 0..10_000 {
        text += &format!(
            "Projekt {number};Fond {};Indsendt;Udvalg {};Person {};{number};19/{number}\n",
            number % 50,
            number % 9,
            number % 30
        );
    }
    let applications = plan(&csv(&desk, &text), IntakeTarget::Applications);
    let started = std::time::Instant::now();
    assert_eq!(run(&mut store, &applications).unwrap(), (10_000, 0));
    assert_eq!(preview(&store, &applications).updates, 10_000);
    // The history's screen tells of the first, and how many more there are.
    let newest = &store.recent_in_brief(1).unwrap()[0];
    assert_eq!((newest.kind.as_str(), newest.more), ("intake.run", 10_000 * 3 + 9 + 30 - 50));
    assert!(newest.changes.len() < 2_000);
    store.undo().unwrap();
    let mut text = "Titel;Giver;Frist\n".to_owned();
    for number in 0..2_000 {
        text += &format!("Pulje {number};Fond {};01.05.2019\n", number % 50);
    }
    assert_eq!(run(&mut store, &plan(&csv(&desk, &text), IntakeTarget::Pools)).unwrap(), (2_000, 0));
    store.undo().unwrap();
    assert!(started.elapsed().as_secs() < 60, "{:?}", started.elapsed());
    assert_eq!(whole(&desk.path()), before);
}
