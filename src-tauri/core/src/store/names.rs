//! What a person calls a record, in the history and in errors.

use rusqlite::{Connection, OptionalExtension, params};
use serde_json::Value;

use crate::budgets::BudgetKind;
use crate::calendar::{self, PartialDate};
use crate::committee::PartContent;
use crate::committee::forms::shipped;
use crate::deadlines::{DeadlineKind, PlanStep};
use crate::error::Result;
use crate::import::COUNTRY;
use crate::store::record::{Row, label, read, shown};
use crate::store::schema::Schema;
use crate::store::undo::content;
use crate::words::Language;

/// What a field says to a person: where it is the id of another record, what that is called.
pub(super) fn referred(connection: &Connection, schema: &Schema, table: &str, field: &str, value: String) -> Result<String> {
    if field == "form" {
        return form_name(connection, value);
    }
    let other = match field {
        "owner_id" => "person",
        "parent_id" | "redacts_id" => table,
        _ => field.strip_suffix("_id").unwrap_or_default(),
    };
    let (Ok(other), Ok(id)) = (schema.editable(other), value.parse::<i64>()) else { return Ok(value) };
    let found = match read(connection, other, id)? {
        Some(row) => Some(name(connection, schema, other.table, &row)?),
        None => last_name(connection, schema, other.table, id)?,
    };
    Ok(found.filter(|name| !name.is_empty()).unwrap_or(value))
}

/// What a form of papers is called, of those that ship and those of the file; its key where there is none.
fn form_name(connection: &Connection, key: String) -> Result<String> {
    if let Some((form, _)) = shipped(0)?.into_iter().find(|(form, _)| form.key == key) {
        return Ok(form.name);
    }
    let mut statement = connection.prepare_cached("SELECT name FROM paper_form WHERE key = ?1")?;
    let found: Option<String> = statement.query_row([&key], |row| row.get(0)).optional()?;
    Ok(found.unwrap_or(key))
}

/// What a person calls a record; one that is known by the record it belongs to has that one's name. A population figure is one of a
/// place on a day; what was read in as a whole, and need not be in a table that is edited, is known by the title in its summary.
pub(super) fn name(connection: &Connection, schema: &Schema, table: &str, content: &Row) -> Result<String> {
    let own = match schema.editable(table) {
        Ok(editable) if editable.label.ends_with("_id") => {
            referred(connection, schema, table, editable.label, label(editable, content))?
        }
        Ok(editable) => label(editable, content),
        Err(_) => content.get("title").and_then(shown).unwrap_or_default(),
    };
    match table {
        "population" => {}
        "budget" => return Ok(budget_name(content)),
        // Their texts may be empty.
        "budget_line" | "spending" | "terms" if own.is_empty() => return Ok(nameless(table, content)),
        "budget_cell" | "effect_year" | "spending_forecast" => return part_name(connection, own, content),
        "case_text" | "paper_form_part" | "paper_copy" => return Ok(paper_name(table, content, own)),
        "deadline" | "date_rule" => return Ok(day_name(content)),
        "deadline_mark" => return mark_name(connection, schema, content),
        "meeting" => {
            let committee = content.get("committee_id").and_then(shown).unwrap_or_default();
            let committee = referred(connection, schema, table, "committee_id", committee)?;
            return Ok(format!(
                "{committee}, {}",
                calendar::parse_iso(&own).map_or(own, |day| calendar::long(day, Language::Da))
            ));
        }
        "lead_time" => return Ok(PlanStep::from_code(&own).map_or(own, |step| step.word(Language::Da).to_owned())),
        _ => return Ok(own),
    }
    let place = match content.get("municipality_id").and_then(Value::as_i64) {
        Some(id) => connection.query_row("SELECT name FROM municipality WHERE id = ?1", [id], |row| row.get(0)).optional()?,
        None => Some(COUNTRY.to_owned()),
    };
    Ok(format!("{} {own}", place.unwrap_or_default()).trim().to_owned())
}

/// A text by the heading it stands under, a part of a form by its own, else by what stands there; a copy by its number.
fn paper_name(table: &str, content: &Row, own: String) -> String {
    let text = |column: &str| content.get(column).and_then(shown).unwrap_or_default();
    match table {
        "paper_copy" => format!("Afleveret udgave {}", text("number")),
        "paper_form_part" if !own.is_empty() => own,
        _ => {
            let code = text(if table == "case_text" { "key" } else { "content" });
            PartContent::from_code(&code).unwrap_or(PartContent::Own).word(Language::Da).to_owned()
        }
    }
}

