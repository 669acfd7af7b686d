//! `package`: a .deb with the window and the command line.

use crate::tools::{self, Done, built, say, shown, target};
use crate::{install, ui};
use std::path::PathBuf;

/// Builds both programs for release and packs them.
pub fn package(debug: bool) -> Done {
    if !cfg!(target_os = "linux") {
        return Err("A .deb is packed on Debian or Ubuntu. Run this there.".into());
    }
    install::system(&[install::BUILD])?;
    ui::packages()?;
    ui::build()?;
    let profile = build(debug)?;
    let command_line = built(profile, "tilsagn");
    let config = format!(r#"{{"bundle":{{"linux":{{"deb":{{"files":{{"/usr/bin/tilsagn":"{}"}}}}}}}}}}"#, command_line.display());
    let mut command = ui::tauri();
    command.args(["bundle", "--bundles", "deb", "--config", &config]).args(debug.then_some("--debug"));
    tools::run("Packing", &mut command, "What failed stands above.")?;
    let package = newest(&target().join(profile).join("bundle/deb")).ok_or("No package was made.")?;
    say(format!("The package: {}", shown(&package)));
    say(format!("Install it with: sudo apt install ./{}", shown(&package)));
    Ok(())
}

/// Builds the programs for release (or as the tests do) and says which profile folder they are in.
pub fn build(debug: bool) -> Done<&'static str> {
    let profile = (!debug).then_some("--release");
    tools::run(
        "Building the programs",
        tools::cargo().args(["build", "--workspace"]).args(profile),
        "Mend what is named above and run this again.",
    )?;
    Ok(if debug { "debug" } else { "release" })
}

fn newest(folder: &PathBuf) -> Option<PathBuf> {
    let files = std::fs::read_dir(folder).ok()?.flatten().map(|entry| entry.path());
    files
        .filter(|path| path.extension().is_some_and(|end| end == "deb"))
        .max_by_key(|path| path.metadata().and_then(|data| data.modified()).ok())
}
