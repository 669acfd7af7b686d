//! From what is asked to a file: the reports are gathered from the data file first, so that writing them keeps nobody waiting.

mod bundle;
mod gather;
mod written;

use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};

use tilsagn_core::report::{PaperFormat, PaperKind, Report};
use tilsagn_core::views::PaperProgress;
use tilsagn_core::{Error, ErrorCode, Result};

pub use gather::{Gathered, gather, place};

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
        PaperFormat::Ics | PaperFormat::Zip => return Err(not_possible(report.kind, format)),
    };
    Ok(Made { bytes, without_glyph: Vec::new() })
}

/// The error of a format a paper has not.
fn not_possible(kind: PaperKind, format: PaperFormat) -> Error {
    let possible = kind.formats().iter().map(|format| format.code()).collect::<Vec<_>>().join(", ");
    Error::new(ErrorCode::FormatNotPossible).with("found", format.code()).with("expected", possible)
}
