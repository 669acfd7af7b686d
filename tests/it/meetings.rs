//! Committees' meetings: what follows from each, and what is refused.

use tilsagn_core::ErrorCode;
use tilsagn_core::calendar::DayUnit;
use tilsagn_core::committee::CaseReading;
use tilsagn_core::deadlines::{ClosingDay, Meeting};
use tilsagn_core::office::Committee;
use tilsagn_core::store::Store;
use tilsagn_core::views::{CaseDraft, CasePart, MeetingView, OfficePart};

use crate::desk::assert_error;
use crate::grants::{Grants, grants};
use crate::register::day;

/// A meeting of which only the day is known.
pub fn meeting(committee_id: u32, held_on: &str) -> Meeting {
    Meeting {
        id: 0,
        version: 0,
        committee_id,
        held_on: day(held_on),
        held_time: None,
        extraordinary: false,
        cancelled: false,
        agenda_meeting_on: None,
        paper_due_on: None,
        source: "Mødeplan 2019".to_owned(),
        source_uid: String::new(),
        note: String::new(),
    }
}

/// The meetings of the one committee.
pub fn meetings(store: &Store, grants: &Grants) -> Vec<MeetingView> {
    let view = store.meetings(grants.lyngby).unwrap();
    view.committees.into_iter().find(|one| one.committee.id == grants.committee).unwrap().meetings
}

fn committee(store: &Store, grants: &Grants) -> Committee {
    store.office(grants.lyngby).unwrap().committees.into_iter().find(|one| one.id == grants.committee).unwrap()
}

#[test]
fn every_meeting_stands_among_the_days_whether_or_not_a_case_is_put_to_it() {
    let (grants, mut store) = grants();
    let today = day("2019-01-02");
    let off = Meeting { cancelled: true, ..meeting(grants.committee, "2019-05-14") };
    let timed = Meeting { held_time: Some("16:30".to_owned()), ..meeting(grants.committee, "2019-03-12") };
    for one in [off, timed, meeting(grants.committee, "2019-01-18")] {
        store.meeting_save(&one, today).unwrap();
    }
    // As of a day long after the last.
    let view = store.deadlines(grants.lyngby, day("2026-11-22")).unwrap();
    assert!(view.items.is_empty());
    let found: Vec<_> = view.meetings.iter().map(|it| (it.on, it.time.as_deref(), it.paper_due, it.cancelled)).collect();
    let expected = [
        (day("2019-01-18"), None, Some(day("2019-01-08")), false),
        (day("2019-03-12"), Some("16:30"), Some(day("2019-02-28")), false),
        (day("2019-05-14"), None, None, true),
    ];
    assert_eq!(found, expected);
    let committee = committee(&store, &grants);
    assert!(view.meetings.iter().all(|it| it.committee_id == committee.id && it.committee == committee.short_name));
}

#[test]
fn what_follows_from_a_meeting_is_said_with_it() {
    let (grants, mut store) = grants();
    let today = day("2019-01-02");
    let saved = store.meeting_save(&meeting(grants.committee, "2019-03-12"), today).unwrap();
    assert_eq!(saved.changed, ["meeting"]);
    store.meeting_save(&meeting(grants.committee, "2019-01-18"), today).unwrap();
    let found = meetings(&store, &grants);
    let days: Vec<_> = found.iter().map(|it| it.meeting.held_on.to_string()).collect();
    assert_eq!(days, ["2019-01-18", "2019-03-12"], "soonest first");
    assert_eq!(found[1].paper_due, Some(day("2019-02-28")), "8 working days, the usual lead time");
    assert_eq!(found[1].agenda_meeting, Some(day("2019-03-04")));
    assert!(found[1].remarks.is_empty() && found[1].cases == 0);

    let rule = Committee { paper_amount: Some(14), paper_unit: Some(DayUnit::Days), ..committee(&store, &grants) };
    store.office_save(&OfficePart::Committee(rule)).unwrap();
    assert_eq!(meetings(&store, &grants)[1].paper_due, Some(day("2019-02-26")), "the committee's own rule");
    let stated = Meeting { paper_due_on: Some(day("2019-03-01")), ..meetings(&store, &grants)[1].meeting.clone() };
    store.meeting_save(&stated, today).unwrap();
    assert_eq!(meetings(&store, &grants)[1].paper_due, Some(day("2019-03-01")), "the meeting's own day");
}

#[test]
fn an_odd_day_is_pointed_out_and_an_impossible_one_refused() {
    let (grants, mut store) = grants();
    let today = day("2019-01-02");
    let recess = ClosingDay {
        id: 0,
        version: 0,
        municipality_id: grants.lyngby,
        title: "Sommerferie".to_owned(),
        first_day: day("2019-07-01"),
        last_day: day("2019-08-02"),
        recess: true,
    };
    store.office_save(&OfficePart::ClosingDay(recess)).unwrap();
    for (held_on, remark) in [
        ("2019-03-16", "16. marts 2019 er en lørdag."),
        ("2019-04-22", "22. april 2019 er en helligdag (2. påskedag)."),
        ("2019-06-05", "5. juni 2019 er en lukkedag."),
        ("2019-07-09", "9. juli 2019 er i en mødepause (Sommerferie)."),
    ] {
        store.meeting_save(&meeting(grants.committee, held_on), today).unwrap();
        let found = meetings(&store, &grants).into_iter().find(|it| it.meeting.held_on == day(held_on)).unwrap();
        assert_eq!(found.remarks.iter().map(|it| it.da.as_str()).collect::<Vec<_>>(), [remark]);
    }
    let march = meeting(grants.committee, "2019-03-12");
    let own = |days: &str| Some(day(days));
    for (wrong, field) in [
        (Meeting { held_on: day("0019-03-12"), ..march.clone() }, "held_on"),
        (Meeting { held_on: day("2190-03-12"), ..march.clone() }, "held_on"),
        (Meeting { held_time: Some("25:00".to_owned()), ..march.clone() }, "held_time"),
        (Meeting { held_time: Some("16.30".to_owned()), ..march.clone() }, "held_time"),
        (Meeting { paper_due_on: own("2019-03-13"), ..march.clone() }, "paper_due_on"),
        (Meeting { agenda_meeting_on: own("0019-03-01"), ..march.clone() }, "agenda_meeting_on"),
    ] {
        let refused = store.meeting_save(&wrong, today).unwrap_err();
        assert_error(&refused, ErrorCode::FieldInvalid);
        assert_eq!(refused.field.as_deref(), Some(field));
    }
    store.meeting_save(&march, today).unwrap();
    let twice = store.meeting_save(&march, today).unwrap_err();
    assert_error(&twice, ErrorCode::FieldTaken);
    assert_eq!(twice.field.as_deref(), Some("held_on"));
    assert_eq!(meetings(&store, &grants).len(), 5);
}

