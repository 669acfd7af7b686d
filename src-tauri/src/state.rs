//! What the window holds while it runs: the open data file and the person's preferences.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use chrono::{Local, NaiveDate};
use tilsagn_core::store::{self, BackupKind, Environment, Store};
use tilsagn_core::views::{
    BackupView, Changed, FileAccess, FileView, MunicipalityChoice, OpenMode, Preferences, Replanned, SessionView, WatchView,
};
use tilsagn_core::{Error, ErrorCode, Result, seed};

use crate::calendars::Behind;
use crate::writing::Writing;
use crate::{folders, preferences};

/// How long the first window is given to answer a second start.
const ANSWER: Duration = Duration::from_secs(3);

/// The name of the example in the program's own folder.
const EXAMPLE_NAME: &str = "eksempel.db";

/// The program's state, shared by all commands.
pub struct App {
    started: Instant,
    preferences: Mutex<Preferences>,
    file: Mutex<DataFile>,
    /// The municipality looked at in the open file, once it is known.
    municipality: Mutex<Option<MunicipalityChoice>>,
    /// What was told of days.
    watch: Mutex<WatchView>,
    /// Whether the calendar files are behind the data file.
    behind: Behind,
    /// The paper that is being written.
    writing: Writing,
    /// Copies of documents opened in other programs; gone when the program ends.
    copies: Mutex<Option<tempfile::TempDir>>,
}

/// The data file: open, or refused with the reason.
struct DataFile {
    path: PathBuf,
    store: std::result::Result<Store, Error>,
}

impl App {
    /// Opens the named data file, or the usual one, which is made where there is none yet. A file that cannot be opened is no
    /// reason not to start: the window says what is wrong with it.
    pub fn open(named: Option<PathBuf>, started: Instant) -> App {
        let preferences = preferences::load();
        let path = named.or_else(tilsagn_core::place::data_file).unwrap_or_else(|| PathBuf::from(tilsagn_core::place::FILE_NAME));
        let file = DataFile::open(path, OpenMode::Write, &preferences);
        let municipality = Mutex::new(file.municipality(&preferences));
        App {
            started,
            preferences: Mutex::new(preferences),
            file: Mutex::new(file),
            municipality,
            watch: Mutex::default(),
            behind: Behind::default(),
            writing: Writing::default(),
            copies: Mutex::default(),
        }
    }

    /// When the program started.
    pub fn started(&self) -> Instant {
        self.started
    }

    /// Where the data file lies.
    pub fn data_file(&self) -> String {
        self.file().path.display().to_string()
    }

    /// Why the data file is not open, if it is not.
    pub fn file_problem(&self) -> Option<ErrorCode> {
        self.file().store.as_ref().err().map(|problem| problem.code)
    }

    /// Whether the window that has the file open took up the request to come forward: it removes the note that asks for it. Where
    /// that window was just closing, the file is opened here as soon as it is free.
    pub fn first_window_came_forward(&self) -> bool {
        let path = self.file().path.clone();
        let note = store::show_note(&path);
        let until = Instant::now() + ANSWER;
        while self.file_problem() == Some(ErrorCode::FileLocked) {
            if !note.exists() {
                return true;
            }
            if Instant::now() > until {
                return false;
            }
            let again = DataFile::open(path.clone(), OpenMode::Write, &self.preferences());
            *self.file() = again;
            thread::sleep(Duration::from_millis(50));
        }
        false
    }

    /// The person's preferences.
    pub fn preferences(&self) -> Preferences {
        lock(&self.preferences).clone()
    }

    /// Keeps the person's preferences.
    pub fn set_preferences(&self, new: Preferences) -> Result<Preferences> {
        preferences::save(&new)?;
        if let Ok(store) = &mut self.file().store {
            store.act_as(&preferences::actor(&new));
        }
        new.clone_into(&mut lock(&self.preferences));
        Ok(new)
    }

    /// What the window needs before any screen.
    pub fn session(&self) -> SessionView {
        let preferences = self.preferences();
        let municipality = lock(&self.municipality).clone();
        let file = self.file();
        let (municipalities, example) = match &file.store {
            Ok(store) => (
                store.municipalities_in_use(municipality.as_ref().map(|it| it.id)).unwrap_or_default(),
                store.is_example().unwrap_or_default(),
            ),
            Err(_) => (Vec::new(), false),
        };
        let version = env!("CARGO_PKG_VERSION").to_owned();
        SessionView { version, preferences, file: file.view(), municipality, municipalities, example }
    }

