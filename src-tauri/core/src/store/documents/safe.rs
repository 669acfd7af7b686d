//! The documents of a data file and of its backups are one with it: what is copied, put back or checked takes them along.

use std::path::Path;

use rusqlite::Connection;

use crate::applications::Document;
use crate::error::{Error, Result};
use crate::store::Store;
use crate::store::documents::{Contents, documents_of};
use crate::store::records::records;

/// The hashes of the documents whose content should be there, each once. A file from before there were documents has none.
pub fn live_hashes(connection: &Connection) -> Result<Vec<String>> {
    if !connection.table_exists(None, "document")? {
        return Ok(Vec::new());
    }
    let mut statement =
        connection.prepare_cached("SELECT DISTINCT sha256 FROM document WHERE content_removed_on IS NULL ORDER BY sha256")?;
    let found = statement.query_map([], |row| row.get(0))?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}

/// Takes over what a file's documents need and other folders have. What none of them has is lost, which a check will say.
///
/// # Errors
/// `disk_full`; a folder that cannot be written to.
pub fn take_all(connection: &Connection, into: &Contents, from: &[Contents]) -> Result<()> {
    for sha256 in live_hashes(connection)? {
        if !into.take_over(&sha256, from)? {
            tracing::warn!(sha256, folder = %into.folder().display(), "the content of a document is missing");
        }
    }
    Ok(())
}

/// Brings the documents of a data file or backup to the folder of another: those beside it, and those it shares with other backups.
///
/// # Errors
/// As [`take_all`].
pub fn bring(connection: &Connection, source: &Path, target: &Path) -> Result<()> {
    let shared = Contents::at(source.with_file_name("documents"));
    take_all(connection, &documents_of(target), &[documents_of(source), shared])
}

impl Store {
    /// The documents whose content is missing or is not what it was, one error for each.
    pub(in crate::store) fn check_documents(&self) -> Result<Vec<Error>> {
        let contents = documents_of(&self.path);
        let documents: Vec<Document> =
            self.query(|connection| records(connection, "WHERE content_removed_on IS NULL ORDER BY id", []))?;
        let lost = documents.iter().filter(|document| !contents.is_whole(&document.sha256));
        Ok(lost.map(|document| self.lost(document)).collect())
    }
}
