//! A person's home with data files in it.

use super::Done;
use chrono::Local;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use tempfile::TempDir;
use tilsagn_core::applications::Stage;
use tilsagn_core::calendar::PartialDate;
use tilsagn_core::seed;
use tilsagn_core::store::{Environment, Store};
use tilsagn_core::views::ApplicationDraft;

/// A folder of its own that goes when the last who knows it does.
#[derive(Debug, Clone)]
pub struct Home(Arc<TempDir>);

impl Default for Home {
    fn default() -> Self {
        Self(Arc::new(TempDir::with_prefix("tilsagn-journey-").expect("a folder for a journey can be made")))
    }
}

impl Home {
    /// Where it is.
    pub fn path(&self) -> &Path {
        self.0.path()
    }

    /// A file in it.
    pub fn file(&self, name: &str) -> PathBuf {
        self.path().join(name)
    }

    /// A new data file with the built-in agreement, as the core makes it.
    pub fn data_file(&self, name: &str) -> Done<PathBuf> {
        let path = self.file(name);
        self.create(&path)?;
        Ok(path)
    }

    /// The same, still open in this process.
    pub fn create(&self, path: &Path) -> Done<Store> {
        Store::create(path, &self.environment(), |store| seed::fill(store, None)).map_err(|error| format!("{error:?}").into())
    }

    /// A new data file in which Lyngby-Taarbæk has an application of this title at each stage, since 2 April 2019.
    pub fn with_applications(&self, applications: &[(&str, Stage)]) -> Done<PathBuf> {
        let path = self.file("ansøgninger.tilsagn");
        let mut store = self.create(&path)?;
        let today = Local::now().date_naive();
        let lyngby = store.municipality_named("Lyngby-Taarbæk").map_err(|error| format!("{error:?}"))?.id;
        for (title, stage) in applications {
            let draft = ApplicationDraft {
                pool_id: None,
                funder: "Den Private Fond".to_owned(),
                copy_of: None,
                title: (*title).to_owned(),
                stage: *stage,
                taken_on: PartialDate::parse("2019-04-02"),
                department_id: None,
                owner_id: None,
                committee_ids: Vec::new(),
            };
            store.application_create(&draft, lyngby, today).map_err(|error| format!("{error:?}"))?;
        }
        Ok(path)
    }

    /// What the core is told of this home.
    pub fn environment(&self) -> Environment {
        Environment::of_this_machine("Anna", self.path())
    }
}
