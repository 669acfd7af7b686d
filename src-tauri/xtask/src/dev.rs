//! `dev` and `bindings`: for whoever is working on the program.

use crate::tools::{self, Done};
use crate::{install, ui};

/// The window with hot reload: the screen comes from a development server, and a change to the Rust code builds and restarts.
pub fn dev(arguments: &[String]) -> Done {
    install::system(&[install::BUILD])?;
    ui::packages()?;
    ui::build_if_none()?;
    let server = r#"{"build":{"beforeDevCommand":{"script":"npm run dev","cwd":"../ui"}}}"#;
    let mut command = ui::tauri();
    // The program's own arguments come after Cargo's.
    command.args(["dev", "--config", server, "--", "--"]).args(arguments);
    tools::run("Opening Tilsagn with hot reload; Ctrl+C ends it", &mut command, "What failed stands above.")
}

/// Writes the screen's types and words anew from the Rust code.
pub fn bindings() -> Done {
    install::system(&[install::BUILD])?;
    ui::build_if_none()?;
    let mut command = tools::cargo();
    command.args(["test", "--workspace", "--lib", "bindings"]).env("TILSAGN_BLESS", "1");
    tools::run("Writing ui/src/ipc/bindings.ts and words.ts", &mut command, "Mend what is named above and run this again.")
}
