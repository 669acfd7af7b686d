//! Writing: every change is kept.

use serde_json::json;
use tilsagn_core::ErrorCode;
use tilsagn_core::ops::Op;

use crate::desk::{Desk, assert_error, dump, row};

#[test]
fn a_change_raises_the_version_and_is_in_the_history() {
    let desk = Desk::new();
    let mut store = desk.create();
    desk.set_time("2019-03-13T08:00:00Z");
    let changes = row(json!({"title": "Håndbog 2", "price_oere": null}));
    let done = store.transact(Op::InitiativeCorrect, |tx| tx.update("book", 1, 1, changes)).unwrap();
    assert_eq!((done.value, done.changed.as_slice()), (2, ["book".to_owned()].as_slice()));

    let history = store.history("book", 1).unwrap();
    assert_eq!(history.len(), 2);
    let newest = &history[0];
    assert_eq!(Some(i64::from(newest.id)), done.operation_id);
    assert_eq!((newest.at.as_str(), newest.actor.as_str()), ("2019-03-13T08:00:00Z", "Anna"));
    assert_eq!((newest.kind.as_str(), newest.undoes, newest.undone), ("initiative.correct", None, false));
    let fields: Vec<_> = newest.changes.iter().map(|c| (c.field.as_str(), c.before.as_deref(), c.after.as_deref())).collect();
    assert_eq!(fields, [("price_oere", Some("12500"), None), ("title", Some("Håndbog"), Some("Håndbog 2"))]);
    assert!(newest.changes.iter().all(|change| change.table == "book" && change.record == "Håndbog 2"));
    let created: Vec<_> = history[1].changes.iter().map(|c| (c.field.as_str(), c.before.as_deref())).collect();
    assert_eq!(created, [("price_oere", None), ("shelf_id", None), ("title", None)]);
}

#[test]
fn what_changes_nothing_is_not_recorded() {
    let desk = Desk::new();
    let mut store = desk.create();
    let same = row(json!({"title": "Håndbog", "price_oere": 12_500, "note": null}));
    let done = store.transact(Op::InitiativeCorrect, |tx| tx.update("book", 1, 1, same)).unwrap();
    assert_eq!((done.value, done.operation_id, done.changed.len()), (1, None, 0));
    let done = store
        .transact(Op::ViewSave, |tx| {
            let id = tx.insert("shelf", row(json!({"name": "Midt"})))?;
            tx.delete("shelf", id, 1)
        })
        .unwrap();
    assert_eq!(done.operation_id, None);
    assert_eq!(store.recent(10).unwrap().len(), 1);
}

#[test]
fn a_record_changed_meanwhile_is_not_written_over() {
    let desk = Desk::new();
    let mut store = desk.create();
    store.transact(Op::InitiativeCorrect, |tx| tx.update("book", 1, 1, row(json!({"title": "A"})))).unwrap();
    let late = store.transact(Op::InitiativeCorrect, |tx| tx.update("book", 1, 1, row(json!({"title": "B"})))).err().unwrap();
    assert_error(&late, ErrorCode::RecordChanged);
    assert_eq!(late.params["record"], "A");
    let late = store.transact(Op::InitiativeCorrect, |tx| tx.delete("book", 1, 1)).err().unwrap();
    assert_error(&late, ErrorCode::RecordChanged);
    let gone = store.transact(Op::InitiativeCorrect, |tx| tx.update("book", 7, 1, row(json!({"title": "B"})))).err().unwrap();
    assert_error(&gone, ErrorCode::RecordMissing);
    assert_eq!(store.recent(10).unwrap().len(), 2);
}

