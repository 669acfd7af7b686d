//! The lines of an iCalendar file (RFC 5545): unfolded, each with the number of its first line, and parted into name, parameters and
//! value. Written here because the preview names every line that cannot be read and goes on behind it; the libraries for the format
//! give up the whole file at the first, without saying where.

/// A content line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ContentLine {
    /// Number of its first line, from 1.
    pub line: u32,
    /// As it stands there, unfolded.
    pub text: String,
}

/// A content line's parts. Names in upper case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Property<'a> {
    /// `DTSTART`.
    pub name: String,
    /// `TZID` and its value, without the quotes around it.
    pub parameters: Vec<(String, String)>,
    /// As it stands there.
    pub value: &'a str,
}

impl Property<'_> {
    /// A parameter's value.
    pub fn parameter(&self, name: &str) -> Option<&str> {
        self.parameters.iter().find(|(found, _)| found == name).map(|(_, value)| value.as_str())
    }
}

/// The content lines of a file with any ends of line. One that begins with a blank goes on the line before it.
pub fn content_lines(text: &str) -> Vec<ContentLine> {
    let mut found: Vec<ContentLine> = Vec::new();
    for (line, text) in (1..).zip(text.trim_start_matches('\u{feff}').split('\n')) {
        let text = text.strip_suffix('\r').unwrap_or(text);
        match (text.strip_prefix([' ', '\t']), found.last_mut()) {
            (Some(more), Some(before)) => before.text.push_str(more),
            _ if text.trim().is_empty() => {}
            _ => found.push(ContentLine { line, text: text.to_owned() }),
        }
    }
    found
}

/// The parts of a content line; none where it is no such line.
pub fn property(text: &str) -> Option<Property<'_>> {
    let end = text.find([';', ':'])?;
    let name = text.get(..end)?.trim();
    if name.is_empty() || !name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-') {
        return None;
    }
    let mut parameters = Vec::new();
    let mut rest = text.get(end..)?;
    while let Some(parameter) = rest.strip_prefix(';') {
        let (name, value) = parameter.split_once('=')?;
        let (value, after) = match value.strip_prefix('"') {
            Some(quoted) => quoted.split_once('"')?,
            None => value.split_at(value.find([';', ':'])?),
        };
        parameters.push((name.trim().to_uppercase(), value.to_owned()));
        rest = after;
    }
    Some(Property { name: name.to_uppercase(), parameters, value: rest.strip_prefix(':')? })
}

/// A text without what was put in to keep it on one line.
pub fn plain(value: &str) -> String {
    let mut out = String::with_capacity(value.len());
    let mut chars = value.chars();
    while let Some(c) = chars.next() {
        match c {
            '\\' => match chars.next() {
                Some('n' | 'N') => out.push('\n'),
                Some(other) => out.push(other),
                None => {}
            },
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folded_lines_are_one_whatever_ends_them() {
        for end in ["\r\n", "\n"] {
            let text = ["\u{feff}SUMMARY:Bør", " ne", "\tudvalg", "", "UID:1"].join(end);
            let found: Vec<_> = content_lines(&text).into_iter().map(|it| (it.line, it.text)).collect();
            assert_eq!(found, [(1, "SUMMARY:Børneudvalg".to_owned()), (5, "UID:1".to_owned())]);
        }
    }

    #[test]
    fn a_line_has_a_name_parameters_and_a_value() {
        let found = property("dtstart;TZID=\"(UTC+01:00) Bruxelles: København\";VALUE=DATE-TIME:20190312T163000").unwrap();
        assert_eq!((found.name.as_str(), found.value), ("DTSTART", "20190312T163000"));
        assert_eq!(found.parameter("TZID"), Some("(UTC+01:00) Bruxelles: København"));
        for broken in ["", "ingen kolon", "DTSTART;TZID=Europe/Copenhagen", "DTSTART;TZID:1", ":x", "A B:c", "X;Y=\"z:1"] {
            assert_eq!(property(broken), None, "{broken}");
        }
        assert_eq!(plain("Sag\\, møde\\; \\nlinje \\\\ slut"), "Sag, møde; \nlinje \\ slut");
    }
}