#[test]
fn a_meeting_that_moves_takes_its_cases_along() {
    let (grants, mut store) = grants();
    let today = day("2019-03-01");
    store.meeting_save(&meeting(grants.committee, "2019-03-12"), today).unwrap();
    let case = CaseDraft {
        title: "Puljer 2019".to_owned(),
        kind: tilsagn_core::committee::CaseKind::Decision,
        case_number: String::new(),
        committee_id: Some(grants.committee),
        meeting_date: Some(day("2019-03-12")),
        item_number: String::new(),
        pools: Vec::new(),
        applications: Vec::new(),
        condition: String::new(),
    };
    let case = store.case_create(&case, grants.lyngby, today).unwrap().view;
    let found = meetings(&store, &grants)[0].clone();
    assert_eq!(found.cases, 1);
    let kept = store.meeting_delete(found.meeting.id, found.meeting.version).unwrap_err();
    assert_error(&kept, ErrorCode::RecordConflicts);

    let moved = Meeting { held_on: day("2019-03-19"), ..found.meeting.clone() };
    let changed = store.meeting_save(&moved, today).unwrap().changed;
    assert_eq!(changed, ["meeting", "case_reading"]);
    let reading = |store: &Store| store.committee_case(case.committee_case.id, today).unwrap().readings[0].reading.clone();
    assert_eq!(reading(&store).meeting_date, Some(day("2019-03-19")));
    store.undo().unwrap();
    assert_eq!(reading(&store).meeting_date, Some(day("2019-03-12")));
    assert_eq!(meetings(&store, &grants)[0].meeting.held_on, day("2019-03-12"));

    // What was read stays where it was read.
    let moved = Meeting { version: meetings(&store, &grants)[0].meeting.version, ..moved };
    store.meeting_save(&moved, day("2019-03-20")).unwrap();
    assert_eq!(reading(&store).meeting_date, Some(day("2019-03-12")));
    let elsewhere = CaseReading { meeting_date: None, ..reading(&store) };
    store.case_part_save(&CasePart::Reading(elsewhere), day("2019-03-20")).unwrap();
    let found = meetings(&store, &grants)[0].meeting.clone();
    store.meeting_delete(found.id, found.version).unwrap();
    assert!(meetings(&store, &grants).is_empty());
}

#[test]
fn a_committees_rules_hang_together() {
    let (grants, mut store) = grants();
    let first = committee(&store, &grants);
    let add = |store: &mut Store, short_name: &str, next| {
        let named = Committee::named(grants.lyngby, format!("Udvalget {short_name}"), short_name.to_owned());
        let view = store.office_save(&OfficePart::Committee(Committee { next_committee_id: next, ..named })).unwrap().view;
        view.committees.into_iter().find(|one| one.short_name == short_name).unwrap()
    };
    let council = add(&mut store, "KB", None);
    let finance = add(&mut store, "ØU", Some(council.id));
    let save = |store: &mut Store, row: Committee| store.office_save(&OfficePart::Committee(row));
    save(&mut store, Committee { next_committee_id: Some(finance.id), ..first.clone() }).unwrap();
    for next in [council.id, first.id, finance.id] {
        let circle = save(&mut store, Committee { next_committee_id: Some(next), ..council.clone() }).unwrap_err();
        assert_error(&circle, ErrorCode::CommitteesInCircle);
        assert_eq!(circle.field.as_deref(), Some("next_committee_id"));
    }
    let elsewhere = store.municipality_named("101").unwrap().id;
    let other = Committee::named(elsewhere, "Socialudvalget".to_owned(), "SUD".to_owned());
    let other = store.office_save(&OfficePart::Committee(other)).unwrap().view.committees[0].id;
    let abroad = save(&mut store, Committee { next_committee_id: Some(other), ..council.clone() }).unwrap_err();
    assert_error(&abroad, ErrorCode::CommitteesInCircle);
    let half = save(&mut store, Committee { paper_amount: Some(8), ..council.clone() }).unwrap_err();
    assert_eq!((half.code, half.field.as_deref()), (ErrorCode::FieldRequired, Some("paper_unit")));
    let half = save(&mut store, Committee { paper_unit: Some(DayUnit::Days), ..council.clone() }).unwrap_err();
    assert_eq!((half.code, half.field.as_deref()), (ErrorCode::FieldRequired, Some("paper_amount")));
    let (paper_amount, paper_unit) = (Some(1), Some(DayUnit::Months));
    let months = save(&mut store, Committee { paper_amount, paper_unit, ..council }).unwrap_err();
    assert_error(&months, ErrorCode::FieldInvalid);
}
