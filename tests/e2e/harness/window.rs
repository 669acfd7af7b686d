//! Opening and closing the program under a driver.

use super::home::Home;
use super::{Done, LIMIT, root, target};
use serde_json::{Value, json};
use std::fs::File;
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus, Stdio};
use std::time::{Duration, Instant};
use thirtyfour::prelude::*;
use xtask::group::{self, Group};
use xtask::screen::Screen;

/// Waits until the fonts are there and what stands on the page has been drawn: a picture is of the frame drawn last.
const DRAWN: &str = "
    const done = arguments[arguments.length - 1];
    document.fonts.ready.then(() => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 30))));";

/// How the program starts.
#[derive(Debug, Clone)]
pub struct Start {
    /// The program; by default the one `cargo build --workspace` made, or the one `TILSAGN_PROGRAM` names.
    pub program: PathBuf,
    /// The home of the person; two windows of one person share it.
    pub home: Home,
    /// The data file; by default one in the home, new at the first start.
    pub file: Option<PathBuf>,
    /// More arguments for the program.
    pub arguments: Vec<String>,
    /// Width and height of the window.
    pub size: (u32, u32),
}

impl Default for Start {
    fn default() -> Self {
        Self {
            program: std::env::var_os("TILSAGN_PROGRAM").map_or_else(|| target().join("debug/tilsagn-desktop"), PathBuf::from),
            home: Home::default(),
            file: None,
            arguments: Vec::new(),
            size: (1280, 800),
        }
    }
}

impl Start {
    /// Opens this data file.
    pub fn on(file: &Path) -> Self {
        Self { file: Some(file.to_owned()), ..Self::default() }
    }

    /// The data file.
    pub fn file(&self) -> PathBuf {
        self.file.clone().unwrap_or_else(|| self.home.path().join("journey.tilsagn"))
    }

    /// Makes a command run as this person would start it.
    fn dress(&self, command: &mut Command, screen: &Screen) {
        command.env("LANG", "C.UTF-8").env("LC_ALL", "C.UTF-8").env("USER", "anna");
        command.env("HOME", self.home.path()).env_remove("DBUS_SESSION_BUS_ADDRESS");
        for (name, folder) in [("DATA", "data"), ("CONFIG", "config"), ("CACHE", "cache"), ("STATE", "state")] {
            command.env(format!("XDG_{name}_HOME"), self.home.path().join(folder));
        }
        screen.show(command.stdout(Stdio::null()).stderr(Stdio::null()));
    }
}

/// A running program with its own data file, screen and driver; all of it ends when this is dropped.
#[derive(Debug)]
pub struct Window {
    pub(super) driver: WebDriver,
    // Dropped in this order: first the driver with the program, then what they stand on.
    process: Group,
    screen: Screen,
    start: Start,
}

impl Window {
    /// Starts a screen, a driver and through it the program, and waits for its page.
    pub async fn open(start: Start) -> Done<Self> {
        if !start.program.is_file() {
            return Err(format!("{} is not there: run `cargo build --workspace`", start.program.display()).into());
        }
        let screen = Screen::start(1920, 1080)?;
        let (process, driver) = launch(&start, &screen).await?;
        let window = Self { driver, process, screen, start };
        window.begin().await?;
        Ok(window)
    }

    /// Closes the program and starts it again, as the same person on the same file.
    pub async fn restart(&mut self) -> Done {
        self.no_errors().await?;
        self.driver.clone().quit().await?;
        self.ended().await?;
        self.start_again().await
    }

    /// Kills the program without a word, as a power cut does, and starts it again.
    pub async fn kill_and_restart(&mut self) -> Done {
        let pid = self.pid()?;
        std::process::Command::new("kill").args(["-KILL", &pid.to_string()]).status()?;
        self.ended().await?;
        // Nobody answers there any more.
        let _ = self.driver.clone().leak();
        self.start_again().await
    }

