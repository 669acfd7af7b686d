//! How a day to keep is told in a row.

use crate::deadlines::DeadlineKind;
use crate::deadlines::list::gravest;
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
    if item.detail.is_empty() { word.to_owned() } else { format!("{word}: {}", item.detail) }
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
        Block::paragraph(if reason.is_empty() { word.to_owned() } else { format!("{word}: {reason}") })
    });
    blocks(flags.collect())
}

/// The gravest that is to be said of it, in a word.
pub(crate) fn flag(item: &DeadlineItem, language: Language) -> &'static str {
    gravest(item).map_or("", |flag| flag.word(language))
}
