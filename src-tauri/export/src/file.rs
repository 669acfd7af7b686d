//! Files that are written whole or not at all.

use std::fs::File;
use std::io::{Error as IoError, ErrorKind, Write};
use std::path::{Path, PathBuf};

use tempfile::Builder;
use tilsagn_core::report::PaperFormat;
use tilsagn_core::{Error, ErrorCode, Result};

/// The path of a file in a format, with its ending added where it ends otherwise. A point in a name is not an ending: »Budget 2.0«.
pub fn in_format(path: &Path, format: PaperFormat) -> PathBuf {
    if path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case(format.code())) {
        return path.to_owned();
    }
    let mut name = path.as_os_str().to_owned();
    name.push(".");
    name.push(format.code());
    name.into()
}

/// Writes a file beside its place first and renames it: what was there stays until the new one is whole.
///
/// # Errors
/// As for [`write_with`].
pub fn write(path: &Path, bytes: &[u8]) -> Result<()> {
    write_with(path, |file| file.write_all(bytes).map_err(|error| about(path, &error)))
}

/// The same, of what is written a piece at a time. Where the writing fails or is stopped, nothing of it is left.
///
/// # Errors
/// `folder_missing`, `file_read_only`, `file_in_use`, `disk_full`, `export_failed`; those of the writing.
pub fn write_with(path: &Path, fill: impl FnOnce(&mut File) -> Result<()>) -> Result<()> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    if !folder.is_dir() {
        return Err(Error::new(ErrorCode::FolderMissing).with("folder", folder.display()));
    }
    let failed = |error: IoError| about(path, &error);
    if path.metadata().is_ok_and(|there| there.is_file() && there.permissions().readonly()) {
        return Err(Error::new(ErrorCode::FileReadOnly).with("file", path.display()));
    }
    let_go(path)?;
    let mut builder = Builder::new();
    builder.prefix(".tilsagn-");
    // As any new file of the person's, not the private one a temporary file is.
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    let mut beside = builder.tempfile_in(folder).map_err(failed)?;
    fill(beside.as_file_mut())?;
    beside.as_file().sync_all().map_err(failed)?;
    beside.persist(path).map_err(|refused| if is_sharing(&refused.error) { in_use(path) } else { failed(refused.error) })?;
    Ok(())
}

/// Whether no other program has the file open, as far as what lies beside it tells.
///
/// # Errors
/// `file_in_use`.
pub fn let_go(path: &Path) -> Result<()> {
    if path.exists() && locks(path).iter().any(|lock| lock.exists()) { Err(in_use(path)) } else { Ok(()) }
}

/// What office programs put beside a file while it is open: LibreOffice `.~lock.NAME#`; Excel and PowerPoint `~$NAME`, and Word the same
/// with the first letter or two of a longer name left out. One may be left behind by a program that broke down: nothing tells it from
/// another, so the message does.
fn locks(path: &Path) -> Vec<PathBuf> {
    let Some(name) = path.file_name().and_then(|name| name.to_str()) else { return Vec::new() };
    let stem = path.file_stem().map_or(0, |stem| stem.to_string_lossy().chars().count());
    let left_out = stem.saturating_sub(6).min(2);
    let short: String = name.chars().skip(left_out).collect();
    [format!(".~lock.{name}#"), format!("~${name}"), format!("~${short}")].map(|lock| path.with_file_name(lock)).into()
}

/// Whether Windows refuses because another program holds the file: sharing or lock violation, or, of a file that is renamed onto, access.
fn is_sharing(error: &IoError) -> bool {
    cfg!(windows) && matches!(error.raw_os_error(), Some(5 | 32 | 33))
}

fn in_use(path: &Path) -> Error {
    Error::new(ErrorCode::FileInUse).with("file", path.display()).with("other", free(path).display())
}

/// The same name with a number, where there is neither such a file nor a lock of one: »Navn (2).docx«.
fn free(path: &Path) -> PathBuf {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    let end = path.extension().map(|end| format!(".{}", end.to_string_lossy())).unwrap_or_default();
    let numbered = |number: u32| path.with_file_name(format!("{stem} ({number}){end}"));
    let is_free = |path: &PathBuf| !path.exists() && !locks(path).iter().any(|lock| lock.exists());
    (2..10_000).map(numbered).find(is_free).unwrap_or_else(|| numbered(10_000))
}

/// What went wrong with a file, as its reader can mend it.
pub fn about(path: &Path, error: &IoError) -> Error {
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
        for (given, path) in [("a.DOCX", "a.DOCX"), ("a", "a.docx"), ("a.pdf", "a.pdf.docx"), ("Sag 2.0", "Sag 2.0.docx")] {
            assert_eq!(in_format(Path::new(given), PaperFormat::Docx), Path::new(path));
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

    #[test]
    fn a_file_that_is_open_elsewhere_is_left_and_a_free_name_is_given() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        for lock in [".~lock.Punkt 3.docx#", "~$Punkt 3.docx", "~$unkt 3.docx"] {
            std::fs::write(at("Punkt 3.docx"), b"old").unwrap();
            std::fs::write(at("Punkt 3 (2).docx"), b"other").unwrap();
            std::fs::write(at(lock), b"").unwrap();
            let error = write(&at("Punkt 3.docx"), b"new").unwrap_err();
            let other = at("Punkt 3 (3).docx").display().to_string();
            assert_eq!((error.code, &error.params["other"]), (ErrorCode::FileInUse, &other), "{lock}");
            assert_eq!(std::fs::read(at("Punkt 3.docx")).unwrap(), b"old");
            std::fs::remove_file(at(lock)).unwrap();
        }
        // A lock of a file that is not there any more says nothing.
        std::fs::write(at("~$ny.docx"), b"").unwrap();
        write(&at("ny.docx"), b"new").unwrap();
        let lock = |name: &str| locks(Path::new(name))[2].display().to_string();
        assert_eq!(
            (lock("abcdef.docx"), lock("Rapport.docx"), lock("Rapporter.docx")),
            ("~$abcdef.docx".into(), "~$apport.docx".into(), "~$pporter.docx".into())
        );
    }

    #[test]
    fn what_is_stopped_half_way_leaves_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.zip");
        let stopped = write_with(&path, |file| {
            file.write_all(b"half").unwrap();
            Err(Error::new(ErrorCode::ExportStopped))
        });
        assert_eq!(stopped.unwrap_err().code, ErrorCode::ExportStopped);
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
    }
}
