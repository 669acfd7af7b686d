//! Days as calendar files: what moves, what is called off, what stays byte for byte, and what an independent reader makes of them.

use std::path::Path;

use chrono::{DateTime, Utc};
use tilsagn_core::calendar::PartialDate;
use tilsagn_core::deadlines::{DeadlineKind, DeadlineOrigin, deadline_key};
use tilsagn_core::views::{CalendarScope, CalendarWritten, DeadlineItem, DeadlinesView, MeetingDay, Revision, Text};
use tilsagn_core::{ErrorCode, Language};
use tilsagn_export::{CalendarMaking, calendar, write_calendar};

use crate::desk::assert_error;
use crate::register::day;

fn item(id: u32, kind: DeadlineKind, on: &str, time: Option<&str>) -> DeadlineItem {
    DeadlineItem {
        key: deadline_key("application", id, kind, ""),
        subject_table: "application".to_owned(),
        subject_id: id,
        kind,
        part: String::new(),
        step: None,
        title: "Idræt, sundhed; og »fælles« mål".to_owned(),
        detail: String::new(),
        on: day(on),
        partial: None,
        time: time.map(str::to_owned),
        origin: DeadlineOrigin::Call,
        source: Some(Text {
            da: "8 arbejdsdage før mødet 12. marts 2019.".into(),
            en: "8 working days before the meeting.".into(),
        }),
        ruled_on: None,
        moved_from: None,
        days: 10,
        working_days: 8,
        flags: Vec::new(),
        done_on: None,
        ended: false,
        aside_until: None,
        waiting_for: String::new(),
        person_id: Some(1),
        department_id: None,
        committee_ids: vec![7],
        application_id: Some(id),
        pool_key: None,
        case_id: None,
        can_move: true,
        can_do: true,
        mark: None,
        row: None,
    }
}

fn view(items: Vec<DeadlineItem>) -> DeadlinesView {
    DeadlinesView {
        as_of: day("2019-02-01"),
        items,
        conflicts: Vec::new(),
        bars: Vec::new(),
        special_days: Vec::new(),
        meetings: Vec::new(),
        undated: 0,
    }
}

fn at(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

fn revision(sequence: u32) -> Revision {
    Revision { identity: "00ff00ff00ff00ff".to_owned(), sequence, at: at("2019-02-01T10:00:00Z") }
}

fn making(revision: &Revision) -> CalendarMaking<'_> {
    let now = at("2019-02-01T12:00:00Z");
    CalendarMaking { scope: CalendarScope::All, name: "Tilsagn: Lyngby-Taarbæk – BIU", revision, now, language: Language::Da }
}

fn write(path: &Path, items: Vec<DeadlineItem>, sequence: u32, now: &str) -> CalendarWritten {
    let revision = revision(sequence);
    write_calendar(&view(items), &CalendarMaking { now: at(now), ..making(&revision) }, path).unwrap()
}

fn counts(written: &CalendarWritten) -> [u32; 4] {
    [written.entries, written.added, written.moved, written.cancelled]
}

/// The lines of an entry, unfolded.
fn entry(path: &Path, key: &str) -> Option<String> {
    let text = std::fs::read_to_string(path).unwrap().replace("\r\n ", "");
    text.split("BEGIN:VEVENT").skip(1).find(|block| block.contains(&format!("UID:{key}@"))).map(str::to_owned)
}

const PAPER: &str = "application:1:paper:";

