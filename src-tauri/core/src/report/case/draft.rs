//! What can be written of a case from what is known of it.

use crate::committee::PartContent;
use crate::committee::prose::Prose;
use crate::report::case::CaseFacts;

/// A draft of a part, beginning with what always stands there (`phrase`, Markdown); empty where nothing can be said, and for parts that
/// are no text.
pub fn draft(content: PartContent, phrase: &str, facts: &CaseFacts) -> Prose {
    let _ = (content, phrase, facts);
    Vec::new()
}
