//! Paths as a person types them.

use std::path::{MAIN_SEPARATOR, Path, PathBuf};

use tilsagn_core::{Error, ErrorCode, Result};

/// The path a person typed: from the root or the drive, or from their own folder by `~`. What would be found from wherever the program
/// happens to have been started is not a place anyone knows.
///
/// # Errors
/// `path_not_whole`.
pub fn path(typed: &str) -> Result<PathBuf> {
    from_home(typed.trim(), std::env::home_dir().as_deref())
}

fn from_home(typed: &str, home: Option<&Path>) -> Result<PathBuf> {
    let of_home = typed.strip_prefix('~').filter(|rest| rest.is_empty() || rest.starts_with(['/', MAIN_SEPARATOR]));
    let path = match (of_home, home) {
        (Some(rest), Some(home)) => home.join(rest.trim_start_matches(['/', MAIN_SEPARATOR])),
        _ => PathBuf::from(typed),
    };
    if path.is_absolute() { Ok(path) } else { Err(Error::new(ErrorCode::PathNotWhole).with("file", typed)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_whole_or_from_the_persons_own_folder() {
        let home = std::env::temp_dir();
        let whole = home.join("a.docx");
        let read = |typed: &str| from_home(typed, Some(&home)).map_err(|error| error.code);
        assert_eq!(read(&whole.display().to_string()), Ok(whole.clone()));
        assert_eq!((read("~/a.docx"), read("~")), (Ok(whole), Ok(home.clone())));
        for typed in ["a.docx", "./a.docx", "~anna/a.docx", "..", ""] {
            assert_eq!(read(typed), Err(ErrorCode::PathNotWhole), "{typed}");
        }
        assert!(from_home("~/a.docx", None).is_err());
    }
}
