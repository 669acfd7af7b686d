//! What was changed last.

use tilsagn_core::Language;
use tilsagn_core::ops::Op;
use tilsagn_core::views::{FieldChange, HistoryEntry};

use crate::failure::Failure;
use crate::output::{self, Format};
use crate::table::{Side, Table};
use crate::words::words;

/// The entries, newest first.
pub fn history(entries: &[HistoryEntry], format: Format, language: Language) -> Result<String, Failure> {
    match format {
        Format::Json => {
            let value = serde_json::to_value(entries).map_err(|cause| Failure::failed(cause.to_string()))?;
            output::json(&value)
        }
        Format::Csv => {
            let heading = ["id", "at", "actor", "kind", "undone", "table", "record", "field", "before", "after"];
            let rows = entries.iter().flat_map(|entry| {
                entry.changes.iter().map(|change| {
                    let of_entry = [entry.id.to_string(), entry.at.clone(), entry.actor.clone(), entry.kind.clone()];
                    let mut cells = of_entry.to_vec();
                    cells.extend([entry.undone.to_string(), change.table.clone(), change.record.clone(), change.field.clone()]);
                    cells.extend([&change.before, &change.after].map(|value| value.clone().unwrap_or_default()));
                    cells
                })
            });
            output::csv(&heading.map(str::to_owned), rows)
        }
        Format::Table => Ok(table(entries, language)),
    }
}

fn table(entries: &[HistoryEntry], language: Language) -> String {
    let words = words(language);
    let names = [words.col_when, words.col_who, words.col_what, words.col_change];
    let mut table = Table::new(&names.map(|name| (name.to_owned(), Side::Left)));
    for entry in entries {
        let what = Op::from_code(&entry.kind).map_or(entry.kind.as_str(), |op| op.word(language));
        let what = if entry.undone { format!("{what} ({})", words.undone) } else { what.to_owned() };
        let changes: Vec<String> = entry.changes.iter().map(change).collect();
        table.row(vec![entry.at.clone(), entry.actor.clone(), what, changes.join("; ")]);
    }
    table.text()
}

/// `91 summary: before → after`, each shortened to what a line can hold.
fn change(change: &FieldChange) -> String {
    let short = |value: &Option<String>| {
        let value = value.as_deref().unwrap_or("–").replace('\n', " ");
        if value.chars().count() > 40 { value.chars().take(39).chain(['…']).collect() } else { value }
    };
    format!("{} {}: {} → {}", change.record, change.field, short(&change.before), short(&change.after))
}
