//! What stands on every page of a paper besides what it says: the same words in every format.

use chrono::DateTime;

use crate::calendar::{in_copenhagen, long};
use crate::report::{Block, HandedIn, Report, Run};
use crate::words::{Language, word};

/// Stands before text that nobody has accepted.
pub fn draft_mark(language: Language) -> &'static str {
    word("paper_mark", "draft", language)
}

impl Report {
    /// Stands on every page of a closed item; none for an open one.
    pub fn closed_mark(&self) -> Option<&'static str> {
        self.closed.then(|| word("paper_mark", "closed", self.language))
    }

    /// When, by whom and as which copy it was handed in, by the Danish clock; else the day it is seen from.
    pub fn stamp(&self) -> String {
        let Some(handed_in) = &self.handed_in else {
            return word("paper_mark", "as_of", self.language).replace("{day}", &long(self.as_of, self.language));
        };
        let at = handed_in.shown_at(self.language);
        let code = if handed_in.by.is_empty() { "handed_in.unnamed" } else { "handed_in" };
        let sentence = word("paper_mark", code, self.language);
        sentence.replace("{at}", &at).replace("{number}", &handed_in.number.to_string()).replace("{by}", &handed_in.by)
    }

    /// Says under the title that this is not the paper that was handed in, when that was, and in which form.
    pub fn is_not_the_one(&mut self, handed_in: &HandedIn, form: &str) {
        let sentence = word("paper_mark", "not_handed_in", self.language);
        let sentence = sentence.replace("{at}", &handed_in.shown_at(self.language)).replace("{form}", form);
        let sentence = sentence.replace("{day}", &long(self.as_of, self.language));
        if let Some(first) = self.sections.first_mut() {
            let is_title = |block: &Block| matches!(block, Block::Heading { level: 1, .. });
            let under = first.blocks.iter().position(is_title).map_or(0, |title| title + 1);
            first.blocks.insert(under, Block::Paragraph { runs: vec![Run::bold(sentence)] });
        }
    }

    /// The number of a page beneath it: `{page}` of `{of}`.
    pub fn page_mark(&self) -> &'static str {
        word("paper_mark", "page", self.language)
    }
}

impl HandedIn {
    /// The moment by the Danish clock: »12. marts 2019 kl. 11.05«.
    fn shown_at(&self, language: Language) -> String {
        let Ok(moment) = DateTime::parse_from_rfc3339(&self.at) else { return self.at.clone() };
        let local = in_copenhagen(moment.to_utc());
        let (day, clock) = (long(local.date(), language), local.format("%H.%M").to_string());
        match language {
            Language::Da => format!("{day} kl. {clock}"),
            Language::En => format!("{day} at {}", clock.replace('.', ":")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::{PaperKind, SCHEMA};

    #[test]
    fn a_stamp_says_when_by_the_danish_clock() {
        let mut report = Report {
            schema: SCHEMA.to_owned(),
            kind: PaperKind::Case,
            title: String::new(),
            language: Language::Da,
            municipality: String::new(),
            as_of: "2019-03-12".parse().unwrap(),
            handed_in: None,
            closed: false,
            sections: Vec::new(),
        };
        assert_eq!((report.stamp().as_str(), report.closed_mark()), ("Opgjort pr. 12. marts 2019", None));
        report.handed_in = Some(HandedIn { at: "2019-07-01T09:05:00Z".into(), by: String::new(), number: 1 });
        assert_eq!(report.stamp(), "Afleveret 1. juli 2019 kl. 11.05, udgave 1");
        report.handed_in = Some(HandedIn { at: "2019-07-01T09:05:00Z".into(), by: "Åse".into(), number: 2 });
        assert_eq!(report.stamp(), "Afleveret 1. juli 2019 kl. 11.05 af Åse, udgave 2");
        report.language = Language::En;
        report.closed = true;
        assert_eq!(report.stamp(), "Handed in 1 July 2019 at 11:05 by Åse, copy 2");
        assert_eq!(report.closed_mark(), Some("CLOSED ITEM"));
    }
}
