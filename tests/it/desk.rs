//! A desk to work at: a folder of its own, a clock that can be set, and two small tables.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use chrono::{DateTime, Utc};
use rusqlite::Connection;
use serde_json::{Value, json};
use tempfile::TempDir;
use tilsagn_core::store::{Editable, Environment, MIGRATIONS, Row, Schema, Store};
use tilsagn_core::views::OpenMode;
use tilsagn_core::{Error, ErrorCode};

/// Shelves and the books on them.
pub const SHELVES: &str = "
    CREATE TABLE shelf (
        id INTEGER PRIMARY KEY, version INTEGER NOT NULL DEFAULT 1, name TEXT NOT NULL UNIQUE
    ) STRICT;
    CREATE TABLE book (
        id INTEGER PRIMARY KEY, version INTEGER NOT NULL DEFAULT 1, shelf_id INTEGER NOT NULL REFERENCES shelf (id),
        title TEXT NOT NULL UNIQUE, price_oere INTEGER CHECK (price_oere >= 0), note TEXT
    ) STRICT;";

/// The tables of the tests.
pub const TEST_SCHEMA: Schema = Schema {
    migrations: &[MIGRATIONS[0], SHELVES],
    editable: &[Editable { table: "shelf", label: "name" }, Editable { table: "book", label: "title" }],
};

/// A place to work.
pub struct Desk {
    pub folder: TempDir,
    pub environment: Environment,
    time: Arc<Mutex<DateTime<Utc>>>,
}

impl Desk {
    pub fn new() -> Desk {
        let folder = tempfile::tempdir().unwrap();
        for name in ["own", "private", "data"] {
            std::fs::create_dir(folder.path().join(name)).unwrap();
        }
        let time = Arc::new(Mutex::new("2019-03-12T14:05:09Z".parse().unwrap()));
        let clock = time.clone();
        let environment = Environment {
            clock: Arc::new(move || *clock.lock().unwrap()),
            actor: "Anna".to_owned(),
            mounts: None,
            own_folder: folder.path().join("own"),
            private_folder: folder.path().join("private"),
            schema: TEST_SCHEMA,
        };
        Desk { folder, environment, time }
    }

    /// Where the data file lies.
    pub fn path(&self) -> PathBuf {
        self.folder.path().canonicalize().unwrap().join("data/tilsagn.db")
    }

    pub fn set_time(&self, time: &str) {
        *self.time.lock().unwrap() = time.parse().unwrap();
    }

    /// A new data file with one shelf and one book, both of version 1.
    pub fn create(&self) -> Store {
        Store::create(&self.path(), &self.environment, |_| Ok(())).map(with_a_book).unwrap()
    }

    pub fn open(&self) -> Store {
        self.try_open(OpenMode::Write).unwrap()
    }

    pub fn try_open(&self, mode: OpenMode) -> Result<Store, Error> {
        Store::open(&self.path(), mode, &self.environment)
    }

    /// The error of opening the file in a way that must be refused; nothing in its folder may have changed.
    pub fn refused(&self, mode: OpenMode) -> Error {
        let before = content_of(self.path().parent().unwrap());
        let error = self.try_open(mode).err().expect("should have been refused");
        assert_eq!(content_of(self.path().parent().unwrap()), before, "{error} touched something");
        assert_eq!(std::fs::read_dir(&self.environment.private_folder).unwrap().count(), 0, "a private copy was left");
        error
    }
}

/// Puts the first shelf and book into a store.
pub fn with_a_book(mut store: Store) -> Store {
    store
        .transact(tilsagn_core::ops::Op::ViewSave, |tx| {
            let shelf = tx.insert("shelf", row(json!({"name": "Øverst"})))?;
            tx.insert("book", row(json!({"shelf_id": shelf, "title": "Håndbog", "price_oere": 12_500})))
        })
        .unwrap();
    store
}

/// A JSON object as a record.
pub fn row(value: Value) -> Row {
    value.as_object().unwrap().clone()
}

/// Everything in a folder, by name; the folders of backups too.
pub fn content_of(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let mut content = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            content.extend(content_of(&path));
        } else {
            content.push((path.display().to_string(), std::fs::read(&path).unwrap_or_default()));
        }
    }
    content.sort();
    content
}

/// All rows of the tests' tables, without their versions, read past the store.
pub fn dump(path: &Path) -> Vec<String> {
    let connection = Connection::open_with_flags(path, rusqlite::OpenFlags::SQLITE_OPEN_READ_ONLY).unwrap();
    let rows = |sql: &str| {
        let mut statement = connection.prepare(sql).unwrap();
        let found = statement.query_map([], |row| row.get::<_, String>(0)).unwrap();
        found.collect::<Result<Vec<_>, _>>().unwrap()
    };
    let mut all = rows("SELECT json_array('shelf', id, name) FROM shelf ORDER BY id");
    all.extend(rows("SELECT json_array('book', id, shelf_id, title, price_oere, note) FROM book ORDER BY id"));
    all
}

/// Checks what an error is, and that its sentence leaves nothing unnamed in either language.
#[track_caller]
pub fn assert_error(error: &Error, code: ErrorCode) {
    assert_eq!(error.code, code, "{error}");
    for language in [tilsagn_core::Language::Da, tilsagn_core::Language::En] {
        let sentence = error.sentence(language);
        assert!(!sentence.contains('{'), "{sentence}");
    }
}
