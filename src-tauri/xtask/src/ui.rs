//! The screen's packages and its build, each only when something changed.

use crate::tools::{self, Done, output, root, say, target};
use std::collections::hash_map::DefaultHasher;
use std::fs;
use std::hash::Hasher as _;
use std::path::{Path, PathBuf};
use std::process::Command;

const NODE: u32 = 20;
/// The oldest npm that installs the locked packages.
const NPM: u32 = 11;

/// npm at the screen's folder.
pub fn npm() -> Command {
    in_ui(if cfg!(windows) { "npm.cmd" } else { "npm" })
}

/// The Tauri command line, pinned among the screen's packages.
pub fn tauri() -> Command {
    let mut command = tools::command("node");
    command.arg(ui().join("node_modules/@tauri-apps/cli/tauri.js"));
    command
}

/// Installs the packages of `ui/package-lock.json`.
pub fn packages() -> Done {
    let node = major(&mut tools::command("node"))
        .ok_or_else(|| format!("Node is missing. Install Node {NODE} or newer from nodejs.org."))?;
    if node < NODE {
        return Err(format!("Node {node} is too old. Install Node {NODE} or newer from nodejs.org."));
    }
    let changed = |path: &str| fs::metadata(ui().join(path)).and_then(|data| data.modified()).ok();
    if changed("node_modules/.package-lock.json")
        .is_some_and(|done| changed("package-lock.json").is_some_and(|asked| done >= asked))
    {
        say("Front-end packages: all there");
        return Ok(());
    }
    let npm = major(&mut npm()).ok_or("npm is missing. Install it with Node from nodejs.org.")?;
    let mut command = if npm >= NPM {
        self::npm()
    } else {
        let mut npx = in_ui(if cfg!(windows) { "npx.cmd" } else { "npx" });
        npx.args(["-y", "npm@11"]);
        npx
    };
    command.args(["ci", "--no-audit", "--no-fund", "--loglevel=error"]);
    tools::run("Installing front-end packages", &mut command, "Check the connection to the npm registry and run this again.")
}

/// Builds `ui/dist`, which Cargo embeds in the program.
pub fn build() -> Done {
    let stamp = target().join("ui-built-from");
    let index = ui().join("dist/index.html");
    // The index names every other built file by its content, so the two together tell a build by hand from ours.
    let state = |sources: u64| Some(format!("{sources:016x} {:016x}", hash(&[fs::read(&index).ok()?])));
    let sources = sources()?;
    if state(sources).is_some_and(|now| fs::read_to_string(&stamp).is_ok_and(|then| then == now)) {
        say("Screen: built already");
        return Ok(());
    }
    tools::run(
        "Building the screen",
        npm().args(["run", "--silent", "build", "--", "--logLevel", "error"]),
        "Mend what is named above and run this again.",
    )?;
    fs::write(&stamp, state(sources).unwrap_or_default())
        .map_err(|error| format!("{} cannot be written: {error}.", stamp.display()))
}

/// Cargo needs a screen to embed, if only an old one.
pub fn build_if_none() -> Done {
    if ui().join("dist/index.html").exists() { Ok(()) } else { packages().and_then(|()| build()) }
}

fn ui() -> PathBuf {
    root().join("ui")
}

fn in_ui(program: &str) -> Command {
    let mut command = tools::command(program);
    command.current_dir(ui());
    command
}

fn major(command: &mut Command) -> Option<u32> {
    output(command.arg("--version"))?.trim_start_matches('v').split('.').next()?.parse().ok()
}

/// One number for the names and contents of everything the screen is built from.
fn sources() -> Done<u64> {
    let mut files = Vec::new();
    collect(&ui(), &mut files).map_err(|error| format!("The folder ui cannot be read: {error}."))?;
    files.sort();
    let mut parts = Vec::new();
    for file in files {
        parts.push(file.as_os_str().as_encoded_bytes().to_vec());
        parts.push(fs::read(&file).map_err(|error| format!("{} cannot be read: {error}.", file.display()))?);
    }
    Ok(hash(&parts))
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) -> std::io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default();
        // Made by the build itself: the packages, the result, and the compiled messages beside their sources.
        let made = name == "node_modules"
            || name == "dist"
            || (folder.ends_with("locales") && path.extension().is_some_and(|e| e == "ts"));
        if path.is_dir() && !made {
            collect(&path, files)?;
        } else if !made {
            files.push(path);
        }
    }
    Ok(())
}

fn hash(parts: &[Vec<u8>]) -> u64 {
    let mut hasher = DefaultHasher::new();
    for part in parts {
        hasher.write_usize(part.len());
        hasher.write(part);
    }
    hasher.finish()
}
