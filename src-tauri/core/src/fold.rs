//! Text folded for search, two ways, so that `boern`, `born`, `børn` and `BØRN` all find Børn.
//!
//! The first fold spells the Danish letters out (æ→ae, ø→oe, å→aa), the second only drops their marks (æ→ae, ø→o, å→a). Both are
//! in lower case and without other accents. `ui/src/fold.ts` does the same and is checked against `tests/fixtures/fold.json`.

use icu_normalizer::{ComposingNormalizerBorrowed, DecomposingNormalizerBorrowed};

/// A text folded both ways.
pub fn fold(text: &str) -> [String; 2] {
    // Composed first: an å typed as a and a ring is still an å.
    let lower = ComposingNormalizerBorrowed::new_nfc().normalize(text).to_lowercase();
    [spell(&lower, "oe", "aa"), spell(&lower, "o", "a")]
}

fn spell(lower: &str, oe: &str, aa: &str) -> String {
    let mut spelt = String::with_capacity(lower.len() + 8);
    for c in lower.chars() {
        match c {
            'æ' => spelt.push_str("ae"),
            'ø' => spelt.push_str(oe),
            'å' => spelt.push_str(aa),
            other => spelt.push(other),
        }
    }
    if spelt.is_ascii() {
        return spelt;
    }
    let bare = DecomposingNormalizerBorrowed::new_nfd().normalize(&spelt);
    bare.chars().filter(|c| !('\u{300}'..='\u{36f}').contains(c)).collect()
}

/// Whether every word of a query occurs, in either fold, in a text folded by [`fold`]. An empty query finds everything.
pub fn finds(folded: &[String; 2], query: &str) -> bool {
    query.split_whitespace().map(fold).all(|[spelt, plain]| folded[0].contains(&spelt) || folded[1].contains(&plain))
}

/// A key that puts texts in Danish order: a … z æ ø å, with aa as å, whatever the case; accents count last.
pub fn danish_order(text: &str) -> (String, String) {
    let lower = ComposingNormalizerBorrowed::new_nfc().normalize(text).to_lowercase();
    // '{', '|' and '}' come right after z.
    let placed = lower.replace("aa", "}").replace('å', "}").replace('ø', "|").replace('æ', "{");
    let bare = DecomposingNormalizerBorrowed::new_nfd().normalize(&placed);
    (bare.chars().filter(|c| !('\u{300}'..='\u{36f}').contains(c)).collect(), lower)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::fixture;

    #[test]
    fn every_way_of_typing_finds_it() {
        let finds = |text, query| finds(&fold(text), query);
        for query in ["boern", "born", "børn", "BØRN", "Boern", "børne portal", "  portal  børne ", ""] {
            assert!(finds("Børnerådets Børneportal", query), "{query}");
        }
        for query in ["aeldre", "ældre", "ÆLDRE", "liv"] {
            assert!(finds("Det gode ældreliv", query), "{query}");
        }
        for query in ["aaben", "åben", "ÅBEN", "aben", "a\u{30a}ben"] {
            assert!(finds("Åbent hus", query), "{query}");
        }
        for query in ["aabenraa", "åbenrå", "Aabenraa"] {
            assert!(finds("Aabenraa", query) && finds("Åbenrå", query), "{query}");
        }
        assert!(finds("Én indgang", "en indgang") && finds("resume", "résumé"));
        assert!(!finds("Børn", "barn") && !finds("Børn", "børn unge"));
    }

    #[test]
    fn danish_order_ends_with_aa() {
        let mut names = ["Aarhus", "Ærø", "Assens", "Østre", "Zahle", "Aabenraa", "Åbo", "Éa", "Eb", "billund"];
        names.sort_by_cached_key(|name| danish_order(name));
        assert_eq!(names, ["Assens", "billund", "Éa", "Eb", "Zahle", "Ærø", "Østre", "Aabenraa", "Åbo", "Aarhus"]);
    }

    #[test]
    fn the_screen_has_the_same_vectors() {
        let texts = [
            "",
            "Børnerådets Børneportal",
            "Det gode ældreliv",
            "Åbent hus på Ærø",
            "A\u{30a}bent",
            "AABENRAA",
            "Én indgang: résumé, über, naïve",
            "§ 15.26.52.10",
            "»Flere skal med II«",
            "ŁÓDŹ",
            "İstanbul",
            "ΣΊΣΥΦΟΣ",
            "日本 🎄",
            "ﬁ ½",
            "Straße",
        ];
        let queries = [
            ("Børnerådets Børneportal", "boern"),
            ("Børnerådets Børneportal", "born"),
            ("Børnerådets Børneportal", "BØRN portal"),
            ("Børnerådets Børneportal", "barn"),
            ("Det gode ældreliv", "aeldre"),
            ("Det gode ældreliv", "aldre"),
            ("Aabenraa", "åbenrå"),
            ("Åbenrå", "aabenraa"),
            ("Åbenrå", "abenra"),
            ("§ 15.26.52.10", "15.26"),
            ("Én", "en"),
            ("hvad som helst", "  "),
        ];
        let vectors = json!({
            "fold": texts.iter().map(|text| json!({ "text": text, "folds": fold(text) })).collect::<Vec<_>>(),
            "finds": queries.iter()
                .map(|(text, query)| json!({ "text": text, "query": query, "finds": finds(&fold(text), query) }))
                .collect::<Vec<_>>(),
        });
        fixture::check("fold.json", &vectors);
    }
}
