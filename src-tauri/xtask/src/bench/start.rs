//! From starting a program to what it shows standing still.

use crate::tools::Done;
use std::ffi::OsStr;
use std::fs;
use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::Stdio;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};
use xtask::group::{self, Group};
use xtask::screen::Screen;

/// How often the screen is looked at.
const LOOK: Duration = Duration::from_millis(10);
/// A change counts when it touches more than one part in this many: a blinking caret does not, a filled table does.
const VISIBLE: usize = 200;
/// Nothing visible has changed for so long: the program has finished starting.
const QUIET: Duration = Duration::from_secs(3);
const LIMIT: Duration = Duration::from_secs(60);

/// What one start took.
#[derive(Debug, Clone, Copy)]
pub struct Shown {
    /// From starting the process to the last visible change.
    pub painted: Duration,
    /// Bytes of memory, shared pages divided among those who share them (PSS), over all its processes.
    pub memory: u64,
}

/// Starts a program and watches its screen until nothing visible changes any more, nor before it has said `line`.
pub fn shown(home: &Path, program: &OsStr, arguments: &[&OsStr], line: Option<&'static str>) -> Done<Shown> {
    let failed = |error: std::io::Error| format!("{} could not be measured: {error}.", program.display());
    let screen = Screen::start(1280, 800).map_err(failed)?;
    let mut command = group::command(program);
    screen.show(command.args(arguments).env("HOME", home).stdout(Stdio::null()).stderr(Stdio::piped()));
    for name in ["XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"] {
        command.env_remove(name);
    }
    let mut seen = screen.pixels().map_err(failed)?;
    let start = Instant::now();
    let mut group = Group::start(command).map_err(failed)?;
    let said = listen(&mut group, line);
    let mut painted = None;
    loop {
        std::thread::sleep(LOOK);
        let now = screen.pixels().map_err(failed)?;
        if visibly_changed(&seen, &now) {
            painted = Some(start.elapsed());
        }
        seen = now;
        match painted {
            Some(painted) if said.load(Ordering::Relaxed) && start.elapsed() > painted + QUIET => {
                return Ok(Shown { painted, memory: settled_memory(group.id()) });
            }
            _ if start.elapsed() > LIMIT => {
                return Err(format!("{} did not show within {} s.", program.display(), LIMIT.as_secs()));
            }
            _ if group.ended().map_err(failed)?.is_some() => {
                return Err(format!("{} ended before it showed anything.", program.display()));
            }
            _ => {}
        }
    }
}

/// Becomes true when the program has reported a line that contains `line`; is true at once where none is expected.
fn listen(group: &mut Group, line: Option<&'static str>) -> Arc<AtomicBool> {
    let said = Arc::new(AtomicBool::new(line.is_none()));
    let (heard, stderr) = (Arc::clone(&said), group.stderr());
    std::thread::spawn(move || {
        let lines = stderr.into_iter().flat_map(|stderr| BufReader::new(stderr).lines()).map_while(Result::ok);
        for report in lines {
            if line.is_some_and(|line| report.contains(line)) {
                heard.store(true, Ordering::Relaxed);
            }
        }
    });
    said
}

fn visibly_changed(before: &[u8], after: &[u8]) -> bool {
    let parts = |pixels| <[u8]>::chunks(pixels, 256);
    let changed = parts(before).zip(parts(after)).filter(|(a, b)| a != b).count();
    changed * VISIBLE > after.len() / 256
}

/// The memory of a process group once three readings in a row lie within one per cent, at most five seconds later.
fn settled_memory(group: u32) -> u64 {
    let start = Instant::now();
    let mut last = [0, 0, memory(group)];
    while start.elapsed() < Duration::from_secs(5) {
        std::thread::sleep(Duration::from_millis(250));
        last = [last[1], last[2], memory(group)];
        let (low, high) = (last.iter().min(), last.iter().max());
        if low.zip(high).is_some_and(|(low, high)| high - low <= high / 100) {
            break;
        }
    }
    last[2]
}

/// PSS in bytes of every process in the group, without the shell that leads it.
fn memory(group: u32) -> u64 {
    let processes = fs::read_dir("/proc").into_iter().flatten().flatten().map(|entry| entry.path());
    let members = processes.filter(|process| {
        let Ok(stat) = fs::read_to_string(process.join("stat")) else { return false };
        // `pid (name) state parent group …`, where the name may hold anything.
        let Some((name, rest)) = stat.rsplit_once(')') else { return false };
        rest.split_whitespace().nth(2) == Some(&group.to_string()) && !name.ends_with("(sh")
    });
    members.filter_map(|process| pss(&fs::read_to_string(process.join("smaps_rollup")).ok()?)).sum()
}

/// The line `Pss:   1234 kB` of a process.
fn pss(smaps: &str) -> Option<u64> {
    let line = smaps.lines().find_map(|line| line.strip_prefix("Pss:"))?;
    line.split_whitespace().next()?.parse::<u64>().ok().map(|kib| kib * 1024)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_caret_is_not_a_visible_change_and_a_table_is() {
        let before = vec![0; 1280 * 800 * 4];
        let mut caret = before.clone();
        (0..20).for_each(|row| caret[row * 1280 * 4] = 255);
        let mut table = before.clone();
        table[..1280 * 100 * 4].fill(255);
        assert!(!visibly_changed(&before, &before));
        assert!(!visibly_changed(&before, &caret));
        assert!(visibly_changed(&before, &table));
    }

    #[test]
    fn reads_the_memory_of_a_process() {
        assert_eq!(
            pss("55d0-7ffe ---p 00000000 00:00 0 [rollup]\nRss:  9 kB\nPss:                1234 kB\nPss_Dirty: 5 kB\n"),
            Some(1234 * 1024)
        );
        assert!(memory(std::process::id()) == 0 || pss(&fs::read_to_string("/proc/self/smaps_rollup").unwrap()).is_some());
    }
}