#[test]
fn a_day_that_moves_moves_and_one_that_does_not_stays_byte_for_byte() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("frister.ics");
    let paper = || item(1, DeadlineKind::Paper, "2019-02-28", None);
    let call = || item(2, DeadlineKind::Call, "2019-05-07", Some("12:00"));
    let first = write(&folder.path().join("frister"), vec![paper(), call()], 40, "2019-02-01T12:00:00Z");
    assert_eq!((counts(&first), first.path.as_str()), ([2, 2, 0, 0], path.to_str().unwrap()));
    let found = entry(&path, PAPER).unwrap();
    for line in [
        "DTSTART;VALUE=DATE:20190228",
        "DTEND;VALUE=DATE:20190301",
        "SUMMARY:Sag skal afleveres: Idræt\\, sundhed\\; og »fælles« mål",
        "DESCRIPTION:8 arbejdsdage før mødet 12. marts 2019.",
        "SEQUENCE:40",
        "TRIGGER:-P6DT15H",
    ] {
        assert!(found.contains(&format!("\r\n{line}\r\n")), "{line} in {found}");
    }
    let timed = entry(&path, "application:2:call:").unwrap();
    assert!(timed.contains("\r\nDTSTART;TZID=Europe/Copenhagen:20190507T120000\r\n") && timed.contains("TRIGGER:-P7D"));
    let before = std::fs::read(&path).unwrap();
    assert!(String::from_utf8_lossy(&before).split("\r\n").all(|line| line.len() <= 75));
    assert_eq!(calendar(&view(vec![paper(), call()]), &making(&revision(40))), before, "the same data is the same bytes");

    // Another change in the data file, another day: nothing about these two.
    let same = write(&path, vec![paper(), call()], 55, "2019-02-09T12:00:00Z");
    assert_eq!((counts(&same), std::fs::read(&path).unwrap()), ([2, 0, 0, 0], before));

    let moved = DeadlineItem { on: day("2019-03-05"), moved_from: Some(day("2019-02-28")), ..paper() };
    let kept = entry(&path, "application:2:call:");
    assert_eq!(counts(&write(&path, vec![moved.clone(), call()], 56, "2019-02-10T12:00:00Z")), [2, 0, 1, 0]);
    let found = entry(&path, PAPER).unwrap();
    assert!(found.contains("SEQUENCE:56") && found.contains("20190305") && found.contains("Flyttet fra 28. februar 2019."));
    assert_eq!(entry(&path, "application:2:call:"), kept);
    // A backup was put back: the ids of operations fell, the sequence does not.
    write(&path, vec![paper(), call()], 41, "2019-02-10T13:00:00Z");
    assert!(entry(&path, PAPER).unwrap().contains("SEQUENCE:57"));

    let done = DeadlineItem { done_on: Some(day("2019-02-11")), ..paper() };
    assert_eq!(counts(&write(&path, vec![done, call()], 60, "2019-02-11T12:00:00Z")), [2, 0, 0, 0]);
    let found = entry(&path, PAPER).unwrap();
    assert!(found.contains("SUMMARY:Udført: ") && !found.contains("VALARM"));
}

#[test]
fn the_deadline_of_a_call_stays_one_entry_when_applications_begin() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("frister.ics");
    let of_call = DeadlineItem {
        key: deadline_key("call", 13, DeadlineKind::Call, ""),
        subject_table: "call".to_owned(),
        subject_id: 13,
        title: "Puljen".to_owned(),
        ..item(0, DeadlineKind::Call, "2019-05-07", None)
    };
    let of = |id: u32, title: &str| DeadlineItem {
        key: deadline_key("application", id, DeadlineKind::Call, "13"),
        part: "13".to_owned(),
        title: title.to_owned(),
        ..item(id, DeadlineKind::Call, "2019-05-07", None)
    };
    write(&path, vec![of_call], 40, "2019-03-11T12:00:00Z");
    let begun = write(&path, vec![of(2, "Haver"), of(3, "Stier")], 41, "2019-03-12T12:00:00Z");
    assert_eq!(counts(&begun), [1, 0, 0, 0], "none is added, none called off");
    let found = entry(&path, "call:13:call:").unwrap();
    assert!(found.contains("SUMMARY:Ansøgningsfrist: Haver\\, Stier\r\n") && found.contains("SEQUENCE:41"), "{found}");
    let sent = DeadlineItem { done_on: Some(day("2019-03-13")), ..of(2, "Haver") };
    write(&path, vec![sent, of(3, "Stier")], 42, "2019-03-13T12:00:00Z");
    assert!(entry(&path, "call:13:call:").unwrap().contains("SUMMARY:Ansøgningsfrist: "), "one is not sent yet");
}

#[test]
fn a_month_or_a_year_is_no_entry_unless_something_is_to_be_done_by_then() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("frister.ics");
    let in_2017 = |id, kind, on| DeadlineItem { partial: Some(PartialDate::Year(2017)), ..item(id, kind, on, None) };
    let items = vec![in_2017(1, DeadlineKind::Start, "2017-01-01"), in_2017(2, DeadlineKind::Target, "2017-12-31")];
    assert_eq!(counts(&write(&path, items, 40, "2019-02-01T12:00:00Z")), [1, 1, 0, 0]);
    let found = entry(&path, "application:2:target:").unwrap();
    assert!(found.contains("(2017\\, dag ikke oplyst)"), "{found}");
}

