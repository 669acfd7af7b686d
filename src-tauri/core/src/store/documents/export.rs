//! Copies of documents for other programs.

use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};

use crate::error::{Error, ErrorCode, Result};
use crate::store::copy::UNFINISHED;
use crate::store::documents::content::{Failed, copy, has_hash};
use crate::store::fault::io_error;

/// The longest name, in bytes: less than any file system allows, with room for a number.
const LONGEST: usize = 180;

/// Writes a copy of content with this hash: to a path, or into a folder under a name. Where another file has that name a number is
/// added; where that file is such a copy already, nothing is written. None where the content is not what its hash says.
///
/// # Errors
/// `folder_missing`, `disk_full`, `file_unreadable`; a folder that cannot be written to.
pub fn export(content: &Path, sha256: &str, to: &Path, name: &str) -> Result<Option<PathBuf>> {
    let wanted = if to.is_dir() { to.join(file_name(name)) } else { to.to_owned() };
    let folder = wanted.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    if !folder.is_dir() {
        return Err(Error::new(ErrorCode::FolderMissing).with("folder", folder.display()));
    }
    let unwritable = |error: io::Error| io_error(&error, &wanted, ErrorCode::FileReadOnly);
    let unreadable = |error: io::Error| io_error(&error, content, ErrorCode::FileUnreadable);
    let mut builder = tempfile::Builder::new();
    // As any other file the person makes; what the system takes away from that stays away.
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    let mut file = builder.prefix(UNFINISHED).tempfile_in(folder).map_err(unwritable)?;
    let copied = copy(File::open(content).map_err(unreadable)?, &mut file, u64::MAX).map_err(|failed| match failed {
        Failed::Writing(error) => unwritable(error),
        Failed::Reading(error) => unreadable(error),
        Failed::TooLarge(_) => Error::new(ErrorCode::Unforeseen),
    })?;
    if copied.sha256 != sha256 {
        return Ok(None);
    }
    file.as_file().sync_all().map_err(unwritable)?;
    for number in 1..10_000 {
        let path = numbered(&wanted, number);
        match file.persist_noclobber(&path) {
            Ok(_) => return Ok(Some(path)),
            Err(refused) if refused.error.kind() == io::ErrorKind::AlreadyExists => {
                if has_hash(&path, sha256) {
                    return Ok(Some(path));
                }
                file = refused.file;
            }
            Err(refused) => return Err(unwritable(refused.error)),
        }
    }
    Err(Error::new(ErrorCode::FileExists).with("file", wanted.display()))
}

/// `brev.pdf`, `brev (2).pdf`, …
fn numbered(path: &Path, number: u32) -> PathBuf {
    if number == 1 {
        return path.to_owned();
    }
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    let end = path.extension().map(|end| format!(".{}", end.to_string_lossy())).unwrap_or_default();
    path.with_file_name(format!("{stem} ({number}){end}"))
}

/// A document's name as a file may have it on any system.
pub fn file_name(name: &str) -> String {
    let forbidden = |c: char| c.is_control() || matches!(c, '/' | '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|');
    let name: String = name.chars().map(|c| if forbidden(c) { '_' } else { c }).collect();
    let name = name.trim_matches(|c: char| c == '.' || c.is_whitespace());
    let path = Path::new(name);
    let end = path.extension().map(|end| format!(".{}", end.to_string_lossy())).filter(|end| end.len() <= 20);
    let end = end.unwrap_or_default();
    let stem = name.strip_suffix(&end).unwrap_or(name);
    let stem = &stem[..stem.floor_char_boundary(LONGEST - end.len())];
    if stem.is_empty() { format!("dokument{end}") } else { format!("{stem}{end}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_fits_any_file_system() {
        assert_eq!(file_name("Bilag 1: budget/regnskab.xlsx"), "Bilag 1_ budget_regnskab.xlsx");
        assert_eq!(file_name("../../etc/passwd"), "_.._etc_passwd");
        assert_eq!(file_name(" . "), "dokument");
        assert_eq!(file_name("Tilsagn 🎉.pdf"), "Tilsagn 🎉.pdf");
        let long = file_name(&format!("{}.pdf", "å".repeat(5000)));
        assert!(long.len() <= LONGEST && long.ends_with("å.pdf"), "{long}");
        assert_eq!(numbered(Path::new("/a/brev.pdf"), 2), Path::new("/a/brev (2).pdf"));
    }
}
