//! From SQLite's and the system's errors to the program's.

use std::io;
use std::path::Path;

use rusqlite::ffi;

use crate::error::{Error, ErrorCode, Result};

impl From<rusqlite::Error> for Error {
    fn from(error: rusqlite::Error) -> Error {
        let code = error.sqlite_error().map_or(ErrorCode::Unforeseen, |failure| match failure.code {
            // SQLite could not make room for the index of its log: what a full disk looks like when a file is opened.
            _ if failure.extended_code == ffi::SQLITE_IOERR_SHMSIZE => ErrorCode::DiskFull,
            ffi::ErrorCode::DiskFull => ErrorCode::DiskFull,
            ffi::ErrorCode::DatabaseBusy | ffi::ErrorCode::DatabaseLocked => ErrorCode::FileBusy,
            ffi::ErrorCode::NotADatabase => ErrorCode::FileNotSqlite,
            ffi::ErrorCode::DatabaseCorrupt => ErrorCode::FileDamaged,
            ffi::ErrorCode::ReadOnly => ErrorCode::FileReadOnly,
            ffi::ErrorCode::CannotOpen | ffi::ErrorCode::SystemIoFailure | ffi::ErrorCode::PermissionDenied => {
                ErrorCode::FileUnreadable
            }
            ffi::ErrorCode::ConstraintViolation => ErrorCode::RecordConflicts,
            _ => ErrorCode::Unforeseen,
        });
        Error::new(code).because(error)
    }
}

/// A system error about a file; `otherwise` where it is none of the usual ones.
pub(super) fn io_error(error: &io::Error, path: &Path, otherwise: ErrorCode) -> Error {
    let code = match error.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded | io::ErrorKind::FileTooLarge => ErrorCode::DiskFull,
        io::ErrorKind::NotFound => ErrorCode::FileMissing,
        io::ErrorKind::AlreadyExists => ErrorCode::FileExists,
        io::ErrorKind::ReadOnlyFilesystem => ErrorCode::FileReadOnly,
        _ => otherwise,
    };
    Error::new(code).with("file", path.display()).because(error)
}

/// Names the file an error is about, unless it names one already.
pub(super) trait About<T> {
    fn about(self, path: &Path) -> Result<T>;
}

impl<T, E: Into<Error>> About<T> for std::result::Result<T, E> {
    fn about(self, path: &Path) -> Result<T> {
        self.map_err(|error| {
            let mut error = error.into();
            error.params.entry("file".to_owned()).or_insert_with(|| path.display().to_string());
            error
        })
    }
}
