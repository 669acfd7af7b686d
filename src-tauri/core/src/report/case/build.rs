//! The paper as a report.

use crate::committee::CaseText;
use crate::committee::prose::ProseBlock;
use crate::report::PaperKind;
use crate::report::case::CaseFacts;
use crate::report::{Block, Report, SCHEMA};
use crate::views::FormView;
use crate::words::Language;

/// The paper of a case in a form, with the texts a person wrote or accepted; what has none is drafted.
pub fn case_report(facts: &CaseFacts, form: &FormView, texts: &[CaseText]) -> Report {
    let _ = (form, texts);
    Report {
        schema: SCHEMA.to_owned(),
        kind: PaperKind::Case,
        title: facts.case.title.clone(),
        language: Language::Da,
        municipality: facts.municipality.clone(),
        as_of: facts.as_of,
        handed_in: None,
        closed: facts.case.closed,
        sections: Vec::new(),
    }
}

/// A text with what its figures and tables say now.
pub fn resolve(prose: &[ProseBlock], facts: &CaseFacts) -> Vec<Block> {
    let _ = (prose, facts);
    Vec::new()
}
