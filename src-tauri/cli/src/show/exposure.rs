//! What the municipality has promised of its own, year by year.

use serde_json::{Value, json};
use tilsagn_core::Language;
use tilsagn_core::views::{Ending, ExposureFigures, ExposureGroup, ExposureMissing, ExposureRow, ExposureView, NotAllotted};

use crate::failure::Failure;
use crate::output::{self, Format, money};
use crate::show::kroner;
use crate::table::{self, Table};
use crate::words::words;

/// The exposure of a municipality; none where the file has nothing of any.
pub fn exposure(view: Option<&ExposureView>, format: Format, language: Language) -> Result<String, Failure> {
    match format {
        Format::Table => Ok(view.map_or_else(String::new, |view| table(view, language))),
        Format::Json => output::json(&view.map_or(Value::Null, object)),
        Format::Csv => csv(view),
    }
}

fn object(view: &ExposureView) -> Value {
    json!({
        "asOf": view.as_of,
        "years": view.years.iter().filter(|year| **year != 0).collect::<Vec<_>>(),
        "priceLevel": view.price_level,
        "notConverted": view.not_converted.iter().filter(|year| **year != 0).collect::<Vec<_>>(),
        "totals": if is_known(view) { figures(&view.total).into() } else { Value::Null },
        "byCommittee": view.by_committee.iter().map(group).collect::<Vec<Value>>(),
        "byDepartment": view.by_department.iter().map(group).collect::<Vec<Value>>(),
        "applications": view.rows.iter().map(row).collect::<Vec<Value>>(),
        "ends": view.ends.iter().map(ending).collect::<Vec<Value>>(),
        "notAllotted": view.not_allotted.iter().map(not_allotted).collect::<Vec<Value>>(),
        "withoutBudget": view.without_budget.iter().map(missing).collect::<Vec<Value>>(),
    })
}

/// Whether the sums say anything: where nothing of what there is has an amount in the years, they are missing, not zero.
fn is_known(view: &ExposureView) -> bool {
    view.total.iter().any(ExposureFigures::has_anything) || (view.without_budget.is_empty() && view.not_allotted.is_empty())
}

fn figures(years: &[ExposureFigures]) -> Vec<Value> {
    let of = |year: &ExposureFigures| {
        json!({
            "year": if year.year == 0 { Value::Null } else { year.year.into() },
            "granted": money(Some(year.granted)),
            "pending": money(Some(year.pending)),
            "ownCash": money(Some(year.own_cash)),
            "ownCashPending": money(Some(year.own_cash_pending)),
            "ownStaff": money(Some(year.own_staff)),
            "ownStaffPending": money(Some(year.own_staff_pending)),
            "ownHours": year.own_hours,
            "ownFte": year.own_fte,
            "gap": money(year.gap),
        })
    };
    years.iter().map(of).collect()
}

fn group(group: &ExposureGroup) -> Value {
    json!({ "name": group.id.map(|_| &group.name), "years": figures(&group.years), "applicationIds": group.application_ids })
}

fn row(row: &ExposureRow) -> Value {
    json!({
        "id": row.application_id,
        "title": row.title,
        "funder": row.funder,
        "stage": row.stage,
        "department": row.department,
        "committees": row.committees,
        "undated": row.undated,
        "years": figures(&row.years),
    })
}

fn ending(it: &Ending) -> Value {
    json!({
        "id": it.application_id,
        "title": it.title,
        "stage": it.stage,
        "ends": it.ends,
        "days": it.days,
        "activities": it.activities,
        "fte": it.fte,
        "yearlyGrant": money(Some(it.yearly_grant)),
        "yearlyGrantOf": it.yearly_grant_of,
        "embeddingDecided": it.embedding_decided,
        "embedding": it.embedding,
    })
}

fn not_allotted(it: &NotAllotted) -> Value {
    json!({ "id": it.application_id, "title": it.title, "amount": money(Some(it.amount)) })
}

fn missing(it: &ExposureMissing) -> Value {
    json!({
        "id": it.application_id,
        "title": it.title,
        "stage": it.stage,
        "requested": money(it.requested),
        "total": money(it.total),
        "financingWithoutAmount": it.financing_without_amount,
    })
}

fn table(view: &ExposureView, language: Language) -> String {
    let words = words(language);
    let kr = |name: &str| table::right(&format!("{name} (kr.)"));
    let mut years = Table::new(&[
        table::left(words.col_year),
        kr(words.col_awarded),
        kr(words.col_requested),
        kr(words.col_own_cash),
        kr(words.col_own_staff),
        table::right(words.col_fte),
        kr(words.col_gap),
    ]);
    for year in &view.total {
        years.row(vec![
            if year.year == 0 { words.not_allotted.to_owned() } else { year.year.to_string() },
            kroner(Some(year.granted), language),
            kroner(Some(year.pending), language),
            kroner(Some(year.own_cash + year.own_cash_pending), language),
            kroner(Some(year.own_staff + year.own_staff_pending), language),
            year.own_fte.to_string().replace('.', if language == Language::Da { "," } else { "." }),
            year.gap.map_or_else(|| "–".to_owned(), |gap| kroner(Some(gap), language)),
        ]);
    }
    let mut text = if is_known(view) { years.text() } else { format!("{}\n", words.amounts_unknown) };
    if !view.ends.is_empty() {
        let mut ends = Table::new(&[table::left(words.col_ends), table::left(words.col_title), table::left(words.col_embedding)]);
        for it in &view.ends {
            let decided = if it.embedding_decided { it.embedding.clone() } else { words.not_decided.to_owned() };
            ends.row(vec![it.ends.long(language), it.title.clone(), decided]);
        }
        text += &format!("\n{}", ends.text());
    }
    let left_out = view.not_allotted.iter().map(|it| (words.not_in_sums, &it.title));
    let left_out: Vec<_> = left_out.chain(view.without_budget.iter().map(|it| (words.without_budget, &it.title))).collect();
    for (why, title) in &left_out {
        text += &format!("\n{why}: {title}");
    }
    if left_out.is_empty() { text } else { text + "\n" }
}

/// A row for every application and year.
fn csv(view: Option<&ExposureView>) -> Result<String, Failure> {
    let heading = [
        "id",
        "title",
        "stage",
        "department",
        "committees",
        "undated",
        "year",
        "granted",
        "pending",
        "ownCash",
        "ownCashPending",
        "ownStaff",
        "ownStaffPending",
        "ownHours",
        "ownFte",
        "gap",
    ];
    let mut rows = Vec::new();
    for row in view.iter().flat_map(|view| &view.rows) {
        for year in &row.years {
            rows.push(vec![
                row.application_id.to_string(),
                row.title.clone(),
                row.stage.code().to_owned(),
                row.department.clone().unwrap_or_default(),
                row.committees.join(" | "),
                row.undated.to_string(),
                if year.year == 0 { String::new() } else { year.year.to_string() },
                year.granted.to_string(),
                year.pending.to_string(),
                year.own_cash.to_string(),
                year.own_cash_pending.to_string(),
                year.own_staff.to_string(),
                year.own_staff_pending.to_string(),
                year.own_hours.to_string(),
                year.own_fte.to_string(),
                year.gap.map(|gap| gap.to_string()).unwrap_or_default(),
            ]);
        }
    }
    output::csv(&heading.map(str::to_owned), rows)
}
