//! How a day to keep is told in a row.

use crate::deadlines::list::gravest;
use crate::deadlines::{DeadlineKind, DeadlineOrigin};
use crate::report::Block;
use crate::report::Cell;
use crate::report::made::{blocks, said};
use crate::views::DeadlineItem;
use crate::words::Language;

/// What a day is: its kind, or the step of a plan, and more where there is more.
pub(crate) fn what(item: &DeadlineItem, language: Language) -> String {
    let word = match item.step {
        Some(step) if item.kind == DeadlineKind::Step => step.word(language),
        _ => item.kind.word(language),
    };
    // »Statusrapport og delregnskab« says already that it is a report.
    match item.detail.as_str() {
        "" => word.to_owned(),
        detail if detail.to_lowercase().starts_with(&word.to_lowercase()) => detail.to_owned(),
        detail => format!("{word}: {detail}"),
    }
}

/// The rules that days of a table follow from, each once, in the order they come.
pub(crate) fn rules<'a>(items: impl IntoIterator<Item = &'a DeadlineItem>, language: Language) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    for rule in items.into_iter().filter_map(|item| rule(item, language)) {
        if !all.iter().any(|known| known == rule) {
            all.push(rule.to_owned());
        }
    }
    all
}

fn rule(item: &DeadlineItem, language: Language) -> Option<&str> {
    let source = item.source.as_ref().filter(|_| item.origin == DeadlineOrigin::Rule)?;
    Some(source.in_language(language))
}

/// What a day follows from. A rule is named by its number among those of the table, for its text is long and is said of many days.
pub(crate) fn origin(item: &DeadlineItem, rules: &[String], language: Language) -> String {
    let word = item.origin.word(language);
    let source = item.source.as_ref().map(|source| source.in_language(language)).unwrap_or_default();
    match (item.origin, rule(item, language)) {
        (_, Some(rule)) => match rules.iter().position(|known| known == rule) {
            Some(at) => format!("{word} {}", at + 1),
            None => word.to_owned(),
        },
        (DeadlineOrigin::Typed, None) => source.to_owned(),
        (_, None) if source.is_empty() => word.to_owned(),
        (_, None) => format!("{word}: {source}"),
    }
}

/// The rules written out, to stand under the table: »Regel 1: …«. Empty where there are none.
pub(crate) fn rules_note(rules: &[String], language: Language) -> String {
    let word = DeadlineOrigin::Rule.word(language);
    let of = |(at, rule): (usize, &String)| format!("{word} {}: {}.", at + 1, rule.trim_end_matches('.'));
    rules.iter().enumerate().map(of).collect::<Vec<_>>().join(" ")
}

/// Its time of day, said to be unknown where a reader might take it for midnight: at a deadline of somebody else's.
pub(crate) fn time(item: &DeadlineItem, language: Language) -> String {
    match &item.time {
        Some(time) => time.clone(),
        None if matches!(item.kind, DeadlineKind::Call | DeadlineKind::Meeting | DeadlineKind::Questions) => {
            said("no_time", language).to_owned()
        }
        None => String::new(),
    }
}

/// What is to be said of it, each flag with its reason; when it was done where it was.
pub(crate) fn flags(item: &DeadlineItem, language: Language) -> Cell {
    let flags = item.flags.iter().map(|flag| {
        let reason = flag.reason.in_language(language);
        let word = flag.flag.word(language);
        // »Afventer Socialmedicinsk Enhed« says the word already.
        Block::paragraph(match reason {
            "" => word.to_owned(),
            reason if reason.starts_with(word) => reason.to_owned(),
            reason => format!("{word}: {reason}"),
        })
    });
    blocks(flags.collect())
}

/// The gravest that is to be said of it, in a word.
pub(crate) fn flag(item: &DeadlineItem, language: Language) -> &'static str {
    gravest(item).map_or("", |flag| flag.word(language))
}
