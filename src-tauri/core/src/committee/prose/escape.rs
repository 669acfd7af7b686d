//! Letters that would mean something else in Markdown, and only those: history shows the text.

use std::fmt::Write;

/// Where a piece of text stands on its line.
#[derive(Clone, Copy)]
pub(super) struct Place {
    /// It begins the line.
    pub first: bool,
    /// It ends the line.
    pub last: bool,
    /// The line is a heading.
    pub heading: bool,
}

/// A piece of plain text: blanks at the edges of its line are written so that they are read again.
pub(super) fn plain(text: &str, place: Place) -> String {
    let marks = if place.first && !place.heading { begins_like_a_block(text) } else { None };
    let closes = if place.heading && place.last { closes_a_heading(text) } else { None };
    let mut written = String::with_capacity(text.len() + 8);
    let mut before: Option<char> = None;
    for (at, letter) in text.char_indices() {
        let rest = &text[at + letter.len_utf8()..];
        let at_edge = place.first && at == 0 || place.last && rest.is_empty();
        if at_edge && letter.is_whitespace() {
            // Writing to a String cannot fail.
            let _ = write!(written, "&#{};", u32::from(letter));
        } else {
            if marks == Some(at) || closes == Some(at) || means_something(letter, before, rest) {
                written.push('\\');
            }
            written.push(letter);
        }
        before = Some(letter);
    }
    written
}

/// A piece of text inside marks of bold or italic.
pub(super) fn styled(text: &str) -> String {
    plain(text, Place { first: false, last: false, heading: false })
}

/// Whether a letter anywhere in a line would be read as more than itself.
fn means_something(letter: char, before: Option<char>, rest: &str) -> bool {
    let next = rest.chars().next();
    let is = |neighbour: Option<char>, test: fn(char) -> bool| neighbour.is_some_and(test);
    match letter {
        // It may hide what comes after it.
        '\\' => !is(next, char::is_alphanumeric),
        '`' => true,
        '*' => !(is(before, char::is_whitespace) && is(next, char::is_whitespace)),
        '_' => !(is(before, char::is_alphanumeric) && is(next, char::is_alphanumeric)),
        '<' => is(next, |next| next.is_ascii_alphabetic() || matches!(next, '/' | '!' | '?')),
        '&' => names_a_letter(rest),
        ']' => is(next, |next| matches!(next, '(' | ':' | '[')),
        '{' => before == Some('{'),
        _ => false,
    }
}

/// Whether what follows an ampersand ends like the name of a letter: `amp;`, `#38;`.
fn names_a_letter(rest: &str) -> bool {
    let name = rest.trim_start_matches('#').trim_start_matches(|c: char| c.is_ascii_alphanumeric());
    name.len() < rest.len() && name.starts_with(';')
}

/// Where a line must be broken not to begin a list, a heading, a quotation or a rule.
fn begins_like_a_block(text: &str) -> Option<usize> {
    let ends = |rest: &str| rest.is_empty() || rest.starts_with(char::is_whitespace);
    let first = text.chars().next()?;
    let after = text.trim_start_matches(first);
    let begins = match first {
        '#' | '+' => ends(after),
        '-' => ends(after) || text.starts_with("--"),
        '>' | '=' => true,
        '~' => text.starts_with("~~~"),
        _ => {
            let rest = text.trim_start_matches(|c: char| c.is_ascii_digit());
            let digits = text.len() - rest.len();
            let numbers = (1..=9).contains(&digits) && rest.strip_prefix(['.', ')']).is_some_and(ends);
            return numbers.then_some(digits);
        }
    };
    begins.then_some(0)
}

/// The last `#` of a heading, where it would be taken for the end of its mark.
fn closes_a_heading(text: &str) -> Option<usize> {
    let before = text.trim_end_matches('#');
    (before.len() < text.len() && (before.is_empty() || before.ends_with(char::is_whitespace))).then(|| text.len() - 1)
}
