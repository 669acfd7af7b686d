//! Several files in one zip. Every file has the day of the papers as its time, so that the same data gives the same bytes; documents are
//! copied a piece at a time, and checked against their hash on the way.

use std::collections::BTreeSet;
use std::fs::File;
use std::io::{BufWriter, Read, Seek, Write};
use std::path::Path;
use std::sync::atomic::{AtomicU32, Ordering};

use chrono::{Datelike, NaiveDate};
use rayon::prelude::*;
use sha2::{Digest, Sha256};
use tilsagn_core::report::{CHECKSUMS, INDEX_FORMATS, IndexLine, dossier_index};
use tilsagn_core::views::{DocumentContent, PaperProgress};
use tilsagn_core::{Error, ErrorCode, Result};
use zip::result::ZipError;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::gather::{Files, Index, Source};
use super::written::{named, stop};
use super::{Made, Watch, make};
use crate::file::about;

/// What is copied at a time.
const PIECE: usize = 256 * 1024;

/// A file that is in it.
struct Inside {
    name: String,
    bytes: u64,
    sha256: String,
}

struct Writing<'a, W: Write + Seek> {
    zip: ZipWriter<W>,
    options: SimpleFileOptions,
    path: &'a Path,
    watch: &'a Watch,
    inside: Vec<Inside>,
    of: u32,
    without_glyph: BTreeSet<String>,
}

/// Writes the files into one; gives the letters no font of a PDF among them has.
///
/// # Errors
/// `export_stopped`; `document_lost`; those of making each and of writing.
pub fn write(files: &Files, into: &mut File, path: &Path, watch: &Watch) -> Result<Vec<String>> {
    let indexes = if files.index.is_some() { INDEX_FORMATS.len() } else { 0 };
    let mut writing = Writing {
        zip: ZipWriter::new(BufWriter::new(into)),
        options: SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .last_modified_time(time(files.day))
            .unix_permissions(0o644),
        path,
        watch,
        inside: Vec::new(),
        of: u32::try_from(files.sources.len() + indexes + 1).unwrap_or(u32::MAX),
        without_glyph: BTreeSet::new(),
    };
    for ((name, source), made) in files.sources.iter().zip(made(files, path, watch, writing.of)) {
        match source {
            Source::Document { name: of, place, sha256 } => {
                writing.says(name)?;
                writing.document(name, of, place, sha256)?;
            }
            _ => writing.made(name, made?)?,
        }
    }
    if let Some(index) = &files.index {
        let report = dossier_index(&index.of, &lines(index, &writing.inside));
        for format in INDEX_FORMATS {
            let name = format!("{}.{}", index.name, format.code());
            writing.says(&name)?;
            writing.made(&name, make(&report, format, None).map_err(|error| named(error, Path::new(&name)))?)?;
        }
    }
    writing.says(CHECKSUMS)?;
    let sums: String = writing.inside.iter().map(|file| format!("{}  {}\n", file.sha256, file.name)).collect();
    writing.add(CHECKSUMS, sums.as_bytes())?;
    let Writing { zip, without_glyph, .. } = writing;
    let failed = |error: ZipError| of_zip(path, error);
    zip.finish().map_err(failed)?.flush().map_err(|error| about(path, &error))?;
    Ok(without_glyph.into_iter().collect())
}

/// The papers, made side by side, in their order; a document is nothing yet.
fn made(files: &Files, path: &Path, watch: &Watch, of: u32) -> Vec<Result<Made>> {
    let done = AtomicU32::new(0);
    let make = |(name, source): &(String, Source)| {
        if matches!(source, Source::Document { .. }) {
            return Ok(Made::default());
        }
        watch.says(PaperProgress { done: done.load(Ordering::Relaxed), of, file: name.clone() });
        stop(watch, path)?;
        let made = source.made().map_err(|error| named(error, Path::new(name)));
        done.fetch_add(1, Ordering::Relaxed);
        made
    };
    files.sources.par_iter().map(make).collect()
}

