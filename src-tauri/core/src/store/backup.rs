//! Backups in a folder beside the data file, and putting one back.

use std::fs;
use std::path::{Path, PathBuf};

use chrono::{DateTime, NaiveDateTime, Utc};
use rusqlite::Connection;
use rusqlite::backup::{Backup, StepResult};

use crate::error::{Error, ErrorCode, Result};
use crate::ops::Op;
use crate::store::copy::{PrivateCopy, UNFINISHED, write_whole};
use crate::store::documents::{bring, documents_of, documents_of_backups, take_all};
use crate::store::environment::stamp;
use crate::store::fault::{About, io_error};
use crate::store::inspect::{inspect, quick_check};
use crate::store::migrate::migrate;
use crate::store::record::Row;
use crate::store::thin::thin_out;
use crate::store::transact::{record, record_change};
use crate::store::{Access, Store, pragmas};
use crate::views::BackupView;

/// Why a backup was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BackupKind {
    /// Once a day. The only kind that is thinned.
    Automatic,
    /// A person asked for it.
    Manual,
    /// Before an older file was brought up to this version.
    BeforeUpgrade,
    /// Before another backup was put back.
    BeforeRestore,
}

impl BackupKind {
    const ALL: [BackupKind; 4] =
        [BackupKind::Automatic, BackupKind::Manual, BackupKind::BeforeUpgrade, BackupKind::BeforeRestore];

    /// As it stands in a backup's name.
    const fn code(self) -> &'static str {
        match self {
            BackupKind::Automatic => "automatic",
            BackupKind::Manual => "manual",
            BackupKind::BeforeUpgrade => "before-upgrade",
            BackupKind::BeforeRestore => "before-restore",
        }
    }
}

/// The time in a backup's name, UTC: `2019-03-12-140509Z`.
pub(super) const TIME_IN_NAME: &str = "%Y-%m-%d-%H%M%SZ";
/// How long that is.
const TIME_LENGTH: usize = 18;

/// A backup that was found.
struct Found {
    path: PathBuf,
    time: DateTime<Utc>,
    kind: BackupKind,
    bytes: u64,
}

impl Store {
    /// Makes a backup: a whole data file that can be opened by itself. The content of its documents lies in a folder that all
    /// backups of the file share.
    ///
    /// # Errors
    /// `backup_failed`, `disk_full`.
    pub fn back_up(&self, kind: BackupKind) -> Result<BackupView> {
        let folder = backup_folder(&self.path);
        let failed = |error: Error| match error.code {
            ErrorCode::DiskFull => error,
            _ => Error::new(ErrorCode::BackupFailed).with("file", folder.display()).because(error.detail),
        };
        fs::create_dir_all(&folder).map_err(|error| failed(io_error(&error, &folder, ErrorCode::BackupFailed)))?;
        let time = self.environment.now();
        let (stem, end) = name_parts(&self.path);
        let name = format!("{stem}-{}-{}", time.format(TIME_IN_NAME), kind.code());
        let names = (1..100).map(|number| if number == 1 { format!("{name}{end}") } else { format!("{name}-{number}{end}") });
        let path = write_whole(&self.connection, &folder, names).map_err(failed)?;
        let documents = documents_of(&self.path);
        take_all(&self.connection, &documents_of_backups(&self.path), &[documents]).map_err(failed)?;
        let bytes = fs::metadata(&path).map_or(0, |found| found.len());
        Ok(view(&Found { path, time, kind, bytes }))
    }

    /// The backups of this file, newest first.
    pub fn backups(&self) -> Vec<BackupView> {
        backups_of(&self.path)
    }

    /// When the last backup was made that was not part of something else, as `2019-03-12T14:05:09Z`.
    pub fn last_backup(&self) -> Option<String> {
        let ordinary = |found: &&Found| matches!(found.kind, BackupKind::Automatic | BackupKind::Manual);
        found(&self.path).iter().find(ordinary).map(|found| stamp(found.time))
    }

    /// Makes the day's automatic backup, if it is missing, and lets old ones go.
    pub(super) fn back_up_daily(&self) -> Result<()> {
        let now = self.environment.now();
        for folder in [&backup_folder(&self.path), documents_of_backups(&self.path).folder(), documents_of(&self.path).folder()] {
            remove_unfinished(folder);
        }
        let mut automatic = found(&self.path);
        automatic.retain(|found| found.kind == BackupKind::Automatic);
        if automatic.iter().any(|found| found.time.date_naive() == now.date_naive()) {
            return Ok(());
        }
        self.back_up(BackupKind::Automatic)?;
        let gone = thin_out(&automatic.iter().map(|found| found.time).collect::<Vec<_>>(), now);
        for old in automatic.iter().filter(|found| gone.contains(&found.time)) {
            if let Err(error) = fs::remove_file(&old.path) {
                tracing::warn!(path = %old.path.display(), %error, "an old backup could not be removed");
            }
        }
        Ok(())
    }

