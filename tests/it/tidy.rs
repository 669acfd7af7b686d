//! The rules of the house that can be read from the tree. Only files that git keeps are read.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Component, Path, PathBuf};
use std::process::Command;

/// What may lie at the top, besides files whose name begins with a dot.
const TOP: &[&str] = &[
    "Cargo.lock",
    "Cargo.toml",
    "LICENSE",
    "README.md",
    "docs",
    "icons",
    "migrations",
    "rustfmt.toml",
    "src-tauri",
    "tests",
    "ui",
];

/// The rules of the domain, in the core: no database, no files, no clock.
const RULE_ROOMS: &[&str] = &[
    "src-tauri/core/src/catalogue/",
    "src-tauri/core/src/pools/",
    "src-tauri/core/src/applications/",
    "src-tauri/core/src/budgets/",
    "src-tauri/core/src/deadlines/",
    "src-tauri/core/src/committee/",
    "src-tauri/core/src/report/",
    "src-tauri/core/src/views/",
    "src-tauri/core/src/words/",
    "src-tauri/core/src/money.rs",
    "src-tauri/core/src/money/",
    "src-tauri/core/src/calendar.rs",
    "src-tauri/core/src/ids.rs",
    "src-tauri/core/src/error.rs",
    "src-tauri/core/src/ops.rs",
];

/// Written by a program, or too much a list to be split.
const LONG: &[&str] = &["ui/src/ipc/bindings.ts", "ui/src/ipc/words.ts"];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_owned()
}

/// Every file git keeps that is still there, with `/` in its path.
fn kept() -> Vec<String> {
    let output =
        Command::new("git").args(["ls-files", "-z"]).current_dir(root()).output().expect("git is needed to list the files");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let names = String::from_utf8(output.stdout).unwrap();
    names.split_terminator('\0').filter(|name| root().join(name).is_file()).map(str::to_owned).collect()
}

/// Files with one of these endings, and their text.
fn texts(endings: &[&str]) -> Vec<(String, String)> {
    let named = kept().into_iter().filter(|name| endings.iter().any(|ending| name.ends_with(ending)));
    named.map(|name| (name.clone(), fs::read_to_string(root().join(name)).unwrap_or_default())).collect()
}

/// The program's Rust, without its tests and comments: path, line number, line.
fn rust_lines() -> Vec<(String, usize, String)> {
    let mut lines = Vec::new();
    for (name, text) in texts(&[".rs"]).into_iter().filter(|(name, _)| name.starts_with("src-tauri/") && !is_test(name)) {
        let program = text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
        let code = program.lines().enumerate().filter(|(_, line)| !line.trim_start().starts_with("//"));
        lines.extend(code.map(|(number, line)| (name.clone(), number + 1, line.to_owned())));
    }
    lines
}

/// Whether a file is compiled for tests only: `#[cfg(test)] mod name;` stands in the file above it, or above that.
fn is_test(name: &str) -> bool {
    let path = root().join(name);
    let outer = Path::new(name).parent().map(|folder| folder.with_extension("rs"));
    if let Some(outer) = outer.filter(|outer| root().join(outer).is_file()) {
        return is_test(&outer.to_string_lossy());
    }
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    ["lib.rs", "mod.rs", "main.rs"].iter().any(|above| {
        let text = fs::read_to_string(path.with_file_name(above)).unwrap_or_default();
        text.contains(&format!("#[cfg(test)]\nmod {stem};"))
    })
}

#[track_caller]
fn none(found: Vec<String>) {
    assert!(found.is_empty(), "\n{}\n", found.join("\n"));
}

fn lines_with(applies: impl Fn(&str) -> bool, forbidden: &[&str]) -> Vec<String> {
    let lines = rust_lines().into_iter().filter(|(name, _, _)| applies(name));
    let bad = lines.filter(|(_, _, line)| forbidden.iter().any(|word| line.contains(word)));
    bad.map(|(name, number, line)| format!("{name}:{number}: {}", line.trim())).collect()
}

