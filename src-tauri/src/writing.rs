//! The paper that is being written.

use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

use tilsagn_core::report::PaperFormat;
use tilsagn_core::views::{PaperAsked, PaperProgress, PaperWritten};
use tilsagn_core::{Error, ErrorCode, Result};
use tilsagn_export::Watch;

use crate::state::App;

/// One at a time: the screen shows no other form while it writes.
#[derive(Default)]
pub struct Writing(Mutex<Option<Arc<Watch>>>);

impl Writing {
    fn set(&self, watch: Option<Arc<Watch>>) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = watch;
    }

    fn watch(&self) -> Option<Arc<Watch>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

impl App {
    /// Writes a paper. The data file is read first and free again while the file is made.
    ///
    /// # Errors
    /// `file_in_use`; `file_exists` where a file lies there and is not to be replaced; those of gathering and writing.
    pub fn paper_write(&self, asked: &PaperAsked, format: PaperFormat, path: &Path, replace: bool) -> Result<PaperWritten> {
        let municipality = self.required_municipality()?;
        let path = &self.read(|store, today| tilsagn_export::place(store, asked, format, municipality, today, path))?;
        // What is open elsewhere cannot be replaced, so it is not asked about.
        tilsagn_export::let_go(path)?;
        if !replace && path.exists() {
            return Err(Error::new(ErrorCode::FileExists).with("file", path.display()));
        }
        let gathered = self.read(|store, today| tilsagn_export::gather(store, asked, format, municipality, today))?;
        let watch = Arc::new(Watch::default());
        self.writing().set(Some(Arc::clone(&watch)));
        let written = gathered.write(path, &watch);
        self.writing().set(None);
        written
    }

    /// How far the writing has come.
    pub fn paper_progress(&self) -> Option<PaperProgress> {
        self.writing().watch()?.progress()
    }

    /// Stops the writing.
    pub fn paper_stop(&self) {
        if let Some(watch) = self.writing().watch() {
            watch.stop();
        }
    }
}
