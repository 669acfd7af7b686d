//! Documents: what is known of them is in the data file, their content in a folder beside it, named by its hash. The templates of
//! papers lie there too.

mod content;
mod export;
mod safe;

use std::path::{Path, PathBuf};

use chrono::NaiveDate;

pub(super) use content::Contents;
pub(super) use export::file_name;
pub(super) use safe::{bring, live_hashes, take_all};

use crate::applications::{Application, ChecklistItem, Document, DocumentKind};
use crate::committee::CaseAppendix;
use crate::error::{Error, ErrorCode, Result};
use crate::ops::Op;
use crate::record::Cell;
use crate::store::backup::{backup_folder, name_parts};
use crate::store::fault::About;
use crate::store::papers::is_handed_in;
use crate::store::records::{only, record, records, save};
use crate::store::{Access, Store};
use crate::views::{ApplicationView, Changed, DocumentContent};
use content::Kept;

/// The folder of a data file's documents, beside it: `tilsagn.db` has `tilsagn-documents`.
pub(super) fn documents_of(path: &Path) -> Contents {
    Contents::at(path.with_file_name(format!("{}-documents", name_parts(path).0)))
}

/// The folder of the documents of a data file's backups, which they share.
pub(super) fn documents_of_backups(path: &Path) -> Contents {
    Contents::at(backup_folder(path).join("documents"))
}

impl Store {
    /// Copies a file into the folder and adds it to an application.
    ///
    /// # Errors
    /// `file_missing`, `file_unreadable`, `document_too_large`, `disk_full`; those of [`Store::transact`].
    pub fn document_add(
        &mut self,
        application: u32,
        path: &Path,
        kind: DocumentKind,
        today: NaiveDate,
    ) -> Result<Changed<ApplicationView>> {
        self.query(|connection| record::<Application>(connection, application))?;
        let kept = self.keep_document(path)?;
        let document = Document { kind, ..of_file(application, path, &kept, today) };
        let committed = self.transact(Op::DocumentAdd, |tx| save(tx, &document).map(|_| application));
        self.after(self.unless_failed(committed, &kept)?, today)
    }

    /// Writes a copy of a document: to that path, or into that folder under its own name, or one that is free beside it. Gives where.
    ///
    /// # Errors
    /// `document_lost`, `document_removed`, `folder_missing`, `disk_full`.
    pub fn document_export(&self, id: u32, to: &Path) -> Result<PathBuf> {
        let document: Document = self.query(|connection| record(connection, id))?;
        let contents = documents_of(&self.path);
        match self.content_of(&document) {
            DocumentContent::Removed => Err(Error::new(ErrorCode::DocumentRemoved).with("record", document.name)),
            DocumentContent::Lost => Err(self.lost(&document)),
            DocumentContent::Present => {
                let written = export::export(&contents.place(&document.sha256), &document.sha256, to, &document.name)?;
                written.ok_or_else(|| self.lost(&document).because("its content has another hash"))
            }
        }
    }

    /// Puts the redacted version of a document in its place, also in the checklist and among the appendices of papers, and removes the content it had, here and in the
    /// backups beside the file; copies made elsewhere stay. It cannot be undone.
    ///
    /// # Errors
    /// As [`Store::document_add`]; `redaction_same`, `document_removed`.
    pub fn document_redact(&mut self, id: u32, version: u32, path: &Path, today: NaiveDate) -> Result<Changed<ApplicationView>> {
        let document: Document = self.query(|connection| record(connection, id))?;
        if document.content_removed_on.is_some() {
            return Err(Error::new(ErrorCode::DocumentRemoved).with("record", document.name));
        }
        let kept = self.keep_document(path)?;
        if kept.sha256 == document.sha256 {
            return Err(Error::new(ErrorCode::RedactionSame).with("record", document.name));
        }
        let redacted = Document {
            kind: document.kind,
            dated_on: document.dated_on,
            redacts_id: Some(id),
            ..of_file(document.application_id, path, &kept, today)
        };
        let committed = self.transact(Op::DocumentRedact, |tx| {
            tx.update("document", i64::from(id), i64::from(version), only("content_removed_on", today.to_cell()))?;
            let redacted = save(tx, &redacted)?;
            for item in records::<ChecklistItem>(tx.connection(), "WHERE document_id = ?1", [id])? {
                tx.update("checklist_item", i64::from(item.id), i64::from(item.version), only("document_id", redacted))?;
            }
            for appendix in records::<CaseAppendix>(tx.connection(), "WHERE document_id = ?1", [id])? {
                // A paper that is with the committee keeps what it was handed in with, by name.
                if !is_handed_in(tx.connection(), appendix.committee_case_id)? {
                    tx.update(
                        "case_appendix",
                        i64::from(appendix.id),
                        i64::from(appendix.version),
                        only("document_id", redacted),
                    )?;
                }
            }
            Ok(document.application_id)
        });
        let committed = self.unless_failed(committed, &kept)?;
        self.remove_unused(&document.sha256)?;
        self.after(committed, today)
    }

