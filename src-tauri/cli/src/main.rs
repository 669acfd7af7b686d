//! Tilsagn on the command line: the same core as the window, for scripts and scheduled exports.
//!
//! Answers go to standard output, everything else to standard error. Exit codes: 0 done, 1 failed, 2 bad use.

mod args;
mod command;
mod failure;
mod output;
mod show;
mod source;
mod table;
mod words;

use std::io::{self, Write};
use std::process::ExitCode;

use failure::Failure;
use tilsagn_core::Language;

fn main() -> ExitCode {
    let language = args::language_of(std::env::args().skip(1));
    let code = match args::read(std::env::args_os(), language).and_then(|asked| command::run(&asked)) {
        Ok(answer) => match write(&mut io::stdout().lock(), &answer) {
            Ok(()) => 0,
            Err(cause) => {
                complain(&Failure::output(&cause, language), language);
                failure::FAILED
            }
        },
        Err(failure) => {
            complain(&failure, language);
            failure.exit_code
        }
    };
    ExitCode::from(code)
}

/// Writes an answer whole. A reader that has seen enough (`| head`) is no failure.
fn write(out: &mut impl Write, answer: &[u8]) -> io::Result<()> {
    match out.write_all(answer).and_then(|()| out.flush()) {
        Err(cause) if cause.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        done => done,
    }
}

/// Says what went wrong. Where nobody can read it there is nobody to tell.
fn complain(failure: &Failure, language: Language) {
    let _ = writeln!(io::stderr().lock(), "{} {}", words::words(language).error, failure.sentence);
}
