//! What a search looks in.

use crate::fold::fold;

/// The searched texts of an initiative: title, gloss, summary, authority, applicants, and the titles and accounts of its pools.
/// Folded together, each on a line of its own, so that no word runs from one into the next.
pub fn searched<'a>(texts: impl IntoIterator<Item = &'a str>) -> [String; 2] {
    let texts: Vec<&str> = texts.into_iter().filter(|text| !text.is_empty()).collect();
    fold(&texts.join("\n"))
}
