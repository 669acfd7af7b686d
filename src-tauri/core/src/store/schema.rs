//! The tables this version of the program knows.

use crate::store::migrate::MIGRATIONS;

/// A table a person edits: it has `id` and `version`, and a column that names its records.
#[derive(Clone, Copy, Debug)]
pub struct Editable {
    /// Table.
    pub table: &'static str,
    /// The column a person knows a record by: an initiative's number, a municipality's name.
    pub label: &'static str,
}

/// The steps that lead to the tables, and which of them are edited row by row.
#[derive(Clone, Copy, Debug)]
pub struct Schema {
    /// SQL, in order; a file's version is the number of steps it has had.
    pub migrations: &'static [&'static str],
    /// The tables [`Tx`](crate::store::Tx) may write.
    pub editable: &'static [Editable],
}

/// What this version of the program reads and writes.
pub const SCHEMA: Schema = Schema { migrations: MIGRATIONS, editable: EDITABLE };

/// In the order of the migrations.
const EDITABLE: &[Editable] = &[
    Editable { table: "initiative", label: "number" },
    Editable { table: "municipality", label: "name" },
    Editable { table: "population", label: "date" },
    Editable { table: "price_index", label: "year" },
    Editable { table: "saved_view", label: "name" },
];

impl Schema {
    /// The version of a file that has had every step.
    pub(super) const fn version(&self) -> i64 {
        self.migrations.len() as i64
    }
}
