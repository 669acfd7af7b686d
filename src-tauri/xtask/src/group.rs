//! A program with everything it starts, ended as one.
//!
//! A web view is several processes, and a driver starts a program that starts a web view. They all live in a process group of
//! their own, led by a small shell that ends the group when the program ends, when [`Group`] is dropped, and also when we die
//! without a word: it holds the other end of a pipe that only we keep open.

use std::ffi::OsStr;
use std::io;
use std::os::unix::process::CommandExt as _;
use std::process::{Child, ChildStderr, ChildStdout, Command, ExitStatus, Stdio};
use std::time::{Duration, Instant};

/// The leader. It outlives TERM so that waiting for it is waiting for the program; two seconds later nothing is left. It says
/// nothing itself: only the program reports.
const LEADER: &str = "\
exec 3<&0 4>&2 2>/dev/null
(read -r _ <&3; trap '' TERM; kill -TERM 0; sleep 2; kill -KILL 0) >/dev/null 4>&- &
trap : TERM
\"$@\" </dev/null 2>&4 3<&- 4>&-
status=$?
trap '' TERM
kill -TERM 0
exit $status";

/// A command that runs `program` in a process group of its own; add arguments and settings, then give it to [`Group::start`].
pub fn command(program: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new("sh");
    command.args(["-c", LEADER, "leader"]).arg(program).process_group(0);
    command
}

/// A running program and all it started.
#[derive(Debug)]
pub struct Group {
    leader: Child,
}

impl Group {
    /// Starts a [`command`].
    ///
    /// # Errors
    /// When the shell cannot be started. A program that cannot be started ends at once with exit code 126 or 127 instead.
    pub fn start(mut command: Command) -> io::Result<Self> {
        Ok(Self { leader: command.stdin(Stdio::piped()).spawn()? })
    }

    /// The number of the process group.
    pub fn id(&self) -> u32 {
        self.leader.id()
    }

    /// What the program prints, once, when the command asked for a pipe.
    pub fn stdout(&mut self) -> Option<ChildStdout> {
        self.leader.stdout.take()
    }

    /// What the program reports, once, when the command asked for a pipe.
    pub fn stderr(&mut self) -> Option<ChildStderr> {
        self.leader.stderr.take()
    }

    /// How the program ended; `None` while it runs.
    ///
    /// # Errors
    /// When the system cannot say.
    pub fn ended(&mut self) -> io::Result<Option<ExitStatus>> {
        self.leader.try_wait()
    }

    /// Asks every process of the group to end and waits until the program has; what ignores it is killed after two seconds.
    pub fn end(&mut self) {
        drop(self.leader.stdin.take());
        let limit = Instant::now() + Duration::from_secs(5);
        while matches!(self.leader.try_wait(), Ok(None)) && Instant::now() < limit {
            std::thread::sleep(Duration::from_millis(10));
        }
    }
}

impl Drop for Group {
    fn drop(&mut self) {
        self.end();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Read as _;

    /// Runs a shell script in a group; the pipe it returns ends when the last process of the group has ended.
    fn shell(script: &str) -> (Group, ChildStdout) {
        let mut command = command("sh");
        command.args(["-c", script]).stdout(Stdio::piped());
        let mut group = Group::start(command).unwrap();
        let stdout = group.stdout().unwrap();
        (group, stdout)
    }

    #[test]
    fn ends_the_program_and_what_it_left_behind() {
        let (group, mut stdout) = shell("sleep 100 & echo started; wait");
        let mut first = [0; 8];
        stdout.read_exact(&mut first).unwrap();
        drop(group);
        assert_eq!(stdout.read_to_end(&mut Vec::new()).unwrap(), 0);
    }

    #[test]
    fn a_program_that_ends_takes_its_children_along_and_says_how_it_ended() {
        let (mut group, mut stdout) = shell("sleep 100 & exit 7");
        stdout.read_to_end(&mut Vec::new()).unwrap();
        let status = group.leader.wait().unwrap();
        assert_eq!(status.code(), Some(7));
    }

    #[test]
    fn what_ignores_the_request_is_killed() {
        let (group, mut stdout) = shell("trap '' TERM; echo started; while :; do sleep 1; done");
        let mut first = [0; 8];
        stdout.read_exact(&mut first).unwrap();
        drop(group);
        stdout.read_to_end(&mut Vec::new()).unwrap();
    }
}
