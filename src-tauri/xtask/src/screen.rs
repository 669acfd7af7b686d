//! A screen nobody sees: a virtual display of our own, whose pixels can be read.

use crate::group::{self, Group};
use std::fs::{self, File};
use std::io::{self, BufRead as _, BufReader};
use std::os::unix::fs::FileExt as _;
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant};

/// A running virtual display; dropped, it and everything shown on it end.
#[derive(Debug)]
pub struct Screen {
    display: String,
    pixels: File,
    _server: Group,
}

impl Screen {
    /// Starts a display of `width` × `height` pixels on the first free number.
    ///
    /// # Errors
    /// When Xvfb is missing or does not start.
    pub fn start(width: u32, height: u32) -> io::Result<Self> {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let name = format!("tilsagn-screen-{}-{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
        let folder = std::env::temp_dir().join(name);
        fs::create_dir_all(&folder)?;
        let mut command = group::command("Xvfb");
        // Xvfb picks the number and writes it when it is ready: two screens started at once never meet.
        command.args(["-displayfd", "1", "-nolisten", "tcp", "-br", "-screen", "0"]).arg(format!("{width}x{height}x24"));
        command.arg("-fbdir").arg(&folder).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut server = Group::start(command)?;
        let mut number = String::new();
        if let Some(stdout) = server.stdout() {
            BufReader::new(stdout).read_line(&mut number)?;
        }
        let pixels = File::open(folder.join("Xvfb_screen0"));
        // From here on the file lives only as long as the two of us hold it open, so it never stays behind.
        fs::remove_dir_all(&folder)?;
        match pixels {
            Ok(pixels) if !number.trim().is_empty() => {
                Ok(Self { display: format!(":{}", number.trim()), pixels, _server: server })
            }
            _ => Err(io::Error::other("the virtual display (Xvfb) did not start")),
        }
    }

    /// Makes a command show its windows here, rendered as on any desktop.
    pub fn show(&self, command: &mut Command) {
        command.env("DISPLAY", &self.display).env("GDK_BACKEND", "x11");
        for name in ["WAYLAND_DISPLAY", "XAUTHORITY", "WEBKIT_DISABLE_DMABUF_RENDERER", "WEBKIT_DISABLE_COMPOSITING_MODE"] {
            command.env_remove(name);
        }
    }

    /// Every pixel as it is now, four bytes each, after a header that never changes.
    ///
    /// # Errors
    /// When the picture cannot be read.
    pub fn pixels(&self) -> io::Result<Vec<u8>> {
        let size = usize::try_from(self.pixels.metadata()?.len()).map_err(io::Error::other)?;
        let mut pixels = vec![0; size];
        self.pixels.read_exact_at(&mut pixels, 0)?;
        Ok(pixels)
    }

    /// Waits until nothing has changed on the screen for `quiet`, or until `limit` has passed.
    ///
    /// # Errors
    /// When the picture cannot be read.
    pub fn settle(&self, quiet: Duration, limit: Duration) -> io::Result<()> {
        let start = Instant::now();
        let (mut seen, mut since) = (self.pixels()?, start);
        while since.elapsed() < quiet && start.elapsed() < limit {
            std::thread::sleep(Duration::from_millis(20));
            let now = self.pixels()?;
            if now != seen {
                (seen, since) = (now, Instant::now());
            }
        }
        Ok(())
    }

    /// Saves a picture of the screen as PNG.
    ///
    /// # Errors
    /// When ImageMagick's `import` is missing or refuses.
    pub fn picture(&self, path: &Path) -> io::Result<()> {
        let mut command = Command::new("import");
        self.show(&mut command);
        let output = command.args(["-window", "root"]).arg(path).output()?;
        if !output.status.success() {
            return Err(io::Error::other(String::from_utf8_lossy(&output.stderr).into_owned()));
        }
        Ok(())
    }
}
