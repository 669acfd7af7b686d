//! A day as an entry of a calendar.

use chrono::{DateTime, Days, NaiveDate, Utc};
use tilsagn_core::Language;
use tilsagn_core::calendar::long;
use tilsagn_core::deadlines::{DeadlineKind, DeadlineOrigin, deadline_key};
use tilsagn_core::views::{DeadlineItem, MeetingDay, Text};

use crate::ics::earlier::Earlier;
use crate::ics::fold::{escaped, folded};

/// Which writing of an entry it is.
pub struct Stamp {
    /// Higher than that of every earlier one.
    pub sequence: u32,
    /// When.
    pub at: DateTime<Utc>,
}

/// What an entry says. Nothing of it changes with the day it is written: a day is not moved by getting near.
pub struct Content {
    /// What it is known by, the same as long as it exists.
    pub key: String,
    on: NaiveDate,
    time: Option<String>,
    summary: String,
    description: String,
    category: &'static str,
    /// Whether it is told of beforehand.
    alarmed: bool,
}

impl Content {
    /// Of days to keep that are one: a day, or that of a call which applications answer. None of none.
    pub fn of_items(items: &[&DeadlineItem], language: Language) -> Option<Content> {
        let item = *items.first()?;
        let open = items.iter().any(|item| item.done_on.is_none());
        let mut said: Vec<String> =
            items.iter().map(|item| description(item, language)).filter(|said| !said.is_empty()).collect();
        said.dedup();
        Some(Content {
            key: key(item),
            on: item.on,
            time: item.time.clone(),
            summary: summary(items, item, !open, language),
            description: said.join("\n"),
            category: item.kind.word(language),
            alarmed: open,
        })
    }

    /// Of a committee's meeting, which asks nothing of anyone but the papers for it.
    pub fn of_meeting(meeting: &MeetingDay, language: Language) -> Content {
        let kind = DeadlineKind::Meeting;
        let word = kind.word(language);
        let (extraordinary, papers) = match language {
            Language::Da => (" (ekstraordinært)", "Sag skal afleveres senest "),
            Language::En => (" (extraordinary)", "Papers must be handed in by "),
        };
        let extraordinary = if meeting.extraordinary { extraordinary } else { "" };
        let due = |day: NaiveDate| format!("{papers}{}.", long(day, language));
        Content {
            key: deadline_key("meeting", meeting.meeting_id, kind, ""),
            on: meeting.on,
            time: meeting.time.clone(),
            summary: format!("{word}: {}{extraordinary}", meeting.committee),
            description: meeting.paper_due.map(due).unwrap_or_default(),
            category: word,
            alarmed: false,
        }
    }
}

/// What a day is known by in a calendar. That of a call an application answers is the call's own: it was there before anyone applied.
pub fn key(item: &DeadlineItem) -> String {
    let of_call = matches!(item.kind, DeadlineKind::Opens | DeadlineKind::Questions | DeadlineKind::Call);
    match item.part.parse() {
        Ok(call) if of_call && item.origin == DeadlineOrigin::Call => deadline_key("call", call, item.kind, ""),
        _ => item.key.clone(),
    }
}

/// An entry.
pub fn entry(content: &Content, uid: &str, stamp: &Stamp) -> String {
    let mut lines = vec!["BEGIN:VEVENT".to_owned(), format!("UID:{}", escaped(uid))];
    lines.push(format!("DTSTAMP:{}", stamp.at.format("%Y%m%dT%H%M%SZ")));
    lines.push(format!("SEQUENCE:{}", stamp.sequence));
    lines.extend(when(content));
    lines.push(format!("SUMMARY:{}", escaped(&content.summary)));
    if !content.description.is_empty() {
        lines.push(format!("DESCRIPTION:{}", escaped(&content.description)));
    }
    lines.push(format!("CATEGORIES:{}", escaped(content.category)));
    // A deadline takes no time out of anyone's day.
    lines.extend(["STATUS:CONFIRMED".to_owned(), "TRANSP:TRANSPARENT".to_owned()]);
    if content.alarmed {
        lines.extend(alarms(content));
    }
    lines.push("END:VEVENT".to_owned());
    lines.iter().map(|line| folded(line)).collect()
}

