//! The figures a text can hold.

use crate::report::case::CaseFacts;
use crate::views::Figure;

/// Every figure that can stand in a text of the case, by what it is about. A code has a dot: `pool.91.2019`.
pub fn figures(facts: &CaseFacts) -> Vec<Figure> {
    let _ = facts;
    Vec::new()
}
