//! Meetings read from what people have: pasted dates, sheets, calendars of other programs, and what is wrong with them.

use std::fmt::Write;
use std::path::PathBuf;

use tilsagn_core::ErrorCode;
use tilsagn_core::deadlines::Meeting;
use tilsagn_core::store::Store;
use tilsagn_core::views::{MeetingAction, MeetingSource, MeetingsPreview};

use crate::desk::assert_error;
use crate::grants::{Grants, dump_all, grants};
use crate::meetings::{meeting, meetings};
use crate::register::day;

fn pasted(grants: &Grants, text: &str) -> MeetingSource {
    MeetingSource { committee_id: grants.committee, text: Some(text.to_owned()), path: None }
}

fn file(grants: &Grants, name: &str, content: impl AsRef<[u8]>) -> (tempfile::TempDir, MeetingSource) {
    let folder = tempfile::tempdir().unwrap();
    let path: PathBuf = folder.path().join(name);
    std::fs::write(&path, content).unwrap();
    let path = Some(path.display().to_string());
    (folder, MeetingSource { committee_id: grants.committee, text: None, path })
}

fn calendar(entries: &[&str]) -> String {
    let mut text = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Test//DA\r\n".to_owned();
    for entry in entries {
        write!(text, "BEGIN:VEVENT\r\n{}\r\nEND:VEVENT\r\n", entry.replace('\n', "\r\n")).unwrap();
    }
    text + "END:VCALENDAR\r\n"
}

fn shown(preview: &MeetingsPreview) -> Vec<(u32, String, MeetingAction)> {
    let day = |meeting: &Option<Meeting>| meeting.as_ref().map(|it| it.held_on.to_string()).unwrap_or_default();
    preview.rows.iter().map(|row| (row.line, day(&row.meeting), row.action)).collect()
}

fn import(store: &mut Store, source: &MeetingSource) -> Vec<Meeting> {
    let view = store.meetings_import(source, &[], day("2019-01-02")).unwrap().view;
    view.committees.into_iter().flat_map(|one| one.meetings).map(|it| it.meeting).collect()
}

#[test]
fn a_pasted_plan_is_read_line_by_line() {
    let (grants, mut store) = grants();
    store.meeting_save(&meeting(grants.committee, "2019-03-12"), day("2019-01-02")).unwrap();
    let text = "Mødeplan 2019\n\nfredag den 18. januar kl. 16.30\n12.03.2019\nmandag den 7. maj 2019 kl. 17, Rådhuset\n\
                31. februar 2019\n7/5-19\n22. april 2019 (ekstraordinært)\n";
    let source = pasted(&grants, text);
    let preview = store.meetings_preview(&source).unwrap();
    use MeetingAction::{Add, Refuse, Same};
    assert_eq!(
        shown(&preview),
        [
            (3, "2019-01-18".to_owned(), Add),
            (4, "2019-03-12".to_owned(), Same),
            (5, "2019-05-07".to_owned(), Add),
            (6, String::new(), Refuse),
            (7, String::new(), Refuse),
            (8, "2019-04-22".to_owned(), Add),
        ]
    );
    assert_eq!((preview.added, preview.changed, preview.refused), (3, 0, 2));
    assert_eq!(preview.rows[2].remarks[0].da, "7. maj 2019 er en tirsdag, ikke en mandag");
    assert_eq!(preview.rows[5].remarks[0].da, "22. april 2019 er en helligdag (2. påskedag).");
    assert_error(preview.rows[3].problem.as_ref().unwrap(), ErrorCode::DayNotInMonth);
    assert_error(preview.rows[4].problem.as_ref().unwrap(), ErrorCode::MeetingTwice);
    assert_eq!(meetings(&store, &grants).len(), 1, "a preview changes nothing");

    let before = dump_all(&store);
    let read = import(&mut store, &source);
    assert_eq!(read.len(), 4);
    assert_eq!((read[0].held_time.as_deref(), read[0].source.as_str()), (Some("16:30"), "Indsat tekst"));
    assert!(read[2].extraordinary && read[3].note == "Rådhuset");
    let again = store.meetings_preview(&source).unwrap();
    assert_eq!((again.added, again.changed), (0, 0), "read twice it is the same");
    store.undo().unwrap();
    assert_eq!(dump_all(&store), before);
}

#[test]
fn a_line_someone_leaves_out_is_not_read() {
    let (grants, mut store) = grants();
    let source = pasted(&grants, "18. januar 2019\n12. marts 2019\n7. maj 2019\n");
    store.meetings_import(&source, &[2], day("2019-01-02")).unwrap();
    let read: Vec<_> = meetings(&store, &grants).into_iter().map(|it| it.meeting.held_on.to_string()).collect();
    assert_eq!(read, ["2019-01-18", "2019-05-07"]);
}