    /// Starts the program once more on the same screen, without a driver, and waits until it ends by itself.
    pub async fn second_start(&self) -> Done<ExitStatus> {
        let mut command = group::command(&self.start.program);
        command.arg("--db").arg(self.file());
        self.start.dress(&mut command, &self.screen);
        let mut process = Group::start(command)?;
        let start = Instant::now();
        while start.elapsed() < LIMIT {
            if let Some(status) = process.ended()? {
                return Ok(status);
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        Err("the second start did not end".into())
    }

    async fn start_again(&mut self) -> Done {
        self.process.end();
        (self.process, self.driver) = launch(&self.start, &self.screen).await?;
        self.begin().await
    }

    async fn begin(&self) -> Done {
        self.driver.set_script_timeout(LIMIT).await?;
        self.watch_errors().await?;
        self.resize(self.start.size.0, self.start.size.1).await
    }

    /// Waits until the program is gone, and its hold on the data file with it.
    async fn ended(&self) -> Done {
        let start = Instant::now();
        // A process that is ending has no command line any more and may still hold the file.
        while self.pid().is_ok() || !self.file_is_free() {
            if start.elapsed() > LIMIT {
                return Err("the program does not end".into());
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        Ok(())
    }

    /// Whether no window holds the data file.
    fn file_is_free(&self) -> bool {
        let mut lock = self.file().into_os_string();
        lock.push(".lock");
        File::open(lock).map_or(true, |file| file.try_lock().is_ok())
    }

    /// The number of the program's own process, found by its data file.
    fn pid(&self) -> Done<u32> {
        let file = self.file().display().to_string();
        let program = self.start.program.display().to_string();
        for entry in std::fs::read_dir("/proc")?.flatten() {
            let line = std::fs::read(entry.path().join("cmdline")).unwrap_or_default();
            let mut words = line.split(|byte| *byte == 0).map(String::from_utf8_lossy);
            if words.next().is_some_and(|first| first == program) && words.any(|word| word == file) {
                return Ok(entry.file_name().to_string_lossy().parse()?);
            }
        }
        Err("the program is not running".into())
    }

    /// Gives the window another size, and waits until the page has it.
    pub async fn resize(&self, width: u32, height: u32) -> Done {
        self.driver.set_window_rect(0, 0, width, height).await?;
        let script = format!("return innerWidth === {width} && innerHeight <= {height} && innerHeight > {height} - 120");
        self.until(&format!("a window of {width} × {height}"), &script).await
    }

    /// Saves what the page shows as `target/journeys/<name>.png`, and says where.
    pub async fn picture(&self, name: &str) -> Done<PathBuf> {
        let folder = target().join("journeys");
        std::fs::create_dir_all(&folder)?;
        let path = folder.join(format!("{name}.png"));
        self.script_later(DRAWN, vec![]).await?;
        self.driver.screenshot(&path).await?;
        Ok(path)
    }

    /// Runs a script in the page and gives what it returns.
    pub async fn script(&self, script: &str, arguments: Vec<Value>) -> Done<Value> {
        Ok(self.driver.execute(script, arguments).await?.json().clone())
    }

    /// Runs a script that calls its last argument with what it found, and gives that.
    pub async fn script_later(&self, script: &str, arguments: Vec<Value>) -> Done<Value> {
        Ok(self.driver.execute_async(script, arguments).await?.json().clone())
    }

    /// Where the keyboard is and what can be read, for those who cannot see the picture: of what lies on top, else of the page.
    pub async fn says(&self) -> String {
        let script =
            "const on = [...document.querySelectorAll('[role=dialog], [role=alertdialog], [role=listbox], [role=menu]')];
            return (on.length > 0 ? on : [document.body]).map((one) => one.innerText.trim().slice(0, 4000)).join('\\n--\\n');";
        let text = self.script(script, vec![]).await.map(|text| text.as_str().unwrap_or_default().to_owned());
        match (self.focused().await, text) {
            (Ok(focused), Ok(text)) => format!("the keyboard is at: {focused}\nit says:\n{text}"),
            (Err(error), _) | (_, Err(error)) => format!("what it says could not be read: {error}"),
        }
    }

    /// What the program wrote to its log: the last lines of every log file in this journey's home.
    pub fn log(&self) -> String {
        let mut files = Vec::new();
        log_files(self.home().path(), &mut files);
        let last = |path: &PathBuf| {
            let text = std::fs::read_to_string(path).unwrap_or_default();
            let lines: Vec<&str> = text.lines().collect();
            format!("{}:\n{}", path.display(), lines[lines.len().saturating_sub(20)..].join("\n"))
        };
        files.iter().map(last).collect::<Vec<_>>().join("\n")
    }

    /// The person's home.
    pub fn home(&self) -> &Home {
        &self.start.home
    }

    /// The data file.
    pub fn file(&self) -> PathBuf {
        self.start.file()
    }

    /// Ends the session; the program ends with it.
    pub async fn close(self) -> Done {
        Ok(self.driver.clone().quit().await?)
    }

    /// From here on the page keeps what it reports as an error.
    async fn watch_errors(&self) -> Done {
        let script = "
            window.journeyErrors = [];
            // Not an error: the observer is asked again in the next frame.
            const again = 'ResizeObserver loop completed with undelivered notifications.';
            const keep = (text) => String(text) === again || window.journeyErrors.push(String(text));
            addEventListener('error', (event) => keep(event.message));
            addEventListener('unhandledrejection', (event) => keep(event.reason));
            addEventListener('securitypolicyviolation', (event) => keep(event.violatedDirective + ' ' + event.blockedURI));
            const error = console.error;
            console.error = (...parts) => { keep(parts.join(' ')); error.apply(console, parts); };";
        self.script(script, vec![]).await.map(drop)
    }

    /// Fails when the page has reported an error.
    pub async fn no_errors(&self) -> Done {
        let errors: Vec<String> = serde_json::from_value(self.script("return window.journeyErrors", vec![]).await?)?;
        if errors.is_empty() { Ok(()) } else { Err(format!("the page reported: {}", errors.join("; ")).into()) }
    }
}

/// Starts a driver and through it the program. On a machine that is very busy the two have been seen to miss each other, so they
/// are given a second try, and that is said.
async fn launch(start: &Start, screen: &Screen) -> Done<(Group, WebDriver)> {
    match tokio::time::timeout(LIMIT, launch_once(start, screen)).await {
        Ok(Ok(launched)) => return Ok(launched),
        Ok(Err(error)) => eprintln!("{}: no session: {error}; once more", start.file().display()),
        Err(_) => eprintln!("{}: no session within {} s; once more", start.file().display(), LIMIT.as_secs()),
    }
    launch_once(start, screen).await
}

async fn launch_once(start: &Start, screen: &Screen) -> Done<(Group, WebDriver)> {
    let port = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port();
    let mut command = group::command("WebKitWebDriver");
    command.arg(format!("--port={port}")).env("TAURI_WEBVIEW_AUTOMATION", "true");
    start.dress(&mut command, screen);
    let mut process = Group::start(command)?;
    listening(port, &mut process).await?;

    let mut arguments = vec!["--db".to_owned(), start.file().display().to_string()];
    arguments.extend(start.arguments.clone());
    let mut capabilities = Capabilities::new();
    capabilities.set("webkitgtk:browserOptions", json!({ "binary": start.program, "args": arguments }))?;
    let server = format!("http://127.0.0.1:{port}");
    let driver = WebDriver::builder(server, capabilities).request_timeout(LIMIT + Duration::from_secs(10)).await?;
    Ok((process, driver))
}

/// Waits until the driver accepts connections.
async fn listening(port: u16, process: &mut Group) -> Done {
    let start = Instant::now();
    while TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_err() {
        if process.ended()?.is_some() || start.elapsed() > LIMIT {
            return Err("WebKitWebDriver did not start".into());
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    Ok(())
}

fn log_files(folder: &Path, files: &mut Vec<PathBuf>) {
    for path in std::fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path()) {
        if path.is_dir() {
            log_files(&path, files);
        } else if path.to_string_lossy().contains(".log") {
            files.push(path);
        }
    }
}

/// The text of a file of the screen's development packages.
pub(super) fn package(path: &str) -> Done<String> {
    let path = root().join("ui/node_modules").join(path);
    std::fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()).into())
}
