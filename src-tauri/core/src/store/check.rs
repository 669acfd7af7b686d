//! A thorough check of the file's content.

use crate::error::{Error, ErrorCode, Result};
use crate::store::Store;
use crate::views::CheckView;
use crate::words::{Language, coded};

coded! {
    /// What a check of the file has found right.
    pub enum Checked("check") {
        /// Every page and index.
        Content = "content",
        /// Every reference from one record to another.
        References = "references",
        /// Every sum of every agreement, against the printed one.
        Figures = "figures",
        /// The content of every document.
        Documents = "documents",
    }
}

impl Store {
    /// Checks every page, index and reference, proves the sums of every agreement anew, and reads the content of every document. What
    /// is wrong is in the view, one error for each.
    ///
    /// # Errors
    /// Those of reading the file.
    pub fn check(&self, language: Language) -> Result<CheckView> {
        let content = self.query(|connection| {
            let mut statement = connection.prepare("PRAGMA integrity_check(20)")?;
            let found = statement.query_map([], |row| row.get::<_, String>(0))?.collect::<rusqlite::Result<Vec<_>>>()?;
            Ok(found.into_iter().filter(|line| line != "ok").collect::<Vec<_>>())
        });
        let references = self.query(|connection| {
            let mut statement = connection.prepare("PRAGMA foreign_key_check")?;
            let found = statement.query_map([], |row| {
                let (table, row, parent): (String, Option<i64>, String) = (row.get(0)?, row.get(1)?, row.get(2)?);
                Ok(format!("{table} {} has no {parent}", row.unwrap_or_default()))
            })?;
            Ok(found.collect::<rusqlite::Result<Vec<_>>>()?)
        });
        let mut view = CheckView { passed: Vec::new(), failed: Vec::new() };
        for (checked, found) in [(Checked::Content, content), (Checked::References, references)] {
            // What is too damaged to be read through is a finding too.
            let found = match found {
                Err(error) if error.code == ErrorCode::FileDamaged => vec![error.detail],
                other => other?,
            };
            if found.is_empty() {
                view.passed.push(checked.word(language).to_owned());
            }
            let damage = |detail| Error::new(ErrorCode::FileDamaged).with("file", self.path.display()).because(detail);
            view.failed.extend(found.into_iter().map(damage));
        }
        // A file damaged in its pages has no figures to prove; a schema without agreements has none either.
        if !view.failed.is_empty() {
            return Ok(view);
        }
        if self.environment.schema.editable("initiative").is_ok() {
            for agreement in self.agreements()? {
                view.failed.extend(self.reconcile(Some(agreement.id))?);
            }
            if view.failed.is_empty() {
                view.passed.push(Checked::Figures.word(language).to_owned());
            }
        }
        if self.environment.schema.editable("document").is_ok() {
            let lost = self.check_documents()?;
            if lost.is_empty() {
                view.passed.push(Checked::Documents.word(language).to_owned());
            }
            view.failed.extend(lost);
        }
        Ok(view)
    }
}