/// The same entry, called off.
pub fn cancelled(earlier: &Earlier, stamp: &Stamp) -> String {
    let mut out = String::new();
    let mut alarm = false;
    for line in earlier.text.split_inclusive("\r\n") {
        alarm |= line == "BEGIN:VALARM\r\n";
        if alarm {
            alarm = line != "END:VALARM\r\n";
        } else if line.starts_with("DTSTAMP:") {
            out.push_str(&folded(&format!("DTSTAMP:{}", stamp.at.format("%Y%m%dT%H%M%SZ"))));
        } else if line.starts_with("SEQUENCE:") {
            out.push_str(&folded(&format!("SEQUENCE:{}", stamp.sequence)));
        } else if line.starts_with("STATUS:") {
            out.push_str("STATUS:CANCELLED\r\n");
        } else {
            out.push_str(line);
        }
    }
    out
}

/// A time by the Danish clock; without one the whole day, never midnight.
fn when(content: &Content) -> Vec<String> {
    let on = content.on;
    match &content.time {
        Some(time) => {
            // Without an end it ends when it begins.
            vec![format!("DTSTART;TZID=Europe/Copenhagen:{}T{}00", on.format("%Y%m%d"), time.replace(':', ""))]
        }
        None => {
            let next = on.checked_add_days(Days::new(1)).unwrap_or(on);
            let day = |day: NaiveDate| day.format("%Y%m%d").to_string();
            vec![format!("DTSTART;VALUE=DATE:{}", day(on)), format!("DTEND;VALUE=DATE:{}", day(next))]
        }
    }
}

/// »Sag skal afleveres: Idræt som vej til inklusion«; of several applications the titles of all.
fn summary(items: &[&DeadlineItem], item: &DeadlineItem, is_done: bool, language: Language) -> String {
    let what = item
        .step
        .filter(|_| item.kind == DeadlineKind::Step)
        .map_or_else(|| item.kind.word(language), |step| step.word(language));
    let detail = if item.detail.is_empty() { String::new() } else { format!(" – {}", item.detail) };
    let done = match (is_done, language) {
        (false, _) => "",
        (true, Language::Da) => "Udført: ",
        (true, Language::En) => "Done: ",
    };
    let titles = items.iter().map(|item| item.title.as_str()).collect::<Vec<_>>().join(", ");
    let partial = match (item.partial, language) {
        (None, _) => String::new(),
        (Some(when), Language::Da) => format!(" ({}, dag ikke oplyst)", when.long(language)),
        (Some(when), Language::En) => format!(" ({}, day not stated)", when.long(language)),
    };
    format!("{done}{what}: {titles}{detail}{partial}")
}

/// Why it is that day, and what else is known of it.
fn description(item: &DeadlineItem, language: Language) -> String {
    let mut parts: Vec<String> = item.source.iter().map(|source| said(source, language).to_owned()).collect();
    let mut say = |da: &str, en: &str, rest: &str| {
        let lead = if language == Language::Da { da } else { en };
        parts.push(format!("{lead}{rest}"));
    };
    if item.kind == DeadlineKind::Call && item.time.is_none() {
        say("Klokkeslæt ikke oplyst.", "The time of day is not stated.", "");
    }
    if let Some(day) = item.moved_from {
        say("Flyttet fra ", "Moved from ", &format!("{}.", long(day, language)));
    }
    if let Some(day) = item.ruled_on {
        say("Uden flytning: ", "Were it not moved: ", &format!("{}.", long(day, language)));
    }
    if !item.waiting_for.is_empty() {
        say("Afventer: ", "Waits on: ", &item.waiting_for);
    }
    parts.join("\n")
}

/// A week and a day before; of a whole day at nine in the morning.
fn alarms(content: &Content) -> Vec<String> {
    let before = if content.time.is_some() { ["-P7D", "-P1D"] } else { ["-P6DT15H", "-PT15H"] };
    let text = format!("DESCRIPTION:{}", escaped(&content.summary));
    let alarm =
        |trigger: &str| ["BEGIN:VALARM", "ACTION:DISPLAY", &text, &format!("TRIGGER:{trigger}"), "END:VALARM"].map(str::to_owned);
    before.into_iter().flat_map(alarm).collect()
}

fn said(text: &Text, language: Language) -> &str {
    match language {
        Language::En if !text.en.is_empty() => &text.en,
        Language::Da | Language::En => &text.da,
    }
}
