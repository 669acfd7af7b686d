//! What a new data file starts with.

use crate::error::Result;
use crate::import::{self, Files};
use crate::store::{Environment, Store};

/// Fills an empty store with reference data and an agreement: the built-in one, or that of a folder.
///
/// # Errors
/// What is wrong with the agreement's files; those of [`Store::seed`].
pub fn fill(store: &mut Store, agreement: Option<&Files>) -> Result<()> {
    let agreement = match agreement {
        Some(files) => import::agreement(files)?,
        None => import::agreement(&import::builtin_agreement())?,
    };
    store.add_reference(&import::reference(&import::builtin_reference())?)?;
    store.add_agreement(&agreement)?;
    Ok(())
}

/// The built-in data without a file: what a command answers from when there is none.
///
/// # Errors
/// None that are foreseen.
pub fn built_in(environment: &Environment) -> Result<Store> {
    let mut store = Store::in_memory(environment)?;
    fill(&mut store, None)?;
    Ok(store)
}

/// Fills an empty store with what [`fill`] puts in and the example on top: Lyngby-Taarbæk 2019, København 2009 and 2010, Ishøj 2016.
///
/// # Errors
/// None that are foreseen.
pub fn example(store: &mut Store) -> Result<()> {
    fill(store, None)?;
    store.add_example(&import::example::example()?)?;
    Ok(())
}
