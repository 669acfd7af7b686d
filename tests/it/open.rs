//! Opening: look before touching.

use std::fs;
use std::path::Path;

use rusqlite::Connection;
use serde_json::json;
use tilsagn_core::ErrorCode;
use tilsagn_core::ops::Op;
use tilsagn_core::store::{APPLICATION_ID, Environment, Schema, Store, choices};
use tilsagn_core::views::{FileAccess, OpenMode};

use crate::desk::{Desk, TEST_SCHEMA, assert_error, content_of, dump, row};

const MODES: [OpenMode; 3] = [OpenMode::Write, OpenMode::ReadOnly, OpenMode::CopyHere];

#[test]
fn what_is_created_can_be_opened_again() {
    let desk = Desk::new();
    let store = desk.create();
    assert_eq!(store.access(), FileAccess::Write);
    assert_eq!(store.path(), desk.path());
    drop(store);
    let store = desk.open();
    assert!(store.problem().is_none());
    assert_eq!(store.recent(10).unwrap().len(), 1);
    assert_eq!(dump(&desk.path()).len(), 2);
}

#[test]
fn the_real_schema_can_be_created() {
    let desk = Desk::new();
    let environment = Environment { mounts: None, ..Environment::of_this_machine("Anna", &desk.environment.own_folder) };
    drop(Store::create(&desk.path(), &environment, |_| Ok(())).unwrap());
    let store = Store::read(&desk.path(), &environment).unwrap();
    let check = store.check(tilsagn_core::Language::Da).unwrap();
    assert_eq!((check.passed.len(), check.failed.len()), (4, 0));
}

#[test]
fn a_new_file_appears_only_when_it_is_whole() {
    let desk = Desk::new();
    let failed = Store::create(&desk.path(), &desk.environment, |store| {
        store.transact(Op::ViewSave, |tx| tx.insert("shelf", row(json!({"name": "x"}))))?;
        Err(tilsagn_core::Error::new(ErrorCode::NotAnAmount))
    });
    assert_eq!(failed.err().unwrap().code, ErrorCode::NotAnAmount);
    assert!(content_of(desk.path().parent().unwrap()).is_empty());
}

#[test]
fn an_existing_file_is_not_created_over() {
    let desk = Desk::new();
    fs::write(desk.path(), "my letter").unwrap();
    let refused = Store::create(&desk.path(), &desk.environment, |_| Ok(())).err().unwrap();
    assert_error(&refused, ErrorCode::FileExists);
    assert_eq!(fs::read(desk.path()).unwrap(), b"my letter");
}

#[test]
fn a_missing_folder_is_named() {
    let desk = Desk::new();
    let path = desk.folder.path().join("nowhere/tilsagn.db");
    let created = Store::create(&path, &desk.environment, |_| Ok(())).err().unwrap();
    assert_error(&created, ErrorCode::FolderMissing);
    for mode in MODES {
        let opened = Store::open(&path, mode, &desk.environment).err().unwrap();
        assert_error(&opened, ErrorCode::FolderMissing);
        assert!(opened.params["folder"].ends_with("nowhere"));
    }
}

#[test]
fn a_missing_file_is_named_and_not_made() {
    let desk = Desk::new();
    for mode in MODES {
        assert_error(&desk.refused(mode), ErrorCode::FileMissing);
    }
    assert_error(&Store::read(&desk.path(), &desk.environment).err().unwrap(), ErrorCode::FileMissing);
}

#[test]
fn what_is_not_a_data_file_is_left_alone() {
    let desk = Desk::new();
    for content in [&b""[..], b"a letter", b"PK\x03\x04 a workbook", &[0; 5000], b"SQLite format 2\0"] {
        fs::write(desk.path(), content).unwrap();
        for mode in MODES {
            assert_error(&desk.refused(mode), ErrorCode::FileNotSqlite);
        }
        let read = Store::read(&desk.path(), &desk.environment).err().unwrap();
        assert_error(&read, ErrorCode::FileNotSqlite);
        assert_eq!(read.params["file"], desk.path().display().to_string());
    }
    fs::write(desk.path(), b"SQLite format 3\0 and no more").unwrap();
    for mode in MODES {
        assert_error(&desk.refused(mode), ErrorCode::FileDamaged);
    }
}

#[test]
fn a_folder_is_no_data_file() {
    let desk = Desk::new();
    fs::create_dir(desk.path()).unwrap();
    assert_error(&desk.refused(OpenMode::Write), ErrorCode::FileUnreadable);
}

