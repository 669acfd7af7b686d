//! What can be done to the data file: the kinds of operation. Their words stand under `operation.<kind>`.

use crate::words::coded;

coded! {
    /// A kind of operation, as history shows it.
    pub enum Op("operation") {
        /// An agreement was read in.
        AgreementImport = "agreement.import",
        /// Reference data was read in.
        ReferenceImport = "reference.import",
        /// A person corrected the reading of an initiative.
        InitiativeCorrect = "initiative.correct",
        /// A municipality's name, code or region was corrected.
        MunicipalityCorrect = "municipality.correct",
        /// A population figure was entered or corrected.
        PopulationSet = "population.set",
        /// A population figure was removed.
        PopulationDelete = "population.delete",
        /// A year of the price index was entered or corrected.
        PriceIndexSet = "price_index.set",
        /// A view was saved.
        ViewSave = "view.save",
        /// A saved view was removed.
        ViewDelete = "view.delete",
        /// An operation was undone.
        Undo = "operation.undo",
        /// An undone operation was done again.
        Redo = "operation.redo",
        /// The file was put back as it was in a backup.
        FileRestore = "file.restore",
    }
}

impl Op {
    /// Whether undo may take it back. What is read in as a whole has no row-by-row history; an undo is taken back by redo.
    pub const fn undoable(self) -> bool {
        !matches!(self, Op::AgreementImport | Op::ReferenceImport | Op::Undo | Op::FileRestore)
    }
}
