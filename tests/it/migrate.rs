//! From an older schema to a newer one: all of it, or nothing.

use std::fs;

use rusqlite::Connection;
use serde_json::json;
use tilsagn_core::ErrorCode;
use tilsagn_core::ops::Op;
use tilsagn_core::store::{Editable, Environment, MIGRATIONS, SCHEMA, Schema, Store};
use tilsagn_core::views::OpenMode;

use crate::desk::{Desk, SHELVES, TEST_SCHEMA, assert_error, content_of, dump, row};

/// A later program, whose third migration is the one given.
fn later(desk: &Desk, schema: Schema) -> Environment {
    Environment { schema, ..desk.environment.clone() }
}

const WITH_COLOUR: Schema = Schema {
    migrations: &[MIGRATIONS[0], SHELVES, "ALTER TABLE shelf ADD COLUMN colour TEXT; UPDATE shelf SET colour = 'hvid'"],
    ..TEST_SCHEMA
};

#[test]
fn an_older_file_is_backed_up_and_brought_up() {
    let desk = Desk::new();
    drop(desk.create());
    let before = dump(&desk.path());
    let mut store = Store::open(&desk.path(), OpenMode::Write, &later(&desk, WITH_COLOUR)).unwrap();
    let shelf = store.transact(Op::ViewSave, |tx| tx.row("shelf", 1)).unwrap().value.unwrap();
    assert_eq!(shelf["colour"], "hvid");

    let backups = store.backups();
    let upgrade = backups.iter().find(|backup| backup.path.ends_with("before-upgrade.db")).unwrap();
    assert_eq!(upgrade.at, "2019-03-12T14:05:09Z");
    assert_eq!(dump(upgrade.path.as_ref()), before);
    drop(store);

    // The earlier program refuses the file now, and opens the backup.
    assert_error(&desk.refused(OpenMode::Write), ErrorCode::FileNewer);
    assert!(Store::open(upgrade.path.as_ref(), OpenMode::Write, &desk.environment).is_ok());
}

#[test]
fn a_migration_that_fails_leaves_the_file_as_it_was() {
    const BROKEN: &[&str] = &[
        // A mistake after changes have been made.
        "UPDATE shelf SET name = 'x' || name; CREATE TABLE extra (id INTEGER) STRICT; SELECT nonsense",
        // A reference left hanging.
        "DELETE FROM shelf",
        // Many pages, so that some are written before it fails.
        "CREATE TABLE big AS WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000)
         SELECT i, printf('%0300d', i) AS text FROM n; INSERT INTO book (id) VALUES (1)",
    ];
    for sql in BROKEN {
        let desk = Desk::new();
        drop(desk.create());
        let before = fs::read(desk.path()).unwrap();
        let migrations: &'static [&'static str] = vec![MIGRATIONS[0], SHELVES, sql].leak();
        let environment = later(&desk, Schema { migrations, ..TEST_SCHEMA });
        let error = Store::open(&desk.path(), OpenMode::Write, &environment).err().unwrap();
        assert_error(&error, ErrorCode::UpgradeFailed);
        assert!(!error.detail.is_empty());
        assert_eq!(fs::read(desk.path()).unwrap(), before, "{sql}");
        let left: Vec<_> = content_of(desk.path().parent().unwrap()).into_iter().map(|(name, _)| name).collect();
        assert!(!left.iter().any(|name| name.ends_with("-wal") || name.ends_with("-journal")), "{left:?}");
        assert!(desk.try_open(OpenMode::Write).is_ok(), "the earlier program opens it as before");
    }
}

#[test]
fn a_file_without_a_log_of_its_own_is_left_as_it_was_too() {
    let desk = Desk::new();
    drop(desk.create());
    let plain = Connection::open(desk.path()).unwrap();
    plain.pragma_update_and_check(None, "journal_mode", "DELETE", |_| Ok(())).unwrap();
    drop(plain);
    let before = fs::read(desk.path()).unwrap();
    const BROKEN: Schema = Schema { migrations: &[MIGRATIONS[0], SHELVES, "DELETE FROM shelf"], ..TEST_SCHEMA };
    let environment = later(&desk, BROKEN);
    assert!(Store::open(&desk.path(), OpenMode::Write, &environment).is_err());
    assert_eq!(fs::read(desk.path()).unwrap(), before);
}

#[test]
fn no_upgrade_without_a_backup() {
    let desk = Desk::new();
    drop(desk.create());
    fs::write(desk.path().with_file_name("tilsagn-backups"), "in the way").unwrap();
    let before = fs::read(desk.path()).unwrap();
    let error = Store::open(&desk.path(), OpenMode::Write, &later(&desk, WITH_COLOUR)).err().unwrap();
    assert_error(&error, ErrorCode::BackupFailed);
    assert_eq!(fs::read(desk.path()).unwrap(), before);
}

