//! Shows a desktop notification, and says where that fails.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use notify_rust::Notification;

/// How long the desktop is given to answer: a notification service that hangs must not hang the program.
const ANSWER: Duration = Duration::from_secs(5);

/// Whether the desktop still owes an answer.
static WAITING: AtomicBool = AtomicBool::new(false);

/// Shows a notification of the program with this identifier.
///
/// # Errors
/// Why it was not shown, for the log.
pub(super) fn show(identifier: &str, title: &str, body: &str) -> Result<(), String> {
    if WAITING.swap(true, Ordering::SeqCst) {
        return Err("the notification service has not answered the last one yet".to_owned());
    }
    let (send, answer) = mpsc::channel();
    let (identifier, title, body) = (identifier.to_owned(), title.to_owned(), body.to_owned());
    thread::spawn(move || {
        let shown = ask(&identifier, &title, &body);
        WAITING.store(false, Ordering::SeqCst);
        // Nobody listens any more where the answer came too late.
        let _ = send.send(shown.map_err(|error| error.to_string()));
    });
    answer.recv_timeout(ANSWER).unwrap_or_else(|_| Err("the notification service does not answer".to_owned()))
}

#[cfg(all(unix, not(target_os = "macos")))]
fn ask(_identifier: &str, title: &str, body: &str) -> notify_rust::error::Result<()> {
    let markup = notify_rust::get_capabilities()?.iter().any(|it| it == "body-markup");
    let body = if markup { escaped(body) } else { body.to_owned() };
    Notification::new().appname("Tilsagn").summary(title).body(&body).show().map(|_| ())
}

/// A body in which nothing is taken for markup.
#[cfg(all(unix, not(target_os = "macos")))]
fn escaped(body: &str) -> String {
    body.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

#[cfg(target_os = "windows")]
fn ask(identifier: &str, title: &str, body: &str) -> notify_rust::error::Result<()> {
    Notification::new().app_id(identifier).summary(title).body(body).show().map(|_| ())
}

#[cfg(target_os = "macos")]
fn ask(identifier: &str, title: &str, body: &str) -> notify_rust::error::Result<()> {
    // Set once for as long as the program runs; a second time is refused, which changes nothing.
    let _ = notify_rust::set_application(identifier);
    Notification::new().summary(title).body(body).show().map(|_| ())
}
