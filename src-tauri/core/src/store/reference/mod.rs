//! Municipalities, population figures, the price index, and saved views.

mod insert;
mod load;
mod save;
mod saved_view;

pub(super) use load::{PriceIndexSource, municipality_of, population_of, price_index};

use crate::error::Result;
use crate::import::Reference;
use crate::ops::Op;
use crate::store::{Committed, Row, Seeded, Store};
use crate::views::{ReferenceView, SavedView};

impl Store {
    /// Municipalities, population figures and the price index.
    ///
    /// # Errors
    /// Those of reading the file.
    pub fn reference(&self) -> Result<ReferenceView> {
        self.query(load::reference)
    }

    /// The saved views of a screen, in Danish order.
    ///
    /// # Errors
    /// Those of reading the file.
    pub fn saved_views(&self, screen: &str) -> Result<Vec<SavedView>> {
        self.query(|connection| load::saved_views(connection, screen))
    }

    /// Writes reference data that was read and checked into a file without any. It cannot be undone.
    ///
    /// # Errors
    /// Those of [`Store::seed`].
    pub fn add_reference(&mut self, reference: &Reference) -> Result<Committed<()>> {
        self.seed(Op::ReferenceImport, |transaction| {
            let first = insert::insert_reference(transaction, reference)?;
            let summary = Row::from_iter([
                ("municipalities".to_owned(), reference.municipalities.len().into()),
                ("population".to_owned(), reference.population.len().into()),
                ("price_index".to_owned(), reference.price_index.len().into()),
            ]);
            Ok((Seeded { table: "municipality", id: i64::from(first), summary }, ()))
        })
    }
}
