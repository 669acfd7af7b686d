//! Names of sheets.

use std::collections::HashSet;

/// The longest a name of a sheet may be.
const LONGEST: usize = 31;

/// Names that are given: no two sheets have one, whatever its capitals.
#[derive(Default)]
pub struct Names(HashSet<String>);

impl Names {
    /// A name made of a title, `otherwise` where nothing of it can stand in one: at most 31 characters, none that a sheet's name may not
    /// have, and with a number where another sheet has it.
    pub fn name(&mut self, title: &str, otherwise: &str) -> String {
        let forbidden = |c: char| c.is_control() || matches!(c, '[' | ']' | ':' | '*' | '?' | '/' | '\\');
        let plain: String = title.chars().map(|c| if forbidden(c) { ' ' } else { c }).collect();
        let plain = plain.split_whitespace().collect::<Vec<_>>().join(" ");
        let plain = plain.trim_matches('\'');
        // Excel keeps the name »History« for itself.
        let plain = if plain.is_empty() || plain.eq_ignore_ascii_case("history") { otherwise } else { plain };
        for number in 1_u32.. {
            let end = if number == 1 { String::new() } else { format!(" ({number})") };
            let name = format!("{}{end}", cut(plain, LONGEST - end.len()));
            if self.0.insert(name.to_lowercase()) {
                return name;
            }
        }
        otherwise.to_owned()
    }
}

/// As much of a text as has room, counted as Excel does: two for what lies outside the first plane.
fn cut(text: &str, most: usize) -> &str {
    let mut room = most;
    let end = text.char_indices().find(|(_, c)| match room.checked_sub(c.len_utf16()) {
        Some(left) => {
            room = left;
            false
        }
        None => true,
    });
    end.map_or(text, |(at, _)| &text[..at]).trim_end().trim_end_matches('\'')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_of_a_sheet_is_short_alone_and_allowed() {
        let mut names = Names::default();
        let mut of = |title: &str| names.name(title, "Ark");
        assert_eq!(of("Budget: 2019/2020 [kladde]"), "Budget 2019 2020 kladde");
        assert_eq!(of("budget 2019 2020 KLADDE"), "budget 2019 2020 KLADDE (2)");
        assert_eq!(of("''"), "Ark");
        assert_eq!(of("History"), "Ark (2)");
        let long = "Satspuljer 2019 der kan søges af kommunerne";
        assert_eq!(of(long), "Satspuljer 2019 der kan søges a");
        assert_eq!(of(long), "Satspuljer 2019 der kan søg (2)");
        let name = of(&"🎉".repeat(40));
        assert_eq!(name.encode_utf16().count(), 30);
    }
}
