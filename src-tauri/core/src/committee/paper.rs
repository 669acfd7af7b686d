//! The paper of a case: the form it is written in, its texts, its appendices, and the copies that were handed in.

use chrono::NaiveDate;

use crate::record::record;
use crate::words::coded;

coded! {
    /// What stands under a heading of a paper.
    pub enum PartContent("part_content") {
        /// What it is about in a few lines.
        Summary = "summary",
        /// What is recommended, point by point.
        Recommendation = "recommendation",
        /// The case itself.
        Body = "body",
        /// The problem.
        Problem = "problem",
        /// The solution.
        Solution = "solution",
        /// Targets and how they are followed up.
        Targets = "targets",
        /// The law it rests on.
        LegalBasis = "legal_basis",
        /// Money.
        Economy = "economy",
        /// Who may decide it.
        Competence = "competence",
        /// What happens next.
        Process = "process",
        /// What was decided.
        Decision = "decision",
        /// What is appended.
        Appendices = "appendices",
        /// Something of the municipality's own.
        Own = "own",
    }
}

impl PartContent {
    /// Whether a person writes it. The recommendation, the decision and the list of appendices follow from the case.
    pub const fn is_text(self) -> bool {
        !matches!(self, PartContent::Recommendation | PartContent::Decision | PartContent::Appendices)
    }
}

coded! {
    /// What an appendix is.
    pub enum AppendixKind("appendix_kind") {
        /// The table of pools.
        Pools = "pools",
        /// A document of an application.
        Document = "document",
        /// Something kept elsewhere, by its title.
        Typed = "typed",
    }
}

record! {
    /// How a paper looks: a form of a municipality's own.
    pub struct PaperForm("paper_form", required: name, title_pattern) {
        /// The municipality.
        pub municipality_id: u32,
        /// What a case chooses it by; given when it is first saved.
        pub key: String,
        /// Its name.
        pub name: String,
        /// Above the title, with `{item}`; empty for nothing.
        pub label_pattern: String,
        /// The title, with `{item}`, `{title}`, `{kind}` and `{case_number}`. What is empty goes with the brackets around it.
        pub title_pattern: String,
        /// Before the points, with `{department}` (those of the applications, else the administration) and `{committee}`.
        pub intro: String,
        /// Before each point, in front of its number's text: »at«.
        pub point_prefix: String,
        /// Whether a single point is numbered.
        pub number_single: bool,
        /// Above what a committee decided, with `{committee}`, `{date}` (12. marts 2019) and `{day}` (12.03.2019).
        pub decision_pattern: String,
        /// The municipality's own .docx as it was called; empty for none.
        pub template_name: String,
        /// Its content beside the data file; empty for none.
        pub template_sha256: String,
    }
}

record! {
    /// A heading of a form and what stands under it.
    pub struct PaperFormPart("paper_form_part") {
        /// The form.
        pub paper_form_id: u32,
        /// Order, from 0.
        pub position: u32,
        /// What a text belongs to: the content's code, or `own-1` and on; given when it is first saved.
        pub key: String,
        /// What stands there.
        pub content: PartContent,
        /// The heading; empty for none.
        pub heading: String,
        /// What always stands there, as Markdown; of a text it is what a draft begins with.
        pub phrase: String,
    }
}

record! {
    /// A text of a case as a person wrote or accepted it.
    pub struct CaseText("case_text") {
        /// The case.
        pub committee_case_id: u32,
        /// The part of the form.
        pub key: String,
        /// Markdown, with codes of figures and tables in double braces.
        pub text: String,
        /// What each figure said when it was accepted: JSON, a list of figures.
        pub figures: String,
        /// When.
        pub accepted_on: NaiveDate,
    }
}

record! {
    /// An appendix of a case.
    pub struct CaseAppendix("case_appendix", required: title) {
        /// The case.
        pub committee_case_id: u32,
        /// Order, from 0.
        pub position: u32,
        /// What it is.
        pub kind: AppendixKind,
        /// Its title.
        pub title: String,
        /// The document it is.
        pub document_id: Option<u32>,
        /// Of a table of pools its columns: codes in order, apart by commas; empty for the usual ones.
        pub columns: String,
    }
}

record! {
    /// A row of an appendix that is a table of pools.
    pub struct AppendixPool("case_appendix_pool") {
        /// The appendix.
        pub case_appendix_id: u32,
        /// The pool.
        pub pool_id: u32,
        /// Order, from 0.
        pub position: u32,
    }
}

record! {
    /// A paper as it was handed in.
    pub struct PaperCopy("paper_copy") {
        /// The case.
        pub committee_case_id: u32,
        /// Which copy, from 1.
        pub number: u32,
        /// The moment, RFC 3339.
        pub handed_in_at: String,
        /// Who.
        pub handed_in_by: String,
        /// Key of the form.
        pub form: String,
        /// What it says: a report as JSON.
        pub report: String,
        /// What each figure said: JSON, a list of figures.
        pub figures: String,
        /// When it was taken back to be changed; null while it stands.
        pub withdrawn_on: Option<NaiveDate>,
        /// Why.
        pub reason: String,
    }
}