#[test]
fn what_is_gone_is_called_off_for_thirty_days() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("frister.ics");
    let paper = || item(1, DeadlineKind::Paper, "2019-02-28", None);
    let call = || item(2, DeadlineKind::Call, "2019-05-07", None);
    write(&path, vec![paper(), call()], 40, "2019-02-01T12:00:00Z");
    let ended = DeadlineItem { ended: true, ..paper() };
    assert_eq!(counts(&write(&path, vec![ended, call()], 41, "2019-02-02T12:00:00Z")), [1, 0, 0, 1]);
    let off = entry(&path, PAPER).unwrap();
    assert!(off.contains("STATUS:CANCELLED") && off.contains("SEQUENCE:41") && !off.contains("VALARM"), "{off}");
    assert_eq!(counts(&write(&path, vec![call()], 50, "2019-03-04T11:00:00Z")), [1, 0, 0, 0]);
    assert_eq!(entry(&path, PAPER), Some(off), "said once, and the same");
    assert_eq!(counts(&write(&path, vec![paper(), call()], 51, "2019-03-04T11:30:00Z")), [2, 1, 0, 0]);
    assert!(entry(&path, PAPER).unwrap().contains("STATUS:CONFIRMED"), "it came back");
    write(&path, vec![call()], 52, "2019-03-04T12:00:00Z");
    write(&path, vec![call()], 53, "2019-04-04T12:00:00Z");
    assert_eq!(entry(&path, PAPER), None, "nobody needs to be told any more");
}

#[test]
fn a_file_is_of_one_person_or_one_committee() {
    let own = item(1, DeadlineKind::Paper, "2019-02-28", None);
    let other = DeadlineItem { person_id: None, committee_ids: Vec::new(), ..item(2, DeadlineKind::Call, "2019-05-07", None) };
    let days = view(vec![own, other]);
    let revision = revision(1);
    let entries = |scope: CalendarScope| {
        let bytes = calendar(&days, &CalendarMaking { scope, ..making(&revision) });
        String::from_utf8(bytes).unwrap().matches("BEGIN:VEVENT").count()
    };
    assert_eq!(
        [CalendarScope::All, CalendarScope::Person(1), CalendarScope::Committee(7), CalendarScope::Person(2)].map(entries),
        [2, 1, 1, 0]
    );
}

#[test]
fn a_committees_meetings_are_entries_until_a_case_is_put_to_them() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("moeder.ics");
    let meeting = |meeting_id: u32, on: &str| MeetingDay {
        meeting_id,
        committee_id: 7,
        committee: "BIU".to_owned(),
        on: day(on),
        time: Some("16:30".to_owned()),
        extraordinary: false,
        cancelled: false,
        paper_due: Some(day("2019-02-28")),
    };
    let other = MeetingDay { committee_id: 8, committee: "SSU".to_owned(), extraordinary: true, ..meeting(3, "2019-03-13") };
    let meetings = vec![meeting(1, "2019-03-12"), other, meeting(2, "2019-04-09")];
    let days = |items, meetings| DeadlinesView { meetings, ..view(items) };
    let revision = revision(1);
    let written = |days: &DeadlinesView, scope: CalendarScope| {
        counts(&write_calendar(days, &CalendarMaking { scope, ..making(&revision) }, &path).unwrap())
    };
    let bare = days(Vec::new(), meetings.clone());
    assert_eq!(written(&bare, CalendarScope::All), [3, 3, 0, 0]);
    assert!(entry(&path, "meeting:3:meeting:").unwrap().contains("SUMMARY:Udvalgsmøde: SSU (ekstraordinært)"));
    std::fs::remove_file(&path).unwrap();
    assert_eq!(written(&bare, CalendarScope::Person(1)), [0, 0, 0, 0]);
    assert_eq!(written(&bare, CalendarScope::Committee(7)), [2, 2, 0, 0]);
    let found = entry(&path, "meeting:1:meeting:").unwrap();
    for line in [
        "DTSTART;TZID=Europe/Copenhagen:20190312T163000",
        "SUMMARY:Udvalgsmøde: BIU",
        "DESCRIPTION:Sag skal afleveres senest 28. februar 2019.",
        "STATUS:CONFIRMED",
    ] {
        assert!(found.contains(&format!("\r\n{line}\r\n")), "{line} in {found}");
    }
    assert!(!found.contains("VALARM"), "nothing is asked of anyone by it");

    // A case is put to the first, the second is not held.
    let reading = item(1, DeadlineKind::Meeting, "2019-03-12", Some("16:30"));
    let off = MeetingDay { cancelled: true, paper_due: None, ..meetings[2].clone() };
    let put = days(vec![reading], vec![meetings[0].clone(), meetings[1].clone(), off]);
    assert_eq!(written(&put, CalendarScope::Committee(7)), [1, 1, 0, 2]);
    assert!(entry(&path, "application:1:meeting:").unwrap().contains("STATUS:CONFIRMED"));
    assert!(entry(&path, "meeting:2:meeting:").unwrap().contains("STATUS:CANCELLED"));
}