/// A day, or a rule that days follow from, by its title, else by what it is.
fn day_name(content: &Row) -> String {
    let text = |column: &str| content.get(column).and_then(shown).unwrap_or_default();
    match text("title") {
        title if !title.is_empty() => title,
        _ => kind_word(content),
    }
}

fn kind_word(content: &Row) -> String {
    let kind = content.get("kind").and_then(shown).unwrap_or_default();
    DeadlineKind::from_code(&kind).map_or(kind, |kind| kind.word(Language::Da).to_owned())
}

/// What was done about a day, by the day and the record it belongs to: `Slutrapport: Rådgiver på hjul`.
fn mark_name(connection: &Connection, schema: &Schema, content: &Row) -> Result<String> {
    let table = content.get("subject_table").and_then(shown).unwrap_or_default();
    let id = content.get("subject_id").and_then(Value::as_i64).unwrap_or_default();
    let found = match schema.editable(&table) {
        Ok(editable) => match read(connection, editable, id)? {
            Some(row) => Some(name(connection, schema, &table, &row)?),
            None => last_name(connection, schema, &table, id)?,
        },
        Err(_) => None,
    };
    let word = kind_word(content);
    Ok(found.filter(|name| !name.is_empty() && *name != word).map_or(word.clone(), |name| format!("{word}: {name}")))
}

/// What a record without a name of its own is called: a line by its number, spending by its voucher or its day, rules by the preset.
fn nameless(table: &str, content: &Row) -> String {
    let text = |column: &str| content.get(column).and_then(shown).unwrap_or_default();
    let named = |columns: &[&str]| columns.iter().map(|column| text(column)).find(|text| !text.is_empty()).unwrap_or_default();
    match table {
        "budget_line" => format!("Linje {}", text("number")),
        "spending" => named(&["voucher", "booked_on"]),
        _ => format!("Vilkår {}", named(&["preset", "id"])),
    }
}

/// A version by its number, what it is, and the name it was given: `Budget 2, bevilget af giveren: Justeret`.
fn budget_name(content: &Row) -> String {
    let text = |column: &str| content.get(column).and_then(shown).unwrap_or_default();
    let kind = BudgetKind::from_code(&text("kind")).map(|kind| kind.word(Language::Da).to_lowercase()).unwrap_or_default();
    let title = text("title");
    let given = if title.is_empty() { String::new() } else { format!(": {title}") };
    format!("Budget {}, {kind}{given}", text("position"))
}

/// A year of something, or a quarter or month of it: `Projektleder, 2009` or `Projektleder, marts 2009`.
fn part_name(connection: &Connection, of: String, content: &Row) -> Result<String> {
    const PERIOD: &str = "SELECT budget.period FROM budget JOIN budget_line ON budget.id = budget_id WHERE budget_line.id = ?1";
    let number = |column: &str| content.get(column).and_then(Value::as_i64).unwrap_or_default();
    let (year, part) = (number("year"), number("period"));
    let split: Option<String> = match part {
        0 => None,
        _ => connection.prepare_cached(PERIOD)?.query_row([number("budget_line_id")], |row| row.get(0)).optional()?,
    };
    let month = i32::try_from(year).ok().zip(u32::try_from(part).ok()).map(|(year, month)| PartialDate::Month(year, month));
    let when = match (year, split.as_deref(), month) {
        (0, ..) => "ikke fordelt på år".to_owned(),
        (_, Some("month"), Some(month)) => month.long(Language::Da),
        (_, Some(_), _) => format!("{part}. kvartal {year}"),
        _ => year.to_string(),
    };
    Ok(if of.is_empty() { when } else { format!("{of}, {when}") })
}

/// The name a record had when it was removed.
pub(super) fn last_name(connection: &Connection, schema: &Schema, table: &str, id: i64) -> Result<Option<String>> {
    let last: Option<Option<Row>> = connection
        .prepare_cached(
            "SELECT before FROM operation_change WHERE table_name = ?1 AND row_id = ?2 ORDER BY operation_id DESC LIMIT 1",
        )?
        .query_row(params![table, id], |row| content(row, 0))
        .optional()?;
    let last = last.flatten().map(|row| name(connection, schema, table, &row)).transpose()?;
    Ok(last.filter(|name| !name.is_empty()))
}
