//! Days to keep.

use chrono::NaiveDate;
use serde_json::{Value, json};
use tilsagn_core::Language;
use tilsagn_core::views::{Conflict, DeadlineItem, DeadlinesView, FlagView, MunicipalityChoice, OfficeView};

use crate::failure::{Failure, fill};
use crate::output::{self, Format};
use crate::show::of;
use crate::table::{self, Table};
use crate::words::words;

/// The days of a municipality; none where the file has nothing of any.
pub fn deadlines(
    found: Option<(&MunicipalityChoice, &OfficeView, &DeadlinesView)>,
    as_of: NaiveDate,
    format: Format,
    language: Language,
) -> Result<String, Failure> {
    match format {
        Format::Table => {
            Ok(found.map_or_else(|| words(language).nothing.to_owned() + "\n", |(_, _, view)| table(view, language)))
        }
        Format::Json => output::json(&json!({
            "asOf": as_of,
            "municipality": found.map(|(municipality, _, _)| &municipality.name),
            "municipalityCode": found.map(|(municipality, _, _)| &municipality.code),
            "deadlines": found.map_or_else(Vec::new, |(_, office, view)| view.items.iter().map(|it| item(it, office)).collect()),
            "conflicts": found.map_or_else(Vec::new, |(_, _, view)| view.conflicts.iter().map(conflict).collect()),
        })),
        Format::Csv => csv(found),
    }
}

fn committees(item: &DeadlineItem, office: &OfficeView) -> Vec<String> {
    let named = |id: &u32| office.committees.iter().find(|one| one.id == *id).map(|one| one.short_name.clone());
    item.committee_ids.iter().filter_map(named).collect()
}

fn person(item: &DeadlineItem, office: &OfficeView) -> Option<String> {
    office.people.iter().find(|one| Some(one.id) == item.person_id).map(|one| one.name.clone())
}

fn department(item: &DeadlineItem, office: &OfficeView) -> Option<String> {
    office.departments.iter().find(|one| Some(one.id) == item.department_id).map(|one| one.name.clone())
}

/// A flag with its reason and what to do.
pub fn flag(flag: &FlagView) -> Value {
    json!({
        "flag": flag.flag,
        "reason": flag.reason.da,
        "reasonEn": flag.reason.en,
        "action": flag.action.da,
        "actionEn": flag.action.en,
    })
}

fn item(item: &DeadlineItem, office: &OfficeView) -> Value {
    json!({
        "key": item.key,
        "kind": item.kind,
        "step": item.step,
        "title": item.title,
        "detail": item.detail,
        "date": item.on,
        "partial": item.partial,
        "time": item.time,
        "origin": item.origin,
        "source": item.source.as_ref().map(|source| &source.da),
        "sourceEn": item.source.as_ref().map(|source| &source.en),
        "ruledOn": item.ruled_on,
        "movedFrom": item.moved_from,
        "days": item.left().map(|(days, _)| days),
        "workingDays": item.left().map(|(_, working_days)| working_days),
        "flags": item.flags.iter().map(flag).collect::<Vec<Value>>(),
        "doneOn": item.done_on,
        "ended": item.ended,
        "asideUntil": item.aside_until,
        "waitingFor": item.waiting_for,
        "person": person(item, office),
        "department": department(item, office),
        "committees": committees(item, office),
        "applicationId": item.application_id,
        "poolKey": item.pool_key,
        "caseId": item.case_id,
    })
}

fn conflict(it: &Conflict) -> Value {
    json!({
        "title": it.title,
        "state": it.state,
        "sentence": it.sentence.da,
        "sentenceEn": it.sentence.en,
        "options": it.options.iter().map(|option| &option.da).collect::<Vec<_>>(),
        "optionsEn": it.options.iter().map(|option| &option.en).collect::<Vec<_>>(),
        "date": it.on,
        "applicationId": it.application_id,
        "poolKey": it.pool_key,
        "caseId": it.case_id,
    })
}

