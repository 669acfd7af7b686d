//! A data file of this version with the built-in data, as a new one is, and all that is in it.

use std::path::Path;
use std::sync::OnceLock;

use rusqlite::{Connection, OpenFlags};
use tilsagn_core::seed;
use tilsagn_core::store::{Environment, SCHEMA, Store};
use tilsagn_core::views::OpenMode;

use crate::desk::Desk;

/// A desk with such a file, which is made once and copied.
pub fn filled() -> (Desk, Store) {
    static MADE: OnceLock<Desk> = OnceLock::new();
    let made = MADE.get_or_init(|| {
        let desk = this_version();
        drop(Store::create(&desk.path(), &desk.environment, |store| seed::fill(store, None)).unwrap());
        desk
    });
    let desk = this_version();
    std::fs::copy(made.path(), desk.path()).unwrap();
    let store = Store::open(&desk.path(), OpenMode::Write, &desk.environment).unwrap();
    (desk, store)
}

fn this_version() -> Desk {
    let mut desk = Desk::new();
    desk.environment = Environment { schema: SCHEMA, ..desk.environment.clone() };
    desk
}

/// Every row of every table but history, without versions, read past the store.
pub fn whole(path: &Path) -> Vec<String> {
    let connection = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_ONLY).unwrap();
    let texts = |sql: &str| -> Vec<String> {
        let mut statement = connection.prepare(sql).unwrap();
        let rows = statement.query_map([], |row| row.get(0)).unwrap();
        rows.collect::<Result<_, _>>().unwrap()
    };
    let tables = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' \
                  AND name NOT LIKE 'operation%' ORDER BY name";
    let mut all = Vec::new();
    for table in texts(tables) {
        let columns = texts(&format!("SELECT name FROM pragma_table_info('{table}') WHERE name <> 'version' ORDER BY cid"));
        let columns: Vec<String> = columns.iter().map(|column| format!("\"{column}\"")).collect();
        all.extend(texts(&format!("SELECT json_array('{table}', {}) FROM {table} ORDER BY 1", columns.join(", "))));
    }
    all
}