#[test]
fn another_programs_database_is_left_alone() {
    let desk = Desk::new();
    let other = Connection::open(desk.path()).unwrap();
    other.execute_batch("CREATE TABLE t (x); PRAGMA user_version = 1").unwrap();
    drop(other);
    for mode in MODES {
        assert_error(&desk.refused(mode), ErrorCode::FileOtherProgram);
    }
}

#[test]
fn a_file_from_a_newer_version_is_left_alone() {
    let desk = Desk::new();
    drop(desk.create());
    let newer = Connection::open(desk.path()).unwrap();
    newer.execute_batch("PRAGMA user_version = 99; CREATE TABLE tomorrow (x)").unwrap();
    drop(newer);
    for mode in MODES {
        let error = desk.refused(mode);
        assert_error(&error, ErrorCode::FileNewer);
        assert_eq!((error.params["found"].as_str(), error.params["known"].as_str()), ("99", "2"));
        assert!(choices(&error).is_empty());
    }
}

#[test]
fn a_version_that_stands_only_in_the_log_is_seen() {
    let desk = Desk::new();
    drop(desk.create());
    with_unfinished_log(&desk.path(), "PRAGMA user_version = 99");
    assert_eq!(fs::read(desk.path()).unwrap()[60..64], [0, 0, 0, 2]);
    for mode in MODES {
        assert_error(&desk.refused(mode), ErrorCode::FileNewer);
    }
    assert_error(&Store::read(&desk.path(), &desk.environment).err().unwrap(), ErrorCode::FileNewer);
}

/// Leaves a change in the log beside the file, as a crash does.
pub fn with_unfinished_log(path: &Path, sql: &str) {
    let connection = Connection::open(path).unwrap();
    connection.execute_batch(sql).unwrap();
    let log = path.with_extension("db-wal");
    let (main, written) = (fs::read(path).unwrap(), fs::read(&log).unwrap());
    drop(connection);
    fs::write(path, main).unwrap();
    fs::write(&log, written).unwrap();
}

#[test]
fn a_change_in_the_log_is_not_lost() {
    let desk = Desk::new();
    drop(desk.create());
    with_unfinished_log(&desk.path(), "UPDATE shelf SET name = 'Nederst'");
    let before = content_of(desk.path().parent().unwrap());
    for mode in [None, Some(OpenMode::ReadOnly)] {
        let store = match mode {
            None => Store::read(&desk.path(), &desk.environment).unwrap(),
            Some(mode) => desk.try_open(mode).unwrap(),
        };
        let mut store = store;
        assert_eq!(content_of(desk.path().parent().unwrap()), before);
        let refused = store.transact(Op::ViewSave, |tx| tx.row("shelf", 1)).err().unwrap();
        assert_error(&refused, ErrorCode::ReadOnlyStore);
    }
    assert_eq!(content_of(desk.path().parent().unwrap()), before);
    let mut store = desk.open();
    let shelf = store.transact(Op::ViewSave, |tx| tx.row("shelf", 1)).unwrap().value.unwrap();
    assert_eq!(shelf["name"], "Nederst");
}

#[test]
fn a_write_protected_file_is_read_or_copied() {
    let desk = Desk::new();
    drop(desk.create());
    let _ = fs::remove_file(desk.path().with_extension("db.lock"));
    let mut permissions = fs::metadata(desk.path()).unwrap().permissions();
    permissions.set_readonly(true);
    fs::set_permissions(desk.path(), permissions).unwrap();
    let error = desk.refused(OpenMode::Write);
    assert_error(&error, ErrorCode::FileReadOnly);
    assert_eq!(choices(&error), [OpenMode::ReadOnly, OpenMode::CopyHere]);
    assert_reads_and_copies(&desk);
}

#[test]
fn a_file_on_a_network_drive_is_read_or_copied() {
    let mut desk = Desk::new();
    drop(desk.create());
    let folder = desk.path().parent().unwrap().to_owned();
    desk.environment.mounts = Some(format!("40 27 0:50 / {} rw - cifs //server/share rw", folder.display()));
    let error = desk.refused(OpenMode::Write);
    assert_error(&error, ErrorCode::FileOnNetwork);
    assert_eq!((error.params["system"].as_str(), error.params["mount"].as_str()), ("cifs", folder.to_str().unwrap()));
    assert_eq!(choices(&error), [OpenMode::ReadOnly, OpenMode::CopyHere]);
    let create = Store::create(&folder.join("new.db"), &desk.environment, |_| Ok(())).err().unwrap();
    assert_error(&create, ErrorCode::FileOnNetwork);
    assert_reads_and_copies(&desk);
}

