//! What a paper lacks when it is handed in or exported: it is said, and keeps nobody from it.

use crate::committee::{CaseText, PartContent};
use crate::report::Block;
use crate::report::case::CaseFacts;
use crate::report::case::build::{item_number, parts};
use crate::views::{FormView, Text};
use crate::words::Language;
use crate::words::say::{Value, sentence};

/// What the paper of a case in a form lacks, each in a sentence: its committee, the day of a meeting, its number on the agenda where
/// the form has it, headings with nothing under them, and drafts that nobody has accepted.
pub fn missing(facts: &CaseFacts, form: &FormView, texts: &[CaseText]) -> Vec<Text> {
    let mut found = Vec::new();
    let mut say = |code: &str, names: &[&str]| {
        let (count, names) = (names.len().to_string(), names.join(", "));
        let values = [("count", Value::Name(&count)), ("names", Value::Name(&names))];
        found.extend(sentence(&format!("paper_missing.{code}"), &values));
    };
    if facts.readings.is_empty() {
        say("committee", &[]);
    }
    let without_day: Vec<&str> = facts
        .readings
        .iter()
        .filter(|it| it.reading.meeting_date.is_none())
        .map(|it| if it.short_name.is_empty() { it.committee.as_str() } else { it.short_name.as_str() })
        .collect();
    if !without_day.is_empty() {
        say("meeting_date", &without_day);
    }
    let has_number = [&form.form.label_pattern, &form.form.title_pattern].iter().any(|pattern| pattern.contains("{item}"));
    if has_number && item_number(facts).is_empty() {
        say("item_number", &[]);
    }
    let (mut empty, mut drafts) = (Vec::new(), Vec::new());
    for (part, blocks) in parts(facts, form, texts) {
        let heading = part.heading.trim();
        let name = if heading.is_empty() { part.content.word(Language::Da) } else { heading };
        if blocks.is_empty() && must_hold(part.content) {
            empty.push(name);
        } else if blocks.iter().any(|block| matches!(block, Block::Draft { .. })) {
            drafts.push(name);
        }
    }
    if !empty.is_empty() {
        say("empty", &empty);
    }
    if !drafts.is_empty() {
        say("drafts", &drafts);
    }
    found
}

/// Whether something must stand there. A decision comes with the meeting; not every case has targets or something to append.
const fn must_hold(content: PartContent) -> bool {
    !matches!(content, PartContent::Decision | PartContent::Targets | PartContent::Appendices)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::case::test_facts::{empty, form, point, reading};

    fn said(facts: &CaseFacts, form: &FormView, texts: &[CaseText]) -> Vec<String> {
        missing(facts, form, texts).into_iter().map(|text| text.da).collect()
    }

    #[test]
    fn what_a_paper_lacks_is_said_and_only_that() {
        let mut facts = empty();
        let parts = [PartContent::Summary, PartContent::Recommendation, PartContent::Decision, PartContent::Appendices];
        let form = form(&parts);
        let nothing = [
            "Sagen er ikke sat på noget udvalgs dagsorden.",
            "Punktets nummer på dagsordenen er ikke oplyst.",
            "Overskrifter uden indhold, som udelades af papiret (2): Resumé, Indstilling.",
        ];
        assert_eq!(said(&facts, &form, &[]), nothing);

        facts.readings = vec![reading("Udvalget", None, &[])];
        facts.readings[0].reading.item_number = String::new();
        facts.points = vec![point(1, None, "1", "orienteringen tages til efterretning", "")];
        let half = said(&facts, &form, &[]);
        assert_eq!(half[0], "Mødets dag er ikke oplyst: Udvalget.");
        assert_eq!(half.len(), 3, "{half:?}");
        assert!(half[2].ends_with("(1): Resumé."), "{half:?}");

        facts.readings = vec![reading("Udvalget", Some("2019-03-12"), &[])];
        facts.readings[0].reading.item_number = "3".into();
        let text = CaseText {
            id: 1,
            version: 1,
            committee_case_id: 1,
            key: "summary".into(),
            text: "Det korte af det lange.".into(),
            figures: "[]".into(),
            accepted_on: facts.as_of,
        };
        assert_eq!(said(&facts, &form, &[text]), [""; 0]);
    }

    #[test]
    fn a_draft_is_counted_until_it_is_accepted() {
        let mut facts = empty();
        facts.readings = vec![reading("Udvalget", Some("2019-03-12"), &[])];
        facts.readings[0].reading.item_number = "3".into();
        let mut form = form(&[PartContent::Own]);
        form.parts[0].heading = "Høring".into();
        form.parts[0].phrase = "Sagen har været i høring.".into();
        assert_eq!(said(&facts, &form, &[]), ["Udkast, som ingen har godkendt (1): Høring."]);
    }
}
