//! What was told today, so that it is not told twice: a small file beside the preferences.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io;
use std::path::PathBuf;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use tilsagn_core::views::Notice;

use crate::folders;

/// The keys told on a day, by data file.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct Told {
    day: NaiveDate,
    keys: BTreeMap<String, BTreeSet<String>>,
}

impl Told {
    /// What was told that day. A file that is missing, damaged or of another day says nothing was: rather twice than never.
    pub(super) fn load(day: NaiveDate) -> Told {
        let told = fs::read_to_string(path()).ok().and_then(|text| serde_json::from_str::<Told>(&text).ok());
        told.filter(|told| told.day == day).unwrap_or(Told { day, keys: BTreeMap::new() })
    }

    /// Whether a notice was told, of a data file; one that has become graver was not.
    pub(super) fn has(&self, file: &str, notice: &Notice) -> bool {
        self.keys.get(file).is_some_and(|keys| keys.contains(&key(notice)))
    }

    /// Adds what is told now.
    pub(super) fn add(&mut self, file: &str, notices: &[Notice]) {
        self.keys.entry(file.to_owned()).or_default().extend(notices.iter().map(key));
    }

    /// Keeps it, whole or not at all. Where that fails the same is told again in an hour.
    pub(super) fn save(&self) {
        let path = path();
        let write = || -> io::Result<()> {
            fs::create_dir_all(folders::settings_folder())?;
            let new = path.with_extension("new.json");
            fs::write(&new, serde_json::to_string(self)?)?;
            fs::rename(&new, &path)
        };
        if let Err(error) = write() {
            tracing::warn!(%error, path = %path.display(), "what was told could not be kept");
        }
    }
}

fn key(notice: &Notice) -> String {
    format!("{} {}", notice.key, notice.flag.flag.code())
}

fn path() -> PathBuf {
    folders::settings_folder().join("told.json")
}

#[cfg(test)]
mod tests {
    use super::*;
    use tilsagn_core::deadlines::{DeadlineKind, Flag};
    use tilsagn_core::views::{FlagView, Text};

    #[test]
    fn what_was_told_is_not_told_again_until_it_is_graver() {
        let notice = |flag| Notice {
            key: "application:8:final_report:".to_owned(),
            kind: DeadlineKind::FinalReport,
            step: None,
            title: String::new(),
            flag: FlagView { flag, reason: Text::default(), action: Text::default() },
        };
        let mut told = Told::default();
        assert!(!told.has("a.db", &notice(Flag::Near)));
        told.add("a.db", &[notice(Flag::Near)]);
        assert!(told.has("a.db", &notice(Flag::Near)));
        assert!(!told.has("a.db", &notice(Flag::Today)) && !told.has("b.db", &notice(Flag::Near)));
    }
}
