//! Opening and closing the program under a driver.

use super::{Done, LIMIT, root, target};
use serde_json::{Value, json};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::{Duration, Instant};
use tempfile::TempDir;
use thirtyfour::prelude::*;
use xtask::group::{self, Group};
use xtask::screen::Screen;

/// How the program starts.
#[derive(Debug, Clone)]
pub struct Start {
    /// The program; by default the one `cargo build --workspace` made.
    pub program: PathBuf,
    /// The data file; by default a new one in the journey's own home.
    pub file: Option<PathBuf>,
    /// More arguments for the program.
    pub arguments: Vec<String>,
    /// Width and height of the window.
    pub size: (u32, u32),
}

impl Default for Start {
    fn default() -> Self {
        Self { program: target().join("debug/tilsagn-desktop"), file: None, arguments: Vec::new(), size: (1280, 800) }
    }
}

/// A running program with its own home, data file, screen and driver; all of it ends when this is dropped.
#[derive(Debug)]
pub struct Window {
    pub(super) driver: WebDriver,
    // Dropped in this order: first the driver with the program, then what they stand on.
    _process: Group,
    _screen: Screen,
    home: TempDir,
}

impl Window {
    /// Starts a screen, a driver and through it the program, and waits for its page.
    pub async fn open(start: Start) -> Done<Self> {
        if !start.program.is_file() {
            return Err(format!("{} is not there: run `cargo build --workspace`", start.program.display()).into());
        }
        let home = TempDir::with_prefix("tilsagn-journey-")?;
        let screen = Screen::start(1920, 1080)?;
        let port = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port();
        let mut command = group::command("WebKitWebDriver");
        command
            .arg(format!("--port={port}"))
            .env("TAURI_WEBVIEW_AUTOMATION", "true")
            .env("LANG", "C.UTF-8")
            .env("LC_ALL", "C.UTF-8");
        command.env("HOME", home.path()).env_remove("DBUS_SESSION_BUS_ADDRESS");
        for (name, folder) in [("DATA", "data"), ("CONFIG", "config"), ("CACHE", "cache"), ("STATE", "state")] {
            command.env(format!("XDG_{name}_HOME"), home.path().join(folder));
        }
        screen.show(command.stdout(Stdio::null()).stderr(Stdio::null()));
        let mut process = Group::start(command)?;
        listening(port, &mut process).await?;

        let file = start.file.unwrap_or_else(|| home.path().join("journey.tilsagn"));
        let mut arguments = vec!["--db".to_owned(), file.display().to_string()];
        arguments.extend(start.arguments);
        let mut capabilities = Capabilities::new();
        capabilities.set("webkitgtk:browserOptions", json!({ "binary": start.program, "args": arguments }))?;
        let server = format!("http://127.0.0.1:{port}");
        let driver = WebDriver::builder(server, capabilities).request_timeout(LIMIT + Duration::from_secs(10)).await?;
        let window = Self { driver, _process: process, _screen: screen, home };
        window.driver.set_script_timeout(LIMIT).await?;
        window.watch_errors().await?;
        window.resize(start.size.0, start.size.1).await?;
        Ok(window)
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

    /// What the program wrote to its log: the last lines of every log file in this journey's home.
    pub fn log(&self) -> String {
        let mut files = Vec::new();
        log_files(self.home.path(), &mut files);
        let last = |path: &PathBuf| {
            let text = std::fs::read_to_string(path).unwrap_or_default();
            let lines: Vec<&str> = text.lines().collect();
            format!("{}:\n{}", path.display(), lines[lines.len().saturating_sub(20)..].join("\n"))
        };
        files.iter().map(last).collect::<Vec<_>>().join("\n")
    }

    /// The folder that this window takes for the person's home.
    pub fn home(&self) -> &Path {
        self.home.path()
    }

    /// Ends the session; the program ends with it.
    pub async fn close(self) -> Done {
        Ok(self.driver.clone().quit().await?)
    }

    /// From here on the page keeps what it reports as an error.
    async fn watch_errors(&self) -> Done {
        let script = "
            window.journeyErrors = [];
            const keep = (text) => window.journeyErrors.push(String(text));
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