#[test]
fn undo_does_not_cross_a_migration() {
    let desk = Desk::new();
    drop(desk.create());
    let mut store = Store::open(&desk.path(), OpenMode::Write, &later(&desk, WITH_COLOUR)).unwrap();
    assert_error(&store.undo().err().unwrap(), ErrorCode::NothingToUndo);
    assert_eq!(store.history("book", 1).unwrap().len(), 1);
    store.transact(Op::ViewSave, |tx| tx.update("shelf", 1, 1, row(json!({"colour": "sort"})))).unwrap();
    assert!(store.undo().is_ok());
    assert_error(&store.undo().err().unwrap(), ErrorCode::NothingToUndo);
}

#[test]
fn references_are_kept_again_after_a_migration() {
    let desk = Desk::new();
    drop(desk.create());
    let mut store = Store::open(&desk.path(), OpenMode::Write, &later(&desk, WITH_COLOUR)).unwrap();
    let removed = store.transact(Op::ViewDelete, |tx| tx.delete("shelf", 1, 1)).err().unwrap();
    assert_error(&removed, ErrorCode::RecordConflicts);
}

/// A file from before there were budgets, with an application in it.
#[test]
fn a_file_without_budgets_gets_them_and_keeps_what_it_has() {
    const BEFORE: Schema = Schema { migrations: MIGRATIONS.split_at(7).0, editable: SCHEMA.editable };
    let desk = Desk::new();
    drop(Store::create(&desk.path(), &later(&desk, BEFORE), |_| Ok(())).unwrap());
    let old = Connection::open(desk.path()).unwrap();
    let budgets: bool = old.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'budget'").unwrap().exists([]).unwrap();
    assert!(!budgets);
    old.execute_batch(
        "INSERT INTO municipality (id, code, name, region, source) VALUES (1, '173', 'Lyngby-Taarbæk', 'Hovedstaden', '');
         INSERT INTO application (id, municipality_id, funder, title, purpose, target_group, role, journal_number, funder_reference,
             requested_oere, requested_note, awarded_note, total_note, approval_by, reservation, embedding)
         VALUES (1, 1, 'STAR', 'Rådgiver på hjul', '', '', 'recipient', '', '', 233600000, '', '', '', '', '', '');
         INSERT INTO application_step (application_id, position, stage, taken_on, person, reason, journalised, record_number,
             taken_back_reason) VALUES (1, 1, 'drafting', '2019-01-02', 'Anna', '', 0, '', '');",
    )
    .unwrap();
    drop(old);
    let mut store = Store::open(&desk.path(), OpenMode::Write, &later(&desk, SCHEMA)).unwrap();
    let view = store.budget(1, None, crate::register::day("2019-03-12")).unwrap();
    assert_eq!((view.application.vat, view.fte_hours, view.versions.len()), (tilsagn_core::budgets::Vat::NotStated, 1924, 0));
    let budget = crate::sheet::another(&mut store, 1);
    crate::sheet::types(&mut store, budget.id, tilsagn_core::budgets::Side::Cost, crate::sheet::new_lines(&[("Løn", &["1"])]));
    assert!(store.check(tilsagn_core::Language::Da).unwrap().failed.is_empty());
}

/// The rules of `migrations/README.md` that can be read from the tables.
#[test]
fn the_tables_keep_the_rules() {
    let desk = Desk::new();
    let environment = Environment { schema: SCHEMA, ..desk.environment.clone() };
    drop(Store::create(&desk.path(), &environment, |_| Ok(())).unwrap());
    let connection = Connection::open(desk.path()).unwrap();
    let list = |sql: &str| {
        let mut statement = connection.prepare(sql).unwrap();
        let found = statement.query_map([], |row| row.get::<_, String>(0)).unwrap();
        found.collect::<Result<Vec<_>, _>>().unwrap()
    };
    assert_eq!(
        list("SELECT name FROM pragma_table_list WHERE type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite%'"),
        [""; 0]
    );
    assert_eq!(list("SELECT name FROM sqlite_schema WHERE type IN ('trigger', 'view')"), [""; 0]);
    let typed = "SELECT m.name || '.' || c.name FROM sqlite_schema AS m JOIN pragma_table_info(m.name) AS c
                 WHERE m.type = 'table' AND c.type NOT IN ('INTEGER', 'TEXT')";
    assert_eq!(list(typed), [""; 0]);
    let actions = "SELECT m.name || ' -> ' || f.\"table\" FROM sqlite_schema AS m JOIN pragma_foreign_key_list(m.name) AS f
                   WHERE m.type = 'table' AND (f.on_delete <> 'NO ACTION' OR f.on_update <> 'NO ACTION')";
    assert_eq!(list(actions), [""; 0]);
    for Editable { table, label } in SCHEMA.editable {
        let columns = list(&format!("SELECT name FROM pragma_table_info('{table}')"));
        for column in ["id", "version", *label] {
            assert!(columns.iter().any(|found| found == column), "{table} has no {column}");
        }
    }
}
