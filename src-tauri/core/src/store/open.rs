//! Opening and creating a data file.

use std::fs::{self, OpenOptions};
use std::path::{Path, PathBuf};

use rusqlite::{Connection, OpenFlags};

use crate::error::{Error, ErrorCode, Result};
use crate::store::copy::{PrivateCopy, write_whole};
use crate::store::documents::bring;
use crate::store::environment::Environment;
use crate::store::fault::{About, io_error};
use crate::store::inspect::{Found, inspect, open_unchanging, quick_check};
use crate::store::lock::{Lock, lock_file};
use crate::store::migrate::migrate;
use crate::store::place::refuse_network;
use crate::store::{APPLICATION_ID, Access, BackupKind, Store, pragmas};
use crate::views::OpenMode;

impl Store {
    /// Opens a data file as a window does. For writing, nobody else may have it open, an older file is backed up and brought up to
    /// this version, and the day's backup is made. To look only, a private copy is read and nothing beside the file changes. Copied
    /// here, the copy in the program's own folder is opened for writing.
    ///
    /// # Errors
    /// What keeps it from being opened; the file is then as it was.
    pub fn open(path: &Path, mode: OpenMode, environment: &Environment) -> Result<Store> {
        let path = &settled(path);
        match mode {
            OpenMode::Write => {
                let mut store = open_for_writing(path, environment)?;
                store.problem = store.back_up_daily().err();
                Ok(store)
            }
            OpenMode::ReadOnly => {
                let found = inspect(path, environment)?;
                read_copy(path, found, environment)
            }
            OpenMode::CopyHere => open_for_writing(&copy_here(path, environment)?, environment),
        }
    }

    /// Opens a data file as a command does that only reads: nothing is created, changed or locked. An older file is brought up to
    /// this version in a copy.
    ///
    /// # Errors
    /// What keeps it from being opened.
    pub fn read(path: &Path, environment: &Environment) -> Result<Store> {
        let path = &settled(path);
        let found = inspect(path, environment)?;
        if found.copy.is_some() || found.version < environment.schema.version() {
            return read_copy(path, found, environment);
        }
        let connection = open_unchanging(path)?;
        pragmas::guard(&connection).about(path)?;
        Store::over(connection, Access::Reading { _copy: None }, path, environment)
    }

    /// Makes a data file, lets `fill` put into it what it starts with, and opens it for writing. The file appears when it is whole.
    ///
    /// # Errors
    /// `file_exists` when there is one already, which is then untouched; what `fill` fails with; what keeps a file from being made.
    pub fn create(path: &Path, environment: &Environment, fill: impl FnOnce(&mut Store) -> Result<()>) -> Result<Store> {
        let path = &settled(path);
        let (Some(folder), Some(name)) = (path.parent(), path.file_name()) else {
            return Err(Error::new(ErrorCode::FileExists).with("file", path.display()));
        };
        if !folder.is_dir() {
            return Err(Error::new(ErrorCode::FolderMissing).with("folder", folder.display()));
        }
        if path.exists() {
            return Err(Error::new(ErrorCode::FileExists).with("file", path.display()));
        }
        refuse_network(path, environment)?;
        let mut store = Store::in_memory(environment)?;
        fill(&mut store)?;
        write_whole(&store.connection, folder, [name.to_string_lossy().into_owned()]).about(path)?;
        open_for_writing(path, environment)
    }

    /// A store without a file.
    ///
    /// # Errors
    /// None that are foreseen.
    pub fn in_memory(environment: &Environment) -> Result<Store> {
        let mut connection = Connection::open_in_memory()?;
        connection.pragma_update(None, "application_id", APPLICATION_ID)?;
        pragmas::guard(&connection)?;
        migrate(&mut connection, &environment.schema)?;
        Store::over(connection, Access::Memory, Path::new(""), environment)
    }
}

/// How else a file can be opened that was refused for writing.
pub fn choices(problem: &Error) -> Vec<OpenMode> {
    match problem.code {
        ErrorCode::FileOnNetwork | ErrorCode::FileReadOnly => vec![OpenMode::ReadOnly, OpenMode::CopyHere],
        ErrorCode::FileDamaged | ErrorCode::FileLocked | ErrorCode::DiskFull => vec![OpenMode::ReadOnly],
        _ => Vec::new(),
    }
}

