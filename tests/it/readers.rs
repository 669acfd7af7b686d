//! Readers that are not ours: an office suite, packages for Python, and the tools of a PDF library.

use std::ffi::OsStr;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::Value;

/// Runs a script of `tests/fixtures` with the pinned packages.
pub fn python(script: &str, folder: &Path) -> Vec<u8> {
    let target = std::env::current_exe().unwrap().ancestors().nth(3).unwrap().to_owned();
    let python = target.join("readers/bin/python3");
    assert!(python.exists(), "{} is missing: `cargo xtask test` installs it", python.display());
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures").join(script);
    let out = Command::new(python).arg(script).arg(folder).output().unwrap();
    assert!(out.status.success(), "{}", String::from_utf8_lossy(&out.stderr));
    out.stdout
}

/// What such a script understood of a folder.
pub fn understood(script: &str, folder: &Path) -> Value {
    serde_json::from_slice(&python(script, folder)).unwrap()
}

/// Lets LibreOffice open files, reckon every formula, and save them anew in `new`, in a format it knows by that name. All in one run:
/// it takes long to start.
pub fn office(folder: &Path, format: &str, names: impl IntoIterator<Item = impl AsRef<OsStr>>) {
    let profile = folder.join("profile");
    std::fs::create_dir_all(profile.join("user")).unwrap();
    // By default it trusts what a workbook says its formulas gave.
    let settings = r#"<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>"#;
    std::fs::write(profile.join("user/registrymodifications.xcu"), settings).unwrap();
    let mut office = Command::new("soffice")
        .arg(format!("-env:UserInstallation=file://{}", profile.display()))
        .args(["--headless", "--norestore", "--convert-to", format, "--outdir", "new"])
        .args(names)
        .current_dir(folder)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .expect("LibreOffice is needed: `cargo xtask test` installs it");
    let limit = Instant::now() + Duration::from_secs(180);
    loop {
        match office.try_wait().unwrap() {
            Some(status) => break assert!(status.success(), "LibreOffice ended with {status}"),
            None if Instant::now() > limit => {
                office.kill().unwrap();
                panic!("LibreOffice took too long");
            }
            None => std::thread::sleep(Duration::from_millis(50)),
        }
    }
}

/// What one of the tools for PDFs prints of a file.
pub fn pdf(tool: &str, options: &[&str], path: &Path) -> String {
    let to: &[&str] = if tool == "pdftotext" { &["-"] } else { &[] };
    let out = Command::new(tool).args(options).arg(path).args(to).output();
    let out = out.unwrap_or_else(|error| panic!("{tool}: {error}; `cargo xtask test` installs it"));
    assert!(out.status.success(), "{tool}: {}", String::from_utf8_lossy(&out.stderr));
    String::from_utf8_lossy(&out.stdout).into_owned()
}
