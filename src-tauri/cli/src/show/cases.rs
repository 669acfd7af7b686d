//! The cases put to committees.

use serde_json::{Value, json};
use tilsagn_core::Language;
use tilsagn_core::views::CaseRow;

use crate::failure::Failure;
use crate::output::{self, Format};
use crate::table::{Table, left, right};
use crate::words::words;

/// The cases of a municipality, newest meeting first.
pub fn cases(rows: &[CaseRow], format: Format, language: Language) -> Result<String, Failure> {
    match format {
        Format::Table => Ok(table(rows, language)),
        Format::Json => output::json(&Value::Array(rows.iter().map(object).collect())),
        Format::Csv => {
            let heading = ["id", "title", "kind", "caseNumber", "closed", "committees", "meetingDate", "itemNumber", "outcome"];
            let of = |row: &CaseRow| {
                vec![
                    row.id.to_string(),
                    row.title.clone(),
                    row.kind.code().to_owned(),
                    row.case_number.clone(),
                    row.closed.to_string(),
                    row.committees.join(" | "),
                    row.meeting_date.map(|date| date.to_string()).unwrap_or_default(),
                    row.item_number.clone(),
                    row.outcome.map(|outcome| outcome.code().to_owned()).unwrap_or_default(),
                ]
            };
            output::csv(&heading.map(str::to_owned), rows.iter().map(of))
        }
    }
}

fn object(row: &CaseRow) -> Value {
    json!({
        "id": row.id,
        "title": row.title,
        "kind": row.kind,
        "caseNumber": row.case_number,
        "closed": row.closed,
        "committees": row.committees,
        "meetingDate": row.meeting_date,
        "itemNumber": row.item_number,
        "outcome": row.outcome,
        "pools": row.pools,
        "handedIn": row.handed_in,
        "figuresChanged": row.figures_changed,
        "conditionsOpen": row.conditions_open,
        "followUpsOpen": row.follow_ups_open,
    })
}

fn table(rows: &[CaseRow], language: Language) -> String {
    let words = words(language);
    let mut table = Table::new(&[
        right(words.col_id),
        left(words.col_day),
        left(words.col_committee),
        left(words.col_item),
        left(words.col_decision),
        left(words.col_title),
    ]);
    for row in rows {
        let closed = if row.closed { format!(" ({})", words.closed_item) } else { String::new() };
        table.row(vec![
            row.id.to_string(),
            row.meeting_date.map(|date| date.to_string()).unwrap_or_default(),
            row.committees.join(", "),
            row.item_number.clone(),
            row.outcome.map(|outcome| outcome.word(language).to_owned()).unwrap_or_default(),
            format!("{}{closed}", row.title),
        ]);
    }
    table.text()
}
