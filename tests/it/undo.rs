//! Undo and redo.

use std::collections::BTreeMap;

use proptest::prelude::*;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use serde_json::json;
use tilsagn_core::ErrorCode;
use tilsagn_core::ops::Op;
use tilsagn_core::store::{Row, Store};

use crate::desk::{Desk, assert_error, dump, row};

fn set(store: &mut Store, table: &str, id: i64, changes: serde_json::Value) {
    store
        .transact(Op::InitiativeCorrect, |tx| {
            let version = tx.row(table, id)?.unwrap()["version"].as_i64().unwrap();
            tx.update(table, id, version, row(changes))
        })
        .unwrap();
}

fn get(store: &mut Store, table: &str, id: i64) -> Option<Row> {
    store.transact(Op::ViewSave, |tx| tx.row(table, id)).unwrap().value
}

fn title(store: &mut Store) -> (String, i64) {
    let book = get(store, "book", 1).unwrap();
    (book["title"].as_str().unwrap().to_owned(), book["version"].as_i64().unwrap())
}

#[test]
fn undo_and_redo_go_back_and_forth() {
    let desk = Desk::new();
    let mut store = desk.create();
    set(&mut store, "book", 1, json!({"title": "A"}));
    set(&mut store, "book", 1, json!({"title": "B"}));

    let undone = store.undo().unwrap();
    assert_eq!((undone.kind.as_str(), undone.record.as_str()), ("initiative.correct", "B"));
    assert_eq!(undone.changed, ["book"]);
    assert_eq!(title(&mut store), ("A".to_owned(), 4));
    store.undo().unwrap();
    assert_eq!(title(&mut store), ("Håndbog".to_owned(), 5));
    assert_eq!(store.redo().unwrap().kind, "initiative.correct");
    assert_eq!(title(&mut store), ("A".to_owned(), 6));
    store.redo().unwrap();
    assert_eq!(title(&mut store), ("B".to_owned(), 7));
    assert_error(&store.redo().err().unwrap(), ErrorCode::NothingToRedo);
    store.undo().unwrap();
    store.undo().unwrap();
    assert_eq!(title(&mut store), ("Håndbog".to_owned(), 9));

    let history = store.history("book", 1).unwrap();
    let states: Vec<_> = history.iter().map(|entry| (entry.kind.as_str(), entry.undoes.is_some(), entry.undone)).collect();
    assert_eq!(
        states,
        [
            ("operation.undo", true, false),
            ("operation.undo", true, false),
            ("operation.redo", true, true),
            ("operation.redo", true, true),
            ("operation.undo", true, false),
            ("operation.undo", true, false),
            ("initiative.correct", false, true),
            ("initiative.correct", false, true),
            ("view.save", false, false),
        ]
    );
}

#[test]
fn undo_survives_a_restart() {
    let desk = Desk::new();
    let mut store = desk.create();
    set(&mut store, "book", 1, json!({"title": "A"}));
    drop(store);
    desk.open().undo().unwrap();
    let mut store = desk.open();
    assert_eq!(title(&mut store).0, "Håndbog");
    store.redo().unwrap();
    assert_eq!(title(&mut store).0, "A");
}

#[test]
fn what_was_added_is_taken_out_and_what_was_removed_comes_back() {
    let desk = Desk::new();
    let mut store = desk.create();
    store
        .transact(Op::ViewDelete, |tx| {
            tx.delete("book", 1, 1)?;
            tx.delete("shelf", 1, 1)
        })
        .unwrap();
    store.undo().unwrap();
    assert_eq!(title(&mut store), ("Håndbog".to_owned(), 2));
    store.undo().unwrap();
    assert!(get(&mut store, "book", 1).is_none() && get(&mut store, "shelf", 1).is_none());
    assert_error(&store.undo().err().unwrap(), ErrorCode::NothingToUndo);
    store.redo().unwrap();
    assert_eq!(title(&mut store), ("Håndbog".to_owned(), 3));
}

#[test]
fn nothing_else_can_be_redone_after_a_new_change() {
    let desk = Desk::new();
    let mut store = desk.create();
    set(&mut store, "book", 1, json!({"title": "A"}));
    store.undo().unwrap();
    set(&mut store, "shelf", 1, json!({"name": "Nederst"}));
    assert_error(&store.redo().err().unwrap(), ErrorCode::NothingToRedo);
    store.undo().unwrap();
    store.redo().unwrap();
    assert_eq!(get(&mut store, "shelf", 1).unwrap()["name"], "Nederst");
}

