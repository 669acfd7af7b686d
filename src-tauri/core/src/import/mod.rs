//! From files to checked rows. The built-in agreement and a later one come the same way.

mod agreement;
pub mod budget;
mod builtin;
mod csv;
pub mod example;
mod financing;
mod generated;
mod generated_assessments;
mod generated_budgets;
mod generated_deadlines;
pub mod intake;
mod ledger_line;
pub mod meetings;
mod pools;
mod reference;
mod sheet;
mod spending;
mod terms;

pub use agreement::agreement;
pub use builtin::{builtin_agreement, builtin_reference, builtin_terms, builtin_terms_files};
pub use csv::{Files, folder};
pub use generated::generated;
pub use generated_assessments::assessments as generated_assessments;
pub use generated_budgets::budgets as generated_budgets;
pub use generated_deadlines::deadlines as generated_deadlines;
pub use ledger_line::line_of;
pub use reference::{COUNTRY, Municipality, Population, PriceIndexYear, Reference, is_municipality_code, per_mille, reference};
pub use sheet::{Cell, Facts, Grid, Row, Sheet, grid_of_text, read_grid, read_sheet, width};
pub use spending::{Ledger, LedgerRow, ledger};
pub use terms::{FunderNames, FunderTerms, funder_terms};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_built_in_data_is_whole() {
        let agreement = agreement(&builtin_agreement()).unwrap();
        assert_eq!(agreement.initiatives.len(), 117);
        assert!(agreement.initiatives.iter().all(|i| !i.facts.summary.is_empty() && !i.facts.title_en.is_empty()));
        assert_eq!((agreement.areas.len(), agreement.themes.len()), (8, 12));
        assert_eq!(agreement.savings.unwrap().rows.len(), 65);
        assert_eq!(agreement.appropriations.unwrap().rows.len(), 4);
        let reference = reference(&builtin_reference()).unwrap();
        assert_eq!(reference.municipalities.len(), 98);
    }

    #[test]
    fn a_generated_register_adds_up() {
        for rows in [1, 7, 500] {
            assert_eq!(super::agreement(&generated(rows)).unwrap().initiatives.len(), rows as usize);
        }
    }
}
