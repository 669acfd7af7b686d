//! What nobody should type, and what happens all the same: every text is kept exactly or refused by name, every amount, date and
//! file that cannot be is refused by name, and nothing is lost.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use tilsagn_core::applications::*;
use tilsagn_core::calendar::PartialDate;
use tilsagn_core::store::{Environment, Store};
use tilsagn_core::views::*;
use tilsagn_core::{ErrorCode, Money};

use crate::desk::assert_error;
use crate::every_save::{begun, own_call, own_pool, part, saves, some_pool};
use crate::filled::{filled, whole};
use crate::register::day;

const TODAY: &str = "2019-03-12";

pub fn texts() -> Vec<String> {
    let mut texts: Vec<String> = [
        "Anna \"Ø\" O'Brien; -- '); DROP TABLE application; --",
        "👩‍👩‍👧‍👦 🏳️‍🌈 \u{1F1E9}\u{1F1F0}",
        "مرحبا \u{202E}txet desrever\u{202C} שלום",
        "to\nlinjer\r\nog\ttabulator",
        "a\u{30A}a e\u{301}\u{301}\u{301}",
        "{record} {found} %s \\0 <b>&amp;</b> ${x}",
        "=1+1",
        "\u{1}\u{7F}\u{FFFD}\u{FEFF}|",
        "  omgivet af blanke \n",
        "null",
    ]
    .map(str::to_owned)
    .to_vec();
    texts.push("å".repeat(10_000));
    texts
}

/// As a text is to be kept.
fn kept(text: &str) -> String {
    text.replace('\0', "").trim().to_owned()
}

#[test]
fn every_text_is_kept_as_it_was_typed() {
    let (_desk, mut store) = filled();
    let municipality = store.municipality_named("Lyngby-Taarbæk").unwrap().id;
    let application = begun(&mut store, municipality).application.id;
    for (name, mut save) in saves(municipality, application) {
        for text in texts().iter().chain([&format!("før\0efter {name}")]) {
            let shown: String = text.chars().take(60).collect();
            let read = save(&mut store, text).unwrap_or_else(|error| panic!("{name}, {shown:?}: {error}"));
            assert_eq!(read, kept(text), "{name}");
        }
    }
    assert!(store.check(tilsagn_core::Language::Da).unwrap().failed.is_empty());
}

#[test]
fn a_text_of_a_million_characters_is_kept_and_undone() {
    let (desk, mut store) = filled();
    let municipality = store.municipality_named("Lyngby-Taarbæk").unwrap().id;
    let application_id = begun(&mut store, municipality).application.id;
    let before = whole(&desk.path());
    let text = "ø\n".repeat(500_000);
    let note =
        ApplicationNote { id: 0, version: 0, application_id, text: text.clone(), author: String::new(), written_on: day(TODAY) };
    let view = part(&mut store, ApplicationPart::Note(note)).unwrap();
    assert_eq!(view.notes[0].text, text.trim());
    store.undo().unwrap();
    assert_eq!(whole(&desk.path()), before);
}

#[test]
fn what_must_be_filled_in_is_not_blank_and_not_only_nul() {
    let (desk, mut store) = filled();
    let municipality = store.municipality_named("Lyngby-Taarbæk").unwrap().id;
    let application = begun(&mut store, municipality).application.id;
    let before = whole(&desk.path());
    for (name, mut save) in saves(municipality, application) {
        // What the part belongs to is made first, and some need no text.
        if name.starts_with("budget")
            || name.starts_with("paper")
            || matches!(name, "own call" | "point" | "follow-up" | "assessment" | "correction")
        {
            continue;
        }
        for text in ["", " \t\n", "\0", " \0 \0"] {
            let error = save(&mut store, text).expect_err(name);
            assert_error(&error, ErrorCode::FieldRequired);
            assert!(error.field.is_some(), "{name}");
        }
    }
    assert_eq!(whole(&desk.path()), before);
}

