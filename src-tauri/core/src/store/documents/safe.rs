//! The documents of a data file and of its backups are one with it: what is copied, put back or checked takes them along.

use std::collections::BTreeSet;
use std::path::Path;

use rusqlite::Connection;

use crate::applications::Document;
use crate::committee::PaperForm;
use crate::error::{Error, Result};
use crate::record::Record;
use crate::store::Store;
use crate::store::documents::{Contents, documents_of};
use crate::store::records::records;

/// What has content in the folder, by the table that names it. A file from before there was such a table has none of it.
const WITH_CONTENT: [(&str, &str); 2] = [
    ("document", "SELECT DISTINCT sha256 FROM document WHERE content_removed_on IS NULL"),
    ("paper_form", "SELECT DISTINCT template_sha256 FROM paper_form WHERE template_sha256 <> ''"),
];

/// The hashes of the documents and templates whose content should be there, each once.
pub fn live_hashes(connection: &Connection) -> Result<Vec<String>> {
    let mut hashes = BTreeSet::new();
    for (table, query) in WITH_CONTENT {
        if connection.table_exists(None, table)? {
            let mut statement = connection.prepare_cached(query)?;
            hashes.extend(statement.query_map([], |row| row.get(0))?.collect::<rusqlite::Result<Vec<String>>>()?);
        }
    }
    Ok(hashes.into_iter().collect())
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
    /// The documents and templates whose content is missing or is not what it was, one error for each.
    pub(in crate::store) fn check_documents(&self) -> Result<Vec<Error>> {
        let contents = documents_of(&self.path);
        let documents: Vec<Document> =
            self.query(|connection| records(connection, "WHERE content_removed_on IS NULL ORDER BY id", []))?;
        let mut kept: Vec<(String, String)> = documents.into_iter().map(|document| (document.sha256, document.name)).collect();
        if self.environment.schema.editable(PaperForm::TABLE).is_ok() {
            let forms: Vec<PaperForm> =
                self.query(|connection| records(connection, "WHERE template_sha256 <> '' ORDER BY id", []))?;
            kept.extend(forms.into_iter().map(|form| (form.template_sha256, form.template_name)));
        }
        let lost = kept.iter().filter(|(sha256, _)| !contents.is_whole(sha256));
        Ok(lost.map(|(_, name)| self.lost_content(name)).collect())
    }
}
