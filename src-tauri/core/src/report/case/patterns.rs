//! Patterns of a form: »Punkt {item}«, »{title} ({kind})«.

/// Fills the places of a pattern, once and from left to right. A place with nothing in it goes with the brackets around it, or else with
/// what stands between it and the place before it; the first with what stands between it and the next, but for words.
/// What is no place stays as it is.
pub(super) fn filled(pattern: &str, values: &[(&str, String)]) -> String {
    // Text and places in turn: text first and last.
    let (mut texts, mut places): (Vec<String>, Vec<&str>) = (vec![String::new()], Vec::new());
    let mut rest = pattern;
    while let Some((before, after)) = rest.split_once('{') {
        let found = after
            .split_once('}')
            .and_then(|(name, tail)| values.iter().find(|(known, _)| *known == name).map(|(_, value)| (value, tail)));
        if let Some(last) = texts.last_mut() {
            last.push_str(before);
        }
        match found {
            Some((value, tail)) => {
                places.push(value.trim());
                texts.push(String::new());
                rest = tail;
            }
            None => {
                if let Some(last) = texts.last_mut() {
                    last.push('{');
                }
                rest = after;
            }
        }
    }
    if let Some(last) = texts.last_mut() {
        last.push_str(rest);
    }
    let mut out = String::new();
    for (at, value) in places.iter().enumerate() {
        if !value.is_empty() {
            out.push_str(&texts[at]);
            out.push_str(value);
            continue;
        }
        let brackets = texts[at].ends_with('(') && texts[at + 1].starts_with(')');
        if brackets {
            out.push_str(texts[at].trim_end_matches('(').trim_end());
            texts[at + 1].remove(0);
        } else if at == 0 && texts[0].is_empty() {
            texts[1] = texts[1].trim_start_matches(|c: char| !c.is_alphanumeric()).to_owned();
        }
    }
    out.push_str(texts.last().map_or("", String::as_str));
    out.trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fill(pattern: &str, item: &str, title: &str, number: &str) -> String {
        let values = [
            ("item", item.to_owned()),
            ("title", title.to_owned()),
            ("case_number", number.to_owned()),
            ("kind", "Beslutning".into()),
        ];
        filled(pattern, &values)
    }

    #[test]
    fn a_place_with_nothing_in_it_goes_with_what_belongs_to_it() {
        for (pattern, item, title, number, expected) in [
            ("Punkt {item}", "3", "", "", "Punkt 3"),
            ("Punkt {item}", "", "", "", ""),
            ("{title} ({kind})", "", "Satspuljer", "", "Satspuljer (Beslutning)"),
            ("{item}. {title} ({case_number})", "7", "Rådgiver", "2009-1", "7. Rådgiver (2009-1)"),
            ("{item}. {title} ({case_number})", "", "Rådgiver", "", "Rådgiver"),
            ("{item}. {title} ({case_number})", "7", "Rådgiver", "", "7. Rådgiver"),
            ("{title}, sag {case_number}, {kind}", "", "Rådgiver", "", "Rådgiver, Beslutning"),
            ("{title} {unknown} {", "", "A {item} B", "", "A {item} B {unknown} {"),
            ("Fast tekst", "", "", "", "Fast tekst"),
        ] {
            assert_eq!(fill(pattern, item, title, number), expected, "{pattern}");
        }
    }
}
