//! Folders of content: each file is named by the hash of what is in it, so the same content lies there once, and nothing that lies
//! there is ever written to.

use std::fs::{self, File};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};
use tempfile::NamedTempFile;

use crate::error::{Error, ErrorCode, Result};
use crate::store::copy::UNFINISHED;
use crate::store::fault::io_error;

/// The largest document: 500 MB.
pub const LIMIT: u64 = 500 * MEGABYTE;
const MEGABYTE: u64 = 1024 * 1024;

/// A folder of content, which need not be there yet.
pub struct Contents {
    folder: PathBuf,
}

/// Content that was put into a folder.
pub struct Kept {
    /// Its hash, in hex.
    pub sha256: String,
    /// Its size.
    pub bytes: u64,
    /// Whether it was not there before.
    pub new: bool,
}

impl Contents {
    pub fn at(folder: PathBuf) -> Contents {
        Contents { folder }
    }

    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Where content of that hash lies: in a folder of its first two letters, for a folder of many thousand files is slow to look
    /// through.
    pub fn place(&self, sha256: &str) -> PathBuf {
        self.folder.join(sha256.get(..2).unwrap_or_default()).join(sha256)
    }

    /// Whether there is a file of that name; not whether its content is whole.
    pub fn has(&self, sha256: &str) -> bool {
        self.place(sha256).is_file()
    }

    /// Whether content of that hash is there and whole.
    pub fn is_whole(&self, sha256: &str) -> bool {
        has_hash(&self.place(sha256), sha256)
    }

    /// Copies a file into the folder, a piece at a time. It has its name only when it is whole and on the disk.
    ///
    /// # Errors
    /// `file_missing`, `file_unreadable`, also for a folder or a device; `document_too_large`; `disk_full`.
    pub fn keep(&self, source: &Path) -> Result<Kept> {
        let unreadable = |error: io::Error| io_error(&error, source, ErrorCode::FileUnreadable);
        let about = fs::metadata(source).map_err(unreadable)?;
        if !about.is_file() {
            return Err(Error::new(ErrorCode::FileUnreadable).with("file", source.display()).because("not a file"));
        }
        if about.len() > LIMIT {
            return Err(too_large(source, about.len()));
        }
        let file = File::open(source).map_err(unreadable)?;
        let unwritable = |error: io::Error| io_error(&error, &self.folder, ErrorCode::FileReadOnly);
        fs::create_dir_all(&self.folder).map_err(unwritable)?;
        let mut target = NamedTempFile::with_prefix_in(UNFINISHED, &self.folder).map_err(unwritable)?;
        let copied = copy(file, &mut target, LIMIT).map_err(|failed| match failed {
            Failed::Reading(error) => unreadable(error),
            Failed::Writing(error) => unwritable(error),
            Failed::TooLarge(found) => too_large(source, found),
        })?;
        let place = self.place(&copied.sha256);
        let new = !place.exists();
        target.as_file().sync_all().map_err(unwritable)?;
        if let Some(folder) = place.parent() {
            fs::create_dir_all(folder).map_err(unwritable)?;
        }
        // Over what may be there already: it has the same content, or it is damaged.
        target.persist(&place).map_err(|failed| unwritable(failed.error))?;
        settle(&place).map_err(unwritable)?;
        Ok(Kept { new, ..copied })
    }

    /// Takes content over from the first of other folders that has it whole, unless it is here. Answers whether it is here now.
    ///
    /// # Errors
    /// `disk_full`; a folder that cannot be written to.
    pub fn take_over(&self, sha256: &str, others: &[Contents]) -> Result<bool> {
        if self.has(sha256) {
            return Ok(true);
        }
        let Some(other) = others.iter().find(|other| other.is_whole(sha256)) else { return Ok(false) };
        let place = self.place(sha256);
        let unwritable = |error: io::Error| io_error(&error, &self.folder, ErrorCode::FileReadOnly);
        if let Some(folder) = place.parent() {
            fs::create_dir_all(folder).map_err(unwritable)?;
        }
        // Nothing is ever written to, so two folders may share one file where the file system can.
        if fs::hard_link(other.place(sha256), &place).is_ok() {
            return settle(&place).map(|()| true).map_err(unwritable);
        }
        self.keep(&other.place(sha256)).map(|_| true)
    }

