//! Finding and running other programs, and saying so.

use std::ffi::OsStr;
use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

/// A result whose error is a sentence for the person: what failed, and the one thing to do next.
pub type Done<T = ()> = Result<T, String>;

/// Says what is about to happen, or that it need not.
pub fn say(text: impl AsRef<str>) {
    println!("\u{2022} {}", text.as_ref());
}

/// The top of the repository.
pub fn root() -> PathBuf {
    let here = std::env::var_os("CARGO_MANIFEST_DIR").map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
    here.ancestors().nth(2).map_or_else(PathBuf::new, Path::to_path_buf)
}

/// Where Cargo builds: this program lies in it, whichever way it was chosen.
pub fn target() -> PathBuf {
    let this = std::env::current_exe().unwrap_or_default();
    this.ancestors().nth(2).map_or_else(|| root().join("target"), Path::to_path_buf)
}

/// A program built from this workspace, by profile folder and name.
pub fn built(profile: &str, name: &str) -> PathBuf {
    target().join(profile).join(format!("{name}{}", std::env::consts::EXE_SUFFIX))
}

/// A path as a person wants to read it: relative to the repository where it lies inside.
pub fn shown(path: &Path) -> String {
    path.strip_prefix(root()).unwrap_or(path).display().to_string()
}

/// A command run at the top of the repository, with the same language and rendering on every machine.
pub fn command(program: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(program);
    command.current_dir(root()).env("LANG", "C.UTF-8").env("LC_ALL", "C.UTF-8");
    command.env_remove("WEBKIT_DISABLE_DMABUF_RENDERER").env_remove("WEBKIT_DISABLE_COMPOSITING_MODE");
    command
}

/// The Cargo that runs us.
pub fn cargo() -> Command {
    command(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

/// Runs a command to its end, saying `title` first and the time after; `next` is what to do when it fails.
pub fn run(title: &str, command: &mut Command, next: &str) -> Done {
    say(title);
    let start = Instant::now();
    let status = command.status().map_err(|error| not_started(command, &error))?;
    ended(title, start, status.success(), next)
}

/// As [`run`], and hands each printed line, without colours, to `read` while passing it on.
pub fn run_reading(title: &str, command: &mut Command, next: &str, mut read: impl FnMut(&str)) -> Done {
    say(title);
    let start = Instant::now();
    let mut child = command.env("NO_COLOR", "1").stdout(Stdio::piped()).spawn().map_err(|error| not_started(command, &error))?;
    if let Some(stdout) = child.stdout.take() {
        for line in BufReader::new(stdout).lines().map_while(Result::ok) {
            println!("{line}");
            read(&line);
        }
    }
    let status = child.wait().map_err(|error| error.to_string())?;
    ended(title, start, status.success(), next)
}

/// What a command prints, trimmed; `None` when it is missing or fails.
pub fn output(command: &mut Command) -> Option<String> {
    let output = command.stderr(Stdio::null()).output().ok().filter(|output| output.status.success())?;
    Some(String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// Whether a program of this name can be found.
pub fn exists(program: &str) -> bool {
    let paths = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&paths).any(|folder| folder.join(format!("{program}{}", std::env::consts::EXE_SUFFIX)).is_file())
}

fn ended(title: &str, start: Instant, success: bool, next: &str) -> Done {
    if !success {
        return Err(format!("{title}: failed. {next}"));
    }
    println!("  {}", time(start));
    Ok(())
}

fn not_started(command: &Command, error: &std::io::Error) -> String {
    format!("{} could not be started: {error}.", command.get_program().display())
}

/// The time since `start`, as a person says it.
pub fn time(start: Instant) -> String {
    let seconds = start.elapsed().as_secs_f64();
    if seconds < 60.0 {
        format!("{seconds:.1} s")
    } else {
        format!("{:.0} min {:.0} s", (seconds / 60.0).floor(), seconds % 60.0)
    }
}
