//! The program's folders on this machine.

use std::env;
use std::path::PathBuf;

use tilsagn_core::place;

/// Where the data file lies when the person names none. Where the machine names no home, the folder the program was started in.
pub fn own_folder() -> PathBuf {
    place::own_folder().unwrap_or_else(|| PathBuf::from("."))
}

/// Where preferences are kept: `$XDG_CONFIG_HOME/tilsagn` or `~/.config/tilsagn`; elsewhere the program's own folder.
pub fn settings_folder() -> PathBuf {
    on_linux("XDG_CONFIG_HOME", ".config").unwrap_or_else(own_folder)
}

/// Where the log is kept: `$XDG_STATE_HOME/tilsagn` or `~/.local/state/tilsagn`; elsewhere a folder in the program's own.
pub fn log_folder() -> PathBuf {
    on_linux("XDG_STATE_HOME", ".local/state").unwrap_or_else(|| own_folder().join("log"))
}

fn on_linux(variable: &str, usual: &str) -> Option<PathBuf> {
    if !cfg!(target_os = "linux") {
        return None;
    }
    let absolute = |name: &str| env::var_os(name).map(PathBuf::from).filter(|path| path.is_absolute());
    absolute(variable).or_else(|| absolute("HOME").map(|home| home.join(usual))).map(|folder| folder.join("tilsagn"))
}