#[test]
fn a_person_undoes_only_what_is_theirs() {
    let desk = Desk::new();
    let mut store = desk.create();
    store.act_as("Bo");
    assert_error(&store.undo().err().unwrap(), ErrorCode::NothingToUndo);
    set(&mut store, "shelf", 1, json!({"name": "Nederst"}));
    store.act_as("Anna");
    // Anna's own operation made the shelf that Bo has changed since.
    let conflict = store.undo().err().unwrap();
    assert_error(&conflict, ErrorCode::UndoConflict);
    assert_eq!((conflict.params["record"].as_str(), conflict.params["who"].as_str()), ("Øverst", "Bo"));
    assert_eq!(conflict.params["when"].len(), "12.03.2019 15:05".len());
    store.act_as("Bo");
    store.undo().unwrap();
    store.act_as("Anna");
    assert!(store.undo().is_ok(), "Bo's change is without effect now");
}

#[test]
fn a_record_others_refer_to_is_not_taken_out() {
    let desk = Desk::new();
    let mut store = desk.create();
    store.transact(Op::ViewSave, |tx| tx.insert("shelf", row(json!({"name": "Midt"})))).unwrap();
    store.act_as("Bo");
    set(&mut store, "book", 1, json!({"shelf_id": 2}));
    store.act_as("Anna");
    let before = dump(&desk.path());
    let conflict = store.undo().err().unwrap();
    assert_error(&conflict, ErrorCode::UndoConflict);
    assert_eq!((conflict.params["record"].as_str(), conflict.params["who"].as_str()), ("Midt", "Bo"));
    assert_eq!(dump(&desk.path()), before);
}

#[test]
fn a_name_taken_since_is_a_conflict() {
    let desk = Desk::new();
    let mut store = desk.create();
    set(&mut store, "shelf", 1, json!({"name": "Nederst"}));
    store.act_as("Bo");
    store.transact(Op::ViewSave, |tx| tx.insert("shelf", row(json!({"name": "Øverst"})))).unwrap();
    store.act_as("Anna");
    let conflict = store.undo().err().unwrap();
    assert_error(&conflict, ErrorCode::UndoConflict);
    assert_eq!((conflict.params["record"].as_str(), conflict.params["who"].as_str()), ("Nederst", "Bo"));
    assert_eq!(get(&mut store, "shelf", 1).unwrap()["name"], "Nederst");
}

#[test]
fn two_records_that_swapped_names_swap_back() {
    let desk = Desk::new();
    let mut store = desk.create();
    store.transact(Op::ViewSave, |tx| tx.insert("shelf", row(json!({"name": "Midt"})))).unwrap();
    store
        .transact(Op::InitiativeCorrect, |tx| {
            let version = tx.update("shelf", 1, 1, row(json!({"name": "?"})))?;
            tx.update("shelf", 2, 1, row(json!({"name": "Øverst"})))?;
            tx.update("shelf", 1, version, row(json!({"name": "Midt"})))
        })
        .unwrap();
    store.undo().unwrap();
    assert_eq!(get(&mut store, "shelf", 1).unwrap()["name"], "Øverst");
    assert_eq!(get(&mut store, "shelf", 2).unwrap()["name"], "Midt");
    assert_eq!(get(&mut store, "book", 1).unwrap()["shelf_id"], 1);
}

#[test]
fn a_version_from_before_an_undo_is_no_longer_good() {
    let desk = Desk::new();
    let mut store = desk.create();
    set(&mut store, "book", 1, json!({"title": "A"}));
    store.undo().unwrap();
    let stale = store.transact(Op::InitiativeCorrect, |tx| tx.update("book", 1, 1, row(json!({"title": "B"})))).err().unwrap();
    assert_error(&stale, ErrorCode::RecordChanged);
    assert_eq!((stale.params["record"].as_str(), stale.params["who"].as_str()), ("Håndbog", "Anna"));
}

#[test]
fn a_change_of_what_another_removed_says_who_and_when() {
    let desk = Desk::new();
    let mut store = desk.create();
    store.act_as("Bo");
    store.transact(Op::ViewDelete, |tx| tx.delete("book", 1, 1)).unwrap();
    store.act_as("Anna");
    let gone = store.transact(Op::InitiativeCorrect, |tx| tx.update("book", 1, 1, row(json!({"title": "B"})))).err().unwrap();
    assert_error(&gone, ErrorCode::RecordChanged);
    assert_eq!((gone.params["record"].as_str(), gone.params["who"].as_str()), ("Håndbog", "Bo"));
    assert_eq!(gone.params["when"].len(), "12.03.2019 15:05".len());
}

/// One thing a person might do; numbers pick a record or a name.
#[derive(Clone, Copy, Debug)]
enum Step {
    AddShelf(u8),
    AddBook(u8, u8),
    Rename(u8, u8),
    Move(u8, u8),
    Remove(u8),
    RemoveShelf(u8),
    Swap(u8, u8),
    Undo,
    Redo,
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        (0..6u8).prop_map(Step::AddShelf),
        (0..6u8, 0..8u8).prop_map(|(shelf, name)| Step::AddBook(shelf, name)),
        (0..8u8, 0..8u8).prop_map(|(book, name)| Step::Rename(book, name)),
        (0..8u8, 0..6u8).prop_map(|(book, shelf)| Step::Move(book, shelf)),
        (0..8u8).prop_map(Step::Remove),
        (0..6u8).prop_map(Step::RemoveShelf),
        (0..8u8, 0..8u8).prop_map(|(one, other)| Step::Swap(one, other)),
        Just(Step::Undo),
        Just(Step::Redo),
    ]
}

