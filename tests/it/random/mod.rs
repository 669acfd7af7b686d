//! Two people at work in one file, in any order: whatever they do and undo, no change of either is lost, a conflict says who and
//! when, and when both have undone all they can the file is as it was.

mod applications;
mod budgets;
mod cases;
mod days;
mod deed;
mod money;
mod pools;

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use proptest::prelude::*;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use rusqlite::{Connection, OpenFlags};
use serde_json::{Map, Value};
use tilsagn_core::store::SCHEMA;
use tilsagn_core::{Error, ErrorCode};

use crate::filled::{filled, whole};
use deed::{Deed, Office, deed};

const TODAY: &str = "2019-03-12";
const PEOPLE: [&str; 2] = ["Anna", "Bo"];

/// A record by its table and id.
type Place = (String, i64);
type Content = Map<String, Value>;

/// An operation as history has it.
struct Operation {
    id: i64,
    kind: String,
    undoes: Option<i64>,
    /// Each record before and after, without its version.
    changes: Vec<(Place, Option<Content>, Option<Content>)>,
}

fn reader(path: &Path) -> Connection {
    Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_ONLY).unwrap()
}

fn history(connection: &Connection) -> Vec<Operation> {
    let mut statement = connection.prepare("SELECT id, kind, undoes_id FROM operation ORDER BY id").unwrap();
    let read =
        |row: &rusqlite::Row<'_>| Ok(Operation { id: row.get(0)?, kind: row.get(1)?, undoes: row.get(2)?, changes: Vec::new() });
    let mut operations: Vec<Operation> = statement.query_map([], read).unwrap().map(Result::unwrap).collect();
    let sql = "SELECT operation_id, table_name, row_id, before, after FROM operation_change ORDER BY operation_id, position";
    let mut statement = connection.prepare(sql).unwrap();
    let mut rows = statement.query([]).unwrap();
    while let Some(row) = rows.next().unwrap() {
        let content = |column: usize| {
            let json: Option<String> = row.get(column).unwrap();
            json.map(|json| {
                let mut content: Content = serde_json::from_str(&json).unwrap();
                content.remove("version");
                content
            })
        };
        let (id, place) = (row.get::<_, i64>(0).unwrap(), (row.get(1).unwrap(), row.get(2).unwrap()));
        let operation = operations.iter_mut().find(|operation| operation.id == id).unwrap();
        operation.changes.push((place, content(3), content(4)));
    }
    operations
}

/// Every operation that was not itself an undo or redo and has an effect now: each undo takes it, each redo gives it back.
fn live(operations: &[Operation]) -> Vec<&Operation> {
    let mut taken = BTreeSet::new();
    for operation in operations.iter().rev() {
        if let Some(undone) = operation.undoes.filter(|_| !taken.contains(&operation.id)) {
            taken.insert(undone);
        }
    }
    operations.iter().filter(|operation| operation.undoes.is_none() && !taken.contains(&operation.id)).collect()
}

/// The record as the file has it, without its version, and its version.
fn actual(connection: &Connection, (table, id): &Place) -> Option<(Content, i64)> {
    let mut statement = connection.prepare_cached(&format!("SELECT * FROM {table} WHERE id = ?1")).unwrap();
    let names: Vec<String> = statement.column_names().into_iter().map(str::to_owned).collect();
    let mut rows = statement.query([id]).unwrap();
    let row = rows.next().unwrap()?;
    let mut content = Content::new();
    for (column, name) in names.iter().enumerate() {
        let value = match row.get::<_, rusqlite::types::Value>(column).unwrap() {
            rusqlite::types::Value::Null => Value::Null,
            rusqlite::types::Value::Integer(number) => number.into(),
            rusqlite::types::Value::Text(text) => text.into(),
            other => panic!("{table}.{name} holds {other:?}"),
        };
        content.insert(name.clone(), value);
    }
    let version = content.remove("version").and_then(|version| version.as_i64()).unwrap();
    Some((content, version))
}

/// Every record that was ever touched is as the newest operation that has an effect left it; where none has, as it was before all.
fn nothing_is_lost(path: &Path) -> Result<(), TestCaseError> {
    let connection = reader(path);
    let operations = history(&connection);
    let mut expected: BTreeMap<&Place, Option<&Content>> = BTreeMap::new();
    let edited = |operation: &&Operation| !operation.kind.ends_with(".import");
    for operation in operations.iter().filter(edited) {
        for (place, before, _) in &operation.changes {
            expected.entry(place).or_insert(before.as_ref());
        }
    }
    for operation in live(&operations).into_iter().filter(edited) {
        for (place, _, after) in &operation.changes {
            expected.insert(place, after.as_ref());
        }
    }
    for (place, content) in expected {
        let found = actual(&connection, place).map(|(content, _)| content);
        prop_assert_eq!(found.as_ref(), content, "{:?} is not as the newest change left it", place);
    }
    Ok(())
}

/// The version of every record there is.
fn versions(path: &Path) -> BTreeMap<Place, i64> {
    let connection = reader(path);
    let mut found = BTreeMap::new();
    for table in SCHEMA.editable.iter().map(|editable| editable.table) {
        let mut statement = connection.prepare(&format!("SELECT id, version FROM {table}")).unwrap();
        let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?))).unwrap();
        found.extend(rows.map(Result::unwrap).map(|(id, version): (i64, i64)| ((table.to_owned(), id), version)));
    }
    found
}

