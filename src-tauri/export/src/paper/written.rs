//! Writing what was gathered.

use std::path::Path;

use tilsagn_core::report::PaperFormat;
use tilsagn_core::views::{PaperProgress, PaperWritten};
use tilsagn_core::{Error, ErrorCode, Result};

use super::gather::{Gathered, Source, What};
use super::{Made, Watch, bundle, make};
use crate::{budget_csv, budget_xlsx, file, pdf};

impl Gathered {
    /// Writes it whole or not at all. The ending is added where the path lacks it. What lies there is replaced;
    /// a calendar of this program there is carried on, so that a day that moved moves for those who read it.
    ///
    /// # Errors
    /// `folder_missing`, `file_read_only`, `disk_full`, `file_in_use`, `export_stopped`, `export_failed`; those of the template;
    /// `document_lost`.
    pub fn write(&self, path: &Path, watch: &Watch) -> Result<PaperWritten> {
        let path = file::in_format(path, self.format);
        let mut without_glyph = Vec::new();
        match &self.what {
            What::One(source) => {
                let step = |done| PaperProgress { done, of: 2, file: String::new() };
                watch.says(step(0));
                let made = match source {
                    // What a calendar of ours there says goes on; of a file that cannot be read nothing is known, and it is replaced.
                    Source::Calendar(days) => plain(days.after(&std::fs::read(&path).unwrap_or_default())),
                    _ => source.made(),
                };
                let made = made.map_err(|error| named(error, &path))?;
                watch.says(step(1));
                stop(watch, &path)?;
                file::write(&path, &made.bytes)?;
                without_glyph = made.without_glyph;
            }
            What::Many(files) => file::write_with(&path, |file| {
                without_glyph = bundle::write(files, file, &path, watch)?;
                Ok(())
            })?,
        }
        pdf::forget();
        let bytes = path.metadata().map_or(0, |about| about.len());
        Ok(PaperWritten { path: path.display().to_string(), bytes: bytes as f64, without_glyph })
    }
}

impl Source {
    /// The file, of all but a document, which is never in memory as a whole.
    pub(super) fn made(&self) -> Result<Made> {
        match self {
            Source::Report(report, format, template) => make(report, *format, template.as_ref()),
            Source::Budget(view, PaperFormat::Csv, language) => plain(budget_csv(view, *language)?),
            Source::Budget(view, _, language) => plain(budget_xlsx(view, *language)?),
            Source::Calendar(days) => plain(days.after(&[])),
            Source::Document { name, .. } => Err(Error::new(ErrorCode::ExportFailed).with("file", name)),
        }
    }
}

fn plain(bytes: Vec<u8>) -> Result<Made> {
    Ok(Made { bytes, without_glyph: Vec::new() })
}

/// That it was asked to stop.
pub(super) fn stop(watch: &Watch, path: &Path) -> Result<()> {
    if watch.is_stopped() { Err(Error::new(ErrorCode::ExportStopped).with("file", path.display())) } else { Ok(()) }
}

/// Names the file in an error that does not.
pub(super) fn named(error: Error, path: &Path) -> Error {
    if error.params.contains_key("file") { error } else { error.with("file", path.display()) }
}
