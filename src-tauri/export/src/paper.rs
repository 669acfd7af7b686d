//! From what is asked to a file: the reports are gathered from the data file first, so that writing them keeps nobody waiting.

use std::path::Path;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};

use chrono::NaiveDate;
use tilsagn_core::report::{PaperFormat, Report};
use tilsagn_core::store::Store;
use tilsagn_core::views::{PaperAsked, PaperProgress, PaperWritten};
use tilsagn_core::{Error, ErrorCode, Result};

/// A template of a municipality's own.
#[derive(Clone, Debug)]
pub struct Template {
    /// What it was called.
    pub name: String,
    /// A .docx.
    pub content: Vec<u8>,
}

/// A paper in a format.
#[derive(Clone, Debug, Default)]
pub struct Made {
    /// The file.
    pub bytes: Vec<u8>,
    /// Letters no font of a PDF has.
    pub without_glyph: Vec<String>,
}

/// Follows the writing of a paper, and can stop it.
#[derive(Debug, Default)]
pub struct Watch {
    stopped: AtomicBool,
    progress: Mutex<Option<PaperProgress>>,
}

impl Watch {
    /// Asks it to stop: what is not whole is not written.
    pub fn stop(&self) {
        self.stopped.store(true, Ordering::Relaxed);
    }

    /// Whether it was asked to.
    pub fn is_stopped(&self) -> bool {
        self.stopped.load(Ordering::Relaxed)
    }

    /// How far it has come; none before it begins.
    pub fn progress(&self) -> Option<PaperProgress> {
        self.progress.lock().ok().and_then(|progress| progress.clone())
    }

    /// Says how far it has come.
    pub fn says(&self, progress: PaperProgress) {
        if let Ok(mut now) = self.progress.lock() {
            *now = Some(progress);
        }
    }
}

/// What is asked, read from the data file and ready to be written.
#[derive(Debug)]
pub struct Gathered {
    report: Option<Report>,
}

/// Reads what is asked from the data file.
///
/// # Errors
/// `format_not_possible`; those of [`Store::report`].
pub fn gather(store: &Store, asked: &PaperAsked, format: PaperFormat, municipality: u32, today: NaiveDate) -> Result<Gathered> {
    let _ = format;
    Ok(Gathered { report: Some(store.report(asked, municipality, today)?) })
}

impl Gathered {
    /// Writes it whole or not at all. The ending is added where the path lacks it.
    ///
    /// # Errors
    /// `folder_missing`, `file_read_only`, `disk_full`, `file_in_use`, `export_stopped`, `export_failed`; those of the template.
    pub fn write(&self, path: &Path, watch: &Watch) -> Result<PaperWritten> {
        let _ = (path, watch, &self.report);
        Err(Error::new(ErrorCode::Unforeseen).because("unbuilt"))
    }
}

/// A report in a format.
///
/// # Errors
/// `format_not_possible`; `template_unreadable`, `template_styles_missing`; `export_failed`.
pub fn make(report: &Report, format: PaperFormat, template: Option<&Template>) -> Result<Made> {
    let bytes = match format {
        PaperFormat::Docx => crate::docx::docx(report, template)?,
        PaperFormat::Pdf => return crate::pdf::pdf(report),
        PaperFormat::Xlsx => crate::xlsx::xlsx(report)?,
        PaperFormat::Csv => crate::csv::csv(report)?,
        PaperFormat::Json => crate::json::json(report)?,
        PaperFormat::Ics | PaperFormat::Zip => {
            let possible = report.kind.formats().iter().map(|format| format.code()).collect::<Vec<_>>().join(", ");
            return Err(Error::new(ErrorCode::FormatNotPossible).with("found", format.code()).with("expected", possible));
        }
    };
    Ok(Made { bytes, without_glyph: Vec::new() })
}