    /// Removes a document's content, here and in the backups beside the file; what is known of it stays. It cannot be undone.
    ///
    /// # Errors
    /// `document_removed`; those of [`Store::transact`].
    pub fn document_remove_content(&mut self, id: u32, version: u32, today: NaiveDate) -> Result<Changed<ApplicationView>> {
        let document: Document = self.query(|connection| record(connection, id))?;
        if document.content_removed_on.is_some() {
            return Err(Error::new(ErrorCode::DocumentRemoved).with("record", document.name));
        }
        let committed = self.transact(Op::DocumentRemoveContent, |tx| {
            tx.update("document", i64::from(id), i64::from(version), only("content_removed_on", today.to_cell()))?;
            Ok(document.application_id)
        })?;
        self.remove_unused(&document.sha256)?;
        self.after(committed, today)
    }

    /// Whether a document's content is in the folder.
    pub(super) fn content_of(&self, document: &Document) -> DocumentContent {
        match document.content_removed_on {
            Some(_) => DocumentContent::Removed,
            None if documents_of(&self.path).has(&document.sha256) => DocumentContent::Present,
            None => DocumentContent::Lost,
        }
    }

    /// Copies a file into the folder, where the data file may be written to.
    pub(super) fn keep_document(&self, path: &Path) -> Result<Kept> {
        match self.access {
            Access::Writing(_) => documents_of(&self.path).keep(path),
            Access::Memory | Access::Reading { .. } => Err(Error::new(ErrorCode::ReadOnlyStore)).about(&self.path),
        }
    }

    /// What came of an operation. Content that it alone had brought goes where it failed.
    pub(super) fn unless_failed<T>(&self, outcome: Result<T>, kept: &Kept) -> Result<T> {
        if outcome.is_err() && kept.new {
            // The error to tell is the first one.
            let _ = documents_of(&self.path).remove(&kept.sha256);
        }
        outcome
    }

    /// Removes content no document and no form of papers has any longer.
    fn remove_unused(&self, sha256: &str) -> Result<()> {
        if self.query(live_hashes)?.iter().any(|used| used == sha256) {
            return Ok(());
        }
        documents_of(&self.path).remove(sha256)?;
        documents_of_backups(&self.path).remove(sha256)
    }

    /// The error of a document whose content should be there and is not.
    pub(super) fn lost(&self, document: &Document) -> Error {
        self.lost_content(&document.name)
    }

    /// The same of anything that has content there.
    pub(super) fn lost_content(&self, name: &str) -> Error {
        let folder = documents_of(&self.path);
        Error::new(ErrorCode::DocumentLost).with("record", name).with("folder", folder.folder().display())
    }
}

/// What is known of a file that was just added.
fn of_file(application_id: u32, path: &Path, kept: &Kept, today: NaiveDate) -> Document {
    Document {
        id: 0,
        version: 0,
        application_id,
        name: path.file_name().unwrap_or_default().to_string_lossy().into_owned(),
        kind: DocumentKind::Other,
        sha256: kept.sha256.clone(),
        bytes: kept.bytes as f64,
        dated_on: None,
        added_on: today,
        journalised: false,
        record_number: String::new(),
        personal_data: false,
        keep_until: None,
        redacts_id: None,
        content_removed_on: None,
        note: String::new(),
    }
}