/// A refusal is one a person can act on; one for the sake of the other says who and when.
fn is_in_words(error: &Error, deed: Deed) -> Result<(), TestCaseError> {
    prop_assert_ne!(error.code, ErrorCode::Unforeseen, "{:?}: {}", deed, error);
    let sentence = error.sentence(tilsagn_core::Language::Da);
    prop_assert!(!sentence.contains('{'), "{:?}: {}", deed, sentence);
    if matches!(error.code, ErrorCode::RecordChanged | ErrorCode::UndoConflict) {
        let param = |name: &str| error.params.get(name).map(String::as_str).unwrap_or_default();
        prop_assert!(PEOPLE.contains(&param("who")), "{:?}: {:?}", deed, error);
        prop_assert_eq!(param("when").len(), "12.03.2019 15:05".len());
        prop_assert_ne!(param("record"), "");
    }
    Ok(())
}

/// A version that had taken effect before and after is the same.
fn stays(before: &BTreeMap<i64, String>, path: &Path, deed: Deed) -> Result<(), TestCaseError> {
    let after = budgets::frozen(path);
    for (id, content) in before {
        prop_assert!(after.get(id).is_none_or(|now| now == content), "{:?} changed version {} that had taken effect", deed, id);
    }
    Ok(())
}

/// What came of the deeds, by the code of the refusal.
type Met = RefCell<BTreeMap<&'static str, usize>>;

fn work(deeds: Vec<(bool, Deed)>, met: &Met) -> Result<(), TestCaseError> {
    let (desk, store) = filled();
    let municipality = store.municipality_named("Lyngby-Taarbæk").unwrap().id;
    let before = whole(&desk.path());
    let mut office = Office { store, municipality, seen: [None, None] };
    let mut highest = BTreeMap::new();
    for (who, deed) in deeds {
        let newest = office.store.recent(1).unwrap()[0].id;
        let before = budgets::frozen(&desk.path());
        let outcome = office.does(usize::from(who), deed);
        stays(&before, &desk.path(), deed)?;
        *met.borrow_mut().entry(outcome.as_ref().map_or_else(|error| error.code.code(), |()| "done")).or_default() += 1;
        if let Err(error) = outcome {
            is_in_words(&error, deed)?;
            prop_assert_eq!(office.store.recent(1).unwrap()[0].id, newest, "{:?} was refused and left something", deed);
        }
        nothing_is_lost(&desk.path())?;
        for (place, version) in versions(&desk.path()) {
            let known = highest.entry(place.clone()).or_insert(version);
            prop_assert!(version >= *known, "{:?} went back from {} to {}", place, known, version);
            *known = version;
        }
    }
    // Whose newest operation is the newest of all can undo it, so the two of them come to an end.
    let mut done = [false; 2];
    let mut who = 0;
    while done != [true; 2] {
        office.store.act_as(PEOPLE[who]);
        let before = budgets::frozen(&desk.path());
        let undone = office.store.undo();
        stays(&before, &desk.path(), Deed::Undo)?;
        match undone {
            Ok(_) => {
                nothing_is_lost(&desk.path())?;
                // Now and then the other's turn, so that both meet what the other has left.
                if office.store.recent(1).unwrap()[0].id.is_multiple_of(3) {
                    who = 1 - who;
                }
            }
            Err(error) if error.code == ErrorCode::NothingToUndo => {
                done[who] = true;
                who = 1 - who;
            }
            Err(error) => {
                is_in_words(&error, Deed::Undo)?;
                *met.borrow_mut().entry("kept from undoing").or_default() += 1;
                // A version the other let take effect is a conflict of its own kind.
                if error.code != ErrorCode::BudgetFrozen {
                    prop_assert_eq!(error.code, ErrorCode::UndoConflict);
                    prop_assert_eq!(error.params["who"].as_str(), PEOPLE[1 - who], "{}", error);
                }
                prop_assert!(!done[1 - who], "{} is kept from undoing by one who has nothing left", PEOPLE[who]);
                who = 1 - who;
            }
        }
    }
    prop_assert_eq!(whole(&desk.path()), before);
    prop_assert!(office.store.check(tilsagn_core::Language::Da).unwrap().failed.is_empty());
    Ok(())
}

#[test]
fn two_people_lose_nothing_whatever_they_do_and_undo() {
    let config = Config { cases: 16, failure_persistence: None, max_shrink_iters: 60, ..Config::default() };
    let mut runner = TestRunner::new_with_rng(config, TestRng::deterministic_rng(RngAlgorithm::ChaCha));
    let met = Met::default();
    runner.run(&prop::collection::vec((any::<bool>(), deed()), 30..60), |deeds| work(deeds, &met)).unwrap();
    // The deeds are worth something only where they meet: changes, and every kind of conflict.
    let met = met.into_inner();
    for (what, least) in
        [("done", 200), ("record_changed", 1), ("undo_conflict", 1), ("kept from undoing", 5), ("budget_frozen", 1)]
    {
        assert!(met.get(what).is_some_and(|times| *times >= least), "{what}: {met:?}");
    }
}
