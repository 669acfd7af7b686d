//! The paper of a case on the screen, and forms of papers.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use specta::Type;

use crate::committee::prose::Prose;
use crate::committee::{AppendixKind, CaseText, PaperForm, PaperFormPart, PartContent};
use crate::report::{AppendixColumn, HandedIn, Report};
use crate::views::Text;

/// The paper of a case.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct PaperView {
    /// The case.
    pub committee_case_id: u32,
    /// Its title. Danish.
    pub title: String,
    /// The day.
    pub as_of: NaiveDate,
    /// Key of the form it is written in.
    pub form: String,
    /// The forms to choose from.
    pub forms: Vec<FormChoice>,
    /// Its parts, in the order of the form.
    pub parts: Vec<PaperPart>,
    /// Texts under headings the form does not have: kept, and shown nowhere in the paper.
    pub left_over: Vec<PaperPart>,
    /// The figures that can stand in a text.
    pub figures: Vec<Figure>,
    /// The tables and lists that can.
    pub lives: Vec<LiveChoice>,
    /// Figures that say something else now than when their text was accepted, or than when the paper was handed in.
    pub changed: Vec<FigureChange>,
    /// What is appended.
    pub appendices: Vec<AppendixView>,
    /// What can be appended: documents of the applications the case is about.
    pub documents: Vec<DocumentChoice>,
    /// Parts that are drafted and not accepted.
    pub drafts: u32,
    /// What it lacks before it can be handed in, drafts too, each in a sentence.
    pub missing: Vec<Text>,
    /// The copy that is handed in; null while the paper follows the data.
    pub handed_in: Option<CopyView>,
    /// Every copy, newest first.
    pub copies: Vec<CopyView>,
    /// What it says: the copy that is handed in, or as it is now.
    pub report: Report,
}

/// A form to choose.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct FormChoice {
    /// Its key.
    pub key: String,
    /// Its name. Danish.
    pub name: String,
    /// Whether it is the municipality's own.
    pub own: bool,
    /// Whether it has a template of the municipality's own.
    pub template: bool,
}

/// A heading of the paper and what stands under it.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct PaperPart {
    /// What its text belongs to.
    pub key: String,
    /// What stands there.
    pub content: PartContent,
    /// The heading; empty for none. Danish.
    pub heading: String,
    /// How it stands.
    pub state: PartState,
    /// The text as it is: the person's, or the draft. Empty where it follows from the case.
    pub prose: Prose,
    /// What the draft says now, where a person has written something else; null where the text is the draft, or there is none.
    pub draft: Option<Prose>,
    /// The text as it is kept; null while it is a draft.
    pub row: Option<CaseText>,
    /// Figures in it that have changed since it was accepted.
    pub changed: Vec<FigureChange>,
}

/// How a part of a paper stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum PartState {
    /// Drafted from data; nobody has accepted it.
    Draft,
    /// Written or accepted by a person.
    Accepted,
    /// It follows from the case: points a person wrote or accepted, decisions, appendices.
    FromCase,
    /// Nothing stands there, and nothing can be drafted.
    Empty,
}

/// A figure that follows the data.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Figure {
    /// What it is known by: `pool.91.2019`.
    pub code: String,
    /// What it is.
    pub label: Text,
    /// What it says, in the Danish of the papers: »10,0 mio. kr.«.
    pub shown: String,
    /// What it is about, to group them by: a pool's or application's title, or the case. Danish.
    pub subject: String,
    /// What a cell of a table says of it, in the unit of the table: »798«; empty where it stands in none.
    #[serde(default)]
    pub cell: String,
}

/// A table or list that follows the data.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct LiveChoice {
    /// What it is known by: `economy`.
    pub code: String,
    /// What it is.
    pub label: Text,
    /// Whether there is anything in it now.
    pub empty: bool,
}

/// A figure that says something else than it did.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct FigureChange {
    /// The figure.
    pub code: String,
    /// What it is.
    pub label: Text,
    /// What it is about; empty where that is not known. Danish.
    pub subject: String,
    /// What it said.
    pub was: String,
    /// What it says now; null where it is not there any more.
    pub now: Option<String>,
    /// What a cell of a table said of it; null where it stands in none, or the cell says what it said.
    pub was_in_cell: Option<String>,
    /// What the cell says now; null as before.
    pub now_in_cell: Option<String>,
}

/// An appendix.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct AppendixView {
    /// The appendix, as it is saved.
    pub draft: AppendixDraft,
    /// Its number in the list, from 1.
    pub number: u32,
    /// The document's name.
    pub document: String,
}

/// An appendix to save.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct AppendixDraft {
    /// Row id; 0 for a new one.
    pub id: u32,
    /// Row version.
    pub version: u32,
    /// The case.
    pub committee_case_id: u32,
    /// Its place among the others, from 0.
    pub position: u32,
    /// What it is.
    pub kind: AppendixKind,
    /// Its title.
    pub title: String,
    /// The document.
    pub document_id: Option<u32>,
    /// The columns in order; empty for the usual ones.
    pub columns: Vec<AppendixColumn>,
    /// The pools in order; empty for those that are assessed.
    pub pools: Vec<u32>,
}

/// A document that can be appended.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct DocumentChoice {
    /// The document.
    pub id: u32,
    /// Its name. Danish.
    pub name: String,
    /// The application's title. Danish.
    pub application: String,
}

/// A copy that was handed in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct CopyView {
    /// Row id.
    pub id: u32,
    /// Row version.
    pub version: u32,
    /// When, by whom, which.
    pub handed_in: HandedIn,
    /// When it was taken back; null while it stands.
    pub withdrawn_on: Option<NaiveDate>,
    /// Why.
    pub reason: String,
}

/// A text to save. It counts as accepted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct PaperTextDraft {
    /// The case.
    pub committee_case_id: u32,
    /// The part of the form.
    pub key: String,
    /// Row id of the text; 0 while it is a draft.
    pub id: u32,
    /// Row version.
    pub version: u32,
    /// The text.
    pub prose: Prose,
}

/// A copy to take back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct TakeBack {
    /// The copy.
    pub id: u32,
    /// Row version.
    pub version: u32,
    /// Why.
    pub reason: String,
}

/// The forms of papers.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct FormsView {
    /// Key of the one the municipality writes in.
    pub usual: String,
    /// Each; those that ship with the program first.
    pub forms: Vec<FormView>,
}

/// A form.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct FormView {
    /// Whether it is the municipality's own and can be changed.
    pub own: bool,
    /// The form; id 0 of one that ships with the program.
    pub form: PaperForm,
    /// Its parts in order.
    pub parts: Vec<PaperFormPart>,
    /// How many cases are written in it.
    pub cases: u32,
}

/// A form to save with its parts as they now are, in order; those it had that are not among them are removed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct FormDraft {
    /// The form; id 0 for a new one.
    pub form: PaperForm,
    /// Its parts; id 0 for new ones.
    pub parts: Vec<PaperFormPart>,
}
