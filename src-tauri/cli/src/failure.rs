//! What went wrong, in the reader's language, and the exit code it gives.

use std::fmt::Display;

use tilsagn_core::{Error, ErrorCode, Language};

use crate::words::words;

/// The command was not understood or names what is not there.
pub const BAD_USE: u8 = 2;
/// The command was understood and did not succeed.
pub const FAILED: u8 = 1;

/// Why a command gives no answer.
#[derive(Debug)]
pub struct Failure {
    pub exit_code: u8,
    pub sentence: String,
}

impl Failure {
    /// Bad use, with the sentence for it.
    pub fn bad_use(sentence: impl Into<String>) -> Failure {
        Failure { exit_code: BAD_USE, sentence: sentence.into() }
    }

    /// Failed, with the sentence for it.
    pub fn failed(sentence: impl Into<String>) -> Failure {
        Failure { exit_code: FAILED, sentence: sentence.into() }
    }

    /// The core's error. What a person named on the command line and does not exist is bad use.
    pub fn of(error: &Error, language: Language) -> Failure {
        let exit_code = match error.code {
            ErrorCode::AgreementNotFound
            | ErrorCode::InitiativeNotFound
            | ErrorCode::MunicipalityNotFound
            | ErrorCode::PriceLevelUnreachable
            | ErrorCode::FormatNotPossible
            | ErrorCode::PaperFormNotFound => BAD_USE,
            _ => FAILED,
        };
        let mut sentence = error.sentence(language);
        if error.code == ErrorCode::Unforeseen && !error.detail.is_empty() {
            sentence = format!("{sentence} ({})", error.detail);
        }
        Failure { exit_code, sentence }
    }

    /// Standard output could not be written.
    pub fn output(cause: impl Display, language: Language) -> Failure {
        Failure::failed(format!("{} {cause}", words(language).no_output))
    }
}

/// Puts values into a text: `{name}`.
pub fn fill(text: &str, values: &[(&str, &str)]) -> String {
    values.iter().fold(text.to_owned(), |text, (name, value)| text.replace(&format!("{{{name}}}"), value))
}
