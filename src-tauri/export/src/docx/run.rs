//! Text within a paragraph.

use tilsagn_core::Language;
use tilsagn_core::report::Run;

use super::xml::Xml;
use crate::measure;

/// How text looks besides what it says of itself.
#[derive(Clone, Copy, Debug, Default)]
pub struct Look<'a> {
    /// Bold throughout.
    pub bold: bool,
    /// The id of a style of letters; empty for none.
    pub style: &'a str,
    /// How much room a line has, of the size of its letters, and the language its words are broken in; none where all have room.
    pub room: Option<(f64, Language)>,
}

/// Writes text; what is read from right to left in runs of its own, as Word wants it.
pub fn runs(xml: &mut Xml, runs: &[Run], look: Look<'_>) {
    for run in runs {
        for (text, leftward) in pieces(&run.text) {
            xml.inside("w:r", &[], |xml| {
                properties(xml, run, look, leftward.then(|| language(text)));
                lines(xml, text, run.bold || look.bold, look.room);
            });
        }
    }
}

/// Whether a paragraph begins at the right: its first letter says so.
pub fn is_leftward(runs: &[Run]) -> bool {
    runs.iter().flat_map(|run| run.text.chars()).find_map(direction).unwrap_or(false)
}

fn properties(xml: &mut Xml, run: &Run, look: Look<'_>, leftward: Option<&str>) {
    let (bold, italic) = (run.bold || look.bold, run.italic);
    if !bold && !italic && look.style.is_empty() && leftward.is_none() {
        return;
    }
    xml.inside("w:rPr", &[], |xml| {
        if !look.style.is_empty() {
            xml.val("w:rStyle", look.style);
        }
        for (is, names) in [(bold, ["w:b", "w:bCs"]), (italic, ["w:i", "w:iCs"])] {
            for name in names.iter().filter(|_| is) {
                xml.empty(name, &[]);
            }
        }
        if let Some(language) = leftward {
            xml.empty("w:rtl", &[]);
            xml.empty("w:lang", &[("w:bidi", language)]);
        }
    });
}

/// Text with its line breaks and tabs, and with places for a hyphen in words too wide for their line: without them Word breaks a word
/// wherever its line is full.
fn lines(xml: &mut Xml, text: &str, bold: bool, room: Option<(f64, Language)>) {
    for (at, line) in text.replace("\r\n", "\n").split(['\n', '\r', '\u{2028}', '\u{2029}']).enumerate() {
        if at > 0 {
            xml.empty("w:br", &[]);
        }
        for (at, part) in line.split('\t').enumerate() {
            if at > 0 {
                xml.empty("w:tab", &[]);
            }
            let pieces = room.map_or_else(|| vec![part], |(room, language)| measure::broken(part, room, bold, language));
            for (at, piece) in pieces.iter().enumerate().filter(|(_, piece)| !piece.is_empty()) {
                if at > 0 {
                    xml.empty("w:softHyphen", &[]);
                }
                xml.inside("w:t", &[("xml:space", "preserve")], |xml| xml.text(piece));
            }
        }
    }
}

/// Cuts a text where the direction changes. What has none of its own goes with what stands on both sides of it, else from left to
/// right.
fn pieces(text: &str) -> Vec<(&str, bool)> {
    let mut pieces = Vec::new();
    let (mut start, mut leftward, mut end) = (0, false, 0);
    for (at, char) in text.char_indices() {
        let Some(now) = direction(char) else { continue };
        if now != leftward {
            let cut = if leftward { end } else { at };
            if cut > start {
                pieces.push((&text[start..cut], leftward));
            }
            (start, leftward) = (cut, now);
        }
        end = at + char.len_utf8();
    }
    if leftward && end < text.len() {
        pieces.push((&text[start..end], true));
        (start, leftward) = (end, false);
    }
    if start < text.len() {
        pieces.push((&text[start..], leftward));
    }
    pieces
}

/// Whether a letter is written from right to left; none where it has no direction of its own.
fn direction(char: char) -> Option<bool> {
    let leftward = matches!(char,
        '\u{590}'..='\u{8ff}' | '\u{200f}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefe}'
        | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}');
    if leftward { Some(true) } else { char.is_alphabetic().then_some(false) }
}

/// The language such letters are most likely of.
fn language(text: &str) -> &'static str {
    if text.chars().any(|char| matches!(char, '\u{590}'..='\u{5ff}' | '\u{fb1d}'..='\u{fb4f}')) { "he-IL" } else { "ar-SA" }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_cut_where_its_direction_changes() {
        assert_eq!(pieces("Æ 1"), [("Æ 1", false)]);
        assert_eq!(pieces(""), []);
        assert_eq!(pieces("a (שלום, עולם) b"), [("a (", false), ("שלום, עולם", true), (") b", false)]);
        assert_eq!(pieces("مرحبا 2019"), [("مرحبا", true), (" 2019", false)]);
        assert!(is_leftward(&[Run::plain("1. "), Run::plain("שלום a")]) && !is_leftward(&[Run::plain("12 😀 a ש")]));
    }

    #[test]
    fn breaks_tabs_and_looks_are_written_in_the_order_word_wants() {
        let mut xml = Xml::default();
        let run = Run { text: "a\r\nb\tc".into(), bold: true, italic: true, figure: String::new() };
        runs(&mut xml, &[run, Run::plain("ש")], Look { style: "S", ..Look::default() });
        let t = |text| format!("<w:t xml:space=\"preserve\">{text}</w:t>");
        let look = "<w:rPr><w:rStyle w:val=\"S\"/><w:b/><w:bCs/><w:i/><w:iCs/></w:rPr>";
        let right = "<w:rPr><w:rStyle w:val=\"S\"/><w:rtl/><w:lang w:bidi=\"he-IL\"/></w:rPr>";
        assert_eq!(xml.0, format!("<w:r>{look}{}<w:br/>{}<w:tab/>{}</w:r><w:r>{right}{}</w:r>", t("a"), t("b"), t("c"), t("ש")));
    }

    #[test]
    fn a_word_too_wide_for_its_line_has_places_for_a_hyphen() {
        let mut xml = Xml::default();
        runs(&mut xml, &[Run::plain("Ny evaluering")], Look { room: Some((4.0, Language::Da)), ..Look::default() });
        assert_eq!(xml.0.replace(" xml:space=\"preserve\"", "").matches("</w:t><w:softHyphen/><w:t>").count(), 3, "{}", xml.0);
        assert!(xml.0.contains(">Ny eva</w:t>"), "{}", xml.0);
    }
}
