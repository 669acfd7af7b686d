//! A process that dies, a disk that is full, a person without access. Each in a process of its own: this test binary again, asked for
//! one of the tests that are otherwise passed over.

use std::fs::{self, OpenOptions};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::json;
use tilsagn_core::ErrorCode;
use tilsagn_core::ops::Op;
use tilsagn_core::store::{BackupKind, Environment, Store};
use tilsagn_core::views::{FileAccess, OpenMode};

use crate::desk::{Desk, TEST_SCHEMA, assert_error, dump, row, with_a_book};

/// Where the child finds its folder.
const FOLDER: &str = "TILSAGN_TEST_FOLDER";

fn child(test: &str, folder: &Path) -> Command {
    let mut command = Command::new(std::env::current_exe().unwrap());
    command.args(["--exact", test, "--ignored", "--nocapture"]).env(FOLDER, folder).env("RUST_BACKTRACE", "0");
    command
}

/// In the child: the folder, and a machine around it.
fn given() -> (PathBuf, Environment) {
    let folder = PathBuf::from(std::env::var_os(FOLDER).expect("run by another test"));
    let environment = Environment { schema: TEST_SCHEMA, mounts: None, ..Environment::of_this_machine("Anna", &folder) };
    (folder.join("tilsagn.db"), environment)
}

#[track_caller]
fn assert_passed(output: &Output) {
    let text = [&output.stdout[..], &output.stderr].concat();
    let text = String::from_utf8_lossy(&text);
    assert!(output.status.success() && text.contains("1 passed"), "{text}");
}

fn is_root() -> bool {
    Command::new("id").arg("-u").output().is_ok_and(|output| output.stdout == b"0\n")
}