/// The path, absolute and without links, as far as it exists.
fn settled(path: &Path) -> PathBuf {
    let absolute = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    plain(absolute.canonicalize().unwrap_or_else(|_| match (absolute.parent().map(Path::canonicalize), absolute.file_name()) {
        (Some(Ok(folder)), Some(name)) => folder.join(name),
        _ => absolute,
    }))
}

/// Windows gives a path without links as `\\?\C:\…` or `\\?\UNC\server\…`, which nobody reads and SQLite's addresses do not take.
fn plain(path: PathBuf) -> PathBuf {
    match path.to_str().and_then(|text| text.strip_prefix(r"\\?\")) {
        Some(local) => local.strip_prefix(r"UNC\").map_or_else(|| local.into(), |share| format!(r"\\{share}").into()),
        None => path,
    }
}

fn open_for_writing(path: &Path, environment: &Environment) -> Result<Store> {
    refuse_network(path, environment)?;
    // Where a window may have the file, ask it first; else look at the file before anything is put beside it.
    let held = if lock_file(path).exists() && path.exists() { Some(Lock::take(path)?) } else { None };
    let found = inspect(path, environment)?;
    refuse_read_only(path)?;
    let lock = held.map_or_else(|| Lock::take(path), Ok)?;
    match &found.copy {
        Some(copy) => quick_check(&Connection::open(copy.path()).about(path)?, path)?,
        None => quick_check(&open_unchanging(path)?, path)?,
    }
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags).about(path)?;
    pragmas::guard(&connection).about(path)?;
    pragmas::durable(&connection).about(path)?;
    let mut store = Store::over(connection, Access::Writing(lock), path, environment)?;
    if found.version < environment.schema.version() {
        store.back_up(BackupKind::BeforeUpgrade)?;
        migrate(&mut store.connection, &environment.schema).about(path)?;
    }
    pragmas::write_ahead(&store.connection).about(path)?;
    // Migrating and turning to the log were its own doing.
    store.changed_elsewhere()?;
    Ok(store)
}

/// Reads a private copy. A damaged one is read as far as it goes, and the store says so.
fn read_copy(path: &Path, found: Found, environment: &Environment) -> Result<Store> {
    let copy = found.copy.map_or_else(|| PrivateCopy::of(path, environment), Ok)?;
    let mut connection = Connection::open(copy.path()).about(path)?;
    pragmas::guard(&connection).about(path)?;
    let problem = quick_check(&connection, path).err();
    if found.version < environment.schema.version() {
        migrate(&mut connection, &environment.schema).about(path)?;
    }
    connection.pragma_update(None, "query_only", true).about(path)?;
    let mut store = Store::over(connection, Access::Reading { _copy: Some(copy) }, path, environment)?;
    store.problem = problem;
    Ok(store)
}

/// Copies the file, with its documents, into the program's own folder under a name that is free.
fn copy_here(path: &Path, environment: &Environment) -> Result<PathBuf> {
    let found = inspect(path, environment)?;
    let copy = found.copy.map_or_else(|| PrivateCopy::of(path, environment), Ok)?;
    let source = Connection::open(copy.path()).about(path)?;
    quick_check(&source, path)?;
    let folder = &environment.own_folder;
    fs::create_dir_all(folder).map_err(|error| io_error(&error, folder, ErrorCode::FileReadOnly))?;
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    let end = path.extension().map(|end| format!(".{}", end.to_string_lossy())).unwrap_or_default();
    let names = (1..1000).map(|number| if number == 1 { format!("{stem}{end}") } else { format!("{stem} {number}{end}") });
    let copied = write_whole(&source, folder, names)?;
    // Without its documents the copy would not be what was asked for.
    if let Err(error) = bring(&source, path, &copied) {
        let _ = fs::remove_file(&copied);
        return Err(error);
    }
    Ok(copied)
}

/// Refuses a file nobody may write to, also for an administrator, whom the system lets write to anything.
fn refuse_read_only(path: &Path) -> Result<()> {
    let refused = |error: std::io::Error| match error.kind() {
        std::io::ErrorKind::PermissionDenied => Error::new(ErrorCode::FileReadOnly).with("file", path.display()).because(error),
        _ => io_error(&error, path, ErrorCode::FileUnreadable),
    };
    let file = OpenOptions::new().read(true).write(true).open(path).map_err(refused)?;
    if file.metadata().map_err(refused)?.permissions().readonly() {
        return Err(Error::new(ErrorCode::FileReadOnly).with("file", path.display()));
    }
    Ok(())
}
