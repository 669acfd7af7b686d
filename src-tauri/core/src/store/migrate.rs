//! From an older schema to this version's, all of it or nothing.

use rusqlite::Connection;
use rusqlite_migration::{M, Migrations};

use crate::error::{Error, ErrorCode, Result};
use crate::store::schema::Schema;

/// The steps, in order. `migrations/README.md` says how to write one.
pub const MIGRATIONS: &[&str] = &[
    include_str!("../../../../migrations/0001_operations.sql"),
    include_str!("../../../../migrations/0002_catalogue.sql"),
    include_str!("../../../../migrations/0003_reference.sql"),
    include_str!("../../../../migrations/0004_office.sql"),
    include_str!("../../../../migrations/0005_own_pools.sql"),
    include_str!("../../../../migrations/0006_applications.sql"),
    include_str!("../../../../migrations/0007_committee_cases.sql"),
    include_str!("../../../../migrations/0008_budgets.sql"),
    include_str!("../../../../migrations/0009_terms.sql"),
    include_str!("../../../../migrations/0010_award_money.sql"),
    include_str!("../../../../migrations/0011_effects.sql"),
    include_str!("../../../../migrations/0012_meetings.sql"),
    include_str!("../../../../migrations/0013_deadlines.sql"),
    include_str!("../../../../migrations/0014_plans.sql"),
    include_str!("../../../../migrations/0015_papers.sql"),
    include_str!("../../../../migrations/0016_readings.sql"),
    include_str!("../../../../migrations/0017_drafted_points.sql"),
];

/// Brings the connection's tables up to the schema: one transaction, foreign keys off, and checked before it is committed.
pub(super) fn migrate(connection: &mut Connection, schema: &Schema) -> Result<()> {
    connection.pragma_update(None, "foreign_keys", false)?;
    let steps = schema.migrations.iter().map(|sql| M::up(sql).foreign_key_check()).collect();
    let outcome = Migrations::new(steps).to_latest(connection);
    connection.pragma_update(None, "foreign_keys", true)?;
    outcome.map_err(|error| match error {
        rusqlite_migration::Error::RusqliteError { query, err } => {
            let known = Error::from(err);
            let code = if known.code == ErrorCode::DiskFull { known.code } else { ErrorCode::UpgradeFailed };
            Error::new(code).because(format!("{} in {query}", known.detail))
        }
        other => Error::new(ErrorCode::UpgradeFailed).because(format!("{other:?}")),
    })
}
