//! A person's home with data files in it.

use super::Done;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use tempfile::TempDir;
use tilsagn_core::seed;
use tilsagn_core::store::{Environment, Store};

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

    /// What the core is told of this home.
    pub fn environment(&self) -> Environment {
        Environment::of_this_machine("Anna", self.path())
    }
}