    /// Removes content, if it is there.
    ///
    /// # Errors
    /// `file_read_only` where that is not possible.
    pub fn remove(&self, sha256: &str) -> Result<()> {
        let place = self.place(sha256);
        match fs::remove_file(&place) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(io_error(&error, &place, ErrorCode::FileReadOnly)),
            _ => Ok(()),
        }
    }
}

/// A new name is on the disk when its folder is.
fn settle(place: &Path) -> io::Result<()> {
    #[cfg(unix)]
    for folder in place.ancestors().skip(1).take(2) {
        File::open(folder)?.sync_all()?;
    }
    #[cfg(not(unix))]
    let _ = place;
    Ok(())
}

/// Why content could not be copied.
pub enum Failed {
    /// It could not be read.
    Reading(io::Error),
    /// The copy could not be written.
    Writing(io::Error),
    /// It is larger than allowed: at least that many bytes.
    TooLarge(u64),
}

/// Whether a file can be read and has that hash.
pub fn has_hash(path: &Path, sha256: &str) -> bool {
    let found = File::open(path).ok().and_then(|file| copy(file, io::sink(), u64::MAX).ok());
    found.is_some_and(|found| found.sha256 == sha256)
}

/// Copies a piece at a time, up to `limit` bytes, and finds the hash on the way.
pub fn copy(mut from: impl Read, mut to: impl Write, limit: u64) -> std::result::Result<Kept, Failed> {
    let (mut hash, mut bytes, mut piece) = (Sha256::new(), 0_u64, vec![0_u8; 256 * 1024]);
    loop {
        let read = match from.read(&mut piece) {
            Ok(0) => break,
            Ok(read) => read,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(error) => return Err(Failed::Reading(error)),
        };
        bytes += read as u64;
        if bytes > limit {
            return Err(Failed::TooLarge(bytes));
        }
        hash.update(&piece[..read]);
        to.write_all(&piece[..read]).map_err(Failed::Writing)?;
    }
    let sha256 = hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect();
    Ok(Kept { sha256, bytes, new: true })
}

fn too_large(source: &Path, bytes: u64) -> Error {
    let megabytes = |bytes: u64| format!("{} MB", bytes.div_ceil(MEGABYTE));
    Error::new(ErrorCode::DocumentTooLarge)
        .with("file", source.display())
        .with("found", megabytes(bytes))
        .with("limit", megabytes(LIMIT))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_grows_while_it_is_read_is_refused() {
        let endless = io::repeat(7);
        assert!(matches!(copy(endless, io::sink(), 1_000_000), Err(Failed::TooLarge(found)) if found > 1_000_000));
        let found = copy(&b"abc"[..], io::sink(), 3).ok().unwrap();
        assert_eq!((found.bytes, &found.sha256[..8]), (3, "ba7816bf"));
    }

    #[test]
    fn what_is_missing_is_taken_from_where_it_is_whole() {
        let place = tempfile::tempdir().unwrap();
        let at = |name: &str| Contents::at(place.path().join(name));
        let source = place.path().join("brev.txt");
        fs::write(&source, "brev").unwrap();
        let hash = at("one").keep(&source).unwrap().sha256;
        assert!(!at("one").keep(&source).unwrap().new, "it is there already");
        let others = [at("empty"), at("damaged"), at("one")];
        fs::create_dir_all(at("damaged").place(&hash).parent().unwrap()).unwrap();
        fs::write(at("damaged").place(&hash), "noget andet").unwrap();
        assert!(!at("two").take_over(&hash, &others[..2]).unwrap());
        assert!(at("two").take_over(&hash, &others).unwrap());
        at("one").remove(&hash).unwrap();
        at("one").remove(&hash).unwrap();
        assert!(at("two").is_whole(&hash), "each folder has its own name for it");
        assert!(at("two").keep(&place.path().join("one")).is_err(), "a folder is no document");
    }
}
