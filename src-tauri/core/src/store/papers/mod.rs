//! Papers: what a committee's case says under its headings, and every other paper the program writes.

mod appendix;
mod case_item;
mod copies;
mod dossier;
mod files;
mod forms;
mod load;
mod pool_rows;
mod pool_table;
mod portfolio;
mod reports;
mod status;
mod texts;
mod view;

pub(in crate::store) use appendix::add_pool_table;
pub(in crate::store) use copies::{handed_in_by, is_handed_in, not_handed_in};
pub(in crate::store) use forms::known as form_is_known;
pub(in crate::store) use texts::text as accepted_text;
pub(in crate::store) use view::figures_changed;

use std::path::Path;

pub use files::{PaperDocument, PaperFile, PaperFiles};

use chrono::NaiveDate;

use crate::error::Result;
use crate::report::Report;
use crate::store::Store;
use crate::views::{AppendixDraft, Changed, FormDraft, FormsView, PaperAsked, PaperPreview, PaperTextDraft, PaperView, TakeBack};

impl Store {
    /// The paper of a case. What follows from data is as it was on the day; a text is the one that is kept, and a copy counts from the
    /// day it was handed in to the day it was taken back.
    ///
    /// # Errors
    /// `record_changed` where the case is gone; those of reading the file.
    pub fn paper(&self, case: u32, as_of: NaiveDate) -> Result<PaperView> {
        view::view(self, case, as_of)
    }

    /// Saves a text as a person wrote it, or accepts the draft: what its figures say now is kept with it.
    ///
    /// # Errors
    /// `paper_handed_in`; `field_invalid` for a part that is no text; those of [`Store::transact`].
    pub fn paper_text_save(&mut self, draft: &PaperTextDraft, today: NaiveDate) -> Result<Changed<PaperView>> {
        texts::save(self, draft, today)
    }

    /// Accepts every draft of a paper as it is, or that of one part, in one operation.
    ///
    /// # Errors
    /// As for [`Store::paper_text_save`].
    pub fn paper_accept(&mut self, case: u32, part: Option<&str>, today: NaiveDate) -> Result<Changed<PaperView>> {
        texts::accept(self, case, part, today)
    }

    /// Gives a part back to the draft: the text is removed, and stays in history.
    ///
    /// # Errors
    /// `paper_handed_in`; those of [`Store::transact`].
    pub fn paper_text_discard(&mut self, id: u32, version: u32, today: NaiveDate) -> Result<Changed<PaperView>> {
        texts::discard(self, id, version, today)
    }

    /// Adds or changes an appendix; it takes the place it asks for.
    ///
    /// # Errors
    /// `paper_handed_in`; `field_required`; those of [`Store::transact`].
    pub fn paper_appendix_save(&mut self, draft: &AppendixDraft, today: NaiveDate) -> Result<Changed<PaperView>> {
        appendix::save(self, draft, today)
    }

    /// Removes an appendix.
    ///
    /// # Errors
    /// `paper_handed_in`; those of [`Store::transact`].
    pub fn paper_appendix_delete(&mut self, id: u32, version: u32, today: NaiveDate) -> Result<Changed<PaperView>> {
        appendix::delete(self, id, version, today)
    }

    /// Hands the paper in: it is kept as it is now, and its texts are closed.
    ///
    /// # Errors
    /// `paper_handed_in` where it is already; those of [`Store::transact`].
    pub fn paper_hand_in(&mut self, case: u32, today: NaiveDate) -> Result<Changed<PaperView>> {
        copies::hand_in(self, case, today)
    }

    /// Takes a paper that was handed in back, to be changed. The copy is kept.
    ///
    /// # Errors
    /// `field_required` for the reason; those of [`Store::transact`].
    pub fn paper_take_back(&mut self, draft: &TakeBack, today: NaiveDate) -> Result<Changed<PaperView>> {
        copies::take_back(self, draft, today)
    }

    /// The forms of papers of a municipality, with those that ship with the program.
    ///
    /// # Errors
    /// Those of reading the file.
    pub fn paper_forms(&self, municipality: u32) -> Result<FormsView> {
        forms::view(self, municipality)
    }

    /// Adds or changes a form of the municipality's own.
    ///
    /// # Errors
    /// `field_required`; `field_taken` for a name used twice and a part that is there twice; `field_invalid` for a title without the
    /// case's; those of [`Store::transact`].
    pub fn paper_form_save(&mut self, draft: &FormDraft, municipality: u32) -> Result<Changed<FormsView>> {
        forms::save(self, draft, municipality)
    }

    /// Removes a form of the municipality's own.
    ///
    /// # Errors
    /// `paper_form_in_use`; those of [`Store::transact`].
    pub fn paper_form_delete(&mut self, id: u32, version: u32, municipality: u32) -> Result<Changed<FormsView>> {
        forms::delete(self, id, version, municipality)
    }

    /// Chooses the form the municipality writes in.
    ///
    /// # Errors
    /// `paper_form_not_found`; those of [`Store::transact`].
    pub fn paper_form_choose(&mut self, key: &str, municipality: u32) -> Result<Changed<FormsView>> {
        forms::choose(self, key, municipality)
    }

    /// Gives a form a template of the municipality's own, or takes it away. The content is kept beside the data file.
    ///
    /// # Errors
    /// `template_unreadable` for what is no .docx; those of [`Store::transact`] and of keeping a document.
    pub fn paper_form_template(
        &mut self,
        id: u32,
        version: u32,
        template: Option<&Path>,
        municipality: u32,
    ) -> Result<Changed<FormsView>> {
        forms::template(self, (id, version), template, municipality)
    }

    /// The template of the form a case is written in, with what it was called; none where it has none.
    ///
    /// # Errors
    /// `document_lost` where its content is not there; those of reading the file.
    pub fn paper_template(&self, case: u32, form: Option<&str>) -> Result<Option<(String, Vec<u8>)>> {
        forms::content(self, case, form)
    }

    /// A paper, whatever kind it is, as a report.
    ///
    /// # Errors
    /// `record_missing`; `case_closed` for a closed case where closed items may not stand; `paper_form_not_found`;
    /// `format_not_possible` for a paper that is several files; those of reading the file.
    pub fn report(&self, asked: &PaperAsked, municipality: u32, today: NaiveDate) -> Result<Report> {
        reports::report(self, asked, municipality, today)
    }

    /// A paper as it is shown before it is written.
    ///
    /// # Errors
    /// As for [`Store::report`].
    pub fn paper_preview(&self, asked: &PaperAsked, municipality: u32, today: NaiveDate) -> Result<PaperPreview> {
        reports::preview(self, asked, municipality, today)
    }
}
