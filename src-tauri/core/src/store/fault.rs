//! From SQLite's and the system's errors to the program's.

use std::io;
use std::path::Path;

use rusqlite::ffi;

use crate::error::{Error, ErrorCode, Result};
use crate::store::blame::UNKNOWN;

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

/// Names the file an error is about, unless it names one already; of a changed record that history knows nothing of, nobody.
pub(super) trait About<T> {
    fn about(self, path: &Path) -> Result<T>;
}

impl<T, E: Into<Error>> About<T> for std::result::Result<T, E> {
    fn about(self, path: &Path) -> Result<T> {
        self.map_err(|error| {
            let mut error = error.into();
            error.params.entry("file".to_owned()).or_insert_with(|| path.display().to_string());
            if error.code == ErrorCode::RecordChanged {
                for name in ["who", "when"] {
                    error.params.entry(name.to_owned()).or_insert_with(|| UNKNOWN.to_owned());
                }
            }
            error
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ops::Op;
    use crate::store::{Environment, Seeded, Store};

    /// The same as a full disk, where none can be made.
    #[test]
    fn a_file_that_may_not_grow_is_a_full_disk() {
        let environment = Environment::of_this_machine("Anna", Path::new("/nowhere"));
        let mut store = Store::in_memory(&environment).unwrap();
        let pages: i64 = store.connection.pragma_query_value(None, "page_count", |row| row.get(0)).unwrap();
        let limit = |store: &Store, pages: i64| {
            store.connection.pragma_update_and_check(None, "max_page_count", pages, |row| row.get::<_, i64>(0)).unwrap()
        };
        limit(&store, pages + 2);
        let read_in = |store: &mut Store| {
            let summary = crate::store::Row::from_iter([("text".to_owned(), "x".repeat(50_000).into())]);
            store.seed(Op::AgreementImport, |_| Ok((Seeded { table: "agreement", id: 1, summary }, ())))
        };
        assert_eq!(read_in(&mut store).unwrap_err().code, ErrorCode::DiskFull);
        assert!(store.recent(1).unwrap().is_empty());
        limit(&store, pages + 1000);
        read_in(&mut store).unwrap();
        assert_eq!(store.recent(9).unwrap().len(), 1);
    }
}