/// Does it. What the file's rules or a missing record forbid is not done.
fn take(store: &mut Store, step: Step) -> Result<(), tilsagn_core::Error> {
    let id = |number: u8| i64::from(number) + 1;
    let version = |row: Option<Row>| row.map_or(0, |row| row["version"].as_i64().unwrap());
    match step {
        Step::Undo => store.undo().map(drop),
        Step::Redo => store.redo().map(drop),
        _ => store
            .transact(Op::InitiativeCorrect, |tx| match step {
                Step::AddShelf(name) => tx.insert("shelf", row(json!({"name": format!("S{name}")}))).map(drop),
                Step::AddBook(shelf, name) => {
                    tx.insert("book", row(json!({"shelf_id": id(shelf), "title": format!("B{name}")}))).map(drop)
                }
                Step::Rename(book, name) => {
                    let now = version(tx.row("book", id(book))?);
                    let changes = json!({"title": format!("B{name}"), "note": format!("n{name}")});
                    tx.update("book", id(book), now, row(changes)).map(drop)
                }
                Step::Move(book, shelf) => {
                    let now = version(tx.row("book", id(book))?);
                    tx.update("book", id(book), now, row(json!({"shelf_id": id(shelf)}))).map(drop)
                }
                Step::Remove(book) => tx.delete("book", id(book), version(tx.row("book", id(book))?)),
                Step::RemoveShelf(shelf) => tx.delete("shelf", id(shelf), version(tx.row("shelf", id(shelf))?)),
                Step::Swap(one, other) => {
                    let (Some(first), Some(second)) = (tx.row("book", id(one))?, tx.row("book", id(other))?) else {
                        return Ok(());
                    };
                    let now = tx.update("book", id(one), version(Some(first.clone())), row(json!({"title": "?"})))?;
                    let now_other = version(tx.row("book", id(other))?);
                    tx.update("book", id(other), now_other, row(json!({"title": first["title"]})))?;
                    let now = if one == other { now + 1 } else { now };
                    tx.update("book", id(one), now, row(json!({"title": second["title"]}))).map(drop)
                }
                Step::Undo | Step::Redo => Ok(()),
            })
            .map(drop),
    }
}

/// The version of every record.
fn versions(store: &mut Store) -> BTreeMap<(&'static str, i64), i64> {
    let read = |tx: &mut tilsagn_core::store::Tx<'_>| {
        let mut found = BTreeMap::new();
        for table in ["shelf", "book"] {
            for id in 1..60 {
                if let Some(row) = tx.row(table, id)? {
                    found.insert((table, id), row["version"].as_i64().unwrap());
                }
            }
        }
        Ok(found)
    };
    store.transact(Op::ViewSave, read).unwrap().value
}

#[test]
fn whatever_was_done_all_of_it_can_be_undone_and_done_again() {
    let config = Config { cases: 24, failure_persistence: None, ..Config::default() };
    let mut runner = TestRunner::new_with_rng(config, TestRng::deterministic_rng(RngAlgorithm::ChaCha));
    let tested = runner.run(&prop::collection::vec(step(), 1..40), |steps| {
        let desk = Desk::new();
        let mut store = Store::create(&desk.path(), &desk.environment, |_| Ok(())).unwrap();
        let mut highest = BTreeMap::new();
        let mut last_done = Vec::new();
        for step in steps {
            let before = store.recent(1).unwrap().first().map(|entry| entry.id);
            let _ = take(&mut store, step);
            let after = store.recent(1).unwrap().first().map(|entry| entry.id);
            if before != after && !matches!(step, Step::Undo | Step::Redo) {
                last_done = dump(&desk.path());
            }
            for (record, version) in versions(&mut store) {
                let known = highest.entry(record).or_insert(version);
                prop_assert!(version >= *known, "{record:?} went back from {known} to {version}");
                *known = version;
            }
        }
        let stopped = loop {
            if let Err(error) = store.undo() {
                break error.code;
            }
        };
        prop_assert_eq!(stopped, ErrorCode::NothingToUndo);
        prop_assert_eq!(dump(&desk.path()), Vec::<String>::new());
        let stopped = loop {
            if let Err(error) = store.redo() {
                break error.code;
            }
        };
        prop_assert_eq!(stopped, ErrorCode::NothingToRedo);
        prop_assert_eq!(dump(&desk.path()), last_done);
        Ok(())
    });
    tested.unwrap();
}
