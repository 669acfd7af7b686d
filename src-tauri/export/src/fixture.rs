//! Reports for the tests of the writers.

use tilsagn_core::Language;
use tilsagn_core::report::{Block, Cell, Column, ColumnKind, PaperKind, Report, Row, RowKind, SCHEMA, Section, Table};

pub fn report(blocks: Vec<Block>) -> Report {
    Report {
        schema: SCHEMA.to_owned(),
        kind: PaperKind::Appendix,
        title: "=Satspuljer & »puljer«".to_owned(),
        language: Language::Da,
        municipality: "Lyngby-Taarbæk".to_owned(),
        as_of: "2019-03-12".parse().unwrap(),
        handed_in: None,
        closed: false,
        sections: vec![Section { landscape: true, blocks }],
    }
}

/// A table of columns: those named by a year hold numbers.
pub fn table(title: &str, headings: &[&str]) -> Table {
    let column = |heading: &&str| Column {
        heading: (*heading).to_owned(),
        kind: if heading.parse::<u16>().is_ok() { ColumnKind::Number } else { ColumnKind::Text },
        width: 10,
    };
    let columns = headings.iter().map(column).collect();
    Table { title: title.to_owned(), columns, groups: Vec::new(), rows: Vec::new(), note: String::new() }
}

pub fn body(cells: Vec<Cell>) -> Row {
    Row { kind: RowKind::Body, cells }
}
