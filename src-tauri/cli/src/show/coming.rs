//! »Kommende sager«: what is planned for each committee's meetings.

use serde_json::{Value, json};
use tilsagn_core::Language;
use tilsagn_core::views::{ComingCase, ComingCommittee, ComingMeeting, ComingView};

use crate::failure::{Failure, fill};
use crate::output::{self, Format};
use crate::show::of;
use crate::words::words;

/// The planning lists of the committees; none where the file has nothing of any municipality.
pub fn coming(view: Option<&ComingView>, format: Format, language: Language) -> Result<String, Failure> {
    let committees = view.map(|view| view.committees.as_slice()).unwrap_or_default();
    match format {
        Format::Table => Ok(text(committees, language)),
        Format::Json => output::json(&committees.iter().map(committee).collect()),
        Format::Csv => csv(committees),
    }
}

fn committee(it: &ComingCommittee) -> Value {
    json!({
        "committee": it.short_name,
        "name": it.name,
        "meetings": it.meetings.iter().map(meeting).collect::<Vec<Value>>(),
        "dropped": it.dropped.iter().map(case).collect::<Vec<Value>>(),
    })
}

fn meeting(it: &ComingMeeting) -> Value {
    json!({
        "date": it.meeting.as_ref().map(|meeting| meeting.held_on),
        "time": it.meeting.as_ref().and_then(|meeting| meeting.held_time.as_ref()),
        "after": it.after_on,
        "paperDue": it.paper_due,
        "workingDays": it.working_days,
        "cases": it.cases.iter().map(case).collect::<Vec<Value>>(),
    })
}

fn case(it: &ComingCase) -> Value {
    json!({
        "key": it.key,
        "title": it.title,
        "kind": it.kind,
        "reason": it.reason.da,
        "reasonEn": it.reason.en,
        "due": it.due_on,
        "missedOn": it.missed_on,
        "movedFrom": it.moved_from,
        "movedReason": it.moved_reason,
        "applicationId": it.application_id,
        "caseId": it.case_id,
    })
}

fn text(committees: &[ComingCommittee], language: Language) -> String {
    let words = words(language);
    let mut text = String::new();
    let line = |it: &ComingCase| {
        let moved = if it.moved_reason.is_empty() { String::new() } else { format!(" ({})", it.moved_reason) };
        format!("  – {} · {}{moved}\n", it.title, of(&it.reason, language))
    };
    for it in committees.iter().filter(|it| !it.meetings.is_empty() || !it.dropped.is_empty()) {
        text += &format!("{} ({})\n", it.name, it.short_name);
        for meeting in &it.meetings {
            let day = match (&meeting.meeting, meeting.after_on) {
                (Some(meeting), _) => meeting.held_on.to_string(),
                (None, Some(day)) => fill(words.after_day, &[("day", &day.to_string())]),
                (None, None) => words.undated.to_owned(),
            };
            let due = match (meeting.paper_due, meeting.working_days) {
                (Some(day), Some(days)) => {
                    format!(", {}", fill(words.paper_due, &[("day", &day.to_string()), ("days", &days.to_string())]))
                }
                _ => String::new(),
            };
            text += &format!("{day}{due}\n");
            text.extend(meeting.cases.iter().map(line));
        }
        if !it.dropped.is_empty() {
            text += &format!("{}\n", words.dropped);
            text.extend(it.dropped.iter().map(line));
        }
        text.push('\n');
    }
    if text.is_empty() { words.nothing.to_owned() + "\n" } else { text }
}

/// A row for every case; of one that was dropped or moved away `dropped` is true.
fn csv(committees: &[ComingCommittee]) -> Result<String, Failure> {
    let heading = [
        "committee",
        "date",
        "after",
        "paperDue",
        "title",
        "kind",
        "reason",
        "due",
        "missedOn",
        "dropped",
        "movedReason",
        "applicationId",
        "caseId",
        "key",
    ];
    let mut rows = Vec::new();
    let shown = |value: Option<String>| value.unwrap_or_default();
    let mut add = |committee: &ComingCommittee, meeting: Option<&ComingMeeting>, it: &ComingCase| {
        let held = meeting.and_then(|meeting| meeting.meeting.as_ref()).map(|meeting| meeting.held_on.to_string());
        rows.push(vec![
            committee.short_name.clone(),
            shown(held),
            shown(meeting.and_then(|meeting| meeting.after_on).map(|day| day.to_string())),
            shown(meeting.and_then(|meeting| meeting.paper_due).map(|day| day.to_string())),
            it.title.clone(),
            it.kind.code().to_owned(),
            it.reason.da.clone(),
            shown(it.due_on.map(|day| day.to_string())),
            shown(it.missed_on.map(|day| day.to_string())),
            meeting.is_none().to_string(),
            it.moved_reason.clone(),
            shown(it.application_id.map(|id| id.to_string())),
            shown(it.case_id.map(|id| id.to_string())),
            it.key.clone(),
        ]);
    };
    for committee in committees {
        for meeting in &committee.meetings {
            meeting.cases.iter().for_each(|it| add(committee, Some(meeting), it));
        }
        committee.dropped.iter().for_each(|it| add(committee, None, it));
    }
    output::csv(&heading.map(str::to_owned), rows)
}
