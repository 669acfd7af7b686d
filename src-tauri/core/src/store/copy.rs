//! Copies of a data file: private ones to look at, and whole ones under a name of their own.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use rusqlite::Connection;
use tempfile::{NamedTempFile, TempDir};

use crate::error::{Error, ErrorCode, Result};
use crate::store::environment::Environment;
use crate::store::fault::{About, io_error};
use crate::store::inspect::{beside, open_unchanging, quick_check};

/// A copy of a data file, with the log beside it, that only this process sees. Gone when it is dropped.
pub(super) struct PrivateCopy {
    _folder: TempDir,
    path: PathBuf,
}

/// The data file and what SQLite may keep beside it.
pub(super) const PARTS: [&str; 3] = ["", "-wal", "-journal"];

impl PrivateCopy {
    /// Copies the file. Begins again when another program writes meanwhile.
    pub fn of(path: &Path, environment: &Environment) -> Result<PrivateCopy> {
        let private = &environment.private_folder;
        let folder = private_folder(private).map_err(|error| io_error(&error, private, ErrorCode::FileUnreadable))?;
        let name = path.file_name().ok_or_else(|| Error::new(ErrorCode::FileMissing).with("file", path.display()))?;
        let target = folder.path().join(name);
        for _ in 0..5 {
            let before = state(path);
            for part in PARTS {
                let (from, to) = (beside(path, part), beside(&target, part));
                let _ = fs::remove_file(&to);
                if part.is_empty() || from.exists() {
                    fs::copy(&from, &to).map_err(|error| io_error(&error, path, ErrorCode::FileUnreadable))?;
                    make_writable(&to)?;
                }
            }
            if state(path) == before {
                return Ok(PrivateCopy { _folder: folder, path: target });
            }
            std::thread::sleep(Duration::from_millis(100));
        }
        Err(Error::new(ErrorCode::FileBusy).with("file", path.display()))
    }

    /// Where the copy is.
    pub fn path(&self) -> &Path {
        &self.path
    }
}

/// A new folder that nobody else can look into.
fn private_folder(within: &Path) -> std::io::Result<TempDir> {
    let mut builder = tempfile::Builder::new();
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o700));
    builder.prefix("tilsagn-").tempdir_in(within)
}

/// Size and time of all parts; changes when someone writes.
fn state(path: &Path) -> [Option<(u64, Option<SystemTime>)>; 3] {
    PARTS.map(|part| fs::metadata(beside(path, part)).ok().map(|found| (found.len(), found.modified().ok())))
}

/// A copy of a write-protected file is write-protected; SQLite must be able to put its log into it.
fn make_writable(path: &Path) -> Result<()> {
    let failed = |error: std::io::Error| io_error(&error, path, ErrorCode::FileUnreadable);
    let mut permissions = fs::metadata(path).map_err(failed)?.permissions();
    if permissions.readonly() {
        #[cfg(unix)]
        std::os::unix::fs::PermissionsExt::set_mode(&mut permissions, 0o600);
        #[cfg(not(unix))]
        permissions.set_readonly(false);
        fs::set_permissions(path, permissions).map_err(failed)?;
    }
    Ok(())
}

/// How the name begins of a file that is not whole yet.
pub(super) const UNFINISHED: &str = ".tilsagn-";

/// Writes everything the connection sees to a new file, under the first of the names that is free. The file has its name only when
/// it is whole, checked and on the disk.
pub(super) fn write_whole(connection: &Connection, folder: &Path, names: impl IntoIterator<Item = String>) -> Result<PathBuf> {
    let failed = |error: &std::io::Error| io_error(error, folder, ErrorCode::FileReadOnly);
    let mut file = NamedTempFile::with_prefix_in(UNFINISHED, folder).map_err(|error| failed(&error))?;
    connection.execute("VACUUM INTO ?1", [file.path().to_string_lossy()]).about(folder)?;
    quick_check(&open_unchanging(file.path())?, folder)?;
    file.as_file().sync_all().map_err(|error| failed(&error))?;
    let mut taken = folder.to_owned();
    for name in names {
        taken = folder.join(name);
        match file.persist_noclobber(&taken) {
            Ok(_) => return Ok(taken),
            Err(refused) if refused.error.kind() == std::io::ErrorKind::AlreadyExists => file = refused.file,
            Err(refused) => return Err(failed(&refused.error)),
        }
    }
    Err(Error::new(ErrorCode::FileExists).with("file", taken.display()))
}