#[test]
fn a_failed_operation_leaves_nothing() {
    let desk = Desk::new();
    let mut store = desk.create();
    let before = dump(&desk.path());
    let failed = store.transact(Op::ViewSave, |tx| {
        tx.insert("shelf", row(json!({"name": "Midt"})))?;
        tx.update("book", 1, 1, row(json!({"price_oere": -1})))
    });
    let failed = failed.err().unwrap();
    assert_error(&failed, ErrorCode::FieldInvalid);
    assert_eq!((failed.field.as_deref(), failed.params["found"].as_str()), (Some("price"), "-0,01"));
    let reference = store.transact(Op::ViewSave, |tx| tx.insert("book", row(json!({"shelf_id": 9, "title": "x"}))));
    assert!(reference.is_err());
    assert_eq!(dump(&desk.path()), before);
    assert_eq!(store.recent(10).unwrap().len(), 1);
}

#[test]
fn only_the_tables_and_columns_a_person_edits_are_written() {
    let desk = Desk::new();
    let mut store = desk.create();
    for table in ["operation", "operation_change", "sqlite_schema", "nothing"] {
        assert!(store.transact(Op::ViewSave, |tx| tx.delete(table, 1, 1)).is_err(), "{table}");
    }
    for column in ["id", "version", "nothing", "title\" = 1 --"] {
        assert!(store.transact(Op::ViewSave, |tx| tx.update("book", 1, 1, row(json!({column: 5})))).is_err(), "{column}");
    }
    for value in [json!(1.5), json!([1]), json!({"a": 1})] {
        assert!(store.transact(Op::ViewSave, |tx| tx.update("book", 1, 1, row(json!({"note": value})))).is_err());
    }
    assert!(store.transact(Op::ViewSave, |tx| tx.insert("book", row(json!({"a b": 1})))).is_err());
    assert_eq!(store.recent(10).unwrap().len(), 1);
}

#[test]
fn several_changes_of_one_record_are_one() {
    let desk = Desk::new();
    let mut store = desk.create();
    store
        .transact(Op::InitiativeCorrect, |tx| {
            let version = tx.update("book", 1, 1, row(json!({"title": "A"})))?;
            tx.update("book", 1, version, row(json!({"title": "B"})))
        })
        .unwrap();
    let newest = &store.history("book", 1).unwrap()[0];
    assert_eq!(newest.changes.len(), 1);
    assert_eq!(newest.changes[0].before.as_deref(), Some("Håndbog"));
    assert_eq!(newest.changes[0].after.as_deref(), Some("B"));
}

#[test]
fn an_id_is_never_used_twice() {
    let desk = Desk::new();
    let mut store = desk.create();
    store.transact(Op::ViewDelete, |tx| tx.delete("book", 1, 1)).unwrap();
    let new = store.transact(Op::ViewSave, |tx| tx.insert("book", row(json!({"shelf_id": 1, "title": "Ny"})))).unwrap();
    assert_eq!(new.value, 2);
    let swapped = store
        .transact(Op::ViewSave, |tx| {
            tx.delete("book", 2, 1)?;
            tx.insert("book", row(json!({"shelf_id": 1, "title": "Ny"})))
        })
        .unwrap();
    assert_eq!(swapped.value, 3);
}

#[test]
fn what_is_read_in_as_a_whole_is_one_entry_and_not_undone() {
    let desk = Desk::new();
    let mut store = desk.create();
    let done = store
        .seed(Op::AgreementImport, |transaction| {
            for number in 0..100 {
                transaction.execute("INSERT INTO shelf (name) VALUES (?1)", [format!("Hylde {number}")])?;
            }
            let summary = row(json!({"name": "Reol", "shelves": 100}));
            Ok((tilsagn_core::store::Seeded { table: "shelf", id: 2, summary }, 100))
        })
        .unwrap();
    assert_eq!((done.value, done.changed.as_slice()), (100, ["shelf".to_owned()].as_slice()));
    let newest = &store.recent(1).unwrap()[0];
    assert_eq!(newest.kind, "agreement.import");
    assert_eq!(newest.changes.len(), 2);
    assert_eq!(newest.changes[1].after.as_deref(), Some("100"));
    // The newest that can be undone is what was done before.
    assert_eq!(store.undo().unwrap().kind, "view.save");
}
