//! The applications, and the projects that came of them.

use serde_json::{Value, json};
use tilsagn_core::Language;
use tilsagn_core::calendar::PartialDate;
use tilsagn_core::views::ApplicationRow;

use crate::failure::Failure;
use crate::output::{self, Format, money};
use crate::show::kroner;
use crate::table::{Side, Table};
use crate::words::words;

/// The applications of a municipality, newest first.
pub fn applications(rows: &[ApplicationRow], format: Format, language: Language) -> Result<String, Failure> {
    match format {
        Format::Table => Ok(table(rows, language)),
        Format::Json => output::json(&Value::Array(objects(rows))),
        Format::Csv => csv(rows),
    }
}

/// Each application as an object.
pub fn objects(rows: &[ApplicationRow]) -> Vec<Value> {
    rows.iter().map(object).collect()
}

fn object(row: &ApplicationRow) -> Value {
    json!({
        "id": row.id,
        "title": row.title,
        "stage": row.stage,
        "stageSince": row.stage_since,
        "undated": row.stage_since.is_none(),
        "ended": row.ended,
        "department": row.department,
        "committees": row.committees,
        "owner": row.owner,
        "funder": row.funder,
        "pool": row.pool,
        "poolId": row.pool_id,
        "initiative": row.initiative,
        "requested": money(row.requested),
        "awarded": money(row.awarded),
        "ourRequested": money(row.our_requested),
        "ourAwarded": money(row.our_awarded),
        "periodStart": row.period_start,
        "periodEnd": row.period_end,
        "deadline": row.deadline,
        "daysLeft": row.days_left,
        "approval": row.approval,
        "appropriation": row.appropriation,
        "conditionOpen": row.condition_open,
        "tasksOpen": row.tasks_open,
        "tasksOverdue": row.tasks_overdue,
        "waitingFor": row.waiting_for,
        "discrepancies": row.discrepancies,
    })
}

/// A table of applications.
pub fn table(rows: &[ApplicationRow], language: Language) -> String {
    let words = words(language);
    let left = |name: &str| (name.to_owned(), Side::Left);
    let right = |name: &str| (format!("{name} (kr.)"), Side::Right);
    let mut table = Table::new(&[
        left(words.col_title),
        left(words.col_stage),
        left(words.col_funder),
        left(words.col_department),
        right(words.col_requested),
        right(words.col_awarded),
        left(words.col_period),
        left(words.col_deadline),
    ]);
    for row in rows {
        let stage = row.stage.word(language);
        table.row(vec![
            row.title.clone(),
            if row.stage_since.is_none() { format!("{stage} ({})", words.undated) } else { stage.to_owned() },
            row.funder.clone(),
            row.department.clone().unwrap_or_default(),
            kroner(row.requested, language),
            kroner(row.awarded, language),
            period(row, language),
            row.deadline.map_or_else(String::new, |day| day.to_string()),
        ]);
    }
    table.text()
}

/// `2017 – 2019`, as far as known.
fn period(row: &ApplicationRow, language: Language) -> String {
    let shown = |date: Option<PartialDate>| date.map_or_else(String::new, |date| date.long(language));
    match (row.period_start, row.period_end) {
        (None, None) => String::new(),
        (start, end) => format!("{} – {}", shown(start), shown(end)).trim().to_owned(),
    }
}

fn csv(rows: &[ApplicationRow]) -> Result<String, Failure> {
    let heading = [
        "id",
        "title",
        "stage",
        "stageSince",
        "department",
        "committees",
        "owner",
        "funder",
        "pool",
        "initiative",
        "requested",
        "awarded",
        "periodStart",
        "periodEnd",
        "deadline",
        "approval",
        "appropriation",
    ];
    let partial = |date: Option<PartialDate>| date.map_or_else(String::new, |date| date.to_string());
    let rows = rows.iter().map(|row| {
        vec![
            row.id.to_string(),
            row.title.clone(),
            row.stage.code().to_owned(),
            partial(row.stage_since),
            row.department.clone().unwrap_or_default(),
            row.committees.join(" | "),
            row.owner.clone().unwrap_or_default(),
            row.funder.clone(),
            row.pool.clone().unwrap_or_default(),
            row.initiative.map_or_else(String::new, |number| number.to_string()),
            output::cell(row.requested),
            output::cell(row.awarded),
            partial(row.period_start),
            partial(row.period_end),
            row.deadline.map_or_else(String::new, |day| day.to_string()),
            row.approval.code().to_owned(),
            row.appropriation.code().to_owned(),
        ]
    });
    output::csv(&heading.map(str::to_owned), rows)
}
