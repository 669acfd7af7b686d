//! An application's plan backwards from its deadline.

use serde_json::{Value, json};
use tilsagn_core::Language;
use tilsagn_core::deadlines::Chain;
use tilsagn_core::views::{MeetingChoice, MovedDay, PlanConflict, PlanOption, PlanStepView, PlanView};

use crate::failure::{Failure, fill};
use crate::output::{self, Format};
use crate::show::{deadlines::flag, of};
use crate::table::{self, Table};
use crate::words::words;

/// The plan with each step, its day, slack and reason.
pub fn plan(view: &PlanView, format: Format, language: Language) -> Result<String, Failure> {
    match format {
        Format::Json => output::json(&object(view)),
        Format::Table | Format::Csv => Ok(table(view, language)),
    }
}

fn object(view: &PlanView) -> Value {
    let meeting = view.meeting.as_ref().map(|it| json!({ "id": it.id, "date": it.held_on, "time": it.held_time }));
    json!({
        "applicationId": view.application_id,
        "title": view.title,
        "asOf": view.as_of,
        "state": view.state,
        "sentence": view.sentence.da,
        "sentenceEn": view.sentence.en,
        "deadline": view.deadline,
        "deadlineTime": view.deadline_time,
        "meeting": meeting,
        "paperDue": view.paper_due,
        "workingDays": view.working_days,
        "slack": view.slack,
        "steps": view.steps.iter().map(step).collect::<Vec<Value>>(),
        "options": view.options.iter().map(option).collect::<Vec<Value>>(),
        "conflicts": view.conflicts.iter().map(conflict).collect::<Vec<Value>>(),
        "meetings": view.meetings.iter().map(choice).collect::<Vec<Value>>(),
        "moved": view.moved.iter().map(moved).collect::<Vec<Value>>(),
        "remarks": view.remarks.iter().map(|it| &it.da).collect::<Vec<_>>(),
        "remarksEn": view.remarks.iter().map(|it| &it.en).collect::<Vec<_>>(),
    })
}

fn step(it: &PlanStepView) -> Value {
    json!({
        "key": it.item.key,
        "step": it.step,
        "chain": it.chain,
        "committee": Some(&it.committee).filter(|name| !name.is_empty()),
        "date": it.item.on,
        "time": it.item.time,
        "slack": it.slack,
        "reason": it.reason.da,
        "reasonEn": it.reason.en,
        "ruledOn": it.item.ruled_on,
        "doneOn": it.item.done_on,
        "flags": it.item.flags.iter().map(flag).collect::<Vec<Value>>(),
    })
}

fn option(it: &PlanOption) -> Value {
    json!({
        "way": it.way,
        "date": it.on,
        "meetingDate": it.meeting_on,
        "sentence": it.sentence.da,
        "sentenceEn": it.sentence.en,
    })
}

fn conflict(it: &PlanConflict) -> Value {
    json!({
        "part": it.part,
        "sentence": it.sentence.da,
        "sentenceEn": it.sentence.en,
        "options": it.options.iter().map(|option| &option.da).collect::<Vec<_>>(),
        "optionsEn": it.options.iter().map(|option| &option.en).collect::<Vec<_>>(),
    })
}

fn choice(it: &MeetingChoice) -> Value {
    json!({
        "id": it.meeting_id,
        "date": it.held_on,
        "paperDue": it.paper_due,
        "workingDays": it.working_days,
        "inTime": it.in_time,
    })
}

fn moved(it: &MovedDay) -> Value {
    json!({ "key": it.key, "kind": it.kind, "step": it.step, "title": it.title, "from": it.from, "to": it.to })
}

fn table(view: &PlanView, language: Language) -> String {
    let words = words(language);
    let mut text = format!("{}\n{}\n", view.title, of(&view.sentence, language));
    if let Some(slack) = view.slack {
        text += &format!("{}\n", fill(words.slack, &[("days", &slack.to_string())]));
    }
    for chain in [Chain::Case, Chain::Application] {
        let steps: Vec<&PlanStepView> = view.steps.iter().filter(|it| it.chain == chain).collect();
        if steps.is_empty() {
            continue;
        }
        let mut table = Table::new(&[
            table::left(words.col_day),
            table::left(words.col_time),
            table::left(words.col_step),
            table::left(words.col_committee),
            table::right(words.col_slack),
            table::left(words.col_reason),
        ]);
        for it in steps {
            let done = it.item.done_on.map(|day| fill(words.done_on, &[("day", &day.to_string())]));
            table.row(vec![
                it.item.on.to_string(),
                it.item.time.clone().unwrap_or_default(),
                it.step.word(language).to_owned(),
                it.committee.clone(),
                it.slack.to_string(),
                done.unwrap_or_else(|| of(&it.reason, language).to_owned()),
            ]);
        }
        text += &format!("\n{}\n{}", chain.word(language), table.text());
    }
    if !view.conflicts.is_empty() {
        text += &format!("\n{}\n", words.conflicts);
        for it in &view.conflicts {
            text += &format!("  {}\n", of(&it.sentence, language));
            for option in &it.options {
                text += &format!("    – {}\n", of(option, language));
            }
        }
    }
    if !view.options.is_empty() {
        text += &format!("\n{}\n", words.ways);
        for it in &view.options {
            text += &format!("  – {}\n", of(&it.sentence, language));
        }
    }
    for remark in &view.remarks {
        text += &format!("\n{}\n", of(remark, language));
    }
    text
}
