//! The data file: one SQLite database. Opened with care, written through [`Store::transact`] only, with every change kept.

mod applications;
mod award_money;
mod backup;
mod blame;
mod budgets;
mod catalogue;
mod check;
mod committee;
mod copy;
mod deadlines;
mod documents;
mod effects;
mod environment;
mod example;
mod exposure;
mod fault;
mod frozen;
mod handed_in;
mod history;
mod inspect;
mod intake;
mod lock;
mod marks;
mod meetings;
mod migrate;
mod names;
mod office;
mod open;
mod overview;
mod papers;
mod place;
mod plans;
mod pools;
mod pragmas;
mod record;
mod records;
mod reference;
mod refuse;
mod rescue;
mod revision;
mod row;
mod schema;
mod thin;
mod transact;
mod undo;

use std::path::{Path, PathBuf};

use rusqlite::Connection;

pub use backup::{BackupKind, backups_of};
pub use check::Checked;
pub use environment::Environment;
pub use lock::{Lock, show_note};
pub use migrate::MIGRATIONS;
pub use open::choices;
pub use papers::{PaperDocument, PaperFile, PaperFiles};
pub use place::{NetworkMount, network_file_system};
pub use record::{Row, Tx};
pub use rescue::replace_damaged;
pub use schema::{Editable, SCHEMA, Schema};
pub use thin::thin_out;
pub use transact::{Committed, Seeded};
pub use undo::Undone;

use crate::error::{Error, Result};
use crate::views::FileAccess;
use copy::PrivateCopy;
use fault::About;

/// "Tils" in the header of every data file, so that another program's database is never taken for one of ours.
pub const APPLICATION_ID: i32 = 0x5469_6C73;

/// An open data file.
pub struct Store {
    // First, so that it is closed before the copy is removed and the lock let go.
    connection: Connection,
    access: Access,
    path: PathBuf,
    environment: Environment,
    problem: Option<Error>,
    data_version: i64,
}

/// What a store stands on.
enum Access {
    /// No file.
    Memory,
    /// The file itself, unchanging, or a copy of it.
    Reading { _copy: Option<PrivateCopy> },
    /// The file, which no other window has.
    Writing(Lock),
}

impl Store {
    fn over(connection: Connection, access: Access, path: &Path, environment: &Environment) -> Result<Store> {
        let data_version = pragmas::data_version(&connection).about(path)?;
        let (path, environment) = (path.to_owned(), environment.clone());
        Ok(Store { connection, access, path, environment, problem: None, data_version })
    }

    /// Where the file is; empty for a store in memory.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// How the file is open.
    pub fn access(&self) -> FileAccess {
        match self.access {
            Access::Reading { .. } => FileAccess::ReadOnly,
            Access::Memory | Access::Writing(_) => FileAccess::Write,
        }
    }

    /// What is wrong with a file that could be opened all the same: damage found in a file open for reading, or a daily backup
    /// that could not be made.
    pub fn problem(&self) -> Option<&Error> {
        self.problem.as_ref()
    }

    /// From now on changes are this person's. Without a name they stay whose they were.
    pub fn act_as(&mut self, actor: &str) {
        if !actor.trim().is_empty() {
            actor.trim().clone_into(&mut self.environment.actor);
        }
    }

    /// Whether another process has changed the file since this was last asked.
    ///
    /// # Errors
    /// Those of reading the file.
    pub fn changed_elsewhere(&mut self) -> Result<bool> {
        let now = pragmas::data_version(&self.connection).about(&self.path)?;
        Ok(std::mem::replace(&mut self.data_version, now) != now)
    }

    /// Whether a second start has asked this window to come forward since this was last asked.
    pub fn asked_to_show(&self) -> bool {
        matches!(&self.access, Access::Writing(lock) if lock.asked_to_show())
    }

    /// Reads. The error names the file.
    pub(crate) fn query<T>(&self, read: impl FnOnce(&Connection) -> Result<T>) -> Result<T> {
        read(&self.connection).about(&self.path)
    }
}
