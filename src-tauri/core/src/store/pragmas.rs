//! How SQLite is told to work.

use std::time::Duration;

use rusqlite::Connection;

/// For every connection.
pub(super) fn guard(connection: &Connection) -> rusqlite::Result<()> {
    // A file from elsewhere gets no functions run by its own views or triggers.
    connection.pragma_update(None, "trusted_schema", false)?;
    // Damage is found when a page is read, not when it has spread.
    connection.pragma_update(None, "cell_size_check", true)?;
    // SQLite does not keep foreign keys unless it is told.
    connection.pragma_update(None, "foreign_keys", true)
}

/// For a connection that writes to a file.
pub(super) fn durable(connection: &Connection) -> rusqlite::Result<()> {
    // A backup or a command line may hold the file for a moment.
    connection.busy_timeout(Duration::from_secs(5))?;
    // What is said to be saved survives a power cut.
    connection.pragma_update(None, "synchronous", "FULL")?;
    // On macOS only this makes the drive itself write.
    connection.pragma_update(None, "fullfsync", true)
}

/// Readers and the writer do not wait for each other, and the file itself changes only when the log is copied into it. Last, for it
/// is written into the file.
pub(super) fn write_ahead(connection: &Connection) -> rusqlite::Result<()> {
    let mode: String = connection.pragma_update_and_check(None, "journal_mode", "WAL", |row| row.get(0))?;
    if mode != "wal" {
        tracing::warn!(mode, "no write-ahead log here; the rollback journal is as safe, only slower");
    }
    Ok(())
}

/// Rises when another connection has changed the file.
pub(super) fn data_version(connection: &Connection) -> rusqlite::Result<i64> {
    connection.pragma_query_value(None, "data_version", |row| row.get(0))
}