    /// The municipality looked at.
    pub fn municipality_id(&self) -> Option<u32> {
        lock(&self.municipality).as_ref().map(|it| it.id)
    }

    /// The municipality looked at, for what is recorded for one.
    pub fn required_municipality(&self) -> Result<u32> {
        self.municipality_id().ok_or_else(|| Error::new(ErrorCode::NoMunicipality))
    }

    /// The official code of the municipality looked at; empty while none is chosen.
    pub fn municipality_code(&self) -> String {
        lock(&self.municipality).as_ref().map(|it| it.code.clone()).unwrap_or_default()
    }

    /// Looks at another municipality; none where the code is empty. In a person's own file that is kept as a preference.
    pub fn choose_municipality(&self, code: &str) -> Result<SessionView> {
        let chosen = if code.is_empty() { None } else { Some(self.read(|store, _| store.municipality_named(code))?) };
        let example = self.read(|store, _| store.is_example())?;
        *lock(&self.municipality) = chosen;
        if !example {
            self.set_preferences(Preferences { municipality_code: code.to_owned(), ..self.preferences() })?;
        }
        Ok(self.session())
    }

    /// Opens the example, which is made where there is none yet.
    pub fn open_example(&self) -> Result<SessionView> {
        let path = folders::own_folder().join(EXAMPLE_NAME);
        if !path.exists() {
            make_folder(&path)?;
            let environment = environment(&self.preferences());
            drop(Store::create(&path, &environment, seed::example)?);
        }
        self.reopen(path, OpenMode::Write)
    }

    /// Opens another file, or the same in another way. Where that fails, what was open is opened again.
    pub fn reopen(&self, path: PathBuf, wanted: OpenMode) -> Result<SessionView> {
        let preferences = self.preferences();
        {
            let mut file = self.file();
            let before = file.path.clone();
            let mode = match &file.store {
                Ok(store) if store.access() == FileAccess::ReadOnly => OpenMode::ReadOnly,
                _ => OpenMode::Write,
            };
            // Let go first: the same file may be wanted in another way.
            file.store = Err(Error::new(ErrorCode::FileBusy).with("file", before.display()));
            match DataFile::open_existing(&path, wanted, &preferences) {
                Ok(store) => *file = DataFile { path: store.path().to_owned(), store: Ok(store) },
                Err(problem) => {
                    *file = DataFile::open(before, mode, &preferences);
                    return Err(problem);
                }
            }
            *lock(&self.municipality) = file.municipality(&preferences);
        }
        self.behind.fall();
        Ok(self.session())
    }

    /// Reads from the open file. The day is today's, here.
    pub fn read<T>(&self, read: impl FnOnce(&Store, NaiveDate) -> Result<T>) -> Result<T> {
        match &self.file().store {
            Ok(store) => read(store, Local::now().date_naive()),
            Err(problem) => Err(problem.clone()),
        }
    }

    /// Changes the open file.
    pub fn write<T>(&self, write: impl FnOnce(&mut Store, NaiveDate) -> Result<T>) -> Result<T> {
        let written = match &mut self.file().store {
            Ok(store) => write(store, Local::now().date_naive()),
            Err(problem) => Err(problem.clone()),
        };
        if written.is_ok() {
            self.behind.fall();
        }
        written
    }

    /// Changes the open file, and says which days that moved.
    pub fn replan<T>(&self, change: impl FnOnce(&mut Store, NaiveDate) -> Result<Changed<T>>) -> Result<Replanned<T>> {
        let municipality = self.required_municipality()?;
        self.write(|store, today| store.replanning(municipality, today, |store| change(store, today)))
    }

    /// The paper that is being written.
    pub fn writing(&self) -> &Writing {
        &self.writing
    }

    /// What the program has told of days by itself.
    pub fn watch(&self) -> WatchView {
        lock(&self.watch).clone()
    }

    /// Whether the calendar files are behind the data file.
    pub fn behind(&self) -> &Behind {
        &self.behind
    }

    /// Keeps what the program has told of days.
    pub fn keep_watch(&self, watch: WatchView) {
        *lock(&self.watch) = watch;
    }

    /// Makes a backup now.
    pub fn back_up(&self) -> Result<BackupView> {
        self.read(|store, _| store.back_up(BackupKind::Manual))
    }

    /// The backups of the file, newest first; also of one that could not be opened.
    pub fn backups(&self) -> Result<Vec<BackupView>> {
        Ok(store::backups_of(&self.file().path))
    }

