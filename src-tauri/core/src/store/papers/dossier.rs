//! What a dossier is made of.

use chrono::NaiveDate;

use crate::error::{Error, ErrorCode, Result};
use crate::report::{DossierFacts, Report, dossier};
use crate::store::Store;
use crate::views::{DeadlineItem, PaperAsked};

impl Store {
    /// Everything about an application, as it stood on a day. Points of closed cases are in it only where that is asked for.
    ///
    /// # Errors
    /// `record_missing`; those of reading the file.
    pub fn dossier(&self, application: u32, asked: &PaperAsked, today: NaiveDate) -> Result<Report> {
        let as_of = asked.as_of.unwrap_or(today);
        let mut view = self.application(application, as_of)?;
        let municipality = view.application.municipality_id;
        let closed: Vec<u32> =
            self.cases(municipality, as_of)?.cases.into_iter().filter(|case| case.closed).map(|case| case.id).collect();
        let mut concerned: Vec<u32> = view.puts.iter().map(|put| put.case_id).filter(|case| closed.contains(case)).collect();
        concerned.sort_unstable();
        concerned.dedup();
        let count = u32::try_from(concerned.len()).map_err(|error| Error::new(ErrorCode::Unforeseen).because(error))?;
        if !asked.closed {
            view.puts.retain(|put| !closed.contains(&put.case_id));
        }
        let is_own = |item: &DeadlineItem| {
            item.application_id == Some(application) && (asked.closed || item.case_id.is_none_or(|case| !closed.contains(&case)))
        };
        let days: Vec<DeadlineItem> = self.deadlines(municipality, as_of)?.items.into_iter().filter(is_own).collect();
        let facts = DossierFacts {
            application: &view,
            office: &self.office(municipality)?,
            budget: &self.budget(application, None, as_of)?,
            money: &self.money(application, as_of)?,
            effect: &self.effect(application, as_of)?,
            days: &days,
            closed: asked.closed && count > 0,
            left_out: if asked.closed { 0 } else { count },
        };
        Ok(dossier(&facts, asked.language))
    }
}
