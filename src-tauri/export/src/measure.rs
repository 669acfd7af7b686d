//! How wide text is and where words are broken, the same for every format: by the letters of the font papers are set in. The fonts a
//! reader has instead differ little from it.

use std::sync::OnceLock;

use hypher::{Lang, hyphenate_bounded};
use tilsagn_core::Language;

use crate::pdf::Fonts;

/// Letters measured once: all that Danish, English and their neighbours are written with, and the marks among them.
const KNOWN: usize = 0x250;
/// How wide a letter is that is not among them, of its size.
const OTHER: f64 = 0.65;
/// A word is broken no nearer to its ends than so many letters: »Rå-« and »-ve« are no parts of a word to a reader.
const LEAST: usize = 3;
/// A word of more letters is no word: it is broken anywhere.
const LONGEST: usize = 30;

fn known() -> &'static [[f64; KNOWN]; 2] {
    static WIDTHS: OnceLock<[[f64; KNOWN]; 2]> = OnceLock::new();
    WIDTHS.get_or_init(|| {
        [false, true].map(|bold| {
            let font = Fonts::get().upright(bold);
            let width = |at: usize| {
                let font = font.as_ref()?;
                let glyph = font.ttf().glyph_index(char::from_u32(u32::try_from(at).ok()?)?)?;
                Some(font.x_advance(glyph.0)?.get())
            };
            std::array::from_fn(|at| width(at).unwrap_or(OTHER))
        })
    })
}

/// How wide a text is on one line, of its size.
pub fn width(text: &str, bold: bool) -> f64 {
    let widths = &known()[usize::from(bold)];
    text.chars().map(|letter| widths.get(letter as usize).copied().unwrap_or(OTHER)).sum()
}

/// The parts of a text between which a line may end without breaking a word.
fn parts(text: &str) -> impl Iterator<Item = &str> {
    text.split_inclusive(|letter: char| matches!(letter, '-' | '–' | '—') || letter.is_whitespace() && letter != '\u{a0}')
}

/// How wide the widest is of what no line breaks: its words, but for what is too long to be one.
pub fn widest(text: &str, bold: bool) -> f64 {
    let words = parts(text).map(str::trim_end).filter(|word| word.chars().count() <= LONGEST);
    words.map(|word| width(word, bold)).fold(0.0, f64::max)
}

/// How many lines a text takes where so much of its size has room on each.
pub fn lines(text: &str, room: f64, bold: bool) -> usize {
    text.lines().map(|line| of_line(line, room.max(1.0), bold)).sum::<usize>().max(1)
}

fn of_line(text: &str, room: f64, bold: bool) -> usize {
    let (mut lines, mut used) = (1, 0.0);
    for part in parts(text) {
        let word = width(part.trim_end(), bold);
        if used > 0.0 && used + word > room {
            lines += 1;
            used = 0.0;
        }
        if word > room {
            // Broken: what is left of it stands on the last of its lines.
            let whole = ((word / room).ceil() - 1.0).max(0.0);
            lines += whole as usize;
            used = word - whole * room;
            continue;
        }
        used += width(part, bold);
    }
    lines
}

/// The syllables of a word that may end with a hyphen: all but the last.
fn syllables(word: &str, language: Language) -> Vec<&str> {
    let language = match language {
        Language::Da => Lang::Danish,
        Language::En => Lang::English,
    };
    let mut all: Vec<&str> = hyphenate_bounded(word, language, LEAST, LEAST).collect();
    all.pop();
    all
}

/// A text in pieces, between which words too wide for their line may be broken with a hyphen: one piece where all have room.
pub fn broken(text: &str, room: f64, bold: bool, language: Language) -> Vec<&str> {
    let (mut pieces, mut from, mut at) = (Vec::new(), 0, 0);
    for part in parts(text) {
        let is_outside = |letter: char| !letter.is_alphanumeric();
        let word = part.trim_matches(is_outside);
        if width(part.trim_end(), bold) > room && word.chars().count() <= LONGEST {
            let mut end = at + part.len() - part.trim_start_matches(is_outside).len();
            for syllable in syllables(word, language) {
                end += syllable.len();
                pieces.push(&text[from..end]);
                from = end;
            }
        }
        at += part.len();
    }
    pieces.push(&text[from..]);
    pieces
}

/// A text that ends after a word where it has no room whole.
pub fn shortened(text: &str, room: f64) -> String {
    if width(text, false) <= room {
        return text.to_owned();
    }
    let mut left = room - width(" …", false);
    let full = text.char_indices().find(|(at, letter)| {
        left -= width(&text[*at..*at + letter.len_utf8()], false);
        left < 0.0
    });
    let cut = full.map_or(text, |(at, _)| &text[..at]);
    let whole = cut.rsplit_once(' ').map_or(cut, |(words, _)| words);
    format!("{} …", whole.trim_end_matches([' ', ',', ';', ':', '-', '–']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_as_wide_as_its_letters() {
        assert!(width("iii", false) < width("mmm", false) && width("Sum", false) < width("Sum", true));
        assert!((width("0123456789", false) - 6.0).abs() < 1e-9);
        assert!(widest("en kommunes integrationsforvaltning", false) == width("integrationsforvaltning", false));
        assert_eq!(widest("2019-2020", false), width("2019-", false));
    }

    #[test]
    fn lines_are_counted_by_whole_words() {
        let room = width("tre ord her", false) + 0.01;
        assert_eq!(lines("tre ord her", room, false), 1);
        assert_eq!(lines("tre ord her og der", room, false), 2);
        assert_eq!(lines("tre\n\nher", room, false), 3);
        assert_eq!(lines("", room, false), 1);
        assert_eq!(lines(&"m".repeat(100), width(&"m".repeat(10), false) + 0.01, false), 10);
    }

    #[test]
    fn a_title_has_all_the_line_there_is() {
        let title = "Orientering til Beskæftigelses- og Integrationsudvalget";
        assert_eq!(shortened(title, width(title, false)), title);
        assert_eq!(shortened(title, width(title, false) - 0.1), "Orientering til Beskæftigelses- og …");
        assert_eq!(shortened(title, width("Orientering til Beskæftigelses- …", false) + 0.1), "Orientering til …");
    }

    #[test]
    fn only_a_word_too_wide_is_broken_and_never_near_its_ends() {
        let broken = |text: &'static str, room| broken(text, room, false, Language::Da).join("|");
        assert_eq!(broken("rådgiver på hjul", 20.0), "rådgiver på hjul");
        assert_eq!(broken("rådgiver på effektive hjul", 3.0), "råd|gi|ver på effek|tive hjul");
        assert_eq!(broken("Taget til efterretning.", 4.0), "Taget til efter|ret|ning.");
        assert_eq!(broken("Integrationsforvaltningen", 8.0), "Inte|gra|tions|for|valt|nin|gen");
    }
}