#[test]
fn an_amount_that_cannot_be_is_refused_by_name() {
    let (desk, mut store) = filled();
    let municipality = store.municipality_named("Lyngby-Taarbæk").unwrap().id;
    let begun = begun(&mut store, municipality);
    let application_id = begun.application.id;
    let before = whole(&desk.path());
    for oere in [-1, i64::MIN, Money::LARGEST.oere() + 1, i64::MAX] {
        let amount = Some(Money::from_oere(oere));
        let mut errors = Vec::new();
        for field in ["requested", "awarded", "total"] {
            let mut application = begun.application.clone();
            match field {
                "requested" => application.requested = amount,
                "awarded" => application.awarded = amount,
                _ => application.total = amount,
            }
            errors.push((field, store.application_save(&application, day(TODAY)).err()));
        }
        let quick = QuickChange {
            id: application_id,
            version: begun.application.version,
            title: "A".to_owned(),
            owner_id: None,
            department_id: None,
            requested: amount,
        };
        errors.push(("requested", store.application_quick_save(&quick, day(TODAY)).err()));
        let (id, version, name, text) = (0, 0, "P".to_owned(), String::new());
        let partner =
            ApplicationPartner { id, version, application_id, name, part: text, requested: None, awarded: amount, liable: true };
        errors.push(("awarded", part(&mut store, ApplicationPart::Partner(partner)).err()));
        errors.push(("amount", store.own_pool_save(&OwnPoolDraft { amount, ..own_pool("P") }, day(TODAY)).err()));
        let call = OwnCallDraft { amount, ..own_call(some_pool(&store)) };
        errors.push(("amount", store.own_call_save(&call, day(TODAY)).err()));
        for (field, error) in errors {
            let error = error.unwrap_or_else(|| panic!("{field} took {oere}"));
            assert_error(&error, ErrorCode::FieldInvalid);
            assert_eq!(error.field.as_deref(), Some(field), "{oere}");
        }
    }
    assert_eq!(whole(&desk.path()), before);
    for typed in ["", "ti", "1.2.3", "1,234", "-5", "NaN", "1e9", "٣", "1'000", "9".repeat(40).as_str()] {
        assert_error(&Money::parse_typed(typed).unwrap_err(), ErrorCode::NotAnAmount);
    }
}

#[test]
fn a_day_or_time_that_cannot_be_is_refused_by_name() {
    let (desk, mut store) = filled();
    let municipality = store.municipality_named("Lyngby-Taarbæk").unwrap().id;
    let begun = begun(&mut store, municipality);
    let before = whole(&desk.path());
    let reversed = Application {
        period_start: PartialDate::parse("2020-05"),
        period_end: PartialDate::parse("2020-04-30"),
        ..begun.application.clone()
    };
    let error = store.application_save(&reversed, day(TODAY)).unwrap_err();
    assert_error(&error, ErrorCode::PeriodReversed);
    assert_eq!(error.field.as_deref(), Some("period_end"));
    // A year of five figures has no place in an ISO date.
    let far = chrono::NaiveDate::from_ymd_opt(12019, 3, 12).unwrap();
    let error = store.application_save(&Application { approval_on: Some(far), ..begun.application.clone() }, day(TODAY));
    assert_eq!(
        error.map(drop).map_err(|error| (error.code, error.field)),
        Err((ErrorCode::FieldInvalid, Some("approval_on".into())))
    );
    for time in ["25:00", "12", "kl. 12", "12:00:00", "99:99", "١٢:٠٠"] {
        let pool = some_pool(&store);
        let call = OwnCallDraft { deadline_time: Some(time.to_owned()), ..own_call(pool) };
        let error = store.own_call_save(&call, day(TODAY)).expect_err(time);
        assert_error(&error, ErrorCode::FieldInvalid);
        assert_eq!(error.field.as_deref(), Some("deadline_time"));
        let step = ApplicationStep { taken_time: Some(time.to_owned()), ..begun.steps[0].clone() };
        let error = part(&mut store, ApplicationPart::Step(step)).expect_err(time);
        assert_error(&error, ErrorCode::FieldInvalid);
        assert_eq!(error.field.as_deref(), Some("taken_time"));
    }
    assert_eq!(whole(&desk.path()), before);
}