    /// Puts a backup in the place of the file's content. A damaged file that cannot be opened is set aside, not removed, and the
    /// backup takes its place.
    pub fn restore(&self, backup: PathBuf) -> Result<SessionView> {
        let preferences = self.preferences();
        {
            let mut file = self.file();
            match &mut file.store {
                Ok(store) if store.access() == FileAccess::Write => store.restore(&backup)?,
                _ => {
                    let path = file.path.clone();
                    let aside = store::replace_damaged(&path, &backup, &environment(&preferences))?;
                    tracing::warn!(aside = %aside.display(), "the file that could not be opened was set aside");
                    *file = DataFile::open(path, OpenMode::Write, &preferences);
                }
            }
            *lock(&self.municipality) = file.municipality(&preferences);
        }
        self.behind.fall();
        Ok(self.session())
    }

    /// The folder of copies that are opened in other programs; anew with every start.
    pub fn copies(&self) -> Result<PathBuf> {
        let failed = |error| Error::new(ErrorCode::FileReadOnly).with("file", std::env::temp_dir().display()).because(error);
        let mut copies = lock(&self.copies);
        if copies.is_none() {
            *copies = Some(tempfile::Builder::new().prefix("tilsagn-").tempdir().map_err(failed)?);
        }
        Ok(copies.as_ref().map(|folder| folder.path().to_owned()).unwrap_or_default())
    }

    /// Whether a second start asked for this window.
    pub fn asked_to_show(&self) -> bool {
        self.file().store.as_ref().is_ok_and(Store::asked_to_show)
    }

    /// Whether another process changed the file.
    pub fn changed_elsewhere(&self) -> bool {
        let changed = match &mut self.file().store {
            Ok(store) => store.changed_elsewhere().unwrap_or_else(|error| {
                tracing::warn!(%error, "the data file could not be asked for changes");
                false
            }),
            Err(_) => false,
        };
        if changed {
            self.behind.fall();
        }
        changed
    }

    fn file(&self) -> MutexGuard<'_, DataFile> {
        lock(&self.file)
    }
}

impl DataFile {
    /// Opens a file, or makes the usual one with the built-in agreement in it.
    fn open(path: PathBuf, mode: OpenMode, preferences: &Preferences) -> DataFile {
        let store = if path.exists() {
            DataFile::open_existing(&path, mode, preferences)
        } else {
            make_folder(&path).and_then(|()| Store::create(&path, &environment(preferences), |store| seed::fill(store, None)))
        };
        if let Err(problem) = &store {
            tracing::warn!(%problem, path = %path.display(), "the data file was not opened");
        }
        DataFile { path, store }
    }

    fn open_existing(path: &Path, mode: OpenMode, preferences: &Preferences) -> Result<Store> {
        Store::open(path, mode, &environment(preferences))
    }

    /// The municipality to begin with: the person's, unless the file has something of others only, then the first of those.
    fn municipality(&self, preferences: &Preferences) -> Option<MunicipalityChoice> {
        let store = self.store.as_ref().ok()?;
        let code = preferences.municipality_code.as_str();
        let own = if code.is_empty() { None } else { store.municipality_named(code).ok() };
        let in_use = store.municipalities_in_use(None).unwrap_or_default();
        let begin = own.as_ref().is_some_and(|own| in_use.is_empty() || in_use.iter().any(|one| one.id == own.id));
        if begin { own } else { store.first_municipality().unwrap_or_default().or(own) }
    }

    fn view(&self) -> FileView {
        let bytes = fs::metadata(&self.path).map_or(0.0, |found| found.len() as f64);
        let path = self.path.display().to_string();
        match &self.store {
            Ok(store) => FileView {
                path,
                bytes,
                access: store.access(),
                problem: store.problem().cloned(),
                choices: store.problem().map(store::choices).unwrap_or_default(),
                last_backup: store.last_backup(),
            },
            Err(problem) => FileView {
                path,
                bytes,
                access: FileAccess::Refused,
                problem: Some(problem.clone()),
                choices: store::choices(problem),
                last_backup: None,
            },
        }
    }
}

/// The first start finds no folder yet. Only the program's own is made; a folder the person names must be there.
fn make_folder(path: &Path) -> Result<()> {
    let own = folders::own_folder();
    if path.parent() != Some(own.as_path()) {
        return Ok(());
    }
    fs::create_dir_all(&own).map_err(|error| Error::new(ErrorCode::FileReadOnly).with("file", own.display()).because(error))
}

fn environment(preferences: &Preferences) -> Environment {
    Environment::of_this_machine(&preferences::actor(preferences), &folders::own_folder())
}

/// A command that panicked leaves the state as it was before or after one whole change, so the next may go on.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
