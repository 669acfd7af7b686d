//! The budget of an application as a sheet.

mod csv;
mod xlsx;

pub use csv::budget_csv;
pub use xlsx::budget_xlsx;
