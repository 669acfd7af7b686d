//! The fonts of papers, embedded in the program, and which letters they have.

use std::collections::BTreeSet;
use std::sync::OnceLock;

use typst::foundations::Bytes;
use typst::layout::Abs;
use typst::text::{Font, FontBook, FontInstance, FontVariant, FontVariations};
use typst::utils::LazyHash;

/// Latin, Greek and Cyrillic; Arabic; Hebrew; emoji. Their licences lie beside them.
const FILES: [&[u8]; 9] = [
    include_bytes!("../../assets/fonts/IBMPlexSans-Regular.ttf"),
    include_bytes!("../../assets/fonts/IBMPlexSans-Italic.ttf"),
    include_bytes!("../../assets/fonts/IBMPlexSans-SemiBold.ttf"),
    include_bytes!("../../assets/fonts/IBMPlexSans-SemiBoldItalic.ttf"),
    include_bytes!("../../assets/fonts/NotoSansArabic-Regular.ttf"),
    include_bytes!("../../assets/fonts/NotoSansArabic-SemiBold.ttf"),
    include_bytes!("../../assets/fonts/NotoSansHebrew-Regular.ttf"),
    include_bytes!("../../assets/fonts/NotoSansHebrew-SemiBold.ttf"),
    include_bytes!("../../assets/fonts/NotoEmoji-Regular.ttf"),
];

/// The fonts and what typst must know of them.
pub struct Fonts {
    pub book: LazyHash<FontBook>,
    pub fonts: Vec<Font>,
    letters: BTreeSet<u32>,
}

impl Fonts {
    /// Read once in the life of the program.
    pub fn get() -> &'static Fonts {
        static FONTS: OnceLock<Fonts> = OnceLock::new();
        FONTS.get_or_init(|| {
            let fonts: Vec<Font> = FILES.iter().flat_map(|file| Font::iter(Bytes::new(*file))).collect();
            // What every style has: what only the upright one has would be missing in italics.
            let letters = fonts.iter().flat_map(|font| font.info().coverage.iter()).collect();
            Fonts { book: LazyHash::new(FontBook::from_fonts(&fonts)), fonts, letters }
        })
    }

    /// The one most text is set in, or the bold one.
    pub fn upright(&self, bold: bool) -> Option<FontInstance> {
        let font = self.fonts.get(if bold { 2 } else { 0 })?.clone();
        Some(font.instantiate(FontVariant::default(), Abs::pt(10.0), &FontVariations::default()))
    }

    /// Whether a font has the letter. Letters of private use mean something else to everyone, and may not stand in a PDF that is kept.
    pub fn has(&self, letter: char) -> bool {
        let private = matches!(letter, '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..);
        letter.is_ascii() || (!private && self.letters.contains(&(letter as u32)))
    }
}
