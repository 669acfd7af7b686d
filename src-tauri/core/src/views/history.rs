//! What was changed, by whom and when.

use serde::Serialize;
use specta::Type;

/// One operation on the data file.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct HistoryEntry {
    /// Operation id; rises with time.
    pub id: u32,
    /// When, UTC, as `2019-03-12T14:05:09Z`.
    pub at: String,
    /// Who.
    pub actor: String,
    /// What was done, e.g. `initiative.correct`; its words are generated.
    pub kind: String,
    /// The operation this one undoes.
    pub undoes: Option<u32>,
    /// Whether a later operation undid it.
    pub undone: bool,
    /// The fields that changed.
    pub changes: Vec<FieldChange>,
    /// How many records it touched besides those that are told of.
    pub more: u32,
}

/// One changed field.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct FieldChange {
    /// Table of the record.
    pub table: String,
    /// What the record is called: an initiative's number, a municipality's name.
    pub record: String,
    /// Column.
    pub field: String,
    /// Before; null when the record was new.
    pub before: Option<String>,
    /// After; null when the record was removed.
    pub after: Option<String>,
}
