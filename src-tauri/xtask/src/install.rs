//! What the machine must have, and on Debian and Ubuntu putting it there.

use crate::tools::{self, Done, exists, output, say};
use std::process::{Command, Stdio};

/// Something the project needs from the system: its Debian package, and how to see that it is there.
#[derive(Debug, Clone, Copy)]
pub struct Need {
    package: &'static str,
    evidence: Evidence,
}

#[derive(Debug, Clone, Copy)]
enum Evidence {
    Program(&'static str),
    /// A library, by the name `pkg-config` knows it by.
    Library(&'static str),
    /// A module of the system's Python.
    Module(&'static str),
}
use Evidence::{Library, Module, Program};

/// To build the window.
pub const BUILD: &[Need] = &[
    Need { package: "pkg-config", evidence: Program("pkg-config") },
    Need { package: "libwebkit2gtk-4.1-dev", evidence: Library("webkit2gtk-4.1") },
];
/// To show it where there is no display, and take a picture.
pub const SCREEN: &[Need] =
    &[Need { package: "xvfb", evidence: Program("Xvfb") }, Need { package: "imagemagick", evidence: Program("import") }];
/// To drive it.
pub const JOURNEYS: &[Need] = &[
    Need { package: "xvfb", evidence: Program("Xvfb") },
    Need { package: "webkit2gtk-driver", evidence: Program("WebKitWebDriver") },
];
/// To compare it with a spreadsheet, to have its sheets reckoned by one, and its papers opened by a word processor.
pub const OFFICE: &[Need] = &[
    Need { package: "libreoffice-calc", evidence: Program("localc") },
    Need { package: "libreoffice-writer", evidence: Program("lowriter") },
];

/// To read calendars, documents, workbooks and PDFs with readers that are not ours.
pub const READERS: &[Need] = &[
    Need { package: "python3", evidence: Program("python3") },
    Need { package: "python3-venv", evidence: Module("ensurepip") },
    Need { package: "poppler-utils", evidence: Program("pdfinfo") },
];

/// What those readers are, to the byte.
const READERS_LIST: &str = "tests/fixtures/readers.txt";

/// Sees to it that the system has what the lists name.
pub fn system(lists: &[&[Need]]) -> Done {
    if cfg!(windows) {
        return web_view2();
    }
    if !cfg!(target_os = "linux") {
        return Ok(());
    }
    let mut missing: Vec<&str> =
        lists.iter().copied().flatten().filter(|need| !present(need.evidence)).map(|need| need.package).collect();
    missing.dedup();
    if missing.is_empty() {
        say("System packages: all there");
        return Ok(());
    }
    let list = missing.join(" ");
    if !exists("apt-get") {
        return Err(format!(
            "These are missing (named as in Debian): {list}. Install them with your package manager and run this again."
        ));
    }
    apt(&list)
}

fn present(evidence: Evidence) -> bool {
    match evidence {
        Program(name) => exists(name),
        Library(name) => Command::new("pkg-config").args(["--exists", name]).status().is_ok_and(|status| status.success()),
        Module(name) => Command::new("python3")
            .args(["-c", &format!("import {name}")])
            .stderr(Stdio::null())
            .status()
            .is_ok_and(|s| s.success()),
    }
}

fn apt(list: &str) -> Done {
    let root = output(Command::new("id").arg("-u")).as_deref() == Some("0");
    let by_hand = format!("sudo apt-get update && sudo apt-get install --no-install-recommends {list}");
    let sudo = match (root, exists("sudo")) {
        (true, _) => "",
        (false, true) => "sudo ",
        (false, false) => {
            return Err(format!("These system packages are missing: {list}. As root, run: {}", by_hand.replace("sudo ", "")));
        }
    };
    // A source of packages that cannot be reached need not be the one that has these.
    let script = format!(
        "{sudo}apt-get update -qq; {sudo}env DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends {list} >/dev/null"
    );
    let next = format!("Run this and read what it says: {by_hand}");
    tools::run(&format!("Installing system packages: {list}"), tools::command("sh").args(["-c", &script]), &next)
}

/// Windows has the web view since Windows 11; older ones may lack it.
fn web_view2() -> Done {
    let client = r"Microsoft\EdgeUpdate\Clients\{F3017226-FE2A-4295-8BDF-00C3A9A7E4C5}";
    let roots = [r"HKLM\SOFTWARE\WOW6432Node", r"HKLM\SOFTWARE", r"HKCU\Software"];
    let found = |root: &&str| output(Command::new("reg").args(["query", &format!(r"{root}\{client}"), "/v", "pv"])).is_some();
    if roots.iter().any(found) {
        return Ok(());
    }
    Err("The WebView2 runtime is missing. Install the \"Evergreen\" runtime from Microsoft and run this again.".into())
}

/// Sees to it that the checks' own tools are part of the Rust toolchain.
pub fn rust_components() -> Done {
    let has = |name: &str| {
        tools::cargo().args([name, "--version"]).stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok_and(|s| s.success())
    };
    if has("fmt") && has("clippy") {
        return Ok(());
    }
    let next = "Install rustfmt and clippy for this Rust toolchain and run this again.";
    tools::run("Installing rustfmt and clippy", tools::command("rustup").args(["component", "add", "rustfmt", "clippy"]), next)
}

/// Sees to it that the independent readers of the tests are there, in an environment of their own under target/.
pub fn readers() -> Done {
    let (place, list) = (tools::target().join("readers"), tools::root().join(READERS_LIST));
    let wanted = std::fs::read(&list).map_err(|error| format!("{READERS_LIST} could not be read: {error}."))?;
    // Copied there as the last thing: where it is the same, the environment is whole.
    let done = place.join("readers.txt");
    if std::fs::read(&done).is_ok_and(|there| there == wanted) {
        return Ok(());
    }
    let next = "Read what is said above; the packages come from PyPI.";
    let title = "Making an environment for the readers of the tests";
    tools::run(title, tools::command("python3").args(["-m", "venv", "--clear"]).arg(&place), next)?;
    let options =
        ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--only-binary=:all:", "--require-hashes", "-r"];
    tools::run("Installing them", tools::command(place.join("bin/python3")).args(options).arg(&list), next)?;
    std::fs::write(&done, wanted).map_err(|error| format!("{} could not be written: {error}.", tools::shown(&done)))
}
