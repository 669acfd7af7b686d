//! The program killed at any point while it works: what was confirmed is there, whole, and the work goes on in the same file.
//!
//! A child process (this test binary again) writes and says of each write that it is saved. The parent kills it after a number of
//! lines, a moment later, so that it dies in the middle of the next write, and looks at the file.

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use rusqlite::Connection;
use tilsagn_core::applications::{ApplicationNote, DocumentKind, Stage};
use tilsagn_core::budgets::Side;
use tilsagn_core::store::{Environment, Store};
use tilsagn_core::views::{
    ApplicationDraft, ApplicationPart, ApplicationView, Changed, DocumentContent, LineField, OpenMode, QuickChange,
};

use crate::filled::filled;
use crate::register::day;

const FOLDER: &str = "TILSAGN_TEST_FOLDER";
const FIRST: &str = "TILSAGN_TEST_FIRST";
const WRITES: u32 = 500;
const KILLS: u32 = 14;
const TODAY: &str = "2019-03-12";

/// What the write of a number does; it goes by the number, so that the parent knows it too.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Kind {
    Application,
    Quick,
    Note,
    Budget,
    Document,
}

fn kind(number: u32) -> Kind {
    // Multiplied so that the kinds come in no order, but the first makes an application.
    match number.wrapping_mul(2_654_435_761) >> 28 {
        0..=3 => Kind::Application,
        4..=7 => Kind::Quick,
        8..=9 => Kind::Note,
        10..=11 => Kind::Budget,
        _ => Kind::Document,
    }
}

/// Several pages of a text that is the number's own.
fn content(number: u32) -> String {
    format!("Dokument {number}\n").repeat(1 + (number as usize * 37) % 3000)
}

fn environment(folder: &Path) -> Environment {
    Environment { mounts: None, ..Environment::of_this_machine("Anna", folder) }
}

#[test]
#[ignore = "run as a child"]
#[allow(clippy::print_stdout, reason = "the parent reads it")]
fn writes_until_it_is_killed() {
    let folder = PathBuf::from(std::env::var_os(FOLDER).expect("run by another test"));
    let first: u32 = std::env::var(FIRST).unwrap().parse().unwrap();
    let mut store = Store::open(&folder.join("tilsagn.db"), OpenMode::Write, &environment(&folder)).unwrap();
    let municipality = store.municipality_named("Lyngby-Taarbæk").unwrap().id;
    let mut newest = store.applications(municipality, day(TODAY)).unwrap().applications.iter().map(|row| row.id).max();
    for number in first..WRITES {
        let (kind, id) = match newest {
            Some(id) => (kind(number), id),
            None => (Kind::Application, 0),
        };
        let saved = match kind {
            Kind::Application => {
                let created = created(&mut store, number, municipality);
                newest = Some(created);
                created
            }
            Kind::Quick => {
                let row = store.application(id, day(TODAY)).unwrap().row;
                let change = QuickChange {
                    id,
                    version: row.version,
                    title: format!("Rettet {number}"),
                    owner_id: None,
                    department_id: None,
                    requested: Some(tilsagn_core::Money::from_oere(i64::from(number) * 100)),
                };
                store.application_quick_save(&change, day(TODAY)).unwrap();
                id
            }
            Kind::Note => {
                let note = ApplicationNote {
                    id: 0,
                    version: 0,
                    application_id: id,
                    text: format!("Note {number}"),
                    author: "Anna".to_owned(),
                    written_on: day(TODAY),
                };
                store.application_part_save(&ApplicationPart::Note(note), day(TODAY)).unwrap();
                id
            }
            Kind::Budget => {
                let budget = budgeted(&mut store, id);
                let typed = |field, year, text: String| crate::sheet::typed(None, 0, field, year, &text);
                let mut edits = vec![typed(LineField::Text, 0, format!("Linje {number}"))];
                edits.extend((2019..2022).map(|year| typed(LineField::Amount, year, number.to_string())));
                crate::sheet::types(&mut store, budget, Side::Cost, edits);
                id
            }
            Kind::Document => {
                let path = folder.join(format!("bilag {number}.txt"));
                fs::write(&path, content(number)).unwrap();
                store.document_add(id, &path, DocumentKind::Other, day(TODAY)).unwrap();
                // Ours is a copy.
                fs::remove_file(&path).unwrap();
                id
            }
        };
        println!("saved {number} {kind:?} {saved}");
        std::io::stdout().flush().unwrap();
    }
}

fn created(store: &mut Store, number: u32, municipality: u32) -> u32 {
    let draft = ApplicationDraft {
        pool_id: None,
        funder: "Fonden".to_owned(),
        copy_of: None,
        title: format!("Ansøgning {number}"),
        stage: Stage::Drafting,
        taken_on: Some(tilsagn_core::calendar::PartialDate::Day(day(TODAY))),
        department_id: None,
        owner_id: None,
        committee_ids: Vec::new(),
    };
    let made: Changed<ApplicationView> = store.application_create(&draft, municipality, day(TODAY)).unwrap();
    made.view.application.id
}

/// The draft of an application, begun where there is none.
fn budgeted(store: &mut Store, application: u32) -> u32 {
    let sheet = store.budget(application, None, day(TODAY)).unwrap().sheet;
    sheet.map_or_else(|| crate::sheet::another(store, application), |sheet| sheet.budget).id
}