#[test]
fn a_process_killed_in_the_middle_loses_only_what_it_had_not_saved() {
    let desk = Desk::new();
    drop(desk.create());
    let before = dump(&desk.path());
    let output = child("hardship::dies_in_the_middle", desk.path().parent().unwrap()).output().unwrap();
    assert!(!output.status.success());
    assert!(String::from_utf8_lossy(&output.stdout).contains("about to die"), "{output:?}");
    let store = desk.open();
    assert!(store.problem().is_none());
    assert_eq!(dump(&desk.path()), [&before[..1], &[r#"["shelf",2,"Gemt"]"#.to_owned()], &before[1..]].concat());
    assert_eq!(store.recent(9).unwrap().len(), 2);
}

#[test]
#[ignore = "run as a child"]
#[allow(clippy::print_stdout, reason = "the parent reads it")]
fn dies_in_the_middle() {
    let (path, mut environment) = given();
    environment.actor = "Bo".to_owned();
    let mut store = Store::open(&path, OpenMode::Write, &environment).unwrap();
    store.transact(Op::ViewSave, |tx| tx.insert("shelf", row(json!({"name": "Gemt"})))).unwrap();
    let _ = store.transact(Op::ViewSave, |tx| {
        // More than is held in memory, so that some of it is in the log already.
        for number in 0..3000 {
            tx.insert("shelf", row(json!({"name": format!("{number} {}", "x".repeat(2000))})))?;
        }
        println!("about to die");
        std::process::abort();
        #[expect(unreachable_code, reason = "gives the closure its type")]
        Ok(())
    });
}

/// A small disk of its own needs a mount, which not every machine allows; there the test says so and is passed over.
#[cfg(target_os = "linux")]
#[test]
#[allow(clippy::print_stderr, reason = "says that it was passed over")]
fn a_full_disk_loses_nothing() {
    let desk = Desk::new();
    let mount = desk.path().parent().unwrap().to_owned();
    let unshare = if is_root() { "--mount" } else { "--mount --map-root-user" };
    let on_small_disk = |command: &str| {
        let script = format!("mount -t tmpfs -o size=1m tilsagn '{}' && {command}", mount.display());
        let mut shell = Command::new("unshare");
        shell.args(unshare.split(' ')).args(["sh", "-c", &script]);
        shell
    };
    if !on_small_disk("true").output().is_ok_and(|output| output.status.success()) {
        eprintln!("no small disk can be mounted here; passed over");
        return;
    }
    let test = child("hardship::meets_a_full_disk", &mount);
    let line = std::iter::once(test.get_program()).chain(test.get_args()).map(|part| part.to_string_lossy().into_owned());
    let output = on_small_disk(&line.collect::<Vec<_>>().join(" ")).env(FOLDER, &mount).output().unwrap();
    assert_passed(&output);
}

#[test]
#[ignore = "run as a child"]
fn meets_a_full_disk() {
    let (path, environment) = given();
    let filler = path.with_file_name("filler");
    let fill = || {
        let mut file = OpenOptions::new().create(true).append(true).open(&filler).unwrap();
        while file.write_all(&[7; 512]).is_ok() {}
    };
    let mut store = with_a_book(Store::create(&path, &environment, |_| Ok(())).unwrap());
    let before = dump(&path);
    fill();
    let big = |tx: &mut tilsagn_core::store::Tx<'_>| tx.insert("shelf", row(json!({"name": "x".repeat(200_000)})));
    let full = store.transact(Op::ViewSave, big).unwrap_err();
    assert_error(&full, ErrorCode::DiskFull);
    assert_eq!(full.params["file"], path.display().to_string());
    assert_error(&store.back_up(BackupKind::Manual).unwrap_err(), ErrorCode::DiskFull);
    assert_eq!(dump(&path), before);
    assert_eq!(store.recent(9).unwrap().len(), 1);
    drop(store);

    fill();
    let shut = Store::open(&path, OpenMode::Write, &environment).err().unwrap();
    assert_error(&shut, ErrorCode::DiskFull);
    let looking = Store::open(&path, OpenMode::ReadOnly, &environment).unwrap();
    assert_eq!(looking.access(), FileAccess::ReadOnly);
    assert_eq!(looking.recent(9).unwrap().len(), 1);
    let other = path.with_file_name("new.db");
    assert_error(&Store::create(&other, &environment, |_| Ok(())).err().unwrap(), ErrorCode::DiskFull);
    assert!(!other.exists());

    fs::remove_file(&filler).unwrap();
    let mut store = Store::open(&path, OpenMode::Write, &environment).unwrap();
    assert_eq!(dump(&path), before);
    store.transact(Op::ViewSave, big).unwrap();
    assert!(store.check(tilsagn_core::Language::Da).unwrap().failed.is_empty());
}

/// An administrator may read and write anything, so this is seen as an ordinary person.
#[cfg(unix)]
#[test]
fn a_person_without_access_is_told_so() {
    use std::os::unix::fs::PermissionsExt;
    use std::os::unix::process::CommandExt;

    let desk = Desk::new();
    drop(desk.create());
    fs::remove_file(desk.path().with_extension("db.lock")).unwrap();
    let secret = desk.path().with_file_name("secret.db");
    fs::copy(desk.path(), &secret).unwrap();
    let set = |path: &Path, mode| fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
    set(desk.folder.path(), 0o755);
    set(&desk.path(), 0o644);
    set(&secret, 0o000);
    set(desk.path().parent().unwrap(), 0o555);
    // The test binary may lie where an ordinary person cannot look.
    let runner = desk.folder.path().join("runner");
    fs::copy(std::env::current_exe().unwrap(), &runner).unwrap();
    set(&runner, 0o755);
    let mut command = Command::new(&runner);
    command.args(["--exact", "hardship::has_no_access", "--ignored"]).env(FOLDER, desk.path().parent().unwrap());
    if is_root() {
        command.uid(65534).gid(65534).current_dir("/");
    }
    let output = command.output().unwrap();
    set(desk.path().parent().unwrap(), 0o755);
    assert_passed(&output);
}

#[test]
#[ignore = "run as a child"]
fn has_no_access() {
    let (path, environment) = given();
    let secret = path.with_file_name("secret.db");
    for mode in [OpenMode::Write, OpenMode::ReadOnly, OpenMode::CopyHere] {
        assert_error(&Store::open(&secret, mode, &environment).err().unwrap(), ErrorCode::FileUnreadable);
    }
    assert_error(&Store::open(&path, OpenMode::Write, &environment).err().unwrap(), ErrorCode::FileReadOnly);
    assert_eq!(Store::open(&path, OpenMode::ReadOnly, &environment).unwrap().recent(9).unwrap().len(), 1);
    let new = path.with_file_name("new.db");
    assert_error(&Store::create(&new, &environment, |_| Ok(())).err().unwrap(), ErrorCode::FileReadOnly);
}
