//! What the file of a paper is called.

/// The most letters of a name without its ending: what a path on Windows has room for beside its folders.
const LONGEST: usize = 120;

/// Names Windows keeps for itself.
const KEPT: [&str; 4] = ["CON", "PRN", "AUX", "NUL"];

/// A name from parts, apart by blanks, that any system takes: no letter Windows refuses, no blank or point at an end, not too long.
/// Empty parts go.
pub fn file_name(parts: &[&str]) -> String {
    let joined = parts.iter().map(|part| part.trim()).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
    let allowed = joined.chars().map(|letter| match letter {
        '<' | '>' | ':' | '"' | '/' | '\\' | '|' | '?' | '*' => ' ',
        letter if letter.is_control() => ' ',
        letter => letter,
    });
    let allowed: String = allowed.collect();
    let words: Vec<&str> = allowed.split_whitespace().collect();
    let mut name = String::new();
    for word in words {
        let room = LONGEST.saturating_sub(name.chars().count() + usize::from(!name.is_empty()));
        if room < word.chars().count() && !name.is_empty() {
            // A title that is cut ends where it could have ended.
            if let Some(at) = name.rfind(" – ").filter(|at| *at > LONGEST / 2) {
                name.truncate(at);
            }
            break;
        }
        if !name.is_empty() {
            name.push(' ');
        }
        name.extend(word.chars().take(room));
    }
    let name = name.trim_end_matches(['.', ' ', ',', '-', '–', '(']).trim_start_matches('.').trim();
    let stem = name.split('.').next().unwrap_or_default().to_uppercase();
    let numbered = (stem.starts_with("COM") || stem.starts_with("LPT")) && stem.len() == 4;
    match name {
        "" => "Tilsagn".to_owned(),
        name if numbered || KEPT.contains(&stem.as_str()) => format!("Tilsagn {name}"),
        name => name.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_one_every_system_takes() {
        for (parts, expected) in [
            (
                &["BIU", "2019-03-12", "Punkt 3", "Udmøntning af satspuljemidler 2019"][..],
                "BIU 2019-03-12 Punkt 3 Udmøntning af satspuljemidler 2019",
            ),
            (&["", " A/B: \"C\"\t*?\n", ""], "A B C"),
            (&["..skjult.", "..."], "skjult"),
            (&["con"], "Tilsagn con"),
            (&["LPT1.txt"], "Tilsagn LPT1.txt"),
            (&["Compas"], "Compas"),
            (&[""], "Tilsagn"),
        ] {
            assert_eq!(file_name(parts), expected);
        }
    }

    #[test]
    fn a_long_title_ends_at_a_word() {
        let long = "støtte ".repeat(60);
        let name = file_name(&["SSU 2019-03-12", &long]);
        assert!(name.chars().count() <= LONGEST && name.ends_with("støtte"), "{name}");
        assert_eq!(file_name(&[&"æ".repeat(500)]).chars().count(), LONGEST);
        let parted =
            "Opsummering af indsatser, der kan søges af alle landets kommuner – Beskæftigelses- og Integrationsudvalgets område";
        assert_eq!(
            file_name(&["BIU 2019-03-12 Punkt 3", parted]),
            "BIU 2019-03-12 Punkt 3 Opsummering af indsatser, der kan søges af alle landets kommuner"
        );
    }
}