#[test]
fn a_document_that_cannot_be_read_or_kept_is_refused_by_name() {
    let (desk, mut store) = filled();
    let municipality = store.municipality_named("Lyngby-Taarbæk").unwrap().id;
    let application = begun(&mut store, municipality).application.id;
    let before = whole(&desk.path());
    let mut add = |path: &Path| store.document_add(application, path, DocumentKind::Other, day(TODAY)).map(drop);
    let folder = desk.folder.path().join("own");
    let file = |name: &str| folder.join(name);

    let vanished = add(&file("findes ikke.pdf")).unwrap_err();
    assert_error(&vanished, ErrorCode::FileMissing);
    assert!(vanished.params["file"].contains("findes ikke.pdf"));
    assert_error(&add(&folder).unwrap_err(), ErrorCode::FileUnreadable);
    let large = file("stor.bin");
    fs::File::create(&large).unwrap().set_len(2 * 1024 * 1024 * 1024).unwrap();
    let started = std::time::Instant::now();
    let error = add(&large).unwrap_err();
    assert_error(&error, ErrorCode::DocumentTooLarge);
    assert!(started.elapsed().as_secs() < 5, "it was read before it was refused");
    fs::remove_file(&large).unwrap();
    assert_eq!(whole(&desk.path()), before);

    let odd = file("Ansøgning \"ny\" 👩‍👧 \u{202E}fdp.exe.pdf");
    fs::write(&odd, b"x").unwrap();
    fs::write(file("tom.txt"), b"").unwrap();
    add(&odd).unwrap();
    add(&file("tom.txt")).unwrap();
    let view = store.application(application, day(TODAY)).unwrap();
    assert!(view.documents.iter().all(|document| document.content == DocumentContent::Present));
    assert!(view.documents.iter().any(|document| document.document.name.contains("👩‍👧")));
}

const FOLDER: &str = "TILSAGN_TEST_FOLDER";

/// An administrator may read anything, so this is seen as an ordinary person.
#[cfg(unix)]
#[test]
fn a_document_or_sheet_without_permission_is_refused_by_name() {
    use std::os::unix::fs::PermissionsExt;
    use std::os::unix::process::CommandExt;

    let (desk, store) = filled();
    drop(store);
    let set = |path: &Path, mode| fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
    let folder = desk.folder.path();
    for name in ["hemmelig.pdf", "hemmelig.csv"] {
        fs::write(folder.join(name), b"Titel;Fond\nA;B\n").unwrap();
        set(&folder.join(name), 0o000);
    }
    for path in [folder, &folder.join("data"), &folder.join("own"), &folder.join("private")] {
        set(path, 0o777);
    }
    for entry in fs::read_dir(folder.join("data")).unwrap() {
        let path = entry.unwrap().path();
        set(&path, if path.is_dir() { 0o777 } else { 0o666 });
    }
    let runner = folder.join("runner");
    fs::copy(std::env::current_exe().unwrap(), &runner).unwrap();
    set(&runner, 0o755);
    let mut command = Command::new(&runner);
    command.args(["--exact", "bad_input::has_no_access_to_documents", "--ignored"]).env(FOLDER, folder);
    if Command::new("id").arg("-u").output().is_ok_and(|output| output.stdout == b"0\n") {
        command.uid(65534).gid(65534).current_dir("/");
    }
    let output = command.output().unwrap();
    let said = [&output.stdout, &output.stderr].map(|said| String::from_utf8_lossy(said)).concat();
    assert!(output.status.success() && said.contains("1 passed"), "{said}");
}

#[test]
#[ignore = "run as a child"]
fn has_no_access_to_documents() {
    let folder = PathBuf::from(std::env::var_os(FOLDER).expect("run by another test"));
    let environment = Environment {
        mounts: None,
        private_folder: folder.join("private"),
        ..Environment::of_this_machine("Anna", &folder.join("own"))
    };
    let mut store = Store::open(&folder.join("data/tilsagn.db"), OpenMode::Write, &environment).unwrap();
    let municipality = store.municipality_named("Lyngby-Taarbæk").unwrap().id;
    let application = begun(&mut store, municipality).application.id;
    let secret = store.document_add(application, &folder.join("hemmelig.pdf"), DocumentKind::Other, day(TODAY)).unwrap_err();
    assert_error(&secret, ErrorCode::FileUnreadable);
    assert!(secret.params["file"].contains("hemmelig.pdf"));
    let plan = IntakePlan {
        path: folder.join("hemmelig.csv").display().to_string(),
        target: IntakeTarget::Applications,
        sheet: None,
        fields: Vec::new(),
        skip: Vec::new(),
        add_anyway: Vec::new(),
    };
    assert_error(&store.intake_preview(&plan, municipality, day(TODAY)).unwrap_err(), ErrorCode::FileUnreadable);
}
