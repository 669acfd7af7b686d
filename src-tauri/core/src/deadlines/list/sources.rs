//! Sources that state different days.

use chrono::{Datelike, NaiveDate};

use crate::calendar::long;
use crate::views::Text;
use crate::words::Language;
use crate::words::say::{Value, sentence};

/// Two sources that say different things, not settled.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Differing {
    /// What they differ on.
    pub subject: String,
    /// What one says.
    pub stated: String,
    /// Where.
    pub stated_place: String,
    /// What the other says.
    pub other: String,
    /// Where.
    pub other_place: String,
}

impl Differing {
    /// What is to be said of a day that one of the two names; none where neither does, and none where the other says nothing of when:
    /// then it is something else they differ on. Only a whole date names a day: »2017-2019« may be any.
    pub fn about(&self, on: NaiveDate) -> Option<Text> {
        let written = [long(on, Language::Da), on.to_string(), format!("{}.{}.{}", on.day(), on.month(), on.year())];
        let names = |text: &str| written.iter().any(|day| stands_in(text, day));
        let named = (names(&self.stated) && says_when(&self.other)) || (names(&self.other) && says_when(&self.stated));
        if !named {
            return None;
        }
        let values = [
            ("subject", &self.subject),
            ("stated", &self.stated),
            ("place", &self.stated_place),
            ("other", &self.other),
            ("other_place", &self.other_place),
        ];
        sentence("flag_reason.sources", &values.map(|(name, value)| (name, Value::Name(value))))
    }
}

/// Whether a date stands in a text: `1. maj 2019` does not stand in `11. maj 2019`.
fn stands_in(text: &str, day: &str) -> bool {
    text.match_indices(day).any(|(at, _)| !text[..at].ends_with(|before: char| before.is_ascii_digit()))
}

/// Whether a text says anything of when: whether it names a year.
fn says_when(text: &str) -> bool {
    text.split(|letter: char| !letter.is_ascii_digit()).any(|digits| digits.len() == 4)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_day_that_is_named_is_contradicted() {
        let differing = Differing {
            subject: "Projektperioden".to_owned(),
            stated: "2018-2020".to_owned(),
            stated_place: "Sagen".to_owned(),
            other: "14. december 2018 – 30. september 2020".to_owned(),
            other_place: "Bilaget".to_owned(),
        };
        let about = |text: &str| differing.about(text.parse().unwrap()).is_some();
        assert!(about("2020-09-30") && about("2018-12-14"));
        assert!(!about("2020-12-31") && !about("2018-12-04"), "4. december stands in 14. december, and is another day");
        let stated = "Frist 7.5.2019 kl. 12".to_owned();
        let dotted = Differing { stated, other: "Frist i juni 2019".to_owned(), ..Differing::default() };
        assert!(dotted.about("2019-05-07".parse().unwrap()).is_some());
        let no_day = Differing { other: "Intet budget".to_owned(), ..dotted };
        assert!(no_day.about("2019-05-07".parse().unwrap()).is_none(), "they differ on a budget, not on a day");
    }
}
