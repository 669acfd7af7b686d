//! What the data file needs to know of the machine and the person.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::{DateTime, Utc};

use crate::store::schema::{SCHEMA, Schema};

/// What the store does not find out by itself, so that a test can say otherwise.
#[derive(Clone)]
pub struct Environment {
    /// What the time is.
    pub clock: Arc<dyn Fn() -> DateTime<Utc> + Send + Sync>,
    /// Who makes the changes.
    pub actor: String,
    /// Linux's table of mounts (`/proc/self/mountinfo`); none elsewhere.
    pub mounts: Option<String>,
    /// The program's own folder, where a file that cannot be written in its place is copied to.
    pub own_folder: PathBuf,
    /// Where copies are kept that only this process reads.
    pub private_folder: PathBuf,
    /// The tables the program knows.
    pub schema: Schema,
}

/// Who made a change when neither a name nor a login is known.
const NOBODY: &str = "?";

impl Environment {
    /// This machine now. Where the person has given no name, changes carry the name of the login.
    pub fn of_this_machine(actor: &str, own_folder: &Path) -> Environment {
        let login = || ["USER", "LOGNAME", "USERNAME"].iter().find_map(|name| std::env::var(name).ok());
        let named = Some(actor.trim().to_owned()).filter(|name| !name.is_empty());
        Environment {
            clock: Arc::new(Utc::now),
            actor: named.or_else(login).unwrap_or_else(|| NOBODY.to_owned()),
            mounts: std::fs::read_to_string("/proc/self/mountinfo").ok(),
            own_folder: own_folder.to_owned(),
            private_folder: std::env::temp_dir(),
            schema: SCHEMA,
        }
    }

    /// Who makes the changes; empty where nobody knows.
    pub(super) fn known_actor(&self) -> &str {
        if self.actor == NOBODY { "" } else { &self.actor }
    }

    /// The time, to the second.
    pub(super) fn now(&self) -> DateTime<Utc> {
        (self.clock)()
    }
}

/// A time as it is written in the file and shown: `2019-03-12T14:05:09Z`.
pub(super) fn stamp(time: DateTime<Utc>) -> String {
    time.format("%Y-%m-%dT%H:%M:%SZ").to_string()
}
