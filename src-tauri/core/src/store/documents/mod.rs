//! Documents: what is known of them is in the data file, their content in a folder beside it, named by its hash.

use std::path::{Path, PathBuf};

use chrono::NaiveDate;

use crate::applications::DocumentKind;
use crate::error::Result;
use crate::store::{Store, unbuilt};
use crate::views::{ApplicationView, Changed};

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
        unbuilt((application, path, kind, today))
    }

    /// Writes a copy of a document: to that path, or into that folder under its own name, or one that is free beside it. Gives where.
    ///
    /// # Errors
    /// `document_lost`, `document_removed`, `folder_missing`, `disk_full`.
    pub fn document_export(&self, id: u32, to: &Path) -> Result<PathBuf> {
        unbuilt((id, to))
    }

    /// Puts the redacted version of a document in its place and removes the content it had, here and nowhere else: copies outside
    /// this file and in its backups stay. It cannot be undone.
    ///
    /// # Errors
    /// As [`Store::document_add`]; `redaction_same`.
    pub fn document_redact(&mut self, id: u32, version: u32, path: &Path, today: NaiveDate) -> Result<Changed<ApplicationView>> {
        unbuilt((id, version, path, today))
    }

    /// Removes a document's content; what is known of it stays. It cannot be undone.
    ///
    /// # Errors
    /// Those of [`Store::transact`].
    pub fn document_remove_content(&mut self, id: u32, version: u32, today: NaiveDate) -> Result<Changed<ApplicationView>> {
        unbuilt((id, version, today))
    }
}
