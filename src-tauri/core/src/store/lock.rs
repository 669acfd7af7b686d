//! One window per data file. The system's lock on a file beside it is what counts; that file may stay.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::Write;
use std::path::{Path, PathBuf};

use crate::error::{Error, ErrorCode, Result};
use crate::store::fault::io_error;
use crate::store::inspect::beside;

/// The hold on a data file; let go when dropped, or when the process ends in whatever way.
pub struct Lock {
    file: File,
    show: PathBuf,
}

impl Lock {
    /// Takes hold of a data file.
    ///
    /// # Errors
    /// `file_locked` when another process has it; that one has then been asked to come forward. `file_read_only` when nothing can be
    /// written beside the file.
    pub fn take(path: &Path) -> Result<Lock> {
        let show = show_note(path);
        let failed = |error: &std::io::Error| io_error(error, path, ErrorCode::FileReadOnly);
        let mut options = OpenOptions::new();
        let mut file =
            options.read(true).write(true).create(true).truncate(false).open(lock_file(path)).map_err(|error| failed(&error))?;
        match file.try_lock() {
            Ok(()) => {
                let _ = fs::remove_file(&show);
                // Only for a person who wonders whose it is, so a full disk does not matter.
                let _ = file.set_len(0).and_then(|()| writeln!(file, "{}", std::process::id()));
                Ok(Lock { file, show })
            }
            Err(TryLockError::WouldBlock) => {
                File::create(&show).map_err(|error| failed(&error))?;
                Err(Error::new(ErrorCode::FileLocked).with("file", path.display()))
            }
            Err(TryLockError::Error(error)) => Err(failed(&error)),
        }
    }

    /// Whether a second start has asked the holder to come forward since this was last asked.
    pub fn asked_to_show(&self) -> bool {
        fs::remove_file(&self.show).is_ok()
    }
}

impl Drop for Lock {
    /// Closing the file would not do while a child process that is just being started still has it.
    fn drop(&mut self) {
        let _ = self.file.unlock();
    }
}

/// The note a second start leaves for the window that has the file; that window removes it and comes forward.
pub fn show_note(path: &Path) -> PathBuf {
    beside(path, ".show")
}

/// The file that is locked.
pub(super) fn lock_file(path: &Path) -> PathBuf {
    beside(path, ".lock")
}