#[test]
fn a_sheet_is_read_by_its_headings_or_as_lines() {
    let (grants, mut store) = grants();
    let csv = "Mødedato;Tidspunkt;Dagsordensfrist;Bemærkning\r\n12.03.2019;16.30;26.02.2019;Budget\r\n31.02.2019;;;\r\n14.05.2019;;;Aflyst\r\n";
    let (_folder, source) = file(&grants, "BIU.csv", csv);
    let preview = store.meetings_preview(&source).unwrap();
    assert_eq!((preview.added, preview.refused, preview.rows[1].line), (2, 1, 3));
    let read = import(&mut store, &source);
    assert_eq!((read[0].paper_due_on, read[0].held_time.as_deref()), (Some(day("2019-02-26")), Some("16:30")));
    assert_eq!((read[0].note.as_str(), read[0].source.as_str(), read[1].cancelled), ("Budget", "BIU.csv", true));
    let (_folder, source) = file(&grants, "plan.csv", "tirsdag;11. juni 2019;kl. 16.30\ntirsdag;13. august 2019;kl. 16.30\n");
    assert_eq!(store.meetings_preview(&source).unwrap().added, 2);
    let (_folder, source) = file(&grants, "plan.txt", "11. juni 2019\n13. august 2019\n".as_bytes());
    assert_eq!(store.meetings_preview(&source).unwrap().added, 2);
}

#[test]
fn a_calendar_is_read_whatever_wrote_it() {
    let (grants, mut store) = grants();
    let text = calendar(&[
        "UID:1@x\nSUMMARY:BIU\nDTSTART;TZID=Romance Standard Time:20190118T163000",
        "UID:2@x\nSUMMARY:Beskæftigelses- og Integra\n tionsudvalget\\, møde\nLOCATION:Rådhuset\nDTSTART:20190312T153000Z\nBEGIN:VALARM\nDTSTART:20000101\nTRIGGER:-P1D\nEND:VALARM",
        "UID:3@x\nSUMMARY:BIU heldag\nDTSTART;VALUE=DATE:20190514",
        "UID:4@x\nSUMMARY:BIU fast\nDTSTART:20190115T163000\nRRULE:FREQ=MONTHLY",
        "UID:5@x\nSUMMARY:BIU mars\nDTSTART;TZID=Mars/Olympus:20190611T163000",
        "UID:6@x\nSUMMARY:BIU uden dag",
        "UID:7@x\nSUMMARY:BIU knækket\nDTSTART;TZID=Europe/Copenhagen20190611T163000",
        "UID:8@x\nSUMMARY:BIU\nDESCRIPTION:to\nlinjer uden fold\nDTSTART:20190813T163000\nSTATUS:CANCELLED",
    ]);
    for text in [text.clone(), text.replace("\r\n", "\n")] {
        let (_folder, source) = file(&grants, "BIU.ics", text);
        let preview = store.meetings_preview(&source).unwrap();
        assert_eq!((preview.added, preview.refused), (4, 4));
        let problems: Vec<ErrorCode> = preview.rows.iter().filter_map(|row| row.problem.as_ref()).map(|it| it.code).collect();
        use ErrorCode::{CalendarLineBroken, MeetingDateUnclear, MeetingRecurring, TimeZoneUnknown};
        assert_eq!(problems, [MeetingRecurring, TimeZoneUnknown, MeetingDateUnclear, CalendarLineBroken]);
        for row in &preview.rows {
            row.problem.iter().for_each(|problem| assert_error(problem, problem.code));
        }
        let (line, found) = (preview.rows[1].line, preview.rows[1].found.as_str());
        assert_eq!((line, found), (9, "Beskæftigelses- og Integrationsudvalget, møde"));
        let times: Vec<_> = preview.rows.iter().filter_map(|row| row.meeting.as_ref()).map(|it| it.held_time.clone()).collect();
        assert_eq!(times, [Some("16:30".to_owned()), Some("16:30".to_owned()), None, Some("16:30".to_owned())]);
        assert_eq!(preview.rows[7].remarks[0].da, "Linje 49 kan ikke læses og er sprunget over.");
    }
    let (_folder, source) = file(&grants, "BIU.ics", &text);
    let read = import(&mut store, &source);
    assert_eq!(read.iter().filter(|meeting| meeting.cancelled).count(), 1);
    assert_eq!(read[1].note, "Beskæftigelses- og Integrationsudvalget, møde, Rådhuset");
}

