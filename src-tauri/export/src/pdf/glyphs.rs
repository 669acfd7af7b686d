//! Letters that were laid out without a glyph: a PDF for everyone may hold none.

use std::collections::BTreeSet;

use typst::layout::{Frame, FrameItem};
use typst_layout::PagedDocument;

/// What the document was to say and no font could: a letter, or several that belong together.
pub fn without(document: &PagedDocument) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for page in document.pages() {
        of_frame(&page.frame, &mut found);
    }
    found
}

fn of_frame(frame: &Frame, found: &mut BTreeSet<String>) {
    for (_, item) in frame.items() {
        match item {
            FrameItem::Group(group) => of_frame(&group.frame, found),
            FrameItem::Text(text) => {
                let missing = text.glyphs.iter().filter(|glyph| glyph.id == 0);
                found.extend(missing.filter_map(|glyph| text.text.get(glyph.range())).map(str::to_owned));
            }
            _ => {}
        }
    }
}
