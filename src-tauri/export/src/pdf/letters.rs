//! Text as the template writes it: letters no font has as codes, words that are too long for their line to be broken anywhere, and which
//! way it is read.

use std::collections::BTreeSet;

use serde::Serialize;
use tilsagn_core::Language;
use tilsagn_core::report::Run;
use typst::text::is_default_ignorable;

use super::fonts::Fonts;
use crate::measure;

/// A word of letters up to this many is broken by its syllables alone.
const SYLLABLES: usize = 30;

/// A line: one text, or pieces.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Line {
    runs: Runs,
    /// Whether it is read from the right.
    pub rtl: bool,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(untagged)]
enum Runs {
    Plain(String),
    Pieces(Vec<Piece>),
}

#[derive(Debug, Clone, PartialEq, Serialize)]
struct Piece {
    #[serde(flatten)]
    what: What,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    bold: bool,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    italic: bool,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
enum What {
    Text(String),
    Code(String),
    NewLine(bool),
    Anywhere(String),
}

impl Line {
    /// The text itself where nothing else is to be said of it.
    pub fn plain(&self) -> Option<&str> {
        match &self.runs {
            Runs::Plain(text) if !self.rtl => Some(text),
            _ => None,
        }
    }
}

impl Default for Line {
    /// A line that says nothing.
    fn default() -> Line {
        Line { runs: Runs::Plain(String::new()), rtl: false }
    }
}

/// Makes lines, and remembers the letters that have become codes.
pub struct Letters<'a> {
    fonts: &'static Fonts,
    unshaped: &'a BTreeSet<String>,
    language: Language,
    /// Letters no font has.
    pub without: BTreeSet<String>,
}

