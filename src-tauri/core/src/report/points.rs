//! How a point of a case and what was decided on it are told outside the case's own paper.

use crate::committee::Outcome;
use crate::words::{Language, word};

/// A point as it was put: »at orienteringen tages til efterretning«, for without the »at« it would read as done. One inside another,
/// with a letter after the number in its label, follows from that one's words.
pub fn point_text(label: &str, text: &str) -> String {
    let inside = label.contains(' ');
    let that = word("draft", "that", Language::Da);
    let text = text.trim();
    let has_it = text.split_whitespace().next().is_some_and(|first| first.eq_ignore_ascii_case(that));
    if inside || has_it || text.is_empty() { text.to_owned() } else { format!("{that} {text}") }
}

/// What was decided: the outcome, and the wording where it says more than that.
pub(crate) fn decided(outcome: Outcome, text: &str, language: Language) -> String {
    let (word, text) = (outcome.word(language), text.trim());
    if says_more(outcome, text) { format!("{word}: {text}") } else { word.to_owned() }
}

/// Whether a wording is more than the outcome in other words: »Godkendt.« and »Indstillingen blev godkendt.« are not.
fn says_more(outcome: Outcome, text: &str) -> bool {
    let said = text.trim_end_matches('.').to_lowercase();
    let bare = said.strip_prefix("indstillingen ").unwrap_or(&said);
    let bare = ["blev ", "er ", "bliver "].iter().find_map(|verb| bare.strip_prefix(verb)).unwrap_or(bare);
    !said.is_empty() && [Language::Da, Language::En].iter().all(|language| bare != outcome.word(*language).to_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_point_reads_as_put_and_not_as_done() {
        assert_eq!(point_text("1", "Udvalget siger ja."), "at Udvalget siger ja.");
        assert_eq!(point_text("1", "at Udvalget siger ja."), "at Udvalget siger ja.");
        assert_eq!(point_text("2 c", "Flere kvinder – nr. 107"), "Flere kvinder – nr. 107");
    }

    #[test]
    fn an_outcome_is_not_said_twice() {
        for text in ["", "Godkendt", "Godkendt.", "Indstillingen blev godkendt.", "Indstillingen er godkendt"] {
            assert_eq!(decided(Outcome::Approved, text, Language::Da), "Godkendt", "{text}");
            assert_eq!(decided(Outcome::Approved, text, Language::En), Outcome::Approved.word(Language::En), "{text}");
        }
        let more = "Indstillingen blev godkendt med de faldne bemærkninger.";
        assert_eq!(decided(Outcome::Approved, more, Language::Da), format!("Godkendt: {more}"));
        assert_eq!(decided(Outcome::Noted, "Godkendt.", Language::Da), "Taget til efterretning: Godkendt.");
    }
}
