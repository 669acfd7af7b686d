//! What a paper says, before it has a format. Every format is made of the same [`Report`], so that no two can disagree.

mod appendix;
mod budget;
pub mod case;
mod codes;
mod days;
mod deadlines;
mod dossier;
mod exposure;
mod file_name;
pub(crate) mod made;
mod marks;
mod model;
mod pipeline;
mod points;
mod portfolio;
mod shown;
mod stances;
mod status;

pub use appendix::{AppendixPool, AppendixRow, People, appendix, appendix_title};
pub use budget::{
    blank_lines as budget_blank_lines, budget, budget_table, requested_note as budget_requested_note,
    version_state as budget_version_state,
};
pub use codes::{AppendixColumn, ColumnKind, ListStyle, PaperFormat, PaperKind, RowKind};
pub use deadlines::{DeadlineList, deadlines};
pub use dossier::{CHECKSUMS, DossierFacts, INDEX_FORMATS, IndexLine, dossier, dossier_index};
pub use exposure::exposure;
pub use file_name::file_name;
pub(crate) use made::Front;
pub use marks::draft_mark;
pub use model::{Block, Cell, Column, ColumnGroup, HandedIn, Item, Reckoned, Report, Row, Run, SCHEMA, Section, Table};
pub use pipeline::pipeline;
pub use points::point_text;
pub use portfolio::{CommitteePage, DecisionCase, DecisionRow, Portfolio, portfolio};
pub use shown::{number, plain};
pub use stances::stances;
pub use status::{CarriedOut, ConditionAnswer, DeadlineMoved, MoneyIn, Promise, Since, StageMove, Status, status, status_title};
