//! Where an answer comes from: the file named, the usual one, or the built-in agreement.

use std::io::Write;
use std::path::{Path, PathBuf};

use tilsagn_core::store::{Environment, Store};
use tilsagn_core::views::OpenMode;
use tilsagn_core::{place, seed};

use crate::args::Asked;
use crate::failure::{Failure, fill};
use crate::words::words;

/// This machine, and the person who is logged in.
pub fn environment() -> Environment {
    Environment::of_this_machine("", &place::own_folder().unwrap_or_else(std::env::temp_dir))
}

/// Opens for reading: nothing is made, changed or locked. Without any file the built-in agreement answers, and says so.
pub fn read(asked: &Asked) -> Result<Store, Failure> {
    let failure = |error| Failure::of(&error, asked.language);
    match file(asked) {
        Some(path) if asked.db.is_some() || path.exists() => Store::read(&path, &environment()).map_err(failure),
        usual => {
            let usual = usual.map(|path| path.display().to_string()).unwrap_or_default();
            let note = fill(words(asked.language).built_in, &[("file", &usual)]);
            self::note(&note);
            seed::built_in(&environment()).map_err(failure)
        }
    }
}

/// Says something beside the answer. Where nobody can read it there is nobody to tell.
pub fn note(text: &str) {
    let _ = writeln!(std::io::stderr().lock(), "{text}");
}

/// The file itself, for a command that needs one. Nothing is built in its place.
pub fn existing_file(asked: &Asked, otherwise: &str) -> Result<PathBuf, Failure> {
    match file(asked) {
        Some(path) if path.exists() => Ok(path),
        Some(path) => Err(Failure::failed(fill(otherwise, &[("file", &path.display().to_string())]))),
        None => Err(Failure::failed(words(asked.language).no_home)),
    }
}

/// Opens for writing.
pub fn write(asked: &Asked, path: &Path) -> Result<Store, Failure> {
    Store::open(path, OpenMode::Write, &environment()).map_err(|error| Failure::of(&error, asked.language))
}

fn file(asked: &Asked) -> Option<PathBuf> {
    asked.db.clone().or_else(place::data_file)
}
