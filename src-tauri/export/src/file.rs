//! Files that are written whole or not at all.

use std::io::{Error as IoError, ErrorKind, Write};
use std::path::{Path, PathBuf};

use tempfile::Builder;
use tilsagn_core::{Error, ErrorCode, Result};

/// The path of a sheet, with `.xlsx` added where it ends otherwise, and whether it is a `.csv`.
pub fn with_ending(path: &Path) -> (PathBuf, bool) {
    let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase());
    match ending.as_deref() {
        Some("csv") => (path.to_owned(), true),
        Some("xlsx") => (path.to_owned(), false),
        // A point in a name is not an ending: »Budget 2.0«.
        _ => {
            let mut name = path.as_os_str().to_owned();
            name.push(".xlsx");
            (name.into(), false)
        }
    }
}

/// Writes a file beside its place first and renames it: what was there stays until the new one is whole.
///
/// # Errors
/// `folder_missing`, `file_read_only`, `disk_full`, `export_failed`.
pub fn write(path: &Path, bytes: &[u8]) -> Result<()> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    if !folder.is_dir() {
        return Err(Error::new(ErrorCode::FolderMissing).with("folder", folder.display()));
    }
    let failed = |error: IoError| about(path, &error);
    if path.metadata().is_ok_and(|there| there.is_file() && there.permissions().readonly()) {
        return Err(Error::new(ErrorCode::FileReadOnly).with("file", path.display()));
    }
    let mut builder = Builder::new();
    builder.prefix(".tilsagn-");
    // As any new file of the person's, not the private one a temporary file is.
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    let mut beside = builder.tempfile_in(folder).map_err(failed)?;
    beside.write_all(bytes).and_then(|()| beside.as_file().sync_all()).map_err(failed)?;
    beside.persist(path).map_err(|refused| failed(refused.error))?;
    Ok(())
}

fn about(path: &Path, error: &IoError) -> Error {
    let code = match error.kind() {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::FileTooLarge => ErrorCode::DiskFull,
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => ErrorCode::FileReadOnly,
        _ => ErrorCode::ExportFailed,
    };
    Error::new(code).with("file", path.display()).because(error)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_gets_the_ending_it_lacks() {
        for (given, path, is_csv) in [
            ("a.xlsx", "a.xlsx", false),
            ("a.CSV", "a.CSV", true),
            ("a", "a.xlsx", false),
            ("Budget 2.0", "Budget 2.0.xlsx", false),
        ] {
            assert_eq!(with_ending(Path::new(given)), (PathBuf::from(path), is_csv), "{given}");
        }
    }

    #[test]
    fn what_cannot_be_written_says_why_and_leaves_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        assert_eq!(write(&at("no/a.xlsx"), b"a").unwrap_err().code, ErrorCode::FolderMissing);
        std::fs::create_dir(at("b.xlsx")).unwrap();
        assert_eq!(write(&at("b.xlsx"), b"a").unwrap_err().code, ErrorCode::ExportFailed);
        std::fs::write(at("c.xlsx"), b"old").unwrap();
        let mut permissions = std::fs::metadata(at("c.xlsx")).unwrap().permissions();
        permissions.set_readonly(true);
        std::fs::set_permissions(at("c.xlsx"), permissions).unwrap();
        assert_eq!(write(&at("c.xlsx"), b"a").unwrap_err().code, ErrorCode::FileReadOnly);
        write(&at("d.xlsx"), b"one").unwrap();
        write(&at("d.xlsx"), b"two").unwrap();
        assert_eq!(std::fs::read(at("d.xlsx")).unwrap(), b"two");
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 3);
    }
}
