//! The log: to standard error, and to a file a day beside the program's settings, kept for two weeks.

use crate::folders;
use tracing_appender::non_blocking::WorkerGuard;
use tracing_appender::rolling::{RollingFileAppender, Rotation};
use tracing_subscriber::EnvFilter;
use tracing_subscriber::fmt::writer::MakeWriterExt;

/// Starts logging; what is returned writes out the rest of the log when dropped. Where the folder cannot be written, standard
/// error alone is used: a program must start without a log.
pub fn start() -> Option<WorkerGuard> {
    let filter = EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new("info"));
    let file = RollingFileAppender::builder()
        .rotation(Rotation::DAILY)
        .filename_prefix("tilsagn")
        .filename_suffix("log")
        .max_log_files(14)
        .build(folders::log_folder());
    match file {
        Ok(file) => {
            let (file, guard) = tracing_appender::non_blocking(file);
            tracing_subscriber::fmt().with_env_filter(filter).with_ansi(false).with_writer(std::io::stderr.and(file)).init();
            Some(guard)
        }
        Err(_) => {
            tracing_subscriber::fmt().with_env_filter(filter).with_ansi(false).with_writer(std::io::stderr).init();
            None
        }
    }
}
