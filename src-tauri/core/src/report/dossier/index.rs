//! What lies in a dossier: every file with its checksum, and what is gone.

use rust_decimal::Decimal;

use super::parts::state;
use super::{day, part, row, said, text};
use crate::applications::Document;
use crate::report::{Block, Cell, ColumnKind, PaperFormat, Report, Section};
use crate::views::DocumentContent;

/// The formats of the index of a dossier.
pub const INDEX_FORMATS: [PaperFormat; 3] = [PaperFormat::Docx, PaperFormat::Pdf, PaperFormat::Csv];

/// The file of checksums that goes with several files in one, as `sha256sum --check` reads it.
pub const CHECKSUMS: &str = "SHA256SUMS";

/// A file of a dossier, or a document that is not in it.
#[derive(Clone, Debug)]
pub struct IndexLine {
    /// Its name; empty where it is not in it.
    pub file: String,
    /// The document, where it is one.
    pub document: Option<Document>,
    /// Its size.
    pub bytes: Option<u64>,
    /// Its SHA-256, in hex.
    pub sha256: String,
    /// Whether its content is there.
    pub content: DocumentContent,
}

/// The index of a dossier.
pub fn dossier_index(of: &Report, lines: &[IndexLine]) -> Report {
    let language = of.language;
    let rows = lines.iter().map(|line| {
        let document = line.document.as_ref();
        let name = if line.file.is_empty() { document.map_or("", |document| &document.name) } else { &line.file };
        let kind = document.map(|document| document.kind.word(language)).unwrap_or_default();
        let redacts = document.is_some_and(|document| document.redacts_id.is_some());
        let gone = state(line.content, document.and_then(|document| document.content_removed_on), language);
        let note = [if redacts { said("redacted", language) } else { "" }, &gone];
        let note = note.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n");
        let dated = day(document.and_then(|document| document.dated_on.or(Some(document.added_on))));
        let bytes = line.bytes.map_or(Cell::Empty, |bytes| Cell::number(Decimal::from(bytes), 0));
        row(vec![Cell::text(name), Cell::text(kind), dated, bytes, Cell::text(&line.sha256), text(&note)])
    });
    let columns = [
        ("file", ColumnKind::Text, 30),
        ("kind", ColumnKind::Text, 14),
        ("dated", ColumnKind::Date, 12),
        ("bytes", ColumnKind::Number, 12),
        ("sha256", ColumnKind::Text, 40),
        ("note", ColumnKind::Text, 24),
    ];
    let title = format!("{}: {}", said("index", language), of.title);
    let mut blocks = vec![Block::heading(1, title.clone()), Block::paragraph(of.opening())];
    blocks.extend(part("files", &columns, rows.collect(), language));
    Report {
        title: format!("{}: {}", said("index", language), of.title),
        sections: vec![Section { landscape: true, blocks }],
        ..of.clone()
    }
}