/// A zip knows the years from 1980 to 2107.
fn time(day: NaiveDate) -> DateTime {
    let year = u16::try_from(day.year()).unwrap_or_default();
    let at = |part: u32| u8::try_from(part).unwrap_or(1);
    DateTime::from_date_and_time(year, at(day.month()), at(day.day()), 0, 0, 0).unwrap_or_default()
}

impl<W: Write + Seek> Writing<'_, W> {
    /// Says which file is in hand, unless it was asked to stop.
    fn says(&self, file: &str) -> Result<()> {
        let done = u32::try_from(self.inside.len()).unwrap_or(u32::MAX);
        self.watch.says(PaperProgress { done, of: self.of, file: file.to_owned() });
        stop(self.watch, self.path)
    }

    fn made(&mut self, name: &str, made: Made) -> Result<()> {
        self.without_glyph.extend(made.without_glyph);
        self.add(name, &made.bytes)
    }

    fn add(&mut self, name: &str, bytes: &[u8]) -> Result<()> {
        self.zip.start_file(name, self.options).map_err(|error| of_zip(self.path, error))?;
        self.zip.write_all(bytes).map_err(|error| about(self.path, &error))?;
        self.inside.push(Inside { name: name.to_owned(), bytes: bytes.len() as u64, sha256: hex(&Sha256::digest(bytes)) });
        Ok(())
    }

    /// Copies a document. One whose content is not what its hash says is not handed on as if it were.
    fn document(&mut self, name: &str, of: &str, place: &Path, sha256: &str) -> Result<()> {
        let lost = |cause: String| {
            let folder = place.parent().and_then(Path::parent).unwrap_or(place);
            Error::new(ErrorCode::DocumentLost).with("record", of).with("folder", folder.display()).because(cause)
        };
        let mut from = File::open(place).map_err(|error| lost(error.to_string()))?;
        let large = from.metadata().is_ok_and(|about| about.len() >= u64::from(u32::MAX));
        self.zip.start_file(name, self.options.large_file(large)).map_err(|error| of_zip(self.path, error))?;
        let (mut hash, mut bytes, mut piece) = (Sha256::new(), 0_u64, vec![0_u8; PIECE]);
        loop {
            stop(self.watch, self.path)?;
            let read = match from.read(&mut piece) {
                Ok(0) => break,
                Ok(read) => piece.get(..read).unwrap_or_default(),
                Err(error) if error.kind() == std::io::ErrorKind::Interrupted => continue,
                Err(error) => return Err(lost(error.to_string())),
            };
            bytes += read.len() as u64;
            hash.update(read);
            self.zip.write_all(read).map_err(|error| about(self.path, &error))?;
        }
        let found = hex(&hash.finalize());
        if found != sha256 {
            return Err(lost("its content has another hash".to_owned()));
        }
        self.inside.push(Inside { name: name.to_owned(), bytes, sha256: found });
        Ok(())
    }
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn of_zip(path: &Path, error: ZipError) -> Error {
    match error {
        ZipError::Io(error) => about(path, &error),
        error => Error::new(ErrorCode::ExportFailed).with("file", path.display()).because(error),
    }
}

/// What the index says: every file, and the documents that are not among them.
fn lines(index: &Index, inside: &[Inside]) -> Vec<IndexLine> {
    let of = |file: &Inside| IndexLine {
        file: file.name.clone(),
        document: index.documents.iter().find(|document| document.name == file.name).map(|it| it.document.clone()),
        bytes: Some(file.bytes),
        sha256: file.sha256.clone(),
        content: DocumentContent::Present,
    };
    let gone = index.documents.iter().filter(|document| document.content != DocumentContent::Present);
    let gone = gone.map(|document| IndexLine {
        file: String::new(),
        document: Some(document.document.clone()),
        bytes: None,
        sha256: String::new(),
        content: document.content,
    });
    inside.iter().map(of).chain(gone).collect()
}
