//! What a person enters of days and does about them, against real files: with undo, and never without the record it is about.

use tilsagn_core::deadlines::*;
use tilsagn_core::store::{Environment, Store};
use tilsagn_core::views::*;
use tilsagn_core::{Error, ErrorCode};

use crate::applications::{part, task};
use crate::deadlines::{TODAY, entered, final_report, item, line, of, running};
use crate::desk::assert_error;
use crate::grants::{dump_all, grants};
use crate::register::day;

/// What a person says of a day: nothing yet.
pub fn mark(item: &DeadlineItem, municipality_id: u32) -> DeadlineMark {
    item.mark.clone().unwrap_or(DeadlineMark {
        id: 0,
        version: 0,
        municipality_id,
        subject_table: item.subject_table.clone(),
        subject_id: item.subject_id,
        kind: item.kind,
        part: item.part.clone(),
        pinned_on: None,
        pinned_reason: String::new(),
        done_on: None,
        aside_until: None,
        aside_reason: String::new(),
        waiting_for: String::new(),
    })
}

#[test]
fn what_a_person_does_about_a_day_can_be_undone() {
    let (grants, mut store) = grants();
    let id = running(&grants, &mut store);
    let lyngby = grants.lyngby;
    store.date_rule_save(lyngby, &final_report(id)).unwrap();
    let now = "2021-03-25";
    let report = |store: &Store| item(&of(store, lyngby, id, now), DeadlineKind::FinalReport);
    assert_eq!(line(&report(&store)), "2021-03-31 final_report near");
    let before = dump_all(&store);

    let pin = DeadlineMark { pinned_on: Some(day("2021-04-30")), ..mark(&report(&store), lyngby) };
    let unexplained = store.deadline_mark_save(&pin, day(now)).unwrap_err();
    assert_eq!((unexplained.code, unexplained.field.as_deref()), (ErrorCode::FieldRequired, Some("pinned_reason")));
    let year = DeadlineMark { pinned_on: Some(day("0019-04-30")), pinned_reason: "Aftalt".to_owned(), ..pin.clone() };
    assert_error(&store.deadline_mark_save(&year, day(now)).unwrap_err(), ErrorCode::FieldInvalid);
    let pin = DeadlineMark { pinned_reason: "Aftalt med giveren".to_owned(), ..pin };
    let moved = store.replanning(lyngby, day(now), |store| store.deadline_mark_save(&pin, day(now))).unwrap().moved;
    let moves: Vec<_> = moved.iter().map(|it| (it.kind, it.from, it.to)).collect();
    assert_eq!(moves, [(DeadlineKind::FinalReport, Some(day("2021-03-31")), Some(day("2021-04-30")))]);
    let pinned = report(&store);
    assert_eq!((line(&pinned).as_str(), pinned.ruled_on), ("2021-04-30 final_report", Some(day("2021-03-31"))));
    assert_eq!((pinned.origin, pinned.source.unwrap().da.as_str()), (DeadlineOrigin::Pinned, "Aftalt med giveren"));
    store.undo().unwrap();
    assert_eq!(dump_all(&store), before);

    let aside =
        DeadlineMark { aside_until: Some(day("2021-03-28")), aside_reason: "Ferie".to_owned(), ..mark(&report(&store), lyngby) };
    let past = DeadlineMark { aside_until: Some(day(now)), ..aside.clone() };
    assert_error(&store.deadline_mark_save(&past, day(now)).unwrap_err(), ErrorCode::FieldInvalid);
    store.deadline_mark_save(&aside, day(now)).unwrap();
    assert_eq!(line(&report(&store)), "2021-03-31 final_report");
    let later = of(&store, lyngby, id, "2021-03-28");
    assert_eq!(line(&item(&later, DeadlineKind::FinalReport)), "2021-03-31 final_report near", "on the day it is said again");
    let waits = DeadlineMark {
        aside_until: None,
        aside_reason: String::new(),
        waiting_for: "Revisor".to_owned(),
        ..mark(&report(&store), lyngby)
    };
    store.deadline_mark_save(&waits, day(now)).unwrap();
    assert_eq!(line(&report(&store)), "2021-03-31 final_report near blocked");
    let done = DeadlineMark { waiting_for: String::new(), done_on: Some(day(now)), ..mark(&report(&store), lyngby) };
    store.deadline_mark_save(&done, day(now)).unwrap();
    assert_eq!(line(&report(&store)), "2021-03-31 final_report=");
    let nothing = DeadlineMark { done_on: None, ..mark(&report(&store), lyngby) };
    store.deadline_mark_save(&nothing, day(now)).unwrap();
    assert_eq!(dump_all(&store), before, "a mark that says nothing is none");
    for _ in 0..4 {
        store.undo().unwrap();
    }
    assert_eq!(dump_all(&store), before);
}

