//! `run`: build the program and open its window.

use crate::tools::{self, Done, built, say, shown, target};
use crate::{install, ui};
use std::process::Command;

/// Builds the program as the tests build it, so that what one compiled the other need not.
pub fn build() -> Done {
    let next = "Mend what is named above and run this again.";
    tools::run("Building the program", tools::cargo().args(["build", "--workspace"]), next)
}

/// Installs what is missing, builds, and opens the window; without a display it opens on a virtual one and takes a picture.
pub fn run(keep: bool, arguments: &[String]) -> Done {
    let display =
        cfg!(not(target_os = "linux")) || ["DISPLAY", "WAYLAND_DISPLAY"].iter().any(|name| std::env::var_os(name).is_some());
    install::system(if display { &[install::BUILD] } else { &[install::BUILD, install::SCREEN] })?;
    ui::packages()?;
    ui::build()?;
    build()?;
    let program = built("debug", "tilsagn-desktop");
    if !display {
        return unseen::run(&program, keep, arguments);
    }
    say("Tilsagn is opening");
    // The person's own settings: language and display stay as they are.
    let status = Command::new(&program)
        .args(arguments)
        .status()
        .map_err(|error| format!("{} could not be started: {error}.", shown(&program)))?;
    if status.success() { Ok(()) } else { Err(format!("Tilsagn ended with {status}. What it said stands above.")) }
}

#[cfg(target_os = "linux")]
mod unseen {
    use super::{Done, say, shown, target, tools};
    use std::io::{BufRead as _, BufReader};
    use std::path::Path;
    use std::process::Stdio;
    use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
    use std::time::{Duration, Instant};
    use xtask::group::{self, Group};
    use xtask::screen::Screen;

    /// How long the register may take to show on a slow machine.
    const LIMIT: Duration = Duration::from_secs(120);

    pub fn run(program: &Path, keep: bool, arguments: &[String]) -> Done {
        say("No display here: opening Tilsagn on a virtual one");
        let start = Instant::now();
        let screen = Screen::start(1280, 800).map_err(|error| error.to_string())?;
        let mut command = group::command(program);
        screen.show(command.args(arguments).stderr(Stdio::piped()));
        let mut group = Group::start(command).map_err(|error| error.to_string())?;
        painted(&lines(&mut group), start)?;
        // The line is written with the frame; the picture waits until the display has it too.
        let picture = target().join("tilsagn.png");
        let settled = screen.settle(Duration::from_millis(300), Duration::from_secs(5));
        settled.and_then(|()| screen.picture(&picture)).map_err(|error| format!("No picture could be taken: {error}."))?;
        say(format!("The register showed after {}. A picture of the window: {}", tools::time(start), shown(&picture)));
        if keep {
            say("Tilsagn stays open until Ctrl+C");
            while group.ended().map_err(|error| error.to_string())?.is_none() {
                std::thread::sleep(Duration::from_millis(200));
            }
        }
        Ok(())
    }

    /// The program's lines as they come; the channel closes when the program has ended.
    fn lines(group: &mut Group) -> Receiver<String> {
        let (sender, receiver) = channel();
        let stderr = group.stderr();
        std::thread::spawn(move || {
            let lines = stderr.into_iter().flat_map(|stderr| BufReader::new(stderr).lines()).map_while(Result::ok);
            // Read on when nobody listens any more, or the program would stop at a full pipe.
            lines.for_each(|line| drop(sender.send(line)));
        });
        receiver
    }

    fn painted(lines: &Receiver<String>, start: Instant) -> Done {
        let mut said = Vec::new();
        let failure = loop {
            match lines.recv_timeout(LIMIT.saturating_sub(start.elapsed())) {
                Ok(line) if line.contains("register painted") => return Ok(()),
                Ok(line) => said.push(line),
                Err(RecvTimeoutError::Timeout) => break format!("The register did not show within {} s.", LIMIT.as_secs()),
                Err(RecvTimeoutError::Disconnected) => break "Tilsagn ended before its register showed.".to_owned(),
            }
        };
        let last = said[said.len().saturating_sub(20)..].join("\n  ");
        Err(if last.is_empty() { format!("{failure} It said nothing.") } else { format!("{failure} Its last lines:\n  {last}") })
    }
}

#[cfg(not(target_os = "linux"))]
mod unseen {
    use super::Done;
    use std::path::Path;

    /// Never reached: these systems always have a display.
    pub fn run(_: &Path, _: bool, _: &[String]) -> Done {
        Ok(())
    }
}