#[test]
fn a_meeting_that_moved_is_known_by_its_entry() {
    let (grants, mut store) = grants();
    let at = |day: &str| format!("UID:1@x\nSUMMARY:BIU\nDTSTART:{day}T163000");
    let (_folder, source) = file(&grants, "a.ics", calendar(&[&at("20190312"), "UID:2@x\nSUMMARY:BIU\nDTSTART:20190409T163000"]));
    let mut first = import(&mut store, &source).remove(0);
    first.paper_due_on = Some(day("2019-02-26"));
    first.note = "Husk lokale 2".to_owned();
    store.meeting_save(&first, day("2019-01-02")).unwrap();

    let (_folder, source) = file(&grants, "b.ics", calendar(&[&at("20190319"), "UID:3@x\nDTSTART:20190409T170000"]));
    let preview = store.meetings_preview(&source).unwrap();
    assert_eq!((preview.added, preview.changed), (0, 2), "the second is known by its day");
    let said: Vec<_> = preview.rows[0].remarks.iter().map(|it| it.da.as_str()).collect();
    assert_eq!(
        said,
        ["Mødet flyttes fra 12. marts 2019.", "Afleveringsfristen 26. februar 2019 gjaldt den tidligere dag og føres ikke med.",]
    );
    let read = import(&mut store, &source);
    assert_eq!((read.len(), read[0].id, read[0].held_on), (2, first.id, day("2019-03-19")));
    assert_eq!((read[0].paper_due_on, read[0].note.as_str()), (None, "Husk lokale 2"));
    assert_eq!((read[1].held_time.as_deref(), read[1].source_uid.as_str()), (Some("17:00"), "3@x"));

    // Days that change places would have to stand on each other for a moment.
    let swapped = calendar(&[&at("20190409"), "UID:3@x\nDTSTART:20190319T170000"]);
    let (_folder, source) = file(&grants, "c.ics", swapped);
    let preview = store.meetings_preview(&source).unwrap();
    assert_eq!((preview.changed, preview.refused), (0, 2));
    let (_folder, source) = file(&grants, "d.ics", calendar(&["UID:3@x\nDTSTART:20190501T170000", &at("20190409")]));
    assert_eq!(store.meetings_preview(&source).unwrap().changed, 2, "a day given free before may be taken");
    let before = dump_all(&store);
    import(&mut store, &source);
    store.undo().unwrap();
    assert_eq!(dump_all(&store), before);
}

#[test]
fn what_is_no_calendar_is_refused_and_nothing_is_read() {
    let (grants, mut store) = grants();
    let before = dump_all(&store);
    let many = calendar(&vec!["UID:1\nSUMMARY:x\nDTSTART:20190312"; 100_000]);
    let cut = calendar(&["UID:1\nDTSTART:20190312"]).replace("END:VEVENT\r\nEND:VCALENDAR\r\n", "");
    let crossed = calendar(&["UID:1\nDTSTART:20190312\nBEGIN:VALARM"]);
    for (content, code) in [
        (many.as_bytes(), ErrorCode::CalendarTooLong),
        (cut.as_bytes(), ErrorCode::CalendarUnreadable),
        (crossed.as_bytes(), ErrorCode::CalendarUnreadable),
        (b"".as_slice(), ErrorCode::CalendarUnreadable),
        (b"<html>", ErrorCode::CalendarUnreadable),
        (b"BEGIN:VCALENDAR\r\n\0END:VCALENDAR", ErrorCode::CalendarUnreadable),
        (&[0xFF, 0xD8, 0xFF, 0xE0, 0x00], ErrorCode::CalendarUnreadable),
    ] {
        let (_folder, source) = file(&grants, "x.ics", content);
        assert_error(&store.meetings_preview(&source).unwrap_err(), code);
        assert_error(&store.meetings_import(&source, &[], day("2019-01-02")).unwrap_err(), code);
    }
    let empty = file(&grants, "x.ics", calendar(&[]));
    assert_eq!(store.meetings_preview(&empty.1).unwrap().rows.len(), 0);
    let missing = MeetingSource { path: Some("/ingen/x.ics".to_owned()), ..pasted(&grants, "") };
    assert_error(&store.meetings_preview(&missing).unwrap_err(), ErrorCode::FileMissing);
    let folder = MeetingSource { path: Some("/".to_owned()), ..pasted(&grants, "") };
    assert_error(&store.meetings_preview(&folder).unwrap_err(), ErrorCode::CalendarUnreadable);
    let neither = MeetingSource { text: None, ..pasted(&grants, "") };
    assert_error(&store.meetings_preview(&neither).unwrap_err(), ErrorCode::FieldRequired);
    let long = "12.03.2019\n".repeat(5_001);
    assert_error(&store.meetings_preview(&pasted(&grants, &long)).unwrap_err(), ErrorCode::CalendarTooLong);
    assert_eq!(dump_all(&store), before);
}
