//! A person's preferences: a small JSON file among the program's settings, outside the data file and its history.

use std::fs;
use std::io;
use std::path::PathBuf;

use crate::folders;
use tilsagn_core::views::Preferences;
use tilsagn_core::{Error, ErrorCode, Result};

fn path() -> PathBuf {
    folders::settings_folder().join("preferences.json")
}

/// Reads them. Where the file is missing, the usual ones hold; where it cannot be read it is set aside, never overwritten unread.
pub fn load() -> Preferences {
    let path = path();
    let text = match fs::read_to_string(&path) {
        Ok(text) => text,
        Err(error) => {
            if error.kind() != io::ErrorKind::NotFound {
                tracing::warn!(%error, path = %path.display(), "the preferences could not be read; the usual ones hold");
            }
            return Preferences::default();
        }
    };
    serde_json::from_str(&text).unwrap_or_else(|error| {
        let aside = path.with_extension("unreadable.json");
        let kept = fs::rename(&path, &aside);
        tracing::warn!(%error, ?kept, aside = %aside.display(), "the preferences were damaged and set aside; the usual ones hold");
        Preferences::default()
    })
}

/// Writes them, whole or not at all.
pub fn save(preferences: &Preferences) -> Result<()> {
    let path = path();
    let write = || -> io::Result<()> {
        fs::create_dir_all(folders::settings_folder())?;
        let new = path.with_extension("new.json");
        fs::write(&new, serde_json::to_string_pretty(preferences)?)?;
        fs::rename(&new, &path)
    };
    write().map_err(|error| Error::new(ErrorCode::PreferencesNotSaved).with("path", path.display()).because(error))
}

/// The name kept with every change: the person's own. Where there is none the store takes the name of the login.
pub fn actor(preferences: &Preferences) -> String {
    preferences.name.trim().to_owned()
}
