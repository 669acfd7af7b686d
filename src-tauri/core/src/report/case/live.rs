//! Tables and lists that follow the data.

use crate::report::Block;
use crate::report::case::CaseFacts;
use crate::views::LiveChoice;

/// The tables and lists a text can hold. A code has no dot: `economy`.
pub fn lives(facts: &CaseFacts) -> Vec<LiveChoice> {
    let _ = facts;
    Vec::new()
}

/// What a table or list says now; nothing for a code there is none of. Its cells carry the codes of their figures.
pub fn live(code: &str, facts: &CaseFacts) -> Vec<Block> {
    let _ = (code, facts);
    Vec::new()
}
