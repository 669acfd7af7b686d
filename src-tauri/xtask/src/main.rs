//! The project's own commands.
#![allow(clippy::print_stdout, clippy::print_stderr, reason = "a command line speaks")]

#[cfg(target_os = "linux")]
mod bench;
mod check;
mod dev;
mod install;
mod package;
mod run;
mod tools;
mod ui;

use std::process::ExitCode;
use tools::Done;

const HELP: &str = "\
cargo xtask COMMAND
  Each command installs what is missing, says what it does and skips what is done.

  run [--keep] [-- ARGUMENTS]  open Tilsagn on your own data file. Without a display it opens on a virtual one and
                               saves a picture under target/; --keep leaves it open
  test                         run every check: format, lints, types, tests, and journeys in the real window
  dev [-- ARGUMENTS]           open Tilsagn with hot reload
  bench [--rows N] [--debug]   compare start, memory and keystrokes with a spreadsheet and a bare window
  package [--debug]            make a .deb
  bindings                     write the screen's types and words anew from the Rust code

  ARGUMENTS go to Tilsagn, as in: cargo xtask run -- --db example.tilsagn";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match command(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("\n{message}");
            ExitCode::FAILURE
        }
    }
}

fn command(arguments: &[String]) -> Done {
    let mut options = arguments.split(|word| word == "--").next().unwrap_or_default().to_vec();
    let rest = arguments.get(options.len() + 1..).unwrap_or_default();
    let name = if options.is_empty() { "--help".to_owned() } else { options.remove(0) };
    match (name.as_str(), options.iter().map(String::as_str).collect::<Vec<_>>().as_slice()) {
        ("-h" | "--help" | "help", _) | (_, ["-h" | "--help"]) => {
            println!("{HELP}");
            Ok(())
        }
        ("run", []) => run::run(false, rest),
        ("run", ["--keep"]) => run::run(true, rest),
        ("test", []) => check::test(),
        ("dev", []) => dev::dev(rest),
        #[cfg(target_os = "linux")]
        ("bench", options) => bench::bench(&bench::Options::read(options)?),
        #[cfg(not(target_os = "linux"))]
        ("bench", _) => Err("bench watches a virtual display, which only Linux has. Run this there.".into()),
        ("package", []) => package::package(false),
        ("package", ["--debug"]) => package::package(true),
        ("bindings", []) => dev::bindings(),
        _ => Err(format!("`{}` is not understood.\n\n{HELP}", arguments.join(" "))),
    }
}