fn assert_reads_and_copies(desk: &Desk) {
    let folder = desk.path().parent().unwrap().to_owned();
    let before = content_of(&folder);
    let store = desk.try_open(OpenMode::ReadOnly).unwrap();
    assert_eq!(store.access(), FileAccess::ReadOnly);
    assert_eq!(store.recent(1).unwrap().len(), 1);
    drop(store);
    for expected in ["tilsagn.db", "tilsagn 2.db"] {
        let mut store = desk.try_open(OpenMode::CopyHere).unwrap();
        assert_eq!(store.access(), FileAccess::Write);
        assert_eq!(store.path(), desk.environment.own_folder.canonicalize().unwrap().join(expected));
        store.transact(Op::ViewSave, |tx| tx.insert("shelf", row(json!({"name": "Her"})))).unwrap();
    }
    assert_eq!(content_of(&folder), before);
    assert_eq!(fs::read_dir(&desk.environment.private_folder).unwrap().count(), 0);
}

#[test]
fn a_damaged_file_is_read_as_far_as_it_goes() {
    let desk = Desk::new();
    let mut store = desk.create();
    store
        .transact(Op::ViewSave, |tx| {
            for number in 0..400 {
                tx.insert("shelf", row(json!({"name": format!("{number} {}", "x".repeat(200))})))?;
            }
            Ok(())
        })
        .unwrap();
    drop(store);
    let mut bytes = fs::read(desk.path()).unwrap();
    let middle = bytes.len() / 2 / 4096 * 4096;
    bytes[middle..middle + 4096].fill(0x5A);
    fs::write(desk.path(), bytes).unwrap();
    for mode in [OpenMode::Write, OpenMode::CopyHere] {
        let error = desk.refused(mode);
        assert_error(&error, ErrorCode::FileDamaged);
        assert_eq!(choices(&error), [OpenMode::ReadOnly]);
    }
    let store = desk.try_open(OpenMode::ReadOnly).unwrap();
    assert_error(store.problem().unwrap(), ErrorCode::FileDamaged);
    assert!(!store.check(tilsagn_core::Language::Da).unwrap().failed.is_empty());
}

#[test]
fn reading_creates_and_locks_nothing() {
    let desk = Desk::new();
    drop(desk.create());
    let before = content_of(desk.path().parent().unwrap());
    let store = Store::read(&desk.path(), &desk.environment).unwrap();
    assert_eq!(store.recent(5).unwrap().len(), 1);
    assert_eq!(content_of(desk.path().parent().unwrap()), before);
    drop(desk.open());
    let window = desk.open();
    assert_eq!(Store::read(&desk.path(), &desk.environment).unwrap().recent(5).unwrap().len(), 1);
    drop(window);
}

#[test]
fn names_with_odd_letters_work() {
    let desk = Desk::new();
    let path = desk.folder.path().canonicalize().unwrap().join("data/Ærø 100% #1?.tilsagn");
    drop(Store::create(&path, &desk.environment, |_| Ok(())).unwrap());
    assert_eq!(Store::open(&path, OpenMode::Write, &desk.environment).unwrap().path(), path);
    assert_eq!(Store::read(&path, &desk.environment).unwrap().path(), path);
}

#[test]
fn an_older_schema_is_read_without_touching_the_file() {
    let desk = Desk::new();
    let mut older = desk.environment.clone();
    older.schema = Schema { migrations: &TEST_SCHEMA.migrations[..1], editable: &[] };
    drop(Store::create(&desk.path(), &older, |_| Ok(())).unwrap());
    let before = content_of(desk.path().parent().unwrap());
    for store in [Store::read(&desk.path(), &desk.environment), desk.try_open(OpenMode::ReadOnly)] {
        let store = store.unwrap();
        assert!(store.history("shelf", 1).unwrap().is_empty());
    }
    assert_eq!(content_of(desk.path().parent().unwrap()), before);
}

#[test]
fn the_header_names_the_program() {
    let desk = Desk::new();
    drop(desk.create());
    assert_eq!(fs::read(desk.path()).unwrap()[68..72], APPLICATION_ID.to_be_bytes());
    assert_eq!(&APPLICATION_ID.to_be_bytes(), b"Tils");
}
