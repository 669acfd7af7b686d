//! Looking at a file without touching it.

use std::ffi::OsString;
use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};

use rusqlite::{Connection, OpenFlags};

use crate::error::{Error, ErrorCode, Result};
use crate::store::APPLICATION_ID;
use crate::store::copy::PrivateCopy;
use crate::store::environment::Environment;
use crate::store::fault::{About, io_error};

/// The first bytes of every SQLite file.
const MAGIC: &[u8; 16] = b"SQLite format 3\0";
/// Where the header holds `user_version` and `application_id`, four bytes each, the highest first.
const USER_VERSION: usize = 60;
const APPLICATION: usize = 68;

/// A data file that may be opened.
pub(super) struct Found {
    /// How many migrations it has had.
    pub version: i64,
    /// The copy that was looked at, where the file has content outside itself that only SQLite can put together.
    pub copy: Option<PrivateCopy>,
}

/// Finds out what a file is. Refuses what is not a data file of this program, or of a later version of it. Nothing is written
/// beside the file.
pub(super) fn inspect(path: &Path, environment: &Environment) -> Result<Found> {
    let header = header(path)?;
    let (application, version, copy) = if beside(path, "-wal").exists() || beside(path, "-journal").exists() {
        let copy = PrivateCopy::of(path, environment)?;
        let connection = Connection::open(copy.path()).about(path)?;
        let number = |name| connection.pragma_query_value(None, name, |row| row.get::<_, i32>(0)).about(path);
        (number("application_id")?, number("user_version")?, Some(copy))
    } else {
        (number(&header, APPLICATION), number(&header, USER_VERSION), None)
    };
    if application != APPLICATION_ID {
        return Err(Error::new(ErrorCode::FileOtherProgram)
            .with("file", path.display())
            .because(format!("application_id {application:#x}, user_version {version}")));
    }
    let (version, known) = (i64::from(version), environment.schema.version());
    if version > known {
        return Err(Error::new(ErrorCode::FileNewer).with("file", path.display()).with("found", version).with("known", known));
    }
    Ok(Found { version, copy })
}

/// The header of an SQLite file.
fn header(path: &Path) -> Result<[u8; 100]> {
    let unreadable = |error: std::io::Error| match (error.kind(), path.parent()) {
        (std::io::ErrorKind::NotFound, Some(folder)) if !folder.as_os_str().is_empty() && !folder.exists() => {
            Error::new(ErrorCode::FolderMissing).with("folder", folder.display()).because(error)
        }
        _ => io_error(&error, path, ErrorCode::FileUnreadable),
    };
    let mut start = Vec::with_capacity(100);
    File::open(path).map_err(unreadable)?.take(100).read_to_end(&mut start).map_err(unreadable)?;
    if !start.starts_with(MAGIC) {
        return Err(Error::new(ErrorCode::FileNotSqlite).with("file", path.display()));
    }
    <[u8; 100]>::try_from(start).map_err(|start| {
        let cause = format!("only {} bytes", start.len());
        Error::new(ErrorCode::FileDamaged).with("file", path.display()).because(cause)
    })
}

fn number(header: &[u8; 100], at: usize) -> i32 {
    i32::from_be_bytes([header[at], header[at + 1], header[at + 2], header[at + 3]])
}

/// The file of the same name with something after it: `-wal`, `.lock`.
pub(super) fn beside(path: &Path, suffix: &str) -> PathBuf {
    let mut name = OsString::from(path);
    name.push(suffix);
    PathBuf::from(name)
}

/// Opens a file that nobody writes to, without a lock and without anything appearing beside it.
pub(super) fn open_unchanging(path: &Path) -> Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_URI | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    Connection::open_with_flags(format!("{}?immutable=1", uri(path)), flags).about(path)
}

/// A path as SQLite reads it in an address.
fn uri(path: &Path) -> String {
    let bytes = path.as_os_str().as_encoded_bytes();
    let mut uri = String::from(match (cfg!(windows), bytes.starts_with(br"\\")) {
        (false, _) => "file:",
        (true, false) => "file:///",
        (true, true) => "file://",
    });
    for byte in bytes {
        match *byte {
            b'\\' if cfg!(windows) => uri.push('/'),
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'.' | b'-' | b'_' | b':' => uri.push(char::from(*byte)),
            _ => uri.push_str(&format!("%{byte:02X}")),
        }
    }
    uri
}

/// A quick look through all pages; the first thing found is in the error's detail.
pub(super) fn quick_check(connection: &Connection, path: &Path) -> Result<()> {
    let found: String = connection.query_row("PRAGMA quick_check(1)", [], |row| row.get(0)).about(path)?;
    if found == "ok" { Ok(()) } else { Err(Error::new(ErrorCode::FileDamaged).with("file", path.display()).because(found)) }
}