    /// Puts the whole content back as it was in a backup, of this file or another, and what is missing of its documents. A backup of
    /// the content until now is made first; that it was done is in the history.
    ///
    /// # Errors
    /// What is wrong with the backup; `backup_failed`; `read_only_store`; a busy file, a full disk. The file is then as it was.
    pub fn restore(&mut self, backup: &Path) -> Result<()> {
        if !matches!(self.access, Access::Writing(_)) {
            return Err(Error::new(ErrorCode::ReadOnlyStore)).about(&self.path);
        }
        let restored = inspect(backup, &self.environment)?;
        let copy = restored.copy.map_or_else(|| PrivateCopy::of(backup, &self.environment), Ok)?;
        let mut source = Connection::open(copy.path()).about(backup)?;
        pragmas::guard(&source).about(backup)?;
        quick_check(&source, backup)?;
        migrate(&mut source, &self.environment.schema).about(backup)?;
        self.note_restore(&source, backup).about(backup)?;
        self.back_up(BackupKind::BeforeRestore)?;
        bring(&source, backup, &self.path)?;
        // One write transaction of SQLite's own: all pages or none.
        match Backup::new(&source, &mut self.connection).and_then(|pages| pages.step(-1)).about(&self.path)? {
            StepResult::Done => self.changed_elsewhere().map(drop),
            _ => Err(Error::new(ErrorCode::FileBusy)).about(&self.path),
        }
    }

    /// Writes into what is about to be restored where it came from.
    fn note_restore(&self, source: &Connection, backup: &Path) -> Result<()> {
        let mut summary = Row::new();
        summary.insert("backup".to_owned(), backup.file_name().unwrap_or_default().to_string_lossy().into());
        let operation = record(source, &self.environment, Op::FileRestore, None)?;
        record_change(source, operation, 0, ("data_file", 1), None, Some(&summary))
    }
}

/// The backups of a data file, newest first; also of one that cannot be opened.
pub fn backups_of(path: &Path) -> Vec<BackupView> {
    found(path).iter().map(view).collect()
}

/// The folder of a data file's backups, beside it.
pub(super) fn backup_folder(path: &Path) -> PathBuf {
    path.with_file_name(format!("{}-backups", name_parts(path).0))
}

/// What a process that died in the middle of a backup has left.
fn remove_unfinished(folder: &Path) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        if entry.file_name().to_string_lossy().starts_with(UNFINISHED) {
            let _ = fs::remove_file(entry.path());
        }
    }
}

/// `tilsagn` and `.db`.
pub(super) fn name_parts(path: &Path) -> (String, String) {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let end = path.extension().map(|end| format!(".{}", end.to_string_lossy())).unwrap_or_default();
    (stem, end)
}

/// The backups of a data file, newest first. What has another kind of name is none of ours.
fn found(path: &Path) -> Vec<Found> {
    let (stem, end) = name_parts(path);
    let entries = fs::read_dir(backup_folder(path)).into_iter().flatten().flatten();
    let mut backups: Vec<Found> = entries
        .filter_map(|entry| {
            let name = entry.file_name().into_string().ok()?;
            let rest = name.strip_prefix(&stem)?.strip_prefix('-')?.strip_suffix(&end)?;
            let time = NaiveDateTime::parse_from_str(rest.get(..TIME_LENGTH)?, TIME_IN_NAME).ok()?.and_utc();
            let kind = rest.get(TIME_LENGTH..)?.strip_prefix('-')?;
            let kind = BackupKind::ALL.into_iter().find(|known| kind.starts_with(known.code()))?;
            Some(Found { path: entry.path(), time, kind, bytes: entry.metadata().ok()?.len() })
        })
        .collect();
    backups.sort_by(|one, other| (other.time, &other.path).cmp(&(one.time, &one.path)));
    backups
}

fn view(found: &Found) -> BackupView {
    BackupView { path: found.path.display().to_string(), at: stamp(found.time), bytes: found.bytes as f64 }
}
