//! Backups, and putting one back.

use std::fs;
use std::path::PathBuf;

use rusqlite::Connection;
use serde_json::json;
use tilsagn_core::ErrorCode;
use tilsagn_core::ops::Op;
use tilsagn_core::store::{BackupKind, Environment, Schema, Store};
use tilsagn_core::views::OpenMode;

use crate::desk::{Desk, TEST_SCHEMA, assert_error, dump, row};

fn names(desk: &Desk) -> Vec<String> {
    let Ok(entries) = fs::read_dir(desk.path().with_file_name("tilsagn-backups")) else { return Vec::new() };
    let mut names: Vec<_> = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

fn rename(store: &mut Store, name: &str) {
    store
        .transact(Op::InitiativeCorrect, |tx| {
            let version = tx.row("shelf", 1)?.unwrap()["version"].as_i64().unwrap();
            tx.update("shelf", 1, version, row(json!({"name": name})))
        })
        .unwrap();
}

#[test]
fn the_first_opening_of_a_day_makes_a_backup() {
    let desk = Desk::new();
    drop(desk.create());
    drop(desk.open());
    assert_eq!(names(&desk), ["tilsagn-2019-03-12-140509Z-automatic.db"]);
    desk.set_time("2019-03-12T23:59:59Z");
    drop(desk.open());
    assert_eq!(names(&desk).len(), 1);
    desk.set_time("2019-03-13T00:00:00Z");
    let store = desk.open();
    assert_eq!(names(&desk)[1], "tilsagn-2019-03-13-000000Z-automatic.db");
    assert_eq!(store.last_backup().unwrap(), "2019-03-13T00:00:00Z");
    let listed = store.backups();
    assert_eq!(
        listed.iter().map(|backup| backup.at.as_str()).collect::<Vec<_>>(),
        ["2019-03-13T00:00:00Z", "2019-03-12T14:05:09Z"]
    );
    assert!(listed.iter().all(|backup| backup.bytes > 4096.0));
}

#[test]
fn old_automatic_backups_are_let_go_and_others_stay() {
    let desk = Desk::new();
    let store = desk.create();
    store.back_up(BackupKind::Manual).unwrap();
    store.back_up(BackupKind::Manual).unwrap();
    drop(store);
    let folder = desk.path().with_file_name("tilsagn-backups");
    fs::write(folder.join("tilsagn-notes.txt"), "mine").unwrap();
    fs::write(folder.join(".tilsagn-Ab12Cd"), "left by a process that died").unwrap();
    for day in 1..=28 {
        desk.set_time(&format!("2019-01-{day:02}T08:00:00Z"));
        drop(desk.open());
    }
    desk.set_time("2019-04-10T08:00:00Z");
    drop(desk.open());
    assert_eq!(
        names(&desk),
        [
            // The last of January, and the last opening; a person's own stay for ever.
            "tilsagn-2019-01-28-080000Z-automatic.db",
            "tilsagn-2019-03-12-140509Z-manual-2.db",
            "tilsagn-2019-03-12-140509Z-manual.db",
            "tilsagn-2019-04-10-080000Z-automatic.db",
            "tilsagn-notes.txt",
        ]
    );
}

#[test]
fn a_backup_is_a_whole_data_file() {
    let desk = Desk::new();
    let mut store = desk.create();
    rename(&mut store, "I loggen endnu");
    let backup = PathBuf::from(store.back_up(BackupKind::Manual).unwrap().path);
    assert_eq!(dump(&backup), dump(&desk.path()));
    let mut opened = Store::open(&backup, OpenMode::Write, &desk.environment).unwrap();
    assert_eq!(opened.undo().unwrap().record, "I loggen endnu");
    assert_eq!(Store::read(&desk.path(), &desk.environment).unwrap().recent(9).unwrap().len(), 2);
}

#[test]
fn a_backup_that_cannot_be_made_does_not_keep_the_file_shut() {
    let desk = Desk::new();
    drop(desk.create());
    fs::write(desk.path().with_file_name("tilsagn-backups"), "in the way").unwrap();
    let store = desk.open();
    assert_error(store.problem().unwrap(), ErrorCode::BackupFailed);
    assert_error(&store.back_up(BackupKind::Manual).err().unwrap(), ErrorCode::BackupFailed);
    assert!(store.backups().is_empty() && store.last_backup().is_none());
}

#[test]
fn a_backup_put_back_is_the_file_of_its_time() {
    let desk = Desk::new();
    let mut store = desk.create();
    rename(&mut store, "Før");
    let then = dump(&desk.path());
    let backup = store.back_up(BackupKind::Manual).unwrap();
    rename(&mut store, "Efter");
    let until_now = dump(&desk.path());
    desk.set_time("2019-03-20T08:00:00Z");
    store.restore(backup.path.as_ref()).unwrap();
    assert_eq!(dump(&desk.path()), then);

    let newest = &store.recent(1).unwrap()[0];
    assert_eq!(
        (newest.kind.as_str(), newest.at.as_str(), newest.actor.as_str()),
        ("file.restore", "2019-03-20T08:00:00Z", "Anna")
    );
    assert_eq!(newest.changes[0].after.as_deref(), Some("tilsagn-2019-03-12-140509Z-manual.db"));
    let kept = &store.backups()[0];
    assert!(kept.path.ends_with("tilsagn-2019-03-20-080000Z-before-restore.db"));
    assert_eq!(dump(kept.path.as_ref()), until_now);
    assert_eq!(store.last_backup().unwrap(), "2019-03-12T14:05:09Z");
    assert!(!store.changed_elsewhere().unwrap(), "the restore was its own doing");

    // It goes on being the open file, with its log and its undo.
    assert_eq!(store.undo().unwrap().record, "Før");
    rename(&mut store, "Videre");
    drop(store);
    let mut store = desk.open();
    assert!(store.check(tilsagn_core::Language::Da).unwrap().failed.is_empty());
    store.restore(kept.path.as_ref()).unwrap();
    assert_eq!(dump(&desk.path()), until_now);
}

#[test]
fn a_bad_backup_is_refused_and_nothing_changes() {
    let desk = Desk::new();
    let mut store = desk.create();
    let before = dump(&desk.path());
    let good = PathBuf::from(store.back_up(BackupKind::Manual).unwrap().path);
    let bad = desk.folder.path().join("bad.db");
    let mut try_restore = |code: ErrorCode| {
        let error = store.restore(&bad).err().unwrap();
        assert_error(&error, code);
        assert!(error.params["file"].ends_with("bad.db"), "it names the backup");
        assert_eq!(dump(&desk.path()), before);
        assert_eq!(names(&desk).len(), 1, "nothing was backed up for nothing");
    };
    try_restore(ErrorCode::FileMissing);
    fs::write(&bad, "a letter").unwrap();
    try_restore(ErrorCode::FileNotSqlite);
    let mut bytes = fs::read(&good).unwrap();
    bytes[4096..8192].fill(0x5A);
    fs::write(&bad, bytes).unwrap();
    try_restore(ErrorCode::FileDamaged);
    fs::copy(&good, &bad).unwrap();
    Connection::open(&bad).unwrap().pragma_update(None, "user_version", 99).unwrap();
    try_restore(ErrorCode::FileNewer);
    Connection::open(&bad).unwrap().execute_batch("PRAGMA user_version = 2; PRAGMA application_id = 7").unwrap();
    try_restore(ErrorCode::FileOtherProgram);
}

#[test]
fn an_older_backup_is_brought_up_as_it_is_put_back() {
    let desk = Desk::new();
    let older = desk.folder.path().join("older.db");
    let schema = Schema { migrations: &TEST_SCHEMA.migrations[..1], editable: &[] };
    drop(Store::create(&older, &Environment { schema, ..desk.environment.clone() }, |_| Ok(())).unwrap());
    let mut store = desk.create();
    store.restore(&older).unwrap();
    assert!(dump(&desk.path()).is_empty());
    store.transact(Op::ViewSave, |tx| tx.insert("shelf", row(json!({"name": "Ny"})))).unwrap();
    assert_eq!(fs::read(&older).unwrap()[60..64], [0, 0, 0, 1], "the backup itself is as it was");
}

#[test]
fn a_file_that_is_only_looked_at_is_not_restored() {
    let desk = Desk::new();
    let backup = desk.create().back_up(BackupKind::Manual).unwrap();
    let mut store = desk.try_open(OpenMode::ReadOnly).unwrap();
    assert_error(&store.restore(backup.path.as_ref()).err().unwrap(), ErrorCode::ReadOnlyStore);
}