#[test]
fn what_cannot_be_written_is_said_and_what_lay_there_stays() {
    let folder = tempfile::tempdir().unwrap();
    let revision = revision(1);
    let days = view(vec![item(1, DeadlineKind::Paper, "2019-02-28", None)]);
    let refused = |path: &Path, code| {
        let error = write_calendar(&days, &making(&revision), path).unwrap_err();
        assert_error(&error, code);
    };
    refused(&folder.path().join("no/frister.ics"), ErrorCode::FolderMissing);
    let own = folder.path().join("min.ics");
    std::fs::write(&own, "BEGIN:VCALENDAR\r\nPRODID:-//Microsoft//Outlook//DA\r\nEND:VCALENDAR\r\n").unwrap();
    let before = std::fs::read(&own).unwrap();
    refused(&own, ErrorCode::FileExists);
    assert_eq!(std::fs::read(&own).unwrap(), before);
    std::fs::create_dir(folder.path().join("mappe.ics")).unwrap();
    refused(&folder.path().join("mappe.ics"), ErrorCode::FileUnreadable);
    let path = folder.path().join("frister.ics");
    write_calendar(&days, &making(&revision), &path).unwrap();
    let before = std::fs::read(&path).unwrap();
    let mut permissions = std::fs::metadata(&path).unwrap().permissions();
    permissions.set_readonly(true);
    std::fs::set_permissions(&path, permissions).unwrap();
    let error = write_calendar(&view(Vec::new()), &making(&revision), &path).unwrap_err();
    assert_error(&error, ErrorCode::FileReadOnly);
    assert_eq!(std::fs::read(&path).unwrap(), before);
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 3, "nothing is left beside it");
}

/// The package `icalendar` for Python, which knows nothing of this program.
#[cfg(target_os = "linux")]
#[test]
fn an_independent_reader_understands_the_same() {
    use serde_json::{Value, json};

    use crate::readers::understood;

    let folder = tempfile::tempdir().unwrap();
    let long = DeadlineItem {
        title: format!("Æøå {}", "ø".repeat(300)),
        ..item(3, DeadlineKind::Other, "2019-06-30", Some("23:59"))
    };
    let winter = item(2, DeadlineKind::Call, "2019-03-30", Some("12:00"));
    let summer = item(4, DeadlineKind::Call, "2019-03-31", Some("12:00"));
    let paper = || item(1, DeadlineKind::Paper, "2019-02-28", None);
    let all = || vec![paper(), winter.clone(), summer.clone(), long.clone()];
    let [first, second] = ["first.ics", "second.ics"].map(|name| folder.path().join(name));
    write(&first, all(), 40, "2019-02-01T12:00:00Z");
    std::fs::copy(&first, &second).unwrap();
    let moved = DeadlineItem { on: day("2019-03-05"), ..paper() };
    write(&second, vec![moved, winter.clone(), long.clone()], 44, "2019-02-02T12:00:00Z");

    let read = understood("read_calendars.py", folder.path());

    let column = |file: &str, name: &str| -> Vec<Value> {
        read[file]["entries"].as_array().unwrap().iter().map(|entry| entry[name].clone()).collect()
    };
    assert_eq!((&read["first.ics"]["errors"], &read["second.ics"]["errors"]), (&json!([]), &json!([])));
    assert_eq!(read["first.ics"]["name"], "Tilsagn: Lyngby-Taarbæk – BIU");
    let starts = ["2019-02-28", "2019-03-30T11:00:00Z", "2019-03-31T10:00:00Z", "2019-06-30T21:59:00Z"];
    assert_eq!(column("first.ics", "start"), starts, "by the Danish clock on both sides of daylight saving");
    let entry = &read["first.ics"]["entries"][0];
    assert_eq!(entry["summary"], "Sag skal afleveres: Idræt, sundhed; og »fælles« mål");
    assert_eq!(entry["uid"], "application:1:paper:@00ff00ff00ff00ff.tilsagn");
    assert_eq!(entry["description"], "8 arbejdsdage før mødet 12. marts 2019.");
    assert_eq!(
        (&entry["alarms"], &entry["stamp"]),
        (&json!([-6 * 86_400 - 15 * 3_600, -15 * 3_600]), &json!("2019-02-01T10:00:00Z"))
    );
    assert_eq!(read["first.ics"]["entries"][3]["summary"], format!("Anden frist: {}", long.title));
    assert_eq!(read["first.ics"]["entries"][1]["description"].as_str().unwrap().lines().count(), 1);

    // The same entries, one moved, one called off.
    let by_uid = |file: &str| {
        let mut uids = column(file, "uid");
        uids.sort_by_key(ToString::to_string);
        uids
    };
    assert_eq!(by_uid("second.ics"), by_uid("first.ics"));
    assert_eq!(column("second.ics", "start")[0], "2019-03-05");
    assert_eq!(column("second.ics", "sequence"), [44, 40, 40, 44]);
    assert_eq!(column("second.ics", "status"), ["CONFIRMED", "CONFIRMED", "CONFIRMED", "CANCELLED"]);
}