/// A write the child has said is saved.
struct Saved {
    number: u32,
    kind: String,
    application: u32,
}

/// Runs the child from a number on; it is killed a moment after so many lines, or left to end where there is no number of lines.
fn run(folder: &Path, first: u32, kill: Option<(u32, Duration)>) -> Vec<Saved> {
    let mut command = Command::new(std::env::current_exe().unwrap());
    command.args(["--exact", "killed::writes_until_it_is_killed", "--ignored", "--nocapture"]);
    command.env(FOLDER, folder).env(FIRST, first.to_string()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    let mut saved = Vec::new();
    for line in BufReader::new(child.stdout.take().unwrap()).lines() {
        // The test harness's own words may stand before the first.
        let line = line.unwrap_or_default();
        let Some((_, said)) = line.split_once("saved ") else { continue };
        let parts: Vec<&str> = said.split(' ').collect();
        let [number, kind, application] = parts[..] else { continue };
        saved.push(Saved { number: number.parse().unwrap(), kind: kind.to_owned(), application: application.parse().unwrap() });
        if let Some((lines, pause)) = kill
            && saved.len() as u32 == lines
        {
            std::thread::sleep(pause);
            // SIGKILL: nothing in the process can answer to it. What it said before it died is still read.
            child.kill().unwrap();
        }
    }
    let status = child.wait().unwrap();
    assert_eq!(status.success(), kill.is_none(), "the child ended with {status}");
    saved
}

/// Every confirmed write is in the file, with all that belongs to it.
fn assert_there(store: &Store, folder: &Path, saved: &[Saved]) {
    let history = store.recent(10_000).unwrap();
    for write in saved {
        let application = store.application(write.application, day(TODAY)).unwrap();
        let number = write.number;
        let in_history =
            |text: &str| history.iter().flat_map(|entry| &entry.changes).any(|change| change.after.as_deref() == Some(text));
        match write.kind.as_str() {
            "Application" => {
                assert!(in_history(&format!("Ansøgning {number}")), "application {number} is lost");
                assert_eq!(application.steps.len(), 1, "application {number} is not whole");
            }
            "Quick" => assert!(in_history(&format!("Rettet {number}")), "change {number} is lost"),
            "Budget" => {
                let sheet = store.budget(write.application, None, day(TODAY)).unwrap().sheet.unwrap();
                let line = sheet.lines.iter().find(|line| line.line.text == format!("Linje {number}"));
                let whole = line.unwrap_or_else(|| panic!("line {number} is lost")).total;
                assert_eq!(whole, Some(tilsagn_core::Money::from_oere(i64::from(number) * 300)), "line {number} is not whole");
            }
            "Note" => {
                let text = format!("Note {number}");
                assert!(application.notes.iter().any(|note| note.text == text), "note {number} is lost");
            }
            _ => {
                let name = format!("bilag {number}.txt");
                let found = application.documents.iter().find(|document| document.document.name == name);
                let found = found.unwrap_or_else(|| panic!("document {number} is lost"));
                assert_eq!(found.content, DocumentContent::Present, "document {number}");
                let copy = folder.join("kopi.txt");
                let _ = fs::remove_file(&copy);
                let written = store.document_export(found.document.id, &copy).unwrap();
                assert_eq!(fs::read_to_string(&written).unwrap(), content(number), "document {number} is not whole");
            }
        }
    }
}

#[test]
fn whatever_was_confirmed_is_there_after_any_number_of_kills() {
    let (desk, store) = filled();
    drop(store);
    let path = desk.path();
    let folder = path.parent().unwrap();
    let mut random = TestRunner::new_with_rng(Config::default(), TestRng::deterministic_rng(RngAlgorithm::ChaCha));
    let mut next = 0;
    let mut kills = 0;
    while next < WRITES {
        let left = WRITES - next;
        let chosen = (1..2 * WRITES / (KILLS + 2), 0..12_000_u64).new_tree(&mut random).unwrap().current();
        let (lines, pause) = (chosen.0, Duration::from_micros(chosen.1));
        let kill = Some((lines, pause)).filter(|(lines, _)| lines + 5 < left);
        let saved = run(folder, next, kill);
        kills += u32::from(kill.is_some());
        let file = Connection::open(&path).unwrap();
        let checked: String = file.query_row("PRAGMA integrity_check", [], |row| row.get(0)).unwrap();
        assert_eq!(checked, "ok");
        drop(file);
        let store = Store::open(&path, OpenMode::Write, &environment(folder)).unwrap();
        assert!(store.problem().is_none());
        assert_there(&store, folder, &saved);
        next = saved.last().map_or(next, |last| last.number + 1);
        if kill.is_none() {
            assert_eq!(next, WRITES);
        }
    }
    assert!(kills >= 12, "killed only {kills} times");
    // To the end: nothing that an earlier child confirmed was lost to a later kill.
    let store = Store::open(&path, OpenMode::Write, &environment(folder)).unwrap();
    let operations = store.recent(10_000).unwrap();
    // The fill's own two, and at most one more for each kill: saved, and killed before it could be said.
    let counted = |kind: &str| !kind.ends_with(".import") && kind != "budget.create";
    let written = operations.iter().filter(|entry| entry.actor == "Anna" && counted(&entry.kind)).count() as u32;
    assert!((WRITES..=WRITES + kills).contains(&written), "{written} operations");
    assert!(store.check(tilsagn_core::Language::Da).unwrap().failed.is_empty());
}
