//! What a desktop notification says of days.

use crate::views::{Notice, Text};
use crate::words::Language;
use crate::words::say::{Value, joined_by, sentence};

/// No more than this many are named; of the others it is said how many they are.
const NAMED: usize = 3;

/// A notification: one, however many days there are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    /// How many need action.
    pub title: Text,
    /// The gravest, a line each, and how many more there are.
    pub body: Text,
}

/// What to tell of notices, the gravest first; none where there are none.
pub fn message(notices: &[Notice]) -> Option<Message> {
    let say = |key: &str, values: &[(&str, Value<'_>)]| sentence(&format!("notification.{key}"), values).unwrap_or_default();
    let count = |count: usize| Value::Year(i32::try_from(count).unwrap_or(i32::MAX));
    let title = match notices.len() {
        0 => return None,
        1 => say("title_one", &[]),
        many => say("title", &[("count", count(many))]),
    };
    let line = |it: &Notice| {
        let word = |language| it.step.map_or(it.kind.word(language), |step| step.word(language));
        let what = Value::Text(Text::new(word(Language::Da), word(Language::En)));
        say("line", &[("what", what), ("title", Value::Name(&it.title)), ("reason", Value::Text(it.flag.reason.clone()))])
    };
    let more = notices.len().saturating_sub(NAMED);
    let rest = (more > 0).then(|| say("more", &[("count", count(more))]));
    Some(Message { title, body: joined_by("\n", notices.iter().take(NAMED).map(line).chain(rest)) })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::deadlines::{DeadlineKind, Flag, PlanStep};
    use crate::views::FlagView;

    fn notice(title: &str) -> Notice {
        let reason = Text::new("Det er i dag", "It is today");
        let flag = FlagView { flag: Flag::Today, reason, action: Text::default() };
        let (kind, step) = if title == "B" { (DeadlineKind::Step, Some(PlanStep::Draft)) } else { (DeadlineKind::Call, None) };
        Notice { key: title.to_owned(), kind, step, title: title.to_owned(), flag }
    }

    #[test]
    fn the_gravest_are_named_and_the_others_counted() {
        assert_eq!(message(&[]), None);
        let one = message(&[notice("Rådgiver på hjul {title}")]).unwrap();
        assert_eq!(one.title.da, "En frist kræver handling");
        assert_eq!(one.body.da, "Ansøgningsfrist: Rådgiver på hjul {title}. Det er i dag");
        let five = message(&["A", "B", "C", "D", "E"].map(notice)).unwrap();
        assert_eq!(five.title.en, "5 deadlines need action");
        let lines: Vec<&str> = five.body.en.lines().collect();
        assert_eq!((lines.len(), lines[0], lines[3]), (4, "Application deadline: A. It is today", "and 2 more"));
        assert!(lines[1].starts_with(PlanStep::Draft.word(Language::En)), "{}", lines[1]);
    }
}
