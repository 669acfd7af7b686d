//! One window per data file, and changes made by another process.

use std::fs;

use rusqlite::Connection;
use serde_json::json;
use tilsagn_core::ErrorCode;
use tilsagn_core::ops::Op;
use tilsagn_core::store::{Lock, Store, choices};
use tilsagn_core::views::OpenMode;

use crate::desk::{Desk, assert_error, row};

#[test]
fn a_second_window_calls_the_first_forward() {
    let desk = Desk::new();
    let first = desk.create();
    assert!(!first.asked_to_show());
    let second = desk.try_open(OpenMode::Write).err().unwrap();
    assert_error(&second, ErrorCode::FileLocked);
    assert_eq!(choices(&second), [OpenMode::ReadOnly]);
    assert!(first.asked_to_show());
    assert!(!first.asked_to_show(), "asked once, answered once");
    drop(first);
    assert!(desk.try_open(OpenMode::Write).is_ok());
}

#[test]
fn looking_needs_no_lock() {
    let desk = Desk::new();
    let first = desk.create();
    assert_eq!(desk.try_open(OpenMode::ReadOnly).unwrap().recent(9).unwrap().len(), 1);
    assert_eq!(Store::read(&desk.path(), &desk.environment).unwrap().recent(9).unwrap().len(), 1);
    assert!(!first.asked_to_show());
}

#[test]
fn two_files_have_two_windows() {
    let desk = Desk::new();
    let _first = desk.create();
    let other = desk.path().with_file_name("andre.db");
    assert!(Store::create(&other, &desk.environment, |_| Ok(())).is_ok());
}

#[test]
fn a_lock_left_behind_does_not_keep_anyone_out() {
    let desk = Desk::new();
    drop(desk.create());
    let left = desk.path().with_extension("db.lock");
    assert!(fs::read_to_string(&left).unwrap().trim().parse::<u32>().is_ok(), "it says whose it was");
    fs::write(&left, "4194304\n").unwrap();
    fs::write(desk.path().with_extension("db.show"), "").unwrap();
    let store = desk.open();
    assert!(!store.asked_to_show(), "a question to an earlier window is not for this one");
    drop(store);
    drop(Lock::take(&desk.path()).unwrap());
}

#[cfg(unix)]
#[test]
fn a_file_by_another_name_is_the_same_file() {
    let desk = Desk::new();
    let _first = desk.create();
    let link = desk.folder.path().join("genvej.db");
    std::os::unix::fs::symlink(desk.path(), &link).unwrap();
    let second = Store::open(&link, OpenMode::Write, &desk.environment).err().unwrap();
    assert_error(&second, ErrorCode::FileLocked);
}

#[test]
fn a_change_by_another_process_shows() {
    let desk = Desk::new();
    let mut store = desk.create();
    assert!(!store.changed_elsewhere().unwrap());
    store.transact(Op::ViewSave, |tx| tx.update("shelf", 1, 1, row(json!({"name": "Egen"})))).unwrap();
    assert!(!store.changed_elsewhere().unwrap(), "its own changes are no news");
    let other = Connection::open(desk.path()).unwrap();
    other.execute("UPDATE shelf SET name = 'Andens', version = version + 1", []).unwrap();
    assert!(store.changed_elsewhere().unwrap());
    assert!(!store.changed_elsewhere().unwrap());
    // What was written past the history is not undone over.
    assert_error(&store.undo().err().unwrap(), ErrorCode::UndoConflict);
}
