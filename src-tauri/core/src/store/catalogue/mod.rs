//! Agreements, their headings and initiatives.

mod agreements;
mod amounts;
mod correct;
mod figures;
mod financing;
mod initiative;
mod insert;
mod register;

use chrono::NaiveDate;

pub(super) use agreements::agreement;

use crate::catalogue::{Agreement, reconcile};
use crate::error::{Error, ErrorCode, Result};
use crate::ops::Op;
use crate::store::{Committed, Row, Seeded, Store};
use crate::views::{AgreementChoice, FinancingView, InitiativeView, RegisterView};

impl Store {
    /// Every agreement in the file, newest first.
    ///
    /// # Errors
    /// Those of reading the file.
    pub fn agreements(&self) -> Result<Vec<AgreementChoice>> {
        self.query(agreements::agreements)
    }

    /// The id of an agreement by its key.
    ///
    /// # Errors
    /// `agreement_not_found`, naming the keys there are.
    pub fn agreement_id(&self, key: &str) -> Result<u32> {
        self.query(|connection| agreements::agreement_id(connection, key))
    }

    /// The register of an agreement, or of the newest; in a price level, or its own; with calls, and what a municipality thinks and
    /// has applied for, as they stood on a day.
    ///
    /// # Errors
    /// `agreement_not_found`; `price_level_unreachable` where the index has a gap on the way.
    pub fn register(
        &self,
        agreement: Option<u32>,
        price_level: Option<i32>,
        as_of: NaiveDate,
        municipality: Option<u32>,
    ) -> Result<RegisterView> {
        self.query(|connection| register::register(connection, agreement, price_level, as_of, municipality))
    }

    /// The id of an initiative by its number, in one agreement or the newest.
    ///
    /// # Errors
    /// `agreement_not_found`, `initiative_not_found`.
    pub fn initiative_id(&self, agreement: Option<u32>, number: u32) -> Result<u32> {
        self.query(|connection| initiative::initiative_id(connection, agreement, number))
    }

    /// One initiative with its pools as they stood on a day and, where the agreement says that its money is municipal, the
    /// estimated share of the municipality with this official code.
    ///
    /// # Errors
    /// `record_changed` where it is gone.
    pub fn initiative(&self, id: u32, as_of: NaiveDate, municipality_code: &str) -> Result<InitiativeView> {
        let mut view = self.query(|connection| initiative::initiative(connection, id, as_of, municipality_code))?;
        view.history = self.history("initiative", i64::from(id))?;
        Ok(view)
    }

    /// Tables 2 and 3 of an agreement, or of the newest.
    ///
    /// # Errors
    /// `agreement_not_found`.
    pub fn financing(&self, agreement: Option<u32>) -> Result<FinancingView> {
        self.query(|connection| financing::financing(connection, agreement))
    }

    /// Proves the figures of an agreement as the file has them; one `figures_changed` for each sum that does not hold, for when
    /// the agreement was read in they all did.
    ///
    /// # Errors
    /// `agreement_not_found`.
    pub fn reconcile(&self, agreement: Option<u32>) -> Result<Vec<Error>> {
        let found = reconcile(&self.query(|connection| figures::figures(connection, agreement))?);
        Ok(found.into_iter().map(|error| Error { code: ErrorCode::FiguresChanged, ..error }).collect())
    }

    /// Writes an agreement that was read and proven, whole; gives its id. It cannot be undone.
    ///
    /// # Errors
    /// `agreement_exists`; those of [`Store::seed`].
    pub fn add_agreement(&mut self, agreement: &Agreement) -> Result<Committed<u32>> {
        self.seed(Op::AgreementImport, |transaction| {
            let id = insert::insert_agreement(transaction, agreement)?;
            let summary = Row::from_iter([
                ("key".to_owned(), agreement.key.clone().into()),
                ("title".to_owned(), agreement.title.da.clone().into()),
                ("initiatives".to_owned(), agreement.initiatives.len().into()),
                ("pools".to_owned(), agreement.pools.len().into()),
            ]);
            Ok((Seeded { table: "agreement", id: i64::from(id), summary }, id))
        })
    }
}
