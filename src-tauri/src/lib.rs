//! The desktop shell: the only room that knows Tauri. It opens the data file, shows the window and hands what the screen asks
//! to the core.

mod bindings;
mod calendars;
mod commands;
mod folders;
mod forward;
mod log;
mod preferences;
mod state;
mod typed;
mod watch;
mod writing;

use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Instant;

use clap::Parser;
use tauri::{Manager, RunEvent, WebviewUrl, WebviewWindowBuilder};
use tilsagn_core::ErrorCode;
use tilsagn_core::views::Theme;

use crate::state::App;

/// What the program can be told when it starts.
#[derive(Debug, Parser)]
#[command(name = "tilsagn-desktop", version, about = "Tilsagn: a municipality's grant work in one window")]
pub struct Arguments {
    /// The data file to open instead of the usual one.
    #[arg(long, value_name = "FILE")]
    pub db: Option<PathBuf>,
}

/// Opens the data file and shows the window until it is closed. A second start on the same file brings the first window forward
/// and ends well.
pub fn run(arguments: Arguments) -> ExitCode {
    let started = Instant::now();
    let _log = log::start();
    let app = App::open(arguments.db, started);
    if app.file_problem() == Some(ErrorCode::FileLocked) && app.first_window_came_forward() {
        tracing::info!("this data file is open in another window, which was brought forward");
        return ExitCode::SUCCESS;
    }
    let commands = bindings::builder();
    let result = tauri::Builder::default()
        .plugin(tauri_plugin_dialog::init())
        .plugin(tauri_plugin_opener::init())
        .plugin(tauri_plugin_window_state::Builder::default().build())
        .invoke_handler(commands.invoke_handler())
        .manage(app)
        .setup(|handle| {
            let preferences = handle.state::<App>().preferences();
            WebviewWindowBuilder::new(handle, "main", WebviewUrl::default())
                .title("Tilsagn")
                .inner_size(1280.0, 800.0)
                .min_inner_size(640.0, 480.0)
                .background_color(ground(preferences.theme))
                .disable_drag_drop_handler()
                .on_document_title_changed(|window, title| {
                    if let Err(error) = window.set_title(&title) {
                        tracing::warn!(%error, "the window's title was not changed");
                    }
                })
                .build()?;
            forward::watch(handle.handle().clone());
            watch::start(handle.handle().clone());
            Ok(())
        })
        .build(tauri::generate_context!());
    match result {
        Ok(app) => {
            app.run(|handle, event| {
                if let RunEvent::Exit = event {
                    watch::catch_up(handle);
                }
            });
            ExitCode::SUCCESS
        }
        Err(error) => {
            tracing::error!(%error, "the window could not be shown");
            ExitCode::FAILURE
        }
    }
}

/// The colour behind the page until it is painted: the screen's own ground, so that nothing flashes.
fn ground(theme: Theme) -> tauri::window::Color {
    match theme {
        Theme::Dark => tauri::window::Color(0x1b, 0x1c, 0x1d, 0xff),
        Theme::System | Theme::Light => tauri::window::Color(0xfb, 0xfa, 0xf8, 0xff),
    }
}
