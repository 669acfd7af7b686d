//! Where the data file is when the person names none.

use std::env;
use std::path::PathBuf;

/// The name of the data file.
pub const FILE_NAME: &str = "tilsagn.db";

/// The program's own folder: `$XDG_DATA_HOME/tilsagn` or `~/.local/share/tilsagn`; on macOS `~/Library/Application
/// Support/Tilsagn`; on Windows `%APPDATA%\Tilsagn`. None where the machine names no home. It is not made here.
pub fn own_folder() -> Option<PathBuf> {
    if cfg!(target_os = "windows") {
        folder("APPDATA").map(|folder| folder.join("Tilsagn"))
    } else if cfg!(target_os = "macos") {
        folder("HOME").map(|home| home.join("Library/Application Support/Tilsagn"))
    } else {
        folder("XDG_DATA_HOME").or_else(|| folder("HOME").map(|home| home.join(".local/share"))).map(|data| data.join("tilsagn"))
    }
}

/// The data file in it.
pub fn data_file() -> Option<PathBuf> {
    own_folder().map(|folder| folder.join(FILE_NAME))
}

/// A folder from the environment. A relative one is no folder: the XDG rules say to ignore it.
fn folder(variable: &str) -> Option<PathBuf> {
    env::var_os(variable).map(PathBuf::from).filter(|path| path.is_absolute())
}
