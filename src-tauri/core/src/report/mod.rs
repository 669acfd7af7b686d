//! What a paper says, before it has a format. Every format is made of the same [`Report`], so that no two can disagree.

mod appendix;
pub mod case;
mod codes;
mod dossier;
pub(crate) mod made;
mod marks;
mod model;
mod shown;

pub use appendix::{AppendixPool, AppendixRow, People, appendix};
pub use codes::{AppendixColumn, ColumnKind, ListStyle, PaperFormat, PaperKind, RowKind};
pub use dossier::{DossierFacts, IndexLine, dossier, dossier_index};
pub use marks::draft_mark;
pub use model::{Block, Cell, Column, ColumnGroup, HandedIn, Item, Reckoned, Report, Row, Run, SCHEMA, Section, Table};
pub use shown::{number, plain};