#[test]
fn what_has_a_record_of_its_own_is_moved_and_done_there() {
    let (grants, mut store) = grants();
    let id = running(&grants, &mut store);
    let (lyngby, now) = (grants.lyngby, "2019-06-10");
    store.deadline_save(&entered(id, DeadlineKind::Audit, "2019-07-01"), day(now)).unwrap();
    part(&mut store, ApplicationPart::Task(task(id, "Ring", "2019-06-20"))).unwrap();
    let of_kind = |store: &Store, kind| item(&of(store, lyngby, id, now), kind);
    let pin = DeadlineMark {
        pinned_on: Some(day("2019-07-08")),
        pinned_reason: "Revisor er syg".to_owned(),
        ..mark(&of_kind(&store, DeadlineKind::Audit), lyngby)
    };
    store.deadline_mark_save(&pin, day(now)).unwrap();
    let audit = of_kind(&store, DeadlineKind::Audit);
    assert_eq!((line(&audit).as_str(), audit.mark.clone()), ("2019-07-08 audit moved", None));
    assert_eq!(audit.row.unwrap().moved_reason, "Revisor er syg");
    let done = DeadlineMark { done_on: Some(day(now)), ..mark(&of_kind(&store, DeadlineKind::Task), lyngby) };
    store.deadline_mark_save(&done, day(now)).unwrap();
    let view = store.application(id, day(now)).unwrap();
    assert_eq!((view.tasks[0].done_on, view.tasks[0].waiting_for.as_str()), (Some(day(now)), "Styrelsen"));
    assert_eq!(line(&of_kind(&store, DeadlineKind::Task)), "2019-06-20 task=");
    let again = DeadlineMark { done_on: None, ..mark(&of_kind(&store, DeadlineKind::Task), lyngby) };
    store.deadline_mark_save(&again, day(now)).unwrap();
    assert_eq!(line(&of_kind(&store, DeadlineKind::Task)), "2019-06-20 task near blocked");
    // The end of the project is what the application says; it is corrected there.
    let end = of_kind(&store, DeadlineKind::PeriodEnd);
    let refused = DeadlineMark { pinned_on: Some(day("2021-01-31")), pinned_reason: "Ja".to_owned(), ..mark(&end, lyngby) };
    assert_error(&store.deadline_mark_save(&refused, day(now)).unwrap_err(), ErrorCode::FieldInvalid);
    assert!(!end.can_move && !end.can_do);
}

#[test]
fn bad_days_are_refused_by_name() {
    let (grants, mut store) = grants();
    let id = running(&grants, &mut store);
    let before = dump_all(&store);
    let good = || entered(id, DeadlineKind::Audit, "2019-07-01");
    let cases = [
        ("due_on", Deadline { due_on: day("0019-07-01"), ..good() }),
        ("due_time", Deadline { due_time: Some("24:00".to_owned()), ..good() }),
        ("kind", Deadline { kind: DeadlineKind::Step, ..good() }),
        ("title", Deadline { kind: DeadlineKind::Other, ..good() }),
        ("done_on", Deadline { done_on: Some(day("2026-03-02")), ..good() }),
    ];
    for (field, row) in cases {
        let error: Error = store.deadline_save(&row, day(TODAY)).unwrap_err();
        assert_eq!(error.field.as_deref(), Some(field));
    }
    assert_eq!(dump_all(&store), before);
}

#[test]
fn no_mark_is_ever_without_its_record() {
    let (grants, mut store) = grants();
    let id = running(&grants, &mut store);
    let (lyngby, now) = (grants.lyngby, "2019-06-10");
    let aside = |store: &Store, kind| DeadlineMark {
        aside_until: Some(day("2019-06-15")),
        aside_reason: "Ferie".to_owned(),
        ..mark(&item(&of(store, lyngby, id, now), kind), lyngby)
    };
    let saved = store.deadline_save(&entered(id, DeadlineKind::Audit, "2019-07-01"), day(now)).unwrap().view;
    store.deadline_mark_save(&aside(&store, DeadlineKind::Audit), day(now)).unwrap();
    let marks = |store: &Store| dump_all(store).iter().filter(|row| row.starts_with("[\"deadline_mark\"")).count();
    assert_eq!(marks(&store), 1);
    let before = dump_all(&store);
    store.deadline_delete(saved.id, saved.version).unwrap();
    assert_eq!(marks(&store), 0);
    store.undo().unwrap();
    assert_eq!(dump_all(&store), before);
    store.redo().unwrap();
    assert_eq!(marks(&store), 0);
    store.undo().unwrap();
    assert_eq!(dump_all(&store), before);

    // Bo puts Anna's new task aside; when Anna takes the task back, what he said of it goes with it, and he cannot bring it back alone.
    part(&mut store, ApplicationPart::Task(task(id, "Ring", "2019-06-20"))).unwrap();
    drop(store);
    let of_bo = Environment { actor: "Bo".to_owned(), ..grants.desk.environment.clone() };
    let mut bo = Store::open(&grants.path(), OpenMode::Write, &of_bo).unwrap();
    bo.deadline_mark_save(&aside(&bo, DeadlineKind::Task), day(now)).unwrap();
    assert_eq!(marks(&bo), 2);
    drop(bo);
    let mut store = grants.open(OpenMode::Write).unwrap();
    store.undo().unwrap();
    assert_eq!(marks(&store), 1);
    drop(store);
    let mut bo = Store::open(&grants.path(), OpenMode::Write, &of_bo).unwrap();
    assert_error(&bo.undo().unwrap_err(), ErrorCode::UndoConflict);
    drop(bo);
    let mut store = grants.open(OpenMode::Write).unwrap();
    store.redo().unwrap();
    assert_eq!(marks(&store), 2);
    let version = store.application(id, day(now)).unwrap().application.version;
    assert_error(&store.application_delete(id, version).unwrap_err(), ErrorCode::ApplicationSent);
}