#[test]
fn the_rules_know_no_database_no_files_and_no_clock() {
    let forbidden =
        ["rusqlite", "std::fs", "std::env", "File::", "Utc::now", "Local::now", "SystemTime", "Instant::now", "crate::store"];
    none(lines_with(|name| RULE_ROOMS.iter().any(|room| name.starts_with(room)), &forbidden));
}

#[test]
fn sql_lives_in_the_store_and_the_migrations() {
    let sql = ["rusqlite", "SELECT ", "INSERT INTO", "UPDATE ", "DELETE FROM", "CREATE TABLE", "PRAGMA "];
    none(lines_with(|name| !name.starts_with("src-tauri/core/src/store/"), &sql));
    for name in ["src-tauri/Cargo.toml", "src-tauri/cli/Cargo.toml", "src-tauri/export/Cargo.toml"] {
        let text = fs::read_to_string(root().join(name)).unwrap_or_default();
        assert!(!text.contains("rusqlite"), "{name} knows the database");
    }
}

#[test]
fn papers_are_made_without_a_data_file() {
    let is_paper = |name: &str| name.starts_with("src-tauri/export/");
    none(lines_with(is_paper, &["Connection", "Utc::now"]));
    // What a paper says is gathered before it is made, in one room.
    let gathers = |name: &str| name == "src-tauri/export/src/paper/gather.rs";
    none(lines_with(|name| is_paper(name) && !gathers(name), &["tilsagn_core::store", "Store"]));
    let named: Vec<String> = texts(&["Cargo.toml"])
        .into_iter()
        .filter(|(name, text)| {
            name.starts_with("src-tauri/core/") && (text.contains("xlsxwriter") || text.contains("tilsagn-export"))
        })
        .map(|(name, _)| name)
        .collect();
    none(named);
}

#[test]
fn only_the_shell_knows_tauri() {
    // The example is the bare window that the start is measured against.
    let places = ["src-tauri/src/", "src-tauri/build.rs", "src-tauri/examples/"];
    let shell = |name: &str| places.iter().any(|place| name.starts_with(place));
    none(lines_with(|name| !shell(name), &["tauri::", "tauri_build", "tauri_plugin", "tauri_specta"]));
    for (name, text) in
        texts(&["Cargo.toml"]).into_iter().filter(|(name, _)| !matches!(name.as_str(), "Cargo.toml" | "src-tauri/Cargo.toml"))
    {
        assert!(!text.lines().any(|line| line.starts_with("tauri")), "{name} knows Tauri");
    }
}

/// What a file of the screen takes in: its own path and the path or package it names.
fn imports() -> Vec<(String, String)> {
    let mut imports = Vec::new();
    for (name, text) in texts(&[".ts", ".tsx"]).into_iter().filter(|(name, _)| name.starts_with("ui/src/")) {
        for (at, _) in text.match_indices("from ").chain(text.match_indices("import(")).chain(text.match_indices("import \"")) {
            let rest = text[at..].trim_start_matches("import").trim_start_matches("from").trim_start_matches(['(', ' ']);
            let named = rest.strip_prefix(['"', '\'']).and_then(|rest| rest.split(['"', '\'']).next());
            imports.extend(named.map(|named| (name.clone(), named.to_owned())));
        }
    }
    imports
}

/// The path an import leads to, from the top of the tree.
fn resolved(from: &str, named: &str) -> String {
    let mut path = Path::new(from).parent().unwrap().to_owned();
    for part in Path::new(named).components() {
        match part {
            Component::ParentDir => _ = path.pop(),
            Component::Normal(part) => path.push(part),
            _ => {}
        }
    }
    path.to_string_lossy().into_owned()
}

