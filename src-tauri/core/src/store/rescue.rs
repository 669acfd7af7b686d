//! Putting a backup in the place of a file that cannot be opened. Nothing is deleted: what stood there is set aside.

use std::fs;
use std::path::{Path, PathBuf};

use crate::error::{ErrorCode, Result};
use crate::store::backup::TIME_IN_NAME;
use crate::store::copy::{PARTS, PrivateCopy, write_whole};
use crate::store::documents::bring;
use crate::store::environment::Environment;
use crate::store::fault::{About, io_error};
use crate::store::inspect::{beside, inspect, open_unchanging, quick_check};
use crate::store::lock::Lock;
use crate::store::place::refuse_network;

/// Sets a file that cannot be opened aside, under a name with `damaged` and the time in it, and puts a backup in its place, with
/// what is missing of its documents. Answers where the old one now is.
///
/// # Errors
/// What is wrong with the backup; `file_locked`; a full disk. The file then stands where it stood.
pub fn replace_damaged(path: &Path, backup: &Path, environment: &Environment) -> Result<PathBuf> {
    refuse_network(path, environment)?;
    let found = inspect(backup, environment)?;
    let copy = found.copy.map_or_else(|| PrivateCopy::of(backup, environment), Ok)?;
    let source = open_unchanging(copy.path())?;
    quick_check(&source, backup)?;
    let _lock = Lock::take(path)?;
    let folder = path.parent().unwrap_or(Path::new("."));
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    let end = path.extension().map(|end| format!(".{}", end.to_string_lossy())).unwrap_or_default();
    let aside = folder.join(format!("{stem}-damaged-{}{end}", environment.now().format(TIME_IN_NAME)));
    let moved = |from: &Path, to: &Path| -> Result<()> {
        for part in PARTS {
            let (from, to) = (beside(from, part), beside(to, part));
            if from.exists() {
                fs::rename(&from, &to).map_err(|error| io_error(&error, path, ErrorCode::FileReadOnly))?;
            }
        }
        Ok(())
    };
    bring(&source, backup, path)?;
    moved(path, &aside)?;
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    if let Err(error) = write_whole(&source, folder, [name]).about(path) {
        moved(&aside, path)?;
        return Err(error);
    }
    Ok(aside)
}
