//! What is wrong with a command line, in the reader's language; clap's own sentences are English.

use clap::Command;
use clap::error::{ContextKind, ContextValue, ErrorKind};

use crate::failure::fill;
use crate::words::Words;

/// What is wrong with a command line, naming what can be used instead.
pub fn sentence(error: &clap::Error, command: &Command, of_command: &Command, words: &Words) -> String {
    let text = |kind| match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join(" "),
        _ => String::new(),
    };
    // clap shows an argument as `--area <AREA>` or `<NR>`; its name is enough.
    let name = text(ContextKind::InvalidArg).split([' ', '=']).next().unwrap_or_default().trim_matches(['<', '>']).to_owned();
    let found = text(ContextKind::InvalidValue);
    let listed = if of_command.has_subcommands() { of_command } else { command };
    let commands = || listed.get_subcommands().map(Command::get_name).collect::<Vec<_>>().join(", ");
    match error.kind() {
        ErrorKind::InvalidValue if found.is_empty() => fill(words.missing_value, &[("name", &name)]),
        ErrorKind::InvalidValue => {
            let accepted = match error.get(ContextKind::ValidValue) {
                Some(ContextValue::Strings(values)) => values.join(", "),
                _ => String::new(),
            };
            fill(words.bad_value, &[("found", &found), ("name", &name), ("accepted", &accepted)])
        }
        ErrorKind::ValueValidation => {
            let example = match name.as_str() {
                "--as-of" | "--since" => "2019-03-12",
                "--price-level" | "--from" | "--to" | "--until" => "2024",
                "--limit" => "20",
                "--within" => "90d",
                "--rows" => "100000",
                _ => "91",
            };
            fill(words.bad_plain_value, &[("found", &found), ("name", &name), ("accepted", example)])
        }
        ErrorKind::UnknownArgument => {
            let shown = of_command.get_arguments().filter(|arg| !arg.is_hide_set());
            let accepted: Vec<String> = shown.filter_map(|arg| arg.get_long().map(|long| format!("--{long}"))).collect();
            // What the command does take stands in front of it.
            let words = if accepted.contains(&name) { words.misplaced_argument } else { words.unknown_argument };
            fill(
                words,
                &[
                    ("found", &name),
                    ("command", of_command.get_bin_name().unwrap_or_default()),
                    ("accepted", &accepted.join(", ")),
                ],
            )
        }
        ErrorKind::InvalidSubcommand => {
            fill(words.unknown_command, &[("found", &text(ContextKind::InvalidSubcommand)), ("accepted", &commands())])
        }
        ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            fill(words.missing_command, &[("accepted", &commands())])
        }
        ErrorKind::MissingRequiredArgument => {
            let usage = of_command.clone().render_usage().to_string();
            let usage = usage.split_once(' ').map_or("", |(_, usage)| usage);
            fill(words.missing, &[("name", &name), ("usage", usage)])
        }
        ErrorKind::ArgumentConflict | ErrorKind::TooManyValues => fill(words.twice, &[("name", &name)]),
        _ => words.bad_use.to_owned(),
    }
}