#[test]
fn the_screen_reaches_the_program_in_one_place_and_features_leave_each_other_alone() {
    let imports = imports();
    let mut bad = Vec::new();
    for (name, named) in &imports {
        if named.starts_with("@tauri-apps/") && !name.starts_with("ui/src/ipc/") {
            bad.push(format!("{name} imports {named}"));
        }
        let feature =
            |path: &str| path.strip_prefix("ui/src/features/").and_then(|path| path.split('/').next()).map(str::to_owned);
        let (Some(own), true) = (feature(name), named.starts_with('.')) else { continue };
        if feature(&resolved(name, named)).is_some_and(|other| other != own) {
            bad.push(format!("{name} imports {named}"));
        }
    }
    none(bad);
    assert!(imports.is_empty() || imports.len() > 50, "the imports are no longer found");
}

#[test]
fn amounts_pass_through_no_floating_point_on_the_screen() {
    let texts = texts(&[".ts", ".tsx"]).into_iter().filter(|(name, _)| name.starts_with("ui/src/") && name != "ui/src/money.ts");
    none(texts.filter(|(_, text)| text.contains("parseFloat(") || text.contains(".toFixed(")).map(|(name, _)| name).collect());
}

/// Elsewhere the crates of Linux need not be at hand.
#[cfg(target_os = "linux")]
#[test]
fn nothing_in_the_program_can_call_out() {
    let output = Command::new(env!("CARGO"))
        .args(["tree", "--package", "tilsagn-desktop", "--package", "tilsagn-cli", "--edges", "normal", "--prefix", "none"])
        .args(["--target", "x86_64-unknown-linux-gnu", "--format", "{p}", "--offline", "--locked"])
        .current_dir(root())
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let tree = String::from_utf8(output.stdout).unwrap();
    let crates: BTreeSet<&str> = tree.lines().filter_map(|line| line.split(' ').next()).collect();
    assert!(crates.contains("tauri") && crates.contains("rusqlite"), "the tree is no longer read");
    let clients = [
        "attohttpc",
        "awc",
        "curl",
        "curl-sys",
        "h2",
        "hyper",
        "hyper-util",
        "isahc",
        "minreq",
        "native-tls",
        "openssl-sys",
        "quinn",
        "reqwest",
        "rustls",
        "surf",
        "tauri-plugin-http",
        "tauri-plugin-updater",
        "tungstenite",
        "ureq",
    ];
    none(clients.iter().filter(|name| crates.contains(**name)).map(|name| (*name).to_owned()).collect());
}

#[test]
fn rooms_stay_small() {
    let code =
        texts(&[".rs", ".ts", ".tsx", ".mjs", ".css", ".sql"]).into_iter().filter(|(name, _)| !LONG.contains(&name.as_str()));
    let long = code.map(|(name, text)| (name, text.lines().count())).filter(|(_, lines)| *lines > 400);
    none(long.map(|(name, lines)| format!("{name}: {lines} lines")).collect());
}

#[test]
fn nothing_panics_on_purpose_and_nothing_is_unsafe() {
    none(lines_with(|_| true, &[".unwrap()", ".expect(", "panic!(", "unreachable!(", "todo!(", "unsafe {", "unsafe fn"]));
}

#[test]
fn nothing_is_left_for_later() {
    let words = [["TO", "DO"].concat(), ["FIX", "ME"].concat()];
    let texts = texts(&[".rs", ".ts", ".tsx", ".mjs", ".css", ".html", ".sql", ".toml", ".md", ".yml"]);
    none(
        texts
            .into_iter()
            .filter(|(_, text)| words.iter().any(|word| text.contains(word.as_str())))
            .map(|(name, _)| name)
            .collect(),
    );
}

#[test]
fn the_top_of_the_tree_stays_as_it_is() {
    let top: BTreeSet<String> = kept().iter().filter_map(|name| name.split('/').next()).map(str::to_owned).collect();
    none(top.into_iter().filter(|name| !name.starts_with('.') && !TOP.contains(&name.as_str())).collect());
}