/// What a day is: its kind, or the step of a plan.
fn what(item: &DeadlineItem, language: Language) -> String {
    let word = match item.step {
        Some(step) if item.kind == tilsagn_core::deadlines::DeadlineKind::Step => step.word(language),
        _ => item.kind.word(language),
    };
    if item.detail.is_empty() { word.to_owned() } else { format!("{word}: {}", item.detail) }
}

fn table(view: &DeadlinesView, language: Language) -> String {
    let words = words(language);
    let mut text = String::new();
    if !view.conflicts.is_empty() {
        text += &format!("{}\n", words.conflicts);
        for it in &view.conflicts {
            text += &format!("  {}: {}\n", it.title, of(&it.sentence, language));
            for option in &it.options {
                text += &format!("    – {}\n", of(option, language));
            }
        }
        text.push('\n');
    }
    if view.items.is_empty() {
        return text + words.nothing + "\n";
    }
    let mut table = Table::new(&[
        table::left(words.col_day),
        table::left(words.col_time),
        table::right(words.col_working_days),
        table::left(words.col_what),
        table::left(words.col_title),
        table::left(words.col_flag),
    ]);
    for item in &view.items {
        let flags: Vec<&str> = item.flags.iter().map(|flag| flag.flag.word(language)).collect();
        let said = match item.done_on {
            Some(day) => fill(words.done_on, &[("day", &day.to_string())]),
            None => flags.join(", "),
        };
        table.row(vec![
            item.when().to_string(),
            item.time.clone().unwrap_or_default(),
            item.left().map(|(_, working_days)| working_days.to_string()).unwrap_or_default(),
            what(item, language),
            item.title.clone(),
            said,
        ]);
    }
    text + &table.text()
}

fn csv(found: Option<(&MunicipalityChoice, &OfficeView, &DeadlinesView)>) -> Result<String, Failure> {
    let heading = [
        "date",
        "time",
        "kind",
        "step",
        "title",
        "detail",
        "days",
        "workingDays",
        "flags",
        "reason",
        "origin",
        "source",
        "ruledOn",
        "movedFrom",
        "doneOn",
        "asideUntil",
        "waitingFor",
        "person",
        "department",
        "committees",
        "applicationId",
        "poolKey",
        "caseId",
        "key",
    ];
    let day = |day: Option<NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
    let id = |id: Option<u32>| id.map(|id| id.to_string()).unwrap_or_default();
    let mut rows = Vec::new();
    if let Some((_, office, view)) = found {
        for item in &view.items {
            rows.push(vec![
                item.when().to_string(),
                item.time.clone().unwrap_or_default(),
                item.kind.code().to_owned(),
                item.step.map(|step| step.code().to_owned()).unwrap_or_default(),
                item.title.clone(),
                item.detail.clone(),
                item.left().map(|(days, _)| days.to_string()).unwrap_or_default(),
                item.left().map(|(_, working_days)| working_days.to_string()).unwrap_or_default(),
                item.flags.iter().map(|flag| flag.flag.code()).collect::<Vec<_>>().join(" | "),
                item.flags.iter().map(|flag| flag.reason.da.as_str()).collect::<Vec<_>>().join(" | "),
                item.origin.code().to_owned(),
                item.source.as_ref().map(|source| source.da.clone()).unwrap_or_default(),
                day(item.ruled_on),
                day(item.moved_from),
                day(item.done_on),
                day(item.aside_until),
                item.waiting_for.clone(),
                person(item, office).unwrap_or_default(),
                department(item, office).unwrap_or_default(),
                committees(item, office).join(" | "),
                id(item.application_id),
                item.pool_key.clone().unwrap_or_default(),
                id(item.case_id),
                item.key.clone(),
            ]);
        }
    }
    output::csv(&heading.map(str::to_owned), rows)
}