impl<'a> Letters<'a> {
    /// `unshaped` is what turned out to have no glyph though each letter of it has.
    pub fn new(unshaped: &'a BTreeSet<String>, language: Language) -> Letters<'a> {
        Letters { fonts: Fonts::get(), unshaped, language, without: BTreeSet::new() }
    }

    /// A line of plain text on lines with room for so much of their size.
    pub fn text(&mut self, text: &str, room: f64) -> Option<Line> {
        self.line(&[Run::plain(text)], room)
    }

    /// Runs on lines with room for so much of their size; nothing where there is nothing to read.
    pub fn line(&mut self, runs: &[Run], room: f64) -> Option<Line> {
        let mut pieces = Vec::new();
        for run in runs {
            let mut whats = Vec::new();
            for (at, line) in clean(&run.text).split('\n').enumerate() {
                if at > 0 {
                    whats.push(What::NewLine(true));
                }
                self.shaped(line, (room, run.bold), &mut whats);
            }
            pieces.extend(whats.into_iter().map(|what| Piece { what, bold: run.bold, italic: run.italic }));
        }
        let says = |piece: &Piece| match &piece.what {
            What::Text(text) => !text.trim().is_empty(),
            What::NewLine(_) => false,
            What::Code(_) | What::Anywhere(_) => true,
        };
        let (first, last) = (pieces.iter().position(says)?, pieces.iter().rposition(says)?);
        let pieces: Vec<Piece> = pieces.drain(first..=last).collect();
        let rtl = is_rtl(runs);
        Some(match pieces.as_slice() {
            [Piece { what: What::Text(text), bold: false, italic: false }] => Line { runs: Runs::Plain(text.clone()), rtl },
            _ => Line { runs: Runs::Pieces(pieces), rtl },
        })
    }

    /// A text in which a box stands for what no font has.
    pub fn boxed(&mut self, text: &str) -> String {
        let Some(Line { runs, .. }) = self.text(text, f64::INFINITY) else { return String::new() };
        let shown = |piece: Piece| match piece.what {
            What::Text(text) | What::Anywhere(text) => text,
            What::Code(_) => "□".to_owned(),
            What::NewLine(_) => " ".to_owned(),
        };
        match runs {
            Runs::Plain(text) => text,
            Runs::Pieces(pieces) => pieces.into_iter().map(shown).collect(),
        }
    }

    /// The pieces of a text without line breaks.
    fn shaped(&mut self, text: &str, (room, bold): (f64, bool), whats: &mut Vec<What>) {
        let mut plain = String::new();
        let language = self.language;
        let flush = |plain: &mut String, whats: &mut Vec<What>| {
            if !plain.is_empty() {
                broken(std::mem::take(plain), (room, bold), language, whats);
            }
        };
        let mut rest = text;
        while let Some(letter) = rest.chars().next() {
            let cluster = self.unshaped.iter().filter(|cluster| rest.starts_with(cluster.as_str())).max_by_key(|it| it.len());
            if let Some(cluster) = cluster {
                // The letters that stand by themselves do; what is put on them does not.
                let alone = cluster.chars().count() == 1;
                for letter in cluster.chars() {
                    if !alone && self.fonts.has(letter) && letter.is_alphanumeric() {
                        plain.push(letter);
                    } else {
                        flush(&mut plain, whats);
                        whats.push(self.code(letter));
                    }
                }
                rest = &rest[cluster.len()..];
                continue;
            }
            if self.fonts.has(letter) || letter.is_whitespace() || is_default_ignorable(letter) {
                plain.push(letter);
            } else {
                flush(&mut plain, whats);
                whats.push(self.code(letter));
            }
            rest = &rest[letter.len_utf8()..];
        }
        flush(&mut plain, whats);
    }

    fn code(&mut self, letter: char) -> What {
        self.without.insert(letter.to_string());
        What::Code(format!("U+{:04X}", letter as u32))
    }
}

/// Without what has no meaning on paper or may not stand in a PDF; every kind of line break is `\n`.
pub fn clean(text: &str) -> String {
    let text = text.replace("\r\n", "\n");
    let kept = text.chars().filter_map(|letter| match letter {
        '\n' | '\r' | '\u{0b}' | '\u{0c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Some('\n'),
        '\t' => Some(' '),
        // The one may not stand in a PDF; the others turn text around, so that what is read is not what is written.
        '\u{feff}' | '\u{202d}' | '\u{202e}' => None,
        letter if letter.is_control() => None,
        letter => Some(letter),
    });
    kept.collect()
}

/// The words that can be broken anywhere apart from the others; in what is too wide of these are places for a hyphen.
fn broken(text: String, (room, bold): (f64, bool), language: Language, whats: &mut Vec<What>) {
    let with_hyphens = |text: &str| What::Text(measure::broken(text, room, bold, language).join("\u{ad}"));
    if measure::width(&text, bold) <= room {
        whats.push(What::Text(text));
        return;
    }
    let mut plain = String::new();
    for word in text.split_inclusive(char::is_whitespace) {
        if is_too_long(word.trim_end(), (room, bold)) {
            if !plain.is_empty() {
                whats.push(with_hyphens(&std::mem::take(&mut plain)));
            }
            let (word, space) = word.split_at(word.trim_end().len());
            whats.push(What::Anywhere(word.to_owned()));
            plain.push_str(space);
        } else {
            plain.push_str(word);
        }
    }
    if !plain.is_empty() {
        whats.push(with_hyphens(&plain));
    }
}

/// Whether part of a word fits no line, and syllables will not help.
fn is_too_long(word: &str, (room, bold): (f64, bool)) -> bool {
    word.split(['-', '–', '—', '/', '\u{ad}', '\u{200b}']).any(|part| {
        let length = part.chars().count();
        measure::width(part, bold) > room
            && (length > SYLLABLES || !part.chars().all(char::is_alphabetic) || !has_syllables(part))
    })
}

/// Whether a word looks like one: never many consonants, nor the same letter, in a row.
fn has_syllables(word: &str) -> bool {
    let (mut consonants, mut same, mut before) = (0, 0, None);
    word.chars().flat_map(char::to_lowercase).all(|letter| {
        consonants = if "aeiouyæøåäöüéèêëáàâíìîïóòôúùû".contains(letter) { 0 } else { consonants + 1 };
        same = if before == Some(letter) { same + 1 } else { 1 };
        before = Some(letter);
        consonants < 7 && same < 4
    })
}

/// Whether the first letter that has a direction is read from the right.
fn is_rtl(runs: &[Run]) -> bool {
    let mut letters = runs.iter().flat_map(|run| run.text.chars()).filter(|letter| letter.is_alphabetic());
    letters.next().is_some_and(|letter| {
        matches!(letter, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}' | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pieces(text: &str, room: f64) -> (String, Vec<String>) {
        let unshaped = BTreeSet::from(["e\u{331}".to_owned()]);
        let mut letters = Letters::new(&unshaped, Language::Da);
        let line = letters.text(text, room).map(|line| serde_json::to_string(&line.runs).unwrap()).unwrap_or_default();
        (line, letters.without.into_iter().collect())
    }

    #[test]
    fn a_letter_no_font_has_is_its_code_and_is_named() {
        assert_eq!(pieces("Børn og unge ", 48.0), ("\"Børn og unge \"".into(), vec![]));
        let (line, without) = pieces("pulje 基 x", 48.0);
        assert_eq!(line, r#"[{"text":"pulje "},{"code":"U+57FA"},{"text":" x"}]"#);
        assert_eq!(without, ["基"]);
        assert_eq!(pieces("שלום עולם 🎉 سلام", 48.0).1, Vec::<String>::new());
        assert_eq!(pieces("\u{e001}", 48.0), (r#"[{"code":"U+E001"}]"#.into(), vec!["\u{e001}".into()]));
        assert_eq!(pieces("ae\u{331}b", 48.0).0, r#"[{"text":"ae"},{"code":"U+0331"},{"text":"b"}]"#);
    }

    #[test]
    fn only_a_word_that_fits_no_line_is_broken_anywhere() {
        let broken = pieces("Beskæftigelsesministeriet siger", 7.2).0;
        assert_eq!(broken.replace('\u{ad}', "-"), "\"Beskæf-ti-gel-ses-mi-ni-ste-riet siger\"");
        assert_eq!(pieces("Taget til efterretning", 18.0).0, "\"Taget til efterretning\"");
        assert_eq!(
            pieces("nr. 12345678901234567890 x", 7.2).0,
            r#"[{"text":"nr. "},{"anywhere":"12345678901234567890"},{"text":" x"}]"#
        );
        assert!(pieces(&"æ".repeat(40), 12.0).0.contains("anywhere"));
        assert!(!pieces("2019-2020-2021-2022", 7.2).0.contains("anywhere"));
    }

    #[test]
    fn what_paper_does_not_know_is_left_out_and_blank_ends_are() {
        assert_eq!(pieces("\n a\u{0}\tb\r\nc \n\n", 48.0).0, r#"[{"text":" a b"},{"newLine":true},{"text":"c "}]"#);
        assert_eq!(pieces(" \n\t", 48.0).0, "");
    }

    #[test]
    fn the_first_letter_says_which_way_a_line_is_read() {
        for (text, rtl) in [("12 שלום abc", true), ("abc שלום", false), ("سلام", true), ("🎉 1", false)] {
            assert_eq!(is_rtl(&[Run::plain(text)]), rtl, "{text}");
        }
    }
}
