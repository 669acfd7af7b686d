//! How a calendar file writes a line.

/// Octets of a line, without its end.
const LONGEST: usize = 75;

/// A content line with its end: no line of it longer than 75 octets, and no letter split.
pub fn folded(line: &str) -> String {
    let mut out = String::with_capacity(line.len() + 8);
    let mut length = 0;
    for c in line.chars() {
        if length + c.len_utf8() > LONGEST {
            out.push_str("\r\n ");
            length = 1;
        }
        out.push(c);
        length += c.len_utf8();
    }
    out + "\r\n"
}

/// A text as it stands in a value: on one line, without what would end it.
pub fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.replace("\r\n", "\n").chars() {
        match c {
            '\\' | ';' | ',' => out.extend(['\\', c]),
            '\n' | '\r' => out.push_str("\\n"),
            c if c.is_control() && c != '\t' => {}
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_line_is_folded_between_letters() {
        let line = format!("SUMMARY:{}", "ø".repeat(100));
        let out = folded(&line);
        assert!(out.ends_with("\r\n") && out.trim_end().split("\r\n").all(|part| part.len() <= 75));
        assert_eq!(out.trim_end().replace("\r\n ", ""), line);
        assert_eq!(folded("UID:1"), "UID:1\r\n");
    }

    #[test]
    fn what_would_end_a_value_is_escaped() {
        assert_eq!(escaped("a, b; c\\d\r\ne\u{0}"), "a\\, b\\; c\\\\d\\ne");
    }
}
